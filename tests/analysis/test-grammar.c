/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "analysis/hearsay-grammar.h"
#include "analysis/hearsay-relations.h"

#include <string.h>

typedef struct
{
  char **tokens;
  HearsayWord *words;
  HearsaySyntax syntax;
  GStringChunk *chunk;
} Sentence;

static HearsayGrammar *
open_grammar (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearsayModel) model = hearsay_model_open_default (&error);
  HearsayGrammar *grammar;

  if (g_error_matches (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_READ))
    {
      g_test_skip ("the fitted model is not there");
      return NULL;
    }
  g_assert_no_error (error);
  grammar = hearsay_grammar_new (model, &error);
  g_assert_no_error (error);
  return grammar;
}

static void
sentence_init (Sentence   *self,
               const char *text)
{
  guint n;

  self->tokens = *text != '\0' ? g_strsplit (text, " ", -1) : g_new0 (char *, 1);
  n = g_strv_length (self->tokens);
  self->words = g_new0 (HearsayWord, n);
  for (guint i = 0; i < n; i++)
    self->words[i] = (HearsayWord) { self->tokens[i], (guint32) strlen (self->tokens[i]) };
  self->syntax.n = n;
  self->syntax.upos = g_new0 (guint8, n);
  self->syntax.xpos = g_new0 (guint8, n);
  self->syntax.deprel = g_new0 (guint8, n);
  self->syntax.head = g_new0 (gint32, n);
  self->syntax.lemma = g_new0 (const char *, n);
  self->chunk = g_string_chunk_new (256);
}

static void
sentence_clear (Sentence *self)
{
  g_strfreev (self->tokens);
  g_free (self->words);
  g_free (self->syntax.upos);
  g_free (self->syntax.xpos);
  g_free (self->syntax.deprel);
  g_free (self->syntax.head);
  g_free (self->syntax.lemma);
  g_string_chunk_free (self->chunk);
}

static void
assert_tree (const HearsaySyntax *syntax)
{
  guint n_roots = 0;

  for (guint i = 0; i < syntax->n; i++)
    {
      gint32 node = (gint32) i;
      guint steps = 0;

      while (syntax->head[node] >= 0)
        {
          node = syntax->head[node];
          g_assert_cmpint (node, <, syntax->n);
          g_assert_cmpuint (++steps, <=, syntax->n);
        }
      n_roots += syntax->head[i] < 0;
      g_assert_cmpint (syntax->head[i] < 0, ==, syntax->deprel[i] == HEARSAY_DEPREL_ROOT);
      g_assert_nonnull (syntax->lemma[i]);
    }
  g_assert_cmpuint (n_roots, ==, syntax->n > 0);
}

static void
test_plain (void)
{
  g_autoptr (HearsayGrammar) grammar = open_grammar ();
  g_autoptr (HearsayScratch) scratch = hearsay_scratch_new ();
  const guint8 xpos[] = { HEARSAY_XPOS_DT, HEARSAY_XPOS_NN, HEARSAY_XPOS_VBD, HEARSAY_XPOS_PRP,
                          HEARSAY_XPOS_MD, HEARSAY_XPOS_VB, HEARSAY_XPOS_NNS, HEARSAY_XPOS_STOP };
  const gint32 head[] = { 1, 2, -1, 5, 5, 2, 5, 2 };
  const guint8 deprel[] = { HEARSAY_DEPREL_DET, HEARSAY_DEPREL_NSUBJ, HEARSAY_DEPREL_ROOT, HEARSAY_DEPREL_NSUBJ,
                            HEARSAY_DEPREL_AUX, HEARSAY_DEPREL_CCOMP, HEARSAY_DEPREL_OBJ, HEARSAY_DEPREL_PUNCT };
  Sentence sentence;

  if (grammar == NULL)
    return;
  sentence_init (&sentence, "The minister said he would build schools .");
  hearsay_grammar_annotate (grammar, scratch, sentence.words, sentence.chunk, &sentence.syntax, 1);
  assert_tree (&sentence.syntax);
  g_assert_cmpmem (sentence.syntax.xpos, 8, xpos, 8);
  g_assert_cmpmem (sentence.syntax.head, sizeof head, head, sizeof head);
  g_assert_cmpmem (sentence.syntax.deprel, 8, deprel, 8);
  g_assert_cmpstr (sentence.syntax.lemma[2], ==, "say");
  g_assert_cmpstr (sentence.syntax.lemma[6], ==, "school");
  sentence_clear (&sentence);
}

static void
test_curly_quotes (void)
{
  g_autoptr (HearsayGrammar) grammar = open_grammar ();
  g_autoptr (HearsayScratch) scratch = hearsay_scratch_new ();
  Sentence straight, curly;

  if (grammar == NULL)
    return;
  sentence_init (&straight, "\" We do n't know , \" she said .");
  sentence_init (&curly, "“ We do n’t know , ” she said .");
  hearsay_grammar_annotate (grammar, scratch, straight.words, straight.chunk, &straight.syntax, 1);
  hearsay_grammar_annotate (grammar, scratch, curly.words, curly.chunk, &curly.syntax, 1);
  g_assert_cmpmem (straight.syntax.xpos, straight.syntax.n, curly.syntax.xpos, curly.syntax.n);
  g_assert_cmpmem (straight.syntax.head, straight.syntax.n * sizeof (gint32), curly.syntax.head,
                   curly.syntax.n * sizeof (gint32));
  sentence_clear (&straight);
  sentence_clear (&curly);
}

static void
test_empty (void)
{
  g_autoptr (HearsayGrammar) grammar = open_grammar ();
  g_autoptr (HearsayScratch) scratch = hearsay_scratch_new ();
  Sentence sentence;

  if (grammar == NULL)
    return;
  sentence_init (&sentence, "");
  hearsay_grammar_annotate (grammar, scratch, sentence.words, sentence.chunk, &sentence.syntax, 1);
  assert_tree (&sentence.syntax);
  sentence_clear (&sentence);
}

/* Longer than a parse in one piece, with bytes that are no text, twice with the same result. */
static void
test_long (void)
{
  g_autoptr (HearsayGrammar) grammar = open_grammar ();
  g_autoptr (HearsayScratch) scratch = hearsay_scratch_new ();
  g_autoptr (GString) text = g_string_new ("Mayors");
  Sentence first, second;

  if (grammar == NULL)
    return;
  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text, " and \xFF\xE2 %u whoeverwouldhavethoughtthatawordcouldbesolongthatitneverends-%u that ( vote", i, i);
  sentence_init (&first, text->str);
  sentence_init (&second, text->str);
  hearsay_grammar_annotate (grammar, scratch, first.words, first.chunk, &first.syntax, 1);
  hearsay_grammar_annotate (grammar, scratch, second.words, second.chunk, &second.syntax, 1);
  assert_tree (&first.syntax);
  g_assert_cmpmem (first.syntax.head, first.syntax.n * sizeof (gint32), second.syntax.head,
                   second.syntax.n * sizeof (gint32));
  g_assert_cmpmem (first.syntax.deprel, first.syntax.n, second.syntax.deprel, second.syntax.n);
  sentence_clear (&first);
  sentence_clear (&second);
}

/* Sentences that are annotated together are annotated as each by itself, the empty and the long one as well. */
static void
test_together (void)
{
  static const char *const texts[] = {
    "The minister said he would build schools .", "", "She denied that .", "He said the schools were built by the minister .", NULL,
  };
  g_autoptr (HearsayGrammar) grammar = open_grammar ();
  g_autoptr (HearsayScratch) scratch = hearsay_scratch_new ();
  g_autoptr (GString) tall = g_string_new ("Mayors");
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (HearsayWord));
  Sentence alone[G_N_ELEMENTS (texts)], together[G_N_ELEMENTS (texts)];
  HearsaySyntax syntax[G_N_ELEMENTS (texts)];

  if (grammar == NULL)
    return;
  for (guint i = 0; i < 300; i++)
    g_string_append (tall, " and mayors");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      sentence_init (&alone[i], texts[i] != NULL ? texts[i] : tall->str);
      sentence_init (&together[i], texts[i] != NULL ? texts[i] : tall->str);
      hearsay_grammar_annotate (grammar, scratch, alone[i].words, alone[i].chunk, &alone[i].syntax, 1);
      g_array_append_vals (words, together[i].words, together[i].syntax.n);
      syntax[i] = together[i].syntax;
    }
  hearsay_grammar_annotate (grammar, scratch, (const HearsayWord *) (gpointer) words->data, together[0].chunk, syntax,
                            G_N_ELEMENTS (texts));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      guint n = syntax[i].n;

      assert_tree (&syntax[i]);
      g_assert_cmpmem (syntax[i].xpos, n, alone[i].syntax.xpos, n);
      g_assert_cmpmem (syntax[i].deprel, n, alone[i].syntax.deprel, n);
      g_assert_cmpmem (syntax[i].head, n * sizeof (gint32), alone[i].syntax.head, n * sizeof (gint32));
      for (guint k = 0; k < n; k++)
        g_assert_cmpstr (syntax[i].lemma[k], ==, alone[i].syntax.lemma[k]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      sentence_clear (&alone[i]);
      sentence_clear (&together[i]);
    }
}

static void
test_lemmas (void)
{
  g_autoptr (HearsayGrammar) grammar = open_grammar ();
  g_autoptr (HearsayScratch) scratch = hearsay_scratch_new ();
  const struct
  {
    const char *word;
    HearsayUpos upos;
    HearsayXpos xpos;
    const char *lemma;
  } cases[] = {
    { "Children", HEARSAY_UPOS_NOUN, HEARSAY_XPOS_NNS, "child" },
    { "cities", HEARSAY_UPOS_NOUN, HEARSAY_XPOS_NNS, "city" },
    { "went", HEARSAY_UPOS_VERB, HEARSAY_XPOS_VBD, "go" },
    { "arguing", HEARSAY_UPOS_VERB, HEARSAY_XPOS_VBG, "argue" },
    { "n't", HEARSAY_UPOS_PART, HEARSAY_XPOS_RB, "not" },
    { "caf\u00E9s", HEARSAY_UPOS_NOUN, HEARSAY_XPOS_NNS, "caf\u00E9" },
    { "Paris", HEARSAY_UPOS_PROPN, HEARSAY_XPOS_NNP, "Paris" },
  };

  if (grammar == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Sentence sentence;

      sentence_init (&sentence, cases[i].word);
      sentence.syntax.upos[0] = (guint8) cases[i].upos;
      sentence.syntax.xpos[0] = (guint8) cases[i].xpos;
      hearsay_grammar_lemmatize (grammar, scratch, sentence.words, sentence.chunk, &sentence.syntax);
      g_assert_cmpstr (sentence.syntax.lemma[0], ==, cases[i].lemma);
      sentence_clear (&sentence);
    }
}

static void
test_names (void)
{
  HearsayDeprel deprel;

  g_assert_true (hearsay_deprel_from_name ("nsubj:pass", &deprel));
  g_assert_cmpint (deprel, ==, HEARSAY_DEPREL_NSUBJ_PASS);
  g_assert_cmpint (hearsay_deprel_get_main (deprel), ==, HEARSAY_DEPREL_NSUBJ);
  g_assert_true (hearsay_deprel_from_name ("conj:unheardof", &deprel));
  g_assert_cmpint (deprel, ==, HEARSAY_DEPREL_CONJ);
  g_assert_false (hearsay_deprel_from_name ("unheardof", &deprel));
  g_assert_cmpint (hearsay_deprel_get_main (HEARSAY_DEPREL_OBJ), ==, HEARSAY_DEPREL_OBJ);
}

/* A finite clause without a subject has the object before it for one. */
static void
test_subjects (void)
{
  static const gint32 heads[] = { 1, -1, 1, 5, 5, 1, 5 };
  static const struct
  {
    HearsayXpos auxiliary;
    HearsayDeprel third; /* of “does” */
    HearsayDeprel fourth; /* of “not” */
    HearsayDeprel found;
  } cases[] = {
    { HEARSAY_XPOS_VBZ, HEARSAY_DEPREL_AUX, HEARSAY_DEPREL_ADVMOD, HEARSAY_DEPREL_NSUBJ },
    { HEARSAY_XPOS_VBZ, HEARSAY_DEPREL_AUX_PASS, HEARSAY_DEPREL_ADVMOD, HEARSAY_DEPREL_NSUBJ_PASS },
    { HEARSAY_XPOS_TO, HEARSAY_DEPREL_AUX, HEARSAY_DEPREL_ADVMOD, HEARSAY_DEPREL_OBJ },
    { HEARSAY_XPOS_VBZ, HEARSAY_DEPREL_AUX, HEARSAY_DEPREL_NSUBJ, HEARSAY_DEPREL_OBJ },
    { HEARSAY_XPOS_VBZ, HEARSAY_DEPREL_AUX, HEARSAY_DEPREL_MARK, HEARSAY_DEPREL_OBJ },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Sentence sentence;

      sentence_init (&sentence, "Lund said Norway does not need it");
      memcpy (sentence.syntax.head, heads, sizeof heads);
      sentence.syntax.xpos[3] = (guint8) cases[i].auxiliary;
      sentence.syntax.xpos[5] = HEARSAY_XPOS_VB;
      sentence.syntax.deprel[0] = HEARSAY_DEPREL_NSUBJ;
      sentence.syntax.deprel[2] = sentence.syntax.deprel[6] = HEARSAY_DEPREL_OBJ;
      sentence.syntax.deprel[3] = (guint8) cases[i].third;
      sentence.syntax.deprel[4] = (guint8) cases[i].fourth;
      sentence.syntax.deprel[5] = HEARSAY_DEPREL_CCOMP;
      hearsay_tree_mend_subjects (&sentence.syntax);
      g_assert_cmpuint (sentence.syntax.deprel[2], ==, cases[i].found);
      g_assert_cmpint (sentence.syntax.head[2], ==, cases[i].found == HEARSAY_DEPREL_OBJ ? 1 : 5);
      g_assert_cmpint (sentence.syntax.head[6], ==, 5);
      sentence_clear (&sentence);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grammar/plain", test_plain);
  g_test_add_func ("/grammar/curly-quotes", test_curly_quotes);
  g_test_add_func ("/grammar/empty", test_empty);
  g_test_add_func ("/grammar/long", test_long);
  g_test_add_func ("/grammar/together", test_together);
  g_test_add_func ("/grammar/lemmas", test_lemmas);
  g_test_add_func ("/grammar/names", test_names);
  g_test_add_func ("/grammar/subjects", test_subjects);
  return g_test_run ();
}
