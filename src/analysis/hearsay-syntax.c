/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-syntax.h"

#include <string.h>

static const char *const upos_names[] = {
  "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
  "PUNCT", "SCONJ", "SYM", "VERB", "X",
};

static const char *const xpos_names[] = {
  "AFX", "ADD", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN", "JJ", "JJR", "JJS", "LS", "MD",
  "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM",
  "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", ".", ",", ":",
  "``", "''", "$", "-LRB-", "-RRB-",
};

static const char *const deprel_names[] = {
  "root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass",
  "case", "cc", "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj",
  "csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse", "dislocated", "expl",
  "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss",
  "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent",
  "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "vocative", "xcomp",
};

G_STATIC_ASSERT (G_N_ELEMENTS (upos_names) == HEARSAY_N_UPOS);
G_STATIC_ASSERT (G_N_ELEMENTS (xpos_names) == HEARSAY_N_XPOS);
G_STATIC_ASSERT (G_N_ELEMENTS (deprel_names) == HEARSAY_N_DEPREL);

static int
find_name (const char *const *names,
           int                n,
           const char        *name,
           gsize              length)
{
  for (int i = 0; i < n; i++)
    {
      if (strncmp (names[i], name, length) == 0 && names[i][length] == '\0')
        return i;
    }
  return -1;
}

/**
 * hearsay_upos_get_name:
 *
 * Returns: (transfer none): the name in UD, as "NOUN"
 */
const char *
hearsay_upos_get_name (HearsayUpos upos)
{
  g_return_val_if_fail ((guint) upos < HEARSAY_N_UPOS, NULL);

  return upos_names[upos];
}

/**
 * hearsay_xpos_get_name:
 *
 * Returns: (transfer none): the name in the treebank, as "NNS"
 */
const char *
hearsay_xpos_get_name (HearsayXpos xpos)
{
  g_return_val_if_fail ((guint) xpos < HEARSAY_N_XPOS, NULL);

  return xpos_names[xpos];
}

/**
 * hearsay_deprel_get_name:
 *
 * Returns: (transfer none): the name in UD, as "nsubj:pass"
 */
const char *
hearsay_deprel_get_name (HearsayDeprel deprel)
{
  g_return_val_if_fail ((guint) deprel < HEARSAY_N_DEPREL, NULL);

  return deprel_names[deprel];
}

/* The relations that are subtypes, by the relation that each is one of. */
static const guint8 deprel_main[HEARSAY_N_DEPREL] = {
  [HEARSAY_DEPREL_ACL_RELCL] = HEARSAY_DEPREL_ACL,
  [HEARSAY_DEPREL_ADVCL_RELCL] = HEARSAY_DEPREL_ADVCL,
  [HEARSAY_DEPREL_AUX_PASS] = HEARSAY_DEPREL_AUX,
  [HEARSAY_DEPREL_CC_PRECONJ] = HEARSAY_DEPREL_CC,
  [HEARSAY_DEPREL_COMPOUND_PRT] = HEARSAY_DEPREL_COMPOUND,
  [HEARSAY_DEPREL_CSUBJ_OUTER] = HEARSAY_DEPREL_CSUBJ,
  [HEARSAY_DEPREL_CSUBJ_PASS] = HEARSAY_DEPREL_CSUBJ,
  [HEARSAY_DEPREL_DET_PREDET] = HEARSAY_DEPREL_DET,
  [HEARSAY_DEPREL_NMOD_DESC] = HEARSAY_DEPREL_NMOD,
  [HEARSAY_DEPREL_NMOD_POSS] = HEARSAY_DEPREL_NMOD,
  [HEARSAY_DEPREL_NMOD_UNMARKED] = HEARSAY_DEPREL_NMOD,
  [HEARSAY_DEPREL_NSUBJ_OUTER] = HEARSAY_DEPREL_NSUBJ,
  [HEARSAY_DEPREL_NSUBJ_PASS] = HEARSAY_DEPREL_NSUBJ,
  [HEARSAY_DEPREL_OBL_AGENT] = HEARSAY_DEPREL_OBL,
  [HEARSAY_DEPREL_OBL_UNMARKED] = HEARSAY_DEPREL_OBL,
};

G_STATIC_ASSERT (HEARSAY_DEPREL_ROOT == 0);

/**
 * hearsay_deprel_get_main:
 *
 * Returns: @deprel without its subtype
 */
HearsayDeprel
hearsay_deprel_get_main (HearsayDeprel deprel)
{
  g_return_val_if_fail ((guint) deprel < HEARSAY_N_DEPREL, HEARSAY_DEPREL_DEP);

  return deprel_main[deprel] != 0 ? (HearsayDeprel) deprel_main[deprel] : deprel;
}

gboolean
hearsay_upos_from_name (const char  *name,
                        HearsayUpos *upos)
{
  int found = find_name (upos_names, HEARSAY_N_UPOS, name, strlen (name));

  if (found >= 0)
    *upos = (HearsayUpos) found;
  return found >= 0;
}

gboolean
hearsay_xpos_from_name (const char  *name,
                        HearsayXpos *xpos)
{
  int found = find_name (xpos_names, HEARSAY_N_XPOS, name, strlen (name));

  if (found >= 0)
    *xpos = (HearsayXpos) found;
  return found >= 0;
}

/**
 * hearsay_deprel_from_name:
 * @deprel: (out): the relation; the one without subtype where @name's subtype is not known
 *
 * Returns: whether @name is a relation
 */
gboolean
hearsay_deprel_from_name (const char    *name,
                          HearsayDeprel *deprel)
{
  int found = find_name (deprel_names, HEARSAY_N_DEPREL, name, strlen (name));

  if (found < 0)
    found = find_name (deprel_names, HEARSAY_N_DEPREL, name, strcspn (name, ":"));
  if (found >= 0)
    *deprel = (HearsayDeprel) found;
  return found >= 0;
}
