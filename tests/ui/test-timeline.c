/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "ui-fixtures.h"
#include "ui/timeline/hearsay-timeline-canvas.h"
#include "ui/timeline/hearsay-timeline-row.h"
#include "ui/timeline/hearsay-timeline-table.h"
#include "ui/timeline/hearsay-timeline-view.h"

static GtkWidget *
find_widget (GtkWidget *root,
             GType      type,
             gboolean   mapped)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (!mapped || gtk_widget_get_mapped (root)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, mapped);

      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  HearsaySession *session;
  GtkWidget *view;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture,
        guint    n_articles)
{
  g_autoptr (HearsayStore) store = ui_fixture_new_store (n_articles);

  fixture->session = hearsay_session_new (store);
  hearsay_session_flush (fixture->session);
  fixture->view = hearsay_timeline_view_new ();
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  hearsay_timeline_view_set_session (HEARSAY_TIMELINE_VIEW (fixture->view), fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_fixture_wait_for (hearsay_timeline_view_get_timeline (HEARSAY_TIMELINE_VIEW (fixture->view)) != NULL &&
                       hearsay_timeline_canvas_get_painter (HEARSAY_TIMELINE_CANVAS (find_widget (fixture->view, HEARSAY_TYPE_TIMELINE_CANVAS, FALSE))) != NULL);
  ui_fixture_settle ();
}

static void
tear_down (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_fixture_settle ();
  ui_fixture_assert_finalize (fixture->session);
}

static GtkSelectionModel *
get_rows (Fixture *fixture)
{
  return gtk_column_view_get_model (GTK_COLUMN_VIEW (find_widget (fixture->view, GTK_TYPE_COLUMN_VIEW, TRUE)));
}

/* What stands in the rows that are shown, cell by cell. */
static void
collect_labels (GtkWidget *widget,
                GString   *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    g_string_append_printf (words, "|%s", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_labels (child, words);
}

/* The list says what the picture shows, in reading order, and shares its selection. */
static void
test_list (void)
{
  Fixture fixture;
  GtkSelectionModel *rows;
  g_autoptr (GString) words = g_string_new (NULL);
  guint n_items;

  set_up (&fixture, 3);
  g_assert_null (find_widget (fixture.view, GTK_TYPE_COLUMN_VIEW, TRUE));
  gtk_widget_activate_action (fixture.view, "timeline.list", NULL);
  ui_fixture_settle ();
  rows = get_rows (&fixture);
  n_items = hearsay_timeline_view_get_timeline (HEARSAY_TIMELINE_VIEW (fixture.view))->n_items;
  g_assert_cmpuint (n_items, ==, 12);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, n_items);
  collect_labels (fixture.view, words);
  g_assert_nonnull (strstr (words->str, "|Ada Holt|4 Mar 2024|indirect|Support|The bridge over the Lund will be closed in spring|The Lund Courier · 5 Mar 2024"));
  for (guint i = 1; i < n_items; i++)
    {
      g_autoptr (HearsayTimelineRow) before = g_list_model_get_item (G_LIST_MODEL (rows), i - 1);
      g_autoptr (HearsayTimelineRow) row = g_list_model_get_item (G_LIST_MODEL (rows), i);

      g_assert_cmpuint (hearsay_timeline_row_get_item (before, 0)->lane, <=, hearsay_timeline_row_get_item (row, 0)->lane);
    }

  gtk_selection_model_select_item (rows, 2, TRUE);
  g_assert_cmpuint (hearsay_session_get_selection (fixture.session)->len, ==, 1);
  {
    g_autoptr (HearsayStatement) last = g_list_model_get_item (hearsay_session_get_statements (fixture.session), 11);

    hearsay_session_select (fixture.session, &last, 1);
  }
  g_assert_false (gtk_selection_model_is_selected (rows, 2));
  {
    g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (rows);

    g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 1);
  }
  gtk_widget_activate_action (fixture.view, "timeline.list", NULL);
  ui_fixture_settle ();
  g_assert_null (find_widget (fixture.view, GTK_TYPE_COLUMN_VIEW, TRUE));
  tear_down (&fixture);
}

/* Curves add where they run, totals are rows of their own. */
static void
test_list_modes (void)
{
  Fixture fixture;
  g_autoptr (GString) curves = g_string_new (NULL);
  g_autoptr (GString) totals = g_string_new (NULL);

  set_up (&fixture, 3);
  gtk_widget_activate_action (fixture.view, "timeline.list", NULL);
  gtk_widget_activate_action (fixture.view, "timeline.mode", "s", "curves");
  ui_fixture_settle ();
  collect_labels (fixture.view, curves);
  g_assert_nonnull (strstr (curves->str, " to +"));
  gtk_widget_activate_action (fixture.view, "timeline.mode", "s", "totals");
  ui_fixture_settle ();
  collect_labels (fixture.view, totals);
  g_assert_nonnull (strstr (totals->str, "|All speakers|4 Mar 2024|6|0|6|12"));
  g_assert_nonnull (strstr (totals->str, "|Ada Holt|4 Mar 2024|6|0|0|6"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_rows (&fixture))), ==, 3);
  gtk_selection_model_select_item (get_rows (&fixture), 1, TRUE);
  g_assert_cmpuint (hearsay_session_get_selection (fixture.session)->len, ==, 6);
  tear_down (&fixture);
}

static HearsayTimeline *
shown (GtkWidget      *view,
       HearsaySession *session)
{
  HearsayFigureOptions options = HEARSAY_FIGURE_OPTIONS_INIT;
  g_autoptr (HearsayTimelineRows) rows = hearsay_timeline_view_begin_shown (HEARSAY_TIMELINE_VIEW (view), &options);

  hearsay_session_flush (session);
  ui_fixture_add_rows (rows, hearsay_session_get_statements (session));
  return hearsay_timeline_rows_arrange (rows);
}

/* Hours by the clock of the machine, here five hours behind UTC: the day may be another one. */
static void
test_hours (void)
{
  g_autoptr (HearsayStore) store = ui_fixture_new_store (0);
  g_autoptr (HearsayAnalysis) analysis = ui_fixture_new_analysis (1);
  g_autoptr (HearsaySession) session = NULL;
  g_autoptr (GtkWidget) view = g_object_ref_sink (hearsay_timeline_view_new ());
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));
  HearsayTimeline *printed;
  HearsayTimeline *local;

  hearsay_date_parse_iso ("2024-03-05T02:15+00:00", &analysis->published);
  hearsay_store_add_analysis (store, analysis);
  session = hearsay_session_new (store);
  hearsay_timeline_view_set_session (HEARSAY_TIMELINE_VIEW (view), session);
  printed = shown (view, session);
  g_assert_cmpint (printed->publications[0].day, ==, hearsay_days_from_civil (2024, 3, 5));
  g_assert_cmpint (printed->publications[0].minute, ==, 2 * 60 + 15);
  g_setenv ("TZ", "EST5EDT,M3.2.0,M11.1.0", TRUE);
  gtk_widget_activate_action (view, "timeline.hours", "s", "local");
  local = shown (view, session);
  g_assert_cmpint (local->publications[0].day, ==, hearsay_days_from_civil (2024, 3, 4));
  g_assert_cmpint (local->publications[0].minute, ==, 21 * 60 + 15);
  /* A day without an hour is nobody's clock's. */
  g_assert_cmpint (local->items[0].first_day, ==, printed->items[0].first_day);
  if (zone != NULL)
    g_setenv ("TZ", zone, TRUE);
  else
    g_unsetenv ("TZ");
  hearsay_timeline_unref (printed);
  hearsay_timeline_unref (local);
  hearsay_timeline_view_set_session (HEARSAY_TIMELINE_VIEW (view), NULL);
}

/* Many statements come in slices and are sorted on another thread; what was begun before
 * something else was asked for is never shown. */
static void
test_load (void)
{
  Fixture fixture;
  HearsayTimelineView *view;

  set_up (&fixture, 1200);
  view = HEARSAY_TIMELINE_VIEW (fixture.view);
  ui_fixture_wait_for (!hearsay_timeline_view_is_loading (view));
  g_assert_cmpuint (hearsay_timeline_view_get_timeline (view)->n_items, ==, 4800);
  g_assert_cmpuint (hearsay_timeline_view_get_timeline (view)->n_lanes, ==, 2);
  gtk_widget_activate_action (fixture.view, "timeline.group", "s", "community");
  g_assert_true (hearsay_timeline_view_is_loading (view));
  gtk_widget_activate_action (fixture.view, "timeline.group", "s", "speaker");
  gtk_widget_activate_action (fixture.view, "timeline.order", "s", "name");
  gtk_widget_activate_action (fixture.view, "timeline.group", "s", "community");
  g_assert_cmpuint (hearsay_timeline_view_get_timeline (view)->n_lanes, ==, 2);
  ui_fixture_wait_for (!hearsay_timeline_view_is_loading (view));
  g_assert_cmpuint (hearsay_timeline_view_get_timeline (view)->n_lanes, >, 2);
  g_assert_true (hearsay_timeline_view_get_timeline (view)->lanes[0].is_head);
  /* Closed while a load is under way. */
  gtk_widget_activate_action (fixture.view, "timeline.group", "s", "country");
  g_assert_true (hearsay_timeline_view_is_loading (view));
  tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  if (!ui_fixture_init (&argc, &argv))
    return 0;

  g_test_add_func ("/timeline-view/list", test_list);
  g_test_add_func ("/timeline-view/list-modes", test_list_modes);
  g_test_add_func ("/timeline-view/hours", test_hours);
  g_test_add_func ("/timeline-view/load", test_load);
  return g_test_run ();
}
