/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "network/hearsay-camps.h"
#include "render/hearsay-network-painter.h"
#include "ui/network/hearsay-network-scene.h"

/* More nodes are not read but looked at: the best-connected are shown first. */
#define MAX_NODES 300

/* Wider or taller drawings leave too much empty. */
#define LEAST_ASPECT 0.6
#define MOST_ASPECT 2.2

/* Exact betweenness of more nodes is not waited for. */
#define MAX_EXACT 1500
#define N_SAMPLES 256

/* Keeps some nodes, in their order, and the edges between them. */
static void
cut_network (HearsayNetwork *network,
             const gboolean *kept)
{
  g_autofree guint32 *place = g_new (guint32, MAX (network->n_nodes, 1));
  guint n_nodes = 0;
  guint n_edges = 0;

  for (guint i = 0; i < network->n_nodes; i++)
    {
      place[i] = n_nodes;
      if (kept[i])
        network->nodes[n_nodes++] = network->nodes[i];
      else
        {
          g_free (network->nodes[i].id);
          g_free (network->nodes[i].name);
        }
    }
  network->n_nodes = n_nodes;
  for (guint i = 0; i < network->n_edges; i++)
    {
      HearsayNetworkEdge edge = network->edges[i];

      if (!kept[edge.source] || !kept[edge.target])
        continue;
      edge.source = place[edge.source];
      edge.target = place[edge.target];
      network->edges[n_edges++] = edge;
    }
  network->n_edges = n_edges;
}

/* The first nodes have the most statements. */
static guint
keep_first (HearsayNetwork *network,
            guint           n)
{
  g_autofree gboolean *kept = g_new0 (gboolean, MAX (network->n_nodes, 1));
  guint n_left = network->n_nodes - n;

  for (guint i = 0; i < n; i++)
    kept[i] = TRUE;
  cut_network (network, kept);
  return n_left;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/**
 * hearsay_network_scene_measure:
 * @exact: whether betweenness is exact however many nodes there are
 * @values: (out caller-allocates): one a node
 *
 * Measures the nodes; for worker threads.
 *
 * Returns: FALSE when cancelled
 */
gboolean
hearsay_network_scene_measure (const HearsayNetwork  *network,
                               HearsayMeasure         measure,
                               gboolean               exact,
                               double                *values,
                               GCancellable          *cancellable,
                               GError               **error)
{
  if (measure == HEARSAY_MEASURE_BETWEENNESS && !exact && network->n_nodes > MAX_EXACT)
    return hearsay_measure_betweenness (network, N_SAMPLES, 1, values, cancellable, error);
  return hearsay_measure_nodes (network, measure, values, cancellable, error);
}

/* Leaves the lowest out; all that are equal to the first that stays, stay. */
static gboolean
filter_by_measure (HearsayNetworkScene         *self,
                   const HearsayNetworkRequest *request,
                   GCancellable                *cancellable,
                   GError                     **error)
{
  guint n = self->network->n_nodes;
  g_autofree double *values = g_new0 (double, MAX (n, 1));
  g_autofree double *sorted = NULL;
  g_autofree gboolean *kept = g_new0 (gboolean, MAX (n, 1));
  double least;

  if (n == 0)
    return TRUE;
  if (!hearsay_network_scene_measure (self->network, request->measure, FALSE, values, cancellable, error))
    return FALSE;
  sorted = g_memdup2 (values, sizeof *values * n);
  qsort (sorted, n, sizeof *sorted, compare_doubles);
  least = sorted[(guint) CLAMP (request->least_share * n, 0.0, n - 1.0)];
  for (guint i = 0; i < n; i++)
    kept[i] = values[i] >= least;
  cut_network (self->network, kept);
  self->n_filtered = n - self->network->n_nodes;
  return TRUE;
}

static void
add_places (GHashTable                *places,
            const HearsayNetworkScene *scene)
{
  for (guint i = 0; scene != NULL && i < scene->network->n_nodes; i++)
    g_hash_table_insert (places, scene->network->nodes[i].id, GUINT_TO_POINTER (i + 1));
}

/* Where nodes were before; NAN where they are new. */
static gboolean
take_places (const HearsayNetwork        *network,
             const HearsayNetworkRequest *request,
             HearsayPoint                *start,
             gboolean                    *pinned)
{
  g_autoptr (GHashTable) before = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) home = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean any = FALSE;

  add_places (before, request->before);
  add_places (home, request->home);
  for (guint i = 0; i < network->n_nodes; i++)
    {
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (before, network->nodes[i].id));
      guint place_at_home = GPOINTER_TO_UINT (g_hash_table_lookup (home, network->nodes[i].id));

      start[i] = (HearsayPoint) { NAN, NAN };
      if (place > 0)
        {
          start[i] = request->before->positions[place - 1];
          pinned[i] = request->pinned != NULL && request->pinned[place - 1];
        }
      else if (place_at_home > 0)
        {
          start[i] = request->home->positions[place_at_home - 1];
          pinned[i] = TRUE;
        }
      any |= place > 0 || place_at_home > 0;
    }
  return any;
}

static gboolean
lay_out (HearsayNetworkScene         *self,
         const HearsayNetworkRequest *request,
         GCancellable                *cancellable,
         GError                     **error)
{
  guint n = MAX (self->network->n_nodes, 1);
  g_autofree HearsayPoint *start = g_new0 (HearsayPoint, n);
  g_autofree gboolean *pinned = g_new0 (gboolean, n);
  g_autofree HearsayNodeSize *sizes = g_new0 (HearsayNodeSize, n);
  HearsayLayoutOptions options = HEARSAY_LAYOUT_OPTIONS_INIT;

  options.type = request->layout;
  options.signs = request->signs;
  if (request->width > 0.0 && request->height > 0.0)
    options.aspect = CLAMP (request->width / request->height, LEAST_ASPECT, MOST_ASPECT);
  for (guint i = 0; request->centre != NULL && i < self->network->n_nodes; i++)
    {
      if (g_str_equal (self->network->nodes[i].id, request->centre))
        options.centre = (gint32) i;
    }
  options.sizes = sizes;
  hearsay_network_node_sizes (self->network, sizes);
  if (take_places (self->network, request, start, pinned))
    {
      options.start = start;
      options.pinned = pinned;
    }
  self->positions = g_new0 (HearsayPoint, n);
  if (self->network->n_nodes > 0 && !hearsay_layout_run (self->network, &options, self->positions, cancellable, error))
    return FALSE;
  return options.aspect <= 0.0 ||
         hearsay_network_make_room (self->network, options.pinned, request->width, request->height, self->positions, cancellable,
                                    error);
}

/**
 * hearsay_network_scene_load:
 * @input: must stay as it is meanwhile
 * @initials: by entity
 *
 * Counts the network and gives each node a place. Takes its time: for worker threads.
 *
 * Returns: (transfer full): a scene, or %NULL with @error set
 */
HearsayNetworkScene *
hearsay_network_scene_load (const HearsayNetworkInput   *input,
                            const char *const           *initials,
                            const HearsayNetworkRequest *request,
                            GCancellable                *cancellable,
                            GError                     **error)
{
  g_autoptr (HearsayNetworkScene) self = NULL;

  g_return_val_if_fail (input != NULL, NULL);
  g_return_val_if_fail (initials != NULL || input->n_entities == 0, NULL);
  g_return_val_if_fail (request != NULL, NULL);

  self = g_atomic_rc_box_new0 (HearsayNetworkScene);
  self->network = hearsay_network_build (input, &request->options, cancellable, error);
  if (self->network == NULL)
    return NULL;
  if (request->filter && !filter_by_measure (self, request, cancellable, error))
    return NULL;
  if (!request->show_all && self->network->n_nodes > MAX_NODES)
    self->n_hidden = keep_first (self->network, MAX_NODES);
  if (request->signed_communities && self->network->is_signed)
    hearsay_camps_detect_signed (self->network);
  self->initials = g_new0 (char *, self->network->n_nodes + 1);
  for (guint i = 0; i < self->network->n_nodes; i++)
    self->initials[i] = g_strdup (initials[self->network->nodes[i].entity]);
  if (!lay_out (self, request, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * hearsay_network_scene_new:
 * @network: (transfer full): a network
 * @positions: one a node; copied
 *
 * A scene of what has been counted and placed elsewhere; initials are made from names.
 */
HearsayNetworkScene *
hearsay_network_scene_new (HearsayNetwork     *network,
                           const HearsayPoint *positions)
{
  HearsayNetworkScene *self;

  g_return_val_if_fail (network != NULL && positions != NULL, NULL);

  self = g_atomic_rc_box_new0 (HearsayNetworkScene);
  self->network = network;
  self->positions = g_memdup2 (positions, sizeof (HearsayPoint) * MAX (network->n_nodes, 1));
  self->initials = g_new0 (char *, network->n_nodes + 1);
  return self;
}

HearsayNetworkScene *
hearsay_network_scene_ref (HearsayNetworkScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  HearsayNetworkScene *self = data;

  if (self->base == NULL)
    {
      for (guint i = 0; self->initials != NULL && i < self->network->n_nodes; i++)
        g_free (self->initials[i]);
      g_free (self->initials);
      g_clear_pointer (&self->network, hearsay_network_free);
    }
  g_clear_pointer (&self->base, hearsay_network_scene_unref);
  g_free (self->positions);
}

void
hearsay_network_scene_unref (HearsayNetworkScene *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

/**
 * hearsay_network_scene_move:
 * @positions: one a node
 *
 * Returns: (transfer full): the same network with its nodes in other places
 */
HearsayNetworkScene *
hearsay_network_scene_move (HearsayNetworkScene *self,
                            const HearsayPoint  *positions)
{
  HearsayNetworkScene *base;
  HearsayNetworkScene *moved;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (positions != NULL, NULL);

  base = self->base != NULL ? self->base : self;
  moved = g_atomic_rc_box_new0 (HearsayNetworkScene);
  moved->base = hearsay_network_scene_ref (base);
  moved->network = base->network;
  moved->initials = base->initials;
  moved->n_hidden = base->n_hidden;
  moved->n_filtered = base->n_filtered;
  moved->positions = g_memdup2 (positions, sizeof (HearsayPoint) * MAX (base->network->n_nodes, 1));
  return moved;
}
