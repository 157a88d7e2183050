/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-camps.h"

#include <math.h>
#include <string.h>

/* As for communities by supporting ties alone. */
#define NEUTRAL_SHARE 0.25

#define MAX_LEVELS 40
#define MAX_SWEEPS 60

/* So many are compared with all communities, more with those that they are tied to. */
#define FEW_NODES 400

/**
 * HearsayLevel:
 * @first: n + 1 offsets into @to and @net
 * @net: attracting less repelling weight
 * @plus: Σ attracting weight of each node; of what it stands for, above the first level
 * @plus_sum: of all edges, each once
 *
 * The network, or communities of it that count as nodes.
 */
typedef struct
{
  guint n;
  guint32 *first;
  guint32 *to;
  double *net;
  double *plus;
  double *minus;
  double plus_sum;
  double minus_sum;
} HearsayLevel;

static void
free_level (HearsayLevel *level)
{
  g_free (level->first);
  g_free (level->to);
  g_free (level->net);
  g_free (level->plus);
  g_free (level->minus);
  g_free (level);
}

static double
edge_weight (const HearsayNetwork     *network,
             const HearsayNetworkEdge *edge)
{
  double weight = isfinite (edge->weight) && edge->weight > 0 ? edge->weight : 0;

  if (!network->is_signed || edge->position == HEARSAY_POSITION_SUPPORT)
    return weight;
  return edge->position == HEARSAY_POSITION_NEUTRAL ? weight * NEUTRAL_SHARE : -weight;
}

static HearsayLevel *
level_new (guint n,
           guint n_ends)
{
  HearsayLevel *level = g_new0 (HearsayLevel, 1);

  level->n = n;
  level->first = g_new0 (guint32, n + 1);
  level->to = g_new (guint32, MAX (n_ends, 1));
  level->net = g_new (double, MAX (n_ends, 1));
  level->plus = g_new0 (double, MAX (n, 1));
  level->minus = g_new0 (double, MAX (n, 1));
  return level;
}

static HearsayLevel *
level_new_for_network (const HearsayNetwork *network)
{
  HearsayLevel *level = level_new (network->n_nodes, 2 * network->n_edges);
  g_autofree guint32 *place = NULL;

  for (guint i = 0; i < network->n_edges; i++)
    {
      level->first[network->edges[i].source + 1]++;
      level->first[network->edges[i].target + 1]++;
    }
  for (guint i = 0; i < level->n; i++)
    level->first[i + 1] += level->first[i];
  place = g_memdup2 (level->first, sizeof *place * (level->n + 1));
  for (guint i = 0; i < network->n_edges; i++)
    {
      const HearsayNetworkEdge *edge = &network->edges[i];
      double weight = edge->source != edge->target ? edge_weight (network, edge) : 0.0;
      double *sums = weight >= 0.0 ? level->plus : level->minus;

      for (guint way = 0; way < 2; way++)
        {
          guint32 from = way == 0 ? edge->source : edge->target;

          level->to[place[from]] = way == 0 ? edge->target : edge->source;
          level->net[place[from]++] = weight;
          sums[from] += fabs (weight);
        }
      *(weight >= 0.0 ? &level->plus_sum : &level->minus_sum) += fabs (weight);
    }
  return level;
}

/* What communities hold, while nodes move between them. */
typedef struct
{
  double *plus;
  double *minus;
  double *pull; /* of the node under way to each community near it */
  gboolean *is_near;
  guint32 *near;
  guint n_near;
} HearsaySides;

static void
sides_init (HearsaySides       *sides,
            const HearsayLevel *level,
            const guint32      *community)
{
  sides->plus = g_new0 (double, level->n);
  sides->minus = g_new0 (double, level->n);
  sides->pull = g_new0 (double, level->n);
  sides->is_near = g_new0 (gboolean, level->n);
  sides->near = g_new (guint32, level->n);
  for (guint i = 0; i < level->n; i++)
    {
      sides->plus[community[i]] += level->plus[i];
      sides->minus[community[i]] += level->minus[i];
    }
}

static void
sides_clear (HearsaySides *sides)
{
  g_free (sides->plus);
  g_free (sides->minus);
  g_free (sides->pull);
  g_free (sides->is_near);
  g_free (sides->near);
}

/* Pull of what is there, less what chance would give: the part of the signed modularity that node i decides. */
static double
worth (const HearsayLevel *level,
       const HearsaySides *sides,
       guint               i,
       guint32             community)
{
  double chance = 0.0;

  if (level->plus_sum > 0.0)
    chance += level->plus[i] * sides->plus[community] / (2.0 * level->plus_sum);
  if (level->minus_sum > 0.0)
    chance -= level->minus[i] * sides->minus[community] / (2.0 * level->minus_sum);
  return sides->pull[community] - chance;
}

static void
come_near (HearsaySides *sides,
           guint32       community)
{
  if (!sides->is_near[community])
    sides->near[sides->n_near++] = community;
  sides->is_near[community] = TRUE;
}

/* Takes node i out, and looks for the community it is worth most in; only those with the same @within. */
static guint32
find_best (const HearsayLevel *level,
           HearsaySides       *sides,
           guint               i,
           const guint32      *community,
           const guint32      *within)
{
  guint32 home = community[i];
  guint32 best = home;
  double most;

  sides->n_near = 0;
  come_near (sides, home);
  sides->plus[home] -= level->plus[i];
  sides->minus[home] -= level->minus[i];
  for (guint32 e = level->first[i]; e < level->first[i + 1]; e++)
    {
      guint32 j = level->to[e];

      if (j == i || (within != NULL && within[j] != within[i]))
        continue;
      come_near (sides, community[j]);
      sides->pull[community[j]] += level->net[e];
    }
  /* Common foes bring together even who never speak of each other. */
  for (guint j = 0; within == NULL && level->n <= FEW_NODES && j < level->n; j++)
    come_near (sides, community[j]);
  most = worth (level, sides, i, home);
  for (guint k = 0; k < sides->n_near; k++)
    {
      double value = worth (level, sides, i, sides->near[k]);

      if (value > most + 1e-12)
        {
          most = value;
          best = sides->near[k];
        }
    }
  /* Better alone: an empty community is worth nothing. */
  for (guint k = 0; k < sides->n_near; k++)
    {
      sides->pull[sides->near[k]] = 0.0;
      sides->is_near[sides->near[k]] = FALSE;
    }
  return most < -1e-12 ? G_MAXUINT32 : best;
}

static void
put (const HearsayLevel *level,
     HearsaySides       *sides,
     guint               i,
     guint32            *community,
     guint32             to)
{
  community[i] = to;
  sides->plus[to] += level->plus[i];
  sides->minus[to] += level->minus[i];
}

static gboolean
move_nodes (const HearsayLevel *level,
            gboolean            backwards,
            guint32            *community)
{
  HearsaySides sides;
  g_autofree guint32 *n_members = g_new0 (guint32, MAX (level->n, 1));
  gboolean any = FALSE;
  gboolean moved = TRUE;

  sides_init (&sides, level, community);
  for (guint i = 0; i < level->n; i++)
    n_members[community[i]]++;
  for (guint sweep = 0; moved && sweep < MAX_SWEEPS; sweep++)
    {
      guint32 empty = 0;

      moved = FALSE;
      for (guint k = 0; k < level->n; k++)
        {
          guint i = backwards ? level->n - 1 - k : k;
          guint32 home = community[i];
          guint32 to = find_best (level, &sides, i, community, NULL);

          if (to == G_MAXUINT32)
            {
              while (n_members[empty] > 0 && empty + 1 < level->n)
                empty++;
              to = n_members[empty] == 0 ? empty : home;
            }
          put (level, &sides, i, community, to);
          n_members[home]--;
          n_members[to]++;
          if (to < empty)
            empty = 0;
          if (n_members[home] == 0 && home < empty)
            empty = home;
          moved |= to != home && n_members[home] > 0;
          any |= to != home;
        }
    }
  sides_clear (&sides);
  return any;
}

/* Leiden's second step: each community is put together anew from its single
 * nodes, along what attracts, so that none falls apart inside. */
static void
refine (const HearsayLevel *level,
        const guint32      *community,
        guint32            *refined)
{
  HearsaySides sides;
  g_autofree guint32 *n_members = g_new (guint32, MAX (level->n, 1));

  for (guint i = 0; i < level->n; i++)
    {
      refined[i] = i;
      n_members[i] = 1;
    }
  sides_init (&sides, level, refined);
  for (guint i = 0; i < level->n; i++)
    {
      guint32 to;

      if (n_members[refined[i]] > 1)
        continue;
      n_members[refined[i]]--;
      to = find_best (level, &sides, i, refined, community);
      put (level, &sides, i, refined, to == G_MAXUINT32 ? i : to);
      n_members[refined[i]]++;
    }
  sides_clear (&sides);
}

/* Numbers what is in use from 0 on; returns how many. */
static guint
renumber (guint32 *numbers,
          guint    n)
{
  g_autofree guint32 *number = NULL;
  guint32 most = 0;
  guint used = 0;

  for (guint i = 0; i < n; i++)
    most = MAX (most, numbers[i]);
  number = g_new0 (guint32, most + 1);

  for (guint i = 0; i < n; i++)
    {
      if (number[numbers[i]] == 0)
        number[numbers[i]] = ++used;
      numbers[i] = number[numbers[i]] - 1;
    }
  return used;
}

static HearsayLevel *
level_new_for_groups (const HearsayLevel *level,
                      const guint32      *group,
                      guint               n_groups)
{
  HearsayLevel *next = level_new (n_groups, level->first[level->n]);
  g_autofree guint32 *place = NULL;

  next->plus_sum = level->plus_sum;
  next->minus_sum = level->minus_sum;
  for (guint i = 0; i < level->n; i++)
    {
      next->plus[group[i]] += level->plus[i];
      next->minus[group[i]] += level->minus[i];
      next->first[group[i] + 1] += level->first[i + 1] - level->first[i];
    }
  for (guint i = 0; i < n_groups; i++)
    next->first[i + 1] += next->first[i];
  place = g_memdup2 (next->first, sizeof *place * (n_groups + 1));
  for (guint i = 0; i < level->n; i++)
    {
      for (guint32 e = level->first[i]; e < level->first[i + 1]; e++)
        {
          guint32 at = place[group[i]]++;

          next->to[at] = group[level->to[e]];
          next->net[at] = level->net[e];
        }
    }
  return next;
}

/* Starts of the search: single nodes, taken from the first or the last on, or all together. */
enum
{
  FORWARDS,
  BACKWARDS,
  TOGETHER,
  N_STARTS
};

static void
detect (HearsayNetwork *network,
        guint           start_from)
{
  HearsayLevel *level = level_new_for_network (network);
  g_autofree guint32 *node_of = g_new (guint32, network->n_nodes);
  g_autofree guint32 *community = g_new (guint32, network->n_nodes);

  for (guint i = 0; i < network->n_nodes; i++)
    {
      node_of[i] = i;
      community[i] = start_from == TOGETHER ? 0 : i;
    }
  for (guint step = 0; step < MAX_LEVELS && (move_nodes (level, start_from == BACKWARDS, community) || step == 0); step++)
    {
      g_autofree guint32 *refined = g_new (guint32, level->n);
      HearsayLevel *next;
      guint32 *start;
      guint n_groups;

      refine (level, community, refined);
      n_groups = renumber (refined, level->n);
      if (n_groups == level->n)
        break;
      next = level_new_for_groups (level, refined, n_groups);
      for (guint i = 0; i < network->n_nodes; i++)
        node_of[i] = refined[node_of[i]];
      start = g_new (guint32, level->n);
      /* A group begins where its members were. */
      for (guint i = 0; i < level->n; i++)
        start[refined[i]] = community[i];
      renumber (start, n_groups);
      g_free (community);
      community = start;
      free_level (level);
      level = next;
    }
  for (guint i = 0; i < network->n_nodes; i++)
    network->nodes[i].community = (gint32) community[node_of[i]];
  free_level (level);
}

/**
 * hearsay_camps_detect_signed:
 * @network: its nodes' @community is set
 *
 * Communities of the signed modularity (Gómez, Jensen and Arenas, 2009): ties
 * that attract count within them, ties that repel between them, each against
 * what chance would give. Found by Leiden's moving, refining and joining
 * (Traag, Waltman and van Eck, 2019), its draws replaced by the best choice,
 * from three starts of which the best counts.
 *
 * Returns: hearsay_camps_signed_modularity()
 */
double
hearsay_camps_detect_signed (HearsayNetwork *network)
{
  g_autofree gint32 *best = NULL;
  double most = -G_MAXDOUBLE;

  g_return_val_if_fail (network != NULL, 0.0);

  best = g_new (gint32, MAX (network->n_nodes, 1));
  for (guint start = 0; network->n_nodes > 0 && start < N_STARTS; start++)
    {
      double quality;

      detect (network, start);
      quality = hearsay_camps_signed_modularity (network);
      if (quality <= most + 1e-12)
        continue;
      most = quality;
      for (guint i = 0; i < network->n_nodes; i++)
        best[i] = network->nodes[i].community;
    }
  for (guint i = 0; i < network->n_nodes; i++)
    network->nodes[i].community = best[i];
  return network->n_nodes > 0 ? most : 0.0;
}

/**
 * hearsay_camps_signed_modularity:
 *
 * (W⁺ Q⁺ − W⁻ Q⁻) / (W⁺ + W⁻), Q the modularity of the nodes' communities on
 * what attracts and what repels.
 *
 * Returns: −1 … 1; 0 without ties
 */
double
hearsay_camps_signed_modularity (const HearsayNetwork *network)
{
  HearsayLevel *level;
  double inside = 0.0;
  double chance = 0.0;
  double sum;
  g_autofree double *plus = NULL;
  g_autofree double *minus = NULL;

  g_return_val_if_fail (network != NULL, 0.0);

  level = level_new_for_network (network);
  plus = g_new0 (double, MAX (level->n, 1));
  minus = g_new0 (double, MAX (level->n, 1));
  for (guint i = 0; i < network->n_edges; i++)
    {
      const HearsayNetworkEdge *edge = &network->edges[i];

      if (edge->source != edge->target && network->nodes[edge->source].community == network->nodes[edge->target].community)
        inside += edge_weight (network, edge);
    }
  for (guint i = 0; i < level->n; i++)
    {
      gint32 community = network->nodes[i].community;

      if (community < 0 || (guint) community >= level->n)
        continue;
      plus[community] += level->plus[i];
      minus[community] += level->minus[i];
    }
  for (guint i = 0; i < level->n; i++)
    {
      if (level->plus_sum > 0.0)
        chance += plus[i] * plus[i] / (4.0 * level->plus_sum);
      if (level->minus_sum > 0.0)
        chance -= minus[i] * minus[i] / (4.0 * level->minus_sum);
    }
  sum = level->plus_sum + level->minus_sum;
  free_level (level);
  return sum > 0.0 ? (inside - chance) / sum : 0.0;
}
