/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

#include "model/hearsay-enums.h"

G_BEGIN_DECLS

/**
 * HearsayColour:
 *
 * Components from 0 to 1, sRGB, alpha not premultiplied.
 */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} HearsayColour;

typedef enum
{
  HEARSAY_STYLE_LIGHT,
  HEARSAY_STYLE_DARK,
} HearsayStyle;

/**
 * HearsayRole:
 *
 * What a colour is for. Widgets take these from the theme; pictures and
 * canvases take them from here.
 */
typedef enum
{
  HEARSAY_ROLE_WINDOW,
  HEARSAY_ROLE_HEADER_BAR,
  HEARSAY_ROLE_VIEW,
  HEARSAY_ROLE_CARD,
  HEARSAY_ROLE_POPOVER,
  HEARSAY_ROLE_CANVAS_CARD,
  HEARSAY_ROLE_SIDEBAR,
  HEARSAY_ROLE_TEXT,
  HEARSAY_ROLE_DIM,
  HEARSAY_ROLE_FAINT,
  HEARSAY_ROLE_LINE,
  HEARSAY_ROLE_SOFT_LINE,
  HEARSAY_ROLE_SHADE,
  HEARSAY_ROLE_ACCENT,
  HEARSAY_ROLE_ACCENT_TEXT,
  HEARSAY_ROLE_BODY,      /* fill of countries and organisations */
  HEARSAY_ROLE_BODY_TEXT,
  HEARSAY_ROLE_PILL,      /* fill of an issue */
  HEARSAY_ROLE_PILL_LINE,
} HearsayRole;

#define HEARSAY_N_ROLES 19

/**
 * HearsayStancePart:
 * @HEARSAY_STANCE_MARK: marks and edges
 * @HEARSAY_STANCE_TEXT: words on the tint
 * @HEARSAY_STANCE_TINT: background of a pill
 * @HEARSAY_STANCE_SIGN: the sign inside a mark
 */
typedef enum
{
  HEARSAY_STANCE_MARK,
  HEARSAY_STANCE_TEXT,
  HEARSAY_STANCE_TINT,
  HEARSAY_STANCE_SIGN,
} HearsayStancePart;

typedef enum
{
  HEARSAY_TINT_NORMAL,
  HEARSAY_TINT_HOVERED,
  HEARSAY_TINT_SELECTED,
} HearsayTint;

#define HEARSAY_N_SPEAKER_HUES 10

HearsayColour hearsay_palette_role             (HearsayStyle      style,
                                                HearsayRole       role);
HearsayColour hearsay_palette_stance           (HearsayStyle      style,
                                                HearsayPosition   position,
                                                HearsayStancePart part);
HearsayColour hearsay_palette_speaker          (HearsayStyle      style,
                                                int               colour);
HearsayColour hearsay_palette_initials         (HearsayStyle      style,
                                                int               colour);
HearsayColour hearsay_palette_tint             (HearsayStyle      style,
                                                int               colour,
                                                HearsayTint       tint);
HearsayColour hearsay_palette_hull             (HearsayStyle      style,
                                                int               community);
HearsayColour hearsay_palette_measure          (HearsayStyle      style,
                                                double            share);
gboolean      hearsay_palette_speaker_has_ring (int               colour);
const char   *hearsay_palette_stance_sign      (HearsayPosition   position);
HearsayColour hearsay_colour_with_alpha        (HearsayColour     colour,
                                                double            alpha);
HearsayColour hearsay_colour_over              (HearsayColour     top,
                                                HearsayColour     ground);
double        hearsay_colour_contrast          (HearsayColour     a,
                                                HearsayColour     b);
char         *hearsay_colour_to_css            (HearsayColour     colour) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
