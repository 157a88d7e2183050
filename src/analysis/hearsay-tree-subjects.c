/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-relations.h"

/* A clause that begins farther from its verb is left as it is; so time is linear. */
#define MAX_REACH 48

/* What is known of the clause under a verb, from the tokens before its head. */
typedef struct
{
  gint32 object; /* of the verb, the last one before the clause; -1 for none */
  gboolean finite;
  gboolean passive;
  gboolean complete; /* it has a subject, or a word that opens it */
} Clause;

static gboolean
is_finite (const HearsaySyntax *syntax,
           gint32               token)
{
  guint8 xpos = syntax->xpos[token];

  return xpos == HEARSAY_XPOS_VBD || xpos == HEARSAY_XPOS_VBZ || xpos == HEARSAY_XPOS_VBP || xpos == HEARSAY_XPOS_MD;
}

static void
look_at_dependent (const HearsaySyntax *syntax,
                   gint32               token,
                   Clause              *clause)
{
  guint deprel = syntax->deprel[token];

  switch ((guint) hearsay_deprel_get_main ((HearsayDeprel) deprel))
    {
    case HEARSAY_DEPREL_NSUBJ:
    case HEARSAY_DEPREL_CSUBJ:
    case HEARSAY_DEPREL_EXPL:
    case HEARSAY_DEPREL_MARK:
      clause->complete = TRUE;
      break;
    case HEARSAY_DEPREL_AUX:
    case HEARSAY_DEPREL_COP:
      clause->finite = clause->finite || is_finite (syntax, token);
      clause->passive = clause->passive || deprel == HEARSAY_DEPREL_AUX_PASS;
      break;
    default:
      break;
    }
}

static Clause
look_at_clause (const HearsaySyntax *syntax,
                gint32               verb,
                gint32               head)
{
  Clause clause = { .object = -1, .finite = is_finite (syntax, head) };

  for (gint32 i = verb + 1; i < head; i++)
    {
      if (syntax->head[i] == verb && syntax->deprel[i] == HEARSAY_DEPREL_OBJ)
        clause.object = i;
      else if (syntax->head[i] == head)
        look_at_dependent (syntax, i, &clause);
    }
  return clause;
}

/**
 * hearsay_tree_mend_subjects:
 * @syntax: a whole tree
 *
 * “Lund said Norway does not need it”: until “does” comes, Norway may be what Lund said, and a parser
 * that goes from left to right has then decided. A finite clause without a subject and without a word
 * that opens it gets the object before it for its subject. Linear time.
 */
void
hearsay_tree_mend_subjects (HearsaySyntax *syntax)
{
  g_return_if_fail (syntax != NULL);

  for (gint32 head = 2; head < (gint32) syntax->n; head++)
    {
      gint32 verb = syntax->head[head];
      Clause clause;

      if (syntax->deprel[head] != HEARSAY_DEPREL_CCOMP || verb < 0 || verb >= head || head - verb > MAX_REACH)
        continue;
      clause = look_at_clause (syntax, verb, head);
      if (clause.object < 0 || !clause.finite || clause.complete)
        continue;
      syntax->head[clause.object] = head;
      syntax->deprel[clause.object] = (guint8) (clause.passive ? HEARSAY_DEPREL_NSUBJ_PASS : HEARSAY_DEPREL_NSUBJ);
    }
}
