/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/timeline/hearsay-timeline-targets.h"

struct _HearsayTargets
{
  GHashTable *places; /* target → place + 1 */
  GArray *targets;
  GObject *main;
  guint most;
};

HearsayTargets *
hearsay_targets_new (void)
{
  HearsayTargets *self = g_new0 (HearsayTargets, 1);

  self->places = g_hash_table_new (NULL, NULL);
  self->targets = g_array_new (FALSE, FALSE, sizeof (HearsayTarget));
  return self;
}

void
hearsay_targets_free (HearsayTargets *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->places);
  g_array_unref (self->targets);
  g_free (self);
}

static void
add_target (HearsayTargets *self,
            GObject        *target)
{
  gpointer place = g_hash_table_lookup (self->places, target);
  HearsayTarget *counted;

  if (place == NULL)
    {
      HearsayTarget fresh = { target, 0, self->targets->len };

      g_array_append_val (self->targets, fresh);
      place = GUINT_TO_POINTER (self->targets->len);
      g_hash_table_insert (self->places, target, place);
    }
  counted = &g_array_index (self->targets, HearsayTarget, GPOINTER_TO_UINT (place) - 1);
  counted->n++;
  if (counted->n <= self->most || !HEARSAY_IS_ISSUE (target))
    return;
  self->most = counted->n;
  self->main = target;
}

void
hearsay_targets_add (HearsayTargets   *self,
                     HearsayStatement *statement)
{
  GListModel *stances;

  g_return_if_fail (self != NULL && HEARSAY_IS_STATEMENT (statement));

  stances = hearsay_statement_get_stances (statement);
  for (guint i = 0; i < g_list_model_get_n_items (stances); i++)
    {
      g_autoptr (HearsayStance) stance = g_list_model_get_item (stances, i);
      gpointer target = hearsay_stance_get_target (stance);

      if (target != NULL)
        add_target (self, target);
    }
}

static int
compare_targets (gconstpointer a,
                 gconstpointer b)
{
  const HearsayTarget *first = a;
  const HearsayTarget *second = b;

  if (HEARSAY_IS_ISSUE (first->target) != HEARSAY_IS_ISSUE (second->target))
    return HEARSAY_IS_ISSUE (first->target) ? -1 : 1;
  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;
  return first->place < second->place ? -1 : first->place > second->place;
}

/**
 * hearsay_targets_sort:
 *
 * After the last statement.
 *
 * Returns: (element-type HearsayTarget): issues first, each kind by the number of its stances
 */
const GArray *
hearsay_targets_sort (HearsayTargets *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_array_sort (self->targets, compare_targets);
  return self->targets;
}

/* The issue with the most stances; of several, the one that had so many first. */
GObject *
hearsay_targets_get_main (HearsayTargets *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->main;
}

const char *
hearsay_target_get_name (gpointer target)
{
  if (HEARSAY_IS_ISSUE (target))
    return hearsay_issue_get_name (target);
  return HEARSAY_IS_ACTOR (target) ? hearsay_actor_get_name (target) : NULL;
}

/**
 * hearsay_targets_find_main:
 *
 * Returns: (transfer none) (nullable): hearsay_targets_get_main() of all @statements
 */
gpointer
hearsay_targets_find_main (GListModel *statements)
{
  g_autoptr (HearsayTargets) targets = hearsay_targets_new ();

  g_return_val_if_fail (G_IS_LIST_MODEL (statements), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (HearsayStatement) statement = g_list_model_get_item (statements, i);

      hearsay_targets_add (targets, statement);
    }
  return targets->main;
}
