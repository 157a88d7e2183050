/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/statements/hearsay-statements-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "model/hearsay-filter.h"
#include "ui/hearsay-wording.h"
#include "ui/statements/hearsay-column-sorter.h"
#include "ui/statements/hearsay-filter-chip.h"
#include "ui/statements/hearsay-statement-columns.h"
#include "ui/statements/hearsay-statement-table.h"

/* Below this a table has no room: rows of their own take its place. */
#define NARROW_WIDTH 700

/**
 * HearsayStatementsView:
 *
 * Every statement that passes the filter as a row of a table.
 */
struct _HearsayStatementsView
{
  GtkWidget parent_instance;

  HearsaySession *session;
  HearsayStatementTable *table;

  GtkWidget *content;
  GtkWidget *filter_bar;
  GtkSearchEntry *search_entry;
  GtkWidget *chips;
  GtkWidget *chips_scroller;
  GtkLabel *count_label;
  GtkStack *pages;
  GtkColumnView *column_view;
  GtkListView *list_view;
  GtkActionBar *action_bar;
  GtkLabel *selected_label;
  GtkLabel *selected_detail;
  GtkWidget *network_button;

  int width;
  guint width_id;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (HearsayStatementsView, hearsay_statements_view, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

/* --- pages and counts --- */

static gboolean
is_narrow (HearsayStatementsView *self)
{
  return self->width > 0 && self->width < NARROW_WIDTH;
}

static void
update_page (HearsayStatementsView *self)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->table));
  guint n_all = g_list_model_get_n_items (hearsay_collection_get_statements (hearsay_session_get_collection (self->session)));

  if (n_all == 0)
    gtk_stack_set_visible_child_name (self->pages, "empty");
  else if (n_rows == 0)
    gtk_stack_set_visible_child_name (self->pages, "nothing");
  else
    gtk_stack_set_visible_child_name (self->pages, is_narrow (self) ? "list" : "table");
}

static void
update_count (HearsayStatementsView *self)
{
  guint n = g_list_model_get_n_items (hearsay_session_get_statements (self->session));
  guint n_in_scope = hearsay_session_get_n_in_scope (self->session);
  g_autofree char *text = NULL;

  /* Translators: how many of all statements pass the filter */
  text = g_strdup_printf (ngettext ("%'u of %'u statement", "%'u of %'u statements", n_in_scope), n, n_in_scope);
  gtk_label_set_label (self->count_label, text);
}

static void
statements_changed_cb (HearsayStatementsView *self)
{
  update_count (self);
  update_page (self);
}

static gboolean
width_cb (gpointer data)
{
  HearsayStatementsView *self = HEARSAY_STATEMENTS_VIEW (data);
  gboolean narrow = is_narrow (self);

  self->width_id = 0;
  hearsay_statement_columns_fit (self->column_view, self->width);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->selected_detail), !narrow);
  gtk_widget_set_visible (self->network_button, !narrow);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search_entry), narrow ? 12 : 30);
  update_page (self);
  return G_SOURCE_REMOVE;
}

static void
hearsay_statements_view_measure (GtkWidget      *widget,
                                 GtkOrientation  orientation,
                                 int             for_size,
                                 int            *minimum,
                                 int            *natural,
                                 int            *minimum_baseline,
                                 int            *natural_baseline)
{
  gtk_widget_measure (HEARSAY_STATEMENTS_VIEW (widget)->content, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
hearsay_statements_view_size_allocate (GtkWidget *widget,
                                       int        width,
                                       int        height,
                                       int        baseline)
{
  HearsayStatementsView *self = HEARSAY_STATEMENTS_VIEW (widget);

  gtk_widget_size_allocate (self->content, &(GtkAllocation) { 0, 0, width, height }, baseline);
  if (self->width == width)
    return;
  self->width = width;
  if (self->width_id == 0)
    self->width_id = g_idle_add (width_cb, self);
}

/* --- filter --- */

static void
search_changed_cb (HearsayStatementsView *self)
{
  hearsay_filter_set_text (hearsay_session_get_filter (self->session),
                           gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
stop_search_cb (HearsayStatementsView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->column_view));
}

static void
filter_changed_cb (HearsayStatementsView *self)
{
  const char *text = hearsay_filter_get_text (hearsay_session_get_filter (self->session));

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
}

static void
clear_filter_cb (HearsayStatementsView *self)
{
  hearsay_filter_clear (hearsay_session_get_filter (self->session));
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (HEARSAY_STATEMENTS_VIEW (widget)->search_entry));
}

/* --- selection --- */

/* Who and when, where all of the selected have it in common. */
static char *
describe_common (const GPtrArray *selection)
{
  HearsayStatement *first = g_ptr_array_index (selection, 0);
  HearsayActor *speaker = hearsay_statement_get_speaker (first);
  HearsayDate said_on = hearsay_statement_get_said_on (first);
  gboolean same_date = hearsay_date_is_set (said_on);
  g_autofree char *date = NULL;

  for (guint i = 1; i < selection->len && (speaker != NULL || same_date); i++)
    {
      HearsayStatement *statement = g_ptr_array_index (selection, i);

      if (hearsay_statement_get_speaker (statement) != speaker)
        speaker = NULL;
      if (hearsay_date_compare (hearsay_statement_get_said_on (statement), said_on) != 0)
        same_date = FALSE;
    }
  date = hearsay_wording_date (said_on);
  if (speaker != NULL && same_date)
    return g_strdup_printf ("%s · %s", hearsay_actor_get_name (speaker), date);
  return g_strdup (speaker != NULL ? hearsay_actor_get_name (speaker) : same_date ? date : "");
}

static void
selection_changed_cb (HearsayStatementsView *self)
{
  const GPtrArray *selection = hearsay_session_get_selection (self->session);
  g_autofree char *count = NULL;
  g_autofree char *common = NULL;

  gtk_action_bar_set_revealed (self->action_bar, selection->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.accept", selection->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.reject", selection->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.show-in-network", selection->len > 0);
  if (selection->len == 0)
    return;
  count = g_strdup_printf (ngettext ("%'u selected", "%'u selected", selection->len), selection->len);
  common = describe_common (selection);
  gtk_label_set_label (self->selected_label, count);
  gtk_label_set_label (self->selected_detail, common);
}

static void
select_none_cb (HearsayStatementsView *self)
{
  hearsay_session_select (self->session, NULL, 0);
}

static void
set_status (HearsayStatementsView *self,
            HearsayStatus          status)
{
  const GPtrArray *selection = hearsay_session_get_selection (self->session);
  g_autoptr (GPtrArray) statements = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < selection->len; i++)
    g_ptr_array_add (statements, g_object_ref (g_ptr_array_index (selection, i)));
  hearsay_session_set_status (self->session, (HearsayStatement **) statements->pdata, statements->len, status);
}

static void
accept_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  set_status (HEARSAY_STATEMENTS_VIEW (widget), HEARSAY_STATUS_ACCEPTED);
}

static void
reject_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  set_status (HEARSAY_STATEMENTS_VIEW (widget), HEARSAY_STATUS_REJECTED);
}

static void
show_in_network_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.view", "s", "network");
}

static void
activate_cb (HearsayStatementsView *self,
             guint                  position)
{
  g_autoptr (HearsayStatement) statement = g_list_model_get_item (G_LIST_MODEL (self->table), position);

  if (statement != NULL)
    hearsay_session_show_statement (self->session, statement);
}

/* A selection made elsewhere is scrolled into sight when the table is looked at. */
static void
hearsay_statements_view_map (GtkWidget *widget)
{
  HearsayStatementsView *self = HEARSAY_STATEMENTS_VIEW (widget);
  HearsayStatement *focus = hearsay_session_get_selected_statement (self->session);
  guint position;

  GTK_WIDGET_CLASS (hearsay_statements_view_parent_class)->map (widget);
  if (focus != NULL && hearsay_statement_table_find (self->table, focus, &position))
    {
      GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->column_view));

      gtk_widget_activate_action (rows, "list.scroll-to-item", "u", position);
      gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
    }
}

/* --- order --- */

static void
order_changed_cb (HearsayStatementsView *self)
{
  HearsayOrderKey keys[HEARSAY_MAX_ORDER_KEYS];
  guint n_keys;

  /* A view that is being disposed loses its columns one by one, and sorts no more. */
  if (self->column_view == NULL)
    return;
  n_keys = hearsay_column_sorter_probe (self->column_view, keys);
  hearsay_statement_table_set_order (self->table, keys, n_keys);
}

/* --- making --- */

/* Letters work on the rows alone: in the entry they are text. */
static void
add_keys (GtkWidget *rows)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_a, "action(view.accept)" },
    { GDK_KEY_r, "action(view.reject)" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, 0),
                                                            gtk_shortcut_action_parse_string (keys[i].action)));
  gtk_widget_add_controller (rows, controller);
}

static void
add_chips (HearsayStatementsView *self)
{
  static const HearsayChipType types[] = {
    HEARSAY_CHIP_SPEAKER, HEARSAY_CHIP_TARGET, HEARSAY_CHIP_STANCE, HEARSAY_CHIP_KIND,
    HEARSAY_CHIP_DATES, HEARSAY_CHIP_STATUS,
  };

  /* Chips scroll where there is no room, before they are cut. */
  gtk_scrollable_set_hscroll_policy (GTK_SCROLLABLE (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->chips_scroller))),
                                     GTK_SCROLL_NATURAL);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    gtk_box_append (GTK_BOX (self->chips), hearsay_filter_chip_new (self->session, types[i]));
}

static void
hearsay_statements_view_constructed (GObject *object)
{
  HearsayStatementsView *self = HEARSAY_STATEMENTS_VIEW (object);
  g_autoptr (GtkListItemFactory) factory = hearsay_statement_rows_factory_new ();

  G_OBJECT_CLASS (hearsay_statements_view_parent_class)->constructed (object);

  self->table = hearsay_statement_table_new (self->session);
  add_chips (self);
  hearsay_statement_columns_add (self->column_view, self->session);
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (self->table));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->table));
  gtk_list_view_set_factory (self->list_view, factory);
  add_keys (GTK_WIDGET (self->column_view));
  add_keys (GTK_WIDGET (self->list_view));
  g_signal_connect_object (gtk_column_view_get_sorter (self->column_view), "changed", G_CALLBACK (order_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "statements-changed", G_CALLBACK (statements_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "items-changed", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hearsay_session_get_filter (self->session), "changed", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  order_changed_cb (self);
  statements_changed_cb (self);
  selection_changed_cb (self);
}

static void
hearsay_statements_view_dispose (GObject *object)
{
  HearsayStatementsView *self = HEARSAY_STATEMENTS_VIEW (object);

  g_clear_handle_id (&self->width_id, g_source_remove);
  /* Columns that go change the order. */
  if (self->column_view != NULL)
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->column_view), self);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARSAY_TYPE_STATEMENTS_VIEW);
  g_clear_object (&self->table);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hearsay_statements_view_parent_class)->dispose (object);
}

static void
hearsay_statements_view_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    g_value_set_object (value, HEARSAY_STATEMENTS_VIEW (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
hearsay_statements_view_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  if (prop_id == PROP_SESSION)
    HEARSAY_STATEMENTS_VIEW (object)->session = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               HEARSAY_RESOURCE_PATH "/ui/statements/hearsay-statements-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HearsayStatementsView, content);
  gtk_widget_class_bind_template_child (widget_class, HearsayStatementsView, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, HearsayStatementsView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HearsayStatementsView, chips);
  gtk_widget_class_bind_template_child (widget_class, HearsayStatementsView, chips_scroller);
  gtk_widget_class_bind_template_child (widget_class, HearsayStatementsView, count_label);
  gtk_widget_class_bind_template_child (widget_class, HearsayStatementsView, pages);
  gtk_widget_class_bind_template_child (widget_class, HearsayStatementsView, column_view);
  gtk_widget_class_bind_template_child (widget_class, HearsayStatementsView, list_view);
  gtk_widget_class_bind_template_child (widget_class, HearsayStatementsView, action_bar);
  gtk_widget_class_bind_template_child (widget_class, HearsayStatementsView, selected_label);
  gtk_widget_class_bind_template_child (widget_class, HearsayStatementsView, selected_detail);
  gtk_widget_class_bind_template_child (widget_class, HearsayStatementsView, network_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, select_none_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
hearsay_statements_view_class_init (HearsayStatementsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = hearsay_statements_view_constructed;
  object_class->dispose = hearsay_statements_view_dispose;
  object_class->get_property = hearsay_statements_view_get_property;
  object_class->set_property = hearsay_statements_view_set_property;
  widget_class->measure = hearsay_statements_view_measure;
  widget_class->size_allocate = hearsay_statements_view_size_allocate;
  widget_class->map = hearsay_statements_view_map;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, HEARSAY_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "statementsview");
  gtk_widget_class_install_action (widget_class, "view.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "view.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "view.reject", NULL, reject_action);
  gtk_widget_class_install_action (widget_class, "view.show-in-network", NULL, show_in_network_action);
}

static void
hearsay_statements_view_init (HearsayStatementsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hearsay_statements_view_new:
 * @session: what all views share
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
hearsay_statements_view_new (HearsaySession *session)
{
  g_return_val_if_fail (HEARSAY_IS_SESSION (session), NULL);

  return g_object_new (HEARSAY_TYPE_STATEMENTS_VIEW, "session", session, NULL);
}
