/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gio/gio.h>

#include "model/hearsay-date.h"
#include "model/hearsay-enums.h"
#include "model/hearsay-span.h"

G_BEGIN_DECLS

typedef struct _HearsayActor HearsayActor;
typedef struct _HearsayArticle HearsayArticle;
typedef struct _HearsayCollection HearsayCollection;
typedef struct _HearsayFilter HearsayFilter;
typedef struct _HearsayIssue HearsayIssue;
typedef struct _HearsayStance HearsayStance;
typedef struct _HearsayStatement HearsayStatement;

G_END_DECLS
