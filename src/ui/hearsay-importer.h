/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "store/hearsay-store.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_IMPORTER (hearsay_importer_get_type ())
G_DECLARE_FINAL_TYPE (HearsayImporter, hearsay_importer, HEARSAY, IMPORTER, GObject)

/* Properties: busy, n-done, n-total, rows.
 * Signals:
 *   “imported” (HearsayArticle): an article is in the collection;
 *   “finished” (guint articles, guint failed, gboolean cancelled): everything that was asked for is done.
 *
 * Reads and analyses files on a pool of threads; main thread only, like everything in the user interface. */

HearsayImporter *hearsay_importer_new         (HearsayStore    *store) G_GNUC_WARN_UNUSED_RESULT;
void             hearsay_importer_add         (HearsayImporter *self,
                                               GFile          **files,
                                               guint            n_files);
void             hearsay_importer_cancel      (HearsayImporter *self);
GListModel      *hearsay_importer_get_rows    (HearsayImporter *self); /* of HearsayArticle: on their way, or failed */
void             hearsay_importer_retry       (HearsayImporter *self,
                                               HearsayArticle  *row);
void             hearsay_importer_remove      (HearsayImporter *self,
                                               HearsayArticle  *row);
gboolean         hearsay_importer_is_row      (HearsayImporter *self,
                                               HearsayArticle  *article);
gboolean         hearsay_importer_get_busy    (HearsayImporter *self);
guint            hearsay_importer_get_n_done  (HearsayImporter *self);
guint            hearsay_importer_get_n_total (HearsayImporter *self);

G_END_DECLS
