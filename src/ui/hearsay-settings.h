/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *hearsay_settings_new (void) G_GNUC_WARN_UNUSED_RESULT; /* nullable */

G_END_DECLS
