/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "ui/network/hearsay-network-view-private.h"
#include "ui/statements/hearsay-filter-chip.h"

#define NARROW_EVIDENCE 260

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_NARROW,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (HearsayNetworkView, hearsay_network_view, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

void
hearsay_network_view_range_changed_cb (HearsayNetworkView *self,
                                       double              first,
                                       double              end)
{
  double extent_first;
  double extent_end;
  gboolean whole;

  hearsay_range_strip_get_extent (self->range, &extent_first, &extent_end);
  whole = first <= extent_first && end >= extent_end;
  if (!whole && self->home == NULL)
    {
      /* Nodes stay where they are, also those that go and come back. */
      self->home = hearsay_network_canvas_dup_scene (self->canvas);
      hearsay_network_canvas_hold (self->canvas, TRUE);
    }
  self->options.first_day = whole ? G_MININT32 : (gint32) floor (first + 0.5);
  self->options.last_day = whole ? G_MAXINT32 : (gint32) MAX (ceil (end - 0.5) - 1.0, floor (first + 0.5));
  hearsay_network_view_reload (self, TRUE);
}

void
hearsay_network_view_set_type (HearsayNetworkView *self,
                               HearsayNetworkType  type)
{
  if (self->options.type == type)
    return;
  self->options.type = type;
  hearsay_network_view_forget_home (self);
  hearsay_network_view_close_evidence (self);
  hearsay_network_canvas_fit (self->canvas);
  hearsay_network_view_reload (self, FALSE);
}

static void
hearsay_network_view_map (GtkWidget *widget)
{
  HearsayNetworkView *self = HEARSAY_NETWORK_VIEW (widget);

  GTK_WIDGET_CLASS (hearsay_network_view_parent_class)->map (widget);
  if (self->stale)
    hearsay_network_view_reload (self, FALSE);
}

/* In a narrow window the evidence stands below the drawing. */
static void
set_narrow (HearsayNetworkView *self,
            gboolean            narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->content), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->evidence_side), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (self->evidence_side, -1, narrow ? NARROW_EVIDENCE : -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
hearsay_network_view_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, HEARSAY_NETWORK_VIEW (object)->session);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, HEARSAY_NETWORK_VIEW (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_network_view_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      hearsay_network_view_set_session (HEARSAY_NETWORK_VIEW (object), g_value_get_object (value));
      break;
    case PROP_NARROW:
      set_narrow (HEARSAY_NETWORK_VIEW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_network_view_dispose (GObject *object)
{
  HearsayNetworkView *self = HEARSAY_NETWORK_VIEW (object);

  hearsay_network_view_stop_loading (self);
  g_cancellable_cancel (self->measuring);
  g_clear_object (&self->measuring);
  g_clear_handle_id (&self->play_id, g_source_remove);
  g_clear_pointer (&self->centre, g_free);
  g_clear_pointer (&self->chosen, g_free);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  self->canvas = NULL;
  g_clear_pointer (&self->legend, hearsay_legend_free);
  g_clear_pointer (&self->facts, hearsay_network_facts_unref);
  g_clear_pointer (&self->scene, hearsay_network_scene_unref);
  g_clear_pointer (&self->home, hearsay_network_scene_unref);

  G_OBJECT_CLASS (hearsay_network_view_parent_class)->dispose (object);
}

static void
hearsay_network_view_class_init (HearsayNetworkViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearsay_network_view_dispose;
  object_class->get_property = hearsay_network_view_get_property;
  object_class->set_property = hearsay_network_view_set_property;
  widget_class->map = hearsay_network_view_map;
  hearsay_network_view_install_actions (widget_class);

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, HEARSAY_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "networkview");
}

static void
hearsay_network_view_init (HearsayNetworkView *self)
{
  self->options = (HearsayNetworkOptions) HEARSAY_NETWORK_OPTIONS_INIT;
  self->size_measure = self->tint_measure = self->filter_measure = -1;
  hearsay_network_view_build (self);
}

GtkWidget *
hearsay_network_view_new (void)
{
  return g_object_new (HEARSAY_TYPE_NETWORK_VIEW, NULL);
}

HearsaySession *
hearsay_network_view_get_session (HearsayNetworkView *self)
{
  g_return_val_if_fail (HEARSAY_IS_NETWORK_VIEW (self), NULL);

  return self->session;
}

void
hearsay_network_view_set_session (HearsayNetworkView *self,
                                  HearsaySession     *session)
{
  GtkWidget *chip;

  g_return_if_fail (HEARSAY_IS_NETWORK_VIEW (self));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  hearsay_network_view_stop_loading (self);
  while ((chip = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_box_remove (GTK_BOX (self->chips), chip);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_swapped (session, "statements-changed", G_CALLBACK (hearsay_network_view_statements_changed), self);
      g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (hearsay_network_view_mark_selection), self);
      gtk_box_append (GTK_BOX (self->chips), hearsay_filter_chip_new (session, HEARSAY_CHIP_STANCE));
      hearsay_network_view_statements_changed (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * hearsay_network_view_get_network:
 * @positions: (out) (transfer none): one a node
 *
 * Returns: (transfer none) (nullable): what is shown, until it changes
 */
const HearsayNetwork *
hearsay_network_view_get_network (HearsayNetworkView  *self,
                                  const HearsayPoint **positions)
{
  g_autoptr (HearsayNetworkScene) moved = NULL;

  g_return_val_if_fail (HEARSAY_IS_NETWORK_VIEW (self), NULL);
  g_return_val_if_fail (positions != NULL, NULL);

  moved = hearsay_network_canvas_dup_scene (self->canvas);
  if (moved == NULL)
    return NULL;
  g_clear_pointer (&self->scene, hearsay_network_scene_unref);
  self->scene = g_steal_pointer (&moved);
  *positions = self->scene->positions;
  return self->scene->network;
}

HearsayNetworkType
hearsay_network_view_get_network_type (HearsayNetworkView *self)
{
  g_return_val_if_fail (HEARSAY_IS_NETWORK_VIEW (self), HEARSAY_NETWORK_ABOUT);

  return self->options.type;
}

/**
 * hearsay_network_view_dup_shown:
 *
 * Returns: (transfer full) (nullable): what is drawn, for a figure of it; names of
 *   measures belong to nobody and stay
 */
HearsayNetworkShown *
hearsay_network_view_dup_shown (HearsayNetworkView *self)
{
  HearsayNetworkShown *shown;

  g_return_val_if_fail (HEARSAY_IS_NETWORK_VIEW (self), NULL);

  shown = hearsay_network_canvas_dup_shown (self->canvas);
  if (shown == NULL)
    return NULL;
  if (shown->sizes != NULL && self->size_most > 0.0)
    {
      shown->look.size_name = hearsay_network_view_measure_name (self->size_measure);
      shown->look.size_most = self->size_most;
    }
  if (shown->tints != NULL && self->tint_most > 0.0)
    {
      shown->look.tint_name = hearsay_network_view_measure_name (self->tint_measure);
      shown->look.tint_most = self->tint_most;
    }
  return shown;
}
