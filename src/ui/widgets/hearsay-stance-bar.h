/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "model/hearsay-enums.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_STANCE_BAR (hearsay_stance_bar_get_type ())
G_DECLARE_FINAL_TYPE (HearsayStanceBar, hearsay_stance_bar, HEARSAY, STANCE_BAR, GtkWidget)

/* Support, neutral and oppose as shares of a bar of 64×6 pixels; the numbers are its tooltip and description. */

GtkWidget *hearsay_stance_bar_new        (void);
void       hearsay_stance_bar_set_counts (HearsayStanceBar *self,
                                          const guint       counts[HEARSAY_N_POSITIONS]);

G_END_DECLS
