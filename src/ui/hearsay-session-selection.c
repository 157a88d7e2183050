/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/hearsay-session-private.h"

/* Returns whether the focus is another one now. */
static gboolean
put_focus (HearsaySession   *self,
           HearsayStatement *statement)
{
  HearsayArticle *article;

  if (!g_set_object (&self->focus, statement))
    return FALSE;

  article = statement != NULL ? hearsay_statement_get_article (statement) : NULL;
  if (article != NULL)
    hearsay_session_set_article (self, article);
  return TRUE;
}

/* What has left the collection cannot stay selected. */
void
hearsay_session_drop_removed (HearsaySession *self)
{
  gboolean changed = FALSE;
  gboolean focus_changed = FALSE;

  for (guint i = self->selection->len; i > 0; i--)
    {
      HearsayStatement *statement = g_ptr_array_index (self->selection, i - 1);

      if (hearsay_statement_get_article (statement) != NULL)
        continue;
      g_hash_table_remove (self->selection_set, statement);
      g_ptr_array_remove_index (self->selection, i - 1);
      changed = TRUE;
    }
  if (self->focus != NULL && hearsay_statement_get_article (self->focus) == NULL)
    focus_changed = put_focus (self, NULL);
  if (changed || focus_changed)
    hearsay_session_announce_selection (self, focus_changed);
}

static gboolean
is_selection (HearsaySession    *self,
              HearsayStatement **statements,
              guint              n_statements)
{
  if (n_statements != self->selection->len)
    return FALSE;
  for (guint i = 0; i < n_statements; i++)
    {
      if (g_ptr_array_index (self->selection, i) != statements[i])
        return FALSE;
    }
  return TRUE;
}

/**
 * hearsay_session_select:
 * @statements: (array length=n_statements) (nullable) (transfer none): the new selection, in order
 * @n_statements: their number; 0 selects nothing
 *
 * Replaces the selection. The focus stays where it is when it is among them,
 * else it goes to the first.
 */
void
hearsay_session_select (HearsaySession    *self,
                        HearsayStatement **statements,
                        guint              n_statements)
{
  g_autoptr (GPtrArray) old = NULL;
  gboolean focus_changed = FALSE;

  g_return_if_fail (HEARSAY_IS_SESSION (self));
  g_return_if_fail (statements != NULL || n_statements == 0);

  if (is_selection (self, statements, n_statements) && (n_statements > 0 || self->focus == NULL))
    return;

  old = g_steal_pointer (&self->selection);
  self->selection = g_ptr_array_new_full (n_statements, g_object_unref);
  g_hash_table_remove_all (self->selection_set);
  for (guint i = 0; i < n_statements; i++)
    {
      if (g_hash_table_add (self->selection_set, statements[i]))
        g_ptr_array_add (self->selection, g_object_ref (statements[i]));
    }
  if (self->focus == NULL || !g_hash_table_contains (self->selection_set, self->focus))
    focus_changed = put_focus (self, n_statements > 0 ? statements[0] : NULL);
  hearsay_session_announce_selection (self, focus_changed);
}

/**
 * hearsay_session_toggle:
 * @statement: a statement
 *
 * What Ctrl-click does: takes it into the selection and gives it the focus, or takes it out.
 */
void
hearsay_session_toggle (HearsaySession   *self,
                        HearsayStatement *statement)
{
  gboolean focus_changed = FALSE;

  g_return_if_fail (HEARSAY_IS_SESSION (self));
  g_return_if_fail (HEARSAY_IS_STATEMENT (statement));

  if (g_hash_table_add (self->selection_set, statement))
    {
      g_ptr_array_add (self->selection, g_object_ref (statement));
      focus_changed = put_focus (self, statement);
    }
  else
    {
      g_hash_table_remove (self->selection_set, statement);
      if (self->focus == statement)
        focus_changed = put_focus (self, NULL);
      g_ptr_array_remove (self->selection, statement);
      if (focus_changed && self->selection->len > 0)
        put_focus (self, g_ptr_array_index (self->selection, self->selection->len - 1));
    }
  hearsay_session_announce_selection (self, focus_changed);
}

/**
 * hearsay_session_extend:
 * @statement: a visible statement
 *
 * What Shift-click does: selects everything from the focus to @statement in
 * the order of the visible statements. Without a visible focus it selects
 * @statement alone.
 */
void
hearsay_session_extend (HearsaySession   *self,
                        HearsayStatement *statement)
{
  guint from;
  guint to;

  g_return_if_fail (HEARSAY_IS_SESSION (self));
  g_return_if_fail (HEARSAY_IS_STATEMENT (statement));

  hearsay_session_flush (self);
  if (self->focus == NULL ||
      !hearsay_visible_statements_find (self->statements, self->focus, &from) ||
      !hearsay_visible_statements_find (self->statements, statement, &to))
    {
      hearsay_session_select (self, &statement, 1);
      return;
    }
  hearsay_session_select (self, hearsay_visible_statements_get_items (self->statements) + MIN (from, to),
                          MAX (from, to) - MIN (from, to) + 1);
}

const GPtrArray *
hearsay_session_get_selection (HearsaySession *self)
{
  g_return_val_if_fail (HEARSAY_IS_SESSION (self), NULL);

  return self->selection;
}

gboolean
hearsay_session_is_selected (HearsaySession   *self,
                             HearsayStatement *statement)
{
  g_return_val_if_fail (HEARSAY_IS_SESSION (self), FALSE);

  return statement != NULL && g_hash_table_contains (self->selection_set, statement);
}

HearsayStatement *
hearsay_session_get_selected_statement (HearsaySession *self)
{
  g_return_val_if_fail (HEARSAY_IS_SESSION (self), NULL);

  return self->focus;
}

/**
 * hearsay_session_set_selected_statement:
 * @statement: (nullable): the statement in focus
 *
 * A statement that is not selected becomes the selection; %NULL selects nothing.
 */
void
hearsay_session_set_selected_statement (HearsaySession   *self,
                                        HearsayStatement *statement)
{
  g_return_if_fail (HEARSAY_IS_SESSION (self));
  g_return_if_fail (statement == NULL || HEARSAY_IS_STATEMENT (statement));

  if (statement == NULL || !hearsay_session_is_selected (self, statement))
    hearsay_session_select (self, &statement, statement != NULL ? 1 : 0);
  else if (put_focus (self, statement))
    hearsay_session_announce_selection (self, TRUE);
}
