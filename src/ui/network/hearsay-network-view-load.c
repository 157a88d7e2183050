/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n.h>

#include "model/hearsay-filter.h"
#include "ui/network/hearsay-network-view-private.h"

/* What one idle may take of the main loop, in microseconds. */
#define SLICE 4000

/* Of the note over the upper part of the drawing. */
#define NOTE_HEIGHT 48.0

/* A smaller view has not got its size yet. */
#define LEAST_VIEW 100

/**
 * Load:
 * @facts: held for its rows; its references are the main thread's
 * @timeline: of the days, where the strip shows others
 *
 * What a worker needs and makes.
 */
typedef struct
{
  HearsayNetworkFacts *facts;
  HearsayNetworkRequest request;
  gboolean *pinned;
  char *centre;
  gboolean with_days;
  HearsayNetworkScene *scene;
  HearsayTimeline *timeline;
} Load;

static void
free_load (gpointer data)
{
  Load *load = data;

  g_assert (load->facts == NULL);
  g_clear_pointer (&load->request.before, hearsay_network_scene_unref);
  g_clear_pointer (&load->request.home, hearsay_network_scene_unref);
  g_clear_pointer (&load->scene, hearsay_network_scene_unref);
  g_clear_pointer (&load->timeline, hearsay_timeline_unref);
  g_free (load->pinned);
  g_free (load->centre);
  g_free (load);
}

/* The strip shows the days of all statements, in one lane. */
static HearsayTimeline *
make_timeline (const GArray *days)
{
  HearsayTimelineLane lane = { .name = (char *) "", .initials = (char *) "", .key = (char *) "", .colour = -1, .group = -1 };
  g_autoptr (GArray) items = g_array_sized_new (FALSE, TRUE, sizeof (HearsayTimelineItem), days->len);

  lane.n_statements = days->len;
  for (guint i = 0; i < days->len; i++)
    {
      const HearsayNetworkDay *day = &g_array_index (days, HearsayNetworkDay, i);
      HearsayTimelineItem item = { .statement = i, .publication = -1, .position = day->position, .about_issue = TRUE };

      hearsay_timeline_item_set_date (&item, day->said_on);
      g_array_append_val (items, item);
    }
  return hearsay_timeline_new ((HearsayTimelineItem *) (gpointer) items->data, items->len, &lane, 1, NULL, 0, NULL,
                               HEARSAY_LANE_ORDER_FIRST);
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Load *load = task_data;
  GError *error = NULL;

  load->scene = hearsay_network_scene_load (&load->facts->input, (const char *const *) load->facts->initials->pdata, &load->request,
                                            cancellable, &error);
  if (load->scene == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (load->with_days)
    load->timeline = make_timeline (load->facts->days);
  g_task_return_boolean (task, TRUE);
}

static gboolean
has_all_days (HearsayNetworkView *self)
{
  return self->options.first_day == G_MININT32 && self->options.last_day == G_MAXINT32;
}

/* What would have to be there for a network of this kind. */
static const char *
get_need (HearsayNetworkType type)
{
  switch (type)
    {
    case HEARSAY_NETWORK_ISSUES:
      return _("This network needs speakers who say something of an issue. Two or three more articles on the same events usually show one.");
    case HEARSAY_NETWORK_POSITIONS:
      return _("This network needs speakers who take a position to the same actors or issues. Two or three more articles on the same events usually show one.");
    case HEARSAY_NETWORK_TOGETHER:
      return _("This network needs actors who are named in one paragraph.");
    case HEARSAY_NETWORK_AFFILIATION:
      return _("This network needs actors whose articles say whom they belong to.");
    case HEARSAY_NETWORK_FACTS:
      return _("This network needs articles that state what countries do together or to each other, or who agrees with whom.");
    case HEARSAY_NETWORK_ABOUT:
    default:
      return _("This network needs speakers who speak about others. Two or three more articles on the same events usually show one.");
    }
}

/* Days without a tie are left by the strip that chose them, so it stays. */
static void
update_empty_state (HearsayNetworkView *self)
{
  guint n = g_list_model_get_n_items (hearsay_session_get_statements (self->session));

  if (self->scene->network->n_edges > 0 || !has_all_days (self))
    gtk_stack_set_visible_child_name (self->stack, "canvas");
  else if (n == 0 && !hearsay_filter_is_empty (hearsay_session_get_filter (self->session)))
    gtk_stack_set_visible_child_name (self->stack, "no-match");
  else
    {
      adw_status_page_set_description (ADW_STATUS_PAGE (gtk_stack_get_child_by_name (self->stack, "nothing")),
                                       get_need (self->options.type));
      gtk_stack_set_visible_child_name (self->stack, "nothing");
    }
}

static void
update_hidden_note (HearsayNetworkView *self)
{
  g_autofree char *words = NULL;
  guint n = self->scene->n_hidden;
  guint n_left_out = self->scene->network->n_left_out;

  if (n > 0)
    words = g_strdup_printf (_("%u of %u shown"), self->scene->network->n_nodes, self->scene->network->n_nodes + n);
  else if (n_left_out > 0)
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u least active actor left out: too many pairs",
                                          "%u least active actors left out: too many pairs", n_left_out), n_left_out);
  else if (self->scene->network->n_edges == 0 && !has_all_days (self))
    words = g_strdup (_("Nobody is tied to anybody in these days"));
  gtk_label_set_text (self->hidden_label, words != NULL ? words : "");
  gtk_widget_set_visible (gtk_widget_get_next_sibling (GTK_WIDGET (self->hidden_label)), n > 0);
  gtk_widget_set_visible (self->hidden_card, words != NULL);
  hearsay_network_canvas_set_top (self->canvas, words != NULL ? NOTE_HEIGHT : 0.0);
}

static void
update_range (HearsayNetworkView *self,
              HearsayTimeline    *timeline)
{
  double first;
  double end;
  gboolean any;

  hearsay_range_strip_set_timeline (self->range, timeline);
  any = hearsay_range_strip_get_extent (self->range, &first, &end);
  if (has_all_days (self))
    hearsay_range_strip_set_range (self->range, first, end);
  gtk_widget_set_visible (self->range_card, any && end - first > 1.5);
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

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("The network could not be laid out: %s", error->message);
      return;
    }
  if (self->canvas == NULL || self->session == NULL)
    return;
  g_clear_pointer (&self->facts, hearsay_network_facts_unref);
  self->facts = g_steal_pointer (&facts);
  g_clear_pointer (&self->scene, hearsay_network_scene_unref);
  self->scene = g_steal_pointer (&load->scene);
  if (load->timeline != NULL)
    update_range (self, load->timeline);
  update_hidden_note (self);
  hearsay_network_canvas_set_scene (self->canvas, self->scene);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->page), "list") == 0)
    hearsay_network_table_set_scene (self->table, self->scene);
  hearsay_network_view_update_legend (self);
  hearsay_network_view_measure (self);
  update_empty_state (self);
  hearsay_network_view_restore_selection (self);
  if (self->home != NULL && has_all_days (self))
    hearsay_network_view_forget_home (self);
}

/**
 * hearsay_network_view_forget_home:
 *
 * Lets the drawing fit the view again, as it did before the days were limited.
 */
void
hearsay_network_view_forget_home (HearsayNetworkView *self)
{
  if (self->home == NULL)
    return;
  g_clear_pointer (&self->home, hearsay_network_scene_unref);
  hearsay_network_canvas_hold (self->canvas, FALSE);
}

/* Where the nodes are now, and which of them may move. */
static void
take_places (HearsayNetworkView *self,
             Load               *load,
             gboolean            keep_places)
{
  g_autoptr (HearsayNetworkScene) before = hearsay_network_canvas_dup_scene (self->canvas);
  guint n;

  if (self->home != NULL && self->home->network->type == self->options.type)
    load->request.home = hearsay_network_scene_ref (self->home);
  if (before == NULL || before->network->type != self->options.type)
    return;
  n = before->network->n_nodes;
  load->pinned = g_memdup2 (hearsay_network_canvas_get_pinned (self->canvas), sizeof (gboolean) * n);
  for (guint i = 0; keep_places && i < n; i++)
    load->pinned[i] = TRUE;
  load->request.pinned = load->pinned;
  load->request.before = g_steal_pointer (&before);
}

static void
start_load (HearsayNetworkView *self,
            gboolean            keep_places)
{
  g_autoptr (GTask) task = NULL;
  Load *load = g_new0 (Load, 1);
  int width = gtk_widget_get_width (GTK_WIDGET (self->canvas));
  int height = gtk_widget_get_height (GTK_WIDGET (self->canvas)) - (int) HEARSAY_NETWORK_CARDS_HEIGHT;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  load->facts = hearsay_network_facts_ref (self->fresh);
  load->with_days = self->fresh != self->facts;
  load->centre = g_strdup (self->centre);
  load->request = (HearsayNetworkRequest) {
    .options = self->options,
    .show_all = self->show_all,
    .layout = self->layout,
    .signs = self->signs,
    .centre = load->centre,
    .signed_communities = self->signed_communities,
    .filter = self->filter_measure >= 0 && self->least_share > 0.0,
    .measure = (HearsayMeasure) MAX (self->filter_measure, 0),
    .least_share = self->least_share,
    .width = width > LEAST_VIEW && height > LEAST_VIEW ? width : 0.0,
    .height = width > LEAST_VIEW && height > LEAST_VIEW ? height : 0.0,
  };
  take_places (self, load, keep_places);
  task = g_task_new (self, self->cancellable, loaded_cb, NULL);
  g_task_set_name (task, "hearsay-network-load");
  g_task_set_task_data (task, load, free_load);
  g_task_run_in_thread (task, load_thread);
}

static gboolean
gather_cb (gpointer user_data)
{
  HearsayNetworkView *self = user_data;

  if (!hearsay_network_gather_step (self->gather, g_get_monotonic_time () + SLICE))
    return G_SOURCE_CONTINUE;
  self->gather_id = 0;
  self->fresh = hearsay_network_gather_finish (g_steal_pointer (&self->gather));
  start_load (self, self->keep_places);
  return G_SOURCE_REMOVE;
}

static void
stop_gathering (HearsayNetworkView *self)
{
  g_clear_handle_id (&self->gather_id, g_source_remove);
  g_clear_pointer (&self->gather, hearsay_network_gather_free);
  g_clear_pointer (&self->fresh, hearsay_network_facts_unref);
}

/**
 * hearsay_network_view_stop_loading:
 *
 * Gives up what is on its way.
 */
void
hearsay_network_view_stop_loading (HearsayNetworkView *self)
{
  stop_gathering (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/**
 * hearsay_network_view_reload:
 * @keep_places: only what is new may look for a place
 *
 * Counts and lays out anew on another thread; the old drawing stays meanwhile.
 * Where the statements are others than before they are read first, in slices of
 * the main loop, which is theirs.
 */
void
hearsay_network_view_reload (HearsayNetworkView *self,
                             gboolean            keep_places)
{
  if (self->session == NULL)
    return;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->stale = TRUE;
      return;
    }
  self->stale = FALSE;
  if (self->fresh != NULL)
    {
      start_load (self, keep_places);
      return;
    }
  self->keep_places = keep_places && (self->gather == NULL || self->keep_places);
  if (self->gather != NULL)
    return;
  self->gather = hearsay_network_gather_new (hearsay_session_get_statements (self->session),
                                             hearsay_session_get_filter (self->session));
  self->gather_id = g_idle_add (gather_cb, self);
}

/**
 * hearsay_network_view_statements_changed:
 *
 * Reads the session's statements anew.
 */
void
hearsay_network_view_statements_changed (HearsayNetworkView *self)
{
  stop_gathering (self);
  hearsay_network_view_reload (self, FALSE);
}

/**
 * hearsay_network_view_arrange:
 *
 * Forgets where nodes were.
 */
void
hearsay_network_view_arrange (HearsayNetworkView *self)
{
  hearsay_network_view_forget_home (self);
  hearsay_network_canvas_set_scene (self->canvas, NULL);
  hearsay_network_canvas_fit (self->canvas);
  hearsay_network_view_reload (self, FALSE);
}
