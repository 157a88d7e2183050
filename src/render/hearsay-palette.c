/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "render/hearsay-palette.h"

typedef struct
{
  guint32 rgb;
  double alpha;
} Token;

static const Token roles[HEARSAY_N_ROLES][2] = {
  [HEARSAY_ROLE_WINDOW] = { { 0xfafafa, 1 }, { 0x242424, 1 } },
  [HEARSAY_ROLE_HEADER_BAR] = { { 0xebebeb, 1 }, { 0x303030, 1 } },
  [HEARSAY_ROLE_VIEW] = { { 0xffffff, 1 }, { 0x1e1e1e, 1 } },
  [HEARSAY_ROLE_CARD] = { { 0xffffff, 1 }, { 0xffffff, 0.08 } },
  [HEARSAY_ROLE_POPOVER] = { { 0xffffff, 1 }, { 0x383838, 1 } },
  [HEARSAY_ROLE_CANVAS_CARD] = { { 0xffffff, 1 }, { 0x303030, 1 } },
  [HEARSAY_ROLE_SIDEBAR] = { { 0xf4f4f4, 1 }, { 0x2a2a2a, 1 } },
  [HEARSAY_ROLE_TEXT] = { { 0x000000, 0.80 }, { 0xffffff, 1 } },
  [HEARSAY_ROLE_DIM] = { { 0x000000, 0.56 }, { 0xffffff, 0.62 } },
  [HEARSAY_ROLE_FAINT] = { { 0x000000, 0.38 }, { 0xffffff, 0.42 } },
  [HEARSAY_ROLE_LINE] = { { 0x000000, 0.12 }, { 0xffffff, 0.12 } },
  [HEARSAY_ROLE_SOFT_LINE] = { { 0x000000, 0.07 }, { 0xffffff, 0.08 } },
  [HEARSAY_ROLE_SHADE] = { { 0x000000, 0.032 }, { 0xffffff, 0.035 } },
  [HEARSAY_ROLE_ACCENT] = { { 0x3584e4, 1 }, { 0x3584e4, 1 } },
  [HEARSAY_ROLE_ACCENT_TEXT] = { { 0x1a5fb4, 1 }, { 0x78aeed, 1 } },
  [HEARSAY_ROLE_BODY] = { { 0x454349, 1 }, { 0xd5d3da, 1 } },
  [HEARSAY_ROLE_BODY_TEXT] = { { 0xffffff, 1 }, { 0x1b1b1e, 1 } },
  [HEARSAY_ROLE_PILL] = { { 0xffffff, 1 }, { 0x35343a, 1 } },
  [HEARSAY_ROLE_PILL_LINE] = { { 0x77767b, 1 }, { 0x8e8d94, 1 } },
};

static const Token stances[HEARSAY_N_POSITIONS][4][2] = {
  [HEARSAY_POSITION_NEUTRAL] = {
    [HEARSAY_STANCE_MARK] = { { 0x77767b, 1 }, { 0x9a9996, 1 } },
    [HEARSAY_STANCE_TEXT] = { { 0x55535b, 1 }, { 0xc0bfbc, 1 } },
    [HEARSAY_STANCE_TINT] = { { 0x77767b, 0.16 }, { 0x9a9996, 0.22 } },
    [HEARSAY_STANCE_SIGN] = { { 0xffffff, 1 }, { 0x1b1b1e, 1 } },
  },
  [HEARSAY_POSITION_SUPPORT] = {
    [HEARSAY_STANCE_MARK] = { { 0x1c71d8, 1 }, { 0x62a0ea, 1 } },
    [HEARSAY_STANCE_TEXT] = { { 0x1a5fb4, 1 }, { 0x99c1f1, 1 } },
    [HEARSAY_STANCE_TINT] = { { 0x1c71d8, 0.12 }, { 0x62a0ea, 0.20 } },
    [HEARSAY_STANCE_SIGN] = { { 0xffffff, 1 }, { 0x1b1b1e, 1 } },
  },
  [HEARSAY_POSITION_OPPOSE] = {
    [HEARSAY_STANCE_MARK] = { { 0xe66100, 1 }, { 0xff9f43, 1 } },
    [HEARSAY_STANCE_TEXT] = { { 0x9c3f00, 1 }, { 0xffbe7a, 1 } },
    [HEARSAY_STANCE_TINT] = { { 0xe66100, 0.14 }, { 0xff9f43, 0.20 } },
    [HEARSAY_STANCE_SIGN] = { { 0xffffff, 1 }, { 0x1b1b1e, 1 } },
  },
};

typedef struct
{
  guint32 fill[2];
  guint32 initials[2];
} Hue;

static const Hue hues[HEARSAY_N_SPEAKER_HUES] = {
  { { 0x9d459f, 0xb29cba }, { 0xffffff, 0x1b1b1e } }, /* plum */
  { { 0x00605e, 0x429789 }, { 0xffffff, 0x1b1b1e } }, /* teal */
  { { 0x009fdb, 0x68d9ff }, { 0x1b1b1e, 0x1b1b1e } }, /* cyan */
  { { 0xa0240a, 0xe26b30 }, { 0xffffff, 0x1b1b1e } }, /* crimson */
  { { 0x4b2b96, 0x9566d4 }, { 0xffffff, 0xffffff } }, /* indigo */
  { { 0x4f2508, 0x99674e }, { 0xffffff, 0xffffff } }, /* brown */
  { { 0xcf70ae, 0xe0b7c7 }, { 0x1b1b1e, 0x1b1b1e } }, /* rose */
  { { 0x1b3249, 0x5a768e }, { 0xffffff, 0xffffff } }, /* slate */
  { { 0x5f7a4c, 0xb6f0a6 }, { 0xffffff, 0x1b1b1e } }, /* green */
  { { 0x9a8f4a, 0xf0e25a }, { 0x1b1b1e, 0x1b1b1e } }, /* ochre */
};

/* Who has said nothing has no hue: a grey that no speaker and no stance wears. */
static const Hue no_hue = { { 0x8b8a92, 0x8b8a92 }, { 0x1b1b1e, 0x1b1b1e } };

static HearsayColour
unpack (guint32 rgb,
        double  alpha)
{
  return (HearsayColour) {
    .red = ((rgb >> 16) & 0xff) / 255.0,
    .green = ((rgb >> 8) & 0xff) / 255.0,
    .blue = (rgb & 0xff) / 255.0,
    .alpha = alpha,
  };
}

static const Hue *
find_hue (int colour)
{
  return colour < 0 ? &no_hue : &hues[colour % HEARSAY_N_SPEAKER_HUES];
}

/**
 * hearsay_palette_role:
 *
 * Returns: the colour of @role; lines, dim text and dark cards are translucent
 */
HearsayColour
hearsay_palette_role (HearsayStyle style,
                      HearsayRole  role)
{
  const Token *token;

  g_return_val_if_fail ((guint) role < HEARSAY_N_ROLES, unpack (0, 1));

  token = &roles[role][style == HEARSAY_STYLE_DARK];
  return unpack (token->rgb, token->alpha);
}

/**
 * hearsay_palette_stance:
 *
 * Returns: the colour of @part of whatever shows @position
 */
HearsayColour
hearsay_palette_stance (HearsayStyle      style,
                        HearsayPosition   position,
                        HearsayStancePart part)
{
  const Token *token;

  g_return_val_if_fail ((guint) position < HEARSAY_N_POSITIONS, unpack (0, 1));
  g_return_val_if_fail ((guint) part <= HEARSAY_STANCE_SIGN, unpack (0, 1));

  token = &stances[position][part][style == HEARSAY_STYLE_DARK];
  return unpack (token->rgb, token->alpha);
}

/**
 * hearsay_palette_speaker:
 * @colour: the speaker's place in the palette, from 0; hues repeat after ten;
 *   negative for an actor who has said nothing
 */
HearsayColour
hearsay_palette_speaker (HearsayStyle style,
                         int          colour)
{
  return unpack (find_hue (colour)->fill[style == HEARSAY_STYLE_DARK], 1.0);
}

/**
 * hearsay_palette_initials:
 *
 * Returns: the colour of initials on hearsay_palette_speaker()
 */
HearsayColour
hearsay_palette_initials (HearsayStyle style,
                          int          colour)
{
  return unpack (find_hue (colour)->initials[style == HEARSAY_STYLE_DARK], 1.0);
}

/**
 * hearsay_palette_tint:
 *
 * Returns: the translucent ground behind a statement of that speaker
 */
HearsayColour
hearsay_palette_tint (HearsayStyle style,
                      int          colour,
                      HearsayTint  tint)
{
  static const double alphas[3][2] = { { 0.11, 0.18 }, { 0.18, 0.26 }, { 0.30, 0.38 } };

  g_return_val_if_fail ((guint) tint <= HEARSAY_TINT_SELECTED, unpack (0, 0));

  return unpack (find_hue (colour)->fill[style == HEARSAY_STYLE_DARK],
                 alphas[tint][style == HEARSAY_STYLE_DARK]);
}

/**
 * hearsay_palette_hull:
 * @community: 0, 1, …
 *
 * Returns: the soft ground of a community; neighbours in number differ
 */
HearsayColour
hearsay_palette_hull (HearsayStyle style,
                      int          community)
{
  static const guint8 order[] = { 1, 4, 9, 6, 8, 3, 2, 5 };
  const Hue *hue = &hues[order[ABS (community) % (int) G_N_ELEMENTS (order)]];

  return unpack (hue->fill[style == HEARSAY_STYLE_DARK], style == HEARSAY_STYLE_DARK ? 0.13 : 0.085);
}

/**
 * hearsay_palette_measure:
 * @share: 0 for the least, 1 for the most
 *
 * Returns: a colour on a scale of one hue, from pale to strong; light and dark
 *   differ enough to be told apart in grey
 */
HearsayColour
hearsay_palette_measure (HearsayStyle style,
                         double       share)
{
  static const HearsayColour light[] = { { 0.82, 0.86, 0.80, 1.0 }, { 0.30, 0.60, 0.52, 1.0 }, { 0.03, 0.24, 0.28, 1.0 } };
  static const HearsayColour dark[] = { { 0.20, 0.28, 0.28, 1.0 }, { 0.26, 0.59, 0.54, 1.0 }, { 0.88, 0.97, 0.76, 1.0 } };
  const HearsayColour *stops = style == HEARSAY_STYLE_DARK ? dark : light;
  double at = CLAMP (share, 0.0, 1.0) * 2.0;
  guint i = at >= 1.0 ? 1 : 0;
  double t = at - i;

  return (HearsayColour) {
    stops[i].red + (stops[i + 1].red - stops[i].red) * t,
    stops[i].green + (stops[i + 1].green - stops[i].green) * t,
    stops[i].blue + (stops[i + 1].blue - stops[i].blue) * t, 1.0,
  };
}

/**
 * hearsay_palette_speaker_has_ring:
 *
 * Returns: whether the hue is worn a second time and needs a ring to be told apart
 */
gboolean
hearsay_palette_speaker_has_ring (int colour)
{
  return colour >= HEARSAY_N_SPEAKER_HUES;
}

/**
 * hearsay_palette_stance_sign:
 *
 * Returns: “+”, “−” or “·”
 */
const char *
hearsay_palette_stance_sign (HearsayPosition position)
{
  switch (position)
    {
    case HEARSAY_POSITION_SUPPORT:
      return "+";
    case HEARSAY_POSITION_OPPOSE:
      return "−";
    case HEARSAY_POSITION_NEUTRAL:
    default:
      return "·";
    }
}

HearsayColour
hearsay_colour_with_alpha (HearsayColour colour,
                           double        alpha)
{
  colour.alpha = alpha;
  return colour;
}

/**
 * hearsay_colour_over:
 *
 * Returns: what is seen when @top lies on the opaque @ground
 */
HearsayColour
hearsay_colour_over (HearsayColour top,
                     HearsayColour ground)
{
  double a = top.alpha;

  return (HearsayColour) {
    .red = top.red * a + ground.red * (1.0 - a),
    .green = top.green * a + ground.green * (1.0 - a),
    .blue = top.blue * a + ground.blue * (1.0 - a),
    .alpha = 1.0,
  };
}

static double
linearise (double component)
{
  return component <= 0.04045 ? component / 12.92 : pow ((component + 0.055) / 1.055, 2.4);
}

static double
luminance (HearsayColour colour)
{
  return 0.2126 * linearise (colour.red) + 0.7152 * linearise (colour.green) + 0.0722 * linearise (colour.blue);
}

/**
 * hearsay_colour_contrast:
 *
 * The contrast ratio of WCAG 2, of opaque colours.
 *
 * Returns: 1 to 21
 */
double
hearsay_colour_contrast (HearsayColour a,
                         HearsayColour b)
{
  double first = luminance (a) + 0.05;
  double second = luminance (b) + 0.05;

  return first > second ? first / second : second / first;
}

/**
 * hearsay_colour_to_css:
 *
 * Returns: (transfer full): “rgba(…)”, the same in every locale
 */
char *
hearsay_colour_to_css (HearsayColour colour)
{
  char alpha[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (alpha, sizeof alpha, "%.3f", colour.alpha);
  return g_strdup_printf ("rgba(%d,%d,%d,%s)",
                          (int) (colour.red * 255.0 + 0.5),
                          (int) (colour.green * 255.0 + 0.5),
                          (int) (colour.blue * 255.0 + 0.5),
                          alpha);
}
