/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "model/hearsay-filter.h"
#include "ui-fixtures.h"
#include "ui/article/hearsay-agreement-list.h"
#include "ui/issues/hearsay-issue-item.h"
#include "ui/issues/hearsay-issues-dialog.h"

typedef struct
{
  HearsayStore *store;
  HearsaySession *session;
  GtkWidget *dialog;
} Fixture;

static void
settle (Fixture *fixture)
{
  g_assert_true (hearsay_store_flush (fixture->store, NULL));
  ui_fixture_wait_for (hearsay_issues_dialog_is_counted (HEARSAY_ISSUES_DIALOG (fixture->dialog)));
  ui_fixture_settle ();
}

static void
set_up (Fixture *fixture,
        guint    n_articles)
{
  fixture->store = ui_fixture_new_store (n_articles);
  fixture->session = hearsay_session_new (fixture->store);
  fixture->dialog = hearsay_issues_dialog_new (fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  settle (fixture);
}

static void
tear_down (Fixture *fixture)
{
  g_object_ref (fixture->dialog);
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  ui_fixture_assert_finalize (fixture->dialog);
  ui_fixture_assert_finalize (fixture->session);
  ui_fixture_assert_finalize (fixture->store);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->dialog, action, NULL));
  settle (fixture);
}

static HearsayIssueItem *
get_item (Fixture *fixture,
          guint    position)
{
  g_autoptr (HearsayIssueItem) item = g_list_model_get_item (hearsay_issues_dialog_get_items (HEARSAY_ISSUES_DIALOG (fixture->dialog)), position);

  g_assert_nonnull (item);
  return item;
}

static void
expect (Fixture    *fixture,
        const char *wanted)
{
  GListModel *items = hearsay_issues_dialog_get_items (HEARSAY_ISSUES_DIALOG (fixture->dialog));
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autofree char *details = hearsay_issue_item_dup_details (get_item (fixture, i));

      g_string_append_printf (got, "%s%s: %s", i > 0 ? "; " : "", hearsay_issue_get_name (hearsay_issue_item_get_issue (get_item (fixture, i))),
                              details);
    }
  g_assert_cmpstr (got->str, ==, wanted);
}

/* The widget of a type with a title, label, icon or tooltip. */
static GtkWidget *
find_widget (GtkWidget  *root,
             const char *type_name,
             const char *property,
             const char *wanted)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (root), type_name))
    {
      g_autofree char *value = NULL;

      g_object_get (root, property, &value, NULL);
      if (g_strcmp0 (value, wanted) == 0)
        return root;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type_name, property, wanted);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
get_widget (Fixture    *fixture,
            const char *type_name,
            const char *property,
            const char *wanted)
{
  GtkWidget *found = find_widget (fixture->dialog, type_name, property, wanted);

  g_assert_nonnull (found);
  return found;
}

static void
enter (Fixture    *fixture,
       const char *row,
       const char *words)
{
  GtkWidget *entry = get_widget (fixture, "AdwEntryRow", "title", row);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "apply");
  settle (fixture);
}

static void
test_add_and_merge (void)
{
  Fixture fixture;

  set_up (&fixture, 2);
  expect (&fixture, "bridge closure: 8 statements · 2 speakers");
  g_assert_true (gtk_widget_activate_action (fixture.dialog, "issues.add", "s", "Gift"));
  settle (&fixture);
  expect (&fixture, "bridge closure: 8 statements · 2 speakers; Gift: 2 statements · 1 speaker");
  /* The same name again is no other issue, and nothing is done. */
  g_assert_true (gtk_widget_activate_action (fixture.dialog, "issues.add", "s", "gifts"));
  settle (&fixture);
  expect (&fixture, "bridge closure: 8 statements · 2 speakers; Gift: 2 statements · 1 speaker");
  hearsay_issue_item_set_checked (get_item (&fixture, 0), TRUE);
  hearsay_issue_item_set_checked (get_item (&fixture, 1), TRUE);
  act (&fixture, "issues.merge");
  expect (&fixture, "bridge closure: 8 statements · 2 speakers · also “Gift”");
  act (&fixture, "issues.undo");
  expect (&fixture, "bridge closure: 8 statements · 2 speakers; Gift: 2 statements · 1 speaker");
  act (&fixture, "issues.undo");
  expect (&fixture, "bridge closure: 8 statements · 2 speakers");
  act (&fixture, "issues.redo");
  expect (&fixture, "bridge closure: 8 statements · 2 speakers; Gift: 2 statements · 1 speaker");
  tear_down (&fixture);
}

static void
test_page (void)
{
  Fixture fixture;
  GtkWidget *list;

  set_up (&fixture, 1);
  list = find_widget (fixture.dialog, "GtkListView", "css-name", "listview");
  g_signal_emit_by_name (list, "activate", 0);
  enter (&fixture, "Name", "end of the bridge");
  expect (&fixture, "end of the bridge: 4 statements · 2 speakers · also “bridge closure”");
  enter (&fixture, "Add Other Words", "the plan");
  expect (&fixture, "end of the bridge: 4 statements · 2 speakers · also “bridge closure, the plan”");
  /* A row for each of the words, with what can be done with it. */
  g_signal_emit_by_name (get_widget (&fixture, "GtkButton", "tooltip-text", "Make “the plan” an Issue of Its Own"), "clicked");
  settle (&fixture);
  expect (&fixture, "end of the bridge: 4 statements · 2 speakers · also “bridge closure”; the plan: 1 statement · 1 speaker");
  g_signal_emit_by_name (get_widget (&fixture, "GtkButton", "tooltip-text", "Remove “bridge closure”"), "clicked");
  settle (&fixture);
  /* The article still calls it so, and an empty name is none. */
  get_widget (&fixture, "AdwActionRow", "subtitle", "Found in articles");
  enter (&fixture, "Name", "  ");
  expect (&fixture, "end of the bridge: 4 statements · 2 speakers; the plan: 1 statement · 1 speaker");
  act (&fixture, "issues.delete");
  expect (&fixture, "the plan: 1 statement · 1 speaker");
  act (&fixture, "issues.undo");
  act (&fixture, "issues.undo");
  expect (&fixture, "end of the bridge: 4 statements · 2 speakers · also “bridge closure”; the plan: 1 statement · 1 speaker");
  tear_down (&fixture);
}

static void
test_search_and_empty (void)
{
  Fixture fixture;
  GtkWidget *entry;

  set_up (&fixture, 0);
  expect (&fixture, "");
  g_assert_true (gtk_widget_get_mapped (get_widget (&fixture, "AdwStatusPage", "title", "No Issues Yet")));
  g_assert_true (gtk_widget_activate_action (fixture.dialog, "issues.add", "s", "Förderung"));
  settle (&fixture);
  expect (&fixture, "Förderung: No statements");
  act (&fixture, "issues.search");
  entry = find_widget (fixture.dialog, "GtkSearchEntry", "css-name", "entry");
  gtk_editable_set_text (GTK_EDITABLE (entry), "forder");
  g_signal_emit_by_name (entry, "search-changed");
  expect (&fixture, "Förderung: No statements");
  gtk_editable_set_text (GTK_EDITABLE (entry), "bridge");
  g_signal_emit_by_name (entry, "search-changed");
  expect (&fixture, "");
  g_assert_true (gtk_widget_get_mapped (get_widget (&fixture, "AdwStatusPage", "title", "No Issues Match")));
  tear_down (&fixture);
}

/* A row leads to the statements: the shared filter has the issue, and the dialog goes. */
static void
test_show_statements (void)
{
  Fixture fixture;
  HearsayIssue *issue;

  set_up (&fixture, 1);
  issue = hearsay_issue_item_get_issue (get_item (&fixture, 0));
  hearsay_issues_dialog_open (HEARSAY_ISSUES_DIALOG (fixture.dialog), issue);
  g_object_ref (fixture.dialog);
  g_signal_emit_by_name (get_widget (&fixture, "AdwActionRow", "title", "Statements"), "activated");
  g_assert_true (hearsay_filter_has_target (hearsay_session_get_filter (fixture.session), issue));
  ui_fixture_assert_finalize (fixture.dialog);
  ui_fixture_assert_finalize (fixture.session);
  ui_fixture_assert_finalize (fixture.store);
}

static void
test_agreements (void)
{
  g_autoptr (GError) error = NULL;
  HearsayStore *store = hearsay_store_open (":memory:", &error);
  g_autoptr (HearsayAnalysis) analysis = ui_fixture_new_analysis (0);
  HearsayAnalysisAgreement against = { .first = 0, .second = 1, .issue = 0, .same = FALSE, .sure = TRUE, .evidence = { 4, 10 } };
  HearsayAnalysisAgreement said = { .first = 1, .second = 0, .issue = -1, .same = TRUE, .stated = TRUE, .evidence = { 4, 10 } };
  GtkWidget *list = g_object_ref_sink (g_object_new (HEARSAY_TYPE_AGREEMENT_LIST, NULL));
  HearsayStatement *statement;

  g_assert_no_error (error);
  g_array_append_val (analysis->agreements, against);
  g_array_append_val (analysis->agreements, said);
  hearsay_store_add_analysis (store, analysis);
  statement = hearsay_collection_find_statement (hearsay_store_get_collection (store), "bridge-0/s1");
  hearsay_agreement_list_set_statement (HEARSAY_AGREEMENT_LIST (list), statement);
  g_assert_cmpuint (hearsay_agreement_list_get_n_rows (HEARSAY_AGREEMENT_LIST (list)), ==, 2);
  g_assert_nonnull (find_widget (list, "AdwActionRow", "title", "Disagrees with Ben Okoro on bridge closure"));
  g_assert_nonnull (find_widget (list, "AdwActionRow", "title", "Said to agree with Ben Okoro"));
  hearsay_agreement_list_set_statement (HEARSAY_AGREEMENT_LIST (list), NULL);
  g_assert_false (gtk_widget_get_visible (list));
  g_object_unref (list);
  g_object_unref (store);
}

int
main (int   argc,
      char *argv[])
{
  if (!ui_fixture_init (&argc, &argv))
    return 0;
  g_test_add_func ("/issues/add-and-merge", test_add_and_merge);
  g_test_add_func ("/issues/page", test_page);
  g_test_add_func ("/issues/search-and-empty", test_search_and_empty);
  g_test_add_func ("/issues/show-statements", test_show_statements);
  g_test_add_func ("/issues/agreements", test_agreements);
  return g_test_run ();
}
