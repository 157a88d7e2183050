/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/hearsay-store-builder.h"

static void
add_actor_rows (HearsayCommand    *command,
                HearsayCollection *collection)
{
  for (guint i = 0; i < command->record->actor_ids->len; i++)
    g_ptr_array_add (command->actors,
                     hearsay_store_builder_make_row (
                       hearsay_collection_find_actor (collection,
                                                      g_ptr_array_index (command->record->actor_ids, i))));
  for (guint i = 0; i < command->record->issue_ids->len; i++)
    {
      const char *id = g_ptr_array_index (command->record->issue_ids, i);
      HearsayIssue *issue = hearsay_collection_find_issue (collection, id);

      g_ptr_array_add (command->issues, hearsay_issue_row_new (id, hearsay_issue_get_name (issue)));
    }
}

static void
push_article (HearsayStore       *self,
              HearsayStoreRecord *record,
              GPtrArray          *decisions)
{
  HearsayCommand *command = hearsay_command_new (HEARSAY_COMMAND_ADD);

  command->record = record;
  add_actor_rows (command, self->collection);
  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    g_ptr_array_add (command->decisions, hearsay_decision_copy (g_ptr_array_index (decisions, i)));
  hearsay_writer_push (self->writer, command);
}

/* In the place of the article it is a new analysis of, or behind all others. */
void
_hearsay_store_place_article (HearsayStore   *self,
                              HearsayArticle *article)
{
  HearsayArticle *old = hearsay_collection_find_article (self->collection, hearsay_article_get_id (article));
  guint position = g_list_model_get_n_items (hearsay_collection_get_articles (self->collection));
  gboolean replaces = old != NULL && hearsay_collection_find_position (self->collection, old, &position);

  hearsay_collection_splice_articles (self->collection, position, replaces ? 1 : 0, &article, 1);
}

/**
 * hearsay_store_add_analysis:
 * @analysis: (transfer none): what was found in an article; not changed any more
 *
 * Adds the article, or replaces what was found in it before; what people have
 * decided about its statements stays with their words.
 *
 * Returns: (transfer none): the article in the collection
 */
HearsayArticle *
hearsay_store_add_analysis (HearsayStore    *self,
                            HearsayAnalysis *analysis)
{
  g_autoptr (HearsayArticle) article = NULL;
  HearsayStoreRecord *record;
  GPtrArray *decisions;

  g_return_val_if_fail (HEARSAY_IS_STORE (self), NULL);
  g_return_val_if_fail (analysis != NULL, NULL);
  g_return_val_if_fail (hearsay_store_builder_is_sound (analysis), NULL);

  _hearsay_store_ensure_loaded (self);
  hearsay_collection_freeze (self->collection);
  article = hearsay_store_builder_new_article (analysis);
  record = hearsay_store_builder_assign (self->collection, self->join, self->rules, analysis, article);
  decisions = g_hash_table_lookup (self->decisions, analysis->id);
  if (decisions != NULL)
    hearsay_store_builder_match (article, record, decisions);
  hearsay_store_builder_fill (self->collection, article, record, decisions);
  self->next_colour = hearsay_store_builder_give_colours (article, self->next_colour);
  _hearsay_store_place_article (self, article);
  push_article (self, record, decisions);
  hearsay_collection_thaw (self->collection);
  return hearsay_collection_find_article (self->collection, analysis->id);
}

/* Takes articles out, neighbours at once, from the last to the first: positions before stay right. */
static void
take_out (HearsayStore *self,
          HearsayStep  *step)
{
  HearsayCommand *command = hearsay_command_new (HEARSAY_COMMAND_REMOVE);

  for (guint i = 0; i < step->articles->len; i++)
    g_ptr_array_add (command->ids, g_strdup (hearsay_article_get_id (g_ptr_array_index (step->articles, i))));
  hearsay_collection_freeze (self->collection);
  for (guint end = step->positions->len; end > 0;)
    {
      guint first = end - 1;

      while (first > 0 && g_array_index (step->positions, guint, first - 1) + 1 ==
                          g_array_index (step->positions, guint, first))
        first--;
      hearsay_collection_splice_articles (self->collection, g_array_index (step->positions, guint, first),
                                          end - first, NULL, 0);
      end = first;
    }
  hearsay_writer_push (self->writer, command);
  hearsay_collection_thaw (self->collection);
}

/* Articles that were added again meanwhile stay as they are. */
static void
put_back (HearsayStore *self,
          HearsayStep  *step)
{
  HearsayCommand *command = hearsay_command_new (HEARSAY_COMMAND_RESTORE);
  GListModel *articles = hearsay_collection_get_articles (self->collection);

  hearsay_collection_freeze (self->collection);
  for (guint i = 0; i < step->articles->len; i++)
    {
      HearsayArticle *article = g_ptr_array_index (step->articles, i);
      const char *id = hearsay_article_get_id (article);

      if (hearsay_collection_find_article (self->collection, id) != NULL)
        continue;
      hearsay_collection_splice_articles (self->collection,
                                          MIN (g_array_index (step->positions, guint, i),
                                               g_list_model_get_n_items (articles)),
                                          0, &article, 1);
      g_ptr_array_add (command->ids, g_strdup (id));
    }
  hearsay_writer_push (self->writer, command);
  hearsay_collection_thaw (self->collection);
}

/* Fills a step with those of the articles that are in the collection, by position. */
static void
locate_articles (HearsayStore *self,
                 HearsayStep  *step,
                 GHashTable   *ids)
{
  GListModel *articles = hearsay_collection_get_articles (self->collection);
  guint n = g_list_model_get_n_items (articles);

  g_ptr_array_set_size (step->articles, 0);
  g_array_set_size (step->positions, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HearsayArticle) article = g_list_model_get_item (articles, i);

      if (!g_hash_table_contains (ids, hearsay_article_get_id (article)))
        continue;
      g_ptr_array_add (step->articles, g_steal_pointer (&article));
      g_array_append_val (step->positions, i);
    }
}

/**
 * hearsay_store_remove_articles:
 * @articles: (array length=n_articles) (transfer none): in any order
 *
 * Takes articles out of the collection, as one step that can be taken back.
 */
void
hearsay_store_remove_articles (HearsayStore    *self,
                               HearsayArticle **articles,
                               guint            n_articles)
{
  g_autoptr (HearsayStep) step = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_if_fail (HEARSAY_IS_STORE (self));
  g_return_if_fail (articles != NULL || n_articles == 0);

  _hearsay_store_ensure_loaded (self);
  step = hearsay_step_new (HEARSAY_STEP_REMOVE);
  for (guint i = 0; i < n_articles; i++)
    g_hash_table_add (ids, (gpointer) hearsay_article_get_id (articles[i]));
  locate_articles (self, step, ids);
  if (step->articles->len == 0)
    return;
  step->label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Remove %u article", "Remove %u articles",
                                              step->articles->len),
                                 step->articles->len);
  take_out (self, step);
  hearsay_undo_push (&self->undo, g_steal_pointer (&step));
  _hearsay_store_notify_undo (self);
}

static HearsayDecision *
find_decision (GPtrArray  *decisions,
               const char *label,
               guint      *index)
{
  for (guint i = 0; i < decisions->len; i++)
    {
      HearsayDecision *decision = g_ptr_array_index (decisions, i);

      if (g_strcmp0 (decision->statement, label) == 0)
        {
          *index = i;
          return decision;
        }
    }
  return NULL;
}

/* Keeps the decision in memory and hands a copy to the writer. */
static void
decide (HearsayStore     *self,
        HearsayStatement *statement,
        HearsayStatus     status,
        HearsayCommand   *command)
{
  HearsayArticle *article = hearsay_statement_get_article (statement);
  const char *article_id = hearsay_article_get_id (article);
  const char *label = hearsay_statement_get_id (statement) + strlen (article_id) + 1;
  GPtrArray *decisions = _hearsay_store_ensure_decisions (self, article_id);
  guint index = 0;
  HearsayDecision *decision = find_decision (decisions, label, &index);

  if (decision == NULL)
    {
      decision = g_new0 (HearsayDecision, 1);
      decision->article_id = g_strdup (article_id);
      decision->statement = g_strdup (label);
      decision->extent = hearsay_statement_get_extent (statement);
      decision->words = g_strdup (hearsay_statement_get_words (statement));
      index = decisions->len;
      g_ptr_array_add (decisions, decision);
    }
  decision->status = status;
  g_ptr_array_add (command->decisions, hearsay_decision_copy (decision));
  if (status == HEARSAY_STATUS_SUGGESTED)
    g_ptr_array_remove_index (decisions, index);
  hearsay_statement_set_status (statement, status);
}

static char *
make_status_label (HearsayStatus status,
                   guint         n)
{
  switch (status)
    {
    case HEARSAY_STATUS_ACCEPTED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Accept %u statement", "Accept %u statements", n), n);
    case HEARSAY_STATUS_CORRECTED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Correct %u statement", "Correct %u statements", n), n);
    case HEARSAY_STATUS_REJECTED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Reject %u statement", "Reject %u statements", n), n);
    case HEARSAY_STATUS_SUGGESTED:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Reset %u statement", "Reset %u statements", n), n);
    }
}

/**
 * hearsay_store_set_status:
 * @statements: (array length=n_statements) (transfer none): in any order
 * @status: what a person decided about all of them
 *
 * One step that can be taken back.
 */
void
hearsay_store_set_status (HearsayStore      *self,
                          HearsayStatement **statements,
                          guint              n_statements,
                          HearsayStatus      status)
{
  g_autoptr (HearsayStep) step = NULL;
  HearsayCommand *command;

  g_return_if_fail (HEARSAY_IS_STORE (self));
  g_return_if_fail (statements != NULL || n_statements == 0);
  g_return_if_fail ((guint) status < HEARSAY_N_STATUSES);

  _hearsay_store_ensure_loaded (self);
  step = hearsay_step_new (HEARSAY_STEP_STATUS);
  step->status = status;
  command = hearsay_command_new (HEARSAY_COMMAND_DECIDE);
  hearsay_collection_freeze (self->collection);
  for (guint i = 0; i < n_statements; i++)
    {
      HearsayStatus before = hearsay_statement_get_status (statements[i]);

      if (before == status || hearsay_statement_get_article (statements[i]) == NULL)
        continue;
      g_ptr_array_add (step->ids, g_strdup (hearsay_statement_get_id (statements[i])));
      g_array_append_val (step->before, before);
      decide (self, statements[i], status, command);
    }
  hearsay_collection_thaw (self->collection);
  if (step->ids->len == 0)
    {
      hearsay_command_free (command);
      return;
    }
  hearsay_writer_push (self->writer, command);
  step->label = make_status_label (status, step->ids->len);
  hearsay_undo_push (&self->undo, g_steal_pointer (&step));
  _hearsay_store_notify_undo (self);
}

/* By id: a new analysis may have put other objects in their place. */
static void
apply_status (HearsayStore *self,
              HearsayStep  *step,
              gboolean      back)
{
  HearsayCommand *command = hearsay_command_new (HEARSAY_COMMAND_DECIDE);

  hearsay_collection_freeze (self->collection);
  for (guint i = 0; i < step->ids->len; i++)
    {
      HearsayStatement *statement =
        hearsay_collection_find_statement (self->collection, g_ptr_array_index (step->ids, i));

      if (statement != NULL)
        decide (self, statement, back ? g_array_index (step->before, HearsayStatus, i) : step->status, command);
    }
  hearsay_writer_push (self->writer, command);
  hearsay_collection_thaw (self->collection);
}

gboolean
hearsay_store_can_undo (HearsayStore *self)
{
  g_return_val_if_fail (HEARSAY_IS_STORE (self), FALSE);
  return hearsay_undo_peek_done (&self->undo) != NULL;
}

gboolean
hearsay_store_can_redo (HearsayStore *self)
{
  g_return_val_if_fail (HEARSAY_IS_STORE (self), FALSE);
  return hearsay_undo_peek_next (&self->undo) != NULL;
}

/**
 * hearsay_store_get_undo_label:
 *
 * Returns: (nullable) (transfer none): “Reject 3 statements”, in the user's language
 */
const char *
hearsay_store_get_undo_label (HearsayStore *self)
{
  HearsayStep *step;

  g_return_val_if_fail (HEARSAY_IS_STORE (self), NULL);

  step = hearsay_undo_peek_done (&self->undo);
  return step != NULL ? step->label : NULL;
}

const char *
hearsay_store_get_redo_label (HearsayStore *self)
{
  HearsayStep *step;

  g_return_val_if_fail (HEARSAY_IS_STORE (self), NULL);

  step = hearsay_undo_peek_next (&self->undo);
  return step != NULL ? step->label : NULL;
}

/**
 * hearsay_store_undo:
 *
 * Takes the last step back. Nothing happens where there is none.
 */
void
hearsay_store_undo (HearsayStore *self)
{
  HearsayStep *step;

  g_return_if_fail (HEARSAY_IS_STORE (self));

  step = hearsay_undo_peek_done (&self->undo);
  if (step == NULL)
    return;
  self->undo.n_done--;
  if (step->type == HEARSAY_STEP_REMOVE)
    put_back (self, step);
  else if (step->type == HEARSAY_STEP_PEOPLE)
    _hearsay_store_apply_people (self, step, TRUE);
  else if (step->type == HEARSAY_STEP_ISSUES)
    _hearsay_store_apply_issues (self, step, TRUE);
  else
    apply_status (self, step, TRUE);
  _hearsay_store_notify_undo (self);
}

/**
 * hearsay_store_redo:
 *
 * Does again what was taken back last. Nothing happens where there is nothing.
 */
void
hearsay_store_redo (HearsayStore *self)
{
  HearsayStep *step;

  g_return_if_fail (HEARSAY_IS_STORE (self));

  step = hearsay_undo_peek_next (&self->undo);
  if (step == NULL)
    return;
  self->undo.n_done++;
  if (step->type == HEARSAY_STEP_REMOVE)
    {
      g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint i = 0; i < step->articles->len; i++)
        g_hash_table_add (ids, g_strdup (hearsay_article_get_id (g_ptr_array_index (step->articles, i))));
      locate_articles (self, step, ids);
      take_out (self, step);
    }
  else if (step->type == HEARSAY_STEP_PEOPLE)
    _hearsay_store_apply_people (self, step, FALSE);
  else if (step->type == HEARSAY_STEP_ISSUES)
    _hearsay_store_apply_issues (self, step, FALSE);
  else
    apply_status (self, step, FALSE);
  _hearsay_store_notify_undo (self);
}
