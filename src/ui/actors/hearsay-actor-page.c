/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/actors/hearsay-actor-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/actors/hearsay-actor-names.h"
#include "ui/hearsay-wording.h"
#include "ui/widgets/hearsay-avatar.h"

struct _HearsayActorPage
{
  GtkWidget parent_instance;

  GtkWidget         *page;
  HearsayAvatar     *avatar;
  GtkEditable       *name;
  AdwComboRow       *kind;
  GtkWidget         *confirm;
  AdwActionRow      *role;
  AdwActionRow      *affiliation;
  AdwActionRow      *counts;
  HearsayActorNames *names;

  HearsayActor      *actor;
  GSignalGroup      *signals;
  guint              n_mentions;
  gboolean           updating;
};

G_DEFINE_FINAL_TYPE (HearsayActorPage, hearsay_actor_page, GTK_TYPE_WIDGET)

/* “Foreign Minister, 3 Feb 2018”, the latest first. */
static char *
describe_roles (HearsayActor *actor)
{
  g_autoptr (GArray) roles = hearsay_actor_dup_roles (actor);
  GString *words = g_string_new (NULL);

  for (guint i = roles->len; i > 0; i--)
    {
      const HearsayActorRole *role = &g_array_index (roles, HearsayActorRole, i - 1);
      g_autofree char *since = hearsay_date_is_set (role->since) ? hearsay_wording_date (role->since) : NULL;
      g_autofree char *until = hearsay_date_is_set (role->until) ? hearsay_wording_date (role->until) : NULL;

      g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", role->role);
      if (roles->len > 1 && since != NULL && strcmp (since, until) != 0)
        g_string_append_printf (words, " (%s – %s)", since, until);
      else if (roles->len > 1 && until != NULL)
        g_string_append_printf (words, " (%s)", until);
    }
  return g_string_free (words, FALSE);
}

static void
show_kind (HearsayActorPage *self)
{
  g_autofree char *sure = hearsay_wording_kind_confidence (self->actor);

  adw_combo_row_set_selected (self->kind, (guint) hearsay_actor_get_kind (self->actor));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->kind), sure);
  gtk_widget_set_visible (self->confirm, hearsay_actor_get_kind_confidence (self->actor) < 1.0);
}

static void
show_counts (HearsayActorPage *self)
{
  guint n = hearsay_actor_get_n_statements (self->actor);
  g_autofree char *statements = hearsay_wording_statements (n);
  g_autofree char *mentions = g_strdup_printf (ngettext ("%u mention", "%u mentions", self->n_mentions), self->n_mentions);
  /* Translators: numbers of statements and of mentions */
  g_autofree char *words = g_strdup_printf (_("%s · %s"), statements, mentions);

  adw_action_row_set_subtitle (self->counts, words);
  gtk_widget_set_sensitive (GTK_WIDGET (self->counts), n > 0);
}

/* What somebody types is left alone until another name holds. */
static void
show_name (HearsayActorPage *self)
{
  const char *name = hearsay_actor_get_name (self->actor);

  hearsay_avatar_set_actor (self->avatar, self->actor);
  if (strcmp (gtk_editable_get_text (self->name), name) != 0)
    gtk_editable_set_text (self->name, name);
}

static void
update (HearsayActorPage *self)
{
  HearsayActor *affiliation;
  g_autofree char *roles = NULL;

  if (self->actor == NULL)
    return;
  self->updating = TRUE;
  affiliation = hearsay_actor_get_affiliation (self->actor);
  roles = describe_roles (self->actor);
  show_kind (self);
  show_counts (self);
  adw_action_row_set_subtitle (self->role, roles);
  gtk_widget_set_visible (GTK_WIDGET (self->role), *roles != '\0');
  adw_action_row_set_subtitle (self->affiliation, affiliation != NULL ? hearsay_actor_get_name (affiliation) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->affiliation), affiliation != NULL);
  self->updating = FALSE;
}

static void
name_changed_cb (HearsayActorPage *self)
{
  show_name (self);
}

static void
name_applied_cb (HearsayActorPage *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (self->name));

  g_strstrip (name);
  if (self->actor == NULL)
    return;
  if (*name == '\0')
    show_name (self);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "actors.rename", "s", name);
}

static void
set_kind (HearsayActorPage *self,
          HearsayActorKind  kind)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "actors.set-kind", "s", hearsay_actor_kind_to_string (kind));
}

static void
kind_selected_cb (HearsayActorPage *self)
{
  HearsayActorKind kind = (HearsayActorKind) adw_combo_row_get_selected (self->kind);

  if (!self->updating && self->actor != NULL && kind != hearsay_actor_get_kind (self->actor))
    set_kind (self, kind);
}

static void
confirm_clicked_cb (HearsayActorPage *self)
{
  if (self->actor != NULL)
    set_kind (self, hearsay_actor_get_kind (self->actor));
}

static void
affiliation_activated_cb (HearsayActorPage *self)
{
  HearsayActor *affiliation = self->actor != NULL ? hearsay_actor_get_affiliation (self->actor) : NULL;

  if (affiliation != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "actors.show", "s", hearsay_actor_get_id (affiliation));
}

static void
hearsay_actor_page_dispose (GObject *object)
{
  HearsayActorPage *self = HEARSAY_ACTOR_PAGE (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->actor);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARSAY_TYPE_ACTOR_PAGE);

  G_OBJECT_CLASS (hearsay_actor_page_parent_class)->dispose (object);
}

static void
hearsay_actor_page_class_init (HearsayActorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearsay_actor_page_dispose;

  g_type_ensure (HEARSAY_TYPE_AVATAR);
  g_type_ensure (HEARSAY_TYPE_ACTOR_NAMES);
  gtk_widget_class_set_template_from_resource (widget_class, HEARSAY_RESOURCE_PATH "/ui/actors/hearsay-actor-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HearsayActorPage, page);
  gtk_widget_class_bind_template_child (widget_class, HearsayActorPage, avatar);
  gtk_widget_class_bind_template_child (widget_class, HearsayActorPage, name);
  gtk_widget_class_bind_template_child (widget_class, HearsayActorPage, kind);
  gtk_widget_class_bind_template_child (widget_class, HearsayActorPage, confirm);
  gtk_widget_class_bind_template_child (widget_class, HearsayActorPage, role);
  gtk_widget_class_bind_template_child (widget_class, HearsayActorPage, affiliation);
  gtk_widget_class_bind_template_child (widget_class, HearsayActorPage, counts);
  gtk_widget_class_bind_template_child (widget_class, HearsayActorPage, names);
  gtk_widget_class_bind_template_callback (widget_class, name_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, affiliation_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "actorpage");
}

static void
hearsay_actor_page_init (HearsayActorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (HEARSAY_TYPE_ACTOR);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::name", G_CALLBACK (name_changed_cb), self);
}

GtkWidget *
hearsay_actor_page_new (void)
{
  return g_object_new (HEARSAY_TYPE_ACTOR_PAGE, NULL);
}

HearsayActor *
hearsay_actor_page_get_actor (HearsayActorPage *self)
{
  g_return_val_if_fail (HEARSAY_IS_ACTOR_PAGE (self), NULL);

  return self->actor;
}

/**
 * hearsay_actor_page_set_actor:
 * @actor: (nullable): who is shown; once more when its names are others now
 */
void
hearsay_actor_page_set_actor (HearsayActorPage *self,
                              HearsayStore     *store,
                              HearsayActor     *actor)
{
  g_return_if_fail (HEARSAY_IS_ACTOR_PAGE (self));

  if (g_set_object (&self->actor, actor))
    {
      g_signal_group_set_target (self->signals, actor);
      if (actor != NULL)
        show_name (self);
    }
  update (self);
  hearsay_actor_names_set_actor (self->names, store, actor);
}

void
hearsay_actor_page_set_n_mentions (HearsayActorPage *self,
                                   guint             n_mentions)
{
  g_return_if_fail (HEARSAY_IS_ACTOR_PAGE (self));

  self->n_mentions = n_mentions;
  if (self->actor != NULL)
    show_counts (self);
}

/* Whether everything about the present actor is shown. */
gboolean
hearsay_actor_page_is_ready (HearsayActorPage *self)
{
  g_return_val_if_fail (HEARSAY_IS_ACTOR_PAGE (self), FALSE);

  return hearsay_actor_names_is_ready (self->names);
}
