/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-actor-private.h"

#include <string.h>

typedef struct
{
  char *role;
  HearsayDate published;
} Note;

static void
note_free (gpointer data)
{
  g_free (((Note *) data)->role);
  g_free (data);
}

static gint32
day_of (HearsayDate date)
{
  return hearsay_date_is_set (date) ? hearsay_date_first_day (date) : G_MININT32;
}

static int
compare_roles (gconstpointer a,
               gconstpointer b)
{
  const HearsayActorRole *x = a;
  const HearsayActorRole *y = b;
  gint32 day_x = day_of (x->until);
  gint32 day_y = day_of (y->until);

  return day_x != day_y ? (day_x < day_y ? -1 : 1) : strcmp (x->role, y->role);
}

static void
clear_role (gpointer data)
{
  g_free (((HearsayActorRole *) data)->role);
}

/**
 * hearsay_actor_dup_roles:
 *
 * Returns: (transfer full) (element-type HearsayActorRole): every role that articles
 *   give it, with the days of the first and the last one, the latest role last
 */
GArray *
hearsay_actor_dup_roles (HearsayActor *self)
{
  GArray *roles = g_array_new (FALSE, FALSE, sizeof (HearsayActorRole));
  GHashTableIter iter;
  gpointer value;

  g_array_set_clear_func (roles, clear_role);
  g_return_val_if_fail (HEARSAY_IS_ACTOR (self), roles);

  if (self->notes == NULL)
    return roles;
  g_hash_table_iter_init (&iter, self->notes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Note *note = value;
      HearsayActorRole *role = NULL;

      for (guint i = 0; i < roles->len && role == NULL; i++)
        if (g_ascii_strcasecmp (g_array_index (roles, HearsayActorRole, i).role, note->role) == 0)
          role = &g_array_index (roles, HearsayActorRole, i);
      if (role == NULL)
        {
          HearsayActorRole fresh = { g_strdup (note->role), note->published, note->published };

          g_array_append_val (roles, fresh);
          continue;
        }
      if (day_of (note->published) < day_of (role->since) || !hearsay_date_is_set (role->since))
        role->since = note->published;
      if (day_of (note->published) > day_of (role->until))
        role->until = note->published;
      /* Of two ways to write it the same one counts in every run. */
      if (strcmp (note->role, role->role) < 0)
        {
          g_free (role->role);
          role->role = g_strdup (note->role);
        }
    }
  g_array_sort (roles, compare_roles);
  return roles;
}

static void
take_latest_role (HearsayActor *self)
{
  g_autoptr (GArray) roles = hearsay_actor_dup_roles (self);
  const HearsayActorRole *latest = roles->len > 0 ? &g_array_index (roles, HearsayActorRole, roles->len - 1) : NULL;

  self->role_day = latest != NULL ? day_of (latest->until) : G_MININT32;
  hearsay_actor_set_role (self, latest != NULL ? latest->role : NULL);
}

/**
 * hearsay_actor_note_role:
 * @article_id: which article; what it said before is forgotten
 * @role: (nullable): the role it gives the actor, or %NULL for none
 * @published: the article's day, or unset
 *
 * Roles change: the property “role” is the one of the latest article that has one.
 */
void
hearsay_actor_note_role (HearsayActor *self,
                         const char   *article_id,
                         const char   *role,
                         HearsayDate   published)
{
  gboolean replaces;
  Note *note;

  g_return_if_fail (HEARSAY_IS_ACTOR (self));
  g_return_if_fail (article_id != NULL);

  if (self->notes == NULL)
    self->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, note_free);
  replaces = g_hash_table_remove (self->notes, article_id);
  if (role != NULL)
    {
      note = g_new0 (Note, 1);
      note->role = g_strdup (role);
      note->published = published;
      g_hash_table_insert (self->notes, g_strdup (article_id), note);
    }
  if (replaces)
    take_latest_role (self);
  else if (role != NULL && (g_hash_table_size (self->notes) == 1 || day_of (published) > self->role_day ||
                            (day_of (published) == self->role_day && strcmp (role, self->role) > 0)))
    {
      self->role_day = day_of (published);
      hearsay_actor_set_role (self, role);
    }
}

/**
 * hearsay_actor_forget_article:
 * @article_id: which article
 *
 * What the article said the actor is, is forgotten. After the last of many,
 * hearsay_actor_update_role() is to be called.
 *
 * Returns: whether it said anything
 */
gboolean
hearsay_actor_forget_article (HearsayActor *self,
                              const char   *article_id)
{
  g_return_val_if_fail (HEARSAY_IS_ACTOR (self), FALSE);
  g_return_val_if_fail (article_id != NULL, FALSE);

  return self->notes != NULL && g_hash_table_remove (self->notes, article_id);
}

/**
 * hearsay_actor_update_role:
 *
 * Looks for the latest role among what the articles say. Takes time by their number.
 */
void
hearsay_actor_update_role (HearsayActor *self)
{
  g_return_if_fail (HEARSAY_IS_ACTOR (self));

  take_latest_role (self);
}
