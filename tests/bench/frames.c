/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <time.h>

#include "frames.h"

#define N_FRAMES 90

double
frames_cpu_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

double
frames_median (GArray *values)
{
  g_array_sort (values, compare_doubles);
  return values->len > 0 ? g_array_index (values, double, values->len / 2) : 0.0;
}

/* A widget of one colour, another one at each frame: what any drawing costs at least. */
#define FLAT_TYPE_WIDGET (flat_widget_get_type ())
G_DECLARE_FINAL_TYPE (FlatWidget, flat_widget, FLAT, WIDGET, GtkWidget)

struct _FlatWidget
{
  GtkWidget parent_instance;

  gboolean odd;
};

G_DEFINE_FINAL_TYPE (FlatWidget, flat_widget, GTK_TYPE_WIDGET)

static void
flat_widget_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  FlatWidget *self = FLAT_WIDGET (widget);
  const GdkRGBA colours[] = { { 1, 1, 1, 1 }, { 0.9f, 1, 1, 1 } };

  self->odd = !self->odd;
  gtk_snapshot_append_color (snapshot, &colours[self->odd],
                             &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                  (float) gtk_widget_get_height (widget)));
}

static void
flat_widget_class_init (FlatWidgetClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = flat_widget_snapshot;
}

static void
flat_widget_init (FlatWidget *self)
{
}

typedef struct
{
  HearsayCanvas *canvas; /* nullable: the widget is only drawn anew */
  GMainLoop *loop;
  FramesMotion motion;
  guint frame;
  double all;
  double thread;
  GArray *all_times;
  GArray *thread_times;
} Run;

static void
move (Run *run)
{
  HearsayCanvasClass *klass = HEARSAY_CANVAS_GET_CLASS (run->canvas);
  gboolean forth = run->frame < N_FRAMES / 2;

  if (run->motion == FRAMES_ZOOM)
    klass->zoom (run->canvas, forth ? 1.02 : 1.0 / 1.02, 700.0, 400.0);
  else
    klass->pan (run->canvas, forth ? -23.0 : 23.0, run->motion == FRAMES_PAN_ALONG ? 0.0 : run->frame % 2 ? -7.0 : 5.0);
}

/* Frames begin and end here: all that lies between two is one frame's cost. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Run *run = data;
  double all = frames_cpu_ms (CLOCK_PROCESS_CPUTIME_ID);
  double thread = frames_cpu_ms (CLOCK_THREAD_CPUTIME_ID);
  double all_spent = all - run->all;
  double thread_spent = thread - run->thread;

  if (run->frame > 2)
    {
      g_array_append_val (run->all_times, all_spent);
      g_array_append_val (run->thread_times, thread_spent);
    }
  run->all = all;
  run->thread = thread;
  if (++run->frame > N_FRAMES)
    {
      g_main_loop_quit (run->loop);
      return G_SOURCE_REMOVE;
    }
  if (run->canvas == NULL)
    gtk_widget_queue_draw (widget);
  else
    move (run);
  return G_SOURCE_CONTINUE;
}

void
frames_run (GtkWidget    *widget,
            FramesMotion  motion,
            const char   *name)
{
  Run run = { .canvas = HEARSAY_IS_CANVAS (widget) ? HEARSAY_CANVAS (widget) : NULL, .motion = motion };

  run.loop = g_main_loop_new (NULL, FALSE);
  run.all_times = g_array_new (FALSE, FALSE, sizeof (double));
  run.thread_times = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_widget_add_tick_callback (widget, tick_cb, &run, NULL);
  g_main_loop_run (run.loop);
  g_print ("%s: %.1f ms (%.1f ms) a frame\n", name, frames_median (run.all_times), frames_median (run.thread_times));
  g_array_unref (run.all_times);
  g_array_unref (run.thread_times);
  g_main_loop_unref (run.loop);
}

void
frames_wait_ms (guint ms)
{
  gint64 until = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < until)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }
}

static void
ready_cb (gboolean *ready)
{
  *ready = TRUE;
}

/* From the last movement to the frame that shows the new picture; the wait for
 * the view to settle is part of it. */
void
frames_sharp (HearsayCanvas *canvas)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  gulong id;
  gboolean ready = FALSE;

  id = g_signal_connect_swapped (hearsay_canvas_get_picture (canvas), "ready", G_CALLBACK (ready_cb), &ready);
  for (guint i = 0; i < 15; i++)
    {
      gint64 start;
      double spent;

      frames_wait_ms (200);
      HEARSAY_CANVAS_GET_CLASS (canvas)->zoom (canvas, i % 2 ? 1.1 : 1.0 / 1.1, 700.0, 400.0);
      start = g_get_monotonic_time ();
      ready = FALSE;
      while (!ready)
        g_main_context_iteration (NULL, TRUE);
      spent = (g_get_monotonic_time () - start) / 1e3;
      g_array_append_val (times, spent);
    }
  g_signal_handler_disconnect (hearsay_canvas_get_picture (canvas), id);
  g_print ("sharp picture after the view settles: %.0f ms of wall time\n", frames_median (times));
}

/* With a header bar, as the application's windows have one. Where a frame changes
 * a window from edge to edge, cairo brings it to the X server in pages of shared
 * memory that are new each time: that alone may cost more than everything else. */
GtkWidget *
frames_show (GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1440, 900);
  gtk_window_set_titlebar (GTK_WINDOW (window), gtk_header_bar_new ());
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

void
frames_floor (void)
{
  GtkWidget *area = g_object_new (FLAT_TYPE_WIDGET, NULL);
  GtkWidget *window = frames_show (area);

  frames_wait_ms (300);
  frames_run (area, FRAMES_PAN, "a widget of one colour");
  gtk_window_destroy (GTK_WINDOW (window));
}
