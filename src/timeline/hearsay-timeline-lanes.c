/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "timeline/hearsay-timeline-private.h"

/**
 * LaneKey:
 * @lane: a speaker's lane, or a group
 * @old: the caller's index of it
 * @first: minutes since 1970 of its first statement with a date
 * @statement: the caller's index of that statement; of its first one when none has a date
 * @hand: its place in the order set by hand
 *
 * What lanes and groups are sorted by.
 */
typedef struct
{
  const HearsayTimelineLane *lane;
  guint32 old;
  gint64 first;
  guint32 statement;
  guint32 n_statements;
  guint hand;
} LaneKey;

typedef struct
{
  HearsayTimeline *self;
  const HearsayLaneLayout *layout;
  GHashTable *hand;   /* key → place + 1 */
  GHashTable *closed; /* set of keys */
  LaneKey *lanes;
  guint n_lanes;
  LaneKey *groups;
  guint32 *places;    /* of the lanes as they were given, among those that are shown */
  GArray *shown;      /* of HearsayTimelineLane */
} Arrangement;

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return a < b ? -1 : a > b;
}

/* What ties is told apart by the first statement: first by its day, then by its
 * place in the collection, which is the order of reading. Names decide last. */
static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const LaneKey *first = a;
  const LaneKey *second = b;
  HearsayLaneOrder order = *(const HearsayLaneOrder *) user_data;
  int by_name = strcmp (first->lane->name, second->lane->name);
  int result = compare_numbers (second->lane->is_total, first->lane->is_total);

  if (result == 0 && order == HEARSAY_LANE_ORDER_HAND)
    result = compare_numbers (first->hand, second->hand);
  if (result == 0 && order == HEARSAY_LANE_ORDER_COUNT)
    result = compare_numbers (second->n_statements, first->n_statements);
  if (result == 0 && order == HEARSAY_LANE_ORDER_NAME)
    result = by_name;
  if (result == 0)
    result = compare_numbers (first->first, second->first);
  if (result == 0)
    result = compare_numbers (first->statement, second->statement);
  if (result == 0)
    result = by_name;
  return result != 0 ? result : compare_numbers (first->old, second->old);
}

static LaneKey
make_key (const Arrangement         *arrangement,
          const HearsayTimelineLane *lane,
          guint32                    old)
{
  gpointer place = lane->key != NULL ? g_hash_table_lookup (arrangement->hand, lane->key) : NULL;

  return (LaneKey) {
    .lane = lane,
    .old = old,
    .first = G_MAXINT64,
    .statement = G_MAXUINT32,
    .hand = place != NULL ? GPOINTER_TO_UINT (place) : G_MAXUINT,
    .n_statements = lane->n_statements,
  };
}

static void
note_statement (LaneKey *key,
                gint64   time,
                guint32  statement)
{
  if (time > key->first || (time == key->first && statement >= key->statement))
    return;
  key->first = time;
  key->statement = statement;
}

static void
make_keys (Arrangement               *arrangement,
           const HearsayTimelineLane *lanes)
{
  const HearsayLaneLayout *layout = arrangement->layout;
  const HearsayTimeline *self = arrangement->self;

  arrangement->lanes = g_new (LaneKey, MAX (arrangement->n_lanes, 1));
  arrangement->groups = g_new (LaneKey, MAX (layout->n_groups, 1));
  for (guint i = 0; i < arrangement->n_lanes; i++)
    arrangement->lanes[i] = make_key (arrangement, &lanes[i], i);
  for (guint i = 0; i < layout->n_groups; i++)
    {
      arrangement->groups[i] = make_key (arrangement, &layout->groups[i], i);
      arrangement->groups[i].n_statements = 0;
    }
  for (guint i = 0; i < self->n_items; i++)
    {
      const HearsayTimelineItem *item = &self->items[i];
      gboolean dated = item->first_day != HEARSAY_TIMELINE_NO_DAY;

      note_statement (&arrangement->lanes[item->lane],
                      dated ? (gint64) item->first_day * 1440 + MAX (item->minute, 0) : G_MAXINT64, item->statement);
    }
  for (guint i = 0; i < arrangement->n_lanes; i++)
    {
      LaneKey *lane = &arrangement->lanes[i];
      LaneKey *group;

      if (lane->lane->group < 0 || (guint) lane->lane->group >= layout->n_groups || lane->lane->is_total)
        continue;
      group = &arrangement->groups[lane->lane->group];
      group->n_statements += lane->n_statements;
      group->hand = MIN (group->hand, lane->hand);
      note_statement (group, lane->first, lane->statement);
    }
}

static HearsayTimelineLane *
append_lane (Arrangement   *arrangement,
             const LaneKey *key)
{
  HearsayTimelineLane lane = *key->lane;

  lane.name = g_strdup (lane.name);
  lane.initials = g_strdup (lane.initials);
  lane.key = g_strdup (lane.key);
  lane.n_statements = key->n_statements;
  lane.closed = lane.closed || (lane.key != NULL && g_hash_table_contains (arrangement->closed, lane.key));
  g_array_append_val (arrangement->shown, lane);
  return &g_array_index (arrangement->shown, HearsayTimelineLane, arrangement->shown->len - 1);
}

/* The lanes of @group, or those without one; they are sorted already. */
static void
append_lanes (Arrangement *arrangement,
              gint32       group,
              gboolean     hidden)
{
  gint32 n_groups = (gint32) arrangement->layout->n_groups;

  for (guint i = 0; i < arrangement->n_lanes; i++)
    {
      const LaneKey *key = &arrangement->lanes[i];
      gboolean grouped = key->lane->group >= 0 && key->lane->group < n_groups && !key->lane->is_total;

      if ((grouped ? key->lane->group : -1) != group)
        continue;
      if (!hidden)
        append_lane (arrangement, key);
      arrangement->places[key->old] = arrangement->shown->len - 1;
    }
}

static void
append_groups (Arrangement *arrangement)
{
  const HearsayLaneLayout *layout = arrangement->layout;

  for (guint i = 0; i < layout->n_groups; i++)
    {
      const LaneKey *key = &arrangement->groups[i];
      HearsayTimelineLane *head;

      if (key->statement == G_MAXUINT32)
        continue;
      head = append_lane (arrangement, key);
      head->is_head = TRUE;
      head->group = (gint32) key->old;
      append_lanes (arrangement, (gint32) key->old, head->closed);
    }
}

static GHashTable *
index_keys (const char *const *keys)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      if (!g_hash_table_contains (table, keys[i]))
        g_hash_table_insert (table, (char *) keys[i], GUINT_TO_POINTER (i + 1));
    }
  return table;
}

/**
 * hearsay_timeline_arrange:
 * @self: with its items, which count @lanes
 *
 * Sorts lanes and groups, and lets the items count the lanes that are shown.
 * Lanes without a group follow the groups. O(n log n).
 */
void
hearsay_timeline_arrange (HearsayTimeline           *self,
                          const HearsayTimelineLane *lanes,
                          guint                      n_lanes,
                          const HearsayLaneLayout   *layout)
{
  Arrangement arrangement = { .self = self, .layout = layout, .n_lanes = n_lanes };
  HearsayLaneOrder order = layout->order;

  arrangement.hand = index_keys (layout->by_hand);
  arrangement.closed = index_keys (layout->closed);
  arrangement.places = g_new0 (guint32, MAX (n_lanes, 1));
  arrangement.shown = g_array_new (FALSE, FALSE, sizeof (HearsayTimelineLane));
  make_keys (&arrangement, lanes);
  g_qsort_with_data (arrangement.lanes, (int) n_lanes, sizeof (LaneKey), compare_keys, &order);
  g_qsort_with_data (arrangement.groups, (int) layout->n_groups, sizeof (LaneKey), compare_keys, &order);
  /* The total stands above all groups. */
  if (n_lanes > 0 && arrangement.lanes[0].lane->is_total)
    {
      append_lane (&arrangement, &arrangement.lanes[0]);
      arrangement.places[arrangement.lanes[0].old] = 0;
      arrangement.lanes++;
      arrangement.n_lanes--;
    }
  append_groups (&arrangement);
  append_lanes (&arrangement, -1, FALSE);
  if (arrangement.n_lanes < n_lanes)
    arrangement.lanes--;
  for (guint i = 0; i < self->n_items; i++)
    self->items[i].lane = arrangement.places[self->items[i].lane];
  self->n_lanes = arrangement.shown->len;
  self->lanes = (HearsayTimelineLane *) (gpointer) g_array_free (arrangement.shown, FALSE);
  g_hash_table_unref (arrangement.hand);
  g_hash_table_unref (arrangement.closed);
  g_free (arrangement.places);
  g_free (arrangement.lanes);
  g_free (arrangement.groups);
}
