/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-issue-change.h"

#include <glib/gi18n-lib.h>

#include "store/hearsay-store-rows.h"

static void
finish_step (HearsayStore *self,
             HearsayStep  *step,
             char         *label)
{
  step->label = label;
  _hearsay_store_apply_issues (self, step, FALSE);
  hearsay_undo_push (&self->undo, step);
  _hearsay_store_notify_undo (self);
}

/**
 * hearsay_store_add_issue:
 * @name: what people call it
 * @wordings: (nullable) (array zero-terminated=1): other words for it
 *
 * A person says that something is an issue. Statements in whose words it stands
 * are linked to it, now and in articles to come, with a position that is not known;
 * where the machine finds an issue of the name, its positions count. One step
 * that can be taken back. Waits for the writer.
 *
 * Returns: (transfer none) (nullable): the issue; %NULL with %HEARSAY_STORE_ERROR_BAD_NAME
 *   for what is no name or a wording of another issue
 */
HearsayIssue *
hearsay_store_add_issue (HearsayStore       *self,
                         const char         *name,
                         const char *const  *wordings,
                         GError            **error)
{
  g_autoptr (HearsayStep) step = NULL;
  g_autofree char *tidy = NULL;
  HearsayIssueRow *row;
  g_autofree char *id = NULL;

  g_return_val_if_fail (HEARSAY_IS_STORE (self) && name != NULL, NULL);

  _hearsay_store_ensure_loaded (self);
  _hearsay_store_finish_rebuild (self);
  tidy = _hearsay_issue_dup_tidy (name, error);
  if (tidy == NULL || !_hearsay_issue_check_free (self, tidy, NULL, error))
    return NULL;
  step = hearsay_step_new (HEARSAY_STEP_ISSUES);
  row = _hearsay_issue_begin_named (self, step, tidy);
  _hearsay_issue_take_over (self, step, tidy, row->id);
  for (guint i = 0; wordings != NULL && wordings[i] != NULL; i++)
    {
      g_autofree char *wording = _hearsay_issue_dup_tidy (wordings[i], error);

      if (wording == NULL || !_hearsay_issue_check_free (self, wording, row->id, error))
        return NULL;
      _hearsay_issue_take_over (self, step, wording, row->id);
      _hearsay_issue_add_wording (row, wording);
    }
  id = g_strdup (row->id);
  finish_step (self, g_steal_pointer (&step), g_strdup_printf (_("Add “%s”"), tidy));
  return hearsay_collection_find_issue (self->collection, id);
}

/**
 * hearsay_store_rename_issue:
 * @name: what it is called from now on
 *
 * The name that it had stays a wording of it. One step that can be taken back.
 *
 * Returns: whether it could be done; %HEARSAY_STORE_ERROR_BAD_NAME as for hearsay_store_add_issue()
 */
gboolean
hearsay_store_rename_issue (HearsayStore  *self,
                            HearsayIssue  *issue,
                            const char    *name,
                            GError       **error)
{
  g_autoptr (HearsayStep) step = NULL;
  g_autofree char *tidy = NULL;
  g_autofree char *old = NULL;
  HearsayIssueRow *row;

  g_return_val_if_fail (HEARSAY_IS_STORE (self) && HEARSAY_IS_ISSUE (issue) && name != NULL, FALSE);

  _hearsay_store_ensure_loaded (self);
  _hearsay_store_finish_rebuild (self);
  tidy = _hearsay_issue_dup_tidy (name, error);
  if (tidy == NULL || !_hearsay_issue_check_free (self, tidy, hearsay_issue_get_id (issue), error))
    return FALSE;
  if (g_str_equal (tidy, hearsay_issue_get_name (issue)))
    return TRUE;
  step = hearsay_step_new (HEARSAY_STEP_ISSUES);
  row = _hearsay_issue_begin_change (self, step, hearsay_issue_get_id (issue));
  _hearsay_issue_take_over (self, step, tidy, row->id);
  old = g_steal_pointer (&row->name);
  row->name = g_strdup (tidy);
  row->state = HEARSAY_ISSUE_KEPT;
  _hearsay_issue_remove_wording (row, tidy);
  _hearsay_issue_add_wording (row, old);
  finish_step (self, g_steal_pointer (&step), g_strdup_printf (_("Rename “%s”"), old));
  return TRUE;
}

/**
 * hearsay_store_set_issue_wordings:
 * @wordings: (array zero-terminated=1): all words for it beside its name
 *
 * One step that can be taken back.
 */
gboolean
hearsay_store_set_issue_wordings (HearsayStore       *self,
                                  HearsayIssue       *issue,
                                  const char *const  *wordings,
                                  GError            **error)
{
  g_autoptr (HearsayStep) step = NULL;
  HearsayIssueRow *row;

  g_return_val_if_fail (HEARSAY_IS_STORE (self) && HEARSAY_IS_ISSUE (issue) && wordings != NULL, FALSE);

  _hearsay_store_ensure_loaded (self);
  _hearsay_store_finish_rebuild (self);
  step = hearsay_step_new (HEARSAY_STEP_ISSUES);
  row = _hearsay_issue_begin_change (self, step, hearsay_issue_get_id (issue));
  g_strfreev (row->wordings);
  row->wordings = g_new0 (char *, 1);
  row->state = HEARSAY_ISSUE_KEPT;
  for (guint i = 0; wordings[i] != NULL; i++)
    {
      g_autofree char *wording = _hearsay_issue_dup_tidy (wordings[i], error);

      if (wording == NULL || !_hearsay_issue_check_free (self, wording, row->id, error))
        return FALSE;
      _hearsay_issue_take_over (self, step, wording, row->id);
      _hearsay_issue_add_wording (row, wording);
    }
  if (g_strv_equal ((const char *const *) row->wordings, hearsay_issue_get_wordings (issue)))
    return TRUE;
  finish_step (self, g_steal_pointer (&step), g_strdup_printf (_("Change the wordings of “%s”"), row->name));
  return TRUE;
}

/**
 * hearsay_store_merge_issues:
 * @into: what they all are
 * @others: (array length=n_others): issues that are @into as well
 *
 * A person says that several issues are one: in all articles, and in those that
 * will be added; their names become wordings of it. One step that can be taken back.
 */
gboolean
hearsay_store_merge_issues (HearsayStore  *self,
                            HearsayIssue  *into,
                            HearsayIssue **others,
                            guint          n_others,
                            GError       **error)
{
  g_autoptr (HearsayStep) step = NULL;
  HearsayIssueRow *row;
  guint n;

  g_return_val_if_fail (HEARSAY_IS_STORE (self) && HEARSAY_IS_ISSUE (into), FALSE);
  g_return_val_if_fail (others != NULL || n_others == 0, FALSE);

  _hearsay_store_ensure_loaded (self);
  _hearsay_store_finish_rebuild (self);
  step = hearsay_step_new (HEARSAY_STEP_ISSUES);
  row = _hearsay_issue_begin_change (self, step, hearsay_issue_get_id (into));
  row->state = HEARSAY_ISSUE_KEPT;
  for (guint i = 0; i < n_others; i++)
    {
      g_autoptr (GPtrArray) names = NULL;
      HearsayIssueRow *other;

      if (others[i] == into)
        continue;
      /* What the machine called it elsewhere goes along, or it would come back by that name. */
      names = hearsay_store_list_issue_wordings (self, others[i], error);
      if (names == NULL)
        return FALSE;
      other = _hearsay_issue_begin_change (self, step, hearsay_issue_get_id (others[i]));
      _hearsay_issue_add_wording (row, other->name);
      for (guint k = 0; k < names->len; k++)
        _hearsay_issue_add_wording (row, g_ptr_array_index (names, k));
      other->state = HEARSAY_ISSUE_FOUND;
      g_strfreev (other->wordings);
      other->wordings = g_new0 (char *, 1);
    }
  n = step->issues->len - 1;
  if (n == 0)
    return TRUE;
  finish_step (self, g_steal_pointer (&step),
               g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Merge %u issue", "Merge %u issues", n), n));
  return TRUE;
}

/**
 * hearsay_store_split_issue:
 * @issue: one that is two
 * @wording: how the other one is called
 *
 * A person says that one of the wordings of an issue is an issue of its own.
 * Statements that have it in these words alone go with it, with their positions.
 * One step that can be taken back.
 *
 * Returns: (transfer none) (nullable): the other one; %NULL with %HEARSAY_STORE_ERROR_BAD_NAME
 *   for the name of @issue itself, or a wording of a third one
 */
HearsayIssue *
hearsay_store_split_issue (HearsayStore  *self,
                           HearsayIssue  *issue,
                           const char    *wording,
                           GError       **error)
{
  g_autoptr (HearsayStep) step = NULL;
  g_autofree char *tidy = NULL;
  g_autofree char *id = NULL;
  HearsayIssueRow *other;

  g_return_val_if_fail (HEARSAY_IS_STORE (self) && HEARSAY_IS_ISSUE (issue) && wording != NULL, NULL);

  _hearsay_store_ensure_loaded (self);
  _hearsay_store_finish_rebuild (self);
  tidy = _hearsay_issue_dup_tidy (wording, error);
  if (tidy == NULL || !_hearsay_issue_check_free (self, tidy, hearsay_issue_get_id (issue), error))
    return NULL;
  if (_hearsay_issue_is_same (tidy, hearsay_issue_get_name (issue)))
    {
      g_set_error (error, HEARSAY_STORE_ERROR, HEARSAY_STORE_ERROR_BAD_NAME,
                   _("“%s” is the name of the issue; rename it before its name is split off"), tidy);
      return NULL;
    }
  step = hearsay_step_new (HEARSAY_STEP_ISSUES);
  _hearsay_issue_remove_wording (_hearsay_issue_begin_change (self, step, hearsay_issue_get_id (issue)), tidy);
  other = _hearsay_issue_begin_named (self, step, tidy);
  id = g_strdup (other->id);
  finish_step (self, g_steal_pointer (&step), g_strdup_printf (_("Split off “%s”"), tidy));
  return hearsay_collection_find_issue (self->collection, id);
}

/**
 * hearsay_store_delete_issues:
 * @issues: (array length=n_issues): what is nothing to argue about
 *
 * Takes issues out of all articles, and keeps the machine from proposing them
 * again. One step that can be taken back.
 */
gboolean
hearsay_store_delete_issues (HearsayStore  *self,
                             HearsayIssue **issues,
                             guint          n_issues,
                             GError       **error)
{
  g_autoptr (HearsayStep) step = NULL;
  guint n;

  g_return_val_if_fail (HEARSAY_IS_STORE (self), FALSE);
  g_return_val_if_fail (issues != NULL || n_issues == 0, FALSE);

  _hearsay_store_ensure_loaded (self);
  _hearsay_store_finish_rebuild (self);
  step = hearsay_step_new (HEARSAY_STEP_ISSUES);
  for (guint i = 0; i < n_issues; i++)
    {
      g_autoptr (GPtrArray) names = NULL;
      HearsayIssueRow *row;

      if (hearsay_issue_get_state (issues[i]) == HEARSAY_ISSUE_REMOVED)
        continue;
      names = hearsay_store_list_issue_wordings (self, issues[i], error);
      if (names == NULL)
        return FALSE;
      row = _hearsay_issue_begin_change (self, step, hearsay_issue_get_id (issues[i]));
      row->state = HEARSAY_ISSUE_REMOVED;
      for (guint k = 0; k < names->len; k++)
        _hearsay_issue_add_wording (row, g_ptr_array_index (names, k));
    }
  n = step->issues->len;
  if (n == 0)
    return TRUE;
  finish_step (self, g_steal_pointer (&step),
               g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Delete %u issue", "Delete %u issues", n), n));
  return TRUE;
}

/**
 * hearsay_store_dup_kept_issues:
 *
 * What the engine is to be given, so that it finds where speakers stand on the
 * issues that people keep.
 *
 * Returns: (transfer full) (element-type GStrv): the name of each, then its other wordings; not changed any more
 */
GPtrArray *
hearsay_store_dup_kept_issues (HearsayStore *self)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  GListModel *issues;

  g_return_val_if_fail (HEARSAY_IS_STORE (self), kept);

  issues = hearsay_collection_get_issues (self->collection);
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (HearsayIssue) issue = g_list_model_get_item (issues, i);
      g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

      if (hearsay_issue_get_state (issue) != HEARSAY_ISSUE_KEPT)
        continue;
      g_strv_builder_add (words, hearsay_issue_get_name (issue));
      g_strv_builder_addv (words, (const char **) hearsay_issue_get_wordings (issue));
      g_ptr_array_add (kept, g_strv_builder_end (words));
    }
  return kept;
}

typedef struct
{
  const char *id;
  GPtrArray *names;
} Names;

static gboolean
read_names_cb (HearsayDatabase  *database,
               gpointer          data,
               GError          **error)
{
  Names *names = data;

  names->names = hearsay_store_rows_read_issue_names (database, names->id, error);
  return names->names != NULL;
}

/**
 * hearsay_store_list_issue_wordings:
 *
 * Waits for the writer.
 *
 * Returns: (transfer full) (element-type utf8) (nullable): what people call the issue beside its
 *   name, then what articles call it, each once
 */
GPtrArray *
hearsay_store_list_issue_wordings (HearsayStore  *self,
                                   HearsayIssue  *issue,
                                   GError       **error)
{
  Names names = { 0 };
  g_autoptr (HearsayIssueRow) all = NULL;
  g_autoptr (GPtrArray) found = NULL;
  GPtrArray *wordings;

  g_return_val_if_fail (HEARSAY_IS_STORE (self) && HEARSAY_IS_ISSUE (issue), NULL);

  names.id = hearsay_issue_get_id (issue);
  if (!hearsay_writer_query (self->writer, read_names_cb, &names, error))
    return NULL;
  found = names.names;
  all = hearsay_issue_row_new (names.id, hearsay_issue_get_name (issue));
  for (guint i = 0; hearsay_issue_get_wordings (issue)[i] != NULL; i++)
    _hearsay_issue_add_wording (all, hearsay_issue_get_wordings (issue)[i]);
  for (guint i = 0; i < found->len; i++)
    if (g_ptr_array_index (found, i) != NULL)
      _hearsay_issue_add_wording (all, g_ptr_array_index (found, i));
  wordings = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; all->wordings[i] != NULL; i++)
    g_ptr_array_add (wordings, g_strdup (all->wordings[i]));
  return wordings;
}
