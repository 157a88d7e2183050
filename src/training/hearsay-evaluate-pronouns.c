/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-evaluate-people.h"

#include <string.h>

static const HearsayRange *
word_at (const HearsayEntityDocument *document,
         guint32                      word)
{
  return &g_array_index (document->running->words, HearsayRange, word);
}

/* News, interviews, lives, speeches and courts: what is near to news. */
static gboolean
has_genre (const char *name)
{
  static const char *const genres[] = { "GUM_news_", "GUM_interview_", "GUM_bio_", "GUM_speech_", "GUM_court_" };

  for (guint i = 0; i < G_N_ELEMENTS (genres); i++)
    if (g_str_has_prefix (name, genres[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_pronoun (const HearsayEntityDocument *document,
            const HearsayGoldMention    *mention)
{
  static const char *const pronouns[] = { "he", "him", "his", "himself", "she", "her", "hers", "herself", NULL };
  const HearsayRange *range = word_at (document, mention->first);
  g_autofree char *lower = NULL;

  if (mention->first != mention->last || range->end == 0)
    return FALSE;
  lower = g_ascii_strdown (document->running->text->str + range->start, range->end - range->start);
  return g_strv_contains (pronouns, lower);
}

static gboolean
is_named (const HearsayEntityDocument *document,
          guint32                      chain)
{
  for (guint i = 0; i < document->mentions->len; i++)
    {
      const HearsayGoldMention *mention = &g_array_index (document->mentions, HearsayGoldMention, i);

      if (mention->chain == chain && document->proper->data[mention->head])
        return TRUE;
    }
  return FALSE;
}

/* Whether the actor's mention last before the pronoun (else its first one) is in the chain. */
static gboolean
is_right (const HearsayEntityDocument *document,
          const HearsayPeopleReading  *reading,
          gint32                       actor,
          guint32                      chain,
          guint32                      byte)
{
  const HearsayMention *named = NULL;

  for (guint i = 0; actor >= 0 && i < reading->actors->mentions->len; i++)
    {
      const HearsayMention *mention = hearsay_actors_mention (reading->actors, i);

      if (mention->actor == actor && mention->kind != HEARSAY_MENTION_ADJECTIVE && (named == NULL || mention->start < byte))
        named = mention;
    }
  for (guint i = 0; named != NULL && i < document->mentions->len; i++)
    {
      const HearsayGoldMention *mention = &g_array_index (document->mentions, HearsayGoldMention, i);
      const HearsayRange *head = word_at (document, mention->head);

      if (mention->chain == chain && head->end > 0 && head->start >= named->start && head->end <= named->end)
        return TRUE;
    }
  return FALSE;
}

/**
 * hearsay_evaluate_pronouns:
 *
 * “He”, “her”, “himself”, wherever they stand, whose person the document names:
 * right when the name that the actor found was last called by is a mention of
 * the same person.
 */
void
hearsay_evaluate_pronouns (const HearsayEntityDocument *document,
                           const HearsayPeopleReading  *reading,
                           HearsayScore                *score)
{
  if (!has_genre (document->name))
    return;
  for (guint i = 0; i < document->mentions->len; i++)
    {
      const HearsayGoldMention *mention = &g_array_index (document->mentions, HearsayGoldMention, i);
      const HearsayRange *range = word_at (document, mention->first);
      gint32 actor;
      gboolean right;

      if (!is_pronoun (document, mention) || !is_named (document, mention->chain))
        continue;
      actor = hearsay_actors_resolve (reading->actors, (HearsaySpan) { range->start, range->end }, -1);
      right = is_right (document, reading, actor, mention->chain, range->start);
      score->gold++;
      score->found += actor >= 0;
      score->right += right;
      if (!right)
        g_debug ("pronoun wrong: %s: %s ← …%.60s", document->name,
                 actor >= 0 ? hearsay_actors_get (reading->actors, actor)->name : "nobody",
                 reading->text->text + (range->start > 40 ? range->start - 40 : 0));
    }
}
