/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "store/hearsay-database.h"

G_BEGIN_DECLS

GPtrArray *hearsay_store_search_run (HearsayDatabase  *database,
                                     const char       *words,
                                     guint             limit,
                                     GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
