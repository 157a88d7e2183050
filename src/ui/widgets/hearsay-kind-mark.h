/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "model/hearsay-enums.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_KIND_MARK (hearsay_kind_mark_get_type ())
G_DECLARE_FINAL_TYPE (HearsayKindMark, hearsay_kind_mark, HEARSAY, KIND_MARK, GtkWidget)

/* A circle, diamond or drop, 10 pixels across, in a speaker's colour or that of the text. */

#define HEARSAY_KIND_MARK_TEXT_COLOUR (-2)

GtkWidget *hearsay_kind_mark_new (void);
void       hearsay_kind_mark_set (HearsayKindMark     *self,
                                  HearsayStatementKind kind,
                                  int                  colour);

G_END_DECLS
