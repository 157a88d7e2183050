/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-issues-private.h"

#include <string.h>

#include "analysis/hearsay-attitudes.h"
#include "analysis/hearsay-issue-nouns.h"
#include "analysis/hearsay-lexicon.h"
#include "model/hearsay-wording-key.h"

static void
candidate_free (gpointer data)
{
  HearsayIssueCandidate *self = data;

  g_free (self->key);
  g_free (self->name);
  g_free (self);
}

/* “Russia-China” and “China-Russia” are one pair. */
static void
append_pair (GString    *key,
             const char *lower)
{
  const char *hyphen = strchr (lower, '-');
  g_autofree char *first = NULL;

  if (hyphen != NULL && strchr (hyphen + 1, '-') == NULL)
    first = g_strndup (lower, (gsize) (hyphen - lower));
  if (first != NULL && strcmp (first, hyphen + 1) > 0)
    {
      g_string_append (key, hyphen + 1);
      g_string_append_c (key, '-');
      g_string_append (key, first);
    }
  else
    g_string_append (key, lower);
}

/* Whether a hyphenated word names a pair of countries. */
static gboolean
is_pair (const HearsayText *text,
         guint32            token)
{
  guint n_parts;
  const HearsayTokenPart *parts = hearsay_text_get_parts (text, token, &n_parts);

  if (n_parts != 2)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      const HearsayKnownName *known = hearsay_lexicon_name (text->text + parts[i].start, parts[i].end - parts[i].start);

      if (known == NULL || known->kind != HEARSAY_ACTOR_COUNTRY || known->form == HEARSAY_NAME_PLACE)
        return FALSE;
    }
  return TRUE;
}

/* “Crazy system”, “last campaign”: a judgement or an order is no part of what is argued about. */
static gboolean
tells_apart (const HearsayIssueSearch *search,
             guint32                   i)
{
  const char *lower = hearsay_text_word (search->closed->text, i);
  const HearsayAttitude *attitude;

  if (hearsay_issue_noun_look_up (lower) & HEARSAY_ISSUE_NOUN_PLAIN)
    return FALSE;
  attitude = hearsay_lexicon_attitude (lower, strlen (lower));
  return attitude == NULL || attitude->kind != HEARSAY_ATTITUDE_ADJECTIVE;
}

static gboolean
is_measure (const HearsayIssueSearch *search,
            guint32                   i)
{
  g_autofree char *singular = hearsay_wording_dup_singular (hearsay_text_word (search->closed->text, i));

  return (hearsay_issue_noun_look_up (singular) & HEARSAY_ISSUE_NOUN_MEASURE) != 0;
}

/* The same noun ends several wordings, and each of them is looked up again once all are counted. */
static const HearsayIssueHead *
get_head (const HearsayIssueSearch *search,
          guint32                   i)
{
  if (search->head_of[i] == 0)
    {
      g_autofree char *singular = hearsay_wording_dup_singular (hearsay_text_word (search->closed->text, i));
      HearsayIssueHead head = {
        .key = g_string_chunk_insert_const (search->strings, hearsay_issue_noun_join (singular)),
        .noun = hearsay_issue_noun_look_up (singular),
      };

      search->head_of[i] = search->heads->len;
      g_array_append_val (search->heads, head);
    }
  return &g_array_index (search->heads, HearsayIssueHead, search->head_of[i]);
}

/* In small letters, or what the first word of a sentence would be elsewhere. */
static gboolean
is_common (const HearsayIssueSearch *search,
           guint32                   i)
{
  guint flags = search->closed->text->tokens[i].flags;
  guint8 xpos = search->xpos[i];

  return (flags & HEARSAY_TOKEN_LOWER) ||
         ((flags & HEARSAY_TOKEN_CAPITALISED) && (flags & HEARSAY_TOKEN_FIRST) && !(flags & HEARSAY_TOKEN_PARTS) &&
          (xpos == HEARSAY_XPOS_NN || xpos == HEARSAY_XPOS_NNS || xpos == HEARSAY_XPOS_JJ));
}

/* “Iraq war”: a name before what people argue about. */
static gboolean
can_name (const HearsayIssueSearch *search,
          guint32                   i,
          guint32                   last)
{
  const HearsayToken *token = &search->closed->text->tokens[i];

  if ((token->flags & HEARSAY_TOKEN_PARTS) && is_pair (search->closed->text, i))
    return TRUE;
  return search->xpos[i] == HEARSAY_XPOS_NNP && (get_head (search, last)->noun & HEARSAY_ISSUE_NOUN_TOPIC);
}

/* Whether a word may stand before the noun at @last: “visa program”, but not “percent tariff”. */
gboolean
_hearsay_issue_search_can_modify (const HearsayIssueSearch *search,
                                  guint32                   i,
                                  guint32                   last)
{
  guint8 xpos = search->xpos[i];

  if (!is_common (search, i))
    return (search->closed->text->tokens[i].flags & HEARSAY_TOKEN_CAPITALISED) && can_name (search, i, last);
  if (search->closed->classes[i] != 0)
    return FALSE;
  if (xpos == HEARSAY_XPOS_NN || xpos == HEARSAY_XPOS_NNS)
    return !is_measure (search, i);
  return xpos == HEARSAY_XPOS_JJ && tells_apart (search, i);
}

/* Whether a word may be the noun that says what it is. */
gboolean
_hearsay_issue_search_can_head (const HearsayIssueSearch *search,
                                guint32                   i)
{
  const HearsayToken *token = &search->closed->text->tokens[i];
  guint8 xpos = search->xpos[i];

  if (!is_common (search, i) || search->closed->classes[i] != 0 ||
      (xpos != HEARSAY_XPOS_NN && xpos != HEARSAY_XPOS_NNS) || token->end - token->start < 3)
    return FALSE;
  /* “alliance mode”: the last noun is the head. */
  return i + 1 >= search->closed->text->n_tokens || token[1].sentence != token->sentence || !(token[1].flags & HEARSAY_TOKEN_LOWER) ||
         search->closed->classes[i + 1] != 0 ||
         (search->xpos[i + 1] != HEARSAY_XPOS_NN && search->xpos[i + 1] != HEARSAY_XPOS_NNS);
}

/* Valid up to the next call. */
static const char *
make_key (const HearsayIssueSearch *search,
          guint32                   first,
          guint32                   last)
{
  GString *key = search->key;

  g_string_truncate (key, 0);
  for (guint32 i = first; i < last; i++)
    {
      append_pair (key, hearsay_text_word (search->closed->text, i));
      g_string_append_c (key, ' ');
    }
  g_string_append (key, get_head (search, last)->key);
  return key->str;
}

/* By the lexicographer file of the commonest sense: tops, act, animal, artifact, attribute, body, cognition, communication,
 * event, feeling, food, group, location, motive, object, person, phenomenon, plant, possession, process, quantity, relation,
 * shape, state, substance, time. */
static HearsayIssueClass
class_of (const HearsayIssueSearch *search,
          const char               *word)
{
  static const char classes[] = "uuaccacaaaccgcacpacaacacacc";
  HearsayWordEntry entry;
  guint class;

  if (search->source->wordlist == NULL || !hearsay_wordlist_lookup (search->source->wordlist, word, strlen (word), &entry))
    return HEARSAY_ISSUE_CLASS_UNKNOWN;
  class = HEARSAY_SENSE_NOUN_CLASS (entry.senses);
  switch (class < sizeof classes ? classes[class] : 'u')
    {
    case 'a':
      return HEARSAY_ISSUE_CLASS_ABSTRACT;
    case 'g':
      return HEARSAY_ISSUE_CLASS_GROUP;
    case 'p':
      return HEARSAY_ISSUE_CLASS_PERSON;
    case 'c':
      return HEARSAY_ISSUE_CLASS_CONCRETE;
    default:
      return HEARSAY_ISSUE_CLASS_UNKNOWN;
    }
}

/* In the singular or the plural; “ban” does not stand in “urban”. */
static gboolean
title_has (const HearsayIssueSearch *search,
           const char               *word)
{
  const char *found = strlen (word) > 2 ? strstr (search->title, word) : NULL;

  while (found != NULL && found > search->title && (g_ascii_isalnum (found[-1]) || (guint8) found[-1] >= 0x80))
    found = strstr (found + 1, word);
  return found != NULL;
}

/* How many of the words of @key the title has. */
static guint
count_in_title (const HearsayIssueSearch *search,
                const char               *key)
{
  g_auto (GStrv) words = NULL;
  guint n = 0;

  if (search->title == NULL)
    return 0;
  words = g_strsplit (key, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    n += title_has (search, words[i]);
  return n;
}

static void
note_speaker (HearsayIssueCandidate *candidate,
              gint32                 speaker)
{
  for (guint i = 0; i < candidate->n_speakers; i++)
    if (candidate->speakers[i] == speaker)
      return;
  if (speaker >= 0 && candidate->n_speakers < HEARSAY_ISSUE_SPEAKERS)
    candidate->speakers[candidate->n_speakers++] = speaker;
}

/* As it stands, but for the capital that a sentence begins with. */
static char *
make_name (const HearsayIssueSearch *search,
           guint32                   first,
           guint32                   last)
{
  const HearsayText *text = search->closed->text;
  char *name = g_strndup (text->text + text->tokens[first].start, text->tokens[last].end - text->tokens[first].start);

  if (is_common (search, first))
    name[0] = g_ascii_tolower (name[0]);
  return name;
}

/* “Gun laws”, “minimum wage”: a word of it says what people argue about. */
static gboolean
names_topic (const HearsayIssueSearch *search,
             guint32                   first,
             guint32                   last)
{
  if (get_head (search, last)->noun & HEARSAY_ISSUE_NOUN_TOPIC)
    return TRUE;
  for (guint32 i = first; i < last; i++)
    {
      g_autofree char *singular = NULL;

      if (search->xpos[i] != HEARSAY_XPOS_NN && search->xpos[i] != HEARSAY_XPOS_NNS)
        continue;
      singular = hearsay_wording_dup_singular (hearsay_text_word (search->closed->text, i));
      if (hearsay_issue_noun_look_up (singular) & HEARSAY_ISSUE_NOUN_TOPIC)
        return TRUE;
    }
  return FALSE;
}

static void
count (HearsayIssueSearch *search,
       guint32             first,
       guint32             last)
{
  const char *key = make_key (search, first, last);
  HearsayIssueCandidate *candidate = g_hash_table_lookup (search->by_key, key);
  gint32 statement = search->statement[last];

  if (candidate == NULL)
    {
      candidate = g_new0 (HearsayIssueCandidate, 1);
      candidate->key = g_strdup (key);
      candidate->head = get_head (search, last)->key;
      candidate->name = make_name (search, first, last);
      candidate->n_words = last - first + 1;
      candidate->last_statement = -1;
      candidate->first = first;
      candidate->issue = -1;
      candidate->class = class_of (search, candidate->head);
      candidate->noun = get_head (search, last)->noun;
      candidate->n_in_title = count_in_title (search, candidate->key);
      candidate->in_title = candidate->n_in_title > 0;
      candidate->topic = names_topic (search, first, last);
      candidate->of_nouns = hearsay_xpos_is_noun (search->xpos[first]);
      g_hash_table_insert (search->by_key, candidate->key, candidate);
      g_ptr_array_add (search->candidates, candidate);
    }
  candidate->n_mentions++;
  if (statement >= 0 && statement != candidate->last_statement)
    {
      candidate->n_statements++;
      candidate->last_statement = statement;
      if (search->source->speakers != NULL)
        note_speaker (candidate, search->source->speakers[statement]);
    }
}

/* The noun phrases that end at @last: the noun, and it with one or two words before. */
static void
count_at (HearsayIssueSearch *search,
          guint32             last)
{
  guint32 sentence_first = hearsay_text_sentence_of (search->closed->text, last)->first_token;
  const char *lower = hearsay_text_word (search->closed->text, last);

  if ((get_head (search, last)->noun & HEARSAY_ISSUE_NOUN_EMPTY) || hearsay_lexicon_person_noun (lower, strlen (lower)) != NULL)
    return;
  count (search, last, last);
  for (guint32 n = 1; n < HEARSAY_ISSUE_WORDS && last >= sentence_first + n && _hearsay_issue_search_can_modify (search, last - n, last); n++)
    count (search, last - n, last);
}

void
_hearsay_issue_search_init (HearsayIssueSearch       *self,
                            const HearsayClosed      *closed,
                            const guint8             *xpos,
                            const gint32             *statement,
                            const HearsayIssueSource *source)
{
  *self = (HearsayIssueSearch) {
    .closed = closed,
    .xpos = xpos,
    .statement = statement,
    .source = source,
    .title = source->title != NULL ? g_ascii_strdown (source->title, -1) : NULL,
    .heads = g_array_new (FALSE, TRUE, sizeof (HearsayIssueHead)),
    .head_of = g_new0 (guint32, closed->text->n_tokens),
    .strings = g_string_chunk_new (1024),
    .key = g_string_new (NULL),
    .by_key = g_hash_table_new (g_str_hash, g_str_equal),
    .candidates = g_ptr_array_new_with_free_func (candidate_free),
  };
  g_array_set_size (self->heads, 1);
}

void
_hearsay_issue_search_clear (HearsayIssueSearch *self)
{
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->candidates);
  g_string_free (self->key, TRUE);
  g_string_chunk_free (self->strings);
  g_array_unref (self->heads);
  g_free (self->head_of);
  g_free (self->title);
}

/* Counts every wording of the text. */
void
_hearsay_issue_search_run (HearsayIssueSearch *self)
{
  for (guint32 i = 0; i < self->closed->text->n_tokens; i++)
    if (_hearsay_issue_search_can_head (self, i))
      count_at (self, i);
}

/* The candidate that some tokens are a wording of, or NULL. */
const HearsayIssueCandidate *
_hearsay_issue_search_find (const HearsayIssueSearch *self,
                            guint32                   first,
                            guint32                   last)
{
  return g_hash_table_lookup (self->by_key, make_key (self, first, last));
}

/* “Non-alliance”, “anti-tax”, “pro-immigration”: the candidate that its second part is a wording of, or NULL. */
const HearsayIssueCandidate *
_hearsay_issue_search_find_sided (const HearsayIssueSearch *self,
                                  guint32                   token,
                                  gboolean                 *contrary)
{
  static const struct
  {
    const char *prefix;
    gboolean contrary;
  } sides[] = { { "non-", TRUE }, { "anti-", TRUE }, { "pro-", FALSE } };
  const char *lower = hearsay_text_word (self->closed->text, token);

  if (lower[0] != 'n' && lower[0] != 'a' && lower[0] != 'p')
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (g_str_has_prefix (lower, sides[i].prefix))
      {
        g_autofree char *singular = hearsay_wording_dup_singular (lower + strlen (sides[i].prefix));

        *contrary = sides[i].contrary;
        return g_hash_table_lookup (self->by_key, hearsay_issue_noun_join (singular));
      }
  return NULL;
}
