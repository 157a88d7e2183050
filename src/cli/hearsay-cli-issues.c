/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "cli/hearsay-cli-issues.h"

#include <glib/gi18n.h>

#include "cli/hearsay-cli-options.h"
#include "cli/hearsay-cli-store.h"
#include "cli/hearsay-cli.h"
#include "io/hearsay-json-writer.h"
#include "model/hearsay-issue-tally.h"
#include "model/hearsay-wording-key.h"

static void
append_issue (GString                 *out,
              const HearsayIssueCount *count)
{
  HearsayJsonWriter writer = HEARSAY_JSON_WRITER_INIT (out, 0);
  const char *const *wordings = hearsay_issue_get_wordings (count->issue);

  hearsay_json_begin_object (&writer);
  hearsay_json_key (&writer, "id");
  hearsay_json_string (&writer, hearsay_issue_get_id (count->issue));
  hearsay_json_key (&writer, "name");
  hearsay_json_string (&writer, hearsay_issue_get_name (count->issue));
  hearsay_json_key (&writer, "kept");
  hearsay_json_boolean (&writer, hearsay_issue_get_state (count->issue) == HEARSAY_ISSUE_KEPT);
  hearsay_json_key (&writer, "wordings");
  hearsay_json_begin_array (&writer);
  for (guint i = 0; wordings[i] != NULL; i++)
    hearsay_json_string (&writer, wordings[i]);
  hearsay_json_end_array (&writer);
  hearsay_json_key (&writer, "statements");
  hearsay_json_int (&writer, count->n_statements);
  hearsay_json_key (&writer, "speakers");
  hearsay_json_int (&writer, count->n_speakers);
  hearsay_json_end_object (&writer);
  g_string_append_c (out, '\n');
}

static GArray *
count_issues (HearsayStore *store)
{
  g_autoptr (HearsayIssueTally) tally = hearsay_issue_tally_new (hearsay_store_get_collection (store));

  hearsay_issue_tally_run (tally, G_MAXUINT);
  return hearsay_issue_tally_dup_counts (tally);
}

/**
 * hearsay_cli_issues_list:
 *
 * Appends one JSON object a line for each issue of the collection, the most spoken of first.
 */
void
hearsay_cli_issues_list (HearsayStore *store,
                         GString      *out)
{
  g_autoptr (GArray) counts = count_issues (store);

  for (guint i = 0; i < counts->len; i++)
    append_issue (out, &g_array_index (counts, HearsayIssueCount, i));
}

static gboolean
is_called (HearsayIssue *issue,
           const char   *wanted)
{
  const char *const *wordings = hearsay_issue_get_wordings (issue);
  g_autofree char *key = hearsay_wording_dup_key (hearsay_issue_get_name (issue));

  if (g_str_equal (key, wanted))
    return TRUE;
  for (guint i = 0; wordings[i] != NULL; i++)
    {
      g_autofree char *other = hearsay_wording_dup_key (wordings[i]);

      if (g_str_equal (other, wanted))
        return TRUE;
    }
  return FALSE;
}

/* An id, a name, or one of the wordings of an issue. */
static HearsayIssue *
find_issue (HearsayStore *store,
            const char   *path,
            const char   *name)
{
  g_autoptr (GArray) counts = count_issues (store);
  g_autofree char *wanted = NULL;
  g_autofree char *reason = NULL;

  if (g_utf8_validate (name, -1, NULL))
    {
      wanted = hearsay_wording_dup_key (name);
      for (guint i = 0; i < counts->len; i++)
        {
          HearsayIssue *issue = g_array_index (counts, HearsayIssueCount, i).issue;

          if (g_str_equal (hearsay_issue_get_id (issue), name) || is_called (issue, wanted))
            return issue;
        }
    }
  reason = g_strdup_printf (_("There is no issue “%s”"), name);
  hearsay_cli_report (path, reason);
  return NULL;
}

/**
 * hearsay_cli_issues_add:
 * @names: the name of a new issue, then other words for it
 *
 * Returns: the exit status
 */
int
hearsay_cli_issues_add (HearsayStore *store,
                        const char   *path,
                        char        **names)
{
  g_autoptr (GError) error = NULL;

  if (names[0] == NULL)
    return hearsay_cli_usage ("collection", _("Name the issue"));
  hearsay_store_add_issue (store, names[0], (const char *const *) names + 1, &error);
  return hearsay_cli_finish_store (store, path, error);
}

/**
 * hearsay_cli_issues_rename:
 * @names: an issue, and its new name
 *
 * Returns: the exit status
 */
int
hearsay_cli_issues_rename (HearsayStore *store,
                           const char   *path,
                           char        **names)
{
  g_autoptr (GError) error = NULL;
  HearsayIssue *issue;

  if (names[0] == NULL || names[1] == NULL || names[2] != NULL)
    return hearsay_cli_usage ("collection", _("Name an issue, and what it is called from now on"));
  issue = find_issue (store, path, names[0]);
  if (issue == NULL)
    return HEARSAY_EXIT_SOME_FAILED;
  hearsay_store_rename_issue (store, issue, names[1], &error);
  return hearsay_cli_finish_store (store, path, error);
}

/**
 * hearsay_cli_issues_wordings:
 * @names: an issue, then all words for it beside its name
 *
 * Returns: the exit status
 */
int
hearsay_cli_issues_wordings (HearsayStore *store,
                             const char   *path,
                             char        **names)
{
  g_autoptr (GError) error = NULL;
  HearsayIssue *issue;

  if (names[0] == NULL)
    return hearsay_cli_usage ("collection", _("Name an issue, and the other words for it"));
  issue = find_issue (store, path, names[0]);
  if (issue == NULL)
    return HEARSAY_EXIT_SOME_FAILED;
  hearsay_store_set_issue_wordings (store, issue, (const char *const *) names + 1, &error);
  return hearsay_cli_finish_store (store, path, error);
}

/* The issues that are named, or NULL when one is not there. */
static GPtrArray *
find_issues (HearsayStore *store,
             const char   *path,
             char        **names)
{
  g_autoptr (GPtrArray) issues = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      HearsayIssue *issue = find_issue (store, path, names[i]);

      if (issue == NULL)
        return NULL;
      g_ptr_array_add (issues, issue);
    }
  return g_steal_pointer (&issues);
}

/**
 * hearsay_cli_issues_merge:
 * @names: issues: what they all are, then the others
 *
 * Returns: the exit status
 */
int
hearsay_cli_issues_merge (HearsayStore *store,
                          const char   *path,
                          char        **names)
{
  g_autoptr (GPtrArray) issues = NULL;
  g_autoptr (GError) error = NULL;

  if (names[0] == NULL || names[1] == NULL)
    return hearsay_cli_usage ("collection", _("Name the issue that stays, and at least one other"));
  issues = find_issues (store, path, names);
  if (issues == NULL)
    return HEARSAY_EXIT_SOME_FAILED;
  hearsay_store_merge_issues (store, issues->pdata[0], (HearsayIssue **) issues->pdata + 1, issues->len - 1, &error);
  return hearsay_cli_finish_store (store, path, error);
}

/**
 * hearsay_cli_issues_split:
 * @names: an issue, and the wording that is another one
 *
 * Returns: the exit status
 */
int
hearsay_cli_issues_split (HearsayStore *store,
                          const char   *path,
                          char        **names)
{
  g_autoptr (GError) error = NULL;
  HearsayIssue *issue;

  if (names[0] == NULL || names[1] == NULL || names[2] != NULL)
    return hearsay_cli_usage ("collection", _("Name an issue, and the wording of it that is another one"));
  issue = find_issue (store, path, names[0]);
  if (issue == NULL)
    return HEARSAY_EXIT_SOME_FAILED;
  hearsay_store_split_issue (store, issue, names[1], &error);
  return hearsay_cli_finish_store (store, path, error);
}

/**
 * hearsay_cli_issues_delete:
 * @names: issues that shall not be found again
 *
 * Returns: the exit status
 */
int
hearsay_cli_issues_delete (HearsayStore *store,
                           const char   *path,
                           char        **names)
{
  g_autoptr (GPtrArray) issues = NULL;
  g_autoptr (GError) error = NULL;

  if (names[0] == NULL)
    return hearsay_cli_usage ("collection", _("Name at least one issue"));
  issues = find_issues (store, path, names);
  if (issues == NULL)
    return HEARSAY_EXIT_SOME_FAILED;
  hearsay_store_delete_issues (store, (HearsayIssue **) issues->pdata, issues->len, &error);
  return hearsay_cli_finish_store (store, path, error);
}
