/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-network.h"
#include "store/hearsay-database.h"
#include "store/hearsay-store-network.h"
#include "store/hearsay-store-rows.h"

#include <stdlib.h>
#include <time.h>

/* Reads the stances of a collection file and counts networks of them; prints
 * CPU and clock milliseconds. A file that does not exist is made first, of
 * made-up statements, twenty an article.
 *
 *   bench-network-file FILE [STATEMENTS [ACTORS [THREADS]]]
 */

#define PER_ARTICLE 20
#define N_ACTORS 8 /* of an article */
#define N_ISSUES 4
#define ALL_ISSUES 500

static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* Few are named often and many seldom, as in the news. */
static guint32
draw_actor (GRand *random,
            guint  n_actors)
{
  double u = g_rand_double (random);

  return (guint32) (u * u * u * n_actors);
}

/* Eight actors in turn, a paragraph each. */
static const char text[] = "Ada spoke.\n\nBen spoke.\n\nCleo spoke.\n\nDora spoke.\n\nEmil spoke.\n\nFay spoke.\n\nGus spoke.\n\nHal spoke.";

static void
add_statement (HearsayAnalysis *analysis,
               GRand           *random,
               guint            number,
               HearsayDate      said_on)
{
  gboolean is_issue = number % 2 == 1;
  g_autofree char *label = g_strdup_printf ("s%u", number + 1);
  HearsayAnalysisStance stance = {
    .target = g_rand_int_range (random, 0, is_issue ? N_ISSUES : N_ACTORS),
    .holder = -1,
    .target_is_issue = is_issue,
    .position = (HearsayPosition) g_rand_int_range (random, 0, HEARSAY_N_POSITIONS),
    .sure = TRUE,
  };
  HearsayAnalysisStatement statement = {
    .id = hearsay_analysis_intern (analysis, label),
    .speaker = g_rand_int_range (random, 0, N_ACTORS),
    .parent = -1,
    .said_on = said_on,
    .first_stance = analysis->stances->len,
    .n_stances = 1,
    .paragraph = number / 3,
  };

  g_array_append_val (analysis->stances, stance);
  g_array_append_val (analysis->statements, statement);
}

static HearsayStoreRecord *
make_article (GRand *random,
              guint  number,
              guint  n_actors)
{
  HearsayAnalysis *analysis = hearsay_analysis_new (text, -1);
  HearsayStoreRecord *record = hearsay_store_record_new (analysis);
  g_autofree char *id = g_strdup_printf ("article-%u", number);

  analysis->id = hearsay_analysis_intern (analysis, id);
  analysis->language = "en";
  analysis->published = hearsay_date_new_day (2000 + (int) (number % 20), (int) (number % 12) + 1, (int) (number % 28) + 1);
  for (guint i = 0; i < N_ACTORS + N_ISSUES; i++)
    {
      gboolean is_issue = i >= N_ACTORS;
      g_autofree char *label = g_strdup_printf ("%c%u", is_issue ? 'i' : 'a', i);
      HearsaySpan spans[2] = { { i * 12, i * 12 + 3 }, { (i * 36) % 84, (i * 36) % 84 + 3 } };
      HearsaySpanRange mentions = hearsay_analysis_add_spans (analysis, spans, 2);
      HearsayAnalysisActor actor = { hearsay_analysis_intern (analysis, label), "Somebody", .affiliation = -1, .mentions = mentions };
      HearsayAnalysisIssue issue = { actor.id, "Something", mentions };

      if (is_issue)
        g_array_append_val (analysis->issues, issue);
      else
        g_array_append_val (analysis->actors, actor);
      g_ptr_array_add (is_issue ? record->issue_ids : record->actor_ids,
                       g_strdup_printf ("%c%u", is_issue ? 'i' : 'a', draw_actor (random, is_issue ? ALL_ISSUES : n_actors)));
    }
  for (guint i = 0; i < PER_ARTICLE; i++)
    add_statement (analysis, random, i, analysis->published);
  hearsay_store_record_show (record, analysis, record->issue_ids);
  hearsay_analysis_unref (analysis);
  return record;
}

static void
write_collection (const char *path,
                  guint       n_statements,
                  guint       n_actors)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearsayDatabase) database = hearsay_database_open (path, &error);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  g_assert_no_error (error);
  hearsay_database_exec (database, "BEGIN", NULL);
  for (guint i = 0; i < n_actors + ALL_ISSUES; i++)
    {
      gboolean is_issue = i >= n_actors;
      g_autofree char *id = g_strdup_printf ("%c%u", is_issue ? 'i' : 'a', is_issue ? i - n_actors : i);
      HearsayActorRow actor = { .id = id, .name = id, .short_name = id, .kind = HEARSAY_ACTOR_PERSON, .colour = -1 };

      if (is_issue)
        {
          g_autoptr (HearsayIssueRow) issue = hearsay_issue_row_new (id, id);

          hearsay_store_rows_write_issue (database, issue, &error);
        }
      else
        hearsay_store_rows_write_actor (database, &actor, &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < n_statements / PER_ARTICLE; i++)
    {
      g_autoptr (HearsayStoreRecord) record = make_article (random, i, n_actors);

      hearsay_store_rows_write_article (database, record, &error);
      g_assert_no_error (error);
    }
  hearsay_database_exec (database, "COMMIT", NULL);
}

static void
count_network (const HearsayTies  *ties,
               HearsayNetworkType  type)
{
  g_autofree HearsayNetworkEntity *entities = g_new0 (HearsayNetworkEntity, ties->n_entities);
  HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
  HearsayNetworkInput input = { entities, ties->n_entities, ties->ties, ties->n_ties, ties->mentions, ties->n_mentions };
  g_autoptr (HearsayNetwork) network = NULL;
  double start = cpu_ms ();
  gint64 clock = g_get_monotonic_time ();

  for (guint i = 0; i < ties->n_entities; i++)
    entities[i] = (HearsayNetworkEntity) { ties->entities[i].id, ties->entities[i].name,
                                           ties->entities[i].kind != NULL ? HEARSAY_NODE_PERSON : HEARSAY_NODE_ISSUE, -1, -1 };
  options.type = type;
  network = hearsay_network_build (&input, &options, NULL, NULL);
  g_print ("%s: %u nodes, %u edges: %.0f ms, %.0f ms by the clock\n", hearsay_network_type_to_string (type), network->n_nodes,
           network->n_edges, cpu_ms () - start, (g_get_monotonic_time () - clock) / 1e3);
}

static HearsayTies *
read_ties (const char *path,
           gboolean    with_mentions,
           guint       n_threads)
{
  g_autoptr (GError) error = NULL;
  double start = cpu_ms ();
  gint64 clock = g_get_monotonic_time ();
  HearsayTies *ties = hearsay_store_read_ties (path, with_mentions, n_threads, NULL, &error);

  g_assert_no_error (error);
  g_print ("%u statements of %u articles, %u stances, %u mentions, %u threads: read in %.0f ms, %.0f ms by the clock\n",
           ties->n_statements, ties->n_articles, ties->n_ties, ties->n_mentions, n_threads, cpu_ms () - start,
           (g_get_monotonic_time () - clock) / 1e3);
  return ties;
}

int
main (int   argc,
      char *argv[])
{
  guint n_statements = argc > 2 ? atoi (argv[2]) : 2000000;
  guint n_actors = argc > 3 ? MAX (2, atoi (argv[3])) : 20000;
  guint n_threads = argc > 4 ? (guint) MAX (1, atoi (argv[4])) : g_get_num_processors ();
  HearsayTies *ties;

  if (argc < 2)
    {
      g_printerr ("usage: bench-network-file FILE [STATEMENTS [ACTORS [THREADS]]]\n");
      return 2;
    }
  if (!g_file_test (argv[1], G_FILE_TEST_EXISTS))
    write_collection (argv[1], n_statements, n_actors);
  ties = read_ties (argv[1], FALSE, n_threads);
  count_network (ties, HEARSAY_NETWORK_ABOUT);
  count_network (ties, HEARSAY_NETWORK_ISSUES);
  count_network (ties, HEARSAY_NETWORK_POSITIONS);
  hearsay_ties_free (ties);
  ties = read_ties (argv[1], TRUE, n_threads);
  count_network (ties, HEARSAY_NETWORK_TOGETHER);
  hearsay_ties_free (ties);
  return 0;
}
