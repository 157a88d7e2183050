/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "io/hearsay-reader.h"

G_BEGIN_DECLS

/* The rows of the table of formats; hearsay-reader.c alone puts them in order. */

gboolean hearsay_reader_text_read  (GBytes        *bytes,
                                    const char    *uri,
                                    GPtrArray     *documents,
                                    GCancellable  *cancellable,
                                    GError       **error);
gboolean hearsay_reader_html_sniff (const guint8  *bytes,
                                    gsize          length);
gboolean hearsay_reader_html_read  (GBytes        *bytes,
                                    const char    *uri,
                                    GPtrArray     *documents,
                                    GCancellable  *cancellable,
                                    GError       **error);
gboolean hearsay_reader_pdf_sniff  (const guint8  *bytes,
                                    gsize          length);
gboolean hearsay_reader_pdf_read   (GBytes        *bytes,
                                    const char    *uri,
                                    GPtrArray     *documents,
                                    GCancellable  *cancellable,
                                    GError       **error);

G_END_DECLS
