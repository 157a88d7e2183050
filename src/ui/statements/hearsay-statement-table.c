/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/statements/hearsay-statement-table.h"

#include <string.h>

/* Rows that are sorted at once; more go to a thread. */
#define SMALL 3000

/**
 * HearsayStatementTable:
 *
 * The session's statements in an order of its own, with the session's
 * selection as theirs.
 */
struct _HearsayStatementTable
{
  GObject parent_instance;

  HearsaySession *session;
  GPtrArray *rows;
  HearsayOrderKey keys[HEARSAY_MAX_ORDER_KEYS];
  guint n_keys;
  GCancellable *cancellable;
};

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GType
hearsay_statement_table_get_item_type (GListModel *model)
{
  return HEARSAY_TYPE_STATEMENT;
}

static guint
hearsay_statement_table_get_n_items (GListModel *model)
{
  return HEARSAY_STATEMENT_TABLE (model)->rows->len;
}

static gpointer
hearsay_statement_table_get_item (GListModel *model,
                                  guint       position)
{
  HearsayStatementTable *self = HEARSAY_STATEMENT_TABLE (model);

  return position < self->rows->len ? g_object_ref (g_ptr_array_index (self->rows, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = hearsay_statement_table_get_item_type;
  iface->get_n_items = hearsay_statement_table_get_n_items;
  iface->get_item = hearsay_statement_table_get_item;
}

static gboolean
hearsay_statement_table_is_selected (GtkSelectionModel *model,
                                     guint              position)
{
  HearsayStatementTable *self = HEARSAY_STATEMENT_TABLE (model);

  return position < self->rows->len &&
         hearsay_session_is_selected (self->session, g_ptr_array_index (self->rows, position));
}

static GtkBitset *
hearsay_statement_table_get_selection_in_range (GtkSelectionModel *model,
                                                guint              position,
                                                guint              n_items)
{
  HearsayStatementTable *self = HEARSAY_STATEMENT_TABLE (model);
  GtkBitset *selected = gtk_bitset_new_empty ();

  if (hearsay_session_get_selection (self->session)->len == 0)
    return selected;
  for (guint i = position; i < self->rows->len && i - position < n_items; i++)
    {
      if (hearsay_statement_table_is_selected (model, i))
        gtk_bitset_add (selected, i);
    }
  return selected;
}

/* Selects those of the rows in @selected, and keeps of the rest what is outside @mask. */
static gboolean
hearsay_statement_table_set_selection (GtkSelectionModel *model,
                                       GtkBitset         *selected,
                                       GtkBitset         *mask)
{
  HearsayStatementTable *self = HEARSAY_STATEMENT_TABLE (model);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_autoptr (GHashTable) touched = g_hash_table_new (NULL, NULL);
  const GPtrArray *old = hearsay_session_get_selection (self->session);
  GtkBitsetIter iter;
  guint position;

  if (gtk_bitset_get_size (mask) < self->rows->len)
    {
      for (gboolean valid = gtk_bitset_iter_init_first (&iter, mask, &position); valid && position < self->rows->len;
           valid = gtk_bitset_iter_next (&iter, &position))
        g_hash_table_add (touched, g_ptr_array_index (self->rows, position));
      for (guint i = 0; i < old->len; i++)
        {
          if (!g_hash_table_contains (touched, g_ptr_array_index (old, i)))
            g_ptr_array_add (chosen, g_ptr_array_index (old, i));
        }
    }
  for (gboolean valid = gtk_bitset_iter_init_first (&iter, selected, &position); valid && position < self->rows->len;
       valid = gtk_bitset_iter_next (&iter, &position))
    {
      if (gtk_bitset_contains (mask, position))
        g_ptr_array_add (chosen, g_ptr_array_index (self->rows, position));
    }
  hearsay_session_select (self->session, (HearsayStatement **) chosen->pdata, chosen->len);
  return TRUE;
}

static gboolean
change_range (GtkSelectionModel *model,
              guint              position,
              guint              n_items,
              gboolean           select,
              gboolean           unselect_rest)
{
  g_autoptr (GtkBitset) mask = gtk_bitset_new_range (position, n_items);
  g_autoptr (GtkBitset) selected = select ? gtk_bitset_ref (mask) : gtk_bitset_new_empty ();

  if (unselect_rest)
    {
      gtk_bitset_unref (mask);
      mask = gtk_bitset_new_range (0, HEARSAY_STATEMENT_TABLE (model)->rows->len);
    }
  return hearsay_statement_table_set_selection (model, selected, mask);
}

static gboolean
hearsay_statement_table_select_item (GtkSelectionModel *model,
                                     guint              position,
                                     gboolean           unselect_rest)
{
  return change_range (model, position, 1, TRUE, unselect_rest);
}

static gboolean
hearsay_statement_table_unselect_item (GtkSelectionModel *model,
                                       guint              position)
{
  return change_range (model, position, 1, FALSE, FALSE);
}

static gboolean
hearsay_statement_table_select_range (GtkSelectionModel *model,
                                      guint              position,
                                      guint              n_items,
                                      gboolean           unselect_rest)
{
  return change_range (model, position, n_items, TRUE, unselect_rest);
}

static gboolean
hearsay_statement_table_unselect_range (GtkSelectionModel *model,
                                        guint              position,
                                        guint              n_items)
{
  return change_range (model, position, n_items, FALSE, FALSE);
}

static gboolean
hearsay_statement_table_select_all (GtkSelectionModel *model)
{
  HearsayStatementTable *self = HEARSAY_STATEMENT_TABLE (model);

  hearsay_session_select (self->session, (HearsayStatement **) self->rows->pdata, self->rows->len);
  return TRUE;
}

static gboolean
hearsay_statement_table_unselect_all (GtkSelectionModel *model)
{
  hearsay_session_select (HEARSAY_STATEMENT_TABLE (model)->session, NULL, 0);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = hearsay_statement_table_is_selected;
  iface->get_selection_in_range = hearsay_statement_table_get_selection_in_range;
  iface->select_item = hearsay_statement_table_select_item;
  iface->unselect_item = hearsay_statement_table_unselect_item;
  iface->select_range = hearsay_statement_table_select_range;
  iface->unselect_range = hearsay_statement_table_unselect_range;
  iface->select_all = hearsay_statement_table_select_all;
  iface->unselect_all = hearsay_statement_table_unselect_all;
  iface->set_selection = hearsay_statement_table_set_selection;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HearsayStatementTable, hearsay_statement_table, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static void
stop_sorting (HearsayStatementTable *self)
{
  if (self->cancellable == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
hearsay_statement_table_dispose (GObject *object)
{
  HearsayStatementTable *self = HEARSAY_STATEMENT_TABLE (object);

  stop_sorting (self);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hearsay_statement_table_parent_class)->dispose (object);
}

static void
hearsay_statement_table_finalize (GObject *object)
{
  HearsayStatementTable *self = HEARSAY_STATEMENT_TABLE (object);

  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (hearsay_statement_table_parent_class)->finalize (object);
}

static void
hearsay_statement_table_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  HearsayStatementTable *self = HEARSAY_STATEMENT_TABLE (object);

  if (prop_id == PROP_BUSY)
    g_value_set_boolean (value, self->cancellable != NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
hearsay_statement_table_class_init (HearsayStatementTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hearsay_statement_table_dispose;
  object_class->finalize = hearsay_statement_table_finalize;
  object_class->get_property = hearsay_statement_table_get_property;
  properties[PROP_BUSY] =
    g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hearsay_statement_table_init (HearsayStatementTable *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Tells only of what lies between the first and the last difference: the view keeps its place. */
static void
replace_rows (HearsayStatementTable *self,
              GPtrArray             *rows)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->rows);
  guint shorter = MIN (old->len, rows->len);
  guint first = 0;
  guint last = 0;

  self->rows = g_ptr_array_ref (rows);
  while (first < shorter && old->pdata[first] == rows->pdata[first])
    first++;
  while (last < shorter - first && old->pdata[old->len - 1 - last] == rows->pdata[rows->len - 1 - last])
    last++;
  if (old->len != rows->len || first < rows->len)
    g_list_model_items_changed (G_LIST_MODEL (self), first, old->len - first - last, rows->len - first - last);
}

static void
sort_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  hearsay_order_sort (data);
  g_task_return_boolean (task, TRUE);
}

static void
sorted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  HearsayStatementTable *self = HEARSAY_STATEMENT_TABLE (source);
  HearsayOrder *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GPtrArray) rows = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    {
      hearsay_order_release (order);
      return;
    }
  g_clear_object (&self->cancellable);
  rows = hearsay_order_take (order);
  hearsay_order_release (order);
  replace_rows (self, rows);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
sort_in_background (HearsayStatementTable *self,
                    HearsayOrder          *order)
{
  g_autoptr (GTask) task = NULL;

  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, sorted_cb, NULL);
  g_task_set_name (task, "sort statements");
  g_task_set_task_data (task, order, (GDestroyNotify) hearsay_order_free);
  g_task_run_in_thread (task, sort_in_thread);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
sort_rows (HearsayStatementTable *self)
{
  GListModel *statements = hearsay_session_get_statements (self->session);
  guint n = g_list_model_get_n_items (statements);
  g_autoptr (GPtrArray) items = g_ptr_array_new_full (n, g_object_unref);
  g_autoptr (HearsayOrder) order = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  stop_sorting (self);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, g_list_model_get_item (statements, i));
  if (self->n_keys == 0)
    {
      replace_rows (self, items);
      return;
    }
  order = hearsay_order_new ((HearsayStatement **) items->pdata, n, self->keys, self->n_keys);
  if (n > SMALL)
    {
      sort_in_background (self, g_steal_pointer (&order));
      return;
    }
  hearsay_order_sort (order);
  rows = hearsay_order_take (order);
  replace_rows (self, rows);
}

static void
selection_changed_cb (HearsayStatementTable *self)
{
  if (self->rows->len > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, self->rows->len);
}

/**
 * hearsay_statement_table_new:
 * @session: whose statements and selection these are
 *
 * Returns: (transfer full): the table, in the collection's order
 */
HearsayStatementTable *
hearsay_statement_table_new (HearsaySession *session)
{
  HearsayStatementTable *self;

  g_return_val_if_fail (HEARSAY_IS_SESSION (session), NULL);

  self = g_object_new (HEARSAY_TYPE_STATEMENT_TABLE, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "statements-changed", G_CALLBACK (sort_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  sort_rows (self);
  return self;
}

/**
 * hearsay_statement_table_set_order:
 * @keys: (array length=n_keys): the most important first; none for the collection's order
 *
 * Many rows are sorted on a thread, with the old order on screen.
 */
void
hearsay_statement_table_set_order (HearsayStatementTable *self,
                                   const HearsayOrderKey *keys,
                                   guint                  n_keys)
{
  g_return_if_fail (HEARSAY_IS_STATEMENT_TABLE (self));
  g_return_if_fail (keys != NULL || n_keys == 0);

  self->n_keys = MIN (n_keys, HEARSAY_MAX_ORDER_KEYS);
  if (self->n_keys > 0)
    memcpy (self->keys, keys, self->n_keys * sizeof (HearsayOrderKey));
  sort_rows (self);
}

/**
 * hearsay_statement_table_find:
 * @position: (out): its row
 *
 * In time of the number of rows.
 *
 * Returns: whether the statement has a row
 */
gboolean
hearsay_statement_table_find (HearsayStatementTable *self,
                              HearsayStatement      *statement,
                              guint                 *position)
{
  g_return_val_if_fail (HEARSAY_IS_STATEMENT_TABLE (self), FALSE);
  g_return_val_if_fail (position != NULL, FALSE);

  return g_ptr_array_find (self->rows, statement, position);
}
