/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <pango/pangocairo.h>

#include "render/hearsay-palette.h"

G_BEGIN_DECLS

/* Width of the halo around names, in world units. */
#define HEARSAY_TEXT_HALO 4.0

/**
 * HearsayTextLook:
 * @size: em size in world units
 * @weight: 400 for normal, 700 for bold
 * @max_width: longer lines end in “…”; 0 for no limit
 */
typedef struct
{
  double size;
  int weight;
  double max_width;
} HearsayTextLook;

/* Where of its box a text is held. */
typedef enum
{
  HEARSAY_TEXT_START,
  HEARSAY_TEXT_MIDDLE,
  HEARSAY_TEXT_END,
} HearsayTextAnchor;

PangoLayout *hearsay_text_new_layout (cairo_t               *cr,
                                      const char            *text,
                                      const HearsayTextLook *look) G_GNUC_WARN_UNUSED_RESULT;
void         hearsay_text_measure    (const char            *text,
                                      const HearsayTextLook *look,
                                      double                *width,
                                      double                *height);
void         hearsay_text_draw       (cairo_t               *cr,
                                      const char            *text,
                                      const HearsayTextLook *look,
                                      HearsayTextAnchor      anchor,
                                      double                 x,
                                      double                 y,
                                      HearsayColour          colour);
void         hearsay_text_draw_halo  (cairo_t               *cr,
                                      const char            *text,
                                      const HearsayTextLook *look,
                                      double                 x,
                                      double                 y,
                                      HearsayColour          colour,
                                      HearsayColour          halo);

G_END_DECLS
