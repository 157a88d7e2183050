/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-attribution.h"
#include "analysis/hearsay-cues.h"
#include "analysis/hearsay-syntax.h"

G_BEGIN_DECLS

/* Tokens from first to last, both counted in; first > last means none. */
typedef struct
{
  guint32 first;
  guint32 last;
} HearsayRange;

#define HEARSAY_RANGE_NONE ((HearsayRange) { 1, 0 })
#define HEARSAY_NO_TOKEN G_MAXUINT32

static inline gboolean
hearsay_range_is_empty (HearsayRange range)
{
  return range.first > range.last;
}

#define HEARSAY_MAX_PIECES 8
/* Cues of one kind that are looked at in a sentence: no person's sentence has more. */
#define HEARSAY_MAX_CUES 48

/* An attribution in tokens, while it is being found. */
typedef struct
{
  HearsayRange source;
  HearsayRange head;
  HearsayRange cue;
  guint32 key; /* the cue's main token */
  guint n_pieces;
  HearsayRange pieces[HEARSAY_MAX_PIECES]; /* content */
  const char *rule;
  float confidence;
  HearsayFrame frame;
  HearsayCueKind kind;
  gboolean nested; /* in the content of another */
  gboolean quoted; /* in a quotation */
  gboolean taken;
} HearsayFound;

/* Base noun phrase: no preposition inside. */
typedef struct
{
  guint32 first;
  guint32 last;
  gboolean time; /* “last week”, “Monday” */
} HearsayChunk;

/* What all rules look at. */
typedef struct
{
  const HearsayText *text;
  const guint8 *xpos; /* of every token */
  gint32 *chunk;  /* of every token: index or -1 */
  GArray *chunks; /* HearsayChunk */
  GArray *found;  /* HearsayFound */
  gint32 *owner;  /* of every token: index of the attribution whose content it is, or -1 */
  guint32 next_quote;
} HearsayFinder;

/* hearsay-attribution.c */
gboolean     hearsay_finder_run           (HearsayFinder       *self,
                                           GCancellable        *cancellable,
                                           GError             **error);
void         hearsay_finder_clear         (HearsayFinder       *self);
float        hearsay_finder_weigh         (const HearsayFinder *self,
                                           HearsayCueKind       kind,
                                           const char          *lower,
                                           HearsayFrame         frame);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HearsayFinder, hearsay_finder_clear)

/* hearsay-phrases.c */
void         hearsay_phrases_chunk        (HearsayFinder       *self,
                                           guint32              sentence);
HearsayRange hearsay_phrases_before       (const HearsayFinder *self,
                                           guint32              end,
                                           HearsayRange        *head);
HearsayRange hearsay_phrases_after        (const HearsayFinder *self,
                                           guint32              start,
                                           HearsayRange        *head);
HearsayRange hearsay_phrases_verb_group   (const HearsayFinder *self,
                                           guint32              verb);
gboolean     hearsay_phrases_is_passive   (const HearsayFinder *self,
                                           HearsayRange         group,
                                           guint32              verb);

/* hearsay-attribution-frames.c: @content is where the content begins, HEARSAY_NO_TOKEN when before the cue */
HearsayFrame hearsay_frames_find          (const HearsayFinder *self,
                                           guint32              key,
                                           guint32             *content);

/* hearsay-attribution-verbs.c */
void         hearsay_verbs_scan           (HearsayFinder       *self,
                                           guint32              sentence);
HearsayRange hearsay_verbs_clause_subject (const HearsayFinder *self,
                                           guint32              verb,
                                           HearsayRange        *head);

/* hearsay-attribution-nouns.c */
void         hearsay_nouns_scan           (HearsayFinder       *self,
                                           guint32              sentence);
void         hearsay_nouns_according      (HearsayFinder       *self,
                                           guint32              sentence);

/* hearsay-attribution-content.c */
void         hearsay_content_after        (const HearsayFinder *self,
                                           HearsayFound        *found,
                                           guint32              start);
void         hearsay_content_before       (const HearsayFinder *self,
                                           HearsayFound        *found,
                                           guint32              last);
void         hearsay_content_add          (const HearsayFinder *self,
                                           HearsayFound        *found,
                                           guint32              first,
                                           guint32              last);

/* hearsay-attribution-select.c */
void         hearsay_select_run           (HearsayFinder       *self,
                                           guint                first);

/* hearsay-attribution-quotes.c */
gint32       hearsay_quotes_extend        (HearsayFinder       *self,
                                           guint32              paragraph,
                                           guint                first_found,
                                           gint32               before);
gboolean     hearsay_quotes_transcript    (HearsayFinder       *self,
                                           guint32              paragraph);

static inline guint32
hearsay_finder_sentence_first (const HearsayFinder *self,
                               guint32              token)
{
  return hearsay_text_sentence_of (self->text, token)->first_token;
}

static inline guint32
hearsay_finder_sentence_last (const HearsayFinder *self,
                              guint32              token)
{
  const HearsaySentence *sentence = hearsay_text_sentence_of (self->text, token);

  return sentence->first_token + sentence->n_tokens - 1;
}

static inline gboolean
hearsay_finder_is (const HearsayFinder *self,
                   guint32              token,
                   const char          *lower)
{
  return hearsay_text_token_is (self->text, token, lower);
}

static inline gboolean
hearsay_finder_is_finite (const HearsayFinder *self,
                          guint32              token)
{
  guint8 tag = self->xpos[token];

  return tag == HEARSAY_XPOS_VBD || tag == HEARSAY_XPOS_VBZ || tag == HEARSAY_XPOS_VBP || tag == HEARSAY_XPOS_MD;
}

static inline gboolean
hearsay_finder_is_verb (const HearsayFinder *self,
                        guint32              token)
{
  return self->xpos[token] >= HEARSAY_XPOS_VB && self->xpos[token] <= HEARSAY_XPOS_VBZ;
}

static inline gboolean
hearsay_finder_is_noun (const HearsayFinder *self,
                        guint32              token)
{
  guint8 tag = self->xpos[token];

  return tag >= HEARSAY_XPOS_NN && tag <= HEARSAY_XPOS_NNS;
}

static inline gboolean
hearsay_finder_is_open_quote (const HearsayFinder *self,
                              guint32              token)
{
  return (self->text->tokens[token].flags & HEARSAY_TOKEN_QUOTE_OPEN) != 0;
}

static inline gboolean
hearsay_finder_is_close_quote (const HearsayFinder *self,
                               guint32              token)
{
  return (self->text->tokens[token].flags & HEARSAY_TOKEN_QUOTE_CLOSE) != 0;
}

G_END_DECLS
