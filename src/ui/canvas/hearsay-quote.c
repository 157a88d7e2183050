/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n.h>

#include "ui/canvas/hearsay-quote.h"
#include "ui/hearsay-wording.h"
#include "ui/widgets/hearsay-avatar.h"
#include "ui/widgets/hearsay-kind-mark.h"

/* A longer quotation is cut with “…”: the article has all of it. */
#define MAX_CHARACTERS 420

/* Rows ask for no more width than a panel at the side has. */
#define ROW_CHARS 24

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const HearsaySpan *first = a;
  const HearsaySpan *second = b;

  return first->start < second->start ? -1 : first->start > second->start;
}

/* The words that a stance toward @target was read from, in text order. */
static GArray *
find_evidence (HearsayStatement *statement,
               gpointer          target)
{
  GListModel *stances = hearsay_statement_get_stances (statement);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (HearsaySpan));

  for (guint i = 0; target != NULL && i < g_list_model_get_n_items (stances); i++)
    {
      g_autoptr (HearsayStance) stance = g_list_model_get_item (stances, i);
      HearsaySpan span = hearsay_stance_get_evidence (stance);

      if (hearsay_stance_get_target (stance) == target && !hearsay_span_is_empty (span))
        g_array_append_val (spans, span);
    }
  g_array_sort (spans, compare_spans);
  return spans;
}

typedef struct
{
  GString *markup;
  HearsayArticle *article;
  guint32 room; /* characters that may still follow */
} Quote;

static void
append_stretch (Quote       *quote,
                HearsaySpan  span,
                gboolean     underlined)
{
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;

  if (quote->room == 0 || hearsay_span_is_empty (span))
    return;
  span.end = MIN (span.end, span.start + quote->room);
  quote->room -= hearsay_span_length (span);
  text = hearsay_article_dup_span_text (quote->article, span);
  g_strdelimit (text, "\n\r\t", ' ');
  escaped = g_markup_escape_text (text, -1);
  if (underlined)
    g_string_append_printf (quote->markup, "<b><u>%s</u></b>", escaped);
  else
    g_string_append (quote->markup, escaped);
  if (quote->room == 0)
    g_string_append (quote->markup, "…");
}

static void
append_piece (Quote       *quote,
              HearsaySpan  piece,
              GArray      *evidence)
{
  guint32 at = piece.start;

  for (guint i = 0; i < evidence->len; i++)
    {
      HearsaySpan span = g_array_index (evidence, HearsaySpan, i);
      guint32 start = MAX (span.start, at);
      guint32 end = MIN (span.end, piece.end);

      if (start >= end)
        continue;
      append_stretch (quote, (HearsaySpan) { at, start }, FALSE);
      append_stretch (quote, (HearsaySpan) { start, end }, TRUE);
      at = end;
    }
  append_stretch (quote, (HearsaySpan) { at, piece.end }, FALSE);
}

/**
 * hearsay_quote_new_markup:
 * @target: (nullable): the words about this actor or issue are underlined
 *
 * Returns: (transfer full): the statement's words, verbatim, as Pango markup
 */
char *
hearsay_quote_new_markup (HearsayStatement *statement,
                          gpointer          target)
{
  g_autoptr (GArray) evidence = NULL;
  const HearsaySpan *content;
  Quote quote = { g_string_new (NULL), NULL, MAX_CHARACTERS };
  guint n;

  g_return_val_if_fail (HEARSAY_IS_STATEMENT (statement), g_string_free (quote.markup, FALSE));

  quote.article = hearsay_statement_get_article (statement);
  content = hearsay_statement_get_content (statement, &n);
  evidence = find_evidence (statement, target);
  for (guint i = 0; quote.article != NULL && i < n; i++)
    {
      if (i > 0 && quote.room > 0)
        g_string_append (quote.markup, " … ");
      append_piece (&quote, content[i], evidence);
    }
  return g_string_free (quote.markup, FALSE);
}

/**
 * hearsay_quote_new_place:
 *
 * Returns: (transfer full): where the words stand: “Global Times, paragraph 4”
 */
char *
hearsay_quote_new_place (HearsayStatement *statement)
{
  HearsayArticle *article;
  const char *publisher;

  g_return_val_if_fail (HEARSAY_IS_STATEMENT (statement), NULL);

  article = hearsay_statement_get_article (statement);
  if (article == NULL)
    return g_strdup ("");
  publisher = hearsay_article_get_publisher (article);
  /* Translators: a newspaper or a title, and the number of a paragraph in it */
  return g_strdup_printf (_("%s, paragraph %u"), publisher != NULL ? publisher : hearsay_article_get_display_title (article),
                          hearsay_statement_get_paragraph (statement) + 1);
}

static GtkWidget *
new_label (const char *text,
           gboolean    markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  if (markup)
    gtk_label_set_markup (GTK_LABEL (label), text);
  else
    gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_wrap (GTK_LABEL (label), markup);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_max_width_chars (GTK_LABEL (label), ROW_CHARS);
  if (!markup)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static GtkWidget *
new_speaker (HearsayStatement *statement)
{
  HearsayActor *speaker = hearsay_statement_get_speaker (statement);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *avatar = hearsay_avatar_new (22);
  GtkWidget *name = new_label (speaker != NULL ? hearsay_actor_get_name (speaker) : _("Unknown speaker"), FALSE);

  if (speaker != NULL)
    {
      hearsay_avatar_set_actor (HEARSAY_AVATAR (avatar), speaker);
      gtk_box_append (GTK_BOX (box), avatar);
    }
  else
    g_object_ref_sink (avatar), g_object_unref (avatar);
  gtk_widget_add_css_class (name, "heading");
  gtk_box_append (GTK_BOX (box), name);
  return box;
}

static GtkWidget *
new_place (HearsayStatement *statement)
{
  g_autofree char *words = hearsay_quote_new_place (statement);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *mark = hearsay_kind_mark_new ();
  GtkWidget *place = new_label (words, FALSE);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  hearsay_kind_mark_set (HEARSAY_KIND_MARK (mark), hearsay_statement_get_kind (statement), HEARSAY_KIND_MARK_TEXT_COLOUR);
  gtk_widget_add_css_class (place, "caption");
  gtk_widget_add_css_class (place, "dim-label");
  /* The number of the paragraph stays in sight. */
  gtk_label_set_ellipsize (GTK_LABEL (place), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (place, TRUE);
  gtk_widget_add_css_class (arrow, "dim-label");
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), place);
  gtk_box_append (GTK_BOX (box), arrow);
  return box;
}

/**
 * hearsay_quote_new_row:
 * @target: (nullable): the words about it are underlined
 * @with_speaker: whether the row says who speaks
 *
 * Returns: (transfer floating): a row with the words and where they stand; its
 *   “statement” data is @statement
 */
GtkWidget *
hearsay_quote_new_row (HearsayStatement *statement,
                       gpointer          target,
                       gboolean          with_speaker)
{
  g_autofree char *markup = NULL;
  g_autofree char *words = NULL;
  GtkWidget *row;
  GtkWidget *box;

  g_return_val_if_fail (HEARSAY_IS_STATEMENT (statement), NULL);

  row = gtk_list_box_row_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  markup = hearsay_quote_new_markup (statement, target);
  words = hearsay_wording_statement (statement);
  gtk_widget_set_margin_start (box, 14);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 10);
  if (with_speaker)
    gtk_box_append (GTK_BOX (box), new_speaker (statement));
  gtk_box_append (GTK_BOX (box), new_label (markup, TRUE));
  gtk_box_append (GTK_BOX (box), new_place (statement));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (row), "statement", g_object_ref (statement), g_object_unref);
  return row;
}
