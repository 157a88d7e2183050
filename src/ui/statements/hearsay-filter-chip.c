/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/statements/hearsay-filter-chip.h"

#include <glib/gi18n.h>

#include "model/hearsay-filter.h"
#include "ui/statements/hearsay-filter-choices.h"

/**
 * HearsayFilterChip:
 *
 * One part of the shared filter: “Speaker: Any”. Tinted when it is set, with a
 * button that clears it.
 */
struct _HearsayFilterChip
{
  GtkWidget parent_instance;

  HearsaySession *session;
  HearsayChipType type;
  GtkWidget *button;
  GtkWidget *clear;
  GtkLabel *value;
};

G_DEFINE_FINAL_TYPE (HearsayFilterChip, hearsay_filter_chip, GTK_TYPE_WIDGET)

static void
hearsay_filter_chip_dispose (GObject *object)
{
  HearsayFilterChip *self = HEARSAY_FILTER_CHIP (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hearsay_filter_chip_parent_class)->dispose (object);
}

static void
hearsay_filter_chip_class_init (HearsayFilterChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearsay_filter_chip_dispose;
  gtk_widget_class_set_css_name (widget_class, "filterchip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
hearsay_filter_chip_init (HearsayFilterChip *self)
{
}

static const char *
get_title (HearsayChipType type)
{
  switch (type)
    {
    case HEARSAY_CHIP_SPEAKER:
      return _("Speaker:");
    case HEARSAY_CHIP_TARGET:
      return _("Target:");
    case HEARSAY_CHIP_STANCE:
      return _("Stance:");
    case HEARSAY_CHIP_KIND:
      return _("Kind:");
    case HEARSAY_CHIP_DATES:
      return _("Dates:");
    case HEARSAY_CHIP_STATUS:
    default:
      return _("Status:");
    }
}

static void
filter_changed_cb (HearsayFilterChip *self)
{
  HearsayFilter *filter = hearsay_session_get_filter (self->session);
  g_autofree char *chosen = hearsay_filter_choices_describe (filter, self->type);
  g_autofree char *name = g_strdup_printf ("%s %s", get_title (self->type), chosen != NULL ? chosen : _("Any"));

  gtk_label_set_label (self->value, chosen != NULL ? chosen : _("Any"));
  gtk_widget_set_visible (self->clear, chosen != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (chosen != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "set");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "set");
}

static void
clear_cb (HearsayFilterChip *self)
{
  hearsay_filter_choices_clear (hearsay_session_get_filter (self->session), self->type);
}

/* Choices are as many as the collection has: they are listed when somebody looks. */
static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       data)
{
  HearsayFilterChip *self = HEARSAY_FILTER_CHIP (data);
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), hearsay_filter_choices_new (self->session, self->type));
  gtk_menu_button_set_popover (button, popover);
}

static void
build (HearsayFilterChip *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *value = gtk_label_new (NULL);

  self->value = GTK_LABEL (value);
  gtk_label_set_ellipsize (self->value, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->value, 20);
  gtk_widget_add_css_class (value, "value");
  gtk_box_append (GTK_BOX (content), gtk_label_new (get_title (self->type)));
  gtk_box_append (GTK_BOX (content), value);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("pan-down-symbolic"));

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), content);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popover_cb, self, NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));

  self->clear = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_add_css_class (self->clear, "clear");
  gtk_widget_set_tooltip_text (self->clear, _("Clear"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Clear"), -1);
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (clear_cb), self);
  gtk_widget_set_parent (self->clear, GTK_WIDGET (self));
}

/**
 * hearsay_filter_chip_new:
 * @session: whose filter it changes
 * @type: which part of it
 *
 * Returns: (transfer floating): a chip
 */
GtkWidget *
hearsay_filter_chip_new (HearsaySession  *session,
                         HearsayChipType  type)
{
  HearsayFilterChip *self;

  g_return_val_if_fail (HEARSAY_IS_SESSION (session), NULL);

  self = g_object_new (HEARSAY_TYPE_FILTER_CHIP, NULL);
  self->session = g_object_ref (session);
  self->type = type;
  build (self);
  g_signal_connect_object (hearsay_session_get_filter (session), "changed", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  filter_changed_cb (self);
  return GTK_WIDGET (self);
}
