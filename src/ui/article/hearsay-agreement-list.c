/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/article/hearsay-agreement-list.h"

#include <glib/gi18n.h>

#include "model/hearsay-actor.h"
#include "model/hearsay-issue.h"
#include "model/hearsay-stance.h"

/* More than these are too many to read beside an article. */
#define MAX_ROWS 12

/**
 * HearsayAgreementList:
 *
 * Who agrees with a statement's speaker, and who does not, in the article.
 */
struct _HearsayAgreementList
{
  AdwBin parent_instance;

  GtkListBox *list;
  guint n_rows;
};

G_DEFINE_FINAL_TYPE (HearsayAgreementList, hearsay_agreement_list, ADW_TYPE_BIN)

static void
hearsay_agreement_list_class_init (HearsayAgreementListClass *klass)
{
}

static void
hearsay_agreement_list_init (HearsayAgreementList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *heading = gtk_label_new (_("In This Article"));

  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (heading), 0.0f);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Agreement"), -1);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* Whether the statement takes a position on the issue in somebody's name. */
static gboolean
holds (HearsayStatement *statement,
       HearsayActor     *actor,
       HearsayIssue     *issue)
{
  for (guint i = 0; i < hearsay_statement_get_n_stances (statement); i++)
    {
      HearsayStance *stance = hearsay_statement_peek_stance (statement, i);
      HearsayActor *holder = hearsay_stance_get_holder (stance);

      if (holder == NULL)
        holder = hearsay_statement_get_speaker (statement);
      if (holder == actor && hearsay_stance_get_target (stance) == (gpointer) issue)
        return TRUE;
    }
  return FALSE;
}

/* Whether the relation is one of a holder's; then @one is that, and @other the other. */
static gboolean
is_about (HearsayStatement       *statement,
          const HearsayRelation  *relation,
          HearsayActor          **one,
          HearsayActor          **other)
{
  HearsayActor *speaker = hearsay_statement_get_speaker (statement);
  HearsayActor *ends[2] = { relation->from, relation->to };

  /* Of two positions that are not sure nobody knows whether they are the same. */
  if (!relation->sure && !relation->stated)
    return FALSE;
  if (relation->kind != HEARSAY_RELATION_AGREEMENT && relation->kind != HEARSAY_RELATION_DISAGREEMENT)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    if (relation->issue != NULL ? holds (statement, ends[i], relation->issue) : ends[i] == speaker)
      {
        *one = ends[i];
        *other = ends[1 - i];
        return TRUE;
      }
  return FALSE;
}

static char *
describe (const HearsayRelation *relation,
          HearsayActor          *other)
{
  const char *name = hearsay_actor_get_name (other);
  gboolean same = relation->kind == HEARSAY_RELATION_AGREEMENT;

  if (relation->issue == NULL)
    return g_strdup_printf (same ? _("Said to agree with %s") : _("Said to disagree with %s"), name);
  /* Translators: a person, and what they agree on */
  return g_strdup_printf (same ? _("Agrees with %s on %s") : _("Disagrees with %s on %s"), name,
                          hearsay_issue_get_name (relation->issue));
}

static void
add_row (HearsayAgreementList  *self,
         HearsayStatement      *statement,
         const HearsayRelation *relation,
         HearsayActor          *one,
         HearsayActor          *other)
{
  g_autofree char *words = describe (relation, other);
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  g_autofree char *quote = hearsay_article_dup_span_text (hearsay_statement_get_article (statement), relation->evidence);
  g_autoptr (GString) below = g_string_new (NULL);
  g_autofree char *subtitle = NULL;
  GtkWidget *row = adw_action_row_new ();

  if (one != hearsay_statement_get_speaker (statement))
    g_string_append_printf (below, _("Held by %s"), hearsay_actor_get_name (one));
  if (relation->issue == NULL && *quote != '\0')
    g_string_append_printf (below, "%s“%s”", below->len > 0 ? " · " : "", quote);
  if (!relation->sure)
    g_string_append_printf (below, "%s%s", below->len > 0 ? " · " : "", _("unsure"));
  subtitle = g_markup_escape_text (below->str, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->list, row);
  self->n_rows++;
}

/**
 * hearsay_agreement_list_set_statement:
 * @statement: (nullable): whose speaker it is about
 *
 * Shows who takes the same or the opposite position on what the statement is
 * about, and what the article says outright. Hidden where there is nothing.
 */
void
hearsay_agreement_list_set_statement (HearsayAgreementList *self,
                                      HearsayStatement     *statement)
{
  HearsayArticle *article = statement != NULL ? hearsay_statement_get_article (statement) : NULL;
  const HearsayRelation *relations = NULL;
  GtkWidget *child;
  guint n = 0;

  g_return_if_fail (HEARSAY_IS_AGREEMENT_LIST (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  self->n_rows = 0;
  if (article != NULL)
    relations = hearsay_article_get_relations (article, &n);
  for (guint i = 0; i < n && self->n_rows < MAX_ROWS; i++)
    {
      HearsayActor *one;
      HearsayActor *other;

      if (is_about (statement, &relations[i], &one, &other))
        add_row (self, statement, &relations[i], one, other);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->n_rows > 0);
}

guint
hearsay_agreement_list_get_n_rows (HearsayAgreementList *self)
{
  g_return_val_if_fail (HEARSAY_IS_AGREEMENT_LIST (self), 0);
  return self->n_rows;
}
