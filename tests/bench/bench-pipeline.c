/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "analysis/hearsay-analyzer-private.h"

#include <stdlib.h>
#include <time.h>

/*
 * Words a second of CPU, on one core, of each stage from text to stances. Reads the
 * files that it is given; every stage runs over all of them, again and again, and the
 * median round counts.
 */
#define N_ROUNDS 7
/* Words that a round goes over at least, so that a clock tick does not matter. */
#define MIN_WORDS 30000

typedef enum
{
  STAGE_TEXT,
  STAGE_TAGS,
  STAGE_LEMMAS,
  STAGE_TREES,
  STAGE_RULES,
  STAGE_STATEMENTS, /* the fitted stages */
  STAGE_PEOPLE,     /* actors, speakers, times, issues, stances, relations */
  N_STAGES
} Stage;

typedef struct
{
  HearsayText *text;
  HearsayWord *words;
  HearsaySyntax syntax; /* of all sentences, one behind the other, before the trees are joined */
} Article;

static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec * 1e-9;
}

static Article *
article_new (char  *contents,
             gsize  length)
{
  Article *self = g_new0 (Article, 1);
  guint n;

  self->text = hearsay_text_new (contents, length);
  n = self->text->n_tokens;
  self->words = g_new0 (HearsayWord, n);
  for (guint i = 0; i < n; i++)
    self->words[i] = (HearsayWord) { self->text->text + self->text->tokens[i].start,
                                     self->text->tokens[i].end - self->text->tokens[i].start };
  self->syntax = (HearsaySyntax) { n, g_new0 (guint8, n), g_new0 (guint8, n), g_new0 (guint8, n), g_new0 (gint32, n),
                                   g_new0 (const char *, n) };
  return self;
}

static HearsaySyntax
get_part (const Article         *article,
          const HearsaySentence *sentence)
{
  const HearsaySyntax *all = &article->syntax;
  guint32 first = sentence->first_token;

  return (HearsaySyntax) { sentence->n_tokens, all->upos + first, all->xpos + first, all->deprel + first,
                           all->head + first, all->lemma + first };
}

static void
run_grammar (const HearsayGrammar *grammar,
             HearsayScratch       *scratch,
             const Article        *article,
             double               *seconds)
{
  const HearsayText *text = article->text;
  GStringChunk *chunk = g_string_chunk_new (4096);

  for (guint i = 0; i < text->n_sentences; i++)
    {
      const HearsayWord *words = article->words + text->sentences[i].first_token;
      HearsaySyntax syntax = get_part (article, &text->sentences[i]);
      double start = get_seconds ();
      double tags, lemmas, trees;

      hearsay_grammar_tag (grammar, scratch, words, &syntax);
      tags = get_seconds ();
      hearsay_grammar_lemmatize (grammar, scratch, words, chunk, &syntax);
      lemmas = get_seconds ();
      hearsay_grammar_parse (grammar, scratch, &syntax);
      trees = get_seconds ();
      seconds[STAGE_TAGS] += tags - start;
      seconds[STAGE_LEMMAS] += lemmas - tags;
      seconds[STAGE_TREES] += trees - lemmas;
    }
  g_string_chunk_free (chunk);
}

/* An analysis that has the article's statements, as finding people needs it. */
static HearsayAnalysis *
new_analysis (const HearsayText         *text,
              const HearsayAttributions *attributions)
{
  HearsayAnalysis *analysis = hearsay_analysis_new (text->text, text->length);

  for (guint i = 0; i < attributions->items->len; i++)
    {
      const HearsayAttribution *item = hearsay_attributions_get (attributions, i);
      HearsayAnalysisStatement statement = { .id = "s", .speaker = -1, .parent = item->parent, .kind = item->kind };

      g_array_append_val (analysis->statements, statement);
    }
  return analysis;
}

static void
run_statements (const HearsayAnalyzer *analyzer,
                const Article         *article,
                double                *seconds)
{
  HearsayText *text = article->text;
  HearsayAnalyzerInput input = { .text = text->text, .length = text->length };
  g_autoptr (HearsayTrees) trees = hearsay_trees_new (analyzer->grammar, text, NULL, NULL);
  g_autoptr (HearsayAttributions) rules = NULL;
  g_autoptr (HearsayAttributions) attributions = NULL;
  g_autoptr (HearsayAttributionTokens) tokens = NULL;
  g_autoptr (HearsayAnalysis) analysis = NULL;
  double start = get_seconds ();
  double middle;

  rules = hearsay_attributions_find (text, trees->syntax.xpos, NULL, NULL);
  middle = get_seconds ();
  seconds[STAGE_RULES] += middle - start;
  tokens = hearsay_analyzer_rate_tokens (analyzer, text, trees, rules);
  attributions = hearsay_attribution_model_find (&analyzer->attributions, tokens, NULL, NULL);
  seconds[STAGE_STATEMENTS] += get_seconds () - middle;
  analysis = new_analysis (text, attributions);
  start = get_seconds ();
  hearsay_analyzer_find_people (analyzer, analysis, text, trees, attributions, &input);
  seconds[STAGE_PEOPLE] += get_seconds () - start;
}

/* Seconds that each stage takes for one article are added to @seconds. */
static void
run_article (const HearsayAnalyzer *analyzer,
             HearsayScratch        *scratch,
             const Article         *article,
             double                *seconds)
{
  double start = get_seconds ();
  HearsayText *again = hearsay_text_new (article->text->text, article->text->length);

  seconds[STAGE_TEXT] += get_seconds () - start;
  hearsay_text_free (again);
  run_grammar (analyzer->grammar, scratch, article, seconds);
  run_statements (analyzer, article, seconds);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
measure (const HearsayAnalyzer *analyzer,
         GPtrArray             *articles,
         guint                  n_words)
{
  const char *names[N_STAGES] = { "text", "tags", "lemmas", "trees", "rules", "statements", "people" };
  double rounds[N_STAGES + 1][N_ROUNDS] = { { 0 } };
  g_autoptr (HearsayScratch) scratch = hearsay_scratch_new ();
  guint n_repeats = MIN_WORDS / MAX (n_words, 1) + 1;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      double seconds[N_STAGES] = { 0 };

      for (guint repeat = 0; repeat < n_repeats; repeat++)
        {
          for (guint i = 0; i < articles->len; i++)
            run_article (analyzer, scratch, articles->pdata[i], seconds);
        }
      for (guint stage = 0; stage < N_STAGES; stage++)
        {
          rounds[stage][round] = seconds[stage];
          rounds[N_STAGES][round] += seconds[stage];
        }
    }
  for (guint stage = 0; stage <= N_STAGES; stage++)
    qsort (rounds[stage], N_ROUNDS, sizeof (double), compare_doubles);
  for (guint stage = 0; stage <= N_STAGES; stage++)
    {
      double middle = MAX (rounds[stage][N_ROUNDS / 2], 1e-9);

      g_print ("%-10s %9.0f words/s  %5.1f %%\n", stage < N_STAGES ? names[stage] : "all",
               (double) n_words * n_repeats / middle, 100 * middle / rounds[N_STAGES][N_ROUNDS / 2]);
    }
}

static void
free_article (gpointer data)
{
  Article *self = data;

  hearsay_text_free (self->text);
  g_free (self->words);
  g_free (self->syntax.upos);
  g_free (self->syntax.xpos);
  g_free (self->syntax.deprel);
  g_free (self->syntax.head);
  g_free (self->syntax.lemma);
  g_free (self);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  double start = get_seconds ();
  g_autoptr (HearsayAnalyzer) analyzer = hearsay_analyzer_new (&error);
  double opened = (get_seconds () - start) * 1000;
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (free_article);
  g_autoptr (GPtrArray) contents = g_ptr_array_new_with_free_func (g_free);
  guint n_words = 0;

  if (analyzer == NULL)
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  for (int i = 1; i < argc; i++)
    {
      char *text;
      gsize length;

      if (!g_file_get_contents (argv[i], &text, &length, &error) || !g_utf8_validate (text, (gssize) length, NULL))
        {
          g_printerr ("%s: %s\n", argv[i], error != NULL ? error->message : "not UTF-8");
          return EXIT_FAILURE;
        }
      g_ptr_array_add (contents, text);
      g_ptr_array_add (articles, article_new (text, length));
      n_words += ((const Article *) articles->pdata[articles->len - 1])->text->n_tokens;
    }
  g_print ("model opened in %.2f ms of CPU; %u files, %u words\n", opened, articles->len, n_words);
  measure (analyzer, articles, n_words);
  return EXIT_SUCCESS;
}
