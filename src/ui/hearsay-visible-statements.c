/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/hearsay-visible-statements.h"

/* A GListStore would copy a hundred thousand pointers into tree nodes at each
 * change of the filter; a plain array is taken over as it is. */
struct _HearsayVisibleStatements
{
  GObject parent_instance;

  GPtrArray *items;
};

static GType
hearsay_visible_statements_get_item_type (GListModel *model)
{
  return HEARSAY_TYPE_STATEMENT;
}

static guint
hearsay_visible_statements_get_n_items (GListModel *model)
{
  return HEARSAY_VISIBLE_STATEMENTS (model)->items->len;
}

static gpointer
hearsay_visible_statements_get_item (GListModel *model,
                                     guint       position)
{
  HearsayVisibleStatements *self = HEARSAY_VISIBLE_STATEMENTS (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = hearsay_visible_statements_get_item_type;
  iface->get_n_items = hearsay_visible_statements_get_n_items;
  iface->get_item = hearsay_visible_statements_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HearsayVisibleStatements, hearsay_visible_statements, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
hearsay_visible_statements_finalize (GObject *object)
{
  HearsayVisibleStatements *self = HEARSAY_VISIBLE_STATEMENTS (object);

  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (hearsay_visible_statements_parent_class)->finalize (object);
}

static void
hearsay_visible_statements_class_init (HearsayVisibleStatementsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearsay_visible_statements_finalize;
}

static void
hearsay_visible_statements_init (HearsayVisibleStatements *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

HearsayVisibleStatements *
hearsay_visible_statements_new (void)
{
  return g_object_new (HEARSAY_TYPE_VISIBLE_STATEMENTS, NULL);
}

/**
 * hearsay_visible_statements_replace:
 * @statements: (transfer none): an array of HearsayStatement that frees its
 *   elements; it is kept and may not change any more
 *
 * Tells of what differs between the common beginning and the common end.
 */
void
hearsay_visible_statements_replace (HearsayVisibleStatements *self,
                                    GPtrArray                *statements)
{
  g_autoptr (GPtrArray) old = NULL;
  guint shorter;
  guint before = 0;
  guint after = 0;

  g_return_if_fail (HEARSAY_IS_VISIBLE_STATEMENTS (self));
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
 * hearsay_visible_statements_get_items:
 *
 * Returns: (transfer none): all statements; valid until they are replaced
 */
HearsayStatement **
hearsay_visible_statements_get_items (HearsayVisibleStatements *self)
{
  g_return_val_if_fail (HEARSAY_IS_VISIBLE_STATEMENTS (self), NULL);

  return (HearsayStatement **) self->items->pdata;
}

gboolean
hearsay_visible_statements_find (HearsayVisibleStatements *self,
                                 HearsayStatement         *statement,
                                 guint                    *position)
{
  g_return_val_if_fail (HEARSAY_IS_VISIBLE_STATEMENTS (self), FALSE);

  return g_ptr_array_find (self->items, statement, position);
}

