/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/actors/hearsay-actor-names.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/hearsay-name-key.h"
#include "store/hearsay-store-actors.h"
#include "ui/hearsay-wording.h"

/* More articles of one name than anyone goes through here. */
#define MAX_ARTICLES 60

/* More names than anybody has; the rest is counted. */
#define MAX_NAMES 60

/* One name, in all the ways it is written. */
typedef struct
{
  char *key;
  char *name;
  GPtrArray *article_ids; /* char * */
} Name;

struct _HearsayActorNames
{
  AdwPreferencesGroup parent_instance;

  HearsayStore *store;
  HearsayActor *actor;
  GPtrArray    *rows;
  guint         asked; /* counts the questions: an old answer is ignored */
  gboolean      ready;
};

G_DEFINE_FINAL_TYPE (HearsayActorNames, hearsay_actor_names, ADW_TYPE_PREFERENCES_GROUP)

static void
clear_name (gpointer data)
{
  Name *name = data;

  g_free (name->key);
  g_free (name->name);
  g_ptr_array_unref (name->article_ids);
}

static void
remove_rows (HearsayActorNames *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_row (HearsayActorNames *self,
         GtkWidget         *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static Name *
ensure_name (GArray           *names,
             HearsayActorKind  kind,
             const char       *words)
{
  g_autofree char *key = hearsay_name_dup_key (words, kind);
  Name fresh;

  for (guint i = 0; i < names->len; i++)
    {
      if (strcmp (g_array_index (names, Name, i).key, key) == 0)
        return &g_array_index (names, Name, i);
    }
  fresh = (Name) { g_steal_pointer (&key), g_strdup (words), g_ptr_array_new_with_free_func (g_free) };
  g_array_append_val (names, fresh);
  return &g_array_index (names, Name, names->len - 1);
}

/* Names by the order in which articles use them; then those that are only known. */
static GArray *
list_names (HearsayActorNames *self,
            GPtrArray         *places)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (Name));
  HearsayActorKind kind = hearsay_actor_get_kind (self->actor);
  const char *const *aliases = hearsay_actor_get_aliases (self->actor);

  g_array_set_clear_func (names, clear_name);
  for (guint i = 0; i < places->len; i++)
    {
      const HearsayMove *place = g_ptr_array_index (places, i);

      g_ptr_array_add (ensure_name (names, kind, place->name)->article_ids, g_strdup (place->article_id));
    }
  ensure_name (names, kind, hearsay_actor_get_name (self->actor));
  for (guint i = 0; aliases[i] != NULL; i++)
    ensure_name (names, kind, aliases[i]);
  return names;
}

static GtkWidget *
new_split_button (const char *action,
                  const char *target,
                  const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (_("Split Off"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("This is somebody else"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static GtkWidget *
new_article_row (HearsayActorNames *self,
                 const char        *article_id,
                 gboolean           may_split)
{
  HearsayArticle *article = hearsay_collection_find_article (hearsay_store_get_collection (self->store), article_id);
  GtkWidget *row = adw_action_row_new ();
  const char *title = article != NULL ? hearsay_article_get_display_title (article) : article_id;
  g_autofree char *place = article != NULL ? hearsay_wording_place (article) : NULL;
  g_autofree char *label = NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  if (place != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  if (may_split)
    {
      /* Translators: for screen readers; %s is the title of an article */
      label = g_strdup_printf (_("Split off in “%s”"), title);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_split_button ("actors.split-article", article_id, label));
    }
  return row;
}

static GtkWidget *
new_more_row (guint n)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = g_strdup_printf (ngettext ("And %u more", "And %u more", n), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  gtk_widget_add_css_class (row, "dim-label");
  return row;
}

static GtkWidget *
new_name_row (HearsayActorNames *self,
              const Name        *name,
              gboolean           only_name,
              gboolean           only_article)
{
  guint n = name->article_ids->len;
  GtkWidget *row = n > 0 ? adw_expander_row_new () : adw_action_row_new ();
  g_autofree char *subtitle = n > 0 ? g_strdup_printf (ngettext ("In %u article", "In %u articles", n), n)
                                    : g_strdup (_("In no article alone"));
  g_autofree char *label = NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name->name);
  if (n == 0)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      return row;
    }
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  if (!only_name)
    {
      /* Translators: for screen readers; %s is a name */
      label = g_strdup_printf (_("Split off “%s”"), name->name);
      adw_expander_row_add_action (ADW_EXPANDER_ROW (row), new_split_button ("actors.split-name", name->name, label));
    }
  for (guint i = 0; i < MIN (n, MAX_ARTICLES); i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_article_row (self, g_ptr_array_index (name->article_ids, i), !only_article));
  if (n > MAX_ARTICLES)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_more_row (n - MAX_ARTICLES));
  return row;
}

static void
show_places (HearsayActorNames *self,
             GPtrArray         *places)
{
  g_autoptr (GArray) names = list_names (self, places);
  guint n_used = 0;

  for (guint i = 0; i < names->len; i++)
    n_used += g_array_index (names, Name, i).article_ids->len > 0;
  remove_rows (self);
  for (guint i = 0; i < MIN (names->len, MAX_NAMES); i++)
    add_row (self, new_name_row (self, &g_array_index (names, Name, i), n_used < 2, places->len < 2));
  if (names->len > MAX_NAMES)
    add_row (self, new_more_row (names->len - MAX_NAMES));
}

typedef struct
{
  HearsayActorNames *self;
  guint asked;
} Question;

static void
places_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  g_autofree Question *question = data;
  g_autoptr (HearsayActorNames) self = question->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) places = hearsay_store_read_places_finish (HEARSAY_STORE (object), result, &error);

  if (self->asked != question->asked || self->actor == NULL)
    return;
  self->ready = TRUE;
  if (places != NULL)
    show_places (self, places);
  else
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), error->message);
}

static void
hearsay_actor_names_dispose (GObject *object)
{
  HearsayActorNames *self = HEARSAY_ACTOR_NAMES (object);

  g_clear_object (&self->store);
  g_clear_object (&self->actor);

  G_OBJECT_CLASS (hearsay_actor_names_parent_class)->dispose (object);
}

static void
hearsay_actor_names_finalize (GObject *object)
{
  g_ptr_array_unref (HEARSAY_ACTOR_NAMES (object)->rows);

  G_OBJECT_CLASS (hearsay_actor_names_parent_class)->finalize (object);
}

static void
hearsay_actor_names_class_init (HearsayActorNamesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearsay_actor_names_dispose;
  G_OBJECT_CLASS (klass)->finalize = hearsay_actor_names_finalize;
}

static void
hearsay_actor_names_init (HearsayActorNames *self)
{
  self->rows = g_ptr_array_new ();
}

GtkWidget *
hearsay_actor_names_new (void)
{
  return g_object_new (HEARSAY_TYPE_ACTOR_NAMES, NULL);
}

/**
 * hearsay_actor_names_set_actor:
 * @actor: (nullable): whose names are listed, as the file has them now
 *
 * Also when the actor is the same and its names are others. The rows stay until
 * the answer is there.
 */
void
hearsay_actor_names_set_actor (HearsayActorNames *self,
                               HearsayStore      *store,
                               HearsayActor      *actor)
{
  Question *question;

  g_return_if_fail (HEARSAY_IS_ACTOR_NAMES (self));
  g_return_if_fail (actor == NULL || HEARSAY_IS_STORE (store));

  self->asked++;
  self->ready = actor == NULL;
  if (g_set_object (&self->actor, actor))
    remove_rows (self);
  g_set_object (&self->store, store);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), NULL);
  if (actor == NULL)
    return;
  question = g_new0 (Question, 1);
  question->self = g_object_ref (self);
  question->asked = self->asked;
  hearsay_store_read_places_async (store, actor, places_read_cb, question);
}

/* Whether the names of the present actor are shown. */
gboolean
hearsay_actor_names_is_ready (HearsayActorNames *self)
{
  g_return_val_if_fail (HEARSAY_IS_ACTOR_NAMES (self), FALSE);

  return self->ready;
}
