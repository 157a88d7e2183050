/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "ui/network/hearsay-network-canvas-private.h"

static void
keep_pins (HearsayNetworkCanvas *self,
           HearsayNetworkScene  *before,
           const gboolean       *pinned_before)
{
  g_autoptr (GHashTable) pins = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < before->network->n_nodes; i++)
    {
      if (pinned_before[i])
        g_hash_table_add (pins, before->network->nodes[i].id);
    }
  for (guint i = 0; i < self->scene->network->n_nodes && g_hash_table_size (pins) > 0; i++)
    self->pinned[i] = g_hash_table_contains (pins, self->scene->network->nodes[i].id);
}

/**
 * hearsay_network_canvas_set_scene:
 * @scene: (nullable): what is shown from now on
 *
 * Pins stay with the nodes they were on. The first scene is fitted into the view.
 */
void
hearsay_network_canvas_set_scene (HearsayNetworkCanvas *self,
                                  HearsayNetworkScene  *scene)
{
  HearsayNetworkScene *before = self->scene;
  gboolean *pinned_before = g_steal_pointer (&self->pinned);
  guint n = scene != NULL ? scene->network->n_nodes : 0;

  g_return_if_fail (HEARSAY_IS_NETWORK_CANVAS (self));

  self->scene = scene != NULL ? hearsay_network_scene_ref (scene) : NULL;
  g_free (self->positions);
  g_clear_pointer (&self->marked, g_free);
  g_clear_pointer (&self->ringed, g_free);
  g_clear_pointer (&self->lit_nodes, g_free);
  g_clear_pointer (&self->lit_edges, g_free);
  g_clear_pointer (&self->sizes, g_free);
  g_clear_pointer (&self->tints, g_free);
  self->dragged_node = -1;
  self->positions = g_new0 (HearsayPoint, MAX (n, 1));
  self->pinned = g_new0 (gboolean, MAX (n, 1));
  if (n > 0)
    memcpy (self->positions, scene->positions, sizeof (HearsayPoint) * n);
  if (scene != NULL && before != NULL && pinned_before != NULL)
    keep_pins (self, before, pinned_before);
  self->hover = self->focus = self->selected = (HearsayNetworkHit) { HEARSAY_HIT_NONE, 0 };
  self->revision++;
  if (before == NULL || self->fitted)
    self->wants_fit = TRUE;
  g_free (pinned_before);
  g_clear_pointer (&before, hearsay_network_scene_unref);
  if (scene == NULL)
    hearsay_picture_clear (hearsay_canvas_get_picture (HEARSAY_CANVAS (self)));
  hearsay_canvas_repaint (HEARSAY_CANVAS (self));
}

void
hearsay_network_canvas_set_selected (HearsayNetworkCanvas *self,
                                     HearsayNetworkHit     selected)
{
  g_autofree char *words = NULL;

  g_return_if_fail (HEARSAY_IS_NETWORK_CANVAS (self));

  if (self->selected.kind == selected.kind && self->selected.index == selected.index)
    return;
  self->selected = selected;
  words = hearsay_network_describe (self->scene != NULL ? self->scene->network : NULL, selected);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  hearsay_canvas_repaint (HEARSAY_CANVAS (self));
}

/**
 * hearsay_network_canvas_set_marked:
 * @marked_edges: (nullable): one an edge; those with a selected statement
 */
void
hearsay_network_canvas_set_marked (HearsayNetworkCanvas *self,
                                   const gboolean       *marked_edges)
{
  g_return_if_fail (HEARSAY_IS_NETWORK_CANVAS (self));

  g_clear_pointer (&self->marked, g_free);
  if (marked_edges != NULL && self->scene != NULL)
    self->marked = g_memdup2 (marked_edges, sizeof (gboolean) * MAX (self->scene->network->n_edges, 1));
  hearsay_canvas_repaint (HEARSAY_CANVAS (self));
}

/**
 * hearsay_network_canvas_set_lit:
 * @ringed: (nullable): one a node; those that are selected, if several are
 * @lit_nodes: (nullable): one a node; all others fade
 * @lit_edges: (nullable): one an edge; given together with @lit_nodes
 */
void
hearsay_network_canvas_set_lit (HearsayNetworkCanvas *self,
                                const gboolean       *ringed,
                                const gboolean       *lit_nodes,
                                const gboolean       *lit_edges)
{
  guint n_nodes;
  guint n_edges;

  g_return_if_fail (HEARSAY_IS_NETWORK_CANVAS (self));

  n_nodes = self->scene != NULL ? MAX (self->scene->network->n_nodes, 1) : 0;
  n_edges = self->scene != NULL ? MAX (self->scene->network->n_edges, 1) : 0;
  g_clear_pointer (&self->ringed, g_free);
  g_clear_pointer (&self->lit_nodes, g_free);
  g_clear_pointer (&self->lit_edges, g_free);
  if (ringed != NULL && n_nodes > 0)
    self->ringed = g_memdup2 (ringed, sizeof (gboolean) * n_nodes);
  if (lit_nodes != NULL && lit_edges != NULL && n_nodes > 0)
    {
      self->lit_nodes = g_memdup2 (lit_nodes, sizeof (gboolean) * n_nodes);
      self->lit_edges = g_memdup2 (lit_edges, sizeof (gboolean) * n_edges);
    }
  hearsay_canvas_repaint (HEARSAY_CANVAS (self));
}

/**
 * hearsay_network_canvas_set_measures:
 * @sizes: (nullable): 0 … 1 for each node
 * @tints: (nullable): 0 … 1 for each node, negative for its own colour
 */
void
hearsay_network_canvas_set_measures (HearsayNetworkCanvas *self,
                                     const double         *sizes,
                                     const double         *tints)
{
  guint n;

  g_return_if_fail (HEARSAY_IS_NETWORK_CANVAS (self));

  n = self->scene != NULL ? MAX (self->scene->network->n_nodes, 1) : 0;
  g_clear_pointer (&self->sizes, g_free);
  g_clear_pointer (&self->tints, g_free);
  if (sizes != NULL && n > 0)
    self->sizes = g_memdup2 (sizes, sizeof (double) * n);
  if (tints != NULL && n > 0)
    self->tints = g_memdup2 (tints, sizeof (double) * n);
  self->revision++;
  hearsay_canvas_repaint (HEARSAY_CANVAS (self));
}

void
hearsay_network_canvas_set_parts (HearsayNetworkCanvas *self,
                                  gboolean              labels,
                                  gboolean              arrows,
                                  gboolean              hulls,
                                  gboolean              bundled)
{
  g_return_if_fail (HEARSAY_IS_NETWORK_CANVAS (self));

  self->labels = labels;
  self->arrows = arrows;
  self->hulls = hulls;
  self->bundled = bundled;
  self->revision++;
  hearsay_canvas_repaint (HEARSAY_CANVAS (self));
}

/**
 * hearsay_network_canvas_dup_scene:
 *
 * Returns: (transfer full) (nullable): the scene; its places are those that
 *   nodes have been moved to
 */
HearsayNetworkScene *
hearsay_network_canvas_dup_scene (HearsayNetworkCanvas *self)
{
  g_return_val_if_fail (HEARSAY_IS_NETWORK_CANVAS (self), NULL);

  if (self->scene == NULL)
    return NULL;
  return hearsay_network_scene_move (self->scene, self->positions);
}

const gboolean *
hearsay_network_canvas_get_pinned (HearsayNetworkCanvas *self)
{
  g_return_val_if_fail (HEARSAY_IS_NETWORK_CANVAS (self), NULL);

  return self->pinned;
}

void
hearsay_network_canvas_set_pinned (HearsayNetworkCanvas *self,
                                   guint32               node,
                                   gboolean              pinned)
{
  g_return_if_fail (HEARSAY_IS_NETWORK_CANVAS (self));
  g_return_if_fail (self->scene != NULL && node < self->scene->network->n_nodes);

  if (self->pinned[node] == pinned)
    return;
  self->pinned[node] = pinned;
  hearsay_canvas_repaint (HEARSAY_CANVAS (self));
}

void
hearsay_network_canvas_unpin_all (HearsayNetworkCanvas *self)
{
  g_return_if_fail (HEARSAY_IS_NETWORK_CANVAS (self));

  for (guint i = 0; self->scene != NULL && i < self->scene->network->n_nodes; i++)
    self->pinned[i] = FALSE;
  hearsay_canvas_repaint (HEARSAY_CANVAS (self));
}
