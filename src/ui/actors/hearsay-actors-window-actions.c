/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/actors/hearsay-actors-window-private.h"

#include <glib/gi18n.h>

#include "model/hearsay-filter.h"
#include "store/hearsay-store-actors.h"
#include "ui/actors/hearsay-merge-dialog.h"

static HearsayActor *
get_actor (HearsayActorsWindow *self)
{
  return self->chosen->len == 1 ? g_ptr_array_index (self->chosen, 0) : NULL;
}

void
hearsay_actors_window_update_actions (HearsayActorsWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  HearsayStore *store = self->session != NULL ? hearsay_session_get_store (self->session) : NULL;
  gboolean idle = self->n_asked == 0;

  gtk_widget_action_set_enabled (widget, "actors.merge", idle && self->chosen->len > 1);
  gtk_widget_action_set_enabled (widget, "actors.split-name", idle && self->chosen->len == 1);
  gtk_widget_action_set_enabled (widget, "actors.split-article", idle && self->chosen->len == 1);
  gtk_widget_action_set_enabled (widget, "actors.statements", self->chosen->len == 1);
  gtk_widget_action_set_enabled (widget, "actors.undo", idle && store != NULL && hearsay_store_can_undo (store));
  gtk_widget_action_set_enabled (widget, "actors.redo", idle && store != NULL && hearsay_store_can_redo (store));
}

/* --- what came of it --- */

static void
undo_toast_dismissed_cb (HearsayActorsWindow *self,
                         AdwToast            *toast)
{
  if (self->undo_toast == toast)
    g_clear_object (&self->undo_toast);
}

/* Undo takes back the last step alone: an older toast may not offer it any more. */
static void
tell (HearsayActorsWindow *self,
      const char          *message)
{
  AdwToast *toast = adw_toast_new (message);

  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "actors.undo");
  g_set_object (&self->undo_toast, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (undo_toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* A change under way: what is said when it is done, and who is shown then. */
typedef struct
{
  HearsayActorsWindow *self;
  char *message;
} Asked;

static Asked *
ask (HearsayActorsWindow *self,
     char                *message)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->self = g_object_ref (self);
  asked->message = message;
  self->n_asked++;
  hearsay_actors_window_update_actions (self);
  return asked;
}

static void
changed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  Asked *asked = data;
  HearsayActorsWindow *self = asked->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearsayActor) other = NULL;
  gboolean done = hearsay_store_change_actors_finish (HEARSAY_STORE (object), result, &other, &error);

  self->n_asked--;
  if (self->session != NULL && done)
    {
      HearsayActor *actor = other != NULL ? other : get_actor (self);

      tell (self, asked->message);
      if (actor != NULL)
        hearsay_actors_window_choose (self, &actor, 1);
    }
  else if (self->session != NULL)
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (error->message));
  if (self->session != NULL)
    hearsay_actors_window_update_actions (self);
  g_object_unref (self);
  g_free (asked->message);
  g_free (asked);
}

/* --- actions --- */

static void
merge_response_cb (HearsayActorsWindow *self,
                   const char          *response,
                   HearsayMergeDialog  *dialog)
{
  GPtrArray *actors = hearsay_merge_dialog_get_actors (dialog);
  HearsayActor *into = hearsay_merge_dialog_get_into (dialog);
  char *message;

  if (g_strcmp0 (response, "merge") != 0 || self->session == NULL)
    return;
  /* Translators: %u actors are one now, whose name is %s */
  message = g_strdup_printf (ngettext ("Merged %u actor into “%s”", "Merged %u actors into “%s”", actors->len), actors->len,
                             hearsay_actor_get_name (into));
  hearsay_store_merge_actors_async (hearsay_session_get_store (self->session), into, (HearsayActor **) actors->pdata, actors->len,
                                    changed_cb, ask (self, message));
  hearsay_actors_window_choose (self, &into, 1);
}

static void
merge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  HearsayActorsWindow *self = HEARSAY_ACTORS_WINDOW (widget);
  g_autoptr (GPtrArray) actors = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *dialog;

  for (guint i = 0; i < self->chosen->len; i++)
    g_ptr_array_add (actors, g_object_ref (g_ptr_array_index (self->chosen, i)));
  if (actors->len < 2)
    return;
  dialog = hearsay_merge_dialog_new (GTK_WINDOW (self), actors);
  g_signal_connect_object (dialog, "response", G_CALLBACK (merge_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
rename_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HearsayActorsWindow *self = HEARSAY_ACTORS_WINDOW (widget);
  HearsayActor *actor = get_actor (self);
  const char *name = g_variant_get_string (parameter, NULL);
  g_autofree char *message = NULL;

  if (actor == NULL || *name == '\0' || g_str_equal (name, hearsay_actor_get_name (actor)))
    return;
  /* Translators: former and new name */
  message = g_strdup_printf (_("Renamed “%s” to “%s”"), hearsay_actor_get_name (actor), name);
  hearsay_store_rename_actor (hearsay_session_get_store (self->session), actor, name);
  tell (self, message);
  hearsay_actors_window_choose (self, &actor, 1);
}

static void
set_kind_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  HearsayActorsWindow *self = HEARSAY_ACTORS_WINDOW (widget);
  HearsayActor *actor = get_actor (self);
  HearsayActorKind kind;

  if (actor == NULL || !hearsay_actor_kind_parse (g_variant_get_string (parameter, NULL), &kind))
    return;
  hearsay_store_set_actor_kind_async (hearsay_session_get_store (self->session), actor, kind, changed_cb,
                                      ask (self, g_strdup_printf (_("Set what “%s” is"), hearsay_actor_get_name (actor))));
}

static void
split_name_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  HearsayActorsWindow *self = HEARSAY_ACTORS_WINDOW (widget);
  HearsayActor *actor = get_actor (self);
  const char *name = g_variant_get_string (parameter, NULL);

  if (actor != NULL)
    hearsay_store_split_name_async (hearsay_session_get_store (self->session), actor, name, changed_cb,
                                    ask (self, g_strdup_printf (_("Split off “%s”"), name)));
}

static void
split_article_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  HearsayActorsWindow *self = HEARSAY_ACTORS_WINDOW (widget);
  HearsayActor *actor = get_actor (self);
  const char *ids[] = { g_variant_get_string (parameter, NULL), NULL };

  if (actor != NULL)
    hearsay_store_split_actor_async (hearsay_session_get_store (self->session), actor, ids, changed_cb,
                                     ask (self, g_strdup_printf (_("Split “%s” in one article"), hearsay_actor_get_name (actor))));
}

static void
show_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HearsayActorsWindow *self = HEARSAY_ACTORS_WINDOW (widget);
  HearsayActor *actor = hearsay_collection_find_actor (hearsay_session_get_collection (self->session),
                                                       g_variant_get_string (parameter, NULL));

  if (actor != NULL)
    hearsay_actors_window_show_actor (self, actor);
}

/* What it says, in the table of statements. */
static void
statements_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  HearsayActorsWindow *self = HEARSAY_ACTORS_WINDOW (widget);
  HearsayActor *actor = get_actor (self);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (actor == NULL)
    return;
  hearsay_filter_set_speakers (hearsay_session_get_filter (self->session), &actor, 1);
  if (parent == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.view", "s", "statements");
  gtk_window_present (parent);
}

static void
back_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HearsayActorsWindow *self = HEARSAY_ACTORS_WINDOW (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->list_page);
}

static void
search_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HearsayActorsWindow *self = HEARSAY_ACTORS_WINDOW (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->list_page);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
undo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HearsayActorsWindow *self = HEARSAY_ACTORS_WINDOW (widget);

  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  hearsay_store_undo (hearsay_session_get_store (self->session));
}

static void
redo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  hearsay_store_redo (hearsay_session_get_store (HEARSAY_ACTORS_WINDOW (widget)->session));
}

void
hearsay_actors_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "actors.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "actors.rename", "s", rename_action);
  gtk_widget_class_install_action (widget_class, "actors.set-kind", "s", set_kind_action);
  gtk_widget_class_install_action (widget_class, "actors.split-name", "s", split_name_action);
  gtk_widget_class_install_action (widget_class, "actors.split-article", "s", split_article_action);
  gtk_widget_class_install_action (widget_class, "actors.show", "s", show_action);
  gtk_widget_class_install_action (widget_class, "actors.statements", NULL, statements_action);
  gtk_widget_class_install_action (widget_class, "actors.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "actors.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "actors.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "actors.redo", NULL, redo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "actors.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "actors.merge", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "actors.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "actors.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "actors.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}
