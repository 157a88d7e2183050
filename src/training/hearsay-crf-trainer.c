/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-crf-trainer.h"

#include "training/hearsay-crf-lattice.h"
#include "training/hearsay-feature-index.h"
#include "training/hearsay-fit.h"

#include <math.h>
#include <stdlib.h>

/* A gradient smaller than this is not worth a step. */
#define MIN_GRADIENT 0.001f
#define DAMPING 0.1f
/* The fitted weights are the mean of those after each of so many last passes: the last steps of one pass are noise. */
#define N_AVERAGED 6

typedef struct
{
  guint first; /* token */
  guint n;
} Sequence;

/* A feature's weights and what their steps shrink by, side by side in one line of the cache. Labels that are not there
 * have zeros, so that all loops run over the same number. */
typedef struct
{
  float weights[HEARSAY_CRF_MAX_LABELS];
  float squares[HEARSAY_CRF_MAX_LABELS];
} Row;

/* So many rows ahead are asked for before they are needed. */
#define LOOK_AHEAD 8

struct _HearsayCrfTrainer
{
  HearsayCrf field;
  HearsayFeatureIndex index;
  GArray *sequences;
  GArray *features; /* of all tokens: hashes, then rows */
  GArray *ends;     /* behind each token's features, 64 bits */
  GByteArray *labels;
  Row *rows;
  float *weights; /* the mean, rows of HEARSAY_CRF_MAX_LABELS */
  float link_squares[HEARSAY_CRF_MAX_LABELS * HEARSAY_CRF_MAX_LABELS];
};

HearsayCrfTrainer *
hearsay_crf_trainer_new (guint n_labels)
{
  HearsayCrfTrainer *self = g_new0 (HearsayCrfTrainer, 1);

  hearsay_crf_constrain (&self->field, n_labels);
  hearsay_feature_index_init (&self->index);
  self->sequences = g_array_new (FALSE, FALSE, sizeof (Sequence));
  self->features = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->labels = g_byte_array_new ();
  return self;
}

void
hearsay_crf_trainer_free (HearsayCrfTrainer *self)
{
  g_return_if_fail (self != NULL);

  hearsay_feature_index_clear (&self->index);
  g_clear_pointer (&self->sequences, g_array_unref);
  g_clear_pointer (&self->features, g_array_unref);
  g_clear_pointer (&self->ends, g_array_unref);
  g_clear_pointer (&self->labels, g_byte_array_unref);
  g_aligned_free (self->rows);
  g_free (self->weights);
  g_free (self);
}

/**
 * hearsay_crf_trainer_begin:
 *
 * Begins a new sequence, to which tokens are added in order.
 */
void
hearsay_crf_trainer_begin (HearsayCrfTrainer *self)
{
  Sequence sequence = { self->labels->len, 0 };

  g_array_append_val (self->sequences, sequence);
}

/**
 * hearsay_crf_trainer_add:
 * @label: the right label; “goes on” behind another role becomes “begins”
 */
void
hearsay_crf_trainer_add (HearsayCrfTrainer *self,
                         const guint32     *features,
                         guint              n_features,
                         guint              label)
{
  Sequence *sequence = &g_array_index (self->sequences, Sequence, self->sequences->len - 1);
  guint before = sequence->n > 0 ? self->labels->data[self->labels->len - 1] : 0;
  guint8 own = (guint8) label;
  guint64 end;

  if (label > 0 && label % 2 == 0 && before != label && before != label - 1)
    own = (guint8) (label - 1);
  g_array_append_vals (self->features, features, n_features);
  for (guint i = 0; i < n_features; i++)
    hearsay_feature_index_count (&self->index, features[i]);
  end = self->features->len;
  g_array_append_val (self->ends, end);
  g_byte_array_append (self->labels, &own, 1);
  sequence->n++;
}

/* Puts rows in the place of hashes and leaves out what is too rare. */
static void
compact (HearsayCrfTrainer *self)
{
  guint32 *features = (guint32 *) (gpointer) self->features->data;
  guint64 *ends = (guint64 *) (gpointer) self->ends->data;
  guint64 from = 0;
  guint64 to = 0;

  for (guint i = 0; i < self->ends->len; i++)
    {
      for (; from < ends[i]; from++)
        {
          guint32 row = hearsay_feature_index_find (&self->index, features[from]);

          if (row != 0)
            features[to++] = row;
        }
      ends[i] = to;
    }
  g_array_set_size (self->features, (guint) to);
}

/* The sum of the rows' weights. */
static void
score_rows (const Row     *table,
            const guint32 *rows,
            guint          n_rows,
            guint          n_labels,
            float         *scores)
{
  float sums[HEARSAY_CRF_MAX_LABELS] = { 0 };

  for (guint i = 0; i < n_rows; i++)
    {
      const float *weights = table[rows[i]].weights;

      if (i + LOOK_AHEAD < n_rows)
        __builtin_prefetch (&table[rows[i + LOOK_AHEAD]]);
      for (guint k = 0; k < HEARSAY_CRF_MAX_LABELS; k++)
        sums[k] += weights[k];
    }
  memcpy (scores, sums, n_labels * sizeof *scores);
}

/* What the fit of one sequence works on. */
typedef struct
{
  HearsayCrfLattice lattice;
  guint32 *rows; /* of all tokens, those that are not hidden */
  guint *ends;   /* behind each token's rows */
  guint n_ends;
  guint n_rows;
} Space;

static void
space_grow (Space *self,
            guint  n,
            guint  n_labels)
{
  hearsay_crf_lattice_grow (&self->lattice, n, n_labels);
  if (n <= self->n_ends)
    return;
  self->n_ends = n;
  self->ends = g_renew (guint, self->ends, n);
}

static void
space_clear (Space *self)
{
  hearsay_crf_lattice_clear (&self->lattice);
  g_free (self->rows);
  g_free (self->ends);
}

/* Takes the rows of a sequence's features, each with the chance that is left to it. */
static void
space_take_rows (Space                   *self,
                 const HearsayCrfTrainer *trainer,
                 const Sequence          *sequence,
                 float                    dropout,
                 guint64                 *seed)
{
  const guint64 *ends = (const guint64 *) (gpointer) trainer->ends->data;
  const guint32 *rows = (const guint32 *) (gpointer) trainer->features->data;
  guint64 from = sequence->first > 0 ? ends[sequence->first - 1] : 0;
  guint64 n_all = ends[sequence->first + sequence->n - 1] - from;
  const guint limit = (guint) lrintf (dropout * 65536);
  guint64 bits = 0;
  guint n = 0;

  if (n_all > self->n_rows)
    {
      self->n_rows = (guint) n_all;
      self->rows = g_renew (guint32, self->rows, n_all);
    }
  for (guint i = 0; i < sequence->n; i++)
    {
      for (; from < ends[sequence->first + i]; from++)
        {
          bits = from % 4 == 0 || bits == 0 ? hearsay_fit_random (seed) : bits >> 16;
          if ((bits & 0xFFFF) >= limit)
            self->rows[n++] = rows[from];
        }
      self->ends[i] = n;
    }
}

static void
update_rows (HearsayCrfTrainer        *self,
             const HearsayCrfSettings *settings,
             const Space              *space,
             guint                     token,
             const float              *gradient)
{
  const guint end = space->ends[token];
  const float rate = settings->rate;
  const float l2 = settings->l2;

  for (guint i = token > 0 ? space->ends[token - 1] : 0; i < end; i++)
    {
      Row *row = &self->rows[space->rows[i]];

      if (i + LOOK_AHEAD < end)
        __builtin_prefetch (&self->rows[space->rows[i + LOOK_AHEAD]], 1);
      for (guint k = 0; k < HEARSAY_CRF_MAX_LABELS; k++)
        {
          float slope = gradient[k] + l2 * row->weights[k];
          float square = row->squares[k] + slope * slope;

          row->squares[k] = square;
          row->weights[k] -= rate * slope / sqrtf (square + DAMPING);
        }
    }
}

/* Expected minus seen: what a token's labels and the pair before it pull at. */
static void
find_gradients (HearsayCrfTrainer        *self,
                const HearsayCrfSettings *settings,
                const Sequence           *sequence,
                const double             *links,
                const Space              *space,
                double                   *link_gradient)
{
  const guint n_labels = self->field.n_labels;
  const guint8 *gold = self->labels->data + sequence->first;

  for (guint i = 0; i < sequence->n; i++)
    {
      const double *forward = space->lattice.forward + (gsize) i * n_labels;
      const double *backward = space->lattice.backward + (gsize) i * n_labels;
      double p[HEARSAY_CRF_MAX_LABELS];
      float gradient[HEARSAY_CRF_MAX_LABELS] = { 0 };
      gboolean moves = FALSE;

      for (guint k = 0; k < n_labels; k++)
        p[k] = forward[k] * backward[k];
      hearsay_crf_normalise (p, n_labels);
      for (guint k = 0; k < n_labels; k++)
        {
          gradient[k] = (float) p[k] - (k == gold[i] ? 1 : 0);
          if (fabsf (gradient[k]) > MIN_GRADIENT)
            moves = TRUE;
          else
            gradient[k] = 0;
        }
      if (moves)
        update_rows (self, settings, space, i, gradient);
      if (i > 0)
        {
          const double *potentials = space->lattice.potentials + (gsize) i * n_labels;
          double pairs[HEARSAY_CRF_MAX_LABELS * HEARSAY_CRF_MAX_LABELS];

          for (guint a = 0; a < n_labels; a++)
            for (guint b = 0; b < n_labels; b++)
              pairs[a * n_labels + b] = forward[(gssize) a - n_labels] * links[a * n_labels + b] * potentials[b] * backward[b];
          hearsay_crf_normalise (pairs, n_labels * n_labels);
          for (guint k = 0; k < n_labels * n_labels; k++)
            link_gradient[k] += pairs[k];
          link_gradient[gold[i - 1] * n_labels + gold[i]] -= 1;
        }
    }
}

static void
learn_sequence (HearsayCrfTrainer        *self,
                const HearsayCrfSettings *settings,
                const Sequence           *sequence,
                guint64                  *seed,
                Space                    *space)
{
  const guint n_labels = self->field.n_labels;
  double links[HEARSAY_CRF_MAX_LABELS * HEARSAY_CRF_MAX_LABELS];
  double link_gradient[HEARSAY_CRF_MAX_LABELS * HEARSAY_CRF_MAX_LABELS] = { 0 };

  if (sequence->n == 0)
    return;
  space_grow (space, sequence->n, n_labels);
  space_take_rows (space, self, sequence, settings->dropout, seed);
  for (guint a = 0; a < n_labels; a++)
    for (guint b = 0; b < n_labels; b++)
      links[a * n_labels + b] = (self->field.allowed[b] >> a & 1) != 0 ? exp ((double) self->field.links[a * n_labels + b]) : 0;
  for (guint i = 0; i < sequence->n; i++)
    {
      guint first = i > 0 ? space->ends[i - 1] : 0;

      score_rows (self->rows, space->rows + first, space->ends[i] - first, n_labels, space->lattice.scores + (gsize) i * n_labels);
    }
  hearsay_crf_lattice_run (&space->lattice, &self->field, links, sequence->n);
  find_gradients (self, settings, sequence, links, space, link_gradient);
  for (guint k = 0; k < n_labels * n_labels; k++)
    {
      float slope = (float) link_gradient[k];

      self->link_squares[k] += slope * slope;
      self->field.links[k] -= settings->rate * slope / sqrtf (self->link_squares[k] + DAMPING);
    }
}

static void
add_to_mean (HearsayCrfTrainer *self,
             float             *mean_links,
             float              dropout,
             guint              n)
{
  const float share = (1 - dropout) / (float) n;

  for (guint i = 0; i < self->index.n_rows; i++)
    for (guint k = 0; k < HEARSAY_CRF_MAX_LABELS; k++)
      self->weights[(gsize) i * HEARSAY_CRF_MAX_LABELS + k] += self->rows[i].weights[k] * share;
  for (guint k = 0; k < G_N_ELEMENTS (self->field.links); k++)
    mean_links[k] += self->field.links[k] / (float) n;
}

static float
find_strength (const Row *row)
{
  float strength = 0;

  for (guint k = 0; k < HEARSAY_CRF_MAX_LABELS; k++)
    strength = MAX (strength, fabsf (row->weights[k]));
  return strength;
}

static int
compare_floats (gconstpointer a,
                gconstpointer b)
{
  const float x = *(const float *) a;
  const float y = *(const float *) b;

  return x > y ? -1 : x < y;
}

/* Leaves out the features whose weights have stayed small: what they say is mostly chance. */
static void
prune (HearsayCrfTrainer *self,
       float              keep)
{
  const guint n_rows = self->index.n_rows;
  guint32 *features = (guint32 *) (gpointer) self->features->data;
  guint64 *ends = (guint64 *) (gpointer) self->ends->data;
  g_autofree float *strengths = g_new (float, n_rows);
  guint64 from = 0;
  guint64 to = 0;
  float limit;

  for (guint i = 0; i < n_rows; i++)
    strengths[i] = find_strength (&self->rows[i]);
  qsort (strengths, n_rows, sizeof *strengths, compare_floats);
  limit = strengths[MIN ((guint) ((double) keep * n_rows), n_rows - 1)];
  for (guint i = 0; i < n_rows; i++)
    {
      if (find_strength (&self->rows[i]) < limit)
        memset (&self->rows[i], 0, sizeof self->rows[i]);
    }
  for (guint i = 0; i < self->ends->len; i++)
    {
      for (; from < ends[i]; from++)
        {
          if (find_strength (&self->rows[features[from]]) > 0)
            features[to++] = features[from];
        }
      ends[i] = to;
    }
  g_array_set_size (self->features, (guint) to);
}

/* One fit from nothing; its weights are added to the mean of @n_runs. */
static void
run_fit (HearsayCrfTrainer        *self,
         const HearsayCrfSettings *settings,
         gboolean                  prunes,
         guint                     n_runs,
         guint64                  *seed,
         float                    *mean_links)
{
  g_autofree guint32 *order = g_new (guint32, self->sequences->len + 1);
  guint n_averaged = MIN (N_AVERAGED, settings->n_epochs);
  Space space = { 0 };

  memset (self->rows, 0, self->index.n_rows * sizeof (Row));
  memset (self->field.links, 0, sizeof self->field.links);
  memset (self->link_squares, 0, sizeof self->link_squares);
  for (guint i = 0; i < self->sequences->len; i++)
    order[i] = i;
  for (guint epoch = 0; epoch < settings->n_epochs; epoch++)
    {
      if (prunes && epoch == settings->n_epochs / 2)
        prune (self, settings->keep);
      hearsay_fit_shuffle (order, self->sequences->len, seed);
      for (guint i = 0; i < self->sequences->len; i++)
        learn_sequence (self, settings, &g_array_index (self->sequences, Sequence, order[i]), seed, &space);
      if (epoch + n_averaged >= settings->n_epochs)
        add_to_mean (self, mean_links, settings->dropout, n_averaged * n_runs);
    }
  space_clear (&space);
}

/**
 * hearsay_crf_trainer_fit:
 * @seed: of the order in which sequences are taken
 *
 * Features that are not kept are found in the first run; the others begin without them.
 */
void
hearsay_crf_trainer_fit (HearsayCrfTrainer        *self,
                         const HearsayCrfSettings *settings,
                         guint64                   seed)
{
  float mean_links[HEARSAY_CRF_MAX_LABELS * HEARSAY_CRF_MAX_LABELS] = { 0 };

  hearsay_feature_index_freeze (&self->index, settings->min_count);
  compact (self);
  self->rows = g_aligned_alloc0 (self->index.n_rows, sizeof (Row), 64);
  self->weights = g_new0 (float, (gsize) self->index.n_rows * HEARSAY_CRF_MAX_LABELS);
  for (guint run = 0; run < settings->n_runs; run++)
    run_fit (self, settings, run == 0 && settings->keep > 0, settings->n_runs, &seed, mean_links);
  g_clear_pointer (&self->rows, g_aligned_free);
  memcpy (self->field.links, mean_links, sizeof mean_links);
  g_clear_pointer (&self->features, g_array_unref);
  g_clear_pointer (&self->ends, g_array_unref);
}

/**
 * hearsay_crf_trainer_get_field:
 *
 * Returns: (transfer none): links and constraints; the weights stay here
 */
const HearsayCrf *
hearsay_crf_trainer_get_field (const HearsayCrfTrainer *self)
{
  return &self->field;
}

/* A HearsayStageScoreFunc over the weights as they were fitted. */
void
hearsay_crf_trainer_score (gconstpointer  data,
                           const guint32 *features,
                           guint          n_features,
                           float         *scores)
{
  const HearsayCrfTrainer *self = data;
  float sums[HEARSAY_CRF_MAX_LABELS] = { 0 };

  for (guint i = 0; i < n_features; i++)
    {
      guint32 row = hearsay_feature_index_find (&self->index, features[i]);

      for (guint k = 0; row != 0 && k < HEARSAY_CRF_MAX_LABELS; k++)
        sums[k] += self->weights[(gsize) row * HEARSAY_CRF_MAX_LABELS + k];
    }
  memcpy (scores, sums, self->field.n_labels * sizeof *scores);
}

/**
 * hearsay_crf_trainer_pack:
 *
 * Returns: (transfer full): the weights as a section
 */
GBytes *
hearsay_crf_trainer_pack (const HearsayCrfTrainer *self,
                          double                   clip)
{
  return hearsay_feature_index_pack (&self->index, self->weights, self->field.n_labels, HEARSAY_CRF_MAX_LABELS, clip);
}
