/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/hearsay-window-private.h"

/* Libadwaita 1.2 has no breakpoints: the window looks at its width after each
 * allocation and rearranges in the next turn, never inside the allocation. */

static HearsayWidth
classify (int width)
{
  if (width >= HEARSAY_WIDTH_WIDE)
    return HEARSAY_WIDTH_IS_WIDE;
  return width >= HEARSAY_WIDTH_NARROW ? HEARSAY_WIDTH_IS_MEDIUM : HEARSAY_WIDTH_IS_NARROW;
}

static char *
library_key (HearsayWindow *self)
{
  return g_strconcat ("library-", hearsay_window_get_view (self), NULL);
}

static gboolean
library_wanted (HearsayWindow *self)
{
  const char *view = hearsay_window_get_view (self);
  g_autofree char *key = NULL;

  if (view == NULL)
    return FALSE;
  if (self->settings == NULL)
    return g_str_equal (view, "article");
  key = library_key (self);
  return g_settings_get_boolean (self->settings, key);
}

/**
 * hearsay_window_update_flap:
 *
 * Shows the library where it stands beside the view and was left open there.
 */
void
hearsay_window_update_flap (HearsayWindow *self)
{
  gboolean is_empty = g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "empty") == 0;
  gboolean folds = self->width == HEARSAY_WIDTH_IS_NARROW || self->width == HEARSAY_WIDTH_IS_MEDIUM;

  if (is_empty)
    return;
  adw_flap_set_fold_policy (self->flap, folds ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  if (!folds)
    adw_flap_set_reveal_flap (self->flap, library_wanted (self));
}

/**
 * hearsay_window_show_library:
 *
 * Shows or hides it because somebody wants it so; beside a view that is kept for the next time.
 */
void
hearsay_window_show_library (HearsayWindow *self,
                             gboolean       show)
{
  adw_flap_set_reveal_flap (self->flap, show);
  if (self->settings != NULL && !adw_flap_get_folded (self->flap) && hearsay_window_get_view (self) != NULL)
    {
      g_autofree char *key = library_key (self);

      g_settings_set_boolean (self->settings, key, show);
    }
}

static void
tell_views (HearsayWindow *self,
            gboolean       narrow)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->views);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      GtkWidget *view = adw_view_stack_page_get_child (page);

      if (g_object_class_find_property (G_OBJECT_GET_CLASS (view), "narrow") != NULL)
        g_object_set (view, "narrow", narrow, NULL);
    }
  hearsay_empty_page_set_narrow (self->empty_page, narrow);
}

static void
apply_width (HearsayWindow *self)
{
  gboolean narrow = self->width == HEARSAY_WIDTH_IS_NARROW;
  gboolean is_empty = g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "empty") == 0;

  gtk_widget_set_visible (self->open_button, !narrow || is_empty);
  gtk_widget_set_visible (self->undo_button, !narrow && !is_empty);
  gtk_widget_set_visible (self->redo_button, !narrow && !is_empty);
  gtk_widget_set_visible (self->export_button, !narrow && !is_empty);
  gtk_widget_set_visible (self->search_button, !narrow && !is_empty);
  gtk_widget_set_visible (self->library_button, !is_empty);
  adw_header_bar_set_centering_policy (self->header_bar,
                                       narrow ? ADW_CENTERING_POLICY_LOOSE : ADW_CENTERING_POLICY_STRICT);
  adw_view_switcher_bar_set_reveal (self->switcher_bar,
                                    !is_empty && adw_view_switcher_title_get_title_visible (self->switcher_title));
}

static gboolean
width_cb (gpointer data)
{
  HearsayWindow *self = HEARSAY_WINDOW (data);

  self->width_id = 0;
  if (self->width != HEARSAY_WIDTH_IS_WIDE)
    adw_flap_set_reveal_flap (self->flap, FALSE);
  tell_views (self, self->width == HEARSAY_WIDTH_IS_NARROW);
  apply_width (self);
  hearsay_window_update_flap (self);
  return G_SOURCE_REMOVE;
}

/**
 * hearsay_window_watch_width:
 * @width: of the window now, in pixels
 */
void
hearsay_window_watch_width (HearsayWindow *self,
                            int            width)
{
  HearsayWidth now = classify (width);

  if (now == self->width)
    return;
  self->width = now;
  if (self->width_id == 0)
    self->width_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, width_cb, self, NULL);
}

void
hearsay_window_set_up_width (HearsayWindow *self)
{
  g_signal_connect_object (self->switcher_title, "notify::title-visible", G_CALLBACK (apply_width), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pages, "notify::visible-child", G_CALLBACK (apply_width), self, G_CONNECT_SWAPPED);
  apply_width (self);
}
