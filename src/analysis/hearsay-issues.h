/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-analysis.h"
#include "analysis/hearsay-closed.h"
#include "analysis/hearsay-syntax.h"
#include "analysis/hearsay-wordlist.h"

G_BEGIN_DECLS

/* How many issues one article has at most. */
#define HEARSAY_MAX_ISSUES 10

/**
 * HearsayIssueMention:
 * @start: in bytes, as @end is
 * @first: in tokens, as @last is
 * @contrary: names what is not the issue or against it, “non-alliance”, “anti-tax”
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 first;
  guint32 last;
  gint32 issue;
  gboolean contrary;
} HearsayIssueMention;

/**
 * HearsayIssues:
 * @names: (element-type utf8): the best wording of each
 * @mentions: (element-type HearsayIssueMention): in text order
 */
typedef struct
{
  GPtrArray *names;
  GArray *mentions;
} HearsayIssues;

/**
 * HearsayIssueSource:
 * @title: (nullable): the article's
 * @wordlist: (nullable): where the senses of nouns are looked up
 * @syntax: (nullable): of the whole text
 * @given: (array length=n_given): name and other words of what people say is argued about
 * @speakers: (nullable): of every statement: index of the actor, or -1
 */
typedef struct
{
  const char *title;
  const HearsayWordlist *wordlist;
  const HearsaySyntax *syntax;
  const gint32 *speakers;
  const char *const *const *given;
  guint n_given;
} HearsayIssueSource;

HearsayIssues *hearsay_issues_find (const HearsayClosed       *closed,
                                    const guint8              *xpos,
                                    const gint32              *statements,
                                    const HearsayIssueSource  *source) G_GNUC_WARN_UNUSED_RESULT;
void           hearsay_issues_free (HearsayIssues             *self);
guint          hearsay_issues_first_mention (const HearsayIssues *self,
                                             guint32              byte);
void           hearsay_issues_emit (const HearsayIssues       *self,
                                    const HearsayText         *text,
                                    HearsayAnalysis           *analysis);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayIssues, hearsay_issues_free)

G_END_DECLS
