/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "model/hearsay-filter.h"
#include "render/hearsay-date-words.h"
#include "ui/canvas/hearsay-bar.h"
#include "ui/statements/hearsay-filter-chip.h"
#include "ui/timeline/hearsay-timeline-view-private.h"
#include "ui/widgets/hearsay-style.h"

#define LEGEND_TEXT 12.5
#define ZOOM_STEP 1.4

/* More issues than anyone scrolls through. */
#define MAX_ISSUES 200

static void
draw_legend_cb (GtkDrawingArea *area,
                cairo_t        *cr,
                int             width,
                int             height,
                gpointer        user_data)
{
  HearsayTimelineView *self = user_data;
  double needed;

  if (self->legend == NULL)
    return;
  needed = hearsay_legend_measure (self->legend, width, NULL);
  if (needed <= height + 1.0)
    hearsay_legend_paint (self->legend, cr, hearsay_style_current (), 0.0, (height - needed) / 2.0);
}

static void
update_legend (HearsayTimelineView *self)
{
  g_autofree char *words = NULL;

  g_clear_pointer (&self->legend, hearsay_legend_free);
  self->legend = hearsay_legend_new_timeline (self->timeline, hearsay_timeline_canvas_get_mode (self->canvas), LEGEND_TEXT);
  words = hearsay_legend_to_string (self->legend);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->legend_area), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self->legend_area));
}

/* Everything that is said in words around the drawing. */
void
hearsay_timeline_view_update_words (HearsayTimelineView *self)
{
  const char *name = hearsay_target_get_name (self->target);
  g_autofree char *issue = g_strdup_printf (_("Issue: %s"), name != NULL ? name : _("Any"));
  g_autofree char *count = g_strdup_printf (_("%u of %u statements"),
                                            g_list_model_get_n_items (hearsay_session_get_statements (self->session)),
                                            hearsay_session_get_n_in_scope (self->session));
  g_autofree char *dates = NULL;
  gint32 first;
  gint32 last;

  update_legend (self);
  gtk_menu_button_set_label (self->issue_button, issue);
  if (name != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->issue_button), "active");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->issue_button), "active");
  gtk_label_set_text (self->count_label, count);
  if (hearsay_timeline_get_range (self->timeline, &first, &last))
    dates = hearsay_date_words_new_range (first, last);
  gtk_label_set_text (self->strip_label, dates != NULL ? dates : "");
}

static GtkWidget *
new_issue_row (const char *name,
               GObject    *target)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_margin_start (label, 6);
  gtk_widget_set_margin_end (label, 6);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (target != NULL)
    g_object_set_data_full (G_OBJECT (row), "target", g_object_ref (target), g_object_unref);
  return row;
}

void
hearsay_timeline_view_fill_issues (HearsayTimelineView *self,
                                   HearsayTargets      *targets)
{
  const GArray *sorted = hearsay_targets_sort (targets);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->issue_list))) != NULL)
    gtk_list_box_remove (self->issue_list, child);
  gtk_list_box_append (self->issue_list, new_issue_row (_("Any"), NULL));
  for (guint i = 0; i < MIN (sorted->len, MAX_ISSUES); i++)
    {
      GObject *target = g_array_index (sorted, HearsayTarget, i).target;

      gtk_list_box_append (self->issue_list, new_issue_row (hearsay_target_get_name (target), target));
    }
}

static void
issue_activated_cb (HearsayTimelineView *self,
                    GtkListBoxRow       *row)
{
  g_autoptr (GObject) target = g_object_get_data (G_OBJECT (row), "target");

  if (target != NULL)
    g_object_ref (target);
  gtk_menu_button_popdown (self->issue_button);
  hearsay_timeline_view_set_target (self, target);
}

static GtkWidget *
new_issue_button (HearsayTimelineView *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  self->issue_button = GTK_MENU_BUTTON (button);
  self->issue_list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->issue_list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Issues"), -1);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (issue_activated_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (self->issue_button, popover);
  gtk_menu_button_set_always_show_arrow (self->issue_button, TRUE);
  gtk_widget_add_css_class (button, "chip");
  return button;
}

/* A chip that is seldom needed comes when it is asked for. */
static void
add_chip_cb (GtkButton *button,
             gpointer   data)
{
  HearsayTimelineView *self = data;
  HearsayChipType type = (HearsayChipType) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "chip"));

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER)));
  gtk_widget_set_visible (GTK_WIDGET (button), FALSE);
  if (self->session != NULL)
    gtk_box_append (GTK_BOX (self->chips), hearsay_filter_chip_new (self->session, type));
}

static GtkWidget *
new_add_button (HearsayTimelineView *self)
{
  const char *labels[] = { _("Target"), _("Status") };
  static const HearsayChipType types[] = { HEARSAY_CHIP_TARGET, HEARSAY_CHIP_STATUS };
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      GtkWidget *choice = gtk_button_new_with_label (labels[i]);

      gtk_widget_add_css_class (choice, "flat");
      g_object_set_data (G_OBJECT (choice), "chip", GINT_TO_POINTER ((int) types[i]));
      g_signal_connect (choice, "clicked", G_CALLBACK (add_chip_cb), self);
      gtk_box_append (GTK_BOX (box), choice);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_widget_set_tooltip_text (button, _("Add Filter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add Filter"), -1);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
new_layout_button (void)
{
  g_autoptr (GMenuModel) menu = hearsay_timeline_view_new_layout_menu ();
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-sort-ascending-symbolic");
  gtk_widget_set_tooltip_text (button, _("Order and Groups"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Order and Groups"), -1);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

/* One of three ways to draw the same statements. */
static GtkWidget *
new_mode_buttons (void)
{
  const char *labels[] = { _("Marks"), _("Curves"), _("Totals") };
  const char *actions[] = { "timeline.mode::marks", "timeline.mode::curves", "timeline.mode::totals" };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *squeezer = adw_squeezer_new ();

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (labels[i]);

      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), actions[i]);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_end (box, 6);
  /* In a narrow window the menu beside it has the same choice. */
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), box);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  return squeezer;
}

static GtkWidget *
new_filter_bar (HearsayTimelineView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *count = gtk_label_new (NULL);

  self->count_label = GTK_LABEL (count);
  gtk_widget_add_css_class (bar, "toolbar");
  gtk_widget_add_css_class (bar, "filterbar");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_set_hexpand (count, TRUE);
  gtk_label_set_xalign (self->count_label, 1.0f);
  gtk_label_set_ellipsize (self->count_label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_end (count, 8);
  gtk_box_append (GTK_BOX (bar), new_issue_button (self));
  self->chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_valign (self->chips, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (bar), self->chips);
  gtk_box_append (GTK_BOX (bar), new_add_button (self));
  gtk_box_append (GTK_BOX (bar), count);
  return hearsay_bar_new_scroller (bar);
}

static void
zoom_in_cb (HearsayTimelineView *self)
{
  hearsay_timeline_canvas_zoom (self->canvas, ZOOM_STEP);
}

static void
zoom_out_cb (HearsayTimelineView *self)
{
  hearsay_timeline_canvas_zoom (self->canvas, 1.0 / ZOOM_STEP);
}

static void
fit_cb (HearsayTimelineView *self)
{
  hearsay_timeline_canvas_fit (self->canvas);
}

static GtkWidget *
new_icon_button (const char          *icon,
                 const char          *label,
                 GCallback            callback,
                 HearsayTimelineView *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
new_legend_bar (HearsayTimelineView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *area = gtk_drawing_area_new ();

  self->legend_area = GTK_DRAWING_AREA (area);
  gtk_drawing_area_set_content_height (self->legend_area, 30);
  gtk_drawing_area_set_draw_func (self->legend_area, draw_legend_cb, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Legend"), -1);
  gtk_widget_set_hexpand (area, TRUE);
  gtk_widget_set_margin_start (bar, 20);
  gtk_widget_set_margin_end (bar, 12);
  gtk_widget_set_margin_top (bar, 4);
  gtk_widget_set_margin_bottom (bar, 4);
  hearsay_style_watch (area);
  gtk_box_append (GTK_BOX (bar), area);
  gtk_box_append (GTK_BOX (bar), new_mode_buttons ());
  gtk_box_append (GTK_BOX (bar), new_layout_button ());
  gtk_box_append (GTK_BOX (bar), new_icon_button ("zoom-out-symbolic", _("Zoom Out"), G_CALLBACK (zoom_out_cb), self));
  gtk_box_append (GTK_BOX (bar), new_icon_button ("zoom-fit-best-symbolic", _("Fit All"), G_CALLBACK (fit_cb), self));
  gtk_box_append (GTK_BOX (bar), new_icon_button ("zoom-in-symbolic", _("Zoom In"), G_CALLBACK (zoom_in_cb), self));
  return bar;
}

static void
vertical_changed_cb (GtkAdjustment *vertical,
                     GtkWidget     *scrollbar)
{
  gtk_widget_set_visible (scrollbar, gtk_adjustment_get_upper (vertical) > gtk_adjustment_get_page_size (vertical) + 1.0);
}

static GtkWidget *
new_canvas (HearsayTimelineView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *scrollbar;
  GtkWidget *canvas = hearsay_timeline_canvas_new ();
  GtkWidget *card = hearsay_timeline_card_new ();

  self->canvas = HEARSAY_TIMELINE_CANVAS (canvas);
  self->card = HEARSAY_TIMELINE_CARD (card);
  hearsay_timeline_canvas_set_card (self->canvas, card);
  g_signal_connect_swapped (canvas, "selected", G_CALLBACK (hearsay_timeline_view_selected_cb), self);
  g_signal_connect_swapped (canvas, "lassoed", G_CALLBACK (hearsay_timeline_view_lassoed_cb), self);
  g_signal_connect_swapped (canvas, "menu", G_CALLBACK (hearsay_timeline_view_menu_cb), self);
  g_signal_connect_swapped (canvas, "lane-activated", G_CALLBACK (hearsay_timeline_view_lane_cb), self);
  g_signal_connect_swapped (canvas, "lane-moved", G_CALLBACK (hearsay_timeline_view_lane_moved_cb), self);
  g_signal_connect_swapped (canvas, "activated", G_CALLBACK (hearsay_timeline_view_activated_cb), self);
  g_signal_connect_swapped (canvas, "hovered", G_CALLBACK (hearsay_timeline_view_hovered_cb), self);
  g_signal_connect_swapped (canvas, "focused", G_CALLBACK (hearsay_timeline_view_focused_cb), self);
  g_signal_connect_swapped (canvas, "range-changed", G_CALLBACK (hearsay_timeline_view_range_cb), self);
  scrollbar = gtk_scrollbar_new (GTK_ORIENTATION_VERTICAL, hearsay_timeline_canvas_get_vertical (self->canvas));
  gtk_widget_set_visible (scrollbar, FALSE);
  g_signal_connect_object (hearsay_timeline_canvas_get_vertical (self->canvas), "changed", G_CALLBACK (vertical_changed_cb), scrollbar, 0);
  gtk_box_append (GTK_BOX (box), canvas);
  gtk_box_append (GTK_BOX (box), scrollbar);
  return box;
}

/* The picture, or what it says as a list. */
static GtkWidget *
new_picture (HearsayTimelineView *self)
{
  GtkWidget *picture = gtk_stack_new ();
  GtkWidget *table = hearsay_timeline_table_new ();

  self->picture = GTK_STACK (picture);
  self->table = HEARSAY_TIMELINE_TABLE (table);
  g_signal_connect_swapped (table, "selected", G_CALLBACK (hearsay_timeline_view_row_selected_cb), self);
  g_signal_connect_swapped (table, "activated", G_CALLBACK (hearsay_timeline_view_row_activated_cb), self);
  gtk_stack_add_named (self->picture, new_canvas (self), "picture");
  gtk_stack_add_named (self->picture, table, "list");
  return picture;
}

static void
play_toggled_cb (HearsayTimelineView *self,
                 GtkToggleButton     *button)
{
  hearsay_timeline_view_set_playing (self, gtk_toggle_button_get_active (button));
}

static GtkWidget *
new_play_button (HearsayTimelineView *self)
{
  GtkWidget *button = gtk_toggle_button_new ();

  self->play_button = GTK_TOGGLE_BUTTON (button);
  gtk_button_set_icon_name (GTK_BUTTON (button), "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (button, _("Play Through Time"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Play Through Time"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (play_toggled_cb), self);
  return button;
}

static GtkWidget *
new_overview (HearsayTimelineView *self)
{
  GtkWidget *squeezer = adw_squeezer_new ();
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (_("Whole collection"));
  GtkWidget *dates = gtk_label_new (NULL);
  GtkWidget *strip = hearsay_range_strip_new (FALSE);

  self->strip = HEARSAY_RANGE_STRIP (strip);
  self->strip_label = GTK_LABEL (dates);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (dates, "caption");
  gtk_widget_add_css_class (dates, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (title), 0.0f);
  gtk_label_set_xalign (GTK_LABEL (dates), 0.0f);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), dates);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (words, 128, -1);
  gtk_widget_set_margin_start (words, 20);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), words);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_set_hexpand (strip, TRUE);
  g_signal_connect_swapped (strip, "changed", G_CALLBACK (hearsay_timeline_view_strip_cb), self);
  gtk_widget_add_css_class (bar, "overview");
  gtk_widget_set_margin_top (strip, 8);
  gtk_widget_set_margin_bottom (strip, 4);
  gtk_widget_set_margin_end (strip, 6);
  gtk_box_append (GTK_BOX (bar), squeezer);
  gtk_box_append (GTK_BOX (bar), new_play_button (self));
  gtk_box_append (GTK_BOX (bar), strip);
  return bar;
}

static void
clear_filters_cb (HearsayTimelineView *self)
{
  if (self->session != NULL)
    hearsay_filter_clear (hearsay_session_get_filter (self->session));
}

static void
show_article_cb (HearsayTimelineView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", "article");
}

static GtkWidget *
new_status_page (const char          *title,
                 const char          *description,
                 const char          *button_label,
                 GCallback            callback,
                 HearsayTimelineView *self)
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

void
hearsay_timeline_view_build (HearsayTimelineView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *stack = gtk_stack_new ();

  self->stack = GTK_STACK (stack);
  gtk_box_append (GTK_BOX (content), new_legend_bar (self));
  gtk_box_append (GTK_BOX (content), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (content), new_picture (self));
  gtk_box_append (GTK_BOX (content), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (content), new_overview (self));
  gtk_stack_add_named (self->stack, content, "canvas");
  gtk_stack_add_named (self->stack,
                       new_status_page (_("No Statements Yet"), _("The articles in sight quote nobody, or are still being read."),
                                        _("Show Article"), G_CALLBACK (show_article_cb), self),
                       "nothing");
  gtk_stack_add_named (self->stack,
                       new_status_page (_("No Statements Match"), _("The filters leave nothing to draw."), _("Clear Filters"),
                                        G_CALLBACK (clear_filters_cb), self),
                       "no-match");
  gtk_widget_set_vexpand (stack, TRUE);
  gtk_box_append (GTK_BOX (box), new_filter_bar (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), stack);
  adw_bin_set_child (ADW_BIN (self), box);
}
