/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HearsaySpan:
 * @start: offset of the first character
 * @end: offset behind the last one
 *
 * A stretch of an article's text, counted in Unicode code points outside the
 * engine (bytes inside it, where the code says so). A span with
 * start == end is empty and stands for “there is none”.
 */
typedef struct
{
  guint32 start;
  guint32 end;
} HearsaySpan;

#define HEARSAY_SPAN_NONE ((HearsaySpan) { 0, 0 })

static inline gboolean
hearsay_span_is_empty (HearsaySpan span)
{
  return span.end <= span.start;
}

static inline guint32
hearsay_span_length (HearsaySpan span)
{
  return span.end > span.start ? span.end - span.start : 0;
}

static inline gboolean
hearsay_span_overlaps (HearsaySpan a,
                       HearsaySpan b)
{
  return a.start < b.end && b.start < a.end;
}

/* Whether @inner lies in @outer, both ends included. */
static inline gboolean
hearsay_span_contains (HearsaySpan outer,
                       HearsaySpan inner)
{
  return outer.start <= inner.start && inner.end <= outer.end;
}

G_END_DECLS
