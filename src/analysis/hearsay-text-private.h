/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-text.h"

G_BEGIN_DECLS

/* A text while it is being cut up; @base comes first, so that it is handed out as it is. */
typedef struct
{
  HearsayText base;
  GArray *tokens;     /* HearsayToken */
  GArray *sentences;  /* HearsaySentence */
  GArray *paragraphs; /* HearsayParagraph */
  GArray *quotes;     /* HearsayQuote */
  GArray *parts;      /* HearsayTokenPart */
  guint32 *checkpoints; /* characters before every so many bytes; NULL when all is ASCII */
  char *lower;          /* the words in small letters, each behind its token's place */
} HearsayTextBuilder;

#define hearsay_text_builder_token(self, i) (&g_array_index ((self)->tokens, HearsayToken, (i)))

void hearsay_text_cut_paragraphs (HearsayTextBuilder *self);
void hearsay_text_cut_tokens     (HearsayTextBuilder *self,
                                  guint32             start,
                                  guint32             end);
void hearsay_text_cut_sentences  (HearsayTextBuilder *self,
                                  HearsayParagraph   *paragraph,
                                  guint32             index);
void hearsay_text_find_quotes    (HearsayTextBuilder *self);

/* Abbreviations, as the lexicon of the text layer has them. */
typedef enum
{
  HEARSAY_ABBREVIATION_NONE,
  HEARSAY_ABBREVIATION_TITLE,  /* a name follows: never ends a sentence */
  HEARSAY_ABBREVIATION_NUMBER, /* an abbreviation only when a number follows */
  HEARSAY_ABBREVIATION_OTHER,  /* may end a sentence */
} HearsayAbbreviation;

HearsayAbbreviation hearsay_abbreviation_lookup (const char *word,
                                                 gsize       length);

G_END_DECLS
