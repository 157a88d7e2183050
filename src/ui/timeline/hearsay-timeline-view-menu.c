/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "model/hearsay-filter.h"
#include "ui/hearsay-wording.h"
#include "ui/timeline/hearsay-timeline-view-private.h"
#include "ui/widgets/hearsay-context-menu.h"

static const char *const orders[] = { "first", "name", "count", "hand" };
static const char *const groupings[] = { "speaker", "affiliation", "country", "community" };
static const char *const modes[] = { "marks", "curves", "totals" };
static const char *const units[] = { "auto", "day", "week", "month", "year" };

static int
index_of (const char *const *names,
          guint              n,
          const char        *name)
{
  for (guint i = 0; i < n; i++)
    {
      if (g_str_equal (names[i], name))
        return (int) i;
    }
  return 0;
}

#define INDEX_OF(names, name) index_of (names, G_N_ELEMENTS (names), name)

static const char *
get_state (HearsayTimelineView *self,
           const char          *name)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self->actions), name);

  /* The action keeps it alive. */
  return g_variant_get_string (state, NULL);
}

/* What is drawn, as chosen in the menu. */
void
hearsay_timeline_view_get_mode (HearsayTimelineView *self,
                                HearsayTimelineMode *mode,
                                HearsayTotalUnit    *unit,
                                gboolean            *stepped)
{
  *mode = (HearsayTimelineMode) INDEX_OF (modes, get_state (self, "mode"));
  *unit = (HearsayTotalUnit) INDEX_OF (units, get_state (self, "unit"));
  *stepped = g_str_equal (get_state (self, "curve"), "stepped");
}

/* Returns: (transfer full) (nullable): the clock that hours are told by; %NULL for hours as printed */
GTimeZone *
hearsay_timeline_view_dup_zone (HearsayTimelineView *self)
{
  return g_str_equal (get_state (self, "hours"), "local") ? g_time_zone_new_local () : NULL;
}

static void
update_mode (HearsayTimelineView *self)
{
  HearsayTimelineMode mode;
  HearsayTotalUnit unit;
  gboolean stepped;

  hearsay_timeline_view_get_mode (self, &mode, &unit, &stepped);
  hearsay_timeline_canvas_set_mode (self->canvas, mode, unit, stepped);
  hearsay_timeline_view_update_table (self);
}

/* --- lanes --- */

static const HearsayTimelineLane *
get_lane (HearsayTimelineView *self,
          int                  lane)
{
  return self->timeline != NULL && lane >= 0 && (guint) lane < self->timeline->n_lanes ? &self->timeline->lanes[lane] : NULL;
}

/* The array always ends with NULL. */
static void
toggle_closed (HearsayTimelineView *self,
               const char          *key)
{
  guint place = 0;

  while (g_ptr_array_index (self->closed, place) != NULL && !g_str_equal (g_ptr_array_index (self->closed, place), key))
    place++;
  if (g_ptr_array_index (self->closed, place) != NULL)
    g_ptr_array_remove_index (self->closed, place);
  else
    g_ptr_array_insert (self->closed, (int) self->closed->len - 1, g_strdup (key));
  hearsay_timeline_view_reload (self);
}

/* Heads of groups open and close at a click; names select what their speakers
 * said, and close at the second click. */
void
hearsay_timeline_view_lane_cb (HearsayTimelineView *self,
                               int                  lane,
                               int                  n_press,
                               GdkModifierType      state)
{
  const HearsayTimelineLane *head = get_lane (self, lane);
  g_autoptr (GPtrArray) statements = NULL;

  if (head == NULL)
    return;
  if (head->key != NULL && (head->is_head ? n_press == 1 : n_press == 2))
    {
      toggle_closed (self, head->key);
      return;
    }
  if (n_press != 1 || head->is_head)
    return;
  statements = g_ptr_array_new ();
  for (guint i = 0; i < self->timeline->n_items; i++)
    {
      if (self->timeline->items[i].lane == (guint32) lane)
        g_ptr_array_add (statements, g_ptr_array_index (self->rows, self->timeline->items[i].statement));
    }
  hearsay_timeline_view_select_statements (self, statements, state);
}

/* Writes the present order down with one lane moved; from then on it is the order by hand. */
void
hearsay_timeline_view_lane_moved_cb (HearsayTimelineView *self,
                                     int                  lane,
                                     int                  before)
{
  const HearsayTimelineLane *moved = get_lane (self, lane);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  if (moved == NULL || moved->key == NULL)
    return;
  for (int i = 0; i <= (int) self->timeline->n_lanes; i++)
    {
      if (i == before)
        g_ptr_array_add (keys, g_strdup (moved->key));
      if (i < (int) self->timeline->n_lanes && i != lane && self->timeline->lanes[i].key != NULL)
        g_ptr_array_add (keys, g_strdup (self->timeline->lanes[i].key));
    }
  g_ptr_array_add (keys, NULL);
  g_ptr_array_unref (self->by_hand);
  self->by_hand = g_steal_pointer (&keys);
  self->order = HEARSAY_LANE_ORDER_HAND;
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "order", g_variant_new_string ("hand"));
  hearsay_timeline_view_reload (self);
}

/* --- actions --- */

static void
change_state_cb (GSimpleAction *action,
                 GVariant      *value,
                 gpointer       data)
{
  HearsayTimelineView *self = data;
  const char *name = g_action_get_name (G_ACTION (action));
  const char *text = g_variant_get_string (value, NULL);
  gboolean same = g_str_equal (get_state (self, name), text);

  g_simple_action_set_state (action, value);
  if (same)
    return;
  if (g_str_equal (name, "order"))
    self->order = (HearsayLaneOrder) INDEX_OF (orders, text);
  else if (g_str_equal (name, "group"))
    self->grouping = (HearsayLaneGrouping) INDEX_OF (groupings, text);
  else if (!g_str_equal (name, "hours"))
    update_mode (self);
  if (g_str_equal (name, "curve") || g_str_equal (name, "unit"))
    return;
  /* A curve is about something. */
  if (g_str_equal (text, "curves") && self->target == NULL && self->session != NULL)
    self->target_chosen = FALSE;
  hearsay_timeline_view_reload (self);
}

static GPtrArray *
menu_statements (HearsayTimelineView *self)
{
  GPtrArray *statements = g_ptr_array_new ();
  guint n = hearsay_timeline_view_count (self, self->menu_mark);

  for (guint i = 0; i < n; i++)
    {
      HearsayStatement *statement = hearsay_timeline_view_get_statement (self, self->menu_mark, i);

      if (statement != NULL)
        g_ptr_array_add (statements, statement);
    }
  return statements;
}

/* “Words” — Speaker, Paper, 22 Oct 2020, one line a statement. */
static void
copy_words (HearsayTimelineView *self)
{
  g_autoptr (GPtrArray) statements = menu_statements (self);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < statements->len; i++)
    {
      HearsayStatement *statement = g_ptr_array_index (statements, i);
      HearsayActor *speaker = hearsay_statement_get_speaker (statement);
      g_autofree char *place = hearsay_statement_get_article (statement) != NULL
                                 ? hearsay_wording_place (hearsay_statement_get_article (statement)) : g_strdup ("");

      g_string_append_printf (text, "%s%s — %s, %s", i > 0 ? "\n" : "", hearsay_statement_get_words (statement),
                              speaker != NULL ? hearsay_actor_get_name (speaker) : _("Unknown speaker"), place);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

static void
show_only_speaker (HearsayTimelineView *self)
{
  HearsayFilter *filter = hearsay_session_get_filter (self->session);
  g_autoptr (GPtrArray) speakers = g_ptr_array_new ();

  for (guint i = 0; i < self->timeline->n_items; i++)
    {
      const HearsayTimelineItem *item = &self->timeline->items[i];
      HearsayActor *speaker = hearsay_statement_get_speaker (g_ptr_array_index (self->rows, item->statement));

      if (item->lane == (guint32) self->menu_lane && speaker != NULL && !g_ptr_array_find (speakers, speaker, NULL))
        g_ptr_array_add (speakers, speaker);
    }
  if (speakers->len > 0)
    hearsay_filter_set_speakers (filter, (HearsayActor **) speakers->pdata, speakers->len);
}

/* Lanes of speakers are known by the ids of these; those of groups and of nobody are not. */
static HearsayActor *
get_lane_actor (HearsayTimelineView *self,
                int                  lane)
{
  const HearsayTimelineLane *head = get_lane (self, lane);

  return head != NULL && head->key != NULL && !head->is_head
           ? hearsay_collection_find_actor (hearsay_session_get_collection (self->session), head->key) : NULL;
}

static void
show_actor (HearsayTimelineView *self)
{
  HearsayActor *actor = get_lane_actor (self, self->menu_lane);

  if (actor != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.actor", "s", hearsay_actor_get_id (actor));
}

static void
close_all (HearsayTimelineView *self,
           gboolean             closed)
{
  g_ptr_array_set_size (self->closed, 0);
  for (guint i = 0; closed && i < self->timeline->n_lanes; i++)
    {
      const HearsayTimelineLane *lane = &self->timeline->lanes[i];

      if (lane->key != NULL && (lane->is_head || self->grouping == HEARSAY_LANES_BY_SPEAKER))
        g_ptr_array_add (self->closed, g_strdup (lane->key));
    }
  g_ptr_array_add (self->closed, NULL);
  hearsay_timeline_view_reload (self);
}

static void
select_in_sight (HearsayTimelineView *self)
{
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();
  double first;
  double end;

  hearsay_timeline_canvas_get_range (self->canvas, &first, &end);
  for (guint i = 0; i < self->timeline->n_items; i++)
    {
      const HearsayTimelineItem *item = &self->timeline->items[i];

      if (item->first_day != HEARSAY_TIMELINE_NO_DAY && item->last_day + 1.0 > first && item->first_day < end &&
          !self->timeline->lanes[item->lane].is_total)
        g_ptr_array_add (statements, g_ptr_array_index (self->rows, item->statement));
    }
  hearsay_timeline_view_select_statements (self, statements, 0);
}

static void
show_only_days (HearsayTimelineView *self)
{
  double first;
  double end;

  hearsay_timeline_canvas_get_range (self->canvas, &first, &end);
  hearsay_timeline_view_set_days (self, first, end);
}

static void
decide (HearsayTimelineView *self,
        HearsayStatus        status)
{
  g_autoptr (GPtrArray) statements = menu_statements (self);

  hearsay_session_set_status (self->session, (HearsayStatement **) statements->pdata, statements->len, status);
}

static void
run_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  HearsayTimelineView *self = data;
  const char *name = g_action_get_name (G_ACTION (action));
  const HearsayTimelineLane *lane = get_lane (self, self->menu_lane);

  if (self->session == NULL || self->timeline == NULL)
    return;
  if (g_str_equal (name, "read"))
    hearsay_timeline_view_activated_cb (self, self->menu_mark);
  else if (g_str_equal (name, "copy"))
    copy_words (self);
  else if (g_str_equal (name, "accept"))
    decide (self, HEARSAY_STATUS_ACCEPTED);
  else if (g_str_equal (name, "reject"))
    decide (self, HEARSAY_STATUS_REJECTED);
  else if (g_str_equal (name, "only-speaker"))
    show_only_speaker (self);
  else if (g_str_equal (name, "actor"))
    show_actor (self);
  else if (g_str_equal (name, "toggle-lane") && lane != NULL && lane->key != NULL)
    toggle_closed (self, lane->key);
  else if (g_str_equal (name, "lane-up"))
    hearsay_timeline_view_lane_moved_cb (self, self->menu_lane, self->menu_lane - 1);
  else if (g_str_equal (name, "lane-down"))
    hearsay_timeline_view_lane_moved_cb (self, self->menu_lane, self->menu_lane + 2);
  else if (g_str_equal (name, "close-all"))
    close_all (self, TRUE);
  else if (g_str_equal (name, "open-all"))
    close_all (self, FALSE);
  else if (g_str_equal (name, "select-in-sight"))
    select_in_sight (self);
  else if (g_str_equal (name, "only-days"))
    show_only_days (self);
  else if (g_str_equal (name, "all-days"))
    hearsay_filter_set_days (hearsay_session_get_filter (self->session), G_MININT32, G_MAXINT32);
  else if (g_str_equal (name, "list"))
    hearsay_timeline_view_show_list (self, !g_str_equal (gtk_stack_get_visible_child_name (self->picture), "list"));
  else if (g_str_equal (name, "play"))
    hearsay_timeline_view_set_playing (self, self->play_id == 0);
}

void
hearsay_timeline_view_add_actions (HearsayTimelineView *self)
{
  static const GActionEntry entries[] = {
    { "order", NULL, "s", "'first'", change_state_cb, { 0 } },
    { "group", NULL, "s", "'speaker'", change_state_cb, { 0 } },
    { "mode", NULL, "s", "'marks'", change_state_cb, { 0 } },
    { "curve", NULL, "s", "'smoothed'", change_state_cb, { 0 } },
    { "unit", NULL, "s", "'auto'", change_state_cb, { 0 } },
    { "hours", NULL, "s", "'printed'", change_state_cb, { 0 } },
    { "read", run_cb, NULL, NULL, NULL, { 0 } },
    { "copy", run_cb, NULL, NULL, NULL, { 0 } },
    { "accept", run_cb, NULL, NULL, NULL, { 0 } },
    { "reject", run_cb, NULL, NULL, NULL, { 0 } },
    { "only-speaker", run_cb, NULL, NULL, NULL, { 0 } },
    { "actor", run_cb, NULL, NULL, NULL, { 0 } },
    { "toggle-lane", run_cb, NULL, NULL, NULL, { 0 } },
    { "lane-up", run_cb, NULL, NULL, NULL, { 0 } },
    { "lane-down", run_cb, NULL, NULL, NULL, { 0 } },
    { "close-all", run_cb, NULL, NULL, NULL, { 0 } },
    { "open-all", run_cb, NULL, NULL, NULL, { 0 } },
    { "select-in-sight", run_cb, NULL, NULL, NULL, { 0 } },
    { "only-days", run_cb, NULL, NULL, NULL, { 0 } },
    { "all-days", run_cb, NULL, NULL, NULL, { 0 } },
    { "list", run_cb, NULL, NULL, NULL, { 0 } },
    { "play", run_cb, NULL, NULL, NULL, { 0 } },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "timeline", G_ACTION_GROUP (self->actions));
}

/* --- menus --- */

static void
append_choices (GMenu             *menu,
                const char        *title,
                const char        *action,
                const char *const *names,
                const char *const *labels,
                guint              n,
                gboolean           folded)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *detailed = g_strdup_printf ("timeline.%s::%s", action, names[i]);

      g_menu_append (section, labels[i], detailed);
    }
  if (folded)
    g_menu_append_submenu (menu, title, G_MENU_MODEL (section));
  else
    g_menu_append_section (menu, title, G_MENU_MODEL (section));
}

/**
 * hearsay_timeline_view_new_layout_menu:
 *
 * Returns: (transfer full): how lanes are ordered and grouped, how curves and totals are drawn
 */
GMenuModel *
hearsay_timeline_view_new_layout_menu (void)
{
  const char *mode_labels[] = { _("Marks"), _("Curves"), _("Totals") };
  const char *order_labels[] = { _("By First Statement"), _("By Name"), _("By Number of Statements"), _("By Hand") };
  const char *group_labels[] = { _("None"), _("Affiliation"), _("Country"), _("Community") };
  const char *curve_labels[] = { _("Smoothed"), _("Stepped") };
  const char *curves[] = { "smoothed", "stepped" };
  const char *hours[] = { "printed", "local" };
  const char *hour_labels[] = { _("As Printed"), _("In My Time Zone, Where Theirs Is Known") };
  const char *unit_labels[] = { _("Automatic"), _("Day"), _("Week"), _("Month"), _("Year") };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();
  g_autoptr (GMenu) drawn = g_menu_new ();
  g_autoptr (GMenu) list = g_menu_new ();

  append_choices (menu, _("Show"), "mode", modes, mode_labels, G_N_ELEMENTS (modes), FALSE);
  append_choices (menu, _("Order"), "order", orders, order_labels, G_N_ELEMENTS (orders), FALSE);
  append_choices (menu, _("Groups"), "group", groupings, group_labels, G_N_ELEMENTS (groupings), FALSE);
  g_menu_append (all, _("Close All Lanes"), "timeline.close-all");
  g_menu_append (all, _("Open All Lanes"), "timeline.open-all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  append_choices (drawn, _("Stance Curve"), "curve", curves, curve_labels, G_N_ELEMENTS (curves), TRUE);
  append_choices (drawn, _("Totals Per"), "unit", units, unit_labels, G_N_ELEMENTS (units), TRUE);
  append_choices (drawn, _("Hours"), "hours", hours, hour_labels, G_N_ELEMENTS (hours), TRUE);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (drawn));
  g_menu_append (list, _("Show as List"), "timeline.list");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (list));
  return G_MENU_MODEL (menu);
}

static GMenuModel *
new_context_menu (HearsayTimelineView *self)
{
  const HearsayTimelineLane *lane = get_lane (self, self->menu_lane);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) mark = g_menu_new ();
  g_autoptr (GMenu) lanes = g_menu_new ();
  g_autoptr (GMenu) days = g_menu_new ();

  if (self->menu_mark >= 0)
    {
      g_menu_append (mark, hearsay_timeline_view_count (self, self->menu_mark) > 1 ? _("Come Closer") : _("Read in Article"), "timeline.read");
      g_menu_append (mark, _("Copy Words"), "timeline.copy");
      g_menu_append (mark, _("Accept"), "timeline.accept");
      g_menu_append (mark, _("Reject"), "timeline.reject");
    }
  if (lane != NULL && lane->key != NULL)
    {
      g_menu_append (lanes, lane->is_head ? _("Show Only This Group") : _("Show Only This Speaker"), "timeline.only-speaker");
      if (get_lane_actor (self, self->menu_lane) != NULL)
        g_menu_append (lanes, _("Names and Kind…"), "timeline.actor");
      g_menu_append (lanes, lane->closed ? _("Open Lane") : _("Close Lane"), "timeline.toggle-lane");
      if (self->menu_lane > 0 && !self->timeline->lanes[self->menu_lane - 1].is_total)
        g_menu_append (lanes, _("Move Up"), "timeline.lane-up");
      if ((guint) self->menu_lane + 1 < self->timeline->n_lanes)
        g_menu_append (lanes, _("Move Down"), "timeline.lane-down");
    }
  g_menu_append (days, _("Select All in Sight"), "timeline.select-in-sight");
  g_menu_append (days, _("Show Only These Days"), "timeline.only-days");
  if (self->first_day != G_MININT32 || self->last_day != G_MAXINT32)
    g_menu_append (days, _("Show All Days"), "timeline.all-days");
  g_menu_append (days, self->play_id != 0 ? _("Stop Playing") : _("Play Through Time"), "timeline.play");
  g_menu_append (days, _("Show as List"), "timeline.list");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (mark));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (lanes));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (days));
  return G_MENU_MODEL (menu);
}

void
hearsay_timeline_view_menu_cb (HearsayTimelineView *self,
                               int                  mark,
                               int                  lane,
                               double               x,
                               double               y)
{
  g_autoptr (GMenuModel) model = NULL;
  double in_view_x;
  double in_view_y;

  if (self->session == NULL || self->timeline == NULL ||
      !gtk_widget_translate_coordinates (GTK_WIDGET (self->canvas), GTK_WIDGET (self), x, y, &in_view_x, &in_view_y))
    return;
  self->menu_mark = mark;
  self->menu_lane = lane;
  model = new_context_menu (self);
  hearsay_context_menu_popup (GTK_WIDGET (self), GTK_WIDGET (self->canvas), model, in_view_x, in_view_y);
}
