/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-actors-private.h"

#include <string.h>

/* The text from @start to @end with single blanks and without marks that do not show. */
char *
hearsay_actors_dup_words (const HearsayActors *self,
                          guint32              start,
                          guint32              end)
{
  const char *text = self->closed->text->text;
  GString *words = g_string_sized_new (end - start);

  for (guint32 i = start; i < end; i++)
    {
      if (g_ascii_isspace (text[i]) || (i + 1 < end && (guchar) text[i] == 0xc2 && (guchar) text[i + 1] == 0xa0))
        {
          i += (guchar) text[i] == 0xc2;
          if (words->len > 0 && words->str[words->len - 1] != ' ')
            g_string_append_c (words, ' ');
        }
      else if (i + 1 < end && (guchar) text[i] == 0xc2 && (guchar) text[i + 1] == 0xad)
        i++;
      else if (!g_ascii_iscntrl (text[i]))
        g_string_append_c (words, text[i]);
    }
  if (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);
  return g_string_free (words, FALSE);
}

static gboolean
looks_like_subject (const HearsayActors *self,
                    const HearsayName   *name)
{
  const HearsayText *text = self->closed->text;
  const HearsaySentence *sentence = hearsay_text_sentence_of (text, name->first);
  guint32 before = name->title;
  guint32 next = name->last + 1;

  while (before > sentence->first_token &&
         (hearsay_closed_is (self->closed, before - 1, HEARSAY_CLOSED_DETERMINER | HEARSAY_CLOSED_QUANTIFIER) ||
          (text->tokens[before - 1].flags & (HEARSAY_TOKEN_CAPITALISED | HEARSAY_TOKEN_WORD)) ==
            (HEARSAY_TOKEN_CAPITALISED | HEARSAY_TOKEN_WORD)) &&
         !hearsay_closed_is (self->closed, before - 1, HEARSAY_CLOSED_PREPOSITION))
    before--;
  if (before > sentence->first_token && hearsay_closed_is (self->closed, before - 1, HEARSAY_CLOSED_PREPOSITION) &&
      !hearsay_closed_is (self->closed, before - 1, HEARSAY_CLOSED_CONJUNCTION))
    return FALSE;
  if (next < sentence->first_token + sentence->n_tokens && hearsay_text_token_is (text, next, "'s"))
    return FALSE;
  return before <= sentence->first_token + 1 ||
         (next < sentence->first_token + sentence->n_tokens &&
          (hearsay_closed_is (self->closed, next, HEARSAY_CLOSED_AUXILIARY | HEARSAY_CLOSED_SPEECH | HEARSAY_CLOSED_PAST) ||
           hearsay_closed_is (self->closed, before - 1, HEARSAY_CLOSED_SPEECH)));
}

void
hearsay_actors_add_mention (HearsayActors     *self,
                            const HearsayName *name,
                            gint32             actor,
                            HearsayMentionKind kind)
{
  HearsayMention mention = {
    .start = name->start,
    .end = name->end,
    .first = name->first,
    .last = name->last,
    .title = name->title,
    .actor = actor,
    .kind = kind,
    .subject = kind != HEARSAY_MENTION_ADJECTIVE && looks_like_subject (self, name),
  };

  g_array_append_val (self->mentions, mention);
  hearsay_actors_get (self, actor)->n_mentions++;
  hearsay_actors_get (self, actor)->last_mention = (gint32) self->mentions->len - 1;
}

/* Given actors are taken as they are: their mentions stand, and their names are known. */
static void
take_given (HearsayActors           *self,
            const HearsayGivenActor *given,
            guint                    n_given)
{
  const HearsayText *text = self->closed->text;

  for (guint i = 0; i < n_given; i++)
    {
      g_autofree char *key = hearsay_actors_person_key (given[i].name);
      const HearsayKnownName *known = hearsay_lexicon_name (given[i].name, strlen (given[i].name));
      HearsayFoundActor actor = {
        .name = g_string_chunk_insert_const (self->strings, given[i].name),
        .country = known != NULL ? known->country : "",
        .ground = known != NULL ? HEARSAY_GROUND_TABLE : HEARSAY_GROUND_NONE,
        .kind = known != NULL && known->form != HEARSAY_NAME_PLACE ? known->kind : HEARSAY_ACTOR_PERSON,
        .affiliation = -1,
        .last_mention = -1,
        .given = TRUE,
      };
      gint32 index = (gint32) self->actors->len;

      g_array_append_val (self->actors, actor);
      if (hearsay_actors_lookup (self, given[i].name) < 0)
        g_hash_table_insert (self->by_name, (gpointer) actor.name, GINT_TO_POINTER (index + 1));
      if (known != NULL && hearsay_actors_lookup (self, known->name) < 0)
        g_hash_table_insert (self->by_name, (gpointer) known->name, GINT_TO_POINTER (index + 1));
      if (known == NULL && *key != '\0')
        hearsay_actors_register_person (self, index, key);

      for (guint k = 0; k < given[i].n_mentions; k++)
        {
          HearsaySpan span = given[i].mentions[k];
          guint32 start = hearsay_text_from_offset (text, span.start);
          guint32 end = hearsay_text_from_offset (text, span.end);
          HearsayName name = { .start = start, .end = end, .first = hearsay_text_find_token (text, start) };

          if (end <= start || name.first >= text->n_tokens)
            continue;
          name.last = MAX (name.first, MIN (hearsay_text_find_token (text, end - 1), text->n_tokens - 1));
          name.title = name.first;
          memset (self->taken + name.first, 1, name.last - name.first + 1);
          hearsay_actors_add_mention (self, &name, index, HEARSAY_MENTION_NAME);
        }
    }
}

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  const HearsayMention *x = a;
  const HearsayMention *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->end != y->end)
    return x->end < y->end ? -1 : 1;
  return x->actor < y->actor ? -1 : x->actor > y->actor;
}

/* Given ones first, then in the order in which the text names them; whom it never names go last. */
static void
order_actors (HearsayActors *self)
{
  guint n = self->actors->len;
  g_autofree gint32 *place = g_new (gint32, MAX (n, 1));
  GArray *ordered = g_array_sized_new (FALSE, FALSE, sizeof (HearsayFoundActor), n);
  GHashTableIter iter;
  gpointer value;
  gpointer key;

  for (guint i = 0; i < n; i++)
    place[i] = -1;
  for (guint i = 0; i < self->n_given; i++)
    {
      place[i] = (gint32) i;
      g_array_append_vals (ordered, hearsay_actors_get (self, i), 1);
    }
  for (guint i = 0; i < self->mentions->len + n; i++)
    {
      gint32 actor = i < self->mentions->len ? hearsay_actors_mention (self, i)->actor : (gint32) (i - self->mentions->len);

      if (place[actor] < 0)
        {
          place[actor] = (gint32) ordered->len;
          g_array_append_vals (ordered, hearsay_actors_get (self, actor), 1);
        }
    }
  g_array_unref (self->actors);
  self->actors = ordered;
  for (guint i = 0; i < self->mentions->len; i++)
    hearsay_actors_mention (self, i)->actor = place[hearsay_actors_mention (self, i)->actor];

  g_hash_table_iter_init (&iter, self->by_name);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_iter_replace (&iter, GINT_TO_POINTER (place[GPOINTER_TO_INT (value) - 1] + 1));
  g_hash_table_iter_init (&iter, self->by_short);
  while (g_hash_table_iter_next (&iter, &key, &value))
    for (guint i = 0; i < ((GArray *) value)->len; i++)
      g_array_index ((GArray *) value, gint32, i) = place[g_array_index ((GArray *) value, gint32, i)];
}

/**
 * hearsay_actors_new:
 * @closed: a text with its closed classes; outlives what is returned
 * @syntax: (nullable): its tags and trees, which outlive it too; needed for hearsay_actors_find()
 * @given: (array length=n_given) (nullable): actors the caller knows of
 *
 * Returns: (transfer full): the given actors and their mentions, and nobody else yet
 */
HearsayActors *
hearsay_actors_new (const HearsayClosed     *closed,
                    const HearsaySyntax     *syntax,
                    const HearsayGivenActor *given,
                    guint                    n_given)
{
  HearsayActors *self;

  g_return_val_if_fail (closed != NULL, NULL);
  g_return_val_if_fail (given != NULL || n_given == 0, NULL);

  self = g_new0 (HearsayActors, 1);
  self->closed = closed;
  self->syntax = syntax;
  self->n_given = n_given;
  self->last_speaker = -1;
  self->taken = g_new0 (guint8, closed->text->n_tokens + 1);
  self->actors = g_array_new (FALSE, FALSE, sizeof (HearsayFoundActor));
  self->mentions = g_array_new (FALSE, FALSE, sizeof (HearsayMention));
  self->late = g_array_new (FALSE, FALSE, sizeof (HearsayMention));
  self->pronouns = g_array_new (FALSE, FALSE, sizeof (HearsayMention));
  self->strings = g_string_chunk_new (4096);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_short = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  self->evidence = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->capitals = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  take_given (self, given, n_given);
  return self;
}

/**
 * hearsay_actors_find:
 *
 * Finds the actors that the text names, with every mention, role and
 * affiliation, in linear time. The text is taken for English.
 */
void
hearsay_actors_find (HearsayActors *self)
{
  g_autoptr (GArray) names = NULL;

  g_return_if_fail (self != NULL && self->syntax != NULL);

  names = hearsay_names_find (self->closed, self->taken);
  hearsay_actors_register_full_names (self, names);
  for (guint i = 0; i < names->len; i++)
    hearsay_actors_link_name (self, &g_array_index (names, HearsayName, i));
  g_array_sort (self->mentions, compare_mentions);
  order_actors (self);
  hearsay_actors_find_roles (self);
}

/**
 * hearsay_actors_settle:
 *
 * Puts the mentions that were found while sources were resolved among the others.
 */
void
hearsay_actors_settle (HearsayActors *self)
{
  g_return_if_fail (self != NULL);

  g_array_append_vals (self->mentions, self->late->data, self->late->len);
  g_array_set_size (self->late, 0);
  g_array_sort (self->mentions, compare_mentions);
}

void
hearsay_actors_free (HearsayActors *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->actors);
  g_array_unref (self->mentions);
  g_array_unref (self->late);
  g_array_unref (self->pronouns);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_short);
  g_hash_table_unref (self->evidence);
  g_hash_table_unref (self->capitals);
  g_string_chunk_free (self->strings);
  g_free (self->taken);
  g_free (self);
}

/**
 * hearsay_actors_first_mention:
 * @byte: an offset
 *
 * Returns: index of the first mention that begins at or behind @byte, or their number
 */
guint
hearsay_actors_first_mention (const HearsayActors *self,
                              guint32              byte)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->mentions->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (hearsay_actors_mention (self, middle)->start >= byte)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/**
 * hearsay_actors_find_at:
 * @token: index of a token
 *
 * Returns: the actor whose name or description it is part of, or -1
 */
gint32
hearsay_actors_find_at (const HearsayActors *self,
                        guint32              token)
{
  guint i;

  g_return_val_if_fail (self != NULL && token < self->closed->text->n_tokens, -1);

  i = hearsay_actors_first_mention (self, self->closed->text->tokens[token].end);
  for (guint back = 0; i > 0 && back < 4; back++, i--)
    {
      const HearsayMention *mention = hearsay_actors_mention (self, i - 1);

      if (mention->first <= token && token <= mention->last)
        return mention->actor;
    }
  return -1;
}

/**
 * hearsay_actors_emit:
 * @analysis: of the same text, without actors as yet
 *
 * Writes the actors into @analysis, with the same indexes.
 */
void
hearsay_actors_emit (const HearsayActors *self,
                     HearsayAnalysis     *analysis)
{
  const HearsayText *text;
  g_autofree guint32 *next = NULL;
  guint32 first;

  g_return_if_fail (self != NULL && analysis != NULL);

  text = self->closed->text;
  next = g_new0 (guint32, self->actors->len + 1);
  first = analysis->spans->len;
  for (guint i = 0; i < self->actors->len; i++)
    {
      const HearsayFoundActor *found = hearsay_actors_get (self, i);
      g_autofree char *id = g_strdup_printf ("a%u", i + 1);
      HearsayAnalysisActor actor = {
        .id = hearsay_analysis_intern (analysis, id),
        .name = hearsay_analysis_intern (analysis, found->name),
        .role = hearsay_analysis_intern (analysis, found->role),
        .kind = found->kind,
        .kind_confidence = hearsay_ground_get_confidence (found->ground, found->kind),
        .given = found->given,
        .affiliation = found->affiliation,
        .mentions = { first, found->n_mentions },
      };

      if (!hearsay_span_is_empty (found->role_span))
        actor.role_span = hearsay_text_to_span (text, found->role_span.start, found->role_span.end);
      next[i] = first;
      first += found->n_mentions;
      g_array_append_val (analysis->actors, actor);
    }
  g_array_set_size (analysis->spans, first);
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const HearsayMention *mention = hearsay_actors_mention (self, i);

      g_array_index (analysis->spans, HearsaySpan, next[mention->actor]++) =
        hearsay_text_to_span (text, mention->start, mention->end);
    }
}
