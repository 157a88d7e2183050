/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-network-private.h"

static gboolean
same_edge (const HearsayRow *a,
           const HearsayRow *b)
{
  return a->field[HEARSAY_ROW_SOURCE] == b->field[HEARSAY_ROW_SOURCE]
         && a->field[HEARSAY_ROW_TARGET] == b->field[HEARSAY_ROW_TARGET]
         && a->field[HEARSAY_ROW_POSITION] == b->field[HEARSAY_ROW_POSITION];
}

/**
 * hearsay_network_count_directed:
 *
 * Makes an edge of each source, target and position, weighing its statements.
 *
 * Returns: FALSE when cancelled
 */
gboolean
hearsay_network_count_directed (HearsayNetworkBuild  *self,
                                GError              **error)
{
  static const guint order[] = { HEARSAY_ROW_SOURCE, HEARSAY_ROW_TARGET, HEARSAY_ROW_POSITION, HEARSAY_ROW_STATEMENT };

  g_return_val_if_fail (self != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  hearsay_rows_sort (self->rows, self->n_rows, order, G_N_ELEMENTS (order));
  for (gsize first = 0, next; first < self->n_rows; first = next)
    {
      const HearsayRow *row = &self->rows[first];
      HearsayNetworkEdge edge = {
        .source = row->field[HEARSAY_ROW_SOURCE],
        .target = row->field[HEARSAY_ROW_TARGET],
        .position = row->field[HEARSAY_ROW_POSITION],
        .first_statement = self->statements->len,
      };

      if (self->options->type == HEARSAY_NETWORK_FACTS)
        {
          edge.kind = (HearsayRelationKind) edge.position;
          edge.position = HEARSAY_POSITION_NEUTRAL;
        }

      for (next = first; next < self->n_rows && same_edge (row, &self->rows[next]); next++)
        {
          guint32 statement = self->rows[next].field[HEARSAY_ROW_STATEMENT];

          if (statement != G_MAXUINT32 && (next == first || self->rows[next - 1].field[HEARSAY_ROW_STATEMENT] != statement))
            g_array_append_val (self->statements, statement);
        }
      edge.n_statements = self->statements->len - edge.first_statement;
      edge.weight = self->options->type == HEARSAY_NETWORK_FACTS ? (double) (next - first) : MAX (edge.n_statements, 1);
      if (edge.weight >= self->options->at_least)
        g_array_append_val (self->edges, edge);
    }
  return TRUE;
}
