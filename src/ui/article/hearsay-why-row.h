/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <adwaita.h>

#include "model/hearsay-statement.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_WHY_ROW (hearsay_why_row_get_type ())
G_DECLARE_FINAL_TYPE (HearsayWhyRow, hearsay_why_row, HEARSAY, WHY_ROW, AdwExpanderRow)

GtkWidget *hearsay_why_row_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void       hearsay_why_row_set_statement (HearsayWhyRow    *self,
                                          HearsayStatement *statement);

G_END_DECLS
