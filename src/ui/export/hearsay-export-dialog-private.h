/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "ui/export/hearsay-export-dialog.h"
#include "ui/export/hearsay-export-source.h"

G_BEGIN_DECLS

enum
{
  HEARSAY_EXPORT_AREA_WHOLE,
  HEARSAY_EXPORT_AREA_IN_SIGHT,
};

struct _HearsayExportDialog
{
  AdwWindow parent_instance;

  AdwToastOverlay     *toasts;
  GtkStack            *stack;
  GtkPicture          *preview;
  GtkLabel            *size_label;
  GtkLabel            *small_label;
  AdwComboRow         *picture;
  GtkToggleButton     *png;
  GtkToggleButton     *svg;
  GtkToggleButton     *pdf;
  AdwComboRow         *size;
  GtkSpinButton       *width;
  GtkSpinButton       *height;
  GtkWidget           *scale_row;
  GtkToggleButton     *scale_1;
  GtkToggleButton     *scale_2;
  GtkToggleButton     *scale_3;
  AdwComboRow         *background;
  AdwComboRow         *area;
  GtkSwitch           *title_switch;
  GtkSwitch           *legend_switch;
  GtkSwitch           *note_switch;

  HearsaySession      *session;
  HearsayExportSource *source;
  HearsayTimelineView *timeline_view; /* nullable */
  HearsayNetworkView  *network_view; /* nullable */
  HearsayFigureOptions drawn;         /* of the timeline: as its view draws it */
  GCancellable        *cancellable;
  GCancellable        *preview_cancellable;
  guint                preview_id;
  guint                gather_id;
  int                  screen_width;
  int                  screen_height;
  gboolean             previewed;
  gboolean             setting_size;
};

/* What one figure is made with; the strings are the task's own. */
typedef struct
{
  HearsayExportSource *source;
  HearsayFigureOptions options;
  char *title;
  char *dates;
  char *note;
  double scale;
  double smallest;
} HearsayExportTask;

/* hearsay-export-dialog-figure.c */
HearsayFigureFormat hearsay_export_dialog_get_format      (HearsayExportDialog *self);
double              hearsay_export_dialog_get_scale       (HearsayExportDialog *self);
HearsayExportTask  *hearsay_export_dialog_new_task        (HearsayExportDialog *self) G_GNUC_WARN_UNUSED_RESULT;
void                hearsay_export_task_free              (HearsayExportTask   *task);

/* hearsay-export-dialog-actions.c */
void                hearsay_export_dialog_install_actions (GtkWidgetClass      *widget_class);

G_END_DECLS
