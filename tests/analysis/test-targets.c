/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "analyzed.h"
#include "analysis/hearsay-attitudes.h"
#include "analysis/hearsay-stance-blend.h"

#define SUPPORT HEARSAY_POSITION_SUPPORT
#define OPPOSE HEARSAY_POSITION_OPPOSE
#define NEUTRAL HEARSAY_POSITION_NEUTRAL

static const char *
name_of (const HearsayAnalysis       *analysis,
         const HearsayAnalysisStance *stance)
{
  return stance->target_is_issue ? hearsay_analysis_issue (analysis, (guint) stance->target)->name
                                 : hearsay_analysis_actor (analysis, (guint) stance->target)->name;
}

/* The stance of any statement toward @target, the strongest; %NULL where none is. */
static const HearsayAnalysisStance *
find_stance (const HearsayAnalysis *analysis,
             const char            *target)
{
  const HearsayAnalysisStance *best = NULL;

  for (guint i = 0; i < analysis->stances->len; i++)
    {
      const HearsayAnalysisStance *stance = hearsay_analysis_stance (analysis, i);

      if (strcmp (name_of (analysis, stance), target) == 0 && (best == NULL || fabsf (stance->score) > fabsf (best->score)))
        best = stance;
    }
  return best;
}

static const struct
{
  const char *text;
  const char *target;
  HearsayPosition position;
} rows[] = {
  /* Whom a pronoun means is a target as much as by name. */
  { "Ana Silva met Erik Lund on Monday. Silva accused him of theft.", "Erik Lund", OPPOSE },
  { "Ana Silva met Erik Lund on Monday. Lund praised her plans.", "Ana Silva", SUPPORT },
  /* Why somebody is blamed says nothing against who stands in it. */
  { "Ana Silva blamed the council for ignoring Norway.", "Norway", NEUTRAL },
  { "Ana Silva blasted the press for praising Norway.", "Norway", NEUTRAL },
  { "Ana Silva blamed Norway for ignoring the council.", "Norway", OPPOSE },
  /* “Mean”, “just” and questions judge nothing. */
  { "“It just happened in Norway, and what does that mean?” Ana Silva said.", "Norway", NEUTRAL },
  { "Ana Silva asked questions about Norway.", "Norway", NEUTRAL },
  /* Who asks for a thing is for it. */
  { "Ana Silva called for a fishing union. The fishing union is new.", "fishing union", SUPPORT },
  { "Ana Silva said no to a fishing union. The fishing union is new.", "fishing union", OPPOSE },
  { "Ana Silva said that the fishing union is too narrow. The fishing union is new.", "fishing union", OPPOSE },
  /* To deny that something holds always is not to say the contrary. */
  { "Ana Silva said they don't necessarily need a fishing union. The fishing union is new.", "fishing union", NEUTRAL },
  { "Ana Silva said they don't need a fishing union. The fishing union is new.", "fishing union", OPPOSE },
  /* An action is judged, not what it is done to. */
  { "Ana Silva said it is important to talk about the fishing union. The fishing union is new.", "fishing union", NEUTRAL },
  { "Erik Lund criticized a fishing union. The fishing union is new.", "fishing union", OPPOSE },
  /* Who is for what is against a thing, or for the lack of it, is against the thing. */
  { "Ana Silva praised the anti-tax rally. Erik Lund and Ruth Holm said that a harbour tax is new. Ida Voss said the harbour tax is old.", "harbour tax", OPPOSE },
  { "Ana Silva praised the pro-tax rally. Erik Lund and Ruth Holm said that a harbour tax is new. Ida Voss said the harbour tax is old.", "harbour tax", SUPPORT },
  /* The country that has just been named. */
  { "“The Norwegian minister is very proud of the country,” Ana Silva said.", "Norway", SUPPORT },
};

static void
test_positions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HearsayAnalysis) analysis = analyze (rows[i].text);
      const HearsayAnalysisStance *stance = find_stance (analysis, rows[i].target);

      if (stance == NULL || stance->position != rows[i].position)
        g_test_message ("%s → %s: wanted %d, found %d", rows[i].text, rows[i].target, rows[i].position, stance != NULL ? (int) stance->position : -1);
      g_assert_true (stance != NULL && stance->position == rows[i].position);
      g_assert_true (stance->position != NEUTRAL || !stance->sure);
    }
}

/* Whoever is named first and judged is what the statement is chiefly about. */
static void
test_main_target (void)
{
  g_autoptr (HearsayAnalysis) analysis = analyze ("Ana Silva condemned Norway after long talks with friends in a small town that lies in Denmark.");
  const HearsayAnalysisStatement *statement = hearsay_analysis_statement (analysis, 0);

  g_assert_cmpuint (statement->n_stances, >=, 1);
  g_assert_cmpstr (name_of (analysis, hearsay_analysis_stance (analysis, statement->first_stance)), ==, "Norway");
}

/* A word of attitude counts where it is used as one. */
static void
test_fits (void)
{
  const HearsayAttitude adjective = { HEARSAY_ATTITUDE_ADJECTIVE, 0.6f };
  const HearsayAttitude verb = { HEARSAY_ATTITUDE_VERB, -0.6f };

  g_assert_true (hearsay_attitude_fits (&adjective, "just", HEARSAY_XPOS_JJ));
  g_assert_false (hearsay_attitude_fits (&adjective, "just", HEARSAY_XPOS_RB));
  g_assert_false (hearsay_attitude_fits (&adjective, "mean", HEARSAY_XPOS_VBP));
  g_assert_true (hearsay_attitude_fits (&adjective, "worried", HEARSAY_XPOS_VBN));
  g_assert_false (hearsay_attitude_fits (&adjective, "kind", HEARSAY_XPOS_NN));
  g_assert_true (hearsay_attitude_fits (&verb, "question", HEARSAY_XPOS_VB));
  g_assert_false (hearsay_attitude_fits (&verb, "questions", HEARSAY_XPOS_NNS));
  g_assert_false (hearsay_attitude_fits (&verb, "like", HEARSAY_XPOS_IN));
}

/* The polarity of the word of attitude that stands at @token. */
static float
find_polarity (const char *string,
               const char *word)
{
  g_autoptr (HearsayText) text = hearsay_text_new (string, strlen (string));
  g_autoptr (HearsayClosed) closed = hearsay_closed_new (text);
  g_autofree guint8 *xpos = g_malloc0 (text->n_tokens);
  g_autoptr (GArray) words = NULL;

  for (guint i = 0; i < text->n_tokens; i++)
    xpos[i] = hearsay_text_token_is (text, i, "peace") ? HEARSAY_XPOS_NN : hearsay_text_token_is (text, i, "support") ? HEARSAY_XPOS_VB : HEARSAY_XPOS_DT;
  words = hearsay_attitudes_find (closed, xpos);
  for (guint i = 0; i < words->len; i++)
    if (hearsay_text_token_is (text, g_array_index (words, HearsayCueWord, i).token, word))
      return g_array_index (words, HearsayCueWord, i).polarity;
  return 0;
}

/* Half a denial reaches as far as a whole one: farther before a verb than before a noun. */
static void
test_half_denial (void)
{
  float plain = find_polarity ("They saw the peace.", "peace");

  g_assert_cmpfloat (plain, >, 0.5f);
  g_assert_cmpfloat_with_epsilon (find_polarity ("They did not completely see the peace.", "peace"), plain, 1e-6f);
  g_assert_cmpfloat (fabsf (find_polarity ("It is not necessarily peace.", "peace")), <, 0.1f);
  g_assert_cmpfloat (fabsf (find_polarity ("They did not necessarily all the while support it.", "support")), <, 0.1f);
}

/* Clues add up; without any, what stands for all is the answer. The section comes back as it went in. */
static void
test_blend (void)
{
  g_autofree HearsayStanceBlend *blends = g_new0 (HearsayStanceBlend, HEARSAY_STANCE_N_BLENDS);
  g_autofree HearsayStanceBlend *read = g_new0 (HearsayStanceBlend, HEARSAY_STANCE_N_BLENDS);
  g_autoptr (GBytes) section = NULL;
  float clues[HEARSAY_STANCE_N_CLUES] = { 1 };
  HearsayStanceVerdict verdict;
  gsize size;

  blends[0].judge.sure = 0.8f;
  for (guint k = 0; k < 2; k++)
    {
      blends[0].weights[k][HEARSAY_STANCE_CLUE_ALWAYS] = -1;
      blends[0].weights[k][HEARSAY_STANCE_CLUE_PAIR_SUPPORT + k] = 1;
      blends[0].weights[k][HEARSAY_STANCE_CLUE_RULES_SUPPORT + k] = 3;
    }
  hearsay_stance_blend_decide (&blends[0], clues, &verdict);
  g_assert_cmpuint (verdict.label, ==, 0);
  clues[HEARSAY_STANCE_CLUE_RULES_OPPOSE] = 0.5f;
  hearsay_stance_blend_decide (&blends[0], clues, &verdict);
  g_assert_cmpuint (verdict.label, ==, 2);
  g_assert_false (verdict.sure);
  clues[HEARSAY_STANCE_CLUE_PAIR_OPPOSE] = 3;
  hearsay_stance_blend_decide (&blends[0], clues, &verdict);
  g_assert_true (verdict.label == 2 && verdict.sure);

  section = hearsay_stance_blends_pack (blends);
  size = g_bytes_get_size (section);
  g_assert_true (hearsay_stance_blends_read (read, g_bytes_get_data (section, NULL), size));
  g_assert_cmpmem (blends, size, read, size);
  g_assert_false (hearsay_stance_blends_read (read, g_bytes_get_data (section, NULL), size - 4));
  blends[2].weights[1][3] = NAN;
  g_bytes_unref (section);
  section = hearsay_stance_blends_pack (blends);
  g_assert_false (hearsay_stance_blends_read (read, g_bytes_get_data (section, NULL), size));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/targets/positions", test_positions);
  g_test_add_func ("/targets/main-target", test_main_target);
  g_test_add_func ("/targets/fits", test_fits);
  g_test_add_func ("/targets/half-denial", test_half_denial);
  g_test_add_func ("/targets/blend", test_blend);
  return g_test_run ();
}
