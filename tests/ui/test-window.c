/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "ui-fixtures.h"
#include "ui/hearsay-application.h"
#include "ui/hearsay-window.h"

static const char article[] =
  "Council keeps the library\n\n"
  "LUND — The library will stay open, Mayor Ada Holt said on Monday. “Nobody wants to close it,” Holt told the council.\n";

static HearsayApplication *application;

static HearsayWindow *
new_window (guint n_articles)
{
  g_autoptr (HearsayStore) store = ui_fixture_new_store (n_articles);
  HearsayWindow *window = hearsay_window_new (GTK_APPLICATION (application), store);

  gtk_window_present (GTK_WINDOW (window));
  ui_fixture_settle ();
  return window;
}

static GtkWidget *
find_widget (GtkWidget  *root,
             const char *type_name)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (root), type_name))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type_name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_finalize (void)
{
  HearsayWindow *window = g_object_ref (new_window (2));

  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_assert_finalize (window);
}

static void
test_empty (void)
{
  HearsayWindow *window = new_window (0);
  GtkWidget *page = find_widget (GTK_WIDGET (window), "HearsayEmptyPage");
  GtkWidget *library = find_widget (GTK_WIDGET (window), "HearsayLibrary");

  g_assert_true (gtk_widget_get_mapped (page));
  g_assert_false (gtk_widget_get_mapped (library));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.try-sample", NULL));
  ui_fixture_wait_for (!hearsay_importer_get_busy (hearsay_window_get_importer (window)));
  ui_fixture_settle ();
  g_assert_false (gtk_widget_get_mapped (page));
  g_assert_nonnull (hearsay_session_get_article (hearsay_window_get_session (window)));
  hearsay_session_flush (hearsay_window_get_session (window));
  g_assert_cmpuint (g_list_model_get_n_items (hearsay_session_get_statements (hearsay_window_get_session (window))), >, 3);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_open_and_fail (void)
{
  HearsayWindow *window = new_window (0);
  g_autofree char *good = ui_fixture_write_file ("good.txt", article, -1);
  g_autofree char *bad = ui_fixture_write_file ("bad.txt", "", 0);
  g_autoptr (GFile) good_file = g_file_new_for_path (good);
  g_autoptr (GFile) bad_file = g_file_new_for_path (bad);
  GFile *files[] = { bad_file, good_file };
  HearsayImporter *importer = hearsay_window_get_importer (window);
  GtkWidget *library = find_widget (GTK_WIDGET (window), "HearsayLibrary");
  g_autoptr (HearsayArticle) failed = NULL;

  hearsay_window_open (window, files, 2);
  ui_fixture_wait_for (!hearsay_importer_get_busy (importer));
  ui_fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (hearsay_importer_get_rows (importer)), ==, 1);
  g_assert_cmpstr (hearsay_article_get_display_title (hearsay_session_get_article (hearsay_window_get_session (window))), ==,
                   "Council keeps the library");

  failed = g_list_model_get_item (hearsay_importer_get_rows (importer), 0);
  g_assert_true (gtk_widget_activate_action (library, "library.remove-row", "s", hearsay_article_get_id (failed)));
  g_assert_cmpuint (g_list_model_get_n_items (hearsay_importer_get_rows (importer)), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is typed into the library narrows it; rows that have gone are not told any more. */
static void
test_library_search (void)
{
  HearsayWindow *window = new_window (3);
  GtkWidget *library = find_widget (GTK_WIDGET (window), "HearsayLibrary");
  GtkWidget *entry = find_widget (library, "GtkSearchEntry");
  GtkWidget *list = find_widget (library, "GtkListView");
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (list));

  gtk_editable_set_text (GTK_EDITABLE (entry), "part 1");
  ui_fixture_wait_for (g_list_model_get_n_items (G_LIST_MODEL (model)) == 1);
  ui_fixture_settle ();
  gtk_editable_set_text (GTK_EDITABLE (entry), "zeppelin");
  ui_fixture_wait_for (g_list_model_get_n_items (G_LIST_MODEL (model)) == 0);
  ui_fixture_settle ();
  gtk_editable_set_text (GTK_EDITABLE (entry), "ferry");
  ui_fixture_wait_for (g_list_model_get_n_items (G_LIST_MODEL (model)) == 3);
  ui_fixture_settle ();
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The title stands above the text, and not on it, however the window came by the article. */
static void
test_header (void)
{
  HearsayWindow *window = new_window (0);
  GtkWidget *header = find_widget (GTK_WIDGET (window), "HearsayArticleHeader");
  GtkWidget *text = find_widget (GTK_WIDGET (window), "HearsayArticleText");
  graphene_rect_t bounds;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.try-sample", NULL);
  ui_fixture_wait_for (!hearsay_importer_get_busy (hearsay_window_get_importer (window)));
  ui_fixture_wait_for (gtk_widget_get_height (header) > 100 &&
                       gtk_text_view_get_top_margin (GTK_TEXT_VIEW (text)) == gtk_widget_get_height (header));
  ui_fixture_wait_for (gtk_widget_compute_bounds (header, text, &bounds) && ABS (bounds.origin.y) < 1.0f);
  g_assert_true (gtk_widget_get_mapped (header));
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkEventController *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return controller;
    }
  return NULL;
}

static void
test_drop (void)
{
  HearsayWindow *window = new_window (0);
  g_autofree char *path = ui_fixture_write_file ("dropped.txt", article, -1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFile *files[] = { file };
  g_auto (GValue) value = G_VALUE_INIT;
  GdkFileList *list = gdk_file_list_new_from_array (files, 1);
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, list);
  g_signal_emit_by_name (find_drop_target (GTK_WIDGET (window)), "drop", &value, 10.0, 10.0, &taken);
  g_assert_true (taken);
  ui_fixture_wait_for (!hearsay_importer_get_busy (hearsay_window_get_importer (window)));
  g_assert_nonnull (hearsay_session_get_article (hearsay_window_get_session (window)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_actions (void)
{
  HearsayWindow *window = new_window (2);
  GtkWidget *widget = GTK_WIDGET (window);
  HearsaySession *session = hearsay_window_get_session (window);
  HearsayCollection *collection = hearsay_session_get_collection (session);
  GtkWidget *library = find_widget (widget, "HearsayLibrary");
  g_autoptr (HearsayStatement) statement = NULL;

  hearsay_session_flush (session);
  statement = g_list_model_get_item (hearsay_session_get_statements (session), 5);
  hearsay_session_set_status (session, &statement, 1, HEARSAY_STATUS_REJECTED);
  g_assert_true (gtk_widget_activate_action (widget, "win.undo", NULL));
  g_assert_cmpint (hearsay_statement_get_status (statement), ==, HEARSAY_STATUS_SUGGESTED);
  g_assert_true (gtk_widget_activate_action (widget, "win.redo", NULL));
  g_assert_cmpint (hearsay_statement_get_status (statement), ==, HEARSAY_STATUS_REJECTED);

  g_assert_true (gtk_widget_activate_action (library, "library.remove-selected", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (hearsay_collection_get_articles (collection)), ==, 1);
  gtk_widget_activate_action (widget, "win.undo", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (hearsay_collection_get_articles (collection)), ==, 2);
  g_assert_nonnull (hearsay_session_get_article (session));

  g_assert_true (gtk_widget_activate_action (widget, "win.search", NULL));
  g_assert_true (gtk_widget_activate_action (widget, "win.view", "s", "nowhere"));
  g_assert_cmpstr (hearsay_window_get_view (window), ==, "article");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A jump to the words leads to the article; Back leads to where it came from. */
static void
test_show_and_back (void)
{
  HearsayWindow *window = new_window (2);
  HearsaySession *session = hearsay_window_get_session (window);
  g_autoptr (HearsayStatement) statement = NULL;

  hearsay_session_flush (session);
  statement = g_list_model_get_item (hearsay_session_get_statements (session), 6);
  hearsay_window_set_view (window, "statements");
  if (g_strcmp0 (hearsay_window_get_view (window), "statements") != 0)
    {
      g_test_skip ("There is no other view");
      gtk_window_destroy (GTK_WINDOW (window));
      return;
    }
  hearsay_session_show_statement (session, statement);
  g_assert_cmpstr (hearsay_window_get_view (window), ==, "article");
  g_assert_true (hearsay_session_get_article (session) == hearsay_statement_get_article (statement));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL));
  g_assert_cmpstr (hearsay_window_get_view (window), ==, "statements");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The narrow layout has to fit a phone. */
static void
test_narrow (void)
{
  HearsayWindow *window = new_window (1);
  GtkWidget *view = find_widget (GTK_WIDGET (window), "HearsayArticleView");
  HearsaySession *session = hearsay_window_get_session (window);
  g_autoptr (HearsayStatement) statement = NULL;
  int minimum;

  hearsay_session_flush (session);
  statement = g_list_model_get_item (hearsay_session_get_statements (session), 1);
  hearsay_session_select (session, &statement, 1);
  g_object_set (view, "narrow", TRUE, NULL);
  ui_fixture_settle ();
  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  int result;

  if (!ui_fixture_init (&argc, &argv))
    return 0;

  application = hearsay_application_new (G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/window/finalize", test_finalize);
  g_test_add_func ("/window/empty", test_empty);
  g_test_add_func ("/window/open-and-fail", test_open_and_fail);
  g_test_add_func ("/window/library-search", test_library_search);
  g_test_add_func ("/window/header", test_header);
  g_test_add_func ("/window/drop", test_drop);
  g_test_add_func ("/window/actions", test_actions);
  g_test_add_func ("/window/show-and-back", test_show_and_back);
  g_test_add_func ("/window/narrow", test_narrow);
  result = g_test_run ();
  g_object_unref (application);
  return result;
}
