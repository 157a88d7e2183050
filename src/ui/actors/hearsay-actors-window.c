/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/actors/hearsay-actors-window-private.h"

#include <glib/gi18n.h>

#include "store/hearsay-store-actors.h"
#include "ui/actors/hearsay-actor-item.h"

/* Names that are told when several actors are selected. */
#define MAX_TOLD 5

G_DEFINE_FINAL_TYPE (HearsayActorsWindow, hearsay_actors_window, ADW_TYPE_WINDOW)

static void
setup_item_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               gpointer                  data)
{
  gtk_list_item_set_child (item, hearsay_actor_item_new ());
}

static void
bind_item_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              gpointer                  data)
{
  HearsayActorsWindow *self = data;
  HearsayActor *actor = gtk_list_item_get_item (item);

  hearsay_actor_item_set_actor (HEARSAY_ACTOR_ITEM (gtk_list_item_get_child (item)), actor,
                                hearsay_actor_list_get_n_mentions (self->list, actor));
}

static void
unbind_item_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                gpointer                  data)
{
  hearsay_actor_item_set_actor (HEARSAY_ACTOR_ITEM (gtk_list_item_get_child (item)), NULL, 0);
}

/* --- what is selected --- */

static char *
tell_names (GPtrArray *actors)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (actors->len, MAX_TOLD); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "\n" : "", hearsay_actor_get_name (g_ptr_array_index (actors, i)));
  if (actors->len > MAX_TOLD)
    g_string_append_printf (names, ngettext ("\nand %u more", "\nand %u more", actors->len - MAX_TOLD), actors->len - MAX_TOLD);
  return g_string_free (names, FALSE);
}

static void
show_several (HearsayActorsWindow *self)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%u Actor Selected", "%u Actors Selected", self->chosen->len), self->chosen->len);
  g_autofree char *names = tell_names (self->chosen);
  g_autofree char *escaped = g_markup_escape_text (names, -1);

  adw_status_page_set_title (self->several, title);
  adw_status_page_set_description (self->several, escaped);
  gtk_label_set_label (self->bar_label, title);
}

/* Shows what is chosen beside the list. */
static void
show_chosen (HearsayActorsWindow *self)
{
  HearsayActor *actor = self->chosen->len == 1 ? g_ptr_array_index (self->chosen, 0) : NULL;

  hearsay_actor_page_set_actor (self->page, hearsay_session_get_store (self->session), actor);
  if (actor != NULL)
    hearsay_actor_page_set_n_mentions (self->page, hearsay_actor_list_get_n_mentions (self->list, actor));
  if (self->chosen->len > 1)
    show_several (self);
  gtk_stack_set_visible_child_name (self->sides, actor != NULL ? "actor" : self->chosen->len > 1 ? "several" : "nobody");
  adw_window_title_set_title (self->title, actor != NULL ? hearsay_actor_get_name (actor) : "");
  gtk_action_bar_set_revealed (self->bar, self->chosen->len > 1);
  hearsay_actors_window_update_actions (self);
}

static void
selection_changed_cb (HearsayActorsWindow *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  if (self->restoring)
    return;
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_ptr_array_set_size (self->chosen, 0);
  for (guint i = 0; i < gtk_bitset_get_size (selected); i++)
    g_ptr_array_add (self->chosen, g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_nth (selected, i)));
  show_chosen (self);
}

/* Those of the chosen that are in the list are selected there; who is gone is not chosen any more. */
static void
restore_selection (HearsayActorsWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask = gtk_bitset_new_range (0, n);
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->chosen->len; i++)
    g_hash_table_add (wanted, g_ptr_array_index (self->chosen, i));
  for (guint i = 0; g_hash_table_size (wanted) > 0 && i < n; i++)
    {
      g_autoptr (HearsayActor) actor = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      if (g_hash_table_contains (wanted, actor))
        gtk_bitset_add (selected, i);
    }
  self->restoring = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), selected, mask);
  self->restoring = FALSE;
}

/* Selects actors and shows them, also where the list does not have them yet. */
void
hearsay_actors_window_choose (HearsayActorsWindow  *self,
                              HearsayActor        **actors,
                              guint                 n_actors)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_actors; i++)
    g_ptr_array_add (chosen, g_object_ref (actors[i]));
  g_ptr_array_unref (self->chosen);
  self->chosen = g_steal_pointer (&chosen);
  restore_selection (self);
  show_chosen (self);
}

/* --- the list --- */

static void
update_stack (HearsayActorsWindow *self)
{
  const char *page = "list";

  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    page = hearsay_actor_list_has_query (self->list) ? "no-match" : "nobody";
  gtk_stack_set_visible_child_name (self->stack, page);
}

/* Who is named nowhere any more. While articles are made anew, somebody may not yet be. */
static void
drop_nobodies (HearsayActorsWindow *self)
{
  if (hearsay_store_is_rebuilding (hearsay_session_get_store (self->session)))
    return;
  for (guint i = self->chosen->len; i > 0; i--)
    {
      HearsayActor *actor = g_ptr_array_index (self->chosen, i - 1);

      if (hearsay_actor_get_n_statements (actor) == 0 && hearsay_actor_list_get_n_mentions (self->list, actor) == 0)
        g_ptr_array_remove_index (self->chosen, i - 1);
    }
}

static void
ready_cb (HearsayActorsWindow *self)
{
  update_stack (self);
  drop_nobodies (self);
  restore_selection (self);
  show_chosen (self);
}

static void
items_changed_cb (HearsayActorsWindow *self)
{
  self->restoring = FALSE;
}

/* Before the selection hears of it: what it forgets is nobody's choice. */
static void
items_will_change_cb (HearsayActorsWindow *self)
{
  self->restoring = TRUE;
}

static void
search_changed_cb (HearsayActorsWindow *self)
{
  hearsay_actor_list_set_query (self->list, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
stop_search_cb (HearsayActorsWindow *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    gtk_window_close (GTK_WINDOW (self));
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
search_activated_cb (HearsayActorsWindow *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), 0, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
row_activated_cb (HearsayActorsWindow *self,
                  guint                position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  adw_leaflet_set_visible_child (self->leaflet, self->actor_side);
}

static void
folded_cb (HearsayActorsWindow *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  gtk_widget_set_visible (self->back, folded);
  adw_header_bar_set_show_end_title_buttons (self->list_header, folded);
}

static void
hearsay_actors_window_dispose (GObject *object)
{
  HearsayActorsWindow *self = HEARSAY_ACTORS_WINDOW (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->undo_toast);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARSAY_TYPE_ACTORS_WINDOW);

  G_OBJECT_CLASS (hearsay_actors_window_parent_class)->dispose (object);
}

static void
hearsay_actors_window_finalize (GObject *object)
{
  g_ptr_array_unref (HEARSAY_ACTORS_WINDOW (object)->chosen);

  G_OBJECT_CLASS (hearsay_actors_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, HEARSAY_RESOURCE_PATH "/ui/actors/hearsay-actors-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HearsayActorsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, HearsayActorsWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, HearsayActorsWindow, list_page);
  gtk_widget_class_bind_template_child (widget_class, HearsayActorsWindow, actor_side);
  gtk_widget_class_bind_template_child (widget_class, HearsayActorsWindow, search);
  gtk_widget_class_bind_template_child (widget_class, HearsayActorsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, HearsayActorsWindow, view);
  gtk_widget_class_bind_template_child (widget_class, HearsayActorsWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, HearsayActorsWindow, bar_label);
  gtk_widget_class_bind_template_child (widget_class, HearsayActorsWindow, back);
  gtk_widget_class_bind_template_child (widget_class, HearsayActorsWindow, list_header);
  gtk_widget_class_bind_template_child (widget_class, HearsayActorsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, HearsayActorsWindow, sides);
  gtk_widget_class_bind_template_child (widget_class, HearsayActorsWindow, several);
  gtk_widget_class_bind_template_child (widget_class, HearsayActorsWindow, page);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
}

static void
hearsay_actors_window_class_init (HearsayActorsWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearsay_actors_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = hearsay_actors_window_finalize;

  g_type_ensure (HEARSAY_TYPE_ACTOR_PAGE);
  bind_template (GTK_WIDGET_CLASS (klass));
  hearsay_actors_window_install_actions (GTK_WIDGET_CLASS (klass));
}

static void
hearsay_actors_window_init (HearsayActorsWindow *self)
{
  self->chosen = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->view));
}

static void
set_up_list (HearsayActorsWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->list = hearsay_actor_list_new (hearsay_session_get_collection (self->session));
  /* The order of these two and of the selection between them is the order in which they are told. */
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (items_will_change_cb), self);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_signal_connect_swapped (self->list, "ready", G_CALLBACK (ready_cb), self);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_item_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_item_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_item_cb), self);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (factory);
}

/**
 * hearsay_actors_window_new:
 * @session: whose collection's actors are shown
 *
 * Returns: (transfer none): a window that has yet to be presented
 */
GtkWidget *
hearsay_actors_window_new (HearsaySession *session)
{
  HearsayActorsWindow *self;
  HearsayStore *store;

  g_return_val_if_fail (HEARSAY_IS_SESSION (session), NULL);

  self = g_object_new (HEARSAY_TYPE_ACTORS_WINDOW, NULL);
  self->session = g_object_ref (session);
  set_up_list (self);
  store = hearsay_session_get_store (session);
  g_signal_connect_object (store, "notify::can-undo", G_CALLBACK (hearsay_actors_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::can-redo", G_CALLBACK (hearsay_actors_window_update_actions), self, G_CONNECT_SWAPPED);
  hearsay_actors_window_update_actions (self);
  return GTK_WIDGET (self);
}

/**
 * hearsay_actors_window_show_actor:
 * @actor: one of the collection
 */
void
hearsay_actors_window_show_actor (HearsayActorsWindow *self,
                                  HearsayActor        *actor)
{
  g_return_if_fail (HEARSAY_IS_ACTORS_WINDOW (self));
  g_return_if_fail (HEARSAY_IS_ACTOR (actor));

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  hearsay_actors_window_choose (self, &actor, 1);
  adw_leaflet_set_visible_child (self->leaflet, self->actor_side);
}

gboolean
hearsay_actors_window_is_settled (HearsayActorsWindow *self)
{
  g_return_val_if_fail (HEARSAY_IS_ACTORS_WINDOW (self), FALSE);

  return self->n_asked == 0 && hearsay_actor_list_is_ready (self->list) && hearsay_actor_page_is_ready (self->page);
}
