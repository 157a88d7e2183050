/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <cairo.h>

#include "network/hearsay-network.h"
#include "render/hearsay-palette.h"
#include "render/hearsay-text.h"

G_BEGIN_DECLS

#define HEARSAY_MARK_SIZE 18.0
#define HEARSAY_MARK_HOLLOW_SIZE 13.0

/**
 * HearsayMarkLook:
 * @kind: circle, diamond or drop
 * @size: diameter of the circle; the other shapes look as heavy
 * @hollow: an outline alone: the statement is not about the issue
 * @sign: whether +, − or · stands inside
 * @position: which sign, and the colour unless @by_speaker
 * @by_speaker: fill with the hue of @colour instead
 */
typedef struct
{
  HearsayStatementKind kind;
  double size;
  gboolean hollow;
  gboolean sign;
  HearsayPosition position;
  gboolean by_speaker;
  int colour;
} HearsayMarkLook;

/**
 * HearsayNodeLook:
 * @half_width: half the width; the radius of all but pills
 * @half_height: half the height; the radius of all but pills
 * @initials: (nullable): written inside; the whole name for issues
 * @ground: what lies behind, for the gap around the node
 * @painted: whether @paint is the fill, whatever the kind
 */
typedef struct
{
  HearsayNodeKind kind;
  double half_width;
  double half_height;
  int colour;
  const char *initials;
  HearsayColour ground;
  gboolean painted;
  HearsayColour paint;
} HearsayNodeLook;

/**
 * HearsayNodeInk:
 * @line: around an issue; transparent for other nodes
 * @ring: whether the hue is used for the second time
 */
typedef struct
{
  HearsayColour fill;
  HearsayColour text;
  HearsayColour line;
  gboolean ring;
} HearsayNodeInk;

void   hearsay_set_source_colour    (cairo_t               *cr,
                                     HearsayColour          colour);
void   hearsay_rounded_rectangle    (cairo_t               *cr,
                                     double                 x,
                                     double                 y,
                                     double                 width,
                                     double                 height,
                                     double                 radius);
void   hearsay_mark_path            (cairo_t               *cr,
                                     HearsayStatementKind   kind,
                                     double                 x,
                                     double                 y,
                                     double                 size);
void   hearsay_mark_draw            (cairo_t               *cr,
                                     HearsayStyle           style,
                                     const HearsayMarkLook *look,
                                     double                 x,
                                     double                 y);
void   hearsay_badge_draw           (cairo_t               *cr,
                                     HearsayStyle           style,
                                     guint                  n,
                                     const guint            counts[HEARSAY_N_POSITIONS],
                                     double                 x,
                                     double                 y,
                                     double                 radius);
void   hearsay_stance_sign_draw     (cairo_t               *cr,
                                     HearsayPosition        position,
                                     HearsayColour          colour,
                                     double                 x,
                                     double                 y,
                                     double                 size);

double hearsay_node_corner          (HearsayNodeKind        kind,
                                     double                 half_height);
void   hearsay_node_path            (cairo_t               *cr,
                                     HearsayNodeKind        kind,
                                     double                 x,
                                     double                 y,
                                     double                 half_width,
                                     double                 half_height);
gboolean hearsay_node_contains      (HearsayNodeKind        kind,
                                     double                 half_width,
                                     double                 half_height,
                                     double                 dx,
                                     double                 dy);
void   hearsay_node_draw            (cairo_t               *cr,
                                     HearsayStyle           style,
                                     const HearsayNodeLook *look,
                                     double                 x,
                                     double                 y);
gboolean hearsay_node_text_look     (const HearsayNodeLook *look,
                                     HearsayTextLook       *text);
HearsayNodeInk hearsay_node_ink     (HearsayStyle           style,
                                     const HearsayNodeLook *look);
double hearsay_node_echo            (double                 half_width);
double hearsay_node_ring_width      (double                 half_width);
void   hearsay_avatar_draw          (cairo_t               *cr,
                                     HearsayStyle           style,
                                     HearsayNodeKind        kind,
                                     int                    colour,
                                     const char            *initials,
                                     double                 x,
                                     double                 y,
                                     double                 radius);
void   hearsay_pin_draw             (cairo_t               *cr,
                                     HearsayStyle           style,
                                     double                 x,
                                     double                 y);

double hearsay_edge_end_length      (HearsayPosition        position,
                                     double                 width);
void   hearsay_edge_get_dash        (HearsayPosition        position,
                                     double                 width,
                                     double                *on,
                                     double                *period);
void   hearsay_edge_set_dash        (cairo_t               *cr,
                                     HearsayPosition        position,
                                     double                 width);
void   hearsay_edge_end_draw        (cairo_t               *cr,
                                     HearsayPosition        position,
                                     double                 x,
                                     double                 y,
                                     double                 angle,
                                     double                 width);
void   hearsay_fact_sample_draw     (cairo_t               *cr,
                                     HearsayStyle           style,
                                     HearsayRelationKind    kind,
                                     double                 x0,
                                     double                 x1,
                                     double                 y,
                                     double                 width);
void   hearsay_edge_sample_draw     (cairo_t               *cr,
                                     HearsayStyle           style,
                                     HearsayPosition        position,
                                     gboolean               is_signed,
                                     gboolean               directed,
                                     double                 x0,
                                     double                 x1,
                                     double                 y,
                                     double                 width);
HearsayNodeKind hearsay_node_kind_of_actor (HearsayActorKind kind);

G_END_DECLS
