/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-text.h"

G_BEGIN_DECLS

const char *hearsay_language_detect (const HearsayText *text);

G_END_DECLS
