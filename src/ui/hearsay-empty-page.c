/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/hearsay-empty-page.h"

#include <glib/gi18n.h>

#include "io/hearsay-reader.h"

struct _HearsayEmptyPage
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkBox    *buttons;
  GtkLabel  *formats;
};

G_DEFINE_FINAL_TYPE (HearsayEmptyPage, hearsay_empty_page, GTK_TYPE_WIDGET)

/* “Plain text, HTML and PDF”, from the table of readers: what stands here can be read. */
static char *
list_formats (void)
{
  guint n;
  const HearsayReader *readers = hearsay_readers_get (&n);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        /* Translators: between the parts of a list, and before its last */
        g_string_append (list, i + 1 < n ? _(", ") : _(" and "));
      g_string_append (list, _(readers[i].name));
    }
  return g_string_free (list, FALSE);
}

static void
hearsay_empty_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARSAY_TYPE_EMPTY_PAGE);

  G_OBJECT_CLASS (hearsay_empty_page_parent_class)->dispose (object);
}

static void
hearsay_empty_page_class_init (HearsayEmptyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearsay_empty_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, HEARSAY_RESOURCE_PATH "/ui/hearsay-empty-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HearsayEmptyPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, HearsayEmptyPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, HearsayEmptyPage, formats);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "emptypage");
}

static void
hearsay_empty_page_init (HearsayEmptyPage *self)
{
  g_autofree char *formats = list_formats ();
  g_autofree char *text = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  /* Translators: %s is a list of file formats */
  text = g_strdup_printf (_("%s  ·  Your articles stay on this computer"), formats);
  gtk_label_set_label (self->formats, text);
}

void
hearsay_empty_page_set_narrow (HearsayEmptyPage *self,
                               gboolean          narrow)
{
  g_return_if_fail (HEARSAY_IS_EMPTY_PAGE (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}
