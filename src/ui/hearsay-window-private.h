/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "ui/hearsay-empty-page.h"
#include "ui/hearsay-window.h"
#include "ui/library/hearsay-library.h"

G_BEGIN_DECLS

/* From this width on the library stands beside the view, and from the second on nothing has to fold. */
#define HEARSAY_WIDTH_WIDE 1180
#define HEARSAY_WIDTH_NARROW 820

typedef enum
{
  HEARSAY_WIDTH_UNKNOWN,
  HEARSAY_WIDTH_IS_NARROW,
  HEARSAY_WIDTH_IS_MEDIUM,
  HEARSAY_WIDTH_IS_WIDE,
} HearsayWidth;

struct _HearsayWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay      *toasts;
  AdwHeaderBar         *header_bar;
  AdwViewSwitcherTitle *switcher_title;
  AdwViewSwitcherBar   *switcher_bar;
  GtkWidget            *library_button;
  GtkWidget            *open_button;
  GtkWidget            *undo_button;
  GtkWidget            *redo_button;
  GtkWidget            *menu_button;
  GtkWidget            *export_button;
  GtkWidget            *search_button;
  GtkWidget            *stop_button;
  GtkInfoBar           *trouble_bar;
  GtkLabel             *trouble_label;
  GtkProgressBar       *progress;
  GtkStack             *pages;
  HearsayEmptyPage     *empty_page;
  AdwFlap              *flap;
  HearsayLibrary       *library;
  AdwViewStack         *views;
  GtkWidget            *drop_wash;
  GMenu                *recent_section;

  HearsayStore         *store;
  HearsaySession       *session;
  HearsayImporter      *importer;
  GSettings            *settings;
  GPtrArray            *history;
  AdwToast             *undo_toast;
  GtkWidget            *actors;    /* weak: its window, while it is open */
  HearsayWidth          width;
  guint                 width_id;
  gboolean              has_shown_first;
  gboolean              is_sample;
};

/* hearsay-window-actions.c */
void hearsay_window_install_actions (GtkWidgetClass *widget_class);
void hearsay_window_update_actions  (HearsayWindow  *self);

/* hearsay-window-files.c */
void hearsay_window_set_up_files    (HearsayWindow  *self);
void hearsay_window_choose_files    (HearsayWindow  *self);
void hearsay_window_choose_copy     (HearsayWindow  *self);
void hearsay_window_open_sample     (HearsayWindow  *self);

/* hearsay-window-width.c */
void hearsay_window_set_up_width    (HearsayWindow  *self);
void hearsay_window_watch_width     (HearsayWindow  *self,
                                     int             width);
void hearsay_window_update_flap     (HearsayWindow  *self);
void hearsay_window_show_library    (HearsayWindow  *self,
                                     gboolean        show);

G_END_DECLS
