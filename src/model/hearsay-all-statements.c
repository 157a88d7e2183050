/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-all-statements.h"

#include <string.h>

#include "model/hearsay-article-private.h"
#include "model/hearsay-statement.h"

/**
 * HearsayAllStatements:
 *
 * The statements of a list of articles as one list: article by article, text
 * order within. Any item in O(1); one “items-changed” for each change of the
 * articles, however many statements come or go.
 *
 * The positions at which articles begin are summed up on demand, from the first
 * article that moved: appending costs nothing.
 */
struct _HearsayAllStatements
{
  GObject parent_instance;

  GListModel *articles;
  gulong articles_handler;
  GPtrArray *parts;      /* Part, one for each article */
  GHashTable *by_list;   /* an article's list → its Part */
  GPtrArray *statements; /* references */
  guint n_valid;         /* parts whose index and first position are right */
};

typedef struct
{
  HearsayObjectList *list;
  gulong handler;
  guint index;
  guint first;
  guint length;
} Part;

static GType
hearsay_all_statements_get_item_type (GListModel *model)
{
  return HEARSAY_TYPE_STATEMENT;
}

static guint
hearsay_all_statements_get_n_items (GListModel *model)
{
  return HEARSAY_ALL_STATEMENTS (model)->statements->len;
}

static gpointer
hearsay_all_statements_get_item (GListModel *model,
                                 guint       position)
{
  HearsayAllStatements *self = HEARSAY_ALL_STATEMENTS (model);

  if (position >= self->statements->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->statements, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = hearsay_all_statements_get_item_type;
  iface->get_n_items = hearsay_all_statements_get_n_items;
  iface->get_item = hearsay_all_statements_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HearsayAllStatements, hearsay_all_statements, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
part_free (gpointer data)
{
  Part *part = data;

  g_signal_handler_disconnect (part->list, part->handler);
  g_object_unref (part->list);
  g_free (part);
}

/* Makes room for @n pointers at @position. */
static void
open_gap (GPtrArray *array,
          guint      position,
          guint      n)
{
  guint length = array->len;

  g_ptr_array_set_size (array, (gint) (length + n));
  memmove (array->pdata + position + n, array->pdata + position,
           (length - position) * sizeof (gpointer));
  memset (array->pdata + position, 0, n * sizeof (gpointer));
}

static void
validate (HearsayAllStatements *self,
          guint                 index)
{
  for (guint i = self->n_valid; i <= index && i < self->parts->len; i++)
    {
      Part *part = g_ptr_array_index (self->parts, i);
      Part *before = i > 0 ? g_ptr_array_index (self->parts, i - 1) : NULL;

      part->index = i;
      part->first = before != NULL ? before->first + before->length : 0;
      self->n_valid = i + 1;
    }
}

static guint
find_first (HearsayAllStatements *self,
            guint                 index)
{
  Part *part;

  if (index == 0)
    return 0;
  validate (self, index - 1);
  part = g_ptr_array_index (self->parts, index - 1);
  return part->first + part->length;
}

static void
part_changed_cb (HearsayAllStatements *self,
                 guint                 position,
                 guint                 n_removed,
                 guint                 n_added,
                 GListModel           *list)
{
  Part *part = g_hash_table_lookup (self->by_list, list);
  guint at;

  g_assert (part != NULL);

  /* What is valid may end before this part, whose index is then stale. */
  validate (self, self->parts->len - 1);
  at = part->first + position;
  if (n_removed > 0)
    g_ptr_array_remove_range (self->statements, at, n_removed);
  if (n_added > 0)
    open_gap (self->statements, at, n_added);
  for (guint i = 0; i < n_added; i++)
    self->statements->pdata[at + i] =
      g_object_ref (hearsay_object_list_peek (part->list, position + i));
  part->length = part->length - n_removed + n_added;
  self->n_valid = MIN (self->n_valid, part->index + 1);
  g_list_model_items_changed (G_LIST_MODEL (self), at, n_removed, n_added);
}

static guint
remove_parts (HearsayAllStatements *self,
              guint                 position,
              guint                 n)
{
  guint n_statements = 0;

  for (guint i = position; i < position + n; i++)
    {
      Part *part = g_ptr_array_index (self->parts, i);

      n_statements += part->length;
      g_hash_table_remove (self->by_list, part->list);
    }
  if (n > 0)
    g_ptr_array_remove_range (self->parts, position, n);
  return n_statements;
}

static guint
add_parts (HearsayAllStatements *self,
           guint                 position,
           guint                 n)
{
  guint n_statements = 0;

  if (n > 0)
    open_gap (self->parts, position, n);
  for (guint i = position; i < position + n; i++)
    {
      g_autoptr (HearsayArticle) article = g_list_model_get_item (self->articles, i);
      Part *part = g_new0 (Part, 1);

      part->list = g_object_ref (_hearsay_article_get_list (article));
      part->length = hearsay_object_list_get_length (part->list);
      part->handler = g_signal_connect_swapped (part->list, "items-changed",
                                                G_CALLBACK (part_changed_cb), self);
      self->parts->pdata[i] = part;
      g_hash_table_insert (self->by_list, part->list, part);
      n_statements += part->length;
    }
  return n_statements;
}

static void
fill_statements (HearsayAllStatements *self,
                 guint                 first_part,
                 guint                 n_parts,
                 guint                 at)
{
  for (guint i = first_part; i < first_part + n_parts; i++)
    {
      Part *part = g_ptr_array_index (self->parts, i);

      for (guint j = 0; j < part->length; j++)
        self->statements->pdata[at++] = g_object_ref (hearsay_object_list_peek (part->list, j));
    }
}

static void
articles_changed_cb (HearsayAllStatements *self,
                     guint                 position,
                     guint                 n_removed,
                     guint                 n_added,
                     GListModel           *articles)
{
  guint at = find_first (self, position);
  guint n_gone = remove_parts (self, position, n_removed);
  guint n_new = add_parts (self, position, n_added);

  self->n_valid = MIN (self->n_valid, position);
  if (n_gone > 0)
    g_ptr_array_remove_range (self->statements, at, n_gone);
  if (n_new > 0)
    open_gap (self->statements, at, n_new);
  fill_statements (self, position, n_added, at);
  if (n_gone > 0 || n_new > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), at, n_gone, n_new);
}

static void
hearsay_all_statements_dispose (GObject *object)
{
  HearsayAllStatements *self = HEARSAY_ALL_STATEMENTS (object);

  if (self->articles != NULL)
    g_clear_signal_handler (&self->articles_handler, self->articles);
  g_clear_object (&self->articles);
  g_hash_table_remove_all (self->by_list);
  g_ptr_array_set_size (self->parts, 0);
  g_ptr_array_set_size (self->statements, 0);
  self->n_valid = 0;
  G_OBJECT_CLASS (hearsay_all_statements_parent_class)->dispose (object);
}

static void
hearsay_all_statements_finalize (GObject *object)
{
  HearsayAllStatements *self = HEARSAY_ALL_STATEMENTS (object);

  g_hash_table_unref (self->by_list);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->statements);
  G_OBJECT_CLASS (hearsay_all_statements_parent_class)->finalize (object);
}

static void
hearsay_all_statements_class_init (HearsayAllStatementsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearsay_all_statements_dispose;
  G_OBJECT_CLASS (klass)->finalize = hearsay_all_statements_finalize;
}

static void
hearsay_all_statements_init (HearsayAllStatements *self)
{
  self->parts = g_ptr_array_new_with_free_func (part_free);
  self->by_list = g_hash_table_new (NULL, NULL);
  self->statements = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * hearsay_all_statements_new:
 * @articles: a list of #HearsayArticle
 *
 * Returns: (transfer full): the list of their statements, which follows them
 */
HearsayAllStatements *
hearsay_all_statements_new (GListModel *articles)
{
  HearsayAllStatements *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (articles), NULL);

  self = g_object_new (HEARSAY_TYPE_ALL_STATEMENTS, NULL);
  self->articles = g_object_ref (articles);
  self->articles_handler = g_signal_connect_swapped (articles, "items-changed",
                                                     G_CALLBACK (articles_changed_cb), self);
  articles_changed_cb (self, 0, 0, g_list_model_get_n_items (articles), articles);
  return self;
}

/**
 * hearsay_all_statements_peek:
 * @position: smaller than the length
 *
 * Returns: (transfer none): the statement there
 */
HearsayStatement *
hearsay_all_statements_peek (HearsayAllStatements *self,
                             guint                 position)
{
  g_return_val_if_fail (HEARSAY_IS_ALL_STATEMENTS (self), NULL);
  g_return_val_if_fail (position < self->statements->len, NULL);

  return g_ptr_array_index (self->statements, position);
}
