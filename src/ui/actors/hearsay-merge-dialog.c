/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/actors/hearsay-merge-dialog.h"

#include <glib/gi18n.h>

#include "ui/hearsay-wording.h"
#include "ui/widgets/hearsay-avatar.h"

struct _HearsayMergeDialog
{
  AdwMessageDialog parent_instance;

  GPtrArray *actors;  /* HearsayActor */
  GPtrArray *buttons; /* GtkCheckButton, in the same order */
};

G_DEFINE_FINAL_TYPE (HearsayMergeDialog, hearsay_merge_dialog, ADW_TYPE_MESSAGE_DIALOG)

static void
hearsay_merge_dialog_finalize (GObject *object)
{
  HearsayMergeDialog *self = HEARSAY_MERGE_DIALOG (object);

  g_clear_pointer (&self->actors, g_ptr_array_unref);
  g_ptr_array_unref (self->buttons);

  G_OBJECT_CLASS (hearsay_merge_dialog_parent_class)->finalize (object);
}

static void
hearsay_merge_dialog_class_init (HearsayMergeDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearsay_merge_dialog_finalize;
}

static void
hearsay_merge_dialog_init (HearsayMergeDialog *self)
{
  self->buttons = g_ptr_array_new ();
}

static GtkWidget *
new_choice (HearsayMergeDialog *self,
            HearsayActor       *actor)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *avatar = hearsay_avatar_new (32);
  g_autofree char *details = hearsay_wording_actor (actor);

  if (self->buttons->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), g_ptr_array_index (self->buttons, 0));
  else
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  g_ptr_array_add (self->buttons, button);
  hearsay_avatar_set_actor (HEARSAY_AVATAR (avatar), actor);
  gtk_widget_set_valign (avatar, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, hearsay_actor_get_name (actor), -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hearsay_actor_get_name (actor));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), avatar);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

/**
 * hearsay_merge_dialog_new:
 * @actors: (element-type HearsayActor): two or more; the first one is chosen at first
 */
GtkWidget *
hearsay_merge_dialog_new (GtkWindow *parent,
                          GPtrArray *actors)
{
  HearsayMergeDialog *self;
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autofree char *heading = NULL;

  g_return_val_if_fail (actors != NULL && actors->len > 1, NULL);

  heading = g_strdup_printf (ngettext ("Merge %u Actor?", "Merge %u Actors?", actors->len), actors->len);
  self = g_object_new (HEARSAY_TYPE_MERGE_DIALOG, "transient-for", parent, "modal", TRUE, "heading", heading, "body",
                       _("They are one and the same, in all articles and in those that will be added. Which name stays?"), NULL);
  self->actors = g_ptr_array_ref (actors);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < actors->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_choice (self, g_ptr_array_index (actors, i)));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 340);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self), scroller);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (self), "cancel", _("_Cancel"), "merge", _("_Merge"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (self), "merge", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (self), "merge");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (self), "cancel");
  return GTK_WIDGET (self);
}

/* Who stays. */
HearsayActor *
hearsay_merge_dialog_get_into (HearsayMergeDialog *self)
{
  g_return_val_if_fail (HEARSAY_IS_MERGE_DIALOG (self), NULL);

  for (guint i = 0; i < self->buttons->len; i++)
    {
      if (gtk_check_button_get_active (g_ptr_array_index (self->buttons, i)))
        return g_ptr_array_index (self->actors, i);
    }
  return g_ptr_array_index (self->actors, 0);
}

/* All of them, who stays included. */
GPtrArray *
hearsay_merge_dialog_get_actors (HearsayMergeDialog *self)
{
  g_return_val_if_fail (HEARSAY_IS_MERGE_DIALOG (self), NULL);

  return self->actors;
}
