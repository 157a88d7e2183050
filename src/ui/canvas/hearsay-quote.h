/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "model/hearsay-collection.h"

G_BEGIN_DECLS

char      *hearsay_quote_new_markup (HearsayStatement *statement,
                                     gpointer          target) G_GNUC_WARN_UNUSED_RESULT;
char      *hearsay_quote_new_place  (HearsayStatement *statement) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *hearsay_quote_new_row    (HearsayStatement *statement,
                                     gpointer          target,
                                     gboolean          with_speaker) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
