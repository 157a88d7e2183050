/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "network/hearsay-paths.h"
#include "ui/network/hearsay-network-view-private.h"
#include "ui/widgets/hearsay-context-menu.h"

#define PLAY_MS 700

static void
append (GMenu      *section,
        const char *label,
        const char *action)
{
  g_menu_append (section, label, action);
}

static void
add_section (GMenu *menu,
             GMenu *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

/* Nodes have the ids of what they stand for: an actor, or an issue. */
static HearsayActor *
find_actor (HearsayNetworkView *self,
            guint32             node)
{
  return self->session != NULL && node < self->scene->network->n_nodes
           ? hearsay_collection_find_actor (hearsay_session_get_collection (self->session), self->scene->network->nodes[node].id) : NULL;
}

static GMenu *
new_node_section (HearsayNetworkView *self,
                  guint32             node)
{
  GMenu *section = g_menu_new ();
  const gboolean *pinned = hearsay_network_canvas_get_pinned (self->canvas);

  append (section, _("Highlight Neighbours"), "network.near");
  append (section, _("Highlight Neighbours of Neighbours"), "network.near-two");
  if (self->selected.kind == HEARSAY_HIT_NODE && self->selected.index != node)
    append (section, _("Highlight Ways from Selected"), "network.ways");
  append (section, _("Arrange Around This"), "network.centre");
  if (self->scene->network->is_signed)
    append (section, _("Arrange For and Against This"), "network.axis");
  if (find_actor (self, node) != NULL)
    append (section, _("Names and Kind…"), "network.actor");
  if (self->scene->network->nodes[node].kind == HEARSAY_NODE_ISSUE)
    append (section, _("Edit Issue…"), "network.issue");
  append (section, pinned != NULL && pinned[node] ? _("Unpin") : _("Pin"), "network.pin");
  return section;
}

void
hearsay_network_view_menu_cb (HearsayNetworkView *self,
                              guint               kind,
                              guint               index,
                              double              x,
                              double              y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GMenu *section = g_menu_new ();

  if (self->scene == NULL)
    {
      g_object_unref (section);
      return;
    }
  self->menu_hit = (HearsayNetworkHit) { (HearsayHitKind) kind, index };
  if (kind != HEARSAY_HIT_NONE)
    {
      append (section, _("Read in Article"), "network.read");
      append (section, _("Show Evidence"), "network.evidence");
      append (section, _("Show in Statements"), "network.statements");
    }
  add_section (menu, section);
  if (kind == HEARSAY_HIT_NODE)
    add_section (menu, new_node_section (self, index));
  section = g_menu_new ();
  append (section, _("Fit All"), "network.fit");
  append (section, _("Unpin All"), "network.unpin");
  append (section, _("Arrange Anew"), "network.arrange");
  append (section, _("Show as List"), "network.list");
  add_section (menu, section);
  hearsay_context_menu_popup (GTK_WIDGET (self->canvas), GTK_WIDGET (self->canvas), G_MENU_MODEL (menu), x, y);
}

static void
light (HearsayNetworkView *self,
       guint               n_steps)
{
  const HearsayNetwork *network = self->scene->network;
  g_autofree gboolean *nodes = g_new0 (gboolean, MAX (network->n_nodes, 1));
  g_autofree gboolean *edges = g_new0 (gboolean, MAX (network->n_edges, 1));
  g_autofree char *title = NULL;

  hearsay_paths_find_near (network, self->menu_hit.index, n_steps, nodes, edges);
  /* Translators: an actor, and those it is tied to */
  title = g_strdup_printf (_("Around %s"), network->nodes[self->menu_hit.index].name);
  hearsay_network_view_choose (self, nodes, edges, title);
}

static void
light_ways (HearsayNetworkView *self)
{
  const HearsayNetwork *network = self->scene->network;
  g_autofree gboolean *nodes = g_new0 (gboolean, MAX (network->n_nodes, 1));
  g_autofree gboolean *edges = g_new0 (gboolean, MAX (network->n_edges, 1));
  g_autofree char *title = NULL;
  guint length;

  if (self->selected.kind != HEARSAY_HIT_NODE)
    return;
  length = hearsay_paths_find_ways (network, self->selected.index, self->menu_hit.index, nodes, edges);
  if (length == HEARSAY_NO_WAY)
    {
      g_autofree char *words = g_strdup_printf (_("No way leads from %s to %s"), network->nodes[self->selected.index].name,
                                                network->nodes[self->menu_hit.index].name);

      hearsay_session_toast (self->session, words, FALSE);
      return;
    }
  title = g_strdup_printf (_("From %s to %s"), network->nodes[self->selected.index].name, network->nodes[self->menu_hit.index].name);
  hearsay_network_view_choose (self, nodes, edges, title);
}

static void
arrange_about (HearsayNetworkView *self,
               HearsayLayoutType   layout)
{
  self->layout = layout;
  g_free (self->centre);
  self->centre = g_strdup (self->scene->network->nodes[self->menu_hit.index].id);
  gtk_drop_down_set_selected (self->arrangement, layout);
  hearsay_network_view_arrange (self);
}

static void
hit_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  HearsayNetworkView *self = HEARSAY_NETWORK_VIEW (widget);
  HearsayNetworkHit hit = self->menu_hit;
  gboolean node = hit.kind == HEARSAY_HIT_NODE;

  if (self->scene == NULL || hit.kind == HEARSAY_HIT_NONE ||
      hit.index >= (node ? self->scene->network->n_nodes : self->scene->network->n_edges))
    return;
  if (g_str_equal (name, "network.read"))
    hearsay_network_view_activated_cb (self, hit.kind, hit.index, 0);
  else if (g_str_equal (name, "network.evidence"))
    hearsay_network_view_selected_cb (self, hit.kind, hit.index, 0);
  else if (g_str_equal (name, "network.statements"))
    {
      hearsay_network_view_selected_cb (self, hit.kind, hit.index, 0);
      hearsay_network_view_list_cb (self);
    }
  else if (!node)
    return;
  else if (g_str_equal (name, "network.near"))
    light (self, 1);
  else if (g_str_equal (name, "network.near-two"))
    light (self, 2);
  else if (g_str_equal (name, "network.ways"))
    light_ways (self);
  else if (g_str_equal (name, "network.centre"))
    arrange_about (self, HEARSAY_LAYOUT_RADIAL);
  else if (g_str_equal (name, "network.axis"))
    arrange_about (self, HEARSAY_LAYOUT_AXIS);
  else if (g_str_equal (name, "network.issue"))
    gtk_widget_activate_action (widget, "win.issues", "s", self->scene->network->nodes[hit.index].id);
  else if (g_str_equal (name, "network.pin"))
    hearsay_network_canvas_set_pinned (self->canvas, hit.index, !hearsay_network_canvas_get_pinned (self->canvas)[hit.index]);
}

static void
fit_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  hearsay_network_canvas_fit (HEARSAY_NETWORK_VIEW (widget)->canvas);
}

static void
actor_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  HearsayNetworkView *self = HEARSAY_NETWORK_VIEW (widget);
  HearsayActor *actor = self->scene != NULL && self->menu_hit.kind == HEARSAY_HIT_NODE
                          ? find_actor (self, self->menu_hit.index) : NULL;

  if (actor != NULL)
    gtk_widget_activate_action (widget, "win.actor", "s", hearsay_actor_get_id (actor));
}

static void
unpin_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  hearsay_network_canvas_unpin_all (HEARSAY_NETWORK_VIEW (widget)->canvas);
}

static void
arrange_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  hearsay_network_view_arrange (HEARSAY_NETWORK_VIEW (widget));
}

static void
list_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HearsayNetworkView *self = HEARSAY_NETWORK_VIEW (widget);

  hearsay_network_view_show_list (self, g_strcmp0 (gtk_stack_get_visible_child_name (self->page), "list") != 0);
}

static gboolean
play_cb (gpointer data)
{
  HearsayNetworkView *self = data;
  double first;
  double end;
  double extent_first;
  double extent_end;

  hearsay_range_strip_get_range (self->range, &first, &end);
  if (!hearsay_range_strip_get_extent (self->range, &extent_first, &extent_end) || end + 1.0 > extent_end)
    {
      self->play_id = 0;
      return G_SOURCE_REMOVE;
    }
  hearsay_range_strip_set_range (self->range, first + 1.0, end + 1.0);
  hearsay_network_view_range_changed_cb (self, first + 1.0, end + 1.0);
  return G_SOURCE_CONTINUE;
}

/**
 * hearsay_network_view_play:
 *
 * Moves the range of dates on by a day at a time, or stops.
 */
void
hearsay_network_view_play (HearsayNetworkView *self,
                           gboolean            play)
{
  double first;
  double end;
  double extent_first;
  double extent_end;

  g_clear_handle_id (&self->play_id, g_source_remove);
  if (!play || !hearsay_range_strip_get_extent (self->range, &extent_first, &extent_end))
    return;
  hearsay_range_strip_get_range (self->range, &first, &end);
  /* From the beginning, a seventh of all days at a time, where all are shown or the end has been reached. */
  if (end >= extent_end)
    {
      double width = end - first < extent_end - extent_first ? end - first : MAX (1.0, floor ((extent_end - extent_first) / 7.0));

      hearsay_range_strip_set_range (self->range, extent_first, extent_first + width);
      hearsay_network_view_range_changed_cb (self, extent_first, extent_first + width);
    }
  self->play_id = g_timeout_add (PLAY_MS, play_cb, self);
}

static void
play_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HearsayNetworkView *self = HEARSAY_NETWORK_VIEW (widget);

  hearsay_network_view_play (self, self->play_id == 0);
}

static void
all_dates_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  HearsayNetworkView *self = HEARSAY_NETWORK_VIEW (widget);
  double first;
  double end;

  hearsay_network_view_play (self, FALSE);
  if (!hearsay_range_strip_get_extent (self->range, &first, &end))
    return;
  hearsay_range_strip_set_range (self->range, first, end);
  hearsay_network_view_range_changed_cb (self, first, end);
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HearsayNetworkView *self = HEARSAY_NETWORK_VIEW (widget);

  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), TRUE);
  gtk_widget_grab_focus (self->search_entry);
}

void
hearsay_network_view_install_actions (GtkWidgetClass *widget_class)
{
  static const char *const on_hit[] = {
    "network.read", "network.evidence", "network.statements", "network.near", "network.near-two", "network.ways",
    "network.centre", "network.axis", "network.pin", "network.issue",
  };

  for (guint i = 0; i < G_N_ELEMENTS (on_hit); i++)
    gtk_widget_class_install_action (widget_class, on_hit[i], NULL, hit_action);
  gtk_widget_class_install_action (widget_class, "network.fit", NULL, fit_action);
  gtk_widget_class_install_action (widget_class, "network.unpin", NULL, unpin_action);
  gtk_widget_class_install_action (widget_class, "network.actor", NULL, actor_action);
  gtk_widget_class_install_action (widget_class, "network.arrange", NULL, arrange_action);
  gtk_widget_class_install_action (widget_class, "network.list", NULL, list_action);
  gtk_widget_class_install_action (widget_class, "network.play", NULL, play_action);
  gtk_widget_class_install_action (widget_class, "network.all-dates", NULL, all_dates_action);
  gtk_widget_class_install_action (widget_class, "view.search", NULL, search_action);
}

/* Nodes whose names hold the words that are sought; returns how many. */
static guint
find_names (HearsayNetworkView *self,
            gboolean           *nodes)
{
  g_autofree char *sought = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), -1);
  guint n = 0;

  for (guint i = 0; *sought != '\0' && i < self->scene->network->n_nodes; i++)
    {
      g_autofree char *name = g_utf8_casefold (self->scene->network->nodes[i].name, -1);

      nodes[i] = strstr (name, sought) != NULL;
      n += nodes[i];
    }
  return n;
}

static void
search_changed_cb (HearsayNetworkView *self)
{
  g_autofree gboolean *nodes = NULL;
  g_autofree gboolean *edges = NULL;
  g_autofree char *words = NULL;
  guint n;

  if (self->scene == NULL)
    return;
  nodes = g_new0 (gboolean, MAX (self->scene->network->n_nodes, 1));
  edges = g_new0 (gboolean, MAX (self->scene->network->n_edges, 1));
  n = find_names (self, nodes);
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) == '\0')
    {
      gtk_label_set_text (self->search_label, "");
      hearsay_network_canvas_set_lit (self->canvas, NULL, NULL, NULL);
      return;
    }
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u found", "%u found", n), n);
  gtk_label_set_text (self->search_label, words);
  hearsay_network_canvas_set_lit (self->canvas, nodes, n > 0 ? nodes : NULL, n > 0 ? edges : NULL);
  for (guint i = 0; n > 0 && i < self->scene->network->n_nodes; i++)
    {
      if (!nodes[i])
        continue;
      hearsay_network_canvas_show (self->canvas, i);
      break;
    }
}

/* The next one after what is selected; @step is 1 or −1. */
static void
select_found (HearsayNetworkView *self,
              int                 step)
{
  g_autofree gboolean *nodes = NULL;
  guint n_nodes;
  guint at;

  if (self->scene == NULL || self->scene->network->n_nodes == 0)
    return;
  n_nodes = self->scene->network->n_nodes;
  nodes = g_new0 (gboolean, n_nodes);
  if (find_names (self, nodes) == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  at = self->selected.kind == HEARSAY_HIT_NODE ? self->selected.index : step > 0 ? n_nodes - 1 : 0;
  do
    at = (at + n_nodes + (guint) (step + (int) n_nodes)) % n_nodes;
  while (!nodes[at]);
  hearsay_network_view_selected_cb (self, HEARSAY_HIT_NODE, at, 0);
  hearsay_network_canvas_show (self->canvas, at);
}

static void
search_next_cb (HearsayNetworkView *self)
{
  select_found (self, 1);
}

static void
search_previous_cb (HearsayNetworkView *self)
{
  select_found (self, -1);
}

static void
search_stopped_cb (HearsayNetworkView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static GtkWidget *
new_arrow (const char         *icon,
           const char         *label,
           GCallback           callback,
           HearsayNetworkView *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

/**
 * hearsay_network_view_new_search_bar:
 *
 * Returns: (transfer floating): where names are sought; hidden at first
 */
GtkWidget *
hearsay_network_view_new_search_bar (HearsayNetworkView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  self->search_bar = gtk_search_bar_new ();
  self->search_entry = gtk_search_entry_new ();
  self->search_label = GTK_LABEL (label);
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->search_entry), 60);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search for a Name"), -1);
  gtk_widget_add_css_class (label, "dim-label");
  g_signal_connect_swapped (self->search_entry, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->search_entry, "activate", G_CALLBACK (search_next_cb), self);
  g_signal_connect_swapped (self->search_entry, "next-match", G_CALLBACK (search_next_cb), self);
  g_signal_connect_swapped (self->search_entry, "previous-match", G_CALLBACK (search_previous_cb), self);
  g_signal_connect_swapped (self->search_entry, "stop-search", G_CALLBACK (search_stopped_cb), self);
  gtk_box_append (GTK_BOX (box), self->search_entry);
  gtk_box_append (GTK_BOX (box), new_arrow ("go-up-symbolic", _("Previous"), G_CALLBACK (search_previous_cb), self));
  gtk_box_append (GTK_BOX (box), new_arrow ("go-down-symbolic", _("Next"), G_CALLBACK (search_next_cb), self));
  gtk_box_append (GTK_BOX (box), label);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search_entry), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->search_entry), 30);
  gtk_search_bar_set_child (GTK_SEARCH_BAR (self->search_bar), box);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->search_bar), GTK_EDITABLE (self->search_entry));
  gtk_search_bar_set_show_close_button (GTK_SEARCH_BAR (self->search_bar), TRUE);
  return self->search_bar;
}
