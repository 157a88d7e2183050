/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <gtk/gtk.h>
#include <string.h>

#include "model/hearsay-filter.h"
#include "ui-fixtures.h"
#include "ui/canvas/hearsay-range-strip.h"
#include "ui/network/hearsay-evidence.h"
#include "ui/network/hearsay-network-canvas.h"
#include "ui/network/hearsay-network-table.h"
#include "ui/network/hearsay-network-view.h"
#include "ui/network/hearsay-tie-glyph.h"

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
  g_autoptr (HearsaySession) session = ui_fixture_new_session (2);
  GtkWidget *view = g_object_ref_sink (hearsay_network_view_new ());
  GtkWidget *window = ui_fixture_show (view);
  GtkWidget *canvas = ui_fixture_find (view, HEARSAY_TYPE_NETWORK_CANVAS, NULL);
  GtkWidget *evidence = ui_fixture_find (view, HEARSAY_TYPE_EVIDENCE, NULL);
  GtkWidget *issues = ui_fixture_find (view, GTK_TYPE_TOGGLE_BUTTON, "Actors and issues");

  g_assert_nonnull (issues);
  hearsay_network_view_set_session (HEARSAY_NETWORK_VIEW (view), session);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (issues), TRUE);
  ui_fixture_wait_for (count_edges (HEARSAY_NETWORK_VIEW (view)) > 0);
  ui_fixture_settle ();
  g_assert_false (gtk_widget_is_visible (evidence));

  g_signal_emit_by_name (canvas, "selected", HEARSAY_HIT_EDGE, 0, 0);
  g_assert_true (gtk_widget_is_visible (evidence));
  g_assert_true (gtk_widget_is_visible (ui_fixture_find (evidence, HEARSAY_TYPE_TIE_GLYPH, NULL)));
  g_assert_cmpuint (hearsay_session_get_selection (session)->len, >, 0);
  g_signal_emit_by_name (canvas, "selected", HEARSAY_HIT_NODE, 0, 0);
  g_assert_true (gtk_widget_is_visible (evidence));
  g_assert_false (gtk_widget_is_visible (ui_fixture_find (evidence, HEARSAY_TYPE_TIE_GLYPH, NULL)));
  g_signal_emit_by_name (canvas, "selected", HEARSAY_HIT_NONE, 0, 0);
  g_assert_false (gtk_widget_is_visible (evidence));
  g_assert_cmpuint (hearsay_session_get_selection (session)->len, ==, 0);
  g_object_set (view, "narrow", TRUE, NULL);
  ui_fixture_settle ();
  ui_fixture_assert_narrow (view);

  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_settle ();
  ui_fixture_assert_finalize (view);
}

/* Statements that change while they are read are read again; the view may go meanwhile. */
static void
test_network_stale (void)
{
  g_autoptr (HearsaySession) session = ui_fixture_new_session (2);
  GtkWidget *view = g_object_ref_sink (hearsay_network_view_new ());
  GtkWidget *window = ui_fixture_show (view);
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
  g_autoptr (HearsaySession) session = ui_fixture_new_session (2);
  GtkWidget *view = g_object_ref_sink (hearsay_network_view_new ());
  GtkWidget *window = ui_fixture_show (view);
  GtkWidget *canvas = ui_fixture_find (view, HEARSAY_TYPE_NETWORK_CANVAS, NULL);
  GtkWidget *issues = ui_fixture_find (view, GTK_TYPE_TOGGLE_BUTTON, "Actors and issues");
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

/* Days without a tie leave the strip that chose them; who comes back is where it was. */
static void
test_network_days (void)
{
  g_autoptr (HearsaySession) session = ui_fixture_new_session (2);
  GtkWidget *view = g_object_ref_sink (hearsay_network_view_new ());
  HearsayNetworkView *network_view = HEARSAY_NETWORK_VIEW (view);
  GtkWidget *window = ui_fixture_show (view);
  GtkWidget *canvas = ui_fixture_find (view, HEARSAY_TYPE_NETWORK_CANVAS, NULL);
  GtkWidget *issues = ui_fixture_find (view, GTK_TYPE_TOGGLE_BUTTON, "Actors and issues");
  GtkWidget *strip = ui_fixture_find (view, HEARSAY_TYPE_RANGE_STRIP, NULL);
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
  g_autoptr (HearsaySession) session = ui_fixture_new_session (3);
  GtkWidget *view = g_object_ref_sink (hearsay_network_view_new ());
  GtkWidget *window = ui_fixture_show (view);
  GtkWidget *canvas = ui_fixture_find (view, HEARSAY_TYPE_NETWORK_CANVAS, NULL);
  GtkWidget *evidence = ui_fixture_find (view, HEARSAY_TYPE_EVIDENCE, NULL);
  GtkWidget *table = ui_fixture_find (view, HEARSAY_TYPE_NETWORK_TABLE, NULL);
  GtkWidget *entry = ui_fixture_find (ui_fixture_find (view, GTK_TYPE_SEARCH_BAR, NULL), GTK_TYPE_SEARCH_ENTRY, NULL);
  GtkWidget *issues = ui_fixture_find (view, GTK_TYPE_TOGGLE_BUTTON, "Actors and issues");
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

  g_test_add_func ("/network/view", test_network_view);
  g_test_add_func ("/network/stale", test_network_stale);
  g_test_add_func ("/network/arrangement", test_network_arrangement);
  g_test_add_func ("/network/days", test_network_days);
  g_test_add_func ("/network/choices", test_network_choices);
  return g_test_run ();
}
