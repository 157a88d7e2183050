/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-oracle.h"

#include "analysis/hearsay-parser.h"

#include <stdlib.h>

static gboolean
dominates (const gint32 *head,
           gint32        ancestor,
           gint32        node,
           guint         n)
{
  for (guint steps = 0; node >= 0 && steps <= n; steps++)
    {
      if (node == ancestor)
        return TRUE;
      node = head[node];
    }
  return FALSE;
}

/* An arc is projective when its head dominates all that stands between its ends. */
static gboolean
is_projective (const gint32 *head,
               guint         n,
               gint32        dependent)
{
  gint32 first = MIN (head[dependent], dependent);
  gint32 last = MAX (head[dependent], dependent);

  for (gint32 i = first + 1; i < last; i++)
    {
      if (!dominates (head, head[dependent], i, n))
        return FALSE;
    }
  return TRUE;
}

/**
 * hearsay_projectivize:
 * @head: (inout) (array length=n): a tree
 *
 * Hangs the dependent of the shortest arc that crosses others one step higher,
 * until none crosses (Nivre and Nilsson 2005).
 */
void
hearsay_projectivize (gint32 *head,
                      guint   n)
{
  for (;;)
    {
      gint32 shortest = -1;

      for (gint32 i = 0; i < (gint32) n; i++)
        {
          if (head[i] >= 0 && head[head[i]] >= 0 && !is_projective (head, n, i) &&
              (shortest < 0 || abs (head[i] - i) < abs (head[shortest] - shortest)))
            shortest = i;
        }
      if (shortest < 0)
        return;
      head[shortest] = head[head[shortest]];
    }
}

static gboolean
must_reduce (const HearsayState *state,
             const gint32       *head)
{
  guint16 top = state->stack[state->n_stack - 1];

  if (state->head[top] == 0)
    return FALSE;
  for (guint i = 0; i + 1 < state->n_stack; i++)
    {
      if (head[state->next - 1] == state->stack[i] - 1 || head[state->stack[i] - 1] == state->next - 1)
        return TRUE;
    }
  return FALSE;
}

/**
 * hearsay_oracle_actions:
 *
 * Returns: (transfer full): the transitions that lead to the tree, made
 *   projective; empty for a sentence that is too long
 */
GByteArray *
hearsay_oracle_actions (const HearsaySyntax *gold)
{
  GByteArray *actions = g_byte_array_new ();
  g_autofree gint32 *head = NULL;
  g_autofree guint16 *block = NULL;
  HearsayState state;
  guint16 **arrays = &state.stack;

  if (gold->n > HEARSAY_PARSER_MAX_LENGTH)
    return actions;
  head = g_memdup2 (gold->head, gold->n * sizeof (gint32));
  hearsay_projectivize (head, gold->n);
  block = g_new0 (guint16, (gold->n + 2) * HEARSAY_STATE_N_ARRAYS);
  for (guint k = 0; k < HEARSAY_STATE_N_ARRAYS; k++)
    arrays[k] = block + (gsize) k * (gold->n + 2);
  hearsay_state_reset (&state, gold->n);
  while (!hearsay_state_is_over (&state, gold->n))
    {
      gint32 top = state.n_stack > 0 ? state.stack[state.n_stack - 1] - 1 : -2;
      gint32 next = state.next - 1;
      guint8 action = HEARSAY_ACTION_SHIFT;

      if (top >= 0 && head[top] == next)
        action = HEARSAY_ACTION_LEFT;
      else if (top >= 0 && head[next] == top)
        action = HEARSAY_ACTION_RIGHT;
      else if (top >= 0 && must_reduce (&state, head))
        action = HEARSAY_ACTION_REDUCE;
      g_byte_array_append (actions, &action, 1);
      hearsay_state_apply (&state, (HearsayAction) action);
    }
  return actions;
}
