/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/export/hearsay-export-source.h"

#include <glib/gi18n.h>

#include "network/hearsay-network-facts.h"
#include "render/hearsay-network-painter.h"
#include "ui/hearsay-wording.h"
#include "ui/network/hearsay-network-view.h"
#include "ui/timeline/hearsay-timeline-targets.h"

/* Statements between two looks at the clock. */
#define STRIDE 64

/* The statements on their way into a source. */
typedef struct
{
  GListModel *statements;
  GHashTable *articles;
  HearsayTargets *targets;
  HearsayNetworkGather *network; /* nullable */
  HearsayDate first;
  HearsayDate last;
  guint n_counted;
  guint n_added;
} Gathering;

/* What a figure is painted from. Made and gathered on the main thread, prepared and
 * painted on workers, one after the other; freed on the main thread. */
struct _HearsayExportSource
{
  HearsayExportPicture picture;
  Gathering *gathering; /* nullable: all is there */
  HearsayNetworkFacts *facts;
  HearsayNetworkShown *shown; /* nullable: as a view draws it */
  HearsayNetwork *network;    /* otherwise as it is drawn at first */
  HearsayPoint *positions;
  HearsayTimelineRows *rows;
  HearsayTimeline *timeline;
  GMutex mutex;
  char *dates;
  char *note;
  gint ref_count;
};

static HearsayNetworkType
get_network_type (HearsayExportPicture picture)
{
  static const HearsayNetworkType types[HEARSAY_N_EXPORT_PICTURES] = {
    [HEARSAY_EXPORT_ABOUT] = HEARSAY_NETWORK_ABOUT,
    [HEARSAY_EXPORT_ISSUES] = HEARSAY_NETWORK_ISSUES,
    [HEARSAY_EXPORT_POSITIONS] = HEARSAY_NETWORK_POSITIONS,
    [HEARSAY_EXPORT_TOGETHER] = HEARSAY_NETWORK_TOGETHER,
    [HEARSAY_EXPORT_AFFILIATION] = HEARSAY_NETWORK_AFFILIATION,
    [HEARSAY_EXPORT_FACTS] = HEARSAY_NETWORK_FACTS,
  };

  return types[picture];
}

const char *
hearsay_export_picture_get_title (HearsayExportPicture picture)
{
  g_return_val_if_fail ((guint) picture < HEARSAY_N_EXPORT_PICTURES, NULL);

  return picture == HEARSAY_EXPORT_TIMELINE ? _("Who said what when") : hearsay_network_view_type_title (get_network_type (picture));
}

HearsayExportPicture
hearsay_export_picture_of_network (HearsayNetworkType type)
{
  for (guint picture = HEARSAY_EXPORT_ABOUT; picture < HEARSAY_N_EXPORT_PICTURES; picture++)
    {
      if (get_network_type ((HearsayExportPicture) picture) == type)
        return (HearsayExportPicture) picture;
    }
  return HEARSAY_EXPORT_ABOUT;
}

static void
free_gathering (Gathering *gathering)
{
  g_object_unref (gathering->statements);
  g_hash_table_unref (gathering->articles);
  g_clear_pointer (&gathering->targets, hearsay_targets_free);
  g_clear_pointer (&gathering->network, hearsay_network_gather_free);
  g_free (gathering);
}

/* From the first to the last day on which something was said. */
static char *
describe_dates (const Gathering *gathering)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!hearsay_date_is_set (gathering->first))
    return NULL;
  from = hearsay_wording_date (gathering->first);
  to = hearsay_wording_date (gathering->last);
  if (g_str_equal (from, to))
    return g_steal_pointer (&from);
  /* Translators: first and last date */
  return g_strdup_printf (_("%s – %s"), from, to);
}

static char *
describe_source (const Gathering *gathering)
{
  guint n = g_hash_table_size (gathering->articles);
  g_autofree char *n_statements = hearsay_wording_statements (gathering->n_counted);
  g_autofree char *n_articles = g_strdup_printf (ngettext ("%u article", "%u articles", n), n);

  /* Translators: numbers of statements and articles a picture was made from */
  return g_strdup_printf (_("%s · %s · made with Hearsay"), n_statements, n_articles);
}

static void
count_statement (Gathering        *gathering,
                 HearsayStatement *statement)
{
  HearsayDate date = hearsay_statement_get_said_on (statement);

  g_hash_table_add (gathering->articles, hearsay_statement_get_article (statement));
  if (gathering->targets != NULL)
    hearsay_targets_add (gathering->targets, statement);
  if (!hearsay_date_is_set (date))
    return;
  if (!hearsay_date_is_set (gathering->first) || hearsay_date_first_day (date) < hearsay_date_first_day (gathering->first))
    gathering->first = date;
  if (!hearsay_date_is_set (gathering->last) || hearsay_date_last_day (date) > hearsay_date_last_day (gathering->last))
    gathering->last = date;
}

/* Returns: whether all are counted, or added to the rows */
static gboolean
go_through (HearsayExportSource *self,
            guint               *next,
            gboolean             add,
            gint64               until)
{
  guint n = g_list_model_get_n_items (self->gathering->statements);

  /* Each call brings it forward, however late it is. */
  for (guint done = 1; *next < n; (*next)++, done++)
    {
      g_autoptr (HearsayStatement) statement = g_list_model_get_item (self->gathering->statements, *next);

      if (done % STRIDE == 0 && g_get_monotonic_time () > until)
        return FALSE;
      if (add)
        hearsay_timeline_rows_add (self->rows, statement);
      else
        count_statement (self->gathering, statement);
    }
  return TRUE;
}

/**
 * hearsay_export_source_new:
 * @session: its visible statements are drawn
 * @rows: (nullable) (transfer full): how a view of the timeline shows them, none added yet; without one its first state
 * @shown: (nullable) (transfer full): what a view of the network shows, used for a picture of its kind
 *
 * Returns: (transfer full): what the picture is painted from, not yet gathered
 */
HearsayExportSource *
hearsay_export_source_new (HearsaySession       *session,
                           HearsayExportPicture  picture,
                           HearsayTimelineRows  *rows,
                           HearsayNetworkShown  *shown)
{
  g_autoptr (HearsayNetworkShown) network = shown;
  HearsayExportSource *self;
  Gathering *gathering;

  g_return_val_if_fail (HEARSAY_IS_SESSION (session), NULL);
  g_return_val_if_fail ((guint) picture < HEARSAY_N_EXPORT_PICTURES, NULL);

  self = g_new0 (HearsayExportSource, 1);
  self->ref_count = 1;
  self->picture = picture;
  g_mutex_init (&self->mutex);
  self->gathering = gathering = g_new0 (Gathering, 1);
  gathering->statements = g_object_ref (hearsay_session_get_statements (session));
  gathering->articles = g_hash_table_new (NULL, NULL);
  gathering->first = gathering->last = (HearsayDate) HEARSAY_DATE_NONE;
  if (picture == HEARSAY_EXPORT_TIMELINE)
    self->rows = rows != NULL ? rows : hearsay_timeline_rows_begin (&(HearsayTimelineRowsOptions) { .wants_target = TRUE });
  else if (network != NULL && network->scene->network->type == get_network_type (picture))
    self->shown = g_steal_pointer (&network);
  else
    gathering->network = hearsay_network_gather_new (gathering->statements, hearsay_session_get_filter (session));
  if (self->rows != NULL && hearsay_timeline_rows_wants_target (self->rows))
    gathering->targets = hearsay_targets_new ();
  return self;
}

/**
 * hearsay_export_source_gather:
 * @until: monotonic time at which to go on with something else
 *
 * Copies what the workers need. On the main thread, until it is done; when the visible
 * statements change before, another source has to be made.
 *
 * Returns: whether it is done
 */
gboolean
hearsay_export_source_gather (HearsayExportSource *self,
                              gint64               until)
{
  Gathering *gathering;

  g_return_val_if_fail (self != NULL, TRUE);

  gathering = self->gathering;
  if (gathering == NULL)
    return TRUE;
  if (!go_through (self, &gathering->n_counted, FALSE, until))
    return FALSE;
  if (gathering->targets != NULL)
    {
      hearsay_timeline_rows_set_target (self->rows, hearsay_targets_get_main (gathering->targets));
      g_clear_pointer (&gathering->targets, hearsay_targets_free);
    }
  if (self->rows != NULL && !go_through (self, &gathering->n_added, TRUE, until))
    return FALSE;
  if (gathering->network != NULL)
    {
      if (!hearsay_network_gather_step (gathering->network, until))
        return FALSE;
      self->facts = hearsay_network_gather_finish (g_steal_pointer (&gathering->network));
    }
  self->dates = describe_dates (gathering);
  self->note = describe_source (gathering);
  g_clear_pointer (&self->gathering, free_gathering);
  return TRUE;
}

HearsayExportSource *
hearsay_export_source_ref (HearsayExportSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
hearsay_export_source_unref (HearsayExportSource *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_clear_pointer (&self->gathering, free_gathering);
  g_clear_pointer (&self->facts, hearsay_network_facts_unref);
  g_clear_pointer (&self->shown, hearsay_network_shown_free);
  g_clear_pointer (&self->network, hearsay_network_free);
  g_clear_pointer (&self->rows, hearsay_timeline_rows_free);
  g_clear_pointer (&self->timeline, hearsay_timeline_unref);
  g_mutex_clear (&self->mutex);
  g_free (self->positions);
  g_free (self->dates);
  g_free (self->note);
  g_free (self);
}

const char *
hearsay_export_source_get_dates (HearsayExportSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->dates;
}

const char *
hearsay_export_source_get_note (HearsayExportSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->note;
}

/**
 * hearsay_export_source_get_part:
 * @part: (out): of a network's positions, what its view has in sight
 *
 * Returns: whether there is such a part: whether a network is drawn as it stands in a view
 */
gboolean
hearsay_export_source_get_part (HearsayExportSource *self,
                                HearsayBox          *part)
{
  g_return_val_if_fail (self != NULL && part != NULL, FALSE);

  if (self->shown != NULL)
    *part = self->shown->part;
  return self->shown != NULL;
}

static gboolean
build_network (HearsayExportSource  *self,
               GCancellable         *cancellable,
               GError              **error)
{
  HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
  HearsayLayoutOptions layout = HEARSAY_LAYOUT_OPTIONS_INIT;
  g_autoptr (HearsayNetwork) network = NULL;
  g_autofree HearsayPoint *positions = NULL;
  g_autofree HearsayNodeSize *sizes = NULL;

  options.type = get_network_type (self->picture);
  network = hearsay_network_build (&self->facts->input, &options, cancellable, error);
  if (network == NULL)
    return FALSE;
  positions = g_new0 (HearsayPoint, MAX (network->n_nodes, 1u));
  sizes = g_new0 (HearsayNodeSize, MAX (network->n_nodes, 1u));
  hearsay_network_node_sizes (network, sizes);
  layout.sizes = sizes;
  if (network->n_nodes > 0 && !hearsay_layout_run (network, &layout, positions, cancellable, error))
    return FALSE;
  self->network = g_steal_pointer (&network);
  self->positions = g_steal_pointer (&positions);
  return TRUE;
}

/**
 * hearsay_export_source_prepare:
 *
 * Counts the network and places its nodes, or sorts the timeline. On any thread but the main one,
 * when all is gathered; later calls find it done.
 */
gboolean
hearsay_export_source_prepare (HearsayExportSource  *self,
                               GCancellable         *cancellable,
                               GError              **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (self != NULL && self->gathering == NULL, FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (self->timeline != NULL || self->network != NULL || self->shown != NULL)
    return TRUE;
  if (self->rows == NULL)
    return build_network (self, cancellable, error);
  self->timeline = hearsay_timeline_rows_arrange (self->rows);
  return TRUE;
}

/**
 * hearsay_export_source_is_empty:
 *
 * Returns: whether a prepared source has nothing to draw
 */
gboolean
hearsay_export_source_is_empty (HearsayExportSource *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  if (self->rows != NULL)
    return self->timeline == NULL || self->timeline->n_items == 0;
  if (self->shown != NULL)
    return self->shown->scene->network->n_nodes == 0;
  return self->network == NULL || self->network->n_nodes == 0;
}

/* The options, with how the network is drawn. */
static HearsayFigureOptions
with_look (HearsayExportSource        *self,
           const HearsayFigureOptions *options)
{
  HearsayFigureOptions drawn = *options;

  if (self->shown != NULL)
    drawn.network = &self->shown->look;
  return drawn;
}

static const HearsayNetwork *
get_drawn (HearsayExportSource  *self,
           const HearsayPoint  **positions)
{
  *positions = self->shown != NULL ? self->shown->scene->positions : self->positions;
  return self->shown != NULL ? self->shown->scene->network : self->network;
}

/**
 * hearsay_export_source_preview:
 * @options: what will be written
 * @scale: pixels of the preview for each of the figure
 * @smallest: (out): size of the smallest words, in points
 *
 * Paints the very drawing that will be written. @self is prepared.
 *
 * Returns: (transfer full): the preview
 */
GdkTexture *
hearsay_export_source_preview (HearsayExportSource        *self,
                               const HearsayFigureOptions *options,
                               double                      scale,
                               double                     *smallest)
{
  int width;
  int height;
  cairo_surface_t *surface;
  cairo_t *cr;
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;

  g_return_val_if_fail (self != NULL && options != NULL && smallest != NULL, NULL);

  width = MAX ((int) (options->width * scale + 0.5), 1);
  height = MAX ((int) (options->height * scale + 0.5), 1);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  if (self->timeline != NULL)
    *smallest = hearsay_figure_paint_timeline (cr, self->timeline, options);
  else
    {
      const HearsayPoint *positions;
      const HearsayNetwork *network = get_drawn (self, &positions);
      HearsayFigureOptions drawn = with_look (self, options);

      *smallest = hearsay_figure_paint_network (cr, network, positions, &drawn);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) cairo_image_surface_get_stride (surface) * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes,
                                    (gsize) cairo_image_surface_get_stride (surface));
  return texture;
}

/**
 * hearsay_export_source_write:
 *
 * Returns: (transfer full) (nullable): the whole file
 */
GBytes *
hearsay_export_source_write (HearsayExportSource         *self,
                             const HearsayFigureOptions  *options,
                             GCancellable                *cancellable,
                             GError                     **error)
{
  const HearsayNetwork *network;
  const HearsayPoint *positions;
  HearsayFigureOptions drawn;

  g_return_val_if_fail (self != NULL && options != NULL, NULL);

  if (!hearsay_export_source_prepare (self, cancellable, error))
    return NULL;
  if (self->timeline != NULL)
    return hearsay_figure_write_timeline (self->timeline, options, cancellable, error);
  network = get_drawn (self, &positions);
  drawn = with_look (self, options);
  return hearsay_figure_write_network (network, positions, &drawn, cancellable, error);
}
