/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-syntax.h"
#include "analysis/hearsay-text.h"

G_BEGIN_DECLS

void hearsay_word_classes_tag (const HearsayText *text,
                               guint32            first,
                               guint32            n,
                               guint8            *xpos);

G_END_DECLS
