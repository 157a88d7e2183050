/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "ui-fixtures.h"
#include "ui/actors/hearsay-actor-item.h"
#include "ui/actors/hearsay-actor-list.h"
#include "ui/actors/hearsay-actors-window.h"
#include "ui/actors/hearsay-merge-dialog.h"

typedef struct
{
  HearsayStore *store;
  HearsaySession *session;
  HearsayActorsWindow *window;
} Fixture;

static GtkWidget *
find_widget (GtkWidget  *root,
             const char *type_name,
             const char *label)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (root), type_name) && gtk_widget_get_mapped (root) &&
      (label == NULL || (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type_name, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
settle (Fixture *fixture)
{
  ui_fixture_wait_for (hearsay_actors_window_is_settled (fixture->window));
  g_assert_true (hearsay_store_flush (fixture->store, NULL));
  ui_fixture_settle ();
  ui_fixture_wait_for (hearsay_actors_window_is_settled (fixture->window));
}

static void
set_up (Fixture *fixture,
        guint    n_articles)
{
  fixture->store = ui_fixture_new_store (n_articles);
  fixture->session = hearsay_session_new (fixture->store);
  fixture->window = HEARSAY_ACTORS_WINDOW (g_object_ref (hearsay_actors_window_new (fixture->session)));
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
}

static void
tear_down (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_fixture_settle ();
  ui_fixture_assert_finalize (fixture->window);
  ui_fixture_assert_finalize (fixture->session);
  ui_fixture_assert_finalize (fixture->store);
}

/* The row for the kind has a list of its own. */
static GtkSelectionModel *
get_model (Fixture *fixture)
{
  GtkWidget *item = find_widget (GTK_WIDGET (fixture->window), "HearsayActorItem", NULL);

  return gtk_list_view_get_model (GTK_LIST_VIEW (gtk_widget_get_ancestor (item, GTK_TYPE_LIST_VIEW)));
}

static HearsayActor *
find_actor (Fixture    *fixture,
            const char *name)
{
  GListModel *actors = hearsay_collection_get_actors (hearsay_store_get_collection (fixture->store));

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (HearsayActor) actor = g_list_model_get_item (actors, i);

      if (strcmp (hearsay_actor_get_name (actor), name) == 0)
        return actor;
    }
  return NULL;
}

/* The only one that is selected. */
static HearsayActor *
get_selected (Fixture *fixture)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (get_model (fixture));
  g_autoptr (HearsayActor) actor = NULL;

  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 1);
  actor = g_list_model_get_item (G_LIST_MODEL (get_model (fixture)), gtk_bitset_get_nth (selected, 0));
  return actor;
}

static void
act (Fixture    *fixture,
     const char *action,
     const char *target)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, target != NULL ? "s" : NULL, target));
  settle (fixture);
}

static GtkWidget *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  GtkWidget *dialog = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (HEARSAY_IS_MERGE_DIALOG (toplevel) && gtk_widget_get_visible (toplevel))
        dialog = toplevel;
    }
  return dialog;
}

/* Answers the dialog that asks which name stays; @nth is chosen by its button. */
static void
answer_merge (Fixture    *fixture,
              guint       nth,
              const char *response)
{
  GtkWidget *dialog = find_dialog ();

  g_assert_nonnull (dialog);
  if (nth > 0)
    {
      GtkWidget *list = find_widget (dialog, "GtkListBox", NULL);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) nth);

      gtk_widget_activate (GTK_WIDGET (row));
    }
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  settle (fixture);
}

static void
test_list (void)
{
  Fixture fixture;
  GtkWidget *item;

  set_up (&fixture, 3);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_model (&fixture))), ==, 2);
  item = find_widget (GTK_WIDGET (fixture.window), "HearsayActorItem", NULL);
  g_assert_cmpstr (hearsay_actor_get_name (hearsay_actor_item_get_actor (HEARSAY_ACTOR_ITEM (item))), ==, "Ada Holt");
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, "Ada Holt, Person · Mayor, 6 statements, 3 mentions");
  tear_down (&fixture);
}

static void
test_nobody (void)
{
  Fixture fixture;

  set_up (&fixture, 0);
  g_assert_null (find_widget (GTK_WIDGET (fixture.window), "GtkListView", NULL));
  g_assert_nonnull (find_widget (GTK_WIDGET (fixture.window), "AdwStatusPage", NULL));
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "actors.merge", NULL);
  g_assert_null (find_dialog ());
  tear_down (&fixture);
}

static void
test_merge_and_split (void)
{
  Fixture fixture;
  HearsayActor *holt;
  HearsayActor *okoro;

  set_up (&fixture, 3);
  holt = find_actor (&fixture, "Ada Holt");
  okoro = find_actor (&fixture, "Ben Okoro");
  gtk_selection_model_select_all (get_model (&fixture));
  settle (&fixture);

  /* Somebody thinks better of it. */
  act (&fixture, "actors.merge", NULL);
  answer_merge (&fixture, 0, "cancel");
  g_assert_cmpuint (hearsay_actor_get_n_statements (okoro), ==, 6);
  g_assert_false (hearsay_store_can_undo (fixture.store));

  act (&fixture, "actors.merge", NULL);
  answer_merge (&fixture, 1, "merge");
  g_assert_cmpuint (hearsay_actor_get_n_statements (okoro), ==, 12);
  g_assert_cmpuint (hearsay_actor_get_n_statements (holt), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_model (&fixture))), ==, 1);

  /* Both names can be split off now; undo takes that back. */
  g_assert_nonnull (find_widget (GTK_WIDGET (fixture.window), "GtkButton", "Split Off"));
  act (&fixture, "actors.split-name", "Ada Holt");
  g_assert_cmpuint (hearsay_actor_get_n_statements (holt), ==, 6);
  g_assert_true (get_selected (&fixture) == holt);
  act (&fixture, "actors.undo", NULL);
  g_assert_cmpuint (hearsay_actor_get_n_statements (okoro), ==, 12);
  act (&fixture, "actors.undo", NULL);
  g_assert_cmpuint (hearsay_actor_get_n_statements (holt), ==, 6);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_model (&fixture))), ==, 2);
  act (&fixture, "actors.redo", NULL);
  g_assert_cmpuint (hearsay_actor_get_n_statements (okoro), ==, 12);
  tear_down (&fixture);
}

static void
test_split_article (void)
{
  Fixture fixture;
  HearsayActor *holt;
  HearsayActor *other;

  set_up (&fixture, 3);
  holt = find_actor (&fixture, "Ada Holt");
  hearsay_actors_window_show_actor (fixture.window, holt);
  settle (&fixture);
  act (&fixture, "actors.split-article", "bridge-1");
  g_assert_cmpuint (hearsay_actor_get_n_statements (holt), ==, 4);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_model (&fixture))), ==, 3);
  other = hearsay_statement_get_speaker (hearsay_collection_find_statement (hearsay_store_get_collection (fixture.store), "bridge-1/s1"));
  g_assert_true (other != holt);
  g_assert_cmpstr (hearsay_actor_get_name (other), ==, "Ada Holt");
  tear_down (&fixture);
}

static void
test_name_and_kind (void)
{
  Fixture fixture;
  HearsayActor *holt;
  GtkWidget *name;
  GtkWidget *kind;

  set_up (&fixture, 1);
  holt = find_actor (&fixture, "Ada Holt");
  hearsay_actors_window_show_actor (fixture.window, holt);
  settle (&fixture);
  name = find_widget (GTK_WIDGET (fixture.window), "AdwEntryRow", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Ada Holt");
  gtk_editable_set_text (GTK_EDITABLE (name), "  ");
  g_signal_emit_by_name (name, "apply");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Ada Holt");
  gtk_editable_set_text (GTK_EDITABLE (name), "Adelaide Holt");
  g_signal_emit_by_name (name, "apply");
  settle (&fixture);
  g_assert_cmpstr (hearsay_actor_get_name (holt), ==, "Adelaide Holt");
  act (&fixture, "actors.undo", NULL);
  g_assert_cmpstr (hearsay_actor_get_name (holt), ==, "Ada Holt");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Ada Holt");

  kind = find_widget (GTK_WIDGET (fixture.window), "AdwComboRow", NULL);
  adw_combo_row_set_selected (ADW_COMBO_ROW (kind), HEARSAY_ACTOR_GROUP);
  settle (&fixture);
  g_assert_cmpint (hearsay_actor_get_kind (holt), ==, HEARSAY_ACTOR_GROUP);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (kind)), ==, "Set by hand");
  act (&fixture, "actors.undo", NULL);
  g_assert_cmpint (hearsay_actor_get_kind (holt), ==, HEARSAY_ACTOR_PERSON);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (kind)), ==, HEARSAY_ACTOR_PERSON);
  /* That it is what it was found to be is a decision as well. */
  act (&fixture, "actors.set-kind", "person");
  g_assert_cmpfloat (hearsay_actor_get_kind_confidence (holt), ==, 1.0);
  tear_down (&fixture);
}

static guint
count_for (HearsayActorList *list,
           const char       *query)
{
  hearsay_actor_list_set_query (list, query);
  ui_fixture_wait_for (hearsay_actor_list_is_ready (list));
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static void
test_search (void)
{
  g_autoptr (HearsayStore) store = ui_fixture_new_store (2);
  HearsayActorList *list = hearsay_actor_list_new (hearsay_store_get_collection (store));

  g_assert_cmpuint (count_for (list, NULL), ==, 2);
  g_assert_cmpuint (count_for (list, "HÓLT"), ==, 1);
  g_assert_cmpuint (count_for (list, "mayor"), ==, 1);
  g_assert_cmpuint (count_for (list, "  "), ==, 2);
  g_assert_cmpuint (count_for (list, "zebra"), ==, 0);
  /* A new article while a query holds. */
  {
    g_autoptr (HearsayAnalysis) analysis = ui_fixture_new_analysis (9);

    hearsay_actor_list_set_query (list, "ben");
    hearsay_store_add_analysis (store, analysis);
    ui_fixture_wait_for (hearsay_actor_list_is_ready (list));
    g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  }
  ui_fixture_assert_finalize (list);
}

int
main (int    argc,
      char **argv)
{
  if (!ui_fixture_init (&argc, &argv))
    return 0;

  g_test_add_func ("/actors/list", test_list);
  g_test_add_func ("/actors/nobody", test_nobody);
  g_test_add_func ("/actors/merge-and-split", test_merge_and_split);
  g_test_add_func ("/actors/split-article", test_split_article);
  g_test_add_func ("/actors/name-and-kind", test_name_and_kind);
  g_test_add_func ("/actors/search", test_search);
  return g_test_run ();
}
