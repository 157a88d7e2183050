/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/timeline/hearsay-timeline-card.h"

#include <glib/gi18n.h>

#include "render/hearsay-palette.h"
#include "ui/canvas/hearsay-quote.h"
#include "ui/hearsay-wording.h"
#include "ui/widgets/hearsay-avatar.h"
#include "ui/widgets/hearsay-style.h"

#define QUOTE_CHARS 34

/**
 * HearsayTimelineCard:
 *
 * Tells about the mark under the pointer: who, when, the words, the stance and where they stand.
 */
struct _HearsayTimelineCard
{
  AdwBin parent_instance;

  HearsayAvatar *avatar;
  GtkLabel *name;
  GtkLabel *when;
  GtkDrawingArea *bar;
  GtkLabel *quote;
  GtkLabel *stance;
  GtkLabel *place;
  int colour;
};

G_DEFINE_FINAL_TYPE (HearsayTimelineCard, hearsay_timeline_card, ADW_TYPE_BIN)

static GtkLabel *
append_label (GtkWidget  *box,
              const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), QUOTE_CHARS);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
draw_bar_cb (GtkDrawingArea *area,
             cairo_t        *cr,
             int             width,
             int             height,
             gpointer        user_data)
{
  HearsayTimelineCard *self = user_data;
  HearsayColour colour = hearsay_palette_speaker (hearsay_style_current (), self->colour);

  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
  cairo_paint (cr);
}

static GtkWidget *
new_head (HearsayTimelineCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *avatar = hearsay_avatar_new (34);

  self->avatar = HEARSAY_AVATAR (avatar);
  self->name = append_label (words, "heading");
  self->when = append_label (words, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->when), "dim-label");
  gtk_box_append (GTK_BOX (box), avatar);
  gtk_box_append (GTK_BOX (box), words);
  return box;
}

static GtkWidget *
new_quote (HearsayTimelineCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *bar = gtk_drawing_area_new ();

  self->bar = GTK_DRAWING_AREA (bar);
  gtk_drawing_area_set_content_width (self->bar, 3);
  gtk_drawing_area_set_draw_func (self->bar, draw_bar_cb, self, NULL);
  gtk_box_append (GTK_BOX (box), bar);
  self->quote = append_label (box, NULL);
  gtk_label_set_wrap (self->quote, TRUE);
  gtk_label_set_wrap_mode (self->quote, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->quote, 6);
  gtk_label_set_width_chars (self->quote, QUOTE_CHARS - 6);
  gtk_label_set_max_width_chars (self->quote, QUOTE_CHARS);
  return box;
}

static void
hearsay_timeline_card_class_init (HearsayTimelineCardClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "timelinecard");
}

static void
hearsay_timeline_card_init (HearsayTimelineCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->colour = -1;
  gtk_widget_set_margin_start (box, 14);
  gtk_widget_set_margin_end (box, 14);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_box_append (GTK_BOX (box), new_head (self));
  gtk_box_append (GTK_BOX (box), new_quote (self));
  self->stance = append_label (box, "stance-pill");
  gtk_widget_set_halign (GTK_WIDGET (self->stance), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  self->place = append_label (box, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->place), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self), "hovercard");
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
hearsay_timeline_card_new (void)
{
  return g_object_new (HEARSAY_TYPE_TIMELINE_CARD, NULL);
}

static HearsayStance *
find_stance (HearsayStatement *statement,
             gpointer          target)
{
  GListModel *stances = hearsay_statement_get_stances (statement);

  for (guint i = 0; target != NULL && i < g_list_model_get_n_items (stances); i++)
    {
      g_autoptr (HearsayStance) stance = g_list_model_get_item (stances, i);

      /* The list keeps it alive. */
      if (hearsay_stance_get_target (stance) == target)
        return stance;
    }
  return hearsay_statement_get_main_stance (statement);
}

static void
show_stance (HearsayTimelineCard *self,
             HearsayStance       *stance)
{
  static const char *const styles[HEARSAY_N_POSITIONS] = { "neutral", "support", "oppose" };
  HearsayPosition position;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->stance), stance != NULL);
  if (stance == NULL)
    return;
  position = hearsay_stance_get_shown_position (stance);
  for (guint i = 0; i < HEARSAY_N_POSITIONS; i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->stance), styles[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self->stance), styles[position]);
  words = g_strdup_printf ("%s  %s · %s", hearsay_palette_stance_sign (position), hearsay_wording_position (position),
                           hearsay_stance_get_target_name (stance));
  gtk_label_set_text (self->stance, words);
}

/**
 * hearsay_timeline_card_show:
 * @target: (nullable): the issue or actor that the timeline is about
 * @n_more: statements that the same mark stands for
 */
void
hearsay_timeline_card_show (HearsayTimelineCard *self,
                            HearsayStatement    *statement,
                            gpointer             target,
                            guint                n_more)
{
  HearsayActor *speaker;
  g_autofree char *date = NULL;
  g_autofree char *when = NULL;
  g_autofree char *markup = NULL;
  g_autofree char *place = NULL;
  g_autofree char *more = NULL;

  g_return_if_fail (HEARSAY_IS_TIMELINE_CARD (self));
  g_return_if_fail (HEARSAY_IS_STATEMENT (statement));

  speaker = hearsay_statement_get_speaker (statement);
  date = hearsay_date_is_set (hearsay_statement_get_said_on (statement))
           ? hearsay_wording_date (hearsay_statement_get_said_on (statement)) : g_strdup (_("No date found"));
  when = g_strdup_printf ("%s · %s", date, hearsay_wording_kind_short (hearsay_statement_get_kind (statement)));
  markup = hearsay_quote_new_markup (statement, target);
  place = hearsay_quote_new_place (statement);
  if (n_more > 0)
    more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s · and %u more statement", "%s · and %u more statements", n_more), place, n_more);
  self->colour = speaker != NULL ? hearsay_actor_get_colour (speaker) : -1;
  gtk_widget_set_visible (GTK_WIDGET (self->avatar), speaker != NULL);
  if (speaker != NULL)
    hearsay_avatar_set_actor (self->avatar, speaker);
  gtk_label_set_text (self->name, speaker != NULL ? hearsay_actor_get_name (speaker) : _("Unknown speaker"));
  gtk_label_set_text (self->when, when);
  gtk_label_set_markup (self->quote, markup);
  show_stance (self, find_stance (statement, target));
  gtk_label_set_text (self->place, more != NULL ? more : place);
  gtk_widget_queue_draw (GTK_WIDGET (self->bar));
}
