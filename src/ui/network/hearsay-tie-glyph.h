/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/network/hearsay-network-scene.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_TIE_GLYPH (hearsay_tie_glyph_get_type ())
G_DECLARE_FINAL_TYPE (HearsayTieGlyph, hearsay_tie_glyph, HEARSAY, TIE_GLYPH, GtkWidget)

/* Two nodes and what is between them, as the drawing shows them. The words stand beside it. */

GtkWidget *hearsay_tie_glyph_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       hearsay_tie_glyph_set (HearsayTieGlyph           *self,
                                  const HearsayNetworkScene *scene,
                                  guint32                    edge);

G_END_DECLS
