/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

/* The entry that fuzzers call, by the name they know. */
int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);
