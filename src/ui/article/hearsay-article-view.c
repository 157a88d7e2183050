/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/article/hearsay-article-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "model/hearsay-filter.h"
#include "ui/article/hearsay-article-header.h"
#include "ui/article/hearsay-article-map.h"
#include "ui/article/hearsay-article-text.h"
#include "ui/article/hearsay-inspector.h"
#include "ui/article/hearsay-statement-strip.h"

struct _HearsayArticleView
{
  GtkWidget parent_instance;

  AdwLeaflet            *leaflet;
  GtkWidget             *reader;
  GtkSearchBar          *search_bar;
  GtkSearchEntry        *search;
  GtkInfoBar            *language_bar;
  GtkScrolledWindow     *scroller;
  HearsayArticleText    *text;
  HearsayArticleMap     *map;
  HearsayStatementStrip *strip;
  HearsayInspector      *inspector;
  GtkWidget             *header;

  HearsaySession        *session;
  gboolean               narrow;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_NARROW,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (HearsayArticleView, hearsay_article_view, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

/* Where the statement in focus stands among those shown, or -1. */
static int
find_place (HearsayArticleView *self)
{
  HearsayStatement *statement = hearsay_session_get_selected_statement (self->session);
  guint place;

  if (statement == NULL ||
      !g_ptr_array_find ((GPtrArray *) hearsay_article_text_get_shown (self->text), statement, &place))
    return -1;
  return (int) place;
}

/* The statement that going on from here leads to, or NULL at the end. */
static HearsayStatement *
find_next (HearsayArticleView *self,
           int                 step,
           gboolean            unchecked)
{
  const GPtrArray *shown = hearsay_article_text_get_shown (self->text);
  int place = find_place (self);

  if (place < 0 && step < 0)
    return NULL;
  for (place += step; place >= 0 && place < (int) shown->len; place += step)
    {
      HearsayStatement *statement = g_ptr_array_index (shown, (guint) place);

      if (!unchecked || hearsay_statement_get_status (statement) == HEARSAY_STATUS_SUGGESTED)
        return statement;
    }
  return NULL;
}

static void
update_place (HearsayArticleView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean here = find_place (self) >= 0;

  hearsay_inspector_set_place (self->inspector, (guint) (find_place (self) + 1),
                               hearsay_article_text_get_shown (self->text)->len);
  gtk_widget_action_set_enabled (widget, "article.next", find_next (self, 1, FALSE) != NULL);
  gtk_widget_action_set_enabled (widget, "article.previous", find_next (self, -1, FALSE) != NULL);
  gtk_widget_action_set_enabled (widget, "article.accept", here);
  gtk_widget_action_set_enabled (widget, "article.reject", here);
}

static void
go (HearsayArticleView *self,
    int                 step,
    gboolean            unchecked)
{
  HearsayStatement *next = find_next (self, step, unchecked);

  if (next != NULL)
    hearsay_session_select (self->session, &next, 1);
}

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  go (HEARSAY_ARTICLE_VIEW (widget), 1, FALSE);
}

static void
previous_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  go (HEARSAY_ARTICLE_VIEW (widget), -1, FALSE);
}

static void
next_unchecked_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  go (HEARSAY_ARTICLE_VIEW (widget), 1, TRUE);
}

static void
previous_unchecked_action (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  go (HEARSAY_ARTICLE_VIEW (widget), -1, TRUE);
}

static void
decide (HearsayArticleView *self,
        HearsayStatus       status)
{
  const GPtrArray *selection = hearsay_session_get_selection (self->session);
  HearsayStatement *next = find_next (self, 1, TRUE);

  if (find_place (self) < 0)
    return;
  g_object_ref (self);
  hearsay_session_set_status (self->session, (HearsayStatement **) selection->pdata, selection->len, status);
  if (next != NULL)
    hearsay_session_select (self->session, &next, 1);
  g_object_unref (self);
}

static void
accept_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  decide (HEARSAY_ARTICLE_VIEW (widget), HEARSAY_STATUS_ACCEPTED);
}

static void
reject_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  decide (HEARSAY_ARTICLE_VIEW (widget), HEARSAY_STATUS_REJECTED);
}

static void
details_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  adw_leaflet_navigate (HEARSAY_ARTICLE_VIEW (widget)->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  adw_leaflet_navigate (HEARSAY_ARTICLE_VIEW (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HearsayArticleView *self = HEARSAY_ARTICLE_VIEW (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
inspector_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  HearsayArticleView *self = HEARSAY_ARTICLE_VIEW (widget);

  if (self->narrow)
    adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->inspector));
  else
    gtk_widget_set_visible (GTK_WIDGET (self->inspector), !gtk_widget_get_visible (GTK_WIDGET (self->inspector)));
}

/* One step back a press: search, selection, filter. */
static void
escape_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HearsayArticleView *self = HEARSAY_ARTICLE_VIEW (widget);
  HearsayFilter *filter = hearsay_session_get_filter (self->session);

  if (gtk_search_bar_get_search_mode (self->search_bar))
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  else if (hearsay_session_get_selection (self->session)->len > 0)
    hearsay_session_select (self->session, NULL, 0);
  else
    hearsay_filter_set_speakers (filter, NULL, 0);
}

static void
search_again (HearsayArticleView *self,
              gboolean            backward)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));

  if (*words == '\0' || hearsay_article_text_search (self->text, words, backward))
    gtk_widget_remove_css_class (GTK_WIDGET (self->search), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->search), "error");
}

static void
search_next_cb (HearsayArticleView *self)
{
  search_again (self, FALSE);
}

static void
search_previous_cb (HearsayArticleView *self)
{
  search_again (self, TRUE);
}

/* While somebody types, the hit that fits so far stays. */
static void
search_changed_cb (HearsayArticleView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start;

  gtk_text_buffer_get_selection_bounds (buffer, &start, NULL);
  gtk_text_buffer_place_cursor (buffer, &start);
  search_again (self, FALSE);
}

static void
article_changed_cb (HearsayArticleView *self)
{
  HearsayArticle *article = hearsay_session_get_article (self->session);
  gboolean foreign = article != NULL && *hearsay_article_get_text (article) != '\0' &&
                     g_strcmp0 (hearsay_article_get_language (article), "en") != 0;

  gtk_info_bar_set_revealed (self->language_bar, foreign);
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   action)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  return gtk_widget_activate_action (widget, action, NULL);
}

/* In the bubble phase: a text entry that has the focus takes its letters first. */
static void
add_keys (HearsayArticleView *self)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_j, 0, "article.next" },
    { GDK_KEY_k, 0, "article.previous" },
    { GDK_KEY_n, 0, "article.next-unchecked" },
    { GDK_KEY_n, GDK_SHIFT_MASK, "article.previous-unchecked" },
    { GDK_KEY_a, 0, "article.accept" },
    { GDK_KEY_r, 0, "article.reject" },
    { GDK_KEY_g, GDK_CONTROL_MASK, "article.search-next" },
    { GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "article.search-previous" },
    { GDK_KEY_Escape, 0, "article.escape" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                                                            gtk_callback_action_new (key_cb, (gpointer) keys[i].action,
                                                                                     NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
search_next_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  search_again (HEARSAY_ARTICLE_VIEW (widget), FALSE);
}

static void
search_previous_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  search_again (HEARSAY_ARTICLE_VIEW (widget), TRUE);
}

static void
set_session (HearsayArticleView *self,
             HearsaySession     *session)
{
  if (!g_set_object (&self->session, session) || session == NULL)
    return;
  g_object_set (self->header, "session", session, NULL);
  g_object_set (self->text, "session", session, NULL);
  g_object_set (self->map, "session", session, NULL);
  g_object_set (self->inspector, "session", session, NULL);
  g_object_set (self->strip, "session", session, NULL);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (update_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::article", G_CALLBACK (article_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "shown-changed", G_CALLBACK (update_place), self, G_CONNECT_SWAPPED);
  article_changed_cb (self);
  update_place (self);
}

static void
set_narrow (HearsayArticleView *self,
            gboolean            narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  g_object_set (self->text, "narrow", narrow, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->strip), narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->map), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->inspector), TRUE);
  hearsay_inspector_set_narrow (self->inspector, narrow);
  adw_leaflet_set_can_unfold (self->leaflet, !narrow);
  adw_leaflet_set_visible_child (self->leaflet, self->reader);
}

static void
hearsay_article_view_dispose (GObject *object)
{
  HearsayArticleView *self = HEARSAY_ARTICLE_VIEW (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARSAY_TYPE_ARTICLE_VIEW);

  G_OBJECT_CLASS (hearsay_article_view_parent_class)->dispose (object);
}

static void
hearsay_article_view_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  HearsayArticleView *self = HEARSAY_ARTICLE_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_article_view_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  HearsayArticleView *self = HEARSAY_ARTICLE_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "article.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "article.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "article.next-unchecked", NULL, next_unchecked_action);
  gtk_widget_class_install_action (widget_class, "article.previous-unchecked", NULL, previous_unchecked_action);
  gtk_widget_class_install_action (widget_class, "article.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "article.reject", NULL, reject_action);
  gtk_widget_class_install_action (widget_class, "article.details", NULL, details_action);
  gtk_widget_class_install_action (widget_class, "article.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "article.escape", NULL, escape_action);
  gtk_widget_class_install_action (widget_class, "article.search-next", NULL, search_next_action);
  gtk_widget_class_install_action (widget_class, "article.search-previous", NULL, search_previous_action);
  gtk_widget_class_install_action (widget_class, "view.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "view.inspector", NULL, inspector_action);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (HEARSAY_TYPE_ARTICLE_TEXT);
  g_type_ensure (HEARSAY_TYPE_ARTICLE_MAP);
  g_type_ensure (HEARSAY_TYPE_INSPECTOR);
  g_type_ensure (HEARSAY_TYPE_STATEMENT_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class, HEARSAY_RESOURCE_PATH "/ui/article/hearsay-article-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HearsayArticleView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, HearsayArticleView, reader);
  gtk_widget_class_bind_template_child (widget_class, HearsayArticleView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, HearsayArticleView, search);
  gtk_widget_class_bind_template_child (widget_class, HearsayArticleView, language_bar);
  gtk_widget_class_bind_template_child (widget_class, HearsayArticleView, scroller);
  gtk_widget_class_bind_template_child (widget_class, HearsayArticleView, text);
  gtk_widget_class_bind_template_child (widget_class, HearsayArticleView, map);
  gtk_widget_class_bind_template_child (widget_class, HearsayArticleView, strip);
  gtk_widget_class_bind_template_child (widget_class, HearsayArticleView, inspector);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_previous_cb);
}

static void
hearsay_article_view_class_init (HearsayArticleViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearsay_article_view_dispose;
  object_class->get_property = hearsay_article_view_get_property;
  object_class->set_property = hearsay_article_view_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, HEARSAY_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (widget_class);
  install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "articleview");
}

static void
hearsay_article_view_init (HearsayArticleView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->header = hearsay_article_header_new ();
  hearsay_article_text_set_header (self->text, self->header);
  hearsay_article_map_set_text (self->map, self->text);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search));
  add_keys (self);
}

GtkWidget *
hearsay_article_view_new (void)
{
  return g_object_new (HEARSAY_TYPE_ARTICLE_VIEW, NULL);
}
