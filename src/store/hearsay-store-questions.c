/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/hearsay-store-rows.h"
#include "store/hearsay-store-search.h"

/**
 * hearsay_store_flush:
 *
 * Waits until everything is written, and all articles are as the file has them.
 *
 * Returns: whether it could be
 */
gboolean
hearsay_store_flush (HearsayStore  *self,
                     GError       **error)
{
  g_return_val_if_fail (HEARSAY_IS_STORE (self), FALSE);

  _hearsay_store_finish_rebuild (self);
  return hearsay_writer_flush (self->writer, error);
}

typedef struct
{
  const char *words;
  guint limit;
  GPtrArray *hits;
} Search;

static gboolean
search_cb (HearsayDatabase  *database,
           gpointer          data,
           GError          **error)
{
  Search *search = data;

  search->hits = hearsay_store_search_run (database, search->words, search->limit, error);
  return search->hits != NULL;
}

/**
 * hearsay_store_search:
 * @words: beginnings of words that an article must have in its text or title
 * @limit: hits at most
 *
 * Waits for the writer.
 *
 * Returns: (transfer full) (element-type HearsayStoreHit) (nullable): hits, the best first
 */
GPtrArray *
hearsay_store_search (HearsayStore  *self,
                      const char    *words,
                      guint          limit,
                      GError       **error)
{
  Search search = { words, limit, NULL };

  g_return_val_if_fail (HEARSAY_IS_STORE (self), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  return hearsay_writer_query (self->writer, search_cb, &search, error) ? search.hits : NULL;
}

typedef struct
{
  const char *id;
  HearsayStoreRecord *record;
} Reading;

static gboolean
read_analysis_cb (HearsayDatabase  *database,
                  gpointer          data,
                  GError          **error)
{
  Reading *reading = data;
  gint64 key = 0;

  if (!hearsay_store_rows_find_article (database, reading->id, &key, error))
    return FALSE;
  if (key != 0)
    reading->record = hearsay_store_rows_read_article (database, key, error);
  return reading->record != NULL;
}

/**
 * hearsay_store_read_analysis:
 * @article: one of the collection
 *
 * Reads all that was found in an article back from the file, with what people
 * decided about issues. Waits for the writer.
 *
 * Returns: (transfer full) (nullable): the analysis
 */
HearsayAnalysis *
hearsay_store_read_analysis (HearsayStore    *self,
                             HearsayArticle  *article,
                             GError         **error)
{
  Reading reading = { 0 };
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (HEARSAY_IS_STORE (self), NULL);
  g_return_val_if_fail (HEARSAY_IS_ARTICLE (article), NULL);

  reading.id = hearsay_article_get_id (article);
  if (hearsay_writer_query (self->writer, read_analysis_cb, &reading, &local_error))
    {
      HearsayAnalysis *analysis;

      hearsay_issue_rules_show (self->rules, reading.record);
      analysis = hearsay_analysis_ref (reading.record->shown);
      hearsay_store_record_free (reading.record);
      return analysis;
    }
  if (local_error == NULL)
    g_set_error (&local_error, HEARSAY_STORE_ERROR, HEARSAY_STORE_ERROR_FAILED,
                 _("The article “%s” is not in the file"), hearsay_article_get_display_title (article));
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static gboolean
save_copy_cb (HearsayDatabase  *database,
              gpointer          data,
              GError          **error)
{
  return hearsay_database_run (database, error, "VACUUM INTO ?1", "s", (const char *) data);
}

/**
 * hearsay_store_save_copy:
 * @path: a file; one that exists is replaced when the copy is complete
 *
 * Writes the collection to another file.
 */
gboolean
hearsay_store_save_copy (HearsayStore  *self,
                         const char    *path,
                         GError       **error)
{
  g_autofree char *temporary = NULL;

  g_return_val_if_fail (HEARSAY_IS_STORE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  temporary = g_strdup_printf ("%s.part", path);
  g_unlink (temporary);
  if (hearsay_writer_query (self->writer, save_copy_cb, temporary, error))
    {
      if (g_rename (temporary, path) == 0)
        return TRUE;
      g_set_error (error, HEARSAY_STORE_ERROR, HEARSAY_STORE_ERROR_FAILED,
                   _("The copy could not be put in place: %s"), g_strerror (errno));
    }
  g_unlink (temporary);
  return FALSE;
}
