/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/article/hearsay-article-text-private.h"

static HearsayStatement *
find_in_gutter (HearsayArticleText *self,
                int                 x,
                int                 y)
{
  graphene_point_t point = GRAPHENE_POINT_INIT (x, y);

  for (guint i = 0; i < self->gutter->len; i++)
    {
      HearsayGutterMark *mark = &g_array_index (self->gutter, HearsayGutterMark, i);
      graphene_rect_t bar;

      /* A bar of three pixels is hard to hit. */
      graphene_rect_inset_r (&mark->bar, -3, 0, &bar);
      if (graphene_rect_contains_point (&bar, &point) || graphene_rect_contains_point (&mark->chip, &point))
        return mark->statement;
    }
  return NULL;
}

/* The statement under a point of the widget. */
static HearsayStatement *
find_at (HearsayArticleText *self,
         double              x,
         double              y)
{
  HearsayStatement *statement;
  GtkTextIter iter;
  int buffer_x;
  int buffer_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y,
                                         &buffer_x, &buffer_y);
  statement = find_in_gutter (self, buffer_x, buffer_y);
  if (statement != NULL)
    return statement;
  if (!gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, buffer_x, buffer_y))
    return NULL;
  return hearsay_article_text_find (self, (guint) gtk_text_iter_get_offset (&iter));
}

static void
hover (HearsayArticleText *self,
       HearsayStatement   *statement)
{
  if (!g_set_object (&self->hovered, statement))
    return;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), statement != NULL ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (HearsayArticleText *self,
           double              x,
           double              y)
{
  hover (self, find_at (self, x, y));
}

static void
leave_cb (HearsayArticleText *self)
{
  hover (self, NULL);
}

static void
click (HearsayArticleText *self,
       HearsayStatement   *statement,
       GdkModifierType     state)
{
  if (statement == NULL)
    {
      hearsay_session_select (self->session, NULL, 0);
      return;
    }
  if ((state & GDK_CONTROL_MASK) != 0)
    hearsay_session_toggle (self->session, statement);
  else if ((state & GDK_SHIFT_MASK) != 0)
    hearsay_session_extend (self->session, statement);
  else
    hearsay_session_select (self->session, &statement, 1);
}

static void
released_cb (HearsayArticleText *self,
             int                 n_press,
             double              x,
             double              y,
             GtkGestureClick    *gesture)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  /* Words that were dragged over are meant for themselves. */
  if (n_press != 1 || self->session == NULL || gtk_text_buffer_get_has_selection (buffer))
    return;
  click (self, find_at (self, x, y),
         gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)));
}

/**
 * hearsay_article_text_add_controllers:
 *
 * Makes statements be hovered and selected with the pointer.
 */
void
hearsay_article_text_add_controllers (HearsayArticleText *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *press = gtk_gesture_click_new ();

  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_object (press, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}
