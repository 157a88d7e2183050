/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-enums.h"

G_BEGIN_DECLS

char       *hearsay_naming_dup_short_name    (const char         *name,
                                              HearsayActorKind    kind,
                                              const char *const  *forms,
                                              guint               n_forms) G_GNUC_WARN_UNUSED_RESULT;
char       *hearsay_naming_dup_initials      (const char         *name,
                                              HearsayActorKind    kind) G_GNUC_WARN_UNUSED_RESULT;
gboolean    hearsay_naming_is_bare           (const char         *name,
                                              HearsayActorKind    kind);
gboolean    hearsay_naming_is_family_first   (const char         *word);
const char *hearsay_naming_find_country_code (const char         *name);

G_END_DECLS
