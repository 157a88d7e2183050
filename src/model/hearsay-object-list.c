/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-object-list.h"

#include <string.h>

/**
 * HearsayObjectList:
 *
 * A list model on a plain array: any item in O(1), also in random order, and
 * one “items-changed” for any number of neighbours.
 */
struct _HearsayObjectList
{
  GObject parent_instance;

  GType item_type;
  GPtrArray *items;
};

static GType
hearsay_object_list_get_item_type (GListModel *model)
{
  return HEARSAY_OBJECT_LIST (model)->item_type;
}

static guint
hearsay_object_list_get_n_items (GListModel *model)
{
  return HEARSAY_OBJECT_LIST (model)->items->len;
}

static gpointer
hearsay_object_list_get_item (GListModel *model,
                              guint       position)
{
  HearsayObjectList *self = HEARSAY_OBJECT_LIST (model);

  if (position >= self->items->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->items, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = hearsay_object_list_get_item_type;
  iface->get_n_items = hearsay_object_list_get_n_items;
  iface->get_item = hearsay_object_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HearsayObjectList, hearsay_object_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
hearsay_object_list_dispose (GObject *object)
{
  HearsayObjectList *self = HEARSAY_OBJECT_LIST (object);

  g_ptr_array_set_size (self->items, 0);
  G_OBJECT_CLASS (hearsay_object_list_parent_class)->dispose (object);
}

static void
hearsay_object_list_finalize (GObject *object)
{
  HearsayObjectList *self = HEARSAY_OBJECT_LIST (object);

  g_ptr_array_unref (self->items);
  G_OBJECT_CLASS (hearsay_object_list_parent_class)->finalize (object);
}

static void
hearsay_object_list_class_init (HearsayObjectListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearsay_object_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = hearsay_object_list_finalize;
}

static void
hearsay_object_list_init (HearsayObjectList *self)
{
  self->item_type = G_TYPE_OBJECT;
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * hearsay_object_list_new:
 * @item_type: type of the items
 *
 * Returns: (transfer full): an empty list
 */
HearsayObjectList *
hearsay_object_list_new (GType item_type)
{
  HearsayObjectList *self;

  g_return_val_if_fail (g_type_is_a (item_type, G_TYPE_OBJECT), NULL);

  self = g_object_new (HEARSAY_TYPE_OBJECT_LIST, NULL);
  self->item_type = item_type;
  return self;
}

guint
hearsay_object_list_get_length (HearsayObjectList *self)
{
  g_return_val_if_fail (HEARSAY_IS_OBJECT_LIST (self), 0);

  return self->items->len;
}

/**
 * hearsay_object_list_peek:
 * @position: smaller than the length
 *
 * Returns: (transfer none): the item there
 */
gpointer
hearsay_object_list_peek (HearsayObjectList *self,
                          guint              position)
{
  g_return_val_if_fail (HEARSAY_IS_OBJECT_LIST (self), NULL);
  g_return_val_if_fail (position < self->items->len, NULL);

  return g_ptr_array_index (self->items, position);
}

/**
 * hearsay_object_list_append:
 * @item: (transfer none): what comes last from now on
 */
void
hearsay_object_list_append (HearsayObjectList *self,
                            gpointer           item)
{
  g_return_if_fail (HEARSAY_IS_OBJECT_LIST (self));
  g_return_if_fail (G_TYPE_CHECK_INSTANCE_TYPE (item, self->item_type));

  g_ptr_array_add (self->items, g_object_ref (item));
  g_list_model_items_changed (G_LIST_MODEL (self), self->items->len - 1, 0, 1);
}

/* Opens a gap of @n items in front of @position; its pointers are %NULL. */
static void
open_gap (GPtrArray *items,
          guint      position,
          guint      n)
{
  guint length = items->len;

  g_ptr_array_set_size (items, (gint) (length + n));
  memmove (items->pdata + position + n, items->pdata + position,
           (length - position) * sizeof (gpointer));
}

/**
 * hearsay_object_list_splice:
 * @position: where, at most the length
 * @n_removals: how many items go from there
 * @additions: (array length=n_additions) (transfer none) (nullable): what comes in their place
 *
 * Emits “items-changed” once. Takes time in proportion to the items behind @position.
 */
void
hearsay_object_list_splice (HearsayObjectList *self,
                            guint              position,
                            guint              n_removals,
                            gpointer          *additions,
                            guint              n_additions)
{
  g_return_if_fail (HEARSAY_IS_OBJECT_LIST (self));
  g_return_if_fail (position <= self->items->len && n_removals <= self->items->len - position);
  g_return_if_fail (additions != NULL || n_additions == 0);

  if (n_removals == 0 && n_additions == 0)
    return;
  for (guint i = 0; i < n_additions; i++)
    g_object_ref (additions[i]);
  if (n_removals > 0)
    g_ptr_array_remove_range (self->items, position, n_removals);
  if (n_additions > 0)
    {
      open_gap (self->items, position, n_additions);
      memcpy (self->items->pdata + position, additions, n_additions * sizeof (gpointer));
    }
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removals, n_additions);
}
