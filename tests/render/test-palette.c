/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "render/hearsay-shapes.h"
#include "render/hearsay-text.h"

static const HearsayStyle styles[] = { HEARSAY_STYLE_LIGHT, HEARSAY_STYLE_DARK };

static void
test_contrast (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (styles); s++)
    {
      HearsayColour view = hearsay_palette_role (styles[s], HEARSAY_ROLE_VIEW);
      HearsayColour text = hearsay_colour_over (hearsay_palette_role (styles[s], HEARSAY_ROLE_TEXT), view);

      g_assert_cmpfloat (hearsay_colour_contrast (text, view), >=, 4.5);
      for (int i = 0; i < HEARSAY_N_SPEAKER_HUES; i++)
        g_assert_cmpfloat (hearsay_colour_contrast (hearsay_palette_speaker (styles[s], i), view), >=, 2.9);
      for (guint p = 0; p < HEARSAY_N_POSITIONS; p++)
        {
          HearsayColour tint = hearsay_colour_over (hearsay_palette_stance (styles[s], p, HEARSAY_STANCE_TINT), view);

          g_assert_cmpfloat (hearsay_colour_contrast (hearsay_palette_stance (styles[s], p, HEARSAY_STANCE_MARK), view), >=, 3.0);
          g_assert_cmpfloat (hearsay_colour_contrast (hearsay_palette_stance (styles[s], p, HEARSAY_STANCE_TEXT), tint), >=, 4.5);
        }
    }
}

static void
test_hues_repeat (void)
{
  HearsayColour first = hearsay_palette_speaker (HEARSAY_STYLE_LIGHT, 0);
  HearsayColour eleventh = hearsay_palette_speaker (HEARSAY_STYLE_LIGHT, 10);
  HearsayColour silent = hearsay_palette_speaker (HEARSAY_STYLE_LIGHT, -1);

  g_assert_cmpmem (&first, sizeof first, &eleventh, sizeof eleventh);
  g_assert_false (hearsay_palette_speaker_has_ring (9));
  g_assert_true (hearsay_palette_speaker_has_ring (10));
  g_assert_cmpint (memcmp (&first, &silent, sizeof first), !=, 0);
}

static void
test_css (void)
{
  g_autofree char *css = hearsay_colour_to_css (hearsay_palette_tint (HEARSAY_STYLE_LIGHT, 0, HEARSAY_TINT_NORMAL));

  g_assert_cmpstr (css, ==, "rgba(157,69,159,0.110)");
}

static void
test_node_outline (void)
{
  static const HearsayNodeKind kinds[] = {
    HEARSAY_NODE_PERSON, HEARSAY_NODE_GROUP, HEARSAY_NODE_ORGANIZATION, HEARSAY_NODE_COUNTRY, HEARSAY_NODE_ISSUE
  };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);

  /* The outline that is painted and the one that is hit are the same. */
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      double half_width = kinds[k] == HEARSAY_NODE_ISSUE ? 80.0 : 30.0;
      double half_height = kinds[k] == HEARSAY_NODE_ISSUE ? 17.0 : 30.0;

      cairo_new_path (cr);
      hearsay_node_path (cr, kinds[k], 0.0, 0.0, half_width, half_height);
      for (double y = -40.35; y < 40.0; y += 1.7)
        {
          for (double x = -90.35; x < 90.0; x += 1.7)
            {
              gboolean grown = hearsay_node_contains (kinds[k], half_width + 0.3, half_height + 0.3, x, y);
              gboolean shrunk = hearsay_node_contains (kinds[k], half_width - 0.3, half_height - 0.3, x, y);

              if (grown == shrunk)
                g_assert_cmpint (cairo_in_fill (cr, x, y), ==, grown);
            }
        }
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* How much of a square around (20, 20) is painted, from 0 to 1. */
static double
painted_share (const HearsayMarkLook *look)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 40, 40);
  cairo_t *cr = cairo_create (surface);
  guint n = 0;

  hearsay_mark_draw (cr, HEARSAY_STYLE_LIGHT, look, 20.0, 20.0);
  cairo_surface_flush (surface);
  for (int y = 0; y < 40; y++)
    {
      const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

      for (int x = 0; x < 40; x++)
        n += row[4 * x + 3] > 127;
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return n / 1600.0;
}

static void
test_marks_weigh_the_same (void)
{
  HearsayMarkLook look = { .size = HEARSAY_MARK_SIZE, .sign = TRUE };
  double shares[HEARSAY_N_STATEMENT_KINDS];

  for (guint k = 0; k < HEARSAY_N_STATEMENT_KINDS; k++)
    {
      look.kind = (HearsayStatementKind) k;
      shares[k] = painted_share (&look);
      g_assert_cmpfloat (shares[k], >, 0.12);
      g_assert_cmpfloat (shares[k], <, 0.24);
    }
  g_assert_cmpfloat_with_epsilon (shares[0], shares[1], 0.04);
  g_assert_cmpfloat_with_epsilon (shares[0], shares[2], 0.04);
}

static void
test_text_is_cut (void)
{
  HearsayTextLook look = { .size = 13.3, .weight = 400 };
  double whole;
  double cut;

  hearsay_text_measure ("A name that goes on and on", &look, &whole, NULL);
  look.max_width = 60.0;
  hearsay_text_measure ("A name that goes on and on", &look, &cut, NULL);
  g_assert_cmpfloat (whole, >, 100.0);
  g_assert_cmpfloat (cut, <=, 60.5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/palette/contrast", test_contrast);
  g_test_add_func ("/render/palette/hues-repeat", test_hues_repeat);
  g_test_add_func ("/render/palette/css", test_css);
  g_test_add_func ("/render/shapes/node-outline", test_node_outline);
  g_test_add_func ("/render/shapes/marks-weigh-the-same", test_marks_weigh_the_same);
  g_test_add_func ("/render/text/cut", test_text_is_cut);

  return g_test_run ();
}
