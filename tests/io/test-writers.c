/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "io/hearsay-analysis-json.h"
#include "io/hearsay-analysis-table.h"
#include "io/hearsay-csv.h"
#include "io/hearsay-facts.h"
#include "io/hearsay-timeline-table.h"
#include "timeline/hearsay-stance-curve.h"
#include "io/hearsay-json-writer.h"
#include "io/hearsay-span-text.h"

static void
test_json (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  HearsayJsonWriter writer = HEARSAY_JSON_WRITER_INIT (out, 0);
  static const double numbers[] = { 0.0, 1.0, -1.0, 0.5, -0.25, 0.0004, 0.9996, 12345.678, -0.0001 };

  hearsay_json_begin_object (&writer);
  hearsay_json_key (&writer, "a\"b");
  hearsay_json_string (&writer, "tab\t\"quote\" \\ line\nnul\x01 ü");
  hearsay_json_key (&writer, "none");
  hearsay_json_null (&writer);
  hearsay_json_key (&writer, "n");
  hearsay_json_begin_array (&writer);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    hearsay_json_decimal (&writer, numbers[i]);
  hearsay_json_decimal (&writer, (double) NAN);
  hearsay_json_decimal (&writer, (double) INFINITY);
  hearsay_json_int (&writer, G_MININT64);
  hearsay_json_boolean (&writer, TRUE);
  hearsay_json_span (&writer, (HearsaySpan) { 3, 7 });
  hearsay_json_span (&writer, HEARSAY_SPAN_NONE);
  hearsay_json_date (&writer, hearsay_date_new_day (2021, 3, 3));
  hearsay_json_date (&writer, HEARSAY_DATE_NONE);
  hearsay_json_end_array (&writer);
  hearsay_json_end_object (&writer);
  g_assert_cmpstr (out->str, ==,
                   "{\"a\\\"b\":\"tab\\t\\\"quote\\\" \\\\ line\\nnul\\u0001 ü\",\"none\":null,"
                   "\"n\":[0,1,-1,0.5,-0.25,0,1,12345.678,0,0,0,-9223372036854775808,true,"
                   "{\"start\":3,\"end\":7},null,\"2021-03-03\",null]}");
}

static void
test_csv (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  hearsay_csv_append_field (out, NULL);
  hearsay_csv_append_field (out, "plain");
  hearsay_csv_append_field (out, "a, b");
  hearsay_csv_append_field (out, NULL);
  hearsay_csv_append_field (out, "say \"yes\"");
  hearsay_csv_end_row (out);
  hearsay_csv_append_field (out, "two\nlines");
  hearsay_csv_end_row (out);
  g_assert_cmpstr (out->str, ==, "\"\",plain,\"a, b\",,\"say \"\"yes\"\"\"\r\n\"two\nlines\"\r\n");
}

static void
test_span_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (HearsaySpanText) index = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_unichar (text, i % 3 == 0 ? 0x1f600 : 'a' + i % 26);
  index = hearsay_span_text_new (text->str, text->len);
  for (guint i = 0; i < 1000; i += 37)
    {
      g_autofree char *words = hearsay_span_text_dup (index, (HearsaySpan) { i, i + 5 });
      g_autofree char *wanted = g_utf8_substring (text->str, i, MIN (i + 5, 1000));

      g_assert_cmpstr (words, ==, wanted);
    }
  g_assert_true (hearsay_span_text_at (index, 5000) == text->str + text->len);
}

/* An article in which Quill supports the plan and a bare “Marsh” is against the town. */
static HearsayAnalysis *
make_analysis (const char *id)
{
  HearsayAnalysis *self = hearsay_analysis_new ("Mara Quill said the plan was good.\n\nMarsh said Alder was wrong.", -1);
  const HearsaySpan mentions[] = { { 0, 10 }, { 36, 41 }, { 47, 52 }, { 20, 24 } };
  const HearsaySpan content[] = { { 16, 33 }, { 47, 62 } };
  HearsayAnalysisActor actors[] = {
    { .id = "a1", .name = "Mara Quill", .kind = HEARSAY_ACTOR_PERSON, .kind_confidence = 0.94f, .affiliation = 2 },
    { .id = "a2", .name = "Marsh", .kind = HEARSAY_ACTOR_PERSON, .affiliation = -1 },
    { .id = "a3", .name = "Alder", .kind = HEARSAY_ACTOR_ORGANIZATION, .affiliation = -1 },
  };
  HearsayAnalysisIssue issue = { .id = "i1", .name = "plan" };
  HearsayAnalysisStance stances[] = {
    { .target = 0, .holder = -1, .target_is_issue = TRUE, .position = HEARSAY_POSITION_SUPPORT, .score = 0.8f,
      .confidence = 0.9f, .sure = TRUE, .evidence = { 29, 33 } },
    { .target = 2, .holder = -1, .position = HEARSAY_POSITION_OPPOSE, .score = -0.4f, .confidence = 0.5f, .sure = FALSE },
  };
  HearsayAnalysisStatement statements[] = {
    { .id = "s1", .speaker = 0, .parent = -1, .cue = { 11, 15 }, .kind = HEARSAY_STATEMENT_INDIRECT, .first_stance = 0,
      .n_stances = 1, .confidence = 0.75f },
    { .id = "s2", .speaker = 1, .parent = -1, .kind = HEARSAY_STATEMENT_INDIRECT, .first_stance = 1, .n_stances = 1,
      .paragraph = 1, .confidence = 0.5f },
  };

  self->id = hearsay_analysis_intern (self, id);
  for (guint i = 0; i < 3; i++)
    actors[i].mentions = hearsay_analysis_add_spans (self, &mentions[i], 1);
  issue.mentions = hearsay_analysis_add_spans (self, &mentions[3], 1);
  for (guint i = 0; i < 2; i++)
    statements[i].content = hearsay_analysis_add_spans (self, &content[i], 1);
  statements[0].said_on = hearsay_date_new_day (2021, 3, 3);
  g_array_append_vals (self->actors, actors, 3);
  g_array_append_vals (self->issues, &issue, 1);
  g_array_append_vals (self->stances, stances, 2);
  g_array_append_vals (self->statements, statements, 2);
  return self;
}

static void
test_analysis_json (void)
{
  g_autoptr (HearsayAnalysis) analysis = make_analysis ("x");
  g_autoptr (GString) out = g_string_new (NULL);

  hearsay_analysis_append_json (analysis, FALSE, 0, out);
  g_assert_nonnull (strstr (out->str, "{\"hearsay\":1,\"id\":\"x\",\"source\":null,"));
  g_assert_null (strstr (out->str, "\"text\""));
  g_assert_nonnull (strstr (out->str, "{\"id\":\"a1\",\"name\":\"Mara Quill\",\"kind\":\"person\",\"kind_confidence\":0.94,\"role\":null,"
                                      "\"affiliation\":\"a3\",\"mentions\":[{\"start\":0,\"end\":10}]}"));
  g_assert_nonnull (strstr (out->str, "{\"id\":\"s1\",\"speaker\":\"a1\",\"source\":null,\"antecedent\":null,\"resolved\":\"not\",\"cue\":{\"start\":11,\"end\":15},"
                                      "\"content\":[{\"start\":16,\"end\":33}],\"kind\":\"indirect\","
                                      "\"said_on\":{\"value\":\"2021-03-03\",\"span\":null,\"basis\":\"none\"},"
                                      "\"stances\":[{\"target\":\"i1\",\"position\":\"support\",\"score\":0.8,"
                                      "\"confidence\":0.9,\"sure\":true,\"evidence\":{\"start\":29,\"end\":33}}]"));
}

static void
test_analysis_csv (void)
{
  g_autoptr (HearsayAnalysis) analysis = make_analysis ("x");
  g_autoptr (GString) out = g_string_new (NULL);

  hearsay_analysis_append_csv (analysis, out);
  g_assert_cmpstr (out->str, ==,
                   "x,,,2021-03-03,Mara Quill,,Alder,indirect,said,the plan was good,plan: support,0.750\r\n"
                   "x,,,,Marsh,,,indirect,,Alder was wrong,Alder: oppose?,0.500\r\n");
}

static void
test_facts (void)
{
  g_autoptr (GPtrArray) analyses = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_analysis_unref);
  g_autoptr (HearsayFacts) facts = NULL;
  g_autoptr (HearsayTimeline) timeline = NULL;
  HearsayNetworkInput input;

  g_ptr_array_add (analyses, make_analysis ("x"));
  g_ptr_array_add (analyses, make_analysis ("y"));
  facts = hearsay_facts_new (analyses);
  input = hearsay_facts_get_input (facts);

  /* Quill, Alder and the plan are one each; Marsh is somebody else in each article. */
  g_assert_cmpuint (input.n_entities, ==, 5);
  g_assert_cmpstr (input.entities[0].name, ==, "Mara Quill");
  g_assert_cmpint (input.entities[0].affiliation, ==, 2);
  g_assert_cmpint (input.entities[0].colour, ==, 0);
  g_assert_cmpint (input.entities[1].colour, ==, 1);
  g_assert_cmpint (input.entities[2].colour, ==, -1);
  g_assert_cmpint (input.entities[4].colour, ==, 2);
  g_assert_cmpstr (input.entities[1].id, !=, input.entities[4].id);

  g_assert_cmpuint (input.n_facts, ==, 4);
  g_assert_cmpuint (input.facts[0].position, ==, HEARSAY_POSITION_SUPPORT);
  /* Not sure is drawn as neutral. */
  g_assert_cmpuint (input.facts[1].position, ==, HEARSAY_POSITION_NEUTRAL);
  g_assert_cmpuint (input.facts[3].statement, ==, 3);

  g_assert_cmpuint (input.n_mentions, ==, 8);
  g_assert_cmpuint (input.mentions[0].statement, ==, G_MAXUINT32);
  g_assert_cmpuint (input.mentions[1].entity, ==, 3);
  g_assert_cmpuint (input.mentions[1].statement, ==, 0);
  g_assert_cmpuint (input.mentions[1].paragraph, ==, 0);
  g_assert_cmpuint (input.mentions[3].paragraph, ==, 1);
  g_assert_cmpuint (input.mentions[3].statement, ==, 1);

  timeline = hearsay_facts_dup_timeline (facts, NULL, HEARSAY_LANE_ORDER_FIRST, FALSE);
  g_assert_cmpuint (timeline->n_lanes, ==, 3);
  g_assert_cmpstr (timeline->lanes[0].name, ==, "Mara Quill");
  g_assert_cmpuint (timeline->lanes[0].n_statements, ==, 2);
  g_assert_cmpuint (timeline->n_items, ==, 4);
  g_assert_cmpuint (timeline->items[0].position, ==, HEARSAY_POSITION_SUPPORT);
  g_assert_cmpstr (hearsay_facts_find_main_issue (facts), ==, "plan");
}

static void
test_timeline_rows (void)
{
  g_autoptr (GPtrArray) analyses = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_analysis_unref);
  g_autoptr (HearsayFacts) facts = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  g_ptr_array_add (analyses, make_analysis ("x"));
  g_ptr_array_add (analyses, make_analysis ("y"));
  facts = hearsay_facts_new (analyses);
  hearsay_facts_append_csv (facts, out);
  g_assert_cmpstr (out->str, ==,
                   "said_on,basis,speaker,kind,content,targets,publisher,published,title,article\r\n"
                   "2021-03-03,none,Mara Quill,indirect,the plan was good,plan: support,,,,x\r\n"
                   "2021-03-03,none,Mara Quill,indirect,the plan was good,plan: support,,,,y\r\n"
                   "\"\",none,Marsh,indirect,Alder was wrong,Alder: oppose?,,,,x\r\n"
                   "\"\",none,Marsh,indirect,Alder was wrong,Alder: oppose?,,,,y\r\n");
}

static HearsayTimeline *
make_timeline (void)
{
  const HearsayTimelineLane lanes[] = {
    { .name = (char *) "All", .initials = (char *) "A", .colour = -1, .group = -1, .is_total = TRUE, .n_statements = 4 },
    { .name = (char *) "Mara, Quill", .initials = (char *) "MQ", .group = -1, .n_statements = 4 },
  };
  /* 18993 is 2022-01-01, a Saturday; the last one is known to its month alone. */
  HearsayTimelineItem items[8] = {
    { .lane = 1, .first_day = 18993, .last_day = 18993, .minute = -1, .position = HEARSAY_POSITION_SUPPORT, .about_issue = TRUE },
    { .lane = 1, .first_day = 18994, .last_day = 18994, .minute = -1, .position = HEARSAY_POSITION_OPPOSE, .about_issue = TRUE, .doubt = 0.5f },
    { .lane = 1, .first_day = HEARSAY_TIMELINE_NO_DAY, .minute = -1, .about_issue = TRUE },
    { .lane = 1, .first_day = 19024, .last_day = 19051, .minute = -1, .position = HEARSAY_POSITION_SUPPORT },
  };

  for (guint i = 0; i < 4; i++)
    {
      items[i].statement = i;
      items[i].publication = -1;
      items[4 + i] = items[i];
      items[4 + i].lane = 0;
    }
  return hearsay_timeline_new (items, 8, lanes, 2, NULL, 0, "ferry", HEARSAY_LANE_ORDER_FIRST);
}

/* Weeks from Monday to Sunday; a month counts in its middle; what is not about
 * the issue is neutral, and what has no date is left out. */
static void
test_totals_table (void)
{
  g_autoptr (HearsayTimeline) timeline = make_timeline ();
  g_autoptr (GString) csv = g_string_new (NULL);
  g_autoptr (GString) json = g_string_new (NULL);

  hearsay_timeline_table_append_totals (timeline, HEARSAY_TOTAL_WEEK, HEARSAY_TABLE_CSV, csv);
  g_assert_cmpstr (csv->str, ==,
                   "speaker,from,to,support,neutral,oppose,statements\r\n"
                   "\"\",2021-12-27,2022-01-02,1,0,1,2\r\n"
                   "\"\",2022-02-14,2022-02-20,0,1,0,1\r\n"
                   "\"Mara, Quill\",2021-12-27,2022-01-02,1,0,1,2\r\n"
                   "\"Mara, Quill\",2022-02-14,2022-02-20,0,1,0,1\r\n");
  hearsay_timeline_table_append_totals (timeline, HEARSAY_TOTAL_YEAR, HEARSAY_TABLE_JSON, json);
  g_assert_nonnull (strstr (json->str, "\"speaker\": null"));
  g_assert_nonnull (strstr (json->str, "\"from\": \"2022-01-01\""));
  g_assert_nonnull (strstr (json->str, "\"to\": \"2022-12-31\""));
  g_assert_nonnull (strstr (json->str, "\"statements\": 3"));
}

/* Half sure of an opposition: −1 with 0.5, 0 and 1 with 0.25 each. */
static void
test_curves_table (void)
{
  g_autoptr (HearsayTimeline) timeline = make_timeline ();
  g_autoptr (GString) csv = g_string_new (NULL);
  g_autoptr (GString) smooth = g_string_new (NULL);
  g_auto (GStrv) rows = NULL;

  hearsay_timeline_table_append_curves (timeline, TRUE, HEARSAY_TABLE_CSV, csv);
  rows = g_strsplit (csv->str, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (rows), ==, 6);
  g_assert_cmpstr (rows[0], ==, "speaker,issue,time,position,low,high");
  g_assert_cmpstr (rows[3], ==, "\"Mara, Quill\",ferry,2022-01-01T12:00,1.0000,1.0000,1.0000");
  g_assert_cmpstr (rows[4], ==, "\"Mara, Quill\",ferry,2022-01-02T12:00,-0.2500,-1.0000,1.0000");
  hearsay_timeline_table_append_curves (timeline, FALSE, HEARSAY_TABLE_CSV, smooth);
  g_strfreev (rows);
  rows = g_strsplit (smooth->str, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (rows), ==, 2 + 2 * HEARSAY_CURVE_POINTS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/writers/json", test_json);
  g_test_add_func ("/writers/csv", test_csv);
  g_test_add_func ("/writers/span-text", test_span_text);
  g_test_add_func ("/writers/analysis-json", test_analysis_json);
  g_test_add_func ("/writers/analysis-csv", test_analysis_csv);
  g_test_add_func ("/writers/facts", test_facts);
  g_test_add_func ("/writers/timeline-rows", test_timeline_rows);
  g_test_add_func ("/writers/totals-table", test_totals_table);
  g_test_add_func ("/writers/curves-table", test_curves_table);
  return g_test_run ();
}
