/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-layout-private.h"

#include <string.h>

/* One bit a source. */
#define BATCH 64

/**
 * HearsayWave:
 * @seen: of each node, the sources that have reached it
 * @here: the sources that reached it in this step
 * @soon: those that will in the next
 * @front: nodes reached in this step
 *
 * Breadth-first searches from up to 64 sources that walk together, so that an
 * edge is looked at once for all of them (Then, Kaufmann et al., “The more the
 * merrier”, 2014).
 */
typedef struct
{
  guint64 *seen;
  guint64 *here;
  guint64 *soon;
  guint32 *front;
  guint32 *next_front;
} HearsayWave;

static void
record (guint16 *row,
        guint64  sources,
        guint    step)
{
  while (sources != 0)
    {
      row[__builtin_ctzll (sources)] = step;
      sources &= sources - 1;
    }
}

static guint
walk (const HearsayLayoutGraph *graph,
      HearsayWave              *wave,
      guint                     n_front)
{
  guint n_next = 0;

  for (guint i = 0; i < n_front; i++)
    {
      guint32 node = wave->front[i];
      guint64 sources = wave->here[node];

      for (guint32 e = graph->first[node]; e < graph->first[node + 1]; e++)
        {
          guint32 to = graph->to[e];
          guint64 fresh = sources & ~wave->seen[to];

          if (fresh == 0)
            continue;
          if (wave->soon[to] == 0)
            wave->next_front[n_next++] = to;
          wave->soon[to] |= fresh;
        }
    }
  return n_next;
}

static void
run_batch (const HearsayLayoutGraph *graph,
           HearsayWave              *wave,
           const guint32            *sources,
           guint                     n_sources,
           guint16                  *hops,
           guint                     stride)
{
  guint n_front = 0;

  memset (wave->seen, 0, graph->n * sizeof *wave->seen);
  for (guint s = 0; s < n_sources; s++)
    {
      guint32 node = sources[s];

      wave->seen[node] = wave->here[node] = G_GUINT64_CONSTANT (1) << s;
      hops[(gsize) node * stride + s] = 0;
      wave->front[n_front++] = node;
    }
  for (guint step = 1; n_front > 0; step++)
    {
      guint32 *front = wave->front;

      n_front = walk (graph, wave, n_front);
      wave->front = wave->next_front;
      wave->next_front = front;
      for (guint i = 0; i < n_front; i++)
        {
          guint32 node = wave->front[i];

          wave->here[node] = wave->soon[node];
          wave->seen[node] |= wave->soon[node];
          wave->soon[node] = 0;
          record (hops + (gsize) node * stride, wave->here[node], MIN (step, G_MAXUINT16));
        }
    }
}

/**
 * hearsay_layout_graph_hops:
 * @sources: different nodes
 * @hops: (out): n rows of @stride; entry s is the number of hops from the source s.
 *   Where there is no way it is left as it was.
 *
 * Counts hops from many nodes at once. Beyond 65,535 they stay that.
 */
void
hearsay_layout_graph_hops (const HearsayLayoutGraph *self,
                           const guint32            *sources,
                           guint                     n_sources,
                           guint16                  *hops,
                           guint                     stride)
{
  HearsayWave wave = {
    .seen = g_new (guint64, self->n),
    .here = g_new0 (guint64, self->n),
    .soon = g_new0 (guint64, self->n),
    .front = g_new (guint32, self->n),
    .next_front = g_new (guint32, self->n),
  };

  for (guint s = 0; s < n_sources; s += BATCH)
    run_batch (self, &wave, sources + s, MIN (BATCH, n_sources - s), hops + s, stride);
  g_free (wave.seen);
  g_free (wave.here);
  g_free (wave.soon);
  g_free (wave.front);
  g_free (wave.next_front);
}

/**
 * hearsay_layout_graph_pivots:
 * @pivots: (out): @n_pivots different nodes
 *
 * Draws pivots: every node is as likely, but half of them are drawn as the one
 * of several that is farthest from a first few, so that the rim is known too.
 */
void
hearsay_layout_graph_pivots (const HearsayLayoutGraph *self,
                             guint32                   seed,
                             guint32                  *pivots,
                             guint                     n_pivots)
{
  HearsayRandom random = hearsay_random_new (seed);
  g_autofree gboolean *taken = g_new0 (gboolean, self->n);
  g_autofree guint16 *nearest = g_new (guint16, self->n);
  g_autofree guint16 *hops = g_new (guint16, self->n);
  guint n_far = MIN (n_pivots, 6);
  guint32 next = hearsay_random_next (&random) % self->n;

  g_return_if_fail (n_pivots <= self->n);

  memset (nearest, 0xff, self->n * sizeof *nearest);
  for (guint p = 0; p < n_pivots; p++)
    {
      if (p >= n_far)
        {
          do
            next = hearsay_random_next (&random) % self->n;
          while (taken[next]);
        }
      pivots[p] = next;
      taken[next] = TRUE;
      if (p + 1 >= n_far)
        continue;
      hearsay_layout_graph_hops (self, &next, 1, hops, 1);
      for (guint32 i = 0; i < self->n; i++)
        {
          nearest[i] = MIN (nearest[i], hops[i]);
          if (nearest[i] > nearest[next])
            next = i;
        }
      while (taken[next])
        next = (next + 1) % self->n;
    }
}
