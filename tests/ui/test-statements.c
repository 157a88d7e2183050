/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-filter.h"
#include "ui-fixtures.h"
#include "ui/statements/hearsay-column-sorter.h"
#include "ui/statements/hearsay-statement-columns.h"
#include "ui/statements/hearsay-statement-table.h"
#include "ui/statements/hearsay-statements-view.h"

static HearsaySession *
new_session (guint n_articles)
{
  g_autoptr (HearsayStore) store = ui_fixture_new_store (n_articles);
  HearsaySession *session = hearsay_session_new (store);

  hearsay_session_flush (session);
  return session;
}

static gboolean
is_busy (HearsayStatementTable *table)
{
  gboolean busy;

  g_object_get (table, "busy", &busy, NULL);
  return busy;
}

/* Confidence ascending, then the collection's order, by the plainest sort there is. */
static void
assert_by_confidence (HearsayStatementTable *table,
                      HearsaySession        *session,
                      gboolean               descending)
{
  GListModel *statements = hearsay_session_get_statements (session);
  guint n = g_list_model_get_n_items (statements);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  double last = descending ? 2.0 : -1.0;
  guint last_place = 0;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (table)), ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HearsayStatement) statement = g_list_model_get_item (statements, i);

      g_hash_table_insert (places, statement, GUINT_TO_POINTER (i));
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HearsayStatement) statement = g_list_model_get_item (G_LIST_MODEL (table), i);
      double confidence = hearsay_statement_get_confidence (statement);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, statement));

      g_assert_true (g_hash_table_contains (places, statement));
      if (confidence == last)
        g_assert_cmpuint (place, >, last_place);
      else
        g_assert_true ((confidence > last) != descending);
      last = confidence;
      last_place = place;
      g_hash_table_remove (places, statement);
    }
}

static void
test_order (gconstpointer data)
{
  g_autoptr (HearsaySession) session = new_session (GPOINTER_TO_UINT (data));
  g_autoptr (HearsayStatementTable) table = hearsay_statement_table_new (session);

  for (guint descending = 0; descending < 2; descending++)
    {
      HearsayOrderKey key = { HEARSAY_COLUMN_CONFIDENCE, descending == 1 };

      hearsay_statement_table_set_order (table, &key, 1);
      ui_fixture_wait_for (!is_busy (table));
      assert_by_confidence (table, session, descending == 1);
    }
}

static void
test_order_by_names (void)
{
  g_autoptr (HearsaySession) session = new_session (5);
  g_autoptr (HearsayStatementTable) table = hearsay_statement_table_new (session);
  HearsayOrderKey keys[] = { { HEARSAY_COLUMN_SPEAKER, FALSE }, { HEARSAY_COLUMN_WORDS, TRUE } };
  g_autofree char *last_name = g_strdup ("");
  g_autofree char *last_words = NULL;

  hearsay_statement_table_set_order (table, keys, G_N_ELEMENTS (keys));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (table)); i++)
    {
      g_autoptr (HearsayStatement) statement = g_list_model_get_item (G_LIST_MODEL (table), i);
      HearsayActor *speaker = hearsay_statement_get_speaker (statement);
      const char *name = speaker != NULL ? hearsay_actor_get_name (speaker) : "\xf4\x8f\xbf\xbf";

      g_assert_cmpint (g_utf8_collate (last_name, name), <=, 0);
      if (g_str_equal (last_name, name) && last_words != NULL)
        g_assert_cmpint (g_utf8_collate (last_words, hearsay_statement_get_words (statement)), >=, 0);
      g_free (last_name);
      g_free (last_words);
      last_name = g_strdup (name);
      last_words = g_strdup (hearsay_statement_get_words (statement));
    }
}

static void
assert_selected (HearsayStatementTable *table,
                 HearsaySession        *session,
                 guint                  n,
                 guint                  position)
{
  g_assert_cmpuint (hearsay_session_get_selection (session)->len, ==, n);
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (table), position));
}

static void
test_selection (void)
{
  g_autoptr (HearsaySession) session = new_session (4);
  g_autoptr (HearsayStatementTable) table = hearsay_statement_table_new (session);
  GtkSelectionModel *model = GTK_SELECTION_MODEL (table);
  g_autoptr (GtkBitset) selected = NULL;

  gtk_selection_model_select_item (model, 3, TRUE);
  assert_selected (table, session, 1, 3);
  gtk_selection_model_select_item (model, 5, FALSE);
  assert_selected (table, session, 2, 3);
  gtk_selection_model_select_range (model, 5, 4, FALSE);
  assert_selected (table, session, 5, 8);
  gtk_selection_model_unselect_item (model, 3);
  assert_selected (table, session, 4, 6);
  selected = gtk_selection_model_get_selection (model);
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 4);
  gtk_selection_model_select_all (model);
  assert_selected (table, session, 16, 0);
  gtk_selection_model_select_range (model, 1, 2, TRUE);
  assert_selected (table, session, 2, 2);
  gtk_selection_model_unselect_all (model);
  g_assert_cmpuint (hearsay_session_get_selection (session)->len, ==, 0);
}

static void
changed_cb (GListModel *model,
            guint       position,
            guint       n_removed,
            guint       n_added,
            guint       changes[3])
{
  changes[0] = position;
  changes[1] = n_removed;
  changes[2] = n_added;
}

/* One row less is told as one row less: the view keeps its place. */
static void
test_small_changes (void)
{
  g_autoptr (HearsaySession) session = new_session (4);
  g_autoptr (HearsayStatementTable) table = hearsay_statement_table_new (session);
  g_autoptr (HearsayStatement) sixth = g_list_model_get_item (G_LIST_MODEL (table), 5);
  guint changes[3] = { 0 };

  g_signal_connect (table, "items-changed", G_CALLBACK (changed_cb), changes);
  hearsay_session_set_status (session, &sixth, 1, HEARSAY_STATUS_REJECTED);
  hearsay_session_flush (session);
  g_assert_cmpuint (changes[0], ==, 5);
  g_assert_cmpuint (changes[1], ==, 1);
  g_assert_cmpuint (changes[2], ==, 0);
}

static void
sort_by (GtkColumnView *view,
         guint          index,
         GtkSortType    direction)
{
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (view), index);

  gtk_column_view_sort_by_column (view, column, direction);
}

static void
test_headings (void)
{
  g_autoptr (HearsaySession) session = new_session (1);
  GtkWidget *widget = g_object_ref_sink (gtk_column_view_new (NULL));
  GtkColumnView *view = GTK_COLUMN_VIEW (widget);
  HearsayOrderKey keys[HEARSAY_MAX_ORDER_KEYS];

  hearsay_statement_columns_add (view, session);
  g_assert_cmpuint (hearsay_column_sorter_probe (view, keys), ==, 1);
  g_assert_cmpint (keys[0].column, ==, HEARSAY_COLUMN_DATE);
  g_assert_false (keys[0].descending);
  sort_by (view, HEARSAY_COLUMN_STATUS, GTK_SORT_DESCENDING);
  g_assert_cmpuint (hearsay_column_sorter_probe (view, keys), >=, 1);
  g_assert_cmpint (keys[0].column, ==, HEARSAY_COLUMN_STATUS);
  g_assert_true (keys[0].descending);
  sort_by (view, HEARSAY_COLUMN_SPEAKER, GTK_SORT_ASCENDING);
  g_assert_cmpuint (hearsay_column_sorter_probe (view, keys), >=, 1);
  g_assert_cmpint (keys[0].column, ==, HEARSAY_COLUMN_SPEAKER);
  g_assert_false (keys[0].descending);
  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  g_assert_cmpuint (hearsay_column_sorter_probe (view, keys), ==, 0);
  g_assert_finalize_object (widget);
}

static GtkWidget *
find_widget (GtkWidget *root,
             GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
shown_cb (HearsaySession    *session,
          HearsayStatement  *statement,
          HearsayStatement **kept)
{
  *kept = statement;
}

static void
test_view (void)
{
  g_autoptr (HearsaySession) session = new_session (4);
  GtkWidget *view = hearsay_statements_view_new (session);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *rows;
  GtkStack *pages;
  HearsayStatement *shown = NULL;
  g_autoptr (HearsayStatement) expected = NULL;

  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 700);
  gtk_window_present (GTK_WINDOW (window));
  ui_fixture_settle ();
  rows = find_widget (view, GTK_TYPE_COLUMN_VIEW);
  pages = GTK_STACK (find_widget (view, GTK_TYPE_STACK));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (pages), ==, "table");

  g_signal_connect (session, "show-statement", G_CALLBACK (shown_cb), &shown);
  expected = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (rows))), 2);
  g_signal_emit_by_name (rows, "activate", 2);
  g_assert_true (shown == expected);
  g_assert_true (hearsay_session_is_selected (session, expected));

  /* What a click with Control held down does. */
  gtk_widget_activate_action (gtk_widget_get_last_child (rows), "list.select-item", "(ubb)", 4, TRUE, FALSE);
  g_assert_cmpuint (hearsay_session_get_selection (session)->len, ==, 2);
  gtk_widget_activate_action (gtk_widget_get_last_child (rows), "list.select-item", "(ubb)", 4, TRUE, FALSE);
  g_assert_cmpuint (hearsay_session_get_selection (session)->len, ==, 1);

  gtk_widget_activate_action (view, "view.reject", NULL);
  g_assert_cmpint (hearsay_statement_get_status (expected), ==, HEARSAY_STATUS_REJECTED);
  hearsay_filter_set_text (hearsay_session_get_filter (session), "words that nobody said");
  hearsay_session_flush (session);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (pages), ==, "nothing");
  hearsay_filter_clear (hearsay_session_get_filter (session));
  hearsay_session_flush (session);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (pages), ==, "table");

  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_settle ();
  g_assert_null (view);
}

int
main (int    argc,
      char **argv)
{
  if (!ui_fixture_init (&argc, &argv))
    return 0;
  g_test_add_data_func ("/statements/order", GUINT_TO_POINTER (6), test_order);
  g_test_add_data_func ("/statements/order-of-many", GUINT_TO_POINTER (1000), test_order);
  g_test_add_func ("/statements/order-by-names", test_order_by_names);
  g_test_add_func ("/statements/selection", test_selection);
  g_test_add_func ("/statements/small-changes", test_small_changes);
  g_test_add_func ("/statements/headings", test_headings);
  g_test_add_func ("/statements/view", test_view);
  return g_test_run ();
}
