/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "render/hearsay-legend-private.h"
#include "render/hearsay-shapes.h"
#include "render/hearsay-text.h"

#define ITEM_GAP 18.0
#define ICON_GAP 8.0
#define EDGE_ICON 34.0
#define NODE_ICON 20.0
#define SCALE_ICON 64.0
#define SCALE_STOPS 8
#define SIZES_ICON 38.0

static double
icon_width (const HearsayLegend *self,
            HearsayLegendIcon    icon)
{
  double scale = self->text_size / 12.5;

  switch (icon)
    {
    case HEARSAY_LEGEND_EDGE:
    case HEARSAY_LEGEND_PLAIN_EDGE:
    case HEARSAY_LEGEND_FACT:
    case HEARSAY_LEGEND_WEIGHT:
      return EDGE_ICON * scale + ICON_GAP * scale;
    case HEARSAY_LEGEND_NODE:
    case HEARSAY_LEGEND_SHAPE:
    case HEARSAY_LEGEND_STANCE:
    case HEARSAY_LEGEND_HOLLOW:
      return NODE_ICON * scale + ICON_GAP * 0.7 * scale;
    case HEARSAY_LEGEND_SCALE:
      return (SCALE_ICON + ICON_GAP) * scale;
    case HEARSAY_LEGEND_SIZES:
      return (SIZES_ICON + ICON_GAP) * scale;
    case HEARSAY_LEGEND_WORDS:
    default:
      return 0.0;
    }
}

/**
 * hearsay_legend_measure:
 * @max_width: items flow into further rows beyond it
 * @width: (out) (optional): of the longest row
 *
 * Places the items for hearsay_legend_paint().
 *
 * Returns: the height; 0 when there is nothing to explain
 */
double
hearsay_legend_measure (HearsayLegend *self,
                        double         max_width,
                        double        *width)
{
  HearsayTextLook look;
  double row;
  double x = 0.0;
  double y = 0.0;
  double widest = 0.0;

  g_return_val_if_fail (self != NULL, 0.0);

  look = (HearsayTextLook) { .size = self->text_size, .weight = 400, .max_width = MAX (max_width * 0.9, 40.0) };
  row = self->text_size * 1.92;
  for (guint i = 0; i < self->items->len; i++)
    {
      HearsayLegendItem *item = &g_array_index (self->items, HearsayLegendItem, i);

      hearsay_text_measure (item->label, &look, &item->width, NULL);
      item->width += icon_width (self, item->icon);
      if (x > 0.0 && x + item->width > max_width)
        {
          x = 0.0;
          y += row;
        }
      item->x = x;
      item->y = y + row / 2.0;
      x += item->width + ITEM_GAP * self->text_size / 12.5;
      widest = MAX (widest, item->x + item->width);
    }
  if (width != NULL)
    *width = widest;
  return self->items->len > 0 ? y + row : 0.0;
}

static void
paint_edge_icon (const HearsayLegend *self,
                 cairo_t             *cr,
                 HearsayStyle         style,
                 const HearsayLegendItem          *item,
                 double               x,
                 double               y)
{
  double scale = self->text_size / 12.5;

  if (item->icon == HEARSAY_LEGEND_FACT)
    hearsay_fact_sample_draw (cr, style, (HearsayRelationKind) item->value, x, x + EDGE_ICON * scale, y, 2.4 * scale);
  else
    hearsay_edge_sample_draw (cr, style, (HearsayPosition) item->value, item->icon == HEARSAY_LEGEND_EDGE, self->directed, x,
                              x + EDGE_ICON * scale, y, 2.4 * scale);
}

/* From the least to the most, as nodes are coloured between. */
static void
paint_scale_icon (const HearsayLegend *self,
                  cairo_t             *cr,
                  HearsayStyle         style,
                  double               x,
                  double               y)
{
  double scale = self->text_size / 12.5;
  cairo_pattern_t *pattern = cairo_pattern_create_linear (x, 0.0, x + SCALE_ICON * scale, 0.0);

  for (guint i = 0; i <= SCALE_STOPS; i++)
    {
      HearsayColour colour = hearsay_palette_measure (style, (double) i / SCALE_STOPS);

      cairo_pattern_add_color_stop_rgb (pattern, (double) i / SCALE_STOPS, colour.red, colour.green, colour.blue);
    }
  cairo_set_source (cr, pattern);
  hearsay_rounded_rectangle (cr, x, y - 5.0 * scale, SCALE_ICON * scale, 10.0 * scale, 5.0 * scale);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
}

static void
paint_size_icon (const HearsayLegend *self,
                 cairo_t             *cr,
                 HearsayStyle         style,
                 double               x,
                 double               y)
{
  static const double radii[] = { 3.0, 5.0, 7.5 };
  double scale = self->text_size / 12.5;
  double at = x;

  hearsay_set_source_colour (cr, hearsay_palette_role (style, HEARSAY_ROLE_DIM));
  for (guint i = 0; i < G_N_ELEMENTS (radii); i++)
    {
      at += radii[i] * scale;
      cairo_new_sub_path (cr);
      cairo_arc (cr, at, y, radii[i] * scale, 0.0, 2.0 * G_PI);
      at += (radii[i] + 3.0) * scale;
    }
  cairo_fill (cr);
}

static void
paint_weight_icon (const HearsayLegend *self,
                   cairo_t             *cr,
                   HearsayStyle         style,
                   double               x,
                   double               y)
{
  double scale = self->text_size / 12.5;

  hearsay_set_source_colour (cr, hearsay_palette_stance (style, HEARSAY_POSITION_NEUTRAL, HEARSAY_STANCE_MARK));
  cairo_set_line_width (cr, 1.4 * scale);
  cairo_move_to (cr, x, y - 4.0 * scale);
  cairo_line_to (cr, x + EDGE_ICON * scale, y - 4.0 * scale);
  cairo_stroke (cr);
  cairo_set_line_width (cr, 5.0 * scale);
  cairo_move_to (cr, x, y + 2.0 * scale);
  cairo_line_to (cr, x + EDGE_ICON * scale, y + 2.0 * scale);
  cairo_stroke (cr);
}

static void
paint_node_icon (const HearsayLegend *self,
                 cairo_t             *cr,
                 HearsayStyle         style,
                 HearsayNodeKind      kind,
                 double               x,
                 double               y)
{
  double radius = 7.0 * self->text_size / 12.5;
  HearsayNodeLook look = {
    .kind = kind,
    .half_width = kind == HEARSAY_NODE_ISSUE ? radius * 1.35 : radius,
    .half_height = kind == HEARSAY_NODE_ISSUE ? radius * 0.75 : radius,
    .colour = 0,
    .ground = hearsay_colour_with_alpha (hearsay_palette_role (style, HEARSAY_ROLE_VIEW), 0.0),
  };

  hearsay_node_draw (cr, style, &look, x + NODE_ICON / 2.0 * self->text_size / 12.5, y);
}

static void
paint_mark_icon (const HearsayLegend *self,
                 cairo_t             *cr,
                 HearsayStyle         style,
                 const HearsayLegendItem          *item,
                 double               x,
                 double               y)
{
  double scale = self->text_size / 12.5;
  HearsayMarkLook look = {
    .kind = item->icon == HEARSAY_LEGEND_SHAPE ? (HearsayStatementKind) item->value : HEARSAY_STATEMENT_DIRECT,
    .size = scale * (item->icon == HEARSAY_LEGEND_SHAPE ? 10.0 : item->icon == HEARSAY_LEGEND_HOLLOW ? HEARSAY_MARK_HOLLOW_SIZE : 15.0),
    .hollow = item->icon == HEARSAY_LEGEND_HOLLOW,
    .sign = item->icon == HEARSAY_LEGEND_STANCE,
    .position = item->icon == HEARSAY_LEGEND_STANCE ? (HearsayPosition) item->value : HEARSAY_POSITION_NEUTRAL,
  };

  hearsay_mark_draw (cr, style, &look, x + NODE_ICON / 2.0 * scale, y);
}

static void
paint_item (const HearsayLegend *self,
            cairo_t             *cr,
            HearsayStyle         style,
            const HearsayLegendItem          *item,
            double               x,
            double               y)
{
  HearsayTextLook look = { .size = self->text_size, .weight = 400 };
  HearsayRole role = item->icon == HEARSAY_LEGEND_WORDS ? HEARSAY_ROLE_DIM : HEARSAY_ROLE_TEXT;

  cairo_new_path (cr);
  switch (item->icon)
    {
    case HEARSAY_LEGEND_NODE:
      paint_node_icon (self, cr, style, (HearsayNodeKind) item->value, x, y);
      break;
    case HEARSAY_LEGEND_EDGE:
    case HEARSAY_LEGEND_PLAIN_EDGE:
    case HEARSAY_LEGEND_FACT:
      paint_edge_icon (self, cr, style, item, x, y);
      break;
    case HEARSAY_LEGEND_WEIGHT:
      paint_weight_icon (self, cr, style, x, y);
      break;
    case HEARSAY_LEGEND_SHAPE:
    case HEARSAY_LEGEND_STANCE:
    case HEARSAY_LEGEND_HOLLOW:
      paint_mark_icon (self, cr, style, item, x, y);
      break;
    case HEARSAY_LEGEND_SCALE:
      paint_scale_icon (self, cr, style, x, y);
      break;
    case HEARSAY_LEGEND_SIZES:
      paint_size_icon (self, cr, style, x, y);
      break;
    case HEARSAY_LEGEND_WORDS:
    default:
      break;
    }
  hearsay_text_draw (cr, item->label, &look, HEARSAY_TEXT_START, x + icon_width (self, item->icon), y,
                     hearsay_palette_role (style, role));
}

/**
 * hearsay_legend_paint:
 * @x: of the left side
 * @y: of the top
 *
 * Must follow hearsay_legend_measure().
 */
void
hearsay_legend_paint (HearsayLegend *self,
                      cairo_t       *cr,
                      HearsayStyle   style,
                      double         x,
                      double         y)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);

  cairo_save (cr);
  for (guint i = 0; i < self->items->len; i++)
    {
      const HearsayLegendItem *item = &g_array_index (self->items, HearsayLegendItem, i);

      paint_item (self, cr, style, item, x + item->x, y + item->y);
    }
  cairo_restore (cr);
}
