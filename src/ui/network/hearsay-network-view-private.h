/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "network/hearsay-network-facts.h"
#include "render/hearsay-legend.h"
#include "ui/canvas/hearsay-range-strip.h"
#include "ui/network/hearsay-evidence.h"
#include "ui/network/hearsay-network-canvas.h"
#include "ui/network/hearsay-network-table.h"
#include "ui/network/hearsay-network-view.h"

G_BEGIN_DECLS

/* Of the cards over the lower part of the drawing. */
#define HEARSAY_NETWORK_CARDS_HEIGHT 104.0

/* What may be left out of the drawing. */
enum
{
  HEARSAY_NETWORK_PART_LABELS,
  HEARSAY_NETWORK_PART_ARROWS,
  HEARSAY_NETWORK_PART_HULLS,
  HEARSAY_NETWORK_PART_BUNDLES,
  HEARSAY_NETWORK_PART_ISOLATES,
  HEARSAY_N_NETWORK_PARTS,
};

struct _HearsayNetworkView
{
  AdwBin parent_instance;

  HearsaySession *session;
  HearsayNetworkFacts *facts; /* nullable: of the scene */
  HearsayNetworkFacts *fresh; /* nullable: of the statements as they are now */
  HearsayNetworkGather *gather;
  guint gather_id;
  gboolean keep_places; /* of those that are being gathered for */
  HearsayNetworkScene *scene;
  HearsayNetworkScene *home; /* nullable: as it was before the days were limited */
  HearsayNetworkOptions options;
  gboolean show_all;
  gboolean stale; /* waits to be shown */
  GCancellable *cancellable;
  HearsayNetworkHit selected;
  gboolean *chosen; /* nullable: by node, several that are selected */
  HearsayNetworkHit menu_hit;

  HearsayLayoutType layout;
  HearsayLayoutSigns signs;
  char *centre; /* nullable: id of a node */
  gboolean signed_communities;
  int size_measure; /* HearsayMeasure, or -1 */
  int tint_measure;
  int filter_measure;
  double size_most; /* of the measure that is shown; 0 for none */
  double tint_most;
  double least_share;
  GCancellable *measuring;
  guint play_id;
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
  GtkLabel *least_label;
  GtkWidget *chips;
  GtkDropDown *arrangement;
  GtkCheckButton *part_checks[HEARSAY_N_NETWORK_PARTS];
  GtkWidget *search_bar;
  GtkWidget *search_entry;
  GtkLabel *search_label;
  GtkStack *page; /* picture or list */
  HearsayNetworkTable *table;
  GtkLabel *summary_label;
  GtkWidget *popover_menu;
  GtkLabel *scale_label;
};

void        hearsay_network_view_build              (HearsayNetworkView *self);
void        hearsay_network_view_reload             (HearsayNetworkView *self,
                                                     gboolean            keep_places);
void        hearsay_network_view_statements_changed (HearsayNetworkView *self);
void        hearsay_network_view_stop_loading       (HearsayNetworkView *self);
void        hearsay_network_view_forget_home        (HearsayNetworkView *self);
void        hearsay_network_view_set_type           (HearsayNetworkView *self,
                                                     HearsayNetworkType  type);
void        hearsay_network_view_update_legend      (HearsayNetworkView *self);
void        hearsay_network_view_range_changed_cb   (HearsayNetworkView *self,
                                                     double              first,
                                                     double              end);
void        hearsay_network_view_selected_cb        (HearsayNetworkView *self,
                                                     guint               kind,
                                                     guint               index,
                                                     GdkModifierType     state);
void        hearsay_network_view_activated_cb       (HearsayNetworkView *self,
                                                     guint               kind,
                                                     guint               index,
                                                     GdkModifierType     state);
void        hearsay_network_view_lassoed_cb         (HearsayNetworkView *self,
                                                     const gboolean     *nodes,
                                                     GdkModifierType     state);
void        hearsay_network_view_choose             (HearsayNetworkView *self,
                                                     const gboolean     *nodes,
                                                     const gboolean     *lit_edges,
                                                     const char         *title);
void        hearsay_network_view_menu_cb            (HearsayNetworkView *self,
                                                     guint               kind,
                                                     guint               index,
                                                     double              x,
                                                     double              y);
void        hearsay_network_view_install_actions    (GtkWidgetClass     *widget_class);
void        hearsay_network_view_arrange            (HearsayNetworkView *self);
void        hearsay_network_view_set_parts          (HearsayNetworkView *self);
void        hearsay_network_view_measure            (HearsayNetworkView *self);
void        hearsay_network_view_show_list          (HearsayNetworkView *self,
                                                     gboolean            list);
void        hearsay_network_view_play               (HearsayNetworkView *self,
                                                     gboolean            play);
GtkWidget  *hearsay_network_view_new_options        (HearsayNetworkView *self);
GtkWidget  *hearsay_network_view_new_search_bar     (HearsayNetworkView *self);
const char *hearsay_network_view_measure_name       (int                 measure);
void        hearsay_network_view_close_evidence     (HearsayNetworkView *self);
void        hearsay_network_view_restore_selection  (HearsayNetworkView *self);
void        hearsay_network_view_mark_selection     (HearsayNetworkView *self);
void        hearsay_network_view_read_cb            (HearsayNetworkView *self,
                                                     HearsayStatement   *statement);
void        hearsay_network_view_list_cb            (HearsayNetworkView *self);

G_END_DECLS
