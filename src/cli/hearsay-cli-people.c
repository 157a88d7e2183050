/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "cli/hearsay-cli-people.h"

#include <glib/gi18n.h>

#include "cli/hearsay-cli-options.h"
#include "cli/hearsay-cli-store.h"
#include "cli/hearsay-cli.h"
#include "io/hearsay-json-writer.h"
#include "model/hearsay-name-key.h"
#include "store/hearsay-store-actors.h"

static void
append_roles (HearsayJsonWriter *writer,
              HearsayActor      *actor)
{
  g_autoptr (GArray) roles = hearsay_actor_dup_roles (actor);

  hearsay_json_key (writer, "roles");
  hearsay_json_begin_array (writer);
  for (guint i = 0; i < roles->len; i++)
    {
      const HearsayActorRole *role = &g_array_index (roles, HearsayActorRole, i);

      hearsay_json_begin_object (writer);
      hearsay_json_key (writer, "role");
      hearsay_json_string (writer, role->role);
      hearsay_json_key (writer, "since");
      hearsay_json_date (writer, role->since);
      hearsay_json_key (writer, "until");
      hearsay_json_date (writer, role->until);
      hearsay_json_end_object (writer);
    }
  hearsay_json_end_array (writer);
}

static void
append_actor (GString      *out,
              HearsayActor *actor)
{
  HearsayJsonWriter writer = HEARSAY_JSON_WRITER_INIT (out, 0);
  HearsayActor *affiliation = hearsay_actor_get_affiliation (actor);
  const char *const *aliases = hearsay_actor_get_aliases (actor);

  hearsay_json_begin_object (&writer);
  hearsay_json_key (&writer, "id");
  hearsay_json_string (&writer, hearsay_actor_get_id (actor));
  hearsay_json_key (&writer, "name");
  hearsay_json_string (&writer, hearsay_actor_get_name (actor));
  hearsay_json_key (&writer, "kind");
  hearsay_json_string (&writer, hearsay_actor_kind_to_string (hearsay_actor_get_kind (actor)));
  hearsay_json_key (&writer, "kind_confidence");
  if (hearsay_actor_get_kind_confidence (actor) > 0.0)
    hearsay_json_decimal (&writer, hearsay_actor_get_kind_confidence (actor));
  else
    hearsay_json_null (&writer);
  hearsay_json_key (&writer, "aliases");
  hearsay_json_begin_array (&writer);
  for (guint i = 0; aliases[i] != NULL; i++)
    hearsay_json_string (&writer, aliases[i]);
  hearsay_json_end_array (&writer);
  append_roles (&writer, actor);
  hearsay_json_key (&writer, "affiliation");
  hearsay_json_string (&writer, affiliation != NULL ? hearsay_actor_get_id (affiliation) : NULL);
  hearsay_json_key (&writer, "statements");
  hearsay_json_int (&writer, hearsay_actor_get_n_statements (actor));
  hearsay_json_end_object (&writer);
  g_string_append_c (out, '\n');
}

/**
 * hearsay_cli_people_list:
 *
 * Appends one JSON object a line for each actor of the collection.
 */
void
hearsay_cli_people_list (HearsayStore *store,
                         GString      *out)
{
  GListModel *actors = hearsay_collection_get_actors (hearsay_store_get_collection (store));

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (HearsayActor) actor = g_list_model_get_item (actors, i);

      append_actor (out, actor);
    }
}

/* An id; else the one actor who bears the name, of those who say something, if there are several. */
static HearsayActor *
find_actor (HearsayStore *store,
            const char   *path,
            const char   *name)
{
  HearsayCollection *collection = hearsay_store_get_collection (store);
  GListModel *actors = hearsay_collection_get_actors (collection);
  HearsayActor *found = hearsay_collection_find_actor (collection, name);
  guint n_speaking = 0;
  g_autofree char *reason = NULL;

  if (found != NULL)
    return found;
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (HearsayActor) actor = g_list_model_get_item (actors, i);
      g_autofree char *wanted = hearsay_name_dup_key (name, hearsay_actor_get_kind (actor));
      g_autofree char *key = hearsay_name_dup_key (hearsay_actor_get_name (actor), hearsay_actor_get_kind (actor));
      gboolean speaks = hearsay_actor_get_n_statements (actor) > 0;

      if (!g_str_equal (wanted, key))
        continue;
      if (found == NULL || (speaks && n_speaking == 0))
        found = actor;
      n_speaking += speaks;
    }
  if (found != NULL && n_speaking < 2)
    return found;
  reason = g_strdup_printf (found == NULL ? _("There is no actor “%s”") : _("There are several actors “%s”; say which by id"), name);
  hearsay_cli_report (path, reason);
  return NULL;
}

/**
 * hearsay_cli_people_merge:
 * @names: names or ids: who they all are, then the others
 *
 * Returns: the exit status
 */
int
hearsay_cli_people_merge (HearsayStore *store,
                          const char   *path,
                          char        **names)
{
  g_autoptr (GPtrArray) actors = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  if (names[0] == NULL || names[1] == NULL)
    return hearsay_cli_usage ("collection", _("Name the actor that stays, and at least one other"));
  for (guint i = 0; names[i] != NULL; i++)
    {
      HearsayActor *actor = find_actor (store, path, names[i]);

      if (actor == NULL)
        return HEARSAY_EXIT_SOME_FAILED;
      g_ptr_array_add (actors, actor);
    }
  hearsay_store_merge_actors (store, actors->pdata[0], (HearsayActor **) actors->pdata + 1, actors->len - 1, &error);
  return hearsay_cli_finish_store (store, path, error);
}

/**
 * hearsay_cli_people_split:
 * @names: the name or id of an actor, then the ids of the articles in which it is somebody else
 *
 * Returns: the exit status
 */
int
hearsay_cli_people_split (HearsayStore *store,
                          const char   *path,
                          char        **names)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  HearsayActor *actor;

  if (names[0] == NULL || names[1] == NULL)
    return hearsay_cli_usage ("collection", _("Name an actor, and the articles in which it is somebody else"));
  actor = find_actor (store, path, names[0]);
  if (actor == NULL)
    return HEARSAY_EXIT_SOME_FAILED;
  for (guint i = 1; names[i] != NULL; i++)
    {
      HearsayArticle *article = hearsay_collection_find_article (hearsay_store_get_collection (store), names[i]);
      g_autofree char *reason = NULL;

      if (article != NULL)
        {
          g_ptr_array_add (articles, article);
          continue;
        }
      reason = g_strdup_printf (_("There is no article “%s”"), names[i]);
      hearsay_cli_report (path, reason);
      return HEARSAY_EXIT_SOME_FAILED;
    }
  if (hearsay_store_split_actor (store, actor, (HearsayArticle **) articles->pdata, articles->len, &error) == NULL && error == NULL)
    {
      hearsay_cli_report (path, _("None of the articles has the actor"));
      return HEARSAY_EXIT_SOME_FAILED;
    }
  return hearsay_cli_finish_store (store, path, error);
}
