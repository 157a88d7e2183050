/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/widgets/hearsay-stance-bar.h"

#include "ui/hearsay-wording.h"
#include "ui/widgets/hearsay-style.h"

#define BAR_WIDTH 64
#define BAR_HEIGHT 6
#define GAP 1.0

struct _HearsayStanceBar
{
  GtkWidget parent_instance;

  guint counts[HEARSAY_N_POSITIONS];
};

G_DEFINE_FINAL_TYPE (HearsayStanceBar, hearsay_stance_bar, GTK_TYPE_WIDGET)

static void
hearsay_stance_bar_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? BAR_WIDTH : BAR_HEIGHT;
}

static void
hearsay_stance_bar_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  static const HearsayPosition order[] = { HEARSAY_POSITION_SUPPORT, HEARSAY_POSITION_NEUTRAL, HEARSAY_POSITION_OPPOSE };
  HearsayStanceBar *self = HEARSAY_STANCE_BAR (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  guint total = self->counts[0] + self->counts[1] + self->counts[2];
  guint before = 0;
  GskRoundedRect clip;

  if (total == 0)
    return;

  gsk_rounded_rect_init_from_rect (&clip, &GRAPHENE_RECT_INIT (0, 0, width, height), height / 2.0);
  gtk_snapshot_push_rounded_clip (snapshot, &clip);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint n = self->counts[order[i]];
      double start = before * width / total;
      double end = (before + n) * width / total;
      GdkRGBA colour = hearsay_style_rgba (hearsay_palette_stance (hearsay_style_current (), order[i], HEARSAY_STANCE_MARK));

      if (order[i] == HEARSAY_POSITION_NEUTRAL)
        colour.alpha = 0.55f;
      before += n;
      if (before < total)
        end -= GAP;
      if (end > start)
        gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (start, 0, end - start, height));
    }
  gtk_snapshot_pop (snapshot);
}

static void
hearsay_stance_bar_class_init (HearsayStanceBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = hearsay_stance_bar_measure;
  widget_class->snapshot = hearsay_stance_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "stancebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hearsay_stance_bar_init (HearsayStanceBar *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  hearsay_style_watch (GTK_WIDGET (self));
}

GtkWidget *
hearsay_stance_bar_new (void)
{
  return g_object_new (HEARSAY_TYPE_STANCE_BAR, NULL);
}

/**
 * hearsay_stance_bar_set_counts:
 * @counts: numbers of stances, by HearsayPosition; all zero draws nothing
 */
void
hearsay_stance_bar_set_counts (HearsayStanceBar *self,
                               const guint       counts[HEARSAY_N_POSITIONS])
{
  g_autofree char *text = NULL;

  g_return_if_fail (HEARSAY_IS_STANCE_BAR (self));

  for (guint i = 0; i < HEARSAY_N_POSITIONS; i++)
    self->counts[i] = counts[i];
  text = hearsay_wording_stances (counts);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
