/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "timeline/hearsay-packing.h"

#define SLOT HEARSAY_PACKING_SLOT

/* From here on a day is wide enough to tell its hours apart. */
#define HOURS_FROM 240.0

/**
 * Block:
 * @centre: mean of the items' places, in pixels from day 0
 *
 * Items that share a cell: neighbours of one another in the sorted order.
 */
typedef struct
{
  double centre;
  guint32 first;
  guint32 n;
} Block;

typedef struct
{
  double x;
  guint32 item;
} Place;

/**
 * Shape:
 *
 * How many columns and rows a block fills; none when it is a count badge.
 */
typedef struct
{
  guint columns;
  guint rows;
} Shape;

static Shape
choose_shape (guint  n,
              double width,
              double height)
{
  guint max_columns = (guint) MAX (width / SLOT, 1.0);
  guint max_rows = (guint) MAX (height / SLOT, 1.0);
  guint columns = (guint) ceil (sqrt ((double) n));
  guint rows;

  columns = MIN (columns, max_columns);
  rows = (n + columns - 1) / columns;
  if (rows > max_rows)
    {
      rows = max_rows;
      columns = (n + rows - 1) / rows;
    }
  if (columns > max_columns)
    return (Shape) { 0, 0 };
  return (Shape) { columns, rows };
}

/* What marks of one day may fill. */
typedef struct
{
  double width;
  double height;
} Room;

/* Imprecise dates stand on the middle day of their range, so that they share
 * cells with that day's marks instead of lying between two. */
static double
place_of_item (const HearsayTimelineItem *item,
               double                     pixels_per_day)
{
  gint32 day = hearsay_timeline_item_get_middle_day (item);

  if (item->minute >= 0 && item->first_day == item->last_day && pixels_per_day >= HOURS_FROM)
    return (day + item->minute / 1440.0) * pixels_per_day;
  return (day + 0.5) * pixels_per_day;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *first = a;
  const Place *second = b;

  if (first->x != second->x)
    return first->x < second->x ? -1 : 1;
  return first->item < second->item ? -1 : first->item > second->item;
}

static double
block_width (const Block *block,
             const Room  *room)
{
  Shape shape = choose_shape (block->n, room->width, room->height);

  return MAX (shape.columns, 1) * SLOT;
}

/* Joins the last block to the one before it for as long as they overlap. */
static void
settle (GArray     *blocks,
        const Room *room)
{
  while (blocks->len > 1)
    {
      Block *left = &g_array_index (blocks, Block, blocks->len - 2);
      Block *right = &g_array_index (blocks, Block, blocks->len - 1);

      /* Cells of a day that just fit side by side may differ by a rounding. */
      if (right->centre - left->centre >= (block_width (left, room) + block_width (right, room)) / 2.0 - 1e-6)
        return;
      left->centre = (left->centre * left->n + right->centre * right->n) / (left->n + right->n);
      left->n += right->n;
      g_array_set_size (blocks, blocks->len - 1);
    }
}

/**
 * Output:
 * @places: of the dated items of a lane, sorted
 * @rest: those of them that had to be sorted
 *
 * What is being made, and memory that lanes share.
 */
typedef struct
{
  const HearsayTimeline *timeline;
  const HearsayPackingOptions *options;
  HearsayPacking *packing;
  GArray *marks;
  GArray *blocks;
  Place *places;
  Place *rest;
  guint32 lane;
  double lane_height;
} Output;

static void
add_mark (Output  *output,
          gboolean undated,
          double   x,
          double   y,
          double   width,
          guint32  first,
          guint32  n)
{
  HearsayTimelineMark mark = { output->lane, undated, x, y, width, first, n };

  for (guint32 i = first; i < first + n; i++)
    output->packing->item_marks[output->packing->items[i]] = output->marks->len;
  g_array_append_val (output->marks, mark);
}

static void
emit_block (Output      *output,
            const Block *block,
            const Room  *room,
            double       y,
            gboolean     undated)
{
  Shape shape = choose_shape (block->n, room->width, room->height);

  if (shape.columns == 0)
    {
      add_mark (output, undated, block->centre, y, 0.0, block->first, block->n);
      return;
    }
  for (guint i = 0; i < block->n; i++)
    {
      guint row = i / shape.columns;
      guint in_row = MIN (shape.columns, block->n - row * shape.columns);
      double column = (i % shape.columns) - (in_row - 1) / 2.0;

      add_mark (output, undated, block->centre + column * SLOT, y + (row - (shape.rows - 1) / 2.0) * SLOT, 0.0,
                block->first + i, 1);
    }
}

static void
pack_undated (Output  *output,
              guint32  first,
              guint32  n,
              double   height,
              double   y)
{
  Block block = { output->options->undated_width / 2.0, first, n };
  Room room = { output->options->undated_width, height };

  if (n > 0 && output->options->undated_width > 0.0)
    emit_block (output, &block, &room, y, TRUE);
}

/* The items at @first to @first + @n have the places from @places on. */
static void
pack_dated (Output      *output,
            const Place *places,
            guint32      first,
            guint32      n,
            double       height,
            double       y)
{
  GArray *blocks = output->blocks;
  Room room = { output->options->pixels_per_day, height };

  g_array_set_size (blocks, 0);
  for (guint32 i = 0; i < n; i++)
    {
      Block *last = blocks->len > 0 ? &g_array_index (blocks, Block, blocks->len - 1) : NULL;

      if (last != NULL && places[i].x == places[i - 1].x)
        last->n++;
      else
        {
          Block block = { places[i].x, first + i, 1 };

          /* A block is whole, and its width known, only when the next begins. */
          settle (blocks, &room);
          g_array_append_val (blocks, block);
        }
    }
  settle (blocks, &room);
  room.width = MAX (room.width, SLOT);
  for (guint i = 0; i < blocks->len; i++)
    emit_block (output, &g_array_index (blocks, Block, i), &room, y, FALSE);
}

/* Days without hours come sorted; only what lies between them has to be put in. */
static void
sort_places (Output  *output,
             guint32  start,
             guint32  end)
{
  double scale = output->options->pixels_per_day;
  gboolean hours = scale >= HOURS_FROM;
  guint32 n_places = 0;
  guint32 n_rest = 0;
  guint32 at;

  for (guint32 i = start; i < end; i++)
    {
      const HearsayTimelineItem *item = &output->timeline->items[i];
      Place place = { place_of_item (item, scale), i };

      if (item->first_day != item->last_day || (hours && item->minute >= 0))
        output->rest[n_rest++] = place;
      else
        output->places[n_places++] = place;
    }
  if (n_rest > 1)
    qsort (output->rest, n_rest, sizeof (Place), compare_places);
  at = n_places + n_rest;
  while (n_rest > 0)
    {
      if (n_places > 0 && compare_places (&output->places[n_places - 1], &output->rest[n_rest - 1]) > 0)
        output->places[--at] = output->places[--n_places];
      else
        output->places[--at] = output->rest[--n_rest];
    }
}

/* Support above, neutral in the middle, oppose below; what is not about the
 * issue has no position and comes last, without a mark. */
static void
pack_rows (Output  *output,
           guint32  start,
           guint32  dated,
           guint32  end)
{
  static const HearsayPosition rows[] = { HEARSAY_POSITION_SUPPORT, HEARSAY_POSITION_NEUTRAL, HEARSAY_POSITION_OPPOSE };
  const HearsayTimelineItem *items = output->timeline->items;
  gboolean closed = output->lane_height < 3.0 * SLOT;
  guint32 at = start;

  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    {
      double y = closed ? 0.0 : ((double) row - 1.0) * SLOT;
      guint32 first = at;

      for (guint32 i = start; i < dated; i++)
        {
          if (items[i].about_issue && (closed ? row == 0 : items[i].position == rows[row]))
            output->packing->items[at++] = i;
        }
      pack_undated (output, first, at - first, SLOT, y);
    }
  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    {
      double y = closed ? 0.0 : ((double) row - 1.0) * SLOT;
      guint32 first = at;
      guint32 n = 0;

      for (guint32 i = 0; i < end - dated; i++)
        {
          const HearsayTimelineItem *item = &items[output->places[i].item];

          if (!item->about_issue || (closed ? row > 0 : item->position != rows[row]))
            continue;
          output->rest[n++] = output->places[i];
          output->packing->items[at++] = output->places[i].item;
        }
      pack_dated (output, output->rest, first, n, SLOT, y);
    }
}

/* The highest bar fills its lane; no bar is cut, not even the one without a date. */
static void
count_bar (Output  *output,
           guint32  n)
{
  HearsayPacking *packing = output->packing;
  guint32 *most = output->timeline->lanes[output->lane].is_total ? &packing->most_total : &packing->most;

  *most = MAX (*most, n);
}

static void
add_bar (Output  *output,
         gint32   first_day,
         gint32   end_day,
         guint32  first,
         guint32  n)
{
  double scale = output->options->pixels_per_day;

  count_bar (output, n);
  add_mark (output, FALSE, (first_day + (end_day - first_day) / 2.0) * scale, 0.0, (end_day - first_day) * scale, first, n);
}

static void
pack_bars (Output  *output,
           guint32  start,
           guint32  dated,
           guint32  end)
{
  gint32 bar_first = 0;
  gint32 bar_end = 0;
  guint32 first = dated;

  if (dated > start && output->options->undated_width > 0.0)
    {
      count_bar (output, dated - start);
      add_mark (output, TRUE, output->options->undated_width / 2.0, 0.0, output->options->undated_width / 2.0, start, dated - start);
    }
  for (guint32 i = dated; i < end; i++)
    {
      gint32 day = hearsay_timeline_item_get_middle_day (&output->timeline->items[output->packing->items[i]]);

      if (i > dated && day < bar_end)
        continue;
      if (i > first)
        add_bar (output, bar_first, bar_end, first, i - first);
      first = i;
      hearsay_total_unit_bounds (output->options->unit, day, &bar_first, &bar_end);
    }
  if (end > first)
    add_bar (output, bar_first, bar_end, first, end - first);
}

static guint32
pack_lane (Output  *output,
           guint32  start)
{
  const HearsayTimelineItem *items = output->timeline->items;
  guint32 end = start;
  guint32 dated = start;

  output->lane = items[start].lane;
  output->lane_height = hearsay_lane_get_height (&output->timeline->lanes[output->lane], output->options->lane_height);
  while (end < output->timeline->n_items && items[end].lane == output->lane)
    {
      if (items[end].first_day == HEARSAY_TIMELINE_NO_DAY)
        dated = end + 1;
      output->packing->items[end] = end;
      end++;
    }
  sort_places (output, dated, end);
  for (guint32 i = dated; i < end; i++)
    output->packing->items[i] = output->places[i - dated].item;
  switch (output->options->mode)
    {
    case HEARSAY_TIMELINE_CURVES:
      pack_rows (output, start, dated, end);
      break;
    case HEARSAY_TIMELINE_TOTALS:
      pack_bars (output, start, dated, end);
      break;
    case HEARSAY_TIMELINE_MARKS:
    default:
      pack_undated (output, start, dated - start, output->lane_height, 0.0);
      pack_dated (output, output->places, dated, end - dated, output->lane_height, 0.0);
      break;
    }
  return end;
}

static void
index_lanes (HearsayPacking *self,
             guint           n_lanes)
{
  guint mark = 0;

  self->lane_marks = g_new (guint32, n_lanes + 1);
  for (guint lane = 0; lane <= n_lanes; lane++)
    {
      while (mark < self->n_marks && self->marks[mark].lane < lane)
        mark++;
      self->lane_marks[lane] = mark;
    }
}

/**
 * hearsay_packing_new:
 *
 * Places every item of @timeline as a mark that overlaps no other one. Marks of
 * one day fill a cell as near to a square as the lane's height lets them; what
 * does not fit becomes one count badge. Days too narrow to hold a mark each are
 * joined, from left to right, until blocks no longer overlap. The result depends
 * on the size of the scale alone, so that panning moves marks without
 * regrouping them. Linear, but for what is known to less or more than the day.
 *
 * Returns: (transfer full): where the marks are
 */
HearsayPacking *
hearsay_packing_new (const HearsayTimeline       *timeline,
                     const HearsayPackingOptions *options)
{
  HearsayPacking *self;
  Output output = { .timeline = timeline, .options = options };
  guint32 i = 0;
  guint n;

  g_return_val_if_fail (timeline != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (options->pixels_per_day > 0.0, NULL);

  n = MAX (timeline->n_items, 1);
  self = g_new0 (HearsayPacking, 1);
  self->items = g_new (guint32, n);
  self->item_marks = g_new (guint32, n);
  memset (self->item_marks, 0xff, sizeof (guint32) * n);
  output.packing = self;
  output.marks = g_array_new (FALSE, FALSE, sizeof (HearsayTimelineMark));
  output.blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  output.places = g_new (Place, n);
  output.rest = g_new (Place, n);
  while (i < timeline->n_items)
    i = pack_lane (&output, i);
  self->n_marks = output.marks->len;
  self->marks = (HearsayTimelineMark *) (gpointer) g_array_free (output.marks, FALSE);
  index_lanes (self, timeline->n_lanes);
  g_array_unref (output.blocks);
  g_free (output.places);
  g_free (output.rest);
  return self;
}

void
hearsay_packing_free (HearsayPacking *self)
{
  if (self == NULL)
    return;

  g_free (self->marks);
  g_free (self->lane_marks);
  g_free (self->items);
  g_free (self->item_marks);
  g_free (self);
}

/**
 * hearsay_lane_height:
 *
 * Returns: 64, 48 from the thirteenth lane on, 40 from the twenty-fifth
 */
double
hearsay_lane_height (guint n_lanes)
{
  return n_lanes > 24 ? 40.0 : n_lanes > 12 ? 48.0 : 64.0;
}

/**
 * hearsay_lane_get_height:
 * @height: of an open lane
 *
 * Returns: the height of @lane: closed lanes and heads of open groups are low, a total is high
 */
double
hearsay_lane_get_height (const HearsayTimelineLane *lane,
                         double                     height)
{
  g_return_val_if_fail (lane != NULL, height);

  if (lane->is_total)
    return height * 1.75;
  return lane->closed != lane->is_head ? MIN (HEARSAY_COMPACT_LANE, height) : height;
}
