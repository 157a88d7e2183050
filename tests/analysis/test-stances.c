/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "analyzed.h"
#include "analysis/hearsay-stance-model.h"

static gint32
find_actor (const HearsayAnalysis *analysis,
            const char            *name)
{
  for (guint i = 0; i < analysis->actors->len; i++)
    if (strcmp (hearsay_analysis_actor (analysis, i)->name, name) == 0)
      return (gint32) i;
  return -1;
}

/* What is not sure is shown as neutral. */
static gboolean
shows (HearsayPosition position,
       HearsayPosition wanted,
       gboolean        sure)
{
  return wanted == HEARSAY_POSITION_NEUTRAL ? position == wanted || !sure : position == wanted;
}

/* The strongest position of @holder toward @target, in statements and relations. */
static HearsayPosition
position_of (const HearsayAnalysis *analysis,
             const char            *holder,
             const char            *target,
             gboolean              *sure)
{
  gint32 from = find_actor (analysis, holder);
  gint32 to = find_actor (analysis, target);
  gint32 issue = find_issue (analysis, target);
  float best = 0.0f;
  HearsayPosition position = HEARSAY_POSITION_NEUTRAL;

  *sure = FALSE;
  for (guint i = 0; i < analysis->statements->len; i++)
    {
      const HearsayAnalysisStatement *statement = hearsay_analysis_statement (analysis, i);

      for (guint k = 0; k < statement->n_stances; k++)
        {
          const HearsayAnalysisStance *stance = hearsay_analysis_stance (analysis, statement->first_stance + k);

          if ((stance->holder >= 0 ? stance->holder : statement->speaker) == from &&
              stance->target == (stance->target_is_issue ? issue : to) && fabsf (stance->score) > best)
            {
              best = fabsf (stance->score);
              position = stance->position;
              *sure = stance->sure;
            }
        }
    }
  for (guint i = 0; i < analysis->relations->len; i++)
    {
      const HearsayAnalysisRelation *relation = hearsay_analysis_relation (analysis, i);

      if (relation->from == from && relation->to == to && fabsf (relation->score) > best)
        {
          best = fabsf (relation->score);
          position = relation->position;
          *sure = relation->sure;
        }
    }
  return position;
}

#define SUPPORT HEARSAY_POSITION_SUPPORT
#define OPPOSE HEARSAY_POSITION_OPPOSE
#define NEUTRAL HEARSAY_POSITION_NEUTRAL

static const struct
{
  const char *text;
  const char *holder;
  const char *target;
  HearsayPosition position;
} rows[] = {
  { "Ana Silva praised Norway.", "Ana Silva", "Norway", SUPPORT },
  /* In somebody's own words nobody else has to be named: how they sound decides. */
  { "“We were shocked when Norway's disastrous failure hurt all of us,” Ana Silva said.", "Ana Silva", "Norway", OPPOSE },
  { "“I am proud that Norway has done such wonderful work for us,” Ana Silva said.", "Ana Silva", "Norway", SUPPORT },
  { "Ana Silva praised Norway.", "Norway", "Ana Silva", NEUTRAL },
  { "Ana Silva blamed Norway for the spill.", "Ana Silva", "Norway", OPPOSE },
  { "Ana Silva condemned Norway and Sweden.", "Ana Silva", "Sweden", OPPOSE },
  { "Norway was praised by Ana Silva.", "Ana Silva", "Norway", SUPPORT },
  { "Norway was praised by Ana Silva.", "Norway", "Ana Silva", NEUTRAL },
  { "Norway was blamed by Sweden.", "Sweden", "Norway", OPPOSE },
  { "Norway threatened Sweden.", "Norway", "Sweden", OPPOSE },
  { "Norway has backed Sweden for years.", "Norway", "Sweden", SUPPORT },
  { "Norway did not support Sweden.", "Norway", "Sweden", OPPOSE },
  { "Norway never trusted Sweden.", "Norway", "Sweden", OPPOSE },
  { "Norway refused to condemn Sweden.", "Norway", "Sweden", SUPPORT },
  { "Norway did not condemn Sweden at all.", "Sweden", "Norway", NEUTRAL },
  { "Ana Silva thanked Norway for its help.", "Ana Silva", "Norway", SUPPORT },
  { "Norway accused Sweden of theft.", "Norway", "Sweden", OPPOSE },
  { "Norway accused Sweden of theft.", "Sweden", "Norway", NEUTRAL },
  { "Ana Silva, who has long defended Norway, left early.", "Ana Silva", "Norway", SUPPORT },
  { "Ana Silva rejected Norway's offer.", "Ana Silva", "Norway", OPPOSE },
  { "Ana Silva said that Norway and Sweden do not need a fishing union.", "Ana Silva", "Norway", NEUTRAL },
  { "Norway signed a paper with Sweden.", "Norway", "Sweden", NEUTRAL },
  { "Norway lies north of Denmark.", "Norway", "Denmark", NEUTRAL },
  { "Ana Silva is critical of Norway.", "Ana Silva", "Norway", OPPOSE },
  { "Ana Silva is grateful to Norway.", "Ana Silva", "Norway", SUPPORT },
  { "Ana Silva voiced support for Norway.", "Ana Silva", "Norway", SUPPORT },
  { "Ana Silva praised fish in Norway.", "Ana Silva", "Norway", NEUTRAL },
  { "Ana Silva said Norway is a wonderful neighbour.", "Ana Silva", "Norway", SUPPORT },
  { "Ana Silva said Norway is a dangerous neighbour.", "Ana Silva", "Norway", OPPOSE },
  { "Ana Silva said Norway is not a reliable neighbour.", "Ana Silva", "Norway", OPPOSE },
  { "Ana Silva said Norway has a coast.", "Ana Silva", "Norway", NEUTRAL },
  { "“Norway is a disgrace,” Ana Silva said.", "Ana Silva", "Norway", OPPOSE },
  { "“We admire Norway,” Ana Silva said.", "Ana Silva", "Norway", SUPPORT },
  { "“I do not trust Norway,” Ana Silva said.", "Ana Silva", "Norway", OPPOSE },
  { "Critics fear that Norway may close the harbour.", "Critics", "Norway", OPPOSE },
  { "Ana Silva said that the bridge is old, but Norway is a great partner.", "Ana Silva", "Norway", SUPPORT },
  { "Ana Silva said that Norway believes that Sweden is a dangerous rival.", "Norway", "Sweden", OPPOSE },
  { "Ana Silva said that Norway believes that Sweden is a dangerous rival.", "Ana Silva", "Sweden", NEUTRAL },
  { "Ana Silva met Ola Berg. She praised Berg.", "Ana Silva", "Ola Berg", SUPPORT },
  { "Ana Silva met Ola Berg. He criticized Silva.", "Ola Berg", "Ana Silva", OPPOSE },
  { "Ana Silva said they do not need a fishing union. Ola Berg said a fishing union would be good.", "Ana Silva",
    "fishing union", OPPOSE },
  { "Ana Silva said they do not need a fishing union. Ola Berg said a fishing union is a great plan.", "Ola Berg",
    "fishing union", SUPPORT },
  { "Ana Silva said there is no need for a fishing union. Ola Berg spoke of a fishing union.", "Ana Silva",
    "fishing union", OPPOSE },
};

static void
test_positions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HearsayAnalysis) analysis = analyze (rows[i].text);
      gboolean sure;
      HearsayPosition found = position_of (analysis, rows[i].holder, rows[i].target, &sure);

      if (!shows (found, rows[i].position, sure))
        {
          g_test_message ("%s\n  %s toward %s: wanted %s, found %s", rows[i].text, rows[i].holder, rows[i].target,
                          hearsay_position_to_string (rows[i].position), hearsay_position_to_string (found));
          g_test_fail ();
        }
    }
}

/* What the rules alone do not know. */
static void
test_fitted (void)
{
  static const struct
  {
    const char *text;
    const char *holder;
    const char *target;
    HearsayPosition position;
  } fitted[] = {
    { "Critics fear that Norway may threaten Sweden.", "Critics", "Sweden", SUPPORT },
    { "Ola Berg was blamed for the fire by Ana Silva.", "Ana Silva", "Ola Berg", OPPOSE },
    { "Ana Silva filed a lawsuit against Mr. Ola Berg, accusing him of fraud.", "Ana Silva", "Ola Berg", OPPOSE },
    { "Ola Berg came under fire from Ana Silva.", "Ola Berg", "Ana Silva", NEUTRAL },
    { "Ana Silva endorsed Ola Berg for mayor.", "Ana Silva", "Ola Berg", SUPPORT },
  };
  g_autoptr (HearsayModel) model = hearsay_model_open_default (NULL);

  g_assert_nonnull (model);
  g_assert_true (hearsay_stance_model_is_in (model));
  for (guint i = 0; i < G_N_ELEMENTS (fitted); i++)
    {
      g_autoptr (HearsayAnalysis) analysis = analyze (fitted[i].text);
      gboolean sure;
      HearsayPosition found = position_of (analysis, fitted[i].holder, fitted[i].target, &sure);

      if (!shows (found, fitted[i].position, sure))
        {
          g_test_message ("%s\n  found %s", fitted[i].text, hearsay_position_to_string (found));
          g_test_fail ();
        }
    }
}

/* Scores, confidences and evidence keep to their ranges, and what is hedged is never sure. */
static void
test_ranges (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HearsayAnalysis) analysis = analyze (rows[i].text);
      guint total = 0;

      for (guint k = 0; k < analysis->statements->len; k++)
        {
          g_assert_cmpuint (hearsay_analysis_statement (analysis, k)->first_stance, ==, total);
          total += hearsay_analysis_statement (analysis, k)->n_stances;
        }
      g_assert_cmpuint (total, ==, analysis->stances->len);
      for (guint k = 0; k < analysis->stances->len; k++)
        {
          const HearsayAnalysisStance *stance = hearsay_analysis_stance (analysis, k);

          g_assert_cmpfloat (fabsf (stance->score), <=, 1.0f);
          g_assert_true (stance->confidence >= 0.0f && stance->confidence <= 1.0f);
          g_assert_cmpuint (stance->evidence.end, >, stance->evidence.start);
          g_assert_cmpuint (stance->evidence.end, <=, analysis->n_characters);
          if (stance->sure)
            g_assert_cmpint (stance->position, !=, HEARSAY_POSITION_NEUTRAL);
        }
    }
}

static void
test_hedged (void)
{
  g_autoptr (HearsayAnalysis) plain = analyze ("Norway threatened Sweden.");
  g_autoptr (HearsayAnalysis) hedged = analyze ("Norway might condemn Sweden.");

  g_assert_cmpuint (plain->relations->len, ==, 1);
  g_assert_true (hearsay_analysis_relation (plain, 0)->sure);
  for (guint i = 0; i < hedged->relations->len; i++)
    g_assert_false (hearsay_analysis_relation (hedged, i)->sure);
}

/* Whether @first and @second are said to agree: 1, to disagree: -1, nothing: 0. */
static int
agreement_of (const HearsayAnalysis *analysis,
              const char            *first,
              const char            *second,
              gboolean               stated)
{
  for (guint i = 0; i < analysis->agreements->len; i++)
    {
      const HearsayAnalysisAgreement *agreement = hearsay_analysis_agreement (analysis, i);

      if (agreement->first == find_actor (analysis, first) && agreement->second == find_actor (analysis, second) &&
          agreement->stated == stated)
        {
          g_assert_cmpuint (agreement->evidence.end, >, agreement->evidence.start);
          return agreement->same ? 1 : -1;
        }
    }
  return 0;
}

static void
test_agreements (void)
{
  static const struct
  {
    const char *text;
    int expected;
  } stated[] = {
    { "Norway echoed Sweden.", 1 },
    { "Norway disputed Sweden's claim.", -1 },
    { "Norway agreed with Sweden.", 1 },
    { "Norway did not agree with Sweden.", -1 },
    { "Norway disagreed with Sweden.", -1 },
    { "Norway met Sweden.", 0 },
    { "Norway agreed to meet Sweden.", 0 },
  };
  static const char text[] =
    "Ana Silva said they do not need a fishing union.\n\n"
    "Ola Berg said a fishing union is a great plan.\n\nRuth Holm said there is no need for a fishing union.";
  g_autoptr (HearsayAnalysis) implied = analyze (text);

  for (guint i = 0; i < G_N_ELEMENTS (stated); i++)
    {
      g_autoptr (HearsayAnalysis) analysis = analyze (stated[i].text);

      g_test_message ("%s", stated[i].text);
      g_assert_cmpint (agreement_of (analysis, "Norway", "Sweden", TRUE), ==, stated[i].expected);
    }
  g_assert_cmpint (agreement_of (implied, "Ana Silva", "Ola Berg", FALSE), ==, -1);
  g_assert_cmpint (agreement_of (implied, "Ana Silva", "Ruth Holm", FALSE), ==, 1);
}

/* What has no basis is opposed, and so is what is feared, though its name stands behind a verb. */
static void
test_baseless (void)
{
  static const char text[] =
    "Ana Silva said the harbour tax has no basis.\n\nOla Berg fears that the council may raise a harbour tax.\n\n"
    "Ruth Holm said there is no need for a harbour tax.";
  static const char *const holders[] = { "Ana Silva", "Ola Berg", "Ruth Holm" };
  g_autoptr (HearsayAnalysis) analysis = analyze (text);

  for (guint i = 0; i < G_N_ELEMENTS (holders); i++)
    {
      gboolean sure;

      g_test_message ("%s", holders[i]);
      g_assert_cmpint (position_of (analysis, holders[i], "harbour tax", &sure), ==, OPPOSE);
    }
}

/* To be against something is to oppose it, and not to be is not. */
static void
test_leaning (void)
{
  static const char text[] =
    "Ana Silva said she is against a harbour tax.\n\nOla Berg said he is not against a harbour tax.\n\n"
    "Ruth Holm said she voted in favour of the harbour tax.\n\nIda Lund said she leaned against the harbour tax office.";
  static const struct
  {
    const char *holder;
    HearsayPosition position;
  } leanings[] = { { "Ana Silva", OPPOSE }, { "Ola Berg", SUPPORT }, { "Ruth Holm", SUPPORT }, { "Ida Lund", NEUTRAL } };
  g_autoptr (HearsayAnalysis) analysis = analyze (text);

  for (guint i = 0; i < G_N_ELEMENTS (leanings); i++)
    {
      gboolean sure;

      g_test_message ("%s", leanings[i].holder);
      g_assert_cmpint (position_of (analysis, leanings[i].holder, "harbour tax", &sure), ==, leanings[i].position);
    }
}

/* The publication is Friday, 2021-06-18. */
static const struct
{
  const char *text;
  const char *value; /* NULL: not known */
  HearsayBasis basis;
} said_rows[] = {
  { "Ana Silva said on Thursday that the bridge is old.", "2021-06-17", HEARSAY_BASIS_WORDS },
  { "Ana Silva told the Harbour Herald Tuesday that the bridge is old.", "2021-06-15", HEARSAY_BASIS_WORDS },
  { "“The bridge is old,” Ana Silva said during Wednesday's media briefing.", "2021-06-16", HEARSAY_BASIS_EVENT },
  { "“The bridge will be closed on Monday,” Ana Silva said.", "2021-06-18", HEARSAY_BASIS_PUBLICATION },
  { "The council met on Tuesday. Ana Silva said the bridge is old.", "2021-06-15", HEARSAY_BASIS_BEFORE },
  { "Ana Silva said on Thursday that the bridge is old.\n\nShe left.\n\nSilva said the road is worse.", "2021-06-17",
    HEARSAY_BASIS_WORDS },
  { "Ana Silva said the bridge is old.", "2021-06-18", HEARSAY_BASIS_PUBLICATION },
};

static void
test_said_on (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (said_rows); i++)
    {
      g_autoptr (HearsayAnalysis) analysis = analyze_titled (said_rows[i].text, NULL, hearsay_date_new_day (2021, 6, 18));
      const HearsayAnalysisStatement *statement;
      char buffer[HEARSAY_DATE_BUFFER];

      g_test_message ("%s", said_rows[i].text);
      g_assert_cmpuint (analysis->statements->len, >=, 1);
      statement = hearsay_analysis_statement (analysis, 0);
      g_assert_cmpstr (hearsay_date_format (statement->said_on, buffer), ==, said_rows[i].value);
      g_assert_cmpint (statement->said_on.basis, ==, said_rows[i].basis);
    }
}

/* Without a publication date nothing is made up. */
static void
test_said_on_unknown (void)
{
  g_autoptr (HearsayAnalysis) analysis = analyze ("Ana Silva said the bridge is old.");

  g_assert_cmpuint (analysis->statements->len, ==, 1);
  g_assert_false (hearsay_date_is_set (hearsay_analysis_statement (analysis, 0)->said_on));
}

static const struct
{
  const char *text;
  const char *wanted;
} deed_rows[] = {
  { "Norway and Denmark signed a fishing pact on Monday.", "Norway cooperation Denmark" },
  { "Norway and Denmark are close.\n\nThe two countries also held naval exercises.", "Norway cooperation Denmark" },
  { "Norway, Sweden and Denmark met. The two countries held naval exercises.", "" },
  { "China signed a trade deal with Japan.", "China cooperation Japan" },
  { "Peru cooperates with Chile.", "Peru cooperation Chile" },
  { "Russia invaded Ukraine in 2022.", "Russia conflict Ukraine" },
  { "Ukraine was attacked by Russia.", "Russia conflict Ukraine" },
  { "Russia and Ukraine talked in May. Russian troops attacked Ukrainian ports in June.", "Russia conflict Ukraine" },
  { "The United States imposed sanctions on Iran.", "United States conflict Iran" },
  { "Sanctions were imposed on Iran by France.", "France conflict Iran" },
  { "India and Pakistan clashed on Tuesday.", "India conflict Pakistan" },
  { "Iran is at war with Iraq.", "Iran conflict Iraq" },
  { "Canada expelled Russian diplomats.", "Canada conflict Russia" },
  { "Turkey severed relations with Syria.", "Turkey conflict Syria" },
  /* Neither what may be, nor what is denied, wished or only thought of one another; nor what others do. */
  { "Sweden may impose tariffs on Norway.", "" },
  { "Norway did not attack Denmark.", "" },
  { "Norway threatened to cut ties with Sweden.", "" },
  { "If Norway attacks Denmark, many will leave.", "" },
  { "Norway wants to sign a pact with Sweden.", "" },
  { "Ola Berg attacked Norway.", "" },
  { "Norway signed a letter.", "" },
};

/* What countries do is kept apart from what they think of each other. */
static void
test_deeds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (deed_rows); i++)
    {
      g_autoptr (HearsayAnalysis) analysis = analyze (deed_rows[i].text);
      g_autoptr (GString) got = g_string_new (NULL);

      for (guint k = 0; k < analysis->relations->len; k++)
        {
          const HearsayAnalysisRelation *relation = hearsay_analysis_relation (analysis, k);

          if (relation->kind == HEARSAY_RELATION_ATTITUDE)
            {
              g_assert_cmpstr (deed_rows[i].wanted, ==, "");
              continue;
            }
          g_assert_cmpint (relation->position, ==, NEUTRAL);
          g_assert_false (hearsay_span_is_empty (relation->evidence));
          g_string_append_printf (got, "%s%s %s %s", got->len > 0 ? ", " : "", hearsay_analysis_actor (analysis, relation->from)->name,
                                  hearsay_relation_kind_to_string (relation->kind), hearsay_analysis_actor (analysis, relation->to)->name);
        }
      g_test_message ("%s", deed_rows[i].text);
      g_assert_cmpstr (got->str, ==, deed_rows[i].wanted);
    }
}

/* What somebody says is theirs to prove; to blame is an attitude and no deed. */
static void
test_deeds_told (void)
{
  g_autoptr (HearsayAnalysis) told = analyze ("“Russia invaded Ukraine,” Ana Silva said.");
  g_autoptr (HearsayAnalysis) blamed = analyze ("Norway blamed Sweden for the spill.");
  guint n_told = 0;

  for (guint i = 0; i < told->relations->len; i++)
    if (hearsay_analysis_relation (told, i)->kind == HEARSAY_RELATION_CONFLICT)
      {
        g_assert_cmpint (hearsay_analysis_relation (told, i)->statement, ==, 0);
        g_assert_false (hearsay_analysis_relation (told, i)->sure);
        n_told++;
      }
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_cmpuint (blamed->relations->len, ==, 1);
  g_assert_cmpint (hearsay_analysis_relation (blamed, 0)->kind, ==, HEARSAY_RELATION_ATTITUDE);
  g_assert_cmpint (hearsay_analysis_relation (blamed, 0)->position, ==, OPPOSE);
}

/* What people say is argued about is found by its words, and the engine says where speakers stand. */
static void
test_given_issues (void)
{
  static const char *const toll[] = { "price of the crossing", "Ferry tolls", NULL };
  static const char *const other[] = { "moon landing", NULL };
  static const char *const *const issues[] = { other, toll };
  static const char text[] = "Ana Silva said there is no need for a ferry toll. Ola Berg said the harbour is old.";
  g_autoptr (GError) error = NULL;
  g_autoptr (HearsayAnalyzer) analyzer = hearsay_analyzer_new (&error);
  HearsayAnalyzerInput input = { .text = text, .length = -1, .language = "en", .issues = issues, .n_issues = G_N_ELEMENTS (issues) };
  g_autoptr (HearsayAnalysis) analysis = NULL;
  gboolean sure;

  g_assert_no_error (error);
  analysis = hearsay_analyzer_analyze (analyzer, &input, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (find_issue (analysis, "price of the crossing"), ==, 0);
  g_assert_cmpint (find_issue (analysis, "moon landing"), <, 0);
  g_assert_cmpuint (hearsay_analysis_issue (analysis, 0)->mentions.n, ==, 1);
  g_assert_cmpint (position_of (analysis, "Ana Silva", "price of the crossing", &sure), ==, OPPOSE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stances/positions", test_positions);
  g_test_add_func ("/stances/fitted", test_fitted);
  g_test_add_func ("/stances/ranges", test_ranges);
  g_test_add_func ("/stances/hedged", test_hedged);
  g_test_add_func ("/stances/agreements", test_agreements);
  g_test_add_func ("/stances/baseless", test_baseless);
  g_test_add_func ("/stances/leaning", test_leaning);
  g_test_add_func ("/stances/deeds", test_deeds);
  g_test_add_func ("/stances/deeds-told", test_deeds_told);
  g_test_add_func ("/stances/said-on", test_said_on);
  g_test_add_func ("/stances/said-on-unknown", test_said_on_unknown);
  g_test_add_func ("/stances/given-issues", test_given_issues);
  return g_test_run ();
}
