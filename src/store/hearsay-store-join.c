/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-join.h"

#include <string.h>

#include "model/hearsay-name-key.h"
#include "model/hearsay-naming.h"

/* How far decisions about decisions, and affiliations of affiliations, are followed. */
#define MAX_STEPS 8

/* @names: kind and key of a name → GPtrArray of HearsayActor, in the order they came
 * @identities: kind, key and article → HearsayIdentity */
struct _HearsayJoin
{
  GHashTable *names;
  GHashTable *identities;
};

static void
identity_free_cb (gpointer data)
{
  hearsay_identity_free (data);
}

HearsayJoin *
hearsay_join_new (void)
{
  HearsayJoin *self = g_new0 (HearsayJoin, 1);

  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->identities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, identity_free_cb);
  return self;
}

void
hearsay_join_free (HearsayJoin *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->names);
  g_hash_table_unref (self->identities);
  g_free (self);
}

static char *
make_name_key (HearsayActorKind  kind,
               const char       *name)
{
  g_autofree char *key = hearsay_name_dup_key (name, kind);

  return g_strdup_printf ("%d:%s", (int) kind, key);
}

static char *
make_identity_key (const HearsayIdentity *identity)
{
  return g_strdup_printf ("%d:%s\n%s", (int) identity->kind, identity->name_key,
                          identity->article_id != NULL ? identity->article_id : "");
}

/**
 * hearsay_join_add_name:
 * @actor: of the collection
 * @name: its name, or an alias; a person's single name is never one
 */
void
hearsay_join_add_name (HearsayJoin  *self,
                       HearsayActor *actor,
                       const char   *name)
{
  HearsayActorKind kind;
  g_autofree char *key = NULL;
  GPtrArray *bearers;

  g_return_if_fail (self != NULL);
  g_return_if_fail (HEARSAY_IS_ACTOR (actor) && name != NULL);

  kind = hearsay_actor_get_kind (actor);
  if (hearsay_naming_is_bare (name, kind))
    return;
  key = make_name_key (kind, name);
  bearers = g_hash_table_lookup (self->names, key);
  if (bearers == NULL)
    {
      bearers = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->names, g_steal_pointer (&key), bearers);
    }
  if (!g_ptr_array_find (bearers, actor, NULL))
    g_ptr_array_add (bearers, g_object_ref (actor));
}

/* The actor by its name and all aliases it has. */
void
hearsay_join_add_actor (HearsayJoin  *self,
                        HearsayActor *actor)
{
  const char *const *aliases;

  g_return_if_fail (HEARSAY_IS_ACTOR (actor));

  hearsay_join_add_name (self, actor, hearsay_actor_get_name (actor));
  aliases = hearsay_actor_get_aliases (actor);
  for (guint i = 0; aliases[i] != NULL; i++)
    hearsay_join_add_name (self, actor, aliases[i]);
}

/* The actor is not known by this name any more. */
void
hearsay_join_remove_name (HearsayJoin  *self,
                          HearsayActor *actor,
                          const char   *name)
{
  g_autofree char *key = NULL;
  GPtrArray *bearers;

  g_return_if_fail (self != NULL);
  g_return_if_fail (HEARSAY_IS_ACTOR (actor) && name != NULL);

  key = make_name_key (hearsay_actor_get_kind (actor), name);
  bearers = g_hash_table_lookup (self->names, key);
  if (bearers != NULL)
    g_ptr_array_remove (bearers, actor);
}

/* By none of the names that it has now, as the kind that it is now. */
void
hearsay_join_remove_actor (HearsayJoin  *self,
                           HearsayActor *actor)
{
  const char *const *aliases;

  g_return_if_fail (HEARSAY_IS_ACTOR (actor));

  hearsay_join_remove_name (self, actor, hearsay_actor_get_name (actor));
  aliases = hearsay_actor_get_aliases (actor);
  for (guint i = 0; aliases[i] != NULL; i++)
    hearsay_join_remove_name (self, actor, aliases[i]);
}

/* What was decided about the same name and article before, or NULL. */
const HearsayIdentity *
hearsay_join_get_identity (HearsayJoin           *self,
                           const HearsayIdentity *identity)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (self != NULL && identity != NULL, NULL);

  key = make_identity_key (identity);
  return g_hash_table_lookup (self->identities, key);
}

/**
 * hearsay_join_set_identity:
 * @identity: what a person decided; replaces what was decided about the same name before
 */
void
hearsay_join_set_identity (HearsayJoin           *self,
                           const HearsayIdentity *identity)
{
  g_return_if_fail (self != NULL && identity != NULL);

  g_hash_table_replace (self->identities, make_identity_key (identity), hearsay_identity_copy (identity));
}

void
hearsay_join_remove_identity (HearsayJoin           *self,
                              const HearsayIdentity *identity)
{
  g_autofree char *key = NULL;

  g_return_if_fail (self != NULL && identity != NULL);

  key = make_identity_key (identity);
  g_hash_table_remove (self->identities, key);
}

static HearsayActor *
lookup_identity (HearsayJoin       *self,
                 HearsayCollection *collection,
                 HearsayActorKind   kind,
                 const char        *name,
                 const char        *article_id)
{
  g_autofree char *name_key = hearsay_name_dup_key (name, kind);
  HearsayIdentity wanted = { .kind = kind, .name_key = name_key, .article_id = (char *) article_id };
  const HearsayIdentity *found = hearsay_join_get_identity (self, &wanted);

  return found != NULL ? hearsay_collection_find_actor (collection, found->actor_id) : NULL;
}

/**
 * hearsay_join_follow:
 * @actor: (nullable): one of the collection
 *
 * Returns: (nullable): whom people said the actor is; one that was merged may have been merged again
 */
HearsayActor *
hearsay_join_follow (HearsayJoin       *self,
                     HearsayCollection *collection,
                     HearsayActor      *actor)
{
  g_return_val_if_fail (self != NULL && HEARSAY_IS_COLLECTION (collection), actor);

  for (guint i = 0; actor != NULL && i < MAX_STEPS; i++)
    {
      g_autofree char *pseudo = g_strconcat ("#", hearsay_actor_get_id (actor), NULL);
      HearsayIdentity wanted = { .kind = hearsay_actor_get_kind (actor), .name_key = pseudo };
      const HearsayIdentity *found = hearsay_join_get_identity (self, &wanted);

      if (found == NULL || g_str_equal (found->actor_id, hearsay_actor_get_id (actor)))
        break;
      actor = hearsay_collection_find_actor (collection, found->actor_id);
    }
  return actor;
}

static const char *
country_of_found (const HearsayAnalysis *analysis,
                  gint32                 actor)
{
  for (guint i = 0; i < MAX_STEPS && actor >= 0 && actor < (gint32) analysis->actors->len; i++)
    {
      const HearsayAnalysisActor *found = hearsay_analysis_actor (analysis, actor);

      if (found->kind == HEARSAY_ACTOR_COUNTRY)
        return found->name;
      actor = found->affiliation;
    }
  return NULL;
}

static const char *
country_of (HearsayActor *actor)
{
  for (guint i = 0; i < MAX_STEPS && actor != NULL; i++)
    {
      if (hearsay_actor_get_kind (actor) == HEARSAY_ACTOR_COUNTRY)
        return hearsay_actor_get_name (actor);
      actor = hearsay_actor_get_affiliation (actor);
    }
  return NULL;
}

/* How many words of more than three letters two roles share; “former” and small words do not count. */
static guint
count_common_words (const char *one,
                    const char *other)
{
  g_autofree char *folded_one = hearsay_name_fold (one);
  g_autofree char *folded_other = hearsay_name_fold (other);
  g_auto (GStrv) words = g_strsplit_set (folded_one, " -,/", -1);
  g_auto (GStrv) others = g_strsplit_set (folded_other, " -,/", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += strlen (words[i]) > 3 && strcmp (words[i], "former") != 0 && g_strv_contains ((const char *const *) others, words[i]);
  return n;
}

/* How well an actor of the collection fits: 0 is not at all, 1 nothing is known against it. Two people of one name
 * are taken for different ones when neither their posts nor their countries have anything in common. */
static guint
rate (HearsayActor          *actor,
      const HearsayAnalysis *analysis,
      guint                  index)
{
  const HearsayAnalysisActor *found = hearsay_analysis_actor (analysis, index);
  const char *country = country_of_found (analysis, (gint32) index);
  const char *other_country = country_of (actor);
  gboolean same_country = country != NULL && other_country != NULL && strcmp (country, other_country) == 0;
  g_autoptr (GArray) roles = NULL;
  guint common = 0;

  if (found->kind != HEARSAY_ACTOR_PERSON)
    return 1;
  roles = hearsay_actor_dup_roles (actor);
  for (guint i = 0; found->role != NULL && i < roles->len; i++)
    common = MAX (common, count_common_words (found->role, g_array_index (roles, HearsayActorRole, i).role));
  if (found->role != NULL && roles->len > 0 && common == 0 && country != NULL && other_country != NULL && !same_country)
    return 0;
  return 1 + 2 * common + same_country;
}

/* The bearer that fits best, the earlier one of two. */
static HearsayActor *
find_bearer (HearsayJoin           *self,
             const HearsayAnalysis *analysis,
             guint                  index,
             const char            *name,
             gboolean               only_one)
{
  HearsayActorKind kind = hearsay_analysis_actor (analysis, index)->kind;
  g_autofree char *key = make_name_key (kind, name);
  GPtrArray *bearers = g_hash_table_lookup (self->names, key);
  HearsayActor *best = NULL;
  guint best_rating = 0;

  if (bearers == NULL || (only_one && bearers->len > 1))
    return NULL;
  for (guint i = 0; i < bearers->len; i++)
    {
      HearsayActor *actor = g_ptr_array_index (bearers, i);
      guint rating = rate (actor, analysis, index);

      if (rating > best_rating)
        {
          best = actor;
          best_rating = rating;
        }
    }
  return best;
}

/**
 * hearsay_join_find:
 * @actor: index of an actor of @analysis
 * @acronyms: (nullable) (array zero-terminated=1): acronyms that the article has for an organization
 *
 * Who an article's actor is in the collection. What a person decided comes
 * first, about the article, then about the name. Then the same name, whatever
 * its accents and order, with a post that does not speak against it; then, for
 * organizations, an acronym that one alone bears. A person's single name is
 * nobody outside of its article.
 *
 * Returns: (transfer none) (nullable): %NULL for somebody new
 */
HearsayActor *
hearsay_join_find (HearsayJoin           *self,
                   HearsayCollection     *collection,
                   const HearsayAnalysis *analysis,
                   guint                  actor,
                   const char *const     *acronyms)
{
  const HearsayAnalysisActor *found;
  HearsayActor *known;

  g_return_val_if_fail (self != NULL && HEARSAY_IS_COLLECTION (collection), NULL);
  g_return_val_if_fail (analysis != NULL && actor < analysis->actors->len, NULL);

  found = hearsay_analysis_actor (analysis, actor);
  known = lookup_identity (self, collection, found->kind, found->name, analysis->id);
  if (known != NULL)
    return hearsay_join_follow (self, collection, known);
  if (hearsay_naming_is_bare (found->name, found->kind))
    return NULL;
  known = lookup_identity (self, collection, found->kind, found->name, NULL);
  if (known == NULL)
    known = find_bearer (self, analysis, actor, found->name, found->kind == HEARSAY_ACTOR_ORGANIZATION &&
                                                               hearsay_name_is_acronym (found->name));
  for (guint i = 0; known == NULL && found->kind == HEARSAY_ACTOR_ORGANIZATION && acronyms != NULL && acronyms[i] != NULL; i++)
    {
      known = find_bearer (self, analysis, actor, acronyms[i], TRUE);
      /* Another organization with the same letters stays apart: only one that has no longer name yet is this. */
      if (known != NULL && !hearsay_name_is_acronym (hearsay_actor_get_name (known)))
        known = NULL;
    }
  return hearsay_join_follow (self, collection, known);
}
