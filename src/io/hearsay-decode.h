/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hearsay_decode_text (const guint8  *bytes,
                           gsize          length,
                           const char    *declared,
                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
char *hearsay_tidy_lines  (const char    *text) G_GNUC_WARN_UNUSED_RESULT;
char *hearsay_tidy_spaces (const char    *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
