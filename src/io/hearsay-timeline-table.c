/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-timeline-table.h"

#include <math.h>

#include "io/hearsay-csv.h"
#include "io/hearsay-json-writer.h"
#include "timeline/hearsay-stance-curve.h"

/* The same columns as CSV and as JSON: names are written once, values one by one. */
typedef struct
{
  HearsayTableForm form;
  HearsayJsonWriter json;
  GString *out;
  const char *const *columns;
  guint n_columns;
  guint column;
} Table;

static Table
begin_table (HearsayTableForm   form,
             GString           *out,
             const char *const *columns,
             guint              n_columns)
{
  Table table = { .form = form, .json = HEARSAY_JSON_WRITER_INIT (out, 2), .out = out, .columns = columns, .n_columns = n_columns };

  if (form == HEARSAY_TABLE_JSON)
    {
      hearsay_json_begin_array (&table.json);
      return table;
    }
  for (guint i = 0; i < n_columns; i++)
    hearsay_csv_append_field (out, columns[i]);
  hearsay_csv_end_row (out);
  return table;
}

static void
end_table (Table *table)
{
  if (table->form != HEARSAY_TABLE_JSON)
    return;
  hearsay_json_end_array (&table->json);
  g_string_append_c (table->out, '\n');
}

static void
begin_value (Table *table)
{
  if (table->form != HEARSAY_TABLE_JSON)
    return;
  if (table->column == 0)
    hearsay_json_begin_object (&table->json);
  hearsay_json_key (&table->json, table->columns[table->column]);
}

static void
end_value (Table *table)
{
  if (++table->column < table->n_columns)
    return;
  table->column = 0;
  if (table->form == HEARSAY_TABLE_JSON)
    hearsay_json_end_object (&table->json);
  else
    hearsay_csv_end_row (table->out);
}

static void
add_text (Table      *table,
          const char *text)
{
  begin_value (table);
  if (table->form == HEARSAY_TABLE_JSON)
    hearsay_json_string (&table->json, text);
  else
    hearsay_csv_append_field (table->out, text);
  end_value (table);
}

static void
add_count (Table   *table,
           guint32  count)
{
  char digits[16];

  begin_value (table);
  g_snprintf (digits, sizeof digits, "%u", count);
  if (table->form == HEARSAY_TABLE_JSON)
    hearsay_json_int (&table->json, count);
  else
    hearsay_csv_append_field (table->out, digits);
  end_value (table);
}

/* With a point for the decimals, wherever the program runs. */
static void
add_position (Table  *table,
              double  position)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  begin_value (table);
  if (table->form == HEARSAY_TABLE_JSON)
    hearsay_json_decimal (&table->json, position);
  else
    hearsay_csv_append_field (table->out, g_ascii_formatd (digits, sizeof digits, "%.4f", position));
  end_value (table);
}

static void
add_day (Table  *table,
         gint32  day)
{
  char buffer[HEARSAY_DATE_BUFFER];

  add_text (table, hearsay_date_format (hearsay_date_from_days (day), buffer));
}

static void
add_time (Table  *table,
          double  day)
{
  char buffer[HEARSAY_DATE_BUFFER];
  gint64 minutes = (gint64) floor (day * 24.0 * 60.0 + 0.5);
  gint64 days = minutes / 1440 - (minutes % 1440 < 0);
  HearsayDate date = hearsay_date_from_days ((gint32) days);

  minutes -= days * 1440;
  date.hour = (guint8) (minutes / 60);
  date.minute = (guint8) (minutes % 60);
  date.precision = HEARSAY_PRECISION_MINUTE;
  add_text (table, hearsay_date_format (date, buffer));
}

/**
 * hearsay_timeline_table_append_curves:
 * @stepped: points of steps, one a day with statements; otherwise those of the
 *   smoothed curve that is drawn
 * @out: gets a row a point: speaker, issue, time, position and the band where it
 *   lies with a probability of 95 %
 */
void
hearsay_timeline_table_append_curves (const HearsayTimeline *timeline,
                                      gboolean               stepped,
                                      HearsayTableForm       form,
                                      GString               *out)
{
  static const char *const columns[] = { "speaker", "issue", "time", "position", "low", "high" };
  Table table;

  g_return_if_fail (timeline != NULL && out != NULL);

  table = begin_table (form, out, columns, G_N_ELEMENTS (columns));
  for (guint lane = 0; lane < timeline->n_lanes; lane++)
    {
      g_autoptr (GArray) points = stepped ? hearsay_stance_curve_new_stepped (timeline, lane)
                                          : hearsay_stance_curve_new_smoothed (timeline, lane, HEARSAY_CURVE_POINTS);

      for (guint i = 0; i < points->len; i++)
        {
          const HearsayCurvePoint *point = &g_array_index (points, HearsayCurvePoint, i);

          add_text (&table, timeline->lanes[lane].is_total ? NULL : timeline->lanes[lane].name);
          add_text (&table, timeline->issue);
          add_time (&table, point->day);
          add_position (&table, point->position);
          add_position (&table, point->low);
          add_position (&table, point->high);
        }
    }
  end_table (&table);
}

/* Items of a lane are in the order of their first days, not of their middles. */
static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  gint32 first = hearsay_timeline_item_get_middle_day (*(const HearsayTimelineItem *const *) a);
  gint32 second = hearsay_timeline_item_get_middle_day (*(const HearsayTimelineItem *const *) b);

  return first < second ? -1 : first > second;
}

static void
add_lane_totals (Table                     *table,
                 const HearsayTimelineLane *lane,
                 const GPtrArray           *items,
                 HearsayTotalUnit           unit)
{
  for (guint i = 0; i < items->len;)
    {
      guint32 counts[HEARSAY_N_POSITIONS] = { 0 };
      guint start = i;
      gint32 first;
      gint32 end;

      hearsay_total_unit_bounds (unit, hearsay_timeline_item_get_middle_day (g_ptr_array_index (items, i)), &first, &end);
      for (; i < items->len && hearsay_timeline_item_get_middle_day (g_ptr_array_index (items, i)) < end; i++)
        {
          const HearsayTimelineItem *item = g_ptr_array_index (items, i);

          counts[item->about_issue ? item->position : HEARSAY_POSITION_NEUTRAL]++;
        }
      add_text (table, lane->is_total ? NULL : lane->name);
      add_day (table, first);
      add_day (table, end - 1);
      add_count (table, counts[HEARSAY_POSITION_SUPPORT]);
      add_count (table, counts[HEARSAY_POSITION_NEUTRAL]);
      add_count (table, counts[HEARSAY_POSITION_OPPOSE]);
      add_count (table, i - start);
    }
}

/**
 * hearsay_timeline_table_append_totals:
 * @unit: what is counted together; auto counts days
 * @out: gets a row for each unit in which a speaker said something: first and last
 *   day, statements by position and in all. Rows of all speakers together have no speaker.
 *
 * Counts each statement on the middle day of its range; those without a date are left out.
 */
void
hearsay_timeline_table_append_totals (const HearsayTimeline *timeline,
                                      HearsayTotalUnit       unit,
                                      HearsayTableForm       form,
                                      GString               *out)
{
  static const char *const columns[] = { "speaker", "from", "to", "support", "neutral", "oppose", "statements" };
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  Table table;

  g_return_if_fail (timeline != NULL && out != NULL);

  table = begin_table (form, out, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < timeline->n_items;)
    {
      guint32 lane = timeline->items[i].lane;

      g_ptr_array_set_size (items, 0);
      for (; i < timeline->n_items && timeline->items[i].lane == lane; i++)
        {
          if (timeline->items[i].first_day != HEARSAY_TIMELINE_NO_DAY)
            g_ptr_array_add (items, &timeline->items[i]);
        }
      g_ptr_array_sort (items, compare_days);
      add_lane_totals (&table, &timeline->lanes[lane], items, unit == HEARSAY_TOTAL_AUTO ? HEARSAY_TOTAL_DAY : unit);
    }
  end_table (&table);
}
