/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-article.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hearsay-enum-types.h"
#include "model/hearsay-article-private.h"
#include "model/hearsay-statement.h"
#include "model/hearsay-text-map.h"

/* Characters of the text that serve as a title where there is none. */
#define TITLE_LENGTH 60

enum
{
  PROP_0,
  PROP_ID,
  PROP_SOURCE,
  PROP_TITLE,
  PROP_DISPLAY_TITLE,
  PROP_BYLINE,
  PROP_PUBLISHER,
  PROP_SECTION,
  PROP_LANGUAGE,
  PROP_TEXT,
  PROP_STATE,
  PROP_ERROR,
  PROP_STATEMENTS,
  PROP_N_SUPPORT,
  PROP_N_NEUTRAL,
  PROP_N_OPPOSE,
  N_PROPS
};

enum
{
  STATUS_CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (HearsayArticle, hearsay_article, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
hearsay_article_dispose (GObject *object)
{
  HearsayArticle *self = HEARSAY_ARTICLE (object);

  _hearsay_article_forget_statements (self);
  g_clear_pointer (&self->mentions, g_array_unref);
  g_clear_pointer (&self->relations, g_array_unref);
  G_OBJECT_CLASS (hearsay_article_parent_class)->dispose (object);
}

static void
hearsay_article_finalize (GObject *object)
{
  HearsayArticle *self = HEARSAY_ARTICLE (object);

  g_hash_table_unref (self->attached);
  g_clear_pointer (&self->map, hearsay_text_map_free);
  g_free (self->id);
  g_free (self->source);
  g_free (self->title);
  g_free (self->display_title);
  g_free (self->byline);
  g_free (self->publisher);
  g_free (self->section);
  g_free (self->language);
  g_free (self->text);
  g_free (self->error);
  G_OBJECT_CLASS (hearsay_article_parent_class)->finalize (object);
}

static guint
get_count (HearsayArticle  *self,
           HearsayPosition  position)
{
  guint counts[HEARSAY_N_POSITIONS];

  hearsay_article_get_stance_counts (self, counts);
  return counts[position];
}

static void
hearsay_article_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  HearsayArticle *self = HEARSAY_ARTICLE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_SOURCE:
      g_value_set_string (value, self->source);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DISPLAY_TITLE:
      g_value_set_string (value, hearsay_article_get_display_title (self));
      break;
    case PROP_BYLINE:
      g_value_set_string (value, self->byline);
      break;
    case PROP_PUBLISHER:
      g_value_set_string (value, self->publisher);
      break;
    case PROP_SECTION:
      g_value_set_string (value, self->section);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_STATE:
      g_value_set_enum (value, (gint) self->state);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    case PROP_STATEMENTS:
      g_value_set_object (value, self->statements);
      break;
    case PROP_N_SUPPORT:
      g_value_set_uint (value, get_count (self, HEARSAY_POSITION_SUPPORT));
      break;
    case PROP_N_NEUTRAL:
      g_value_set_uint (value, get_count (self, HEARSAY_POSITION_NEUTRAL));
      break;
    case PROP_N_OPPOSE:
      g_value_set_uint (value, get_count (self, HEARSAY_POSITION_OPPOSE));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_article_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  HearsayArticle *self = HEARSAY_ARTICLE (object);

  if (prop_id == PROP_STATE)
    hearsay_article_set_state (self, (HearsayArticleState) g_value_get_enum (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags settable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, readable);
  properties[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, NULL, readable);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, readable);
  properties[PROP_DISPLAY_TITLE] = g_param_spec_string ("display-title", NULL, NULL, NULL, readable);
  properties[PROP_BYLINE] = g_param_spec_string ("byline", NULL, NULL, NULL, readable);
  properties[PROP_PUBLISHER] = g_param_spec_string ("publisher", NULL, NULL, NULL, readable);
  properties[PROP_SECTION] = g_param_spec_string ("section", NULL, NULL, NULL, readable);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, readable);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, readable);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, HEARSAY_TYPE_ARTICLE_STATE, HEARSAY_ARTICLE_READING, settable);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, readable);
  properties[PROP_STATEMENTS] = g_param_spec_object ("statements", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  properties[PROP_N_SUPPORT] = g_param_spec_uint ("n-support", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_N_NEUTRAL] = g_param_spec_uint ("n-neutral", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_N_OPPOSE] = g_param_spec_uint ("n-oppose", NULL, NULL, 0, G_MAXUINT, 0, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hearsay_article_class_init (HearsayArticleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hearsay_article_dispose;
  object_class->finalize = hearsay_article_finalize;
  object_class->get_property = hearsay_article_get_property;
  object_class->set_property = hearsay_article_set_property;
  install_properties (object_class);

  signals[STATUS_CHANGED] =
    g_signal_new ("status-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, HEARSAY_TYPE_STATEMENT, HEARSAY_TYPE_STATUS);
}

static void
hearsay_article_init (HearsayArticle *self)
{
  self->statements = hearsay_object_list_new (HEARSAY_TYPE_STATEMENT);
  self->attached = g_hash_table_new (NULL, NULL);
  _hearsay_article_init_facts (self);
  self->state = HEARSAY_ARTICLE_READY;
}

/**
 * hearsay_article_new:
 * @data: what is known; everything but the id may be %NULL; the text is valid UTF-8
 *
 * Returns: (transfer full): an article that is ready and has no statements yet
 */
HearsayArticle *
hearsay_article_new (const HearsayArticleData *data)
{
  HearsayArticle *self;

  g_return_val_if_fail (data != NULL && data->id != NULL, NULL);

  self = g_object_new (HEARSAY_TYPE_ARTICLE, NULL);
  self->id = g_strdup (data->id);
  self->source = g_strdup (data->source);
  self->title = g_strdup (data->title);
  self->byline = g_strdup (data->byline);
  self->publisher = g_strdup (data->publisher);
  self->section = g_strdup (data->section);
  self->language = g_strdup (data->language != NULL ? data->language : "und");
  self->published = data->published;
  self->text = g_strdup (data->text != NULL ? data->text : "");
  return self;
}

const char *
hearsay_article_get_id (HearsayArticle *self)
{
  g_return_val_if_fail (HEARSAY_IS_ARTICLE (self), NULL);
  return self->id;
}

const char *
hearsay_article_get_source (HearsayArticle *self)
{
  g_return_val_if_fail (HEARSAY_IS_ARTICLE (self), NULL);
  return self->source;
}

const char *
hearsay_article_get_title (HearsayArticle *self)
{
  g_return_val_if_fail (HEARSAY_IS_ARTICLE (self), NULL);
  return self->title;
}

/* The first line of the text, cut between words. */
static char *
dup_first_words (const char *text)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const char *p = text;
  glong n = 0;

  while (g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  for (; *p != '\0' && *p != '\n' && *p != '\r' && n <= TITLE_LENGTH; p = g_utf8_next_char (p), n++)
    g_string_append_len (words, p, g_utf8_next_char (p) - p);
  if (n > TITLE_LENGTH)
    {
      const char *space = strrchr (words->str, ' ');

      if (space != NULL && space > words->str)
        g_string_truncate (words, (gsize) (space - words->str));
      g_string_append (words, "…");
    }
  g_strchomp (words->str);
  return words->str[0] != '\0' ? g_strdup (words->str) : NULL;
}

static char *
dup_file_name (const char *source)
{
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;

  if (source == NULL)
    return NULL;
  path = g_uri_unescape_string (source, NULL);
  name = g_path_get_basename (path != NULL ? path : source);
  return g_utf8_make_valid (name, -1);
}

/**
 * hearsay_article_get_display_title:
 *
 * Returns: (transfer none): the title, else the text's first words, else the
 *   file's name, else “Untitled” in the user's language
 */
const char *
hearsay_article_get_display_title (HearsayArticle *self)
{
  g_return_val_if_fail (HEARSAY_IS_ARTICLE (self), NULL);

  if (self->title != NULL && self->title[0] != '\0')
    return self->title;
  if (self->display_title == NULL)
    self->display_title = dup_first_words (self->text);
  if (self->display_title == NULL)
    self->display_title = dup_file_name (self->source);
  if (self->display_title == NULL)
    self->display_title = g_strdup (_("Untitled"));
  return self->display_title;
}

const char *
hearsay_article_get_byline (HearsayArticle *self)
{
  g_return_val_if_fail (HEARSAY_IS_ARTICLE (self), NULL);
  return self->byline;
}

const char *
hearsay_article_get_publisher (HearsayArticle *self)
{
  g_return_val_if_fail (HEARSAY_IS_ARTICLE (self), NULL);
  return self->publisher;
}

const char *
hearsay_article_get_section (HearsayArticle *self)
{
  g_return_val_if_fail (HEARSAY_IS_ARTICLE (self), NULL);
  return self->section;
}

const char *
hearsay_article_get_language (HearsayArticle *self)
{
  g_return_val_if_fail (HEARSAY_IS_ARTICLE (self), NULL);
  return self->language;
}

HearsayDate
hearsay_article_get_published (HearsayArticle *self)
{
  g_return_val_if_fail (HEARSAY_IS_ARTICLE (self), HEARSAY_DATE_NONE);
  return self->published;
}

const char *
hearsay_article_get_text (HearsayArticle *self)
{
  g_return_val_if_fail (HEARSAY_IS_ARTICLE (self), NULL);
  return self->text;
}

static HearsayTextMap *
ensure_map (HearsayArticle *self)
{
  if (self->map == NULL)
    self->map = hearsay_text_map_new (self->text);
  return self->map;
}

/**
 * hearsay_article_dup_span_text:
 * @span: code points; what lies behind the text's end is cut off
 *
 * Returns: (transfer full): the words of @span; in time of its length
 */
char *
hearsay_article_dup_span_text (HearsayArticle *self,
                               HearsaySpan     span)
{
  const char *start;
  const char *end;

  g_return_val_if_fail (HEARSAY_IS_ARTICLE (self), NULL);

  if (hearsay_span_is_empty (span))
    return g_strdup ("");
  start = self->text + hearsay_text_map_get_byte (ensure_map (self), span.start);
  end = self->text + hearsay_text_map_get_byte (self->map, span.end);
  return g_strndup (start, (gsize) (end - start));
}

guint
hearsay_article_get_n_paragraphs (HearsayArticle *self)
{
  g_return_val_if_fail (HEARSAY_IS_ARTICLE (self), 0);
  return hearsay_text_map_get_n_paragraphs (ensure_map (self));
}

/**
 * hearsay_article_find_paragraph:
 * @offset: a code point of the text
 *
 * Returns: the paragraph it lies in, from 0; in O(log n)
 */
guint
hearsay_article_find_paragraph (HearsayArticle *self,
                                guint32         offset)
{
  g_return_val_if_fail (HEARSAY_IS_ARTICLE (self), 0);
  return hearsay_text_map_find_paragraph (ensure_map (self), offset);
}

HearsayArticleState
hearsay_article_get_state (HearsayArticle *self)
{
  g_return_val_if_fail (HEARSAY_IS_ARTICLE (self), HEARSAY_ARTICLE_FAILED);
  return self->state;
}

void
hearsay_article_set_state (HearsayArticle      *self,
                           HearsayArticleState  state)
{
  g_return_if_fail (HEARSAY_IS_ARTICLE (self));

  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

const char *
hearsay_article_get_error (HearsayArticle *self)
{
  g_return_val_if_fail (HEARSAY_IS_ARTICLE (self), NULL);
  return self->error;
}

/**
 * hearsay_article_set_failed:
 * @message: the reason, in words for people
 */
void
hearsay_article_set_failed (HearsayArticle *self,
                            const char     *message)
{
  g_return_if_fail (HEARSAY_IS_ARTICLE (self));

  if (g_strcmp0 (self->error, message) != 0)
    {
      g_free (self->error);
      self->error = g_strdup (message);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
    }
  hearsay_article_set_state (self, HEARSAY_ARTICLE_FAILED);
}

void
_hearsay_article_notify_counts (HearsayArticle *self)
{
  self->counted = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SUPPORT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_NEUTRAL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_OPPOSE]);
}

void
_hearsay_article_status_changed (HearsayArticle   *self,
                                 HearsayStatement *statement,
                                 HearsayStatus     old_status)
{
  gboolean was_rejected = old_status == HEARSAY_STATUS_REJECTED;
  gboolean is_rejected = hearsay_statement_get_status (statement) == HEARSAY_STATUS_REJECTED;

  if (was_rejected != is_rejected)
    _hearsay_article_notify_counts (self);
  g_signal_emit (self, signals[STATUS_CHANGED], 0, statement, old_status);
}
