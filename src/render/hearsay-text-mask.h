/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "render/hearsay-text.h"

G_BEGIN_DECLS

/**
 * HearsayTextMask:
 * @ink: what the letters cover, 0 … 255 a pixel
 * @halo: (nullable): what lies within the halo's width of them
 *
 * A line of text in pixels, with its middle in the middle. Never changes;
 * counted references, any thread.
 */
typedef struct
{
  int width;
  int height;
  int stride;
  guint8 *ink;
  guint8 *halo;
} HearsayTextMask;

HearsayTextMask *hearsay_text_mask_get   (const char            *text,
                                          const HearsayTextLook *look,
                                          double                 scale,
                                          gboolean               with_halo) G_GNUC_WARN_UNUSED_RESULT;
void             hearsay_text_mask_unref (HearsayTextMask       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayTextMask, hearsay_text_mask_unref)

G_END_DECLS
