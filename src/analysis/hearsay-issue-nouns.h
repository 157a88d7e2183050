/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What issue-nouns.txt says of a word; bits. */
typedef enum
{
  HEARSAY_ISSUE_NOUN_EMPTY = 1 << 0,   /* names nothing to argue about */
  HEARSAY_ISSUE_NOUN_THIN = 1 << 1,    /* does behind another noun alone */
  HEARSAY_ISSUE_NOUN_GENERAL = 1 << 2, /* does behind a noun or adjective */
  HEARSAY_ISSUE_NOUN_PLAIN = 1 << 3,   /* an adjective that tells nothing apart */
  HEARSAY_ISSUE_NOUN_MEASURE = 1 << 4, /* only counts what stands behind it */
  HEARSAY_ISSUE_NOUN_TOPIC = 1 << 5,   /* people argue about it wherever it is named */
} HearsayIssueNoun;

guint       hearsay_issue_noun_look_up (const char *word);
const char *hearsay_issue_noun_join    (const char *word);

G_END_DECLS
