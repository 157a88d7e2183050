/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-stance-judge.h"

#include <math.h>
#include <string.h>

G_STATIC_ASSERT (sizeof (HearsayStanceJudge) % sizeof (float) == 0);

/**
 * hearsay_stance_read_floats:
 * @bytes: of a section, little-endian
 * @values: (out) (array length=n)
 */
void
hearsay_stance_read_floats (const guint8 *bytes,
                            float        *values,
                            gsize         n)
{
  for (gsize i = 0; i < n; i++)
    {
      guint32 bits;

      memcpy (&bits, bytes + i * 4, sizeof bits);
      bits = GUINT32_FROM_LE (bits);
      memcpy (&values[i], &bits, sizeof bits);
    }
}

/**
 * hearsay_stance_pack_floats:
 *
 * Returns: (transfer full): a section that hearsay_stance_read_floats() understands
 */
GBytes *
hearsay_stance_pack_floats (const float *values,
                            gsize        n)
{
  guint8 *bytes = g_malloc (n * sizeof (float));

  for (gsize i = 0; i < n; i++)
    {
      guint32 bits;

      memcpy (&bits, &values[i], sizeof bits);
      bits = GUINT32_TO_LE (bits);
      memcpy (bytes + i * 4, &bits, sizeof bits);
    }
  return g_bytes_new_take (bytes, n * sizeof (float));
}

/**
 * hearsay_stance_judge_is_sound:
 *
 * Returns: whether what was read can be used
 */
gboolean
hearsay_stance_judge_is_sound (const HearsayStanceJudge *self)
{
  for (guint k = 0; k < HEARSAY_STANCE_MAX_CLASSES; k++)
    if (!(fabsf (self->offsets[k]) < 50))
      return FALSE;
  for (guint side = 0; side < 2; side++)
    for (guint k = 0; k < HEARSAY_STANCE_N_KNOTS; k++)
      {
        if (!(self->said[side][k] >= 0 && self->said[side][k] <= 1 && self->right[side][k] >= 0 && self->right[side][k] <= 1) ||
            (k > 0 && self->said[side][k] < self->said[side][k - 1]))
          return FALSE;
      }
  return self->sure >= 0 && self->sure <= 1;
}

/* Straight lines between the knots. */
static float
look_up (const float *said,
         const float *right,
         float        probability)
{
  guint k = 1;

  if (probability <= said[0])
    return right[0];
  while (k < HEARSAY_STANCE_N_KNOTS && said[k] < probability)
    k++;
  if (k == HEARSAY_STANCE_N_KNOTS)
    return right[k - 1];
  return right[k - 1] + (right[k] - right[k - 1]) * (probability - said[k - 1]) / (said[k] - said[k - 1]);
}

/**
 * hearsay_stance_judge_decide:
 * @scores: (array length=n_classes): logarithms up to a constant
 * @verdict: (out): the class that is taken, and how far to trust it
 */
void
hearsay_stance_judge_decide (const HearsayStanceJudge *self,
                             const float              *scores,
                             guint                     n_classes,
                             HearsayStanceVerdict     *verdict)
{
  float largest = scores[0];
  float sum = 0;
  float shared = 0;
  guint side;

  verdict->label = 0;
  for (guint k = 1; k < n_classes; k++)
    {
      largest = MAX (largest, scores[k]);
      if (scores[k] + self->offsets[k] > scores[verdict->label] + self->offsets[verdict->label])
        verdict->label = k;
    }
  for (guint k = 0; k < n_classes; k++)
    {
      sum += expf (scores[k] - largest);
      shared += verdict->shares[k] = expf (scores[k] + self->offsets[k] - largest);
    }
  for (guint k = 0; k < n_classes; k++)
    verdict->shares[k] /= shared;
  verdict->probability = expf (scores[verdict->label] - largest) / sum;
  side = verdict->label != 0;
  verdict->confidence = look_up (self->said[side], self->right[side], verdict->probability);
  verdict->sure = side && verdict->probability >= self->sure;
}
