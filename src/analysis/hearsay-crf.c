/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-crf.h"

#include "analysis/hearsay-weights-wide.h"

#include <glib/gi18n.h>

/* Compiled into each of the functions that call it, with what the processor of each has. */
#define EACH_WAY static G_ALWAYS_INLINE inline

/* One number for each label; what stands behind the last label takes part, and comes to nothing.
 * What is done to all eight is done at once by any processor that can. */
typedef float Eight __attribute__ ((vector_size (4 * HEARSAY_CRF_MAX_LABELS)));
typedef gint32 EightInts __attribute__ ((vector_size (4 * HEARSAY_CRF_MAX_LABELS)));

typedef union
{
  float of[HEARSAY_CRF_MAX_LABELS];
  Eight all;
} Lanes;

G_STATIC_ASSERT (HEARSAY_CRF_MAX_LABELS == 8);

#define FOR_LANES(k) for (guint k = 0; k < HEARSAY_CRF_MAX_LABELS; k++)

/* @a where @mask is set, @b elsewhere. */
#define CHOOSE(mask, a, b) (((a) & (mask)) | ((b) & ~(mask)))

/* Makes each of the numbers e to its power; see hearsay_exp(). */
EACH_WAY void
raise_lanes (Lanes *lanes)
{
  const Eight most = { 80, 80, 80, 80, 80, 80, 80, 80 };
  EightInts x = (EightInts) lanes->all;
  Eight cut, rounded, part, series;
  EightInts half, whole;

  x = CHOOSE (lanes->all > most, (EightInts) most, x);
  cut = (Eight) CHOOSE ((Eight) x < -most, (EightInts) -most, x);
  half = CHOOSE (cut < 0.0f, (EightInts) (most * 0 - 0.5f), (EightInts) (most * 0 + 0.5f));
  whole = __builtin_convertvector (cut * 1.44269504f + (Eight) half, EightInts);
  rounded = __builtin_convertvector (whole, Eight);
  /* The logarithm of two in two parts, of which the first has few digits: no rounding in the product. */
  part = cut - rounded * 0.693359375f + rounded * 2.12194440e-4f;
  series = 1.0f + part * (1.0f + part * (0.5f + part * (0.166666667f + part * (0.0416666667f +
           part * (0.00833333333f + part * 0.00138888889f)))));
  lanes->all = series * (Eight) ((whole + 127) << 23);
}

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
  Lanes lanes = { { x } };

  raise_lanes (&lanes);
  return lanes.of[0];
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

EACH_WAY Lanes
load_lanes (const float *row,
            guint        n,
            float        pad)
{
  Lanes lanes;

  FOR_LANES (k)
    lanes.of[k] = k < n ? row[k] : pad;
  return lanes;
}

#define NEVER -1e30f

/* What is added to scores where label @a is left: for each label that may follow the link, for others @NEVER. */
EACH_WAY Lanes
links_from (const HearsayCrf *self,
            guint             a)
{
  Lanes lanes;

  FOR_LANES (b)
    lanes.of[b] = b < self->n_labels && (self->allowed[b] >> a & 1) != 0 ? self->links[a * self->n_labels + b] : NEVER;
  return lanes;
}

/* The best that leads to each label: @top and, in @from, the label before. */
EACH_WAY void
follow_links (const Lanes *links,
              const Lanes *last,
              guint        n_labels,
              Lanes       *top,
              gint32      *from)
{
  FOR_LANES (b)
    {
      top->of[b] = last->of[0] + links[0].of[b];
      from[b] = 0;
    }
  for (guint a = 1; a < n_labels; a++)
    FOR_LANES (b)
      {
        float score = last->of[a] + links[a].of[b];

        from[b] = score > top->of[b] ? (gint32) a : from[b];
        top->of[b] = score > top->of[b] ? score : top->of[b];
      }
}

EACH_WAY void
decode (const HearsayCrf *self,
        const float      *scores,
        guint             n,
        guint             favoured,
        float             bias,
        guint8           *labels)
{
  const guint n_labels = self->n_labels;
  g_autofree gint32 *back = g_new (gint32, (gsize) n * HEARSAY_CRF_MAX_LABELS + 1);
  Lanes links[HEARSAY_CRF_MAX_LABELS];
  Lanes last;
  guint best = 0;

  for (guint a = 0; a < n_labels; a++)
    links[a] = links_from (self, a);
  for (guint i = 0; i < n; i++)
    {
      Lanes now = load_lanes (scores + (gsize) i * n_labels, n_labels, 0);
      Lanes top;

      if (i > 0)
        follow_links (links, &last, n_labels, &top, back + (gsize) i * HEARSAY_CRF_MAX_LABELS);
      FOR_LANES (b)
        {
          if (i == 0)
            top.of[b] = (self->initial >> b & 1) != 0 ? 0 : NEVER;
        }
      now.of[favoured] += bias;
      FOR_LANES (b)
        last.of[b] = top.of[b] + now.of[b];
    }
  for (guint b = 1; n > 0 && b < n_labels; b++)
    {
      if (last.of[b] > last.of[best])
        best = b;
    }
  for (guint i = n; i-- > 0;)
    {
      labels[i] = (guint8) best;
      best = i > 0 ? (guint) back[(gsize) i * HEARSAY_CRF_MAX_LABELS + best] : 0;
    }
}

/* Makes the lanes sum to one; those behind the last label are 0. */
EACH_WAY void
normalise (Lanes *row)
{
  Eight sum = row->all + __builtin_shufflevector (row->all, row->all, 4, 5, 6, 7, 0, 1, 2, 3);

  sum += __builtin_shufflevector (sum, sum, 2, 3, 0, 1, 6, 7, 4, 5);
  sum += __builtin_shufflevector (sum, sum, 1, 0, 3, 2, 5, 4, 7, 6);
  if (sum[0] > 0)
    row->all /= sum;
}

/* The exponentials of the scores, each row's largest as one. */
EACH_WAY void
fill_potentials (const HearsayCrf *self,
                 const float      *scores,
                 guint             n,
                 Lanes            *potentials)
{
  const guint n_labels = self->n_labels;

  for (guint i = 0; i < n; i++)
    {
      const float *row = scores + (gsize) i * n_labels;
      float top = row[0];

      for (guint k = 1; k < n_labels; k++)
        top = MAX (top, row[k]);
      potentials[i] = load_lanes (row, n_labels, top);
      potentials[i].all -= top;
      raise_lanes (&potentials[i]);
    }
}

/* The factors of the links that are allowed: a row for each label that comes first, and the same turned. */
EACH_WAY void
fill_links (const HearsayCrf *self,
            Lanes            *links,
            Lanes            *turned)
{
  for (guint a = 0; a < self->n_labels; a++)
    {
      links[a] = load_lanes (self->links + a * self->n_labels, self->n_labels, 0);
      raise_lanes (&links[a]);
      for (guint b = 0; b < HEARSAY_CRF_MAX_LABELS; b++)
        {
          if (b >= self->n_labels || (self->allowed[b] >> a & 1) == 0)
            links[a].of[b] = 0;
          turned[b].of[a] = links[a].of[b];
        }
    }
}

EACH_WAY void
run_forward (const HearsayCrf *self,
             const Lanes      *links,
             const Lanes      *potentials,
             guint             n,
             Lanes            *rows)
{
  Lanes row;

  FOR_LANES (b)
    row.of[b] = (float) (self->initial >> b & 1);
  for (guint i = 0; i < n; i++)
    {
      rows[i].all = row.all * potentials[i].all;
      normalise (&rows[i]);
      row = (Lanes) { { 0 } };
      for (guint a = 0; a < self->n_labels; a++)
        row.all += rows[i].of[a] * links[a].all;
    }
}

EACH_WAY void
find_marginals (const HearsayCrf *self,
                const float      *scores,
                guint             n,
                float            *marginals)
{
  const guint n_labels = self->n_labels;
  Lanes *potentials = g_aligned_alloc (n * 2 + 1, sizeof (Lanes), sizeof (Lanes));
  Lanes *rows = potentials + n;
  Lanes links[HEARSAY_CRF_MAX_LABELS] = { 0 };
  Lanes turned[HEARSAY_CRF_MAX_LABELS] = { 0 };
  Lanes behind;

  fill_links (self, links, turned);
  fill_potentials (self, scores, n, potentials);
  run_forward (self, links, potentials, n, rows);
  FOR_LANES (k)
    behind.of[k] = 1;
  for (guint i = n; i-- > 0;)
    {
      Lanes row = { .all = rows[i].all * behind.all };
      Lanes factors = { .all = potentials[i].all * behind.all };

      normalise (&row);
      memcpy (marginals + (gsize) i * n_labels, row.of, n_labels * sizeof (float));
      behind = (Lanes) { { 0 } };
      for (guint b = 0; b < n_labels; b++)
        behind.all += factors.of[b] * turned[b].all;
      normalise (&behind);
    }
  g_aligned_free (potentials);
}

/* The same steps, and the same bits, eight numbers at once where the processor has AVX2. */
#ifdef HEARSAY_HAVE_WIDE
WIDE static void
decode_wide (const HearsayCrf *self,
             const float      *scores,
             guint             n,
             guint             favoured,
             float             bias,
             guint8           *labels)
{
  decode (self, scores, n, favoured, bias, labels);
}

WIDE static void
find_marginals_wide (const HearsayCrf *self,
                     const float      *scores,
                     guint             n,
                     float            *marginals)
{
  find_marginals (self, scores, n, marginals);
}
#endif

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
#ifdef HEARSAY_HAVE_WIDE
  if (__builtin_cpu_supports ("avx2"))
    {
      decode_wide (self, scores, n, favoured, bias, labels);
      return;
    }
#endif
  decode (self, scores, n, favoured, bias, labels);
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
#ifdef HEARSAY_HAVE_WIDE
  if (__builtin_cpu_supports ("avx2"))
    {
      find_marginals_wide (self, scores, n, marginals);
      return;
    }
#endif
  find_marginals (self, scores, n, marginals);
}
