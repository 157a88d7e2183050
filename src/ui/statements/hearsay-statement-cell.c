/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/statements/hearsay-statement-cell.h"

#include <glib/gi18n.h>

#include "render/hearsay-palette.h"
#include "ui/hearsay-wording.h"
#include "ui/widgets/hearsay-avatar.h"
#include "ui/widgets/hearsay-kind-mark.h"

/* Below this the engine asks to be checked. */
#define LOW_CONFIDENCE 0.6

/**
 * HearsayStatementCell:
 *
 * What one column shows of a statement. Made once for each row on screen and
 * filled anew as rows scroll by.
 */
struct _HearsayStatementCell
{
  GtkWidget parent_instance;

  HearsayColumn column;
  HearsayStatement *statement;
  gulong status_handler;
  GtkWidget *lead; /* avatar, mark, icon or bar before the label */
  GtkLabel *label;
  GtkWidget *more; /* “+1” */
};

G_DEFINE_FINAL_TYPE (HearsayStatementCell, hearsay_statement_cell, GTK_TYPE_WIDGET)

static void
disconnect_statement (HearsayStatementCell *self)
{
  if (self->statement != NULL)
    g_clear_signal_handler (&self->status_handler, self->statement);
  g_clear_object (&self->statement);
}

static void
hearsay_statement_cell_dispose (GObject *object)
{
  HearsayStatementCell *self = HEARSAY_STATEMENT_CELL (object);
  GtkWidget *child;

  disconnect_statement (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (hearsay_statement_cell_parent_class)->dispose (object);
}

static void
hearsay_statement_cell_class_init (HearsayStatementCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearsay_statement_cell_dispose;
  gtk_widget_class_set_css_name (widget_class, "statementcell");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
hearsay_statement_cell_init (HearsayStatementCell *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/* --- the pill --- */

GtkWidget *
hearsay_statement_pill_new (void)
{
  GtkWidget *pill = gtk_label_new (NULL);

  gtk_widget_add_css_class (pill, "stance-pill");
  gtk_widget_set_halign (pill, GTK_ALIGN_START);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  return pill;
}

/**
 * hearsay_statement_pill_set_position:
 *
 * Sign, word and tint of a position.
 */
void
hearsay_statement_pill_set_position (GtkWidget       *pill,
                                     HearsayPosition  position)
{
  static const char *const classes[HEARSAY_N_POSITIONS] = {
    [HEARSAY_POSITION_NEUTRAL] = "neutral",
    [HEARSAY_POSITION_SUPPORT] = "support",
    [HEARSAY_POSITION_OPPOSE] = "oppose",
  };
  g_autofree char *text = g_strdup_printf ("%s %s", hearsay_palette_stance_sign (position), hearsay_wording_position (position));

  gtk_label_set_label (GTK_LABEL (pill), text);
  for (guint i = 0; i < HEARSAY_N_POSITIONS; i++)
    gtk_widget_remove_css_class (pill, classes[i]);
  gtk_widget_add_css_class (pill, classes[position]);
}

/**
 * hearsay_statement_pill_set:
 * @stance: (nullable): what to show; without one the pill is not seen
 *
 * Its position as shown.
 */
void
hearsay_statement_pill_set (GtkWidget     *pill,
                            HearsayStance *stance)
{
  gtk_widget_set_visible (pill, stance != NULL);
  if (stance != NULL)
    hearsay_statement_pill_set_position (pill, hearsay_stance_get_shown_position (stance));
}

/* --- the rest of the targets --- */

static void
popover_closed_cb (GtkPopover *popover)
{
  g_idle_add_once ((GSourceOnceFunc) gtk_widget_unparent, popover);
}

static GtkWidget *
make_stance_list (HearsayStatement *statement)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  for (guint i = 0; i < hearsay_statement_get_n_stances (statement); i++)
    {
      HearsayStance *stance = hearsay_statement_peek_stance (statement, i);
      GtkWidget *name = gtk_label_new (hearsay_stance_get_target_name (stance));
      GtkWidget *pill = hearsay_statement_pill_new ();

      gtk_label_set_xalign (GTK_LABEL (name), 0.0f);
      hearsay_statement_pill_set (pill, stance);
      gtk_grid_attach (GTK_GRID (grid), name, 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), pill, 1, (int) i, 1, 1);
    }
  return grid;
}

static void
more_clicked_cb (HearsayStatementCell *self)
{
  GtkWidget *popover;

  if (self->statement == NULL)
    return;
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), make_stance_list (self->statement));
  gtk_widget_set_parent (popover, self->more);
  g_signal_connect (popover, "closed", G_CALLBACK (popover_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* --- building --- */

static void
add_label (HearsayStatementCell *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0.0f);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
}

static void
add_lead (HearsayStatementCell *self,
          GtkWidget            *lead)
{
  self->lead = lead;
  gtk_widget_set_valign (lead, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (lead, GTK_WIDGET (self));
}

static void
add_more (HearsayStatementCell *self)
{
  self->more = gtk_button_new ();
  gtk_widget_add_css_class (self->more, "more");
  gtk_widget_set_valign (self->more, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->more, _("All targets"));
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_clicked_cb), self);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
}

static void
build_words (HearsayStatementCell *self)
{
  add_label (self);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->label, 2);
  gtk_label_set_width_chars (self->label, 24);
  gtk_label_set_max_width_chars (self->label, 60);
}

static void
build (HearsayStatementCell *self)
{
  switch (self->column)
    {
    case HEARSAY_COLUMN_SPEAKER:
      add_lead (self, hearsay_avatar_new (28));
      add_label (self);
      break;
    case HEARSAY_COLUMN_WORDS:
      build_words (self);
      break;
    case HEARSAY_COLUMN_KIND:
      add_lead (self, hearsay_kind_mark_new ());
      add_label (self);
      break;
    case HEARSAY_COLUMN_TARGET:
      add_label (self);
      add_more (self);
      break;
    case HEARSAY_COLUMN_STANCE:
      add_lead (self, hearsay_statement_pill_new ());
      break;
    case HEARSAY_COLUMN_CONFIDENCE:
      add_lead (self, gtk_progress_bar_new ());
      add_label (self);
      break;
    case HEARSAY_COLUMN_STATUS:
      add_lead (self, gtk_image_new ());
      add_label (self);
      break;
    case HEARSAY_COLUMN_CHECK:
    case HEARSAY_COLUMN_DATE:
    case HEARSAY_COLUMN_ARTICLE:
    default:
      add_label (self);
      break;
    }
  if (self->column == HEARSAY_COLUMN_DATE || self->column == HEARSAY_COLUMN_CONFIDENCE)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  if (self->column == HEARSAY_COLUMN_ARTICLE)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
}

/* --- filling --- */

static void
show_target (HearsayStatementCell *self)
{
  guint n = hearsay_statement_get_n_stances (self->statement);
  g_autofree char *more = g_strdup_printf ("+%u", n > 0 ? n - 1 : 0);

  gtk_label_set_label (self->label, n > 0 ? hearsay_stance_get_target_name (hearsay_statement_peek_stance (self->statement, 0))
                                          : "");
  gtk_button_set_label (GTK_BUTTON (self->more), more);
  gtk_widget_set_visible (self->more, n > 1);
}

static void
show_confidence (HearsayStatementCell *self)
{
  double confidence = hearsay_statement_get_confidence (self->statement);
  g_autofree char *text = g_strdup_printf ("%d%%", (int) (confidence * 100.0 + 0.5));

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->lead), confidence);
  gtk_label_set_label (self->label, text);
  if (confidence < LOW_CONFIDENCE)
    gtk_widget_add_css_class (self->lead, "low");
  else
    gtk_widget_remove_css_class (self->lead, "low");
}

static void
show_status (HearsayStatementCell *self)
{
  static const char *const icons[HEARSAY_N_STATUSES] = {
    [HEARSAY_STATUS_SUGGESTED] = "hearsay-ring-symbolic",
    [HEARSAY_STATUS_ACCEPTED] = "hearsay-check-symbolic",
    [HEARSAY_STATUS_CORRECTED] = "hearsay-pencil-symbolic",
    [HEARSAY_STATUS_REJECTED] = "hearsay-cross-symbolic",
  };
  HearsayStatus status = hearsay_statement_get_status (self->statement);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->lead), icons[status]);
  gtk_label_set_label (self->label, hearsay_wording_status (status));
  for (guint i = 0; i < HEARSAY_N_STATUSES; i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), hearsay_status_to_string ((HearsayStatus) i));
  gtk_widget_add_css_class (GTK_WIDGET (self), hearsay_status_to_string (status));
}

/* A line break inside a quotation would take the second line away. */
static char *
join_lines (const char *words)
{
  char *line = g_strdup (words);

  for (char *p = line; *p != '\0'; p++)
    {
      if (*p == '\n' || *p == '\r' || *p == '\t')
        *p = ' ';
    }
  return line;
}

static void
show_words (HearsayStatementCell *self)
{
  const char *words = hearsay_statement_get_words (self->statement);
  g_autofree char *line = join_lines (words);

  gtk_label_set_label (self->label, line);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
}

static void
show_speaker (HearsayStatementCell *self)
{
  HearsayActor *speaker = hearsay_statement_get_speaker (self->statement);

  hearsay_avatar_set_actor (HEARSAY_AVATAR (self->lead), speaker);
  gtk_label_set_label (self->label, speaker != NULL ? hearsay_actor_get_name (speaker) : _("Unknown"));
}

static void
show_article (HearsayStatementCell *self)
{
  HearsayArticle *article = hearsay_statement_get_article (self->statement);
  const char *publisher = article != NULL ? hearsay_article_get_publisher (article) : NULL;

  if (article == NULL)
    return;
  gtk_label_set_label (self->label, publisher != NULL ? publisher : hearsay_article_get_display_title (article));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), hearsay_article_get_display_title (article));
}

static const char *
name_kind (HearsayStatementKind kind)
{
  switch (kind)
    {
    case HEARSAY_STATEMENT_DIRECT:
      return C_("kind of statement", "Direct");
    case HEARSAY_STATEMENT_MIXED:
      return C_("kind of statement", "Mixed");
    case HEARSAY_STATEMENT_INDIRECT:
    default:
      return C_("kind of statement", "Indirect");
    }
}

static void
show_rejected (HearsayStatementCell *self)
{
  if (hearsay_statement_get_status (self->statement) == HEARSAY_STATUS_REJECTED)
    gtk_widget_add_css_class (GTK_WIDGET (self), "struck");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "struck");
}

static void
fill (HearsayStatementCell *self)
{
  g_autofree char *date = NULL;

  switch (self->column)
    {
    case HEARSAY_COLUMN_DATE:
      date = hearsay_wording_date (hearsay_statement_get_said_on (self->statement));
      gtk_label_set_label (self->label, date);
      break;
    case HEARSAY_COLUMN_SPEAKER:
      show_speaker (self);
      break;
    case HEARSAY_COLUMN_WORDS:
      show_words (self);
      break;
    case HEARSAY_COLUMN_KIND:
      hearsay_kind_mark_set (HEARSAY_KIND_MARK (self->lead), hearsay_statement_get_kind (self->statement),
                             HEARSAY_KIND_MARK_TEXT_COLOUR);
      gtk_label_set_label (self->label, name_kind (hearsay_statement_get_kind (self->statement)));
      break;
    case HEARSAY_COLUMN_TARGET:
      show_target (self);
      break;
    case HEARSAY_COLUMN_STANCE:
      hearsay_statement_pill_set (self->lead, hearsay_statement_get_main_stance (self->statement));
      break;
    case HEARSAY_COLUMN_ARTICLE:
      show_article (self);
      break;
    case HEARSAY_COLUMN_CONFIDENCE:
      show_confidence (self);
      break;
    case HEARSAY_COLUMN_STATUS:
      show_status (self);
      break;
    case HEARSAY_COLUMN_CHECK:
    default:
      break;
    }
  show_rejected (self);
}

static void
status_changed_cb (HearsayStatementCell *self)
{
  if (self->column == HEARSAY_COLUMN_STATUS)
    show_status (self);
  show_rejected (self);
}

/**
 * hearsay_statement_cell_new:
 * @column: what to show
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *
hearsay_statement_cell_new (HearsayColumn column)
{
  HearsayStatementCell *self = g_object_new (HEARSAY_TYPE_STATEMENT_CELL, NULL);

  self->column = column;
  build (self);
  return GTK_WIDGET (self);
}

/**
 * hearsay_statement_cell_set_statement:
 * @statement: (nullable): what to show, or %NULL when the row goes out of sight
 */
void
hearsay_statement_cell_set_statement (HearsayStatementCell *self,
                                      HearsayStatement     *statement)
{
  g_return_if_fail (HEARSAY_IS_STATEMENT_CELL (self));
  g_return_if_fail (statement == NULL || HEARSAY_IS_STATEMENT (statement));

  if (self->statement == statement)
    return;
  disconnect_statement (self);
  if (statement == NULL)
    return;
  self->statement = g_object_ref (statement);
  self->status_handler = g_signal_connect_swapped (statement, "notify::status", G_CALLBACK (status_changed_cb), self);
  fill (self);
}
