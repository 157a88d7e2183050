/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-fit.h"

#include <json-glib/json-glib.h>
#include <math.h>

#include "analysis/hearsay-attribution-model.h"
#include "analysis/hearsay-trees.h"
#include "training/hearsay-attribution-score.h"

#define N_CLASSES 10

/* How sure the program was, and how often it was right. */
typedef struct
{
  double said[N_CLASSES];
  guint right[N_CLASSES];
  guint n[N_CLASSES];
} Calibration;

typedef struct
{
  const HearsayGrammar *grammar;
  HearsayAttributionModel model;
  gboolean outermost;
  HearsayAttributionScore score;
  Calibration calibration;
  guint n_articles;
} Evaluation;

static void
add_json_spans (HearsayScoredStatement *statement,
                guint                   role,
                JsonArray              *spans)
{
  for (guint i = 0; spans != NULL && i < json_array_get_length (spans); i++)
    {
      JsonArray *span = json_array_get_array_element (spans, i);

      hearsay_scored_statement_add (statement, role, (guint32) json_array_get_int_element (span, 0),
                                    (guint32) json_array_get_int_element (span, 1));
    }
}

static GPtrArray *
read_gold (JsonObject *object)
{
  static const char *const roles[HEARSAY_SCORE_N_ROLES] = { "source", "cue", "content" };
  GPtrArray *gold = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_scored_statement_free);
  JsonArray *attributions = json_object_get_array_member (object, "attributions");

  for (guint i = 0; i < json_array_get_length (attributions); i++)
    {
      HearsayScoredStatement *statement = hearsay_scored_statement_new ();

      for (guint r = 0; r < HEARSAY_SCORE_N_ROLES; r++)
        add_json_spans (statement, r, json_object_get_array_member (json_array_get_object_element (attributions, i), roles[r]));
      g_ptr_array_add (gold, statement);
    }
  return gold;
}

static void
add_bytes (HearsayScoredStatement *statement,
           guint                   role,
           const HearsayText      *text,
           HearsaySpan             bytes)
{
  HearsaySpan span;

  if (hearsay_span_is_empty (bytes))
    return;
  span = hearsay_text_to_span (text, bytes.start, bytes.end);
  hearsay_scored_statement_add (statement, role, span.start, span.end);
}

static HearsayScoredStatement *
take_statement (const HearsayText         *text,
                const HearsayAttributions *attributions,
                const HearsayAttribution  *item)
{
  HearsayScoredStatement *statement = hearsay_scored_statement_new ();

  add_bytes (statement, HEARSAY_SCORE_SOURCE, text, item->source);
  add_bytes (statement, HEARSAY_SCORE_CUE, text, item->cue);
  for (guint k = 0; k < item->n_contents; k++)
    add_bytes (statement, HEARSAY_SCORE_CONTENT, text, hearsay_attributions_contents (attributions, item)[k]);
  return statement;
}

/* What the engine finds in a text; with @confidences, of each. */
static GPtrArray *
find_statements (const Evaluation *self,
                 const char       *string,
                 GArray           *confidences)
{
  g_autoptr (HearsayText) text = hearsay_text_new (string, strlen (string));
  g_autoptr (HearsayTrees) trees = hearsay_trees_new (self->grammar, text, NULL, NULL);
  g_autoptr (HearsayAttributions) rules = hearsay_attributions_find (text, trees->syntax.xpos, NULL, NULL);
  g_autoptr (HearsayAttributionTokens) tokens = hearsay_attribution_tokens_new (text, &trees->syntax, trees->traits, rules);
  g_autoptr (HearsayAttributions) found = NULL;
  GPtrArray *statements = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_scored_statement_free);

  hearsay_attribution_tokens_rate (tokens, &self->model.table);
  found = hearsay_attribution_model_find (&self->model, tokens, NULL, NULL);
  for (guint i = 0; i < found->items->len; i++)
    {
      const HearsayAttribution *item = hearsay_attributions_get (found, i);

      if (self->outermost && item->parent >= 0)
        continue;
      g_ptr_array_add (statements, take_statement (text, found, item));
      g_array_append_val (confidences, item->confidence);
    }
  return statements;
}

static void
calibrate (Calibration    *self,
           const GArray   *confidences,
           const gboolean *right)
{
  for (guint i = 0; i < confidences->len; i++)
    {
      double confidence = (double) g_array_index (confidences, float, i);
      guint class = MIN ((guint) (confidence * N_CLASSES), N_CLASSES - 1);

      self->said[class] += confidence;
      self->right[class] += right[i] ? 1 : 0;
      self->n[class]++;
    }
}

static gboolean
evaluate_article (Evaluation  *self,
                  const char  *line,
                  GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GPtrArray) gold = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GArray) confidences = g_array_new (FALSE, FALSE, sizeof (float));
  g_autofree gboolean *right = NULL;
  HearsayScoredStatement *discard = hearsay_scored_statement_new ();
  JsonObject *object;
  const char *text;

  if (!json_parser_load_from_data (parser, line, -1, error))
    return FALSE;
  object = json_node_get_object (json_parser_get_root (parser));
  text = json_object_get_string_member (object, "text");
  gold = read_gold (object);
  if (json_object_has_member (object, "discard"))
    add_json_spans (discard, HEARSAY_SCORE_CONTENT, json_object_get_array_member (object, "discard"));
  found = find_statements (self, text, confidences);
  right = g_new0 (gboolean, found->len + 1);
  hearsay_attribution_score_add (&self->score, text, gold, found, discard->spans[HEARSAY_SCORE_CONTENT], right);
  calibrate (&self->calibration, confidences, right);
  self->n_articles++;
  hearsay_scored_statement_free (discard);
  return TRUE;
}

static double
calibration_error (const Calibration *self)
{
  double error = 0;
  guint n = 0;

  for (guint k = 0; k < N_CLASSES; k++)
    {
      error += fabs (self->said[k] - self->right[k]);
      n += self->n[k];
    }
  return n > 0 ? error / n : 0;
}

static void
print (const Evaluation *self)
{
  static const char *const kinds[HEARSAY_SCORE_N_KINDS] = { "all", "direct", "indirect", "mixed" };
  const HearsayAttributionScore *score = &self->score;

  g_print ("attributions, %s: %u articles\n", self->outermost ? "the outermost alone" : "with nested ones", self->n_articles);
  for (guint kind = 0; kind < HEARSAY_SCORE_N_KINDS; kind++)
    {
      const HearsayHits *whole = &score->whole[kind];

      g_print ("  %-8s P %.2f  R %.2f  F1 %.2f  of %u, %u found; F1 exact / overlap:", kinds[kind],
               100 * hearsay_hits_get_precision (whole), 100 * hearsay_hits_get_recall (whole), 100 * hearsay_hits_get_f1 (whole),
               whole->gold, whole->found);
      for (guint r = 0; r < HEARSAY_SCORE_N_ROLES; r++)
        g_print (" %.2f / %.2f", 100 * hearsay_hits_get_f1 (&score->exact[kind][r]), 100 * hearsay_hits_get_f1 (&score->overlap[kind][r]));
      g_print ("\n");
    }
  g_print ("  calibration error of the confidence %.3f:", calibration_error (&self->calibration));
  for (guint k = 0; k < N_CLASSES; k++)
    {
      guint n = self->calibration.n[k];

      if (n > 0)
        g_print ("  %.2f as %.2f (%u)", self->calibration.right[k] / (double) n, self->calibration.said[k] / n, n);
    }
  g_print ("\n");
}

/**
 * hearsay_evaluate_attribution:
 * @shared: the directory with corpora/
 * @outermost: whether statements inside the content of others are left out, as the annotators did
 *
 * Prints how well the statements of the development articles are found, by the
 * measures of ../shared/bench/score.py, and how true their confidence is.
 */
gboolean
hearsay_evaluate_attribution (HearsayModel          *model,
                              const HearsayGrammar  *grammar,
                              const char            *shared,
                              gboolean               outermost,
                              GError               **error)
{
  g_autofree char *path = g_build_filename (shared, "corpora", "attribution", "dev.jsonl.gz", NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  Evaluation self = { .grammar = grammar, .outermost = outermost };
  gsize length;

  if (!hearsay_attribution_model_load (&self.model, model, error))
    return FALSE;
  content = hearsay_read_gzip (path, &length, error);
  if (content == NULL)
    return FALSE;
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0' && !evaluate_article (&self, lines[i], error))
        {
          g_prefix_error (error, "%s:%u: ", path, i + 1);
          return FALSE;
        }
    }
  print (&self);
  return TRUE;
}
