/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-network-facts-private.h"

/* Fewer words may be said twice by chance. */
#define LEAST_LETTERS 24

static const char *
keep (HearsayFactsBuilder *self,
      const char          *words)
{
  return g_string_chunk_insert (self->facts->strings, words != NULL ? words : "");
}

static HearsayNetworkEntity
describe_actor (HearsayFactsBuilder *self,
                HearsayActor        *actor)
{
  static const HearsayNodeKind kinds[HEARSAY_N_ACTOR_KINDS] = {
    [HEARSAY_ACTOR_PERSON] = HEARSAY_NODE_PERSON,
    [HEARSAY_ACTOR_ORGANIZATION] = HEARSAY_NODE_ORGANIZATION,
    [HEARSAY_ACTOR_COUNTRY] = HEARSAY_NODE_COUNTRY,
    [HEARSAY_ACTOR_GROUP] = HEARSAY_NODE_GROUP,
  };

  return (HearsayNetworkEntity) {
    .id = keep (self, hearsay_actor_get_id (actor)),
    .name = keep (self, hearsay_actor_get_name (actor)),
    .kind = kinds[hearsay_actor_get_kind (actor)],
    .affiliation = -1,
    .colour = hearsay_actor_get_colour (actor),
  };
}

/* The number of an actor or issue, which it gets when it is first met. */
static guint32
number_entity (HearsayFactsBuilder *self,
               gpointer             entity)
{
  HearsayNetworkFacts *facts = self->facts;
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (self->entities, entity));
  HearsayNetworkEntity row = { .kind = HEARSAY_NODE_ISSUE, .affiliation = -1, .colour = -1 };

  if (number > 0)
    return number - 1;
  number = facts->entities->len;
  g_hash_table_insert (self->entities, entity, GUINT_TO_POINTER (number + 1));
  g_ptr_array_add (facts->entities, g_object_ref (entity));
  if (HEARSAY_IS_ISSUE (entity))
    {
      row.id = keep (self, hearsay_issue_get_id (entity));
      row.name = keep (self, hearsay_issue_get_name (entity));
      g_ptr_array_add (facts->initials, (char *) keep (self, NULL));
    }
  else
    {
      row = describe_actor (self, entity);
      g_ptr_array_add (facts->initials, (char *) keep (self, hearsay_actor_get_initials (entity)));
    }
  g_array_append_val (facts->entity_rows, row);
  return number;
}

/* Those that are affiliations only are met here: the list grows while it is walked. */
static void
number_affiliations (HearsayFactsBuilder *self)
{
  for (guint i = 0; i < self->facts->entities->len; i++)
    {
      gpointer entity = g_ptr_array_index (self->facts->entities, i);
      HearsayActor *affiliation = HEARSAY_IS_ACTOR (entity) ? hearsay_actor_get_affiliation (entity) : NULL;
      gint32 number = affiliation != NULL ? (gint32) number_entity (self, affiliation) : -1;

      g_array_index (self->facts->entity_rows, HearsayNetworkEntity, i).affiliation = number;
    }
}

static guint32
number_article (HearsayFactsBuilder *self,
                HearsayArticle      *article)
{
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (self->articles, article));

  if (number > 0)
    return number - 1;
  number = self->facts->articles->len;
  g_hash_table_insert (self->articles, article, GUINT_TO_POINTER (number + 1));
  g_ptr_array_add (self->facts->articles, g_object_ref (article));
  return number;
}

/* The speaker and the letters that were said: quotation marks, blanks and the
 * size of letters differ from paper to paper. NULL where too little was said. */
static const char *
make_print_key (HearsayFactsBuilder *self,
                HearsayStatement    *statement)
{
  guint n_letters = 0;

  g_string_printf (self->key, "%p ", (gpointer) hearsay_statement_get_speaker (statement));
  for (const char *p = hearsay_statement_get_words (statement); *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);

      if (c < 0x80 ? !g_ascii_isalnum ((char) c) : !g_unichar_isalnum (c))
        continue;
      if (c < 0x80)
        g_string_append_c (self->key, g_ascii_tolower ((char) c));
      else
        g_string_append_unichar (self->key, g_unichar_tolower (c));
      n_letters++;
    }
  return n_letters < LEAST_LETTERS ? NULL : self->key->str;
}

/* Whether another article has printed the same words before; then they are kept with those. */
static gboolean
is_reprint (HearsayFactsBuilder *self,
            HearsayStatement    *statement)
{
  const char *key = hearsay_statement_get_speaker (statement) != NULL ? make_print_key (self, statement) : NULL;
  HearsayStatement *first;
  GPtrArray *others;

  if (key == NULL)
    return FALSE;
  first = g_hash_table_lookup (self->printed, key);
  if (first == NULL)
    {
      g_hash_table_insert (self->printed, g_string_chunk_insert_len (self->keys, key, (gssize) self->key->len), statement);
      return FALSE;
    }
  if (hearsay_statement_get_article (first) == hearsay_statement_get_article (statement))
    return FALSE;
  others = g_hash_table_lookup (self->facts->reprints, first);
  if (others == NULL)
    {
      others = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->facts->reprints, g_object_ref (first), others);
    }
  g_ptr_array_add (others, g_object_ref (statement));
  return TRUE;
}

/**
 * hearsay_facts_builder_add_statement:
 * @statement: of an article; those of one article come together and in text order
 */
void
hearsay_facts_builder_add_statement (HearsayFactsBuilder *self,
                                     HearsayStatement    *statement)
{
  HearsayArticle *article = hearsay_statement_get_article (statement);
  HearsayActor *speaker = hearsay_statement_get_speaker (statement);
  HearsayStance *main_stance = hearsay_statement_get_main_stance (statement);
  HearsayNetworkFact fact = { .statement = self->facts->statements->len };
  HearsayNetworkDay day = { hearsay_statement_get_said_on (statement), HEARSAY_POSITION_NEUTRAL };

  fact.article = number_article (self, article);
  fact.paragraph = hearsay_article_find_paragraph (article, hearsay_statement_get_extent (statement).start);
  fact.said_on = hearsay_statement_get_said_on (statement);
  if (main_stance != NULL)
    day.position = hearsay_stance_get_shown_position (main_stance);
  g_array_append_val (self->facts->days, day);
  g_ptr_array_add (self->facts->statements, g_object_ref (statement));
  if (speaker != NULL)
    number_entity (self, speaker);
  if (is_reprint (self, statement))
    return;
  for (guint i = 0; i < hearsay_statement_get_n_stances (statement); i++)
    {
      HearsayStance *stance = hearsay_statement_peek_stance (statement, i);
      HearsayActor *holder = hearsay_stance_get_holder (stance);

      if (holder == NULL)
        holder = speaker;
      if (holder == NULL || (self->filter != NULL && !hearsay_filter_matches_stance (self->filter, stance)))
        continue;
      fact.holder = number_entity (self, holder);
      fact.target = number_entity (self, hearsay_stance_get_target (stance));
      fact.position = hearsay_stance_get_shown_position (stance);
      g_array_append_val (self->facts->fact_rows, fact);
    }
}

/* The shortest of the statements from @first on in whose words the span stands. */
static guint32
find_statement (HearsayFactsBuilder *self,
                guint                first,
                guint                n,
                HearsaySpan          span)
{
  guint32 found = G_MAXUINT32;
  guint32 shortest = G_MAXUINT32;

  for (guint i = first; i < first + n; i++)
    {
      HearsaySpan extent = hearsay_statement_get_extent (g_ptr_array_index (self->facts->statements, i));

      if (extent.start > span.start)
        break;
      if (hearsay_span_contains (extent, span) && hearsay_span_length (extent) < shortest)
        {
          found = i;
          shortest = hearsay_span_length (extent);
        }
    }
  return found;
}

/**
 * hearsay_facts_builder_add_mentions:
 * @first: number of the first statement of the article, whose statements are all there
 *
 * Mentions in the paragraphs of the article's statements, or in all where nothing is left out. Statements and
 * mentions are both in text order: those that end before a mention's paragraph are left behind.
 */
void
hearsay_facts_builder_add_mentions (HearsayFactsBuilder *self,
                                    HearsayArticle      *article,
                                    guint                first)
{
  guint n = self->facts->statements->len - first;
  g_autoptr (GHashTable) paragraphs = g_hash_table_new (NULL, NULL);
  guint n_mentions;
  const HearsayMention *mentions = hearsay_article_get_mentions (article, &n_mentions);
  guint start = first;

  for (guint i = first; i < first + n; i++)
    {
      HearsaySpan extent = hearsay_statement_get_extent (g_ptr_array_index (self->facts->statements, i));

      g_hash_table_add (paragraphs,
                        GUINT_TO_POINTER (hearsay_article_find_paragraph (article, extent.start) + 1));
    }
  for (guint i = 0; i < n_mentions; i++)
    {
      HearsayNetworkMention row = { .article = number_article (self, article) };

      row.paragraph = hearsay_article_find_paragraph (article, mentions[i].span.start);
      if (HEARSAY_IS_ISSUE (mentions[i].entity) ||
          (!self->everything && !g_hash_table_contains (paragraphs, GUINT_TO_POINTER (row.paragraph + 1))))
        continue;
      while (start < first + n &&
             hearsay_statement_get_extent (g_ptr_array_index (self->facts->statements, start)).end <= mentions[i].span.start)
        start++;
      row.entity = number_entity (self, mentions[i].entity);
      row.statement = find_statement (self, start, first + n - start, mentions[i].span);
      g_array_append_val (self->facts->mention_rows, row);
    }
}

/* Whether the words stand in the paragraph of one of the article's statements. */
static gboolean
is_near_statement (HearsayFactsBuilder *self,
                   HearsayArticle      *article,
                   guint                first,
                   HearsaySpan          words)
{
  guint paragraph = hearsay_article_find_paragraph (article, words.start);

  for (guint i = first; i < self->facts->statements->len; i++)
    if (hearsay_article_find_paragraph (article, hearsay_statement_get_extent (g_ptr_array_index (self->facts->statements, i)).start) == paragraph)
      return TRUE;
  return FALSE;
}

/**
 * hearsay_facts_builder_add_relations:
 * @first: number of the first statement of the article, whose statements are all there
 *
 * What the article states as a fact and is sure; of a filtered article what stands in
 * the paragraphs of its statements. Attitudes are those of statements, or none of these.
 */
void
hearsay_facts_builder_add_relations (HearsayFactsBuilder *self,
                                     HearsayArticle      *article,
                                     guint                first)
{
  guint n_relations;
  const HearsayRelation *relations = hearsay_article_get_relations (article, &n_relations);

  for (guint i = 0; i < n_relations; i++)
    {
      const HearsayRelation *relation = &relations[i];
      HearsayNetworkRelation row = { .kind = relation->kind, .day = hearsay_article_get_published (article) };
      g_autofree char *quote = NULL;

      if (relation->kind == HEARSAY_RELATION_ATTITUDE || !relation->sure || !relation->stated ||
          (!self->everything && !is_near_statement (self, article, first, relation->evidence)))
        continue;
      row.from = number_entity (self, relation->from);
      row.to = number_entity (self, relation->to);
      row.statement = find_statement (self, first, self->facts->statements->len - first, relation->evidence);
      quote = hearsay_article_dup_span_text (article, relation->evidence);
      g_ptr_array_add (self->facts->quotes, g_string_chunk_insert (self->facts->strings, quote));
      g_array_append_val (self->facts->relation_rows, row);
    }
}

/**
 * hearsay_facts_builder_init:
 * @filter: (nullable) (transfer none): must outlive the builder
 */
void
hearsay_facts_builder_init (HearsayFactsBuilder *self,
                            HearsayFilter       *filter)
{
  HearsayNetworkFacts *facts = g_new0 (HearsayNetworkFacts, 1);

  facts->ref_count = 1;
  facts->statements = g_ptr_array_new_with_free_func (g_object_unref);
  facts->articles = g_ptr_array_new_with_free_func (g_object_unref);
  facts->entities = g_ptr_array_new_with_free_func (g_object_unref);
  facts->initials = g_ptr_array_new ();
  facts->days = g_array_new (FALSE, FALSE, sizeof (HearsayNetworkDay));
  facts->entity_rows = g_array_new (FALSE, FALSE, sizeof (HearsayNetworkEntity));
  facts->fact_rows = g_array_new (FALSE, FALSE, sizeof (HearsayNetworkFact));
  facts->mention_rows = g_array_new (FALSE, FALSE, sizeof (HearsayNetworkMention));
  facts->relation_rows = g_array_new (FALSE, FALSE, sizeof (HearsayNetworkRelation));
  facts->quotes = g_ptr_array_new ();
  facts->reprints = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) g_ptr_array_unref);
  facts->strings = g_string_chunk_new (4096);
  *self = (HearsayFactsBuilder) {
    .facts = facts,
    .filter = filter,
    .everything = filter == NULL || hearsay_filter_is_empty (filter),
    .printed = g_hash_table_new (g_str_hash, g_str_equal),
    .keys = g_string_chunk_new (65536),
    .key = g_string_new (NULL),
    .entities = g_hash_table_new (NULL, NULL),
    .articles = g_hash_table_new (NULL, NULL),
  };
}

/**
 * hearsay_facts_builder_clear:
 *
 * Lets everything go but the facts.
 */
void
hearsay_facts_builder_clear (HearsayFactsBuilder *self)
{
  g_hash_table_unref (self->entities);
  g_hash_table_unref (self->articles);
  g_hash_table_unref (self->printed);
  g_string_chunk_free (self->keys);
  g_string_free (self->key, TRUE);
}

/**
 * hearsay_facts_builder_finish:
 *
 * Returns: (transfer full): the facts; nothing else is left of the builder
 */
HearsayNetworkFacts *
hearsay_facts_builder_finish (HearsayFactsBuilder *self)
{
  HearsayNetworkFacts *facts = self->facts;

  number_affiliations (self);
  hearsay_facts_builder_clear (self);
  facts->input = (HearsayNetworkInput) {
    .entities = (const HearsayNetworkEntity *) (gpointer) facts->entity_rows->data,
    .n_entities = facts->entity_rows->len,
    .facts = (const HearsayNetworkFact *) (gpointer) facts->fact_rows->data,
    .n_facts = facts->fact_rows->len,
    .mentions = (const HearsayNetworkMention *) (gpointer) facts->mention_rows->data,
    .n_mentions = facts->mention_rows->len,
    .relations = (const HearsayNetworkRelation *) (gpointer) facts->relation_rows->data,
    .n_relations = facts->relation_rows->len,
  };
  return facts;
}
