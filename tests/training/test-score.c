/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "training/hearsay-attribution-corpus.h"

/* Statements of one article, gold and found, by words of its text. */
typedef struct
{
  const char *text;
  GPtrArray *gold;
  GPtrArray *found;
  GArray *discard;
  HearsayAttributionScore score;
} Case;

static void
case_init (Case       *self,
           const char *text)
{
  memset (self, 0, sizeof *self);
  self->text = text;
  self->gold = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_scored_statement_free);
  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_scored_statement_free);
  self->discard = g_array_new (FALSE, FALSE, sizeof (HearsaySpan));
}

static void
case_clear (Case *self)
{
  g_ptr_array_unref (self->gold);
  g_ptr_array_unref (self->found);
  g_array_unref (self->discard);
}

static HearsaySpan
span_of (const Case *self,
         const char *words)
{
  const char *place = strstr (self->text, words);
  HearsaySpan span;

  g_assert_nonnull (place);
  span.start = (guint32) g_utf8_strlen (self->text, place - self->text);
  span.end = span.start + (guint32) g_utf8_strlen (words, -1);
  return span;
}

static void
add (const Case *self,
     GPtrArray  *statements,
     const char *source,
     const char *cue,
     const char *content)
{
  const char *words[HEARSAY_SCORE_N_ROLES] = { source, cue, content };
  HearsayScoredStatement *statement = hearsay_scored_statement_new ();

  for (guint r = 0; r < HEARSAY_SCORE_N_ROLES; r++)
    {
      if (words[r] != NULL)
        {
          HearsaySpan span = span_of (self, words[r]);

          hearsay_scored_statement_add (statement, r, span.start, span.end);
        }
    }
  g_ptr_array_add (statements, statement);
}

static void
count (Case *self)
{
  hearsay_attribution_score_add (&self->score, self->text, self->gold, self->found, self->discard, NULL);
}

static void
assert_hits (const HearsayHits *hits,
             guint              gold,
             guint              gold_hit,
             guint              found,
             guint              found_hit)
{
  g_assert_cmpuint (hits->gold, ==, gold);
  g_assert_cmpuint (hits->gold_hit, ==, gold_hit);
  g_assert_cmpuint (hits->found, ==, found);
  g_assert_cmpuint (hits->found_hit, ==, found_hit);
}

static void
test_exact_and_overlap (void)
{
  Case c;

  case_init (&c, "Frau Öz, the mayor, said the bridge is safe.");
  add (&c, c.gold, "Frau Öz, the mayor,", "said", "the bridge is safe");
  add (&c, c.found, "Frau Öz", "said", "the bridge is safe");
  count (&c);
  assert_hits (&c.score.exact[HEARSAY_SCORE_ALL][HEARSAY_SCORE_SOURCE], 1, 0, 1, 0);
  assert_hits (&c.score.exact[HEARSAY_SCORE_ALL][HEARSAY_SCORE_CUE], 1, 1, 1, 1);
  /* Commas are words of their own: six in gold, two of them found. */
  assert_hits (&c.score.overlap[HEARSAY_SCORE_ALL][HEARSAY_SCORE_SOURCE], 6, 2, 2, 2);
  assert_hits (&c.score.whole[HEARSAY_SCORE_INDIRECT], 1, 1, 1, 1);
  assert_hits (&c.score.whole[HEARSAY_SCORE_DIRECT], 0, 0, 0, 0);
  g_assert_cmpfloat_with_epsilon (hearsay_hits_get_f1 (&c.score.overlap[HEARSAY_SCORE_ALL][HEARSAY_SCORE_SOURCE]), 0.5, 1e-9);
  case_clear (&c);
}

static void
test_half_of_the_words (void)
{
  Case c;

  case_init (&c, "Ann said one two three four. Bob said five six seven eight nine.");
  add (&c, c.gold, "Ann", "said", "one two three four");
  add (&c, c.found, "Ann", "said", "one two");
  add (&c, c.gold, "Bob", "said", "five six seven eight nine");
  add (&c, c.found, "Bob", "said", "five six");
  count (&c);
  assert_hits (&c.score.whole[HEARSAY_SCORE_ALL], 2, 1, 2, 1);
  case_clear (&c);
}

static void
test_sources (void)
{
  Case c;

  case_init (&c, "It is said that one is enough. Ann said that two are more. Bob said that three are most.");
  add (&c, c.gold, NULL, "is said", "that one is enough");
  add (&c, c.found, NULL, "is said", "that one is enough");
  add (&c, c.gold, "Ann", "said that two", "that two are more");
  add (&c, c.found, NULL, "said that two", "that two are more");
  add (&c, c.gold, "Bob", "said that three", "that three are most");
  add (&c, c.found, "Ann", "said that three", "that three are most");
  count (&c);
  assert_hits (&c.score.whole[HEARSAY_SCORE_ALL], 3, 1, 3, 1);
  case_clear (&c);
}

/* The first gold statement could take either; it leaves the closer one to the second, which has no other. */
static void
test_largest_pairing (void)
{
  Case c;

  case_init (&c, "Ann said one two three four five six.");
  add (&c, c.gold, "Ann", "said", "one two three four");
  add (&c, c.gold, "Ann", "said", "three four five six");
  add (&c, c.found, "Ann", "said", "two three four");
  add (&c, c.found, "Ann", "said", "one two");
  count (&c);
  assert_hits (&c.score.whole[HEARSAY_SCORE_ALL], 2, 1, 2, 1);
  add (&c, c.found, "Ann", "said", "three four five");
  memset (&c.score, 0, sizeof c.score);
  count (&c);
  assert_hits (&c.score.whole[HEARSAY_SCORE_ALL], 2, 2, 3, 2);
  case_clear (&c);

  case_init (&c, "Ann said one two three four five six.");
  add (&c, c.gold, "Ann", "said", "one two three four");
  add (&c, c.gold, "Ann", "said", "two three four five six");
  add (&c, c.found, "Ann", "said", "two three four");
  add (&c, c.found, "Ann", "said", "one two");
  count (&c);
  assert_hits (&c.score.whole[HEARSAY_SCORE_ALL], 2, 2, 2, 2);
  case_clear (&c);
}

static void
test_kinds (void)
{
  Case c;

  case_init (&c, "Ann said: “We won.” Bob said it was “a shame” for all. Eve said it rained.");
  add (&c, c.gold, "Ann", "said", "“We won.”");
  add (&c, c.gold, "Bob", "said it", "it was “a shame” for all");
  add (&c, c.gold, "Eve", "said it rained", "it rained");
  add (&c, c.found, "Ann", "said", "“We won.”");
  count (&c);
  assert_hits (&c.score.whole[HEARSAY_SCORE_DIRECT], 1, 1, 1, 1);
  assert_hits (&c.score.whole[HEARSAY_SCORE_MIXED], 1, 0, 0, 0);
  assert_hits (&c.score.whole[HEARSAY_SCORE_INDIRECT], 1, 0, 0, 0);
  assert_hits (&c.score.whole[HEARSAY_SCORE_ALL], 3, 1, 1, 1);
  case_clear (&c);
}

/* A quotation that is left open ends with its line. */
static void
test_lines (void)
{
  Case c;

  case_init (&c, "Ann said: “We won.\n\n“We go on.” Bob heard.");
  add (&c, c.gold, "Ann", "said", "“We won.\n\n“We go on.”");
  add (&c, c.found, "Ann", "said", "“We won.");
  hearsay_scored_statement_add (g_ptr_array_index (c.found, 0), HEARSAY_SCORE_CONTENT, span_of (&c, "\n“We go on.” ").start,
                                span_of (&c, "\n“We go on.” ").end);
  count (&c);
  assert_hits (&c.score.exact[HEARSAY_SCORE_DIRECT][HEARSAY_SCORE_CONTENT], 2, 2, 2, 2);
  assert_hits (&c.score.whole[HEARSAY_SCORE_DIRECT], 1, 1, 1, 1);
  case_clear (&c);
}

static void
test_discard (void)
{
  Case c;
  HearsaySpan span;
  gboolean right[2] = { FALSE, FALSE };

  case_init (&c, "Ann said it rained. Terms: we own all rights.");
  add (&c, c.gold, "Ann", "said", "it rained");
  add (&c, c.found, NULL, "Terms", "we own all rights");
  add (&c, c.found, "Ann", "said", "it rained");
  span = span_of (&c, "Terms: we own all rights.");
  g_array_append_val (c.discard, span);
  hearsay_attribution_score_add (&c.score, c.text, c.gold, c.found, c.discard, right);
  assert_hits (&c.score.whole[HEARSAY_SCORE_ALL], 1, 1, 1, 1);
  g_assert_false (right[0]);
  g_assert_true (right[1]);
  case_clear (&c);
}

/* Candidates in tokens, beside text of more than one byte a letter, count as statements do. */
static void
test_candidates (void)
{
  static const char string[] = "“Café,” Zoë said. Ann said it was “good”.";
  g_autoptr (HearsayText) text = hearsay_text_new (string, strlen (string));
  g_autoptr (GArray) gold = g_array_new (FALSE, TRUE, sizeof (HearsayGoldAttribution));
  const HearsayAttributionDocument document = { .string = (char *) string, .text = text, .gold = gold };
  const HearsayGoldAttribution zoe = { { 5, 6 }, { { 4, 5 } }, 1, { { 0, 4 } }, 1 };
  const HearsayGoldAttribution ann = { { 8, 9 }, { { 7, 8 } }, 1, { { 9, 14 } }, 1 };
  const HearsayAttributionCandidate found[] = {
    { .cue = { 5, 6 }, .sources = { { 4, 5 } }, .n_sources = 1, .contents = { { 0, 4 } }, .n_contents = 1 },
    { .cue = { 8, 9 }, .sources = { { 4, 5 } }, .n_sources = 1, .contents = { { 9, 14 } }, .n_contents = 1 },
  };
  HearsayAttributionScore score = { 0 };

  g_assert_true (hearsay_text_token_is (text, 5, "said") && hearsay_text_token_is (text, 8, "said"));
  g_array_append_val (gold, zoe);
  g_array_append_val (gold, ann);
  hearsay_attribution_corpus_score (&document, found, G_N_ELEMENTS (found), &score);
  assert_hits (&score.whole[HEARSAY_SCORE_ALL], 2, 1, 2, 1);
  assert_hits (&score.whole[HEARSAY_SCORE_DIRECT], 1, 1, 1, 1);
  assert_hits (&score.whole[HEARSAY_SCORE_MIXED], 1, 0, 1, 0);
  assert_hits (&score.exact[HEARSAY_SCORE_ALL][HEARSAY_SCORE_CUE], 2, 2, 2, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/training/score/exact-and-overlap", test_exact_and_overlap);
  g_test_add_func ("/training/score/half-of-the-words", test_half_of_the_words);
  g_test_add_func ("/training/score/sources", test_sources);
  g_test_add_func ("/training/score/largest-pairing", test_largest_pairing);
  g_test_add_func ("/training/score/kinds", test_kinds);
  g_test_add_func ("/training/score/lines", test_lines);
  g_test_add_func ("/training/score/discard", test_discard);
  g_test_add_func ("/training/score/candidates", test_candidates);

  return g_test_run ();
}
