/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/hearsay-statement-list.h"

/* A GListStore would copy a hundred thousand pointers into tree nodes at each
 * change of the filter; a plain array is taken over as it is. */
struct _HearsayStatementList
{
  GObject parent_instance;

  GPtrArray *items;
};

static GType
hearsay_statement_list_get_item_type (GListModel *model)
{
  return HEARSAY_TYPE_STATEMENT;
}

static guint
hearsay_statement_list_get_n_items (GListModel *model)
{
  return HEARSAY_STATEMENT_LIST (model)->items->len;
}

static gpointer
hearsay_statement_list_get_item (GListModel *model,
                                 guint       position)
{
  HearsayStatementList *self = HEARSAY_STATEMENT_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = hearsay_statement_list_get_item_type;
  iface->get_n_items = hearsay_statement_list_get_n_items;
  iface->get_item = hearsay_statement_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HearsayStatementList, hearsay_statement_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
hearsay_statement_list_finalize (GObject *object)
{
  HearsayStatementList *self = HEARSAY_STATEMENT_LIST (object);

  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (hearsay_statement_list_parent_class)->finalize (object);
}

static void
hearsay_statement_list_class_init (HearsayStatementListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearsay_statement_list_finalize;
}

static void
hearsay_statement_list_init (HearsayStatementList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

HearsayStatementList *
hearsay_statement_list_new (void)
{
  return g_object_new (HEARSAY_TYPE_STATEMENT_LIST, NULL);
}

/**
 * hearsay_statement_list_replace:
 * @statements: (transfer none): an array of HearsayStatement that frees its
 *   elements; it is kept and may not change any more
 *
 * Tells of what differs between the common beginning and the common end.
 */
void
hearsay_statement_list_replace (HearsayStatementList *self,
                                GPtrArray            *statements)
{
  g_autoptr (GPtrArray) old = NULL;
  guint shorter;
  guint before = 0;
  guint after = 0;

  g_return_if_fail (HEARSAY_IS_STATEMENT_LIST (self));
  g_return_if_fail (statements != NULL);

  old = g_steal_pointer (&self->items);
  self->items = g_ptr_array_ref (statements);
  shorter = MIN (old->len, statements->len);
  while (before < shorter && old->pdata[before] == statements->pdata[before])
    before++;
  while (after < shorter - before && old->pdata[old->len - 1 - after] == statements->pdata[statements->len - 1 - after])
    after++;
  if (before + after < old->len || before + after < statements->len)
    g_list_model_items_changed (G_LIST_MODEL (self), before, old->len - before - after,
                                statements->len - before - after);
}

/**
 * hearsay_statement_list_get_items:
 *
 * Returns: (transfer none): all statements; valid until they are replaced
 */
HearsayStatement **
hearsay_statement_list_get_items (HearsayStatementList *self)
{
  g_return_val_if_fail (HEARSAY_IS_STATEMENT_LIST (self), NULL);

  return (HearsayStatement **) self->items->pdata;
}

gboolean
hearsay_statement_list_find (HearsayStatementList *self,
                             HearsayStatement     *statement,
                             guint                *position)
{
  g_return_val_if_fail (HEARSAY_IS_STATEMENT_LIST (self), FALSE);

  return g_ptr_array_find (self->items, statement, position);
}

