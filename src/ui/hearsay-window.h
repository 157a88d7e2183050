/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <adwaita.h>

#include "ui/hearsay-importer.h"
#include "ui/hearsay-session.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_WINDOW (hearsay_window_get_type ())
G_DECLARE_FINAL_TYPE (HearsayWindow, hearsay_window, HEARSAY, WINDOW, AdwApplicationWindow)

HearsayWindow   *hearsay_window_new          (GtkApplication *application,
                                              HearsayStore   *store);
HearsaySession  *hearsay_window_get_session  (HearsayWindow  *self);
HearsayImporter *hearsay_window_get_importer (HearsayWindow  *self);
void             hearsay_window_open         (HearsayWindow  *self,
                                              GFile         **files,
                                              guint           n_files);
const char      *hearsay_window_get_view     (HearsayWindow  *self);
void             hearsay_window_set_view     (HearsayWindow  *self,
                                              const char     *name);
void             hearsay_window_warn         (HearsayWindow  *self,
                                              const char     *message);

G_END_DECLS
