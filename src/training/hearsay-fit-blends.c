/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-fit-blends.h"

#include <math.h>

#include "analysis/hearsay-analyzer-private.h"
#include "training/hearsay-stance-tuning.h"

/* Weights of the fitted model are taken from the other texts, so that its scores are as good as they are on new ones. */
#define N_FOLDS 3

/* How the few weights of a blend are fitted. */
#define N_STEPS 300
#define RATE 0.05
#define L2 1e-3

/*
 * What finding that a stance toward an actor is not neutral counts when offsets are
 * chosen: whom a statement is chiefly about it judges more often than those whom it
 * names as well.
 */
#define ACTOR_ANY_SHARE 0.65

/* Who says what a record of targets only has as text. */
#define SPEAKER "Robin Quillfeather said: “"

typedef struct
{
  HearsayStanceClues clues;
  guint8 label;
  guint8 fold;
} Row;

/* The records with what labels them. */
typedef struct
{
  GPtrArray *pairs;
  GPtrArray *targets;
  HearsayStanceFitFunc fit_fold;
} Corpus;

static HearsayModel *
make_fold_model (HearsayFit    *fit,
                 const Corpus  *corpus,
                 guint          fold,
                 GError       **error)
{
  g_autoptr (HearsayModel) base = hearsay_fit_get_model (fit, error);
  g_autoptr (HearsayModelBuilder) builder = hearsay_model_builder_new ();
  g_autoptr (GBytes) bytes = NULL;

  if (base == NULL)
    return NULL;
  hearsay_model_builder_adopt (builder, base);
  corpus->fit_fold (fit, corpus->pairs, HEARSAY_STANCE_PAIR_CLASSES, N_FOLDS, fold, builder);
  corpus->fit_fold (fit, corpus->targets, HEARSAY_STANCE_TARGET_CLASSES, N_FOLDS, fold, builder);
  bytes = hearsay_model_builder_finish (builder);
  return hearsay_model_new (bytes, error);
}

/* The record's text in somebody's mouth: as many code points, without quotation marks that would end it. */
static char *
put_in_quotes (const char *string)
{
  GString *text = g_string_new (SPEAKER);

  for (const char *c = string; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar u = g_utf8_get_char (c);

      g_string_append_unichar (text, u == 0x201C ? 0x2018 : u == 0x201D ? 0x2019 : u == '"' ? '\'' : u == '\n' ? ' ' : u);
    }
  g_string_append (text, "”");
  return g_string_free (text, FALSE);
}

/* What the speaker holds of the target by the record's label: 0 neutral, 1 support, 2 opposition. */
static int
read_label (const HearsayStanceRecord *record,
            const HearsayStanceClues  *clues,
            gboolean                   pair)
{
  guint support = clues->speaker == 0 ? 1 : 2;

  if (clues->issue)
    return -1;
  if (!pair)
    return clues->target == 0 && clues->quoted ? (int) record->label : -1;
  if (clues->speaker < 0 || clues->speaker > 1 || clues->target != 1 - clues->speaker)
    return -1;
  return record->label == support ? 1 : record->label == support + 2 ? 2 : 0;
}

/* Analyses one record and keeps what is known of the statements in it that its label is about. */
static gboolean
add_record (HearsayAnalyzer            *analyzer,
            const HearsayStanceRecord  *record,
            gboolean                    pair,
            guint                       fold,
            GArray                     *rows,
            GError                    **error)
{
  g_autofree char *quoted = pair ? NULL : put_in_quotes (record->string);
  guint32 shift = pair ? 0 : (guint32) g_utf8_strlen (SPEAKER, -1);
  HearsaySpan spans[2];
  HearsayGivenActor actors[2];
  HearsayAnalyzerInput input = { .id = "record", .language = "en", .text = pair ? record->string : quoted, .length = -1,
                                 .actors = actors, .n_actors = pair ? 2 : 1 };
  g_autoptr (HearsayAnalysis) analysis = NULL;

  for (guint i = 0; i < input.n_actors; i++)
    {
      HearsaySpan bytes = hearsay_text_tokens_span (record->text, record->places[i].first, record->places[i].last);

      spans[i] = hearsay_text_to_span (record->text, bytes.start, bytes.end);
      spans[i].start += shift;
      spans[i].end += shift;
      actors[i] = (HearsayGivenActor) { i == 0 ? "First" : "Second", &spans[i], 1 };
    }
  g_array_set_size (analyzer->clues, 0);
  analysis = hearsay_analyzer_analyze (analyzer, &input, NULL, error);
  for (guint i = 0; analysis != NULL && i < analyzer->clues->len; i++)
    {
      const HearsayStanceClues *clues = &g_array_index (analyzer->clues, HearsayStanceClues, i);
      int label = read_label (record, clues, pair);
      Row row = { *clues, (guint8) label, (guint8) fold };

      if (label >= 0)
        g_array_append_val (rows, row);
    }
  return analysis != NULL;
}

static gboolean
add_rows (HearsayFit    *fit,
          const Corpus  *corpus,
          guint          fold,
          GArray        *rows,
          GError       **error)
{
  g_autoptr (HearsayModel) model = make_fold_model (fit, corpus, fold, error);
  g_autoptr (HearsayAnalyzer) analyzer = model != NULL ? hearsay_analyzer_new_for_model (model, error) : NULL;
  g_autoptr (GArray) clues = g_array_new (FALSE, FALSE, sizeof (HearsayStanceClues));

  if (analyzer == NULL)
    return FALSE;
  analyzer->clues = clues;
  for (guint kind = 0; kind < 2; kind++)
    {
      GPtrArray *records = kind == 0 ? corpus->pairs : corpus->targets;

      for (guint i = 0; i < records->len; i++)
        {
          const HearsayStanceRecord *record = hearsay_stance_corpus_get (records, i);

          if (record->group % N_FOLDS == fold && !add_record (analyzer, record, kind == 0, fold, rows, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* One step along the slope over all rows but those of a fold (Adam). */
static void
take_step (HearsayStanceBlend *blend,
           const GArray       *rows,
           guint               fold,
           guint               step,
           double             *means,
           double             *squares)
{
  const guint n = 2 * HEARSAY_STANCE_N_CLUES;
  double slopes[2 * HEARSAY_STANCE_N_CLUES] = { 0 };
  guint n_rows = 0;

  for (guint r = 0; r < rows->len; r++)
    {
      const Row *row = &g_array_index (rows, Row, r);
      float scores[HEARSAY_STANCE_TARGET_CLASSES];
      double largest;
      double sum;

      if (row->fold == fold)
        continue;
      n_rows++;
      hearsay_stance_blend_score (blend, row->clues.clues, scores);
      largest = (double) MAX (scores[0], MAX (scores[1], scores[2]));
      sum = exp ((double) scores[0] - largest) + exp ((double) scores[1] - largest) + exp ((double) scores[2] - largest);
      for (guint i = 0; i < n; i++)
        {
          guint k = 1 + i / HEARSAY_STANCE_N_CLUES;

          slopes[i] += (exp ((double) scores[k] - largest) / sum - (row->label == k)) * (double) row->clues.clues[i % HEARSAY_STANCE_N_CLUES];
        }
    }
  for (guint i = 0; i < n; i++)
    {
      float *weight = &blend->weights[i / HEARSAY_STANCE_N_CLUES][i % HEARSAY_STANCE_N_CLUES];
      double slope = slopes[i] / MAX (n_rows, 1u) + L2 * (double) *weight;

      means[i] = 0.9 * means[i] + 0.1 * slope;
      squares[i] = 0.99 * squares[i] + 0.01 * slope * slope;
      *weight -= (float) (RATE * means[i] / (1 - pow (0.9, step)) / (sqrt (squares[i] / (1 - pow (0.99, step))) + 1e-8));
    }
}

static void
fit_weights (HearsayStanceBlend *blend,
             const GArray       *rows,
             guint               fold)
{
  double means[2 * HEARSAY_STANCE_N_CLUES] = { 0 };
  double squares[2 * HEARSAY_STANCE_N_CLUES] = { 0 };

  *blend = (HearsayStanceBlend) { .judge = { .sure = 1 } };
  for (guint step = 1; step <= N_STEPS; step++)
    take_step (blend, rows, fold, step, means, squares);
}

/* Weights from all rows; the judge from rows that its weights had not seen. */
static void
fit_blend (HearsayStanceBlend *blend,
           const GArray       *rows,
           double              any_share,
           const char         *name)
{
  g_autofree float *scores = g_new0 (float, (gsize) rows->len * HEARSAY_STANCE_TARGET_CLASSES + 1);
  g_autofree guint8 *labels = g_new0 (guint8, rows->len + 1);
  HearsayStanceFigures figures;
  HearsayStanceJudge judge;

  for (guint fold = 0; fold < N_FOLDS; fold++)
    {
      fit_weights (blend, rows, fold);
      for (guint i = 0; i < rows->len; i++)
        {
          const Row *row = &g_array_index (rows, Row, i);

          labels[i] = row->label;
          if (row->fold == fold)
            hearsay_stance_blend_score (blend, row->clues.clues, scores + (gsize) i * HEARSAY_STANCE_TARGET_CLASSES);
        }
    }
  hearsay_stance_judge_tune (&judge, scores, labels, rows->len, HEARSAY_STANCE_TARGET_CLASSES, any_share);
  hearsay_stance_judge_measure (&judge, scores, labels, rows->len, HEARSAY_STANCE_TARGET_CLASSES, &figures);
  hearsay_stance_figures_print (&figures, name, rows->len);
  fit_weights (blend, rows, N_FOLDS);
  blend->judge = judge;
}

/* Rows of a kind; what is argued about is never labelled, so that it learns from all what the rules are worth. */
static GArray *
choose_rows (const GArray           *rows,
             HearsayStanceBlendKind  kind)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (Row));

  for (guint i = 0; i < rows->len; i++)
    {
      Row row = g_array_index (rows, Row, i);

      if (kind == HEARSAY_STANCE_BLEND_ISSUE)
        for (guint c = HEARSAY_STANCE_CLUE_EAR_SUPPORT; c <= HEARSAY_STANCE_CLUE_PAIR_OPPOSE; c++)
          row.clues.clues[c] = 0;
      if (kind == HEARSAY_STANCE_BLEND_ISSUE || row.clues.kind == kind)
        g_array_append_val (chosen, row);
    }
  return chosen;
}

/**
 * hearsay_fit_blends:
 * @pairs: (element-type HearsayStanceRecord): how two actors of a text stand to each other
 * @targets: (element-type HearsayStanceRecord): how a text sounds toward an actor
 * @fit_fold: fits to the records outside of a fold
 *
 * Fits how rules and model are weighed for the stances of statements: texts of the
 * training parts are analysed as any other, each by a model that has not seen it, and
 * where one of the labelled actors speaks of the other, the label is the answer.
 *
 * Returns: whether it could be done
 */
gboolean
hearsay_fit_blends (HearsayFit             *fit,
                    GPtrArray              *pairs,
                    GPtrArray              *targets,
                    HearsayStanceFitFunc    fit_fold,
                    GError                **error)
{
  static const char *const names[] = { "statements, pairs", "statements, own words", "statements, issues" };
  const Corpus corpus = { pairs, targets, fit_fold };
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autofree HearsayStanceBlend *blends = g_new0 (HearsayStanceBlend, HEARSAY_STANCE_N_BLENDS);
  g_autoptr (GBytes) section = NULL;

  for (guint fold = 0; fold < N_FOLDS; fold++)
    if (!add_rows (fit, &corpus, fold, rows, error))
      return FALSE;
  for (guint kind = 0; kind < HEARSAY_STANCE_N_BLENDS; kind++)
    {
      g_autoptr (GArray) chosen = choose_rows (rows, (HearsayStanceBlendKind) kind);

      fit_blend (&blends[kind], chosen, kind == HEARSAY_STANCE_BLEND_ISSUE ? 0 : ACTOR_ANY_SHARE, names[kind]);
    }
  section = hearsay_stance_blends_pack (blends);
  hearsay_model_builder_add (fit->builder, "stance-blends", section);
  return TRUE;
}
