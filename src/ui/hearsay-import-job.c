/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/hearsay-import-job.h"

#include <glib/gi18n.h>

#include "io/hearsay-reader.h"
#include "ui/hearsay-engine.h"

/* Folders in folders, and files in all of them: more is a mistake, not a choice. */
#define MAX_DEPTH 32
#define MAX_FILES 200000

HearsayImportJob *
hearsay_import_job_new (GFile        *file,
                        GCancellable *cancellable)
{
  HearsayImportJob *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (G_IS_CANCELLABLE (cancellable), NULL);

  self = g_new0 (HearsayImportJob, 1);
  self->file = g_object_ref (file);
  self->cancellable = g_object_ref (cancellable);
  self->analyses = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_analysis_unref);
  return self;
}

void
hearsay_import_job_free (HearsayImportJob *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->file);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->issues, g_ptr_array_unref);
  g_clear_pointer (&self->analyses, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_clear_object (&self->row);
  g_free (self);
}

static gboolean
analyze (HearsayImportJob *self,
         HearsayDocument  *document)
{
  HearsayAnalyzer *analyzer = hearsay_engine_get_analyzer (&self->error);
  HearsayAnalysis *analysis;
  HearsayAnalyzerInput input = {
    .id = document->id,
    .source = document->source,
    .title = document->title,
    .byline = document->byline,
    .publisher = document->publisher,
    .section = document->section,
    .language = document->language,
    .published = document->published,
    .text = document->text,
    .length = -1,
    .issues = self->issues != NULL ? (const char *const *const *) self->issues->pdata : NULL,
    .n_issues = self->issues != NULL ? self->issues->len : 0,
  };

  if (analyzer == NULL)
    return FALSE;

  analysis = hearsay_analyzer_analyze (analyzer, &input, self->cancellable, &self->error);
  if (analysis == NULL)
    return FALSE;
  g_ptr_array_add (self->analyses, analysis);
  return TRUE;
}

static int
compare_infos (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (g_file_info_get_name (*(GFileInfo **) a), g_file_info_get_name (*(GFileInfo **) b));
}

/* Sorted by name, so that a folder is read in the same order everywhere. */
static GPtrArray *
list_folder (HearsayImportJob *self,
             GFile            *folder)
{
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) enumerator = NULL;

  enumerator = g_file_enumerate_children (folder,
                                          G_FILE_ATTRIBUTE_STANDARD_NAME ","
                                          G_FILE_ATTRIBUTE_STANDARD_TYPE ","
                                          G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN,
                                          G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, self->cancellable, &self->error);
  while (enumerator != NULL)
    {
      GFileInfo *info = g_file_enumerator_next_file (enumerator, self->cancellable, &self->error);

      if (info == NULL)
        break;
      g_ptr_array_add (infos, info);
    }
  g_ptr_array_sort (infos, compare_infos);
  return g_steal_pointer (&infos);
}

static void
collect_files (HearsayImportJob *self,
               GFile            *folder,
               guint             depth)
{
  g_autoptr (GPtrArray) infos = list_folder (self, folder);

  for (guint i = 0; i < infos->len && self->error == NULL && self->files->len < MAX_FILES; i++)
    {
      GFileInfo *info = g_ptr_array_index (infos, i);
      g_autoptr (GFile) child = g_file_get_child (folder, g_file_info_get_name (info));

      if (g_file_info_get_is_hidden (info))
        continue;
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY && depth < MAX_DEPTH)
        collect_files (self, child, depth + 1);
      else if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR &&
               hearsay_readers_want (g_file_info_get_name (info)))
        g_ptr_array_add (self->files, g_steal_pointer (&child));
    }
}

static void
read_folder (HearsayImportJob *self)
{
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  collect_files (self, self->file, 0);
  if (self->error == NULL && self->files->len == 0)
    self->error = g_error_new_literal (HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_EMPTY, _("This folder holds no articles"));
}

/**
 * hearsay_import_job_run:
 *
 * Reads and analyses the file, or lists the folder. Called on a worker thread;
 * afterwards either the analyses, the files or the error are set.
 */
void
hearsay_import_job_run (HearsayImportJob *self)
{
  g_autoptr (GPtrArray) documents = NULL;

  g_return_if_fail (self != NULL);

  if (g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
    return;

  if (g_file_query_file_type (self->file, G_FILE_QUERY_INFO_NONE, self->cancellable) == G_FILE_TYPE_DIRECTORY)
    {
      read_folder (self);
      return;
    }

  documents = hearsay_read_file (self->file, self->cancellable, &self->error);
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      if (!analyze (self, g_ptr_array_index (documents, i)))
        break;
    }
}
