/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-word-table.h"
#include "model/hearsay-enums.h"

G_BEGIN_DECLS

/* How a known name stands for its bearer. */
typedef enum
{
  HEARSAY_NAME_FULL,
  HEARSAY_NAME_OTHER,
  HEARSAY_NAME_ADJECTIVE, /* “Russian” */
  HEARSAY_NAME_PEOPLE,    /* “Russians” */
  HEARSAY_NAME_CAPITAL,   /* “Moscow”: the country where it acts, else a town */
  HEARSAY_NAME_SEAT,      /* “the Kremlin” */
  HEARSAY_NAME_PLACE,     /* not an actor */
} HearsayNameForm;

/**
 * HearsayKnownName:
 * @name: the bearer's usual name
 * @form: how the words found stand for it
 * @kind: what the bearer is; meaningless for places
 * @country: ISO code of the bearer, or of the country it belongs to, or ""
 * @press: whether it is a publication
 */
typedef struct
{
  const char *name;
  const char *country;
  HearsayNameForm form;
  HearsayActorKind kind;
  gboolean press;
} HearsayKnownName;

typedef enum
{
  HEARSAY_GENDER_UNKNOWN,
  HEARSAY_GENDER_MALE,
  HEARSAY_GENDER_FEMALE,
} HearsayGender;

typedef enum
{
  HEARSAY_NOUN_HONORIFIC,
  HEARSAY_NOUN_OFFICE,
  HEARSAY_NOUN_PERSON,
  HEARSAY_NOUN_KIN,
  HEARSAY_NOUN_MANY,
} HearsayNounKind;

/* A word for people: “spokesman”, “analysts”, “prime minister”. */
typedef struct
{
  HearsayNounKind kind;
  HearsayGender gender;
  gboolean plural;
  guint n_words;
} HearsayPersonNoun;

typedef enum
{
  HEARSAY_ATTITUDE_VERB,      /* who does it has the attitude toward its object: “praised” */
  HEARSAY_ATTITUDE_VERB_TO,   /* the same with a preposition: “agreed with”, “threatened to” */
  HEARSAY_ATTITUDE_ADJECTIVE, /* of what stands behind or before it: “healthy”, “chaotic” */
  HEARSAY_ATTITUDE_NOUN,      /* “threat”, “trust” */
  HEARSAY_ATTITUDE_NEED,      /* wanting: turned by negation into refusal: “need”, “want” */
} HearsayAttitudeKind;

/* @polarity: -1 to 1, never 0. */
typedef struct
{
  HearsayAttitudeKind kind;
  float polarity;
} HearsayAttitude;

/* Longest entry of any table, in bytes and in words. */
#define HEARSAY_LEXICON_MAX_BYTES HEARSAY_WORD_TABLE_MAX_BYTES
#define HEARSAY_LEXICON_MAX_WORDS 8

const HearsayKnownName  *hearsay_lexicon_name        (const char     *words,
                                                      gsize           length);
guint                    hearsay_lexicon_name_words  (const char     *first,
                                                      gsize           length);
const char              *hearsay_lexicon_country     (const char     *code);
gboolean                 hearsay_lexicon_first_name  (const char     *word,
                                                      gsize           length,
                                                      HearsayGender  *gender);
const HearsayPersonNoun *hearsay_lexicon_person_noun (const char     *lower,
                                                      gsize           length);
guint                    hearsay_lexicon_person_noun_words (const char *first,
                                                            gsize       length);
gboolean                 hearsay_lexicon_head        (const char     *lower,
                                                      gsize           length,
                                                      gboolean       *plural);
const HearsayAttitude   *hearsay_lexicon_attitude    (const char     *lower,
                                                      gsize           length);
GBytes                  *hearsay_lexicon_read        (const char     *file,
                                                      GError        **error) G_GNUC_WARN_UNUSED_RESULT;

typedef void (*HearsayLexiconLineFunc) (char   **fields,
                                        guint    n_fields,
                                        gpointer data);

void                     hearsay_lexicon_read_lines  (const char             *file,
                                                      HearsayLexiconLineFunc  func,
                                                      gpointer                data);
char                    *hearsay_lexicon_cut         (char                  **rest,
                                                      char                    separator);

G_END_DECLS
