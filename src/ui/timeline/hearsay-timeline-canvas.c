/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/timeline/hearsay-timeline-canvas-private.h"
#include "ui/widgets/hearsay-style.h"

#define FOLD_BELOW 600

enum
{
  SELECTED,
  ACTIVATED,
  LASSOED,
  MENU,
  LANE_ACTIVATED,
  LANE_MOVED,
  HOVERED,
  FOCUSED,
  RANGE_CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (HearsayTimelineCanvas, hearsay_timeline_canvas, HEARSAY_TYPE_CANVAS)

static guint signals[N_SIGNALS];

/* The painter groups marks anew for every size of the scale. */
void
hearsay_timeline_canvas_update_painter (HearsayTimelineCanvas *self)
{
  HearsayTimelinePainterOptions options = HEARSAY_TIMELINE_PAINTER_OPTIONS_INIT;
  HearsayTimelineMetrics metrics;
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->timeline == NULL)
    return;
  options.pixels_per_day = self->scale.pixels_per_day;
  options.mode = self->mode;
  options.unit = self->unit;
  options.stepped = self->stepped;
  options.folded = gtk_widget_get_width (GTK_WIDGET (self)) < FOLD_BELOW;
  g_clear_pointer (&self->painter, hearsay_timeline_painter_unref);
  self->painter = hearsay_timeline_painter_new (self->timeline, &options);
  self->hover = self->card_mark = -1;
  metrics = hearsay_timeline_painter_get_metrics (self->painter);
  gtk_adjustment_configure (self->vertical, gtk_adjustment_get_value (self->vertical), 0.0, metrics.lanes_height + 12.0,
                            metrics.lane_height, height * 0.8, MAX (height - metrics.plot_y, 1.0));
}

void
hearsay_timeline_canvas_scroll (HearsayTimelineCanvas *self,
                                double                 dy)
{
  gtk_adjustment_set_value (self->vertical, gtk_adjustment_get_value (self->vertical) + dy);
}

static void
scrolled_cb (HearsayTimelineCanvas *self)
{
  hearsay_canvas_queue_repaint (HEARSAY_CANVAS (self));
  if (self->card != NULL && gtk_widget_get_visible (self->card))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
hearsay_timeline_canvas_emit (HearsayTimelineCanvas *self,
                              const char            *signal,
                              int                    mark,
                              GdkModifierType        state)
{
  if (g_str_equal (signal, "selected"))
    g_signal_emit (self, signals[SELECTED], 0, mark, state);
  else if (g_str_equal (signal, "activated"))
    g_signal_emit (self, signals[ACTIVATED], 0, mark);
  else if (g_str_equal (signal, "focused"))
    g_signal_emit (self, signals[FOCUSED], 0, mark);
  else
    g_signal_emit (self, signals[HOVERED], 0, mark);
}

void
hearsay_timeline_canvas_emit_menu (HearsayTimelineCanvas *self,
                                   int                    mark,
                                   int                    lane,
                                   double                 x,
                                   double                 y)
{
  g_signal_emit (self, signals[MENU], 0, mark, lane, x, y);
}

void
hearsay_timeline_canvas_emit_lane (HearsayTimelineCanvas *self,
                                   int                    lane,
                                   int                    n_press,
                                   GdkModifierType        state)
{
  g_signal_emit (self, signals[LANE_ACTIVATED], 0, lane, n_press, state);
}

void
hearsay_timeline_canvas_emit_moved (HearsayTimelineCanvas *self,
                                    int                    lane,
                                    int                    before)
{
  g_signal_emit (self, signals[LANE_MOVED], 0, lane, before);
}

void
hearsay_timeline_canvas_emit_lassoed (HearsayTimelineCanvas *self,
                                      gboolean              *items,
                                      GdkModifierType        state)
{
  g_signal_emit (self, signals[LASSOED], 0, items, state);
}

void
hearsay_timeline_canvas_emit_range (HearsayTimelineCanvas *self,
                                    double                 first,
                                    double                 end)
{
  g_signal_emit (self, signals[RANGE_CHANGED], 0, first, end);
}

static void
hearsay_timeline_canvas_measure (GtkWidget      *widget,
                                 GtkOrientation  orientation,
                                 int             for_size,
                                 int            *minimum,
                                 int            *natural,
                                 int            *minimum_baseline,
                                 int            *natural_baseline)
{
  HearsayTimelineCanvas *self = HEARSAY_TIMELINE_CANVAS (widget);
  int ignored;

  /* GTK wants every child measured before it is allocated. */
  if (self->card != NULL)
    gtk_widget_measure (self->card, orientation, -1, &ignored, &ignored, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 160;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : 600;
}

static void
hearsay_timeline_canvas_size_allocate (GtkWidget *widget,
                                       int        width,
                                       int        height,
                                       int        baseline)
{
  HearsayTimelineCanvas *self = HEARSAY_TIMELINE_CANVAS (widget);
  GtkAllocation place;

  if (self->painter == NULL || !hearsay_timeline_canvas_fills (self, width, height))
    {
      g_clear_pointer (&self->painter, hearsay_timeline_painter_unref);
      if (self->fitted)
        hearsay_timeline_canvas_put_fit (self);
      else if (self->timeline != NULL)
        {
          hearsay_timeline_canvas_update_painter (self);
          hearsay_canvas_repaint (HEARSAY_CANVAS (self));
        }
      if (self->waiting_item >= 0 && self->painter != NULL)
        hearsay_timeline_canvas_show_item (self, (guint) self->waiting_item);
    }
  if (self->card == NULL || !gtk_widget_should_layout (self->card))
    return;
  place = hearsay_timeline_canvas_place_card (self);
  gtk_widget_size_allocate (self->card, &place, -1);
}

static void
hearsay_timeline_canvas_dispose (GObject *object)
{
  HearsayTimelineCanvas *self = HEARSAY_TIMELINE_CANVAS (object);

  g_clear_handle_id (&self->card_id, g_source_remove);
  g_clear_object (&self->vertical);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_pointer (&self->painter, hearsay_timeline_painter_unref);
  g_clear_pointer (&self->timeline, hearsay_timeline_unref);
  g_clear_pointer (&self->selected, g_free);

  G_OBJECT_CLASS (hearsay_timeline_canvas_parent_class)->dispose (object);
}

static void
hearsay_timeline_canvas_class_init (HearsayTimelineCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearsay_timeline_canvas_dispose;
  hearsay_timeline_canvas_init_input (HEARSAY_CANVAS_CLASS (klass));
  HEARSAY_CANVAS_CLASS (klass)->repaint = hearsay_timeline_canvas_paint;
  widget_class->snapshot = hearsay_timeline_canvas_snapshot;
  widget_class->measure = hearsay_timeline_canvas_measure;
  widget_class->size_allocate = hearsay_timeline_canvas_size_allocate;

  signals[SELECTED] = g_signal_new ("selected", HEARSAY_TYPE_TIMELINE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_INT, GDK_TYPE_MODIFIER_TYPE);
  signals[ACTIVATED] = g_signal_new ("activated", HEARSAY_TYPE_TIMELINE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_INT);
  signals[LASSOED] = g_signal_new ("lassoed", HEARSAY_TYPE_TIMELINE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_POINTER, GDK_TYPE_MODIFIER_TYPE);
  signals[MENU] = g_signal_new ("menu", HEARSAY_TYPE_TIMELINE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 4, G_TYPE_INT, G_TYPE_INT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[LANE_ACTIVATED] = g_signal_new ("lane-activated", HEARSAY_TYPE_TIMELINE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_INT, GDK_TYPE_MODIFIER_TYPE);
  signals[LANE_MOVED] = g_signal_new ("lane-moved", HEARSAY_TYPE_TIMELINE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[HOVERED] = g_signal_new ("hovered", HEARSAY_TYPE_TIMELINE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT);
  signals[FOCUSED] = g_signal_new ("focused", HEARSAY_TYPE_TIMELINE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT);
  signals[RANGE_CHANGED] = g_signal_new ("range-changed", HEARSAY_TYPE_TIMELINE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  gtk_widget_class_set_css_name (widget_class, "timelinecanvas");
}

static void
hearsay_timeline_canvas_init (HearsayTimelineCanvas *self)
{
  self->hover = self->focus = self->card_mark = -1;
  self->waiting_item = -1;
  self->dragged_lane = -1;
  self->fitted = TRUE;
  self->scale = (HearsayTimeScale) { 0.0, 88.0 };
  self->extent_end = 1.0;
  self->vertical = g_object_ref_sink (gtk_adjustment_new (0.0, 0.0, 1.0, 1.0, 1.0, 1.0));
  g_signal_connect_object (self->vertical, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timeline"), -1);
  hearsay_timeline_canvas_add_keys (self);
}

GtkWidget *
hearsay_timeline_canvas_new (void)
{
  return g_object_new (HEARSAY_TYPE_TIMELINE_CANVAS, NULL);
}

/**
 * hearsay_timeline_canvas_set_timeline:
 * @timeline: (nullable): a reference is taken
 *
 * Shows other statements. The days in sight stay, unless all of them were.
 */
void
hearsay_timeline_canvas_set_timeline (HearsayTimelineCanvas *self,
                                      HearsayTimeline       *timeline)
{
  gint32 first = 0;
  gint32 last = 0;

  g_return_if_fail (HEARSAY_IS_TIMELINE_CANVAS (self));

  g_clear_pointer (&self->timeline, hearsay_timeline_unref);
  g_clear_pointer (&self->painter, hearsay_timeline_painter_unref);
  g_clear_pointer (&self->selected, g_free);
  self->hover = self->focus = self->dragged_lane = -1;
  self->waiting_item = -1;
  hearsay_timeline_canvas_show_card (self, -1);
  if (timeline == NULL)
    {
      hearsay_picture_clear (hearsay_canvas_get_picture (HEARSAY_CANVAS (self)));
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }
  self->timeline = hearsay_timeline_ref (timeline);
  hearsay_timeline_get_range (timeline, &first, &last);
  self->extent_first = first;
  self->extent_end = (double) last + 1.0;
  /* Without a size nothing can be fitted: the first allocation does it. */
  if (gtk_widget_get_width (GTK_WIDGET (self)) < 2)
    return;
  if (self->fitted)
    hearsay_timeline_canvas_put_fit (self);
  else
    hearsay_timeline_canvas_update_painter (self);
  hearsay_canvas_repaint (HEARSAY_CANVAS (self));
}

HearsayTimelinePainter *
hearsay_timeline_canvas_get_painter (HearsayTimelineCanvas *self)
{
  g_return_val_if_fail (HEARSAY_IS_TIMELINE_CANVAS (self), NULL);

  return self->painter;
}

/**
 * hearsay_timeline_canvas_get_vertical:
 *
 * Returns: (transfer none): how far the lanes are moved up
 */
GtkAdjustment *
hearsay_timeline_canvas_get_vertical (HearsayTimelineCanvas *self)
{
  g_return_val_if_fail (HEARSAY_IS_TIMELINE_CANVAS (self), NULL);

  return self->vertical;
}

/**
 * hearsay_timeline_canvas_set_selected:
 * @selected: (nullable): one an item; copied
 */
void
hearsay_timeline_canvas_set_selected (HearsayTimelineCanvas *self,
                                      const gboolean        *selected)
{
  g_return_if_fail (HEARSAY_IS_TIMELINE_CANVAS (self));

  g_clear_pointer (&self->selected, g_free);
  if (selected != NULL && self->timeline != NULL)
    self->selected = g_memdup2 (selected, sizeof (gboolean) * MAX (self->timeline->n_items, 1));
  hearsay_canvas_repaint (HEARSAY_CANVAS (self));
}

/**
 * hearsay_timeline_canvas_set_mode:
 * @unit: of totals
 * @stepped: whether curves are steps
 */
void
hearsay_timeline_canvas_set_mode (HearsayTimelineCanvas *self,
                                  HearsayTimelineMode    mode,
                                  HearsayTotalUnit       unit,
                                  gboolean               stepped)
{
  g_return_if_fail (HEARSAY_IS_TIMELINE_CANVAS (self));

  if (self->mode == mode && self->unit == unit && self->stepped == stepped)
    return;
  self->mode = mode;
  self->unit = unit;
  self->stepped = stepped;
  if (self->painter == NULL)
    return;
  self->hover = self->focus = -1;
  hearsay_timeline_canvas_show_card (self, -1);
  hearsay_timeline_canvas_update_painter (self);
  hearsay_canvas_repaint (HEARSAY_CANVAS (self));
}

HearsayTimelineMode
hearsay_timeline_canvas_get_mode (HearsayTimelineCanvas *self)
{
  g_return_val_if_fail (HEARSAY_IS_TIMELINE_CANVAS (self), HEARSAY_TIMELINE_MARKS);

  return self->mode;
}

/**
 * hearsay_timeline_canvas_set_faded:
 * @faded: whether any day is
 * @first: days before it are pale; in days since 1970-01-01
 * @end: days from here on are pale
 */
void
hearsay_timeline_canvas_set_faded (HearsayTimelineCanvas *self,
                                   gboolean               faded,
                                   double                 first,
                                   double                 end)
{
  g_return_if_fail (HEARSAY_IS_TIMELINE_CANVAS (self));

  if (self->faded == faded && self->faded_first == first && self->faded_end == end)
    return;
  self->faded = faded;
  self->faded_first = first;
  self->faded_end = end;
  hearsay_canvas_repaint (HEARSAY_CANVAS (self));
}

/**
 * hearsay_timeline_canvas_set_card:
 * @card: becomes a child, shown beside the mark under the pointer
 */
void
hearsay_timeline_canvas_set_card (HearsayTimelineCanvas *self,
                                  GtkWidget             *card)
{
  g_return_if_fail (HEARSAY_IS_TIMELINE_CANVAS (self));
  g_return_if_fail (self->card == NULL);

  self->card = card;
  gtk_widget_set_visible (card, FALSE);
  gtk_widget_set_can_target (card, FALSE);
  gtk_widget_set_parent (card, GTK_WIDGET (self));
}
