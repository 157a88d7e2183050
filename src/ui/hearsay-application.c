/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/hearsay-application.h"

#include <errno.h>
#include <glib/gi18n.h>

#include "ui/hearsay-window.h"

struct _HearsayApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (HearsayApplication, hearsay_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *accels[3];
} accels[] = {
  { "win.open", { "<Control>o" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.export", { "<Control>e" } },
  { "win.search", { "<Control>f" } },
  { "win.actors", { "<Control><Shift>p" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z" } },
  { "win.view('article')", { "<Alt>1" } },
  { "win.view('timeline')", { "<Alt>2" } },
  { "win.view('network')", { "<Alt>3" } },
  { "win.view('statements')", { "<Alt>4" } },
  { "win.show-library", { "F9" } },
  { "win.inspector", { "<Shift>F9" } },
  { "win.back", { "<Alt>Left" } },
  { "win.fullscreen", { "F11" } },
  { "window.close", { "<Control>w" } },
  { "app.quit", { "<Control>q" } },
};

/* The collection that opens by itself; tests and people who keep several say another one. */
static char *
default_collection (void)
{
  const char *path = g_getenv ("HEARSAY_COLLECTION");

  if (path != NULL && *path != '\0')
    return g_strdup (path);
  return g_build_filename (g_get_user_data_dir (), "hearsay", "default.hearsay", NULL);
}

static gboolean
make_folder (const char  *path,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_str_equal (path, ":memory:") || g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s", g_strerror (errno));
  return FALSE;
}

static HearsayWindow *
open_collection (HearsayApplication *self,
                 const char         *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearsayStore) store = NULL;
  HearsayWindow *window;

  if (make_folder (path, &error))
    store = hearsay_store_open (path, &error);
  if (store == NULL)
    {
      g_autoptr (GError) memory_error = NULL;

      store = hearsay_store_open (":memory:", &memory_error);
      if (store == NULL)
        g_error ("Opening a collection in memory: %s", memory_error->message);
    }

  window = hearsay_window_new (GTK_APPLICATION (self), store);
  if (error != NULL)
    {
      g_autofree char *name = g_filename_display_basename (path);
      g_autofree char *message = NULL;

      /* Translators: file name, reason */
      message = g_strdup_printf (_("“%s” could not be opened: %s. It stays as it is; what you do in this window is not saved."),
                                 name, error->message);
      hearsay_window_warn (window, message);
    }
  return window;
}

static HearsayWindow *
get_window (HearsayApplication *self)
{
  g_autofree char *path = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (HEARSAY_IS_WINDOW (l->data))
        return l->data;
    }
  path = default_collection ();
  return open_collection (self, path);
}

static void
hearsay_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (get_window (HEARSAY_APPLICATION (application))));
}

static gboolean
is_collection (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL && g_str_has_suffix (name, ".hearsay") && g_file_peek_path (file) != NULL;
}

static void
hearsay_application_open (GApplication  *application,
                          GFile        **files,
                          int            n_files,
                          const char    *hint)
{
  HearsayApplication *self = HEARSAY_APPLICATION (application);
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  HearsayWindow *window;

  for (int i = 0; i < n_files; i++)
    {
      if (is_collection (files[i]))
        gtk_window_present (GTK_WINDOW (open_collection (self, g_file_peek_path (files[i]))));
      else
        g_ptr_array_add (articles, files[i]);
    }
  if (articles->len == 0)
    return;
  window = get_window (self);
  hearsay_window_open (window, (GFile **) articles->pdata, articles->len);
  gtk_window_present (GTK_WINDOW (window));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (data)),
                         "application-name", _("Hearsay"),
                         "application-icon", HEARSAY_APP_ID,
                         "version", HEARSAY_VERSION,
                         "comments", _("Who said what, about whom"),
                         "developer-name", _("The Hearsay developers"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "copyright", _("© The Hearsay developers"),
                         NULL);
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  /* Each window keeps its size, and may refuse. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free (windows);
}

static void
hearsay_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "about", .activate = about_action },
    { .name = "quit", .activate = quit_action },
  };

  G_APPLICATION_CLASS (hearsay_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (HEARSAY_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action,
                                           (const char **) accels[i].accels);
}

static void
hearsay_application_class_init (HearsayApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = hearsay_application_startup;
  application_class->activate = hearsay_application_activate;
  application_class->open = hearsay_application_open;
}

static void
hearsay_application_init (HearsayApplication *self)
{
}

/**
 * hearsay_application_new:
 * @flags: beside that it opens files
 *
 * Returns: (transfer full): the application, one instance a session bus
 */
HearsayApplication *
hearsay_application_new (GApplicationFlags flags)
{
  return g_object_new (HEARSAY_TYPE_APPLICATION,
                       "application-id", HEARSAY_APP_ID,
                       "resource-base-path", HEARSAY_RESOURCE_PATH,
                       "flags", G_APPLICATION_HANDLES_OPEN | flags,
                       NULL);
}

int
hearsay_application_main (int    argc,
                          char **argv)
{
  g_autoptr (HearsayApplication) self = NULL;

  g_set_application_name (_("Hearsay"));
  self = hearsay_application_new (G_APPLICATION_DEFAULT_FLAGS);
  return g_application_run (G_APPLICATION (self), argc, argv);
}
