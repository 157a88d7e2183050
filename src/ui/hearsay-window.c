/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/hearsay-window-private.h"

#include <glib/gi18n.h>

#include "ui/article/hearsay-article-view.h"
#include "ui/hearsay-settings.h"
#include "ui/hearsay-wording.h"
#include "ui/network/hearsay-network-view.h"
#include "ui/statements/hearsay-statements-view.h"
#include "ui/timeline/hearsay-timeline-view.h"

/* The views, in the order of the switcher. Each is a widget with a property “session”; it may have a boolean
 * property “narrow”, and an action “view.search”. */
static const struct
{
  const char *name;
  const char *title;
  const char *icon;
  GType (*get_type) (void);
} views[] = {
  { "article", N_("Article"), "hearsay-article-symbolic", hearsay_article_view_get_type },
  { "timeline", N_("Timeline"), "hearsay-timeline-symbolic", hearsay_timeline_view_get_type },
  { "network", N_("Network"), "hearsay-network-symbolic", hearsay_network_view_get_type },
  { "statements", N_("Statements"), "hearsay-statements-symbolic", hearsay_statements_view_get_type },
};

enum
{
  PROP_0,
  PROP_STORE,
  PROP_SESSION,
  PROP_LIBRARY_SHOWN,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (HearsayWindow, hearsay_window, ADW_TYPE_APPLICATION_WINDOW)

static GParamSpec *properties[N_PROPS];

static void
undo_toast_dismissed_cb (HearsayWindow *self,
                         AdwToast      *toast)
{
  if (self->undo_toast == toast)
    g_clear_object (&self->undo_toast);
}

static void
toast_cb (HearsayWindow *self,
          const char    *message,
          gboolean       undoable)
{
  AdwToast *toast = adw_toast_new (message);

  if (undoable)
    {
      /* Undo takes back the last step alone: an older toast may not offer it any more. */
      if (self->undo_toast != NULL)
        adw_toast_dismiss (self->undo_toast);
      adw_toast_set_button_label (toast, _("Undo"));
      adw_toast_set_action_name (toast, "win.undo");
      g_set_object (&self->undo_toast, toast);
      g_signal_connect_object (toast, "dismissed", G_CALLBACK (undo_toast_dismissed_cb), self, G_CONNECT_SWAPPED);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
show_statement_cb (HearsayWindow    *self,
                   HearsayStatement *statement)
{
  const char *view = hearsay_window_get_view (self);

  if (g_strcmp0 (view, "article") != 0)
    g_ptr_array_add (self->history, g_strdup (view));
  hearsay_window_set_view (self, "article");
  hearsay_window_update_actions (self);
}

static void
update_title (HearsayWindow *self)
{
  HearsayArticle *article = hearsay_session_get_article (self->session);
  gboolean is_article = g_strcmp0 (hearsay_window_get_view (self), "article") == 0;
  g_autofree char *subtitle = NULL;

  if (article != NULL && is_article)
    {
      g_autofree char *date = hearsay_wording_date (hearsay_article_get_published (article));
      g_autofree char *n = hearsay_wording_statements (g_list_model_get_n_items (hearsay_article_get_statements (article)));
      const char *publisher = hearsay_article_get_publisher (article);

      subtitle = *date != '\0' ? g_strdup_printf ("%s · %s", date, n) : g_strdup (n);
      adw_view_switcher_title_set_title (self->switcher_title, publisher != NULL ? publisher : _("Article"));
    }
  else
    {
      adw_view_switcher_title_set_title (self->switcher_title, _("Hearsay"));
    }
  adw_view_switcher_title_set_subtitle (self->switcher_title, subtitle != NULL ? subtitle : "");
}

static void
update_page (HearsayWindow *self)
{
  HearsayCollection *collection = hearsay_session_get_collection (self->session);
  gboolean empty = g_list_model_get_n_items (hearsay_collection_get_articles (collection)) == 0 &&
                   g_list_model_get_n_items (hearsay_importer_get_rows (self->importer)) == 0;

  gtk_stack_set_visible_child_name (self->pages, empty ? "empty" : "content");
  adw_view_switcher_title_set_view_switcher_enabled (self->switcher_title, !empty);
  hearsay_window_update_actions (self);
  hearsay_window_update_flap (self);
}

/* There is always something to read: the first article, where none is chosen. */
static void
show_some_article (HearsayWindow *self)
{
  GListModel *articles = hearsay_collection_get_articles (hearsay_session_get_collection (self->session));
  g_autoptr (HearsayArticle) first = NULL;

  if (hearsay_session_get_article (self->session) != NULL)
    return;
  first = g_list_model_get_item (articles, 0);
  if (first != NULL)
    hearsay_session_set_article (self->session, first);
}

static void
collection_changed_cb (HearsayWindow *self)
{
  show_some_article (self);
  update_page (self);
}

static void
view_changed_cb (HearsayWindow *self)
{
  const char *view = hearsay_window_get_view (self);

  if (view == NULL)
    return;
  g_object_set (self->library, "narrows", !g_str_equal (view, "article"), NULL);
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "view", view);
  update_title (self);
  hearsay_window_update_flap (self);
  hearsay_window_update_actions (self);
}

static void
article_changed_cb (HearsayWindow *self)
{
  update_title (self);
  if (adw_flap_get_folded (self->flap))
    hearsay_window_show_library (self, FALSE);
}

static void
progress_cb (HearsayWindow *self)
{
  guint n_done = hearsay_importer_get_n_done (self->importer);
  guint n_total = hearsay_importer_get_n_total (self->importer);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->progress), n_total > 0);
  gtk_widget_set_visible (self->stop_button, n_total > 0);
  if (n_total == 0)
    return;
  /* Translators: progress of reading files */
  text = g_strdup_printf (_("Reading %u of %u"), MIN (n_done + 1, n_total), n_total);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->progress), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_progress_bar_set_fraction (self->progress, (double) n_done / n_total);
}

/* The first article of what was opened is shown; the others wait in the library. */
static void
imported_cb (HearsayWindow  *self,
             HearsayArticle *article)
{
  if (self->has_shown_first)
    return;
  self->has_shown_first = TRUE;
  hearsay_session_set_article (self->session, article);
  if (hearsay_importer_get_n_total (self->importer) == 1)
    hearsay_window_set_view (self, "article");
}

static void
finished_cb (HearsayWindow *self,
             guint          n_articles,
             guint          n_failed,
             gboolean       cancelled)
{
  if (self->is_sample && n_articles > 0)
    toast_cb (self, _("Click any tinted sentence"), FALSE);
  else if (cancelled)
    toast_cb (self, _("Stopped reading. What has been read is kept"), FALSE);
  self->is_sample = FALSE;
  self->has_shown_first = FALSE;
}

static void
store_failed_cb (HearsayWindow *self,
                 GError        *error)
{
  g_autofree char *message = g_strdup_printf (_("The collection could not be saved: %s"), error->message);

  hearsay_window_warn (self, message);
}

static void
trouble_response_cb (HearsayWindow *self)
{
  gtk_info_bar_set_revealed (self->trouble_bar, FALSE);
}

static void
reveal_flap_cb (HearsayWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY_SHOWN]);
}

static void
add_views (HearsayWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWidget *view = g_object_new (views[i].get_type (), "session", self->session, NULL);

      adw_view_stack_add_titled_with_icon (self->views, view, views[i].name, _(views[i].title), views[i].icon);
    }
}

static void
connect_all (HearsayWindow *self)
{
  HearsayCollection *collection = hearsay_session_get_collection (self->session);

  g_signal_connect_object (self->session, "toast", G_CALLBACK (toast_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "show-statement", G_CALLBACK (show_statement_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::article", G_CALLBACK (article_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "notify", G_CALLBACK (hearsay_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "failed", G_CALLBACK (store_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (collection, "changed", G_CALLBACK (collection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hearsay_importer_get_rows (self->importer), "items-changed", G_CALLBACK (update_page), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->importer, "notify", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->importer, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->importer, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (reveal_flap_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
restore (HearsayWindow *self)
{
  show_some_article (self);
  if (self->settings == NULL)
    return;

  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  if (hearsay_session_get_article (self->session) != NULL)
    {
      g_autofree char *view = g_settings_get_string (self->settings, "view");

      hearsay_window_set_view (self, view);
    }
}

static gboolean
hearsay_window_close_request (GtkWindow *window)
{
  HearsayWindow *self = HEARSAY_WINDOW (window);

  if (self->settings != NULL)
    {
      int width;
      int height;

      gtk_window_get_default_size (window, &width, &height);
      g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
      if (width > 0 && height > 0)
        {
          g_settings_set_int (self->settings, "window-width", MAX (width, 360));
          g_settings_set_int (self->settings, "window-height", MAX (height, 294));
        }
    }
  hearsay_importer_cancel (self->importer);
  return GTK_WINDOW_CLASS (hearsay_window_parent_class)->close_request (window);
}

static void
hearsay_window_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  GTK_WIDGET_CLASS (hearsay_window_parent_class)->size_allocate (widget, width, height, baseline);
  hearsay_window_watch_width (HEARSAY_WINDOW (widget), width);
}

static void
hearsay_window_constructed (GObject *object)
{
  HearsayWindow *self = HEARSAY_WINDOW (object);

  G_OBJECT_CLASS (hearsay_window_parent_class)->constructed (object);

  self->session = hearsay_session_new (self->store);
  self->importer = hearsay_importer_new (self->store);
  g_object_set (self->library, "session", self->session, "importer", self->importer, NULL);
  add_views (self);
  connect_all (self);
  hearsay_window_set_up_files (self);
  hearsay_window_set_up_width (self);
  view_changed_cb (self);
  update_page (self);
  restore (self);
  if (hearsay_store_get_problem (self->store) != NULL)
    hearsay_window_warn (self, hearsay_store_get_problem (self->store));
}

static void
hearsay_window_dispose (GObject *object)
{
  HearsayWindow *self = HEARSAY_WINDOW (object);

  g_clear_handle_id (&self->width_id, g_source_remove);
  if (self->importer != NULL)
    g_object_run_dispose (G_OBJECT (self->importer));
  g_clear_weak_pointer (&self->actors);
  g_clear_object (&self->undo_toast);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARSAY_TYPE_WINDOW);
  g_clear_object (&self->importer);
  g_clear_object (&self->session);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->history, g_ptr_array_unref);

  G_OBJECT_CLASS (hearsay_window_parent_class)->dispose (object);
}

static void
hearsay_window_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  HearsayWindow *self = HEARSAY_WINDOW (object);

  switch (prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_LIBRARY_SHOWN:
      /* Asked for while the template is being built, too. */
      g_value_set_boolean (value, self->flap != NULL && adw_flap_get_reveal_flap (self->flap));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_window_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  HearsayWindow *self = HEARSAY_WINDOW (object);

  switch (prop_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    case PROP_LIBRARY_SHOWN:
      hearsay_window_show_library (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, HEARSAY_RESOURCE_PATH "/ui/hearsay-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HearsayWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, HearsayWindow, header_bar);
  gtk_widget_class_bind_template_child (widget_class, HearsayWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, HearsayWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, HearsayWindow, library_button);
  gtk_widget_class_bind_template_child (widget_class, HearsayWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, HearsayWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, HearsayWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, HearsayWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, HearsayWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, HearsayWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, HearsayWindow, stop_button);
  gtk_widget_class_bind_template_child (widget_class, HearsayWindow, trouble_bar);
  gtk_widget_class_bind_template_child (widget_class, HearsayWindow, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, HearsayWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, HearsayWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, HearsayWindow, empty_page);
  gtk_widget_class_bind_template_child (widget_class, HearsayWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, HearsayWindow, library);
  gtk_widget_class_bind_template_child (widget_class, HearsayWindow, views);
  gtk_widget_class_bind_template_child (widget_class, HearsayWindow, drop_wash);
  gtk_widget_class_bind_template_child (widget_class, HearsayWindow, recent_section);
  gtk_widget_class_bind_template_callback (widget_class, trouble_response_cb);
}

static void
hearsay_window_class_init (HearsayWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = hearsay_window_constructed;
  object_class->dispose = hearsay_window_dispose;
  object_class->get_property = hearsay_window_get_property;
  object_class->set_property = hearsay_window_set_property;
  widget_class->size_allocate = hearsay_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = hearsay_window_close_request;

  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, HEARSAY_TYPE_STORE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, HEARSAY_TYPE_SESSION,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LIBRARY_SHOWN] =
    g_param_spec_boolean ("library-shown", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HEARSAY_TYPE_EMPTY_PAGE);
  g_type_ensure (HEARSAY_TYPE_LIBRARY);
  bind_template (widget_class);
  hearsay_window_install_actions (widget_class);
}

static void
hearsay_window_init (HearsayWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = hearsay_settings_new ();
  self->history = g_ptr_array_new_with_free_func (g_free);
}

/**
 * hearsay_window_new:
 * @store: the collection file that the window shows
 *
 * Returns: (transfer none): a window that has yet to be presented
 */
HearsayWindow *
hearsay_window_new (GtkApplication *application,
                    HearsayStore   *store)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (HEARSAY_IS_STORE (store), NULL);

  return g_object_new (HEARSAY_TYPE_WINDOW, "application", application, "store", store, NULL);
}

HearsaySession *
hearsay_window_get_session (HearsayWindow *self)
{
  g_return_val_if_fail (HEARSAY_IS_WINDOW (self), NULL);

  return self->session;
}

HearsayImporter *
hearsay_window_get_importer (HearsayWindow *self)
{
  g_return_val_if_fail (HEARSAY_IS_WINDOW (self), NULL);

  return self->importer;
}

/**
 * hearsay_window_open:
 * @files: (array length=n_files): files and folders to read into the collection
 */
void
hearsay_window_open (HearsayWindow  *self,
                     GFile         **files,
                     guint           n_files)
{
  g_return_if_fail (HEARSAY_IS_WINDOW (self));

  hearsay_importer_add (self->importer, files, n_files);
}

const char *
hearsay_window_get_view (HearsayWindow *self)
{
  g_return_val_if_fail (HEARSAY_IS_WINDOW (self), NULL);

  return adw_view_stack_get_visible_child_name (self->views);
}

/**
 * hearsay_window_set_view:
 * @name: “article”, “timeline”, “network” or “statements”; others are ignored
 */
void
hearsay_window_set_view (HearsayWindow *self,
                         const char    *name)
{
  g_return_if_fail (HEARSAY_IS_WINDOW (self));
  g_return_if_fail (name != NULL);

  if (adw_view_stack_get_child_by_name (self->views, name) != NULL)
    adw_view_stack_set_visible_child_name (self->views, name);
}

/**
 * hearsay_window_warn:
 * @message: what happened and what it means for the work
 *
 * Says it in a bar that stays until it is closed.
 */
void
hearsay_window_warn (HearsayWindow *self,
                     const char    *message)
{
  g_return_if_fail (HEARSAY_IS_WINDOW (self));
  g_return_if_fail (message != NULL);

  gtk_label_set_label (self->trouble_label, message);
  gtk_info_bar_set_revealed (self->trouble_bar, TRUE);
}
