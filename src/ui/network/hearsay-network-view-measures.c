/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "network/hearsay-backbone.h"
#include "network/hearsay-camps.h"
#include "network/hearsay-community.h"
#include "ui/network/hearsay-network-view-private.h"

/* The backbone is said in so many issues. */
#define N_BACKBONE 3

/* Measures that take long are worked out twice: a sample at once, and all of it. */
typedef struct
{
  HearsayNetworkScene *scene;
  gboolean wanted[HEARSAY_N_MEASURES];
  double *values[HEARSAY_N_MEASURES];
  gboolean exact;
  gboolean with_summary;
  char *summary;
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  for (guint i = 0; i < HEARSAY_N_MEASURES; i++)
    g_free (work->values[i]);
  hearsay_network_scene_unref (work->scene);
  g_free (work->summary);
  g_free (work);
}

/* The issues that hold the discourse together, the strongest first. */
static void
append_backbone (GString              *text,
                 const HearsayNetwork *network,
                 GCancellable         *cancellable)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (HearsayBackboneStep));

  if (network->type != HEARSAY_NETWORK_ISSUES || !hearsay_backbone_nested (network, steps, cancellable, NULL) || steps->len == 0)
    return;
  g_string_append_printf (text, "\n%s ", _("Backbone:"));
  for (guint i = 0; i < MIN (steps->len, N_BACKBONE); i++)
    {
      const HearsayBackboneStep *step = &g_array_index (steps, HearsayBackboneStep, steps->len - 1 - i);

      g_string_append_printf (text, "%s%s (%.2f)", i > 0 ? ", " : "", network->nodes[step->node].name, step->loss);
    }
}

static char *
summarize (const HearsayNetwork *network,
           GCancellable         *cancellable)
{
  GString *text = g_string_new (NULL);
  HearsayNetworkSummary summary;

  hearsay_network_summarize (network, &summary);
  g_string_append_printf (text, ngettext ("%u node, ", "%u nodes, ", network->n_nodes), network->n_nodes);
  g_string_append_printf (text, ngettext ("%u tie, ", "%u ties, ", network->n_edges), network->n_edges);
  g_string_append_printf (text, ngettext ("%u part, ", "%u parts, ", summary.n_components), summary.n_components);
  g_string_append_printf (text, _("density %.3f"), summary.density);
  g_string_append_printf (text, "\n%s %.3f", _("Modularity:"), hearsay_community_modularity (network));
  if (network->is_signed)
    {
      g_string_append_printf (text, ", %s %.3f", _("signed:"), hearsay_camps_signed_modularity (network));
      if (summary.n_triangles > 0)
        g_string_append_printf (text, "\n%s %.0f %% (%" G_GUINT64_FORMAT ")", _("Balanced triangles:"), summary.balance * 100.0,
                                summary.n_triangles);
      g_string_append_printf (text, "\n%s %.3f", _("Polarization into two camps:"),
                              hearsay_camps_polarization (network, 2, NULL, cancellable));
    }
  append_backbone (text, network, cancellable);
  return g_string_free (text, FALSE);
}

static void
work_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;

  for (guint i = 0; i < HEARSAY_N_MEASURES; i++)
    {
      if (!work->wanted[i])
        continue;
      work->values[i] = g_new0 (double, MAX (work->scene->network->n_nodes, 1));
      if (!hearsay_network_scene_measure (work->scene->network, (HearsayMeasure) i, work->exact, work->values[i], cancellable, &error))
        {
          g_task_return_error (task, error);
          return;
        }
    }
  if (work->with_summary)
    work->summary = summarize (work->scene->network, cancellable);
  g_task_return_boolean (task, TRUE);
}

/* On the root of the share of the most: large values do not make all others alike.
 * NULL where nothing is asked for. */
static double *
to_shares (const Work *work,
           int         measure,
           double     *most)
{
  guint n = work->scene->network->n_nodes;
  const double *values = measure >= 0 ? work->values[measure] : NULL;
  double *shares;

  *most = 0.0;
  if (values == NULL)
    return NULL;
  shares = g_new0 (double, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    *most = MAX (*most, values[i]);
  for (guint i = 0; *most > 0.0 && i < n; i++)
    shares[i] = sqrt (MAX (values[i], 0.0) / *most);
  return shares;
}

static void start (HearsayNetworkView *self,
                   gboolean            exact);

static void
apply (HearsayNetworkView *self,
       Work               *work)
{
  g_autofree double *sizes = to_shares (work, self->size_measure, &self->size_most);
  g_autofree double *tints = to_shares (work, self->tint_measure, &self->tint_most);

  hearsay_network_canvas_set_measures (self->canvas, sizes, tints);
  hearsay_network_view_update_legend (self);
  for (guint i = 0; i < HEARSAY_N_MEASURES; i++)
    {
      if (work->values[i] != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (self->page), "list") == 0)
        hearsay_network_table_set_values (self->table, (HearsayMeasure) i, work->values[i]);
    }
  if (work->summary != NULL)
    gtk_label_set_text (self->summary_label, work->summary);
}

static void
worked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  HearsayNetworkView *self = HEARSAY_NETWORK_VIEW (source);
  Work *work = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), NULL) || self->canvas == NULL || work->scene != self->scene)
    return;
  apply (self, work);
  if (!work->exact && work->wanted[HEARSAY_MEASURE_BETWEENNESS])
    start (self, TRUE);
}

static void
start (HearsayNetworkView *self,
       gboolean            exact)
{
  gboolean list = g_strcmp0 (gtk_stack_get_visible_child_name (self->page), "list") == 0;
  g_autoptr (GTask) task = NULL;
  Work *work = g_new0 (Work, 1);

  g_cancellable_cancel (self->measuring);
  g_clear_object (&self->measuring);
  self->measuring = g_cancellable_new ();
  work->scene = hearsay_network_scene_ref (self->scene);
  work->exact = exact;
  work->with_summary = !exact;
  for (int i = 0; i < HEARSAY_N_MEASURES; i++)
    work->wanted[i] = list || i == self->size_measure || i == self->tint_measure;
  task = g_task_new (self, self->measuring, worked_cb, NULL);
  g_task_set_name (task, "hearsay-network-measures");
  g_task_set_task_data (task, work, free_work);
  g_task_run_in_thread (task, work_thread);
}

/**
 * hearsay_network_view_measure:
 *
 * Measures nodes for their sizes, colours and the list, and the network as a
 * whole, on another thread. Betweenness of large networks comes twice: from
 * samples, and then exact.
 */
void
hearsay_network_view_measure (HearsayNetworkView *self)
{
  if (self->scene != NULL)
    start (self, FALSE);
}

void
hearsay_network_view_show_list (HearsayNetworkView *self,
                                gboolean            list)
{
  gtk_stack_set_visible_child_name (self->page, list ? "list" : "picture");
  if (!list || self->scene == NULL)
    return;
  hearsay_network_table_set_scene (self->table, self->scene);
  hearsay_network_table_select (self->table, self->selected.kind, self->selected.index);
  hearsay_network_view_measure (self);
}

void
hearsay_network_view_set_parts (HearsayNetworkView *self)
{
  hearsay_network_canvas_set_parts (self->canvas,
                                    gtk_check_button_get_active (self->part_checks[HEARSAY_NETWORK_PART_LABELS]),
                                    gtk_check_button_get_active (self->part_checks[HEARSAY_NETWORK_PART_ARROWS]),
                                    gtk_check_button_get_active (self->part_checks[HEARSAY_NETWORK_PART_HULLS]),
                                    gtk_check_button_get_active (self->part_checks[HEARSAY_NETWORK_PART_BUNDLES]));
}
