/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/issues/hearsay-issues-dialog-private.h"

#include <glib/gi18n.h>

#include "ui/issues/hearsay-issue-item.h"

static HearsayStore *
get_store (HearsayIssuesDialog *self)
{
  return hearsay_session_get_store (self->session);
}

void
hearsay_issues_dialog_tell (HearsayIssuesDialog *self,
                            const char          *message,
                            gboolean             undoable)
{
  AdwToast *toast;
  g_autofree char *escaped = NULL;

  if (message == NULL)
    return;
  escaped = g_markup_escape_text (message, -1);
  toast = adw_toast_new (escaped);
  if (undoable)
    {
      adw_toast_set_button_label (toast, _("Undo"));
      adw_toast_set_action_name (toast, "issues.undo");
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
hearsay_issues_dialog_tell_done (HearsayIssuesDialog *self)
{
  hearsay_issues_dialog_tell (self, hearsay_store_get_undo_label (get_store (self)), TRUE);
}

void
hearsay_issues_dialog_update_actions (HearsayIssuesDialog *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GPtrArray) checked = hearsay_issues_dialog_list_checked (self);
  gboolean writable = !hearsay_store_is_read_only (get_store (self));
  gboolean page = hearsay_issues_dialog_is_page_shown (self);
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u issue", "%u issues", checked->len), checked->len);

  gtk_label_set_label (self->checked_label, label);
  gtk_action_bar_set_revealed (self->action_bar, checked->len > 0);
  gtk_widget_action_set_enabled (widget, "issues.merge", writable && !page && checked->len > 1);
  gtk_widget_action_set_enabled (widget, "issues.delete", writable && (page || checked->len > 0));
  gtk_widget_action_set_enabled (widget, "issues.add", writable);
  gtk_widget_action_set_enabled (widget, "issues.back", page);
  gtk_widget_action_set_enabled (widget, "issues.search", !page);
  gtk_widget_action_set_enabled (widget, "issues.undo", hearsay_store_can_undo (get_store (self)));
  gtk_widget_action_set_enabled (widget, "issues.redo", hearsay_store_can_redo (get_store (self)));
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->page), writable);
  gtk_widget_set_visible (self->back, page);
  gtk_widget_set_visible (GTK_WIDGET (self->add), !page);
  gtk_widget_set_visible (self->search_button, !page);
  gtk_widget_set_visible (self->delete_button, page);
}

static void
add (HearsayIssuesDialog *self,
     const char          *name)
{
  g_autoptr (GError) error = NULL;
  HearsayIssue *issue = hearsay_store_add_issue (get_store (self), name, NULL, &error);

  if (issue != NULL)
    hearsay_issues_dialog_tell_done (self);
  else
    hearsay_issues_dialog_tell (self, error->message, FALSE);
  hearsay_issues_dialog_recount (self);
}

static void
add_cb (HearsayIssuesDialog *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add_entry)));

  gtk_popover_popdown (self->add_popover);
  gtk_editable_set_text (GTK_EDITABLE (self->add_entry), "");
  add (self, name);
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  add (HEARSAY_ISSUES_DIALOG (widget), g_variant_get_string (parameter, NULL));
}

static gboolean
begin_add_cb (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   data)
{
  HearsayIssuesDialog *self = HEARSAY_ISSUES_DIALOG (widget);

  if (!hearsay_issues_dialog_is_page_shown (self) && gtk_widget_get_sensitive (GTK_WIDGET (self->add)))
    gtk_menu_button_popup (self->add);
  return TRUE;
}

static void
merge_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  HearsayIssuesDialog *self = HEARSAY_ISSUES_DIALOG (widget);
  g_autoptr (GPtrArray) issues = hearsay_issues_dialog_list_checked (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (!hearsay_store_merge_issues (get_store (self), issues->pdata[0], (HearsayIssue **) issues->pdata + 1, issues->len - 1, &error))
    {
      hearsay_issues_dialog_tell (self, error->message, FALSE);
      return;
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (HearsayIssueItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      hearsay_issue_item_set_checked (item, FALSE);
    }
  message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Merged %u issue into “%s”", "Merged %u issues into “%s”", issues->len - 1),
                             issues->len - 1, hearsay_issue_get_name (issues->pdata[0]));
  hearsay_issues_dialog_tell (self, message, TRUE);
  hearsay_issues_dialog_recount (self);
}

static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HearsayIssuesDialog *self = HEARSAY_ISSUES_DIALOG (widget);
  g_autoptr (GPtrArray) issues = NULL;
  g_autoptr (GError) error = NULL;

  if (hearsay_issues_dialog_is_page_shown (self))
    {
      issues = g_ptr_array_new ();
      g_ptr_array_add (issues, hearsay_issue_page_get_issue (self->page));
    }
  else
    issues = hearsay_issues_dialog_list_checked (self);
  if (hearsay_store_delete_issues (get_store (self), (HearsayIssue **) issues->pdata, issues->len, &error))
    hearsay_issues_dialog_tell_done (self);
  else
    hearsay_issues_dialog_tell (self, error->message, FALSE);
  hearsay_issues_dialog_recount (self);
}

static void
undo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HearsayIssuesDialog *self = HEARSAY_ISSUES_DIALOG (widget);

  hearsay_store_undo (get_store (self));
  hearsay_issues_dialog_recount (self);
}

static void
redo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HearsayIssuesDialog *self = HEARSAY_ISSUES_DIALOG (widget);

  hearsay_store_redo (get_store (self));
  hearsay_issues_dialog_recount (self);
}

static void
search_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HearsayIssuesDialog *self = HEARSAY_ISSUES_DIALOG (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
back_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  hearsay_issues_dialog_show_list (HEARSAY_ISSUES_DIALOG (widget));
  gtk_widget_grab_focus (GTK_WIDGET (HEARSAY_ISSUES_DIALOG (widget)->list));
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  HearsayIssuesDialog *self = HEARSAY_ISSUES_DIALOG (widget);

  if (hearsay_issues_dialog_is_page_shown (self))
    hearsay_issues_dialog_show_list (self);
  else if (gtk_search_bar_get_search_mode (self->search_bar))
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  else
    gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

/* With their shortcuts, and what the entry for a new issue calls. */
void
hearsay_issues_dialog_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_install_action (widget_class, "issues.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "issues.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "issues.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "issues.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "issues.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "issues.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "issues.back", NULL, back_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, begin_add_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "issues.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "issues.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "issues.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "issues.merge", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "issues.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "issues.back", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}
