/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "ui/actors/hearsay-actor-list.h"
#include "ui/actors/hearsay-actor-page.h"
#include "ui/actors/hearsay-actors-window.h"

G_BEGIN_DECLS

struct _HearsayActorsWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay  *toasts;
  AdwLeaflet       *leaflet;
  GtkWidget        *list_page;
  GtkWidget        *actor_side;
  GtkSearchEntry   *search;
  GtkStack         *stack;
  GtkListView      *view;
  GtkActionBar     *bar;
  GtkLabel         *bar_label;
  GtkWidget        *back;
  AdwHeaderBar     *list_header;
  AdwWindowTitle   *title;
  GtkStack         *sides;
  AdwStatusPage    *several;
  HearsayActorPage *page;

  HearsaySession     *session;
  HearsayActorList   *list;
  GtkMultiSelection  *selection;
  GPtrArray          *chosen;    /* HearsayActor: the selection, while the list is another one */
  gboolean            restoring;
  guint               n_asked;   /* changes that are under way */
  AdwToast           *undo_toast;
};

/* hearsay-actors-window-actions.c */
void hearsay_actors_window_install_actions (GtkWidgetClass      *widget_class);
void hearsay_actors_window_update_actions  (HearsayActorsWindow *self);

/* hearsay-actors-window.c */
void hearsay_actors_window_choose          (HearsayActorsWindow *self,
                                            HearsayActor       **actors,
                                            guint                n_actors);

G_END_DECLS
