/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-builder.h"

/* How much of two stretches is common, 0 to 1. */
static double
overlap (HearsaySpan a,
         HearsaySpan b)
{
  guint32 common;

  if (!hearsay_span_overlaps (a, b))
    return 0.0;
  common = MIN (a.end, b.end) - MAX (a.start, b.start);
  return (double) common / (double) (MAX (a.end, b.end) - MIN (a.start, b.start));
}

typedef struct
{
  const char *label;
  char *words;
  HearsaySpan extent;
  gboolean taken;
} Candidate;

static void
candidate_clear (gpointer data)
{
  g_free (((Candidate *) data)->words);
}

static GArray *
list_candidates (HearsayArticle     *article,
                 HearsayStoreRecord *record)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  g_array_set_clear_func (candidates, candidate_clear);
  for (guint i = 0; i < record->analysis->statements->len; i++)
    {
      const HearsayAnalysisStatement *statement = hearsay_analysis_statement (record->analysis, i);
      const HearsaySpan *spans = hearsay_analysis_get_spans (record->analysis, statement->content);
      GString *words = g_string_new (NULL);
      Candidate candidate = { .label = statement->id };

      for (guint j = 0; spans != NULL && j < statement->content.n; j++)
        {
          g_autofree char *piece = hearsay_article_dup_span_text (article, spans[j]);

          g_string_append_printf (words, "%s%s", j > 0 ? " … " : "", piece);
        }
      if (spans != NULL && statement->content.n > 0)
        candidate.extent = (HearsaySpan) { spans[0].start, spans[statement->content.n - 1].end };
      candidate.words = g_string_free (words, FALSE);
      g_array_append_val (candidates, candidate);
    }
  return candidates;
}

/* The same words, at the same place rather than elsewhere. */
static Candidate *
find_same_words (GArray                *candidates,
                 const HearsayDecision *decision)
{
  Candidate *best = NULL;
  guint32 best_distance = G_MAXUINT32;

  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);
      guint32 start = candidate->extent.start;
      guint32 distance = start > decision->extent.start ? start - decision->extent.start
                                                        : decision->extent.start - start;

      if (!candidate->taken && distance < best_distance && g_str_equal (candidate->words, decision->words))
        {
          best = candidate;
          best_distance = distance;
        }
    }
  return best;
}

/* Words cut a little differently by another version of the engine. */
static Candidate *
find_same_place (GArray                *candidates,
                 HearsayArticle        *article,
                 const HearsayDecision *decision)
{
  g_autofree char *there = hearsay_article_dup_span_text (article, decision->extent);
  Candidate *best = NULL;
  double best_overlap = 0.6;

  if (!g_str_equal (there, decision->words))
    return NULL;
  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);
      double common = overlap (candidate->extent, decision->extent);

      if (!candidate->taken && common > best_overlap)
        {
          best = candidate;
          best_overlap = common;
        }
    }
  return best;
}

/**
 * hearsay_store_builder_match:
 * @article: the article's new text
 * @record: its new analysis
 * @decisions: (element-type HearsayDecision): what was decided before; the
 *   statements they hold for are set anew, or to %NULL
 *
 * Decisions stay with the words they were made about: first those found word
 * for word, then those that cover most of the same place. In time of decisions
 * times statements: people decide on few of an article's.
 */
void
hearsay_store_builder_match (HearsayArticle     *article,
                             HearsayStoreRecord *record,
                             GPtrArray          *decisions)
{
  g_autoptr (GArray) candidates = NULL;

  g_return_if_fail (HEARSAY_IS_ARTICLE (article));
  g_return_if_fail (record != NULL && decisions != NULL);

  candidates = list_candidates (article, record);
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < decisions->len; i++)
        {
          HearsayDecision *decision = g_ptr_array_index (decisions, i);
          Candidate *candidate;

          if (round == 0)
            g_clear_pointer (&decision->statement, g_free);
          if (decision->statement != NULL)
            continue;
          candidate = round == 0 ? find_same_words (candidates, decision)
                                 : find_same_place (candidates, article, decision);
          if (candidate == NULL)
            continue;
          candidate->taken = TRUE;
          decision->statement = g_strdup (candidate->label);
        }
    }
}
