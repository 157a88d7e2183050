/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "render/hearsay-network-painter.h"
#include "ui/canvas/hearsay-canvas-table.h"
#include "ui/hearsay-wording.h"
#include "ui/network/hearsay-network-row.h"
#include "ui/network/hearsay-network-table.h"
#include "ui/network/hearsay-network-view-private.h"

/**
 * HearsayNetworkTable:
 *
 * The network as two lists, for those who do not see the picture and for those
 * who want its numbers: actors with all measures, and their ties.
 */
struct _HearsayNetworkTable
{
  AdwBin parent_instance;

  GtkStack *stack;
  GListStore *nodes;
  GListStore *edges;
  GtkColumnView *node_view;
  GtkColumnView *edge_view;
  gboolean selecting;
};

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (HearsayNetworkTable, hearsay_network_table, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

/* Columns of actors; measures follow. */
enum
{
  NODE_NAME,
  NODE_KIND,
  NODE_STATEMENTS,
  NODE_COMMUNITY,
  NODE_MEASURES,
};

enum
{
  EDGE_SOURCE,
  EDGE_POSITION,
  EDGE_TARGET,
  EDGE_STATEMENTS,
  EDGE_WEIGHT,
  N_EDGE_COLUMNS,
};

static const char *
kind_name (HearsayNodeKind kind)
{
  switch (kind)
    {
    case HEARSAY_NODE_ORGANIZATION:
      return _("Organisation");
    case HEARSAY_NODE_COUNTRY:
      return _("Country");
    case HEARSAY_NODE_GROUP:
      return _("Group");
    case HEARSAY_NODE_ISSUE:
      return _("Issue");
    case HEARSAY_NODE_PERSON:
    default:
      return _("Person");
    }
}

static char *
write_number (double value)
{
  if (isnan (value))
    return g_strdup ("…");
  if (value == floor (value) && fabs (value) < 1e9)
    return g_strdup_printf ("%.0f", value);
  return g_strdup_printf (fabs (value) >= 100.0 ? "%.1f" : "%.4f", value);
}

static char *
write_node (HearsayNetworkRow *row,
            guint              column)
{
  const HearsayNetworkNode *node = hearsay_network_row_get_node (row);

  switch (column)
    {
    case NODE_NAME:
      return g_strdup (node->name);
    case NODE_KIND:
      return g_strdup (kind_name (node->kind));
    case NODE_STATEMENTS:
      return g_strdup_printf ("%u", node->n_statements);
    case NODE_COMMUNITY:
      return node->community >= 0 ? g_strdup_printf ("%d", node->community + 1) : g_strdup ("–");
    default:
      return write_number (row->values[column - NODE_MEASURES]);
    }
}

static char *
write_edge (HearsayNetworkRow *row,
            guint              column)
{
  const HearsayNetworkEdge *edge = hearsay_network_row_get_edge (row);
  const HearsayNetwork *network = row->scene->network;

  switch (column)
    {
    case EDGE_SOURCE:
      return g_strdup (network->nodes[edge->source].name);
    case EDGE_TARGET:
      return g_strdup (network->nodes[edge->target].name);
    case EDGE_POSITION:
      if (network->type == HEARSAY_NETWORK_FACTS)
        return g_strdup (hearsay_wording_relation (edge->kind));
      return network->is_signed ? g_strdup (hearsay_wording_position (edge->position)) : g_strdup ("–");
    case EDGE_STATEMENTS:
      return g_strdup_printf ("%u", edge->n_statements);
    case EDGE_WEIGHT:
    default:
      return write_number (edge->weight);
    }
}

static double
edge_number (HearsayNetworkRow *row,
             guint              column)
{
  const HearsayNetworkEdge *edge = hearsay_network_row_get_edge (row);

  return column == EDGE_STATEMENTS ? edge->n_statements : edge->weight;
}

static double
node_number (HearsayNetworkRow *row,
             guint              column)
{
  const HearsayNetworkNode *node = hearsay_network_row_get_node (row);

  if (column == NODE_STATEMENTS)
    return node->n_statements;
  return column == NODE_COMMUNITY ? node->community : row->values[column - NODE_MEASURES];
}

static gboolean
is_number (gboolean is_edge,
           guint    column)
{
  return is_edge ? column >= EDGE_STATEMENTS : column >= NODE_STATEMENTS;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  HearsayNetworkRow *x = HEARSAY_NETWORK_ROW ((gpointer) a);
  HearsayNetworkRow *y = HEARSAY_NETWORK_ROW ((gpointer) b);
  guint column = GPOINTER_TO_UINT (data);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (is_number (x->is_edge, column))
    {
      double v = x->is_edge ? edge_number (x, column) : node_number (x, column);
      double w = x->is_edge ? edge_number (y, column) : node_number (y, column);

      return (v > w) - (v < w);
    }
  first = x->is_edge ? write_edge (x, column) : write_node (x, column);
  second = x->is_edge ? write_edge (y, column) : write_node (y, column);
  return g_utf8_collate (first, second);
}

static char *
write_row (gpointer item,
           guint    column,
           gpointer data)
{
  HearsayNetworkRow *row = item;

  return row->is_edge ? write_edge (row, column) : write_node (row, column);
}

static void
add_column (GtkColumnView *view,
            const char    *title,
            gboolean       is_edge,
            guint          column)
{
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_rows, GUINT_TO_POINTER (column), NULL));
  HearsayCanvasTableColumn added = {
    .title = title, .column = column, .is_number = is_number (is_edge, column), .write = write_row, .sorter = sorter,
  };

  hearsay_canvas_table_add_column (view, &added);
}

static void
selection_changed_cb (HearsayNetworkTable *self,
                      GParamSpec          *pspec,
                      GtkSingleSelection  *selection)
{
  HearsayNetworkRow *row = gtk_single_selection_get_selected_item (selection);

  if (row != NULL && !self->selecting)
    g_signal_emit (self, signals[SELECTED], 0, (guint) (row->is_edge ? HEARSAY_HIT_EDGE : HEARSAY_HIT_NODE), (guint) row->index);
}

static void
activated_cb (HearsayNetworkTable *self,
              guint                position,
              GtkColumnView       *view)
{
  g_autoptr (HearsayNetworkRow) row = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (view)), position);

  if (row != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, (guint) (row->is_edge ? HEARSAY_HIT_EDGE : HEARSAY_HIT_NODE), (guint) row->index);
}

static GtkWidget *
new_view (HearsayNetworkTable  *self,
          GListStore           *store,
          const char           *label,
          GtkColumnView       **view)
{
  GtkWidget *scroller;
  GtkSortListModel *sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (store)), NULL);
  GtkSingleSelection *selection = gtk_single_selection_new (G_LIST_MODEL (sorted));

  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  g_signal_connect_swapped (selection, "notify::selected-item", G_CALLBACK (selection_changed_cb), self);
  scroller = hearsay_canvas_table_new_view (GTK_SELECTION_MODEL (selection), label, view);
  gtk_sort_list_model_set_sorter (sorted, gtk_column_view_get_sorter (*view));
  g_signal_connect_swapped (*view, "activate", G_CALLBACK (activated_cb), self);
  return scroller;
}

static void
hearsay_network_table_finalize (GObject *object)
{
  HearsayNetworkTable *self = HEARSAY_NETWORK_TABLE (object);

  g_clear_object (&self->nodes);
  g_clear_object (&self->edges);

  G_OBJECT_CLASS (hearsay_network_table_parent_class)->finalize (object);
}

static void
hearsay_network_table_class_init (HearsayNetworkTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearsay_network_table_finalize;

  signals[SELECTED] = g_signal_new ("selected", HEARSAY_TYPE_NETWORK_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[ACTIVATED] = g_signal_new ("activated", HEARSAY_TYPE_NETWORK_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "networktable");
}

static void
hearsay_network_table_init (HearsayNetworkTable *self)
{
  const char *node_titles[] = { _("Name"), _("Kind"), _("Statements"), _("Community") };
  const char *edge_titles[] = { _("From"), _("Position"), _("To"), _("Statements"), _("Weight") };
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->nodes = g_list_store_new (HEARSAY_TYPE_NETWORK_ROW);
  self->edges = g_list_store_new (HEARSAY_TYPE_NETWORK_ROW);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_titled (self->stack, new_view (self, self->nodes, _("Actors"), &self->node_view), "nodes", _("Actors"));
  gtk_stack_add_titled (self->stack, new_view (self, self->edges, _("Relations"), &self->edge_view), "edges", _("Relations"));
  for (guint i = 0; i < G_N_ELEMENTS (node_titles); i++)
    add_column (self->node_view, node_titles[i], FALSE, i);
  for (guint i = 0; i < HEARSAY_N_MEASURES; i++)
    add_column (self->node_view, hearsay_network_view_measure_name ((int) i), FALSE, NODE_MEASURES + i);
  for (guint i = 0; i < N_EDGE_COLUMNS; i++)
    add_column (self->edge_view, edge_titles[i], TRUE, i);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  adw_bin_set_child (ADW_BIN (self), hearsay_canvas_table_new_page (switcher, "network.list", GTK_WIDGET (self->stack)));
}

GtkWidget *
hearsay_network_table_new (void)
{
  return g_object_new (HEARSAY_TYPE_NETWORK_TABLE, NULL);
}

static void
fill (GListStore          *store,
      HearsayNetworkScene *scene,
      gboolean             is_edge,
      guint                n)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, hearsay_network_row_new (scene, is_edge, i));
  g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), rows->pdata, rows->len);
}

/**
 * hearsay_network_table_set_scene:
 * @scene: (nullable): what is listed
 */
void
hearsay_network_table_set_scene (HearsayNetworkTable *self,
                                 HearsayNetworkScene *scene)
{
  g_return_if_fail (HEARSAY_IS_NETWORK_TABLE (self));

  self->selecting = TRUE;
  fill (self->nodes, scene, FALSE, scene != NULL ? scene->network->n_nodes : 0);
  fill (self->edges, scene, TRUE, scene != NULL ? scene->network->n_edges : 0);
  self->selecting = FALSE;
}

/**
 * hearsay_network_table_set_values:
 * @values: one a node of the scene
 */
void
hearsay_network_table_set_values (HearsayNetworkTable *self,
                                  HearsayMeasure       measure,
                                  const double        *values)
{
  guint n;

  g_return_if_fail (HEARSAY_IS_NETWORK_TABLE (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->nodes));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HearsayNetworkRow) row = g_list_model_get_item (G_LIST_MODEL (self->nodes), i);

      row->values[measure] = values[row->index];
    }
  /* The rows that are bound now are written anew, and their order is found. */
  self->selecting = TRUE;
  g_list_model_items_changed (G_LIST_MODEL (self->nodes), 0, n, n);
  self->selecting = FALSE;
}

/**
 * hearsay_network_table_select:
 * @kind: a #HearsayHitKind
 */
void
hearsay_network_table_select (HearsayNetworkTable *self,
                              guint                kind,
                              guint                index)
{
  GtkColumnView *view;
  GtkSingleSelection *selection;
  guint n;

  g_return_if_fail (HEARSAY_IS_NETWORK_TABLE (self));

  if (kind == HEARSAY_HIT_NONE)
    return;
  view = kind == HEARSAY_HIT_EDGE ? self->edge_view : self->node_view;
  selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (view));
  n = g_list_model_get_n_items (G_LIST_MODEL (selection));
  self->selecting = TRUE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HearsayNetworkRow) row = g_list_model_get_item (G_LIST_MODEL (selection), i);

      if (row->index != index)
        continue;
      gtk_single_selection_set_selected (selection, i);
      gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (view)), "list.scroll-to-item", "u", i);
      break;
    }
  self->selecting = FALSE;
  gtk_stack_set_visible_child_name (self->stack, kind == HEARSAY_HIT_EDGE ? "edges" : "nodes");
}
