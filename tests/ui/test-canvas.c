/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <gtk/gtk.h>
#include <string.h>

#include "ui-fixtures.h"
#include "ui/canvas/hearsay-canvas.h"
#include "ui/canvas/hearsay-picture.h"
#include "ui/canvas/hearsay-quote.h"
#include "ui/canvas/hearsay-range-strip.h"
#include "ui/network/hearsay-network-canvas.h"
#include "ui/timeline/hearsay-timeline-rows.h"

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
  GtkWidget *window = ui_fixture_show (widget);
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
  g_autoptr (HearsaySession) session = ui_fixture_new_session (1);
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
  g_autoptr (HearsaySession) session = ui_fixture_new_session (2);
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
  return g_test_run ();
}
