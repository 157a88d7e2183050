/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/hearsay-window-private.h"

#include <glib/gi18n.h>

#include "ui/actors/hearsay-actors-window.h"
#include "ui/export/hearsay-export-dialog.h"
#include "ui/issues/hearsay-issues-dialog.h"

static gboolean
is_empty (HearsayWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "empty") == 0;
}

static void
update_undo_button (GtkWidget  *button,
                    const char *word,
                    const char *keys,
                    const char *label)
{
  g_autofree char *tooltip = NULL;

  /* Translators: Undo or Redo, what is undone, and the keys for it */
  tooltip = label != NULL ? g_strdup_printf (_("%s: %s (%s)"), word, label, keys) : g_strdup_printf (_("%s (%s)"), word, keys);
  gtk_widget_set_tooltip_text (button, tooltip);
}

/**
 * hearsay_window_update_actions:
 *
 * Makes what is possible now sensitive, and the rest insensitive.
 */
void
hearsay_window_update_actions (HearsayWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean empty = is_empty (self);

  gtk_widget_action_set_enabled (widget, "win.undo", hearsay_store_can_undo (self->store));
  gtk_widget_action_set_enabled (widget, "win.redo", hearsay_store_can_redo (self->store));
  gtk_widget_action_set_enabled (widget, "win.search", !empty);
  gtk_widget_action_set_enabled (widget, "win.export", !empty);
  gtk_widget_action_set_enabled (widget, "win.actors", !empty);
  gtk_widget_action_set_enabled (widget, "win.issues", !empty);
  gtk_widget_action_set_enabled (widget, "win.show-library", !empty);
  gtk_widget_action_set_enabled (widget, "win.back", self->history->len > 0);
  update_undo_button (self->undo_button, _("Undo"), "Ctrl+Z", hearsay_store_get_undo_label (self->store));
  update_undo_button (self->redo_button, _("Redo"), "Ctrl+Shift+Z", hearsay_store_get_redo_label (self->store));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  hearsay_window_choose_files (HEARSAY_WINDOW (widget));
}

static void
save_as_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  hearsay_window_choose_copy (HEARSAY_WINDOW (widget));
}

static void
open_uri_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  hearsay_window_open (HEARSAY_WINDOW (widget), &file, 1);
}

static void
try_sample_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  hearsay_window_open_sample (HEARSAY_WINDOW (widget));
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HearsayWindow *self = HEARSAY_WINDOW (widget);

  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  hearsay_store_undo (self->store);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  hearsay_store_redo (HEARSAY_WINDOW (widget)->store);
}

/* The view knows best where to search; where it has nothing of its own, the library does. */
static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HearsayWindow *self = HEARSAY_WINDOW (widget);
  GtkWidget *view = adw_view_stack_get_visible_child (self->views);

  if (view != NULL && gtk_widget_activate_action (view, "view.search", NULL))
    return;
  hearsay_window_show_library (self, TRUE);
  hearsay_library_focus_search (self->library);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HearsayWindow *self = HEARSAY_WINDOW (widget);
  GtkWidget *timeline = adw_view_stack_get_child_by_name (self->views, "timeline");
  GtkWidget *network = adw_view_stack_get_child_by_name (self->views, "network");
  GtkWidget *dialog = hearsay_export_dialog_new (self->session, hearsay_window_get_view (self), HEARSAY_TIMELINE_VIEW (timeline),
                                                 HEARSAY_NETWORK_VIEW (network));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* One window of actors for each collection. */
static HearsayActorsWindow *
present_actors (HearsayWindow *self)
{
  if (self->actors == NULL)
    {
      g_set_weak_pointer (&self->actors, hearsay_actors_window_new (self->session));
      gtk_window_set_transient_for (GTK_WINDOW (self->actors), GTK_WINDOW (self));
      gtk_window_set_destroy_with_parent (GTK_WINDOW (self->actors), TRUE);
    }
  gtk_window_present (GTK_WINDOW (self->actors));
  return HEARSAY_ACTORS_WINDOW (self->actors);
}

static void
actors_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  present_actors (HEARSAY_WINDOW (widget));
}

static void
actor_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  HearsayWindow *self = HEARSAY_WINDOW (widget);
  HearsayActor *actor = hearsay_collection_find_actor (hearsay_session_get_collection (self->session),
                                                       g_variant_get_string (parameter, NULL));

  if (actor != NULL)
    hearsay_actors_window_show_actor (present_actors (self), actor);
}

/* The issue of an id, or all of them where it is empty. */
static void
issues_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HearsayWindow *self = HEARSAY_WINDOW (widget);
  HearsayIssue *issue = hearsay_collection_find_issue (hearsay_session_get_collection (self->session),
                                                       g_variant_get_string (parameter, NULL));
  GtkWidget *dialog = hearsay_issues_dialog_new (self->session);

  if (issue != NULL)
    hearsay_issues_dialog_open (HEARSAY_ISSUES_DIALOG (dialog), issue);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
stop_reading_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  hearsay_importer_cancel (HEARSAY_WINDOW (widget)->importer);
}

static void
view_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HearsayWindow *self = HEARSAY_WINDOW (widget);

  if (!is_empty (self))
    hearsay_window_set_view (self, g_variant_get_string (parameter, NULL));
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HearsayWindow *self = HEARSAY_WINDOW (widget);
  g_autofree char *view = NULL;

  if (self->history->len == 0)
    return;
  view = g_ptr_array_steal_index (self->history, self->history->len - 1);
  hearsay_window_set_view (self, view);
  hearsay_window_update_actions (self);
}

static void
fullscreen_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
inspector_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  GtkWidget *view = adw_view_stack_get_visible_child (HEARSAY_WINDOW (widget)->views);

  if (view != NULL)
    gtk_widget_activate_action (view, "view.inspector", NULL);
}

void
hearsay_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);
  gtk_widget_class_install_action (widget_class, "win.open-uri", "s", open_uri_action);
  gtk_widget_class_install_action (widget_class, "win.try-sample", NULL, try_sample_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.actors", NULL, actors_action);
  gtk_widget_class_install_action (widget_class, "win.actor", "s", actor_action);
  gtk_widget_class_install_action (widget_class, "win.issues", "s", issues_action);
  gtk_widget_class_install_action (widget_class, "win.stop-reading", NULL, stop_reading_action);
  gtk_widget_class_install_action (widget_class, "win.view", "s", view_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.fullscreen", NULL, fullscreen_action);
  gtk_widget_class_install_action (widget_class, "win.inspector", NULL, inspector_action);
  gtk_widget_class_install_property_action (widget_class, "win.show-library", "library-shown");
}
