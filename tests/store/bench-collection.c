/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <stdlib.h>

#include "store-fixtures.h"

/* Fills a collection file with made-up articles, opens it again, and prints how long each took:
 *   bench-collection N FILE */

static double
seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static void
fill (const char *path,
      guint       n)
{
  HearsayStore *store = open_store (path);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("made-up-%u", i);
      g_autoptr (HearsayAnalysis) analysis = make_analysis (id, i);

      hearsay_store_add_analysis (store, analysis);
    }
  g_print ("added on the main thread: %.2f s\n", seconds_since (start));
  hearsay_store_flush (store, &error);
  g_assert_no_error (error);
  g_print ("written: %.2f s\n", seconds_since (start));
  g_object_unref (store);
}

static void
load (const char *path)
{
  gint64 start = g_get_monotonic_time ();
  gint64 longest = 0;
  HearsayStore *store = open_store (path);
  HearsayCollection *collection = hearsay_store_get_collection (store);

  g_print ("opened: %.3f s\n", seconds_since (start));
  while (hearsay_store_is_loading (store))
    {
      gint64 turn = g_get_monotonic_time ();

      g_main_context_iteration (NULL, FALSE);
      longest = MAX (longest, g_get_monotonic_time () - turn);
    }
  g_print ("loaded: %.2f s, %u articles, %u statements; longest turn of the main loop %.1f ms\n",
           seconds_since (start), g_list_model_get_n_items (hearsay_collection_get_articles (collection)),
           g_list_model_get_n_items (hearsay_collection_get_statements (collection)), (double) longest / 1000.0);
  g_object_unref (store);
}

int
main (int    argc,
      char **argv)
{
  if (argc != 3)
    {
      g_printerr ("usage: bench-collection N FILE\n");
      return 2;
    }
  fill (argv[2], (guint) atoi (argv[1]));
  load (argv[2]);
  return 0;
}
