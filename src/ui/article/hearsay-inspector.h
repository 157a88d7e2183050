/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/hearsay-session.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_INSPECTOR (hearsay_inspector_get_type ())
G_DECLARE_FINAL_TYPE (HearsayInspector, hearsay_inspector, HEARSAY, INSPECTOR, GtkWidget)

/* Property: session. What is known about the statement in focus, and where each thing was read from. Its buttons
 * call “article.previous”, “article.next”, “article.accept”, “article.reject” and “article.back”. */

GtkWidget *hearsay_inspector_new        (void);
void       hearsay_inspector_set_place  (HearsayInspector *self,
                                         guint             position,
                                         guint             n);
void       hearsay_inspector_set_narrow (HearsayInspector *self,
                                         gboolean          narrow);

G_END_DECLS
