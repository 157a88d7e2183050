/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-filter.h"
#include "ui-fixtures.h"
#include "ui/hearsay-session.h"

static void
count_cb (guint *counter)
{
  (*counter)++;
}

/* transfer full */
static HearsayStatement *
nth (HearsaySession *session,
     guint           n)
{
  return g_list_model_get_item (hearsay_session_get_statements (session), n);
}

static HearsaySession *
new_session (guint n_articles)
{
  g_autoptr (HearsayStore) store = ui_fixture_new_store (n_articles);
  HearsaySession *session = hearsay_session_new (store);

  hearsay_session_flush (session);
  return session;
}

static guint
n_visible (HearsaySession *session)
{
  hearsay_session_flush (session);
  return g_list_model_get_n_items (hearsay_session_get_statements (session));
}

static void
test_statements (void)
{
  g_autoptr (HearsaySession) session = new_session (3);
  HearsayStore *store = hearsay_session_get_store (session);
  guint n_changed = 0;
  g_autoptr (HearsayStatement) first = nth (session, 0);

  g_assert_cmpuint (n_visible (session), ==, 12);
  g_assert_cmpuint (hearsay_session_get_n_in_scope (session), ==, 12);

  g_signal_connect_swapped (session, "statements-changed", G_CALLBACK (count_cb), &n_changed);
  hearsay_filter_set_kinds (hearsay_session_get_filter (session), 1u << HEARSAY_STATEMENT_DIRECT);
  hearsay_filter_set_kinds (hearsay_session_get_filter (session), 1u << HEARSAY_STATEMENT_MIXED);
  g_assert_cmpuint (n_changed, ==, 0);
  ui_fixture_settle ();
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (n_visible (session), ==, 3);
  hearsay_filter_clear (hearsay_session_get_filter (session));
  g_assert_cmpuint (n_visible (session), ==, 12);

  hearsay_store_set_status (store, &first, 1, HEARSAY_STATUS_REJECTED);
  g_assert_cmpuint (n_visible (session), ==, 11);
  g_assert_cmpuint (hearsay_session_get_n_in_scope (session), ==, 11);
  hearsay_filter_set_statuses (hearsay_session_get_filter (session), HEARSAY_FILTER_ANY_STATUS);
  g_assert_cmpuint (n_visible (session), ==, 12);
}

static void
test_scope (void)
{
  g_autoptr (HearsaySession) session = new_session (3);
  GListModel *articles = hearsay_collection_get_articles (hearsay_session_get_collection (session));
  g_autoptr (HearsayArticle) first = g_list_model_get_item (articles, 0);
  g_autoptr (HearsayArticle) last = g_list_model_get_item (articles, 2);
  HearsayArticle *both[] = { first, last };

  hearsay_session_set_scope (session, both, 2);
  g_assert_cmpuint (n_visible (session), ==, 8);
  g_assert_cmpuint (hearsay_session_get_n_in_scope (session), ==, 8);
  hearsay_store_remove_articles (hearsay_session_get_store (session), &first, 1);
  g_assert_cmpuint (n_visible (session), ==, 4);
  g_assert_cmpuint (hearsay_session_get_scope (session)->len, ==, 1);
  hearsay_session_set_scope (session, NULL, 0);
  g_assert_cmpuint (n_visible (session), ==, 8);
}

static void
test_selection (void)
{
  g_autoptr (HearsaySession) session = new_session (2);
  g_autoptr (HearsayStatement) a = nth (session, 1);
  g_autoptr (HearsayStatement) b = nth (session, 4);
  g_autoptr (HearsayStatement) c = nth (session, 3);
  guint n_selections = 0;
  guint n_focus = 0;

  g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (count_cb), &n_selections);
  g_signal_connect_swapped (session, "notify::selected-statement", G_CALLBACK (count_cb), &n_focus);

  hearsay_session_select (session, &a, 1);
  hearsay_session_select (session, &a, 1);
  g_assert_cmpuint (n_selections, ==, 1);
  g_assert_cmpuint (n_focus, ==, 1);
  g_assert_true (hearsay_session_get_selected_statement (session) == a);
  g_assert_true (hearsay_session_get_article (session) == hearsay_statement_get_article (a));

  hearsay_session_extend (session, b);
  g_assert_cmpuint (hearsay_session_get_selection (session)->len, ==, 4);
  g_assert_true (hearsay_session_is_selected (session, c));
  g_assert_true (hearsay_session_get_selected_statement (session) == a);

  hearsay_session_toggle (session, a);
  g_assert_false (hearsay_session_is_selected (session, a));
  g_assert_true (hearsay_session_get_selected_statement (session) == b);
  hearsay_session_toggle (session, a);
  g_assert_true (hearsay_session_get_selected_statement (session) == a);

  hearsay_session_set_selected_statement (session, c);
  g_assert_cmpuint (hearsay_session_get_selection (session)->len, ==, 4);
  hearsay_session_set_selected_statement (session, NULL);
  g_assert_cmpuint (hearsay_session_get_selection (session)->len, ==, 0);
  g_assert_null (hearsay_session_get_selected_statement (session));
}

static void
test_removed (void)
{
  g_autoptr (HearsaySession) session = new_session (2);
  g_autoptr (HearsayStatement) statement = nth (session, 5);
  HearsayArticle *article = hearsay_statement_get_article (statement);

  hearsay_session_select (session, &statement, 1);
  hearsay_store_remove_articles (hearsay_session_get_store (session), &article, 1);
  g_assert_cmpuint (hearsay_session_get_selection (session)->len, ==, 0);
  g_assert_null (hearsay_session_get_selected_statement (session));
  g_assert_null (hearsay_session_get_article (session));
  g_assert_cmpuint (n_visible (session), ==, 4);
}

static void
toast_cb (HearsaySession *session,
          const char     *message,
          gboolean        undoable,
          guint          *n_toasts)
{
  g_assert_true (undoable);
  g_assert_cmpstr (message, !=, "");
  (*n_toasts)++;
}

static void
test_status (void)
{
  g_autoptr (HearsaySession) session = new_session (1);
  HearsayStore *store = hearsay_session_get_store (session);
  g_autoptr (HearsayStatement) a = nth (session, 0);
  g_autoptr (HearsayStatement) b = nth (session, 1);
  HearsayStatement *both[] = { a, b };
  guint n_toasts = 0;

  g_signal_connect (session, "toast", G_CALLBACK (toast_cb), &n_toasts);
  hearsay_session_set_status (session, &a, 1, HEARSAY_STATUS_ACCEPTED);
  g_assert_cmpuint (n_toasts, ==, 0);
  hearsay_session_set_status (session, both, 2, HEARSAY_STATUS_REJECTED);
  g_assert_cmpuint (n_toasts, ==, 1);
  g_assert_cmpint (hearsay_statement_get_status (b), ==, HEARSAY_STATUS_REJECTED);
  hearsay_store_undo (store);
  g_assert_cmpint (hearsay_statement_get_status (a), ==, HEARSAY_STATUS_ACCEPTED);
  g_assert_cmpint (hearsay_statement_get_status (b), ==, HEARSAY_STATUS_SUGGESTED);
}

static void
shown_cb (HearsaySession    *session,
          HearsayStatement  *statement,
          HearsayStatement **shown)
{
  *shown = statement;
}

static void
test_show (void)
{
  g_autoptr (HearsaySession) session = new_session (2);
  g_autoptr (HearsayStatement) statement = nth (session, 6);
  HearsayStatement *shown = NULL;

  g_signal_connect (session, "show-statement", G_CALLBACK (shown_cb), &shown);
  hearsay_session_show_statement (session, statement);
  g_assert_true (shown == statement);
  g_assert_true (hearsay_session_is_selected (session, statement));
}

static void
test_finalize (void)
{
  HearsaySession *session = new_session (2);
  g_autoptr (HearsayStatement) statement = nth (session, 2);

  hearsay_session_select (session, &statement, 1);
  ui_fixture_assert_finalize (session);
}

int
main (int    argc,
      char **argv)
{
  ui_fixture_init_plain (&argc, &argv);

  g_test_add_func ("/session/statements", test_statements);
  g_test_add_func ("/session/scope", test_scope);
  g_test_add_func ("/session/selection", test_selection);
  g_test_add_func ("/session/removed", test_removed);
  g_test_add_func ("/session/status", test_status);
  g_test_add_func ("/session/show", test_show);
  g_test_add_func ("/session/finalize", test_finalize);
  return g_test_run ();
}
