/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/hearsay-application.h"

struct _HearsayApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (HearsayApplication, hearsay_application, ADW_TYPE_APPLICATION)

static void
hearsay_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (adw_application_window_new (GTK_APPLICATION (application)));
  gtk_window_present (window);
}

static void
hearsay_application_class_init (HearsayApplicationClass *klass)
{
  G_APPLICATION_CLASS (klass)->activate = hearsay_application_activate;
}

static void
hearsay_application_init (HearsayApplication *self)
{
}

int
hearsay_application_main (int    argc,
                          char **argv)
{
  g_autoptr (HearsayApplication) self = NULL;

  self = g_object_new (HEARSAY_TYPE_APPLICATION, "application-id", HEARSAY_APP_ID, NULL);
  return g_application_run (G_APPLICATION (self), argc, argv);
}
