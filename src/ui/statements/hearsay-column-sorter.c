/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/statements/hearsay-column-sorter.h"

/**
 * HearsayColumnSorter:
 *
 * Stands for a column in the headings. It sorts nothing: the table orders its
 * rows itself, on a thread where there are many, and asks by
 * hearsay_column_sorter_probe() which headings were clicked. GTK 4.8 does not
 * tell that in any other way.
 */
struct _HearsayColumnSorter
{
  GtkSorter parent_instance;

  HearsayColumn column;
  GtkOrdering answer;
};

G_DEFINE_FINAL_TYPE (HearsayColumnSorter, hearsay_column_sorter, GTK_TYPE_SORTER)

static GtkOrdering
hearsay_column_sorter_compare (GtkSorter *sorter,
                               gpointer   first,
                               gpointer   second)
{
  return HEARSAY_COLUMN_SORTER (sorter)->answer;
}

static GtkSorterOrder
hearsay_column_sorter_get_order (GtkSorter *sorter)
{
  return GTK_SORTER_ORDER_PARTIAL;
}

static void
hearsay_column_sorter_class_init (HearsayColumnSorterClass *klass)
{
  GTK_SORTER_CLASS (klass)->compare = hearsay_column_sorter_compare;
  GTK_SORTER_CLASS (klass)->get_order = hearsay_column_sorter_get_order;
}

static void
hearsay_column_sorter_init (HearsayColumnSorter *self)
{
  self->answer = GTK_ORDERING_EQUAL;
}

GtkSorter *
hearsay_column_sorter_new (HearsayColumn column)
{
  HearsayColumnSorter *self = g_object_new (HEARSAY_TYPE_COLUMN_SORTER, NULL);

  self->column = column;
  return GTK_SORTER (self);
}

HearsayColumn
hearsay_column_sorter_get_column (HearsayColumnSorter *self)
{
  g_return_val_if_fail (HEARSAY_IS_COLUMN_SORTER (self), HEARSAY_COLUMN_CHECK);
  return self->column;
}

static void
add_key (HearsayOrderKey *keys,
         guint           *n_keys,
         HearsayColumn    column,
         gboolean         descending,
         guint            position)
{
  if (*n_keys < HEARSAY_MAX_ORDER_KEYS)
    (*n_keys)++;
  for (guint i = *n_keys - 1; i > position; i--)
    keys[i] = keys[i - 1];
  if (position < HEARSAY_MAX_ORDER_KEYS)
    keys[position] = (HearsayOrderKey) { column, descending };
}

static HearsayColumnSorter *
get_sorter (GListModel *columns,
            guint       index)
{
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, index);
  GtkSorter *sorter = gtk_column_view_column_get_sorter (column);

  return HEARSAY_IS_COLUMN_SORTER (sorter) ? HEARSAY_COLUMN_SORTER (sorter) : NULL;
}

/* The keys found so far that decide before the column does: those whose answer stays the result. */
static guint
find_place (GtkSorter             *all,
            GPtrArray             *found,
            HearsayColumnSorter   *sorter,
            gpointer               first,
            gpointer               second,
            GtkOrdering            alone)
{
  guint place = 0;

  for (guint i = 0; i < found->len; i++)
    {
      HearsayColumnSorter *other = g_ptr_array_index (found, i);
      GtkOrdering other_alone;

      other->answer = GTK_ORDERING_SMALLER;
      sorter->answer = GTK_ORDERING_EQUAL;
      other_alone = gtk_sorter_compare (all, first, second);
      sorter->answer = other_alone == alone ? GTK_ORDERING_LARGER : GTK_ORDERING_SMALLER;
      if (gtk_sorter_compare (all, first, second) == other_alone)
        place++;
      other->answer = GTK_ORDERING_EQUAL;
    }
  sorter->answer = GTK_ORDERING_EQUAL;
  return place;
}

/**
 * hearsay_column_sorter_probe:
 * @view: a view whose columns have these sorters
 * @keys: (out): what its headings ask for, the most important first
 *
 * Lets one column at a time, then two against each other, claim a difference,
 * and looks at what the view's sorter makes of it.
 *
 * Returns: how many keys there are
 */
guint
hearsay_column_sorter_probe (GtkColumnView   *view,
                             HearsayOrderKey  keys[HEARSAY_MAX_ORDER_KEYS])
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkSorter *all = gtk_column_view_get_sorter (view);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  /* Any two objects do: an object is never different from itself. */
  gpointer first = view;
  gpointer second = columns;
  guint n_keys = 0;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      HearsayColumnSorter *sorter = get_sorter (columns, i);
      GtkOrdering result;
      guint place;

      if (sorter == NULL)
        continue;
      sorter->answer = GTK_ORDERING_SMALLER;
      result = gtk_sorter_compare (all, first, second);
      sorter->answer = GTK_ORDERING_EQUAL;
      if (result == GTK_ORDERING_EQUAL)
        continue;
      place = find_place (all, found, sorter, first, second, result);
      add_key (keys, &n_keys, sorter->column, result == GTK_ORDERING_LARGER, place);
      g_ptr_array_insert (found, (gint) place, sorter);
    }
  return n_keys;
}
