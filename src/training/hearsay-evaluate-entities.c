/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-evaluate-people.h"

#include <string.h>

#include "analysis/hearsay-lexicon.h"

static const HearsayRange *
word_at (const HearsayEntityDocument *document,
         guint32                      word)
{
  return &g_array_index (document->running->words, HearsayRange, word);
}

/* Places count where they are countries: of the four kinds of actors no other is one. */
static gboolean
is_country (const HearsayEntityDocument *document,
            const HearsayGoldMention    *mention)
{
  const char *text = document->running->text->str;
  guint32 first = mention->first;
  const HearsayKnownName *known;

  if (g_ascii_strncasecmp (text + word_at (document, first)->start, "the ", 4) == 0 && first < mention->last)
    first++;
  known = hearsay_lexicon_name (text + word_at (document, first)->start,
                                word_at (document, mention->last)->end - word_at (document, first)->start);
  return known != NULL && known->kind == HEARSAY_ACTOR_COUNTRY &&
         (known->form == HEARSAY_NAME_FULL || known->form == HEARSAY_NAME_OTHER);
}

/* Of the names that share their head the first one counts. */
static GArray *
list_gold (const HearsayEntityDocument *document)
{
  GArray *gold = g_array_new (FALSE, FALSE, sizeof (HearsayGoldMention));
  g_autoptr (GHashTable) heads = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < document->mentions->len; i++)
    {
      const HearsayGoldMention *mention = &g_array_index (document->mentions, HearsayGoldMention, i);
      gboolean counts = mention->type == HEARSAY_ENTITY_PERSON || mention->type == HEARSAY_ENTITY_ORGANIZATION ||
                        (mention->type == HEARSAY_ENTITY_PLACE && is_country (document, mention));

      if (counts && document->proper->data[mention->head] &&
          g_hash_table_add (heads, GUINT_TO_POINTER (mention->head + 1)))
        g_array_append_val (gold, *mention);
    }
  return gold;
}

/* “Norwegians”: the actor that the words stand for is Norway, the annotators marked persons. */
static gboolean
is_people (const HearsayPeopleReading *reading,
           const HearsayMention       *mention)
{
  const HearsayKnownName *known = hearsay_lexicon_name (reading->text->text + mention->start, mention->end - mention->start);

  return known != NULL && (known->form == HEARSAY_NAME_PEOPLE || known->form == HEARSAY_NAME_ADJECTIVE);
}

static gboolean
kinds_agree (HearsayEntityType type,
             HearsayActorKind  kind,
             gboolean          people)
{
  switch (type)
    {
    case HEARSAY_ENTITY_PERSON:
      return kind == HEARSAY_ACTOR_PERSON || kind == HEARSAY_ACTOR_GROUP || people;
    case HEARSAY_ENTITY_ORGANIZATION:
      return kind != HEARSAY_ACTOR_PERSON;
    case HEARSAY_ENTITY_PLACE:
      return kind == HEARSAY_ACTOR_COUNTRY;
    case HEARSAY_ENTITY_OTHER:
    default:
      return FALSE;
    }
}

/* Nationalities before nouns are adjectives, which the annotators did not mark. */
static gboolean
has_proper_noun (const HearsayEntityDocument *document,
                 const HearsayMention        *mention)
{
  for (guint32 i = 0; i < document->running->words->len; i++)
    if (document->proper->data[i] && word_at (document, i)->start < mention->end && word_at (document, i)->end > mention->start)
      return TRUE;
  return FALSE;
}

/* Whether what is named here is marked at all, and with the same kind. */
static gboolean
find_marked (const HearsayEntityDocument *document,
             const HearsayPeopleReading  *reading,
             const HearsayMention        *mention,
             gboolean                    *right)
{
  HearsayActorKind kind = hearsay_actors_get (reading->actors, mention->actor)->kind;
  gboolean people = is_people (reading, mention);
  gboolean marked = FALSE;

  *right = FALSE;
  for (guint i = 0; i < document->mentions->len; i++)
    {
      const HearsayGoldMention *gold = &g_array_index (document->mentions, HearsayGoldMention, i);
      const HearsayRange *head = word_at (document, gold->head);

      if (head->start < mention->start || head->end > mention->end)
        continue;
      marked = TRUE;
      *right |= kinds_agree (gold->type, kind, people) && (gold->type != HEARSAY_ENTITY_PLACE || is_country (document, gold));
    }
  return marked;
}

/* Whether something is an actor at all is another question: what nobody marked,
 * such as the adjective in “the Norwegian coast”, has no kind that could be wrong. */
static void
count_kind (const HearsayEntityDocument *document,
            const HearsayPeopleReading  *reading,
            const HearsayMention        *mention,
            HearsayCalibration          *kinds)
{
  const HearsayFoundActor *actor = hearsay_actors_get (reading->actors, mention->actor);
  gboolean right;

  if (!find_marked (document, reading, mention, &right))
    return;
  kinds->n[actor->ground][actor->kind]++;
  kinds->right[actor->ground][actor->kind] += right;
  kinds->confidence[actor->ground][actor->kind] += hearsay_ground_get_confidence (actor->ground, actor->kind);
}

/**
 * hearsay_calibration_get_error:
 *
 * Returns: the expected calibration error: how far the confidence is from the
 *   share that is right, over grounds and kinds weighted by their number; 0 to 1
 */
double
hearsay_calibration_get_error (const HearsayCalibration *self)
{
  double sum = 0.0;
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0.0);

  for (guint g = 0; g < HEARSAY_N_GROUNDS; g++)
    for (guint k = 0; k < HEARSAY_N_ACTOR_KINDS; k++)
      {
        sum += ABS (self->confidence[g][k] - self->right[g][k]);
        n += self->n[g][k];
      }
  return n > 0 ? sum / n : 0.0;
}

/**
 * hearsay_evaluate_entities:
 * @score: counts are added
 * @kinds: likewise; of the mentions found
 *
 * Named persons, organizations and countries: a mention found is right when it
 * covers the head of a marked one of the same kind. Each marked mention is found
 * once at most. Groups and peoples count as what their members are.
 */
void
hearsay_evaluate_entities (const HearsayEntityDocument *document,
                           const HearsayPeopleReading  *reading,
                           HearsayScore                *score,
                           HearsayCalibration          *kinds)
{
  g_autoptr (GArray) gold = list_gold (document);
  g_autofree guint8 *done = g_malloc0 (gold->len + 1);

  score->gold += gold->len;
  for (guint i = 0; i < reading->actors->mentions->len; i++)
    {
      const HearsayMention *mention = hearsay_actors_mention (reading->actors, i);
      HearsayActorKind kind = hearsay_actors_get (reading->actors, mention->actor)->kind;
      gboolean people = is_people (reading, mention);
      gboolean right = FALSE;

      if (mention->kind == HEARSAY_MENTION_NOMINAL || !has_proper_noun (document, mention))
        continue;
      for (guint k = 0; k < gold->len && !right; k++)
        {
          const HearsayGoldMention *marked = &g_array_index (gold, HearsayGoldMention, k);
          const HearsayRange *head = word_at (document, marked->head);

          if (!done[k] && head->start >= mention->start && head->end <= mention->end && kinds_agree (marked->type, kind, people))
            right = done[k] = TRUE;
        }
      score->found++;
      score->right += right;
      count_kind (document, reading, mention, kinds);
      if (!right)
        g_debug ("entity too much: %s: %.*s (%s)", document->name, (int) (mention->end - mention->start),
                 reading->text->text + mention->start, hearsay_actor_kind_to_string (kind));
    }
  for (guint k = 0; k < gold->len; k++)
    if (!done[k])
      {
        const HearsayGoldMention *marked = &g_array_index (gold, HearsayGoldMention, k);

        g_debug ("entity missing: %s: %.*s (%u), head %.*s", document->name,
                 (int) (word_at (document, marked->last)->end - word_at (document, marked->first)->start),
                 reading->text->text + word_at (document, marked->first)->start, marked->type,
                 (int) (word_at (document, marked->head)->end - word_at (document, marked->head)->start),
                 reading->text->text + word_at (document, marked->head)->start);
      }
}
