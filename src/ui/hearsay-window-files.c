/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/hearsay-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "io/hearsay-reader.h"

#define MAX_RECENT 10

/* Ways in: the file chooser, files dropped on the window, recent files, the sample. */

static void
remember (GListModel *files)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();

  for (guint i = 0; i < g_list_model_get_n_items (files) && i < MAX_RECENT; i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *uri = g_file_get_uri (file);

      gtk_recent_manager_add_item (manager, uri);
    }
}

static void
open_list (HearsayWindow *self,
           GListModel    *files)
{
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (array, g_list_model_get_item (files, i));
  if (array->len > 0)
    hearsay_window_open (self, (GFile **) array->pdata, array->len);
}

static void
add_filters (GtkFileChooser *chooser)
{
  guint n;
  const HearsayReader *readers = hearsay_readers_get (&n);
  g_autoptr (GtkFileFilter) articles = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (articles, _("Articles"));
  for (guint i = 0; i < n; i++)
    {
      for (const char *const *type = readers[i].mime_types; type != NULL && *type != NULL; type++)
        gtk_file_filter_add_mime_type (articles, *type);
      for (const char *const *suffix = readers[i].extensions; suffix != NULL && *suffix != NULL; suffix++)
        gtk_file_filter_add_suffix (articles, *suffix);
    }
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, articles);
  gtk_file_chooser_add_filter (chooser, all);
}

static void
chooser_response_cb (HearsayWindow    *self,
                     int               response,
                     GtkNativeDialog  *dialog)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      remember (files);
      open_list (self, files);
    }
  g_object_unref (dialog);
}

/**
 * hearsay_window_choose_files:
 *
 * Asks for files to open.
 */
void
hearsay_window_choose_files (HearsayWindow *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Open Articles"), GTK_WINDOW (self),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  add_filters (GTK_FILE_CHOOSER (dialog));
  g_signal_connect_object (dialog, "response", G_CALLBACK (chooser_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
save_response_cb (HearsayWindow   *self,
                  int              response,
                  GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_object_unref (dialog);
  if (file == NULL)
    return;

  if (g_file_peek_path (file) == NULL)
    message = g_strdup (_("Collections can only be saved on this computer"));
  else if (hearsay_store_save_copy (self->store, g_file_peek_path (file), &error))
    message = g_strdup (_("Saved a copy of the collection"));
  else
    /* Translators: %s is a reason */
    message = g_strdup_printf (_("The copy was not saved: %s"), error->message);
  hearsay_session_toast (self->session, message, FALSE);
}

/**
 * hearsay_window_choose_copy:
 *
 * Asks where to save a copy of the collection.
 */
void
hearsay_window_choose_copy (HearsayWindow *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Save a Copy"), GTK_WINDOW (self),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  /* Translators: a file name is made of it */
  g_autofree char *name = g_strconcat (_("Collection"), ".hearsay", NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect_object (dialog, "response", G_CALLBACK (save_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* transfer full, nullable */
static GFile *
first_sample (const char *data_dir)
{
  g_autofree char *folder = g_build_filename (data_dir, "samples", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".txt"))
        g_ptr_array_add (names, g_strdup (name));
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_sort (names, compare_names);
  path = g_build_filename (folder, g_ptr_array_index (names, 0), NULL);
  return g_file_new_for_path (path);
}

/**
 * hearsay_window_open_sample:
 *
 * Opens the first of the bundled articles, from where the program was
 * installed or built.
 */
void
hearsay_window_open_sample (HearsayWindow *self)
{
  const char *data_dirs[] = { g_getenv ("HEARSAY_DATA_DIR"), HEARSAY_PKG_DATA_DIR, HEARSAY_SOURCE_DATA_DIR };

  for (guint i = 0; i < G_N_ELEMENTS (data_dirs); i++)
    {
      g_autoptr (GFile) sample = data_dirs[i] != NULL ? first_sample (data_dirs[i]) : NULL;

      if (sample == NULL)
        continue;
      self->is_sample = TRUE;
      hearsay_window_open (self, &sample, 1);
      return;
    }
  hearsay_session_toast (self->session, _("The sample is not installed"), FALSE);
}

static gboolean
drop_cb (HearsayWindow *self,
         const GValue  *value)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  gtk_widget_set_visible (self->drop_wash, FALSE);
  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    g_ptr_array_add (files, l->data);
  if (files->len == 0)
    return FALSE;
  hearsay_window_open (self, (GFile **) files->pdata, files->len);
  return TRUE;
}

static GdkDragAction
drag_enter_cb (HearsayWindow *self)
{
  gtk_widget_set_visible (self->drop_wash, TRUE);
  return GDK_ACTION_COPY;
}

static void
drag_leave_cb (HearsayWindow *self)
{
  gtk_widget_set_visible (self->drop_wash, FALSE);
}

static void
set_up_drop (HearsayWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "enter", G_CALLBACK (drag_enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (drag_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
update_recent (HearsayWindow *self)
{
  GList *infos = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  guint n = 0;

  g_menu_remove_all (self->recent_section);
  for (GList *l = infos; l != NULL && n < MAX_RECENT; l = l->next)
    {
      GtkRecentInfo *info = l->data;
      g_autoptr (GMenuItem) item = NULL;

      if (!gtk_recent_info_has_application (info, g_get_application_name ()) || !gtk_recent_info_exists (info))
        continue;
      item = g_menu_item_new (gtk_recent_info_get_display_name (info), NULL);
      g_menu_item_set_action_and_target (item, "win.open-uri", "s", gtk_recent_info_get_uri (info));
      g_menu_append_item (self->recent_section, item);
      n++;
    }
  if (n == 0)
    g_menu_append (self->recent_section, _("No Recent Files"), "win.no-recent-files");
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
}

void
hearsay_window_set_up_files (HearsayWindow *self)
{
  set_up_drop (self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (update_recent), self,
                           G_CONNECT_SWAPPED);
  update_recent (self);
}
