/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "frames.h"
#include "ui/timeline/hearsay-timeline-canvas.h"

/* What a timeline costs: laying out made-up marks, frames while the view pans and
 * zooms, and the time until the picture is sharp again. CPU milliseconds of all
 * threads, medians; of the main thread in brackets. Needs a display for the
 * frames; GSK_RENDERER=cairo is the renderer that is measured. The first frames
 * are those of a widget of one colour and the same size: what GTK itself takes to bring
 * a changed window to the screen.
 *
 *   bench-timeline [MARKS [LANES]]
 */

#define FIRST_DAY 18000
#define N_DAYS 730

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

/* What a step of the zoom costs, before anything is painted. */
static void
measure_painter (HearsayTimeline               *timeline,
                 double                         pixels_per_day,
                 HearsayTimelinePainterOptions *options,
                 const char                    *what)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_marks = 0;

  options->pixels_per_day = pixels_per_day;
  for (guint k = 0; k < 9; k++)
    {
      double begin = frames_cpu_ms (CLOCK_PROCESS_CPUTIME_ID);
      HearsayTimelinePainter *painter = hearsay_timeline_painter_new (timeline, options);
      double spent = frames_cpu_ms (CLOCK_PROCESS_CPUTIME_ID) - begin;

      n_marks = hearsay_timeline_painter_get_n_marks (painter);
      hearsay_timeline_painter_unref (painter);
      g_array_append_val (times, spent);
    }
  g_print ("lay out 100000 marks at %g px a day as %s (%u shown apart): %.1f ms\n", pixels_per_day, what, n_marks, frames_median (times));
}

static void
measure_layout (void)
{
  static const double scales[] = { 1.0, 12.0, 60.0, 400.0 };
  struct
  {
    const char *name;
    HearsayTimelinePainterOptions options;
  } modes[] = {
    { "marks", HEARSAY_TIMELINE_PAINTER_OPTIONS_INIT },
    { "smoothed curves", HEARSAY_TIMELINE_PAINTER_OPTIONS_INIT },
    { "stepped curves", HEARSAY_TIMELINE_PAINTER_OPTIONS_INIT },
    { "totals", HEARSAY_TIMELINE_PAINTER_OPTIONS_INIT },
  };
  double start = frames_cpu_ms (CLOCK_PROCESS_CPUTIME_ID);
  g_autoptr (HearsayTimeline) timeline = make_timeline (100000, 400);

  modes[1].options.mode = modes[2].options.mode = HEARSAY_TIMELINE_CURVES;
  modes[2].options.stepped = TRUE;
  modes[3].options.mode = HEARSAY_TIMELINE_TOTALS;
  g_print ("100000 statements sorted into 400 lanes: %.1f ms\n", frames_cpu_ms (CLOCK_PROCESS_CPUTIME_ID) - start);
  for (guint mode = 0; mode < G_N_ELEMENTS (modes); mode++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
        measure_painter (timeline, scales[i], &modes[mode].options, modes[mode].name);
    }
}

static void
measure_frames (guint n_items,
                guint n_lanes)
{
  g_autoptr (HearsayTimeline) timeline = make_timeline (n_items, n_lanes);
  GtkWidget *canvas = hearsay_timeline_canvas_new ();
  GtkWidget *window = frames_show (canvas);
  HearsayTimelineCanvas *timeline_canvas = HEARSAY_TIMELINE_CANVAS (canvas);

  hearsay_timeline_canvas_set_timeline (timeline_canvas, timeline);
  frames_wait_ms (600);
  frames_run (canvas, FRAMES_PAN, "pan, all days in sight");
  frames_run (canvas, FRAMES_ZOOM, "zoom, all days in sight");
  hearsay_timeline_canvas_set_range (timeline_canvas, FIRST_DAY + 300.0, FIRST_DAY + 300.0 + 44.0);
  frames_wait_ms (600);
  g_print ("%u statements in %u lanes, %u marks\n", n_items, n_lanes,
           hearsay_timeline_painter_get_n_marks (hearsay_timeline_canvas_get_painter (timeline_canvas)));
  frames_run (canvas, FRAMES_PAN, "pan, marks apart");
  frames_run (canvas, FRAMES_PAN_ALONG, "pan along the days, marks apart");
  frames_run (canvas, FRAMES_ZOOM, "zoom, marks apart");
  frames_sharp (HEARSAY_CANVAS (canvas));
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
  frames_floor ();
  measure_frames (n_items, n_lanes);
  return 0;
}
