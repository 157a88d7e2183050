/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-article-private.h"

#include <string.h>

#include "model/hearsay-stance.h"
#include "model/hearsay-statement.h"

/* The statements of an article: in the order of the text, and counted by stance. */

GListModel *
hearsay_article_get_statements (HearsayArticle *self)
{
  g_return_val_if_fail (HEARSAY_IS_ARTICLE (self), NULL);
  return G_LIST_MODEL (self->statements);
}

/* Behind all statements that do not begin later. */
static guint
find_place (HearsayArticle *self,
            guint32         start)
{
  guint low = 0;
  guint high = hearsay_object_list_get_length (self->statements);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (hearsay_statement_get_extent (hearsay_object_list_peek (self->statements, middle)).start <= start)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * hearsay_article_add_statement:
 * @statement: (transfer none): made for this article
 *
 * Puts it where its words stand.
 */
void
hearsay_article_add_statement (HearsayArticle   *self,
                               HearsayStatement *statement)
{
  g_return_if_fail (HEARSAY_IS_ARTICLE (self));
  g_return_if_fail (HEARSAY_IS_STATEMENT (statement));
  g_return_if_fail (hearsay_statement_get_article (statement) == self);

  hearsay_object_list_splice (self->statements,
                              find_place (self, hearsay_statement_get_extent (statement).start), 0,
                              (gpointer *) &statement, 1);
  _hearsay_article_notify_counts (self);
}

/**
 * hearsay_article_add_statements:
 * @statements: (array length=n_statements) (transfer none): made for this
 *   article, in the order they are to be shown in, behind those that are there
 */
void
hearsay_article_add_statements (HearsayArticle    *self,
                                HearsayStatement **statements,
                                guint              n_statements)
{
  g_return_if_fail (HEARSAY_IS_ARTICLE (self));
  g_return_if_fail (statements != NULL || n_statements == 0);

  if (n_statements == 0)
    return;
  hearsay_object_list_splice (self->statements, hearsay_object_list_get_length (self->statements), 0,
                              (gpointer *) statements, n_statements);
  _hearsay_article_notify_counts (self);
}

static void
count_stances (HearsayArticle *self)
{
  memset (self->counts, 0, sizeof self->counts);
  for (guint i = 0; i < hearsay_object_list_get_length (self->statements); i++)
    {
      HearsayStatement *statement = hearsay_object_list_peek (self->statements, i);
      guint n_stances = hearsay_statement_get_n_stances (statement);

      if (hearsay_statement_get_status (statement) == HEARSAY_STATUS_REJECTED)
        continue;
      for (guint j = 0; j < n_stances; j++)
        self->counts[hearsay_stance_get_shown_position (hearsay_statement_peek_stance (statement, j))]++;
    }
  self->counted = TRUE;
}

/**
 * hearsay_article_get_stance_counts:
 * @counts: (out): by position as shown, without rejected statements
 */
void
hearsay_article_get_stance_counts (HearsayArticle *self,
                                   guint           counts[HEARSAY_N_POSITIONS])
{
  g_return_if_fail (HEARSAY_IS_ARTICLE (self));
  g_return_if_fail (counts != NULL);

  if (!self->counted)
    count_stances (self);
  memcpy (counts, self->counts, sizeof self->counts);
}

HearsayObjectList *
_hearsay_article_get_list (HearsayArticle *self)
{
  g_assert (HEARSAY_IS_ARTICLE (self));
  return self->statements;
}

void
_hearsay_article_attach (HearsayArticle   *self,
                         HearsayStatement *statement)
{
  g_assert (HEARSAY_IS_ARTICLE (self));
  g_hash_table_add (self->attached, statement);
}

void
_hearsay_article_detach (HearsayArticle   *self,
                         HearsayStatement *statement)
{
  g_assert (HEARSAY_IS_ARTICLE (self));
  g_hash_table_remove (self->attached, statement);
}

/* A copy with references: whoever is notified may let go of any of them. */
static GPtrArray *
dup_attached (HearsayArticle *self)
{
  GPtrArray *statements = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer statement;

  g_hash_table_iter_init (&iter, self->attached);
  while (g_hash_table_iter_next (&iter, &statement, NULL))
    g_ptr_array_add (statements, g_object_ref (statement));
  return statements;
}

/* Statements of an article that was taken out of the collection point nowhere until it is back. */
void
_hearsay_article_set_removed (HearsayArticle *self,
                              gboolean        removed)
{
  g_autoptr (GPtrArray) statements = NULL;

  g_assert (HEARSAY_IS_ARTICLE (self));

  statements = dup_attached (self);
  for (guint i = 0; i < statements->len; i++)
    _hearsay_statement_set_removed (g_ptr_array_index (statements, i), removed);
}

/* Statements that others hold outlive the article. */
void
_hearsay_article_forget_statements (HearsayArticle *self)
{
  GHashTableIter iter;
  gpointer statement;

  /* Nobody hears of it but holders of a statement: those listed here alone go without a word. */
  g_clear_object (&self->statements);
  while (g_hash_table_size (self->attached) > 0)
    {
      g_hash_table_iter_init (&iter, self->attached);
      if (!g_hash_table_iter_next (&iter, &statement, NULL))
        break;
      g_hash_table_iter_remove (&iter);
      _hearsay_statement_forget_article (statement);
    }
}
