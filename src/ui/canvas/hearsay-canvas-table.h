/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the tables that stand for a drawing have in common: those who do not see it read the same there. */

/* Returns: (transfer full): what stands in a column of a row */
typedef char *(*HearsayCanvasTableWrite) (gpointer row,
                                          guint    column,
                                          gpointer data);

/**
 * HearsayCanvasTableColumn:
 * @title: of the column
 * @column: what @write and sorters are asked for
 * @is_number: whether it stands at the end of its column
 * @sorter: (nullable) (transfer none): how rows are sorted by it
 * @data: for @write
 */
typedef struct
{
  const char *title;
  guint column;
  gboolean is_number;
  HearsayCanvasTableWrite write;
  gpointer data;
  GtkSorter *sorter;
} HearsayCanvasTableColumn;

GtkWidget *hearsay_canvas_table_new_view   (GtkSelectionModel              *model,
                                            const char                     *label,
                                            GtkColumnView                 **view) G_GNUC_WARN_UNUSED_RESULT;
void       hearsay_canvas_table_add_column (GtkColumnView                  *view,
                                            const HearsayCanvasTableColumn *column);
GtkWidget *hearsay_canvas_table_new_page   (GtkWidget                      *start,
                                            const char                     *back_action,
                                            GtkWidget                      *content) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
