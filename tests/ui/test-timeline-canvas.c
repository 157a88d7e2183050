/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <gtk/gtk.h>

#include "model/hearsay-filter.h"
#include "ui-fixtures.h"
#include "ui/canvas/hearsay-range-strip.h"
#include "ui/timeline/hearsay-timeline-canvas.h"
#include "ui/timeline/hearsay-timeline-view.h"

static void
test_timeline_view (void)
{
  g_autoptr (HearsaySession) session = ui_fixture_new_session (2);
  GtkWidget *view = g_object_ref_sink (hearsay_timeline_view_new ());
  GtkWidget *window = ui_fixture_show (view);
  HearsayTimelineView *timeline_view = HEARSAY_TIMELINE_VIEW (view);
  HearsayTimelineCanvas *canvas = HEARSAY_TIMELINE_CANVAS (ui_fixture_find (view, HEARSAY_TYPE_TIMELINE_CANVAS, NULL));
  guint n = g_list_model_get_n_items (hearsay_session_get_statements (session));

  hearsay_timeline_view_set_session (timeline_view, session);
  ui_fixture_wait_for (hearsay_timeline_view_get_timeline (timeline_view) != NULL);
  g_assert_cmpuint (hearsay_timeline_view_get_timeline (timeline_view)->n_items, ==, n);
  ui_fixture_wait_for (hearsay_timeline_canvas_get_painter (canvas) != NULL);
  ui_fixture_settle ();

  g_signal_emit_by_name (canvas, "selected", 0, 0);
  g_assert_cmpuint (hearsay_session_get_selection (session)->len, >, 0);
  g_signal_emit_by_name (canvas, "hovered", 0);
  hearsay_timeline_canvas_zoom (canvas, 3.0);
  hearsay_timeline_canvas_show_item (canvas, n - 1);
  hearsay_timeline_canvas_fit (canvas);
  ui_fixture_assert_narrow (view);
  g_signal_emit_by_name (canvas, "selected", -1, 0);
  g_assert_cmpuint (hearsay_session_get_selection (session)->len, ==, 0);

  hearsay_filter_set_text (hearsay_session_get_filter (session), "no such words anywhere");
  hearsay_session_flush (session);
  ui_fixture_settle ();
  g_assert_cmpuint (hearsay_timeline_view_get_timeline (timeline_view)->n_items, ==, 0);

  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_settle ();
  ui_fixture_assert_finalize (view);
}

static HearsayTimelineView *
new_timeline_view (HearsaySession *session,
                   GtkWidget     **window)
{
  GtkWidget *view = g_object_ref_sink (hearsay_timeline_view_new ());

  *window = ui_fixture_show (view);
  hearsay_timeline_view_set_session (HEARSAY_TIMELINE_VIEW (view), session);
  ui_fixture_wait_for (hearsay_timeline_view_get_timeline (HEARSAY_TIMELINE_VIEW (view)) != NULL &&
                       hearsay_timeline_view_get_timeline (HEARSAY_TIMELINE_VIEW (view))->n_items > 0 &&
                       !hearsay_timeline_view_is_loading (HEARSAY_TIMELINE_VIEW (view)));
  ui_fixture_settle ();
  return HEARSAY_TIMELINE_VIEW (view);
}

/* The frame of the overview filters every view by days; the timeline itself
 * keeps what lies outside in sight. */
static void
test_timeline_range (void)
{
  g_autoptr (HearsaySession) session = ui_fixture_new_session (3);
  HearsayFilter *filter = hearsay_session_get_filter (session);
  guint n = g_list_model_get_n_items (hearsay_session_get_statements (session));
  GtkWidget *window;
  HearsayTimelineView *view = new_timeline_view (session, &window);
  HearsayRangeStrip *strip = HEARSAY_RANGE_STRIP (ui_fixture_find (GTK_WIDGET (view), HEARSAY_TYPE_RANGE_STRIP, NULL));
  double first;
  double end;

  g_assert_true (hearsay_range_strip_get_extent (strip, &first, &end));
  /* All were said before the last article was printed. */
  g_signal_emit_by_name (strip, "changed", end - 1.0, end);
  ui_fixture_wait_for (hearsay_filter_get_first_day (filter) != G_MININT32);
  g_assert_cmpint (hearsay_filter_get_first_day (filter), ==, (int) end - 1);
  g_assert_cmpint (hearsay_filter_get_last_day (filter), ==, (int) end - 1);
  hearsay_session_flush (session);
  ui_fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (hearsay_session_get_statements (session)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (hearsay_session_get_all_days (session)), ==, n);
  g_assert_cmpuint (hearsay_timeline_view_get_timeline (view)->n_items, ==, n);

  g_signal_emit_by_name (strip, "changed", first, end);
  ui_fixture_wait_for (hearsay_filter_get_first_day (filter) == G_MININT32);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_settle ();
  ui_fixture_assert_finalize (view);
}

/* Playing shows more and more days, and ends with all of them. */
static void
test_timeline_play (void)
{
  g_autoptr (HearsaySession) session = ui_fixture_new_session (3);
  HearsayFilter *filter = hearsay_session_get_filter (session);
  GtkWidget *window;
  HearsayTimelineView *view = new_timeline_view (session, &window);

  gtk_widget_activate_action (GTK_WIDGET (view), "timeline.play", NULL);
  ui_fixture_wait_for (hearsay_filter_get_last_day (filter) != G_MAXINT32);
  ui_fixture_wait_for (hearsay_filter_get_last_day (filter) == G_MAXINT32);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_settle ();
  ui_fixture_assert_finalize (view);
}

static void
set_choice (HearsayTimelineView *view,
            const char          *action,
            const char          *value)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), action, "s", value));
  ui_fixture_settle ();
}

static void
test_timeline_lanes (void)
{
  g_autoptr (HearsaySession) session = ui_fixture_new_session (3);
  GtkWidget *window;
  HearsayTimelineView *view = new_timeline_view (session, &window);
  GtkWidget *canvas = ui_fixture_find (GTK_WIDGET (view), HEARSAY_TYPE_TIMELINE_CANVAS, NULL);
  guint n = hearsay_timeline_view_get_timeline (view)->n_lanes;
  guint n_items = hearsay_timeline_view_get_timeline (view)->n_items;
  g_autofree char *top = g_strdup (hearsay_timeline_view_get_timeline (view)->lanes[0].name);
  static const char *const groups[] = { "affiliation", "country", "community" };

  g_assert_cmpuint (n, >, 1);
  g_signal_emit_by_name (canvas, "lane-moved", 0, n);
  g_assert_cmpstr (hearsay_timeline_view_get_timeline (view)->lanes[n - 1].name, ==, top);
  g_signal_emit_by_name (canvas, "lane-activated", 0, 2, 0);
  g_assert_true (hearsay_timeline_view_get_timeline (view)->lanes[0].closed);
  gtk_widget_activate_action (GTK_WIDGET (view), "timeline.open-all", NULL);
  g_assert_false (hearsay_timeline_view_get_timeline (view)->lanes[0].closed);

  set_choice (view, "timeline.mode", "totals");
  g_assert_cmpuint (hearsay_timeline_view_get_timeline (view)->n_lanes, ==, n + 1);
  g_assert_cmpuint (hearsay_timeline_view_get_timeline (view)->n_items, ==, 2 * n_items);
  g_assert_true (hearsay_timeline_view_get_timeline (view)->lanes[0].is_total);
  g_signal_emit_by_name (canvas, "lane-activated", 0, 1, 0);
  g_assert_cmpuint (hearsay_session_get_selection (session)->len, ==, n_items);
  set_choice (view, "timeline.mode", "curves");
  g_assert_cmpuint (hearsay_timeline_view_get_timeline (view)->n_lanes, ==, n);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (view), "timeline.open-all", NULL);
      set_choice (view, "timeline.group", groups[i]);
      ui_fixture_wait_for (!hearsay_timeline_view_is_loading (view));
      g_assert_cmpuint (hearsay_timeline_view_get_timeline (view)->n_lanes, >, n);
      g_assert_true (hearsay_timeline_view_get_timeline (view)->lanes[0].is_head);
      g_signal_emit_by_name (canvas, "lane-activated", 0, 1, 0);
      g_assert_true (hearsay_timeline_view_get_timeline (view)->lanes[0].closed);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_settle ();
  ui_fixture_assert_finalize (view);
}

static void
test_timeline_menu (void)
{
  g_autoptr (HearsaySession) session = ui_fixture_new_session (2);
  GtkWidget *window;
  HearsayTimelineView *view = new_timeline_view (session, &window);
  GtkWidget *canvas = ui_fixture_find (GTK_WIDGET (view), HEARSAY_TYPE_TIMELINE_CANVAS, NULL);
  HearsayTimelinePainter *painter = hearsay_timeline_canvas_get_painter (HEARSAY_TIMELINE_CANVAS (canvas));
  guint n = hearsay_timeline_painter_get_mark (painter, 0)->n_items;
  guint n_before = g_list_model_get_n_items (hearsay_session_get_statements (session));
  g_autofree gboolean *items = g_new0 (gboolean, n_before);

  g_signal_emit_by_name (canvas, "menu", 0, 0, 200.0, 200.0);
  g_assert_nonnull (ui_fixture_find (GTK_WIDGET (view), GTK_TYPE_POPOVER_MENU, NULL));
  gtk_widget_activate_action (GTK_WIDGET (view), "timeline.select-in-sight", NULL);
  g_assert_cmpuint (hearsay_session_get_selection (session)->len, >, 0);
  items[1] = TRUE;
  g_signal_emit_by_name (canvas, "lassoed", items, 0);
  g_assert_cmpuint (hearsay_session_get_selection (session)->len, ==, 1);
  items[0] = TRUE;
  g_signal_emit_by_name (canvas, "lassoed", items, GDK_CONTROL_MASK);
  g_assert_cmpuint (hearsay_session_get_selection (session)->len, ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (view), "timeline.reject", NULL);
  hearsay_session_flush (session);
  g_assert_cmpuint (g_list_model_get_n_items (hearsay_session_get_statements (session)), ==, n_before - n);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_settle ();
  ui_fixture_assert_finalize (view);
}

static void
set_true_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* What a touchpad or a finger does, as its controllers tell it. */
static void
test_timeline_gestures (void)
{
  g_autoptr (HearsaySession) session = ui_fixture_new_session (2);
  GtkWidget *window;
  HearsayTimelineView *view = new_timeline_view (session, &window);
  HearsayTimelineCanvas *canvas = HEARSAY_TIMELINE_CANVAS (ui_fixture_find (GTK_WIDGET (view), HEARSAY_TYPE_TIMELINE_CANVAS, NULL));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (canvas));
  double before[2];
  double after[2];
  gboolean is_over = FALSE;

  hearsay_timeline_canvas_get_range (canvas, &before[0], &before[1]);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_ZOOM (controller))
        {
          g_signal_emit_by_name (controller, "begin", NULL);
          g_signal_emit_by_name (controller, "scale-changed", 2.0);
          hearsay_timeline_canvas_get_range (canvas, &after[0], &after[1]);
          g_assert_cmpfloat_with_epsilon ((after[1] - after[0]) * 2.0, before[1] - before[0], 1e-6);
        }
    }
  hearsay_timeline_canvas_get_range (canvas, &before[0], &before[1]);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        g_signal_emit_by_name (controller, "decelerate", 1e6, 0.0);
    }
  do
    {
      g_main_context_iteration (NULL, TRUE);
      hearsay_timeline_canvas_get_range (canvas, &after[0], &after[1]);
    }
  while (after[0] <= before[0] + 0.01);

  /* However fast the flick, half of what was in sight stays there. */
  g_timeout_add_once (500, set_true_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
  hearsay_timeline_canvas_get_range (canvas, &after[0], &after[1]);
  g_assert_cmpfloat (after[0] - before[0], <=, 0.5 * (before[1] - before[0]));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_settle ();
  ui_fixture_assert_finalize (view);
}

int
main (int    argc,
      char **argv)
{
  if (!ui_fixture_init (&argc, &argv))
    return 0;

  g_test_add_func ("/timeline/view", test_timeline_view);
  g_test_add_func ("/timeline/range", test_timeline_range);
  g_test_add_func ("/timeline/play", test_timeline_play);
  g_test_add_func ("/timeline/lanes", test_timeline_lanes);
  g_test_add_func ("/timeline/menu", test_timeline_menu);
  g_test_add_func ("/timeline/gestures", test_timeline_gestures);
  return g_test_run ();
}
