/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "render/hearsay-network-geometry.h"

#define LEAST_MEMBERS 3
#define CORNER_POINTS 24
#define ROOM 26.0

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  const HearsayPoint *first = a;
  const HearsayPoint *second = b;

  if (first->x != second->x)
    return first->x < second->x ? -1 : 1;
  return first->y < second->y ? -1 : first->y > second->y;
}

static double
turn (HearsayPoint a,
      HearsayPoint b,
      HearsayPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/* Andrew's monotone chain: sorts @points and keeps the corners of their convex
 * hull, anticlockwise. */
static guint
make_convex (HearsayPoint *points,
             guint         n)
{
  HearsayPoint *hull = g_new (HearsayPoint, 2 * n);
  guint k = 0;
  guint lower;

  qsort (points, n, sizeof (HearsayPoint), compare_points);
  for (guint i = 0; i < n; i++)
    {
      while (k >= 2 && turn (hull[k - 2], hull[k - 1], points[i]) <= 0.0)
        k--;
      hull[k++] = points[i];
    }
  lower = k + 1;
  for (guint i = n - 1; i-- > 0;)
    {
      while (k >= lower && turn (hull[k - 2], hull[k - 1], points[i]) <= 0.0)
        k--;
      hull[k++] = points[i];
    }
  k = MIN (k - 1, n);
  for (guint i = 0; i < k; i++)
    points[i] = hull[i];
  g_free (hull);
  return k;
}

static void
add_corner (GArray *points,
            double  x,
            double  y,
            double  radius)
{
  for (guint i = 0; i < CORNER_POINTS; i++)
    {
      double angle = 2.0 * G_PI * i / CORNER_POINTS;
      HearsayPoint point = { x + radius * cos (angle), y + radius * sin (angle) };

      g_array_append_val (points, point);
    }
}

static void
add_node (GArray                    *points,
          const HearsayNodeGeometry *node,
          double                     room)
{
  double wide = node->half_width - node->half_height;

  add_corner (points, node->x - MAX (wide, 0.0), node->y, node->half_height + room);
  if (wide > 1.0)
    add_corner (points, node->x + wide, node->y, node->half_height + room);
}

static gboolean
hull_contains (const HearsayHullGeometry *hull,
               double                     x,
               double                     y)
{
  HearsayPoint point = { x, y };

  if (!hearsay_box_contains (&hull->box, x, y))
    return FALSE;
  for (guint i = 0; i < hull->n_points; i++)
    {
      if (turn (hull->points[i], hull->points[(i + 1) % hull->n_points], point) < 0.0)
        return FALSE;
    }
  return hull->n_points > 2;
}

HearsayColour
hearsay_network_ground_at (const HearsayNetworkPainter *self,
                           const HearsayNetworkLook    *look,
                           double                       x,
                           double                       y)
{
  HearsayColour ground = look->ground;

  for (guint i = 0; ground.alpha >= 1.0 && i < self->n_hulls; i++)
    {
      if (hull_contains (&self->hulls[i], x, y))
        ground = hearsay_colour_over (hearsay_palette_hull (look->style, self->hulls[i].community), ground);
    }
  return ground;
}

/* A ground that holds as many strangers as members would tell an untruth. */
static gboolean
is_honest (const HearsayNetworkPainter *self,
           const HearsayHullGeometry   *hull,
           guint                        n_members)
{
  guint n_strangers = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    {
      if (self->nodes[i].community != hull->community && hull_contains (hull, self->nodes[i].x, self->nodes[i].y))
        n_strangers++;
    }
  return 2 * n_strangers < n_members;
}

static void
add_hull (HearsayNetworkPainter *self,
          GArray                *hulls,
          gint32                 community,
          const guint32         *members,
          guint                  n_members)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (HearsayPoint));
  HearsayHullGeometry hull = { .community = community, .best = { members[0], members[1] } };

  for (guint i = 0; i < n_members; i++)
    add_node (points, &self->nodes[members[i]], ROOM * self->node_scale);
  hull.n_points = make_convex ((HearsayPoint *) points->data, points->len);
  hull.points = (HearsayPoint *) g_array_free (points, FALSE);
  hull.box = HEARSAY_BOX_EMPTY;
  for (guint i = 0; i < hull.n_points; i++)
    {
      HearsayBox box = { hull.points[i].x, hull.points[i].y, hull.points[i].x, hull.points[i].y };

      hearsay_box_add (&hull.box, &box);
    }
  if (is_honest (self, &hull, n_members))
    g_array_append_val (hulls, hull);
  else
    g_free (hull.points);
}

typedef struct
{
  gint32 community;
  guint32 node;
} Member;

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  const Member *first = a;
  const Member *second = b;

  if (first->community != second->community)
    return first->community < second->community ? -1 : 1;
  return first->node < second->node ? -1 : first->node > second->node;
}

/* Soft grounds around communities. A single one that holds every node says
 * nothing and is left out. O(n log n), and nodes × communities for strangers. */
void
hearsay_network_place_hulls (HearsayNetworkPainter *self)
{
  g_autofree Member *members = g_new (Member, MAX (self->n_nodes, 1));
  g_autofree guint32 *nodes = g_new (guint32, MAX (self->n_nodes, 1));
  GArray *hulls = g_array_new (FALSE, FALSE, sizeof (HearsayHullGeometry));

  for (guint i = 0; i < self->n_nodes; i++)
    members[i] = (Member) { self->nodes[i].community, i };
  if (self->n_nodes > 1)
    qsort (members, self->n_nodes, sizeof (Member), compare_members);
  for (guint i = 0; i < self->n_nodes;)
    {
      guint n = 0;

      while (i + n < self->n_nodes && members[i + n].community == members[i].community)
        {
          nodes[n] = members[i + n].node;
          n++;
        }
      if (members[i].community >= 0 && n >= LEAST_MEMBERS && n < self->n_nodes)
        add_hull (self, hulls, members[i].community, nodes, n);
      i += n;
    }
  self->n_hulls = hulls->len;
  self->hulls = (HearsayHullGeometry *) g_array_free (hulls, FALSE);
}

/**
 * hearsay_network_painter_hit_hull:
 * @members: (out): the two nodes with the most statements
 *
 * Returns: whether a community's ground lies at this place
 */
gboolean
hearsay_network_painter_hit_hull (const HearsayNetworkPainter *self,
                                  double                       x,
                                  double                       y,
                                  guint32                      members[2])
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->n_hulls; i++)
    {
      if (hull_contains (&self->hulls[i], x, y))
        {
          members[0] = self->hulls[i].best[0];
          members[1] = self->hulls[i].best[1];
          return TRUE;
        }
    }
  return FALSE;
}
