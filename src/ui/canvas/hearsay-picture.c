/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/canvas/hearsay-picture.h"

/* No side of a texture may be longer on older hardware. */
#define MAX_SIDE 8192

/* A drawing is put together of so many pieces at most. */
#define MAX_PIECES 4

typedef struct
{
  graphene_rect_t clip;
  graphene_rect_t place;
  GskRenderNode *node; /* nullable */
} Piece;

/**
 * HearsayPicture:
 *
 * A drawing that is painted on another thread while the last one stays on
 * screen. One job runs at a time; of those that wait only the latest counts.
 */
struct _HearsayPicture
{
  GObject parent_instance;

  GdkTexture *texture;
  cairo_surface_t *surface; /* the texture's memory */
  HearsayPictureJob shown;
  HearsayPictureJob waiting;
  gboolean busy;
  guint generation; /* jobs of an earlier one are thrown away */
  Piece pieces[MAX_PIECES];
  guint oldest;
};

enum
{
  READY,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (HearsayPicture, hearsay_picture, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

typedef struct
{
  HearsayPictureJob job;
  GdkTexture *texture;
  cairo_surface_t *surface;
  guint generation;
} Run;

static void start (HearsayPicture *self);

static void
clear_job (HearsayPictureJob *job)
{
  if (job->free_data != NULL && job->data != NULL)
    job->free_data (job->data);
  *job = (HearsayPictureJob) { 0 };
}

static void
forget_pieces (HearsayPicture *self)
{
  for (guint i = 0; i < MAX_PIECES; i++)
    g_clear_pointer (&self->pieces[i].node, gsk_render_node_unref);
}

static void
free_run (gpointer data)
{
  Run *run = data;

  clear_job (&run->job);
  g_clear_object (&run->texture);
  g_clear_pointer (&run->surface, cairo_surface_destroy);
  g_free (run);
}

static void
destroy_surface (gpointer data)
{
  cairo_surface_destroy (data);
}

/* The texture keeps the surface's memory: nothing is copied. */
static GdkTexture *
make_texture (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height, destroy_surface, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
run_cb (GTask        *task,
        gpointer      source,
        gpointer      task_data,
        GCancellable *cancellable)
{
  Run *run = task_data;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                         run->job.width * run->job.scale,
                                                         run->job.height * run->job.scale);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, run->job.scale, run->job.scale);
  run->job.paint (cr, run->job.data);
  if (cairo_status (cr) == CAIRO_STATUS_SUCCESS)
    {
      run->texture = make_texture (cairo_surface_reference (surface));
      run->surface = cairo_surface_reference (surface);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_task_return_boolean (task, TRUE);
}

static void
run_finished_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  HearsayPicture *self = HEARSAY_PICTURE (source);
  Run *run = g_task_get_task_data (G_TASK (result));

  self->busy = FALSE;
  if (run->generation == self->generation && run->texture != NULL)
    {
      forget_pieces (self);
      clear_job (&self->shown);
      self->shown = run->job;
      run->job = (HearsayPictureJob) { 0 };
      g_set_object (&self->texture, run->texture);
      g_clear_pointer (&self->surface, cairo_surface_destroy);
      self->surface = g_steal_pointer (&run->surface);
    }
  if (self->waiting.paint != NULL)
    start (self);
  g_signal_emit (self, signals[READY], 0);
}

static void
start (HearsayPicture *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, run_finished_cb, NULL);
  Run *run = g_new0 (Run, 1);

  run->job = self->waiting;
  run->generation = self->generation;
  self->waiting = (HearsayPictureJob) { 0 };
  self->busy = TRUE;
  g_task_set_name (task, "hearsay-picture");
  g_task_set_task_data (task, run, free_run);
  g_task_run_in_thread (task, run_cb);
}

static void
hearsay_picture_finalize (GObject *object)
{
  HearsayPicture *self = HEARSAY_PICTURE (object);

  forget_pieces (self);
  clear_job (&self->shown);
  clear_job (&self->waiting);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->surface, cairo_surface_destroy);

  G_OBJECT_CLASS (hearsay_picture_parent_class)->finalize (object);
}

static void
hearsay_picture_class_init (HearsayPictureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearsay_picture_finalize;

  signals[READY] = g_signal_new ("ready", HEARSAY_TYPE_PICTURE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hearsay_picture_init (HearsayPicture *self)
{
}

HearsayPicture *
hearsay_picture_new (void)
{
  return g_object_new (HEARSAY_TYPE_PICTURE, NULL);
}

/**
 * hearsay_picture_request:
 * @job: copied; its data is taken
 *
 * Paints as soon as the job under way is done. A job that still waits is dropped.
 */
void
hearsay_picture_request (HearsayPicture          *self,
                         const HearsayPictureJob *job)
{
  g_return_if_fail (HEARSAY_IS_PICTURE (self));
  g_return_if_fail (job != NULL && job->paint != NULL);

  clear_job (&self->waiting);
  self->waiting = *job;
  self->waiting.scale = CLAMP (job->scale, 1, 4);
  self->waiting.width = CLAMP (job->width, 1, MAX_SIDE / self->waiting.scale);
  self->waiting.height = CLAMP (job->height, 1, MAX_SIDE / self->waiting.scale);
  if (!self->busy)
    start (self);
}

GdkTexture *
hearsay_picture_get_texture (HearsayPicture *self)
{
  g_return_val_if_fail (HEARSAY_IS_PICTURE (self), NULL);

  return self->texture;
}

/* Where there is a GPU, GTK uploads a texture once. Where cairo draws the window,
 * it would copy it for every frame: there its memory is drawn as it is. */
static GskRenderNode *
draw_surface (HearsayPicture        *self,
              const graphene_rect_t *clip,
              const graphene_rect_t *place)
{
  GskRenderNode *node = gsk_cairo_node_new (clip);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  double stretch_x = place->size.width / cairo_image_surface_get_width (self->surface);
  double stretch_y = place->size.height / cairo_image_surface_get_height (self->surface);

  cairo_translate (cr, place->origin.x, place->origin.y);
  cairo_scale (cr, stretch_x, stretch_y);
  cairo_set_source_surface (cr, self->surface, 0.0, 0.0);
  cairo_pattern_set_filter (cairo_get_source (cr), stretch_x == 1.0 && stretch_y == 1.0 ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_destroy (cr);
  return node;
}

/* GTK draws again only what is another node than in the last frame: what has not
 * moved is the same one. */
static void
append_surface (HearsayPicture        *self,
                GtkSnapshot           *snapshot,
                const graphene_rect_t *clip,
                const graphene_rect_t *place)
{
  Piece *piece = NULL;

  for (guint i = 0; i < MAX_PIECES && piece == NULL; i++)
    {
      if (self->pieces[i].node != NULL && graphene_rect_equal (&self->pieces[i].clip, clip))
        piece = &self->pieces[i];
    }
  if (piece == NULL)
    piece = &self->pieces[self->oldest++ % MAX_PIECES];
  if (piece->node == NULL || !graphene_rect_equal (&piece->clip, clip) || !graphene_rect_equal (&piece->place, place))
    {
      g_clear_pointer (&piece->node, gsk_render_node_unref);
      *piece = (Piece) { *clip, *place, draw_surface (self, clip, place) };
    }
  gtk_snapshot_append_node (snapshot, piece->node);
}

/**
 * hearsay_picture_append:
 * @widget: what is being drawn
 * @clip: where the picture may be seen
 * @place: where all of it would lie
 *
 * Draws what has been painted last, moved and stretched; nothing before that.
 */
void
hearsay_picture_append (HearsayPicture        *self,
                        GtkWidget             *widget,
                        GtkSnapshot           *snapshot,
                        const graphene_rect_t *clip,
                        const graphene_rect_t *place)
{
  GtkNative *native;

  g_return_if_fail (HEARSAY_IS_PICTURE (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (clip != NULL && place != NULL);

  native = gtk_widget_get_native (widget);
  if (self->texture == NULL || native == NULL || clip->size.width <= 0.0f || clip->size.height <= 0.0f)
    return;
  if (GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native)))
    {
      append_surface (self, snapshot, clip, place);
      return;
    }
  gtk_snapshot_push_clip (snapshot, clip);
  gtk_snapshot_append_texture (snapshot, self->texture, place);
  gtk_snapshot_pop (snapshot);
}

gpointer
hearsay_picture_get_data (HearsayPicture *self)
{
  g_return_val_if_fail (HEARSAY_IS_PICTURE (self), NULL);

  return self->shown.data;
}

gboolean
hearsay_picture_is_busy (HearsayPicture *self)
{
  g_return_val_if_fail (HEARSAY_IS_PICTURE (self), FALSE);

  return self->busy;
}

/**
 * hearsay_picture_clear:
 *
 * Drops what is shown, waits or is being painted.
 */
void
hearsay_picture_clear (HearsayPicture *self)
{
  g_return_if_fail (HEARSAY_IS_PICTURE (self));

  self->generation++;
  forget_pieces (self);
  clear_job (&self->shown);
  clear_job (&self->waiting);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
}
