/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "training/hearsay-fit.h"
#include "training/hearsay-stance-corpus.h"

G_BEGIN_DECLS

/* Weights fitted to the records outside of a fold, as a section. */
typedef GBytes *(*HearsayStancePackFunc) (HearsayFit *fit,
                                          GPtrArray  *records,
                                          guint       n_classes,
                                          guint       n_folds,
                                          guint       fold);

gboolean hearsay_fit_blends (HearsayFit             *fit,
                             GPtrArray              *pairs,
                             GPtrArray              *targets,
                             HearsayStancePackFunc   pack,
                             GError                **error);

G_END_DECLS
