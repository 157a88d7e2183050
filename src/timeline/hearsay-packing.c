/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

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

/* Imprecise dates stand on the middle day of their range, so that they share
 * cells with that day's marks instead of lying between two. */
static double
place_of_item (const HearsayTimelineItem *item,
               double                     pixels_per_day)
{
  gint32 day = item->first_day + (item->last_day - item->first_day) / 2;

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
block_width (const Block                 *block,
             const HearsayPackingOptions *options)
{
  Shape shape = choose_shape (block->n, options->pixels_per_day, options->lane_height);

  return MAX (shape.columns, 1) * SLOT;
}

/* Joins the last block to the one before it for as long as they overlap. */
static void
settle (GArray                      *blocks,
        const HearsayPackingOptions *options)
{
  while (blocks->len > 1)
    {
      Block *left = &g_array_index (blocks, Block, blocks->len - 2);
      Block *right = &g_array_index (blocks, Block, blocks->len - 1);

      /* Cells of a day that just fit side by side may differ by a rounding. */
      if (right->centre - left->centre >= (block_width (left, options) + block_width (right, options)) / 2.0 - 1e-6)
        return;
      left->centre = (left->centre * left->n + right->centre * right->n) / (left->n + right->n);
      left->n += right->n;
      g_array_set_size (blocks, blocks->len - 1);
    }
}

typedef struct
{
  HearsayPacking *packing;
  GArray *marks;
  guint32 lane;
  double lane_height;
} Output;

static void
add_mark (Output  *output,
          gboolean undated,
          double   x,
          double   y,
          guint32  first,
          guint32  n)
{
  HearsayTimelineMark mark = { output->lane, undated, x, y, first, n };

  for (guint32 i = first; i < first + n; i++)
    output->packing->item_marks[output->packing->items[i]] = output->marks->len;
  g_array_append_val (output->marks, mark);
}

static void
emit_block (Output      *output,
            const Block *block,
            double       width,
            gboolean     undated)
{
  Shape shape = choose_shape (block->n, width, output->lane_height);

  if (shape.columns == 0)
    {
      add_mark (output, undated, block->centre, 0.0, block->first, block->n);
      return;
    }
  for (guint i = 0; i < block->n; i++)
    {
      guint row = i / shape.columns;
      guint in_row = MIN (shape.columns, block->n - row * shape.columns);
      double column = (i % shape.columns) - (in_row - 1) / 2.0;

      add_mark (output, undated, block->centre + column * SLOT, (row - (shape.rows - 1) / 2.0) * SLOT,
                block->first + i, 1);
    }
}

static void
pack_undated (Output                      *output,
              guint32                      first,
              guint32                      n,
              const HearsayPackingOptions *options)
{
  Block block = { options->undated_width / 2.0, first, n };

  if (n > 0 && options->undated_width > 0.0)
    emit_block (output, &block, options->undated_width, TRUE);
}

static void
pack_dated (Output                      *output,
            const Place                 *places,
            guint32                      first,
            guint32                      n,
            const HearsayPackingOptions *options)
{
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (Block));

  for (guint32 i = 0; i < n; i++)
    {
      Block *last = blocks->len > 0 ? &g_array_index (blocks, Block, blocks->len - 1) : NULL;

      if (last != NULL && places[i].x == places[i - 1].x)
        last->n++;
      else
        {
          Block block = { places[i].x, first + i, 1 };

          /* A block is whole, and its width known, only when the next begins. */
          settle (blocks, options);
          g_array_append_val (blocks, block);
        }
    }
  settle (blocks, options);
  for (guint i = 0; i < blocks->len; i++)
    emit_block (output, &g_array_index (blocks, Block, i), MAX (options->pixels_per_day, SLOT), FALSE);
}

static guint32
pack_lane (Output                      *output,
           const HearsayTimeline       *timeline,
           guint32                      start,
           const HearsayPackingOptions *options)
{
  guint32 end = start;
  guint32 dated = start;
  g_autofree Place *places = NULL;

  output->lane = timeline->items[start].lane;
  while (end < timeline->n_items && timeline->items[end].lane == output->lane)
    {
      if (timeline->items[end].first_day == HEARSAY_TIMELINE_NO_DAY)
        dated = end + 1;
      output->packing->items[end] = end;
      end++;
    }
  places = g_new (Place, MAX (end - dated, 1));
  for (guint32 i = dated; i < end; i++)
    places[i - dated] = (Place) { place_of_item (&timeline->items[i], options->pixels_per_day), i };
  if (end - dated > 1)
    qsort (places, end - dated, sizeof (Place), compare_places);
  for (guint32 i = dated; i < end; i++)
    output->packing->items[i] = places[i - dated].item;

  pack_undated (output, start, dated - start, options);
  pack_dated (output, places, dated, end - dated, options);
  return end;
}

/**
 * hearsay_packing_new:
 *
 * Places every item of @timeline as a mark that overlaps no other one. Marks of
 * one day fill a cell as near to a square as the lane's height lets them; what
 * does not fit becomes one count badge. Days too narrow to hold a mark each are
 * joined, from left to right, until blocks no longer overlap. The result depends
 * on the size of the scale alone, so that panning moves marks without
 * regrouping them. O(n log n).
 *
 * Returns: (transfer full): where the marks are
 */
HearsayPacking *
hearsay_packing_new (const HearsayTimeline       *timeline,
                     const HearsayPackingOptions *options)
{
  HearsayPacking *self;
  Output output;
  guint32 i = 0;

  g_return_val_if_fail (timeline != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (options->pixels_per_day > 0.0, NULL);

  self = g_new0 (HearsayPacking, 1);
  self->items = g_new (guint32, MAX (timeline->n_items, 1));
  self->item_marks = g_new (guint32, MAX (timeline->n_items, 1));
  for (guint32 k = 0; k < timeline->n_items; k++)
    self->item_marks[k] = G_MAXUINT32;
  output.packing = self;
  output.marks = g_array_new (FALSE, FALSE, sizeof (HearsayTimelineMark));
  output.lane_height = options->lane_height;
  while (i < timeline->n_items)
    i = pack_lane (&output, timeline, i, options);
  self->n_marks = output.marks->len;
  self->marks = (HearsayTimelineMark *) g_array_free (output.marks, FALSE);
  return self;
}

void
hearsay_packing_free (HearsayPacking *self)
{
  if (self == NULL)
    return;

  g_free (self->marks);
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
 * hearsay_timeline_histogram:
 * @first_day: where the first bin begins
 * @last_day: where the last bin ends, included
 * @n_bins: more than 0
 * @bins: (out caller-allocates) (array length=n_bins): counts by position;
 *   statements that are not about the issue count as neutral
 *
 * Counts each statement on the middle day of its range.
 */
void
hearsay_timeline_histogram (const HearsayTimeline *timeline,
                            gint32                 first_day,
                            gint32                 last_day,
                            guint                  n_bins,
                            guint32              (*bins)[HEARSAY_N_POSITIONS])
{
  gint64 days = (gint64) last_day - first_day + 1;

  g_return_if_fail (timeline != NULL);
  g_return_if_fail (bins != NULL && n_bins > 0);
  g_return_if_fail (days > 0);

  for (guint i = 0; i < n_bins; i++)
    {
      for (guint p = 0; p < HEARSAY_N_POSITIONS; p++)
        bins[i][p] = 0;
    }
  for (guint i = 0; i < timeline->n_items; i++)
    {
      const HearsayTimelineItem *item = &timeline->items[i];
      gint32 day = item->first_day + (item->last_day - item->first_day) / 2;

      if (item->first_day == HEARSAY_TIMELINE_NO_DAY || day < first_day || day > last_day)
        continue;
      bins[((gint64) day - first_day) * n_bins / days][item->about_issue ? item->position : HEARSAY_POSITION_NEUTRAL]++;
    }
}
