/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/article/hearsay-article-text-private.h"

#include "render/hearsay-palette.h"
#include "ui/widgets/hearsay-style.h"

#define TINT_RADIUS 3.0f
#define TINT_ABOVE 2.0f
#define MAX_LEVELS 4

/* Called once for each display line of a span, with the ends of the words on it. */
typedef void (*LineFunc) (GtkSnapshot           *snapshot,
                          const graphene_rect_t *line,
                          const GdkRGBA         *colour);

static void
for_each_line (HearsayArticleText *self,
               GtkSnapshot        *snapshot,
               HearsaySpan         span,
               guint               first,
               guint               last,
               LineFunc            func,
               const GdkRGBA      *colour)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter iter;
  GtkTextIter end;

  if (hearsay_span_is_empty (span) || span.end < first || span.start > last)
    return;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) MAX (span.start, first));
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) MIN (span.end, last));
  while (gtk_text_iter_compare (&iter, &end) < 0)
    {
      GtkTextIter line_end = iter;
      GdkRectangle from;
      GdkRectangle to;

      if (!gtk_text_view_starts_display_line (view, &line_end) || !gtk_text_iter_ends_line (&line_end))
        gtk_text_view_forward_display_line_end (view, &line_end);
      if (gtk_text_iter_compare (&line_end, &end) > 0)
        line_end = end;
      gtk_text_view_get_iter_location (view, &iter, &from);
      gtk_text_view_get_iter_location (view, &line_end, &to);
      if (to.y == from.y && to.x > from.x)
        func (snapshot, &GRAPHENE_RECT_INIT (from.x, from.y, to.x - from.x, from.height), colour);

      iter = line_end;
      if (gtk_text_iter_compare (&iter, &end) >= 0)
        break;
      if (gtk_text_iter_ends_line (&iter))
        gtk_text_iter_forward_line (&iter);
      else
        gtk_text_iter_forward_char (&iter);
    }
}

static void
paint_tint (GtkSnapshot           *snapshot,
            const graphene_rect_t *line,
            const GdkRGBA         *colour)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT (line->origin.x - 2.0f, line->origin.y - TINT_ABOVE,
                                             line->size.width + 4.0f, line->size.height + 2.0f * TINT_ABOVE);
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &rect, TINT_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, colour, &rect);
  gtk_snapshot_pop (snapshot);
}

static void
paint_underline (GtkSnapshot           *snapshot,
                 const graphene_rect_t *line,
                 const GdkRGBA         *colour)
{
  gtk_snapshot_append_color (snapshot, colour,
                             &GRAPHENE_RECT_INIT (line->origin.x, line->origin.y + line->size.height,
                                                  line->size.width, 2.0f));
}

static void
paint_dots (GtkSnapshot           *snapshot,
            const graphene_rect_t *line,
            const GdkRGBA         *colour)
{
  for (float x = 0.0f; x + 2.0f <= line->size.width; x += 4.0f)
    gtk_snapshot_append_color (snapshot, colour,
                               &GRAPHENE_RECT_INIT (line->origin.x + x, line->origin.y + line->size.height, 2.0f, 2.0f));
}

static HearsayTint
get_tint (HearsayArticleText *self,
          HearsayStatement   *statement)
{
  if (hearsay_session_is_selected (self->session, statement))
    return HEARSAY_TINT_SELECTED;
  return statement == self->hovered ? HEARSAY_TINT_HOVERED : HEARSAY_TINT_NORMAL;
}

static int
get_colour (HearsayStatement *statement)
{
  HearsayActor *speaker = hearsay_statement_get_speaker (statement);

  return speaker != NULL ? hearsay_actor_get_colour (speaker) : -1;
}

static void
paint_words (HearsayArticleText *self,
             GtkSnapshot        *snapshot,
             HearsayStatement   *statement,
             guint               first,
             guint               last)
{
  HearsayStyle style = hearsay_style_current ();
  HearsayTint tint = get_tint (self, statement);
  GdkRGBA ground = hearsay_style_rgba (hearsay_palette_tint (style, get_colour (statement), tint));
  GdkRGBA line = hearsay_style_rgba (hearsay_palette_speaker (style, get_colour (statement)));
  guint n;
  const HearsaySpan *content = hearsay_statement_get_content (statement, &n);

  if (hearsay_statement_get_status (statement) != HEARSAY_STATUS_REJECTED || tint != HEARSAY_TINT_NORMAL)
    {
      for (guint i = 0; i < n; i++)
        for_each_line (self, snapshot, content[i], first, last, paint_tint, &ground);
    }
  if (tint == HEARSAY_TINT_NORMAL)
    return;
  for_each_line (self, snapshot, hearsay_statement_get_source (statement), first, last, paint_underline, &line);
  for_each_line (self, snapshot, hearsay_statement_get_cue (statement), first, last, paint_underline, &line);
  for_each_line (self, snapshot, hearsay_statement_get_said_on_span (statement), first, last, paint_dots, &line);
}

static void
paint_margin (HearsayArticleText *self,
              GtkSnapshot        *snapshot,
              guint               index,
              double             *last_bottoms,
              double             *last_chip)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  HearsaySpan extent = hearsay_statement_get_extent (g_ptr_array_index (self->shown, index));
  GtkTextIter iter;
  GdkRectangle from;
  GdkRectangle to;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) extent.start);
  gtk_text_view_get_iter_location (view, &iter, &from);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) MAX (extent.end, 1u) - 1);
  gtk_text_view_get_iter_location (view, &iter, &to);
  hearsay_article_text_paint_gutter (self, snapshot, index, from.y - TINT_ABOVE, to.y + to.height + TINT_ABOVE,
                                     last_bottoms, last_chip);
}

/* Outside the words a statement may have its source, cue or date in sight. */
static gboolean
is_in_sight (HearsayStatement *statement,
             guint             first,
             guint             last)
{
  HearsaySpan sight = { first, last };

  return hearsay_span_overlaps (hearsay_statement_get_extent (statement), sight) ||
         hearsay_span_overlaps (hearsay_statement_get_source (statement), sight) ||
         hearsay_span_overlaps (hearsay_statement_get_cue (statement), sight) ||
         hearsay_span_overlaps (hearsay_statement_get_said_on_span (statement), sight);
}

/**
 * hearsay_article_text_paint:
 * @snapshot: in buffer coordinates
 *
 * Paints the statements in sight, below the text.
 */
void
hearsay_article_text_paint (HearsayArticleText *self,
                            GtkSnapshot        *snapshot)
{
  double last_bottoms[MAX_LEVELS] = { -1e9, -1e9, -1e9, -1e9 };
  double last_chip = -1e9;
  guint loaded = (guint) gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));
  guint first;
  guint last;

  hearsay_article_text_get_in_sight (self, &first, &last);
  g_array_set_size (self->gutter, 0);
  for (guint i = 0; i < self->shown->len; i++)
    {
      HearsayStatement *statement = g_ptr_array_index (self->shown, i);
      HearsaySpan extent = hearsay_statement_get_extent (statement);

      if (extent.end > loaded || !is_in_sight (statement, first, last))
        continue;
      paint_words (self, snapshot, statement, first, last);
      if (hearsay_span_overlaps (extent, (HearsaySpan) { first, last }))
        paint_margin (self, snapshot, i, last_bottoms, &last_chip);
    }
}
