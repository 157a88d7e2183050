/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/article/hearsay-stance-row.h"

#include <glib/gi18n.h>

#include "model/hearsay-actor.h"
#include "model/hearsay-issue.h"
#include "render/hearsay-palette.h"
#include "ui/hearsay-wording.h"

/* Below this a person should look at it. */
#define CHECK_BELOW 0.6

struct _HearsayStanceRow
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel  *target;
  GtkLabel  *holder;
  GtkWidget *edit;
  GtkWidget *warning;
  GtkLabel  *confidence;
  GtkWidget *positions;
};

G_DEFINE_FINAL_TYPE (HearsayStanceRow, hearsay_stance_row, GTK_TYPE_WIDGET)

static const HearsayPosition order[] = { HEARSAY_POSITION_SUPPORT, HEARSAY_POSITION_NEUTRAL, HEARSAY_POSITION_OPPOSE };
static const char *const classes[HEARSAY_N_POSITIONS] = {
  [HEARSAY_POSITION_NEUTRAL] = "neutral",
  [HEARSAY_POSITION_SUPPORT] = "support",
  [HEARSAY_POSITION_OPPOSE] = "oppose",
};

static GtkWidget *
new_position (HearsayPosition position,
              gboolean        active)
{
  g_autofree char *text = g_strdup_printf ("%s %s", hearsay_palette_stance_sign (position),
                                           hearsay_wording_position (position));
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "position");
  if (active)
    gtk_widget_add_css_class (label, classes[position]);
  else
    gtk_widget_add_css_class (label, "off");
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static char *
describe_confidence (HearsayStance *stance)
{
  int percent = (int) (hearsay_stance_get_confidence (stance) * 100.0 + 0.5);

  if (!hearsay_stance_get_sure (stance))
    /* Translators: how sure a stance is; “unsure” means that it is shown as neutral */
    return g_strdup_printf (_("%d%% · unsure"), percent);
  if (hearsay_stance_get_confidence (stance) < CHECK_BELOW)
    /* Translators: how sure a stance is; “check” asks the reader to look at it */
    return g_strdup_printf (_("%d%% · check"), percent);
  /* Translators: how sure something is */
  return g_strdup_printf (_("%d%%"), percent);
}

static void
show (HearsayStanceRow *self,
      HearsayStance    *stance)
{
  HearsayPosition shown = hearsay_stance_get_shown_position (stance);
  HearsayActor *holder = hearsay_stance_get_holder (stance);
  gboolean check = hearsay_stance_get_sure (stance) && hearsay_stance_get_confidence (stance) < CHECK_BELOW;
  g_autofree char *confidence = describe_confidence (stance);
  g_autofree char *label = NULL;

  gtk_label_set_label (self->target, hearsay_stance_get_target_name (stance));
  gtk_label_set_label (self->confidence, confidence);
  gtk_widget_set_visible (self->edit, HEARSAY_IS_ISSUE (hearsay_stance_get_target (stance)));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->edit), "s", hearsay_stance_get_target_id (stance));
  gtk_widget_set_visible (self->warning, check);
  if (check)
    gtk_widget_add_css_class (GTK_WIDGET (self->confidence), "check");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->confidence), "dim-label");
  if (holder != NULL)
    {
      /* Translators: %s is an actor whose attitude somebody else reports */
      g_autofree char *text = g_strdup_printf (_("Held by %s"), hearsay_actor_get_name (holder));

      gtk_label_set_label (self->holder, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->holder), holder != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    gtk_box_append (GTK_BOX (self->positions), new_position (order[i], order[i] == shown));

  /* Translators: target of a stance, the stance, how sure it is */
  label = g_strdup_printf (_("%s: %s, %s"), hearsay_stance_get_target_name (stance), hearsay_wording_position (shown),
                           confidence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
hearsay_stance_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARSAY_TYPE_STANCE_ROW);

  G_OBJECT_CLASS (hearsay_stance_row_parent_class)->dispose (object);
}

static void
hearsay_stance_row_class_init (HearsayStanceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearsay_stance_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, HEARSAY_RESOURCE_PATH "/ui/article/hearsay-stance-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HearsayStanceRow, box);
  gtk_widget_class_bind_template_child (widget_class, HearsayStanceRow, target);
  gtk_widget_class_bind_template_child (widget_class, HearsayStanceRow, holder);
  gtk_widget_class_bind_template_child (widget_class, HearsayStanceRow, edit);
  gtk_widget_class_bind_template_child (widget_class, HearsayStanceRow, warning);
  gtk_widget_class_bind_template_child (widget_class, HearsayStanceRow, confidence);
  gtk_widget_class_bind_template_child (widget_class, HearsayStanceRow, positions);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "stancerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hearsay_stance_row_init (HearsayStanceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hearsay_stance_row_new (HearsayStance *stance)
{
  HearsayStanceRow *self;

  g_return_val_if_fail (HEARSAY_IS_STANCE (stance), NULL);

  self = g_object_new (HEARSAY_TYPE_STANCE_ROW, NULL);
  show (self, stance);
  return GTK_WIDGET (self);
}

/**
 * hearsay_stance_pill_new:
 * @stance: a stance
 *
 * Returns: (transfer floating): its sign and target as one small label
 */
GtkWidget *
hearsay_stance_pill_new (HearsayStance *stance)
{
  HearsayPosition shown;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;
  GtkWidget *pill;

  g_return_val_if_fail (HEARSAY_IS_STANCE (stance), NULL);

  shown = hearsay_stance_get_shown_position (stance);
  text = g_strdup_printf ("%s  %s", hearsay_palette_stance_sign (shown), hearsay_stance_get_target_name (stance));
  /* Translators: target of a stance, the stance */
  label = g_strdup_printf (_("%s: %s"), hearsay_stance_get_target_name (stance), hearsay_wording_position (shown));
  pill = gtk_label_new (text);
  gtk_label_set_ellipsize (GTK_LABEL (pill), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (pill), 28);
  gtk_widget_add_css_class (pill, "stance-pill");
  gtk_widget_add_css_class (pill, classes[shown]);
  gtk_widget_set_tooltip_text (pill, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (pill), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return pill;
}
