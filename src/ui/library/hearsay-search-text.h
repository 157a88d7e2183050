/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean hearsay_search_matches      (const char *text,
                                      const char *query);
char    *hearsay_search_dup_sentence (const char *text,
                                      const char *query) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
