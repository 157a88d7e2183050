/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void hearsay_csv_append_field (GString    *row,
                               const char *field);
void hearsay_csv_end_row      (GString    *row);

G_END_DECLS
