/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-network-facts.h"

typedef struct
{
  HearsayCollection *collection;
  HearsayActor *ada;
  HearsayActor *mira;
  HearsayActor *board;
  HearsayActor *state;
  HearsayIssue *issue;
  HearsayArticle *article;
} Fixture;

static void
add_statement (Fixture         *fixture,
               const char      *id,
               HearsaySpan      content,
               HearsayActor    *speaker,
               gpointer         target,
               HearsayActor    *holder,
               HearsayPosition  position,
               gboolean         sure)
{
  HearsayStanceData stance_data = { .target = target, .holder = holder, .position = position, .sure = sure };
  g_autoptr (HearsayStance) stance = hearsay_stance_new (&stance_data);
  HearsayStatementData data = { .id = id, .article = fixture->article, .speaker = speaker, .content = &content,
                                .n_content = 1, .stances = &stance, .n_stances = 1 };
  g_autoptr (HearsayStatement) statement = hearsay_statement_new (&data);

  hearsay_article_add_statement (fixture->article, statement);
}

/* Three paragraphs; the second has a statement inside another. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  HearsayArticleData article_data = { .id = "x", .text = "0123456789\n\n2345678901234567890123456789\n\nthird" };
  HearsayMention mentions[4];

  fixture->collection = hearsay_collection_new ();
  fixture->ada = hearsay_actor_new ("ada", "Ada Okafor", HEARSAY_ACTOR_PERSON);
  fixture->mira = hearsay_actor_new ("mira", "Mira Solheim", HEARSAY_ACTOR_PERSON);
  fixture->board = hearsay_actor_new ("board", "Ferry Board", HEARSAY_ACTOR_ORGANIZATION);
  fixture->state = hearsay_actor_new ("state", "Norway", HEARSAY_ACTOR_COUNTRY);
  fixture->issue = hearsay_issue_new ("port", "new port");
  hearsay_actor_set_affiliation (fixture->ada, fixture->board);
  hearsay_actor_set_affiliation (fixture->board, fixture->state);
  fixture->article = hearsay_article_new (&article_data);
  add_statement (fixture, "x/s1", (HearsaySpan) { 0, 6 }, fixture->ada, fixture->mira, NULL,
                 HEARSAY_POSITION_OPPOSE, TRUE);
  add_statement (fixture, "x/s2", (HearsaySpan) { 12, 38 }, fixture->ada, fixture->issue, fixture->mira,
                 HEARSAY_POSITION_SUPPORT, FALSE);
  add_statement (fixture, "x/s3", (HearsaySpan) { 20, 30 }, NULL, fixture->mira, NULL,
                 HEARSAY_POSITION_SUPPORT, TRUE);
  mentions[0] = (HearsayMention) { fixture->mira, { 22, 24 } };
  mentions[1] = (HearsayMention) { fixture->ada, { 7, 9 } };
  mentions[2] = (HearsayMention) { fixture->ada, { 34, 36 } };
  mentions[3] = (HearsayMention) { fixture->issue, { 35, 36 } };
  hearsay_article_set_mentions (fixture->article, mentions, 4);
  hearsay_collection_add_article (fixture->collection, fixture->article);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->collection);
  g_object_unref (fixture->article);
  g_object_unref (fixture->ada);
  g_object_unref (fixture->mira);
  g_object_unref (fixture->board);
  g_object_unref (fixture->state);
  g_object_unref (fixture->issue);
}

static void
assert_entity (HearsayNetworkFacts *facts,
               guint                number,
               gpointer             entity)
{
  g_assert_cmpuint (number, <, facts->entities->len);
  g_assert_true (g_ptr_array_index (facts->entities, number) == entity);
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (HearsayNetworkFacts) facts = hearsay_network_facts_new (fixture->collection, NULL);
  const HearsayNetworkInput *input = &facts->input;

  g_assert_cmpuint (facts->statements->len, ==, 3);
  g_assert_cmpuint (input->n_entities, ==, 5);
  g_assert_cmpuint (input->n_facts, ==, 2);
  assert_entity (facts, input->facts[0].holder, fixture->ada);
  assert_entity (facts, input->facts[0].target, fixture->mira);
  g_assert_cmpint (input->facts[0].position, ==, HEARSAY_POSITION_OPPOSE);
  assert_entity (facts, input->facts[1].holder, fixture->mira);
  assert_entity (facts, input->facts[1].target, fixture->issue);
  g_assert_cmpint (input->facts[1].position, ==, HEARSAY_POSITION_NEUTRAL);
  g_assert_cmpuint (input->facts[1].paragraph, ==, 1);
  assert_entity (facts, (guint) input->entities[0].affiliation, fixture->board);
  assert_entity (facts, (guint) input->entities[input->entities[0].affiliation].affiliation, fixture->state);

  g_assert_cmpuint (input->n_mentions, ==, 3);
  assert_entity (facts, input->mentions[0].entity, fixture->ada);
  g_assert_cmpuint (input->mentions[0].statement, ==, G_MAXUINT32);
  g_assert_cmpuint (input->mentions[0].paragraph, ==, 0);
  assert_entity (facts, input->mentions[1].entity, fixture->mira);
  g_assert_cmpuint (input->mentions[1].statement, ==, 2);
  g_assert_cmpuint (input->mentions[1].paragraph, ==, 1);
  assert_entity (facts, input->mentions[2].entity, fixture->ada);
  g_assert_cmpuint (input->mentions[2].statement, ==, 1);
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (HearsayFilter) filter = hearsay_filter_new ();
  g_autoptr (HearsayNetworkFacts) facts = NULL;
  g_autoptr (HearsayNetworkFacts) rest = NULL;
  g_autoptr (HearsayStatement) first =
    g_list_model_get_item (hearsay_article_get_statements (fixture->article), 0);

  hearsay_filter_set_targets (filter, (gpointer *) &fixture->mira, 1);
  hearsay_filter_set_speakers (filter, &fixture->ada, 1);
  facts = hearsay_network_facts_new (fixture->collection, filter);
  g_assert_cmpuint (facts->statements->len, ==, 1);
  g_assert_cmpuint (facts->input.n_facts, ==, 1);
  g_assert_cmpuint (facts->input.n_mentions, ==, 1);
  hearsay_statement_set_status (first, HEARSAY_STATUS_REJECTED);
  rest = hearsay_network_facts_new (fixture->collection, NULL);
  g_assert_cmpuint (rest->input.n_facts, ==, 1);
}

static void
test_for_statements (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (HearsayNetworkFacts) all = hearsay_network_facts_new (fixture->collection, NULL);
  g_autoptr (HearsayNetworkFacts) same =
    hearsay_network_facts_new_for_statements (hearsay_collection_get_statements (fixture->collection), NULL);

  g_assert_cmpmem (all->input.facts, all->input.n_facts * sizeof (HearsayNetworkFact),
                   same->input.facts, same->input.n_facts * sizeof (HearsayNetworkFact));
  g_assert_cmpmem (all->input.mentions, all->input.n_mentions * sizeof (HearsayNetworkMention),
                   same->input.mentions, same->input.n_mentions * sizeof (HearsayNetworkMention));
}

/* Read little by little the rows are the same; a reading that is given up leaves nothing. */
static void
test_gather (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (HearsayNetworkFacts) all = NULL;
  g_autoptr (HearsayNetworkFacts) facts = NULL;
  HearsayNetworkGather *gather;
  guint n_steps = 1;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *id = g_strdup_printf ("paper%u", i);
      HearsayArticleData article_data = { .id = id, .text = "Nothing but the harbour is talked of." };
      g_autoptr (HearsayArticle) before = fixture->article;

      fixture->article = hearsay_article_new (&article_data);
      add_statement (fixture, id, (HearsaySpan) { 0, 10 + i % 5 }, fixture->ada, fixture->issue, NULL, HEARSAY_POSITION_OPPOSE, TRUE);
      hearsay_collection_add_article (fixture->collection, fixture->article);
    }
  all = hearsay_network_facts_new (fixture->collection, NULL);
  gather = hearsay_network_gather_new (hearsay_collection_get_statements (fixture->collection), NULL);
  while (!hearsay_network_gather_step (gather, 0))
    n_steps++;
  g_assert_cmpuint (n_steps, >, 4);
  facts = hearsay_network_facts_ref (hearsay_network_gather_finish (gather));
  hearsay_network_facts_unref (facts);
  g_assert_cmpuint (facts->statements->len, ==, all->statements->len);
  g_assert_cmpuint (facts->days->len, ==, all->statements->len);
  g_assert_cmpuint (facts->initials->len, ==, facts->entities->len);
  g_assert_cmpmem (all->input.facts, all->input.n_facts * sizeof (HearsayNetworkFact),
                   facts->input.facts, facts->input.n_facts * sizeof (HearsayNetworkFact));
  g_assert_cmpmem (all->input.mentions, all->input.n_mentions * sizeof (HearsayNetworkMention),
                   facts->input.mentions, facts->input.n_mentions * sizeof (HearsayNetworkMention));
  gather = hearsay_network_gather_new (hearsay_collection_get_statements (fixture->collection), NULL);
  hearsay_network_gather_step (gather, 0);
  hearsay_network_gather_free (gather);
}

/* The same words of the same speaker in another paper, differently set: one fact, and where it is printed again. */
static void
test_reprints (Fixture       *fixture,
               gconstpointer  data)
{
  const char *texts[] = { "“The new harbour will ruin the coast.”", "The NEW harbour will ruin the coast", "“The new harbour will save the coast.”" };
  g_autoptr (HearsayNetworkFacts) facts = NULL;
  GPtrArray *others;
  guint n_before;

  facts = hearsay_network_facts_new (fixture->collection, NULL);
  n_before = facts->input.n_facts;
  g_clear_pointer (&facts, hearsay_network_facts_unref);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *id = g_strdup_printf ("paper%u", i);
      HearsayArticleData article_data = { .id = id, .text = texts[i] };
      g_autoptr (HearsayArticle) first = fixture->article;

      fixture->article = hearsay_article_new (&article_data);
      add_statement (fixture, id, (HearsaySpan) { 0, (guint32) g_utf8_strlen (texts[i], -1) }, fixture->ada, fixture->issue, NULL,
                     HEARSAY_POSITION_OPPOSE, TRUE);
      hearsay_collection_add_article (fixture->collection, fixture->article);
    }
  facts = hearsay_network_facts_new (fixture->collection, NULL);
  g_assert_cmpuint (facts->input.n_facts, ==, n_before + 2);
  g_assert_cmpuint (g_hash_table_size (facts->reprints), ==, 1);
  others = g_hash_table_lookup (facts->reprints, g_ptr_array_index (facts->statements, 3));
  g_assert_nonnull (others);
  g_assert_cmpuint (others->len, ==, 1);
  g_assert_true (g_ptr_array_index (others, 0) == g_ptr_array_index (facts->statements, 4));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/facts/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/facts/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/facts/gather", Fixture, NULL, set_up, test_gather, tear_down);
  g_test_add ("/facts/reprints", Fixture, NULL, set_up, test_reprints, tear_down);
  g_test_add ("/facts/for-statements", Fixture, NULL, set_up, test_for_statements, tear_down);
  return g_test_run ();
}
