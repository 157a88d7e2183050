/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/article/hearsay-article-text-private.h"

#include <glib/gi18n.h>

#include "render/hearsay-shapes.h"
#include "ui/hearsay-wording.h"
#include "ui/widgets/hearsay-style.h"

/* Pixels. */
#define BAR_GAP 15
#define BAR_STEP 6
#define BAR_WIDTH 3
#define BAR_WIDTH_SELECTED 5
#define MARK_SIZE 9
#define CHIP_HEIGHT 22

static void
paint_bar (GtkSnapshot           *snapshot,
           const graphene_rect_t *bar,
           const GdkRGBA         *colour,
           gboolean               dotted)
{
  if (!dotted)
    {
      gtk_snapshot_append_color (snapshot, colour, bar);
      return;
    }
  for (float y = 0.0f; y < bar->size.height; y += 6.0f)
    gtk_snapshot_append_color (snapshot, colour,
                               &GRAPHENE_RECT_INIT (bar->origin.x, bar->origin.y + y, bar->size.width, 3.0f));
}

static PangoLayout *
layout_name (HearsayArticleText *self,
             HearsayStatement   *statement,
             gboolean            bold,
             int                 width)
{
  HearsayActor *speaker = hearsay_statement_get_speaker (statement);
  const char *name = speaker != NULL ? hearsay_actor_get_short_name (speaker) : _("Unknown");
  PangoLayout *layout = NULL;
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autofree char *words = NULL;

  if (self->narrow)
    /* Translators: speaker, kind of statement */
    words = g_strdup_printf (_("%s · %s"), name, hearsay_wording_kind_short (hearsay_statement_get_kind (statement)));
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words != NULL ? words : name);
  pango_attr_list_insert (attributes, pango_attr_size_new_absolute (13 * PANGO_SCALE));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, MAX (width, 24) * PANGO_SCALE);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

static void
paint_mark (GtkSnapshot          *snapshot,
            HearsayStatementKind  kind,
            HearsayColour         colour,
            double                x,
            double                y)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x - MARK_SIZE, y - MARK_SIZE,
                                                                          2 * MARK_SIZE, 2 * MARK_SIZE));

  hearsay_mark_path (cr, kind, x, y, MARK_SIZE);
  hearsay_set_source_colour (cr, colour);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
paint_pill (GtkSnapshot           *snapshot,
            const graphene_rect_t *rect,
            HearsayColour          colour)
{
  GdkRGBA rgba = hearsay_style_rgba (colour);
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, rect, CHIP_HEIGHT / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &rgba, rect);
  gtk_snapshot_pop (snapshot);
}

/* The name ends where the mark begins, which stands @right before the bar. */
static void
paint_chip (HearsayArticleText *self,
            GtkSnapshot        *snapshot,
            HearsayGutterMark  *mark,
            double              right,
            double              y)
{
  HearsayActor *speaker = hearsay_statement_get_speaker (mark->statement);
  int colour = speaker != NULL ? hearsay_actor_get_colour (speaker) : -1;
  gboolean selected = hearsay_session_is_selected (self->session, mark->statement);
  HearsayStyle style = hearsay_style_current ();
  g_autoptr (PangoLayout) layout = layout_name (self, mark->statement, selected, (int) right - 36);
  GdkRGBA text;
  int width;
  int height;
  double x;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > right - 36)
    {
      width = (int) MAX (right - 36, 24);
      pango_layout_set_width (layout, width * PANGO_SCALE);
    }
  x = right - MARK_SIZE - 8 - width;
  mark->chip = GRAPHENE_RECT_INIT (x - 9, y, right - x + 18, CHIP_HEIGHT);
  if (selected)
    paint_pill (snapshot, &mark->chip, hearsay_palette_tint (style, colour, HEARSAY_TINT_HOVERED));

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &text);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) (y + (CHIP_HEIGHT - height) / 2.0)));
  gtk_snapshot_append_layout (snapshot, layout, &text);
  gtk_snapshot_restore (snapshot);
  paint_mark (snapshot, hearsay_statement_get_kind (mark->statement), hearsay_palette_speaker (style, colour),
              right - MARK_SIZE / 2.0, y + CHIP_HEIGHT / 2.0);
}

/* In a narrow window the chip stands in the gap above the paragraph: one for
 * the first statement that begins there. */
static void
paint_heading (HearsayArticleText *self,
               GtkSnapshot        *snapshot,
               HearsayGutterMark  *mark,
               double             *last_paragraph)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  HearsayActor *speaker = hearsay_statement_get_speaker (mark->statement);
  int colour = speaker != NULL ? hearsay_actor_get_colour (speaker) : -1;
  gboolean selected = hearsay_session_is_selected (self->session, mark->statement);
  double left = gtk_text_view_get_left_margin (view);
  g_autoptr (PangoLayout) layout = NULL;
  GdkRectangle line;
  GtkTextIter iter;
  GdkRGBA text;
  int height;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter,
                                      (int) hearsay_statement_get_extent (mark->statement).start);
  gtk_text_iter_set_line_offset (&iter, 0);
  gtk_text_view_get_iter_location (view, &iter, &line);
  if (line.y <= *last_paragraph)
    return;
  *last_paragraph = line.y;

  layout = layout_name (self, mark->statement, selected, gtk_widget_get_width (GTK_WIDGET (self)) - 60);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &text);
  if (!selected)
    text.alpha *= 0.6f;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) left + MARK_SIZE + 7, (float) (line.y - height - 4)));
  gtk_snapshot_append_layout (snapshot, layout, &text);
  gtk_snapshot_restore (snapshot);
  paint_mark (snapshot, hearsay_statement_get_kind (mark->statement),
              hearsay_palette_speaker (hearsay_style_current (), colour), left + MARK_SIZE / 2.0 + 1,
              line.y - 4 - height / 2.0);
}

/**
 * hearsay_article_text_paint_gutter:
 * @index: which of the shown statements
 * @top: where its first line begins, in buffer coordinates
 * @bottom: where its last one ends
 * @last_bottoms: where the last bar of each level ends; updated
 * @last_chip: where the last chip ends; updated
 *
 * Paints the bar, and the chip where there is room for one. Two statements
 * that share a line share its height.
 */
void
hearsay_article_text_paint_gutter (HearsayArticleText *self,
                                   GtkSnapshot        *snapshot,
                                   guint               index,
                                   double              top,
                                   double              bottom,
                                   double             *last_bottoms,
                                   double             *last_chip)
{
  HearsayGutterMark mark = { .statement = g_ptr_array_index (self->shown, index) };
  HearsayActor *speaker = hearsay_statement_get_speaker (mark.statement);
  int colour = speaker != NULL ? hearsay_actor_get_colour (speaker) : -1;
  guint8 level = g_array_index (self->levels, guint8, index);
  gboolean selected = hearsay_session_is_selected (self->session, mark.statement);
  GdkRGBA rgba = hearsay_style_rgba (hearsay_palette_speaker (hearsay_style_current (), colour));
  double width = selected ? BAR_WIDTH_SELECTED : BAR_WIDTH;
  double left = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self));
  double x = self->narrow ? 10 : left - BAR_GAP - level * BAR_STEP;
  double chip_y = MAX (top + 1, *last_chip);

  if (top < last_bottoms[level] + 2)
    top = MIN (last_bottoms[level] + 2, bottom - 4);
  last_bottoms[level] = bottom;

  mark.bar = GRAPHENE_RECT_INIT ((float) (x - width / 2), (float) top, (float) width, (float) (bottom - top));
  paint_bar (snapshot, &mark.bar, &rgba, hearsay_statement_get_status (mark.statement) == HEARSAY_STATUS_REJECTED);
  if (self->narrow)
    {
      paint_heading (self, snapshot, &mark, last_chip);
    }
  else if (chip_y + CHIP_HEIGHT <= bottom + 4 || selected)
    {
      paint_chip (self, snapshot, &mark, x - 12, chip_y);
      *last_chip = chip_y + CHIP_HEIGHT;
    }
  g_array_append_val (self->gutter, mark);
}
