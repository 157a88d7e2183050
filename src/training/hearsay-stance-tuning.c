/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-stance-tuning.h"

#include <math.h>
#include <stdlib.h>

/* What the share of right answers counts beside the macro F1. */
#define MICRO_SHARE 0.3

/* Precision that “sure” is set for on the training part: a little more than is promised. */
#define SURE_PRECISION 0.815

typedef struct
{
  float probability;
  gboolean right;
  guint index;
} Judged;

static int
compare_judged (gconstpointer a,
                gconstpointer b)
{
  const Judged *x = a;
  const Judged *y = b;

  if (x->probability != y->probability)
    return x->probability < y->probability ? -1 : 1;
  return x->index < y->index ? -1 : x->index > y->index;
}

static guint
take (const HearsayStanceJudge *self,
      const float              *scores,
      guint                     n_classes)
{
  guint best = 0;

  for (guint k = 1; k < n_classes; k++)
    if (scores[k] + self->offsets[k] > scores[best] + self->offsets[best])
      best = k;
  return best;
}

static void
measure_classes (const HearsayStanceJudge *self,
                 const float              *scores,
                 const guint8             *labels,
                 guint                     n,
                 guint                     n_classes,
                 HearsayStanceFigures     *figures)
{
  guint right[HEARSAY_STANCE_MAX_CLASSES] = { 0 };
  guint found[HEARSAY_STANCE_MAX_CLASSES] = { 0 };
  guint gold[HEARSAY_STANCE_MAX_CLASSES] = { 0 };
  guint both = 0;
  guint all_right = 0;

  for (guint i = 0; i < n; i++)
    {
      guint label = take (self, scores + (gsize) i * n_classes, n_classes);

      found[label]++;
      gold[labels[i]]++;
      right[label] += label == labels[i];
      all_right += label == labels[i];
      both += label != 0 && labels[i] != 0;
    }
  figures->macro = 0;
  for (guint k = 0; k < n_classes; k++)
    figures->macro += 2.0 * right[k] / MAX (found[k] + gold[k], 1u) / n_classes;
  figures->micro = (double) all_right / MAX (n, 1u);
  figures->any = 2.0 * both / MAX (2 * n - found[0] - gold[0], 1u);
}

static double
worth (const HearsayStanceJudge *self,
       const float              *scores,
       const guint8             *labels,
       guint                     n,
       guint                     n_classes,
       double                    any_share)
{
  HearsayStanceFigures figures;

  measure_classes (self, scores, labels, n, n_classes, &figures);
  return figures.macro + MICRO_SHARE * figures.micro + any_share * figures.any;
}

/* Offsets by turns and together, with smaller and smaller steps. */
static void
tune_offsets (HearsayStanceJudge *self,
              const float        *scores,
              const guint8       *labels,
              guint               n,
              guint               n_classes,
              double              any_share)
{
  double best = worth (self, scores, labels, n, n_classes, any_share);

  for (float step = 0.8f; step > 0.04f; step /= 2)
    {
      gboolean better = TRUE;

      for (guint round = 0; round < 6 && better; round++)
        {
          better = FALSE;
          for (guint k = 0; k < n_classes; k++)
            for (int sign = -1; sign <= 1; sign += 2)
              {
                HearsayStanceJudge old = *self;
                double now;

                /* In the place of neutral, which has none, all the others move together. */
                for (guint i = 1; i < n_classes; i++)
                  self->offsets[i] += k == 0 || k == i ? (float) sign * step : 0.0f;
                now = worth (self, scores, labels, n, n_classes, any_share);
                if (now > best)
                  {
                    best = now;
                    better = TRUE;
                  }
                else
                  *self = old;
              }
        }
    }
}

static GArray *
judge_all (const HearsayStanceJudge *self,
           const float              *scores,
           const guint8             *labels,
           guint                     n,
           guint                     n_classes,
           gboolean                  neutral)
{
  GArray *judged = g_array_new (FALSE, FALSE, sizeof (Judged));

  for (guint i = 0; i < n; i++)
    {
      HearsayStanceVerdict verdict;
      Judged item;

      hearsay_stance_judge_decide (self, scores + (gsize) i * n_classes, n_classes, &verdict);
      item = (Judged) { verdict.probability, verdict.label == labels[i], i };
      if ((verdict.label == 0) == neutral)
        g_array_append_val (judged, item);
    }
  g_array_sort (judged, compare_judged);
  return judged;
}

/* Isotonic regression: as many groups of equal size as there are knots, neighbours that fall are joined. */
static void
calibrate (GArray *judged,
           float  *said,
           float  *right)
{
  double sums[HEARSAY_STANCE_N_KNOTS] = { 0 };
  double hits[HEARSAY_STANCE_N_KNOTS] = { 0 };
  double counts[HEARSAY_STANCE_N_KNOTS] = { 0 };
  guint first[HEARSAY_STANCE_N_KNOTS];
  guint n = 0;

  for (guint i = 0; i < judged->len; i++)
    {
      const Judged *item = &g_array_index (judged, Judged, i);
      guint k = (guint) ((guint64) i * HEARSAY_STANCE_N_KNOTS / judged->len);

      sums[k] += (double) item->probability;
      hits[k] += item->right;
      counts[k]++;
    }
  for (guint k = 0; k < HEARSAY_STANCE_N_KNOTS; k++)
    {
      said[k] = counts[k] > 0 ? (float) (sums[k] / counts[k]) : k > 0 ? said[k - 1] : 0;
      hits[n] = hits[k];
      counts[n] = counts[k];
      first[n++] = k;
      while (n > 1 && hits[n - 1] * counts[n - 2] <= hits[n - 2] * counts[n - 1])
        {
          hits[n - 2] += hits[n - 1];
          counts[n - 2] += counts[n - 1];
          n--;
        }
    }
  for (guint g = 0; g < n; g++)
    for (guint k = first[g]; k < (g + 1 < n ? first[g + 1] : HEARSAY_STANCE_N_KNOTS); k++)
      right[k] = counts[g] > 0 ? (float) (hits[g] / counts[g]) : 0.5f;
}

/* The lowest probability from which on enough is right. */
static float
find_sure (GArray *judged)
{
  float sure = 1;
  guint hits = 0;

  for (guint i = judged->len; i-- > 0;)
    {
      const Judged *item = &g_array_index (judged, Judged, i);

      hits += item->right;
      if (hits >= SURE_PRECISION * (judged->len - i))
        sure = item->probability;
    }
  return sure;
}

/**
 * hearsay_stance_judge_tune:
 * @self: (out)
 * @scores: (array): of items by weights that had not seen them, @n_classes each
 * @labels: (array length=n): the right classes
 * @any_share: what the F1 of “not neutral” counts beside the macro F1
 *
 * Sets offsets, calibration and threshold.
 */
void
hearsay_stance_judge_tune (HearsayStanceJudge *self,
                           const float        *scores,
                           const guint8       *labels,
                           guint               n,
                           guint               n_classes,
                           double              any_share)
{
  g_return_if_fail (self != NULL && n_classes <= HEARSAY_STANCE_MAX_CLASSES);

  *self = (HearsayStanceJudge) { .sure = 1 };
  tune_offsets (self, scores, labels, n, n_classes, any_share);
  for (guint side = 0; side < 2; side++)
    {
      g_autoptr (GArray) judged = judge_all (self, scores, labels, n, n_classes, side == 0);

      calibrate (judged, self->said[side], self->right[side]);
      if (side == 1)
        self->sure = find_sure (judged);
    }
}

/**
 * hearsay_stance_judge_measure:
 * @figures: (out)
 */
void
hearsay_stance_judge_measure (const HearsayStanceJudge *self,
                              const float              *scores,
                              const guint8             *labels,
                              guint                     n,
                              guint                     n_classes,
                              HearsayStanceFigures     *figures)
{
  double said[10] = { 0 };
  double so[10] = { 0 };
  guint n_sure = 0;
  guint n_right = 0;
  guint n_gold = 0;

  measure_classes (self, scores, labels, n, n_classes, figures);
  for (guint i = 0; i < n; i++)
    {
      HearsayStanceVerdict verdict;
      guint class;

      hearsay_stance_judge_decide (self, scores + (gsize) i * n_classes, n_classes, &verdict);
      class = MIN ((guint) (verdict.confidence * 10), 9);
      said[class] += (double) verdict.confidence;
      so[class] += verdict.label == labels[i];
      n_sure += verdict.sure;
      n_right += verdict.sure && verdict.label == labels[i];
      n_gold += labels[i] != 0;
    }
  figures->error = 0;
  for (guint k = 0; k < 10; k++)
    figures->error += fabs (said[k] - so[k]) / MAX (n, 1u);
  figures->precision = (double) n_right / MAX (n_sure, 1u);
  figures->share = (double) n_right / MAX (n_gold, 1u);
}

void
hearsay_stance_figures_print (const HearsayStanceFigures *self,
                              const char                 *name,
                              guint                       n)
{
  g_print ("%-24s %6u items  macro F1 %.2f  micro F1 %.2f  not neutral F1 %.2f  calibration error %.3f  sure: precision %.1f share %.1f\n",
           name, n, 100 * self->macro, 100 * self->micro, 100 * self->any, self->error, 100 * self->precision, 100 * self->share);
}
