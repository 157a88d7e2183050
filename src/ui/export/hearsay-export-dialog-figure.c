/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/export/hearsay-export-dialog-private.h"

void
hearsay_export_task_free (HearsayExportTask *task)
{
  hearsay_export_source_unref (task->source);
  g_free (task->title);
  g_free (task->dates);
  g_free (task->note);
  g_free (task);
}

HearsayFigureFormat
hearsay_export_dialog_get_format (HearsayExportDialog *self)
{
  if (gtk_toggle_button_get_active (self->svg))
    return HEARSAY_FIGURE_SVG;
  return gtk_toggle_button_get_active (self->pdf) ? HEARSAY_FIGURE_PDF : HEARSAY_FIGURE_PNG;
}

double
hearsay_export_dialog_get_scale (HearsayExportDialog *self)
{
  if (gtk_toggle_button_get_active (self->scale_1))
    return 1.0;
  return gtk_toggle_button_get_active (self->scale_3) ? 3.0 : 2.0;
}

static void
choose_drawing (HearsayExportDialog  *self,
                HearsayFigureOptions *options)
{
  gboolean in_sight = gtk_widget_get_visible (GTK_WIDGET (self->area)) &&
                      adw_combo_row_get_selected (self->area) == HEARSAY_EXPORT_AREA_IN_SIGHT;

  if (adw_combo_row_get_selected (self->picture) != HEARSAY_EXPORT_TIMELINE)
    {
      if (in_sight)
        hearsay_export_source_get_part (self->source, &options->part);
      return;
    }
  options->mode = self->drawn.mode;
  options->unit = self->drawn.unit;
  options->stepped = self->drawn.stepped;
  if (!in_sight)
    return;
  options->first_day = self->drawn.first_day;
  options->last_day = self->drawn.last_day;
}

HearsayExportTask *
hearsay_export_dialog_new_task (HearsayExportDialog *self)
{
  static const HearsayBackground backgrounds[] = {
    HEARSAY_BACKGROUND_WHITE, HEARSAY_BACKGROUND_TRANSPARENT, HEARSAY_BACKGROUND_DARK,
  };
  HearsayExportTask *task = g_new0 (HearsayExportTask, 1);

  /* Statements may have changed while a file was chosen. */
  hearsay_export_source_gather (self->source, G_MAXINT64);
  task->source = hearsay_export_source_ref (self->source);
  task->options = (HearsayFigureOptions) HEARSAY_FIGURE_OPTIONS_INIT;
  task->options.format = hearsay_export_dialog_get_format (self);
  task->options.width = gtk_spin_button_get_value (self->width);
  task->options.height = gtk_spin_button_get_value (self->height);
  task->options.scale = hearsay_export_dialog_get_scale (self);
  task->options.background = backgrounds[MIN (adw_combo_row_get_selected (self->background), 2u)];
  task->options.style = task->options.background == HEARSAY_BACKGROUND_DARK ? HEARSAY_STYLE_DARK : HEARSAY_STYLE_LIGHT;
  task->options.legend = gtk_switch_get_active (self->legend_switch);
  choose_drawing (self, &task->options);
  if (gtk_switch_get_active (self->title_switch))
    {
      task->title = g_strdup (hearsay_export_picture_get_title (adw_combo_row_get_selected (self->picture)));
      task->dates = g_strdup (hearsay_export_source_get_dates (self->source));
    }
  if (gtk_switch_get_active (self->note_switch))
    task->note = g_strdup (hearsay_export_source_get_note (self->source));
  task->options.title = task->title;
  task->options.dates = task->dates;
  task->options.source_note = task->note;
  return task;
}
