/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-syntax.h"

G_BEGIN_DECLS

void        hearsay_projectivize   (gint32              *head,
                                    guint                n);
GByteArray *hearsay_oracle_actions (const HearsaySyntax *gold);

G_END_DECLS
