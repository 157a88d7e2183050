/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <adwaita.h>
#include <stdlib.h>

#include "network/hearsay-network-facts.h"
#include "ui/hearsay-session.h"
#include "ui/network/hearsay-network-view.h"

/* How long the network of a large collection keeps the main loop, while it is
 * read, counted and shown, and while the setting of days changes. Made-up
 * statements, twenty an article. Needs a display.
 *
 *   bench-network-open [STATEMENTS [ACTORS]]
 */

#define PER_ARTICLE 20
#define PEOPLE 8

static gint64 longest;
static gint64 last;

/* The main loop as it comes round: whatever lies between two of these kept it. */
static gboolean
prepare (GSource *source,
         int     *timeout)
{
  gint64 now = g_get_monotonic_time ();

  *timeout = -1;
  if (last > 0)
    longest = MAX (longest, now - last);
  last = 0;
  return FALSE;
}

static gboolean
check (GSource *source)
{
  last = g_get_monotonic_time ();
  return FALSE;
}

static GSourceFuncs watch_funcs = { .prepare = prepare, .check = check };

static HearsayAnalysis *
make_analysis (GRand *random,
               guint  number,
               guint  n_actors)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *id = g_strdup_printf ("article-%u", number);
  HearsayAnalysis *analysis;
  HearsaySpan spans[PER_ARTICLE];
  HearsaySpan names[PEOPLE];
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < PEOPLE; i++)
    {
      double u = g_rand_double (random);

      g_ptr_array_add (people, g_strdup_printf ("Paula Muster%u", (guint) (u * u * n_actors)));
      names[i].start = (guint32) text->len;
      g_string_append (text, g_ptr_array_index (people, i));
      names[i].end = (guint32) text->len;
      g_string_append (text, " spoke. ");
    }
  for (guint i = 0; i < PER_ARTICLE; i++)
    {
      spans[i].start = (guint32) text->len;
      g_string_append_printf (text, "The harbour of town %u cannot wait for another %u years of talking", number, g_rand_int (random) % 1000);
      spans[i].end = (guint32) text->len;
      g_string_append (text, i % 3 == 2 ? ".\n\n" : ". ");
    }
  analysis = hearsay_analysis_new (text->str, -1);
  analysis->id = hearsay_analysis_intern (analysis, id);
  analysis->language = "en";
  analysis->published = hearsay_date_from_days (18000 + (gint32) (number % 1500));
  for (guint i = 0; i < PEOPLE; i++)
    {
      g_autofree char *label = g_strdup_printf ("a%u", i + 1);
      HearsayAnalysisActor actor = { .id = hearsay_analysis_intern (analysis, label),
                                     .name = hearsay_analysis_intern (analysis, g_ptr_array_index (people, i)),
                                     .affiliation = -1, .mentions = hearsay_analysis_add_spans (analysis, &names[i], 1) };

      g_array_append_val (analysis->actors, actor);
    }
  for (guint i = 0; i < PER_ARTICLE; i++)
    {
      g_autofree char *label = g_strdup_printf ("s%u", i + 1);
      HearsayAnalysisStance stance = { .target = g_rand_int_range (random, 0, PEOPLE), .holder = -1, .sure = TRUE,
                                       .position = (HearsayPosition) g_rand_int_range (random, 0, HEARSAY_N_POSITIONS) };
      HearsayAnalysisStatement statement = { .id = hearsay_analysis_intern (analysis, label),
                                             .speaker = g_rand_int_range (random, 0, PEOPLE), .parent = -1,
                                             .content = hearsay_analysis_add_spans (analysis, &spans[i], 1),
                                             .said_on = analysis->published, .first_stance = i, .n_stances = 1, .confidence = 1.0f };

      g_array_append_val (analysis->stances, stance);
      g_array_append_val (analysis->statements, statement);
    }
  return analysis;
}

/* What reading them would keep the main loop for, were it done in one go. */
static void
time_at_once (HearsaySession *session)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (HearsayNetworkFacts) facts = hearsay_network_facts_new_for_statements (hearsay_session_get_statements (session), NULL);

  g_print ("%u statements, %u actors: read at once in %.1f ms\n", facts->statements->len, facts->entities->len,
           (g_get_monotonic_time () - start) / 1e3);
}

static gboolean
is_shown (GtkWidget            *view,
          const HearsayNetwork *before)
{
  const HearsayPoint *positions;
  const HearsayNetwork *network = hearsay_network_view_get_network (HEARSAY_NETWORK_VIEW (view), &positions);

  return network != NULL && network != before;
}

static void
run (GtkWidget      *view,
     HearsaySession *session,
     const char     *name)
{
  const HearsayPoint *positions;
  const HearsayNetwork *before = hearsay_network_view_get_network (HEARSAY_NETWORK_VIEW (view), &positions);
  gint64 start = g_get_monotonic_time ();

  longest = last = 0;
  if (before == NULL)
    hearsay_network_view_set_session (HEARSAY_NETWORK_VIEW (view), session);
  else
    gtk_widget_activate_action (view, "network.arrange", NULL);
  while (!is_shown (view, before))
    g_main_context_iteration (NULL, TRUE);
  g_print ("%s: %.0f ms, the main loop kept for %.1f ms at most\n", name, (g_get_monotonic_time () - start) / 1e3, longest / 1e3);
}

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 500000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

int
main (int   argc,
      char *argv[])
{
  guint n_statements = argc > 1 ? (guint) atoi (argv[1]) : 50000;
  guint n_actors = argc > 2 ? (guint) MAX (10, atoi (argv[2])) : 3000;
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (HearsayStore) store = NULL;
  g_autoptr (HearsaySession) session = NULL;
  g_autoptr (GError) error = NULL;
  GSource *watch;
  GtkWidget *view;
  GtkWidget *window;

  if (!gtk_init_check ())
    {
      g_print ("no display\n");
      return 77;
    }
  adw_init ();
  store = hearsay_store_open (":memory:", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_statements / PER_ARTICLE; i++)
    {
      g_autoptr (HearsayAnalysis) analysis = make_analysis (random, i, n_actors);

      hearsay_store_add_analysis (store, analysis);
    }
  session = hearsay_session_new (store);
  hearsay_session_flush (session);
  time_at_once (session);
  view = hearsay_network_view_new ();
  window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 800);
  adw_window_set_content (ADW_WINDOW (window), view);
  watch = g_source_new (&watch_funcs, sizeof (GSource));
  g_source_set_priority (watch, G_PRIORITY_HIGH);
  g_source_attach (watch, NULL);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  run (view, session, "read and shown");
  settle ();
  run (view, session, "arranged anew");
  gtk_window_destroy (GTK_WINDOW (window));
  g_source_destroy (watch);
  g_source_unref (watch);
  return 0;
}
