/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "training/hearsay-fit.h"

G_BEGIN_DECLS

void hearsay_fit_pruner (HearsayFit      *fit,
                         const GPtrArray *oracles);

G_END_DECLS
