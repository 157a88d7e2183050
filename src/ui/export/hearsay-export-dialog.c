/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/export/hearsay-export-dialog-private.h"

#include <glib/gi18n.h>

/* Words in print that are smaller than this are hard to read, in points. */
#define SMALLEST_READABLE 7.0

/* What one turn of the main loop may take, in microseconds. */
#define GATHER_SLICE 3000

/* Pixels of the preview at most, in each direction. */
#define MAX_PREVIEW 640.0

G_DEFINE_FINAL_TYPE (HearsayExportDialog, hearsay_export_dialog, ADW_TYPE_WINDOW)

enum
{
  SIZE_SCREEN,
  SIZE_SLIDE,
  SIZE_A4_UPRIGHT,
  SIZE_A4_LANDSCAPE,
  SIZE_SQUARE,
  SIZE_COLUMN,
  SIZE_CUSTOM,
};

static void
update_size_label (HearsayExportDialog *self)
{
  double width = gtk_spin_button_get_value (self->width);
  double height = gtk_spin_button_get_value (self->height);
  g_autofree char *text = NULL;

  if (hearsay_export_dialog_get_format (self) == HEARSAY_FIGURE_PNG)
    /* Translators: size of an image */
    text = g_strdup_printf (_("%.0f × %.0f pixels"), width * hearsay_export_dialog_get_scale (self),
                            height * hearsay_export_dialog_get_scale (self));
  else
    /* Translators: size on paper */
    text = g_strdup_printf (_("%.0f × %.0f mm"), width * 25.4 / 96.0, height * 25.4 / 96.0);
  gtk_label_set_label (self->size_label, text);
  gtk_widget_set_sensitive (self->scale_row, hearsay_export_dialog_get_format (self) == HEARSAY_FIGURE_PNG);
}

static void
preview_thread (GTask        *task,
                gpointer      object,
                gpointer      data,
                GCancellable *cancellable)
{
  HearsayExportTask *figure = data;
  g_autoptr (GError) error = NULL;

  if (!hearsay_export_source_prepare (figure->source, cancellable, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (hearsay_export_source_is_empty (figure->source))
    g_task_return_pointer (task, NULL, NULL);
  else
    g_task_return_pointer (task, hearsay_export_source_preview (figure->source, &figure->options, figure->scale,
                                                                &figure->smallest), g_object_unref);
}

static void
preview_done_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  HearsayExportDialog *self = HEARSAY_EXPORT_DIALOG (object);
  HearsayExportTask *figure = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL || self->session == NULL)
    return;
  self->previewed = TRUE;
  gtk_picture_set_paintable (self->preview, GDK_PAINTABLE (texture));
  gtk_stack_set_visible_child_name (self->stack, texture != NULL ? "preview" : "nothing");
  gtk_widget_set_visible (GTK_WIDGET (self->small_label), texture != NULL && figure->smallest < SMALLEST_READABLE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", texture != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.copy", texture != NULL);
}

static gboolean
preview_cb (gpointer data)
{
  HearsayExportDialog *self = HEARSAY_EXPORT_DIALOG (data);
  HearsayExportTask *figure = hearsay_export_dialog_new_task (self);
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  g_autoptr (GTask) task = NULL;

  self->preview_id = 0;
  figure->scale = factor * MIN (MAX_PREVIEW / figure->options.width, MAX_PREVIEW / figure->options.height);
  g_cancellable_cancel (self->preview_cancellable);
  g_object_unref (self->preview_cancellable);
  self->preview_cancellable = g_cancellable_new ();
  task = g_task_new (self, self->preview_cancellable, preview_done_cb, NULL);
  g_task_set_name (task, "[hearsay] export preview");
  g_task_set_task_data (task, figure, (GDestroyNotify) hearsay_export_task_free);
  g_task_run_in_thread (task, preview_thread);
  return G_SOURCE_REMOVE;
}

static void
queue_preview (HearsayExportDialog *self)
{
  self->previewed = FALSE;
  update_size_label (self);
  if (self->preview_id == 0 && self->gather_id == 0 && self->source != NULL)
    self->preview_id = g_idle_add (preview_cb, self);
}

static void
changed_cb (HearsayExportDialog *self)
{
  queue_preview (self);
}

/* What may be left out depends on what is drawn. The choice between whole and part stays. */
static void
update_area (HearsayExportDialog *self,
             gboolean             of_timeline)
{
  const char *const of_timelines[] = { _("Whole timeline"), _("Visible part"), NULL };
  const char *const of_networks[] = { _("Whole network"), _("Visible part"), NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (of_timeline ? of_timelines : of_networks);
  gboolean in_sight = adw_combo_row_get_selected (self->area) == HEARSAY_EXPORT_AREA_IN_SIGHT;
  HearsayBox part;

  adw_combo_row_set_model (self->area, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->area, in_sight ? HEARSAY_EXPORT_AREA_IN_SIGHT : HEARSAY_EXPORT_AREA_WHOLE);
  gtk_widget_set_visible (GTK_WIDGET (self->area), of_timeline || hearsay_export_source_get_part (self->source, &part));
}

static gboolean
gather_cb (gpointer data)
{
  HearsayExportDialog *self = HEARSAY_EXPORT_DIALOG (data);

  if (!hearsay_export_source_gather (self->source, g_get_monotonic_time () + GATHER_SLICE))
    return G_SOURCE_CONTINUE;
  self->gather_id = 0;
  queue_preview (self);
  return G_SOURCE_REMOVE;
}

/* The statements are read in slices; till then nothing can be saved. */
static void
picture_changed_cb (HearsayExportDialog *self)
{
  HearsayExportPicture picture = adw_combo_row_get_selected (self->picture);
  HearsayTimelineRows *rows = NULL;

  if (self->session == NULL)
    return;
  if (picture == HEARSAY_EXPORT_TIMELINE && self->timeline_view != NULL)
    rows = hearsay_timeline_view_begin_shown (self->timeline_view, &self->drawn);
  g_cancellable_cancel (self->preview_cancellable);
  g_clear_pointer (&self->source, hearsay_export_source_unref);
  self->source = hearsay_export_source_new (self->session, picture, rows,
                                            self->network_view != NULL ? hearsay_network_view_dup_shown (self->network_view) : NULL);
  update_area (self, rows != NULL);
  g_clear_handle_id (&self->preview_id, g_source_remove);
  self->previewed = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.copy", FALSE);
  if (self->gather_id == 0)
    self->gather_id = g_idle_add (gather_cb, self);
}

static void
size_changed_cb (HearsayExportDialog *self)
{
  static const int sizes[][2] = {
    [SIZE_SLIDE] = { 1920, 1080 },     [SIZE_A4_UPRIGHT] = { 794, 1123 }, [SIZE_A4_LANDSCAPE] = { 1123, 794 },
    [SIZE_SQUARE] = { 1200, 1200 },    [SIZE_COLUMN] = { 321, 321 },
  };
  guint size = adw_combo_row_get_selected (self->size);

  if (size >= SIZE_CUSTOM)
    return;
  self->setting_size = TRUE;
  gtk_spin_button_set_value (self->width, size == SIZE_SCREEN ? self->screen_width : sizes[size][0]);
  gtk_spin_button_set_value (self->height, size == SIZE_SCREEN ? self->screen_height : sizes[size][1]);
  self->setting_size = FALSE;
  queue_preview (self);
}

static void
size_edited_cb (HearsayExportDialog *self)
{
  if (self->setting_size)
    return;
  adw_combo_row_set_selected (self->size, SIZE_CUSTOM);
  queue_preview (self);
}

static void
hearsay_export_dialog_dispose (GObject *object)
{
  HearsayExportDialog *self = HEARSAY_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->preview_id, g_source_remove);
  g_clear_handle_id (&self->gather_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->preview_cancellable != NULL)
    g_cancellable_cancel (self->preview_cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->preview_cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->timeline_view);
  g_clear_object (&self->network_view);
  g_clear_pointer (&self->source, hearsay_export_source_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARSAY_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (hearsay_export_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, HEARSAY_RESOURCE_PATH "/ui/export/hearsay-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HearsayExportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, HearsayExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HearsayExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, HearsayExportDialog, size_label);
  gtk_widget_class_bind_template_child (widget_class, HearsayExportDialog, small_label);
  gtk_widget_class_bind_template_child (widget_class, HearsayExportDialog, picture);
  gtk_widget_class_bind_template_child (widget_class, HearsayExportDialog, png);
  gtk_widget_class_bind_template_child (widget_class, HearsayExportDialog, svg);
  gtk_widget_class_bind_template_child (widget_class, HearsayExportDialog, pdf);
  gtk_widget_class_bind_template_child (widget_class, HearsayExportDialog, size);
  gtk_widget_class_bind_template_child (widget_class, HearsayExportDialog, width);
  gtk_widget_class_bind_template_child (widget_class, HearsayExportDialog, height);
  gtk_widget_class_bind_template_child (widget_class, HearsayExportDialog, scale_row);
  gtk_widget_class_bind_template_child (widget_class, HearsayExportDialog, scale_1);
  gtk_widget_class_bind_template_child (widget_class, HearsayExportDialog, scale_2);
  gtk_widget_class_bind_template_child (widget_class, HearsayExportDialog, scale_3);
  gtk_widget_class_bind_template_child (widget_class, HearsayExportDialog, background);
  gtk_widget_class_bind_template_child (widget_class, HearsayExportDialog, area);
  gtk_widget_class_bind_template_child (widget_class, HearsayExportDialog, title_switch);
  gtk_widget_class_bind_template_child (widget_class, HearsayExportDialog, legend_switch);
  gtk_widget_class_bind_template_child (widget_class, HearsayExportDialog, note_switch);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, picture_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, size_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, size_edited_cb);
}

static void
hearsay_export_dialog_class_init (HearsayExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearsay_export_dialog_dispose;

  bind_template (widget_class);
  hearsay_export_dialog_install_actions (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
hearsay_export_dialog_init (HearsayExportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->preview_cancellable = g_cancellable_new ();
  self->drawn = (HearsayFigureOptions) HEARSAY_FIGURE_OPTIONS_INIT;
  self->screen_width = 1280;
  self->screen_height = 800;

  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hearsay_export_dialog_new:
 * @session: its visible statements are drawn
 * @view: (nullable): name of the view that is open: its picture is offered first
 * @timeline_view: (nullable): the timeline is drawn as it stands there
 * @network_view: (nullable): its network is drawn as it stands there
 *
 * Returns: (transfer none): a dialog that has yet to be presented
 */
GtkWidget *
hearsay_export_dialog_new (HearsaySession      *session,
                           const char          *view,
                           HearsayTimelineView *timeline_view,
                           HearsayNetworkView  *network_view)
{
  HearsayExportDialog *self;
  HearsayExportPicture picture = HEARSAY_EXPORT_ABOUT;

  g_return_val_if_fail (HEARSAY_IS_SESSION (session), NULL);

  self = g_object_new (HEARSAY_TYPE_EXPORT_DIALOG, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "statements-changed", G_CALLBACK (picture_changed_cb), self, G_CONNECT_SWAPPED);
  g_set_object (&self->timeline_view, timeline_view);
  g_set_object (&self->network_view, network_view);
  adw_combo_row_set_selected (self->size, SIZE_SLIDE);
  if (g_strcmp0 (view, "timeline") == 0)
    picture = HEARSAY_EXPORT_TIMELINE;
  else if (network_view != NULL)
    picture = hearsay_export_picture_of_network (hearsay_network_view_get_network_type (network_view));
  adw_combo_row_set_selected (self->picture, picture);
  if (self->source == NULL)
    picture_changed_cb (self);
  return GTK_WIDGET (self);
}

gboolean
hearsay_export_dialog_is_previewed (HearsayExportDialog *self)
{
  g_return_val_if_fail (HEARSAY_IS_EXPORT_DIALOG (self), FALSE);

  return self->previewed;
}
