/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "network/hearsay-network.h"

G_BEGIN_DECLS

char *hearsay_initials_new (const char      *name,
                            HearsayNodeKind  kind) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
