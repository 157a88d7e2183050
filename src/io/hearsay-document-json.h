/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "io/hearsay-document.h"

G_BEGIN_DECLS

void hearsay_document_append_json (const HearsayDocument *self,
                                   GString               *out);

G_END_DECLS
