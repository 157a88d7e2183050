/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/timeline/hearsay-timeline-table.h"

#include <glib/gi18n.h>
#include <math.h>

#include "model/hearsay-statement.h"
#include "render/hearsay-date-words.h"
#include "timeline/hearsay-stance-curve.h"
#include "ui/canvas/hearsay-canvas-table.h"
#include "ui/hearsay-wording.h"
#include "ui/timeline/hearsay-timeline-row.h"

/**
 * HearsayTimelineTable:
 *
 * The timeline as a list, for those who do not see the picture and for those who
 * want its numbers: each statement that is drawn, with the curve at its day; or
 * each bar of totals.
 */
struct _HearsayTimelineTable
{
  AdwBin parent_instance;

  GtkStack *stack;
  HearsayTimelineRowList *marks;
  HearsayTimelineRowList *bars;
  GtkMultiSelection *mark_selection;
  GtkMultiSelection *bar_selection;
  GtkColumnView *mark_view;
  GtkColumnView *bar_view;
  GtkColumnViewColumn *curve_column;
  GPtrArray *statements; /* nullable: HearsayStatement, by the items' statement */
  gboolean selecting;

  const HearsayTimeline *curve_timeline; /* whose curve is kept */
  guint curve_lane;
  GArray *curve;         /* nullable */
};

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (HearsayTimelineTable, hearsay_timeline_table, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

enum
{
  MARK_SPEAKER,
  MARK_SAID_ON,
  MARK_KIND,
  MARK_STANCE,
  MARK_CURVE,
  MARK_WORDS,
  MARK_PUBLISHED,
  N_MARK_COLUMNS,
};

enum
{
  BAR_SPEAKER,
  BAR_DAYS,
  BAR_SUPPORT,
  BAR_NEUTRAL,
  BAR_OPPOSE,
  BAR_STATEMENTS,
  N_BAR_COLUMNS,
};

static HearsayStatement *
get_statement (HearsayTimelineTable      *self,
               const HearsayTimelineItem *item)
{
  return self->statements != NULL && item->statement < self->statements->len
           ? g_ptr_array_index (self->statements, item->statement) : NULL;
}

static char *
write_days (HearsayTimelineRow *row)
{
  gint32 first;
  gint32 last;

  hearsay_timeline_row_get_days (row, &first, &last);
  return first == HEARSAY_TIMELINE_NO_DAY ? g_strdup (_("No date")) : hearsay_date_words_new_range (first, last);
}

/* The curve of the lane that was asked for last: rows of one lane stand together. */
static GArray *
get_curve (HearsayTimelineTable      *self,
           const HearsayTimeline     *timeline,
           guint                      lane)
{
  if (self->curve != NULL && self->curve_timeline == timeline && self->curve_lane == lane)
    return self->curve;
  g_clear_pointer (&self->curve, g_array_unref);
  self->curve = hearsay_stance_curve_new_stepped (timeline, lane);
  self->curve_timeline = timeline;
  self->curve_lane = lane;
  return self->curve;
}

/* “0.43 (0.1 to 0.7)”: the position that the curve has on the day of the statement, and its band. */
static char *
write_curve (HearsayTimelineTable *self,
             HearsayTimelineRow   *row)
{
  const HearsayTimelineItem *item = hearsay_timeline_row_get_item (row, 0);
  double day = item->first_day + ((double) item->last_day - item->first_day + 1.0) / 2.0;
  GArray *curve;

  if (item->first_day == HEARSAY_TIMELINE_NO_DAY || !item->about_issue)
    return g_strdup ("–");
  curve = get_curve (self, hearsay_timeline_painter_get_timeline (row->painter), item->lane);
  for (guint i = 0; i < curve->len; i++)
    {
      const HearsayCurvePoint *point = &g_array_index (curve, HearsayCurvePoint, i);

      if (fabs (point->day - day) < 0.01)
        /* Translators: a position from -1 to 1, and between which values it lies for certain */
        return g_strdup_printf (_("%+.2f (%+.2f to %+.2f)"), point->position, point->low, point->high);
    }
  return g_strdup ("–");
}

static char *
write_mark (gpointer item,
            guint    column,
            gpointer data)
{
  HearsayTimelineTable *self = data;
  HearsayTimelineRow *row = item;
  const HearsayTimelineItem *what = hearsay_timeline_row_get_item (row, 0);
  HearsayStatement *statement = get_statement (self, what);

  switch (column)
    {
    case MARK_SPEAKER:
      return g_strdup (hearsay_timeline_row_get_lane (row)->name);
    case MARK_SAID_ON:
      return statement != NULL && what->first_day != HEARSAY_TIMELINE_NO_DAY
               ? hearsay_wording_date (hearsay_statement_get_said_on (statement)) : write_days (row);
    case MARK_KIND:
      return g_strdup (hearsay_wording_kind_short (what->kind));
    case MARK_STANCE:
      return g_strdup (what->about_issue ? hearsay_wording_position (what->position) : _("Not about it"));
    case MARK_CURVE:
      return write_curve (self, row);
    case MARK_WORDS:
      return g_strdup (statement != NULL ? hearsay_statement_get_words (statement) : "");
    case MARK_PUBLISHED:
    default:
      return statement != NULL && hearsay_statement_get_article (statement) != NULL
               ? hearsay_wording_place (hearsay_statement_get_article (statement)) : g_strdup ("");
    }
}

static char *
write_bar (gpointer item,
           guint    column,
           gpointer data)
{
  HearsayTimelineRow *row = item;
  guint counts[HEARSAY_N_POSITIONS];

  hearsay_timeline_row_count (row, counts);
  switch (column)
    {
    case BAR_SPEAKER:
      return g_strdup (hearsay_timeline_row_get_lane (row)->name);
    case BAR_DAYS:
      return write_days (row);
    case BAR_SUPPORT:
      return g_strdup_printf ("%u", counts[HEARSAY_POSITION_SUPPORT]);
    case BAR_NEUTRAL:
      return g_strdup_printf ("%u", counts[HEARSAY_POSITION_NEUTRAL]);
    case BAR_OPPOSE:
      return g_strdup_printf ("%u", counts[HEARSAY_POSITION_OPPOSE]);
    case BAR_STATEMENTS:
    default:
      return g_strdup_printf ("%u", hearsay_timeline_row_get_n_items (row));
    }
}

/* --- selection --- */

static void
selection_changed_cb (HearsayTimelineTable *self,
                      guint                 position,
                      guint                 n,
                      GtkSelectionModel    *model)
{
  g_autoptr (GtkBitset) rows = NULL;
  g_autoptr (GtkBitset) statements = NULL;

  if (self->selecting)
    return;
  rows = gtk_selection_model_get_selection (model);
  statements = gtk_bitset_new_empty ();
  for (guint i = 0; i < gtk_bitset_get_size (rows); i++)
    {
      g_autoptr (HearsayTimelineRow) row = g_list_model_get_item (G_LIST_MODEL (model), gtk_bitset_get_nth (rows, i));

      for (guint k = 0; k < hearsay_timeline_row_get_n_items (row); k++)
        gtk_bitset_add (statements, hearsay_timeline_row_get_item (row, k)->statement);
    }
  g_signal_emit (self, signals[SELECTED], 0, statements);
}

static void
activated_cb (HearsayTimelineTable *self,
              guint                 position,
              GtkColumnView        *view)
{
  g_autoptr (HearsayTimelineRow) row = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (view)), position);

  if (row != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, (guint) hearsay_timeline_row_get_item (row, 0)->statement,
                   hearsay_timeline_row_get_n_items (row));
}

/* --- the widget --- */

static GtkWidget *
new_view (HearsayTimelineTable    *self,
          HearsayTimelineRowList  *list,
          const char              *label,
          GtkMultiSelection      **selection,
          GtkColumnView          **view)
{
  GtkWidget *scroller;

  *selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (list)));
  g_signal_connect_object (*selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  scroller = hearsay_canvas_table_new_view (GTK_SELECTION_MODEL (*selection), label, view);
  g_signal_connect_swapped (*view, "activate", G_CALLBACK (activated_cb), self);
  return scroller;
}

static void
hearsay_timeline_table_finalize (GObject *object)
{
  HearsayTimelineTable *self = HEARSAY_TIMELINE_TABLE (object);

  g_clear_object (&self->marks);
  g_clear_object (&self->bars);
  g_clear_pointer (&self->statements, g_ptr_array_unref);
  g_clear_pointer (&self->curve, g_array_unref);

  G_OBJECT_CLASS (hearsay_timeline_table_parent_class)->finalize (object);
}

static void
hearsay_timeline_table_class_init (HearsayTimelineTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearsay_timeline_table_finalize;

  signals[SELECTED] = g_signal_new ("selected", HEARSAY_TYPE_TIMELINE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, GTK_TYPE_BITSET);
  signals[ACTIVATED] = g_signal_new ("activated", HEARSAY_TYPE_TIMELINE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "timelinetable");
}

static void
add_columns (HearsayTimelineTable *self)
{
  const char *mark_titles[N_MARK_COLUMNS] = {
    _("Speaker"), _("Said On"), _("Kind"), _("Stance"), _("Curve"), _("Words"), _("Published"),
  };
  const char *bar_titles[N_BAR_COLUMNS] = {
    _("Speaker"), _("Days"), _("Support"), C_("stance", "Neutral"), _("Oppose"), _("Statements"),
  };
  g_autoptr (GListModel) columns = NULL;

  for (guint i = 0; i < N_MARK_COLUMNS; i++)
    {
      HearsayCanvasTableColumn column = { .title = mark_titles[i], .column = i, .write = write_mark, .data = self };

      hearsay_canvas_table_add_column (self->mark_view, &column);
    }
  for (guint i = 0; i < N_BAR_COLUMNS; i++)
    {
      HearsayCanvasTableColumn column = {
        .title = bar_titles[i], .column = i, .is_number = i >= BAR_SUPPORT, .write = write_bar, .data = self,
      };

      hearsay_canvas_table_add_column (self->bar_view, &column);
    }
  columns = g_object_ref (gtk_column_view_get_columns (self->mark_view));
  self->curve_column = g_list_model_get_item (columns, MARK_CURVE);
  gtk_column_view_column_set_visible (self->curve_column, FALSE);
  g_object_unref (self->curve_column); /* the view keeps it */
}

static void
hearsay_timeline_table_init (HearsayTimelineTable *self)
{
  self->marks = hearsay_timeline_row_list_new (FALSE);
  self->bars = hearsay_timeline_row_list_new (TRUE);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, new_view (self, self->marks, _("Statements by speaker, then date"), &self->mark_selection, &self->mark_view),
                       "marks");
  gtk_stack_add_named (self->stack, new_view (self, self->bars, _("Totals by speaker, then date"), &self->bar_selection, &self->bar_view),
                       "bars");
  add_columns (self);
  adw_bin_set_child (ADW_BIN (self), hearsay_canvas_table_new_page (NULL, "timeline.list", GTK_WIDGET (self->stack)));
}

GtkWidget *
hearsay_timeline_table_new (void)
{
  return g_object_new (HEARSAY_TYPE_TIMELINE_TABLE, NULL);
}

/**
 * hearsay_timeline_table_set_content:
 * @painter: (nullable): what is drawn
 * @statements: (element-type HearsayStatement): by the items' statement
 */
void
hearsay_timeline_table_set_content (HearsayTimelineTable   *self,
                                    HearsayTimelinePainter *painter,
                                    GPtrArray              *statements)
{
  g_return_if_fail (HEARSAY_IS_TIMELINE_TABLE (self));
  g_return_if_fail (statements != NULL);

  g_ptr_array_ref (statements);
  g_clear_pointer (&self->statements, g_ptr_array_unref);
  self->statements = statements;
  g_clear_pointer (&self->curve, g_array_unref);
  self->selecting = TRUE;
  hearsay_timeline_row_list_set_painter (self->marks, painter);
  hearsay_timeline_row_list_set_painter (self->bars, painter);
  self->selecting = FALSE;
}

void
hearsay_timeline_table_set_mode (HearsayTimelineTable *self,
                                 HearsayTimelineMode   mode)
{
  g_return_if_fail (HEARSAY_IS_TIMELINE_TABLE (self));

  gtk_column_view_column_set_visible (self->curve_column, mode == HEARSAY_TIMELINE_CURVES);
  gtk_stack_set_visible_child_name (self->stack, mode == HEARSAY_TIMELINE_TOTALS ? "bars" : "marks");
}

static void
select_rows (GtkSelectionModel *model,
             const gboolean    *selected)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));
  g_autoptr (GtkBitset) rows = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask = gtk_bitset_new_range (0, n);

  for (guint i = 0; selected != NULL && i < n; i++)
    {
      g_autoptr (HearsayTimelineRow) row = g_list_model_get_item (G_LIST_MODEL (model), i);
      const HearsayTimelineItem *items = hearsay_timeline_painter_get_timeline (row->painter)->items;
      gboolean any = FALSE;

      for (guint k = 0; k < hearsay_timeline_row_get_n_items (row) && !any; k++)
        any = selected[hearsay_timeline_row_get_item (row, k) - items];
      if (any)
        gtk_bitset_add (rows, i);
    }
  gtk_selection_model_set_selection (model, rows, mask);
}

/**
 * hearsay_timeline_table_set_selected:
 * @selected: (nullable): one an item of the timeline
 */
void
hearsay_timeline_table_set_selected (HearsayTimelineTable *self,
                                     const gboolean       *selected)
{
  g_return_if_fail (HEARSAY_IS_TIMELINE_TABLE (self));

  self->selecting = TRUE;
  select_rows (GTK_SELECTION_MODEL (self->mark_selection), selected);
  select_rows (GTK_SELECTION_MODEL (self->bar_selection), selected);
  self->selecting = FALSE;
}
