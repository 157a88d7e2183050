/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *hearsay_zone_words_scan (const char *text,
                                     int        *minutes);

G_END_DECLS
