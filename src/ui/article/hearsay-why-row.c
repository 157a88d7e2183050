/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/article/hearsay-why-row.h"

#include <glib/gi18n.h>

#include "model/hearsay-article.h"
#include "ui/hearsay-engine.h"

/*
 * Why a statement was found: the rule, or what the fitted model believed in, each with
 * what the confidence would lose without it. Found in a worker when the row is opened:
 * hiding the evidence piece by piece takes some ten times as long as the finding did.
 */

/* Weaker ones tell nothing that a person could see. */
#define MIN_SHOWN 0.02f

struct _HearsayWhyRow
{
  AdwExpanderRow parent_instance;

  HearsayStatement *statement;
  GCancellable *cancellable;
  GPtrArray *rows;
  gboolean found;
};

G_DEFINE_FINAL_TYPE (HearsayWhyRow, hearsay_why_row, ADW_TYPE_EXPANDER_ROW)

typedef struct
{
  HearsayArticle *article;
  HearsaySpan cue;
  HearsayReason reasons[HEARSAY_N_REASON_KINDS];
  guint n_reasons;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_object_unref (search->article);
  g_free (search);
}

static const char *
describe_reason (HearsayReasonKind kind)
{
  switch (kind)
    {
    case HEARSAY_REASON_CUE:
      return _("The words of the cue");
    case HEARSAY_REASON_SOURCE:
      return _("The words that name the speaker");
    case HEARSAY_REASON_CONTEXT:
      return _("The words beside the cue");
    case HEARSAY_REASON_QUOTATION:
      return _("The quotation marks");
    case HEARSAY_REASON_STRUCTURE:
      return _("How the sentence is built");
    case HEARSAY_REASON_RULES:
    default:
      return _("What the rules find there");
    }
}

static const char *
describe_rule (HearsayStatement *statement)
{
  static const struct { const char *name; const char *text; } rules[] = {
    { "model", N_("Found by the language model") },
    { "noun", N_("A noun such as “claim” with its content") },
    { "adjective", N_("An adjective such as “sure” with its content") },
    { "according-to", N_("“According to” or the like with a name") },
    { "transcript", N_("A name and a colon before the words") },
    { "credit", N_("A name behind a dash after the quotation") },
    { "quote-verb-source", N_("A quotation, a verb of saying, a name") },
    { "quote-source-verb", N_("A quotation, a name, a verb of saying") },
    { "source-verb-content", N_("A name, a verb of saying, what is said") },
  };
  const char *rule = hearsay_statement_get_rule (statement);

  for (guint i = 0; rule != NULL && i < G_N_ELEMENTS (rules); i++)
    {
      if (g_str_equal (rules[i].name, rule))
        return _(rules[i].text);
    }
  return hearsay_statement_get_status (statement) == HEARSAY_STATUS_CORRECTED ? _("Set by a person") : _("A rule found it");
}

static void
add_row (HearsayWhyRow *self,
         const char    *title,
         const char    *value)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "activatable", FALSE, NULL);

  if (value != NULL)
    {
      GtkWidget *label = gtk_label_new (value);

      gtk_widget_add_css_class (label, "numeric");
      gtk_widget_add_css_class (label, "dim-label");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (HearsayWhyRow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
search_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Search *search = data;
  GError *error = NULL;
  HearsayAnalyzer *analyzer = hearsay_engine_get_analyzer (&error);

  if (analyzer == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  search->n_reasons = hearsay_analyzer_explain (analyzer, hearsay_article_get_text (search->article), search->cue,
                                                search->reasons);
  g_task_return_boolean (task, TRUE);
}

static void
search_done_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  HearsayWhyRow *self = HEARSAY_WHY_ROW (source);
  const Search *search = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          clear_rows (self);
          add_row (self, error->message, NULL);
        }
      return;
    }
  clear_rows (self);
  for (guint i = 0; i < search->n_reasons; i++)
    {
      int percent = (int) (search->reasons[i].effect * 100.0f + 0.5f);
      g_autofree char *value = NULL;

      if (search->reasons[i].effect < MIN_SHOWN)
        break;
      /* Translators: by how much the confidence would fall; the sign is a minus */
      value = g_strdup_printf (_("−%d%%"), percent);
      add_row (self, describe_reason (search->reasons[i].kind), value);
    }
  if (self->rows->len == 0)
    add_row (self, _("Nothing stands out: no single piece of evidence decided"), NULL);
}

static void
search (HearsayWhyRow *self)
{
  HearsayArticle *article = self->statement != NULL ? hearsay_statement_get_article (self->statement) : NULL;
  g_autoptr (GTask) task = NULL;
  Search *data;

  if (self->found || article == NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  self->found = TRUE;
  data = g_new0 (Search, 1);
  data->article = g_object_ref (article);
  data->cue = hearsay_statement_get_cue (self->statement);
  task = g_task_new (self, self->cancellable, search_done_cb, NULL);
  g_task_set_task_data (task, data, search_free);
  g_task_set_return_on_cancel (task, TRUE);
  add_row (self, _("Looking for the reasons…"), NULL);
  g_task_run_in_thread (task, search_in_thread);
}

static void
start_over (HearsayWhyRow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->found = FALSE;
  clear_rows (self);
}

static void
hearsay_why_row_dispose (GObject *object)
{
  HearsayWhyRow *self = HEARSAY_WHY_ROW (object);

  if (self->rows != NULL)
    start_over (self);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->statement);

  G_OBJECT_CLASS (hearsay_why_row_parent_class)->dispose (object);
}

static void
hearsay_why_row_class_init (HearsayWhyRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearsay_why_row_dispose;
}

static void
hearsay_why_row_init (HearsayWhyRow *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Why"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _("What the confidence would lose without each piece of evidence"));
  g_signal_connect (self, "notify::expanded", G_CALLBACK (search), NULL);
}

GtkWidget *
hearsay_why_row_new (void)
{
  return g_object_new (HEARSAY_TYPE_WHY_ROW, NULL);
}

/**
 * hearsay_why_row_set_statement:
 * @statement: (nullable): whose reasons are shown
 */
void
hearsay_why_row_set_statement (HearsayWhyRow    *self,
                               HearsayStatement *statement)
{
  gboolean fitted;

  g_return_if_fail (HEARSAY_IS_WHY_ROW (self));
  g_return_if_fail (statement == NULL || HEARSAY_IS_STATEMENT (statement));

  if (!g_set_object (&self->statement, statement))
    return;
  start_over (self);
  if (statement == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  fitted = g_strcmp0 (hearsay_statement_get_rule (statement), "model") == 0;
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), describe_rule (statement));
  /* A rule is the whole reason. */
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), fitted);
  search (self);
}
