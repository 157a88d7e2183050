/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "model/hearsay-filter.h"
#include "ui/network/hearsay-network-view-private.h"
#include "ui/statements/hearsay-filter-chip.h"
#include "ui/timeline/hearsay-timeline-rows.h"

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

typedef struct
{
  HearsayNetworkFacts *facts; /* main thread only, but for its rows */
  char **initials;
  HearsayNetworkRequest request;
  gboolean *pinned;
  char *centre;
} Load;

static void
free_load (gpointer data)
{
  Load *load = data;

  g_assert (load->facts == NULL);
  g_strfreev (load->initials);
  g_clear_pointer (&load->request.before, hearsay_network_scene_unref);
  g_free (load->pinned);
  g_free (load->centre);
  g_free (load);
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Load *load = task_data;
  GError *error = NULL;
  HearsayNetworkScene *scene = hearsay_network_scene_load (&load->facts->input, (const char *const *) load->initials,
                                                           &load->request, cancellable, &error);

  if (scene != NULL)
    g_task_return_pointer (task, scene, (GDestroyNotify) hearsay_network_scene_unref);
  else
    g_task_return_error (task, error);
}

static void
update_empty_state (HearsayNetworkView *self)
{
  guint n = self->session != NULL ? g_list_model_get_n_items (hearsay_session_get_statements (self->session)) : 0;
  HearsayFilter *filter = self->session != NULL ? hearsay_session_get_filter (self->session) : NULL;

  if (self->facts == NULL)
    return;
  if (self->scene != NULL && self->scene->network->n_edges > 0)
    gtk_stack_set_visible_child_name (self->stack, "canvas");
  else if (n == 0 && filter != NULL && !hearsay_filter_is_empty (filter))
    gtk_stack_set_visible_child_name (self->stack, "no-match");
  else
    gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
update_hidden_note (HearsayNetworkView *self)
{
  g_autofree char *words = NULL;
  guint n = self->scene != NULL ? self->scene->n_hidden : 0;

  guint n_left_out = self->scene != NULL ? self->scene->network->n_left_out : 0;

  if (n > 0)
    words = g_strdup_printf (_("%u of %u shown"), self->scene->network->n_nodes, self->scene->network->n_nodes + n);
  else if (n_left_out > 0)
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u least active actor left out: too many pairs",
                                          "%u least active actors left out: too many pairs", n_left_out), n_left_out);
  gtk_label_set_text (self->hidden_label, words != NULL ? words : "");
  gtk_widget_set_visible (gtk_widget_get_next_sibling (GTK_WIDGET (self->hidden_label)), n > 0);
  gtk_widget_set_visible (self->hidden_card, words != NULL);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  HearsayNetworkView *self = HEARSAY_NETWORK_VIEW (source);
  Load *load = g_task_get_task_data (G_TASK (result));
  g_autoptr (HearsayNetworkFacts) facts = g_steal_pointer (&load->facts);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearsayNetworkScene) scene = g_task_propagate_pointer (G_TASK (result), &error);

  if (scene == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("The network could not be laid out: %s", error->message);
      return;
    }
  if (self->canvas == NULL)
    return;
  g_clear_pointer (&self->facts, hearsay_network_facts_free);
  self->facts = g_steal_pointer (&facts);
  g_clear_pointer (&self->scene, hearsay_network_scene_unref);
  self->scene = g_steal_pointer (&scene);
  hearsay_network_canvas_set_scene (self->canvas, self->scene);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->page), "list") == 0)
    hearsay_network_table_set_scene (self->table, self->scene);
  hearsay_network_view_update_legend (self);
  hearsay_network_view_measure (self);
  update_hidden_note (self);
  update_empty_state (self);
  hearsay_network_view_restore_selection (self);
}

static char **
dup_initials (HearsayNetworkFacts *facts)
{
  char **initials = g_new0 (char *, facts->entities->len + 1);

  for (guint i = 0; i < facts->entities->len; i++)
    {
      gpointer object = g_ptr_array_index (facts->entities, i);

      initials[i] = g_strdup (HEARSAY_IS_ACTOR (object) ? hearsay_actor_get_initials (object) : "");
    }
  return initials;
}

/* Counts and lays out anew on another thread; the old drawing stays meanwhile.
 * @keep_places: only what is new may look for a place. */
void
hearsay_network_view_reload (HearsayNetworkView *self,
                             gboolean            keep_places)
{
  g_autoptr (GTask) task = NULL;
  Load *load;

  if (self->session == NULL)
    return;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->stale = TRUE;
      return;
    }
  self->stale = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  load = g_new0 (Load, 1);
  load->facts = hearsay_network_facts_new_for_statements (hearsay_session_get_statements (self->session),
                                                          hearsay_session_get_filter (self->session));
  load->initials = dup_initials (load->facts);
  load->request.options = self->options;
  load->request.show_all = self->show_all;
  load->centre = g_strdup (self->centre);
  load->request.layout = self->layout;
  load->request.signs = self->signs;
  load->request.centre = load->centre;
  load->request.signed_communities = self->signed_communities;
  load->request.filter = self->filter_measure >= 0 && self->least_share > 0.0;
  load->request.measure = (HearsayMeasure) MAX (self->filter_measure, 0);
  load->request.least_share = self->least_share;
  load->request.before = hearsay_network_canvas_dup_scene (self->canvas);
  if (load->request.before != NULL && load->request.before->network->type != self->options.type)
    g_clear_pointer (&load->request.before, hearsay_network_scene_unref);
  if (load->request.before != NULL)
    {
      guint n = load->request.before->network->n_nodes;

      load->pinned = g_memdup2 (hearsay_network_canvas_get_pinned (self->canvas), sizeof (gboolean) * n);
      for (guint i = 0; keep_places && i < n; i++)
        load->pinned[i] = TRUE;
      load->request.pinned = load->pinned;
    }
  load->request.aspect = gtk_widget_get_height (GTK_WIDGET (self->canvas)) > 100
                           ? (double) gtk_widget_get_width (GTK_WIDGET (self->canvas)) / gtk_widget_get_height (GTK_WIDGET (self->canvas))
                           : 0.0;
  load->request.aspect = load->request.aspect > 0.0 ? CLAMP (load->request.aspect, 0.6, 2.2) : 0.0;
  task = g_task_new (self, self->cancellable, loaded_cb, NULL);
  g_task_set_name (task, "hearsay-network-load");
  g_task_set_task_data (task, load, free_load);
  g_task_run_in_thread (task, load_thread);
}

static void
update_range (HearsayNetworkView *self)
{
  g_autoptr (HearsayTimeline) timeline = hearsay_timeline_rows_new (hearsay_session_get_statements (self->session), NULL,
                                                                    HEARSAY_LANE_ORDER_FIRST);
  double first;
  double end;
  gboolean any;

  hearsay_range_strip_set_timeline (self->range, timeline);
  any = hearsay_range_strip_get_extent (self->range, &first, &end);
  if (self->options.first_day == G_MININT32 && self->options.last_day == G_MAXINT32)
    hearsay_range_strip_set_range (self->range, first, end);
  gtk_widget_set_visible (self->range_card, any && end - first > 1.5);
}

static void
statements_changed_cb (HearsayNetworkView *self)
{
  update_range (self);
  hearsay_network_view_reload (self, FALSE);
}

/* Forgets where nodes were. */
void
hearsay_network_view_arrange (HearsayNetworkView *self)
{
  hearsay_network_canvas_set_scene (self->canvas, NULL);
  hearsay_network_canvas_fit (self->canvas);
  hearsay_network_view_reload (self, FALSE);
}

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

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
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
  g_clear_pointer (&self->facts, hearsay_network_facts_free);
  g_clear_pointer (&self->scene, hearsay_network_scene_unref);

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
  while ((chip = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_box_remove (GTK_BOX (self->chips), chip);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_swapped (session, "statements-changed", G_CALLBACK (statements_changed_cb), self);
      g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (hearsay_network_view_mark_selection), self);
      gtk_box_append (GTK_BOX (self->chips), hearsay_filter_chip_new (session, HEARSAY_CHIP_STANCE));
      statements_changed_cb (self);
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
