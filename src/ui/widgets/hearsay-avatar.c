/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/widgets/hearsay-avatar.h"

#include "render/hearsay-shapes.h"
#include "ui/widgets/hearsay-style.h"

struct _HearsayAvatar
{
  GtkWidget parent_instance;

  HearsayActor *actor;
  gulong        notify_id;
  int           size;
};

enum
{
  PROP_0,
  PROP_ACTOR,
  PROP_SIZE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (HearsayAvatar, hearsay_avatar, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static void
hearsay_avatar_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = *natural = HEARSAY_AVATAR (widget)->size;
}

static void
hearsay_avatar_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  HearsayAvatar *self = HEARSAY_AVATAR (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  HearsayNodeKind kind = HEARSAY_NODE_PERSON;
  cairo_t *cr;

  if (self->actor != NULL)
    kind = hearsay_node_kind_of_actor (hearsay_actor_get_kind (self->actor));

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  hearsay_avatar_draw (cr, hearsay_style_current (), kind,
                       self->actor != NULL ? hearsay_actor_get_colour (self->actor) : -1,
                       self->actor != NULL ? hearsay_actor_get_initials (self->actor) : "?",
                       width / 2.0, height / 2.0, MIN (self->size, MIN (width, height)) / 2.0);
  cairo_destroy (cr);
}

static void
hearsay_avatar_dispose (GObject *object)
{
  HearsayAvatar *self = HEARSAY_AVATAR (object);

  if (self->actor != NULL)
    g_clear_signal_handler (&self->notify_id, self->actor);
  g_clear_object (&self->actor);

  G_OBJECT_CLASS (hearsay_avatar_parent_class)->dispose (object);
}

static void
hearsay_avatar_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  HearsayAvatar *self = HEARSAY_AVATAR (object);

  switch (prop_id)
    {
    case PROP_ACTOR:
      g_value_set_object (value, self->actor);
      break;
    case PROP_SIZE:
      g_value_set_int (value, self->size);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_avatar_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  HearsayAvatar *self = HEARSAY_AVATAR (object);

  switch (prop_id)
    {
    case PROP_ACTOR:
      hearsay_avatar_set_actor (self, g_value_get_object (value));
      break;
    case PROP_SIZE:
      hearsay_avatar_set_size (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_avatar_class_init (HearsayAvatarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearsay_avatar_dispose;
  object_class->get_property = hearsay_avatar_get_property;
  object_class->set_property = hearsay_avatar_set_property;
  widget_class->measure = hearsay_avatar_measure;
  widget_class->snapshot = hearsay_avatar_snapshot;

  properties[PROP_ACTOR] =
    g_param_spec_object ("actor", NULL, NULL, HEARSAY_TYPE_ACTOR,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIZE] =
    g_param_spec_int ("size", NULL, NULL, 1, 512, 24,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "hearsayavatar");
  /* The name always stands beside it. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hearsay_avatar_init (HearsayAvatar *self)
{
  self->size = 24;
  hearsay_style_watch (GTK_WIDGET (self));
}

/**
 * hearsay_avatar_new:
 * @size: width and height in pixels
 *
 * Returns: (transfer floating): the avatar of an unknown speaker
 */
GtkWidget *
hearsay_avatar_new (int size)
{
  return g_object_new (HEARSAY_TYPE_AVATAR, "size", size, NULL);
}

HearsayActor *
hearsay_avatar_get_actor (HearsayAvatar *self)
{
  g_return_val_if_fail (HEARSAY_IS_AVATAR (self), NULL);

  return self->actor;
}

void
hearsay_avatar_set_actor (HearsayAvatar *self,
                          HearsayActor  *actor)
{
  g_return_if_fail (HEARSAY_IS_AVATAR (self));
  g_return_if_fail (actor == NULL || HEARSAY_IS_ACTOR (actor));

  if (self->actor == actor)
    return;
  if (self->actor != NULL)
    g_clear_signal_handler (&self->notify_id, self->actor);
  g_set_object (&self->actor, actor);
  if (actor != NULL)
    self->notify_id = g_signal_connect_swapped (actor, "notify", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTOR]);
}

void
hearsay_avatar_set_size (HearsayAvatar *self,
                         int            size)
{
  g_return_if_fail (HEARSAY_IS_AVATAR (self));
  g_return_if_fail (size > 0);

  if (self->size == size)
    return;
  self->size = size;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIZE]);
}
