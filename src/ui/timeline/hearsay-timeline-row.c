/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/timeline/hearsay-timeline-row.h"

#include "timeline/hearsay-totals.h"

G_DEFINE_FINAL_TYPE (HearsayTimelineRow, hearsay_timeline_row, G_TYPE_OBJECT)

static void
hearsay_timeline_row_finalize (GObject *object)
{
  g_clear_pointer (&HEARSAY_TIMELINE_ROW (object)->painter, hearsay_timeline_painter_unref);

  G_OBJECT_CLASS (hearsay_timeline_row_parent_class)->finalize (object);
}

static void
hearsay_timeline_row_class_init (HearsayTimelineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearsay_timeline_row_finalize;
}

static void
hearsay_timeline_row_init (HearsayTimelineRow *self)
{
}

/**
 * hearsay_timeline_row_get_item:
 * @nth: of the statements that the row stands for
 */
const HearsayTimelineItem *
hearsay_timeline_row_get_item (HearsayTimelineRow *self,
                               guint               nth)
{
  g_return_val_if_fail (HEARSAY_IS_TIMELINE_ROW (self), NULL);

  if (self->is_bar)
    return hearsay_timeline_painter_get_item (self->painter, self->index, nth);
  return &hearsay_timeline_painter_get_timeline (self->painter)->items[self->index];
}

guint
hearsay_timeline_row_get_n_items (HearsayTimelineRow *self)
{
  g_return_val_if_fail (HEARSAY_IS_TIMELINE_ROW (self), 0);

  return self->is_bar ? hearsay_timeline_painter_get_mark (self->painter, self->index)->n_items : 1;
}

const HearsayTimelineLane *
hearsay_timeline_row_get_lane (HearsayTimelineRow *self)
{
  g_return_val_if_fail (HEARSAY_IS_TIMELINE_ROW (self), NULL);

  return &hearsay_timeline_painter_get_timeline (self->painter)->lanes[hearsay_timeline_row_get_item (self, 0)->lane];
}

/* By position; what is not about the issue is neutral, as it is drawn. */
void
hearsay_timeline_row_count (HearsayTimelineRow *self,
                            guint               counts[HEARSAY_N_POSITIONS])
{
  guint n = hearsay_timeline_row_get_n_items (self);

  for (guint i = 0; i < HEARSAY_N_POSITIONS; i++)
    counts[i] = 0;
  for (guint i = 0; i < n; i++)
    {
      const HearsayTimelineItem *item = hearsay_timeline_row_get_item (self, i);

      counts[item->about_issue ? item->position : HEARSAY_POSITION_NEUTRAL]++;
    }
}

/**
 * hearsay_timeline_row_get_days:
 * @first_day: (out): of the unit that a bar is about, or that of the statement
 * @last_day: (out): included
 */
void
hearsay_timeline_row_get_days (HearsayTimelineRow *self,
                               gint32             *first_day,
                               gint32             *last_day)
{
  const HearsayTimelineItem *item = hearsay_timeline_row_get_item (self, 0);

  *first_day = item->first_day;
  *last_day = item->last_day;
  if (!self->is_bar || item->first_day == HEARSAY_TIMELINE_NO_DAY)
    return;
  hearsay_total_unit_bounds (hearsay_timeline_painter_get_unit (self->painter), hearsay_timeline_item_get_middle_day (item),
                             first_day, last_day);
  (*last_day)--;
}

/* --- the list --- */

struct _HearsayTimelineRowList
{
  GObject parent_instance;

  gboolean bars;
  HearsayTimelinePainter *painter; /* nullable */
  GArray *places;                  /* guint: of marks, or items */
};

static GType
get_item_type (GListModel *list)
{
  return HEARSAY_TYPE_TIMELINE_ROW;
}

static guint
get_n_items (GListModel *list)
{
  return HEARSAY_TIMELINE_ROW_LIST (list)->places->len;
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  HearsayTimelineRowList *self = HEARSAY_TIMELINE_ROW_LIST (list);
  HearsayTimelineRow *row;

  if (position >= self->places->len)
    return NULL;
  row = g_object_new (HEARSAY_TYPE_TIMELINE_ROW, NULL);
  row->painter = hearsay_timeline_painter_ref (self->painter);
  row->is_bar = self->bars;
  row->index = g_array_index (self->places, guint, position);
  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HearsayTimelineRowList, hearsay_timeline_row_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
hearsay_timeline_row_list_finalize (GObject *object)
{
  HearsayTimelineRowList *self = HEARSAY_TIMELINE_ROW_LIST (object);

  g_clear_pointer (&self->painter, hearsay_timeline_painter_unref);
  g_array_unref (self->places);

  G_OBJECT_CLASS (hearsay_timeline_row_list_parent_class)->finalize (object);
}

static void
hearsay_timeline_row_list_class_init (HearsayTimelineRowListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearsay_timeline_row_list_finalize;
}

static void
hearsay_timeline_row_list_init (HearsayTimelineRowList *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * hearsay_timeline_row_list_new:
 * @bars: whether rows are bars of totals; otherwise each statement that is drawn is one
 */
HearsayTimelineRowList *
hearsay_timeline_row_list_new (gboolean bars)
{
  HearsayTimelineRowList *self = g_object_new (HEARSAY_TYPE_TIMELINE_ROW_LIST, NULL);

  self->bars = bars;
  return self;
}

/* Statements that are drawn: a curve leaves out what is not about the issue. */
static void
list_places (HearsayTimelineRowList *self)
{
  const HearsayTimeline *timeline = hearsay_timeline_painter_get_timeline (self->painter);
  guint n = self->bars ? hearsay_timeline_painter_get_n_marks (self->painter) : timeline->n_items;

  for (guint i = 0; i < n; i++)
    {
      if (self->bars ? hearsay_timeline_painter_get_mark (self->painter, i)->width > 0.0
                     : hearsay_timeline_painter_find_mark (self->painter, i) >= 0)
        g_array_append_val (self->places, i);
    }
}

/**
 * hearsay_timeline_row_list_set_painter:
 * @painter: (nullable): what is drawn; a reference is taken
 */
void
hearsay_timeline_row_list_set_painter (HearsayTimelineRowList *self,
                                       HearsayTimelinePainter *painter)
{
  guint before;

  g_return_if_fail (HEARSAY_IS_TIMELINE_ROW_LIST (self));

  if (self->painter == painter)
    return;
  before = self->places->len;
  g_clear_pointer (&self->painter, hearsay_timeline_painter_unref);
  g_array_set_size (self->places, 0);
  if (painter != NULL)
    {
      self->painter = hearsay_timeline_painter_ref (painter);
      list_places (self);
    }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->places->len);
}
