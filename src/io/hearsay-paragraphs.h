/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "io/hearsay-document.h"

G_BEGIN_DECLS

GPtrArray *hearsay_paragraphs_split    (const char      *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean   hearsay_document_from_lines (HearsayDocument *document,
                                        const char      *text);

G_END_DECLS
