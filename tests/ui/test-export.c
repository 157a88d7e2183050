/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "model/hearsay-filter.h"
#include "ui-fixtures.h"
#include "ui/export/hearsay-export-dialog.h"
#include "ui/export/hearsay-export-source.h"
#include "ui/network/hearsay-network-canvas.h"
#include "ui/network/hearsay-network-view.h"

static HearsaySession *
new_session (guint n_articles)
{
  g_autoptr (HearsayStore) store = ui_fixture_new_store (n_articles);

  return hearsay_session_new (store);
}

/* With all statements, as the dialog gathers them in slices: here as small as they get. */
static HearsayExportSource *
new_source (HearsaySession       *session,
            HearsayExportPicture  picture,
            HearsayTimelineRows  *rows,
            HearsayNetworkShown  *shown)
{
  HearsayExportSource *source;

  hearsay_session_flush (session);
  source = hearsay_export_source_new (session, picture, rows, shown);
  while (!hearsay_export_source_gather (source, 0))
    continue;
  return source;
}

static void
test_formats (void)
{
  static const struct
  {
    HearsayFigureFormat format;
    const char *magic;
  } formats[] = {
    { HEARSAY_FIGURE_PNG, "\x89PNG" },
    { HEARSAY_FIGURE_SVG, "<?xml" },
    { HEARSAY_FIGURE_PDF, "%PDF" },
  };
  g_autoptr (HearsaySession) session = new_session (3);

  for (guint picture = 0; picture < HEARSAY_N_EXPORT_PICTURES; picture++)
    {
      g_autoptr (HearsayExportSource) source = new_source (session, (HearsayExportPicture) picture, NULL, NULL);

      g_assert_cmpstr (hearsay_export_source_get_dates (source), ==, "4 Mar 2024");
      g_assert_cmpstr (hearsay_export_source_get_note (source), ==, "12 statements · 3 articles · made with Hearsay");
      for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
        {
          HearsayFigureOptions options = HEARSAY_FIGURE_OPTIONS_INIT;
          g_autoptr (GError) error = NULL;
          g_autoptr (GBytes) bytes = NULL;

          options.format = formats[i].format;
          options.title = hearsay_export_picture_get_title ((HearsayExportPicture) picture);
          bytes = hearsay_export_source_write (source, &options, NULL, &error);
          g_assert_no_error (error);
          g_assert_cmpuint (g_bytes_get_size (bytes), >, 200);
          g_assert_cmpint (memcmp (g_bytes_get_data (bytes, NULL), formats[i].magic, strlen (formats[i].magic)), ==, 0);
        }
    }
}

/* What the view shows is what is written: curves and totals, not marks alone. */
static void
test_as_the_view_shows (void)
{
  static const char *const modes[] = { "marks", "curves", "totals" };
  g_autoptr (HearsaySession) session = new_session (3);
  g_autoptr (GtkWidget) view = g_object_ref_sink (hearsay_timeline_view_new ());
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  hearsay_timeline_view_set_session (HEARSAY_TIMELINE_VIEW (view), session);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      HearsayFigureOptions options = HEARSAY_FIGURE_OPTIONS_INIT;
      HearsayTimelineRows *rows;
      g_autoptr (HearsayExportSource) source = NULL;
      g_autoptr (GError) error = NULL;

      gtk_widget_activate_action (view, "timeline.mode", "s", modes[i]);
      {
        g_autoptr (HearsayTimelineRows) drawn = hearsay_timeline_view_begin_shown (HEARSAY_TIMELINE_VIEW (view), &options);
        g_autoptr (HearsayTimeline) timeline = NULL;

        hearsay_session_flush (session);
        ui_fixture_add_rows (drawn, hearsay_session_get_statements (session));
        timeline = hearsay_timeline_rows_arrange (drawn);
        g_assert_cmpint (timeline->lanes[0].is_total, ==, i == 2);
      }
      rows = hearsay_timeline_view_begin_shown (HEARSAY_TIMELINE_VIEW (view), &options);
      g_assert_cmpint (options.mode, ==, (int) i);
      source = new_source (session, HEARSAY_EXPORT_TIMELINE, rows, NULL);
      g_ptr_array_add (files, hearsay_export_source_write (source, &options, NULL, &error));
      g_assert_no_error (error);
      for (guint k = 0; k < i; k++)
        g_assert_false (g_bytes_equal (g_ptr_array_index (files, i), g_ptr_array_index (files, k)));
    }
  hearsay_timeline_view_set_session (HEARSAY_TIMELINE_VIEW (view), NULL);
}

static void
test_cancelled (void)
{
  g_autoptr (HearsaySession) session = new_session (1);
  g_autoptr (HearsayExportSource) source = new_source (session, HEARSAY_EXPORT_ISSUES, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  HearsayFigureOptions options = HEARSAY_FIGURE_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (hearsay_export_source_write (source, &options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
show_dialog (guint n_articles)
{
  HearsaySession *session = new_session (n_articles);
  GtkWidget *dialog = hearsay_export_dialog_new (session, "timeline", NULL, NULL);

  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_false (hearsay_export_dialog_is_previewed (HEARSAY_EXPORT_DIALOG (dialog)));
  ui_fixture_wait_for (hearsay_export_dialog_is_previewed (HEARSAY_EXPORT_DIALOG (dialog)));
  ui_fixture_settle ();
  g_object_ref (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_fixture_assert_finalize (dialog);
  ui_fixture_assert_finalize (session);
}

static void
test_dialog (void)
{
  show_dialog (2);
}

/* The main loop goes on while many statements are read, and what changes meanwhile is shown. */
static void
test_dialog_many (void)
{
  HearsaySession *session = new_session (600);
  GtkWidget *dialog = hearsay_export_dialog_new (session, "timeline", NULL, NULL);

  gtk_window_present (GTK_WINDOW (dialog));
  hearsay_session_flush (session);
  g_assert_cmpuint (g_list_model_get_n_items (hearsay_session_get_statements (session)), ==, 2400);
  {
    g_autoptr (HearsayExportSource) source = hearsay_export_source_new (session, HEARSAY_EXPORT_TIMELINE, NULL, NULL);
    guint n_slices = 1;

    while (!hearsay_export_source_gather (source, 0))
      n_slices++;
    g_assert_cmpuint (n_slices, >, 2400 / 64);
    g_assert_cmpstr (hearsay_export_source_get_note (source), ==, "2400 statements · 600 articles · made with Hearsay");
  }
  ui_fixture_wait_for (hearsay_export_dialog_is_previewed (HEARSAY_EXPORT_DIALOG (dialog)));
  hearsay_filter_set_text (hearsay_session_get_filter (session), "nobody says this");
  hearsay_session_flush (session);
  g_assert_false (hearsay_export_dialog_is_previewed (HEARSAY_EXPORT_DIALOG (dialog)));
  ui_fixture_wait_for (hearsay_export_dialog_is_previewed (HEARSAY_EXPORT_DIALOG (dialog)));
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_fixture_settle ();
  g_object_unref (session);
}

static void
test_dialog_nothing (void)
{
  show_dialog (0);
}

/* A network is written as it stands in its view: its places, its settings, its colours of a measure. */
static void
test_network_as_shown (void)
{
  g_autoptr (HearsaySession) session = new_session (3);
  GtkWidget *view = g_object_ref_sink (hearsay_network_view_new ());
  GtkWidget *window = gtk_window_new ();
  HearsayFigureOptions options = HEARSAY_FIGURE_OPTIONS_INIT;
  g_autoptr (GBytes) usual = NULL;
  g_autoptr (GBytes) bytes = NULL;
  HearsayNetworkShown *shown;
  const HearsayPoint *positions;

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  hearsay_network_view_set_session (HEARSAY_NETWORK_VIEW (view), session);
  ui_fixture_wait_for (hearsay_network_view_get_network (HEARSAY_NETWORK_VIEW (view), &positions) != NULL);
  options.format = HEARSAY_FIGURE_SVG;
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (HearsayExportSource) source = NULL;

      shown = hearsay_network_view_dup_shown (HEARSAY_NETWORK_VIEW (view));
      g_assert_nonnull (shown);
      if (round == 1)
        {
          shown->tints = g_new0 (double, shown->scene->network->n_nodes + 1);
          shown->look.painter.tints = shown->tints;
          shown->look.tint_name = "Betweenness";
          shown->look.tint_most = 3.5;
        }
      source = new_source (session, hearsay_export_picture_of_network (HEARSAY_NETWORK_ABOUT), NULL, shown);
      g_clear_pointer (&usual, g_bytes_unref);
      usual = g_steal_pointer (&bytes);
      bytes = hearsay_export_source_write (source, &options, NULL, NULL);
      g_assert_nonnull (bytes);
    }
  g_assert_false (g_bytes_equal (usual, bytes));
  for (guint type = 0; type < HEARSAY_N_NETWORK_TYPES; type++)
    {
      HearsayExportPicture picture = hearsay_export_picture_of_network ((HearsayNetworkType) type);

      g_assert_cmpstr (hearsay_export_picture_get_title (picture), ==, hearsay_network_view_type_title ((HearsayNetworkType) type));
    }
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (view);
}

static GtkWidget *
find_titled (GtkWidget  *widget,
             const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_titled (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GBytes *
read_preview (GtkWidget *dialog)
{
  GdkTexture *texture;
  gsize size;
  guchar *pixels;

  ui_fixture_wait_for (hearsay_export_dialog_is_previewed (HEARSAY_EXPORT_DIALOG (dialog)));
  texture = GDK_TEXTURE (gtk_picture_get_paintable (GTK_PICTURE (ui_fixture_find (dialog, GTK_TYPE_PICTURE, NULL))));
  size = 4 * (gsize) gdk_texture_get_width (texture) * (gsize) gdk_texture_get_height (texture);
  pixels = g_malloc (size);
  gdk_texture_download (texture, pixels, 4 * (gsize) gdk_texture_get_width (texture));
  return g_bytes_new_take (pixels, size);
}

/* Of a network, too, what the view has in sight can be written alone; where no view shows it, there is no such choice. */
static void
test_visible_part (void)
{
  g_autoptr (HearsaySession) session = new_session (3);
  GtkWidget *view = g_object_ref_sink (hearsay_network_view_new ());
  GtkWidget *window = gtk_window_new ();
  GtkWidget *dialog;
  AdwComboRow *area;
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (GBytes) part = NULL;
  const HearsayNetwork *network;
  const HearsayPoint *positions;

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  hearsay_network_view_set_session (HEARSAY_NETWORK_VIEW (view), session);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_fixture_find (view, GTK_TYPE_TOGGLE_BUTTON, "Actors and issues")), TRUE);
  ui_fixture_wait_for ((network = hearsay_network_view_get_network (HEARSAY_NETWORK_VIEW (view), &positions)) != NULL &&
                       network->n_edges > 0);
  ui_fixture_settle ();
  hearsay_network_canvas_set_zoom (HEARSAY_NETWORK_CANVAS (ui_fixture_find (view, HEARSAY_TYPE_NETWORK_CANVAS, NULL)), 6.0);
  dialog = hearsay_export_dialog_new (session, "network", NULL, HEARSAY_NETWORK_VIEW (view));
  gtk_window_present (GTK_WINDOW (dialog));
  area = ADW_COMBO_ROW (find_titled (dialog, "Area"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (area)));
  g_assert_cmpuint (adw_combo_row_get_selected (area), ==, 0);
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (adw_combo_row_get_model (area)), 0), ==, "Whole network");
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (adw_combo_row_get_model (area)), 1), ==, "Visible part");
  whole = read_preview (dialog);
  adw_combo_row_set_selected (area, 1);
  part = read_preview (dialog);
  g_assert_false (g_bytes_equal (whole, part));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_titled (dialog, "Picture")), HEARSAY_EXPORT_TOGETHER);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (area)));
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (view);
}

int
main (int    argc,
      char **argv)
{
  if (!ui_fixture_init (&argc, &argv))
    return 0;

  g_test_add_func ("/export/formats", test_formats);
  g_test_add_func ("/export/network-as-shown", test_network_as_shown);
  g_test_add_func ("/export/visible-part", test_visible_part);
  g_test_add_func ("/export/as-the-view-shows", test_as_the_view_shows);
  g_test_add_func ("/export/cancelled", test_cancelled);
  g_test_add_func ("/export/dialog", test_dialog);
  g_test_add_func ("/export/dialog-many", test_dialog_many);
  g_test_add_func ("/export/dialog-nothing", test_dialog_nothing);
  return g_test_run ();
}
