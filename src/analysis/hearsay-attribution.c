/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-attribution.h"

/**
 * hearsay_attributions_find:
 * @text: an English text, cut up
 * @cancellable: (nullable): asked once a paragraph
 *
 * Finds who is said to have said what.
 *
 * Returns: (transfer full): what was found; %NULL with %G_IO_ERROR_CANCELLED
 */
HearsayAttributions *
hearsay_attributions_find (const HearsayText  *text,
                           GCancellable       *cancellable,
                           GError            **error)
{
  g_autoptr (HearsayAttributions) self = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (HearsayAttributions, 1);
  self->items = g_array_new (FALSE, TRUE, sizeof (HearsayAttribution));
  self->contents = g_array_new (FALSE, TRUE, sizeof (HearsaySpan));
  for (guint32 i = 0; i < text->n_paragraphs; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
  return g_steal_pointer (&self);
}

void
hearsay_attributions_free (HearsayAttributions *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->items);
  g_array_unref (self->contents);
  g_free (self);
}
