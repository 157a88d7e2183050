/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/issues/hearsay-issue-page.h"

#include <glib/gi18n.h>

/**
 * HearsayIssuePage:
 *
 * One issue: its name and the words for it, which can be changed here.
 */
struct _HearsayIssuePage
{
  AdwBin parent_instance;

  AdwEntryRow         *name;
  AdwActionRow        *counts;
  AdwPreferencesGroup *wordings;
  AdwEntryRow         *fresh;

  HearsayStore        *store;
  HearsayIssue        *issue;
  GPtrArray           *rows;
};

enum
{
  FAILED,
  CHANGED,
  SHOW,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (HearsayIssuePage, hearsay_issue_page, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

static void
finish (HearsayIssuePage *self,
        gboolean          done,
        GError           *error)
{
  if (done)
    g_signal_emit (self, signals[CHANGED], 0);
  else
    g_signal_emit (self, signals[FAILED], 0, error != NULL ? error->message : _("This could not be done"));
  hearsay_issue_page_refresh (self);
}

static void
rename_cb (HearsayIssuePage *self)
{
  g_autoptr (GError) error = NULL;
  gboolean done = hearsay_store_rename_issue (self->store, self->issue, gtk_editable_get_text (GTK_EDITABLE (self->name)), &error);

  finish (self, done, error);
}

static void
show_cb (HearsayIssuePage *self)
{
  g_signal_emit (self, signals[SHOW], 0);
}

/* The wordings that people gave, with one more or one less. */
static gboolean
set_wordings (HearsayIssuePage  *self,
              const char        *added,
              const char        *removed,
              GError           **error)
{
  const char *const *before = hearsay_issue_get_wordings (self->issue);
  g_autoptr (GPtrArray) wordings = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; before[i] != NULL; i++)
    if (g_strcmp0 (before[i], removed) != 0)
      g_ptr_array_add (wordings, g_strdup (before[i]));
  if (added != NULL)
    g_ptr_array_add (wordings, g_strdup (added));
  g_ptr_array_add (wordings, NULL);
  return hearsay_store_set_issue_wordings (self->store, self->issue, (const char *const *) wordings->pdata, error);
}

static void
add_wording_cb (HearsayIssuePage *self)
{
  g_autoptr (GError) error = NULL;
  gboolean done = set_wordings (self, gtk_editable_get_text (GTK_EDITABLE (self->fresh)), NULL, &error);

  if (done)
    gtk_editable_set_text (GTK_EDITABLE (self->fresh), "");
  finish (self, done, error);
}

static void
remove_cb (HearsayIssuePage *self,
           GtkWidget        *button)
{
  g_autoptr (GError) error = NULL;
  gboolean done = set_wordings (self, NULL, g_object_get_data (G_OBJECT (button), "wording"), &error);

  finish (self, done, error);
}

static void
split_cb (HearsayIssuePage *self,
          GtkWidget        *button)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *wording = g_strdup (g_object_get_data (G_OBJECT (button), "wording"));
  gboolean done = hearsay_store_split_issue (self->store, self->issue, wording, &error) != NULL;

  finish (self, done, error);
}

static void
add_button (HearsayIssuePage *self,
            AdwActionRow     *row,
            GtkWidget        *button,
            const char       *wording,
            const char       *label,
            GCallback         callback)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "wording", g_strdup (wording), g_free);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
}

static GtkWidget *
new_row (HearsayIssuePage *self,
         const char       *wording)
{
  g_autofree char *escaped = g_markup_escape_text (wording, -1);
  /* Translators: makes an issue of its own of words that another one is called by */
  g_autofree char *split = g_strdup_printf (_("Make “%s” an Issue of Its Own"), wording);
  g_autofree char *remove = g_strdup_printf (_("Remove “%s”"), wording);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  add_button (self, ADW_ACTION_ROW (row), gtk_button_new_with_label (_("Split Off")), wording, split, G_CALLBACK (split_cb));
  if (g_strv_contains (hearsay_issue_get_wordings (self->issue), wording))
    add_button (self, ADW_ACTION_ROW (row), gtk_button_new_from_icon_name ("user-trash-symbolic"), wording, remove,
                G_CALLBACK (remove_cb));
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Found in articles"));
  return row;
}

/**
 * hearsay_issue_page_refresh:
 *
 * Shows what is known of the issue now.
 */
void
hearsay_issue_page_refresh (HearsayIssuePage *self)
{
  g_autoptr (GPtrArray) wordings = NULL;

  g_return_if_fail (HEARSAY_IS_ISSUE_PAGE (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->wordings, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  if (self->issue == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->name), hearsay_issue_get_name (self->issue));
  wordings = hearsay_store_list_issue_wordings (self->store, self->issue, NULL);
  /* The entry stays the last row. */
  g_object_ref (self->fresh);
  adw_preferences_group_remove (self->wordings, GTK_WIDGET (self->fresh));
  for (guint i = 0; wordings != NULL && i < wordings->len; i++)
    {
      GtkWidget *row = new_row (self, g_ptr_array_index (wordings, i));

      adw_preferences_group_add (self->wordings, row);
      g_ptr_array_add (self->rows, row);
    }
  adw_preferences_group_add (self->wordings, GTK_WIDGET (self->fresh));
  g_object_unref (self->fresh);
}

static void
hearsay_issue_page_dispose (GObject *object)
{
  HearsayIssuePage *self = HEARSAY_ISSUE_PAGE (object);

  g_clear_object (&self->issue);
  g_clear_object (&self->store);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARSAY_TYPE_ISSUE_PAGE);
  G_OBJECT_CLASS (hearsay_issue_page_parent_class)->dispose (object);
}

static void
hearsay_issue_page_class_init (HearsayIssuePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearsay_issue_page_dispose;
  signals[FAILED] = g_signal_new ("failed", HEARSAY_TYPE_ISSUE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CHANGED] = g_signal_new ("changed", HEARSAY_TYPE_ISSUE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHOW] = g_signal_new ("show-statements", HEARSAY_TYPE_ISSUE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, HEARSAY_RESOURCE_PATH "/ui/issues/hearsay-issue-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HearsayIssuePage, name);
  gtk_widget_class_bind_template_child (widget_class, HearsayIssuePage, counts);
  gtk_widget_class_bind_template_child (widget_class, HearsayIssuePage, wordings);
  gtk_widget_class_bind_template_child (widget_class, HearsayIssuePage, fresh);
  gtk_widget_class_bind_template_callback (widget_class, rename_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_wording_cb);
}

static void
hearsay_issue_page_init (HearsayIssuePage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
hearsay_issue_page_set_store (HearsayIssuePage *self,
                              HearsayStore     *store)
{
  g_return_if_fail (HEARSAY_IS_ISSUE_PAGE (self));
  g_set_object (&self->store, store);
}

HearsayIssue *
hearsay_issue_page_get_issue (HearsayIssuePage *self)
{
  g_return_val_if_fail (HEARSAY_IS_ISSUE_PAGE (self), NULL);
  return self->issue;
}

/**
 * hearsay_issue_page_show:
 * @issue: (nullable): what to show; nothing with %NULL
 * @counts: how often it is spoken of, for people
 */
void
hearsay_issue_page_show (HearsayIssuePage *self,
                         HearsayIssue     *issue,
                         const char       *counts)
{
  g_return_if_fail (HEARSAY_IS_ISSUE_PAGE (self));

  adw_action_row_set_subtitle (self->counts, counts != NULL ? counts : "");
  if (g_set_object (&self->issue, issue))
    gtk_editable_set_text (GTK_EDITABLE (self->fresh), "");
  hearsay_issue_page_refresh (self);
}
