/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-attribution.h"
#include "analysis/hearsay-features.h"
#include "analysis/hearsay-syntax.h"
#include "analysis/hearsay-text.h"
#include "analysis/hearsay-trees.h"

G_BEGIN_DECLS

/* What stands below a token in its tree. */
typedef enum
{
  HEARSAY_BELOW_SUBJECT = 1 << 0,
  HEARSAY_BELOW_PASSIVE_SUBJECT = 1 << 1,
  HEARSAY_BELOW_CLAUSE = 1 << 2,
  HEARSAY_BELOW_OPEN_CLAUSE = 1 << 3,
  HEARSAY_BELOW_OBJECT = 1 << 4,
  HEARSAY_BELOW_PARATAXIS = 1 << 5,
  HEARSAY_BELOW_ADNOMINAL = 1 << 6,
  HEARSAY_BELOW_THAT = 1 << 7,
  HEARSAY_BELOW_PASSIVE = 1 << 8,
  HEARSAY_BELOW_ADVERBIAL = 1 << 9,
  HEARSAY_BELOW_TO = 1 << 10,
  HEARSAY_BELOW_CASE = 1 << 11,
  HEARSAY_BELOW_OBLIQUE = 1 << 12,
} HearsayBelow;

typedef enum
{
  HEARSAY_IN_QUOTE_NO,
  HEARSAY_IN_QUOTE_INSIDE,
  HEARSAY_IN_QUOTE_OPENING,
  HEARSAY_IN_QUOTE_CLOSING,
} HearsayInQuote;

typedef enum
{
  HEARSAY_ROLE_NONE,
  HEARSAY_ROLE_SOURCE,
  HEARSAY_ROLE_CUE,
  HEARSAY_ROLE_CONTENT,
} HearsayRole;

/**
 * HearsayAttributionToken:
 * @word: hash of the word in small letters
 * @lemma: hash of the lemma
 * @head: index of the head in the text, -1 for a root
 * @bucket: how often the lemma was a cue in the data that the model was fitted to:
 *   0 unknown, 1 hardly ever … 7 nearly always
 * @left: how many tokens before it what hangs on it in the tree begins; what is farther than
 *   65,535 tokens is not counted
 * @right: how many tokens behind it that ends
 * @subject: its subject in the text, or that of the verb it hangs on where it has none; -1 for none
 * @object: what it says, if that hangs on it as a clause or object; -1 for none
 * @below: #HearsayBelow
 * @quote: #HearsayInQuote
 * @quotation: number of the quotation it stands in, 0 for none; others far away may have it too
 * @rule: #HearsayRole that the rules give it
 * @shape: its capitals and digits
 *
 * What the fitted stages see of a token. An article has hundreds of thousands at most, so it is kept small.
 */
typedef struct
{
  guint32 word;
  guint32 lemma;
  gint32 head;
  gint32 subject;
  gint32 object;
  guint16 suffix;
  guint16 left;
  guint16 right;
  guint16 quotation;
  guint16 below;
  guint16 cluster;
  guint8 verb_class;
  guint8 noun_class;
  guint8 upos;
  guint8 xpos;
  guint8 deprel;
  guint8 bucket;
  guint8 shape;
  guint8 quote : 4;
  guint8 rule : 4;
} HearsayAttributionToken;

/**
 * HearsayAttributionTokens:
 * @rules: (nullable): what the rules find
 * @rule_of: (array length=n): index of the rules' attribution whose cue the token is in, or -1
 */
typedef struct
{
  const HearsayText *text;
  const HearsayAttributions *rules;
  HearsayAttributionToken *tokens;
  gint32 *rule_of;
  guint n;
} HearsayAttributionTokens;

static inline guint32
hearsay_attribution_tokens_sentence (const HearsayAttributionTokens *self,
                                     guint32                         token)
{
  return self->text->tokens[token].sentence;
}

/* The first token of what hangs on @token in the tree, itself included. */
static inline guint32
hearsay_attribution_tokens_left (const HearsayAttributionTokens *self,
                                 guint32                         token)
{
  return token - self->tokens[token].left;
}

static inline guint32
hearsay_attribution_tokens_right (const HearsayAttributionTokens *self,
                                  guint32                         token)
{
  return token + self->tokens[token].right;
}

static inline guint32
hearsay_attribution_tokens_paragraph (const HearsayAttributionTokens *self,
                                      guint32                         token)
{
  return self->text->sentences[hearsay_attribution_tokens_sentence (self, token)].paragraph;
}

/* A sorted table from lemma and class of word to bucket; a view of a section, or built in training. */
typedef struct
{
  const guint8 *keys;
  const guint8 *buckets;
  guint32 n;
} HearsayCueTable;

gboolean                  hearsay_cue_table_load         (HearsayCueTable           *self,
                                                          const HearsayModel        *model,
                                                          GError                   **error);
guint32                   hearsay_cue_table_key          (guint32                    lemma,
                                                          guint                      xpos);
guint                     hearsay_cue_table_find         (const HearsayCueTable     *self,
                                                          guint32                    key);
guint                     hearsay_cue_table_bucket       (guint                      n_cues,
                                                          guint                      n_all);

HearsayAttributionTokens *hearsay_attribution_tokens_new  (const HearsayText         *text,
                                                           const HearsaySyntax       *syntax,
                                                           const HearsayTokenTraits  *traits,
                                                           const HearsayAttributions *rules) G_GNUC_WARN_UNUSED_RESULT;
void                      hearsay_attribution_tokens_rate (HearsayAttributionTokens  *self,
                                                           const HearsayCueTable     *table);
void                      hearsay_attribution_tokens_free (HearsayAttributionTokens  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayAttributionTokens, hearsay_attribution_tokens_free)

G_END_DECLS
