/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "model/hearsay-filter.h"
#include "ui/timeline/hearsay-timeline-view-private.h"

/* While a handle is dragged the other views follow as often as this. */
#define FOLLOW_MS 120

#define PLAY_MS 450

/* So many steps from beginning to end are watched with patience. */
#define PLAY_STEPS 90

/* Days that the filter leaves out stay in sight, but pale. */
void
hearsay_timeline_view_show_days (HearsayTimelineView *self)
{
  HearsayFilter *filter = hearsay_session_get_filter (self->session);
  gint32 first = hearsay_filter_get_first_day (filter);
  gint32 last = hearsay_filter_get_last_day (filter);

  self->first_day = first;
  self->last_day = last;
  hearsay_timeline_canvas_set_faded (self->canvas, first != G_MININT32 || last != G_MAXINT32, first, (double) last + 1.0);
}

/* Somebody else chose days: all of them come into sight. */
static void
bring_days_into_sight (HearsayTimelineView *self)
{
  double first;
  double end;

  if (!hearsay_range_strip_get_extent (self->strip, &first, &end))
    return;
  if (self->first_day == G_MININT32 && self->last_day == G_MAXINT32)
    hearsay_timeline_canvas_fit (self->canvas);
  else
    hearsay_timeline_canvas_set_range (self->canvas, MAX (first, (double) self->first_day), MIN (end, (double) self->last_day + 1.0));
}

/* One call changes one part of the filter: days alone need no other marks. */
void
hearsay_timeline_view_filter_cb (HearsayTimelineView *self)
{
  HearsayFilter *filter = hearsay_session_get_filter (self->session);

  if (hearsay_filter_get_first_day (filter) == self->first_day && hearsay_filter_get_last_day (filter) == self->last_day)
    {
      self->content_changed = TRUE;
      return;
    }
  self->days_changed = TRUE;
  hearsay_timeline_view_show_days (self);
  if (self->setting_days)
    return;
  hearsay_timeline_view_stop (self);
  bring_days_into_sight (self);
}

void
hearsay_timeline_view_collection_cb (HearsayTimelineView *self)
{
  self->content_changed = TRUE;
}

void
hearsay_timeline_view_statements_cb (HearsayTimelineView *self)
{
  gboolean days_alone = self->days_changed && !self->content_changed && !self->stale && self->timeline != NULL &&
                        gtk_widget_get_mapped (GTK_WIDGET (self));

  self->days_changed = self->content_changed = FALSE;
  if (days_alone)
    hearsay_timeline_view_update_words (self);
  else
    {
      g_clear_pointer (&self->communities, g_hash_table_unref);
      hearsay_timeline_view_reload (self);
    }
}

/* Filters all views by whole days; everything clears the filter. */
void
hearsay_timeline_view_set_days (HearsayTimelineView *self,
                                double               first,
                                double               end)
{
  HearsayFilter *filter = hearsay_session_get_filter (self->session);
  double extent_first;
  double extent_end;
  gint32 first_day = (gint32) floor (first + 0.5);
  gint32 last_day = (gint32) MAX (ceil (end - 0.5) - 1.0, first_day);

  if (!hearsay_range_strip_get_extent (self->strip, &extent_first, &extent_end))
    return;
  self->setting_days = TRUE;
  if (first_day <= extent_first && last_day + 1.0 >= extent_end)
    hearsay_filter_set_days (filter, G_MININT32, G_MAXINT32);
  else
    hearsay_filter_set_days (filter, first_day, last_day);
  self->setting_days = FALSE;
}

static gboolean
days_due_cb (gpointer data)
{
  HearsayTimelineView *self = data;
  double first;
  double end;

  self->days_id = 0;
  hearsay_range_strip_get_range (self->strip, &first, &end);
  if (self->session != NULL)
    hearsay_timeline_view_set_days (self, first, end);
  return G_SOURCE_REMOVE;
}

/* The frame of the overview was moved by hand. */
void
hearsay_timeline_view_strip_cb (HearsayTimelineView *self,
                                double               first,
                                double               end)
{
  double extent_first;
  double extent_end;

  if (self->session == NULL)
    return;
  hearsay_timeline_view_set_playing (self, FALSE);
  if (hearsay_range_strip_get_extent (self->strip, &extent_first, &extent_end) && first <= extent_first && end >= extent_end)
    hearsay_timeline_canvas_fit (self->canvas);
  else
    hearsay_timeline_canvas_set_range (self->canvas, first, end);
  hearsay_range_strip_set_range (self->strip, first, end);
  if (self->days_id == 0)
    self->days_id = g_timeout_add (FOLLOW_MS, days_due_cb, self);
}

static gint32
choose_step (double days)
{
  return days <= PLAY_STEPS ? 1 : days <= 7.0 * PLAY_STEPS ? 7 : (gint32) ceil (days / PLAY_STEPS);
}

/* One step on: a window moves, or what has been said by then grows. At the last
 * day it stops. */
static gboolean
play_cb (gpointer data)
{
  HearsayTimelineView *self = data;
  double extent_first;
  double extent_end;
  double first;
  double end;
  gint32 step;

  if (self->session == NULL || !hearsay_range_strip_get_extent (self->strip, &extent_first, &extent_end))
    {
      hearsay_timeline_view_set_playing (self, FALSE);
      return G_SOURCE_CONTINUE;
    }
  step = choose_step (extent_end - extent_first);
  self->play_first += step;
  first = self->play_days > 0 ? self->play_first : extent_first;
  end = MIN (self->play_first + MAX (self->play_days, 0), extent_end);
  hearsay_timeline_view_set_days (self, first, end);
  hearsay_range_strip_set_range (self->strip, first, end);
  if (end >= extent_end)
    hearsay_timeline_view_set_playing (self, FALSE);
  return G_SOURCE_CONTINUE;
}

/* From the days that are chosen, or from the first day when none are. */
static void
start_playing (HearsayTimelineView *self)
{
  double extent_first;
  double extent_end;

  if (self->session == NULL || !hearsay_range_strip_get_extent (self->strip, &extent_first, &extent_end))
    return;
  self->play_first = (gint32) extent_first;
  self->play_days = 0;
  if (self->first_day != G_MININT32 && self->first_day > extent_first)
    {
      self->play_first = self->first_day;
      self->play_days = (gint32) MIN (self->last_day, extent_end - 1.0) - self->first_day + 1;
      /* At the end it begins anew. */
      if (self->last_day + 1.0 >= extent_end)
        self->play_first = (gint32) extent_first - choose_step (extent_end - extent_first);
    }
  self->play_id = g_timeout_add (PLAY_MS, play_cb, self);
}

void
hearsay_timeline_view_set_playing (HearsayTimelineView *self,
                                   gboolean             playing)
{
  if (playing == (self->play_id != 0))
    return;
  if (playing)
    start_playing (self);
  else
    g_clear_handle_id (&self->play_id, g_source_remove);
  playing = self->play_id != 0;
  gtk_button_set_icon_name (GTK_BUTTON (self->play_button), playing ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_toggle_button_set_active (self->play_button, playing);
}

/* Nothing moves by itself any more. */
void
hearsay_timeline_view_stop (HearsayTimelineView *self)
{
  g_clear_handle_id (&self->days_id, g_source_remove);
  hearsay_timeline_view_set_playing (self, FALSE);
}
