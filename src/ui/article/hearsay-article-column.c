/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/article/hearsay-article-text-private.h"

/* Where the text of an article stands, and its header above it. */

typedef struct
{
  int measure;
  int left;
  int right;
  int top;
} Column;

/* The column keeps its measure; what is left over goes to the margins. */
static Column
find_column (HearsayArticleText *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int least = self->narrow ? HEARSAY_ARTICLE_NARROW_MARGIN : HEARSAY_ARTICLE_GUTTER;
  int right = self->narrow ? HEARSAY_ARTICLE_NARROW_MARGIN : 36;
  Column column = { .measure = CLAMP (width - least - right, 120, HEARSAY_ARTICLE_MEASURE) };

  column.left = MAX (least, (width - column.measure) / 2);
  column.right = MAX (width - column.left - column.measure, 0);
  if (self->header != NULL)
    gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, column.measure, NULL, &column.top, NULL, NULL);
  return column;
}

static gboolean
is_placed (HearsayArticleText *self,
           const Column       *column)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  return gtk_text_view_get_left_margin (view) == column->left &&
         gtk_text_view_get_right_margin (view) == column->right &&
         gtk_text_view_get_top_margin (view) == column->top;
}

static gboolean
place_column_cb (gpointer data)
{
  HearsayArticleText *self = HEARSAY_ARTICLE_TEXT (data);
  GtkTextView *view = GTK_TEXT_VIEW (self);
  Column column = find_column (self);

  self->place_id = 0;
  gtk_text_view_set_left_margin (view, column.left);
  gtk_text_view_set_right_margin (view, column.right);
  gtk_text_view_set_top_margin (view, column.top);
  if (self->header != NULL)
    {
      gtk_widget_set_size_request (self->header, column.measure, -1);
      /* Overlays count from where the text begins, which is below the top margin. */
      gtk_text_view_move_overlay (view, self->header, column.left, -column.top);
    }
  /* A margin alone does not move the overlay. */
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* Not now: what asks for a new size during an allocation is forgotten. */
static void
queue_place (HearsayArticleText *self)
{
  if (self->place_id == 0)
    self->place_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, place_column_cb, self, NULL);
}

/* After an allocation: has the column placed anew where it is not as the width wants it. */
void
hearsay_article_text_check_column (HearsayArticleText *self)
{
  Column column = find_column (self);

  if (!is_placed (self, &column))
    queue_place (self);
}

/* The header scrolls with the text: GTK 4.8 takes note of where it should be, and leaves it where it is. */
static void
scrolled_cb (HearsayArticleText *self)
{
  if (self->header == NULL)
    return;
  if (self->allocating)
    {
      queue_place (self);
      return;
    }
  gtk_widget_queue_allocate (gtk_widget_get_parent (self->header));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
follow_adjustment_cb (HearsayArticleText *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

void
hearsay_article_text_follow_scrolling (HearsayArticleText *self)
{
  g_signal_connect (self, "notify::vadjustment", G_CALLBACK (follow_adjustment_cb), NULL);
}

/**
 * hearsay_article_text_set_header:
 * @header: (transfer floating): stands above the text, as wide as the column, and scrolls with it
 */
void
hearsay_article_text_set_header (HearsayArticleText *self,
                                 GtkWidget          *header)
{
  g_return_if_fail (HEARSAY_IS_ARTICLE_TEXT (self));
  g_return_if_fail (self->header == NULL);
  g_return_if_fail (GTK_IS_WIDGET (header));

  self->header = header;
  gtk_text_view_add_overlay (GTK_TEXT_VIEW (self), header, 0, 0);
}
