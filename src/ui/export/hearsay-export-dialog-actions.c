/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/export/hearsay-export-dialog-private.h"

#include <glib/gi18n.h>

static void
write_thread (GTask        *task,
              gpointer      object,
              gpointer      data,
              GCancellable *cancellable)
{
  HearsayExportTask *figure = data;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = hearsay_export_source_write (figure->source, &figure->options, cancellable, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
tell_error (HearsayExportDialog *self,
            GError              *error)
{
  GtkWidget *dialog;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("The Image Was Not Saved"), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
write_figure (HearsayExportDialog *self,
              HearsayExportTask   *figure,
              GAsyncReadyCallback  callback,
              gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, callback, data);

  g_task_set_name (task, "[hearsay] export");
  g_task_set_task_data (task, figure, (GDestroyNotify) hearsay_export_task_free);
  g_task_run_in_thread (task, write_thread);
}

static void
copied_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  HearsayExportDialog *self = HEARSAY_EXPORT_DIALOG (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GdkTexture) texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, &error) : NULL;

  if (texture == NULL)
    {
      tell_error (self, error);
      return;
    }
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (self)), texture);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Copied")));
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HearsayExportDialog *self = HEARSAY_EXPORT_DIALOG (widget);
  HearsayExportTask *figure = hearsay_export_dialog_new_task (self);

  figure->options.format = HEARSAY_FIGURE_PNG;
  write_figure (self, figure, copied_cb, NULL);
}

static void
replaced_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (HearsayExportDialog) self = HEARSAY_EXPORT_DIALOG (data);
  g_autofree char *name = g_file_get_basename (G_FILE (object));
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (self->session == NULL)
    return;
  if (!g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    {
      tell_error (self, error);
      return;
    }
  /* Translators: %s is a file name */
  message = g_strdup_printf (_("Exported “%s”"), name);
  hearsay_session_toast (self->session, message, FALSE);
  gtk_window_close (GTK_WINDOW (self));
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  HearsayExportDialog *self = HEARSAY_EXPORT_DIALOG (object);
  g_autoptr (GFile) file = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);

  if (bytes == NULL)
    {
      tell_error (self, error);
      return;
    }
  /* A temporary file takes the other's place: there is never a half one. */
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, self->cancellable, replaced_cb,
                                       g_object_ref (self));
}

static void
save_response_cb (HearsayExportDialog *self,
                  int                  response,
                  GtkNativeDialog     *chooser)
{
  if (response == GTK_RESPONSE_ACCEPT)
    write_figure (self, hearsay_export_dialog_new_task (self), written_cb,
                  gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)));
  g_object_unref (chooser);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  static const char *const suffixes[] = { "png", "svg", "pdf" };
  HearsayExportDialog *self = HEARSAY_EXPORT_DIALOG (widget);
  GtkFileChooserNative *chooser;
  g_autofree char *file_name = NULL;

  chooser = gtk_file_chooser_native_new (_("Export Image"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                         _("_Export"), _("_Cancel"));
  file_name = g_strdup_printf ("%s.%s", hearsay_export_picture_get_title (adw_combo_row_get_selected (self->picture)),
                               suffixes[hearsay_export_dialog_get_format (self)]);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), file_name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (save_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
hearsay_export_dialog_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "export.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "export.save", NULL, save_action);
}
