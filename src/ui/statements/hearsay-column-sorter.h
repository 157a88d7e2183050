/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/statements/hearsay-statement-order.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_COLUMN_SORTER (hearsay_column_sorter_get_type ())
G_DECLARE_FINAL_TYPE (HearsayColumnSorter, hearsay_column_sorter, HEARSAY, COLUMN_SORTER, GtkSorter)

GtkSorter *hearsay_column_sorter_new   (HearsayColumn    column) G_GNUC_WARN_UNUSED_RESULT;
HearsayColumn hearsay_column_sorter_get_column (HearsayColumnSorter *self);
guint      hearsay_column_sorter_probe (GtkColumnView   *view,
                                        HearsayOrderKey  keys[HEARSAY_MAX_ORDER_KEYS]);

G_END_DECLS
