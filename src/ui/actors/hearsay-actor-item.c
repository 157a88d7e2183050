/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/actors/hearsay-actor-item.h"

#include <glib/gi18n.h>

#include "ui/hearsay-wording.h"
#include "ui/widgets/hearsay-avatar.h"

#define AVATAR_SIZE 36

struct _HearsayActorItem
{
  GtkWidget parent_instance;

  GtkWidget     *box;
  HearsayAvatar *avatar;
  GtkLabel      *name;
  GtkLabel      *details;
  GtkLabel      *counts;

  HearsayActor  *actor;
  GSignalGroup  *signals;
  guint          n_mentions;
};

G_DEFINE_FINAL_TYPE (HearsayActorItem, hearsay_actor_item, GTK_TYPE_WIDGET)

static void
update (HearsayActorItem *self)
{
  g_autofree char *details = NULL;
  g_autofree char *statements = NULL;
  g_autofree char *mentions = NULL;
  g_autofree char *counts = NULL;
  g_autofree char *words = NULL;

  if (self->actor == NULL)
    return;
  details = hearsay_wording_actor (self->actor);
  statements = hearsay_wording_statements (hearsay_actor_get_n_statements (self->actor));
  mentions = g_strdup_printf (ngettext ("%u mention", "%u mentions", self->n_mentions), self->n_mentions);
  /* Translators: numbers of statements and mentions, one above the other */
  counts = g_strdup_printf (_("%s\n%s"), statements, mentions);
  hearsay_avatar_set_actor (self->avatar, self->actor);
  gtk_label_set_label (self->name, hearsay_actor_get_name (self->actor));
  gtk_label_set_label (self->details, details);
  gtk_label_set_label (self->counts, counts);
  words = g_strdup_printf ("%s, %s, %s, %s", hearsay_actor_get_name (self->actor), details, statements, mentions);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static GtkLabel *
append_label (GtkWidget  *box,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
hearsay_actor_item_dispose (GObject *object)
{
  HearsayActorItem *self = HEARSAY_ACTOR_ITEM (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->actor);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (hearsay_actor_item_parent_class)->dispose (object);
}

static void
hearsay_actor_item_class_init (HearsayActorItemClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearsay_actor_item_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "actoritem");
}

static void
hearsay_actor_item_init (HearsayActorItem *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->avatar = HEARSAY_AVATAR (hearsay_avatar_new (AVATAR_SIZE));
  gtk_widget_set_valign (GTK_WIDGET (self->avatar), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->avatar));
  self->name = append_label (words, "heading");
  self->details = append_label (words, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->details), "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), words);
  self->counts = append_label (self->box, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->counts), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->counts), "numeric");
  gtk_label_set_xalign (self->counts, 1.0f);
  gtk_label_set_justify (self->counts, GTK_JUSTIFY_RIGHT);
  gtk_label_set_ellipsize (self->counts, PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->signals = g_signal_group_new (HEARSAY_TYPE_ACTOR);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (update), self);
}

GtkWidget *
hearsay_actor_item_new (void)
{
  return g_object_new (HEARSAY_TYPE_ACTOR_ITEM, NULL);
}

HearsayActor *
hearsay_actor_item_get_actor (HearsayActorItem *self)
{
  g_return_val_if_fail (HEARSAY_IS_ACTOR_ITEM (self), NULL);

  return self->actor;
}

/**
 * hearsay_actor_item_set_actor:
 * @actor: (nullable): whom to show, or nobody while the row waits
 * @n_mentions: how often the articles name it
 */
void
hearsay_actor_item_set_actor (HearsayActorItem *self,
                              HearsayActor     *actor,
                              guint             n_mentions)
{
  g_return_if_fail (HEARSAY_IS_ACTOR_ITEM (self));

  self->n_mentions = n_mentions;
  g_set_object (&self->actor, actor);
  g_signal_group_set_target (self->signals, actor);
  update (self);
}
