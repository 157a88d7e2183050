/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/widgets/hearsay-kind-mark.h"

#include "render/hearsay-shapes.h"
#include "ui/widgets/hearsay-style.h"

#define MARK_SIZE 10

struct _HearsayKindMark
{
  GtkWidget parent_instance;

  HearsayStatementKind kind;
  int                  colour;
};

G_DEFINE_FINAL_TYPE (HearsayKindMark, hearsay_kind_mark, GTK_TYPE_WIDGET)

static void
hearsay_kind_mark_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = *natural = MARK_SIZE + 2;
}

static void
hearsay_kind_mark_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  HearsayKindMark *self = HEARSAY_KIND_MARK (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  hearsay_mark_path (cr, self->kind, width / 2.0, height / 2.0, MARK_SIZE);
  if (self->colour == HEARSAY_KIND_MARK_TEXT_COLOUR)
    {
      GdkRGBA text;

      gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
      gdk_cairo_set_source_rgba (cr, &text);
    }
  else
    {
      hearsay_set_source_colour (cr, hearsay_palette_speaker (hearsay_style_current (), self->colour));
    }
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
hearsay_kind_mark_class_init (HearsayKindMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = hearsay_kind_mark_measure;
  widget_class->snapshot = hearsay_kind_mark_snapshot;
  gtk_widget_class_set_css_name (widget_class, "kindmark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hearsay_kind_mark_init (HearsayKindMark *self)
{
  self->colour = HEARSAY_KIND_MARK_TEXT_COLOUR;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  hearsay_style_watch (GTK_WIDGET (self));
}

GtkWidget *
hearsay_kind_mark_new (void)
{
  return g_object_new (HEARSAY_TYPE_KIND_MARK, NULL);
}

/**
 * hearsay_kind_mark_set:
 * @kind: the shape
 * @colour: a speaker's place in the palette, or %HEARSAY_KIND_MARK_TEXT_COLOUR
 */
void
hearsay_kind_mark_set (HearsayKindMark      *self,
                       HearsayStatementKind  kind,
                       int                   colour)
{
  g_return_if_fail (HEARSAY_IS_KIND_MARK (self));

  if (self->kind == kind && self->colour == colour)
    return;
  self->kind = kind;
  self->colour = colour;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
