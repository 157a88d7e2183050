/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-model.h"

/* A model that has @section alone, as “weights”. */
static inline HearsayModel *
make_model (GBytes *section)
{
  g_autoptr (HearsayModelBuilder) builder = hearsay_model_builder_new ();
  g_autoptr (GBytes) file = NULL;

  hearsay_model_builder_add (builder, "weights", section);
  file = hearsay_model_builder_finish (builder);
  return hearsay_model_new (file, NULL);
}
