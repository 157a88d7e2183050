/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-grammar.h"
#include "training/hearsay-treebank.h"

G_BEGIN_DECLS

/**
 * HearsayFit:
 * @shared: the directory with corpora/
 * @wordnet: the directory with WordNet's files
 * @vectors: the file with the vectors of words
 * @n_threads: how many threads may work; the result does not depend on it
 * @seed: of every shuffle
 * @builder: takes the sections that the parts make
 * @train: the treebanks that are fitted on
 * @tagged: whether their sentences have silver tags
 * @has_candidates: whether they have candidates
 *
 * What the parts of the model are fitted from and into.
 */
typedef struct
{
  const char *shared;
  const char *wordnet;
  const char *vectors;
  guint n_threads;
  guint32 seed;
  HearsayModelBuilder *builder;
  HearsayTreebank *train;
  gboolean tagged;
  gboolean has_candidates;
} HearsayFit;

/* A part of the model that can be fitted by itself, once those before it are there. */
typedef struct
{
  const char *name;
  gboolean (*fit) (HearsayFit *fit, GError **error);
} HearsayFitPart;

gboolean      hearsay_fit_words      (HearsayFit       *fit,
                                      GError          **error);
gboolean      hearsay_fit_tagger     (HearsayFit       *fit,
                                      GError          **error);
gboolean      hearsay_fit_lemmas     (HearsayFit       *fit,
                                      GError          **error);
gboolean      hearsay_fit_parser     (HearsayFit       *fit,
                                      GError          **error);
gboolean      hearsay_fit_relations  (HearsayFit       *fit,
                                      GError          **error);

HearsayModel *hearsay_fit_get_model  (HearsayFit       *fit,
                                      GError          **error);
gboolean      hearsay_fit_load_train (HearsayFit       *fit,
                                      GError          **error);
gboolean      hearsay_fit_tag_train  (HearsayFit       *fit,
                                      GError          **error);
gboolean      hearsay_fit_candidates (HearsayFit       *fit,
                                      GError          **error);
guint64       hearsay_fit_random     (guint64          *state);
void          hearsay_fit_shuffle    (guint32          *items,
                                      guint             n,
                                      guint64          *state);

gboolean      hearsay_evaluate_text  (const char       *path,
                                      const char       *name,
                                      GError          **error);
gboolean      hearsay_fit_attribution (HearsayFit       *fit,
                                      GError          **error);
gboolean      hearsay_fit_stance     (HearsayFit       *fit,
                                      GError          **error);
gboolean      hearsay_evaluate_stance (HearsayModel    *model,
                                      HearsayGrammar   *grammar,
                                      const char       *shared,
                                      GError          **error);
int           hearsay_fit_compare_u32 (gconstpointer     a,
                                      gconstpointer     b);
void          hearsay_fit_append_u32 (GByteArray       *bytes,
                                      guint32           value);

gboolean      hearsay_evaluate_attribution (HearsayModel         *model,
                                      const HearsayGrammar *grammar,
                                      const char           *shared,
                                      gboolean              outermost,
                                      GError              **error);
gboolean      hearsay_evaluate       (HearsayModel     *model,
                                      const char       *shared,
                                      const char       *output_dir,
                                      GError          **error);

G_END_DECLS
