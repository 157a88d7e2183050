/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/library/hearsay-library-row.h"

#include <glib/gi18n.h>

#include "ui/hearsay-wording.h"
#include "ui/library/hearsay-search-text.h"
#include "ui/widgets/hearsay-stance-bar.h"

struct _HearsayLibraryRow
{
  GtkWidget parent_instance;

  GtkWidget        *box;
  GtkLabel         *title;
  GtkLabel         *place;
  GtkLabel         *hit;
  GtkLabel         *count;
  HearsayStanceBar *stances;
  GtkSpinner       *spinner;
  GtkWidget        *summary;
  GtkWidget        *failure;
  GtkLabel         *reason;
  GtkButton        *retry;
  GtkButton        *remove;

  HearsayArticle   *article;
  GSignalGroup     *article_signals;
  GSignalGroup     *statement_signals;
  char             *query;
};

G_DEFINE_FINAL_TYPE (HearsayLibraryRow, hearsay_library_row, GTK_TYPE_WIDGET)

static void
show_hit (HearsayLibraryRow *self)
{
  g_autofree char *sentence = NULL;

  if (self->query != NULL)
    sentence = hearsay_search_dup_sentence (hearsay_article_get_text (self->article), self->query);
  gtk_widget_set_visible (GTK_WIDGET (self->hit), sentence != NULL);
  gtk_label_set_label (self->hit, sentence != NULL ? sentence : "");
}

static void
show_summary (HearsayLibraryRow *self)
{
  guint counts[HEARSAY_N_POSITIONS];
  guint n = g_list_model_get_n_items (hearsay_article_get_statements (self->article));
  g_autofree char *text = hearsay_wording_statements (n);

  gtk_label_set_label (self->count, text);
  hearsay_article_get_stance_counts (self->article, counts);
  hearsay_stance_bar_set_counts (self->stances, counts);
}

static void
show_waiting (HearsayLibraryRow   *self,
              HearsayArticleState  state)
{
  gtk_label_set_label (self->count, state == HEARSAY_ARTICLE_ANALYSING ? _("Finding statements…") : _("Reading…"));
}

static void
update (HearsayLibraryRow *self)
{
  HearsayArticleState state;
  g_autofree char *place = NULL;
  gboolean waiting;

  if (self->article == NULL)
    return;

  state = hearsay_article_get_state (self->article);
  waiting = state == HEARSAY_ARTICLE_READING || state == HEARSAY_ARTICLE_ANALYSING;
  place = hearsay_wording_place (self->article);
  gtk_label_set_label (self->title, hearsay_article_get_display_title (self->article));
  gtk_label_set_label (self->place, place);
  gtk_widget_set_visible (GTK_WIDGET (self->place), *place != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), waiting);
  gtk_spinner_set_spinning (self->spinner, waiting);
  gtk_widget_set_visible (GTK_WIDGET (self->stances), state == HEARSAY_ARTICLE_READY);
  gtk_widget_set_visible (self->summary, state != HEARSAY_ARTICLE_FAILED);
  gtk_widget_set_visible (self->failure, state == HEARSAY_ARTICLE_FAILED);
  if (state == HEARSAY_ARTICLE_READY)
    show_summary (self);
  else if (waiting)
    show_waiting (self, state);
  else
    gtk_label_set_label (self->reason, hearsay_article_get_error (self->article));
  show_hit (self);
}

static void
retry_cb (HearsayLibraryRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "library.retry", "s", hearsay_article_get_id (self->article));
}

static void
remove_cb (HearsayLibraryRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "library.remove-row", "s", hearsay_article_get_id (self->article));
}

static void
hearsay_library_row_dispose (GObject *object)
{
  HearsayLibraryRow *self = HEARSAY_LIBRARY_ROW (object);

  g_clear_object (&self->article_signals);
  g_clear_object (&self->statement_signals);
  g_clear_object (&self->article);
  g_clear_pointer (&self->query, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARSAY_TYPE_LIBRARY_ROW);

  G_OBJECT_CLASS (hearsay_library_row_parent_class)->dispose (object);
}

static void
hearsay_library_row_class_init (HearsayLibraryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearsay_library_row_dispose;

  g_type_ensure (HEARSAY_TYPE_STANCE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, HEARSAY_RESOURCE_PATH "/ui/library/hearsay-library-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HearsayLibraryRow, box);
  gtk_widget_class_bind_template_child (widget_class, HearsayLibraryRow, title);
  gtk_widget_class_bind_template_child (widget_class, HearsayLibraryRow, place);
  gtk_widget_class_bind_template_child (widget_class, HearsayLibraryRow, hit);
  gtk_widget_class_bind_template_child (widget_class, HearsayLibraryRow, count);
  gtk_widget_class_bind_template_child (widget_class, HearsayLibraryRow, stances);
  gtk_widget_class_bind_template_child (widget_class, HearsayLibraryRow, spinner);
  gtk_widget_class_bind_template_child (widget_class, HearsayLibraryRow, summary);
  gtk_widget_class_bind_template_child (widget_class, HearsayLibraryRow, failure);
  gtk_widget_class_bind_template_child (widget_class, HearsayLibraryRow, reason);
  gtk_widget_class_bind_template_child (widget_class, HearsayLibraryRow, retry);
  gtk_widget_class_bind_template_child (widget_class, HearsayLibraryRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "libraryrow");
}

static void
hearsay_library_row_init (HearsayLibraryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->article_signals = g_signal_group_new (HEARSAY_TYPE_ARTICLE);
  g_signal_group_connect_swapped (self->article_signals, "notify", G_CALLBACK (update), self);
  self->statement_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->statement_signals, "items-changed", G_CALLBACK (update), self);
}

GtkWidget *
hearsay_library_row_new (void)
{
  return g_object_new (HEARSAY_TYPE_LIBRARY_ROW, NULL);
}

HearsayArticle *
hearsay_library_row_get_article (HearsayLibraryRow *self)
{
  g_return_val_if_fail (HEARSAY_IS_LIBRARY_ROW (self), NULL);

  return self->article;
}

/**
 * hearsay_library_row_set_article:
 * @article: (nullable): the article to show, or none while the row waits for one
 */
void
hearsay_library_row_set_article (HearsayLibraryRow *self,
                                 HearsayArticle    *article)
{
  g_return_if_fail (HEARSAY_IS_LIBRARY_ROW (self));
  g_return_if_fail (article == NULL || HEARSAY_IS_ARTICLE (article));

  if (!g_set_object (&self->article, article))
    return;
  g_signal_group_set_target (self->article_signals, article);
  g_signal_group_set_target (self->statement_signals,
                             article != NULL ? hearsay_article_get_statements (article) : NULL);
  update (self);
}

/**
 * hearsay_library_row_set_query:
 * @query: (nullable): what is searched for; the sentence that has it stands under the title
 */
void
hearsay_library_row_set_query (HearsayLibraryRow *self,
                               const char        *query)
{
  g_return_if_fail (HEARSAY_IS_LIBRARY_ROW (self));

  if (g_strcmp0 (self->query, query) == 0)
    return;
  g_free (self->query);
  self->query = g_strdup (query);
  if (self->article != NULL)
    show_hit (self);
}
