/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/canvas/hearsay-bar.h"

/**
 * hearsay_bar_new_scroller:
 * @bar: a row of controls
 *
 * A row does not keep the window wide: where it finds no room it scrolls
 * sideways, and follows the keyboard focus.
 *
 * Returns: (transfer floating): what holds @bar
 */
GtkWidget *
hearsay_bar_new_scroller (GtkWidget *bar)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), bar);
  return scroller;
}
