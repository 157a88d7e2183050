/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <libxml/parser.h>
#include <math.h>
#include <string.h>

#include "render-samples.h"
#include "render/hearsay-figure.h"
#include "render/hearsay-network-crowd.h"
#include "render/hearsay-timeline-painter.h"

typedef struct
{
  const guint8 *data;
  gsize size;
} Bytes;

static cairo_status_t
read_bytes (void          *closure,
            unsigned char *data,
            unsigned int   length)
{
  Bytes *bytes = closure;

  if (bytes->size < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, bytes->data, length);
  bytes->data += length;
  bytes->size -= length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
load_png (GBytes *png)
{
  Bytes bytes;
  cairo_surface_t *surface;

  bytes.data = g_bytes_get_data (png, &bytes.size);
  surface = cairo_image_surface_create_from_png_stream (read_bytes, &bytes);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

static guint32
pixel (cairo_surface_t *surface,
       int              x,
       int              y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);
  guint32 value;

  memcpy (&value, row + 4 * x, sizeof value);
  return cairo_image_surface_get_format (surface) == CAIRO_FORMAT_RGB24 ? value | 0xff000000u : value;
}

/* Pixels that differ from the corner's. */
static guint
count_painted (cairo_surface_t *surface)
{
  guint32 ground = pixel (surface, 0, 0);
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    {
      for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
        n += pixel (surface, x, y) != ground;
    }
  return n;
}

static GBytes *
write_sample (gboolean                    timeline,
              guint                       n,
              const HearsayFigureOptions *options)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  if (timeline)
    {
      g_autoptr (HearsayTimeline) sample = render_samples_new_timeline (2, n, MIN (n, 7), n % 2 == 0 ? "coastal treaty" : NULL);

      bytes = hearsay_figure_write_timeline (sample, options, NULL, &error);
    }
  else
    {
      g_autoptr (HearsayNetwork) network = render_samples_new_network (2, n, 2 * n);
      g_autofree HearsayPoint *positions = render_samples_new_layout (network, 2);

      bytes = hearsay_figure_write_network (network, positions, options, NULL, &error);
    }
  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

static void
test_png (void)
{
  static const guint sizes[] = { 0, 1, 12, 80 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      for (guint timeline = 0; timeline < 2; timeline++)
        {
          HearsayFigureOptions options = HEARSAY_FIGURE_OPTIONS_INIT;
          g_autoptr (GBytes) bytes = NULL;
          cairo_surface_t *surface;

          options.width = 640.0;
          options.height = 400.0;
          options.scale = 1.5;
          options.mode = (HearsayTimelineMode) (s % 3);
          options.title = "A title";
          bytes = write_sample (timeline, sizes[s], &options);
          surface = load_png (bytes);
          g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 960);
          g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 600);
          g_assert_cmpuint (count_painted (surface), >, 400);
          cairo_surface_destroy (surface);
        }
    }
}

static void
test_backgrounds (void)
{
  static const struct
  {
    HearsayStyle style;
    HearsayBackground background;
    guint32 corner;
  } cases[] = {
    { HEARSAY_STYLE_LIGHT, HEARSAY_BACKGROUND_STYLE, 0xffffffff },
    { HEARSAY_STYLE_DARK, HEARSAY_BACKGROUND_STYLE, 0xff1e1e1e },
    { HEARSAY_STYLE_DARK, HEARSAY_BACKGROUND_WHITE, 0xffffffff },
    { HEARSAY_STYLE_LIGHT, HEARSAY_BACKGROUND_DARK, 0xff1e1e1e },
    { HEARSAY_STYLE_LIGHT, HEARSAY_BACKGROUND_TRANSPARENT, 0x00000000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HearsayFigureOptions options = HEARSAY_FIGURE_OPTIONS_INIT;
      g_autoptr (GBytes) bytes = NULL;
      cairo_surface_t *surface;

      options.style = cases[i].style;
      options.background = cases[i].background;
      options.width = options.height = 400.0;
      bytes = write_sample (i % 2, 12, &options);
      surface = load_png (bytes);
      g_assert_cmphex (pixel (surface, 0, 0), ==, cases[i].corner);
      g_assert_cmpuint (count_painted (surface), >, 400);
      cairo_surface_destroy (surface);
    }
}

/* Curves and totals are drawn on paper as on screen: with lines, with bars, and
 * in lanes that are high enough for them. */
static void
test_modes (void)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint m = 0; m < 4; m++)
    {
      HearsayFigureOptions options = HEARSAY_FIGURE_OPTIONS_INIT;
      cairo_surface_t *surface;

      options.mode = (HearsayTimelineMode) MIN (m, HEARSAY_TIMELINE_TOTALS);
      if (m == 3)
        {
          options.mode = HEARSAY_TIMELINE_CURVES;
          options.stepped = TRUE;
        }
      g_ptr_array_add (files, write_sample (TRUE, 60, &options));
      surface = load_png (g_ptr_array_index (files, m));
      g_assert_cmpuint (count_painted (surface), >, 3000);
      cairo_surface_destroy (surface);
      for (guint k = 0; k < m; k++)
        g_assert_false (g_bytes_equal (g_ptr_array_index (files, m), g_ptr_array_index (files, k)));
    }
}

static void
test_svg (void)
{
  HearsayFigureOptions options = HEARSAY_FIGURE_OPTIONS_INIT;

  options.format = HEARSAY_FIGURE_SVG;
  options.title = "Who <speaks> & about whom";
  for (guint timeline = 0; timeline < 2; timeline++)
    {
      g_autoptr (GBytes) bytes = write_sample (timeline, 12, &options);
      gsize size;
      const char *text = g_bytes_get_data (bytes, &size);
      xmlDocPtr document = xmlReadMemory (text, (int) size, "figure.svg", NULL, XML_PARSE_NONET);

      g_assert_nonnull (document);
      g_assert_cmpstr ((const char *) xmlDocGetRootElement (document)->name, ==, "svg");
      g_assert_nonnull (g_strstr_len (text, (gssize) size, "<title>Who &lt;speaks&gt; &amp; about whom</title>"));
      g_assert_nonnull (g_strstr_len (text, (gssize) size, "<desc>"));
      g_assert_nonnull (g_strstr_len (text, (gssize) size, "<path"));
      xmlFreeDoc (document);
    }
}

static void
test_pdf (void)
{
  HearsayFigureOptions options = HEARSAY_FIGURE_OPTIONS_INIT;
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  const char *text;

  options.format = HEARSAY_FIGURE_PDF;
  options.title = "Title";
  bytes = write_sample (FALSE, 12, &options);
  text = g_bytes_get_data (bytes, &size);
  g_assert_cmpmem (text, 5, "%PDF-", 5);
  g_assert_cmpuint (size, >, 5000);
  g_assert_nonnull (g_strrstr_len (text + size - 32, 32, "%%EOF"));
  g_assert_null (g_strstr_len (text, (gssize) size, "CreationDate"));
}

static guint
count_in (GBytes     *bytes,
          const char *needle)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  const char *end = text + size;
  guint n = 0;

  for (const char *p = g_strstr_len (text, end - text, needle); p != NULL; p = g_strstr_len (p + 1, end - p - 1, needle))
    n++;
  return n;
}

/* A million nodes, made smaller with their paper: every node and edge is there, in few strokes and
 * few bytes, without names; one more square inch, and they are drawn singly. */
static void
test_crowd (void)
{
  const guint n_nodes = 4000;
  const guint n_edges = 6000;
  g_autoptr (HearsayNetwork) network = render_samples_new_network (3, n_nodes, n_edges);
  g_autofree HearsayPoint *positions = render_samples_new_layout (network, 3);
  HearsayBox small = { 0.0, 0.0, 400.0, 400.0 };
  HearsayBox large = { 0.0, 0.0, 500.0, 500.0 };
  HearsayFigureOptions options = HEARSAY_FIGURE_OPTIONS_INIT;
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (GBytes) part = NULL;
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface;
  guint n_loops = 0;

  g_assert_true (hearsay_network_is_crowd (network, &small));
  g_assert_false (hearsay_network_is_crowd (network, &large));
  for (guint i = 0; i < network->n_edges; i++)
    n_loops += network->edges[i].source == network->edges[i].target;
  /* Damaged positions move nobody else. */
  positions[7].x = NAN;
  options.width = options.height = 400.0;
  options.legend = FALSE;
  options.format = HEARSAY_FIGURE_SVG;
  svg = hearsay_figure_write_network (network, positions, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_in (svg, "<path"), <, 80);
  g_assert_cmpuint (count_in (svg, " L "), >=, n_nodes + n_edges - n_loops);
  g_assert_cmpuint (count_in (svg, "<use"), ==, 0);
  g_assert_cmpuint (g_bytes_get_size (svg), <, 80 * (n_nodes + n_edges));
  options.part = (HearsayBox) { -50.0, -50.0, 50.0, 50.0 };
  part = hearsay_figure_write_network (network, positions, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_in (part, "<use"), >, 0);
  options.part = (HearsayBox) { 0.0, 0.0, 0.0, 0.0 };
  options.format = HEARSAY_FIGURE_PNG;
  png = hearsay_figure_write_network (network, positions, &options, NULL, &error);
  g_assert_no_error (error);
  surface = load_png (png);
  g_assert_cmpuint (count_painted (surface), >, 20000);
  cairo_surface_destroy (surface);
}

/* A part fills the figure; what lies beyond it is not there, and there is room for names again. */
static void
test_part (void)
{
  HearsayNetworkNode nodes[] = { { .name = (char *) "Ada Lindqvist" }, { .name = (char *) "Mira Okafor" } };
  HearsayNetwork network = { .nodes = nodes, .n_nodes = 2 };
  HearsayPoint positions[] = { { 0.0, 0.0 }, { 1000.0, 0.0 } };
  HearsayFigureOptions options = HEARSAY_FIGURE_OPTIONS_INIT;

  options.legend = FALSE;
  options.width = options.height = 400.0;
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GBytes) png = NULL;
      g_autoptr (GError) error = NULL;
      cairo_surface_t *surface;

      if (i > 0)
        options.part = (HearsayBox) { positions[i - 1].x - 100.0, -50.0, positions[i - 1].x + 100.0, 50.0 };
      png = hearsay_figure_write_network (&network, positions, &options, NULL, &error);
      g_assert_no_error (error);
      surface = load_png (png);
      if (i == 0)
        g_assert_cmphex (pixel (surface, 200, 200), ==, pixel (surface, 0, 0));
      else
        g_assert_cmphex (pixel (surface, 200, 185), !=, pixel (surface, 0, 0));
      cairo_surface_destroy (surface);
    }
}

/* However large the paper is, a graph of a million takes no painter of single curves. */
static void
test_crowd_on_large_paper (void)
{
  HearsayNetworkNode node = { .name = (char *) "A" };
  HearsayNetwork network = { .nodes = &node, .n_nodes = 1, .n_edges = 1000000 };
  HearsayBox paper = { 0.0, 0.0, 20000.0, 20000.0 };

  g_assert_true (hearsay_network_is_crowd (&network, &paper));
  network.n_edges = 100000;
  g_assert_false (hearsay_network_is_crowd (&network, &paper));
}

static void
test_same_bytes (void)
{
  for (guint format = 0; format < 3; format++)
    {
      for (guint timeline = 0; timeline < 2; timeline++)
        {
          HearsayFigureOptions options = HEARSAY_FIGURE_OPTIONS_INIT;
          g_autoptr (GBytes) first = NULL;
          g_autoptr (GBytes) second = NULL;

          options.format = (HearsayFigureFormat) format;
          first = write_sample (timeline, 20, &options);
          second = write_sample (timeline, 20, &options);
          g_assert_true (g_bytes_equal (first, second));
        }
    }
}

static void
test_refusals (void)
{
  g_autoptr (HearsayTimeline) timeline = render_samples_new_timeline (1, 3, 2, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  HearsayFigureOptions options = HEARSAY_FIGURE_OPTIONS_INIT;

  options.width = 3.0;
  g_assert_null (hearsay_figure_write_timeline (timeline, &options, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  options.width = options.height = 20000.0;
  options.scale = 8.0;
  g_assert_null (hearsay_figure_write_timeline (timeline, &options, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  options = (HearsayFigureOptions) HEARSAY_FIGURE_OPTIONS_INIT;
  g_cancellable_cancel (cancellable);
  g_assert_null (hearsay_figure_write_timeline (timeline, &options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_formats (void)
{
  HearsayFigureFormat format;

  g_assert_true (hearsay_figure_format_parse ("a/b.SVG", &format));
  g_assert_cmpint (format, ==, HEARSAY_FIGURE_SVG);
  g_assert_true (hearsay_figure_format_parse ("x.pdf", &format));
  g_assert_cmpint (format, ==, HEARSAY_FIGURE_PDF);
  g_assert_false (hearsay_figure_format_parse (".png", &format));
  g_assert_false (hearsay_figure_format_parse ("x.gexf", &format));
  g_assert_false (hearsay_figure_format_parse (NULL, &format));
}

static void
test_timeline_hits (void)
{
  g_autoptr (HearsayTimeline) timeline = render_samples_new_timeline (4, 60, 8, "coastal treaty");
  HearsayTimelinePainterOptions options = HEARSAY_TIMELINE_PAINTER_OPTIONS_INIT;
  g_autoptr (HearsayTimelinePainter) painter = hearsay_timeline_painter_new (timeline, &options);
  HearsayTimelineLook look = { .origin = 18553.0, .width = 1600.0, .height = 800.0 };
  guint n_seen = 0;

  for (guint i = 0; i < hearsay_timeline_painter_get_n_marks (painter); i++)
    {
      HearsayBox box = hearsay_timeline_painter_get_box (painter, &look, i);

      g_assert_cmpint (hearsay_timeline_painter_hit (painter, &look, (box.x0 + box.x1) / 2.0, (box.y0 + box.y1) / 2.0), ==, (int) i);
      n_seen += hearsay_timeline_painter_get_mark (painter, i)->n_items;
      for (guint k = 0; k < hearsay_timeline_painter_get_mark (painter, i)->n_items; k++)
        {
          const HearsayTimelineItem *item = hearsay_timeline_painter_get_item (painter, i, k);

          g_assert_cmpint (hearsay_timeline_painter_find_mark (painter, (guint) (item - timeline->items)), ==, (int) i);
        }
    }
  g_assert_cmpuint (n_seen, ==, 60);
  g_assert_cmpint (hearsay_timeline_painter_hit (painter, &look, 10.0, 10.0), ==, -1);
  g_assert_cmpint (hearsay_timeline_painter_hit (painter, &look, 600.0, 5000.0), ==, -1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/figure/png", test_png);
  g_test_add_func ("/render/figure/backgrounds", test_backgrounds);
  g_test_add_func ("/render/figure/modes", test_modes);
  g_test_add_func ("/render/figure/svg", test_svg);
  g_test_add_func ("/render/figure/pdf", test_pdf);
  g_test_add_func ("/render/figure/same-bytes", test_same_bytes);
  g_test_add_func ("/render/figure/part", test_part);
  g_test_add_func ("/render/figure/crowd", test_crowd);
  g_test_add_func ("/render/figure/crowd-on-large-paper", test_crowd_on_large_paper);
  g_test_add_func ("/render/figure/refusals", test_refusals);
  g_test_add_func ("/render/figure/formats", test_formats);
  g_test_add_func ("/render/timeline/hits", test_timeline_hits);

  return g_test_run ();
}
