/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-analyzer-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "analysis/hearsay-language.h"
#include "analysis/hearsay-people.h"
#include "analysis/hearsay-relations.h"
#include "analysis/hearsay-text.h"
#include "analysis/hearsay-trees.h"

G_DEFINE_QUARK (hearsay-analyzer-error-quark, hearsay_analyzer_error)

/* Hexadecimal digits of an id made from the text: 64 bits keep a million articles apart. */
#define ID_LENGTH 16

/**
 * hearsay_analyzer_new:
 * @error: where the model file cannot be used
 *
 * Returns: (transfer full): an analyzer for any number of threads, or %NULL
 */
HearsayAnalyzer *
hearsay_analyzer_new (GError **error)
{
  g_autoptr (HearsayModel) model = NULL;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  model = hearsay_model_open_default (error);
  return model != NULL ? hearsay_analyzer_new_for_model (model, error) : NULL;
}

/**
 * hearsay_analyzer_new_for_model:
 * @model: what the trainer has so far
 *
 * Returns: (transfer full): an analyzer, or %NULL
 */
HearsayAnalyzer *
hearsay_analyzer_new_for_model (HearsayModel  *model,
                                GError       **error)
{
  g_autoptr (HearsayAnalyzer) self = g_new0 (HearsayAnalyzer, 1);

  self->ref_count = 1;
  self->model = hearsay_model_ref (model);
  self->grammar = hearsay_grammar_new (self->model, error);
  if (self->grammar == NULL || !hearsay_attribution_model_load (&self->attributions, self->model, error))
    return NULL;
  self->has_stances = hearsay_stance_model_is_in (self->model);
  if (!self->has_stances)
    g_info ("The language model has no part “stance”: positions are found by rules alone");
  else if (!hearsay_stance_model_load (&self->stances, self->model, error))
    return NULL;
  return g_steal_pointer (&self);
}

HearsayAnalyzer *
hearsay_analyzer_ref (HearsayAnalyzer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
hearsay_analyzer_unref (HearsayAnalyzer *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;

  g_clear_pointer (&self->grammar, hearsay_grammar_unref);
  g_clear_pointer (&self->model, hearsay_model_unref);
  g_free (self);
}

static gboolean
check_text (const char  *text,
            gsize        length,
            GError     **error)
{
  const char *end;

  if (length > HEARSAY_ANALYZER_MAX_LENGTH)
    {
      g_autofree char *size = g_format_size (HEARSAY_ANALYZER_MAX_LENGTH);

      g_set_error (error, HEARSAY_ANALYZER_ERROR, HEARSAY_ANALYZER_ERROR_TOO_BIG,
                   /* Translators: %s is a size such as “16.8 MB” */
                   _("The text is larger than %s, too long for one article"), size);
      return FALSE;
    }
  if (!g_utf8_validate_len (text, length, &end))
    {
      g_set_error (error, HEARSAY_ANALYZER_ERROR, HEARSAY_ANALYZER_ERROR_TEXT,
                   _("This is not text: byte %" G_GSIZE_FORMAT " is not valid UTF-8"), (gsize) (end - text));
      return FALSE;
    }
  return TRUE;
}

static const char *
make_id (HearsayAnalysis *analysis,
         const char      *title)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  /* The NUL behind the title keeps its end apart from the text's beginning. */
  g_checksum_update (checksum, (const guchar *) (title != NULL ? title : ""), title != NULL ? (gssize) strlen (title) + 1 : 1);
  g_checksum_update (checksum, (const guchar *) analysis->text, (gssize) analysis->length);
  return hearsay_analysis_intern_len (analysis, g_checksum_get_string (checksum), ID_LENGTH);
}

static void
take_metadata (HearsayAnalysis            *analysis,
               const HearsayAnalyzerInput *input)
{
  analysis->id = input->id != NULL ? hearsay_analysis_intern (analysis, input->id) : make_id (analysis, input->title);
  analysis->source = hearsay_analysis_intern (analysis, input->source);
  analysis->title = hearsay_analysis_intern (analysis, input->title);
  analysis->byline = hearsay_analysis_intern (analysis, input->byline);
  analysis->publisher = hearsay_analysis_intern (analysis, input->publisher);
  analysis->section = hearsay_analysis_intern (analysis, input->section);
  analysis->published = input->published;
}

static HearsaySpan
to_span (const HearsayText *text,
         HearsaySpan        bytes)
{
  return hearsay_span_is_empty (bytes) ? HEARSAY_SPAN_NONE : hearsay_text_to_span (text, bytes.start, bytes.end);
}

static void
add_statement (HearsayAnalysis           *analysis,
               const HearsayText         *text,
               const HearsayAttributions *attributions,
               const HearsayAttribution  *attribution)
{
  const HearsaySpan *contents = hearsay_attributions_contents (attributions, attribution);
  g_autofree char *id = g_strdup_printf ("s%u", analysis->statements->len + 1);
  HearsayAnalysisStatement statement = {
    .id = hearsay_analysis_intern (analysis, id),
    .rule = hearsay_analysis_intern (analysis, attribution->rule),
    .speaker = -1,
    .parent = attribution->parent,
    .source = to_span (text, attribution->source),
    .cue = to_span (text, attribution->cue),
    .kind = attribution->kind,
    .paragraph = text->sentences[attribution->sentence].paragraph,
    .confidence = attribution->confidence,
    .content = { analysis->spans->len, attribution->n_contents },
  };

  for (guint32 i = 0; i < attribution->n_contents; i++)
    {
      HearsaySpan span = to_span (text, contents[i]);

      hearsay_analysis_add_spans (analysis, &span, 1);
    }
  g_array_append_val (analysis->statements, statement);
}

/**
 * hearsay_analyzer_rate_tokens:
 * @rules: what the rules find in @text
 *
 * Returns: (transfer full): the tokens of @text, ready for the fitted stages
 */
HearsayAttributionTokens *
hearsay_analyzer_rate_tokens (const HearsayAnalyzer     *self,
                              const HearsayText         *text,
                              const HearsayTrees        *trees,
                              const HearsayAttributions *rules)
{
  HearsayAttributionTokens *tokens = hearsay_attribution_tokens_new (text, &trees->syntax, trees->traits, rules);

  hearsay_attribution_tokens_rate (tokens, &self->attributions.table);
  return tokens;
}

static HearsayAttributions *
find_attributions (const HearsayAnalyzer  *self,
                   const HearsayText      *text,
                   const HearsayTrees     *trees,
                   GCancellable           *cancellable,
                   GError                **error)
{
  g_autoptr (HearsayAttributions) rules = hearsay_attributions_find (text, trees->syntax.xpos, cancellable, error);
  g_autoptr (HearsayAttributionTokens) tokens = NULL;

  if (rules == NULL)
    return NULL;
  tokens = hearsay_analyzer_rate_tokens (self, text, trees, rules);
  return hearsay_attribution_model_find (&self->attributions, tokens, cancellable, error);
}

/**
 * hearsay_analyzer_find_people:
 * @trees: they are mended, and its traits, which a long article has many of, are given up
 * @attributions: whose statements are in @analysis, in the same order
 *
 * Finds who is who, when, and where they stand: hearsay_people_find() with the fitted model before @text.
 */
void
hearsay_analyzer_find_people (const HearsayAnalyzer      *self,
                              HearsayAnalysis            *analysis,
                              const HearsayText          *text,
                              HearsayTrees               *trees,
                              const HearsayAttributions  *attributions,
                              const HearsayAnalyzerInput *input)
{
  g_autoptr (HearsayStanceWords) words = NULL;
  HearsayStanceReader reader = { NULL, NULL, hearsay_grammar_get_wordlist (self->grammar), self->clues };

  /* The stages before are fitted to trees as the parser leaves them. */
  hearsay_tree_mend_subjects (&trees->syntax);
  if (self->has_stances)
    {
      reader.model = &self->stances;
      reader.words = words = hearsay_stance_words_new (text, &trees->syntax, trees->traits, &self->stances.meanings);
    }
  g_clear_pointer (&trees->traits, g_free);
  hearsay_people_find (analysis, text, &trees->syntax, attributions, &reader, input);
}

static gboolean
find_statements (const HearsayAnalyzer       *self,
                 HearsayAnalysis             *analysis,
                 const HearsayText           *text,
                 const HearsayAnalyzerInput  *input,
                 GCancellable                *cancellable,
                 GError                     **error)
{
  g_autoptr (HearsayTrees) trees = hearsay_trees_new (self->grammar, text, cancellable, error);
  g_autoptr (HearsayAttributions) attributions = NULL;

  if (trees == NULL)
    return FALSE;
  attributions = find_attributions (self, text, trees, cancellable, error);
  if (attributions == NULL)
    return FALSE;
  for (guint i = 0; i < attributions->items->len; i++)
    add_statement (analysis, text, attributions, hearsay_attributions_get (attributions, i));
  hearsay_analyzer_find_people (self, analysis, text, trees, attributions, input);
  return !input->explain || hearsay_analyzer_explain_all (self, analysis, text, cancellable, error);
}

/**
 * hearsay_analyzer_analyze:
 * @input: an article
 * @cancellable: (nullable): asked once a paragraph
 *
 * Analyses an article in time that grows linearly with its length. May be called
 * from any thread; the same input gives the same analysis. A text that is not
 * English gets no statements.
 *
 * Returns: (transfer full): what was found; %NULL with an error of
 *   HEARSAY_ANALYZER_ERROR or %G_IO_ERROR_CANCELLED
 */
HearsayAnalysis *
hearsay_analyzer_analyze (const HearsayAnalyzer       *self,
                          const HearsayAnalyzerInput  *input,
                          GCancellable                *cancellable,
                          GError                     **error)
{
  g_autoptr (HearsayAnalysis) analysis = NULL;
  g_autoptr (HearsayText) text = NULL;
  gsize length;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (input != NULL && input->text != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  length = input->length < 0 ? strlen (input->text) : (gsize) input->length;
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !check_text (input->text, length, error))
    return NULL;

  analysis = hearsay_analysis_new (input->text, (gssize) length);
  take_metadata (analysis, input);
  text = hearsay_text_new (analysis->text, analysis->length);
  analysis->language = input->language != NULL ? hearsay_analysis_intern (analysis, input->language)
                                               : hearsay_language_detect (text);
  if (g_ascii_strncasecmp (analysis->language, "en", 2) != 0)
    hearsay_people_find (analysis, text, NULL, NULL, NULL, input);
  else if (!find_statements (self, analysis, text, input, cancellable, error))
    return NULL;
  return g_steal_pointer (&analysis);
}
