/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/statements/hearsay-statement-check.h"

#include <glib/gi18n.h>

/* The check of a row: its place in the shared selection. */

static void
toggled_cb (GtkCheckButton *check,
            gpointer        data)
{
  GtkListItem *item = data;
  HearsaySession *session = g_object_get_data (G_OBJECT (check), "session");
  HearsayStatement *statement = gtk_list_item_get_item (item);

  if (statement != NULL && gtk_check_button_get_active (check) != hearsay_session_is_selected (session, statement))
    hearsay_session_toggle (session, statement);
}

static void
selected_cb (GtkListItem *item)
{
  GtkWidget *check = gtk_list_item_get_child (item);

  if (check != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), gtk_list_item_get_selected (item));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  data)
{
  GtkWidget *check = gtk_check_button_new ();

  /* A click beside the check is the row's. */
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (check, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Selected"), -1);
  g_object_set_data_full (G_OBJECT (check), "session", g_object_ref (data), g_object_unref);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), item);
  gtk_list_item_set_child (item, check);
  g_signal_connect (item, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  data)
{
  selected_cb (item);
}

/**
 * hearsay_statement_check_factory_new:
 * @session: whose selection the checks show and change
 *
 * Returns: (transfer full): what makes the checks
 */
GtkListItemFactory *
hearsay_statement_check_factory_new (HearsaySession *session)
{
  GtkListItemFactory *factory;

  g_return_val_if_fail (HEARSAY_IS_SESSION (session), NULL);

  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), g_object_ref (session),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}
