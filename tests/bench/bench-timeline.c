/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <adwaita.h>
#include <time.h>

#include "ui/timeline/hearsay-timeline-canvas.h"

/* What a timeline costs: laying out made-up marks, frames while the view pans and
 * zooms, and the time until the picture is sharp again. CPU milliseconds of all
 * threads, medians; of the main thread in brackets. Needs a display for the
 * frames; GSK_RENDERER=cairo is the renderer that is measured. The first frames
 * are those of an empty widget of the same size: what GTK itself takes to bring
 * a changed window to the screen.
 *
 *   bench-timeline [MARKS [LANES]]
 */

#define N_FRAMES 90
#define FIRST_DAY 18000
#define N_DAYS 730

static double
cpu_ms (clockid_t clock)
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

static double
median (GArray *values)
{
  g_array_sort (values, compare_doubles);
  return values->len > 0 ? g_array_index (values, double, values->len / 2) : 0.0;
}

/* One in ten dates is known to the week only, one in fifty to the month. */
static HearsayTimeline *
make_timeline (guint n_items,
               guint n_lanes)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree HearsayTimelineItem *items = g_new0 (HearsayTimelineItem, n_items);
  g_autofree HearsayTimelineLane *lanes = g_new0 (HearsayTimelineLane, n_lanes);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  HearsayTimelinePublication publications[40];

  for (guint i = 0; i < n_lanes; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("Speaker of the Number %u", i));
      lanes[i] = (HearsayTimelineLane) { .name = names->pdata[i], .initials = (char *) "SN", .colour = (gint32) i };
    }
  for (guint i = 0; i < G_N_ELEMENTS (publications); i++)
    publications[i] = (HearsayTimelinePublication) { (char *) "The Paper", FIRST_DAY + (gint32) i * N_DAYS / 40, -1 };
  for (guint i = 0; i < n_items; i++)
    {
      gint32 day = FIRST_DAY + g_rand_int_range (random, 0, N_DAYS);

      items[i] = (HearsayTimelineItem) {
        .statement = i,
        .lane = i % n_lanes,
        .publication = (gint32) (i % G_N_ELEMENTS (publications)),
        .first_day = day,
        .last_day = i % 50 == 0 ? day + 29 : i % 10 == 0 ? day + 6 : day,
        .minute = -1,
        .kind = (HearsayStatementKind) (i % HEARSAY_N_STATEMENT_KINDS),
        .position = (HearsayPosition) (i % HEARSAY_N_POSITIONS),
        .about_issue = i % 4 != 0,
      };
      lanes[items[i].lane].n_statements++;
    }
  return hearsay_timeline_new (items, n_items, lanes, n_lanes, publications, G_N_ELEMENTS (publications), "An issue",
                               HEARSAY_LANE_ORDER_FIRST);
}

static void
measure_layout (void)
{
  static const double scales[] = { 1.0, 12.0, 60.0, 400.0 };
  double start = cpu_ms (CLOCK_PROCESS_CPUTIME_ID);
  g_autoptr (HearsayTimeline) timeline = make_timeline (100000, 400);

  g_print ("100000 statements sorted into 400 lanes: %.1f ms\n", cpu_ms (CLOCK_PROCESS_CPUTIME_ID) - start);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
      HearsayTimelinePainterOptions options = HEARSAY_TIMELINE_PAINTER_OPTIONS_INIT;
      guint n_marks = 0;

      options.pixels_per_day = scales[i];
      for (guint k = 0; k < 9; k++)
        {
          double begin = cpu_ms (CLOCK_PROCESS_CPUTIME_ID);
          HearsayTimelinePainter *painter = hearsay_timeline_painter_new (timeline, &options);
          double spent = cpu_ms (CLOCK_PROCESS_CPUTIME_ID) - begin;

          n_marks = hearsay_timeline_painter_get_n_marks (painter);
          hearsay_timeline_painter_unref (painter);
          g_array_append_val (times, spent);
        }
      g_print ("lay out 100000 marks at %g px a day (%u shown apart): %.1f ms\n", scales[i], n_marks, median (times));
    }
}

static gboolean flat;

static void
draw_flat_cb (GtkDrawingArea *area,
              cairo_t        *cr,
              int             width,
              int             height,
              gpointer        data)
{
  flat = !flat;
  cairo_set_source_rgb (cr, flat ? 1.0 : 0.9, 1.0, 1.0);
  cairo_paint (cr);
}

typedef struct
{
  HearsayCanvas *canvas; /* nullable: the widget is only drawn anew */
  GMainLoop *loop;
  gboolean zoom;
  guint frame;
  double all;
  double thread;
  GArray *all_times;
  GArray *thread_times;
} Run;

/* Frames begin and end here: all that lies between two is one frame's cost. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Run *run = data;
  double all = cpu_ms (CLOCK_PROCESS_CPUTIME_ID);
  double thread = cpu_ms (CLOCK_THREAD_CPUTIME_ID);
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
  else if (run->zoom)
    HEARSAY_CANVAS_GET_CLASS (run->canvas)->zoom (run->canvas, run->frame < N_FRAMES / 2 ? 1.02 : 1.0 / 1.02, 700.0, 400.0);
  else
    HEARSAY_CANVAS_GET_CLASS (run->canvas)->pan (run->canvas, run->frame < N_FRAMES / 2 ? -23.0 : 23.0, run->frame % 2 ? -7.0 : 5.0);
  return G_SOURCE_CONTINUE;
}

static void
run_frames (GtkWidget  *widget,
            gboolean    zoom,
            const char *name)
{
  Run run = { .canvas = HEARSAY_IS_CANVAS (widget) ? HEARSAY_CANVAS (widget) : NULL, .zoom = zoom };

  run.loop = g_main_loop_new (NULL, FALSE);
  run.all_times = g_array_new (FALSE, FALSE, sizeof (double));
  run.thread_times = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_widget_add_tick_callback (widget, tick_cb, &run, NULL);
  g_main_loop_run (run.loop);
  g_print ("%s: %.1f ms (%.1f ms) a frame\n", name, median (run.all_times), median (run.thread_times));
  g_array_unref (run.all_times);
  g_array_unref (run.thread_times);
  g_main_loop_unref (run.loop);
}

static void
wait_ms (guint ms)
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
static void
measure_sharp (HearsayCanvas *canvas)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  gulong id;
  gboolean ready = FALSE;

  id = g_signal_connect_swapped (hearsay_canvas_get_picture (canvas), "ready", G_CALLBACK (ready_cb), &ready);
  for (guint i = 0; i < 15; i++)
    {
      gint64 start;
      double spent;

      wait_ms (200);
      HEARSAY_CANVAS_GET_CLASS (canvas)->zoom (canvas, i % 2 ? 1.1 : 1.0 / 1.1, 700.0, 400.0);
      start = g_get_monotonic_time ();
      ready = FALSE;
      while (!ready)
        g_main_context_iteration (NULL, TRUE);
      spent = (g_get_monotonic_time () - start) / 1e3;
      g_array_append_val (times, spent);
    }
  g_signal_handler_disconnect (hearsay_canvas_get_picture (canvas), id);
  g_print ("sharp picture after the view settles: %.0f ms of wall time\n", median (times));
}

static GtkWidget *
show (GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1440, 900);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
measure_floor (void)
{
  GtkWidget *area = gtk_drawing_area_new ();
  GtkWidget *window = show (area);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_flat_cb, NULL, NULL);
  wait_ms (300);
  run_frames (area, FALSE, "an empty widget");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
measure_frames (guint n_items,
                guint n_lanes)
{
  g_autoptr (HearsayTimeline) timeline = make_timeline (n_items, n_lanes);
  GtkWidget *canvas = hearsay_timeline_canvas_new ();
  GtkWidget *window = show (canvas);
  HearsayTimelineCanvas *timeline_canvas = HEARSAY_TIMELINE_CANVAS (canvas);

  hearsay_timeline_canvas_set_timeline (timeline_canvas, timeline);
  wait_ms (600);
  run_frames (canvas, FALSE, "pan, all days in sight");
  run_frames (canvas, TRUE, "zoom, all days in sight");
  hearsay_timeline_canvas_set_range (timeline_canvas, FIRST_DAY + 300.0, FIRST_DAY + 300.0 + 44.0);
  wait_ms (600);
  g_print ("%u statements in %u lanes, %u marks\n", n_items, n_lanes,
           hearsay_timeline_painter_get_n_marks (hearsay_timeline_canvas_get_painter (timeline_canvas)));
  run_frames (canvas, FALSE, "pan, marks apart");
  run_frames (canvas, TRUE, "zoom, marks apart");
  measure_sharp (HEARSAY_CANVAS (canvas));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  guint n_items = argc > 1 ? (guint) MAX (1, atoi (argv[1])) : 10000;
  guint n_lanes = argc > 2 ? (guint) MAX (1, atoi (argv[2])) : 200;

  measure_layout ();
  if (!gtk_init_check ())
    {
      g_print ("no display: frames are not measured\n");
      return 0;
    }
  adw_init ();
  measure_floor ();
  measure_frames (n_items, n_lanes);
  return 0;
}
