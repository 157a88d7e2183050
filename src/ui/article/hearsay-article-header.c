/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/article/hearsay-article-header.h"

#include <glib/gi18n.h>

#include "ui/article/hearsay-speaker-chips.h"
#include "ui/hearsay-wording.h"

struct _HearsayArticleHeader
{
  GtkWidget parent_instance;

  GtkWidget           *box;
  GtkLabel            *section;
  GtkLabel            *title;
  GtkLabel            *place;
  HearsaySpeakerChips *chips;
  GtkWidget           *nothing;

  HearsaySession      *session;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (HearsayArticleHeader, hearsay_article_header, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static char *
describe_place (HearsayArticle *article)
{
  g_autoptr (GString) text = g_string_new (hearsay_article_get_publisher (article));
  g_autofree char *published = hearsay_wording_published (hearsay_article_get_published (article));
  const char *byline = hearsay_article_get_byline (article);

  if (byline != NULL)
    {
      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append (text, byline);
    }
  if (*published != '\0')
    {
      if (text->len > 0)
        g_string_append (text, " · ");
      /* Translators: date and time of publication */
      g_string_append_printf (text, _("Published %s"), published);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
update (HearsayArticleHeader *self)
{
  HearsayArticle *article = hearsay_session_get_article (self->session);
  g_autofree char *section = NULL;
  g_autofree char *place = NULL;

  gtk_widget_set_visible (self->box, article != NULL);
  if (article == NULL)
    return;

  if (hearsay_article_get_section (article) != NULL)
    section = g_utf8_strup (hearsay_article_get_section (article), -1);
  place = describe_place (article);
  gtk_label_set_label (self->section, section != NULL ? section : "");
  gtk_widget_set_visible (GTK_WIDGET (self->section), section != NULL);
  gtk_label_set_label (self->title, hearsay_article_get_display_title (article));
  gtk_label_set_label (self->place, place);
  gtk_widget_set_visible (GTK_WIDGET (self->place), *place != '\0');
  gtk_widget_set_visible (self->nothing, g_list_model_get_n_items (hearsay_article_get_statements (article)) == 0);
}

static void
set_session (HearsayArticleHeader *self,
             HearsaySession       *session)
{
  if (!g_set_object (&self->session, session) || session == NULL)
    return;
  g_object_set (self->chips, "session", session, NULL);
  g_signal_connect_object (session, "notify::article", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hearsay_session_get_collection (session), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

static void
hearsay_article_header_dispose (GObject *object)
{
  HearsayArticleHeader *self = HEARSAY_ARTICLE_HEADER (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARSAY_TYPE_ARTICLE_HEADER);

  G_OBJECT_CLASS (hearsay_article_header_parent_class)->dispose (object);
}

static void
hearsay_article_header_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      set_session (HEARSAY_ARTICLE_HEADER (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_article_header_class_init (HearsayArticleHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearsay_article_header_dispose;
  object_class->set_property = hearsay_article_header_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, HEARSAY_TYPE_SESSION,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HEARSAY_TYPE_SPEAKER_CHIPS);
  gtk_widget_class_set_template_from_resource (widget_class, HEARSAY_RESOURCE_PATH "/ui/article/hearsay-article-header.ui");
  gtk_widget_class_bind_template_child (widget_class, HearsayArticleHeader, box);
  gtk_widget_class_bind_template_child (widget_class, HearsayArticleHeader, section);
  gtk_widget_class_bind_template_child (widget_class, HearsayArticleHeader, title);
  gtk_widget_class_bind_template_child (widget_class, HearsayArticleHeader, place);
  gtk_widget_class_bind_template_child (widget_class, HearsayArticleHeader, chips);
  gtk_widget_class_bind_template_child (widget_class, HearsayArticleHeader, nothing);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "articleheader");
}

static void
hearsay_article_header_init (HearsayArticleHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hearsay_article_header_new (void)
{
  return g_object_new (HEARSAY_TYPE_ARTICLE_HEADER, NULL);
}
