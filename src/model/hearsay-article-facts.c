/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-article-private.h"

/* Where an article names whom, and how those it names stand to each other. */

static void
release_mention (gpointer data)
{
  HearsayMention *mention = data;

  g_clear_object (&mention->entity);
}

static void
release_relation (gpointer data)
{
  HearsayRelation *relation = data;

  g_clear_object (&relation->from);
  g_clear_object (&relation->to);
  g_clear_object (&relation->issue);
}

void
_hearsay_article_init_facts (HearsayArticle *self)
{
  self->mentions = g_array_new (FALSE, FALSE, sizeof (HearsayMention));
  g_array_set_clear_func (self->mentions, release_mention);
  self->relations = g_array_new (FALSE, FALSE, sizeof (HearsayRelation));
  g_array_set_clear_func (self->relations, release_relation);
}

/**
 * hearsay_article_get_mentions:
 * @n_mentions: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_mentions): where actors and issues are named, in text order
 */
const HearsayMention *
hearsay_article_get_mentions (HearsayArticle *self,
                              guint          *n_mentions)
{
  g_return_val_if_fail (HEARSAY_IS_ARTICLE (self), NULL);
  g_return_val_if_fail (n_mentions != NULL, NULL);

  *n_mentions = self->mentions->len;
  return (const HearsayMention *) (gpointer) self->mentions->data;
}

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  const HearsayMention *first = a;
  const HearsayMention *second = b;

  if (first->span.start != second->span.start)
    return first->span.start < second->span.start ? -1 : 1;
  if (first->span.end != second->span.end)
    return first->span.end < second->span.end ? -1 : 1;
  return 0;
}

/**
 * hearsay_article_set_mentions:
 * @mentions: (array length=n_mentions) (nullable): in any order; copied
 */
void
hearsay_article_set_mentions (HearsayArticle       *self,
                              const HearsayMention *mentions,
                              guint                 n_mentions)
{
  g_return_if_fail (HEARSAY_IS_ARTICLE (self));
  g_return_if_fail (mentions != NULL || n_mentions == 0);

  for (guint i = 0; i < n_mentions; i++)
    g_object_ref (mentions[i].entity);
  g_array_set_size (self->mentions, 0);
  g_array_append_vals (self->mentions, mentions, n_mentions);
  g_array_sort (self->mentions, compare_mentions);
}

/**
 * hearsay_article_get_relations:
 * @n_relations: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_relations): how actors stand to each other
 */
const HearsayRelation *
hearsay_article_get_relations (HearsayArticle *self,
                               guint          *n_relations)
{
  g_return_val_if_fail (HEARSAY_IS_ARTICLE (self), NULL);
  g_return_val_if_fail (n_relations != NULL, NULL);

  *n_relations = self->relations->len;
  return (const HearsayRelation *) (gpointer) self->relations->data;
}

/**
 * hearsay_article_set_relations:
 * @relations: (array length=n_relations) (nullable): copied
 */
void
hearsay_article_set_relations (HearsayArticle        *self,
                               const HearsayRelation *relations,
                               guint                  n_relations)
{
  g_return_if_fail (HEARSAY_IS_ARTICLE (self));
  g_return_if_fail (relations != NULL || n_relations == 0);

  for (guint i = 0; i < n_relations; i++)
    {
      g_object_ref (relations[i].from);
      g_object_ref (relations[i].to);
      if (relations[i].issue != NULL)
        g_object_ref (relations[i].issue);
    }
  g_array_set_size (self->relations, 0);
  if (n_relations > 0)
    g_array_append_vals (self->relations, relations, n_relations);
}
