/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <adwaita.h>

#include "model/hearsay-actor.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_MERGE_DIALOG (hearsay_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HearsayMergeDialog, hearsay_merge_dialog, HEARSAY, MERGE_DIALOG, AdwMessageDialog)

/* Asks under which name several actors go on as one. Response “merge” when somebody has said it. */

GtkWidget    *hearsay_merge_dialog_new      (GtkWindow          *parent,
                                             GPtrArray          *actors);
HearsayActor *hearsay_merge_dialog_get_into (HearsayMergeDialog *self);
GPtrArray    *hearsay_merge_dialog_get_actors (HearsayMergeDialog *self);

G_END_DECLS
