/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "cli/hearsay-cli-input.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "cli/hearsay-cli-options.h"
#include "io/hearsay-reader.h"

static HearsayCliInput *
input_new (const char *name,
           GFile      *file)
{
  HearsayCliInput *self = g_new0 (HearsayCliInput, 1);

  self->name = g_strdup (name);
  self->file = file != NULL ? g_object_ref (file) : NULL;
  return self;
}

void
hearsay_cli_input_free (HearsayCliInput *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_clear_object (&self->file);
  g_free (self);
}

static int
compare_inputs (gconstpointer a,
                gconstpointer b)
{
  const HearsayCliInput *const *one = a;
  const HearsayCliInput *const *two = b;

  return strcmp ((*one)->name, (*two)->name);
}

static gboolean
list_folder (HearsayCliInput  *folder,
             GPtrArray        *files,
             GPtrArray        *folders,
             GError          **error)
{
  g_autoptr (GFileEnumerator) children = NULL;

  /* Links to folders are not followed: they can lead back up. */
  children = g_file_enumerate_children (folder->file, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_IS_SYMLINK,
                                        G_FILE_QUERY_INFO_NONE, NULL, error);
  if (children == NULL)
    return FALSE;
  while (TRUE)
    {
      g_autofree char *name = NULL;
      GFileInfo *info;
      GFile *child;
      gboolean is_folder;

      if (!g_file_enumerator_iterate (children, &info, &child, NULL, error))
        return FALSE;
      if (info == NULL)
        return TRUE;
      is_folder = g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY;
      name = g_build_filename (folder->name, g_file_info_get_name (info), NULL);
      if (is_folder && !g_file_info_get_is_symlink (info) && g_file_info_get_name (info)[0] != '.')
        g_ptr_array_add (folders, input_new (name, child));
      else if (!is_folder && hearsay_readers_want (g_file_info_get_name (info)))
        g_ptr_array_add (files, input_new (name, child));
    }
}

/* All files below @argument, sorted by path. */
static gboolean
expand_folder (const char *argument,
               GFile      *file,
               GPtrArray  *inputs)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new ();
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  gboolean done = TRUE;

  g_ptr_array_add (folders, input_new (argument, file));
  while (folders->len > 0)
    {
      HearsayCliInput *folder = g_ptr_array_steal_index (folders, folders->len - 1);
      g_autoptr (GError) error = NULL;

      if (!list_folder (folder, files, folders, &error))
        {
          hearsay_cli_report_error (folder->name, error);
          done = FALSE;
        }
      hearsay_cli_input_free (folder);
    }
  g_ptr_array_sort (files, compare_inputs);
  g_ptr_array_extend_and_steal (inputs, g_steal_pointer (&files));
  return done;
}

/**
 * hearsay_cli_inputs_new:
 * @arguments: (array zero-terminated=1): paths, URIs, folders and “-”
 * @recursive: whether folders are gone through
 * @failed: (out): whether a folder could not be read; that has been reported
 *
 * Returns: (transfer full) (element-type HearsayCliInput): the inputs in
 *   order, the files of a folder sorted by path
 */
GPtrArray *
hearsay_cli_inputs_new (char     **arguments,
                        gboolean   recursive,
                        gboolean  *failed)
{
  GPtrArray *inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_cli_input_free);

  g_return_val_if_fail (arguments != NULL, NULL);
  g_return_val_if_fail (failed != NULL, NULL);

  *failed = FALSE;
  for (guint i = 0; arguments[i] != NULL; i++)
    {
      g_autoptr (GFile) file = NULL;

      if (g_str_equal (arguments[i], "-"))
        {
          g_ptr_array_add (inputs, input_new ("-", NULL));
          continue;
        }
      file = g_file_new_for_commandline_arg (arguments[i]);
      if (recursive && g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
        *failed = !expand_folder (arguments[i], file, inputs) || *failed;
      else
        g_ptr_array_add (inputs, input_new (arguments[i], file));
    }
  return inputs;
}

/**
 * hearsay_cli_input_read:
 *
 * Returns: (transfer full) (element-type HearsayDocument): the articles in it,
 *   or %NULL with @error set
 */
GPtrArray *
hearsay_cli_input_read (HearsayCliInput  *self,
                        GError          **error)
{
  GPtrArray *documents;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->file == NULL)
    {
      g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);

      return hearsay_read_stream (stream, NULL, NULL, error);
    }
  documents = hearsay_read_file (self->file, NULL, error);
  if (documents == NULL && error != NULL &&
      g_error_matches (*error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_FOLDER))
    {
      g_clear_error (error);
      g_set_error_literal (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_FOLDER,
                           _("This is a folder; --recursive reads the files in it"));
    }
  return documents;
}
