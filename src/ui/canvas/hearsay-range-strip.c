/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "render/hearsay-date-words.h"
#include "render/hearsay-shapes.h"
#include "render/hearsay-text.h"
#include "timeline/hearsay-packing.h"
#include "timeline/hearsay-time-scale.h"
#include "ui/canvas/hearsay-range-strip.h"
#include "ui/widgets/hearsay-style.h"

#define PAD 14.0
#define LABELS_HEIGHT 20.0
#define BIN_WIDTH 8.0
#define MAX_BINS 400
#define HANDLE_REACH 9.0
#define TEXT_SIZE 11.5
#define LEAST_DAYS 0.25

typedef enum
{
  GRIP_NONE,
  GRIP_FRAME,
  GRIP_FIRST,
  GRIP_END,
  GRIP_NEW,
} Grip;

/**
 * HearsayRangeStrip:
 *
 * The whole collection as a stacked histogram, and a frame around what is shown.
 */
struct _HearsayRangeStrip
{
  GtkWidget parent_instance;

  HearsayTimeline *timeline;
  gboolean compact;
  double extent_first;
  double extent_end;
  double first;
  double end;
  guint32 bins[MAX_BINS][HEARSAY_N_POSITIONS];
  guint n_bins;
  guint32 most;

  Grip grip;
  double start_first;
  double start_end;
};

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (HearsayRangeStrip, hearsay_range_strip, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static double
plot_width (HearsayRangeStrip *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 2.0 * PAD, 1.0);
}

static double
plot_height (HearsayRangeStrip *self)
{
  return MAX (gtk_widget_get_height (GTK_WIDGET (self)) - LABELS_HEIGHT, 8.0);
}

static double
to_x (HearsayRangeStrip *self,
      double             day)
{
  return PAD + (day - self->extent_first) / (self->extent_end - self->extent_first) * plot_width (self);
}

static double
to_days (HearsayRangeStrip *self,
         double             dx)
{
  return dx / plot_width (self) * (self->extent_end - self->extent_first);
}

static void
count_bins (HearsayRangeStrip *self)
{
  double days = self->extent_end - self->extent_first;

  self->n_bins = (guint) CLAMP (MIN (plot_width (self) / BIN_WIDTH, days), 1.0, MAX_BINS);
  self->most = 1;
  if (self->timeline == NULL)
    {
      self->n_bins = 0;
      return;
    }
  hearsay_timeline_histogram (self->timeline, (gint32) self->extent_first, (gint32) self->extent_end - 1, self->n_bins, self->bins);
  for (guint i = 0; i < self->n_bins; i++)
    self->most = MAX (self->most, self->bins[i][0] + self->bins[i][1] + self->bins[i][2]);
}

static void
draw_bins (HearsayRangeStrip *self,
           cairo_t           *cr,
           HearsayStyle       style)
{
  static const HearsayPosition order[] = { HEARSAY_POSITION_SUPPORT, HEARSAY_POSITION_NEUTRAL, HEARSAY_POSITION_OPPOSE };
  double step = plot_width (self) / self->n_bins;
  double width = CLAMP (step - 2.0, 1.5, 20.0);
  double height = plot_height (self) - 12.0;

  for (guint i = 0; i < self->n_bins; i++)
    {
      double x = PAD + (i + 0.5) * step;
      double y = plot_height (self) - 5.0;
      double day = self->extent_first + (i + 0.5) * (self->extent_end - self->extent_first) / self->n_bins;
      double alpha = day >= self->first && day <= self->end ? 0.9 : 0.45;

      for (guint p = 0; p < G_N_ELEMENTS (order); p++)
        {
          double part = height * self->bins[i][order[p]] / self->most;
          HearsayColour colour = hearsay_palette_stance (style, order[p], HEARSAY_STANCE_MARK);

          if (part <= 0.0)
            continue;
          part = MAX (part, 1.5);
          y -= part;
          cairo_rectangle (cr, x - width / 2.0, y, width, MAX (part - 0.7, 1.0));
          hearsay_set_source_colour (cr, hearsay_colour_with_alpha (colour, order[p] == HEARSAY_POSITION_NEUTRAL ? alpha * 0.6 : alpha));
          cairo_fill (cr);
        }
    }
}

static void
draw_handle (cairo_t      *cr,
             HearsayStyle  style,
             double        x,
             double        middle)
{
  HearsayColour accent = hearsay_palette_role (style, HEARSAY_ROLE_ACCENT);

  hearsay_rounded_rectangle (cr, x - 5.0, middle - 14.0, 10.0, 28.0, 5.0);
  hearsay_set_source_colour (cr, hearsay_palette_role (style, HEARSAY_ROLE_CANVAS_CARD));
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 2.0);
  hearsay_set_source_colour (cr, accent);
  cairo_stroke (cr);
  cairo_move_to (cr, x, middle - 5.0);
  cairo_line_to (cr, x, middle + 5.0);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

static void
draw_frame (HearsayRangeStrip *self,
            cairo_t           *cr,
            HearsayStyle       style)
{
  HearsayColour accent = hearsay_palette_role (style, HEARSAY_ROLE_ACCENT);
  double x0 = CLAMP (to_x (self, self->first), PAD - 4.0, PAD + plot_width (self));
  double x1 = CLAMP (to_x (self, self->end), PAD, PAD + plot_width (self) + 4.0);
  double height = plot_height (self);

  hearsay_rounded_rectangle (cr, x0, 1.0, MAX (x1 - x0, 4.0), height - 2.0, 7.0);
  hearsay_set_source_colour (cr, hearsay_colour_with_alpha (accent, 0.12));
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 2.0);
  hearsay_set_source_colour (cr, accent);
  cairo_stroke (cr);
  draw_handle (cr, style, x0, height / 2.0);
  draw_handle (cr, style, MAX (x1, x0 + 4.0), height / 2.0);
}

static void
draw_ticks (HearsayRangeStrip *self,
            cairo_t           *cr,
            HearsayStyle       style)
{
  HearsayTimeScale scale = { self->extent_first, plot_width (self) / (self->extent_end - self->extent_first) };
  HearsayTextLook look = { TEXT_SIZE, 400, 0.0 };
  HearsayTickUnit unit;
  g_autoptr (GArray) ticks = hearsay_time_scale_ticks (&scale, plot_width (self), 86.0, &unit);
  double y = plot_height (self) + LABELS_HEIGHT / 2.0;

  for (guint i = 0; i < ticks->len; i++)
    {
      const HearsayTick *tick = &g_array_index (ticks, HearsayTick, i);
      HearsayDate date = hearsay_date_from_days (tick->day);
      g_autofree char *words = NULL;
      double width;

      if (unit >= HEARSAY_TICK_YEAR)
        words = g_strdup_printf ("%d", date.year);
      else if (unit >= HEARSAY_TICK_MONTH)
        words = g_strdup_printf (_("%s %d"), hearsay_date_words_short_month (date.month), date.year);
      else
        words = g_strdup_printf (_("%d %s"), date.day, hearsay_date_words_short_month (date.month));
      hearsay_text_measure (words, &look, &width, NULL);
      if (tick->minute != 0 || tick->x < -1.0 || PAD + tick->x + width > gtk_widget_get_width (GTK_WIDGET (self)))
        continue;
      hearsay_text_draw (cr, words, &look, HEARSAY_TEXT_START, PAD + tick->x, y, hearsay_palette_role (style, HEARSAY_ROLE_DIM));
    }
}

/* The two ends of the frame in words: there is no room for a ruler. */
static void
draw_ends (HearsayRangeStrip *self,
           cairo_t           *cr,
           HearsayStyle       style)
{
  HearsayTextLook look = { TEXT_SIZE, 600, plot_width (self) };
  g_autofree char *words = hearsay_date_words_new_range ((gint32) floor (self->first), (gint32) ceil (self->end) - 1);

  hearsay_text_draw (cr, words, &look, HEARSAY_TEXT_MIDDLE, PAD + plot_width (self) / 2.0,
                     plot_height (self) + LABELS_HEIGHT / 2.0, hearsay_palette_role (style, HEARSAY_ROLE_TEXT));
}

static void
hearsay_range_strip_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  HearsayRangeStrip *self = HEARSAY_RANGE_STRIP (widget);
  HearsayStyle style = hearsay_style_current ();
  graphene_rect_t bounds;
  cairo_t *cr;

  if (self->n_bins == 0)
    return;
  graphene_rect_init (&bounds, 0.0f, 0.0f, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  hearsay_rounded_rectangle (cr, PAD - 6.0, 2.0, plot_width (self) + 12.0, plot_height (self) - 4.0, 7.0);
  hearsay_set_source_colour (cr, hearsay_palette_role (style, HEARSAY_ROLE_SHADE));
  cairo_fill (cr);
  draw_bins (self, cr, style);
  draw_frame (self, cr, style);
  if (self->compact)
    draw_ends (self, cr, style);
  else
    draw_ticks (self, cr, style);
  cairo_destroy (cr);
}

static void
hearsay_range_strip_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  gboolean compact = HEARSAY_RANGE_STRIP (widget)->compact;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 120;
      *natural = compact ? 300 : 600;
    }
  else
    *minimum = *natural = compact ? 62 : 82;
}

static void
hearsay_range_strip_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  count_bins (HEARSAY_RANGE_STRIP (widget));
}

static void
say_range (HearsayRangeStrip *self)
{
  g_autofree char *words = hearsay_date_words_new_range ((gint32) floor (self->first), (gint32) ceil (self->end) - 1);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, self->extent_first,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, self->extent_end,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, self->first,
                                  -1);
}

static void
put_range (HearsayRangeStrip *self,
           double             first,
           double             end)
{
  if (first == self->first && end == self->end)
    return;
  self->first = first;
  self->end = end;
  say_range (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0, first, end);
}

static Grip
find_grip (HearsayRangeStrip *self,
           double             x)
{
  double x0 = to_x (self, self->first);
  double x1 = to_x (self, self->end);

  if (fabs (x - x1) <= HANDLE_REACH && fabs (x - x1) <= fabs (x - x0))
    return GRIP_END;
  if (fabs (x - x0) <= HANDLE_REACH)
    return GRIP_FIRST;
  return x > x0 && x < x1 ? GRIP_FRAME : GRIP_NEW;
}

static void
drag_begun_cb (HearsayRangeStrip *self,
               double             x,
               double             y)
{
  self->grip = self->n_bins > 0 ? find_grip (self, x) : GRIP_NONE;
  self->start_first = self->first;
  self->start_end = self->end;
  if (self->grip == GRIP_NEW)
    self->start_first = self->start_end = self->extent_first + to_days (self, x - PAD);
}

static void
drag_updated_cb (HearsayRangeStrip *self,
                 double             dx,
                 double             dy)
{
  double days = to_days (self, dx);

  switch (self->grip)
    {
    case GRIP_FRAME:
      days = CLAMP (days, MIN (self->extent_first - self->start_first, 0.0), MAX (self->extent_end - self->start_end, 0.0));
      put_range (self, self->start_first + days, self->start_end + days);
      break;
    case GRIP_FIRST:
      put_range (self, CLAMP (self->start_first + days, self->extent_first, self->end - LEAST_DAYS), self->end);
      break;
    case GRIP_END:
      put_range (self, self->first, CLAMP (self->start_end + days, self->first + LEAST_DAYS, self->extent_end));
      break;
    case GRIP_NEW:
      if (fabs (dx) < 4.0)
        break;
      put_range (self, MAX (MIN (self->start_first, self->start_first + days), self->extent_first),
                 MIN (MAX (self->start_first + LEAST_DAYS, self->start_first + days), self->extent_end));
      break;
    case GRIP_NONE:
    default:
      break;
    }
}

static void
pressed_cb (HearsayRangeStrip *self,
            int                n_press,
            double             x,
            double             y)
{
  if (n_press == 2 && self->n_bins > 0)
    put_range (self, self->extent_first, self->extent_end);
}

static gboolean
key_pressed_cb (HearsayRangeStrip *self,
                guint              key,
                guint              code,
                GdkModifierType    state)
{
  double step = MAX ((self->extent_end - self->extent_first) / 50.0, 1.0);
  double by = key == GDK_KEY_Left ? -step : key == GDK_KEY_Right ? step : 0.0;

  if (by == 0.0 || self->n_bins == 0 || (state & (GDK_ALT_MASK | GDK_CONTROL_MASK)))
    return FALSE;
  if (state & GDK_SHIFT_MASK)
    put_range (self, self->first, CLAMP (self->end + by, self->first + LEAST_DAYS, self->extent_end));
  else
    {
      by = CLAMP (by, self->extent_first - self->first, self->extent_end - self->end);
      put_range (self, self->first + by, self->end + by);
    }
  return TRUE;
}

static void
moved_cb (HearsayRangeStrip *self,
          double             x,
          double             y)
{
  Grip grip = self->n_bins > 0 ? find_grip (self, x) : GRIP_NONE;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), grip == GRIP_FIRST || grip == GRIP_END ? "ew-resize"
                                                      : grip == GRIP_FRAME ? "grab" : NULL);
}

static void
hearsay_range_strip_finalize (GObject *object)
{
  g_clear_pointer (&HEARSAY_RANGE_STRIP (object)->timeline, hearsay_timeline_unref);

  G_OBJECT_CLASS (hearsay_range_strip_parent_class)->finalize (object);
}

static void
hearsay_range_strip_class_init (HearsayRangeStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hearsay_range_strip_finalize;
  widget_class->measure = hearsay_range_strip_measure;
  widget_class->snapshot = hearsay_range_strip_snapshot;
  widget_class->size_allocate = hearsay_range_strip_size_allocate;

  signals[CHANGED] = g_signal_new ("changed", HEARSAY_TYPE_RANGE_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  gtk_widget_class_set_css_name (widget_class, "rangestrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
hearsay_range_strip_init (HearsayRangeStrip *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->extent_end = 1.0;
  self->end = 1.0;
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_updated_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Dates shown"), -1);
  hearsay_style_watch (GTK_WIDGET (self));
}

/**
 * hearsay_range_strip_new:
 * @compact: without a ruler, for a card
 */
GtkWidget *
hearsay_range_strip_new (gboolean compact)
{
  HearsayRangeStrip *self = g_object_new (HEARSAY_TYPE_RANGE_STRIP, NULL);

  self->compact = compact;
  return GTK_WIDGET (self);
}

/**
 * hearsay_range_strip_set_timeline:
 * @timeline: (nullable): a reference is taken
 *
 * Shows all statements of @timeline. The frame stays where it is.
 */
void
hearsay_range_strip_set_timeline (HearsayRangeStrip *self,
                                  HearsayTimeline   *timeline)
{
  gint32 first = 0;
  gint32 last = 0;

  g_return_if_fail (HEARSAY_IS_RANGE_STRIP (self));

  g_clear_pointer (&self->timeline, hearsay_timeline_unref);
  if (timeline != NULL && hearsay_timeline_get_range (timeline, &first, &last))
    self->timeline = hearsay_timeline_ref (timeline);
  self->extent_first = first;
  self->extent_end = (double) last + 1.0;
  count_bins (self);
  say_range (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hearsay_range_strip_set_range:
 * @first: in days since 1970-01-01
 * @end: where the last day ends
 *
 * Moves the frame, without “changed”.
 */
void
hearsay_range_strip_set_range (HearsayRangeStrip *self,
                               double             first,
                               double             end)
{
  g_return_if_fail (HEARSAY_IS_RANGE_STRIP (self));

  self->first = first;
  self->end = end;
  say_range (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
hearsay_range_strip_get_range (HearsayRangeStrip *self,
                               double            *first,
                               double            *end)
{
  g_return_if_fail (HEARSAY_IS_RANGE_STRIP (self));

  *first = self->first;
  *end = self->end;
}

/**
 * hearsay_range_strip_get_extent:
 *
 * Returns: whether any statement has a date; if so, @first and @end hold all of them
 */
gboolean
hearsay_range_strip_get_extent (HearsayRangeStrip *self,
                                double            *first,
                                double            *end)
{
  g_return_val_if_fail (HEARSAY_IS_RANGE_STRIP (self), FALSE);

  *first = self->extent_first;
  *end = self->extent_end;
  return self->timeline != NULL;
}
