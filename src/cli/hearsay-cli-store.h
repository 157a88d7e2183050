/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "store/hearsay-store.h"

G_BEGIN_DECLS

int hearsay_cli_finish_store (HearsayStore *store,
                              const char   *path,
                              GError       *error);

G_END_DECLS
