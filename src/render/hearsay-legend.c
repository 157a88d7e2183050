/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "render/hearsay-legend.h"
#include "render/hearsay-shapes.h"
#include "render/hearsay-text.h"

#define ITEM_GAP 18.0
#define ICON_GAP 8.0
#define EDGE_ICON 34.0
#define NODE_ICON 20.0
#define SCALE_ICON 64.0
#define SCALE_STOPS 8
#define SIZES_ICON 38.0

typedef enum
{
  ICON_NODE,
  ICON_EDGE,
  ICON_PLAIN_EDGE,
  ICON_FACT,
  ICON_WEIGHT,
  ICON_SHAPE,
  ICON_STANCE,
  ICON_HOLLOW,
  ICON_SCALE, /* colours of a measure */
  ICON_SIZES,
  ICON_WORDS, /* no icon: a heading */
} Icon;

typedef struct
{
  Icon icon;
  int value;
  char *label;
  double x;
  double y;
  double width;
} Item;

struct _HearsayLegend
{
  GArray *items;
  double text_size;
  gboolean directed;
};

static void
clear_item (gpointer data)
{
  Item *item = data;

  g_free (item->label);
}

static HearsayLegend *
legend_new (double text_size)
{
  HearsayLegend *self = g_new0 (HearsayLegend, 1);

  self->items = g_array_new (FALSE, TRUE, sizeof (Item));
  g_array_set_clear_func (self->items, clear_item);
  self->text_size = text_size;
  return self;
}

static void
add (HearsayLegend *self,
     Icon           icon,
     int            value,
     const char    *label)
{
  Item item = { .icon = icon, .value = value, .label = g_strdup (label) };

  g_array_append_val (self->items, item);
}

static const char *
node_label (HearsayNodeKind kind)
{
  switch (kind)
    {
    case HEARSAY_NODE_ORGANIZATION:
      return _("Organisation");
    case HEARSAY_NODE_COUNTRY:
      return _("Country");
    case HEARSAY_NODE_GROUP:
      return _("Group");
    case HEARSAY_NODE_ISSUE:
      return _("Issue");
    case HEARSAY_NODE_PERSON:
    default:
      return _("Person");
    }
}

static const char *
edge_label (HearsayNetworkType type,
            HearsayPosition    position)
{
  switch (position)
    {
    case HEARSAY_POSITION_SUPPORT:
      return type == HEARSAY_NETWORK_POSITIONS ? _("Same stance") : _("Supports");
    case HEARSAY_POSITION_OPPOSE:
      return type == HEARSAY_NETWORK_POSITIONS ? _("Opposite stance") : _("Opposes");
    case HEARSAY_POSITION_NEUTRAL:
    default:
      return C_("edge", "Neutral");
    }
}

/* One word for one line: what is done together and what is said alike look the same. */
static const char *
fact_label (HearsayRelationKind kind,
            guint               kind_mask)
{
  switch (kind)
    {
    case HEARSAY_RELATION_CONFLICT:
      return _("Conflict");
    case HEARSAY_RELATION_AGREEMENT:
      return kind_mask & (1u << HEARSAY_RELATION_COOPERATION) ? NULL : _("Said to agree");
    case HEARSAY_RELATION_DISAGREEMENT:
      return _("Said to disagree");
    case HEARSAY_RELATION_ATTITUDE:
    case HEARSAY_RELATION_COOPERATION:
    default:
      return kind_mask & (1u << HEARSAY_RELATION_AGREEMENT) ? _("Cooperation, or said to agree") : _("Cooperation");
    }
}

static const char *
plain_edge_label (HearsayNetworkType type)
{
  return type == HEARSAY_NETWORK_AFFILIATION ? _("Belongs to") : _("Mentioned together");
}

/**
 * hearsay_legend_new_network:
 * @text_size: of the words
 *
 * Explains the shapes and lines that @network has, and no others.
 */
HearsayLegend *
hearsay_legend_new_network (const HearsayNetwork *network,
                            double                text_size)
{
  static const HearsayNodeKind kinds[] = {
    HEARSAY_NODE_PERSON, HEARSAY_NODE_GROUP, HEARSAY_NODE_ORGANIZATION, HEARSAY_NODE_COUNTRY, HEARSAY_NODE_ISSUE
  };
  static const HearsayPosition order[] = { HEARSAY_POSITION_SUPPORT, HEARSAY_POSITION_OPPOSE, HEARSAY_POSITION_NEUTRAL };
  HearsayLegend *self = legend_new (text_size);
  guint node_mask = 0;
  guint edge_mask = 0;
  guint kind_mask = 0;
  gboolean differ = FALSE;

  g_return_val_if_fail (network != NULL, self);

  self->directed = network->directed;
  for (guint i = 0; i < network->n_nodes; i++)
    node_mask |= 1u << network->nodes[i].kind;
  for (guint i = 0; i < network->n_edges; i++)
    {
      edge_mask |= 1u << network->edges[i].position;
      kind_mask |= 1u << network->edges[i].kind;
      differ |= network->edges[i].n_statements != network->edges[0].n_statements;
    }
  for (guint i = 0; network->is_signed && i < G_N_ELEMENTS (order); i++)
    {
      if (edge_mask & (1u << order[i]))
        add (self, ICON_EDGE, order[i], edge_label (network->type, order[i]));
    }
  for (guint i = 0; i < HEARSAY_N_RELATION_KINDS; i++)
    {
      const char *label = fact_label ((HearsayRelationKind) i, kind_mask);

      if (network->type == HEARSAY_NETWORK_FACTS && (kind_mask & (1u << i)) && label != NULL)
        add (self, ICON_FACT, (int) i, label);
    }
  if (!network->is_signed && network->type != HEARSAY_NETWORK_FACTS && edge_mask != 0)
    add (self, ICON_PLAIN_EDGE, 0, plain_edge_label (network->type));
  if (differ)
    add (self, ICON_WEIGHT, 0, _("More statements"));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (node_mask & (1u << kinds[i]))
        add (self, ICON_NODE, kinds[i], node_label (kinds[i]));
    }
  return self;
}

static void
add_measure (HearsayLegend *self,
             Icon           icon,
             const char    *name,
             double         most)
{
  /* Translators: a scale of a measure in a legend: “PageRank, 0 – 0.12” */
  g_autofree char *words = g_strdup_printf (_("%s, 0 – %.3g"), name, most);

  add (self, icon, 0, words);
}

/**
 * hearsay_legend_add_colours:
 * @name: of a measure that nodes are coloured by
 * @most: what the strongest colour stands for; the palest is nothing
 */
void
hearsay_legend_add_colours (HearsayLegend *self,
                            const char    *name,
                            double         most)
{
  g_return_if_fail (self != NULL && name != NULL);

  add_measure (self, ICON_SCALE, name, most);
}

/**
 * hearsay_legend_add_sizes:
 * @name: of a measure that nodes are as large as
 * @most: of the largest
 */
void
hearsay_legend_add_sizes (HearsayLegend *self,
                          const char    *name,
                          double         most)
{
  g_return_if_fail (self != NULL && name != NULL);

  add_measure (self, ICON_SIZES, name, most);
}

static void
add_shapes (HearsayLegend *self)
{
  add (self, ICON_WORDS, 0, _("Words"));
  add (self, ICON_SHAPE, HEARSAY_STATEMENT_DIRECT, _("Direct"));
  add (self, ICON_SHAPE, HEARSAY_STATEMENT_INDIRECT, _("Indirect"));
  add (self, ICON_SHAPE, HEARSAY_STATEMENT_MIXED, _("Mixed"));
}

/* Bars have colours even without an issue: those of the main stance. Marks of a
 * curve are all about the issue. */
static void
add_stances (HearsayLegend         *self,
             const HearsayTimeline *timeline,
             HearsayTimelineMode    mode)
{
  gboolean bars = mode == HEARSAY_TIMELINE_TOTALS;
  g_autofree char *heading = NULL;

  if (timeline->issue == NULL && !bars)
    return;
  /* Translators: heading of a legend; %s is an issue, “military alliance” */
  heading = timeline->issue != NULL ? g_strdup_printf (_("Stance toward %s"), timeline->issue) : g_strdup (_("Main stance"));
  add (self, ICON_WORDS, 0, heading);
  add (self, ICON_STANCE, HEARSAY_POSITION_SUPPORT, _("Support"));
  add (self, ICON_STANCE, HEARSAY_POSITION_NEUTRAL, bars && timeline->issue != NULL ? _("Neutral, or not about it") : C_("stance", "Neutral"));
  add (self, ICON_STANCE, HEARSAY_POSITION_OPPOSE, _("Oppose"));
  if (mode == HEARSAY_TIMELINE_MARKS)
    add (self, ICON_HOLLOW, 0, _("Not about it"));
}

/**
 * hearsay_legend_new_timeline:
 * @mode: what is drawn
 * @text_size: of the words
 *
 * Explains the three shapes where there are marks, with a chosen issue the
 * colours and signs, and of a curve the band.
 */
HearsayLegend *
hearsay_legend_new_timeline (const HearsayTimeline *timeline,
                             HearsayTimelineMode    mode,
                             double                 text_size)
{
  HearsayLegend *self = legend_new (text_size);

  g_return_val_if_fail (timeline != NULL, self);

  if (mode != HEARSAY_TIMELINE_TOTALS)
    add_shapes (self);
  add_stances (self, timeline, mode);
  if (mode == HEARSAY_TIMELINE_CURVES)
    add (self, ICON_WORDS, 0, _("Band: 95 % sure"));
  return self;
}

void
hearsay_legend_free (HearsayLegend *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->items);
  g_free (self);
}

static double
icon_width (const HearsayLegend *self,
            Icon                 icon)
{
  double scale = self->text_size / 12.5;

  switch (icon)
    {
    case ICON_EDGE:
    case ICON_PLAIN_EDGE:
    case ICON_FACT:
    case ICON_WEIGHT:
      return EDGE_ICON * scale + ICON_GAP * scale;
    case ICON_NODE:
    case ICON_SHAPE:
    case ICON_STANCE:
    case ICON_HOLLOW:
      return NODE_ICON * scale + ICON_GAP * 0.7 * scale;
    case ICON_SCALE:
      return (SCALE_ICON + ICON_GAP) * scale;
    case ICON_SIZES:
      return (SIZES_ICON + ICON_GAP) * scale;
    case ICON_WORDS:
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
      Item *item = &g_array_index (self->items, Item, i);

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
                 const Item          *item,
                 double               x,
                 double               y)
{
  double scale = self->text_size / 12.5;

  if (item->icon == ICON_FACT)
    hearsay_fact_sample_draw (cr, style, (HearsayRelationKind) item->value, x, x + EDGE_ICON * scale, y, 2.4 * scale);
  else
    hearsay_edge_sample_draw (cr, style, (HearsayPosition) item->value, item->icon == ICON_EDGE, self->directed, x,
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
                 const Item          *item,
                 double               x,
                 double               y)
{
  double scale = self->text_size / 12.5;
  HearsayMarkLook look = {
    .kind = item->icon == ICON_SHAPE ? (HearsayStatementKind) item->value : HEARSAY_STATEMENT_DIRECT,
    .size = scale * (item->icon == ICON_SHAPE ? 10.0 : item->icon == ICON_HOLLOW ? HEARSAY_MARK_HOLLOW_SIZE : 15.0),
    .hollow = item->icon == ICON_HOLLOW,
    .sign = item->icon == ICON_STANCE,
    .position = item->icon == ICON_STANCE ? (HearsayPosition) item->value : HEARSAY_POSITION_NEUTRAL,
  };

  hearsay_mark_draw (cr, style, &look, x + NODE_ICON / 2.0 * scale, y);
}

static void
paint_item (const HearsayLegend *self,
            cairo_t             *cr,
            HearsayStyle         style,
            const Item          *item,
            double               x,
            double               y)
{
  HearsayTextLook look = { .size = self->text_size, .weight = 400 };
  HearsayRole role = item->icon == ICON_WORDS ? HEARSAY_ROLE_DIM : HEARSAY_ROLE_TEXT;

  cairo_new_path (cr);
  switch (item->icon)
    {
    case ICON_NODE:
      paint_node_icon (self, cr, style, (HearsayNodeKind) item->value, x, y);
      break;
    case ICON_EDGE:
    case ICON_PLAIN_EDGE:
    case ICON_FACT:
      paint_edge_icon (self, cr, style, item, x, y);
      break;
    case ICON_WEIGHT:
      paint_weight_icon (self, cr, style, x, y);
      break;
    case ICON_SHAPE:
    case ICON_STANCE:
    case ICON_HOLLOW:
      paint_mark_icon (self, cr, style, item, x, y);
      break;
    case ICON_SCALE:
      paint_scale_icon (self, cr, style, x, y);
      break;
    case ICON_SIZES:
      paint_size_icon (self, cr, style, x, y);
      break;
    case ICON_WORDS:
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
      const Item *item = &g_array_index (self->items, Item, i);

      paint_item (self, cr, style, item, x + item->x, y + item->y);
    }
  cairo_restore (cr);
}

/**
 * hearsay_legend_to_string:
 *
 * Returns: (transfer full): its words, for those who do not see it
 */
char *
hearsay_legend_to_string (const HearsayLegend *self)
{
  GString *string = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, g_string_free (string, FALSE));

  for (guint i = 0; i < self->items->len; i++)
    {
      if (i > 0)
        g_string_append (string, ", ");
      g_string_append (string, g_array_index (self->items, Item, i).label);
    }
  return g_string_free (string, FALSE);
}
