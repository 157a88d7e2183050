/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-network-facts.h"

#include "network/hearsay-network-facts-private.h"

/* The clock is looked at after so many statements. */
#define CLOCK_EVERY 8

/**
 * HearsayNetworkGather:
 * @next: position of the next statement
 * @article: the one whose statements are being read
 * @first: number of its first statement
 */
struct _HearsayNetworkGather
{
  GListModel *statements;
  HearsayFactsBuilder builder;
  guint next;
  HearsayArticle *article;
  guint first;
};

static void
add_article (HearsayFactsBuilder *self,
             HearsayArticle      *article)
{
  GListModel *statements = hearsay_article_get_statements (article);
  guint first = self->facts->statements->len;

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (HearsayStatement) statement = g_list_model_get_item (statements, i);

      if (self->filter != NULL ? hearsay_filter_matches (self->filter, statement)
                               : hearsay_statement_get_status (statement) != HEARSAY_STATUS_REJECTED)
        hearsay_facts_builder_add_statement (self, statement);
    }
  hearsay_facts_builder_add_mentions (self, article, first);
  hearsay_facts_builder_add_relations (self, article, first);
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
  HearsayFactsBuilder builder;

  g_return_val_if_fail (HEARSAY_IS_COLLECTION (collection), NULL);
  g_return_val_if_fail (filter == NULL || HEARSAY_IS_FILTER (filter), NULL);

  hearsay_facts_builder_init (&builder, filter);
  articles = hearsay_collection_get_articles (collection);
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (HearsayArticle) article = g_list_model_get_item (articles, i);

      add_article (&builder, article);
    }
  return hearsay_facts_builder_finish (&builder);
}

/**
 * hearsay_network_gather_new:
 * @statements: a list of #HearsayStatement, article by article and in text
 *   order; those without an article are passed over. It must stay as it is
 * @filter: (nullable): which of their stances count
 *
 * Begins to read statements that were chosen already, as
 * hearsay_network_facts_new() reads all. Mentions count in the whole of their
 * articles where the filter chooses nothing, otherwise in their paragraphs.
 */
HearsayNetworkGather *
hearsay_network_gather_new (GListModel    *statements,
                            HearsayFilter *filter)
{
  HearsayNetworkGather *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (statements), NULL);
  g_return_val_if_fail (filter == NULL || HEARSAY_IS_FILTER (filter), NULL);

  self = g_new0 (HearsayNetworkGather, 1);
  self->statements = g_object_ref (statements);
  hearsay_facts_builder_init (&self->builder, filter != NULL ? g_object_ref (filter) : NULL);
  return self;
}

static void
close_article (HearsayNetworkGather *self)
{
  if (self->article != NULL)
    {
      hearsay_facts_builder_add_mentions (&self->builder, self->article, self->first);
      hearsay_facts_builder_add_relations (&self->builder, self->article, self->first);
    }
  self->first = self->builder.facts->statements->len;
}

/**
 * hearsay_network_gather_step:
 * @until: monotonic time in microseconds
 *
 * Reads on until the time has come, a few statements at least.
 *
 * Returns: whether all is read
 */
gboolean
hearsay_network_gather_step (HearsayNetworkGather *self,
                             gint64                until)
{
  guint n_read = 0;
  guint n;

  g_return_val_if_fail (self != NULL, TRUE);

  n = g_list_model_get_n_items (self->statements);
  while (self->next < n)
    {
      g_autoptr (HearsayStatement) statement = NULL;
      HearsayArticle *article;

      if (n_read > 0 && n_read % CLOCK_EVERY == 0 && g_get_monotonic_time () >= until)
        return FALSE;
      n_read++;
      statement = g_list_model_get_item (self->statements, self->next++);
      article = hearsay_statement_get_article (statement);
      if (article == NULL)
        continue;
      if (article != self->article)
        close_article (self);
      /* The facts hold it. */
      self->article = article;
      hearsay_facts_builder_add_statement (&self->builder, statement);
    }
  return TRUE;
}

static void
free_gather (HearsayNetworkGather *self)
{
  g_clear_object (&self->builder.filter);
  g_object_unref (self->statements);
  g_free (self);
}

/**
 * hearsay_network_gather_finish:
 * @self: (transfer full): after its last step
 *
 * Returns: (transfer full): the rows
 */
HearsayNetworkFacts *
hearsay_network_gather_finish (HearsayNetworkGather *self)
{
  HearsayNetworkFacts *facts;

  g_return_val_if_fail (self != NULL, NULL);

  close_article (self);
  facts = hearsay_facts_builder_finish (&self->builder);
  free_gather (self);
  return facts;
}

/**
 * hearsay_network_gather_free:
 *
 * Gives a reading up.
 */
void
hearsay_network_gather_free (HearsayNetworkGather *self)
{
  g_return_if_fail (self != NULL);

  hearsay_facts_builder_clear (&self->builder);
  hearsay_network_facts_unref (self->builder.facts);
  free_gather (self);
}

/**
 * hearsay_network_facts_new_for_statements:
 *
 * As hearsay_network_gather_new(), at once.
 *
 * Returns: (transfer full): the rows
 */
HearsayNetworkFacts *
hearsay_network_facts_new_for_statements (GListModel    *statements,
                                          HearsayFilter *filter)
{
  HearsayNetworkGather *gather = hearsay_network_gather_new (statements, filter);

  g_return_val_if_fail (gather != NULL, NULL);

  hearsay_network_gather_step (gather, G_MAXINT64);
  return hearsay_network_gather_finish (gather);
}

HearsayNetworkFacts *
hearsay_network_facts_ref (HearsayNetworkFacts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  self->ref_count++;
  return self;
}

void
hearsay_network_facts_unref (HearsayNetworkFacts *self)
{
  g_return_if_fail (self != NULL && self->ref_count > 0);

  if (--self->ref_count > 0)
    return;
  g_ptr_array_unref (self->statements);
  g_ptr_array_unref (self->articles);
  g_ptr_array_unref (self->entities);
  g_ptr_array_unref (self->initials);
  g_hash_table_unref (self->reprints);
  g_array_unref (self->days);
  g_array_unref (self->entity_rows);
  g_array_unref (self->fact_rows);
  g_array_unref (self->mention_rows);
  g_array_unref (self->relation_rows);
  g_ptr_array_unref (self->quotes);
  g_string_chunk_free (self->strings);
  g_free (self);
}
