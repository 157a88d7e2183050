/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/timeline/hearsay-timeline-canvas-private.h"

#define CARD_DELAY_MS 250
#define CARD_GAP 12

static void
place_now (HearsayTimelineCanvas *self,
           int                    mark)
{
  g_clear_handle_id (&self->card_id, g_source_remove);
  self->card_mark = mark;
  if (self->card == NULL)
    return;
  hearsay_timeline_canvas_emit (self, "hovered", mark, 0);
  gtk_widget_set_visible (self->card, mark >= 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
card_due_cb (gpointer data)
{
  HearsayTimelineCanvas *self = data;

  self->card_id = 0;
  place_now (self, self->hover);
  return G_SOURCE_REMOVE;
}

/* The first card waits a moment; from mark to mark it follows at once. */
void
hearsay_timeline_canvas_show_card (HearsayTimelineCanvas *self,
                                   int                    mark)
{
  gboolean shown = self->card != NULL && gtk_widget_get_visible (self->card);

  g_clear_handle_id (&self->card_id, g_source_remove);
  if (mark < 0 && !shown)
    return;
  if (mark < 0 || shown)
    place_now (self, mark);
  else
    self->card_id = g_timeout_add (CARD_DELAY_MS, card_due_cb, self);
}

static guint
count_covered (HearsayTimelineCanvas     *self,
               const HearsayTimelineLook *look,
               const HearsayBox          *card)
{
  guint n = 0;

  for (guint i = 0; i < hearsay_timeline_painter_get_n_marks (self->painter); i++)
    {
      HearsayBox box = hearsay_timeline_painter_get_box (self->painter, look, i);

      n += hearsay_box_overlaps (&box, card);
    }
  return n;
}

/* Left, right, above, below: the first side where it covers no mark, else the
 * one where it covers the fewest. */
GtkAllocation
hearsay_timeline_canvas_place_card (HearsayTimelineCanvas *self)
{
  HearsayTimelineLook look = hearsay_timeline_canvas_get_look (self);
  int width;
  int height;
  guint fewest = G_MAXUINT;
  GtkAllocation best = { 0 };
  HearsayBox mark;

  gtk_widget_measure (self->card, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  width = MIN (width, (int) look.width);
  gtk_widget_measure (self->card, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  best = (GtkAllocation) { 0, 0, width, height };
  if (self->painter == NULL || self->card_mark < 0 || (guint) self->card_mark >= hearsay_timeline_painter_get_n_marks (self->painter))
    return best;
  mark = hearsay_timeline_painter_get_box (self->painter, &look, (guint) self->card_mark);
  for (guint side = 0; side < 4; side++)
    {
      double x = side == 0 ? mark.x0 - CARD_GAP - width : side == 1 ? mark.x1 + CARD_GAP : (mark.x0 + mark.x1 - width) / 2.0;
      double y = side == 2 ? mark.y0 - CARD_GAP - height : side == 3 ? mark.y1 + CARD_GAP : mark.y0 - 12.0;
      HearsayBox box;
      guint n;

      if ((side < 2 && (x < 0.0 || x + width > look.width)) || (side >= 2 && (y < 0.0 || y + height > look.height)))
        continue;
      x = CLAMP (x, 0.0, MAX (look.width - width, 0.0));
      y = CLAMP (y, 0.0, MAX (look.height - height - 6.0, 0.0));
      box = (HearsayBox) { x, y, x + width, y + height };
      n = count_covered (self, &look, &box);
      if (n >= fewest)
        continue;
      fewest = n;
      best.x = (int) x;
      best.y = (int) y;
    }
  return best;
}
