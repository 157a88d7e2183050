/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/article/hearsay-inspector.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/article/hearsay-agreement-list.h"
#include "ui/article/hearsay-stance-row.h"
#include "ui/article/hearsay-why-row.h"
#include "ui/hearsay-wording.h"
#include "ui/widgets/hearsay-avatar.h"
#include "ui/widgets/hearsay-kind-mark.h"

struct _HearsayInspector
{
  GtkWidget parent_instance;

  GtkWidget       *box;
  GtkWidget       *back;
  GtkLabel        *place;
  GtkStack        *stack;
  HearsayAvatar   *avatar;
  GtkLabel        *name;
  GtkLabel        *role;
  GtkWidget       *actor_button;
  HearsayKindMark *kind_mark;
  GtkLabel        *kind;
  GtkWidget       *cue_field;
  GtkLabel        *cue;
  GtkLabel        *said_on;
  GtkLabel        *said_on_basis;
  GtkWidget       *stance_heading;
  GtkListBox      *stances;
  HearsayAgreementList *agreements;
  GtkWidget       *confidence_field;
  GtkProgressBar  *confidence_bar;
  GtkLabel        *confidence;
  HearsayWhyRow   *why;
  GtkLabel        *status;
  GtkWidget       *status_field;

  HearsaySession  *session;
  GSignalGroup    *statement_signals;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (HearsayInspector, hearsay_inspector, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static GtkWidget *
new_stance_row (gpointer item,
                gpointer data)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), hearsay_stance_row_new (item));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
show_speaker (HearsayInspector *self,
              HearsayStatement *statement)
{
  HearsayActor *speaker = hearsay_statement_get_speaker (statement);
  g_autofree char *role = speaker != NULL ? hearsay_wording_role (speaker) : NULL;

  hearsay_avatar_set_actor (self->avatar, speaker);
  gtk_widget_set_visible (self->actor_button, speaker != NULL);
  gtk_label_set_label (self->name, speaker != NULL ? hearsay_actor_get_name (speaker) : _("Unknown speaker"));
  gtk_label_set_label (self->role, role != NULL ? role : _("The article does not say who"));
}

static void
actor_clicked_cb (HearsayInspector *self)
{
  HearsayActor *speaker = hearsay_avatar_get_actor (self->avatar);

  if (speaker != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.actor", "s", hearsay_actor_get_id (speaker));
}

static void
show_fields (HearsayInspector *self,
             HearsayStatement *statement)
{
  HearsayDate said_on = hearsay_statement_get_said_on (statement);
  const char *cue = hearsay_statement_get_cue_words (statement);
  g_autofree char *date = hearsay_wording_date_long (said_on);
  g_autofree char *basis = hearsay_wording_said_on (statement);

  hearsay_kind_mark_set (self->kind_mark, hearsay_statement_get_kind (statement), HEARSAY_KIND_MARK_TEXT_COLOUR);
  gtk_label_set_label (self->kind, hearsay_wording_kind (hearsay_statement_get_kind (statement)));
  gtk_label_set_label (self->cue, cue);
  gtk_widget_set_visible (self->cue_field, *cue != '\0');
  gtk_label_set_label (self->said_on, date);
  gtk_label_set_label (self->said_on_basis, basis);
  gtk_widget_set_visible (GTK_WIDGET (self->said_on_basis), *basis != '\0');
}

static void
show_confidence (HearsayInspector *self,
                 HearsayStatement *statement)
{
  double confidence = CLAMP (hearsay_statement_get_confidence (statement), 0.0, 1.0);
  HearsayStatus status = hearsay_statement_get_status (statement);
  /* Translators: how sure something is */
  g_autofree char *percent = g_strdup_printf (_("%d%%"), (int) (confidence * 100.0 + 0.5));

  gtk_progress_bar_set_fraction (self->confidence_bar, confidence);
  gtk_label_set_label (self->confidence, percent);
  gtk_label_set_label (self->status, hearsay_wording_status (status));
  gtk_widget_set_visible (self->status_field, status != HEARSAY_STATUS_SUGGESTED);
  if (status == HEARSAY_STATUS_ACCEPTED)
    gtk_widget_add_css_class (GTK_WIDGET (self->status), "success");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->status), "success");
}

static void
update (HearsayInspector *self)
{
  HearsayStatement *statement = hearsay_session_get_selected_statement (self->session);
  GListModel *stances = NULL;

  /* What is selected may stand in another article than the one that is read. */
  if (statement != NULL && hearsay_statement_get_article (statement) != hearsay_session_get_article (self->session))
    statement = NULL;
  g_signal_group_set_target (self->statement_signals, statement);
  gtk_stack_set_visible_child_name (self->stack, statement != NULL ? "statement" : "nothing");
  if (statement != NULL)
    {
      show_speaker (self, statement);
      show_fields (self, statement);
      show_confidence (self, statement);
      stances = hearsay_statement_get_stances (statement);
    }
  hearsay_agreement_list_set_statement (self->agreements, statement);
  hearsay_why_row_set_statement (self->why, statement);
  gtk_list_box_bind_model (self->stances, stances, new_stance_row, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->stances), stances != NULL && g_list_model_get_n_items (stances) > 0);
  gtk_widget_set_visible (self->stance_heading, gtk_widget_get_visible (GTK_WIDGET (self->stances)));
}

static void
status_changed_cb (HearsayInspector *self)
{
  HearsayStatement *statement = hearsay_session_get_selected_statement (self->session);

  if (statement != NULL)
    show_confidence (self, statement);
}

static void
hearsay_inspector_dispose (GObject *object)
{
  HearsayInspector *self = HEARSAY_INSPECTOR (object);

  g_clear_object (&self->statement_signals);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARSAY_TYPE_INSPECTOR);

  G_OBJECT_CLASS (hearsay_inspector_parent_class)->dispose (object);
}

static void
hearsay_inspector_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  HearsayInspector *self = HEARSAY_INSPECTOR (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      if (!g_set_object (&self->session, g_value_get_object (value)) || self->session == NULL)
        return;
      g_signal_connect_object (self->session, "notify::selected-statement", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->session, "notify::article", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      update (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, HEARSAY_RESOURCE_PATH "/ui/article/hearsay-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, HearsayInspector, box);
  gtk_widget_class_bind_template_child (widget_class, HearsayInspector, back);
  gtk_widget_class_bind_template_child (widget_class, HearsayInspector, place);
  gtk_widget_class_bind_template_child (widget_class, HearsayInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, HearsayInspector, avatar);
  gtk_widget_class_bind_template_child (widget_class, HearsayInspector, name);
  gtk_widget_class_bind_template_child (widget_class, HearsayInspector, role);
  gtk_widget_class_bind_template_child (widget_class, HearsayInspector, actor_button);
  gtk_widget_class_bind_template_callback (widget_class, actor_clicked_cb);
  gtk_widget_class_bind_template_child (widget_class, HearsayInspector, kind_mark);
  gtk_widget_class_bind_template_child (widget_class, HearsayInspector, kind);
  gtk_widget_class_bind_template_child (widget_class, HearsayInspector, cue_field);
  gtk_widget_class_bind_template_child (widget_class, HearsayInspector, cue);
  gtk_widget_class_bind_template_child (widget_class, HearsayInspector, said_on);
  gtk_widget_class_bind_template_child (widget_class, HearsayInspector, said_on_basis);
  gtk_widget_class_bind_template_child (widget_class, HearsayInspector, stance_heading);
  gtk_widget_class_bind_template_child (widget_class, HearsayInspector, stances);
  gtk_widget_class_bind_template_child (widget_class, HearsayInspector, agreements);
  gtk_widget_class_bind_template_child (widget_class, HearsayInspector, confidence_field);
  gtk_widget_class_bind_template_child (widget_class, HearsayInspector, confidence_bar);
  gtk_widget_class_bind_template_child (widget_class, HearsayInspector, confidence);
  gtk_widget_class_bind_template_child (widget_class, HearsayInspector, why);
  gtk_widget_class_bind_template_child (widget_class, HearsayInspector, status);
  gtk_widget_class_bind_template_child (widget_class, HearsayInspector, status_field);
}

static void
hearsay_inspector_class_init (HearsayInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearsay_inspector_dispose;
  object_class->set_property = hearsay_inspector_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, HEARSAY_TYPE_SESSION,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HEARSAY_TYPE_AGREEMENT_LIST);
  g_type_ensure (HEARSAY_TYPE_AVATAR);
  g_type_ensure (HEARSAY_TYPE_KIND_MARK);
  g_type_ensure (HEARSAY_TYPE_WHY_ROW);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_css_name (widget_class, "inspector");
}

static void
hearsay_inspector_init (HearsayInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->statement_signals = g_signal_group_new (HEARSAY_TYPE_STATEMENT);
  g_signal_group_connect_swapped (self->statement_signals, "notify::status", G_CALLBACK (status_changed_cb), self);
}

GtkWidget *
hearsay_inspector_new (void)
{
  return g_object_new (HEARSAY_TYPE_INSPECTOR, NULL);
}

/**
 * hearsay_inspector_set_place:
 * @position: counted from 1; 0 when no statement is in focus
 * @n: how many statements are shown in the article
 */
void
hearsay_inspector_set_place (HearsayInspector *self,
                             guint             position,
                             guint             n)
{
  g_autofree char *text = NULL;

  g_return_if_fail (HEARSAY_IS_INSPECTOR (self));

  if (position == 0)
    text = hearsay_wording_statements (n);
  else
    /* Translators: which statement of how many; <b> makes bold */
    text = g_strdup_printf (_("<b>Statement</b> %u of %u"), position, n);
  gtk_label_set_markup (self->place, text);
}

void
hearsay_inspector_set_narrow (HearsayInspector *self,
                              gboolean          narrow)
{
  g_return_if_fail (HEARSAY_IS_INSPECTOR (self));

  gtk_widget_set_visible (self->back, narrow);
}
