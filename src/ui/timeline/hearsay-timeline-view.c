/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n.h>

#include "ui/hearsay-wording.h"
#include "ui/statements/hearsay-filter-chip.h"
#include "ui/timeline/hearsay-timeline-view-private.h"

#define ZOOM_STEP 1.2

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (HearsayTimelineView, hearsay_timeline_view, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

HearsayStatement *
hearsay_timeline_view_get_statement (HearsayTimelineView *self,
              int                  mark,
              guint                nth)
{
  HearsayTimelinePainter *painter = hearsay_timeline_canvas_get_painter (self->canvas);
  const HearsayTimelineItem *item;

  if (painter == NULL || mark < 0 || (guint) mark >= hearsay_timeline_painter_get_n_marks (painter))
    return NULL;
  item = hearsay_timeline_painter_get_item (painter, (guint) mark, nth);
  return item->statement < self->rows->len ? g_ptr_array_index (self->rows, item->statement) : NULL;
}

guint
hearsay_timeline_view_count (HearsayTimelineView *self,
          int                  mark)
{
  HearsayTimelinePainter *painter = hearsay_timeline_canvas_get_painter (self->canvas);

  if (painter == NULL || mark < 0 || (guint) mark >= hearsay_timeline_painter_get_n_marks (painter))
    return 0;
  return hearsay_timeline_painter_get_mark (painter, (guint) mark)->n_items;
}

void
hearsay_timeline_view_selected_cb (HearsayTimelineView *self,
                                   int                  mark,
                                   GdkModifierType      state)
{
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();
  guint n = hearsay_timeline_view_count (self, mark);

  if (self->session == NULL)
    return;
  for (guint i = 0; i < n; i++)
    {
      HearsayStatement *statement = hearsay_timeline_view_get_statement (self, mark, i);

      if (statement != NULL)
        g_ptr_array_add (statements, statement);
    }
  self->selecting = TRUE;
  if (statements->len > 0 && (state & GDK_CONTROL_MASK))
    {
      for (guint i = 0; i < statements->len; i++)
        hearsay_session_toggle (self->session, g_ptr_array_index (statements, i));
    }
  else if (statements->len > 0 && (state & GDK_SHIFT_MASK))
    hearsay_session_extend (self->session, g_ptr_array_index (statements, 0));
  else
    hearsay_session_select (self->session, (HearsayStatement **) statements->pdata, statements->len);
  self->selecting = FALSE;
}

/* Ctrl adds to what is selected. A statement may be shown in two lanes. */
void
hearsay_timeline_view_select_statements (HearsayTimelineView *self,
                                         GPtrArray           *statements,
                                         GdkModifierType      state)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  const GPtrArray *selection = hearsay_session_get_selection (self->session);

  for (guint i = 0; (state & GDK_CONTROL_MASK) && i < selection->len; i++)
    {
      g_hash_table_add (seen, g_ptr_array_index (selection, i));
      g_ptr_array_add (chosen, g_ptr_array_index (selection, i));
    }
  for (guint i = 0; i < statements->len; i++)
    {
      if (g_hash_table_add (seen, g_ptr_array_index (statements, i)))
        g_ptr_array_add (chosen, g_ptr_array_index (statements, i));
    }
  self->selecting = TRUE;
  hearsay_session_select (self->session, (HearsayStatement **) chosen->pdata, chosen->len);
  self->selecting = FALSE;
}

void
hearsay_timeline_view_lassoed_cb (HearsayTimelineView *self,
                                  gboolean            *items,
                                  GdkModifierType      state)
{
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();

  if (self->session == NULL || self->timeline == NULL)
    return;
  for (guint i = 0; i < self->timeline->n_items; i++)
    {
      if (items[i])
        g_ptr_array_add (statements, g_ptr_array_index (self->rows, self->timeline->items[i].statement));
    }
  hearsay_timeline_view_select_statements (self, statements, state);
}

void
hearsay_timeline_view_activated_cb (HearsayTimelineView *self,
                                    int                  mark)
{
  HearsayStatement *statement = hearsay_timeline_view_get_statement (self, mark, 0);

  if (statement == NULL || self->session == NULL)
    return;
  if (hearsay_timeline_view_count (self, mark) > 1)
    hearsay_timeline_canvas_open_mark (self->canvas, (guint) mark);
  else
    hearsay_session_show_statement (self->session, statement);
}

void
hearsay_timeline_view_hovered_cb (HearsayTimelineView *self,
                                  int                  mark)
{
  HearsayStatement *statement = hearsay_timeline_view_get_statement (self, mark, 0);

  if (statement != NULL)
    hearsay_timeline_card_show (self->card, statement, self->target, hearsay_timeline_view_count (self, mark) - 1);
}

void
hearsay_timeline_view_focused_cb (HearsayTimelineView *self,
                                  int                  mark)
{
  HearsayStatement *statement = hearsay_timeline_view_get_statement (self, mark, 0);
  g_autofree char *words = statement != NULL ? hearsay_wording_statement (statement) : NULL;

  if (words != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

void
hearsay_timeline_view_range_cb (HearsayTimelineView *self,
                                double               first,
                                double               end)
{
  hearsay_range_strip_set_range (self->strip, first, end);
}

static gboolean
is_list (HearsayTimelineView *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->picture), "list") == 0;
}

void
hearsay_timeline_view_update_selection (HearsayTimelineView *self)
{
  g_autofree gboolean *selected = NULL;
  HearsayStatement *focus;
  gboolean any = FALSE;

  if (self->timeline == NULL || self->session == NULL)
    return;
  focus = hearsay_session_get_selected_statement (self->session);
  selected = g_new0 (gboolean, MAX (self->timeline->n_items, 1));
  for (guint i = 0; hearsay_session_get_selection (self->session)->len > 0 && i < self->timeline->n_items; i++)
    {
      HearsayStatement *statement = g_ptr_array_index (self->rows, self->timeline->items[i].statement);

      selected[i] = hearsay_session_is_selected (self->session, statement);
      any |= selected[i];
      if (statement == focus && !self->selecting)
        hearsay_timeline_canvas_show_item (self->canvas, i);
    }
  hearsay_timeline_canvas_set_selected (self->canvas, any ? selected : NULL);
  if (is_list (self) && !self->selecting)
    hearsay_timeline_table_set_selected (self->table, any ? selected : NULL);
}

/* --- the same as a list --- */

/* Only while somebody reads it. */
void
hearsay_timeline_view_update_table (HearsayTimelineView *self)
{
  if (!is_list (self) || self->timeline == NULL)
    return;
  hearsay_timeline_table_set_mode (self->table, hearsay_timeline_canvas_get_mode (self->canvas));
  hearsay_timeline_table_set_content (self->table, hearsay_timeline_canvas_get_painter (self->canvas), self->rows);
  hearsay_timeline_view_update_selection (self);
}

void
hearsay_timeline_view_show_list (HearsayTimelineView *self,
                                 gboolean             list)
{
  gtk_stack_set_visible_child_name (self->picture, list ? "list" : "picture");
  hearsay_timeline_view_update_table (self);
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->picture), GTK_DIR_TAB_FORWARD);
}

void
hearsay_timeline_view_row_selected_cb (HearsayTimelineView *self,
                                       GtkBitset           *rows)
{
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();

  if (self->session == NULL)
    return;
  for (guint i = 0; i < gtk_bitset_get_size (rows); i++)
    g_ptr_array_add (statements, g_ptr_array_index (self->rows, gtk_bitset_get_nth (rows, i)));
  hearsay_timeline_view_select_statements (self, statements, 0);
}

/* One statement is read in its article, several are listed. */
void
hearsay_timeline_view_row_activated_cb (HearsayTimelineView *self,
                                        guint                row,
                                        guint                n)
{
  if (self->session == NULL || row >= self->rows->len)
    return;
  if (n == 1)
    hearsay_session_show_statement (self->session, g_ptr_array_index (self->rows, row));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", "statements");
}

void
hearsay_timeline_view_set_target (HearsayTimelineView *self,
                                  GObject             *target)
{
  self->target_chosen = TRUE;
  if (g_set_object (&self->target, target))
    hearsay_timeline_view_reload (self);
}

static void
hearsay_timeline_view_map (GtkWidget *widget)
{
  HearsayTimelineView *self = HEARSAY_TIMELINE_VIEW (widget);

  GTK_WIDGET_CLASS (hearsay_timeline_view_parent_class)->map (widget);
  if (self->stale)
    hearsay_timeline_view_reload (self);
}

static void
hearsay_timeline_view_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, HEARSAY_TIMELINE_VIEW (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_timeline_view_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      hearsay_timeline_view_set_session (HEARSAY_TIMELINE_VIEW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
disconnect_session (HearsayTimelineView *self)
{
  if (self->session == NULL)
    return;
  g_signal_handlers_disconnect_by_data (hearsay_session_get_filter (self->session), self);
  g_signal_handlers_disconnect_by_data (hearsay_session_get_collection (self->session), self);
  g_signal_handlers_disconnect_by_data (self->session, self);
}

static void
hearsay_timeline_view_unmap (GtkWidget *widget)
{
  hearsay_timeline_view_stop (HEARSAY_TIMELINE_VIEW (widget));

  GTK_WIDGET_CLASS (hearsay_timeline_view_parent_class)->unmap (widget);
}

static void
hearsay_timeline_view_dispose (GObject *object)
{
  HearsayTimelineView *self = HEARSAY_TIMELINE_VIEW (object);

  disconnect_session (self);
  hearsay_timeline_view_stop_loading (self);
  g_clear_object (&self->session);
  g_clear_handle_id (&self->days_id, g_source_remove);
  g_clear_handle_id (&self->play_id, g_source_remove);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->by_hand, g_ptr_array_unref);
  g_clear_pointer (&self->closed, g_ptr_array_unref);
  g_clear_object (&self->target);
  g_clear_pointer (&self->legend, hearsay_legend_free);
  g_clear_pointer (&self->timeline, hearsay_timeline_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->communities, g_hash_table_unref);

  G_OBJECT_CLASS (hearsay_timeline_view_parent_class)->dispose (object);
}

/* Wherever the focus is in the view, not only in the drawing. */
static gboolean
zoom_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  HearsayTimelineCanvas *canvas = HEARSAY_TIMELINE_VIEW (widget)->canvas;
  double factor = g_variant_get_double (args);

  if (factor > 0.0)
    hearsay_timeline_canvas_zoom (canvas, factor);
  else
    hearsay_timeline_canvas_fit (canvas);
  return TRUE;
}

static void
add_zoom_keys (GtkWidgetClass *widget_class)
{
  static const guint closer[] = { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add };
  static const guint away[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };

  for (guint i = 0; i < G_N_ELEMENTS (closer); i++)
    gtk_widget_class_add_binding (widget_class, closer[i], GDK_CONTROL_MASK, zoom_key_cb, "d", ZOOM_STEP);
  for (guint i = 0; i < G_N_ELEMENTS (away); i++)
    gtk_widget_class_add_binding (widget_class, away[i], GDK_CONTROL_MASK, zoom_key_cb, "d", 1.0 / ZOOM_STEP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_9, GDK_CONTROL_MASK, zoom_key_cb, "d", 0.0);
}

static void
hearsay_timeline_view_class_init (HearsayTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hearsay_timeline_view_dispose;
  object_class->get_property = hearsay_timeline_view_get_property;
  object_class->set_property = hearsay_timeline_view_set_property;
  GTK_WIDGET_CLASS (klass)->map = hearsay_timeline_view_map;
  GTK_WIDGET_CLASS (klass)->unmap = hearsay_timeline_view_unmap;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, HEARSAY_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "timelineview");
  add_zoom_keys (GTK_WIDGET_CLASS (klass));
}

static void
hearsay_timeline_view_init (HearsayTimelineView *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_hand = g_ptr_array_new_with_free_func (g_free);
  self->closed = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->by_hand, NULL);
  g_ptr_array_add (self->closed, NULL);
  self->first_day = G_MININT32;
  self->last_day = G_MAXINT32;
  hearsay_timeline_view_add_actions (self);
  hearsay_timeline_view_build (self);
}

GtkWidget *
hearsay_timeline_view_new (void)
{
  return g_object_new (HEARSAY_TYPE_TIMELINE_VIEW, NULL);
}

HearsaySession *
hearsay_timeline_view_get_session (HearsayTimelineView *self)
{
  g_return_val_if_fail (HEARSAY_IS_TIMELINE_VIEW (self), NULL);

  return self->session;
}

void
hearsay_timeline_view_set_session (HearsayTimelineView *self,
                                   HearsaySession      *session)
{
  static const HearsayChipType types[] = { HEARSAY_CHIP_SPEAKER, HEARSAY_CHIP_STANCE, HEARSAY_CHIP_KIND, HEARSAY_CHIP_DATES };
  GtkWidget *chip;

  g_return_if_fail (HEARSAY_IS_TIMELINE_VIEW (self));

  if (self->session == session)
    return;
  hearsay_timeline_view_stop_loading (self);
  g_clear_pointer (&self->communities, g_hash_table_unref);
  disconnect_session (self);
  while ((chip = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_box_remove (GTK_BOX (self->chips), chip);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_swapped (session, "statements-changed", G_CALLBACK (hearsay_timeline_view_statements_cb), self);
      g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (hearsay_timeline_view_update_selection), self);
      g_signal_connect_swapped (hearsay_session_get_filter (session), "changed", G_CALLBACK (hearsay_timeline_view_filter_cb), self);
      g_signal_connect_swapped (hearsay_session_get_collection (session), "changed", G_CALLBACK (hearsay_timeline_view_collection_cb), self);
      for (guint i = 0; i < G_N_ELEMENTS (types); i++)
        gtk_box_append (GTK_BOX (self->chips), hearsay_filter_chip_new (session, types[i]));
      hearsay_timeline_view_reload (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

HearsayTimeline *
hearsay_timeline_view_get_timeline (HearsayTimelineView *self)
{
  g_return_val_if_fail (HEARSAY_IS_TIMELINE_VIEW (self), NULL);

  return self->timeline;
}
