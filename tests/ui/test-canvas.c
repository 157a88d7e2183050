/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "model/hearsay-filter.h"
#include "ui-fixtures.h"
#include "ui/canvas/hearsay-canvas.h"
#include "ui/canvas/hearsay-picture.h"
#include "ui/canvas/hearsay-quote.h"
#include "ui/canvas/hearsay-range-strip.h"
#include "ui/network/hearsay-evidence.h"
#include "ui/network/hearsay-network-canvas.h"
#include "ui/network/hearsay-network-table.h"
#include "ui/network/hearsay-network-view.h"
#include "ui/network/hearsay-tie-glyph.h"
#include "ui/timeline/hearsay-timeline-canvas.h"
#include "ui/timeline/hearsay-timeline-rows.h"
#include "ui/timeline/hearsay-timeline-view.h"

static HearsaySession *
new_session (guint n_articles)
{
  g_autoptr (HearsayStore) store = ui_fixture_new_store (n_articles);
  HearsaySession *session = hearsay_session_new (store);

  hearsay_session_flush (session);
  return session;
}

static GtkWidget *
find_descendant (GtkWidget *widget,
                 GType      type,
                 const char *label)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) &&
      (label == NULL || g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_descendant (child, type, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
show_in_window (GtkWidget *view)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

typedef struct
{
  int *n_freed;
  double red;
} Paint;

static void
paint_red (cairo_t  *cr,
           gpointer  data)
{
  cairo_set_source_rgb (cr, ((Paint *) data)->red, 0.0, 0.0);
  cairo_paint (cr);
}

static void
free_paint (gpointer data)
{
  Paint *paint = data;

  (*paint->n_freed)++;
  g_free (paint);
}

static void
request_paint (HearsayPicture *picture,
               int            *n_freed,
               double          red)
{
  HearsayPictureJob job = { 8, 4, 2, paint_red, g_new0 (Paint, 1), free_paint };

  ((Paint *) job.data)->n_freed = n_freed;
  ((Paint *) job.data)->red = red;
  hearsay_picture_request (picture, &job);
}

static void
test_picture (void)
{
  HearsayPicture *picture = hearsay_picture_new ();
  guint8 pixels[8 * 16 * 4];
  int n_freed = 0;

  request_paint (picture, &n_freed, 0.2);
  request_paint (picture, &n_freed, 0.5);
  request_paint (picture, &n_freed, 1.0);
  g_assert_cmpint (n_freed, ==, 1);
  ui_fixture_wait_for (!hearsay_picture_is_busy (picture));
  g_assert_cmpint (gdk_texture_get_width (hearsay_picture_get_texture (picture)), ==, 16);
  g_assert_cmpint (gdk_texture_get_height (hearsay_picture_get_texture (picture)), ==, 8);
  gdk_texture_download (hearsay_picture_get_texture (picture), pixels, 16 * 4);
  g_assert_cmpuint (pixels[G_BYTE_ORDER == G_LITTLE_ENDIAN ? 2 : 1], ==, 255);
  g_assert_cmpfloat (((Paint *) hearsay_picture_get_data (picture))->red, ==, 1.0);

  request_paint (picture, &n_freed, 0.5);
  hearsay_picture_clear (picture);
  ui_fixture_wait_for (!hearsay_picture_is_busy (picture));
  g_assert_null (hearsay_picture_get_texture (picture));
  ui_fixture_settle ();
  ui_fixture_assert_finalize (picture);
}

static GskRenderNode *
draw_picture (HearsayPicture *picture,
              GtkWidget      *widget,
              float           x)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  hearsay_picture_append (picture, widget, snapshot, &GRAPHENE_RECT_INIT (0, 0, 6, 4), &GRAPHENE_RECT_INIT (x, 0, 8, 4));
  return gtk_snapshot_free_to_node (snapshot);
}

/* What has not moved is the same node, which GTK does not draw again. */
static void
test_picture_pieces (void)
{
  HearsayPicture *picture = hearsay_picture_new ();
  GtkWidget *window = gtk_window_new ();
  GskRenderNode *nodes[4];
  int n_freed = 0;

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (GTK_NATIVE (window))));
  request_paint (picture, &n_freed, 0.2);
  ui_fixture_wait_for (!hearsay_picture_is_busy (picture));
  nodes[0] = draw_picture (picture, window, 0.0f);
  nodes[1] = draw_picture (picture, window, 0.0f);
  nodes[2] = draw_picture (picture, window, -1.0f);
  request_paint (picture, &n_freed, 0.5);
  ui_fixture_wait_for (!hearsay_picture_is_busy (picture));
  nodes[3] = draw_picture (picture, window, -1.0f);
  g_assert_nonnull (nodes[0]);
  g_assert_true (nodes[0] == nodes[1]);
  g_assert_true (nodes[1] != nodes[2]);
  g_assert_true (nodes[2] != nodes[3]);
  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    gsk_render_node_unref (nodes[i]);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_settle ();
  ui_fixture_assert_finalize (picture);
}

/* Only where something is drawn over the picture is a node of the frame. */
static void
test_overlay (void)
{
  GtkWidget *widget = hearsay_network_canvas_new ();
  GtkWidget *window = show_in_window (widget);
  HearsayCanvas *canvas = HEARSAY_CANVAS (widget);
  GtkSnapshot *snapshot;
  GskRenderNode *node;
  graphene_rect_t bounds;
  cairo_t *cr;

  ui_fixture_wait_for (gtk_widget_get_width (widget) > 100);
  snapshot = gtk_snapshot_new ();
  cr = hearsay_canvas_begin_overlay (canvas);
  hearsay_canvas_end_overlay (canvas, snapshot, cr);
  g_assert_null (gtk_snapshot_free_to_node (snapshot));
  snapshot = gtk_snapshot_new ();
  cr = hearsay_canvas_begin_overlay (canvas);
  cairo_rectangle (cr, 40.5, 30.0, 20.0, 10.0);
  cairo_fill (cr);
  /* What lies beside the widget is no part of it. */
  cairo_rectangle (cr, -400.0, -300.0, 20.0, 10.0);
  cairo_fill (cr);
  hearsay_canvas_end_overlay (canvas, snapshot, cr);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_get_bounds (node, &bounds);
  g_assert_true (graphene_rect_equal (&bounds, &GRAPHENE_RECT_INIT (40.0f, 30.0f, 21.0f, 10.0f)));
  gsk_render_node_unref (node);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A horseshoe, open at the top. */
static void
test_lasso_contains (void)
{
  static const graphene_point_t line[] = { { 0, 0 }, { 10, 0 }, { 10, 20 }, { 20, 20 }, { 20, 0 }, { 30, 0 }, { 30, 30 }, { 0, 30 } };

  g_assert_true (hearsay_lasso_contains (line, G_N_ELEMENTS (line), 5.0, 5.0));
  g_assert_false (hearsay_lasso_contains (line, G_N_ELEMENTS (line), 15.0, 5.0));
  g_assert_true (hearsay_lasso_contains (line, G_N_ELEMENTS (line), 15.0, 25.0));
  g_assert_true (hearsay_lasso_contains (line, G_N_ELEMENTS (line), 25.0, 5.0));
  g_assert_false (hearsay_lasso_contains (line, G_N_ELEMENTS (line), 35.0, 5.0));
  g_assert_false (hearsay_lasso_contains (line, G_N_ELEMENTS (line), 5.0, 31.0));
  g_assert_false (hearsay_lasso_contains (line, 1, 0.0, 0.0));
  g_assert_false (hearsay_lasso_contains (NULL, 0, 0.0, 0.0));
}

static void
test_quote (void)
{
  g_autoptr (HearsaySession) session = new_session (1);
  g_autoptr (HearsayStatement) statement = g_list_model_get_item (hearsay_session_get_statements (session), 0);
  HearsayStance *stance = hearsay_statement_get_main_stance (statement);
  g_autofree char *plain = hearsay_quote_new_markup (statement, NULL);
  g_autofree char *marked = hearsay_quote_new_markup (statement, hearsay_stance_get_target (stance));
  g_autofree char *place = hearsay_quote_new_place (statement);
  g_autofree char *text = NULL;

  g_assert_cmpstr (plain, ==, hearsay_statement_get_words (statement));
  g_assert_nonnull (strstr (marked, "<u>"));
  g_assert_true (pango_parse_markup (marked, -1, 0, NULL, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, plain);
  g_assert_nonnull (strstr (place, "1"));
}

static void
take_range (double *range,
            double  first,
            double  end)
{
  range[0] = first;
  range[1] = end;
}

static void
test_range_strip (void)
{
  g_autoptr (HearsaySession) session = new_session (2);
  g_autoptr (HearsayTimeline) timeline = hearsay_timeline_rows_new (hearsay_session_get_statements (session), &(HearsayTimelineRowsOptions) { .order = HEARSAY_LANE_ORDER_FIRST });
  GtkWidget *strip = g_object_ref_sink (hearsay_range_strip_new (TRUE));
  double range[2] = { 0.0, 0.0 };
  double first;
  double end;

  g_assert_false (hearsay_range_strip_get_extent (HEARSAY_RANGE_STRIP (strip), &first, &end));
  g_signal_connect_swapped (strip, "changed", G_CALLBACK (take_range), range);
  hearsay_range_strip_set_timeline (HEARSAY_RANGE_STRIP (strip), timeline);
  g_assert_true (hearsay_range_strip_get_extent (HEARSAY_RANGE_STRIP (strip), &first, &end));
  g_assert_cmpfloat (end - first, >=, 1.0);
  hearsay_range_strip_set_range (HEARSAY_RANGE_STRIP (strip), first, first + 0.5);
  g_assert_cmpfloat (range[1], ==, 0.0);
  ui_fixture_assert_finalize (strip);
}

/* What the smallest window leaves them. */
static void
assert_narrow (GtkWidget *view)
{
  int minimum;

  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

static void
test_timeline_view (void)
{
  g_autoptr (HearsaySession) session = new_session (2);
  GtkWidget *view = g_object_ref_sink (hearsay_timeline_view_new ());
  GtkWidget *window = show_in_window (view);
  HearsayTimelineView *timeline_view = HEARSAY_TIMELINE_VIEW (view);
  HearsayTimelineCanvas *canvas = HEARSAY_TIMELINE_CANVAS (find_descendant (view, HEARSAY_TYPE_TIMELINE_CANVAS, NULL));
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
  assert_narrow (view);
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

  *window = show_in_window (view);
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
  g_autoptr (HearsaySession) session = new_session (3);
  HearsayFilter *filter = hearsay_session_get_filter (session);
  guint n = g_list_model_get_n_items (hearsay_session_get_statements (session));
  GtkWidget *window;
  HearsayTimelineView *view = new_timeline_view (session, &window);
  HearsayRangeStrip *strip = HEARSAY_RANGE_STRIP (find_descendant (GTK_WIDGET (view), HEARSAY_TYPE_RANGE_STRIP, NULL));
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
  g_autoptr (HearsaySession) session = new_session (3);
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
  g_autoptr (HearsaySession) session = new_session (3);
  GtkWidget *window;
  HearsayTimelineView *view = new_timeline_view (session, &window);
  GtkWidget *canvas = find_descendant (GTK_WIDGET (view), HEARSAY_TYPE_TIMELINE_CANVAS, NULL);
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
  g_autoptr (HearsaySession) session = new_session (2);
  GtkWidget *window;
  HearsayTimelineView *view = new_timeline_view (session, &window);
  GtkWidget *canvas = find_descendant (GTK_WIDGET (view), HEARSAY_TYPE_TIMELINE_CANVAS, NULL);
  HearsayTimelinePainter *painter = hearsay_timeline_canvas_get_painter (HEARSAY_TIMELINE_CANVAS (canvas));
  guint n = hearsay_timeline_painter_get_mark (painter, 0)->n_items;
  guint n_before = g_list_model_get_n_items (hearsay_session_get_statements (session));
  g_autofree gboolean *items = g_new0 (gboolean, n_before);

  g_signal_emit_by_name (canvas, "menu", 0, 0, 200.0, 200.0);
  g_assert_nonnull (find_descendant (GTK_WIDGET (view), GTK_TYPE_POPOVER_MENU, NULL));
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

/* What a touchpad or a finger does, as its controllers tell it. */
static void
test_timeline_gestures (void)
{
  g_autoptr (HearsaySession) session = new_session (2);
  GtkWidget *window;
  HearsayTimelineView *view = new_timeline_view (session, &window);
  HearsayTimelineCanvas *canvas = HEARSAY_TIMELINE_CANVAS (find_descendant (GTK_WIDGET (view), HEARSAY_TYPE_TIMELINE_CANVAS, NULL));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (canvas));
  double before[2];
  double after[2];

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
        g_signal_emit_by_name (controller, "decelerate", 400.0, 0.0);
    }
  do
    {
      g_main_context_iteration (NULL, TRUE);
      hearsay_timeline_canvas_get_range (canvas, &after[0], &after[1]);
    }
  while (after[0] <= before[0] + 0.01);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_settle ();
  ui_fixture_assert_finalize (view);
}

static guint
count_edges (HearsayNetworkView *view)
{
  const HearsayPoint *positions;
  const HearsayNetwork *network = hearsay_network_view_get_network (view, &positions);

  return network != NULL ? network->n_edges : 0;
}

static void
test_network_view (void)
{
  g_autoptr (HearsaySession) session = new_session (2);
  GtkWidget *view = g_object_ref_sink (hearsay_network_view_new ());
  GtkWidget *window = show_in_window (view);
  GtkWidget *canvas = find_descendant (view, HEARSAY_TYPE_NETWORK_CANVAS, NULL);
  GtkWidget *evidence = find_descendant (view, HEARSAY_TYPE_EVIDENCE, NULL);
  GtkWidget *issues = find_descendant (view, GTK_TYPE_TOGGLE_BUTTON, "Actors and issues");

  g_assert_nonnull (issues);
  hearsay_network_view_set_session (HEARSAY_NETWORK_VIEW (view), session);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (issues), TRUE);
  ui_fixture_wait_for (count_edges (HEARSAY_NETWORK_VIEW (view)) > 0);
  ui_fixture_settle ();
  g_assert_false (gtk_widget_is_visible (evidence));

  g_signal_emit_by_name (canvas, "selected", HEARSAY_HIT_EDGE, 0, 0);
  g_assert_true (gtk_widget_is_visible (evidence));
  g_assert_true (gtk_widget_is_visible (find_descendant (evidence, HEARSAY_TYPE_TIE_GLYPH, NULL)));
  g_assert_cmpuint (hearsay_session_get_selection (session)->len, >, 0);
  g_signal_emit_by_name (canvas, "selected", HEARSAY_HIT_NODE, 0, 0);
  g_assert_true (gtk_widget_is_visible (evidence));
  g_assert_false (gtk_widget_is_visible (find_descendant (evidence, HEARSAY_TYPE_TIE_GLYPH, NULL)));
  g_signal_emit_by_name (canvas, "selected", HEARSAY_HIT_NONE, 0, 0);
  g_assert_false (gtk_widget_is_visible (evidence));
  g_assert_cmpuint (hearsay_session_get_selection (session)->len, ==, 0);
  g_object_set (view, "narrow", TRUE, NULL);
  ui_fixture_settle ();
  assert_narrow (view);

  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_settle ();
  ui_fixture_assert_finalize (view);
}

/* Statements that change while they are read are read again; the view may go meanwhile. */
static void
test_network_stale (void)
{
  g_autoptr (HearsaySession) session = new_session (2);
  GtkWidget *view = g_object_ref_sink (hearsay_network_view_new ());
  GtkWidget *window = show_in_window (view);
  HearsayFilter *filter = hearsay_session_get_filter (session);
  const HearsayPoint *positions;

  hearsay_network_view_set_session (HEARSAY_NETWORK_VIEW (view), session);
  ui_fixture_wait_for (hearsay_network_view_get_network (HEARSAY_NETWORK_VIEW (view), &positions) != NULL);
  hearsay_filter_set_statuses (filter, 1u << HEARSAY_STATUS_REJECTED);
  hearsay_session_flush (session);
  hearsay_filter_set_statuses (filter, 0);
  hearsay_session_flush (session);
  g_signal_emit_by_name (session, "statements-changed");
  ui_fixture_settle ();
  g_assert_nonnull (hearsay_network_view_get_network (HEARSAY_NETWORK_VIEW (view), &positions));

  /* Nothing is left to draw. */
  hearsay_filter_set_statuses (filter, 1u << HEARSAY_STATUS_REJECTED);
  hearsay_session_flush (session);
  ui_fixture_wait_for (count_edges (HEARSAY_NETWORK_VIEW (view)) == 0);

  g_signal_emit_by_name (session, "statements-changed");
  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_assert_finalize (view);
  ui_fixture_settle ();
}

/* Days without a tie leave the strip that chose them; who comes back is where it was. */
static GtkDropDown *
find_arrangement (GtkWidget *widget)
{
  if (GTK_IS_DROP_DOWN (widget) && GTK_IS_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (widget))) &&
      g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (widget))), 0), "By distance") == 0)
    return GTK_DROP_DOWN (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkDropDown *found = find_arrangement (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What a node's menu arranges, the options name. */
static void
test_network_arrangement (void)
{
  g_autoptr (HearsaySession) session = new_session (2);
  GtkWidget *view = g_object_ref_sink (hearsay_network_view_new ());
  GtkWidget *window = show_in_window (view);
  GtkWidget *canvas = find_descendant (view, HEARSAY_TYPE_NETWORK_CANVAS, NULL);
  GtkWidget *issues = find_descendant (view, GTK_TYPE_TOGGLE_BUTTON, "Actors and issues");
  GtkDropDown *arrangement = find_arrangement (view);

  hearsay_network_view_set_session (HEARSAY_NETWORK_VIEW (view), session);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (issues), TRUE);
  ui_fixture_wait_for (count_edges (HEARSAY_NETWORK_VIEW (view)) > 0);
  g_assert_nonnull (arrangement);
  g_assert_cmpuint (gtk_drop_down_get_selected (arrangement), ==, HEARSAY_LAYOUT_STRESS);
  g_signal_emit_by_name (canvas, "menu", HEARSAY_HIT_NODE, 0, 10.0, 10.0);
  gtk_widget_activate_action (view, "network.axis", NULL);
  g_assert_cmpuint (gtk_drop_down_get_selected (arrangement), ==, HEARSAY_LAYOUT_AXIS);
  gtk_widget_activate_action (view, "network.centre", NULL);
  g_assert_cmpuint (gtk_drop_down_get_selected (arrangement), ==, HEARSAY_LAYOUT_RADIAL);
  ui_fixture_settle ();
  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_settle ();
  g_object_unref (view);
}

static void
test_network_days (void)
{
  g_autoptr (HearsaySession) session = new_session (2);
  GtkWidget *view = g_object_ref_sink (hearsay_network_view_new ());
  HearsayNetworkView *network_view = HEARSAY_NETWORK_VIEW (view);
  GtkWidget *window = show_in_window (view);
  GtkWidget *canvas = find_descendant (view, HEARSAY_TYPE_NETWORK_CANVAS, NULL);
  GtkWidget *issues = find_descendant (view, GTK_TYPE_TOGGLE_BUTTON, "Actors and issues");
  GtkWidget *strip = find_descendant (view, HEARSAY_TYPE_RANGE_STRIP, NULL);
  const HearsayPoint *positions;
  const HearsayNetwork *network;
  g_autofree HearsayPoint *before = NULL;
  guint n_nodes;
  double first;
  double end;

  hearsay_network_view_set_session (network_view, session);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (issues), TRUE);
  ui_fixture_wait_for (count_edges (network_view) > 0);
  ui_fixture_settle ();
  hearsay_network_canvas_set_pinned (HEARSAY_NETWORK_CANVAS (canvas), 0, TRUE);
  network = hearsay_network_view_get_network (network_view, &positions);
  n_nodes = network->n_nodes;
  before = g_memdup2 (positions, sizeof *positions * n_nodes);
  hearsay_range_strip_get_extent (HEARSAY_RANGE_STRIP (strip), &first, &end);

  g_signal_emit_by_name (strip, "changed", first - 40.0, first - 30.0);
  ui_fixture_wait_for (count_edges (network_view) == 0);
  g_assert_true (gtk_widget_get_mapped (canvas));
  g_signal_emit_by_name (strip, "changed", first, end);
  ui_fixture_wait_for (count_edges (network_view) > 0);
  network = hearsay_network_view_get_network (network_view, &positions);
  g_assert_cmpuint (network->n_nodes, ==, n_nodes);
  for (guint i = 0; i < n_nodes; i++)
    {
      g_assert_cmpfloat (positions[i].x, ==, before[i].x);
      g_assert_cmpfloat (positions[i].y, ==, before[i].y);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_settle ();
  ui_fixture_assert_finalize (view);
}

static void
test_network_choices (void)
{
  g_autoptr (HearsaySession) session = new_session (3);
  GtkWidget *view = g_object_ref_sink (hearsay_network_view_new ());
  GtkWidget *window = show_in_window (view);
  GtkWidget *canvas = find_descendant (view, HEARSAY_TYPE_NETWORK_CANVAS, NULL);
  GtkWidget *evidence = find_descendant (view, HEARSAY_TYPE_EVIDENCE, NULL);
  GtkWidget *table = find_descendant (view, HEARSAY_TYPE_NETWORK_TABLE, NULL);
  GtkWidget *entry = find_descendant (find_descendant (view, GTK_TYPE_SEARCH_BAR, NULL), GTK_TYPE_SEARCH_ENTRY, NULL);
  GtkWidget *issues = find_descendant (view, GTK_TYPE_TOGGLE_BUTTON, "Actors and issues");
  const HearsayPoint *positions;
  g_autofree gboolean *nodes = NULL;
  g_autofree char *name = NULL;
  const HearsayNetwork *network;

  hearsay_network_view_set_session (HEARSAY_NETWORK_VIEW (view), session);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (issues), TRUE);
  ui_fixture_wait_for (count_edges (HEARSAY_NETWORK_VIEW (view)) > 0);
  ui_fixture_settle ();
  network = hearsay_network_view_get_network (HEARSAY_NETWORK_VIEW (view), &positions);
  name = g_strdup (network->nodes[0].name);

  /* A line around everything selects all statements; around nothing, none. */
  nodes = g_new0 (gboolean, network->n_nodes);
  for (guint i = 0; i < network->n_nodes; i++)
    nodes[i] = TRUE;
  g_signal_emit_by_name (canvas, "lassoed", nodes, 0);
  g_assert_true (gtk_widget_is_visible (evidence));
  g_assert_cmpuint (hearsay_session_get_selection (session)->len, >, 0);
  memset (nodes, 0, sizeof *nodes * network->n_nodes);
  g_signal_emit_by_name (canvas, "lassoed", nodes, 0);
  g_assert_cmpuint (hearsay_session_get_selection (session)->len, ==, 0);

  /* One after the other with Ctrl. */
  g_signal_emit_by_name (canvas, "selected", HEARSAY_HIT_NODE, 0, 0);
  g_signal_emit_by_name (canvas, "selected", HEARSAY_HIT_NODE, 1, GDK_CONTROL_MASK);
  g_assert_true (gtk_widget_is_visible (evidence));
  g_signal_emit_by_name (canvas, "selected", HEARSAY_HIT_NONE, 0, 0);

  g_signal_emit_by_name (canvas, "menu", HEARSAY_HIT_NODE, 0, 40.0, 40.0);
  ui_fixture_settle ();
  g_assert_true (gtk_widget_activate_action (view, "network.near", NULL));
  g_assert_true (gtk_widget_is_visible (evidence));
  gtk_widget_activate_action (view, "network.pin", NULL);
  gtk_widget_activate_action (view, "network.centre", NULL);
  ui_fixture_settle ();
  ui_fixture_wait_for (count_edges (HEARSAY_NETWORK_VIEW (view)) > 0);

  gtk_widget_activate_action (view, "view.search", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  ui_fixture_settle ();
  g_signal_emit_by_name (entry, "activate");
  ui_fixture_settle ();
  g_assert_true (gtk_widget_is_visible (evidence));

  gtk_widget_activate_action (view, "network.list", NULL);
  ui_fixture_settle ();
  g_assert_true (gtk_widget_get_mapped (table));
  g_signal_emit_by_name (table, "selected", HEARSAY_HIT_EDGE, 0);
  g_assert_true (gtk_widget_is_visible (evidence));
  gtk_widget_activate_action (view, "network.list", NULL);

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

  g_test_add_func ("/canvas/picture", test_picture);
  g_test_add_func ("/canvas/picture-pieces", test_picture_pieces);
  g_test_add_func ("/canvas/overlay", test_overlay);
  g_test_add_func ("/canvas/lasso", test_lasso_contains);
  g_test_add_func ("/canvas/quote", test_quote);
  g_test_add_func ("/canvas/range-strip", test_range_strip);
  g_test_add_func ("/timeline/view", test_timeline_view);
  g_test_add_func ("/timeline/range", test_timeline_range);
  g_test_add_func ("/timeline/play", test_timeline_play);
  g_test_add_func ("/timeline/lanes", test_timeline_lanes);
  g_test_add_func ("/timeline/menu", test_timeline_menu);
  g_test_add_func ("/timeline/gestures", test_timeline_gestures);
  g_test_add_func ("/network/view", test_network_view);
  g_test_add_func ("/network/stale", test_network_stale);
  g_test_add_func ("/network/arrangement", test_network_arrangement);
  g_test_add_func ("/network/days", test_network_days);
  g_test_add_func ("/network/choices", test_network_choices);
  return g_test_run ();
}
