/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-issue-tally.h"
#include "ui/issues/hearsay-issue-page.h"
#include "ui/issues/hearsay-issues-dialog.h"

G_BEGIN_DECLS

/**
 * HearsayIssuesDialog:
 *
 * What is argued about in the collection: a list, and a page for each of them.
 */
struct _HearsayIssuesDialog
{
  AdwWindow parent_instance;

  AdwToastOverlay   *toasts;
  AdwWindowTitle    *title;
  GtkWidget         *back;
  GtkMenuButton     *add;
  GtkPopover        *add_popover;
  GtkEntry          *add_entry;
  GtkWidget         *delete_button;
  GtkWidget         *search_button;
  GtkSearchBar      *search_bar;
  GtkSearchEntry    *search_entry;
  GtkStack          *stack;
  GtkListView       *list;
  GtkActionBar      *action_bar;
  GtkLabel          *checked_label;
  HearsayIssuePage  *page;

  HearsaySession    *session;
  HearsayIssueTally *tally; /* while it counts */
  GListStore        *items;
  GtkCustomFilter   *filter;
  GListModel        *found;
  guint              count_id;
};

/* hearsay-issues-dialog-actions.c */
void       hearsay_issues_dialog_install_actions (GtkWidgetClass      *widget_class);
void       hearsay_issues_dialog_update_actions  (HearsayIssuesDialog *self);
void       hearsay_issues_dialog_tell            (HearsayIssuesDialog *self,
                                                  const char          *message,
                                                  gboolean             undoable);
void       hearsay_issues_dialog_tell_done       (HearsayIssuesDialog *self);

/* hearsay-issues-dialog.c */
gboolean   hearsay_issues_dialog_is_page_shown   (HearsayIssuesDialog *self);
GPtrArray *hearsay_issues_dialog_list_checked    (HearsayIssuesDialog *self);
void       hearsay_issues_dialog_show_list       (HearsayIssuesDialog *self);
void       hearsay_issues_dialog_recount         (HearsayIssuesDialog *self);

G_END_DECLS
