/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n.h>

#include "model/hearsay-filter.h"
#include "ui/canvas/hearsay-bar.h"
#include "ui/network/hearsay-network-view-private.h"
#include "ui/widgets/hearsay-context-menu.h"
#include "ui/widgets/hearsay-style.h"

#define LEGEND_TEXT 12.5
#define LEGEND_WIDTH 320.0
#define ZOOM_STEP 1.25

const char *
hearsay_network_view_type_title (HearsayNetworkType type)
{
  switch (type)
    {
    case HEARSAY_NETWORK_ISSUES:
      return _("Actors and issues");
    case HEARSAY_NETWORK_POSITIONS:
      return _("Shared positions");
    case HEARSAY_NETWORK_TOGETHER:
      return _("Mentioned together");
    case HEARSAY_NETWORK_AFFILIATION:
      return _("Affiliations");
    case HEARSAY_NETWORK_FACTS:
      return _("Facts");
    case HEARSAY_NETWORK_ABOUT:
    default:
      return _("Who speaks about whom");
    }
}

static void
type_toggled_cb (GtkToggleButton    *button,
                 HearsayNetworkView *self)
{
  if (gtk_toggle_button_get_active (button))
    hearsay_network_view_set_type (self, (HearsayNetworkType) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "type")));
}

static GtkWidget *
new_switcher (HearsayNetworkView *self)
{
  static const HearsayNetworkType types[] = {
    HEARSAY_NETWORK_ABOUT, HEARSAY_NETWORK_ISSUES, HEARSAY_NETWORK_POSITIONS, HEARSAY_NETWORK_TOGETHER, HEARSAY_NETWORK_AFFILIATION,
    HEARSAY_NETWORK_FACTS
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkToggleButton *group = NULL;

  gtk_widget_add_css_class (box, "linked");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Network"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (hearsay_network_view_type_title (types[i]));
      GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

      /* Enough is left to tell them apart; a narrow bar scrolls. */
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 10);
      gtk_widget_set_tooltip_text (button, hearsay_network_view_type_title (types[i]));
      g_object_set_data (G_OBJECT (button), "type", GINT_TO_POINTER (types[i]));
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), group);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == 0);
      g_signal_connect (button, "toggled", G_CALLBACK (type_toggled_cb), self);
      if (group == NULL)
        group = GTK_TOGGLE_BUTTON (button);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static void
say_least (HearsayNetworkView *self)
{
  guint n = MAX (self->options.at_least, 1);
  g_autofree char *number = g_strdup_printf ("<b>%u</b>", n);
  /* Translators: how often something must have been said to be drawn; %s is a number */
  g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "At least %s statement", "At least %s statements", n), number);

  gtk_label_set_markup (self->least_label, words);
}

static void
least_changed_cb (HearsayNetworkView *self,
                  GtkSpinButton      *spin)
{
  self->options.at_least = (guint) gtk_spin_button_get_value_as_int (spin);
  say_least (self);
  hearsay_network_view_reload (self, TRUE);
}

static GtkWidget *
new_popover (GtkWidget *child)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_widget_set_margin_start (child, 6);
  gtk_widget_set_margin_end (child, 6);
  gtk_widget_set_margin_top (child, 6);
  gtk_widget_set_margin_bottom (child, 6);
  gtk_popover_set_child (GTK_POPOVER (popover), child);
  return popover;
}

static GtkWidget *
new_least_button (HearsayNetworkView *self)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (1.0, 99.0, 1.0);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  self->least_label = GTK_LABEL (label);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), content);
  gtk_widget_add_css_class (button, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Fewest statements of a line"), -1);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (least_changed_cb), self);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), new_popover (spin));
  say_least (self);
  return button;
}

static GtkWidget *
new_bar (HearsayNetworkView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *switcher = new_switcher (self);
  GtkWidget *spring = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (bar, "toolbar");
  gtk_widget_add_css_class (bar, "filterbar");
  gtk_widget_set_hexpand (spring, TRUE);
  gtk_box_append (GTK_BOX (bar), switcher);
  gtk_box_append (GTK_BOX (bar), spring);
  gtk_box_append (GTK_BOX (bar), new_least_button (self));
  self->chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_valign (self->chips, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (bar), self->chips);
  gtk_box_append (GTK_BOX (bar), hearsay_network_view_new_options (self));
  return hearsay_bar_new_scroller (bar);
}

static void
draw_legend_cb (GtkDrawingArea *area,
                cairo_t        *cr,
                int             width,
                int             height,
                gpointer        user_data)
{
  HearsayNetworkView *self = user_data;

  if (self->legend != NULL)
    hearsay_legend_paint (self->legend, cr, hearsay_style_current (), 0.0, 0.0);
}

void
hearsay_network_view_update_legend (HearsayNetworkView *self)
{
  g_autofree char *words = NULL;
  double width = 0.0;
  double height;

  g_clear_pointer (&self->legend, hearsay_legend_free);
  /* While days go by it explains what may come back. */
  self->legend = hearsay_legend_new_network ((self->home != NULL ? self->home : self->scene)->network, LEGEND_TEXT);
  if (self->tint_most > 0.0)
    hearsay_legend_add_colours (self->legend, hearsay_network_view_measure_name (self->tint_measure), self->tint_most);
  if (self->size_most > 0.0)
    hearsay_legend_add_sizes (self->legend, hearsay_network_view_measure_name (self->size_measure), self->size_most);
  height = hearsay_legend_measure (self->legend, LEGEND_WIDTH, &width);
  words = hearsay_legend_to_string (self->legend);
  gtk_drawing_area_set_content_width (self->legend_area, (int) width + 1);
  gtk_drawing_area_set_content_height (self->legend_area, (int) height + 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->legend_area), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_widget_set_visible (self->legend_card, height > 0.0);
  gtk_widget_queue_draw (GTK_WIDGET (self->legend_area));
}

static GtkWidget *
new_card (GtkWidget *child,
          int        margin)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "canvascard");
  gtk_widget_set_margin_start (child, margin);
  gtk_widget_set_margin_end (child, margin);
  gtk_widget_set_margin_top (child, margin / 2);
  gtk_widget_set_margin_bottom (child, margin / 2);
  gtk_box_append (GTK_BOX (card), child);
  gtk_widget_set_valign (card, GTK_ALIGN_END);
  return card;
}

static GtkWidget *
new_legend_card (HearsayNetworkView *self)
{
  GtkWidget *area = gtk_drawing_area_new ();

  self->legend_area = GTK_DRAWING_AREA (area);
  gtk_drawing_area_set_draw_func (self->legend_area, draw_legend_cb, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Legend"), -1);
  hearsay_style_watch (area);
  self->legend_card = new_card (area, 14);
  gtk_widget_set_visible (self->legend_card, FALSE);
  return self->legend_card;
}

static void
zoom_changed_cb (HearsayNetworkView *self)
{
  g_autofree char *words = g_strdup_printf (_("%d %%"), (int) (hearsay_network_canvas_get_zoom (self->canvas) * 100.0 + 0.5));

  gtk_label_set_text (self->zoom_label, words);
}

static void
zoom_in_cb (HearsayNetworkView *self)
{
  hearsay_network_canvas_set_zoom (self->canvas, hearsay_network_canvas_get_zoom (self->canvas) * ZOOM_STEP);
}

static void
zoom_out_cb (HearsayNetworkView *self)
{
  hearsay_network_canvas_set_zoom (self->canvas, hearsay_network_canvas_get_zoom (self->canvas) / ZOOM_STEP);
}

static void
fit_cb (HearsayNetworkView *self)
{
  hearsay_network_canvas_fit (self->canvas);
}

static GtkWidget *
new_icon_button (const char         *icon,
                 const char         *label,
                 GCallback           callback,
                 HearsayNetworkView *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
new_zoom_card (HearsayNetworkView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new ("100 %");

  self->zoom_label = GTK_LABEL (label);
  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_width_chars (self->zoom_label, 6);
  gtk_box_append (GTK_BOX (box), new_icon_button ("zoom-out-symbolic", _("Zoom Out"), G_CALLBACK (zoom_out_cb), self));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), new_icon_button ("zoom-in-symbolic", _("Zoom In"), G_CALLBACK (zoom_in_cb), self));
  gtk_box_append (GTK_BOX (box), new_icon_button ("zoom-fit-best-symbolic", _("Fit All"), G_CALLBACK (fit_cb), self));
  return new_card (box, 4);
}

static void
show_all_cb (HearsayNetworkView *self)
{
  self->show_all = TRUE;
  hearsay_network_view_reload (self, FALSE);
}

static GtkWidget *
new_hidden_card (HearsayNetworkView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_button_new_with_label (_("Show All"));

  self->hidden_label = GTK_LABEL (label);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (show_all_cb), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  self->hidden_card = new_card (box, 12);
  gtk_widget_set_valign (self->hidden_card, GTK_ALIGN_START);
  gtk_widget_set_halign (self->hidden_card, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (self->hidden_card, 12);
  gtk_widget_set_visible (self->hidden_card, FALSE);
  return self->hidden_card;
}

static void
range_menu_cb (HearsayNetworkView *self,
               int                 n_press,
               double              x,
               double              y)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  if (self->play_id == 0)
    g_menu_append (menu, _("Play Day by Day"), "network.play");
  else
    g_menu_append (menu, _("Stop"), "network.play");
  g_menu_append (menu, _("All Dates"), "network.all-dates");
  hearsay_context_menu_popup (self->range_card, GTK_WIDGET (self->range), G_MENU_MODEL (menu), x, y);
}

static void
add_play_menu (HearsayNetworkView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (range_menu_cb), self);
  gtk_widget_add_controller (self->range_card, GTK_EVENT_CONTROLLER (click));
}

/* Legend and range make room for the drawing where it is narrow. */
static GtkWidget *
new_cards (HearsayNetworkView *self)
{
  GtkWidget *squeezer = adw_squeezer_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *range = hearsay_range_strip_new (TRUE);

  self->range = HEARSAY_RANGE_STRIP (range);
  g_signal_connect_swapped (range, "changed", G_CALLBACK (hearsay_network_view_range_changed_cb), self);
  self->range_card = new_card (range, 6);
  add_play_menu (self);
  gtk_box_append (GTK_BOX (box), new_legend_card (self));
  gtk_box_append (GTK_BOX (box), self->range_card);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), box);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  adw_squeezer_set_xalign (ADW_SQUEEZER (squeezer), 0.0f);
  gtk_widget_set_hexpand (squeezer, TRUE);
  gtk_widget_set_halign (squeezer, GTK_ALIGN_START);
  return squeezer;
}

static GtkWidget *
new_drawing (HearsayNetworkView *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *canvas = hearsay_network_canvas_new ();
  GtkWidget *cards = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->canvas = HEARSAY_NETWORK_CANVAS (canvas);
  hearsay_network_canvas_set_bottom (self->canvas, HEARSAY_NETWORK_CARDS_HEIGHT);
  g_signal_connect_swapped (canvas, "selected", G_CALLBACK (hearsay_network_view_selected_cb), self);
  g_signal_connect_swapped (canvas, "activated", G_CALLBACK (hearsay_network_view_activated_cb), self);
  g_signal_connect_swapped (canvas, "lassoed", G_CALLBACK (hearsay_network_view_lassoed_cb), self);
  g_signal_connect_swapped (canvas, "menu", G_CALLBACK (hearsay_network_view_menu_cb), self);
  g_signal_connect_swapped (canvas, "notify::zoom", G_CALLBACK (zoom_changed_cb), self);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), canvas);
  gtk_widget_set_valign (cards, GTK_ALIGN_END);
  gtk_widget_set_margin_start (cards, 14);
  gtk_widget_set_margin_end (cards, 14);
  gtk_widget_set_margin_bottom (cards, 14);
  gtk_widget_set_can_target (cards, TRUE);
  gtk_box_append (GTK_BOX (cards), new_cards (self));
  gtk_box_append (GTK_BOX (cards), new_zoom_card (self));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), cards);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), new_hidden_card (self));
  gtk_widget_set_hexpand (overlay, TRUE);
  return overlay;
}

static GtkWidget *
new_evidence_side (HearsayNetworkView *self)
{
  GtkWidget *evidence = hearsay_evidence_new ();

  self->evidence = HEARSAY_EVIDENCE (evidence);
  g_signal_connect_swapped (evidence, "read", G_CALLBACK (hearsay_network_view_read_cb), self);
  g_signal_connect_swapped (evidence, "list", G_CALLBACK (hearsay_network_view_list_cb), self);
  g_signal_connect_swapped (evidence, "close", G_CALLBACK (hearsay_network_view_close_evidence), self);
  self->evidence_side = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->evidence_side), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (self->evidence_side), evidence);
  /* What is inside asks for all it can get. */
  gtk_widget_set_hexpand (self->evidence_side, FALSE);
  gtk_widget_set_visible (self->evidence_side, FALSE);
  return self->evidence_side;
}

static void
clear_filters_cb (HearsayNetworkView *self)
{
  if (self->session != NULL)
    hearsay_filter_clear (hearsay_session_get_filter (self->session));
}

static GtkWidget *
new_status_page (const char         *title,
                 const char         *description,
                 const char         *button_label,
                 GCallback           callback,
                 HearsayNetworkView *self)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_label (button_label);

  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", callback, self);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

static void
table_selected_cb (HearsayNetworkView *self,
                   guint               kind,
                   guint               index)
{
  hearsay_network_view_selected_cb (self, kind, index, 0);
}

static void
table_activated_cb (HearsayNetworkView *self,
                    guint               kind,
                    guint               index)
{
  hearsay_network_view_activated_cb (self, kind, index, 0);
}

void
hearsay_network_view_build (HearsayNetworkView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *drawing = new_drawing (self);
  GtkWidget *page;

  self->stack = GTK_STACK (stack);
  self->content = content;
  page = gtk_stack_new ();
  self->page = GTK_STACK (page);
  self->table = HEARSAY_NETWORK_TABLE (hearsay_network_table_new ());
  g_signal_connect_swapped (self->table, "selected", G_CALLBACK (table_selected_cb), self);
  g_signal_connect_swapped (self->table, "activated", G_CALLBACK (table_activated_cb), self);
  gtk_stack_add_named (self->page, drawing, "picture");
  gtk_stack_add_named (self->page, GTK_WIDGET (self->table), "list");
  gtk_widget_set_hexpand (page, TRUE);
  gtk_box_append (GTK_BOX (content), page);
  gtk_box_append (GTK_BOX (content), new_evidence_side (self));
  gtk_stack_add_named (self->stack, content, "canvas");
  gtk_stack_add_named (self->stack,
                       new_status_page (_("Nothing to Connect Yet"), NULL, _("Show Statements"), G_CALLBACK (hearsay_network_view_list_cb), self),
                       "nothing");
  gtk_stack_add_named (self->stack,
                       new_status_page (_("No Statements Match"), _("The filters leave nothing to draw."), _("Clear Filters"),
                                        G_CALLBACK (clear_filters_cb), self),
                       "no-match");
  gtk_widget_set_vexpand (stack, TRUE);
  gtk_box_append (GTK_BOX (box), new_bar (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), hearsay_network_view_new_search_bar (self));
  gtk_box_append (GTK_BOX (box), stack);
  adw_bin_set_child (ADW_BIN (self), box);
}
