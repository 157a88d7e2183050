/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "model/hearsay-naming.h"
#include "render/hearsay-line-map.h"
#include "render/hearsay-network-geometry.h"

#define LABEL_SIZE 13.3
#define LABEL_MAX_WIDTH 190.0
#define PILL_PADDING 17.0
#define PILL_HALF_HEIGHT 17.0
#define PILL_TEXT 0.8 /* of half the height, as the shape writes it */

/* More names are not measured: no drawing of so many nodes shows them. */
#define MOST_NAMED 20000

/* Distance of a name from its node. */
#define LABEL_GAP 3.0

typedef struct
{
  double least;
  double most;
} Range;

static Range
radius_range (HearsayNodeKind kind)
{
  switch (kind)
    {
    case HEARSAY_NODE_COUNTRY:
      return (Range) { 31.0, 37.0 };
    case HEARSAY_NODE_ORGANIZATION:
      return (Range) { 27.0, 31.0 };
    case HEARSAY_NODE_GROUP:
      return (Range) { 19.0, 23.0 };
    case HEARSAY_NODE_PERSON:
    case HEARSAY_NODE_ISSUE:
    default:
      return (Range) { 22.0, 26.0 };
    }
}

static double
share_of (guint32 n_statements,
          guint32 most_statements)
{
  return most_statements > 1 ? sqrt ((MAX (n_statements, 1) - 1.0) / (most_statements - 1.0)) : 0.0;
}

static void
size_node (HearsayNodeGeometry *node,
           double               share,
           gboolean             measured,
           double               scale,
           double               text_scale)
{
  Range range = radius_range (node->kind);

  if (node->kind == HEARSAY_NODE_ISSUE)
    {
      /* A name inside must stay readable, so pills shrink less than other nodes. */
      double half = PILL_HALF_HEIGHT * MAX (scale, 0.85) * text_scale;
      HearsayTextLook look = { .size = half * PILL_TEXT, .weight = 600, .max_width = LABEL_MAX_WIDTH * text_scale };
      double width;

      hearsay_text_measure (node->initials, &look, &width, NULL);
      node->half_width = width / 2.0 + PILL_PADDING * MAX (scale, 0.6);
      node->half_height = half;
      return;
    }
  /* A measure may tell nodes further apart than the number of statements does. */
  if (measured)
    range = (Range) { range.least * 0.55, range.least * 1.75 };
  node->half_width = (range.least + (range.most - range.least) * CLAMP (share, 0.0, 1.0)) * scale;
  node->half_height = node->half_width;
}

static guint32
find_most_statements (const HearsayNetwork *network)
{
  guint32 most = 0;

  for (guint i = 0; i < network->n_nodes; i++)
    most = MAX (most, network->nodes[i].n_statements);
  return most;
}

static HearsayActorKind
actor_kind (HearsayNodeKind kind)
{
  switch (kind)
    {
    case HEARSAY_NODE_ORGANIZATION:
      return HEARSAY_ACTOR_ORGANIZATION;
    case HEARSAY_NODE_COUNTRY:
      return HEARSAY_ACTOR_COUNTRY;
    case HEARSAY_NODE_GROUP:
      return HEARSAY_ACTOR_GROUP;
    case HEARSAY_NODE_PERSON:
    case HEARSAY_NODE_ISSUE:
    default:
      return HEARSAY_ACTOR_PERSON;
    }
}

static char *
make_inscription (const HearsayNetworkPainter *self,
                  const HearsayNetworkNode    *node,
                  guint                        index)
{
  if (node->kind == HEARSAY_NODE_ISSUE)
    return g_strdup (node->name);
  if (self->options.initials != NULL && self->options.initials[index] != NULL)
    return g_strdup (self->options.initials[index]);
  return hearsay_naming_dup_initials (node->name != NULL ? node->name : "", actor_kind (node->kind));
}

HearsayTextLook
hearsay_network_label_look (const HearsayNetworkPainter *self,
                            gboolean                     bold)
{
  return (HearsayTextLook) {
    .size = LABEL_SIZE * self->options.text_scale,
    .weight = bold ? 700 : 400,
    .max_width = LABEL_MAX_WIDTH * self->options.text_scale,
  };
}

void
hearsay_network_place_nodes (HearsayNetworkPainter *self,
                             const HearsayNetwork  *network,
                             const HearsayPoint    *positions)
{
  guint32 most = find_most_statements (network);

  self->nodes = g_new0 (HearsayNodeGeometry, MAX (network->n_nodes, 1));
  self->n_nodes = network->n_nodes;
  for (guint i = 0; i < network->n_nodes; i++)
    {
      const HearsayNetworkNode *from = &network->nodes[i];
      HearsayNodeGeometry *node = &self->nodes[i];

      node->kind = from->kind;
      node->colour = from->colour;
      node->community = from->community;
      node->n_statements = from->n_statements;
      node->name = g_strdup (from->name != NULL ? from->name : "");
      node->initials = make_inscription (self, from, i);
      node->x = isfinite (positions[i].x) ? positions[i].x * self->options.zoom : 0.0;
      node->y = isfinite (positions[i].y) ? positions[i].y * self->options.zoom : 0.0;
      node->tint = self->options.tints != NULL ? self->options.tints[i] : -1.0;
      size_node (node, self->options.sizes != NULL ? self->options.sizes[i] : share_of (from->n_statements, most),
                 self->options.sizes != NULL, self->node_scale, self->options.text_scale);
    }
}

static HearsayBox
node_box (const HearsayNodeGeometry *node)
{
  return (HearsayBox) {
    node->x - node->half_width, node->y - node->half_height, node->x + node->half_width, node->y + node->half_height
  };
}

static HearsayBox
label_box (const HearsayNodeGeometry *node,
           double                     x,
           double                     y)
{
  return (HearsayBox) {
    x - node->label_width / 2.0, y - node->label_height / 2.0, x + node->label_width / 2.0, y + node->label_height / 2.0
  };
}

/* Below, above, right, left; where there is no room at any of them, at a corner. */
static HearsayPoint
label_place (const HearsayNodeGeometry *node,
             guint                      side)
{
  double down = node->half_height * (node->kind == HEARSAY_NODE_COUNTRY ? 0.87 : 1.0) + LABEL_GAP + node->label_height / 2.0;
  double across = node->half_width + 2.0 * LABEL_GAP + node->label_width / 2.0 +
                  (node->kind == HEARSAY_NODE_GROUP ? node->half_width * 0.15 : 0.0);

  switch (side)
    {
    case 0:
      return (HearsayPoint) { node->x, node->y + down };
    case 1:
      return (HearsayPoint) { node->x, node->y - down };
    case 2:
      return (HearsayPoint) { node->x + across, node->y };
    case 3:
      return (HearsayPoint) { node->x - across, node->y };
    default:
      return (HearsayPoint) { node->x + (side % 2 == 0 ? 0.85 : -0.85) * across, node->y + (side < 6 ? 0.85 : -0.85) * down };
    }
}

#define N_SIDES 8
#define N_REAL_SIDES 4

typedef struct
{
  HearsayBoxGrid *solid; /* nodes and names: never covered */
  HearsayLineMap *lines; /* edges: crossed only when no side is free */
} Ground;

/* Names stand this near to the nodes. */
#define LABEL_REACH 240.0

static HearsayLineMap *
map_edges (const HearsayNetworkPainter *self)
{
  HearsayBox bounds = HEARSAY_BOX_EMPTY;
  HearsayLineMap *lines;

  for (guint i = 0; i < self->n_nodes; i++)
    {
      HearsayBox box = node_box (&self->nodes[i]);

      hearsay_box_add (&bounds, &box);
    }
  bounds = (HearsayBox) { bounds.x0 - LABEL_REACH, bounds.y0 - LABEL_REACH, bounds.x1 + LABEL_REACH, bounds.y1 + LABEL_REACH };
  lines = hearsay_line_map_new (&bounds);
  for (guint i = 0; i < self->n_edges; i++)
    {
      if (!self->edges[i].hidden)
        hearsay_line_map_add (lines, self->edges[i].points, HEARSAY_CURVE_POINTS);
    }
  return lines;
}

static gboolean
in_room (const HearsayNetworkPainter *self,
         const HearsayBox            *box)
{
  const HearsayBox *room = &self->options.room;

  return room->x1 <= room->x0 || (box->x0 >= room->x0 && box->x1 <= room->x1 && box->y0 >= room->y0 && box->y1 <= room->y1);
}

static void
place_label (HearsayNetworkPainter *self,
             guint                  index,
             gboolean               bold,
             Ground                *ground)
{
  HearsayNodeGeometry *node = &self->nodes[index];
  HearsayTextLook look = hearsay_network_label_look (self, bold);
  int best = -1;
  HearsayBox box;

  if (node->kind == HEARSAY_NODE_ISSUE || *node->name == '\0')
    return;
  hearsay_text_measure (node->name, &look, &node->label_width, &node->label_height);
  node->label_width += 4.0;
  for (int side = 0; side < N_SIDES; side++)
    {
      HearsayPoint place = label_place (node, (guint) side);

      box = label_box (node, place.x, place.y);
      if (!in_room (self, &box) || hearsay_box_grid_overlaps (ground->solid, &box, HEARSAY_BOX_GRID_NO_TAG))
        continue;
      if (best < 0)
        best = side;
      /* A corner serves those that have no side. */
      if (side >= N_REAL_SIDES && best < N_REAL_SIDES)
        break;
      if (!hearsay_line_map_crosses (ground->lines, &box))
        {
          best = side;
          break;
        }
    }
  if (best < 0)
    {
      HearsayPoint below = label_place (node, 0);

      node->label_x = below.x;
      node->label_y = below.y;
      return;
    }
  node->label_x = label_place (node, (guint) best).x;
  node->label_y = label_place (node, (guint) best).y;
  node->labelled = TRUE;
  node->bold = bold;
  box = label_box (node, node->label_x, node->label_y);
  hearsay_box_grid_add (ground->solid, &box, index);
}

/* The first side where a name covers neither a node nor another name; of
 * these, the first where it crosses no edge. Nodes come by their number of
 * statements, so that names are lost where they matter least. O(n + e). */
void
hearsay_network_place_labels (HearsayNetworkPainter *self)
{
  Ground ground = { NULL, NULL };

  if (self->n_nodes == 0)
    return;
  ground = (Ground) { hearsay_box_grid_new (64.0), map_edges (self) };
  for (guint i = 0; i < self->n_nodes; i++)
    {
      HearsayBox box = node_box (&self->nodes[i]);

      hearsay_box_grid_add (ground.solid, &box, i);
    }
  if (self->options.first >= 0 && self->options.first < (gint32) self->n_nodes)
    {
      guint first = (guint) self->options.first;

      /* What is selected is written in bold, where there is room. */
      place_label (self, first, TRUE, &ground);
      if (!self->nodes[first].labelled)
        place_label (self, first, FALSE, &ground);
    }
  for (guint i = 0; i < self->n_nodes; i++)
    {
      if ((gint32) i != self->options.first)
        place_label (self, i, FALSE, &ground);
    }
  hearsay_box_grid_free (ground.solid);
  hearsay_line_map_free (ground.lines);
}

/**
 * hearsay_network_node_sizes:
 * @sizes: (out caller-allocates): one a node
 *
 * What each node and its name take up at 100 %, so that a layout can leave
 * room for them. Among more than 20,000 nodes names find none.
 */
void
hearsay_network_node_sizes (const HearsayNetwork *network,
                            HearsayNodeSize      *sizes)
{
  HearsayNetworkPainter self = { .options = HEARSAY_NETWORK_PAINTER_OPTIONS_INIT, .node_scale = 1.0 };
  HearsayTextLook look = hearsay_network_label_look (&self, FALSE);
  guint32 most;

  g_return_if_fail (network != NULL);
  g_return_if_fail (sizes != NULL || network->n_nodes == 0);

  most = find_most_statements (network);
  for (guint i = 0; i < network->n_nodes; i++)
    {
      const HearsayNetworkNode *from = &network->nodes[i];
      HearsayNodeGeometry node = {
        .kind = from->kind, .n_statements = from->n_statements, .initials = from->name != NULL ? from->name : (char *) "",
      };
      double width = 0.0;
      double height = 0.0;

      size_node (&node, share_of (from->n_statements, most), FALSE, 1.0, 1.0);
      if (from->kind != HEARSAY_NODE_ISSUE && network->n_nodes <= MOST_NAMED)
        hearsay_text_measure (from->name, &look, &width, &height);
      sizes[i].half_width = MAX (node.half_width, width / 2.0) + 4.0;
      sizes[i].half_height = node.half_height + (height > 0.0 ? height + LABEL_GAP : 0.0) + 4.0;
    }
}
