/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-statement.h"

#include <string.h>

#include "hearsay-enum-types.h"
#include "model/hearsay-actor.h"
#include "model/hearsay-article-private.h"
#include "model/hearsay-stance.h"

/**
 * HearsayStatement:
 *
 * What one speaker said in one place of one article.
 */
struct _HearsayStatement
{
  GObject parent_instance;

  char *id;
  const char *rule;        /* interned: there are few */
  HearsayArticle *article; /* borrowed; the article clears it when it goes */
  gboolean removed;        /* the article is not in the collection any more */
  HearsayActor *speaker;
  HearsayObjectList *stances;
  char *words;     /* filled when they are first asked for */
  char *cue_words; /* likewise */
  HearsaySpan *content;
  guint n_content;
  HearsaySpan source;
  HearsaySpan cue;
  HearsaySpan said_on_span;
  HearsayDate said_on;
  guint paragraph;
  float confidence;
  HearsayStatementKind kind;
  HearsayStatus status;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_ARTICLE,
  PROP_SPEAKER,
  PROP_KIND,
  PROP_WORDS,
  PROP_CUE_WORDS,
  PROP_CONFIDENCE,
  PROP_STATUS,
  PROP_STANCES,
  PROP_MAIN_STANCE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (HearsayStatement, hearsay_statement, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
hearsay_statement_dispose (GObject *object)
{
  HearsayStatement *self = HEARSAY_STATEMENT (object);

  if (self->article != NULL)
    _hearsay_article_detach (self->article, self);
  self->article = NULL;
  g_clear_object (&self->speaker);
  g_clear_object (&self->stances);
  G_OBJECT_CLASS (hearsay_statement_parent_class)->dispose (object);
}

static void
hearsay_statement_finalize (GObject *object)
{
  HearsayStatement *self = HEARSAY_STATEMENT (object);

  g_free (self->id);
  g_free (self->words);
  g_free (self->cue_words);
  g_free (self->content);
  G_OBJECT_CLASS (hearsay_statement_parent_class)->finalize (object);
}

static void
hearsay_statement_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  HearsayStatement *self = HEARSAY_STATEMENT (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_ARTICLE:
      g_value_set_object (value, hearsay_statement_get_article (self));
      break;
    case PROP_SPEAKER:
      g_value_set_object (value, self->speaker);
      break;
    case PROP_KIND:
      g_value_set_enum (value, (gint) self->kind);
      break;
    case PROP_WORDS:
      g_value_set_string (value, hearsay_statement_get_words (self));
      break;
    case PROP_CUE_WORDS:
      g_value_set_string (value, hearsay_statement_get_cue_words (self));
      break;
    case PROP_CONFIDENCE:
      g_value_set_double (value, self->confidence);
      break;
    case PROP_STATUS:
      g_value_set_enum (value, (gint) self->status);
      break;
    case PROP_STANCES:
      g_value_set_object (value, self->stances);
      break;
    case PROP_MAIN_STANCE:
      g_value_set_object (value, hearsay_statement_get_main_stance (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_statement_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  HearsayStatement *self = HEARSAY_STATEMENT (object);

  if (prop_id == PROP_STATUS)
    hearsay_statement_set_status (self, (HearsayStatus) g_value_get_enum (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
hearsay_statement_class_init (HearsayStatementClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = hearsay_statement_dispose;
  object_class->finalize = hearsay_statement_finalize;
  object_class->get_property = hearsay_statement_get_property;
  object_class->set_property = hearsay_statement_set_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, readable);
  properties[PROP_ARTICLE] = g_param_spec_object ("article", NULL, NULL, HEARSAY_TYPE_ARTICLE, readable);
  properties[PROP_SPEAKER] = g_param_spec_object ("speaker", NULL, NULL, HEARSAY_TYPE_ACTOR, readable);
  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, HEARSAY_TYPE_STATEMENT_KIND, HEARSAY_STATEMENT_DIRECT, readable);
  properties[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL, readable);
  properties[PROP_CUE_WORDS] = g_param_spec_string ("cue-words", NULL, NULL, NULL, readable);
  properties[PROP_CONFIDENCE] = g_param_spec_double ("confidence", NULL, NULL, 0.0, 1.0, 0.0, readable);
  properties[PROP_STATUS] =
    g_param_spec_enum ("status", NULL, NULL, HEARSAY_TYPE_STATUS, HEARSAY_STATUS_SUGGESTED,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_STANCES] = g_param_spec_object ("stances", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  properties[PROP_MAIN_STANCE] = g_param_spec_object ("main-stance", NULL, NULL, HEARSAY_TYPE_STANCE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hearsay_statement_init (HearsayStatement *self)
{
}

/**
 * hearsay_statement_new:
 * @data: what is known
 *
 * Returns: (transfer full): a statement of @data->article, which does not show
 *   it before hearsay_article_add_statement()
 */
HearsayStatement *
hearsay_statement_new (const HearsayStatementData *data)
{
  HearsayStatement *self;

  g_return_val_if_fail (data != NULL && data->id != NULL, NULL);
  g_return_val_if_fail (HEARSAY_IS_ARTICLE (data->article), NULL);
  g_return_val_if_fail (data->speaker == NULL || HEARSAY_IS_ACTOR (data->speaker), NULL);
  g_return_val_if_fail ((guint) data->kind < HEARSAY_N_STATEMENT_KINDS, NULL);
  g_return_val_if_fail ((guint) data->status < HEARSAY_N_STATUSES, NULL);
  g_return_val_if_fail (data->content != NULL || data->n_content == 0, NULL);
  g_return_val_if_fail (data->stances != NULL || data->n_stances == 0, NULL);

  self = g_object_new (HEARSAY_TYPE_STATEMENT, NULL);
  self->id = g_strdup (data->id);
  self->rule = g_intern_string (data->rule);
  self->article = data->article;
  _hearsay_article_attach (self->article, self);
  g_set_object (&self->speaker, data->speaker);
  self->kind = data->kind;
  self->source = data->source;
  self->cue = data->cue;
  self->content = g_memdup2 (data->content, data->n_content * sizeof (HearsaySpan));
  self->n_content = data->n_content;
  self->said_on = data->said_on;
  self->said_on_span = data->said_on_span;
  self->paragraph = data->paragraph;
  self->confidence = (float) (data->confidence >= 0.0 ? MIN (data->confidence, 1.0) : 0.0);
  self->status = data->status;
  self->stances = hearsay_object_list_new (HEARSAY_TYPE_STANCE);
  hearsay_object_list_splice (self->stances, 0, 0, (gpointer *) data->stances, data->n_stances);
  return self;
}

const char *
hearsay_statement_get_id (HearsayStatement *self)
{
  g_return_val_if_fail (HEARSAY_IS_STATEMENT (self), NULL);
  return self->id;
}

/**
 * hearsay_statement_get_article:
 *
 * Returns: (transfer none) (nullable): the article, %NULL once it is removed
 */
HearsayArticle *
hearsay_statement_get_article (HearsayStatement *self)
{
  g_return_val_if_fail (HEARSAY_IS_STATEMENT (self), NULL);
  return self->removed ? NULL : self->article;
}

HearsayActor *
hearsay_statement_get_speaker (HearsayStatement *self)
{
  g_return_val_if_fail (HEARSAY_IS_STATEMENT (self), NULL);
  return self->speaker;
}

HearsayStatementKind
hearsay_statement_get_kind (HearsayStatement *self)
{
  g_return_val_if_fail (HEARSAY_IS_STATEMENT (self), HEARSAY_STATEMENT_DIRECT);
  return self->kind;
}

HearsaySpan
hearsay_statement_get_source (HearsayStatement *self)
{
  g_return_val_if_fail (HEARSAY_IS_STATEMENT (self), HEARSAY_SPAN_NONE);
  return self->source;
}

HearsaySpan
hearsay_statement_get_cue (HearsayStatement *self)
{
  g_return_val_if_fail (HEARSAY_IS_STATEMENT (self), HEARSAY_SPAN_NONE);
  return self->cue;
}

/**
 * hearsay_statement_get_content:
 * @n_content: (out): how many pieces there are
 *
 * Returns: (transfer none) (array length=n_content) (nullable): the pieces, in code points
 */
const HearsaySpan *
hearsay_statement_get_content (HearsayStatement *self,
                               guint            *n_content)
{
  g_return_val_if_fail (HEARSAY_IS_STATEMENT (self), NULL);
  g_return_val_if_fail (n_content != NULL, NULL);

  *n_content = self->n_content;
  return self->content;
}

HearsaySpan
hearsay_statement_get_extent (HearsayStatement *self)
{
  g_return_val_if_fail (HEARSAY_IS_STATEMENT (self), HEARSAY_SPAN_NONE);

  if (self->n_content == 0)
    return HEARSAY_SPAN_NONE;
  return (HearsaySpan) { self->content[0].start, self->content[self->n_content - 1].end };
}

HearsayDate
hearsay_statement_get_said_on (HearsayStatement *self)
{
  g_return_val_if_fail (HEARSAY_IS_STATEMENT (self), HEARSAY_DATE_NONE);
  return self->said_on;
}

HearsaySpan
hearsay_statement_get_said_on_span (HearsayStatement *self)
{
  g_return_val_if_fail (HEARSAY_IS_STATEMENT (self), HEARSAY_SPAN_NONE);
  return self->said_on_span;
}

guint
hearsay_statement_get_paragraph (HearsayStatement *self)
{
  g_return_val_if_fail (HEARSAY_IS_STATEMENT (self), 0);
  return self->paragraph;
}

double
hearsay_statement_get_confidence (HearsayStatement *self)
{
  g_return_val_if_fail (HEARSAY_IS_STATEMENT (self), 0.0);
  return self->confidence;
}

HearsayStatus
hearsay_statement_get_status (HearsayStatement *self)
{
  g_return_val_if_fail (HEARSAY_IS_STATEMENT (self), HEARSAY_STATUS_SUGGESTED);
  return self->status;
}

/**
 * hearsay_statement_set_status:
 * @status: what a person decided
 *
 * In memory only: hearsay_store_set_status() also writes it and can undo it.
 */
void
hearsay_statement_set_status (HearsayStatement *self,
                              HearsayStatus     status)
{
  HearsayStatus old_status;

  g_return_if_fail (HEARSAY_IS_STATEMENT (self));
  g_return_if_fail ((guint) status < HEARSAY_N_STATUSES);

  if (self->status == status)
    return;
  old_status = self->status;
  self->status = status;
  if (self->article != NULL)
    _hearsay_article_status_changed (self->article, self, old_status);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

/**
 * hearsay_statement_get_rule:
 *
 * Returns: (nullable) (transfer none): what found it, for “why”
 */
const char *
hearsay_statement_get_rule (HearsayStatement *self)
{
  g_return_val_if_fail (HEARSAY_IS_STATEMENT (self), NULL);
  return self->rule;
}

static char *
dup_words (HearsayStatement *self)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < self->n_content; i++)
    {
      g_autofree char *piece = hearsay_article_dup_span_text (self->article, self->content[i]);

      if (i > 0)
        g_string_append (words, " … ");
      g_string_append (words, piece);
    }
  return g_string_free (words, FALSE);
}

/**
 * hearsay_statement_get_words:
 *
 * Returns: (transfer none): what was said, verbatim, with “ … ” where the cue stands inside
 */
const char *
hearsay_statement_get_words (HearsayStatement *self)
{
  g_return_val_if_fail (HEARSAY_IS_STATEMENT (self), NULL);

  if (self->words == NULL && self->article != NULL)
    self->words = dup_words (self);
  return self->words != NULL ? self->words : "";
}

/**
 * hearsay_statement_get_cue_words:
 *
 * Returns: (transfer none): “said”; empty when there is no cue
 */
const char *
hearsay_statement_get_cue_words (HearsayStatement *self)
{
  g_return_val_if_fail (HEARSAY_IS_STATEMENT (self), NULL);

  if (self->cue_words == NULL && self->article != NULL)
    self->cue_words = hearsay_article_dup_span_text (self->article, self->cue);
  return self->cue_words != NULL ? self->cue_words : "";
}

GListModel *
hearsay_statement_get_stances (HearsayStatement *self)
{
  g_return_val_if_fail (HEARSAY_IS_STATEMENT (self), NULL);
  return G_LIST_MODEL (self->stances);
}

guint
hearsay_statement_get_n_stances (HearsayStatement *self)
{
  g_return_val_if_fail (HEARSAY_IS_STATEMENT (self), 0);
  return hearsay_object_list_get_length (self->stances);
}

/**
 * hearsay_statement_peek_stance:
 * @position: smaller than the number of stances
 *
 * Returns: (transfer none): the stance there
 */
HearsayStance *
hearsay_statement_peek_stance (HearsayStatement *self,
                               guint             position)
{
  g_return_val_if_fail (HEARSAY_IS_STATEMENT (self), NULL);
  return hearsay_object_list_peek (self->stances, position);
}

HearsayStance *
hearsay_statement_get_main_stance (HearsayStatement *self)
{
  g_return_val_if_fail (HEARSAY_IS_STATEMENT (self), NULL);

  if (hearsay_object_list_get_length (self->stances) == 0)
    return NULL;
  return hearsay_object_list_peek (self->stances, 0);
}

/* Whether the article is out of the collection: it may come back. */
void
_hearsay_statement_set_removed (HearsayStatement *self,
                                gboolean          removed)
{
  g_assert (HEARSAY_IS_STATEMENT (self));

  if (self->removed == removed)
    return;
  self->removed = removed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
}

/* The words are read before the text goes: whoever still holds the statement can show them. */
void
_hearsay_statement_forget_article (HearsayStatement *self)
{
  g_assert (HEARSAY_IS_STATEMENT (self));

  hearsay_statement_get_words (self);
  hearsay_statement_get_cue_words (self);
  self->article = NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
}
