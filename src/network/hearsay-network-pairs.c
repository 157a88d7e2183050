/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-network-private.h"

#include <math.h>

/* 16 bytes a pair, twice while they are sorted, and the statements of both for each. */
#define MAX_PAIRS (2 * 1024 * 1024)

/**
 * HearsayCell:
 * @first: its first row; rows of a cell are ordered by position
 * @n: statements of each position
 *
 * What one actor said on one target, or that it is named in one paragraph.
 */
typedef struct
{
  guint32 actor;
  guint32 target;
  guint32 first;
  guint32 n[HEARSAY_N_POSITIONS];
} HearsayCell;

/**
 * HearsaySums:
 *
 * What one pair of actors has in common, summed over targets.
 */
typedef struct
{
  double together; /* targets, or paragraphs */
  double any;      /* Σ aᵢ · aⱼ over targets, whatever the positions */
  double same;
  double opposite;
  double in_a; /* statements of the first where the second has some of that position too */
  double in_b;
} HearsaySums;

static GArray *
make_cells (HearsayNetworkBuild *self)
{
  static const guint order[] = { HEARSAY_ROW_TARGET, HEARSAY_ROW_SOURCE, HEARSAY_ROW_POSITION, HEARSAY_ROW_STATEMENT };
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (HearsayCell));

  hearsay_rows_sort (self->rows, self->n_rows, order, G_N_ELEMENTS (order));
  for (gsize i = 0; i < self->n_rows; i++)
    {
      const HearsayRow *row = &self->rows[i];
      HearsayCell *cell = cells->len > 0 ? &g_array_index (cells, HearsayCell, cells->len - 1) : NULL;

      if (cell == NULL || cell->target != row->field[HEARSAY_ROW_TARGET] || cell->actor != row->field[HEARSAY_ROW_SOURCE])
        {
          HearsayCell fresh = { .actor = row->field[HEARSAY_ROW_SOURCE], .target = row->field[HEARSAY_ROW_TARGET], .first = i };

          g_array_append_val (cells, fresh);
          cell = &g_array_index (cells, HearsayCell, cells->len - 1);
        }
      cell->n[row->field[HEARSAY_ROW_POSITION]]++;
    }
  return cells;
}

static guint64
count_pairs (const GArray  *cells,
             const guint32 *rank,
             guint32        n_ranks)
{
  guint64 n_pairs = 0;
  guint64 n_members = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const HearsayCell *cell = &g_array_index (cells, HearsayCell, i);

      if (i > 0 && g_array_index (cells, HearsayCell, i - 1).target != cell->target)
        n_members = 0;
      if (rank[cell->actor] < n_ranks)
        n_pairs += n_members++;
    }
  return n_pairs;
}

static int
compare_said (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const guint32 *said = data;
  guint32 i = *(const guint32 *) a;
  guint32 j = *(const guint32 *) b;

  if (said[i] != said[j])
    return said[i] > said[j] ? -1 : 1;
  return (i > j) - (i < j);
}

/* Drops the cells of the least active actors until the pairs fit. */
static void
limit_pairs (HearsayNetworkBuild *self,
             GArray              *cells)
{
  guint n_entities = self->input->n_entities;
  g_autofree guint32 *order = g_new (guint32, n_entities);
  g_autofree guint32 *rank = g_new (guint32, n_entities);
  g_autofree gboolean *left_out = g_new0 (gboolean, n_entities);
  guint32 low = 0;
  guint32 high = n_entities;
  guint n_kept = 0;

  for (guint32 i = 0; i < n_entities; i++)
    order[i] = i;
  g_qsort_with_data (order, n_entities, sizeof *order, compare_said, self->said);
  for (guint32 i = 0; i < n_entities; i++)
    rank[order[i]] = i;
  if (count_pairs (cells, rank, high) <= MAX_PAIRS)
    return;
  while (low + 1 < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (count_pairs (cells, rank, middle) <= MAX_PAIRS)
        low = middle;
      else
        high = middle;
    }
  for (guint i = 0; i < cells->len; i++)
    {
      HearsayCell cell = g_array_index (cells, HearsayCell, i);

      if (rank[cell.actor] < low)
        g_array_index (cells, HearsayCell, n_kept++) = cell;
      else if (!left_out[cell.actor])
        self->n_left_out += left_out[cell.actor] = TRUE;
    }
  g_array_set_size (cells, n_kept);
}

/* Rows of two actors and their two cells, for every target they share. */
static GArray *
make_pairs (const GArray *cells)
{
  static const guint order[] = { 0, 1 };
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (HearsayRow));
  const HearsayCell *all = (const HearsayCell *) (gpointer) cells->data;

  for (guint first = 0, next; first < cells->len; first = next)
    {
      for (next = first + 1; next < cells->len && all[next].target == all[first].target; next++)
        ;
      for (guint i = first; i < next; i++)
        {
          for (guint j = i + 1; j < next; j++)
            {
              HearsayRow row = { { all[i].actor, all[j].actor, i, j } };

              g_array_append_val (pairs, row);
            }
        }
    }
  hearsay_rows_sort ((HearsayRow *) (gpointer) pairs->data, pairs->len, order, G_N_ELEMENTS (order));
  return pairs;
}

static void
add_cells (HearsaySums       *sums,
           const HearsayCell *a,
           const HearsayCell *b,
           gboolean           with_neutral)
{
  double sa = a->n[HEARSAY_POSITION_SUPPORT], oa = a->n[HEARSAY_POSITION_OPPOSE], na = a->n[HEARSAY_POSITION_NEUTRAL];
  double sb = b->n[HEARSAY_POSITION_SUPPORT], ob = b->n[HEARSAY_POSITION_OPPOSE], nb = b->n[HEARSAY_POSITION_NEUTRAL];

  sums->together += 1;
  sums->any += (sa + oa + na) * (sb + ob + nb);
  sums->same += sa * sb + oa * ob;
  sums->opposite += sa * ob + oa * sb;
  sums->in_a += (sb > 0 ? sa : 0) + (ob > 0 ? oa : 0) + (with_neutral && nb > 0 ? na : 0);
  sums->in_b += (sa > 0 ? sb : 0) + (oa > 0 ? ob : 0) + (with_neutral && na > 0 ? nb : 0);
}

/* The statements of a cell at these positions; returns where to go on. */
static guint32 *
put_statements (const HearsayNetworkBuild *self,
                const HearsayCell         *cell,
                guint                      position_mask,
                guint32                   *to)
{
  const HearsayRow *row = &self->rows[cell->first];

  for (guint p = 0; p < HEARSAY_N_POSITIONS; p++)
    {
      const HearsayRow *end = row + cell->n[p];

      for (; (position_mask & (1u << p)) != 0 && row < end; row++)
        {
          if (row->field[HEARSAY_ROW_STATEMENT] != G_MAXUINT32)
            *to++ = row->field[HEARSAY_ROW_STATEMENT];
        }
      row = end;
    }
  return to;
}

static guint
positions_said (const HearsayCell *cell)
{
  guint mask = 0;

  for (guint p = 0; p < HEARSAY_N_POSITIONS; p++)
    mask |= cell->n[p] > 0 ? 1u << p : 0;
  return mask;
}

/* Which of the positions in two cells make an edge of this kind. */
static guint
evidence_mask (HearsayPosition    position,
               const HearsayCell *mine,
               const HearsayCell *other,
               gboolean           whole)
{
  guint both = (1u << HEARSAY_POSITION_SUPPORT) | (1u << HEARSAY_POSITION_OPPOSE);
  guint theirs = positions_said (other);

  if (whole)
    return position == HEARSAY_POSITION_NEUTRAL ? G_MAXUINT : both;
  if (position == HEARSAY_POSITION_SUPPORT)
    return theirs & positions_said (mine) & both;
  return ((theirs & (1u << HEARSAY_POSITION_SUPPORT)) != 0 ? 1u << HEARSAY_POSITION_OPPOSE : 0)
         | ((theirs & (1u << HEARSAY_POSITION_OPPOSE)) != 0 ? 1u << HEARSAY_POSITION_SUPPORT : 0);
}

static gsize
count_rows (const GArray     *cells,
            const HearsayRow *pairs,
            gsize             n_pairs)
{
  gsize n = 0;

  for (gsize i = 0; i < n_pairs; i++)
    {
      for (guint field = 2; field < 4; field++)
        {
          const HearsayCell *cell = &g_array_index (cells, HearsayCell, pairs[i].field[field]);

          for (guint p = 0; p < HEARSAY_N_POSITIONS; p++)
            n += cell->n[p];
        }
    }
  return n;
}

/* Each statement once, in order. */
static void
append_evidence (HearsayNetworkBuild *self,
                 guint32             *found,
                 guint32             *spare,
                 gsize                n)
{
  gsize n_kept = 0;

  hearsay_rows_sort_numbers (found, spare, n);
  for (gsize i = 0; i < n; i++)
    {
      if (i == 0 || found[i - 1] != found[i])
        spare[n_kept++] = found[i];
    }
  if (n_kept > 0)
    g_array_append_vals (self->statements, spare, (guint) n_kept);
}

static void
add_edge (HearsayNetworkBuild *self,
          const GArray        *cells,
          const HearsayRow    *pairs,
          gsize                n_pairs,
          HearsayPosition      position,
          double               weight,
          gboolean             whole)
{
  g_autofree guint32 *found = NULL;
  guint32 *end;
  gsize most;
  HearsayNetworkEdge edge = {
    .source = pairs->field[0],
    .target = pairs->field[1],
    .position = position,
    .weight = weight,
    .first_statement = self->statements->len,
  };

  if (weight == 0 || weight < self->options->at_least)
    return;
  most = count_rows (cells, pairs, n_pairs);
  found = end = g_new (guint32, 2 * most + 1);
  for (gsize i = 0; i < n_pairs; i++)
    {
      const HearsayCell *a = &g_array_index (cells, HearsayCell, pairs[i].field[2]);
      const HearsayCell *b = &g_array_index (cells, HearsayCell, pairs[i].field[3]);

      end = put_statements (self, a, evidence_mask (position, a, b, whole), end);
      end = put_statements (self, b, evidence_mask (position, b, a, whole), end);
    }
  append_evidence (self, found, found + most, (gsize) (end - found));
  edge.n_statements = self->statements->len - edge.first_statement;
  g_array_append_val (self->edges, edge);
}

static double
divisor (const HearsayNetworkBuild *self,
         const HearsaySums         *sums,
         const double              *n,
         const double              *squares,
         guint32                    a,
         guint32                    b)
{
  switch (self->options->normalization)
    {
    case HEARSAY_NORMALIZE_AVERAGE:
      return (n[a] + n[b]) / 2;
    case HEARSAY_NORMALIZE_JACCARD:
      return (n[a] - sums->in_a) + (n[b] - sums->in_b)
             + (self->options->shared == HEARSAY_SHARED_IGNORE ? sums->any : sums->same);
    case HEARSAY_NORMALIZE_COSINE:
      return sqrt (squares[a]) * sqrt (squares[b]);
    case HEARSAY_NORMALIZE_DNA_COSINE:
      return n[a] * n[b];
    case HEARSAY_NORMALIZE_NONE:
    case HEARSAY_NORMALIZE_ACTIVITY:
    case HEARSAY_NORMALIZE_PROMINENCE:
    default:
      return 1;
    }
}

static void
add_edges_of_pair (HearsayNetworkBuild *self,
                   const GArray        *cells,
                   const HearsayRow    *pairs,
                   gsize                n_pairs,
                   const double        *n,
                   const double        *squares)
{
  HearsaySharedMethod method = self->options->shared;
  gboolean with_neutral = method == HEARSAY_SHARED_IGNORE;
  HearsaySums sums = { 0 };
  guint first_edge = self->edges->len;
  double by;

  for (gsize i = 0; i < n_pairs; i++)
    add_cells (&sums, &g_array_index (cells, HearsayCell, pairs[i].field[2]),
               &g_array_index (cells, HearsayCell, pairs[i].field[3]), with_neutral);
  if (self->options->type == HEARSAY_NETWORK_TOGETHER)
    {
      add_edge (self, cells, pairs, n_pairs, HEARSAY_POSITION_NEUTRAL, sums.together, TRUE);
      return;
    }
  if (method == HEARSAY_SHARED_IGNORE)
    add_edge (self, cells, pairs, n_pairs, HEARSAY_POSITION_NEUTRAL, sums.any, TRUE);
  if (method == HEARSAY_SHARED_BOTH || method == HEARSAY_SHARED_CONGRUENCE)
    add_edge (self, cells, pairs, n_pairs, HEARSAY_POSITION_SUPPORT, sums.same, FALSE);
  if (method == HEARSAY_SHARED_BOTH || method == HEARSAY_SHARED_CONFLICT)
    add_edge (self, cells, pairs, n_pairs, HEARSAY_POSITION_OPPOSE, sums.opposite, FALSE);
  if (method == HEARSAY_SHARED_SUBTRACT)
    add_edge (self, cells, pairs, n_pairs, sums.same >= sums.opposite ? HEARSAY_POSITION_SUPPORT : HEARSAY_POSITION_OPPOSE,
              fabs (sums.same - sums.opposite), TRUE);
  by = divisor (self, &sums, n, squares, pairs->field[0], pairs->field[1]);
  for (guint i = first_edge; i < self->edges->len; i++)
    {
      HearsayNetworkEdge *edge = &g_array_index (self->edges, HearsayNetworkEdge, i);

      edge->weight = by > 0 ? edge->weight / by : 0;
    }
}

/**
 * hearsay_network_count_pairs:
 *
 * Makes the edges of shared positions, or of “together”.
 *
 * Returns: FALSE when cancelled
 */
gboolean
hearsay_network_count_pairs (HearsayNetworkBuild  *self,
                             GError              **error)
{
  gboolean with_neutral = self->options->shared == HEARSAY_SHARED_IGNORE;
  g_autofree double *n = g_new0 (double, self->input->n_entities);
  g_autofree double *squares = g_new0 (double, self->input->n_entities);
  g_autoptr (GArray) cells = NULL;
  g_autoptr (GArray) pairs = NULL;
  const HearsayRow *rows;

  g_return_val_if_fail (self != NULL, FALSE);

  cells = make_cells (self);
  for (guint i = 0; i < cells->len; i++)
    {
      const HearsayCell *cell = &g_array_index (cells, HearsayCell, i);

      for (guint p = with_neutral ? 0 : HEARSAY_POSITION_SUPPORT; p < HEARSAY_N_POSITIONS; p++)
        {
          n[cell->actor] += cell->n[p];
          squares[cell->actor] += (double) cell->n[p] * cell->n[p];
        }
    }
  limit_pairs (self, cells);
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  pairs = make_pairs (cells);
  rows = (const HearsayRow *) (gpointer) pairs->data;
  for (guint first = 0, next; first < pairs->len; first = next)
    {
      for (next = first + 1; next < pairs->len && rows[next].field[0] == rows[first].field[0]
                             && rows[next].field[1] == rows[first].field[1];
           next++)
        ;
      if (first % 1024 == 0 && g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      add_edges_of_pair (self, cells, rows + first, next - first, n, squares);
    }
  return TRUE;
}
