/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "analysis/hearsay-attribution-model.h"

static const char sentence[] = "Ann came and said it had rained.";

#define MAX_TOKENS 20

/* Room for the tree of a short text; every token is a root. */
typedef struct
{
  HearsaySyntax syntax;
  gint32 head[MAX_TOKENS];
  guint8 deprel[MAX_TOKENS];
  guint8 upos[MAX_TOKENS];
  guint8 xpos[MAX_TOKENS];
} Tree;

static void
tree_init (Tree              *self,
           const HearsayText *text)
{
  g_assert_cmpuint (text->n_tokens, <=, MAX_TOKENS);
  memset (self, 0, sizeof *self);
  for (guint i = 0; i < MAX_TOKENS; i++)
    self->head[i] = -1;
  self->syntax.n = text->n_tokens;
  self->syntax.head = self->head;
  self->syntax.deprel = self->deprel;
  self->syntax.upos = self->upos;
  self->syntax.xpos = self->xpos;
}

/* Heads and relations of the words of the sentence. */
static const gint32 heads[] = { 1, -1, 3, 1, 6, 6, 3, 1 };
static const guint8 deprels[] = {
  HEARSAY_DEPREL_NSUBJ, HEARSAY_DEPREL_ROOT, HEARSAY_DEPREL_CC, HEARSAY_DEPREL_CONJ,
  HEARSAY_DEPREL_NSUBJ, HEARSAY_DEPREL_AUX, HEARSAY_DEPREL_CCOMP, HEARSAY_DEPREL_PUNCT,
};

/* What hangs on a word, whose subject a joined verb has, and what it says. */
static void
test_dependents (void)
{
  g_autoptr (HearsayText) text = hearsay_text_new (sentence, strlen (sentence));
  g_autofree HearsayTokenTraits *traits = g_new0 (HearsayTokenTraits, text->n_tokens);
  g_autoptr (HearsayAttributionTokens) tokens = NULL;
  Tree tree;

  g_assert_cmpuint (text->n_tokens, ==, G_N_ELEMENTS (heads));
  tree_init (&tree, text);
  memcpy (tree.head, heads, sizeof heads);
  memcpy (tree.deprel, deprels, sizeof deprels);
  tokens = hearsay_attribution_tokens_new (text, &tree.syntax, traits, NULL);
  g_assert_cmpuint (hearsay_attribution_tokens_left (tokens, 1), ==, 0);
  g_assert_cmpuint (hearsay_attribution_tokens_right (tokens, 1), ==, 7);
  g_assert_cmpuint (hearsay_attribution_tokens_left (tokens, 3), ==, 2);
  g_assert_cmpuint (hearsay_attribution_tokens_right (tokens, 3), ==, 6);
  g_assert_cmpuint (hearsay_attribution_tokens_left (tokens, 5), ==, 5);
  g_assert_cmpint (tokens->tokens[1].subject, ==, 0);
  g_assert_cmpint (tokens->tokens[3].subject, ==, 0);
  g_assert_cmpint (tokens->tokens[6].subject, ==, 4);
  g_assert_cmpint (tokens->tokens[2].subject, ==, -1);
  g_assert_cmpint (tokens->tokens[3].object, ==, 6);
  g_assert_cmpint (tokens->tokens[1].object, ==, -1);
}

static HearsayAttributionTokens *
make_tokens (const HearsayText  *text,
             Tree               *tree,
             HearsayTokenTraits *traits)
{
  tree_init (tree, text);
  return hearsay_attribution_tokens_new (text, &tree->syntax, traits, NULL);
}

/* A whole quotation behind the speech tag is added; one with other words around it is not. */
static void
test_next_quotation (void)
{
  static const struct
  {
    const char *text;
    guint n_contents;
  } cases[] = {
    { "“It rains,” Ann said. “Take a coat.”", 2 },
    { "“It rains,” Ann said. “Take a coat,” he said.", 1 },
    { "“It rains,” Ann said.\n\n“Take a coat.”", 1 },
    { "“It rains,” Ann said. Take a coat.", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HearsayText) text = hearsay_text_new (cases[i].text, strlen (cases[i].text));
      HearsayTokenTraits traits[MAX_TOKENS] = { { 0 } };
      HearsayAttributionCandidate candidate = { .cue = { 6, 7 }, .head = 6, .rule = -1, .n_contents = 1, .contents = { { 0, 5 } } };
      Tree tree;
      g_autoptr (HearsayAttributionTokens) tokens = make_tokens (text, &tree, traits);

      g_assert_true (hearsay_text_token_is (text, 6, "said"));
      hearsay_candidate_complete (tokens, &candidate);
      g_assert_cmpuint (candidate.n_contents, ==, cases[i].n_contents);
      g_assert_cmpuint (candidate.contents[0].end, ==, 5);
      if (cases[i].n_contents == 2)
        {
          g_assert_cmpuint (candidate.contents[1].start, ==, 8);
          g_assert_cmpuint (candidate.contents[1].end, ==, text->n_tokens);
        }
    }
}

/* A further clause that ends where the speech tag begins is said as well; what only looks like one is not. */
static void
test_rest (void)
{
  static const struct
  {
    HearsayUpos upos;
    HearsayDeprel deprel;
    guint32 end;
  } cases[] = {
    { HEARSAY_UPOS_VERB, HEARSAY_DEPREL_CONJ, 6 },
    { HEARSAY_UPOS_NOUN, HEARSAY_DEPREL_CONJ, 2 },
    { HEARSAY_UPOS_VERB, HEARSAY_DEPREL_APPOS, 2 },
  };
  static const gint32 heads_of_rest[] = { 1, 8, 3, 1, 5, 1, 8, 8, -1, 8 };
  static const char string[] = "They work, rest and sleep, Ann said.";
  g_autoptr (HearsayText) text = hearsay_text_new (string, strlen (string));

  g_assert_cmpuint (text->n_tokens, ==, G_N_ELEMENTS (heads_of_rest));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HearsayTokenTraits traits[MAX_TOKENS] = { { 0 } };
      HearsayAttributionCandidate candidate = { .cue = { 8, 9 }, .head = 8, .rule = -1, .n_sources = 1, .sources = { { 7, 8 } },
                                                .n_contents = 1, .contents = { { 0, 2 } } };
      g_autoptr (HearsayAttributionTokens) tokens = NULL;
      Tree tree;

      tree_init (&tree, text);
      memcpy (tree.head, heads_of_rest, sizeof heads_of_rest);
      tree.deprel[3] = tree.deprel[5] = (guint8) cases[i].deprel;
      tree.upos[3] = tree.upos[5] = (guint8) cases[i].upos;
      tokens = hearsay_attribution_tokens_new (text, &tree.syntax, traits, NULL);
      hearsay_candidate_complete (tokens, &candidate);
      g_assert_cmpuint (candidate.n_contents, ==, 1);
      g_assert_cmpuint (candidate.contents[0].start, ==, 0);
      g_assert_cmpuint (candidate.contents[0].end, ==, cases[i].end);
    }
}

/* A quotation of which a part is taken is taken to its end, and to its beginning where its end is, but not over a cue. */
static void
test_whole_quotations (void)
{
  static const struct
  {
    HearsayTokenRange cue;
    HearsayTokenRange content;
    HearsayTokenRange whole;
  } cases[] = {
    { { 1, 2 }, { 3, 7 }, { 3, 15 } },
    { { 1, 2 }, { 9, 15 }, { 3, 15 } },
    { { 1, 2 }, { 9, 12 }, { 3, 15 } },
    { { 1, 2 }, { 2, 5 }, { 2, 15 } },
    { { 1, 2 }, { 9, 16 }, { 3, 16 } },
    { { 5, 6 }, { 6, 12 }, { 6, 15 } },
    { { 8, 9 }, { 3, 8 }, { 3, 8 } },
    { { 1, 2 }, { 15, 16 }, { 15, 16 } },
  };
  static const char string[] = "She said: “It is. It was. It will be.” So.";
  g_autoptr (HearsayText) text = hearsay_text_new (string, strlen (string));
  HearsayTokenTraits traits[MAX_TOKENS] = { { 0 } };
  Tree tree;
  g_autoptr (HearsayAttributionTokens) tokens = make_tokens (text, &tree, traits);

  g_assert_cmpuint (text->n_tokens, ==, 17);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HearsayAttributionCandidate candidate = { .cue = cases[i].cue, .head = cases[i].cue.start, .rule = -1, .n_contents = 1,
                                                .contents = { cases[i].content } };

      hearsay_candidate_complete (tokens, &candidate);
      g_assert_cmpuint (candidate.n_contents, ==, 1);
      g_assert_cmpuint (candidate.contents[0].start, ==, cases[i].whole.start);
      g_assert_cmpuint (candidate.contents[0].end, ==, cases[i].whole.end);
    }
}

/* A field may take the first words of the next sentence into a cue; the window has all of it. */
static void
test_cue_over_sentences (void)
{
  static const char string[] = "It rained, Ann said. So did Bo.";
  g_autoptr (HearsayText) text = hearsay_text_new (string, strlen (string));
  HearsayTokenTraits traits[MAX_TOKENS] = { { 0 } };
  Tree tree;
  g_autoptr (HearsayAttributionTokens) tokens = make_tokens (text, &tree, traits);

  for (guint32 start = 0; start < text->n_tokens; start++)
    for (guint32 end = start + 1; end <= text->n_tokens; end++)
      {
        HearsayCueWindow window = hearsay_role_stage_window (tokens, (HearsayTokenRange) { start, end });

        g_assert_cmpuint (window.start, <=, start);
        g_assert_cmpuint (window.end, >=, end);
        g_assert_cmpuint (window.end, <=, text->n_tokens);
      }
}

/* Of several sources that the labels show the one nearest to the cue stays, on whichever side. */
static void
test_sources (void)
{
  static const char string[] = "Ann, the baker, said it rained, he said.";
  static const HearsayTokenRange cues[] = { { 5, 6 }, { 10, 11 } };
  static const guint32 nearest[] = { 2, 9 };
  g_autoptr (HearsayText) text = hearsay_text_new (string, strlen (string));
  HearsayTokenTraits traits[MAX_TOKENS] = { { 0 } };
  Tree tree;
  g_autoptr (HearsayAttributionTokens) tokens = make_tokens (text, &tree, traits);

  g_assert_true (hearsay_text_token_is (text, 5, "said") && hearsay_text_token_is (text, 10, "said"));
  for (guint i = 0; i < G_N_ELEMENTS (cues); i++)
    {
      HearsayAttributionCandidate candidate = { .cue = cues[i], .head = cues[i].start, .rule = -1, .n_contents = 1,
                                                .contents = { { 6, 8 } }, .n_sources = 3,
                                                .sources = { { 0, 1 }, { 2, 4 }, { 9, 10 } } };

      hearsay_candidate_complete (tokens, &candidate);
      g_assert_cmpuint (candidate.n_sources, ==, 1);
      g_assert_cmpuint (candidate.sources[0].start, ==, nearest[i]);
    }
}

/* Cues and quotations that are still to come count to the end of the sentence. */
static void
test_ahead (void)
{
  static const char string[] = "Ann said it “rained” and Bo cried. It “did”.";
  static const guint8 n_cues[] = { 2, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0 };
  static const guint8 n_quotes[] = { 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0 };
  g_autoptr (HearsayText) text = hearsay_text_new (string, strlen (string));
  HearsayTokenTraits traits[MAX_TOKENS] = { { 0 } };
  HearsayWindowToken seen[MAX_TOKENS];
  guint8 labels[G_N_ELEMENTS (n_cues)] = { [1] = HEARSAY_CUE_STAGE_CUE, [8] = HEARSAY_CUE_STAGE_CUE };
  Tree tree;
  g_autoptr (HearsayAttributionTokens) tokens = make_tokens (text, &tree, traits);
  const HearsayCueWindow window = { { 1, 2 }, 1, 0, text->n_tokens };

  g_assert_cmpuint (text->n_tokens, ==, G_N_ELEMENTS (n_cues));
  g_assert_cmpuint (text->n_sentences, ==, 2);
  hearsay_role_stage_prepare (tokens, &window, labels, seen);
  for (guint i = 0; i < text->n_tokens; i++)
    {
      g_assert_cmpuint (seen[i].n_cues_ahead, ==, n_cues[i]);
      g_assert_cmpuint (seen[i].n_quotes_ahead, ==, n_quotes[i]);
    }
}

typedef struct
{
  HearsayTokenRange cue;
  HearsayTokenRange content;
  float confidence;
  gboolean beaten;
} Rival;

static void
check_rivals (const Rival *rivals,
              guint        n)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, TRUE, sizeof (HearsayAttributionCandidate));

  for (guint i = 0; i < n; i++)
    {
      HearsayAttributionCandidate candidate = { .cue = rivals[i].cue, .contents = { rivals[i].content }, .n_contents = 1,
                                                .confidence = rivals[i].confidence };

      g_array_append_val (candidates, candidate);
    }
  hearsay_candidates_compete (candidates);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (g_array_index (candidates, HearsayAttributionCandidate, i).beaten, ==, rivals[i].beaten);
}

/* Of candidates that share a word of their cues the surest stays; what is beaten beats nobody. */
static void
test_compete (void)
{
  static const Rival rivals[] = {
    { { 2, 5 }, { 20, 21 }, 0.4f, TRUE },
    { { 3, 5 }, { 21, 22 }, 0.7f, FALSE },
    { { 4, 6 }, { 22, 23 }, 0.6f, TRUE },
    { { 5, 7 }, { 23, 24 }, 0.5f, FALSE },
    { { 9, 10 }, { 24, 25 }, 0.5f, FALSE },
    { { 9, 12 }, { 25, 26 }, 0.5f, TRUE },
  };

  check_rivals (rivals, G_N_ELEMENTS (rivals));
}

/* So it is with candidates whose contents are mostly the same, unless one that is sure enough stands inside the other. */
static void
test_compete_for_content (void)
{
  static const Rival apart[] = { { { 1, 2 }, { 10, 20 }, 0.9f, FALSE }, { { 3, 4 }, { 13, 20 }, 0.8f, TRUE } };
  static const Rival less[] = { { { 1, 2 }, { 10, 20 }, 0.9f, FALSE }, { { 3, 4 }, { 16, 20 }, 0.8f, FALSE } };
  static const Rival nested[] = { { { 1, 2 }, { 2, 20 }, 0.9f, FALSE }, { { 3, 4 }, { 4, 20 }, 0.8f, FALSE } };
  static const Rival unsure[] = { { { 1, 2 }, { 2, 20 }, 0.3f, TRUE }, { { 3, 4 }, { 4, 20 }, 0.4f, FALSE } };

  check_rivals (apart, G_N_ELEMENTS (apart));
  check_rivals (less, G_N_ELEMENTS (less));
  check_rivals (nested, G_N_ELEMENTS (nested));
  check_rivals (unsure, G_N_ELEMENTS (unsure));
}

/* What the rules find, in tokens; a candidate with the same cue says how sure the stages are of it. */
static void
test_rules (void)
{
  static const char string[] = "Ann Ek said that it rained. It rains.";
  g_autoptr (HearsayText) text = hearsay_text_new (string, strlen (string));
  static const guint8 xpos[] = {
    HEARSAY_XPOS_NNP, HEARSAY_XPOS_NNP, HEARSAY_XPOS_VBD, HEARSAY_XPOS_IN, HEARSAY_XPOS_PRP, HEARSAY_XPOS_VBD, HEARSAY_XPOS_STOP,
    HEARSAY_XPOS_PRP, HEARSAY_XPOS_VBZ, HEARSAY_XPOS_STOP,
  };
  g_autoptr (HearsayAttributions) rules = hearsay_attributions_find (text, xpos, NULL, NULL);
  g_autofree HearsayTokenTraits *traits = g_new0 (HearsayTokenTraits, text->n_tokens);
  g_autoptr (HearsayAttributionTokens) tokens = NULL;
  g_autoptr (GArray) candidates = g_array_new (FALSE, TRUE, sizeof (HearsayAttributionCandidate));
  g_autofree float *before = NULL;
  g_autofree float *judged = NULL;
  guint32 features[2][HEARSAY_STAGE_MAX_FEATURES];
  HearsayAttributionCandidate candidate;
  Tree tree;
  guint n;

  g_assert_cmpuint (text->n_tokens, ==, G_N_ELEMENTS (xpos));
  tree_init (&tree, text);
  tokens = hearsay_attribution_tokens_new (text, &tree.syntax, traits, rules);
  g_assert_cmpuint (rules->items->len, ==, 1);
  g_assert_true (hearsay_rule_stage_take (tokens, 0, &candidate));
  g_assert_cmpuint (candidate.cue.start, ==, 2);
  g_assert_cmpuint (candidate.cue.end, ==, 3);
  g_assert_cmpuint (candidate.sources[0].start, ==, 0);
  g_assert_cmpuint (candidate.sources[0].end, ==, 2);
  g_assert_cmpuint (candidate.contents[0].start, ==, 3);
  g_assert_cmpuint (candidate.contents[0].end, ==, 6);
  before = hearsay_rule_stage_judged (tokens, candidates);
  g_assert_cmpfloat (before[0], ==, -1);
  candidate.confidence = 0.25f;
  g_array_append_val (candidates, candidate);
  judged = hearsay_rule_stage_judged (tokens, candidates);
  g_assert_cmpfloat (judged[0], ==, 0.25f);
  n = hearsay_rule_stage_features (tokens, before, 0, features[0]);
  g_assert_cmpuint (n, <=, HEARSAY_STAGE_MAX_FEATURES);
  g_assert_cmpuint (hearsay_rule_stage_features (tokens, judged, 0, features[1]), ==, n);
  g_assert_true (memcmp (features[0], features[1], n * sizeof (guint32)) != 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stages/dependents", test_dependents);
  g_test_add_func ("/stages/next-quotation", test_next_quotation);
  g_test_add_func ("/stages/rest", test_rest);
  g_test_add_func ("/stages/whole-quotations", test_whole_quotations);
  g_test_add_func ("/stages/cue-over-sentences", test_cue_over_sentences);
  g_test_add_func ("/stages/sources", test_sources);
  g_test_add_func ("/stages/ahead", test_ahead);
  g_test_add_func ("/stages/compete", test_compete);
  g_test_add_func ("/stages/compete-for-content", test_compete_for_content);
  g_test_add_func ("/stages/rules", test_rules);

  return g_test_run ();
}
