/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-issue-change.h"

#include <glib/gi18n-lib.h>

#include "model/hearsay-wording-key.h"
#include "store/hearsay-store-builder.h"

/* Characters of a name or wording. */
#define MAX_LETTERS 200

/* Notes an issue as it is, and returns what it shall become, for the caller to fill in. */
HearsayIssueRow *
_hearsay_issue_begin_change (HearsayStore *self,
                             HearsayStep  *step,
                             const char   *id)
{
  const HearsayIssueRow *row = hearsay_issue_rules_get (self->rules, id);
  HearsayIssueRow *change;

  for (guint i = 0; i < step->issues->len; i++)
    if (g_str_equal (((HearsayIssueRow *) g_ptr_array_index (step->issues, i))->id, id))
      return g_ptr_array_index (step->issues, i);
  change = hearsay_issue_row_copy (row);
  g_ptr_array_add (step->issues_before, hearsay_issue_row_copy (row));
  g_ptr_array_add (step->issues, change);
  return change;
}

gboolean
_hearsay_issue_is_same (const char *one,
                        const char *other)
{
  g_autofree char *key = hearsay_wording_dup_key (one);
  g_autofree char *other_key = hearsay_wording_dup_key (other);

  return g_str_equal (key, other_key);
}

/* One wording more, unless the issue is called so anyway. */
void
_hearsay_issue_add_wording (HearsayIssueRow *row,
                            const char      *wording)
{
  guint n = g_strv_length (row->wordings);

  if (_hearsay_issue_is_same (row->name, wording))
    return;
  for (guint i = 0; i < n; i++)
    if (_hearsay_issue_is_same (row->wordings[i], wording))
      return;
  row->wordings = g_renew (char *, row->wordings, n + 2);
  row->wordings[n] = g_strdup (wording);
  row->wordings[n + 1] = NULL;
}

void
_hearsay_issue_remove_wording (HearsayIssueRow *row,
                               const char      *wording)
{
  guint n = 0;

  for (guint i = 0; row->wordings[i] != NULL; i++)
    if (_hearsay_issue_is_same (row->wordings[i], wording))
      g_free (row->wordings[i]);
    else
      row->wordings[n++] = row->wordings[i];
  row->wordings[n] = NULL;
}

/* Without superfluous blanks; NULL for what is no name. */
char *
_hearsay_issue_dup_tidy (const char  *name,
                         GError     **error)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) tidy = g_string_new (NULL);
  g_autofree char *key = NULL;

  if (g_utf8_validate (name, -1, NULL))
    {
      words = g_strsplit_set (name, " \t\r\n", -1);
      for (guint i = 0; words[i] != NULL; i++)
        if (words[i][0] != '\0')
          g_string_append_printf (tidy, "%s%s", tidy->len > 0 ? " " : "", words[i]);
      key = hearsay_wording_dup_key (tidy->str);
      if (key[0] != '\0' && g_utf8_strlen (tidy->str, -1) <= MAX_LETTERS)
        return g_string_free (g_steal_pointer (&tidy), FALSE);
    }
  g_set_error (error, HEARSAY_STORE_ERROR, HEARSAY_STORE_ERROR_BAD_NAME,
               _("The name of an issue needs at least one letter and at most %u"), MAX_LETTERS);
  return NULL;
}

/* Whether something in the collection is about the issue, or a person keeps it. */
static gboolean
is_listed (HearsayStore          *self,
           const HearsayIssueRow *row)
{
  return row->state == HEARSAY_ISSUE_KEPT ||
         (row->state == HEARSAY_ISSUE_FOUND && hearsay_collection_has_target (self->collection,
                                                                              hearsay_collection_find_issue (self->collection, row->id)));
}

/* Whether a wording is free for an issue: of two with one wording nobody could tell which is meant. */
gboolean
_hearsay_issue_check_free (HearsayStore  *self,
                           const char    *wording,
                           const char    *id,
                           GError       **error)
{
  const HearsayIssueRow *other = hearsay_issue_rules_find (self->rules, wording);

  if (other == NULL || g_strcmp0 (other->id, id) == 0 || !is_listed (self, other))
    return TRUE;
  g_set_error (error, HEARSAY_STORE_ERROR, HEARSAY_STORE_ERROR_BAD_NAME,
               _("“%s” is a wording of the issue “%s” already; merge the two instead"), wording, other->name);
  return FALSE;
}

/* An issue that was deleted, or that nothing says any more, loses a wording to one that people keep. */
void
_hearsay_issue_take_over (HearsayStore *self,
                          HearsayStep  *step,
                          const char   *wording,
                          const char   *id)
{
  const HearsayIssueRow *other = hearsay_issue_rules_find (self->rules, wording);

  if (other != NULL && g_strcmp0 (other->id, id) != 0 && !_hearsay_issue_is_same (other->name, wording))
    _hearsay_issue_remove_wording (_hearsay_issue_begin_change (self, step, other->id), wording);
}

/* An issue of this name: one that was deleted or that nothing says now, or a new one. */
HearsayIssueRow *
_hearsay_issue_begin_named (HearsayStore *self,
                            HearsayStep  *step,
                            const char   *name)
{
  g_autofree char *plain = hearsay_store_builder_make_issue_id (name);
  g_autofree char *id = g_strdup (plain);
  const HearsayIssueRow *known = hearsay_issue_rules_find (self->rules, name);
  HearsayIssueRow *fresh;

  if (known != NULL && _hearsay_issue_is_same (known->name, name))
    {
      fresh = _hearsay_issue_begin_change (self, step, known->id);
      g_free (fresh->name);
      fresh->name = g_strdup (name);
      g_strfreev (fresh->wordings);
      fresh->wordings = g_new0 (char *, 1);
      fresh->state = HEARSAY_ISSUE_KEPT;
      return fresh;
    }
  for (guint n = 2; hearsay_issue_rules_get (self->rules, id) != NULL; n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", plain, n);
    }
  fresh = hearsay_issue_row_new (id, name);
  g_ptr_array_add (step->issues_before, hearsay_issue_row_copy (fresh));
  g_ptr_array_add (step->issues, fresh);
  fresh->state = HEARSAY_ISSUE_KEPT;
  return fresh;
}
