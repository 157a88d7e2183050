/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-issues.h"

G_BEGIN_DECLS

/* Words of one wording. */
#define HEARSAY_ISSUE_WORDS 3

/* Speakers that are told apart for one candidate. */
#define HEARSAY_ISSUE_SPEAKERS 8

/* What its commonest sense is the name of. */
typedef enum
{
  HEARSAY_ISSUE_CLASS_UNKNOWN,
  HEARSAY_ISSUE_CLASS_ABSTRACT, /* acts, ideas, events, states: what may be argued about */
  HEARSAY_ISSUE_CLASS_GROUP,    /* those who argue */
  HEARSAY_ISSUE_CLASS_PERSON,
  HEARSAY_ISSUE_CLASS_CONCRETE, /* things, places, amounts, times */
} HearsayIssueClass;

/**
 * HearsayIssueCandidate:
 * @key: singular, synonyms joined, country pairs in one order
 * @head: the key's last word
 * @name: as it stood first
 * @last_statement: the last one it was counted for
 * @class: of its last word
 * @noun: #HearsayIssueNoun bits of its last word, before synonyms are joined
 * @n_in_title: how many of its words the title has
 * @in_title: whether it has any
 * @topic: whether one of its nouns is a topic
 * @of_nouns: “tax return”, not “investigative entity”
 * @first: token where it stood first
 * @issue: what it was taken for, or -1
 * @worth: how well it names something to argue about, 0 where it does not
 *
 * A wording of something that may be argued about.
 */
typedef struct
{
  char *key;
  const char *head;
  char *name;
  guint n_words;
  guint n_statements;
  guint n_mentions;
  guint n_speakers;
  gint32 speakers[HEARSAY_ISSUE_SPEAKERS];
  gint32 last_statement;
  HearsayIssueClass class;
  guint noun;
  guint n_in_title;
  gboolean in_title;
  gboolean topic;
  gboolean of_nouns;
  guint32 first;
  gint32 issue;
  double worth;
} HearsayIssueCandidate;

/**
 * HearsayIssueHead:
 * @key: singular, synonyms joined
 * @noun: #HearsayIssueNoun bits, before synonyms are joined
 *
 * A word as the last one of a wording.
 */
typedef struct
{
  const char *key;
  guint noun;
} HearsayIssueHead;

/**
 * HearsayIssueSearch:
 * @statement: of every token: an attribution in whose content it stands, or -1
 * @title: the article's, in small letters, or %NULL
 * @heads: (element-type HearsayIssueHead): of the tokens that have been asked for; the first one is none
 * @head_of: of every token: its index among @heads, 0 before it is asked for
 * @strings: keys of @heads
 * @key: room for a candidate's key
 * @candidates: (element-type HearsayIssueCandidate): in text order
 *
 * A text that is searched for what is argued about.
 */
typedef struct
{
  const HearsayClosed *closed;
  const guint8 *xpos;
  const gint32 *statement;
  const HearsayIssueSource *source;
  char *title;
  GArray *heads;
  guint32 *head_of;
  GStringChunk *strings;
  GString *key;
  GHashTable *by_key;
  GPtrArray *candidates;
} HearsayIssueSearch;

void     _hearsay_issue_search_init       (HearsayIssueSearch       *self,
                                           const HearsayClosed      *closed,
                                           const guint8             *xpos,
                                           const gint32             *statement,
                                           const HearsayIssueSource *source);
void     _hearsay_issue_search_clear      (HearsayIssueSearch       *self);
void     _hearsay_issue_search_run        (HearsayIssueSearch       *self);
gboolean _hearsay_issue_search_can_modify (const HearsayIssueSearch *self,
                                           guint32                   token,
                                           guint32                   last);
gboolean _hearsay_issue_search_can_head   (const HearsayIssueSearch *self,
                                           guint32                   token);
void     _hearsay_issue_search_take_given (HearsayIssueSearch       *self,
                                           HearsayIssues            *issues);
const HearsayIssueCandidate *
         _hearsay_issue_search_find       (const HearsayIssueSearch *self,
                                           guint32                   first,
                                           guint32                   last);
const HearsayIssueCandidate *
         _hearsay_issue_search_find_sided (const HearsayIssueSearch *self,
                                           guint32                   token,
                                           gboolean                 *contrary);

G_END_DECLS
