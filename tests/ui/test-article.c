/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "model/hearsay-filter.h"
#include "ui-fixtures.h"
#include "ui/article/hearsay-article-header.h"
#include "ui/article/hearsay-article-loader.h"
#include "ui/article/hearsay-article-map.h"
#include "ui/article/hearsay-article-text.h"
#include "ui/article/hearsay-article-view.h"
#include "ui/article/hearsay-inspector.h"
#include "ui/article/hearsay-speaker-chips.h"
#include "ui/article/hearsay-stance-row.h"
#include "ui/article/hearsay-statement-strip.h"
#include "ui/article/hearsay-why-row.h"
#include "ui/hearsay-empty-page.h"
#include "ui/hearsay-engine.h"
#include "ui/library/hearsay-library-row.h"
#include "ui/library/hearsay-library.h"
#include "ui/library/hearsay-search-text.h"
#include "ui/widgets/hearsay-avatar.h"
#include "ui/widgets/hearsay-kind-mark.h"
#include "ui/widgets/hearsay-stance-bar.h"
#include "ui/widgets/hearsay-wrap-layout.h"

static HearsaySession *
new_session (guint n_articles)
{
  g_autoptr (HearsayStore) store = ui_fixture_new_store (n_articles);
  HearsaySession *session = hearsay_session_new (store);
  g_autoptr (HearsayArticle) article = g_list_model_get_item (
    hearsay_collection_get_articles (hearsay_session_get_collection (session)), 0);

  hearsay_session_flush (session);
  hearsay_session_set_article (session, article);
  return session;
}

/* Every class of widget is made, shown in a window with a session where it takes one, and leaves nothing behind. */
static void
test_templates (void)
{
  const GType types[] = {
    HEARSAY_TYPE_AVATAR,          HEARSAY_TYPE_KIND_MARK,      HEARSAY_TYPE_STANCE_BAR,
    HEARSAY_TYPE_EMPTY_PAGE,      HEARSAY_TYPE_LIBRARY_ROW,    HEARSAY_TYPE_LIBRARY,
    HEARSAY_TYPE_ARTICLE_HEADER,  HEARSAY_TYPE_SPEAKER_CHIPS,  HEARSAY_TYPE_ARTICLE_MAP,
    HEARSAY_TYPE_ARTICLE_TEXT,    HEARSAY_TYPE_INSPECTOR,      HEARSAY_TYPE_STATEMENT_STRIP,
    HEARSAY_TYPE_ARTICLE_VIEW,    HEARSAY_TYPE_STANCE_ROW,    HEARSAY_TYPE_WHY_ROW,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      HearsaySession *session = new_session (2);
      g_autoptr (HearsayImporter) importer = hearsay_importer_new (hearsay_session_get_store (session));
      GtkWidget *window = gtk_window_new ();
      GtkWidget *widget = g_object_ref_sink (g_object_new (types[i], NULL));
      g_autoptr (HearsayStatement) statement = g_list_model_get_item (hearsay_session_get_statements (session), 1);

      g_test_message ("%s", g_type_name (types[i]));
      if (g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "session") != NULL)
        g_object_set (widget, "session", session, NULL);
      if (g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "importer") != NULL)
        g_object_set (widget, "importer", importer, NULL);
      hearsay_session_select (session, &statement, 1);
      gtk_window_set_child (GTK_WINDOW (window), widget);
      gtk_window_present (GTK_WINDOW (window));
      ui_fixture_settle ();
      gtk_window_destroy (GTK_WINDOW (window));
      ui_fixture_assert_finalize (widget);
      g_clear_object (&importer);
      ui_fixture_assert_finalize (session);
    }
}

static guint
count_descendants (GtkWidget *widget,
                   GType      type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (widget, type);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_descendants (child, type);
  return n;
}

/* What the language model found opens up to its reasons; what a rule found says so and needs no more. */
static void
test_why (void)
{
  HearsayAnalyzerInput input = { .id = "why", .length = -1,
    .text = "The mayor said on Tuesday that the new bridge would open in spring.\n\n"
            "Mara Lund said that nobody would have to pay for it.\n" };
  g_autoptr (GError) error = NULL;
  HearsayAnalyzer *analyzer = hearsay_engine_get_analyzer (&error);
  g_autoptr (HearsayAnalysis) analysis = NULL;
  g_autoptr (HearsayStore) store = ui_fixture_new_store (0);
  g_autoptr (HearsaySession) session = NULL;
  GtkWidget *row = g_object_ref_sink (hearsay_why_row_new ());
  g_autoptr (HearsayStatement) fitted = NULL;
  g_autoptr (HearsayStatement) rule = NULL;
  guint n_before;

  g_assert_no_error (error);
  analysis = hearsay_analyzer_analyze (analyzer, &input, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (analysis->statements->len, ==, 2);
  hearsay_analysis_statement (analysis, 1)->rule = "credit";
  g_assert_nonnull (hearsay_store_add_analysis (store, analysis));
  session = hearsay_session_new (store);
  hearsay_session_flush (session);
  fitted = g_list_model_get_item (hearsay_session_get_statements (session), 0);
  rule = g_list_model_get_item (hearsay_session_get_statements (session), 1);
  g_assert_cmpstr (hearsay_statement_get_rule (fitted), ==, "model");

  n_before = count_descendants (row, ADW_TYPE_ACTION_ROW);
  hearsay_why_row_set_statement (HEARSAY_WHY_ROW (row), fitted);
  g_assert_true (adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (row)));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  ui_fixture_wait_for (count_descendants (row, ADW_TYPE_ACTION_ROW) > n_before + 1);
  hearsay_why_row_set_statement (HEARSAY_WHY_ROW (row), rule);
  g_assert_cmpuint (count_descendants (row, ADW_TYPE_ACTION_ROW), ==, n_before);
  g_assert_false (adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (row)));
  ui_fixture_settle ();
  ui_fixture_assert_finalize (row);
}

static void
test_loader (void)
{
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  g_autoptr (HearsayArticleLoader) loader = hearsay_article_loader_new (buffer);
  g_autoptr (GString) long_text = g_string_new (NULL);
  g_autofree char *shown = NULL;
  GtkTextIter start;
  GtkTextIter end;

  while (long_text->len < 400000)
    g_string_append (long_text, "Wörter über Brücken, »und« noch mehr.\n\n");
  hearsay_article_loader_load (loader, long_text->str, NULL);
  g_assert_false (hearsay_article_loader_is_done (loader));
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), >, 1000);
  ui_fixture_wait_for (hearsay_article_loader_is_done (loader));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  shown = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_assert_cmpstr (shown, ==, long_text->str);
  g_assert_cmpuint (hearsay_article_loader_get_length (loader), ==, (guint) g_utf8_strlen (long_text->str, -1));
}

/* A paragraph without end is broken for the eye, and every offset stays. */
static void
test_loader_long_paragraph (void)
{
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  g_autoptr (HearsayArticleLoader) loader = hearsay_article_loader_new (buffer);
  g_autofree char *words = g_strnfill (100000, 'x');

  for (guint i = 9; i < 100000; i += 10)
    words[i] = ' ';
  hearsay_article_loader_load (loader, words, NULL);
  hearsay_article_loader_flush (loader);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 100000);
  g_assert_cmpint (gtk_text_buffer_get_line_count (buffer), >, 20);
}

static void
test_find (void)
{
  g_autoptr (HearsaySession) session = new_session (1);
  GtkWidget *widget = g_object_ref_sink (hearsay_article_text_new ());
  HearsayArticleText *text = HEARSAY_ARTICLE_TEXT (widget);
  HearsayFilter *filter = hearsay_session_get_filter (session);
  const GPtrArray *shown;
  HearsayStatement *first;
  HearsayActor *speaker;

  g_object_set (widget, "session", session, NULL);
  shown = hearsay_article_text_get_shown (text);
  g_assert_cmpuint (shown->len, ==, 4);
  first = g_ptr_array_index (shown, 0);
  g_assert_true (hearsay_article_text_find (text, hearsay_statement_get_extent (first).start) == first);
  g_assert_true (hearsay_article_text_find (text, hearsay_statement_get_cue (first).start) == first);
  g_assert_null (hearsay_article_text_find (text, 1000000));

  /* Rejected statements stay in the article alone. */
  hearsay_session_set_status (session, &first, 1, HEARSAY_STATUS_REJECTED);
  g_assert_cmpuint (hearsay_article_text_get_shown (text)->len, ==, 4);
  speaker = hearsay_statement_get_speaker (g_ptr_array_index (shown, 3));
  hearsay_filter_set_speakers (filter, &speaker, 1);
  g_assert_cmpuint (hearsay_article_text_get_shown (text)->len, ==, 2);

  g_assert_true (hearsay_article_text_search (text, "GIFT to", FALSE));
  g_assert_true (hearsay_article_text_search (text, "bridge", FALSE));
  g_assert_true (hearsay_article_text_search (text, "bridge", TRUE));
  g_assert_false (hearsay_article_text_search (text, "tunnel", FALSE));
  ui_fixture_assert_finalize (widget);
}

static void
test_keys (void)
{
  g_autoptr (HearsaySession) session = new_session (1);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = hearsay_article_view_new ();
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 4; i++)
    g_ptr_array_add (all, g_list_model_get_item (hearsay_session_get_statements (session), i));
  g_object_set (view, "session", session, NULL);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  ui_fixture_settle ();

  g_assert_true (gtk_widget_activate_action (view, "article.next", NULL));
  g_assert_true (hearsay_session_get_selected_statement (session) == all->pdata[0]);
  gtk_widget_activate_action (view, "article.previous", NULL);
  g_assert_true (hearsay_session_get_selected_statement (session) == all->pdata[0]);
  gtk_widget_activate_action (view, "article.accept", NULL);
  g_assert_cmpint (hearsay_statement_get_status (all->pdata[0]), ==, HEARSAY_STATUS_ACCEPTED);
  g_assert_true (hearsay_session_get_selected_statement (session) == all->pdata[1]);
  gtk_widget_activate_action (view, "article.reject", NULL);
  g_assert_cmpint (hearsay_statement_get_status (all->pdata[1]), ==, HEARSAY_STATUS_REJECTED);
  g_assert_true (hearsay_session_get_selected_statement (session) == all->pdata[2]);
  gtk_widget_activate_action (view, "article.previous", NULL);
  g_assert_true (hearsay_session_get_selected_statement (session) == all->pdata[1]);
  gtk_widget_activate_action (view, "article.next-unchecked", NULL);
  g_assert_true (hearsay_session_get_selected_statement (session) == all->pdata[2]);
  gtk_widget_activate_action (view, "article.escape", NULL);
  g_assert_cmpuint (hearsay_session_get_selection (session)->len, ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static double
get_top (GtkWidget *widget,
         GtkWidget *target)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, target, &bounds));
  return (double) bounds.origin.y;
}

/* The header scrolls with the text. */
static void
test_scroll (void)
{
  g_autoptr (HearsaySession) session = new_session (1);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = hearsay_article_view_new ();
  GtkWidget *text;
  GtkWidget *header;
  GtkAdjustment *adjustment;
  double top;

  g_object_set (view, "session", session, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 300);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  ui_fixture_settle ();
  text = ui_fixture_find (view, HEARSAY_TYPE_ARTICLE_TEXT, NULL);
  header = ui_fixture_find (view, HEARSAY_TYPE_ARTICLE_HEADER, NULL);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (text));
  top = get_top (header, text);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, gtk_adjustment_get_page_size (adjustment) + 50);
  for (guint i = 1; i < 4; i++)
    {
      gtk_adjustment_set_value (adjustment, 20.0 * i);
      ui_fixture_wait_for (fabs (get_top (header, text) - top + 20.0 * i) < 1.0);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

static void
test_chips (void)
{
  g_autoptr (HearsaySession) session = new_session (1);
  GtkWidget *chips = g_object_ref_sink (hearsay_speaker_chips_new ());
  HearsayFilter *filter = hearsay_session_get_filter (session);

  g_object_set (chips, "session", session, NULL);
  g_assert_cmpuint (count_children (chips), ==, 3);
  g_signal_emit_by_name (gtk_widget_get_last_child (chips), "clicked");
  g_assert_cmpuint (hearsay_filter_get_speakers (filter)->len, ==, 1);
  ui_fixture_settle ();
  g_assert_true (gtk_widget_has_css_class (gtk_widget_get_last_child (chips), "active"));
  g_signal_emit_by_name (gtk_widget_get_last_child (chips), "clicked");
  g_assert_cmpuint (hearsay_filter_get_speakers (filter)->len, ==, 0);
  ui_fixture_assert_finalize (chips);
}

/* An article with @n_speakers more, of whom the last says most. */
static HearsaySession *
new_crowd_session (guint n_speakers)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearsayStore) store = hearsay_store_open (":memory:", &error);
  g_autoptr (HearsayAnalysis) analysis = ui_fixture_new_analysis (0);
  g_autoptr (HearsayArticle) article = NULL;
  HearsaySession *session;

  g_assert_no_error (error);
  for (guint i = 0; i < n_speakers; i++)
    {
      g_autofree char *id = g_strdup_printf ("b%u", i);
      g_autofree char *name = g_strdup_printf ("Ida Voss%c%c", 'a' + i / 26, 'a' + i % 26);
      HearsayAnalysisActor actor = *hearsay_analysis_actor (analysis, 0);

      actor.id = hearsay_analysis_intern (analysis, id);
      actor.name = hearsay_analysis_intern (analysis, name);
      g_array_append_val (analysis->actors, actor);
      for (guint k = 0; k < (i + 1 == n_speakers ? 5 : 1); k++)
        {
          HearsayAnalysisStatement statement = *hearsay_analysis_statement (analysis, 0);
          g_autofree char *own = g_strdup_printf ("t%u-%u", i, k);

          statement.id = hearsay_analysis_intern (analysis, own);
          statement.speaker = (gint32) analysis->actors->len - 1;
          g_array_append_val (analysis->statements, statement);
        }
    }
  article = g_object_ref (hearsay_store_add_analysis (store, analysis));
  session = hearsay_session_new (store);
  hearsay_session_flush (session);
  hearsay_session_set_article (session, article);
  return session;
}

/* Of many speakers those who say most have a chip, and one shows the others. */
static void
test_many_chips (void)
{
  g_autoptr (HearsaySession) session = new_crowd_session (30);
  GtkWidget *chips = g_object_ref_sink (hearsay_speaker_chips_new ());
  GtkWidget *last;

  g_object_set (chips, "session", session, NULL);
  g_assert_cmpuint (count_children (chips), ==, 1 + 16 + 1);
  last = gtk_widget_get_last_child (chips);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (last)), ==, "16 more");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (gtk_widget_get_prev_sibling (last)), ==, "Ida Vossbd");
  g_signal_emit_by_name (last, "clicked");
  ui_fixture_settle ();
  g_assert_cmpuint (count_children (chips), ==, 1 + 32 + 1);
  g_signal_emit_by_name (gtk_widget_get_prev_sibling (gtk_widget_get_last_child (chips)), "clicked");
  ui_fixture_settle ();
  g_signal_emit_by_name (gtk_widget_get_next_sibling (gtk_widget_get_first_child (chips)), "clicked");
  ui_fixture_settle ();
  /* Whoever has been chosen stays. */
  g_assert_cmpuint (count_children (chips), ==, 1 + 17 + 1);
  ui_fixture_assert_finalize (chips);
}

static void
test_search_text (void)
{
  static const char text[] = "One thing. Another bridge, they say, was new! Last.\nMore";
  g_autofree char *sentence = hearsay_search_dup_sentence (text, "BRIDGE");
  g_autofree char *last = hearsay_search_dup_sentence (text, "More");
  g_autofree char *none = hearsay_search_dup_sentence (text, "tunnel");

  g_assert_cmpstr (sentence, ==, "Another bridge, they say, was new!");
  g_assert_cmpstr (last, ==, "More");
  g_assert_null (none);
  g_assert_true (hearsay_search_matches (text, "last."));
  g_assert_false (hearsay_search_matches (NULL, "last"));
}

static void
test_wrap_layout (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  int minimum;
  int natural;
  int height;

  gtk_widget_set_layout_manager (box, hearsay_wrap_layout_new ());
  for (guint i = 0; i < 5; i++)
    {
      GtkWidget *child = gtk_label_new (NULL);

      gtk_widget_set_size_request (child, 100, 20);
      gtk_box_append (GTK_BOX (box), child);
    }
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 5 * 100 + 4 * 6);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 206, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 3 * 20 + 2 * 6);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 524, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 20);
  g_object_unref (box);
}

int
main (int    argc,
      char **argv)
{
  if (!ui_fixture_init (&argc, &argv))
    return 0;

  g_test_add_func ("/article/templates", test_templates);
  g_test_add_func ("/article/loader", test_loader);
  g_test_add_func ("/article/loader-long-paragraph", test_loader_long_paragraph);
  g_test_add_func ("/article/find", test_find);
  g_test_add_func ("/article/keys", test_keys);
  g_test_add_func ("/article/scroll", test_scroll);
  g_test_add_func ("/article/why", test_why);
  g_test_add_func ("/article/chips", test_chips);
  g_test_add_func ("/article/many-chips", test_many_chips);
  g_test_add_func ("/library/search-text", test_search_text);
  g_test_add_func ("/widgets/wrap-layout", test_wrap_layout);
  return g_test_run ();
}
