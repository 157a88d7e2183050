/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/network/hearsay-evidence.h"

#include <glib/gi18n.h>

#include "render/hearsay-date-words.h"
#include "render/hearsay-palette.h"
#include "ui/canvas/hearsay-quote.h"
#include "ui/hearsay-wording.h"
#include "ui/network/hearsay-tie-glyph.h"
#include "ui/statements/hearsay-statement-cell.h"
#include "ui/widgets/hearsay-stance-bar.h"

/* More quotations are not read here but in the table. */
#define MAX_ROWS 100

struct _HearsayEvidence
{
  AdwBin parent_instance;

  GtkWidget *head;
  GtkWidget *glyph;
  GtkWidget *stance;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *bar;
  GtkWidget *pills;
  GtkToggleButton *pill[HEARSAY_N_POSITIONS];
  GtkListBox *list;
  GtkLabel *more;
  GtkListBox *reprints;
  GtkWidget *scroller;

  GArray *items;
  GObject *target;
  gboolean with_speakers;
};

enum
{
  READ,
  CLOSE,
  LIST,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (HearsayEvidence, hearsay_evidence, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

static void
clear_item (gpointer data)
{
  HearsayEvidenceItem *item = data;

  g_clear_object (&item->statement);
}

static gboolean
is_wanted (HearsayEvidence           *self,
           const HearsayEvidenceItem *item)
{
  gboolean any = FALSE;

  for (guint i = 0; i < HEARSAY_N_POSITIONS; i++)
    any |= gtk_toggle_button_get_active (self->pill[i]);
  return !any || gtk_toggle_button_get_active (self->pill[item->position]);
}

static void
fill_list (HearsayEvidence *self)
{
  GtkWidget *child;
  guint n_rows = 0;
  guint n_left = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < self->items->len; i++)
    {
      const HearsayEvidenceItem *item = &g_array_index (self->items, HearsayEvidenceItem, i);

      if (!is_wanted (self, item))
        continue;
      if (n_rows++ < MAX_ROWS)
        gtk_list_box_append (self->list, hearsay_quote_new_row (item->statement, self->target, self->with_speakers));
      else
        n_left++;
    }
  if (n_left > 0)
    {
      g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more statement", "and %u more statements", n_left), n_left);

      gtk_label_set_text (self->more, words);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_left > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_rows > 0);
}

static void
row_activated_cb (HearsayEvidence *self,
                  GtkListBoxRow   *row)
{
  HearsayStatement *statement = g_object_get_data (G_OBJECT (row), "statement");

  if (statement != NULL)
    g_signal_emit (self, signals[READ], 0, statement);
}

static void
close_cb (HearsayEvidence *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

static void
list_cb (HearsayEvidence *self)
{
  g_signal_emit (self, signals[LIST], 0);
}

static GtkWidget *
new_heading (HearsayEvidence *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_("Evidence"));
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Close"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close"), -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (close_cb), self);
  gtk_widget_set_margin_start (box, 16);
  gtk_widget_set_margin_end (box, 8);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static GtkWidget *
new_pills (HearsayEvidence *self)
{
  static const HearsayPosition order[] = { HEARSAY_POSITION_OPPOSE, HEARSAY_POSITION_NEUTRAL, HEARSAY_POSITION_SUPPORT };

  self->pills = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();

      self->pill[order[i]] = GTK_TOGGLE_BUTTON (button);
      gtk_widget_add_css_class (button, "chip");
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (fill_list), self);
      gtk_box_append (GTK_BOX (self->pills), button);
    }
  return self->pills;
}

static GtkLabel *
append_label (GtkWidget  *box,
              const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, style);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
new_reprint_row (HearsayStatement *statement)
{
  HearsayArticle *article = hearsay_statement_get_article (statement);
  const char *publisher = article != NULL ? hearsay_article_get_publisher (article) : NULL;
  HearsayDate published = article != NULL ? hearsay_article_get_published (article) : (HearsayDate) { 0 };
  g_autofree char *date = hearsay_date_is_set (published) ? hearsay_date_words_new (published) : NULL;
  g_autofree char *escaped = NULL;
  GtkWidget *row = adw_action_row_new ();

  if (publisher == NULL && article != NULL)
    publisher = hearsay_article_get_display_title (article);
  escaped = g_markup_escape_text (publisher != NULL ? publisher : "", -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  if (date != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), date);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "statement", g_object_ref (statement), g_object_unref);
  return row;
}

/**
 * hearsay_evidence_show_reprints:
 * @reprints: (element-type HearsayStatement): the same words in other articles
 *
 * Lists what counts nowhere, below what counts.
 */
void
hearsay_evidence_show_reprints (HearsayEvidence *self,
                                GPtrArray       *reprints)
{
  GtkWidget *child;

  g_return_if_fail (HEARSAY_IS_EVIDENCE (self));
  g_return_if_fail (reprints != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->reprints))) != NULL)
    gtk_list_box_remove (self->reprints, child);
  for (guint i = 0; i < MIN (reprints->len, MAX_ROWS); i++)
    gtk_list_box_append (self->reprints, new_reprint_row (g_ptr_array_index (reprints, i)));
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->reprints)), reprints->len > 0);
}

static GtkWidget *
new_reprints (HearsayEvidence *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkLabel *heading = append_label (box, "heading");

  gtk_label_set_text (heading, _("Also reported in"));
  self->reprints = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->reprints, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->reprints), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reprints), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Also reported in"), -1);
  g_signal_connect_swapped (self->reprints, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->reprints));
  gtk_widget_set_visible (box, FALSE);
  return box;
}

/* Who is tied to whom, and how. */
static GtkWidget *
new_head (HearsayEvidence *self)
{
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->glyph = hearsay_tie_glyph_new ();
  self->stance = hearsay_statement_pill_new ();
  gtk_widget_set_valign (self->stance, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (self->stance, GTK_ALIGN_END);
  gtk_widget_set_hexpand (self->stance, TRUE);
  gtk_box_append (GTK_BOX (self->head), self->glyph);
  gtk_box_append (GTK_BOX (self->head), self->stance);
  gtk_widget_set_visible (self->head, FALSE);
  return self->head;
}

/**
 * hearsay_evidence_show_tie:
 * @scene: (nullable): whose edge was selected; %NULL where none was
 */
void
hearsay_evidence_show_tie (HearsayEvidence           *self,
                           const HearsayNetworkScene *scene,
                           guint32                    edge)
{
  g_return_if_fail (HEARSAY_IS_EVIDENCE (self));

  gtk_widget_set_visible (self->head, scene != NULL);
  if (scene == NULL)
    return;
  hearsay_tie_glyph_set (HEARSAY_TIE_GLYPH (self->glyph), scene, edge);
  gtk_widget_set_visible (self->stance, scene->network->is_signed);
  hearsay_statement_pill_set_position (self->stance, scene->network->edges[edge].position);
}

static GtkWidget *
new_body (HearsayEvidence *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_set_margin_start (box, 16);
  gtk_widget_set_margin_end (box, 16);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_box_append (GTK_BOX (box), new_head (self));
  self->title = append_label (box, "title-3");
  self->subtitle = append_label (box, "dim-label");
  self->bar = hearsay_stance_bar_new ();
  gtk_widget_set_size_request (self->bar, -1, 10);
  gtk_box_append (GTK_BOX (box), self->bar);
  gtk_box_append (GTK_BOX (box), new_pills (self));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Statements"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  self->more = append_label (box, "dim-label");
  gtk_box_append (GTK_BOX (box), new_reprints (self));
  return box;
}

static void
hearsay_evidence_finalize (GObject *object)
{
  HearsayEvidence *self = HEARSAY_EVIDENCE (object);

  g_array_unref (self->items);
  g_clear_object (&self->target);

  G_OBJECT_CLASS (hearsay_evidence_parent_class)->finalize (object);
}

static void
hearsay_evidence_class_init (HearsayEvidenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearsay_evidence_finalize;

  signals[READ] = g_signal_new ("read", HEARSAY_TYPE_EVIDENCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, HEARSAY_TYPE_STATEMENT);
  signals[CLOSE] = g_signal_new ("close", HEARSAY_TYPE_EVIDENCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LIST] = g_signal_new ("list", HEARSAY_TYPE_EVIDENCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "evidence");
}

static void
hearsay_evidence_init (HearsayEvidence *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_label (_("Show in Statements"));

  self->items = g_array_new (FALSE, TRUE, sizeof (HearsayEvidenceItem));
  g_array_set_clear_func (self->items, clear_item);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), new_body (self));
  gtk_widget_set_margin_start (button, 14);
  gtk_widget_set_margin_end (button, 14);
  gtk_widget_set_margin_top (button, 12);
  gtk_widget_set_margin_bottom (button, 12);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (list_cb), self);
  gtk_box_append (GTK_BOX (box), new_heading (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), button);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_size_request (GTK_WIDGET (self), 332, -1);
}

GtkWidget *
hearsay_evidence_new (void)
{
  return g_object_new (HEARSAY_TYPE_EVIDENCE, NULL);
}

static void
show_counts (HearsayEvidence *self,
             gboolean         with_stances)
{
  guint counts[HEARSAY_N_POSITIONS] = { 0 };

  for (guint i = 0; i < self->items->len; i++)
    counts[g_array_index (self->items, HearsayEvidenceItem, i).position]++;
  hearsay_stance_bar_set_counts (HEARSAY_STANCE_BAR (self->bar), counts);
  gtk_widget_set_visible (self->bar, with_stances);
  gtk_widget_set_visible (self->pills, with_stances);
  for (guint i = 0; i < HEARSAY_N_POSITIONS; i++)
    {
      g_autofree char *words = g_strdup_printf ("%s %s %u", hearsay_palette_stance_sign ((HearsayPosition) i),
                                                hearsay_wording_position ((HearsayPosition) i), counts[i]);

      g_signal_handlers_block_by_func (self->pill[i], fill_list, self);
      gtk_toggle_button_set_active (self->pill[i], FALSE);
      g_signal_handlers_unblock_by_func (self->pill[i], fill_list, self);
      gtk_button_set_label (GTK_BUTTON (self->pill[i]), words);
      gtk_widget_set_visible (GTK_WIDGET (self->pill[i]), counts[i] > 0);
    }
}

/**
 * hearsay_evidence_show:
 * @title: what was selected
 * @subtitle: how many statements, from when
 * @target: (nullable): the actor or issue whose words are underlined
 * @with_speakers: whether the speakers differ
 * @with_stances: whether the statements can be told apart by stance
 * @items: (array length=n_items): the statements
 */
void
hearsay_evidence_show (HearsayEvidence           *self,
                       const char                *title,
                       const char                *subtitle,
                       gpointer                   target,
                       gboolean                   with_speakers,
                       gboolean                   with_stances,
                       const HearsayEvidenceItem *items,
                       guint                      n_items)
{
  g_return_if_fail (HEARSAY_IS_EVIDENCE (self));

  g_array_set_size (self->items, 0);
  for (guint i = 0; i < n_items; i++)
    {
      HearsayEvidenceItem item = { g_object_ref (items[i].statement), items[i].position };

      g_array_append_val (self->items, item);
    }
  g_set_object (&self->target, (GObject *) target);
  self->with_speakers = with_speakers;
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  show_counts (self, with_stances);
  fill_list (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0.0);
}
