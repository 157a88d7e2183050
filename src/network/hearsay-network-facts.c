/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-network-facts.h"

/* Numbers that objects have got so far. */
typedef struct
{
  HearsayNetworkFacts *facts;
  HearsayFilter *filter;
  GHashTable *entities; /* GObject → number + 1 */
  GHashTable *articles; /* HearsayArticle → number + 1 */
  GHashTable *printed;  /* speaker and words → HearsayStatement */
} Builder;

/* Fewer words may be said twice by chance. */
#define LEAST_LETTERS 24

static HearsayNetworkEntity
describe_actor (HearsayActor *actor)
{
  static const HearsayNodeKind kinds[HEARSAY_N_ACTOR_KINDS] = {
    [HEARSAY_ACTOR_PERSON] = HEARSAY_NODE_PERSON,
    [HEARSAY_ACTOR_ORGANIZATION] = HEARSAY_NODE_ORGANIZATION,
    [HEARSAY_ACTOR_COUNTRY] = HEARSAY_NODE_COUNTRY,
    [HEARSAY_ACTOR_GROUP] = HEARSAY_NODE_GROUP,
  };

  return (HearsayNetworkEntity) {
    .id = hearsay_actor_get_id (actor),
    .name = hearsay_actor_get_name (actor),
    .kind = kinds[hearsay_actor_get_kind (actor)],
    .affiliation = -1,
    .colour = hearsay_actor_get_colour (actor),
  };
}

/* The number of an actor or issue, which it gets when it is first met. */
static guint32
number_entity (Builder  *self,
               gpointer  entity)
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
      row.id = hearsay_issue_get_id (entity);
      row.name = hearsay_issue_get_name (entity);
    }
  else
    row = describe_actor (entity);
  g_array_append_val (facts->entity_rows, row);
  return number;
}

/* Those that are affiliations only are met here: the list grows while it is walked. */
static void
number_affiliations (Builder *self)
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
number_article (Builder        *self,
                HearsayArticle *article)
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
static char *
make_print_key (HearsayStatement *statement)
{
  GString *key = g_string_new (NULL);
  guint n_letters = 0;

  g_string_append_printf (key, "%p ", (gpointer) hearsay_statement_get_speaker (statement));
  for (const char *p = hearsay_statement_get_words (statement); *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c))
        continue;
      g_string_append_unichar (key, g_unichar_tolower (c));
      n_letters++;
    }
  return g_string_free (key, n_letters < LEAST_LETTERS);
}

/* Whether another article has printed the same words before; then they are kept with those. */
static gboolean
is_reprint (Builder          *self,
            HearsayStatement *statement)
{
  g_autofree char *key = hearsay_statement_get_speaker (statement) != NULL ? make_print_key (statement) : NULL;
  HearsayStatement *first;
  GPtrArray *others;

  if (key == NULL)
    return FALSE;
  first = g_hash_table_lookup (self->printed, key);
  if (first == NULL)
    {
      g_hash_table_insert (self->printed, g_steal_pointer (&key), statement);
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

static void
add_statement (Builder          *self,
               HearsayStatement *statement)
{
  HearsayArticle *article = hearsay_statement_get_article (statement);
  HearsayActor *speaker = hearsay_statement_get_speaker (statement);
  HearsayNetworkFact fact = { .statement = self->facts->statements->len };

  fact.article = number_article (self, article);
  fact.paragraph = hearsay_article_find_paragraph (article, hearsay_statement_get_extent (statement).start);
  fact.said_on = hearsay_statement_get_said_on (statement);
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
find_statement (Builder     *self,
                guint        first,
                guint        n,
                HearsaySpan  span)
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

/* Mentions in the paragraphs of the article's statements, or in all when @everything. Statements and
 * mentions are both in text order: those that end before a mention's paragraph are left behind. */
static void
add_mentions (Builder        *self,
              HearsayArticle *article,
              guint           first,
              guint           n,
              gboolean        everything)
{
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
          (!everything && !g_hash_table_contains (paragraphs, GUINT_TO_POINTER (row.paragraph + 1))))
        continue;
      while (start < first + n &&
             hearsay_statement_get_extent (g_ptr_array_index (self->facts->statements, start)).end <= mentions[i].span.start)
        start++;
      row.entity = number_entity (self, mentions[i].entity);
      row.statement = find_statement (self, start, first + n - start, mentions[i].span);
      g_array_append_val (self->facts->mention_rows, row);
    }
}

static void
builder_init (Builder       *self,
              HearsayFilter *filter)
{
  HearsayNetworkFacts *facts = g_new0 (HearsayNetworkFacts, 1);

  facts->statements = g_ptr_array_new_with_free_func (g_object_unref);
  facts->articles = g_ptr_array_new_with_free_func (g_object_unref);
  facts->entities = g_ptr_array_new_with_free_func (g_object_unref);
  facts->entity_rows = g_array_new (FALSE, FALSE, sizeof (HearsayNetworkEntity));
  facts->fact_rows = g_array_new (FALSE, FALSE, sizeof (HearsayNetworkFact));
  facts->mention_rows = g_array_new (FALSE, FALSE, sizeof (HearsayNetworkMention));
  facts->reprints = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) g_ptr_array_unref);
  self->facts = facts;
  self->filter = filter;
  self->printed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->entities = g_hash_table_new (NULL, NULL);
  self->articles = g_hash_table_new (NULL, NULL);
}

static HearsayNetworkFacts *
builder_finish (Builder *self)
{
  HearsayNetworkFacts *facts = self->facts;

  number_affiliations (self);
  g_hash_table_unref (self->entities);
  g_hash_table_unref (self->articles);
  g_hash_table_unref (self->printed);
  facts->input = (HearsayNetworkInput) {
    .entities = (const HearsayNetworkEntity *) (gpointer) facts->entity_rows->data,
    .n_entities = facts->entity_rows->len,
    .facts = (const HearsayNetworkFact *) (gpointer) facts->fact_rows->data,
    .n_facts = facts->fact_rows->len,
    .mentions = (const HearsayNetworkMention *) (gpointer) facts->mention_rows->data,
    .n_mentions = facts->mention_rows->len,
  };
  return facts;
}

static void
add_article (Builder        *self,
             HearsayArticle *article)
{
  GListModel *statements = hearsay_article_get_statements (article);
  guint first = self->facts->statements->len;
  gboolean everything = self->filter == NULL || hearsay_filter_is_empty (self->filter);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (HearsayStatement) statement = g_list_model_get_item (statements, i);

      if (self->filter != NULL ? hearsay_filter_matches (self->filter, statement)
                               : hearsay_statement_get_status (statement) != HEARSAY_STATUS_REJECTED)
        add_statement (self, statement);
    }
  add_mentions (self, article, first, self->facts->statements->len - first, everything);
}

/**
 * hearsay_network_facts_new:
 * @filter: (nullable): what counts; without it all but what was rejected
 *
 * Reads a collection. Stances that the filter's targets and positions leave out
 * are no facts; mentions count everywhere, or with a filter that chooses
 * something, in the paragraphs of the statements that pass. The same words of
 * the same speaker in another article are a reprint and no fact. In the collection's
 * order: the same collection gives the same rows.
 *
 * Returns: (transfer full): the rows
 */
HearsayNetworkFacts *
hearsay_network_facts_new (HearsayCollection *collection,
                           HearsayFilter     *filter)
{
  GListModel *articles;
  Builder builder;

  g_return_val_if_fail (HEARSAY_IS_COLLECTION (collection), NULL);
  g_return_val_if_fail (filter == NULL || HEARSAY_IS_FILTER (filter), NULL);

  builder_init (&builder, filter);
  articles = hearsay_collection_get_articles (collection);
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (HearsayArticle) article = g_list_model_get_item (articles, i);

      add_article (&builder, article);
    }
  return builder_finish (&builder);
}

/**
 * hearsay_network_facts_new_for_statements:
 * @statements: a list of #HearsayStatement, article by article and in text
 *   order; those without an article are passed over
 * @filter: (nullable): which of their stances count
 *
 * As hearsay_network_facts_new(), for statements that were chosen already.
 * Mentions count in the whole of their articles where the filter chooses
 * nothing, otherwise in their paragraphs.
 *
 * Returns: (transfer full): the rows
 */
HearsayNetworkFacts *
hearsay_network_facts_new_for_statements (GListModel    *statements,
                                          HearsayFilter *filter)
{
  Builder builder;
  HearsayArticle *article = NULL;
  guint first = 0;
  guint n;
  gboolean everything;

  g_return_val_if_fail (G_IS_LIST_MODEL (statements), NULL);
  g_return_val_if_fail (filter == NULL || HEARSAY_IS_FILTER (filter), NULL);

  builder_init (&builder, filter);
  everything = filter == NULL || hearsay_filter_is_empty (filter);
  n = g_list_model_get_n_items (statements);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HearsayStatement) statement = g_list_model_get_item (statements, i);

      if (hearsay_statement_get_article (statement) == NULL)
        continue;
      if (article != NULL && article != hearsay_statement_get_article (statement))
        {
          add_mentions (&builder, article, first, builder.facts->statements->len - first, everything);
          first = builder.facts->statements->len;
        }
      article = hearsay_statement_get_article (statement);
      add_statement (&builder, statement);
    }
  if (article != NULL)
    add_mentions (&builder, article, first, builder.facts->statements->len - first, everything);
  return builder_finish (&builder);
}

void
hearsay_network_facts_free (HearsayNetworkFacts *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->statements);
  g_ptr_array_unref (self->articles);
  g_ptr_array_unref (self->entities);
  g_hash_table_unref (self->reprints);
  g_array_unref (self->entity_rows);
  g_array_unref (self->fact_rows);
  g_array_unref (self->mention_rows);
  g_free (self);
}
