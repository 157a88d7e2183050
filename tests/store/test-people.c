/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "people-fixtures.h"
#include "store/hearsay-store-actors.h"

static const struct
{
  const char *one;
  const char *other;
  HearsayActorKind kind;
  gboolean same;
} join_rows[] = {
  { "Ingrid Dahl", "Ingrid Dahl", PERSON, TRUE },
  { "José Núñez", "Jose Nunez", PERSON, TRUE },
  { "Cui Meiling", "Meiling Cui", PERSON, TRUE },
  { "Halász Gábor", "Gábor Halász", PERSON, TRUE },
  { "Kim Dae-ho", "Dae-ho Kim", PERSON, TRUE },
  { "Ada B. Okafor", "Ada Okafor", PERSON, TRUE },
  { "Dahl", "Dahl", PERSON, FALSE },
  { "Ingrid Dahl", "Dahl", PERSON, FALSE },
  { "Ingrid Dahl", "Ruth Dahl", PERSON, FALSE },
  { "Coast Courier", "The Coast Courier", ORGANIZATION, TRUE },
  { "Ferry Board", "Harbour Board", ORGANIZATION, FALSE },
};

static void
test_join (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (join_rows); i++)
    {
      HearsayStore *store = open_store (NULL);

      add_one (store, "one", join_rows[i].one, join_rows[i].kind);
      add_one (store, "other", join_rows[i].other, join_rows[i].kind);
      if (join_rows[i].same)
        g_assert_true (speaker_of (store, "one") == speaker_of (store, "other"));
      else
        g_assert_true (speaker_of (store, "one") != speaker_of (store, "other"));
      close_store (store);
    }
}

/* Two people of one name, and one person with two posts. */
static void
test_roles (void)
{
  static const Somebody minister[] = { { "Ola Berg", PERSON, "Norwegian Foreign Minister", 1 }, { "Norway", COUNTRY, NULL, -1 } };
  static const Somebody president[] = { { "Ola Berg", PERSON, "Norwegian President", 1 }, { "Norway", COUNTRY, NULL, -1 } };
  static const Somebody farmer[] = { { "Ola Berg", PERSON, "Danish farmer", 1 }, { "Denmark", COUNTRY, NULL, -1 } };
  HearsayStore *store = open_store (NULL);
  g_autoptr (GArray) roles = NULL;

  add_article (store, "late", "2021-05-01", president, 2, NULL);
  add_article (store, "early", "2018-02-03", minister, 2, NULL);
  add_article (store, "farm", "2021-05-02", farmer, 2, NULL);
  add_article (store, "farm-again", "2021-05-03", farmer, 2, NULL);
  add_one (store, "no-role", "Ola Berg", PERSON);
  g_assert_true (speaker_of (store, "early") == speaker_of (store, "late"));
  g_assert_true (speaker_of (store, "farm") != speaker_of (store, "late"));
  g_assert_true (speaker_of (store, "farm") == speaker_of (store, "farm-again"));
  g_assert_true (speaker_of (store, "no-role") == speaker_of (store, "late"));
  g_assert_cmpstr (hearsay_actor_get_role (speaker_of (store, "late")), ==, "Norwegian President");

  roles = hearsay_actor_dup_roles (speaker_of (store, "late"));
  g_assert_cmpuint (roles->len, ==, 2);
  g_assert_cmpstr (g_array_index (roles, HearsayActorRole, 0).role, ==, "Norwegian Foreign Minister");
  g_assert_cmpint (g_array_index (roles, HearsayActorRole, 0).until.year, ==, 2018);
  g_assert_cmpint (g_array_index (roles, HearsayActorRole, 1).since.year, ==, 2021);
  close_store (store);
}

static void
test_acronyms (void)
{
  static const Somebody board[] = { { "Northern Ferry Board", ORGANIZATION, NULL, -1 } };
  static const Somebody bureau[] = { { "New Fisheries Bureau", ORGANIZATION, NULL, -1 } };
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "c.hearsay", NULL);
  HearsayStore *store = open_store (path);

  add_article (store, "long", "2021-03-09", board, 1, "NFB");
  close_store (store);
  /* The alias is remembered in the file. */
  store = open_store (path);
  add_one (store, "short", "NFB", ORGANIZATION);
  g_assert_true (speaker_of (store, "short") == speaker_of (store, "long"));
  /* Another one with the same letters stays apart, and then the letters alone say nothing. */
  add_article (store, "bureau", "2021-03-10", bureau, 1, "NFB");
  g_assert_true (speaker_of (store, "bureau") != speaker_of (store, "long"));
  add_one (store, "which", "NFB", ORGANIZATION);
  g_assert_true (speaker_of (store, "which") != speaker_of (store, "long"));
  g_assert_true (speaker_of (store, "which") != speaker_of (store, "bureau"));
  close_store (store);

  /* The letters first. */
  store = open_store (NULL);
  add_one (store, "short", "NFB", ORGANIZATION);
  add_article (store, "long", "2021-03-09", board, 1, "NFB");
  g_assert_true (speaker_of (store, "short") == speaker_of (store, "long"));
  close_store (store);
  remove_folder (folder);
}

static void
test_merge (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "c.hearsay", NULL);
  HearsayStore *store = open_store (path);
  HearsayActor *full;
  HearsayActor *nickname;

  add_one (store, "one", "Elizabeth Holm", PERSON);
  add_one (store, "two", "Betty Holm", PERSON);
  add_one (store, "bare", "Holm", PERSON);
  full = speaker_of (store, "one");
  nickname = speaker_of (store, "two");
  merge (store, full, nickname);
  merge (store, full, speaker_of (store, "bare"));
  g_assert_true (speaker_of (store, "two") == full);
  g_assert_true (speaker_of (store, "bare") == full);
  g_assert_cmpuint (hearsay_actor_get_n_statements (full), ==, 3);
  g_assert_cmpuint (hearsay_actor_get_n_statements (nickname), ==, 0);
  /* It teaches the next import, and a new analysis of the same article. */
  add_one (store, "three", "Betty Holm", PERSON);
  add_one (store, "bare", "Holm", PERSON);
  g_assert_true (speaker_of (store, "three") == full);
  g_assert_true (speaker_of (store, "bare") == full);
  /* A single name is somebody else in another article. */
  add_one (store, "bare-too", "Holm", PERSON);
  g_assert_true (speaker_of (store, "bare-too") != full);
  close_store (store);

  store = open_store (path);
  add_one (store, "four", "Betty Holm", PERSON);
  g_assert_true (speaker_of (store, "two") == speaker_of (store, "one"));
  g_assert_true (speaker_of (store, "four") == speaker_of (store, "one"));
  close_store (store);
  remove_folder (folder);
}

static void
test_merge_undo (void)
{
  HearsayStore *store = open_store (NULL);
  HearsayActor *full;
  HearsayActor *nickname;

  add_one (store, "one", "Elizabeth Holm", PERSON);
  add_one (store, "two", "Betty Holm", PERSON);
  full = speaker_of (store, "one");
  nickname = speaker_of (store, "two");
  merge (store, full, nickname);
  g_assert_nonnull (hearsay_store_get_undo_label (store));
  undo (store);
  g_assert_true (speaker_of (store, "one") == full);
  g_assert_true (speaker_of (store, "two") == nickname);
  g_assert_cmpuint (hearsay_actor_get_n_statements (nickname), ==, 1);
  redo (store);
  g_assert_true (speaker_of (store, "two") == full);
  /* The other way round, and back: no circle. */
  merge (store, nickname, full);
  g_assert_true (speaker_of (store, "one") == nickname);
  g_assert_true (speaker_of (store, "two") == nickname);
  undo (store);
  add_one (store, "three", "Betty Holm", PERSON);
  g_assert_true (speaker_of (store, "three") == full);
  close_store (store);
}

static void
test_split (void)
{
  static const Somebody senator[] = { { "Ola Berg", PERSON, "senator for the coast", -1 } };
  static const Somebody pilot[] = { { "Ola Berg", PERSON, "harbour pilot", -1 } };
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "c.hearsay", NULL);
  g_autoptr (GError) error = NULL;
  HearsayStore *store = open_store (path);
  HearsayArticle *article;
  HearsayActor *first;
  HearsayActor *other;

  add_article (store, "senate", "2021-03-09", senator, 1, NULL);
  add_article (store, "harbour", "2021-03-10", pilot, 1, NULL);
  first = speaker_of (store, "senate");
  g_assert_true (speaker_of (store, "harbour") == first);
  g_assert_cmpstr (hearsay_actor_get_role (first), ==, "harbour pilot");
  article = get_article (store, "harbour");
  other = hearsay_store_split_actor (store, first, &article, 1, &error);
  g_assert_no_error (error);
  g_assert_nonnull (other);
  g_assert_true (speaker_of (store, "harbour") == other);
  g_assert_true (speaker_of (store, "senate") == first);
  g_assert_cmpstr (hearsay_actor_get_role (first), ==, "senator for the coast");
  g_assert_cmpstr (hearsay_actor_get_role (other), ==, "harbour pilot");

  undo (store);
  g_assert_true (speaker_of (store, "harbour") == first);
  redo (store);
  close_store (store);

  /* The next import has learned it. */
  store = open_store (path);
  g_assert_true (speaker_of (store, "harbour") != speaker_of (store, "senate"));
  add_article (store, "harbour-again", "2021-03-11", pilot, 1, NULL);
  add_article (store, "senate-again", "2021-03-11", senator, 1, NULL);
  add_article (store, "harbour", "2021-03-10", senator, 1, NULL);
  g_assert_true (speaker_of (store, "harbour-again") == speaker_of (store, "harbour"));
  g_assert_true (speaker_of (store, "senate-again") == speaker_of (store, "senate"));
  g_assert_true (speaker_of (store, "harbour") != speaker_of (store, "senate"));
  close_store (store);
  remove_folder (folder);
}

/* Nothing is split where the actor is in none of the articles. */
static void
test_split_nobody (void)
{
  g_autoptr (GError) error = NULL;
  HearsayStore *store = open_store (NULL);
  HearsayArticle *article;

  add_one (store, "one", "Ola Berg", PERSON);
  add_one (store, "two", "Ruth Holm", PERSON);
  article = get_article (store, "two");
  g_assert_null (hearsay_store_split_actor (store, speaker_of (store, "one"), &article, 1, &error));
  g_assert_no_error (error);
  g_assert_false (hearsay_store_can_undo (store));
  close_store (store);
}

/* The article that is most sure of a kind counts, and the file keeps it. */
static void
test_kind_confidence (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "c.hearsay", NULL);
  HearsayStore *store = open_store (path);
  g_autoptr (HearsayAnalysis) stored = NULL;
  g_autoptr (GError) error = NULL;

  add_sure (store, "one", 0.5f);
  g_assert_cmpfloat (hearsay_actor_get_kind_confidence (speaker_of (store, "one")), ==, 0.5);
  add_sure (store, "two", 0.75f);
  add_sure (store, "three", 0.25f);
  g_assert_cmpfloat (hearsay_actor_get_kind_confidence (speaker_of (store, "one")), ==, 0.75);
  close_store (store);
  store = open_store (path);
  g_assert_cmpfloat (hearsay_actor_get_kind_confidence (speaker_of (store, "three")), ==, 0.75);
  stored = hearsay_store_read_analysis (store, hearsay_collection_find_article (hearsay_store_get_collection (store), "two"), &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (hearsay_analysis_actor (stored, 0)->kind_confidence, ==, 0.75f);
  close_store (store);
  remove_folder (folder);
}

static void
test_rename (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "c.hearsay", NULL);
  HearsayStore *store = open_store (path);
  HearsayActor *actor;

  add_one (store, "one", "Betty Holm", PERSON);
  actor = speaker_of (store, "one");
  hearsay_store_rename_actor (store, actor, "Elizabeth Holm");
  g_assert_cmpstr (hearsay_actor_get_name (actor), ==, "Elizabeth Holm");
  g_assert_cmpstr (hearsay_actor_get_initials (actor), ==, "EH");
  g_assert_true (g_strv_contains (hearsay_actor_get_aliases (actor), "Betty Holm"));
  undo (store);
  g_assert_cmpstr (hearsay_actor_get_name (actor), ==, "Betty Holm");
  g_assert_cmpuint (g_strv_length ((char **) hearsay_actor_get_aliases (actor)), ==, 0);
  redo (store);
  /* Back to a name that is known by now. */
  hearsay_store_rename_actor (store, actor, "Betty Holm");
  undo (store);
  g_assert_cmpstr (hearsay_actor_get_name (actor), ==, "Elizabeth Holm");
  g_assert_true (g_strv_contains (hearsay_actor_get_aliases (actor), "Betty Holm"));
  close_store (store);

  store = open_store (path);
  actor = speaker_of (store, "one");
  g_assert_cmpstr (hearsay_actor_get_name (actor), ==, "Elizabeth Holm");
  add_one (store, "two", "Betty Holm", PERSON);
  add_one (store, "three", "Elizabeth Holm", PERSON);
  g_assert_true (speaker_of (store, "two") == actor);
  g_assert_true (speaker_of (store, "three") == actor);
  close_store (store);
  remove_folder (folder);
}

/* A file of the version before has no decisions about names, and gets room for them. */
static void
test_migration (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "c.hearsay", NULL);
  HearsayStore *store = open_store (path);

  add_one (store, "one", "Elizabeth Holm", PERSON);
  add_one (store, "two", "Betty Holm", PERSON);
  close_store (store);
  make_older (path, 1);

  store = open_store (path);
  g_assert_null (hearsay_store_get_problem (store));
  merge (store, speaker_of (store, "one"), speaker_of (store, "two"));
  close_store (store);
  store = open_store (path);
  g_assert_true (speaker_of (store, "one") == speaker_of (store, "two"));
  close_store (store);
  remove_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/people/join", test_join);
  g_test_add_func ("/people/roles", test_roles);
  g_test_add_func ("/people/acronyms", test_acronyms);
  g_test_add_func ("/people/merge", test_merge);
  g_test_add_func ("/people/merge-undo", test_merge_undo);
  g_test_add_func ("/people/split", test_split);
  g_test_add_func ("/people/split-nobody", test_split_nobody);
  g_test_add_func ("/people/kind-confidence", test_kind_confidence);
  g_test_add_func ("/people/rename", test_rename);
  g_test_add_func ("/people/migration", test_migration);
  return g_test_run ();
}
