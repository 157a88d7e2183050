/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "analysis/hearsay-actors.h"
#include "analysis/hearsay-analyzer-private.h"
#include "analysis/hearsay-said-on.h"
#include "analysis/hearsay-times.h"

#include <stdlib.h>
#include <time.h>

/*
 * Which share of an analysis goes into who is who and when: actors, speakers and the
 * expressions of time, in CPU time on one core. Reads the files that it is given, or
 * the samples of the source tree; everything runs again and again, and the median
 * round counts.
 */
#define N_ROUNDS 7
/* Words that a round goes over at least, so that a clock tick does not matter. */
#define MIN_WORDS 30000

typedef enum
{
  STAGE_ALL, /* the whole analysis */
  STAGE_ACTORS,
  STAGE_SPEAKERS,
  STAGE_TIMES,
  N_STAGES
} Stage;

/* An article with what stands before those stages. */
typedef struct
{
  char *contents;
  gsize length;
  HearsayText *text;
  HearsayTrees *trees;
  HearsayAttributions *attributions;
} Article;

static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec * 1e-9;
}

static Article *
article_new (const HearsayAnalyzer *analyzer,
             char                  *contents,
             gsize                  length)
{
  Article *self = g_new0 (Article, 1);
  g_autoptr (HearsayAttributions) rules = NULL;
  g_autoptr (HearsayAttributionTokens) tokens = NULL;

  self->contents = contents;
  self->length = length;
  self->text = hearsay_text_new (contents, length);
  self->trees = hearsay_trees_new (analyzer->grammar, self->text, NULL, NULL);
  rules = hearsay_attributions_find (self->text, self->trees->syntax.xpos, NULL, NULL);
  tokens = hearsay_analyzer_rate_tokens (analyzer, self->text, self->trees, rules);
  self->attributions = hearsay_attribution_model_find (&analyzer->attributions, tokens, NULL, NULL);
  return self;
}

static void
article_free (gpointer data)
{
  Article *self = data;

  hearsay_attributions_free (self->attributions);
  hearsay_trees_free (self->trees);
  hearsay_text_free (self->text);
  g_free (self->contents);
  g_free (self);
}

static void
run_stages (const Article *article,
            HearsayDate    published,
            double        *seconds)
{
  g_autoptr (HearsayAnalysis) analysis = hearsay_analysis_new (article->contents, (gssize) article->length);
  double start = get_seconds ();
  g_autoptr (HearsayClosed) closed = hearsay_closed_new (article->text);
  g_autoptr (HearsayActors) actors = hearsay_actors_new (closed, &article->trees->syntax, NULL, 0);
  g_autoptr (GArray) times = NULL;
  double found, resolved;

  hearsay_actors_find (actors);
  found = get_seconds ();
  for (guint i = 0; i < article->attributions->items->len; i++)
    {
      HearsayAnalysisStatement statement = {
        .speaker = hearsay_actors_resolve (actors, hearsay_attributions_get (article->attributions, i)->source, -1),
      };

      g_array_append_val (analysis->statements, statement);
    }
  hearsay_actors_settle (actors);
  resolved = get_seconds ();
  analysis->published = published;
  times = hearsay_times_find (closed, &article->trees->syntax, published);
  hearsay_said_on_find (analysis, closed, article->attributions, times);
  seconds[STAGE_ACTORS] += found - start;
  seconds[STAGE_SPEAKERS] += resolved - found;
  seconds[STAGE_TIMES] += get_seconds () - resolved;
}

static gboolean
run_article (const HearsayAnalyzer  *analyzer,
             const Article          *article,
             double                 *seconds,
             GError                **error)
{
  HearsayDate published = hearsay_date_new_day (2021, 3, 9);
  HearsayAnalyzerInput input = {
    .text = article->contents, .length = (gssize) article->length, .language = "en", .published = published,
  };
  double start = get_seconds ();
  g_autoptr (HearsayAnalysis) analysis = hearsay_analyzer_analyze (analyzer, &input, NULL, error);

  if (analysis == NULL)
    return FALSE;
  seconds[STAGE_ALL] += get_seconds () - start;
  run_stages (article, published, seconds);
  return TRUE;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static gboolean
measure (const HearsayAnalyzer  *analyzer,
         GPtrArray              *articles,
         guint                   n_words,
         GError                **error)
{
  const char *names[N_STAGES] = { "all", "actors", "speakers", "times" };
  double rounds[N_STAGES][N_ROUNDS] = { { 0 } };
  double medians[N_STAGES];
  guint n_repeats = MIN_WORDS / MAX (n_words, 1) + 1;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      double seconds[N_STAGES] = { 0 };

      for (guint repeat = 0; repeat < n_repeats; repeat++)
        for (guint i = 0; i < articles->len; i++)
          if (!run_article (analyzer, articles->pdata[i], seconds, error))
            return FALSE;
      for (guint stage = 0; stage < N_STAGES; stage++)
        rounds[stage][round] = seconds[stage];
    }
  for (guint stage = 0; stage < N_STAGES; stage++)
    {
      qsort (rounds[stage], N_ROUNDS, sizeof (double), compare_doubles);
      medians[stage] = MAX (rounds[stage][N_ROUNDS / 2], 1e-9);
      g_print ("%-8s %9.0f words/s  %5.1f %%\n", names[stage], (double) n_words * n_repeats / medians[stage],
               100 * medians[stage] / medians[STAGE_ALL]);
    }
  g_print ("share of actors, speakers and times: %.1f %%\n",
           100 * (medians[STAGE_ACTORS] + medians[STAGE_SPEAKERS] + medians[STAGE_TIMES]) / medians[STAGE_ALL]);
  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearsayAnalyzer) analyzer = hearsay_analyzer_new (&error);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (article_free);
  guint n_words = 0;

  for (int i = 1; analyzer != NULL && i < argc; i++)
    {
      char *text;
      gsize length;

      if (!g_file_get_contents (argv[i], &text, &length, &error) || !g_utf8_validate (text, (gssize) length, NULL))
        {
          g_printerr ("%s: %s\n", argv[i], error != NULL ? error->message : "not UTF-8");
          return EXIT_FAILURE;
        }
      g_ptr_array_add (articles, article_new (analyzer, text, length));
      n_words += ((const Article *) articles->pdata[articles->len - 1])->text->n_tokens;
    }
  if (analyzer == NULL || !measure (analyzer, articles, n_words, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  return EXIT_SUCCESS;
}
