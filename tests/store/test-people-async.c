/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "people-fixtures.h"
#include "store/hearsay-store-actors.h"

typedef struct
{
  gboolean done;
  HearsayActor *other; /* nullable */
} Answer;

static void
changed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  Answer *answer = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearsayActor) other = NULL;

  g_assert_true (hearsay_store_change_actors_finish (HEARSAY_STORE (object), result, &other, &error));
  g_assert_no_error (error);
  answer->other = other; /* the collection keeps it */
  answer->done = TRUE;
}

static HearsayActor *
wait_for (HearsayStore *store,
          Answer       *answer)
{
  while (!answer->done)
    g_main_context_iteration (NULL, TRUE);
  answer->done = FALSE;
  g_assert_true (hearsay_store_flush (store, NULL));
  return g_steal_pointer (&answer->other);
}

/* What is merged can be split off by its name, and is who it was. */
static void
test_split_name (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "c.hearsay", NULL);
  HearsayStore *store = open_store (path);
  HearsayActor *full;
  HearsayActor *nickname;
  Answer answer = { 0 };

  add_one (store, "one", "Elizabeth Holm", PERSON);
  add_one (store, "two", "Betty Holm", PERSON);
  full = speaker_of (store, "one");
  nickname = speaker_of (store, "two");
  hearsay_store_merge_actors_async (store, full, &nickname, 1, changed_cb, &answer);
  g_assert_null (wait_for (store, &answer));
  g_assert_true (speaker_of (store, "two") == full);
  g_assert_true (g_strv_contains (hearsay_actor_get_aliases (full), "Betty Holm"));

  hearsay_store_split_name_async (store, full, "Betty Holm", changed_cb, &answer);
  g_assert_true (wait_for (store, &answer) == nickname);
  g_assert_true (speaker_of (store, "two") == nickname);
  g_assert_true (speaker_of (store, "one") == full);
  g_assert_false (g_strv_contains (hearsay_actor_get_aliases (full), "Betty Holm"));
  add_one (store, "three", "Betty Holm", PERSON);
  g_assert_true (speaker_of (store, "three") == nickname);

  undo (store);
  g_assert_true (speaker_of (store, "two") == full);
  g_assert_true (g_strv_contains (hearsay_actor_get_aliases (full), "Betty Holm"));
  redo (store);
  close_store (store);

  store = open_store (path);
  g_assert_true (speaker_of (store, "two") != speaker_of (store, "one"));
  g_assert_false (g_strv_contains (hearsay_actor_get_aliases (speaker_of (store, "one")), "Betty Holm"));
  add_one (store, "four", "Betty Holm", PERSON);
  g_assert_true (speaker_of (store, "four") == speaker_of (store, "two"));
  close_store (store);
  remove_folder (folder);
}

/* A name that nobody was merged with becomes somebody new; undoing a merge takes its names back. */
static void
test_names_of_merge (void)
{
  HearsayStore *store = open_store (NULL);
  HearsayActor *full;
  HearsayActor *other;
  Answer answer = { 0 };

  add_one (store, "one", "José Núñez", PERSON);
  add_one (store, "two", "Jose Nunez", PERSON);
  full = speaker_of (store, "one");
  g_assert_true (speaker_of (store, "two") == full);
  hearsay_store_split_name_async (store, full, "No One", changed_cb, &answer);
  g_assert_null (wait_for (store, &answer));
  g_assert_false (hearsay_store_can_undo (store));
  /* Both ways to write it have one key: it is all or nothing. */
  hearsay_store_split_name_async (store, full, "Jose Nunez", changed_cb, &answer);
  other = wait_for (store, &answer);
  g_assert_nonnull (other);
  g_assert_cmpstr (hearsay_actor_get_name (other), ==, "Jose Nunez");
  undo (store);
  g_assert_true (speaker_of (store, "one") == full);

  add_one (store, "three", "Pepe Nunez", PERSON);
  merge (store, full, speaker_of (store, "three"));
  g_assert_true (g_strv_contains (hearsay_actor_get_aliases (full), "Pepe Nunez"));
  undo (store);
  g_assert_false (g_strv_contains (hearsay_actor_get_aliases (full), "Pepe Nunez"));
  close_store (store);
}

/* A person's word about the kind is sure, and holds for articles that find another one. */
static void
test_kind_by_hand (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "c.hearsay", NULL);
  HearsayStore *store = open_store (path);
  HearsayActor *actor;
  Answer answer = { 0 };

  add_sure (store, "one", 0.5f);
  actor = speaker_of (store, "one");
  hearsay_store_set_actor_kind_async (store, actor, HEARSAY_ACTOR_GROUP, changed_cb, &answer);
  wait_for (store, &answer);
  g_assert_cmpint (hearsay_actor_get_kind (actor), ==, HEARSAY_ACTOR_GROUP);
  g_assert_cmpfloat (hearsay_actor_get_kind_confidence (actor), ==, 1.0);
  add_sure (store, "two", 0.9f);
  g_assert_true (speaker_of (store, "two") == actor);
  g_assert_cmpint (hearsay_actor_get_kind (actor), ==, HEARSAY_ACTOR_GROUP);

  undo (store);
  g_assert_cmpint (hearsay_actor_get_kind (actor), ==, ORGANIZATION);
  g_assert_cmpfloat (hearsay_actor_get_kind_confidence (actor), ==, 0.5);
  redo (store);
  /* Said again: it is what it is, and there is nothing to take back. */
  hearsay_store_set_actor_kind_async (store, actor, HEARSAY_ACTOR_GROUP, changed_cb, &answer);
  wait_for (store, &answer);
  hearsay_store_undo (store);
  g_assert_cmpint (hearsay_actor_get_kind (actor), ==, ORGANIZATION);
  redo (store);
  close_store (store);

  store = open_store (path);
  actor = speaker_of (store, "one");
  g_assert_cmpint (hearsay_actor_get_kind (actor), ==, HEARSAY_ACTOR_GROUP);
  g_assert_cmpfloat (hearsay_actor_get_kind_confidence (actor), ==, 1.0);
  add_sure (store, "one", 0.9f);
  add_sure (store, "three", 0.9f);
  g_assert_true (speaker_of (store, "one") == actor);
  g_assert_true (speaker_of (store, "three") == actor);
  close_store (store);
  remove_folder (folder);
}

/* A single name is taught for its article alone. */
static void
test_kind_of_bare_name (void)
{
  HearsayStore *store = open_store (NULL);
  HearsayActor *actor;
  Answer answer = { 0 };

  add_one (store, "one", "Holm", PERSON);
  actor = speaker_of (store, "one");
  hearsay_store_set_actor_kind_async (store, actor, ORGANIZATION, changed_cb, &answer);
  wait_for (store, &answer);
  add_one (store, "one", "Holm", PERSON);
  add_one (store, "two", "Holm", PERSON);
  g_assert_true (speaker_of (store, "one") == actor);
  g_assert_true (speaker_of (store, "two") != actor);
  close_store (store);
}

static gboolean
tick_cb (gpointer data)
{
  gint64 *times = data;
  gint64 now = g_get_monotonic_time ();

  times[1] = MAX (times[1], now - times[0]);
  times[0] = now;
  return G_SOURCE_CONTINUE;
}

/* Somebody who is in many articles: the main loop goes on, and steps may follow each
 * other before the articles are made anew. */
static void
test_in_slices (void)
{
  HearsayStore *store = open_store (NULL);
  HearsayActor *full;
  HearsayActor *nickname;
  Somebody pilot = { "Betty Holm", PERSON, "pilot", -1 };
  Answer answer = { 0 };
  gint64 times[2] = { 0, 0 };
  guint ticker;

  add_one (store, "one", "Elizabeth Holm", PERSON);
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", i);

      add_article (store, id, "2021-03-04", &pilot, 1, NULL);
    }
  g_assert_true (hearsay_store_flush (store, NULL));
  full = speaker_of (store, "one");
  nickname = speaker_of (store, "n0");
  times[0] = g_get_monotonic_time ();
  ticker = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, tick_cb, times, NULL);
  hearsay_store_merge_actors_async (store, full, &nickname, 1, changed_cb, &answer);
  while (!answer.done || hearsay_actor_get_n_statements (nickname) > 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (ticker);
  g_assert_cmpuint (hearsay_actor_get_n_statements (full), ==, 301);
  g_assert_cmpstr (hearsay_actor_get_role (full), ==, "pilot");
  g_assert_null (hearsay_actor_get_role (nickname));
  g_test_message ("longest turn of the main loop: %.1f ms", (double) times[1] / 1000.0);

  hearsay_store_undo (store);
  hearsay_store_redo (store);
  hearsay_store_undo (store);
  g_assert_true (hearsay_store_flush (store, NULL));
  g_assert_cmpuint (hearsay_actor_get_n_statements (full), ==, 1);
  g_assert_cmpuint (hearsay_actor_get_n_statements (nickname), ==, 300);
  g_assert_cmpstr (hearsay_actor_get_role (nickname), ==, "pilot");
  g_assert_null (hearsay_actor_get_role (full));
  /* Closing does not wait for them. */
  hearsay_store_redo (store);
  close_store (store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/people/split-name", test_split_name);
  g_test_add_func ("/people/names-of-merge", test_names_of_merge);
  g_test_add_func ("/people/kind-by-hand", test_kind_by_hand);
  g_test_add_func ("/people/kind-of-bare-name", test_kind_of_bare_name);
  g_test_add_func ("/people/in-slices", test_in_slices);
  return g_test_run ();
}
