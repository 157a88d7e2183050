/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-model.h"
#include "training/hearsay-treebank.h"

G_BEGIN_DECLS

void hearsay_fit_tag_groups (const HearsayTreebank *treebank,
                             const guint8          *labels,
                             guint                  n_labels,
                             HearsayModelBuilder   *builder);

G_END_DECLS
