/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint hearsay_fit_kinds (guint32 *counts,
                         guint    n_items,
                         guint    n_labels,
                         guint    n_kinds,
                         guint8  *kinds);

G_END_DECLS
