/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-network.h"
#include "store/hearsay-database.h"
#include "store/hearsay-store-network.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Reads the stances of a collection file and counts networks of them; prints
 * CPU and clock milliseconds. A file that does not exist is made first, of
 * made-up statements, twenty an article.
 *
 *   bench-network-file FILE [STATEMENTS [ACTORS [THREADS]]]
 */

#define PER_ARTICLE 20

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

static void
run (HearsayDatabase *database,
     const char      *sql,
     const char      *types,
     ...)
{
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement = hearsay_database_prepare (database, sql, &error);
  va_list arguments;

  g_assert_no_error (error);
  va_start (arguments, types);
  for (int i = 0; types[i] != '\0'; i++)
    {
      if (types[i] == 'i')
        sqlite3_bind_int64 (statement, i + 1, va_arg (arguments, gint64));
      else
        sqlite3_bind_text (statement, i + 1, va_arg (arguments, const char *), -1, SQLITE_TRANSIENT);
    }
  va_end (arguments);
  if (sqlite3_step (statement) != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (database->handle));
  sqlite3_reset (statement);
}

static void
write_article (HearsayDatabase *database,
               GRand           *random,
               gint64           article,
               guint            n_actors)
{
  static const char *const positions[] = { "neutral", "support", "oppose" };
  g_autofree char *id = g_strdup_printf ("article-%" G_GINT64_FORMAT, article);
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  sqlite3_stmt *statement;
  g_autofree char *day = g_strdup_printf ("20%02d-%02d-%02d", (int) (article % 20), (int) (article % 12) + 1, (int) (article % 28) + 1);

  run (database, "INSERT INTO articles (key, id, language, published, text) VALUES (?, ?, 'en', ?, '')", "iss", article, id, day);
  for (gint64 i = 0; i < 8; i++)
    run (database, "INSERT INTO article_actors VALUES (?, ?, ?, ?, '', NULL, 0, 0, NULL, 0)", "iisi", article, i, "a",
         (gint64) draw_actor (random, n_actors) + 1);
  for (gint64 i = 0; i < 4; i++)
    run (database, "INSERT INTO article_issues VALUES (?, ?, ?, ?, '')", "iisi", article, i, "i", (gint64) draw_actor (random, 500) + 1);
  g_byte_array_set_size (packed, 4);
  memcpy (packed->data, (guint8[]) { PER_ARTICLE, 0, 0, 0 }, 4);
  for (gint64 i = 0; i < PER_ARTICLE; i++)
    {
      guint holder = (guint) g_rand_int_range (random, 0, 8);
      guint target = (guint) g_rand_int_range (random, 0, i % 2 == 0 ? 8 : 4);
      guint position = (guint) g_rand_int_range (random, 0, 3);
      guint year = 2000 + (guint) (article % 20);
      guint8 row[16] = { (guint8) i, 0, (guint8) (i / 2), 0, (guint8) holder, 0, (guint8) target, 0, year & 0xff, year >> 8,
                         (guint8) (article % 12 + 1), (guint8) (article % 28 + 1), HEARSAY_PRECISION_DAY,
                         (guint8) (position | (i % 2 == 1 ? 4 : 0)) };
      g_autofree char *label = g_strdup_printf ("s%" G_GINT64_FORMAT, i + 1);

      run (database, "INSERT INTO statements VALUES (?, ?, ?, 'frame', ?, NULL, 'direct', 1, 2, 3, 4, ?, 'words', 5, 6, ?, 0.8)",
           "iisisi", article, i, label, (gint64) holder, day, i / 2);
      g_byte_array_append (packed, row, sizeof row);
      run (database, "INSERT INTO stances VALUES (?, ?, 0, ?, ?, NULL, ?, 0.5, 0.7, 1, 1, 2)", "iiiis", article, i, (gint64) (i % 2),
           (gint64) target, positions[position]);
    }
  statement = hearsay_database_prepare (database, "INSERT INTO ties VALUES (?, ?)", NULL);
  sqlite3_bind_int64 (statement, 1, article);
  sqlite3_bind_blob (statement, 2, packed->data, (int) packed->len, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_reset (statement);
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
  for (guint i = 0; i < n_actors + 500; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %u", i < n_actors ? "Actor" : "Issue", i);

      if (i < n_actors)
        run (database, "INSERT INTO actors VALUES (?, ?, ?, 'person', ?, NULL, NULL, NULL)", "isss", (gint64) i + 1, name, name, name);
      else
        run (database, "INSERT INTO issues VALUES (?, ?, ?)", "iss", (gint64) (i - n_actors) + 1, name, name);
    }
  for (guint i = 0; i < n_statements / PER_ARTICLE; i++)
    write_article (database, random, (gint64) i + 1, n_actors);
  hearsay_database_exec (database, "COMMIT", NULL);
}

static void
count_network (const HearsayTies  *ties,
               HearsayNetworkType  type)
{
  HearsayNetworkEntity *entities = g_new0 (HearsayNetworkEntity, ties->n_entities);
  HearsayNetworkFact *facts = g_new0 (HearsayNetworkFact, ties->n_ties);
  HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
  HearsayNetworkInput input = { entities, ties->n_entities, facts, ties->n_ties, NULL, 0 };
  g_autoptr (HearsayNetwork) network = NULL;
  double start = cpu_ms ();
  gint64 clock = g_get_monotonic_time ();

  for (guint i = 0; i < ties->n_entities; i++)
    entities[i] = (HearsayNetworkEntity) { ties->entities[i].id, ties->entities[i].name,
                                           ties->entities[i].kind != NULL ? HEARSAY_NODE_PERSON : HEARSAY_NODE_ISSUE, -1, -1 };
  for (guint i = 0; i < ties->n_ties; i++)
    facts[i] = (HearsayNetworkFact) { ties->ties[i].statement, ties->ties[i].article, ties->ties[i].paragraph, ties->ties[i].holder,
                                      ties->ties[i].target, ties->ties[i].position, ties->ties[i].said_on };
  options.type = type;
  network = hearsay_network_build (&input, &options, NULL, NULL);
  g_print ("%s: %u nodes, %u edges: %.0f ms, %.0f ms by the clock\n", hearsay_network_type_to_string (type), network->n_nodes,
           network->n_edges, cpu_ms () - start, (g_get_monotonic_time () - clock) / 1e3);
  g_free (entities);
  g_free (facts);
}

int
main (int   argc,
      char *argv[])
{
  guint n_statements = argc > 2 ? atoi (argv[2]) : 2000000;
  guint n_actors = argc > 3 ? MAX (2, atoi (argv[3])) : 20000;
  guint n_threads = argc > 4 ? (guint) MAX (1, atoi (argv[4])) : g_get_num_processors ();
  g_autoptr (HearsayTies) ties = NULL;
  g_autoptr (GError) error = NULL;
  double start;
  gint64 clock;

  if (argc < 2)
    {
      g_printerr ("usage: bench-network-file FILE [STATEMENTS [ACTORS [THREADS]]]\n");
      return 2;
    }
  if (!g_file_test (argv[1], G_FILE_TEST_EXISTS))
    write_collection (argv[1], n_statements, n_actors);
  start = cpu_ms ();
  clock = g_get_monotonic_time ();
  ties = hearsay_store_read_ties (argv[1], n_threads, NULL, &error);
  if (ties == NULL)
    g_error ("%s", error->message);
  g_print ("%u statements of %u articles, %u stances, %u threads: read in %.0f ms, %.0f ms by the clock\n", ties->n_statements,
           ties->n_articles, ties->n_ties, n_threads, cpu_ms () - start, (g_get_monotonic_time () - clock) / 1e3);
  count_network (ties, HEARSAY_NETWORK_ABOUT);
  count_network (ties, HEARSAY_NETWORK_ISSUES);
  count_network (ties, HEARSAY_NETWORK_POSITIONS);
  return 0;
}
