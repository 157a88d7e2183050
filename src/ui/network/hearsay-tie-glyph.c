/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/network/hearsay-tie-glyph.h"

#include "render/hearsay-shapes.h"
#include "ui/widgets/hearsay-style.h"

#define HEIGHT 42
#define RADIUS 19.0
#define LINE 62.0
#define GAP 9.0
#define LINE_WIDTH 3.2

/* A pill of an issue without its name. */
#define PILL_HALF_WIDTH 22.0
#define PILL_HALF_HEIGHT 11.0

typedef struct
{
  HearsayNodeKind kind;
  int colour;
  char *initials;
} End;

struct _HearsayTieGlyph
{
  GtkWidget parent_instance;

  End ends[2];
  HearsayPosition position;
  HearsayRelationKind kind;
  gboolean is_signed;
  gboolean directed;
};

G_DEFINE_FINAL_TYPE (HearsayTieGlyph, hearsay_tie_glyph, GTK_TYPE_WIDGET)

static double
half_width (const End *end)
{
  return end->kind == HEARSAY_NODE_ISSUE ? PILL_HALF_WIDTH : RADIUS;
}

static double
total_width (HearsayTieGlyph *self)
{
  return 2.0 * half_width (&self->ends[0]) + 2.0 * half_width (&self->ends[1]) + 2.0 * GAP + LINE + 2.0;
}

static void
hearsay_tie_glyph_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : (int) total_width (HEARSAY_TIE_GLYPH (widget)) + 1;
}

static void
draw_end (HearsayTieGlyph *self,
          cairo_t         *cr,
          const End       *end,
          double           x,
          double           y)
{
  gboolean pill = end->kind == HEARSAY_NODE_ISSUE;
  HearsayNodeLook look = {
    .kind = end->kind,
    .half_width = half_width (end),
    .half_height = pill ? PILL_HALF_HEIGHT : RADIUS,
    .colour = end->colour,
    .initials = pill ? NULL : end->initials,
    .ground = hearsay_colour_with_alpha (hearsay_palette_role (hearsay_style_current (), HEARSAY_ROLE_VIEW), 0.0),
  };

  hearsay_node_draw (cr, hearsay_style_current (), &look, x, y);
}

static void
hearsay_tie_glyph_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  HearsayTieGlyph *self = HEARSAY_TIE_GLYPH (widget);
  double width = gtk_widget_get_width (widget);
  double y = gtk_widget_get_height (widget) / 2.0;
  double x = 1.0 + half_width (&self->ends[0]);
  /* What is read from right to left goes there, too. */
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) (2.0 * y)));

  draw_end (self, cr, &self->ends[0], rtl ? width - x : x, y);
  x += half_width (&self->ends[0]) + GAP;
  cairo_new_path (cr);
  if (self->kind != HEARSAY_RELATION_ATTITUDE)
    hearsay_fact_sample_draw (cr, hearsay_style_current (), self->kind, rtl ? width - x : x, rtl ? width - x - LINE : x + LINE, y,
                              LINE_WIDTH);
  else
    hearsay_edge_sample_draw (cr, hearsay_style_current (), self->position, self->is_signed, self->directed, rtl ? width - x : x,
                              rtl ? width - x - LINE : x + LINE, y, LINE_WIDTH);
  x += LINE + GAP + half_width (&self->ends[1]);
  draw_end (self, cr, &self->ends[1], rtl ? width - x : x, y);
  cairo_destroy (cr);
}

static void
hearsay_tie_glyph_finalize (GObject *object)
{
  HearsayTieGlyph *self = HEARSAY_TIE_GLYPH (object);

  g_free (self->ends[0].initials);
  g_free (self->ends[1].initials);

  G_OBJECT_CLASS (hearsay_tie_glyph_parent_class)->finalize (object);
}

static void
hearsay_tie_glyph_class_init (HearsayTieGlyphClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hearsay_tie_glyph_finalize;
  widget_class->measure = hearsay_tie_glyph_measure;
  widget_class->snapshot = hearsay_tie_glyph_snapshot;
  gtk_widget_class_set_css_name (widget_class, "tieglyph");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hearsay_tie_glyph_init (HearsayTieGlyph *self)
{
  hearsay_style_watch (GTK_WIDGET (self));
}

GtkWidget *
hearsay_tie_glyph_new (void)
{
  return g_object_new (HEARSAY_TYPE_TIE_GLYPH, NULL);
}

static void
take_end (End                       *end,
          const HearsayNetworkScene *scene,
          guint32                    node)
{
  end->kind = scene->network->nodes[node].kind;
  end->colour = scene->network->nodes[node].colour;
  g_free (end->initials);
  end->initials = g_strdup (scene->initials[node]);
}

/**
 * hearsay_tie_glyph_set:
 * @edge: index of an edge of @scene
 */
void
hearsay_tie_glyph_set (HearsayTieGlyph           *self,
                       const HearsayNetworkScene *scene,
                       guint32                    edge)
{
  const HearsayNetworkEdge *tie;

  g_return_if_fail (HEARSAY_IS_TIE_GLYPH (self));
  g_return_if_fail (scene != NULL && edge < scene->network->n_edges);

  tie = &scene->network->edges[edge];
  take_end (&self->ends[0], scene, tie->source);
  take_end (&self->ends[1], scene, tie->target);
  self->position = tie->position;
  self->is_signed = scene->network->is_signed;
  self->kind = scene->network->edges[edge].kind;
  self->directed = scene->network->directed;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
