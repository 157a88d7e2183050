/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "render/hearsay-legend-private.h"

static void
clear_item (gpointer data)
{
  HearsayLegendItem *item = data;

  g_free (item->label);
}

static HearsayLegend *
legend_new (double text_size)
{
  HearsayLegend *self = g_new0 (HearsayLegend, 1);

  self->items = g_array_new (FALSE, TRUE, sizeof (HearsayLegendItem));
  g_array_set_clear_func (self->items, clear_item);
  self->text_size = text_size;
  return self;
}

static void
add (HearsayLegend     *self,
     HearsayLegendIcon  icon,
     int                value,
     const char        *label)
{
  HearsayLegendItem item = { .icon = icon, .value = value, .label = g_strdup (label) };

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
        add (self, HEARSAY_LEGEND_EDGE, order[i], edge_label (network->type, order[i]));
    }
  for (guint i = 0; i < HEARSAY_N_RELATION_KINDS; i++)
    {
      const char *label = fact_label ((HearsayRelationKind) i, kind_mask);

      if (network->type == HEARSAY_NETWORK_FACTS && (kind_mask & (1u << i)) && label != NULL)
        add (self, HEARSAY_LEGEND_FACT, (int) i, label);
    }
  if (!network->is_signed && network->type != HEARSAY_NETWORK_FACTS && edge_mask != 0)
    add (self, HEARSAY_LEGEND_PLAIN_EDGE, 0, plain_edge_label (network->type));
  if (differ)
    add (self, HEARSAY_LEGEND_WEIGHT, 0, _("More statements"));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (node_mask & (1u << kinds[i]))
        add (self, HEARSAY_LEGEND_NODE, kinds[i], node_label (kinds[i]));
    }
  return self;
}

static void
add_measure (HearsayLegend     *self,
             HearsayLegendIcon  icon,
             const char        *name,
             double             most)
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

  add_measure (self, HEARSAY_LEGEND_SCALE, name, most);
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

  add_measure (self, HEARSAY_LEGEND_SIZES, name, most);
}

static void
add_shapes (HearsayLegend *self)
{
  add (self, HEARSAY_LEGEND_WORDS, 0, _("Words"));
  add (self, HEARSAY_LEGEND_SHAPE, HEARSAY_STATEMENT_DIRECT, _("Direct"));
  add (self, HEARSAY_LEGEND_SHAPE, HEARSAY_STATEMENT_INDIRECT, _("Indirect"));
  add (self, HEARSAY_LEGEND_SHAPE, HEARSAY_STATEMENT_MIXED, _("Mixed"));
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
  add (self, HEARSAY_LEGEND_WORDS, 0, heading);
  add (self, HEARSAY_LEGEND_STANCE, HEARSAY_POSITION_SUPPORT, _("Support"));
  add (self, HEARSAY_LEGEND_STANCE, HEARSAY_POSITION_NEUTRAL, bars && timeline->issue != NULL ? _("Neutral, or not about it") : C_("stance", "Neutral"));
  add (self, HEARSAY_LEGEND_STANCE, HEARSAY_POSITION_OPPOSE, _("Oppose"));
  if (mode == HEARSAY_TIMELINE_MARKS)
    add (self, HEARSAY_LEGEND_HOLLOW, 0, _("Not about it"));
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
    add (self, HEARSAY_LEGEND_WORDS, 0, _("Band: 95 % sure"));
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
      g_string_append (string, g_array_index (self->items, HearsayLegendItem, i).label);
    }
  return g_string_free (string, FALSE);
}
