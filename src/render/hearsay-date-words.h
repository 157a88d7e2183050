/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-date.h"

G_BEGIN_DECLS

const char *hearsay_date_words_month       (int         month);
const char *hearsay_date_words_short_month (int         month);
const char *hearsay_date_words_weekday     (gint32      day);
const char *hearsay_date_words_short_weekday (gint32    day);
char       *hearsay_date_words_new         (HearsayDate date) G_GNUC_WARN_UNUSED_RESULT;
char       *hearsay_date_words_new_long    (gint32      day) G_GNUC_WARN_UNUSED_RESULT;
char       *hearsay_date_words_new_range   (gint32      first_day,
                                            gint32      last_day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
