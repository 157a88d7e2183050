/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "cli/hearsay-cli-analysis.h"
#include "cli/hearsay-cli-format.h"
#include "cli/hearsay-cli-issues.h"
#include "cli/hearsay-cli-options.h"
#include "cli/hearsay-cli-output.h"
#include "cli/hearsay-cli-people.h"
#include "cli/hearsay-cli-store.h"
#include "cli/hearsay-cli-verbs.h"
#include "io/hearsay-json-writer.h"
#include "store/hearsay-store.h"

typedef struct
{
  char *output;
  char *format;
  char *input;
  char **rest; /* what to do, the collection, and what goes with it */
  int jobs;
  int limit;
  gboolean recursive;
  gboolean with_text;
} Arguments;

static void
keep_failure (HearsayStore *store,
              GError       *error,
              gpointer      data)
{
  GError **failure = data;

  if (*failure == NULL)
    *failure = g_error_copy (error);
}

/* Opens a collection with all of its articles; one that is not there only where it is to be made. */
static HearsayStore *
open_store (const char *path,
            gboolean    create)
{
  g_autoptr (HearsayStore) store = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  if (!create && g_stat (path, &info) != 0)
    {
      hearsay_cli_report (path, _("There is no such file"));
      return NULL;
    }
  /* The database would make a collection of it, and a question must not write. */
  if (!create && info.st_size == 0)
    {
      hearsay_cli_report (path, _("The file is empty"));
      return NULL;
    }
  store = hearsay_store_open (path, &error);
  if (store == NULL)
    {
      hearsay_cli_report_error (path, error);
      return NULL;
    }
  while (hearsay_store_is_loading (store))
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (&store);
}

static int
check (const char *path)
{
  g_autoptr (HearsayStore) store = open_store (path, FALSE);

  if (store == NULL)
    return HEARSAY_EXIT_SOME_FAILED;
  if (hearsay_store_get_problem (store) != NULL)
    {
      hearsay_cli_report (path, hearsay_store_get_problem (store));
      return HEARSAY_EXIT_SOME_FAILED;
    }
  return HEARSAY_EXIT_DONE;
}

static void
add_analysis (HearsayAnalysis *analysis,
              gpointer         store)
{
  hearsay_store_add_analysis (store, analysis);
}

static int
import (const Arguments *arguments,
        const char      *path,
        char           **files)
{
  g_autoptr (HearsayStore) store = NULL;
  g_autoptr (GPtrArray) issues = NULL;
  g_autoptr (GError) failure = NULL;
  HearsayCliInputKind kind;
  gboolean done;

  if (!hearsay_cli_input_kind_parse (arguments->input, &kind))
    return hearsay_cli_usage ("collection", _("--input is jsonl or files"));
  if (files[0] == NULL)
    return hearsay_cli_usage ("collection", _("No file is given"));
  store = open_store (path, TRUE);
  if (store == NULL)
    return HEARSAY_EXIT_SOME_FAILED;
  if (hearsay_store_is_read_only (store))
    {
      hearsay_cli_report (path, _("The collection can only be read"));
      return HEARSAY_EXIT_SOME_FAILED;
    }
  g_signal_connect (store, "failed", G_CALLBACK (keep_failure), &failure);
  issues = hearsay_store_dup_kept_issues (store);
  done = hearsay_cli_analyze_each (files, kind, arguments->recursive, (guint) arguments->jobs, issues, add_analysis, store);
  if (hearsay_cli_finish_store (store, path, failure) != HEARSAY_EXIT_DONE)
    done = FALSE;
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  return done ? HEARSAY_EXIT_DONE : HEARSAY_EXIT_SOME_FAILED;
}

static int
export (const Arguments *arguments,
        const char      *path)
{
  g_autoptr (HearsayStore) store = NULL;
  g_autoptr (HearsayCliOutput) out = NULL;
  HearsayCliWriter writer = { 0 };
  GListModel *articles;
  gboolean failed = FALSE;

  if (arguments->format != NULL && !hearsay_cli_format_parse (arguments->format, &writer.format))
    return hearsay_cli_usage ("collection", _("--format is one of jsonl, json, csv and table"));
  store = open_store (path, FALSE);
  if (store == NULL)
    return HEARSAY_EXIT_SOME_FAILED;
  out = hearsay_cli_output_new (arguments->output);
  writer.output = out;
  hearsay_cli_writer_begin (&writer);
  articles = hearsay_collection_get_articles (hearsay_store_get_collection (store));
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (HearsayArticle) article = g_list_model_get_item (articles, i);
      g_autoptr (HearsayAnalysis) analysis = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      analysis = hearsay_store_read_analysis (store, article, &error);
      if (analysis == NULL)
        {
          hearsay_cli_report_error (path, error);
          failed = TRUE;
          continue;
        }
      text = hearsay_cli_format_one (writer.format, analysis, arguments->with_text);
      hearsay_cli_writer_add (&writer, text);
    }
  hearsay_cli_writer_end (&writer);
  return hearsay_cli_output_commit (out) && !failed ? HEARSAY_EXIT_DONE : HEARSAY_EXIT_SOME_FAILED;
}

static void
append_hit (HearsayStore          *store,
            const HearsayStoreHit *hit,
            GString               *out)
{
  HearsayArticle *article = hearsay_collection_find_article (hearsay_store_get_collection (store), hit->article_id);
  HearsayJsonWriter writer = HEARSAY_JSON_WRITER_INIT (out, 0);
  g_auto (GStrv) opened = g_strsplit (hit->snippet, "\xe2\x81\xa8", -1);
  g_autofree char *begun = g_strjoinv ("**", opened);
  g_auto (GStrv) closed = g_strsplit (begun, "\xe2\x81\xa9", -1);
  g_autofree char *snippet = g_strjoinv ("**", closed);

  hearsay_json_begin_object (&writer);
  hearsay_json_key (&writer, "article");
  hearsay_json_string (&writer, hit->article_id);
  hearsay_json_key (&writer, "title");
  hearsay_json_string (&writer, article != NULL ? hearsay_article_get_title (article) : NULL);
  hearsay_json_key (&writer, "snippet");
  hearsay_json_string (&writer, snippet);
  hearsay_json_end_object (&writer);
  g_string_append_c (out, '\n');
}

static int
search (const Arguments *arguments,
        const char      *path,
        char           **words)
{
  g_autoptr (HearsayStore) store = NULL;
  g_autoptr (HearsayCliOutput) out = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *query = g_strjoinv (" ", words);

  if (query[0] == '\0')
    return hearsay_cli_usage ("collection", _("No words are given"));
  store = open_store (path, FALSE);
  if (store == NULL)
    return HEARSAY_EXIT_SOME_FAILED;
  hits = hearsay_store_search (store, query, (guint) arguments->limit, &error);
  if (hits == NULL)
    {
      hearsay_cli_report_error (path, error);
      return HEARSAY_EXIT_SOME_FAILED;
    }
  for (guint i = 0; i < hits->len; i++)
    append_hit (store, g_ptr_array_index (hits, i), text);
  out = hearsay_cli_output_new (arguments->output);
  hearsay_cli_output_write (out, text->str, text->len);
  return hearsay_cli_output_commit (out) ? HEARSAY_EXIT_DONE : HEARSAY_EXIT_SOME_FAILED;
}

/* Prints one line for each actor or issue. */
static int
list (const Arguments *arguments,
      const char      *path,
      void           (*append) (HearsayStore *, GString *))
{
  g_autoptr (HearsayStore) store = open_store (path, FALSE);
  g_autoptr (HearsayCliOutput) out = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (store == NULL)
    return HEARSAY_EXIT_SOME_FAILED;
  append (store, text);
  out = hearsay_cli_output_new (arguments->output);
  hearsay_cli_output_write (out, text->str, text->len);
  return hearsay_cli_output_commit (out) ? HEARSAY_EXIT_DONE : HEARSAY_EXIT_SOME_FAILED;
}

/* Says who is who, or what is what, in a collection that can be written. */
static int
change (const char *path,
        char      **names,
        int       (*func) (HearsayStore *, const char *, char **))
{
  g_autoptr (HearsayStore) store = open_store (path, FALSE);

  if (store == NULL)
    return HEARSAY_EXIT_SOME_FAILED;
  if (hearsay_store_is_read_only (store))
    {
      hearsay_cli_report (path, _("The collection can only be read"));
      return HEARSAY_EXIT_SOME_FAILED;
    }
  return func (store, path, names);
}

/* What changes who is who and what is argued about. */
static const struct
{
  const char *name;
  int (*func) (HearsayStore *store, const char *path, char **names);
} changes[] = {
  { "merge", hearsay_cli_people_merge },
  { "split", hearsay_cli_people_split },
  { "issue-add", hearsay_cli_issues_add },
  { "issue-rename", hearsay_cli_issues_rename },
  { "issue-wordings", hearsay_cli_issues_wordings },
  { "issue-merge", hearsay_cli_issues_merge },
  { "issue-split", hearsay_cli_issues_split },
  { "issue-delete", hearsay_cli_issues_delete },
};

static int
run (const Arguments *arguments)
{
  char **rest = arguments->rest;

  if (rest == NULL || rest[0] == NULL)
    return hearsay_cli_usage ("collection", _("Say what to do: import, export, search, check, actors, merge, split, issues or one of issue-…"));
  if (arguments->jobs < 1 || arguments->limit < 1)
    return hearsay_cli_usage ("collection", _("--jobs and --limit need a number from 1"));
  if (rest[1] == NULL)
    return hearsay_cli_usage ("collection", _("No collection is given"));
  if (g_str_equal (rest[0], "check"))
    return check (rest[1]);
  if (g_str_equal (rest[0], "import"))
    return import (arguments, rest[1], rest + 2);
  if (g_str_equal (rest[0], "export"))
    return export (arguments, rest[1]);
  if (g_str_equal (rest[0], "search"))
    return search (arguments, rest[1], rest + 2);
  if (g_str_equal (rest[0], "actors"))
    return list (arguments, rest[1], hearsay_cli_people_list);
  if (g_str_equal (rest[0], "issues"))
    return list (arguments, rest[1], hearsay_cli_issues_list);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    if (g_str_equal (rest[0], changes[i].name))
      return change (rest[1], rest + 2, changes[i].func);
  return hearsay_cli_usage ("collection", _("Say what to do: import, export, search, check, actors, merge, split, issues or one of issue-…"));
}

int
hearsay_cli_collection (int    argc,
                        char **argv)
{
  Arguments arguments = { .jobs = (int) g_get_num_processors (), .limit = 100 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments.output, N_("Write to OUT instead of standard output"), "OUT" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &arguments.format, N_("Export as jsonl (the default), json, csv or table"), "FORMAT" },
    { "text", 't', 0, G_OPTION_ARG_NONE, &arguments.with_text, N_("Put the text of the article into each document"), NULL },
    { "input", 'i', 0, G_OPTION_ARG_STRING, &arguments.input, N_("Import jsonl: one article a line as JSON, also what ends in .jsonl; files: none does"), "KIND" },
    { "limit", 0, 0, G_OPTION_ARG_INT, &arguments.limit, N_("Articles found at most"), "N" },
    { "recursive", 'r', 0, G_OPTION_ARG_NONE, &arguments.recursive, N_("Read the files in folders"), NULL },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &arguments.jobs, N_("Articles analysed at the same time"), "N" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments.rest, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  int status = HEARSAY_EXIT_USAGE;

  if (hearsay_cli_parse (argc, argv, "import|export|search|check|actors|merge|split|issues|issue-… COLLECTION …",
                         _("Works on a saved collection."),
                         _("import COLLECTION FILE…   analyses files and adds them; makes the collection where there is none\n"
                           "export COLLECTION         prints its analyses\n"
                           "search COLLECTION WORD…   finds articles with all these words\n"
                           "check COLLECTION          says whether the file is whole\n"
                           "actors COLLECTION         prints everybody with names, roles and their days, as JSON Lines\n"
                           "merge COLLECTION NAME NAME…     says that the others are the first\n"
                           "split COLLECTION NAME ARTICLE…  says that in these articles (by id) it is somebody else\n"
                           "issues COLLECTION         prints what is argued about, with other words for it, as JSON Lines\n"
                           "issue-add COLLECTION NAME WORDING…      makes an issue, looked for by name and wordings\n"
                           "issue-rename COLLECTION ISSUE NAME      calls it otherwise\n"
                           "issue-wordings COLLECTION ISSUE WORDING…  says what other words there are for it\n"
                           "issue-merge COLLECTION ISSUE ISSUE…     says that the others are the first\n"
                           "issue-split COLLECTION ISSUE WORDING    says that a wording of it is an issue of its own\n"
                           "issue-delete COLLECTION ISSUE…          says that it is none, now and in later imports"),
                         entries))
    status = run (&arguments);
  g_free (arguments.output);
  g_free (arguments.format);
  g_free (arguments.input);
  g_strfreev (arguments.rest);
  return status;
}
