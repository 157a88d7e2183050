/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-crf-lattice.h"

#include <math.h>

void
hearsay_crf_lattice_grow (HearsayCrfLattice *self,
                          guint              n,
                          guint              n_labels)
{
  if (n <= self->size)
    return;
  self->size = n;
  self->forward = g_renew (double, self->forward, (gsize) n * n_labels);
  self->backward = g_renew (double, self->backward, (gsize) n * n_labels);
  self->potentials = g_renew (double, self->potentials, (gsize) n * n_labels);
  self->scores = g_renew (float, self->scores, (gsize) n * n_labels);
}

void
hearsay_crf_lattice_clear (HearsayCrfLattice *self)
{
  g_free (self->forward);
  g_free (self->backward);
  g_free (self->potentials);
  g_free (self->scores);
}

/* Makes the row sum to one. */
void
hearsay_crf_normalise (double *row,
                       guint   n)
{
  double sum = 0;

  for (guint k = 0; k < n; k++)
    sum += row[k];
  for (guint k = 0; k < n; k++)
    row[k] /= sum;
}

static void
run_forward (HearsayCrfLattice *self,
             const HearsayCrf  *field,
             const double      *links,
             guint              n)
{
  const guint n_labels = field->n_labels;

  for (guint i = 0; i < n; i++)
    {
      double *row = self->forward + (gsize) i * n_labels;
      const float *scores = self->scores + (gsize) i * n_labels;
      float top = scores[0];

      for (guint k = 1; k < n_labels; k++)
        top = MAX (top, scores[k]);
      for (guint b = 0; b < n_labels; b++)
        {
          double sum = i == 0 ? field->initial >> b & 1 : 0;
          double potential = exp ((double) (scores[b] - top));

          for (guint a = 0; i > 0 && a < n_labels; a++)
            sum += row[(gssize) a - n_labels] * links[a * n_labels + b];
          self->potentials[(gsize) i * n_labels + b] = potential;
          row[b] = sum * potential;
        }
      hearsay_crf_normalise (row, n_labels);
    }
}

static void
run_backward (HearsayCrfLattice *self,
              const HearsayCrf  *field,
              const double      *links,
              guint              n)
{
  const guint n_labels = field->n_labels;

  for (guint k = 0; k < n_labels; k++)
    self->backward[(gsize) (n - 1) * n_labels + k] = 1;
  for (guint i = n - 1; i-- > 0;)
    {
      double *row = self->backward + (gsize) i * n_labels;
      const double *next = row + n_labels;
      const double *potentials = self->potentials + (gsize) (i + 1) * n_labels;

      for (guint a = 0; a < n_labels; a++)
        {
          row[a] = 0;
          for (guint b = 0; b < n_labels; b++)
            row[a] += links[a * n_labels + b] * potentials[b] * next[b];
        }
      hearsay_crf_normalise (row, n_labels);
    }
}

/**
 * hearsay_crf_lattice_run:
 * @self: with the scores of @n tokens, one at least
 * @field: its labels and which of them may stand first
 * @links: (array): the exponentials of the field's links
 *
 * The forward-backward algorithm, scaled at every step.
 */
void
hearsay_crf_lattice_run (HearsayCrfLattice *self,
                         const HearsayCrf  *field,
                         const double      *links,
                         guint              n)
{
  run_forward (self, field, links, n);
  run_backward (self, field, links, n);
}
