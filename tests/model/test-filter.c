/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-actor.h"
#include "model/hearsay-article.h"
#include "model/hearsay-filter.h"
#include "model/hearsay-issue.h"

typedef struct
{
  HearsayActor *speaker;
  HearsayActor *other;
  HearsayIssue *issue;
  HearsayArticle *article;
  HearsayStatement *statement;
  HearsayFilter *filter;
  guint n_changed;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  HearsayArticleData article_data = { .id = "a", .text = "The Ångström bridge must go." };
  HearsaySpan content = { 0, 28 };
  HearsayStanceData stance_data = { .position = HEARSAY_POSITION_OPPOSE, .sure = TRUE };
  g_autoptr (HearsayStance) stance = NULL;
  HearsayStatementData statement_data = {
    .id = "a/s1", .kind = HEARSAY_STATEMENT_MIXED, .content = &content, .n_content = 1, .n_stances = 1,
  };

  fixture->speaker = hearsay_actor_new ("p", "Ada Okafor", HEARSAY_ACTOR_PERSON);
  fixture->other = hearsay_actor_new ("q", "Mira Solheim", HEARSAY_ACTOR_PERSON);
  fixture->issue = hearsay_issue_new ("i", "old bridge");
  fixture->article = hearsay_article_new (&article_data);
  stance_data.target = fixture->issue;
  stance = hearsay_stance_new (&stance_data);
  statement_data.article = fixture->article;
  statement_data.speaker = fixture->speaker;
  statement_data.stances = &stance;
  g_assert_true (hearsay_date_parse_iso ("2021-W10", &statement_data.said_on));
  fixture->statement = hearsay_statement_new (&statement_data);
  hearsay_article_add_statement (fixture->article, fixture->statement);
  fixture->filter = hearsay_filter_new ();
  g_signal_connect_swapped (fixture->filter, "changed", G_CALLBACK (count_cb), &fixture->n_changed);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->filter);
  g_object_unref (fixture->statement);
  g_object_unref (fixture->article);
  g_object_unref (fixture->issue);
  g_object_unref (fixture->speaker);
  g_object_unref (fixture->other);
}

static void
test_criteria (Fixture       *fixture,
               gconstpointer  data)
{
  HearsayFilter *filter = fixture->filter;
  HearsayStatement *statement = fixture->statement;
  gint32 monday = hearsay_date_first_day (hearsay_statement_get_said_on (statement));

  g_assert_true (hearsay_filter_matches (filter, statement));
  hearsay_filter_set_speakers (filter, &fixture->other, 1);
  g_assert_false (hearsay_filter_matches (filter, statement));
  hearsay_filter_toggle_speaker (filter, fixture->speaker);
  g_assert_true (hearsay_filter_matches (filter, statement));
  hearsay_filter_set_targets (filter, (gpointer *) &fixture->other, 1);
  g_assert_false (hearsay_filter_matches (filter, statement));
  hearsay_filter_set_targets (filter, (gpointer *) &fixture->issue, 1);
  g_assert_true (hearsay_filter_matches (filter, statement));
  hearsay_filter_set_positions (filter, 1u << HEARSAY_POSITION_SUPPORT);
  g_assert_false (hearsay_filter_matches (filter, statement));
  hearsay_filter_set_positions (filter, 1u << HEARSAY_POSITION_OPPOSE);
  hearsay_filter_set_kinds (filter, 1u << HEARSAY_STATEMENT_DIRECT);
  g_assert_false (hearsay_filter_matches (filter, statement));
  hearsay_filter_set_kinds (filter, 1u << HEARSAY_STATEMENT_MIXED);
  hearsay_filter_set_days (filter, monday + 7, G_MAXINT32);
  g_assert_false (hearsay_filter_matches (filter, statement));
  hearsay_filter_set_days (filter, monday + 6, monday + 90);
  g_assert_true (hearsay_filter_matches (filter, statement));
  g_assert_false (hearsay_filter_is_empty (filter));
  hearsay_filter_clear (filter);
  g_assert_true (hearsay_filter_is_empty (filter));
  g_assert_cmpuint (fixture->n_changed, ==, 11);
}

static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const found[] = { "BRIDGE", "ångström", "OKAF", "old b", "must go." };
  static const char *const missed[] = { "bridges", "solheim", "ångstrom" };

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      hearsay_filter_set_text (fixture->filter, found[i]);
      g_assert_true (hearsay_filter_matches (fixture->filter, fixture->statement));
    }
  for (guint i = 0; i < G_N_ELEMENTS (missed); i++)
    {
      hearsay_filter_set_text (fixture->filter, missed[i]);
      g_assert_false (hearsay_filter_matches (fixture->filter, fixture->statement));
    }
}

static void
test_status (Fixture       *fixture,
             gconstpointer  data)
{
  hearsay_statement_set_status (fixture->statement, HEARSAY_STATUS_REJECTED);
  g_assert_false (hearsay_filter_matches (fixture->filter, fixture->statement));
  hearsay_filter_set_statuses (fixture->filter, HEARSAY_FILTER_ANY_STATUS);
  g_assert_true (hearsay_filter_matches (fixture->filter, fixture->statement));
  hearsay_filter_set_statuses (fixture->filter, 1u << HEARSAY_STATUS_ACCEPTED);
  g_assert_false (hearsay_filter_matches (fixture->filter, fixture->statement));
}

static void
test_notify (Fixture       *fixture,
             gconstpointer  data)
{
  guint n_text = 0;
  guint n_empty = 0;

  g_signal_connect_swapped (fixture->filter, "notify::text", G_CALLBACK (count_cb), &n_text);
  g_signal_connect_swapped (fixture->filter, "notify::is-empty", G_CALLBACK (count_cb), &n_empty);
  g_object_set (fixture->filter, "text", "x", NULL);
  hearsay_filter_set_text (fixture->filter, "x");
  hearsay_filter_set_text (fixture->filter, "y");
  hearsay_filter_set_text (fixture->filter, NULL);
  g_assert_cmpuint (n_text, ==, 3);
  g_assert_cmpuint (n_empty, ==, 2);
  g_assert_cmpuint (fixture->n_changed, ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/filter/criteria", Fixture, NULL, set_up, test_criteria, tear_down);
  g_test_add ("/filter/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/filter/status", Fixture, NULL, set_up, test_status, tear_down);
  g_test_add ("/filter/notify", Fixture, NULL, set_up, test_notify, tear_down);
  return g_test_run ();
}
