/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n.h>

#include "ui/network/hearsay-network-view-private.h"

#define FORMULA_CHARS 44

/* What can be chosen in a row, and what it comes to. */
typedef struct
{
  const char *name;
  const char *formula;
} Choice;

static const Choice layouts[] = {
  { N_("By distance"), N_("Σ wᵢⱼ (‖xᵢ − xⱼ‖ − dᵢⱼ)² is least: far in the network is far in the picture") },
  { N_("By community"), N_("Ties pull by log (1 + distance), nodes push by 1 / distance: groups draw apart") },
  { N_("Around one node"), N_("Rings by the number of steps from the selected node, else from the best connected") },
  { N_("Circle"), N_("All on one circle, neighbours near each other") },
  { N_("Two columns"), N_("Who speaks on the left, who or what is spoken of on the right") },
  { N_("For and against"), N_("Support of the selected node on the left, opposition on the right") },
  { NULL, NULL },
};

static const Choice signs[] = {
  { N_("Automatic"), N_("Allies near and opponents apart, up to 500 nodes") },
  { N_("Allies near"), N_("Opposing ties are longer than supporting ones") },
  { N_("All ties alike"), N_("Every tie is of length 1") },
  { NULL, NULL },
};

static const Choice duplicates[] = {
  { N_("Every statement"), N_("Each statement counts 1") },
  { N_("Once an article"), N_("The same position of the same actor counts once in an article") },
  { N_("Once a day"), N_("The same position of the same actor counts once a day") },
  { N_("Once a week"), N_("… once a week, from Monday, of its year") },
  { N_("Once a month"), N_("… once a month of its year") },
  { N_("Once a year"), N_("… once a year") },
  { N_("Once"), N_("… once in all") },
  { NULL, NULL },
};

static const Choice normalizations[] = {
  { N_("None"), "w" },
  { N_("Average activity"), "w / ((nᵢ + nⱼ) / 2)" },
  { N_("Jaccard"), "w / (m₁₀ + m₀₁ + m₁₁)" },
  { N_("Cosine"), "w / (‖aᵢ‖ · ‖aⱼ‖)" },
  { N_("Cosine of DNA"), "w / (nᵢ · nⱼ)" },
  { N_("Activity"), N_("w / all statements of the source") },
  { N_("Prominence"), N_("w / all statements on the target") },
  { NULL, NULL },
};

static const Choice shared[] = {
  { N_("Agreement and conflict"), N_("One line each: Σ (s s′ + o o′) and Σ (s o′ + o s′)") },
  { N_("Any position"), "Σⱼ aᵢⱼ · aₖⱼ" },
  { N_("Agreement"), "Σⱼ (sᵢⱼ sₖⱼ + oᵢⱼ oₖⱼ)" },
  { N_("Conflict"), "Σⱼ (sᵢⱼ oₖⱼ + oᵢⱼ sₖⱼ)" },
  { N_("Agreement less conflict"), "Σⱼ (sᵢⱼ − oᵢⱼ) (sₖⱼ − oₖⱼ)" },
  { NULL, NULL },
};

static const Choice aggregations[] = {
  { N_("Persons"), N_("Everybody speaks for themselves") },
  { N_("Organisations"), N_("An actor counts as the organisation it belongs to") },
  { N_("Countries"), N_("An actor counts as its country") },
  { NULL, NULL },
};

static const Choice communities[] = {
  { N_("By support"), N_("Leiden: modularity of the ties that attract") },
  { N_("By support and opposition"), N_("Leiden: signed modularity, (W⁺Q⁺ − W⁻Q⁻) / (W⁺ + W⁻)") },
  { NULL, NULL },
};

static const Choice measures[] = {
  { N_("Neighbours"), N_("Number of neighbours") },
  { N_("Strength"), N_("Σ weight of all ties") },
  { N_("Support"), N_("Σ weight of supporting ties") },
  { N_("Opposition"), N_("Σ weight of opposing ties") },
  { N_("Core"), N_("Largest k with k neighbours each (k-core)") },
  { N_("Betweenness"), N_("Shortest ways between others through the node") },
  { N_("Closeness"), "((r − 1) / Σ d) · ((r − 1) / (n − 1))" },
  { N_("PageRank"), N_("Along what attracts, damping 0.85") },
  { N_("Eigenvector"), N_("Of what attracts; the largest is 1") },
  { NULL, NULL },
};

/**
 * hearsay_network_view_measure_name:
 * @measure: a #HearsayMeasure
 */
const char *
hearsay_network_view_measure_name (int measure)
{
  g_return_val_if_fail (measure >= 0 && measure < HEARSAY_N_MEASURES, "");

  return _(measures[measure].name);
}

typedef void (*Chosen) (HearsayNetworkView *self,
                        guint               choice);

typedef struct
{
  HearsayNetworkView *view;
  const Choice *choices;
  Chosen chosen;
  GtkLabel *formula;
  int first; /* of the choices; one comes before them */
} Row;

static void
say_formula (Row   *row,
             guint  selected)
{
  int choice = (int) selected - row->first;
  const char *formula = choice >= 0 ? row->choices[choice].formula : "";

  gtk_label_set_text (row->formula, *formula != '\0' ? _(formula) : "");
  gtk_widget_set_visible (GTK_WIDGET (row->formula), *formula != '\0');
}

static void
row_selected_cb (GtkDropDown *drop_down,
                 GParamSpec  *pspec,
                 Row         *row)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  say_formula (row, selected);
  row->chosen (row->view, selected);
}

/* A title, a choice, and below them the formula of what is chosen. @before: a choice before the others, or NULL. */
static GtkWidget *
append_choice (HearsayNetworkView *self,
               GtkWidget          *box,
               const char         *title,
               const char         *before,
               const Choice       *choices,
               Chosen              chosen)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *formula = gtk_label_new (NULL);
  GtkWidget *drop_down;
  Row *row = g_new0 (Row, 1);

  if (before != NULL)
    gtk_string_list_append (names, before);
  for (guint i = 0; choices[i].name != NULL; i++)
    gtk_string_list_append (names, _(choices[i].name));
  *row = (Row) { self, choices, chosen, GTK_LABEL (formula), before != NULL ? 1 : 0 };
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), drop_down);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_add_css_class (formula, "caption");
  gtk_widget_add_css_class (formula, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (formula), TRUE);
  gtk_label_set_xalign (GTK_LABEL (formula), 0.0f);
  gtk_label_set_max_width_chars (GTK_LABEL (formula), FORMULA_CHARS);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), drop_down);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), formula);
  say_formula (row, 0);
  g_signal_connect_data (drop_down, "notify::selected", G_CALLBACK (row_selected_cb), row, (GClosureNotify) (void (*) (void)) g_free, 0);
  return drop_down;
}

/* A radial layout or an axis is about what is selected when it is chosen. */
static void
take_centre (HearsayNetworkView *self)
{
  if (self->scene == NULL || self->selected.kind != HEARSAY_HIT_NODE)
    return;
  g_free (self->centre);
  self->centre = g_strdup (self->scene->network->nodes[self->selected.index].id);
}

static void
layout_chosen (HearsayNetworkView *self,
               guint               choice)
{
  /* A menu has chosen already, and what it is about. */
  if (self->layout == (HearsayLayoutType) choice)
    return;
  self->layout = (HearsayLayoutType) choice;
  take_centre (self);
  hearsay_network_view_arrange (self);
}

static void
signs_chosen (HearsayNetworkView *self,
              guint               choice)
{
  self->signs = (HearsayLayoutSigns) choice;
  hearsay_network_view_arrange (self);
}

static void
duplicates_chosen (HearsayNetworkView *self,
                   guint               choice)
{
  self->options.duplicates = (HearsayDuplicates) choice;
  hearsay_network_view_reload (self, TRUE);
}

static void
normalization_chosen (HearsayNetworkView *self,
                      guint               choice)
{
  self->options.normalization = (HearsayNormalization) choice;
  hearsay_network_view_reload (self, TRUE);
}

static void
shared_chosen (HearsayNetworkView *self,
               guint               choice)
{
  self->options.shared = (HearsaySharedMethod) choice;
  hearsay_network_view_reload (self, TRUE);
}

static void
aggregation_chosen (HearsayNetworkView *self,
                    guint               choice)
{
  self->options.aggregation = (HearsayAggregation) choice;
  hearsay_network_view_reload (self, FALSE);
}

static void
communities_chosen (HearsayNetworkView *self,
                    guint               choice)
{
  self->signed_communities = choice == 1;
  hearsay_network_view_reload (self, TRUE);
}

static void
size_chosen (HearsayNetworkView *self,
             guint               choice)
{
  self->size_measure = (int) choice - 1;
  hearsay_network_view_measure (self);
}

static void
tint_chosen (HearsayNetworkView *self,
             guint               choice)
{
  self->tint_measure = (int) choice - 1;
  hearsay_network_view_measure (self);
}

static void
filter_chosen (HearsayNetworkView *self,
               guint               choice)
{
  self->filter_measure = (int) choice - 1;
  if (self->least_share > 0.0)
    hearsay_network_view_reload (self, TRUE);
}

static void
share_changed_cb (HearsayNetworkView *self,
                  GtkRange           *scale)
{
  self->least_share = 1.0 - gtk_range_get_value (scale) / 100.0;
  if (self->filter_measure >= 0)
    hearsay_network_view_reload (self, TRUE);
}

static GtkWidget *
new_page (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_margin_top (box, 12);
  return box;
}

static GtkWidget *
new_item (GtkWidget  *popover,
          const char *label,
          const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0.0f);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (gtk_popover_popdown), popover);
  return button;
}

static void
part_toggled_cb (HearsayNetworkView *self)
{
  gboolean isolates = gtk_check_button_get_active (self->part_checks[HEARSAY_NETWORK_PART_ISOLATES]);

  hearsay_network_view_set_parts (self);
  if (self->options.isolates == isolates)
    return;
  self->options.isolates = isolates;
  hearsay_network_view_reload (self, FALSE);
}

static GtkWidget *
new_picture_page (HearsayNetworkView *self)
{
  const char *labels[] = { _("Names"), _("Arrows"), _("Communities"), _("Bundle Ties"), _("Actors Without Relations") };
  GtkWidget *box = new_page ();
  GtkWidget *grid = gtk_grid_new ();

  self->arrangement = GTK_DROP_DOWN (append_choice (self, box, _("Arrangement"), NULL, layouts, layout_chosen));
  append_choice (self, box, _("Ties"), NULL, signs, signs_chosen);
  append_choice (self, box, _("Communities"), NULL, communities, communities_chosen);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (labels[i]);

      self->part_checks[i] = GTK_CHECK_BUTTON (check);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), i < HEARSAY_NETWORK_PART_BUNDLES);
      gtk_grid_attach (GTK_GRID (grid), check, (int) i % 2, (int) i / 2, 1, 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    g_signal_connect_swapped (self->part_checks[i], "toggled", G_CALLBACK (part_toggled_cb), self);
  gtk_box_append (GTK_BOX (box), grid);
  return box;
}

static GtkWidget *
new_counting_page (HearsayNetworkView *self)
{
  GtkWidget *box = new_page ();

  append_choice (self, box, _("Count"), NULL, duplicates, duplicates_chosen);
  append_choice (self, box, _("Divide by"), NULL, normalizations, normalization_chosen);
  append_choice (self, box, _("Shared positions"), NULL, shared, shared_chosen);
  append_choice (self, box, _("Actors are"), NULL, aggregations, aggregation_chosen);
  return box;
}

static GtkWidget *
new_measures_page (HearsayNetworkView *self)
{
  GtkWidget *box = new_page ();
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 1.0, 100.0, 1.0);

  append_choice (self, box, _("Size"), _("Statements"), measures, size_chosen);
  append_choice (self, box, _("Colour"), _("Speaker"), measures, tint_chosen);
  append_choice (self, box, _("Show the highest"), _("All"), measures, filter_chosen);
  gtk_range_set_value (GTK_RANGE (scale), 100.0);
  gtk_scale_set_draw_value (GTK_SCALE (scale), TRUE);
  gtk_scale_set_value_pos (GTK_SCALE (scale), GTK_POS_RIGHT);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Per cent of nodes shown"), -1);
  g_signal_connect_swapped (scale, "value-changed", G_CALLBACK (share_changed_cb), self);
  gtk_box_append (GTK_BOX (box), scale);
  self->summary_label = GTK_LABEL (label);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_wrap (self->summary_label, TRUE);
  gtk_label_set_xalign (self->summary_label, 0.0f);
  gtk_label_set_selectable (self->summary_label, TRUE);
  gtk_label_set_max_width_chars (self->summary_label, FORMULA_CHARS);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/**
 * hearsay_network_view_new_options:
 *
 * Returns: (transfer floating): the button with everything that can be set
 */
GtkWidget *
hearsay_network_view_new_options (HearsayNetworkView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();

  gtk_stack_add_titled (GTK_STACK (stack), new_picture_page (self), "picture", _("Picture"));
  gtk_stack_add_titled (GTK_STACK (stack), new_counting_page (self), "counting", _("Counting"));
  gtk_stack_add_titled (GTK_STACK (stack), new_measures_page (self), "measures", _("Measures"));
  gtk_stack_set_vhomogeneous (GTK_STACK (stack), FALSE);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (stack));
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), stack);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), new_item (popover, _("Show as List"), "network.list"));
  gtk_box_append (GTK_BOX (box), new_item (popover, _("Unpin All"), "network.unpin"));
  gtk_box_append (GTK_BOX (box), new_item (popover, _("Arrange Anew"), "network.arrange"));
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_tooltip_text (button, _("View Options"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("View Options"), -1);
  return button;
}
