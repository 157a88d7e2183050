/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "training/hearsay-fit.h"

G_BEGIN_DECLS

GBytes *hearsay_fit_meanings (HearsayFit  *fit,
                              GPtrArray   *pairs,
                              GPtrArray   *targets,
                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
