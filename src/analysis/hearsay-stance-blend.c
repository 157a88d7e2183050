/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-stance-blend.h"

#include <math.h>

#define N_FLOATS (HEARSAY_STANCE_N_BLENDS * sizeof (HearsayStanceBlend) / sizeof (float))

G_STATIC_ASSERT (sizeof (HearsayStanceBlend) % sizeof (float) == 0);

/**
 * hearsay_stance_blend_score:
 * @clues: (array fixed-size=10): as HearsayStanceClue
 * @scores: (out) (array fixed-size=3): of the classes of a target
 */
void
hearsay_stance_blend_score (const HearsayStanceBlend *self,
                            const float              *clues,
                            float                    *scores)
{
  scores[0] = 0;
  for (guint k = 0; k < 2; k++)
    {
      float sum = 0;

      for (guint i = 0; i < HEARSAY_STANCE_N_CLUES; i++)
        sum += self->weights[k][i] * clues[i];
      scores[1 + k] = sum;
    }
}

/**
 * hearsay_stance_blend_decide:
 * @clues: (array fixed-size=10): as HearsayStanceClue
 * @verdict: (out): neutral, support or opposition, and how far to trust it
 */
void
hearsay_stance_blend_decide (const HearsayStanceBlend *self,
                             const float              *clues,
                             HearsayStanceVerdict     *verdict)
{
  float scores[HEARSAY_STANCE_TARGET_CLASSES];

  hearsay_stance_blend_score (self, clues, scores);
  hearsay_stance_judge_decide (&self->judge, scores, HEARSAY_STANCE_TARGET_CLASSES, verdict);
}

/**
 * hearsay_stance_blends_read:
 * @blends: (out) (array fixed-size=3)
 * @section: the section “stance-blends”
 *
 * Returns: whether it is sound
 */
gboolean
hearsay_stance_blends_read (HearsayStanceBlend *blends,
                            const guint8       *section,
                            gsize               size)
{
  if (size != N_FLOATS * sizeof (float))
    return FALSE;
  hearsay_stance_read_floats (section, (float *) (gpointer) blends, N_FLOATS);
  for (guint b = 0; b < HEARSAY_STANCE_N_BLENDS; b++)
    {
      if (!hearsay_stance_judge_is_sound (&blends[b].judge))
        return FALSE;
      for (guint i = 0; i < 2 * HEARSAY_STANCE_N_CLUES; i++)
        if (!(fabsf (blends[b].weights[i / HEARSAY_STANCE_N_CLUES][i % HEARSAY_STANCE_N_CLUES]) < 50))
          return FALSE;
    }
  return TRUE;
}

/**
 * hearsay_stance_blends_pack:
 * @blends: (array fixed-size=3)
 *
 * Returns: (transfer full): the section “stance-blends”
 */
GBytes *
hearsay_stance_blends_pack (const HearsayStanceBlend *blends)
{
  return hearsay_stance_pack_floats ((const float *) (gconstpointer) blends, N_FLOATS);
}
