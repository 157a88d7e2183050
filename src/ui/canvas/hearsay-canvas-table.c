/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/canvas/hearsay-canvas-table.h"

#include <glib/gi18n.h>

#include "ui/canvas/hearsay-bar.h"

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  data)
{
  const HearsayCanvasTableColumn *column = data;
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), column->is_number ? 1.0f : 0.0f);
  if (column->is_number)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  data)
{
  const HearsayCanvasTableColumn *column = data;
  g_autofree char *words = column->write (gtk_list_item_get_item (item), column->column, column->data);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), words);
}

static void
free_column (gpointer  data,
             GClosure *closure)
{
  g_free (data);
}

/**
 * hearsay_canvas_table_add_column:
 * @column: copied
 */
void
hearsay_canvas_table_add_column (GtkColumnView                  *view,
                                 const HearsayCanvasTableColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *added = gtk_column_view_column_new (column->title, factory);
  HearsayCanvasTableColumn *copy = g_memdup2 (column, sizeof *column);

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (column->write != NULL);

  copy->title = NULL;
  copy->sorter = NULL;
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), copy);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), copy, free_column, 0);
  gtk_column_view_column_set_sorter (added, column->sorter);
  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_column_set_expand (added, !column->is_number);
  gtk_column_view_append_column (view, added);
  g_object_unref (added);
}

/**
 * hearsay_canvas_table_new_view:
 * @model: (transfer full): the rows
 * @label: for screen readers
 * @view: (out) (transfer none): a table without columns as yet
 *
 * Returns: (transfer none): the table in a scrolled window
 */
GtkWidget *
hearsay_canvas_table_new_view (GtkSelectionModel  *model,
                               const char         *label,
                               GtkColumnView     **view)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  *view = GTK_COLUMN_VIEW (gtk_column_view_new (model));
  gtk_accessible_update_property (GTK_ACCESSIBLE (*view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (*view));
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), FALSE);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

/**
 * hearsay_canvas_table_new_page:
 * @start: (nullable): what stands at the start of the bar
 * @back_action: shows the picture again
 * @content: the tables
 *
 * Returns: (transfer none): the tables below a bar
 */
GtkWidget *
hearsay_canvas_table_new_page (GtkWidget  *start,
                               const char *back_action,
                               GtkWidget  *content)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *spring = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *back = gtk_button_new_with_label (_("Show as Picture"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), back_action);
  gtk_widget_set_hexpand (spring, TRUE);
  gtk_widget_add_css_class (bar, "toolbar");
  if (start != NULL)
    gtk_box_append (GTK_BOX (bar), start);
  gtk_box_append (GTK_BOX (bar), spring);
  gtk_box_append (GTK_BOX (bar), back);
  gtk_box_append (GTK_BOX (box), hearsay_bar_new_scroller (bar));
  gtk_box_append (GTK_BOX (box), content);
  return box;
}
