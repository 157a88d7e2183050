/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/network/hearsay-network-shown.h"

#include "ui/network/hearsay-network-canvas-private.h"

/**
 * hearsay_network_canvas_dup_shown:
 *
 * Returns: (transfer full) (nullable): what is drawn, for a figure of it
 */
HearsayNetworkShown *
hearsay_network_canvas_dup_shown (HearsayNetworkCanvas *self)
{
  HearsayNetworkShown *shown;
  guint n;

  g_return_val_if_fail (HEARSAY_IS_NETWORK_CANVAS (self), NULL);

  if (self->scene == NULL)
    return NULL;
  n = self->scene->network->n_nodes;
  shown = g_new0 (HearsayNetworkShown, 1);
  shown->scene = hearsay_network_canvas_dup_scene (self);
  shown->sizes = self->sizes != NULL ? g_memdup2 (self->sizes, sizeof (double) * n) : NULL;
  shown->tints = self->tints != NULL ? g_memdup2 (self->tints, sizeof (double) * n) : NULL;
  shown->part = (HearsayBox) {
    -self->shift_x / self->zoom, -self->shift_y / self->zoom,
    (gtk_widget_get_width (GTK_WIDGET (self)) - self->shift_x) / self->zoom,
    (gtk_widget_get_height (GTK_WIDGET (self)) - self->shift_y) / self->zoom,
  };
  shown->look.painter = (HearsayNetworkPainterOptions) HEARSAY_NETWORK_PAINTER_OPTIONS_INIT;
  shown->look.painter.labels = self->labels;
  shown->look.painter.arrows = self->arrows;
  shown->look.painter.hulls = self->hulls;
  shown->look.painter.bundled = self->bundled;
  shown->look.painter.initials = (const char *const *) shown->scene->initials;
  shown->look.painter.sizes = shown->sizes;
  shown->look.painter.tints = shown->tints;
  return shown;
}

void
hearsay_network_shown_free (HearsayNetworkShown *self)
{
  g_return_if_fail (self != NULL);

  hearsay_network_scene_unref (self->scene);
  g_free (self->sizes);
  g_free (self->tints);
  g_free (self);
}
