/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/statements/hearsay-statement-columns.h"

#include <glib/gi18n.h>

#include "ui/statements/hearsay-column-sorter.h"
#include "ui/statements/hearsay-statement-cell.h"
#include "ui/statements/hearsay-statement-check.h"
#include "ui/statements/hearsay-statement-row.h"

/* Fixed widths hold what is in them mostly; a column goes when the view is narrower than its @least. */
static const struct
{
  HearsayColumn column;
  const char *title;
  int width;
  int least;
} columns[] = {
  { HEARSAY_COLUMN_CHECK, NULL, 40, 0 },
  { HEARSAY_COLUMN_DATE, N_("Date"), 132, 0 },
  { HEARSAY_COLUMN_SPEAKER, N_("Speaker"), 168, 0 },
  { HEARSAY_COLUMN_WORDS, N_("Statement"), -1, 0 },
  { HEARSAY_COLUMN_KIND, N_("Kind"), 96, 1000 },
  { HEARSAY_COLUMN_TARGET, N_("Target"), 190, 860 },
  { HEARSAY_COLUMN_STANCE, N_("Stance"), 104, 0 },
  { HEARSAY_COLUMN_ARTICLE, N_("Article"), 116, 1240 },
  { HEARSAY_COLUMN_CONFIDENCE, N_("Confidence"), 112, 1120 },
  { HEARSAY_COLUMN_STATUS, N_("Status"), 118, 0 },
};

static void
setup_cell_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               gpointer                  data)
{
  /* The row hears the same click: with both, Control-click would toggle twice. */
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, hearsay_statement_cell_new ((HearsayColumn) GPOINTER_TO_UINT (data)));
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              gpointer                  data)
{
  hearsay_statement_cell_set_statement (HEARSAY_STATEMENT_CELL (gtk_list_item_get_child (item)),
                                        gtk_list_item_get_item (item));
}

static void
unbind_cell_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                gpointer                  data)
{
  hearsay_statement_cell_set_statement (HEARSAY_STATEMENT_CELL (gtk_list_item_get_child (item)), NULL);
}

static GtkListItemFactory *
make_factory (HearsayColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell_cb), NULL);
  return factory;
}

/**
 * hearsay_statement_columns_add:
 * @view: an empty column view
 *
 * Adds the columns, sorted by date.
 */
void
hearsay_statement_columns_add (GtkColumnView  *view,
                               HearsaySession *session)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (HEARSAY_IS_SESSION (session));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      gboolean is_check = columns[i].column == HEARSAY_COLUMN_CHECK;
      GtkListItemFactory *factory = is_check ? hearsay_statement_check_factory_new (session)
                                             : make_factory (columns[i].column);
      g_autoptr (GtkColumnViewColumn) column =
        gtk_column_view_column_new (columns[i].title != NULL ? _(columns[i].title) : NULL, factory);

      gtk_column_view_column_set_resizable (column, !is_check);
      gtk_column_view_column_set_fixed_width (column, columns[i].width);
      gtk_column_view_column_set_expand (column, columns[i].width < 0);
      if (!is_check)
        {
          g_autoptr (GtkSorter) sorter = hearsay_column_sorter_new (columns[i].column);

          gtk_column_view_column_set_sorter (column, sorter);
        }
      gtk_column_view_append_column (view, column);
      if (columns[i].column == HEARSAY_COLUMN_DATE)
        gtk_column_view_sort_by_column (view, column, GTK_SORT_ASCENDING);
    }
}

static HearsayColumn
get_column (GtkColumnViewColumn *column)
{
  GtkSorter *sorter = gtk_column_view_column_get_sorter (column);

  return HEARSAY_IS_COLUMN_SORTER (sorter) ? hearsay_column_sorter_get_column (HEARSAY_COLUMN_SORTER (sorter))
                                           : HEARSAY_COLUMN_CHECK;
}

/**
 * hearsay_statement_columns_fit:
 * @width: pixels there are
 *
 * Hides what there is no room for, the least important first.
 */
void
hearsay_statement_columns_fit (GtkColumnView *view,
                               int            width)
{
  GListModel *list;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  list = gtk_column_view_get_columns (view);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (list, i);

      gtk_column_view_column_set_visible (column, width >= columns[get_column (column)].least);
    }
}

/* --- the rows of a narrow window --- */

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              gpointer                  data)
{
  gtk_list_item_set_child (item, hearsay_statement_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             gpointer                  data)
{
  hearsay_statement_row_set_statement (HEARSAY_STATEMENT_ROW (gtk_list_item_get_child (item)),
                                       gtk_list_item_get_item (item));
}

/**
 * hearsay_statement_rows_factory_new:
 *
 * Returns: (transfer full): what makes rows that hold everything about a statement
 */
GtkListItemFactory *
hearsay_statement_rows_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  return factory;
}
