/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-enums.h"

G_BEGIN_DECLS

char     *hearsay_name_fold        (const char       *name) G_GNUC_WARN_UNUSED_RESULT;
char     *hearsay_name_dup_key     (const char       *name,
                                    HearsayActorKind  kind) G_GNUC_WARN_UNUSED_RESULT;
gboolean  hearsay_name_is_acronym  (const char       *word);
gboolean  hearsay_name_abbreviates (const char       *acronym,
                                    const char       *name);

G_END_DECLS
