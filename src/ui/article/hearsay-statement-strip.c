/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/article/hearsay-statement-strip.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/article/hearsay-stance-row.h"
#include "ui/hearsay-wording.h"
#include "ui/widgets/hearsay-avatar.h"
#include "ui/widgets/hearsay-wrap-layout.h"

struct _HearsayStatementStrip
{
  GtkWidget parent_instance;

  GtkWidget      *box;
  HearsayAvatar  *avatar;
  GtkLabel       *name;
  GtkLabel       *summary;
  AdwBin         *stances;

  HearsaySession *session;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (HearsayStatementStrip, hearsay_statement_strip, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static char *
summarize (HearsayStatement *statement)
{
  HearsayActor *speaker = hearsay_statement_get_speaker (statement);
  const char *role = speaker != NULL ? hearsay_actor_get_role (speaker) : NULL;
  g_autofree char *date = hearsay_wording_date (hearsay_statement_get_said_on (statement));
  g_autoptr (GString) text = g_string_new (role);

  if (*date != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", date);
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "",
                          hearsay_wording_kind_short (hearsay_statement_get_kind (statement)));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_stances (HearsayStatementStrip *self,
              HearsayStatement      *statement)
{
  GListModel *stances = hearsay_statement_get_stances (statement);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  guint n = g_list_model_get_n_items (stances);

  gtk_widget_set_layout_manager (box, hearsay_wrap_layout_new ());
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HearsayStance) stance = g_list_model_get_item (stances, i);

      gtk_box_append (GTK_BOX (box), hearsay_stance_pill_new (stance));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->stances), n > 0);
  adw_bin_set_child (self->stances, box);
}

static void
update (HearsayStatementStrip *self)
{
  HearsayStatement *statement = hearsay_session_get_selected_statement (self->session);
  HearsayActor *speaker;
  g_autofree char *summary = NULL;

  /* What is selected may stand in another article than the one that is read. */
  if (statement != NULL && hearsay_statement_get_article (statement) != hearsay_session_get_article (self->session))
    statement = NULL;
  gtk_widget_set_visible (self->box, statement != NULL);
  if (statement == NULL)
    return;

  speaker = hearsay_statement_get_speaker (statement);
  summary = summarize (statement);
  hearsay_avatar_set_actor (self->avatar, speaker);
  gtk_label_set_label (self->name, speaker != NULL ? hearsay_actor_get_name (speaker) : _("Unknown speaker"));
  gtk_label_set_label (self->summary, summary);
  show_stances (self, statement);
}

static void
swipe_cb (HearsayStatementStrip *self,
          double                 velocity_x,
          double                 velocity_y)
{
  if (ABS (velocity_x) < 200.0 || ABS (velocity_x) < ABS (velocity_y))
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), velocity_x < 0 ? "article.next" : "article.previous", NULL);
}

static void
hearsay_statement_strip_dispose (GObject *object)
{
  HearsayStatementStrip *self = HEARSAY_STATEMENT_STRIP (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARSAY_TYPE_STATEMENT_STRIP);

  G_OBJECT_CLASS (hearsay_statement_strip_parent_class)->dispose (object);
}

static void
hearsay_statement_strip_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  HearsayStatementStrip *self = HEARSAY_STATEMENT_STRIP (object);

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
hearsay_statement_strip_class_init (HearsayStatementStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearsay_statement_strip_dispose;
  object_class->set_property = hearsay_statement_strip_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, HEARSAY_TYPE_SESSION,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HEARSAY_TYPE_AVATAR);
  gtk_widget_class_set_template_from_resource (widget_class, HEARSAY_RESOURCE_PATH "/ui/article/hearsay-statement-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, HearsayStatementStrip, box);
  gtk_widget_class_bind_template_child (widget_class, HearsayStatementStrip, avatar);
  gtk_widget_class_bind_template_child (widget_class, HearsayStatementStrip, name);
  gtk_widget_class_bind_template_child (widget_class, HearsayStatementStrip, summary);
  gtk_widget_class_bind_template_child (widget_class, HearsayStatementStrip, stances);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "statementstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
hearsay_statement_strip_init (HearsayStatementStrip *self)
{
  GtkGesture *swipe = gtk_gesture_swipe_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (swipe), TRUE);
  g_signal_connect_object (swipe, "swipe", G_CALLBACK (swipe_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (swipe));
}

GtkWidget *
hearsay_statement_strip_new (void)
{
  return g_object_new (HEARSAY_TYPE_STATEMENT_STRIP, NULL);
}
