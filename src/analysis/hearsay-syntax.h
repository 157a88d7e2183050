/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Universal parts of speech (UD 2). */
typedef enum
{
  HEARSAY_UPOS_ADJ,
  HEARSAY_UPOS_ADP,
  HEARSAY_UPOS_ADV,
  HEARSAY_UPOS_AUX,
  HEARSAY_UPOS_CCONJ,
  HEARSAY_UPOS_DET,
  HEARSAY_UPOS_INTJ,
  HEARSAY_UPOS_NOUN,
  HEARSAY_UPOS_NUM,
  HEARSAY_UPOS_PART,
  HEARSAY_UPOS_PRON,
  HEARSAY_UPOS_PROPN,
  HEARSAY_UPOS_PUNCT,
  HEARSAY_UPOS_SCONJ,
  HEARSAY_UPOS_SYM,
  HEARSAY_UPOS_VERB,
  HEARSAY_UPOS_X,
  HEARSAY_N_UPOS
} HearsayUpos;

/* Parts of speech of the Penn Treebank, as the English UD treebanks write them. */
typedef enum
{
  HEARSAY_XPOS_AFX,
  HEARSAY_XPOS_ADD,
  HEARSAY_XPOS_CC,
  HEARSAY_XPOS_CD,
  HEARSAY_XPOS_DT,
  HEARSAY_XPOS_EX,
  HEARSAY_XPOS_FW,
  HEARSAY_XPOS_GW,
  HEARSAY_XPOS_HYPH,
  HEARSAY_XPOS_IN,
  HEARSAY_XPOS_JJ,
  HEARSAY_XPOS_JJR,
  HEARSAY_XPOS_JJS,
  HEARSAY_XPOS_LS,
  HEARSAY_XPOS_MD,
  HEARSAY_XPOS_NFP,
  HEARSAY_XPOS_NN,
  HEARSAY_XPOS_NNP,
  HEARSAY_XPOS_NNPS,
  HEARSAY_XPOS_NNS,
  HEARSAY_XPOS_PDT,
  HEARSAY_XPOS_POS,
  HEARSAY_XPOS_PRP,
  HEARSAY_XPOS_PRPS,
  HEARSAY_XPOS_RB,
  HEARSAY_XPOS_RBR,
  HEARSAY_XPOS_RBS,
  HEARSAY_XPOS_RP,
  HEARSAY_XPOS_SYM,
  HEARSAY_XPOS_TO,
  HEARSAY_XPOS_UH,
  HEARSAY_XPOS_VB,
  HEARSAY_XPOS_VBD,
  HEARSAY_XPOS_VBG,
  HEARSAY_XPOS_VBN,
  HEARSAY_XPOS_VBP,
  HEARSAY_XPOS_VBZ,
  HEARSAY_XPOS_WDT,
  HEARSAY_XPOS_WP,
  HEARSAY_XPOS_WPS,
  HEARSAY_XPOS_WRB,
  HEARSAY_XPOS_STOP,
  HEARSAY_XPOS_COMMA,
  HEARSAY_XPOS_COLON,
  HEARSAY_XPOS_OPEN_QUOTE,
  HEARSAY_XPOS_CLOSE_QUOTE,
  HEARSAY_XPOS_CURRENCY,
  HEARSAY_XPOS_LRB,
  HEARSAY_XPOS_RRB,
  HEARSAY_N_XPOS
} HearsayXpos;

/* Universal dependency relations with the subtypes of the English treebanks. */
typedef enum
{
  HEARSAY_DEPREL_ROOT,
  HEARSAY_DEPREL_ACL,
  HEARSAY_DEPREL_ACL_RELCL,
  HEARSAY_DEPREL_ADVCL,
  HEARSAY_DEPREL_ADVCL_RELCL,
  HEARSAY_DEPREL_ADVMOD,
  HEARSAY_DEPREL_AMOD,
  HEARSAY_DEPREL_APPOS,
  HEARSAY_DEPREL_AUX,
  HEARSAY_DEPREL_AUX_PASS,
  HEARSAY_DEPREL_CASE,
  HEARSAY_DEPREL_CC,
  HEARSAY_DEPREL_CC_PRECONJ,
  HEARSAY_DEPREL_CCOMP,
  HEARSAY_DEPREL_COMPOUND,
  HEARSAY_DEPREL_COMPOUND_PRT,
  HEARSAY_DEPREL_CONJ,
  HEARSAY_DEPREL_COP,
  HEARSAY_DEPREL_CSUBJ,
  HEARSAY_DEPREL_CSUBJ_OUTER,
  HEARSAY_DEPREL_CSUBJ_PASS,
  HEARSAY_DEPREL_DEP,
  HEARSAY_DEPREL_DET,
  HEARSAY_DEPREL_DET_PREDET,
  HEARSAY_DEPREL_DISCOURSE,
  HEARSAY_DEPREL_DISLOCATED,
  HEARSAY_DEPREL_EXPL,
  HEARSAY_DEPREL_FIXED,
  HEARSAY_DEPREL_FLAT,
  HEARSAY_DEPREL_GOESWITH,
  HEARSAY_DEPREL_IOBJ,
  HEARSAY_DEPREL_LIST,
  HEARSAY_DEPREL_MARK,
  HEARSAY_DEPREL_NMOD,
  HEARSAY_DEPREL_NMOD_DESC,
  HEARSAY_DEPREL_NMOD_POSS,
  HEARSAY_DEPREL_NMOD_UNMARKED,
  HEARSAY_DEPREL_NSUBJ,
  HEARSAY_DEPREL_NSUBJ_OUTER,
  HEARSAY_DEPREL_NSUBJ_PASS,
  HEARSAY_DEPREL_NUMMOD,
  HEARSAY_DEPREL_OBJ,
  HEARSAY_DEPREL_OBL,
  HEARSAY_DEPREL_OBL_AGENT,
  HEARSAY_DEPREL_OBL_UNMARKED,
  HEARSAY_DEPREL_ORPHAN,
  HEARSAY_DEPREL_PARATAXIS,
  HEARSAY_DEPREL_PUNCT,
  HEARSAY_DEPREL_REPARANDUM,
  HEARSAY_DEPREL_VOCATIVE,
  HEARSAY_DEPREL_XCOMP,
  HEARSAY_N_DEPREL
} HearsayDeprel;

/**
 * HearsayWord:
 * @text: UTF-8, not NUL-terminated
 * @length: bytes
 *
 * A token as tagger and parser take it. Borrowed.
 */
typedef struct
{
  const char *text;
  guint32 length;
} HearsayWord;

/**
 * HearsaySyntax:
 * @n: tokens
 * @upos: (array length=n): #HearsayUpos
 * @xpos: (array length=n): #HearsayXpos
 * @deprel: (array length=n): #HearsayDeprel
 * @head: (array length=n): index of the head within the sentence, -1 for the root
 * @lemma: (array length=n): NUL-terminated
 *
 * What is known of one sentence's tokens. Every sentence with a token has
 * exactly one root, and the heads form a tree.
 */
typedef struct
{
  guint n;
  guint8 *upos;
  guint8 *xpos;
  guint8 *deprel;
  gint32 *head;
  const char **lemma;
} HearsaySyntax;

const char    *hearsay_upos_get_name      (HearsayUpos    upos);
const char    *hearsay_xpos_get_name      (HearsayXpos    xpos);
const char    *hearsay_deprel_get_name    (HearsayDeprel  deprel);
HearsayDeprel  hearsay_deprel_get_main    (HearsayDeprel  deprel);
gboolean       hearsay_upos_from_name     (const char    *name,
                                           HearsayUpos   *upos);
gboolean       hearsay_xpos_from_name     (const char    *name,
                                           HearsayXpos   *xpos);
gboolean       hearsay_deprel_from_name   (const char    *name,
                                           HearsayDeprel *deprel);

G_END_DECLS
