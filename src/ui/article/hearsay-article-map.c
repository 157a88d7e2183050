/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/article/hearsay-article-map.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ui/widgets/hearsay-style.h"

/* Pixels. */
#define MAP_WIDTH 14
#define TICK_INSET 3
#define MIN_TICK 3.0

struct _HearsayArticleMap
{
  GtkWidget parent_instance;

  HearsayArticleText *text;
  HearsaySession     *session;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (HearsayArticleMap, hearsay_article_map, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static void
hearsay_article_map_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MAP_WIDTH : 1;
}

static void
paint_frame (HearsayArticleMap *self,
             GtkSnapshot       *snapshot,
             double             scale)
{
  GdkRGBA grey = hearsay_style_rgba (hearsay_palette_role (hearsay_style_current (), HEARSAY_ROLE_SOFT_LINE));
  guint first;
  guint last;
  GskRoundedRect rounded;
  graphene_rect_t frame;

  hearsay_article_text_get_in_sight (self->text, &first, &last);
  frame = GRAPHENE_RECT_INIT (0, (float) (first * scale), MAP_WIDTH, (float) MAX ((last - first) * scale, 12.0));
  gsk_rounded_rect_init_from_rect (&rounded, &frame, 5.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &grey, &frame);
  gtk_snapshot_pop (snapshot);
}

static void
paint_tick (HearsayArticleMap *self,
            GtkSnapshot       *snapshot,
            HearsayStatement  *statement,
            double             scale)
{
  HearsayActor *speaker = hearsay_statement_get_speaker (statement);
  HearsaySpan extent = hearsay_statement_get_extent (statement);
  gboolean selected = hearsay_session_is_selected (self->session, statement);
  GdkRGBA colour = hearsay_style_rgba (hearsay_palette_speaker (hearsay_style_current (),
                                                                speaker != NULL ? hearsay_actor_get_colour (speaker) : -1));
  double inset = selected ? TICK_INSET - 2 : TICK_INSET;
  double height = MAX (hearsay_span_length (extent) * scale - 1.0, MIN_TICK);

  if (hearsay_statement_get_status (statement) == HEARSAY_STATUS_REJECTED)
    colour.alpha = 0.35f;
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT ((float) inset, (float) (extent.start * scale),
                                                  (float) (MAP_WIDTH - 2 * inset), (float) height));
}

static void
hearsay_article_map_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  HearsayArticleMap *self = HEARSAY_ARTICLE_MAP (widget);
  const GPtrArray *shown;
  guint length;
  double scale;
  double free_from = 0.0;

  if (self->text == NULL || self->session == NULL)
    return;
  length = hearsay_article_text_get_length (self->text);
  if (length == 0)
    return;

  scale = gtk_widget_get_height (widget) / (double) length;
  shown = hearsay_article_text_get_shown (self->text);
  paint_frame (self, snapshot, scale);
  for (guint i = 0; i < shown->len; i++)
    {
      HearsayStatement *statement = g_ptr_array_index (shown, i);
      double y = hearsay_statement_get_extent (statement).start * scale;

      /* Of those that would cover each other the first is enough: the map has no more ticks than pixels. */
      if (y < free_from && !hearsay_session_is_selected (self->session, statement))
        continue;
      paint_tick (self, snapshot, statement, scale);
      free_from = floor (y) + 1.0;
    }
}

static void
jump (HearsayArticleMap *self,
      double             y)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (height > 0)
    hearsay_article_text_scroll_to (self->text, (guint) (CLAMP (y / height, 0.0, 1.0) *
                                                         hearsay_article_text_get_length (self->text)));
}

static void
drag_begin_cb (HearsayArticleMap *self,
               double             x,
               double             y)
{
  jump (self, y);
}

static void
drag_update_cb (HearsayArticleMap *self,
                double             dx,
                double             dy,
                GtkGestureDrag    *drag)
{
  double x;
  double y;

  if (gtk_gesture_drag_get_start_point (drag, &x, &y))
    jump (self, y + dy);
}

static void
hearsay_article_map_dispose (GObject *object)
{
  HearsayArticleMap *self = HEARSAY_ARTICLE_MAP (object);

  g_clear_object (&self->text);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (hearsay_article_map_parent_class)->dispose (object);
}

static void
hearsay_article_map_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  HearsayArticleMap *self = HEARSAY_ARTICLE_MAP (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      if (g_set_object (&self->session, g_value_get_object (value)) && self->session != NULL)
        g_signal_connect_object (self->session, "selection-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                                 G_CONNECT_SWAPPED);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_article_map_class_init (HearsayArticleMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearsay_article_map_dispose;
  object_class->set_property = hearsay_article_map_set_property;
  widget_class->measure = hearsay_article_map_measure;
  widget_class->snapshot = hearsay_article_map_snapshot;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, HEARSAY_TYPE_SESSION,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "articlemap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hearsay_article_map_init (HearsayArticleMap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Where the statements stand in the article"), -1);
  hearsay_style_watch (GTK_WIDGET (self));
}

GtkWidget *
hearsay_article_map_new (void)
{
  return g_object_new (HEARSAY_TYPE_ARTICLE_MAP, NULL);
}

/**
 * hearsay_article_map_set_text:
 * @text: the text that stands in a scrolled window beside the map
 */
void
hearsay_article_map_set_text (HearsayArticleMap  *self,
                              HearsayArticleText *text)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (HEARSAY_IS_ARTICLE_MAP (self));
  g_return_if_fail (self->text == NULL);
  g_return_if_fail (HEARSAY_IS_ARTICLE_TEXT (text));

  self->text = g_object_ref (text);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (text));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (text, "shown-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}
