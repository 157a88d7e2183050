/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "training/hearsay-fit.h"
#include "training/hearsay-stance-corpus.h"

G_BEGIN_DECLS

/* Fits to the records outside of a fold and gives @builder the sections. */
typedef void (*HearsayStanceFitFunc) (HearsayFit          *fit,
                                      GPtrArray           *records,
                                      guint                n_classes,
                                      guint                n_folds,
                                      guint                fold,
                                      HearsayModelBuilder *builder);

gboolean hearsay_fit_blends (HearsayFit             *fit,
                             GPtrArray              *pairs,
                             GPtrArray              *targets,
                             HearsayStanceFitFunc    fit_fold,
                             GError                **error);

G_END_DECLS
