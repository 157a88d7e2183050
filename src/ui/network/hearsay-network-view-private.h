/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "network/hearsay-network-facts.h"
#include "render/hearsay-legend.h"
#include "ui/canvas/hearsay-range-strip.h"
#include "ui/network/hearsay-evidence.h"
#include "ui/network/hearsay-network-canvas.h"
#include "ui/network/hearsay-network-view.h"

G_BEGIN_DECLS

struct _HearsayNetworkView
{
  AdwBin parent_instance;

  HearsaySession *session;
  HearsayNetworkFacts *facts;
  HearsayNetworkScene *scene;
  HearsayNetworkOptions options;
  gboolean show_all;
  gboolean stale; /* waits to be shown */
  GCancellable *cancellable;
  HearsayNetworkHit selected;
  gboolean selecting;
  gboolean narrow;

  GtkStack *stack;
  GtkWidget *content;
  HearsayNetworkCanvas *canvas;
  HearsayRangeStrip *range;
  GtkWidget *range_card;
  GtkWidget *evidence_side;
  HearsayEvidence *evidence;
  HearsayLegend *legend;
  GtkDrawingArea *legend_area;
  GtkWidget *legend_card;
  GtkLabel *zoom_label;
  GtkLabel *hidden_label;
  GtkWidget *hidden_card;
  GtkMenuButton *least_button;
  GtkWidget *chips;
  GtkCheckButton *part_checks[4]; /* labels, arrows, hulls, isolates */
};

void        hearsay_network_view_build              (HearsayNetworkView *self);
void        hearsay_network_view_reload             (HearsayNetworkView *self,
                                                     gboolean            keep_places);
void        hearsay_network_view_set_type           (HearsayNetworkView *self,
                                                     HearsayNetworkType  type);
const char *hearsay_network_view_type_title         (HearsayNetworkType  type);
void        hearsay_network_view_update_legend      (HearsayNetworkView *self);
void        hearsay_network_view_range_changed_cb   (HearsayNetworkView *self,
                                                     double              first,
                                                     double              end);
void        hearsay_network_view_selected_cb        (HearsayNetworkView *self,
                                                     guint               kind,
                                                     guint               index);
void        hearsay_network_view_activated_cb       (HearsayNetworkView *self,
                                                     guint               kind,
                                                     guint               index);
void        hearsay_network_view_close_evidence     (HearsayNetworkView *self);
void        hearsay_network_view_restore_selection  (HearsayNetworkView *self);
void        hearsay_network_view_mark_selection     (HearsayNetworkView *self);
void        hearsay_network_view_read_cb            (HearsayNetworkView *self,
                                                     HearsayStatement   *statement);
void        hearsay_network_view_list_cb            (HearsayNetworkView *self);

G_END_DECLS
