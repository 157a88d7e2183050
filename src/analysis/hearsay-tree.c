/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-relations.h"

#include <string.h>

static void
ensure_capacity (HearsayTree *self,
                 guint        n)
{
  gint32 **arrays[] = { &self->first, &self->last, &self->next, &self->previous, &self->order };

  if (n <= self->capacity)
    return;
  self->capacity = MAX (64, n + n / 2);
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    *arrays[i] = g_renew (gint32, *arrays[i], self->capacity);
  self->seen = g_renew (guint32, self->seen, self->capacity);
  self->decisions = g_renew (HearsayDecision, self->decisions, (gsize) self->capacity * HEARSAY_TREE_N_DECISIONS);
  self->n_decisions = g_renew (guint8, self->n_decisions, self->capacity);
}

static void
link_dependents (HearsayTree         *self,
                 const HearsaySyntax *syntax)
{
  for (gint32 i = 0; i < (gint32) syntax->n; i++)
    {
      self->first[i] = self->last[i] = self->next[i] = self->previous[i] = -1;
      self->seen[i] = 0;
    }
  for (gint32 i = 0; i < (gint32) syntax->n; i++)
    {
      gint32 head = syntax->head[i];

      if (head < 0)
        continue;
      self->previous[i] = self->last[head];
      if (self->last[head] >= 0)
        self->next[self->last[head]] = i;
      else
        self->first[head] = i;
      self->last[head] = i;
    }
}

/**
 * hearsay_tree_prepare:
 * @syntax: its heads form a tree
 *
 * Linear time.
 */
void
hearsay_tree_prepare (HearsayTree         *self,
                      const HearsaySyntax *syntax)
{
  guint n = 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (syntax != NULL);

  ensure_capacity (self, syntax->n);
  link_dependents (self, syntax);
  for (gint32 i = 0; i < (gint32) syntax->n; i++)
    {
      if (syntax->head[i] < 0)
        self->order[n++] = i;
    }
  for (guint done = 0; done < n; done++)
    {
      for (gint32 i = self->first[self->order[done]]; i >= 0 && n < syntax->n; i = self->next[i])
        self->order[n++] = i;
    }
}

/**
 * hearsay_tree_forget:
 * @n: tokens of the sentence that comes next
 *
 * Forgets the decisions of the sentence before; must be called before a sentence's
 * first tree is looked at.
 */
void
hearsay_tree_forget (HearsayTree *self,
                     guint        n)
{
  ensure_capacity (self, n);
  if (n > 0)
    memset (self->n_decisions, 0, n);
}

void
hearsay_tree_clear (HearsayTree *self)
{
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->last, g_free);
  g_clear_pointer (&self->next, g_free);
  g_clear_pointer (&self->previous, g_free);
  g_clear_pointer (&self->order, g_free);
  g_clear_pointer (&self->seen, g_free);
  g_clear_pointer (&self->decisions, g_free);
  g_clear_pointer (&self->n_decisions, g_free);
  self->capacity = 0;
}

/* The relations that a clause has once at most, or that change what may come next. */
static guint32
get_bit (HearsayDeprel deprel)
{
  static const guint8 watched[] = {
    HEARSAY_DEPREL_NSUBJ,
    HEARSAY_DEPREL_NSUBJ_PASS,
    HEARSAY_DEPREL_OBJ,
    HEARSAY_DEPREL_IOBJ,
    HEARSAY_DEPREL_COP,
    HEARSAY_DEPREL_AUX_PASS,
    HEARSAY_DEPREL_AUX,
    HEARSAY_DEPREL_EXPL,
    HEARSAY_DEPREL_MARK,
    HEARSAY_DEPREL_CASE,
    HEARSAY_DEPREL_CCOMP,
    HEARSAY_DEPREL_XCOMP,
    HEARSAY_DEPREL_CC,
    HEARSAY_DEPREL_CSUBJ,
    HEARSAY_DEPREL_DET,
    HEARSAY_DEPREL_OBL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    {
      if (watched[i] == deprel)
        return 1u << i;
    }
  return 0;
}

/* @token's relation has been decided: its sisters will take it into account. */
void
hearsay_tree_note_relation (HearsayTree         *self,
                            const HearsaySyntax *syntax,
                            guint                token,
                            HearsayDeprel        deprel)
{
  if (syntax->head[token] >= 0)
    self->seen[syntax->head[token]] |= get_bit (deprel);
}
