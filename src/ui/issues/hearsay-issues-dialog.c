/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/issues/hearsay-issues-dialog-private.h"

#include <glib/gi18n.h>

#include "model/hearsay-filter.h"
#include "ui/issues/hearsay-issue-item.h"

/* Statements counted in one turn of the main loop. */
#define COUNT_SLICE 2000

G_DEFINE_FINAL_TYPE (HearsayIssuesDialog, hearsay_issues_dialog, ADW_TYPE_WINDOW)

gboolean
hearsay_issues_dialog_is_page_shown (HearsayIssuesDialog *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "issue") == 0;
}

/* The issues that are checked, in the order of the list. */
GPtrArray *
hearsay_issues_dialog_list_checked (HearsayIssuesDialog *self)
{
  GPtrArray *issues = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (HearsayIssueItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (hearsay_issue_item_get_checked (item))
        g_ptr_array_add (issues, hearsay_issue_item_get_issue (item));
    }
  return issues;
}

void
hearsay_issues_dialog_show_list (HearsayIssuesDialog *self)
{
  const char *name = "list";

  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) == 0)
    name = "empty";
  else if (g_list_model_get_n_items (self->found) == 0)
    name = "nothing";
  gtk_stack_set_visible_child_name (self->stack, name);
  adw_window_title_set_title (self->title, _("Issues"));
  hearsay_issues_dialog_update_actions (self);
}

static HearsayIssueItem *
find_item (HearsayIssuesDialog *self,
           HearsayIssue        *issue)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (HearsayIssueItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (hearsay_issue_item_get_issue (item) == issue)
        return g_steal_pointer (&item);
    }
  return NULL;
}

static void
show_page (HearsayIssuesDialog *self,
           HearsayIssue        *issue)
{
  g_autoptr (HearsayIssueItem) item = find_item (self, issue);
  g_autofree char *counts = item != NULL ? hearsay_issue_item_dup_counts (item) : NULL;

  hearsay_issue_page_show (self->page, issue, counts);
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "issue");
  adw_window_title_set_title (self->title, hearsay_issue_get_name (issue));
  hearsay_issues_dialog_update_actions (self);
}

/* What stays keeps its check mark. */
static void
take_counts (HearsayIssuesDialog *self)
{
  g_autoptr (GArray) counts = hearsay_issue_tally_dup_counts (self->tally);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) checked = hearsay_issues_dialog_list_checked (self);

  for (guint i = 0; i < counts->len; i++)
    {
      const HearsayIssueCount *count = &g_array_index (counts, HearsayIssueCount, i);
      HearsayIssueItem *item = hearsay_issue_item_new (count);

      hearsay_issue_item_set_checked (item, g_ptr_array_find (checked, count->issue, NULL));
      g_signal_connect_object (item, "notify::checked", G_CALLBACK (hearsay_issues_dialog_update_actions), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
}

static gboolean
count_cb (gpointer data)
{
  HearsayIssuesDialog *self = data;
  HearsayIssue *issue = hearsay_issue_page_get_issue (self->page);
  gboolean page = hearsay_issues_dialog_is_page_shown (self);

  if (!hearsay_issue_tally_run (self->tally, COUNT_SLICE))
    return G_SOURCE_CONTINUE;
  take_counts (self);
  g_clear_pointer (&self->tally, hearsay_issue_tally_free);
  self->count_id = 0;
  /* An issue that is none any more, or whose adding was taken back, has no page. */
  if (page && issue != NULL && hearsay_issue_get_state (issue) != HEARSAY_ISSUE_REMOVED)
    {
      g_autoptr (HearsayIssueItem) item = find_item (self, issue);

      if (item != NULL)
        {
          show_page (self, issue);
          return G_SOURCE_REMOVE;
        }
    }
  hearsay_issues_dialog_show_list (self);
  return G_SOURCE_REMOVE;
}

/* The collection has changed: everything is counted anew, when there is time. */
void
hearsay_issues_dialog_recount (HearsayIssuesDialog *self)
{
  g_clear_pointer (&self->tally, hearsay_issue_tally_free);
  self->tally = hearsay_issue_tally_new (hearsay_session_get_collection (self->session));
  if (self->count_id == 0)
    self->count_id = g_idle_add (count_cb, self);
}

static void
search_changed_cb (HearsayIssuesDialog *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  if (!hearsay_issues_dialog_is_page_shown (self))
    hearsay_issues_dialog_show_list (self);
}

static gboolean
matches (gpointer item,
         gpointer data)
{
  HearsayIssuesDialog *self = data;
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  return *words == '\0' || hearsay_issue_item_has_words (item, words);
}

static void
activate_cb (HearsayIssuesDialog *self,
             guint                position)
{
  g_autoptr (HearsayIssueItem) item = g_list_model_get_item (self->found, position);

  if (item != NULL)
    show_page (self, hearsay_issue_item_get_issue (item));
}

static void
page_failed_cb (HearsayIssuesDialog *self,
                const char          *message)
{
  hearsay_issues_dialog_tell (self, message, FALSE);
}

static void
page_changed_cb (HearsayIssuesDialog *self)
{
  hearsay_issues_dialog_tell_done (self);
  hearsay_issues_dialog_recount (self);
}

static void
show_statements_cb (HearsayIssuesDialog *self)
{
  gpointer issue = hearsay_issue_page_get_issue (self->page);

  hearsay_filter_set_targets (hearsay_session_get_filter (self->session), &issue, 1);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- rows --- */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *details = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (details), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (details), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (details, "dim-label");
  gtk_widget_add_css_class (details, "caption");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), details);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data (G_OBJECT (list_item), "check", check);
  g_object_set_data (G_OBJECT (list_item), "name", name);
  g_object_set_data (G_OBJECT (list_item), "details", details);
  gtk_list_item_set_child (list_item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item)
{
  HearsayIssueItem *item = gtk_list_item_get_item (list_item);
  const char *name = hearsay_issue_get_name (hearsay_issue_item_get_issue (item));
  GtkWidget *check = g_object_get_data (G_OBJECT (list_item), "check");
  g_autofree char *details = hearsay_issue_item_dup_details (item);
  /* Translators: makes an issue one of those that are merged or deleted together */
  g_autofree char *label = g_strdup_printf (_("Select “%s”"), name);

  gtk_label_set_label (g_object_get_data (G_OBJECT (list_item), "name"), name);
  gtk_label_set_label (g_object_get_data (G_OBJECT (list_item), "details"), details);
  gtk_widget_set_tooltip_text (g_object_get_data (G_OBJECT (list_item), "details"), details);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (list_item), "binding",
                     g_object_bind_property (item, "checked", check, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item)
{
  GBinding *binding = g_object_steal_data (G_OBJECT (list_item), "binding");

  g_binding_unbind (binding);
}

static void
set_up_list (HearsayIssuesDialog *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->items = g_list_store_new (HEARSAY_TYPE_ISSUE_ITEM);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  self->found = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                                         g_object_ref (GTK_FILTER (self->filter))));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
  {
    g_autoptr (GtkSelectionModel) selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (self->found)));

    gtk_list_view_set_model (self->list, selection);
  }
}

static void
hearsay_issues_dialog_dispose (GObject *object)
{
  HearsayIssuesDialog *self = HEARSAY_ISSUES_DIALOG (object);

  g_clear_handle_id (&self->count_id, g_source_remove);
  g_clear_pointer (&self->tally, hearsay_issue_tally_free);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->found);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->items);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARSAY_TYPE_ISSUES_DIALOG);
  G_OBJECT_CLASS (hearsay_issues_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, HEARSAY_RESOURCE_PATH "/ui/issues/hearsay-issues-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HearsayIssuesDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, HearsayIssuesDialog, title);
  gtk_widget_class_bind_template_child (widget_class, HearsayIssuesDialog, back);
  gtk_widget_class_bind_template_child (widget_class, HearsayIssuesDialog, add);
  gtk_widget_class_bind_template_child (widget_class, HearsayIssuesDialog, add_popover);
  gtk_widget_class_bind_template_child (widget_class, HearsayIssuesDialog, add_entry);
  gtk_widget_class_bind_template_child (widget_class, HearsayIssuesDialog, delete_button);
  gtk_widget_class_bind_template_child (widget_class, HearsayIssuesDialog, search_button);
  gtk_widget_class_bind_template_child (widget_class, HearsayIssuesDialog, search_bar);
  gtk_widget_class_bind_template_child (widget_class, HearsayIssuesDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HearsayIssuesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HearsayIssuesDialog, list);
  gtk_widget_class_bind_template_child (widget_class, HearsayIssuesDialog, action_bar);
  gtk_widget_class_bind_template_child (widget_class, HearsayIssuesDialog, checked_label);
  gtk_widget_class_bind_template_child (widget_class, HearsayIssuesDialog, page);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_statements_cb);
}

static void
hearsay_issues_dialog_class_init (HearsayIssuesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearsay_issues_dialog_dispose;
  g_type_ensure (HEARSAY_TYPE_ISSUE_PAGE);
  bind_template (widget_class);
  hearsay_issues_dialog_install_actions (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
hearsay_issues_dialog_init (HearsayIssuesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  set_up_list (self);
}

/**
 * hearsay_issues_dialog_new:
 * @session: whose issues are shown, and whose filter is set
 */
GtkWidget *
hearsay_issues_dialog_new (HearsaySession *session)
{
  HearsayIssuesDialog *self;
  HearsayStore *store;

  g_return_val_if_fail (HEARSAY_IS_SESSION (session), NULL);

  store = hearsay_session_get_store (session);
  self = g_object_new (HEARSAY_TYPE_ISSUES_DIALOG, NULL);
  self->session = g_object_ref (session);
  hearsay_issue_page_set_store (self->page, store);
  g_signal_connect_object (hearsay_session_get_collection (session), "changed", G_CALLBACK (hearsay_issues_dialog_recount), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::can-undo", G_CALLBACK (hearsay_issues_dialog_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::can-redo", G_CALLBACK (hearsay_issues_dialog_update_actions), self,
                           G_CONNECT_SWAPPED);
  hearsay_issues_dialog_update_actions (self);
  hearsay_issues_dialog_recount (self);
  return GTK_WIDGET (self);
}

/**
 * hearsay_issues_dialog_open:
 * @issue: the one whose page is wanted
 */
void
hearsay_issues_dialog_open (HearsayIssuesDialog *self,
                            HearsayIssue        *issue)
{
  g_return_if_fail (HEARSAY_IS_ISSUES_DIALOG (self) && HEARSAY_IS_ISSUE (issue));
  show_page (self, issue);
}

GListModel *
hearsay_issues_dialog_get_items (HearsayIssuesDialog *self)
{
  g_return_val_if_fail (HEARSAY_IS_ISSUES_DIALOG (self), NULL);
  return self->found;
}

gboolean
hearsay_issues_dialog_is_counted (HearsayIssuesDialog *self)
{
  g_return_val_if_fail (HEARSAY_IS_ISSUES_DIALOG (self), TRUE);
  return self->count_id == 0;
}
