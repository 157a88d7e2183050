/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui-fixtures.h"

#include "ui/timeline/hearsay-timeline-targets.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>


static const char text[] =
  "The bridge over the Lund will be closed in spring, Mayor Ada Holt said on Monday.\n"
  "\n"
  "“We cannot wait any longer,” Holt told the council. “The bridge is not safe.”\n"
  "\n"
  "Ben Okoro, who speaks for the ferry, opposed the plan. He said the closure would be “a gift to nobody”.\n";

static char *data_home;

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
remove_data_home (void)
{
  remove_tree (data_home);
  g_free (data_home);
}

/**
 * ui_fixture_init_plain:
 *
 * For tests that show nothing. Gives the program a folder of its own for the
 * user's data. The system's folders stay, unlike with
 * %G_TEST_OPTION_ISOLATE_DIRS: icons are not recognised without them.
 */
void
ui_fixture_init_plain (int    *argc,
                       char ***argv)
{
  data_home = g_dir_make_tmp ("hearsay-ui-XXXXXX", NULL);
  g_assert_nonnull (data_home);
  g_assert_true (g_setenv ("XDG_DATA_HOME", data_home, TRUE));
  atexit (remove_data_home);
  g_test_init (argc, argv, NULL);
}

/**
 * ui_fixture_init:
 *
 * Returns: whether there is a display; without one the program has said that it skips
 */
gboolean
ui_fixture_init (int    *argc,
                 char ***argv)
{
  ui_fixture_init_plain (argc, argv);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP There is no display\n");
      return FALSE;
    }
  adw_init ();
  return TRUE;
}

static HearsaySpan
find_words (const char *words)
{
  const char *found = strstr (text, words);

  g_assert_nonnull (found);
  return (HearsaySpan) {
    .start = (guint32) g_utf8_pointer_to_offset (text, found),
    .end = (guint32) (g_utf8_pointer_to_offset (text, found) + g_utf8_strlen (words, -1)),
  };
}

static gint32
add_actor (HearsayAnalysis  *analysis,
           const char       *id,
           const char       *name,
           const char       *role,
           HearsayActorKind  kind)
{
  HearsaySpan mention = find_words (name);
  HearsayAnalysisActor actor = {
    .id = id,
    .name = name,
    .role = role,
    .kind = kind,
    .affiliation = -1,
    .mentions = hearsay_analysis_add_spans (analysis, &mention, 1),
  };

  g_array_append_val (analysis->actors, actor);
  return (gint32) analysis->actors->len - 1;
}

static void
add_statement (HearsayAnalysis      *analysis,
               const char           *id,
               gint32                speaker,
               HearsayStatementKind  kind,
               const char           *content,
               const char           *more,
               const char           *source,
               const char           *cue,
               HearsayPosition       position)
{
  HearsaySpan spans[2] = { find_words (content), more != NULL ? find_words (more) : HEARSAY_SPAN_NONE };
  HearsayAnalysisStance stance = {
    .target = 0,
    .target_is_issue = TRUE,
    .holder = -1,
    .position = position,
    .score = 0.5f,
    .confidence = 0.5f + 0.2f * (float) speaker,
    .sure = TRUE,
    .evidence = spans[0],
  };
  HearsayAnalysisStatement statement = {
    .id = id,
    .speaker = speaker,
    .parent = -1,
    .source = find_words (source),
    .cue = find_words (cue),
    .content = hearsay_analysis_add_spans (analysis, spans, more != NULL ? 2 : 1),
    .kind = kind,
    .said_on = hearsay_date_new_day (2024, 3, 4),
    .said_on_span = find_words ("Monday"),
    .first_stance = analysis->stances->len,
    .n_stances = 1,
    .confidence = 0.9f,
  };

  statement.said_on.basis = HEARSAY_BASIS_WORDS;
  g_array_append_val (analysis->stances, stance);
  g_array_append_val (analysis->statements, statement);
}

/**
 * ui_fixture_new_analysis:
 * @number: makes the article another one
 *
 * Returns: (transfer full): an article with two speakers and four statements
 */
HearsayAnalysis *
ui_fixture_new_analysis (guint number)
{
  HearsayAnalysis *analysis = hearsay_analysis_new (text, -1);
  HearsaySpan mention = find_words ("bridge");
  HearsayAnalysisIssue issue = { .id = "i1", .name = "bridge closure" };
  gint32 holt;
  gint32 okoro;
  g_autofree char *id = g_strdup_printf ("bridge-%u", number);
  g_autofree char *title = g_strdup_printf ("Bridge to close, part %u", number);

  analysis->id = hearsay_analysis_intern (analysis, id);
  analysis->title = hearsay_analysis_intern (analysis, title);
  analysis->publisher = "The Lund Courier";
  analysis->language = "en";
  analysis->published = hearsay_date_new_day (2024, 3, 5 + (int) (number % 20));
  issue.mentions = hearsay_analysis_add_spans (analysis, &mention, 1);
  g_array_append_val (analysis->issues, issue);
  holt = add_actor (analysis, "a1", "Ada Holt", "Mayor", HEARSAY_ACTOR_PERSON);
  okoro = add_actor (analysis, "a2", "Ben Okoro", NULL, HEARSAY_ACTOR_PERSON);
  add_statement (analysis, "s1", holt, HEARSAY_STATEMENT_INDIRECT, "The bridge over the Lund will be closed in spring",
                 NULL, "Mayor Ada Holt", "said", HEARSAY_POSITION_SUPPORT);
  add_statement (analysis, "s2", holt, HEARSAY_STATEMENT_DIRECT, "“We cannot wait any longer,”",
                 "“The bridge is not safe.”", "Holt told", "told", HEARSAY_POSITION_SUPPORT);
  add_statement (analysis, "s3", okoro, HEARSAY_STATEMENT_INDIRECT, "the plan", NULL, "Ben Okoro", "opposed",
                 HEARSAY_POSITION_OPPOSE);
  add_statement (analysis, "s4", okoro, HEARSAY_STATEMENT_MIXED, "the closure would be “a gift to nobody”", NULL,
                 "He said", "said the", HEARSAY_POSITION_OPPOSE);
  return analysis;
}

HearsayStore *
ui_fixture_new_store (guint n_articles)
{
  g_autoptr (GError) error = NULL;
  HearsayStore *store = hearsay_store_open (":memory:", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n_articles; i++)
    {
      g_autoptr (HearsayAnalysis) analysis = ui_fixture_new_analysis (i);

      g_assert_nonnull (hearsay_store_add_analysis (store, analysis));
    }
  return store;
}

/* With all statements shown. */
HearsaySession *
ui_fixture_new_session (guint n_articles)
{
  g_autoptr (HearsayStore) store = ui_fixture_new_store (n_articles);
  HearsaySession *session = hearsay_session_new (store);

  hearsay_session_flush (session);
  return session;
}

/* Looks for the target where the rows ask for one. */
void
ui_fixture_add_rows (HearsayTimelineRows *rows,
                     GListModel          *statements)
{
  if (hearsay_timeline_rows_wants_target (rows))
    hearsay_timeline_rows_set_target (rows, hearsay_targets_find_main (statements));
  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (HearsayStatement) statement = g_list_model_get_item (statements, i);

      hearsay_timeline_rows_add (rows, statement);
    }
}

/**
 * ui_fixture_find:
 * @label: (nullable): of a button
 *
 * Returns: (nullable): the first widget of @type, @widget itself or below it
 */
GtkWidget *
ui_fixture_find (GtkWidget  *widget,
                 GType       type,
                 const char *label)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) &&
      (label == NULL || g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_fixture_find (child, type, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Puts a view into a window of its own, which is returned. */
GtkWidget *
ui_fixture_show (GtkWidget *view)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* What the smallest window leaves them. */
void
ui_fixture_assert_narrow (GtkWidget *view)
{
  int minimum;

  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

/* Lets everything happen that waits for an idle main loop. */
void
ui_fixture_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

char *
ui_fixture_write_file (const char *name,
                       const char *contents,
                       gssize      length)
{
  char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);
  return path;
}

/* An object may be kept by what an idle main loop still has to do. */
void
ui_fixture_assert_finalize (gpointer object)
{
  gpointer weak = object;

  g_object_add_weak_pointer (object, &weak);
  g_object_unref (object);
  for (guint i = 0; i < 1000 && weak != NULL; i++)
    {
      ui_fixture_settle ();
      if (weak != NULL)
        g_usleep (1000);
    }
  g_assert_null (weak);
}
