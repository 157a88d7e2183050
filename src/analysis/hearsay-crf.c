/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-crf.h"

#include <glib/gi18n.h>

/**
 * hearsay_exp:
 *
 * The exponential function from plain products and sums, so that every machine
 * gives the same bits. Relative error below 1e-6 for -80 < @x < 80; cut beyond.
 *
 * Returns: e to the power of @x
 */
float
hearsay_exp (float x)
{
  float cut = CLAMP (x, -80.0f, 80.0f);
  int whole = (int) (cut * 1.44269504f + (cut < 0 ? -0.5f : 0.5f));
  /* The logarithm of two in two parts, of which the first has few digits: no rounding in the product. */
  float part = cut - (float) whole * 0.693359375f + (float) whole * 2.12194440e-4f;
  float series = 1 + part * (1 + part * (0.5f + part * (0.166666667f + part * (0.0416666667f +
                 part * (0.00833333333f + part * 0.00138888889f)))));
  guint32 bits = (guint32) (whole + 127) << 23;
  float power;

  memcpy (&power, &bits, sizeof power);
  return series * power;
}

/**
 * hearsay_crf_constrain:
 * @n_labels: an odd number: none, then a “begins” and a “goes on” for each role
 *
 * Lets “goes on” follow only its own role.
 */
void
hearsay_crf_constrain (HearsayCrf *self,
                       guint       n_labels)
{
  g_return_if_fail (n_labels % 2 == 1 && n_labels <= HEARSAY_CRF_MAX_LABELS);

  self->n_labels = n_labels;
  self->initial = 0;
  for (guint b = 0; b < n_labels; b++)
    {
      gboolean goes_on = b > 0 && b % 2 == 0;

      self->allowed[b] = goes_on ? 1u << b | 1u << (b - 1) : (1u << n_labels) - 1;
      if (!goes_on)
        self->initial |= 1u << b;
    }
}

/**
 * hearsay_crf_load:
 * @self: (out): a view that is valid as long as @model
 * @name: of the section with the weights; the links are in “NAME-links”
 *
 * Returns: whether @model has such a field with @n_labels labels
 */
gboolean
hearsay_crf_load (HearsayCrf         *self,
                  const HearsayModel *model,
                  const char         *name,
                  guint               n_labels,
                  GError            **error)
{
  g_autofree char *links_name = g_strconcat (name, "-links", NULL);
  const guint8 *links;
  gsize size;

  g_return_val_if_fail (self != NULL && n_labels <= HEARSAY_CRF_MAX_LABELS, FALSE);

  if (!hearsay_weights_load (&self->weights, model, name, n_labels, error))
    return FALSE;
  links = hearsay_model_require (model, links_name, n_labels * n_labels * sizeof (float), &size, error);
  if (links == NULL)
    return FALSE;
  for (guint k = 0; k < n_labels * n_labels; k++)
    {
      guint32 bits;

      memcpy (&bits, links + k * sizeof bits, sizeof bits);
      bits = GUINT32_FROM_LE (bits);
      memcpy (&self->links[k], &bits, sizeof bits);
      if (!(self->links[k] > -100 && self->links[k] < 100))
        {
          g_set_error (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_SECTION,
                       _("The part “%s” of the language model is not sound"), links_name);
          return FALSE;
        }
    }
  hearsay_crf_constrain (self, n_labels);
  return TRUE;
}

/**
 * hearsay_crf_pack_links:
 *
 * Returns: (transfer full): the section “NAME-links” of hearsay_crf_load()
 */
GBytes *
hearsay_crf_pack_links (const float *links,
                        guint        n_labels)
{
  GByteArray *bytes = g_byte_array_new ();

  for (guint k = 0; k < n_labels * n_labels; k++)
    {
      guint32 bits;

      memcpy (&bits, &links[k], sizeof bits);
      bits = GUINT32_TO_LE (bits);
      g_byte_array_append (bytes, (const guint8 *) &bits, sizeof bits);
    }
  return g_byte_array_free_to_bytes (bytes);
}

/**
 * hearsay_crf_decode:
 * @scores: (array): @n rows of a score for each label
 * @favoured: a label
 * @bias: what is added to the score of @favoured
 * @labels: (out) (array length=n): the best sequence (Viterbi)
 */
void
hearsay_crf_decode (const HearsayCrf *self,
                    const float      *scores,
                    guint             n,
                    guint             favoured,
                    float             bias,
                    guint8           *labels)
{
  const guint n_labels = self->n_labels;
  g_autofree guint8 *back = g_malloc ((gsize) n * n_labels + 1);
  float last[HEARSAY_CRF_MAX_LABELS];
  guint best = 0;

  for (guint i = 0; i < n; i++)
    {
      float now[HEARSAY_CRF_MAX_LABELS];

      for (guint b = 0; b < n_labels; b++)
        {
          float top = -1e30f;
          guint from = 0;

          for (guint a = 0; i > 0 && a < n_labels; a++)
            {
              float score = last[a] + self->links[a * n_labels + b];

              if ((self->allowed[b] >> a & 1) != 0 && score > top)
                {
                  top = score;
                  from = a;
                }
            }
          if (i == 0)
            top = (self->initial >> b & 1) != 0 ? 0 : -1e30f;
          now[b] = top + scores[(gsize) i * n_labels + b] + (b == favoured ? bias : 0);
          back[(gsize) i * n_labels + b] = (guint8) from;
        }
      memcpy (last, now, sizeof last);
    }
  for (guint b = 1; n > 0 && b < n_labels; b++)
    {
      if (last[b] > last[best])
        best = b;
    }
  for (guint i = n; i-- > 0;)
    {
      labels[i] = (guint8) best;
      best = back[(gsize) i * n_labels + best];
    }
}

/* Makes the row sum to one. */
static void
normalise (float *row,
           guint  n)
{
  float sum = 0;

  for (guint k = 0; k < n; k++)
    sum += row[k];
  for (guint k = 0; sum > 0 && k < n; k++)
    row[k] /= sum;
}

/* The exponentials of the scores, each row's largest as one. */
static void
fill_potentials (const HearsayCrf *self,
                 const float      *scores,
                 guint             n,
                 float            *potentials)
{
  const guint n_labels = self->n_labels;

  for (guint i = 0; i < n; i++)
    {
      const float *row = scores + (gsize) i * n_labels;
      float top = row[0];

      for (guint k = 1; k < n_labels; k++)
        top = MAX (top, row[k]);
      for (guint k = 0; k < n_labels; k++)
        potentials[(gsize) i * n_labels + k] = hearsay_exp (row[k] - top);
    }
}

/**
 * hearsay_crf_marginals:
 * @scores: (array): @n rows of a score for each label
 * @marginals: (out) (array): @n rows of a probability for each label
 *
 * The forward-backward algorithm, scaled at every step.
 */
void
hearsay_crf_marginals (const HearsayCrf *self,
                       const float      *scores,
                       guint             n,
                       float            *marginals)
{
  const guint n_labels = self->n_labels;
  g_autofree float *potentials = g_new (float, (gsize) n * n_labels + 1);
  float links[HEARSAY_CRF_MAX_LABELS * HEARSAY_CRF_MAX_LABELS];
  float behind[HEARSAY_CRF_MAX_LABELS];

  for (guint a = 0; a < n_labels; a++)
    for (guint b = 0; b < n_labels; b++)
      links[a * n_labels + b] = (self->allowed[b] >> a & 1) != 0 ? hearsay_exp (self->links[a * n_labels + b]) : 0;
  fill_potentials (self, scores, n, potentials);

  for (guint i = 0; i < n; i++)
    {
      float *row = marginals + (gsize) i * n_labels;

      for (guint b = 0; b < n_labels; b++)
        {
          float sum = i == 0 ? (float) (self->initial >> b & 1) : 0;

          for (guint a = 0; i > 0 && a < n_labels; a++)
            sum += row[(gssize) a - n_labels] * links[a * n_labels + b];
          row[b] = sum * potentials[(gsize) i * n_labels + b];
        }
      normalise (row, n_labels);
    }
  for (guint k = 0; k < n_labels; k++)
    behind[k] = 1;
  for (guint i = n; i-- > 0;)
    {
      float *row = marginals + (gsize) i * n_labels;
      float next[HEARSAY_CRF_MAX_LABELS] = { 0 };

      for (guint a = 0; a < n_labels; a++)
        for (guint b = 0; b < n_labels; b++)
          next[a] += links[a * n_labels + b] * potentials[(gsize) i * n_labels + b] * behind[b];
      for (guint k = 0; k < n_labels; k++)
        row[k] *= behind[k];
      normalise (row, n_labels);
      normalise (next, n_labels);
      memcpy (behind, next, sizeof behind);
    }
}
