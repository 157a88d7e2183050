/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/widgets/hearsay-context-menu.h"

static void
drop_cb (gpointer data)
{
  g_autoptr (GtkWidget) popover = data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
}

/* Its actions are found through its parent: it may go only after they were called. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_once (drop_cb, g_object_ref (popover));
}

/**
 * hearsay_context_menu_popup:
 * @owner: whose actions the menu has, and that gives it its place
 * @focus: (nullable): what gets the keyboard focus when the menu is closed
 * @x: in @owner
 * @y: in @owner
 *
 * Shows a menu at the pointer. It goes by itself.
 */
void
hearsay_context_menu_popup (GtkWidget  *owner,
                            GtkWidget  *focus,
                            GMenuModel *model,
                            double      x,
                            double      y)
{
  GtkWidget *popover;

  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (G_IS_MENU_MODEL (model));

  popover = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (popover, owner);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  if (focus != NULL)
    g_signal_connect_object (popover, "closed", G_CALLBACK (gtk_widget_grab_focus), focus, G_CONNECT_SWAPPED);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_object (owner, "destroy", G_CALLBACK (gtk_widget_unparent), popover, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}
