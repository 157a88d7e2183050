/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-fit.h"

#include "analysis/hearsay-stance-model.h"
#include "training/hearsay-evaluate-people.h"

#include <string.h>

typedef struct
{
  guint n;
  guint upos;
  guint xpos;
  guint lemma;
  guint uas;
  guint las;
  guint las_full;
} Counts;

static void
compare (const HearsaySyntax *gold,
         const HearsaySyntax *found,
         Counts              *counts)
{
  for (guint i = 0; i < gold->n; i++)
    {
      gboolean head = found->head[i] == gold->head[i];

      counts->n++;
      counts->upos += found->upos[i] == gold->upos[i];
      counts->xpos += found->xpos[i] == gold->xpos[i];
      counts->lemma += g_str_equal (found->lemma[i], gold->lemma[i]);
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

static void
write_sentence (const HearsayTreebankSentence *sentence,
                const HearsaySyntax   *found,
                GString               *output)
{
  for (guint i = 0; i < found->n; i++)
    g_string_append_printf (output, "%u\t%s\t%s\t%s\t%s\t_\t%d\t%s\t_\t_\n", i + 1, sentence->words[i].text,
                            found->lemma[i], hearsay_upos_get_name ((HearsayUpos) found->upos[i]),
                            hearsay_xpos_get_name ((HearsayXpos) found->xpos[i]), found->head[i] + 1,
                            hearsay_deprel_get_name ((HearsayDeprel) found->deprel[i]));
  g_string_append_c (output, '\n');
}

static void
evaluate_sentences (const HearsayGrammar  *grammar,
                    const HearsayTreebank *treebank,
                    Counts                *counts,
                    GString               *output)
{
  g_autoptr (HearsayScratch) scratch = hearsay_scratch_new ();
  GStringChunk *chunk = g_string_chunk_new (65536);

  for (guint i = 0; i < treebank->sentences->len; i++)
    {
      const HearsayTreebankSentence *sentence = hearsay_treebank_get (treebank, i);
      HearsaySyntax found;

      hearsay_syntax_init (&found, sentence->gold.n);
      hearsay_grammar_annotate (grammar, scratch, sentence->words, chunk, &found, 1);
      compare (&sentence->gold, &found, counts);
      write_sentence (sentence, &found, output);
      hearsay_syntax_clear (&found);
    }
  g_string_chunk_free (chunk);
}

static gboolean
evaluate_treebank (const HearsayGrammar  *grammar,
                   const char            *shared,
                   const char            *name,
                   const char            *output_dir,
                   GError               **error)
{
  g_autoptr (HearsayTreebank) treebank = hearsay_treebank_new ();
  g_autoptr (GString) output = g_string_new (NULL);
  g_autofree char *file = g_strconcat (name, ".conllu.gz", NULL);
  g_autofree char *path = g_build_filename (shared, "corpora", "ud", file, NULL);
  Counts counts = { 0 };

  if (!hearsay_treebank_read (treebank, path, error))
    return FALSE;
  evaluate_sentences (grammar, treebank, &counts, output);
  g_print ("%-8s %6u words  UPOS %.2f  XPOS %.2f  lemma %.2f  UAS %.2f  LAS %.2f  LAS full %.2f\n", name, counts.n,
           percent (counts.upos, counts.n), percent (counts.xpos, counts.n), percent (counts.lemma, counts.n),
           percent (counts.uas, counts.n), percent (counts.las, counts.n), percent (counts.las_full, counts.n));
  if (!hearsay_evaluate_text (path, name, error))
    return FALSE;
  if (output_dir != NULL)
    {
      g_autofree char *plain = g_strconcat (name, ".conllu", NULL);
      g_autofree char *output_path = g_build_filename (output_dir, plain, NULL);

      return g_file_set_contents (output_path, output->str, (gssize) output->len, error);
    }
  return TRUE;
}

/**
 * hearsay_evaluate:
 * @shared: the directory with corpora/
 * @output_dir: (nullable): where the development sets are written as the model sees them
 *
 * Prints what the model reaches on the development sets: tags, lemmas, heads and
 * relations (with and without subtypes) over all words of the gold tokens, where
 * the text layer finds words and sentences in the running text, statements, and who is who.
 */
gboolean
hearsay_evaluate (HearsayModel  *model,
                  const char    *shared,
                  const char    *output_dir,
                  GError       **error)
{
  const char *names[] = { "ewt-dev", "gum-dev" };
  g_autoptr (HearsayGrammar) grammar = hearsay_grammar_new (model, error);

  if (grammar == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (!evaluate_treebank (grammar, shared, names[i], output_dir, error))
        return FALSE;
    }
  if (!hearsay_stance_model_is_in (model))
    g_print ("The model has no part “stance”: positions are found by rules alone\n");
  else if (!hearsay_evaluate_stance (model, grammar, shared, error))
    return FALSE;
  for (guint outermost = 0; outermost < 2; outermost++)
    {
      if (!hearsay_evaluate_attribution (model, grammar, shared, outermost != 0, error))
        return FALSE;
    }
  return hearsay_evaluate_people (grammar, shared, error);
}
