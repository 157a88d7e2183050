/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "analysis/hearsay-analyzer.h"

static const char article[] =
  "Quiet days at the harbor\n\n“The harbor is safe,” said Mara Lund, a clerk at the harbor office. “Nobody has to leave.”\n\n"
  "The minister told the Harbor Post on Monday that Oslo’s plan had failed. The minister blamed the storm.\n\n"
  "The ferry will sail, officials said.\n";

/* For all texts: opening the model takes longer than most of them. */
static HearsayAnalyzer *shared = NULL;

static HearsayAnalysis *
analyze (const char *text)
{
  HearsayAnalyzerInput input = { .text = text, .length = -1 };
  g_autoptr (GError) error = NULL;
  HearsayAnalysis *analysis;

  analysis = hearsay_analyzer_analyze (shared, &input, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (analysis);
  return analysis;
}

/* Every statement in one string, so that two analyses can be compared. */
static char *
describe (const HearsayAnalysis *analysis)
{
  GString *result = g_string_new (analysis->id);

  for (guint i = 0; i < analysis->statements->len; i++)
    {
      const HearsayAnalysisStatement *s = hearsay_analysis_statement (analysis, i);
      const HearsaySpan *content = hearsay_analysis_get_spans (analysis, s->content);
      g_autofree char *source = hearsay_analysis_dup_span_text (analysis, s->source);
      g_autofree char *cue = hearsay_analysis_dup_span_text (analysis, s->cue);

      g_string_append_printf (result, "\n%s %s|%s|%u", s->id, source, cue, s->paragraph);
      for (guint j = 0; j < s->content.n; j++)
        {
          g_autofree char *words = hearsay_analysis_dup_span_text (analysis, content[j]);

          g_string_append_printf (result, "|%s", words);
        }
    }
  return g_string_free (result, FALSE);
}

static void
check_spans (const HearsayAnalysis *analysis)
{
  for (guint i = 0; i < analysis->spans->len; i++)
    {
      HearsaySpan span = g_array_index (analysis->spans, HearsaySpan, i);

      g_assert_cmpuint (span.start, <=, span.end);
      g_assert_cmpuint (span.end, <=, analysis->n_characters);
    }
  for (guint i = 0; i < analysis->statements->len; i++)
    {
      const HearsayAnalysisStatement *s = hearsay_analysis_statement (analysis, i);

      g_assert_cmpuint (s->content.n, >, 0);
      g_assert_cmpint (s->parent, <, (gint32) analysis->statements->len);
      g_assert_cmpint (s->parent, !=, (gint32) i);
      g_assert_cmpfloat (s->confidence, >, 0);
      g_assert_cmpfloat (s->confidence, <=, 1);
    }
}

static void
test_article (void)
{
  g_autoptr (HearsayAnalysis) analysis = analyze (article);
  g_autofree char *found = describe (analysis);
  const char *statements = strchr (found, '\n');

  g_assert_cmpstr (analysis->language, ==, "en");
  g_assert_cmpuint (strlen (analysis->id), ==, 16);
  g_assert_cmpstr (statements, ==,
                   "\ns1 Mara Lund, a clerk at the harbor office|said|1|“The harbor is safe,”|“Nobody has to leave.”"
                   "\ns2 The minister|told|2|that Oslo’s plan had failed"
                   "\ns3 The minister|blamed|2|the storm"
                   "\ns4 officials|said|3|The ferry will sail");
  check_spans (analysis);
}

static void
test_explain (void)
{
  HearsayAnalyzerInput input = { .text = article, .length = -1, .explain = TRUE };
  g_autoptr (HearsayAnalysis) plain = analyze (article);
  g_autoptr (HearsayAnalysis) analysis = hearsay_analyzer_analyze (shared, &input, NULL, NULL);
  g_autofree char *without = describe (plain);
  g_autofree char *with = describe (analysis);
  guint n_explained = 0;

  /* Asking why changes nothing of what is found. */
  g_assert_cmpstr (with, ==, without);
  g_assert_cmpuint (plain->reasons->len, ==, 0);
  for (guint i = 0; i < analysis->statements->len; i++)
    {
      const HearsayAnalysisStatement *s = hearsay_analysis_statement (analysis, i);
      HearsayReason again[HEARSAY_N_REASON_KINDS];

      g_assert_cmpuint (hearsay_analyzer_explain (shared, article, s->cue, again), ==, s->n_reasons);
      for (guint k = 0; k < s->n_reasons; k++)
        {
          const HearsayReason *reason = hearsay_analysis_reason (analysis, s->first_reason + k);

          g_assert_cmpint (again[k].kind, ==, reason->kind);
          g_assert_cmpfloat (again[k].effect, ==, reason->effect);
          g_assert_cmpfloat (reason->effect, <=, s->confidence);
          g_assert_true (k == 0 || again[k - 1].effect >= reason->effect);
        }
      n_explained += g_str_equal (s->rule, "model") && s->n_reasons > 0;
    }
  g_assert_cmpuint (n_explained, >, 0);
}

/* A statement that only its tree and its cue can tell: hiding them must matter, and no quotation mark is there to. */
static void
test_explain_evidence (void)
{
  static const char text[] = "The mayor said on Tuesday that the new bridge would open in spring.";
  HearsayReason reasons[HEARSAY_N_REASON_KINDS];
  float effects[HEARSAY_N_REASON_KINDS] = { 0 };
  guint n = hearsay_analyzer_explain (shared, text, (HearsaySpan) { 10, 14 }, reasons);

  for (guint k = 0; k < n; k++)
    effects[reasons[k].kind] = reasons[k].effect;
  g_assert_cmpfloat (effects[HEARSAY_REASON_STRUCTURE], >, 0);
  g_assert_cmpfloat (effects[HEARSAY_REASON_CUE], >, 0);
  g_assert_cmpfloat (effects[HEARSAY_REASON_QUOTATION], ==, 0);

  /* Not a cue, no cue, and nowhere. */
  g_assert_cmpuint (hearsay_analyzer_explain (shared, text, (HearsaySpan) { 4, 9 }, reasons), ==, 0);
  g_assert_cmpuint (hearsay_analyzer_explain (shared, text, HEARSAY_SPAN_NONE, reasons), ==, 0);
  g_assert_cmpuint (hearsay_analyzer_explain (shared, text, (HearsaySpan) { 60, 900 }, reasons), ==, 0);
  g_assert_cmpuint (hearsay_analyzer_explain (shared, "", (HearsaySpan) { 0, 1 }, reasons), ==, 0);
}

static void
test_refuse (void)
{
  g_autoptr (HearsayAnalyzer) analyzer = hearsay_analyzer_new (NULL);
  HearsayAnalyzerInput input = { .text = "caf\xe9 society", .length = -1 };
  g_autoptr (GError) error = NULL;
  g_autofree char *big = NULL;

  g_assert_null (hearsay_analyzer_analyze (analyzer, &input, NULL, &error));
  g_assert_error (error, HEARSAY_ANALYZER_ERROR, HEARSAY_ANALYZER_ERROR_TEXT);
  g_clear_error (&error);

  input.text = "one\0two";
  input.length = 7;
  g_assert_null (hearsay_analyzer_analyze (analyzer, &input, NULL, &error));
  g_assert_error (error, HEARSAY_ANALYZER_ERROR, HEARSAY_ANALYZER_ERROR_TEXT);
  g_clear_error (&error);

  big = g_strnfill (HEARSAY_ANALYZER_MAX_LENGTH + 1, 'a');
  input.text = big;
  input.length = -1;
  g_assert_null (hearsay_analyzer_analyze (analyzer, &input, NULL, &error));
  g_assert_error (error, HEARSAY_ANALYZER_ERROR, HEARSAY_ANALYZER_ERROR_TOO_BIG);
}

static void
test_cancel (void)
{
  g_autoptr (HearsayAnalyzer) analyzer = hearsay_analyzer_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  HearsayAnalyzerInput input = { .text = article, .length = -1 };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (hearsay_analyzer_analyze (analyzer, &input, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_ids (void)
{
  g_autoptr (HearsayAnalyzer) analyzer = hearsay_analyzer_new (NULL);
  HearsayAnalyzerInput input = { .text = "bc", .length = -1, .title = "a" };
  g_autoptr (HearsayAnalysis) first = hearsay_analyzer_analyze (analyzer, &input, NULL, NULL);
  g_autoptr (HearsayAnalysis) second = NULL;
  g_autoptr (HearsayAnalysis) third = NULL;

  input.text = "c";
  input.title = "ab";
  second = hearsay_analyzer_analyze (analyzer, &input, NULL, NULL);
  g_assert_cmpstr (first->id, !=, second->id);
  input.id = "mine";
  third = hearsay_analyzer_analyze (analyzer, &input, NULL, NULL);
  g_assert_cmpstr (third->id, ==, "mine");
  g_assert_cmpstr (third->title, ==, "ab");
}

static void
test_languages (void)
{
  static const struct
  {
    const char *text;
    const char *language;
  } cases[] = {
    { "", "und" },
    { "The mayor said that the harbor is safe and that it will stay so.", "en" },
    { "Der Bürgermeister sagte, dass der Hafen sicher sei und dass die Fähre fahren werde.", "und" },
    { "Le maire a dit que le port est sûr et que le bac partira pour la ville dans une heure.", "und" },
    { "El alcalde dijo que el puerto es seguro y que la ciudad no tiene nada que temer por ahora.", "und" },
    { "港口是安全的。市長說。", "und" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HearsayAnalysis) analysis = analyze (cases[i].text);

      g_assert_cmpstr (analysis->language, ==, cases[i].language);
      if (strcmp (cases[i].language, "und") == 0)
        g_assert_cmpuint (analysis->statements->len, ==, 0);
    }
}

static void
test_hostile (void)
{
  static const char *const pieces[] = {
    "said ", "“said that ", "the old ", "Mara Lund said that the harbor is safe, and ", "“a b c d” ", "is not ", "according to ",
    "A: b\n\n", "who said ", ", Lund, a clerk, ", "“one two three four\n\n", "and warned that ", "( ", "x-", "Lund's ",
    "said of the ", "the man, who ", "“He said “she said ", "of the ", "would have been not ", "said: \n\n", "—", "“a b c d” — Al\n\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) string = g_string_new ("The mayor said that it is so. ");
      g_autoptr (HearsayAnalysis) analysis = NULL;

      while (string->len < 60000)
        g_string_append (string, pieces[i]);
      analysis = analyze (string->str);
      check_spans (analysis);
    }
}

static void
test_random (void)
{
  static const char *const pieces[] = {
    "said", "Lund", "the", "harbor", "that", "“", "”", "\"", "'", ",", ".", ":", "—", "and", "who", "in which", "told",
    "reporters", "Monday", "according to", "claim", "is", "\n\n", "?", "not", "to", "was", "believes", "of", "(", ")", "a",
    "clerk", "says", "adding", "it", "U.S.", "China-US", "think tanks", "Correction", "’s", ";", "when", "angry", "about",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < 1500; i++)
    {
      g_autoptr (GString) string = g_string_new ("It is the case that he said so. ");
      g_autoptr (HearsayAnalysis) analysis = NULL;
      gint n = g_rand_int_range (random, 0, 90);

      while (n-- > 0)
        g_string_append_printf (string, "%s%s", pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))],
                                g_rand_boolean (random) || g_rand_boolean (random) ? " " : "");
      analysis = analyze (string->str);
      check_spans (analysis);
    }
}

static gpointer
analyze_often (gpointer data)
{
  const HearsayAnalyzer *analyzer = data;
  HearsayAnalyzerInput input = { .text = article, .length = -1 };
  char *all = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (HearsayAnalysis) analysis = hearsay_analyzer_analyze (analyzer, &input, NULL, NULL);
      g_autofree char *one = describe (analysis);

      if (all == NULL)
        all = g_strdup (one);
      g_assert_cmpstr (all, ==, one);
    }
  return all;
}

static void
test_threads (void)
{
  g_autoptr (HearsayAnalyzer) analyzer = hearsay_analyzer_new (NULL);
  GThread *threads[4];
  g_autofree char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("analyze", analyze_often, analyzer);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree char *result = g_thread_join (threads[i]);

      if (first == NULL)
        first = g_strdup (result);
      g_assert_cmpstr (first, ==, result);
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  shared = hearsay_analyzer_new (NULL);
  g_assert_nonnull (shared);
  g_test_add_func ("/analysis/analyzer/article", test_article);
  g_test_add_func ("/analysis/analyzer/explain", test_explain);
  g_test_add_func ("/analysis/analyzer/explain/evidence", test_explain_evidence);
  g_test_add_func ("/analysis/analyzer/refuse", test_refuse);
  g_test_add_func ("/analysis/analyzer/cancel", test_cancel);
  g_test_add_func ("/analysis/analyzer/ids", test_ids);
  g_test_add_func ("/analysis/analyzer/languages", test_languages);
  g_test_add_func ("/analysis/analyzer/hostile", test_hostile);
  g_test_add_func ("/analysis/analyzer/random", test_random);
  g_test_add_func ("/analysis/analyzer/threads", test_threads);
  status = g_test_run ();
  hearsay_analyzer_unref (shared);
  return status;
}
