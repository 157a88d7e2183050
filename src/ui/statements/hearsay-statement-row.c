/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/statements/hearsay-statement-row.h"

#include "ui/statements/hearsay-statement-cell.h"

/**
 * HearsayStatementRow:
 *
 * A statement for a narrow window: who and when above, the words, the stance
 * and status below.
 */
struct _HearsayStatementRow
{
  GtkWidget parent_instance;

  GtkWidget *cells[HEARSAY_N_COLUMNS];
};

G_DEFINE_FINAL_TYPE (HearsayStatementRow, hearsay_statement_row, GTK_TYPE_WIDGET)

static void
hearsay_statement_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (hearsay_statement_row_parent_class)->dispose (object);
}

static void
hearsay_statement_row_class_init (HearsayStatementRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearsay_statement_row_dispose;
  gtk_widget_class_set_css_name (widget_class, "statementrow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
add_line (HearsayStatementRow *self,
          HearsayColumn        first,
          HearsayColumn        second)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->cells[first] = hearsay_statement_cell_new (first);
  gtk_widget_set_hexpand (self->cells[first], TRUE);
  gtk_box_append (GTK_BOX (line), self->cells[first]);
  if (second != first)
    {
      self->cells[second] = hearsay_statement_cell_new (second);
      gtk_box_append (GTK_BOX (line), self->cells[second]);
    }
  gtk_widget_set_parent (line, GTK_WIDGET (self));
}

static void
hearsay_statement_row_init (HearsayStatementRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  add_line (self, HEARSAY_COLUMN_SPEAKER, HEARSAY_COLUMN_DATE);
  add_line (self, HEARSAY_COLUMN_WORDS, HEARSAY_COLUMN_WORDS);
  add_line (self, HEARSAY_COLUMN_STANCE, HEARSAY_COLUMN_STATUS);
}

GtkWidget *
hearsay_statement_row_new (void)
{
  return g_object_new (HEARSAY_TYPE_STATEMENT_ROW, NULL);
}

void
hearsay_statement_row_set_statement (HearsayStatementRow *self,
                                     HearsayStatement    *statement)
{
  g_return_if_fail (HEARSAY_IS_STATEMENT_ROW (self));

  for (guint i = 0; i < HEARSAY_N_COLUMNS; i++)
    {
      if (self->cells[i] != NULL)
        hearsay_statement_cell_set_statement (HEARSAY_STATEMENT_CELL (self->cells[i]), statement);
    }
}
