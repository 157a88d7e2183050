/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "store-fixtures.h"
#include "store/hearsay-store-actors.h"

/* One actor of an article: its mention is its name, the article's text. */
typedef struct
{
  const char *name;
  HearsayActorKind kind;
  const char *role;
  gint32 affiliation;
} Somebody;

#define PERSON HEARSAY_ACTOR_PERSON
#define ORGANIZATION HEARSAY_ACTOR_ORGANIZATION
#define COUNTRY HEARSAY_ACTOR_COUNTRY

/* @acronym: (nullable): a second mention of the first one */
static HearsayAnalysis *
make_article (const char     *id,
              const char     *published,
              const Somebody *people,
              guint           n_people,
              const char     *acronym)
{
  g_autoptr (GString) text = g_string_new (NULL);
  HearsayAnalysis *analysis;
  HearsaySpan spans[8];
  HearsaySpan acronym_span = HEARSAY_SPAN_NONE;

  for (guint i = 0; i < n_people; i++)
    {
      spans[i].start = (guint32) g_utf8_strlen (text->str, -1);
      g_string_append (text, people[i].name);
      spans[i].end = (guint32) g_utf8_strlen (text->str, -1);
      g_string_append (text, " spoke. ");
    }
  if (acronym != NULL)
    {
      acronym_span.start = (guint32) g_utf8_strlen (text->str, -1);
      g_string_append (text, acronym);
      acronym_span.end = (guint32) g_utf8_strlen (text->str, -1);
    }
  analysis = hearsay_analysis_new (text->str, -1);
  analysis->id = hearsay_analysis_intern (analysis, id);
  analysis->language = "en";
  hearsay_date_parse_iso (published, &analysis->published);
  for (guint i = 0; i < n_people; i++)
    {
      g_autofree char *label = g_strdup_printf ("a%u", i + 1);
      HearsaySpan mentions[2] = { spans[i], acronym_span };
      HearsayAnalysisActor actor = {
        .id = hearsay_analysis_intern (analysis, label),
        .name = people[i].name,
        .kind = people[i].kind,
        .role = people[i].role,
        .affiliation = people[i].affiliation,
        .mentions = hearsay_analysis_add_spans (analysis, mentions, 1 + (i == 0 && acronym != NULL)),
      };
      HearsayAnalysisStatement statement = {
        .id = hearsay_analysis_intern (analysis, label),
        .speaker = (gint32) i,
        .parent = -1,
        .source = spans[i],
        .content = hearsay_analysis_add_spans (analysis, &spans[i], 1),
        .confidence = 1.0f,
      };

      g_array_append_val (analysis->actors, actor);
      g_array_append_val (analysis->statements, statement);
    }
  return analysis;
}

static void
add_article (HearsayStore   *store,
             const char     *id,
             const char     *published,
             const Somebody *people,
             guint           n_people,
             const char     *acronym)
{
  g_autoptr (HearsayAnalysis) analysis = make_article (id, published, people, n_people, acronym);

  hearsay_store_add_analysis (store, analysis);
}

static void
add_one (HearsayStore     *store,
         const char       *id,
         const char       *name,
         HearsayActorKind  kind)
{
  Somebody somebody = { name, kind, NULL, -1 };

  add_article (store, id, "2021-03-09", &somebody, 1, NULL);
}

/* Who says the first thing in an article. */
static HearsayActor *
speaker_of (HearsayStore *store,
            const char   *article_id)
{
  g_autofree char *id = g_strdup_printf ("%s/a1", article_id);

  return hearsay_statement_get_speaker (get_statement (store, id));
}

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

/* Articles are made anew behind the step itself. */
static void
undo (HearsayStore *store)
{
  hearsay_store_undo (store);
  g_assert_true (hearsay_store_flush (store, NULL));
}

static void
redo (HearsayStore *store)
{
  hearsay_store_redo (store);
  g_assert_true (hearsay_store_flush (store, NULL));
}

static void
merge (HearsayStore *store,
       HearsayActor *into,
       HearsayActor *other)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (hearsay_store_merge_actors (store, into, &other, 1, &error));
  g_assert_no_error (error);
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

/* A file of the version before has no decisions about names, and gets room for them. */
static void
add_sure (HearsayStore *store,
          const char   *id,
          float         confidence)
{
  Somebody somebody = { "Ferry Board", ORGANIZATION, NULL, -1 };
  g_autoptr (HearsayAnalysis) analysis = make_article (id, "2021-03-09", &somebody, 1, NULL);

  hearsay_analysis_actor (analysis, 0)->kind_confidence = confidence;
  hearsay_store_add_analysis (store, analysis);
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

/* --- what a window asks for --- */

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
  g_test_add_func ("/people/split-name", test_split_name);
  g_test_add_func ("/people/names-of-merge", test_names_of_merge);
  g_test_add_func ("/people/kind-confidence", test_kind_confidence);
  g_test_add_func ("/people/kind-by-hand", test_kind_by_hand);
  g_test_add_func ("/people/kind-of-bare-name", test_kind_of_bare_name);
  g_test_add_func ("/people/rename", test_rename);
  g_test_add_func ("/people/in-slices", test_in_slices);
  g_test_add_func ("/people/migration", test_migration);
  return g_test_run ();
}
