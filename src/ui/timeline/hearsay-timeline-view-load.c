/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "model/hearsay-filter.h"
#include "network/hearsay-network-facts.h"
#include "ui/timeline/hearsay-timeline-view-private.h"

/* What one turn of the main loop may take, in microseconds. */
#define SLICE 4000

/* So few rows are sorted faster than a thread is asked for. */
#define FEW_ROWS 1500

typedef enum
{
  STAGE_COUNT,       /* statements are noted, and what they are about */
  STAGE_COMMUNITIES, /* the network is read, where lanes are grouped by it */
  STAGE_NETWORK,     /* and built, on another thread */
  STAGE_ROWS,        /* statements become rows */
  STAGE_ARRANGE,     /* which are sorted, on another thread */
} Stage;

/**
 * HearsayTimelineLoad:
 * @statements: the visible ones, which stay as they are: when they change another load begins
 *
 * What is on its way to be shown. What is shown stays until it is complete.
 */
struct _HearsayTimelineLoad
{
  GListModel *statements;
  GPtrArray *found;        /* HearsayStatement */
  HearsayTargets *targets;
  GHashTable *communities; /* nullable: HearsayActor → its community + 1 */
  HearsayNetworkGather *gather;
  HearsayNetworkFacts *facts;
  HearsayTimelineRows *rows;
  GCancellable *cancellable;
  Stage stage;
  guint next;
  guint idle_id;
};

static void
free_load (HearsayTimelineLoad *load)
{
  g_cancellable_cancel (load->cancellable);
  g_clear_handle_id (&load->idle_id, g_source_remove);
  g_object_unref (load->statements);
  g_clear_pointer (&load->found, g_ptr_array_unref);
  g_clear_pointer (&load->targets, hearsay_targets_free);
  g_clear_pointer (&load->communities, g_hash_table_unref);
  g_clear_pointer (&load->gather, hearsay_network_gather_free);
  g_clear_pointer (&load->facts, hearsay_network_facts_unref);
  g_clear_pointer (&load->rows, hearsay_timeline_rows_free);
  g_object_unref (load->cancellable);
  g_free (load);
}

void
hearsay_timeline_view_stop_loading (HearsayTimelineView *self)
{
  g_clear_pointer (&self->load, free_load);
}

gboolean
hearsay_timeline_view_is_loading (HearsayTimelineView *self)
{
  g_return_val_if_fail (HEARSAY_IS_TIMELINE_VIEW (self), FALSE);

  return self->load != NULL || self->stale;
}

static void
update_empty_state (HearsayTimelineView *self)
{
  HearsayFilter *filter = hearsay_session_get_filter (self->session);

  if (self->timeline->n_items > 0)
    gtk_stack_set_visible_child_name (self->stack, "canvas");
  else if (!hearsay_filter_is_empty (filter))
    gtk_stack_set_visible_child_name (self->stack, "no-match");
  else
    gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static HearsayTimelineRows *
begin_rows (HearsayTimelineView *self,
            GHashTable          *communities)
{
  g_autoptr (GTimeZone) zone = hearsay_timeline_view_dup_zone (self);
  HearsayTimelineRowsOptions options = {
    .zone = zone,
    .target = self->target,
    /* A view that has shown nothing yet has not looked for one. */
    .wants_target = self->target == NULL && !self->target_chosen,
    .order = self->order,
    .grouping = self->grouping,
    .by_hand = (const char *const *) self->by_hand->pdata,
    .closed = (const char *const *) self->closed->pdata,
    .communities = communities,
    .with_total = hearsay_timeline_canvas_get_mode (self->canvas) == HEARSAY_TIMELINE_TOTALS,
  };

  return hearsay_timeline_rows_begin (&options);
}

/* Everything is there: it takes the place of what was shown. */
static void
finish (HearsayTimelineView *self,
        HearsayTimeline     *timeline)
{
  HearsayTimelineLoad *load = g_steal_pointer (&self->load);

  g_ptr_array_unref (self->rows);
  self->rows = g_steal_pointer (&load->found);
  g_clear_pointer (&self->communities, g_hash_table_unref);
  self->communities = g_steal_pointer (&load->communities);
  g_clear_pointer (&self->timeline, hearsay_timeline_unref);
  self->timeline = timeline;
  hearsay_range_strip_set_timeline (self->strip, self->timeline);
  hearsay_timeline_canvas_set_timeline (self->canvas, self->timeline);
  hearsay_timeline_view_fill_issues (self, load->targets);
  hearsay_timeline_view_update_words (self);
  update_empty_state (self);
  hearsay_timeline_view_show_days (self);
  hearsay_timeline_view_update_table (self);
  hearsay_timeline_view_update_selection (self);
  free_load (load);
}

/* --- on other threads --- */

/* What the rows are sorted from is freed on the main thread, whoever waits for it. */
typedef struct
{
  HearsayTimelineRows *rows;
  HearsayNetworkFacts *facts;
  gpointer result;
} Work;

static void
arrange_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Work *work = data;

  work->result = hearsay_timeline_rows_arrange (work->rows);
  g_task_return_boolean (task, TRUE);
}

static void
arranged_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  HearsayTimelineView *self = HEARSAY_TIMELINE_VIEW (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  HearsayTimeline *timeline = g_steal_pointer (&work->result);

  hearsay_timeline_rows_free (work->rows);
  /* Another load has begun since: this one is of yesterday. */
  if (!g_task_propagate_boolean (G_TASK (result), NULL) || self->load == NULL)
    g_clear_pointer (&timeline, hearsay_timeline_unref);
  else
    finish (self, timeline);
}

static GTask *
new_task (HearsayTimelineView *self,
          const char          *name,
          Work                *work,
          GAsyncReadyCallback  callback)
{
  GTask *task = g_task_new (self, self->load->cancellable, callback, NULL);

  g_task_set_name (task, name);
  g_task_set_task_data (task, work, g_free);
  return task;
}

static void
arrange (HearsayTimelineView *self)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  if (self->load->found->len <= FEW_ROWS)
    {
      finish (self, hearsay_timeline_rows_arrange (self->load->rows));
      return;
    }
  work = g_new0 (Work, 1);
  work->rows = g_steal_pointer (&self->load->rows);
  task = new_task (self, "[hearsay] arrange timeline", work, arranged_cb);
  g_task_run_in_thread (task, arrange_thread);
}

static void
network_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Work *work = data;
  HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;

  work->result = hearsay_network_build (&work->facts->input, &options, cancellable, NULL);
  g_task_return_boolean (task, TRUE);
}

static void proceed (HearsayTimelineView *self);

/* Communities of the network “who speaks about whom”. */
static void
network_built_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  HearsayTimelineView *self = HEARSAY_TIMELINE_VIEW (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (HearsayNetworkFacts) facts = work->facts;
  g_autoptr (HearsayNetwork) network = work->result;

  if (!g_task_propagate_boolean (G_TASK (result), NULL) || self->load == NULL)
    return;
  self->load->communities = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  for (guint i = 0; network != NULL && i < network->n_nodes; i++)
    {
      const HearsayNetworkNode *node = &network->nodes[i];

      if (node->community >= 0)
        g_hash_table_insert (self->load->communities, g_object_ref (g_ptr_array_index (facts->entities, node->entity)),
                             GINT_TO_POINTER (node->community + 1));
    }
  self->load->stage = STAGE_ROWS;
  proceed (self);
}

static void
build_network (HearsayTimelineView *self)
{
  Work *work = g_new0 (Work, 1);
  g_autoptr (GTask) task = NULL;

  work->facts = hearsay_network_gather_finish (g_steal_pointer (&self->load->gather));
  task = new_task (self, "[hearsay] communities", work, network_built_cb);
  g_task_run_in_thread (task, network_thread);
}

/* --- in slices --- */

static gboolean
note_statements (HearsayTimelineLoad *load,
                 gint64               deadline)
{
  guint n = g_list_model_get_n_items (load->statements);

  for (; load->next < n; load->next++)
    {
      HearsayStatement *statement;

      if (load->next % 64 == 63 && g_get_monotonic_time () > deadline)
        return FALSE;
      statement = g_list_model_get_item (load->statements, load->next);
      g_ptr_array_add (load->found, statement);
      hearsay_targets_add (load->targets, statement);
    }
  return TRUE;
}

static gboolean
add_rows (HearsayTimelineView *self,
          HearsayTimelineLoad *load,
          gint64               deadline)
{
  if (load->rows == NULL)
    {
      load->next = 0;
      load->rows = begin_rows (self, load->communities);
    }
  for (; load->next < load->found->len; load->next++)
    {
      if (load->next % 64 == 63 && g_get_monotonic_time () > deadline)
        return FALSE;
      hearsay_timeline_rows_add (load->rows, g_ptr_array_index (load->found, load->next));
    }
  return TRUE;
}

/* Returns: whether the main loop has nothing more to do for now */
static gboolean
step (HearsayTimelineView *self,
      gint64               deadline)
{
  HearsayTimelineLoad *load = self->load;

  if (load->stage == STAGE_COUNT)
    {
      if (!note_statements (load, deadline))
        return FALSE;
      if (!self->target_chosen)
        g_set_object (&self->target, hearsay_targets_get_main (load->targets));
      load->stage = self->grouping == HEARSAY_LANES_BY_COMMUNITY && load->communities == NULL ? STAGE_COMMUNITIES : STAGE_ROWS;
      if (load->stage == STAGE_COMMUNITIES)
        {
          /* As in a network of all statements: what the filter leaves out is left out already. */
          g_autoptr (HearsayFilter) all = hearsay_filter_new ();

          load->gather = hearsay_network_gather_new (load->statements, all);
        }
    }
  if (load->stage == STAGE_COMMUNITIES)
    {
      if (!hearsay_network_gather_step (load->gather, deadline))
        return FALSE;
      load->stage = STAGE_NETWORK;
      build_network (self);
      return TRUE;
    }
  if (!add_rows (self, load, deadline))
    return FALSE;
  load->stage = STAGE_ARRANGE;
  arrange (self);
  return TRUE;
}

static gboolean
slice_cb (gpointer data)
{
  HearsayTimelineView *self = data;
  HearsayTimelineLoad *load = self->load;
  guint id = load->idle_id;

  load->idle_id = 0;
  if (step (self, g_get_monotonic_time () + SLICE))
    return G_SOURCE_REMOVE;
  load->idle_id = id;
  return G_SOURCE_CONTINUE;
}

/* A small collection is shown at once. */
static void
proceed (HearsayTimelineView *self)
{
  if (!step (self, g_get_monotonic_time () + SLICE))
    self->load->idle_id = g_idle_add (slice_cb, self);
}

/* Takes the visible statements anew. While the view is hidden it waits. */
void
hearsay_timeline_view_reload (HearsayTimelineView *self)
{
  if (self->session == NULL)
    return;
  hearsay_timeline_view_stop_loading (self);
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;
  self->load = g_new0 (HearsayTimelineLoad, 1);
  self->load->statements = g_object_ref (hearsay_session_get_all_days (self->session));
  self->load->found = g_ptr_array_new_with_free_func (g_object_unref);
  self->load->targets = hearsay_targets_new ();
  self->load->cancellable = g_cancellable_new ();
  /* The same statements have the same communities. */
  if (self->communities != NULL)
    self->load->communities = g_hash_table_ref (self->communities);
  proceed (self);
}

/**
 * hearsay_timeline_view_begin_shown:
 * @options: (inout): gets how the timeline is drawn, and as its days those in sight
 *
 * How the view shows statements, for a figure: with its lanes, their order and
 * their groups. To be added are the visible statements, those of pale days left out.
 *
 * Returns: (transfer full) (nullable): no rows as yet; %NULL without a session
 */
HearsayTimelineRows *
hearsay_timeline_view_begin_shown (HearsayTimelineView  *self,
                                   HearsayFigureOptions *options)
{
  double first;
  double end;

  g_return_val_if_fail (HEARSAY_IS_TIMELINE_VIEW (self), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  if (self->session == NULL)
    return NULL;
  hearsay_timeline_view_get_mode (self, &options->mode, &options->unit, &options->stepped);
  if (self->timeline != NULL)
    {
      hearsay_timeline_canvas_get_range (self->canvas, &first, &end);
      options->first_day = (gint32) floor (first);
      options->last_day = (gint32) MAX (ceil (end) - 1.0, floor (first));
    }
  return begin_rows (self, self->communities);
}
