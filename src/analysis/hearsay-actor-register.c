/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-actors-private.h"

#include <string.h>

/* Who is known by which names: full names, and the short ones that several may bear. */

/* How many bearers of one short name are told apart. */
#define MAX_BEARERS 32

gint32
hearsay_actors_lookup (const HearsayActors *self,
                       const char          *name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->by_name, name)) - 1;
}

gint32
hearsay_actors_ensure (HearsayActors   *self,
                       const char      *name,
                       HearsayActorKind kind,
                       const char      *country)
{
  gint32 found = hearsay_actors_lookup (self, name);
  HearsayFoundActor actor = {
    .kind = kind,
    .country = country,
    .affiliation = -1,
    .last_mention = -1,
  };

  if (found >= 0)
    return found;
  actor.name = g_string_chunk_insert_const (self->strings, name);
  g_array_append_val (self->actors, actor);
  g_hash_table_insert (self->by_name, (gpointer) actor.name, GINT_TO_POINTER (self->actors->len));
  return (gint32) self->actors->len - 1;
}

/* Of several grounds for an actor's kind the best one counts. */
void
hearsay_actors_support (HearsayActors *self,
                        gint32         actor,
                        HearsayGround  ground)
{
  HearsayFoundActor *found = hearsay_actors_get (self, actor);

  if (found->ground == HEARSAY_GROUND_NONE || hearsay_ground_get_confidence (ground, found->kind) > hearsay_ground_get_confidence (found->ground, found->kind))
    found->ground = ground;
}

/* The country with this code; -1 where the tables do not have it. */
gint32
hearsay_actors_ensure_country (HearsayActors *self,
                               const char    *code)
{
  const char *name = *code != '\0' ? hearsay_lexicon_country (code) : NULL;
  gint32 index = name != NULL ? hearsay_actors_ensure (self, name, HEARSAY_ACTOR_COUNTRY, code) : -1;

  if (index >= 0)
    hearsay_actors_support (self, index, HEARSAY_GROUND_TABLE);
  return index;
}

/* Notes that @name may stand for @actor. */
void
hearsay_actors_add_short (HearsayActors *self,
                          const char    *name,
                          gint32         actor)
{
  GArray *bearers = g_hash_table_lookup (self->by_short, name);

  if (bearers == NULL)
    {
      bearers = g_array_new (FALSE, FALSE, sizeof (gint32));
      g_hash_table_insert (self->by_short, g_string_chunk_insert_const (self->strings, name), bearers);
    }
  for (guint i = 0; i < bearers->len; i++)
    if (g_array_index (bearers, gint32, i) == actor)
      return;
  if (bearers->len < MAX_BEARERS)
    g_array_append_val (bearers, actor);
}

/* Of several bearers the one named last, of those whose gender fits; else the first one there is. */
gint32
hearsay_actors_find_short (HearsayActors *self,
                           const char    *name,
                           HearsayGender  gender)
{
  GArray *bearers = g_hash_table_lookup (self->by_short, name);
  gint32 best = -1;

  for (guint i = 0; bearers != NULL && i < bearers->len; i++)
    {
      gint32 index = g_array_index (bearers, gint32, i);
      const HearsayFoundActor *actor = hearsay_actors_get (self, index);

      if (gender != HEARSAY_GENDER_UNKNOWN && actor->gender != HEARSAY_GENDER_UNKNOWN && actor->gender != gender)
        continue;
      if (best < 0 || actor->last_mention > hearsay_actors_get (self, best)->last_mention)
        best = index;
    }
  return best;
}

static gboolean
is_suffix (const char *word)
{
  static const char *const suffixes[] = { "Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV", NULL };

  return g_strv_contains (suffixes, word);
}

/* Full names without initials and suffixes, so that “John Q. Public Jr.” and “John Public” are one. */
char *
hearsay_actors_person_key (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  GString *key = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean initial = strlen (words[i]) == 2 && words[i][1] == '.';

      if ((initial && i > 0) || is_suffix (words[i]))
        continue;
      if (key->len > 0)
        g_string_append_c (key, ' ');
      g_string_append (key, words[i]);
    }
  return g_string_free (key, FALSE);
}

void
hearsay_actors_register_person (HearsayActors *self,
                                gint32         actor,
                                const char    *key)
{
  g_auto (GStrv) words = g_strsplit (key, " ", -1);
  guint n = g_strv_length (words);
  HearsayGender gender;

  if (n < 2)
    {
      hearsay_actors_add_short (self, key, actor);
      return;
    }
  hearsay_actors_add_short (self, words[n - 1], actor);
  if (n > 2)
    {
      g_autofree char *last_two = g_strjoin (" ", words[n - 2], words[n - 1], NULL);

      hearsay_actors_add_short (self, last_two, actor);
    }
  /* Family name first, as in “Cui Heng”; and people called by their first name. */
  if (hearsay_lexicon_first_name (words[0], strlen (words[0]), &gender))
    hearsay_actors_add_short (self, words[0], actor);
}
