/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/hearsay-cli-analysis.h"
#include "cli/hearsay-cli-figure.h"
#include "cli/hearsay-cli-options.h"
#include "cli/hearsay-cli-verbs.h"
#include "io/hearsay-facts.h"
#include "io/hearsay-timeline-table.h"

typedef struct
{
  char *output;
  char *issue;
  char *order;
  char *show;
  char *curve;
  char *unit;
  char **files;
  int jobs;
  gboolean recursive;
  HearsayCliFigure figure;
} Arguments;

typedef enum
{
  FORM_PICTURE,
  FORM_CSV,
  FORM_JSON,
} Form;

typedef struct
{
  Form form;
  HearsayLaneOrder order;
  HearsayFigureOptions figure;
} Plan;

static void
clear_arguments (Arguments *self)
{
  g_free (self->output);
  g_free (self->issue);
  g_free (self->order);
  g_free (self->show);
  g_free (self->curve);
  g_free (self->unit);
  g_strfreev (self->files);
  hearsay_cli_figure_clear (&self->figure);
}

static gboolean
parse_arguments (Arguments  *self,
                 int         argc,
                 char      **argv)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output, N_("File to write: its ending says what it is"), "OUT" },
    { "issue", 0, 0, G_OPTION_ARG_STRING, &self->issue, N_("Show where the speakers stand on this issue"), "NAME" },
    { "order", 0, 0, G_OPTION_ARG_STRING, &self->order, N_("Sort speakers by first (the default), name or count"), "ORDER" },
    { "show", 0, 0, G_OPTION_ARG_STRING, &self->show, N_("Draw marks (the default), curves or totals"), "WHAT" },
    { "curve", 0, 0, G_OPTION_ARG_STRING, &self->curve, N_("Curves are smoothed (the default) or stepped"), "CURVE" },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &self->unit, N_("Totals per day, week, month or year"), "UNIT" },
    { "recursive", 'r', 0, G_OPTION_ARG_NONE, &self->recursive, N_("Read the files in folders"), NULL },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &self->jobs, N_("Threads"), "N" },
    HEARSAY_CLI_FIGURE_ENTRIES (&self->figure),
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  return hearsay_cli_parse (argc, argv, _("FILE…"), _("Draws who said what when."),
                            _("OUT ends in .png, .svg or .pdf for a picture, or in .csv or .json for the rows:\n"
                              "a statement each, with --show a point of a curve or the totals of a day each."), entries);
}

/* Returns: the place of @name in @names, 0 when it was not given, or -1 */
static int
find_name (const char        *name,
           const char *const *names)
{
  for (int i = 0; name != NULL && names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], name))
        return i;
    }
  return name == NULL ? 0 : -1;
}

/* Returns: whether all names are known; if not, that has been said */
static gboolean
parse_names (Plan            *plan,
             const Arguments *arguments,
             const char      *verb)
{
  static const char *const orders[] = { "first", "name", "count", NULL };
  static const char *const modes[] = { "marks", "curves", "totals", NULL };
  static const char *const curves[] = { "smoothed", "stepped", NULL };
  static const char *const units[] = { "auto", "day", "week", "month", "year", NULL };
  int order = find_name (arguments->order, orders);
  int mode = find_name (arguments->show, modes);
  int curve = find_name (arguments->curve, curves);
  int unit = find_name (arguments->unit, units);

  if (order < 0)
    hearsay_cli_usage (verb, _("--order is first, name or count"));
  else if (mode < 0)
    hearsay_cli_usage (verb, _("--show is marks, curves or totals"));
  else if (curve < 0)
    hearsay_cli_usage (verb, _("--curve is smoothed or stepped"));
  else if (unit < 0)
    hearsay_cli_usage (verb, _("--unit is auto, day, week, month or year"));
  else
    {
      plan->order = (HearsayLaneOrder) order;
      plan->figure.mode = (HearsayTimelineMode) mode;
      plan->figure.stepped = curve == 1;
      plan->figure.unit = (HearsayTotalUnit) unit;
      return TRUE;
    }
  return FALSE;
}

static gboolean
has_ending (const char *name,
            const char *ending)
{
  gsize length = strlen (name);
  gsize n = strlen (ending);

  return length > n && g_ascii_strcasecmp (name + length - n, ending) == 0;
}

static gboolean
make_plan (Plan            *plan,
           const Arguments *arguments,
           const char      *verb)
{
  gboolean is_picture;

  if (arguments->output == NULL)
    {
      hearsay_cli_usage (verb, _("--output is missing"));
      return FALSE;
    }
  if (!hearsay_cli_figure_options (&arguments->figure, verb, arguments->output, &plan->figure, &is_picture) ||
      !parse_names (plan, arguments, verb))
    return FALSE;
  if (!is_picture && !has_ending (arguments->output, ".csv") && !has_ending (arguments->output, ".json"))
    hearsay_cli_usage (verb, _("OUT ends in .png, .svg, .pdf, .csv or .json"));
  else if (arguments->jobs < 1)
    hearsay_cli_usage (verb, _("--jobs needs a number from 1"));
  else if (arguments->files == NULL)
    hearsay_cli_usage (verb, _("No file is given"));
  else
    {
      plan->form = is_picture ? FORM_PICTURE : has_ending (arguments->output, ".csv") ? FORM_CSV : FORM_JSON;
      return TRUE;
    }
  return FALSE;
}

/* A curve is about something: without an issue, about the one with most stances. */
static HearsayTimeline *
new_timeline (const HearsayFacts *facts,
              const Plan         *plan,
              const char         *issue)
{
  if (issue == NULL && plan->figure.mode == HEARSAY_TIMELINE_CURVES)
    issue = hearsay_facts_find_main_issue (facts);
  return hearsay_facts_dup_timeline (facts, issue, plan->order, plan->figure.mode == HEARSAY_TIMELINE_TOTALS);
}

static void
append_rows (const HearsayFacts    *facts,
             const HearsayTimeline *timeline,
             const Plan            *plan,
             GString               *out)
{
  HearsayTableForm form = plan->form == FORM_CSV ? HEARSAY_TABLE_CSV : HEARSAY_TABLE_JSON;

  if (plan->figure.mode == HEARSAY_TIMELINE_CURVES)
    hearsay_timeline_table_append_curves (timeline, plan->figure.stepped, form, out);
  else if (plan->figure.mode == HEARSAY_TIMELINE_TOTALS)
    hearsay_timeline_table_append_totals (timeline, plan->figure.unit, form, out);
  else if (plan->form == FORM_CSV)
    hearsay_facts_append_csv (facts, out);
  else
    hearsay_facts_append_json (facts, out);
}

static GBytes *
make_bytes (const HearsayFacts *facts,
            const Plan         *plan,
            const char         *issue,
            GError            **error)
{
  g_autoptr (HearsayTimeline) timeline = new_timeline (facts, plan, issue);
  GString *text;
  gsize length;

  if (plan->form == FORM_PICTURE)
    return hearsay_figure_write_timeline (timeline, &plan->figure, NULL, error);
  text = g_string_new (NULL);
  append_rows (facts, timeline, plan, text);
  length = text->len;
  return g_bytes_new_take (g_string_free (text, FALSE), length);
}

static int
run (const Arguments *arguments,
     const char      *verb)
{
  Plan plan = { 0 };
  g_autoptr (GPtrArray) analyses = NULL;
  g_autoptr (HearsayFacts) facts = NULL;
  g_autoptr (HearsayCliOutput) out = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gboolean failed;

  if (!make_plan (&plan, arguments, verb))
    return HEARSAY_EXIT_USAGE;
  analyses = hearsay_cli_analyze_files (arguments->files, arguments->recursive, (guint) arguments->jobs, &failed);
  if (failed && analyses->len == 0)
    return HEARSAY_EXIT_SOME_FAILED;
  facts = hearsay_facts_new (analyses);
  bytes = make_bytes (facts, &plan, arguments->issue, &error);
  if (bytes == NULL)
    {
      hearsay_cli_report_error (arguments->output, error);
      return HEARSAY_EXIT_SOME_FAILED;
    }
  out = hearsay_cli_output_new (arguments->output);
  hearsay_cli_output_write (out, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (!hearsay_cli_output_commit (out))
    failed = TRUE;
  return failed ? HEARSAY_EXIT_SOME_FAILED : HEARSAY_EXIT_DONE;
}

int
hearsay_cli_timeline (int    argc,
                      char **argv)
{
  Arguments arguments = { .jobs = (int) g_get_num_processors () };
  int status = HEARSAY_EXIT_USAGE;

  if (parse_arguments (&arguments, argc, argv))
    status = run (&arguments, argv[0]);
  clear_arguments (&arguments);
  return status;
}
