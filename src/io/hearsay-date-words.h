/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-date.h"

G_BEGIN_DECLS

const char *hearsay_date_words_scan (const char   *text,
                                     HearsayDate  *date);
gboolean    hearsay_date_words_find (const char   *text,
                                     HearsayDate  *date,
                                     const char  **start,
                                     const char  **end);

G_END_DECLS
