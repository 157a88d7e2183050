/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "analysis/hearsay-grammar.h"
#include "analysis/hearsay-text.h"

#include <stdlib.h>
#include <time.h>

/*
 * Words a second of CPU, on one core, of each stage from text to trees. Reads the
 * files that it is given, or the samples of the source tree; every stage runs over
 * all of them, again and again, and the median round counts.
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
  N_STAGES
} Stage;

typedef struct
{
  HearsayText *text;
  HearsayWord *words;
  HearsaySyntax syntax; /* of all sentences, one behind the other */
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

/* Seconds that each stage takes for one article are added to @seconds. */
static void
run_article (const HearsayGrammar *grammar,
             HearsayScratch       *scratch,
             Article              *article,
             double               *seconds)
{
  const HearsayText *text = article->text;
  GStringChunk *chunk = g_string_chunk_new (4096);
  double start = get_seconds ();
  HearsayText *again = hearsay_text_new (text->text, text->length);

  seconds[STAGE_TEXT] += get_seconds () - start;
  hearsay_text_free (again);
  for (guint i = 0; i < text->n_sentences; i++)
    {
      const HearsayWord *words = article->words + text->sentences[i].first_token;
      HearsaySyntax syntax = get_part (article, &text->sentences[i]);
      double tags, lemmas, trees;

      start = get_seconds ();
      hearsay_grammar_tag (grammar, scratch, words, &syntax);
      tags = get_seconds ();
      hearsay_grammar_lemmatize (grammar, words, chunk, &syntax);
      lemmas = get_seconds ();
      hearsay_grammar_parse (grammar, scratch, &syntax);
      trees = get_seconds ();
      seconds[STAGE_TAGS] += tags - start;
      seconds[STAGE_LEMMAS] += lemmas - tags;
      seconds[STAGE_TREES] += trees - lemmas;
    }
  g_string_chunk_free (chunk);
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
measure (const HearsayGrammar *grammar,
         GPtrArray            *articles,
         guint                 n_words)
{
  const char *names[N_STAGES] = { "text", "tags", "lemmas", "trees" };
  double rounds[N_STAGES + 1][N_ROUNDS] = { { 0 } };
  g_autoptr (HearsayScratch) scratch = hearsay_scratch_new ();
  guint n_repeats = MIN_WORDS / MAX (n_words, 1) + 1;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      double seconds[N_STAGES] = { 0 };

      for (guint repeat = 0; repeat < n_repeats; repeat++)
        {
          for (guint i = 0; i < articles->len; i++)
            run_article (grammar, scratch, articles->pdata[i], seconds);
        }
      for (guint stage = 0; stage < N_STAGES; stage++)
        {
          rounds[stage][round] = seconds[stage];
          rounds[N_STAGES][round] += seconds[stage];
        }
    }
  for (guint stage = 0; stage <= N_STAGES; stage++)
    {
      qsort (rounds[stage], N_ROUNDS, sizeof (double), compare_doubles);
      g_print ("%-7s %9.0f words/s\n", stage < N_STAGES ? names[stage] : "all",
               (double) n_words * n_repeats / MAX (rounds[stage][N_ROUNDS / 2], 1e-9));
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
  g_autoptr (HearsayModel) model = hearsay_model_open_default (&error);
  g_autoptr (HearsayGrammar) grammar = model != NULL ? hearsay_grammar_new (model, &error) : NULL;
  double opened = (get_seconds () - start) * 1000;
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (free_article);
  g_autoptr (GPtrArray) contents = g_ptr_array_new_with_free_func (g_free);
  guint n_words = 0;

  if (grammar == NULL)
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
  measure (grammar, articles, n_words);
  return EXIT_SUCCESS;
}
