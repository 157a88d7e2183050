/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-fit.h"

#include "analysis/hearsay-tagger.h"

typedef struct
{
  guint n;
  guint upos;
  guint xpos;
  guint uas;
  guint las;
  guint las_full;
  guint lemma;
} Counts;

static void
compare (const HearsaySentence *sentence,
         const HearsaySyntax   *found,
         Counts                *counts)
{
  const HearsaySyntax *gold = &sentence->gold;

  for (guint i = 0; i < gold->n; i++)
    {
      gboolean head = found->head[i] == gold->head[i];

      counts->n++;
      counts->upos += found->upos[i] == gold->upos[i];
      counts->xpos += found->xpos[i] == gold->xpos[i];
      counts->uas += head;
      counts->las += head && hearsay_deprel_get_main (found->deprel[i]) == hearsay_deprel_get_main (gold->deprel[i]);
      counts->las_full += head && found->deprel[i] == gold->deprel[i];
    }
}

static double
percent (guint part,
         guint whole)
{
  return whole > 0 ? 100.0 * part / whole : 0;
}

static gboolean
evaluate_treebank (const HearsayModel  *model,
                   const char          *path,
                   const char          *name,
                   GError             **error)
{
  g_autoptr (HearsayTreebank) treebank = hearsay_treebank_new ();
  HearsayWordlist wordlist;
  HearsayTagger tagger;
  Counts counts = { 0 };

  if (!hearsay_treebank_read (treebank, path, error) ||
      !hearsay_wordlist_load (&wordlist, model, "words", error) ||
      !hearsay_tagger_load (&tagger, model, error))
    return FALSE;
  hearsay_treebank_add_traits (treebank, &wordlist);
  for (guint i = 0; i < treebank->sentences->len; i++)
    {
      HearsaySentence *sentence = hearsay_treebank_get (treebank, i);

      hearsay_tagger_run (&tagger, sentence->traits, &sentence->silver);
      compare (sentence, &sentence->silver, &counts);
    }
  g_print ("%-8s %6u words  UPOS %.2f  XPOS %.2f  UAS %.2f  LAS %.2f  LAS full %.2f\n", name, counts.n,
           percent (counts.upos, counts.n), percent (counts.xpos, counts.n), percent (counts.uas, counts.n),
           percent (counts.las, counts.n), percent (counts.las_full, counts.n));
  return TRUE;
}

/**
 * hearsay_evaluate:
 * @shared: the directory with corpora/
 *
 * Prints what the model reaches on the development sets.
 */
gboolean
hearsay_evaluate (const HearsayModel  *model,
                  const char          *shared,
                  GError             **error)
{
  const char *names[] = { "ewt-dev", "gum-dev" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *file = g_strconcat (names[i], ".conllu.gz", NULL);
      g_autofree char *path = g_build_filename (shared, "corpora", "ud", file, NULL);

      if (!evaluate_treebank (model, path, names[i], error))
        return FALSE;
    }
  return TRUE;
}
