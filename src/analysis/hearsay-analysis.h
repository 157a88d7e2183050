/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-reasons.h"
#include "model/hearsay-date.h"
#include "model/hearsay-enums.h"
#include "model/hearsay-span.h"

G_BEGIN_DECLS

/**
 * HearsaySpanRange:
 * @first: index of the first span in the analysis's @spans
 * @n: how many there are
 *
 * Several spans of one thing, kept together with everybody else's.
 */
typedef struct
{
  guint32 first;
  guint32 n;
} HearsaySpanRange;

/**
 * HearsayAnalysisActor:
 * @id: “a1”, “a2”, … unique in the document
 * @name: the fullest name found
 * @kind: person, organization, country or group
 * @kind_confidence: the probability that @kind is right; 1 where a person decided, 0 where it is not known
 * @given: whether the caller named this actor
 * @role: (nullable): “Russian President”, as the text has it
 * @role_span: where the role stands
 * @affiliation: index of another actor, or -1
 * @mentions: where the actor is named, in text order
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *role;
  HearsayActorKind kind;
  float kind_confidence;
  gboolean given;
  HearsaySpan role_span;
  gint32 affiliation;
  HearsaySpanRange mentions;
} HearsayAnalysisActor;

/**
 * HearsayAnalysisIssue:
 * @id: “i1”, “i2”, …
 *
 * Something that is argued about.
 */
typedef struct
{
  const char *id;
  const char *name;
  HearsaySpanRange mentions;
} HearsayAnalysisIssue;

/**
 * HearsayAnalysisStance:
 * @target: index of an actor, or of an issue when @target_is_issue
 * @holder: index of the actor who holds it, or -1 for the statement's speaker;
 *   “Russia believes …”, Cui said: holder Russia
 * @score: -1 (oppose) to 1 (support)
 * @confidence: 0 to 1
 * @sure: above the threshold for 80 % precision
 * @evidence: the words that show it
 */
typedef struct
{
  gint32 target;
  gint32 holder;
  gboolean target_is_issue;
  HearsayPosition position;
  float score;
  float confidence;
  gboolean sure;
  HearsaySpan evidence;
} HearsayAnalysisStance;

/* How the words that name a source were resolved to an actor. */
typedef enum
{
  HEARSAY_RESOLVED_NOT,
  HEARSAY_RESOLVED_NAME,         /* the name stands there */
  HEARSAY_RESOLVED_PRONOUN,      /* “he” */
  HEARSAY_RESOLVED_RELATIVE,     /* “who” */
  HEARSAY_RESOLVED_DESCRIPTION,  /* “the spokesman”, “the ministry” */
  HEARSAY_RESOLVED_FIRST_PERSON, /* “I”, in somebody's words */
  HEARSAY_RESOLVED_OWN,          /* “Chinese analysts” are an actor of their own */
} HearsayResolved;

#define HEARSAY_N_RESOLVED 7

const char *hearsay_resolved_to_string (HearsayResolved  resolved);
gboolean    hearsay_resolved_parse     (const char      *string,
                                        HearsayResolved *resolved);

/**
 * HearsayAnalysisStatement:
 * @id: “s1”, “s2”, … in text order
 * @rule: (nullable): name of the rule or model stage that found it, for “why”
 * @speaker: index of the actor, or -1 where it is honestly unknown
 * @parent: index of the statement this one stands inside, or -1
 * @source: the words that name the source here (“he”), or empty
 * @resolved: how the speaker was found
 * @antecedent: the words before (“Mara Lund”) that @source points back to, or empty
 * @cue: “said”, “according to”, or empty
 * @content: what was said; more than one piece when the cue stands inside
 * @said_on: with precision and basis
 * @said_on_span: the words the date comes from, or empty
 * @first_stance: index into the analysis's @stances
 * @first_reason: index into the analysis's @reasons; there are some only when they were asked for
 * @paragraph: counted from 0
 */
typedef struct
{
  const char *id;
  const char *rule;
  gint32 speaker;
  gint32 parent;
  HearsaySpan source;
  HearsaySpan antecedent;
  HearsayResolved resolved;
  HearsaySpan cue;
  HearsaySpanRange content;
  HearsayStatementKind kind;
  HearsayDate said_on;
  HearsaySpan said_on_span;
  guint32 first_stance;
  guint32 n_stances;
  guint32 first_reason;
  guint32 n_reasons;
  guint32 paragraph;
  float confidence;
} HearsayAnalysisStatement;

/**
 * HearsayAnalysisRelation:
 * @statement: index of the statement that reports it, or -1
 * @kind: an attitude, or what is stated as a fact; then @position is neutral and @score 0,
 *   and “sure” says that the text itself states it
 *
 * The attitude of one actor toward another, whoever reports it, or cooperation
 * and conflict between two countries.
 */
typedef struct
{
  gint32 from;
  gint32 to;
  gint32 statement;
  HearsayRelationKind kind;
  HearsayPosition position;
  float score;
  float confidence;
  gboolean sure;
  HearsaySpan evidence;
} HearsayAnalysisRelation;

/**
 * HearsayAnalysisAgreement:
 * @issue: index of the issue both take a position on, or -1 where the text only states
 *   that they agree or not
 * @same: whether they are on the same side
 * @sure: whether both positions are sure
 * @stated: whether the text states it: “echoed”, “disputed X's claim”
 * @evidence: the words that state it, or those of @second's position
 */
typedef struct
{
  gint32 first;
  gint32 second;
  gint32 issue;
  gboolean same;
  gboolean sure;
  gboolean stated;
  HearsaySpan evidence;
} HearsayAnalysisAgreement;

/**
 * HearsayAnalysisTime:
 * @type: “DATE”, “TIME”, “DURATION” or “SET”
 * @value: the TIMEX3 value
 */
typedef struct
{
  HearsaySpan span;
  const char *type;
  const char *value;
} HearsayAnalysisTime;

typedef struct _HearsayAnalysis HearsayAnalysis;

/**
 * HearsayAnalysisMention:
 * @entity: index of an actor, or of an issue when @is_issue
 * @paragraph: counted from 0
 * @statement: index of the innermost statement in whose words it stands, or G_MAXUINT32
 */
typedef struct
{
  guint32 entity;
  gboolean is_issue;
  HearsaySpan span;
  guint32 paragraph;
  guint32 statement;
} HearsayAnalysisMention;

/**
 * HearsayAnalysis:
 *
 * Everything found in one article: the analysis document as plain structs.
 * Filled by one thread, then only read, by any number. Strings belong to the
 * analysis and are interned in it. All spans count code points of @text.
 */
struct _HearsayAnalysis
{
  const char *id;
  const char *source;    /* (nullable) */
  const char *title;     /* (nullable) */
  const char *byline;    /* (nullable) */
  const char *publisher; /* (nullable) */
  const char *section;   /* (nullable) */
  const char *language;  /* “en”, “und” */
  HearsayDate published;
  char *text; /* valid UTF-8 */
  gsize length; /* bytes */
  guint32 n_characters;

  GArray *actors;     /* HearsayAnalysisActor */
  GArray *issues;     /* HearsayAnalysisIssue */
  GArray *statements; /* HearsayAnalysisStatement, in text order */
  GArray *stances;    /* HearsayAnalysisStance, grouped by statement */
  GArray *relations;  /* HearsayAnalysisRelation */
  GArray *agreements; /* HearsayAnalysisAgreement: by issue, then those that are stated */
  GArray *times;      /* HearsayAnalysisTime, in text order */
  GArray *reasons;    /* HearsayReason, grouped by statement, the strongest first */
  GArray *spans;      /* HearsaySpan, pointed into by ranges */

  /*< private >*/
  GStringChunk *strings;
  HearsayAnalysis *origin; /* (nullable): whose strings a copy points to */
  gint ref_count;
};

HearsayAnalysis          *hearsay_analysis_new           (const char            *text,
                                                          gssize                 length) G_GNUC_WARN_UNUSED_RESULT;
HearsayAnalysis          *hearsay_analysis_copy          (HearsayAnalysis       *self) G_GNUC_WARN_UNUSED_RESULT;
HearsayAnalysis          *hearsay_analysis_ref           (HearsayAnalysis       *self);
void                      hearsay_analysis_unref         (HearsayAnalysis       *self);
const char               *hearsay_analysis_intern        (HearsayAnalysis       *self,
                                                          const char            *string);
const char               *hearsay_analysis_intern_len    (HearsayAnalysis       *self,
                                                          const char            *string,
                                                          gsize                  length);
HearsaySpanRange          hearsay_analysis_add_spans     (HearsayAnalysis       *self,
                                                          const HearsaySpan     *spans,
                                                          guint                  n_spans);
const HearsaySpan        *hearsay_analysis_get_spans     (const HearsayAnalysis *self,
                                                          HearsaySpanRange       range);
char                     *hearsay_analysis_dup_span_text (const HearsayAnalysis *self,
                                                          HearsaySpan            span) G_GNUC_WARN_UNUSED_RESULT;
GArray                   *hearsay_analysis_list_mentions (const HearsayAnalysis *self) G_GNUC_WARN_UNUSED_RESULT;

#define hearsay_analysis_actor(self, i) (&g_array_index ((self)->actors, HearsayAnalysisActor, (i)))
#define hearsay_analysis_issue(self, i) (&g_array_index ((self)->issues, HearsayAnalysisIssue, (i)))
#define hearsay_analysis_statement(self, i) (&g_array_index ((self)->statements, HearsayAnalysisStatement, (i)))
#define hearsay_analysis_stance(self, i) (&g_array_index ((self)->stances, HearsayAnalysisStance, (i)))
#define hearsay_analysis_relation(self, i) (&g_array_index ((self)->relations, HearsayAnalysisRelation, (i)))
#define hearsay_analysis_reason(self, i) (&g_array_index ((self)->reasons, HearsayReason, (i)))
#define hearsay_analysis_agreement(self, i) (&g_array_index ((self)->agreements, HearsayAnalysisAgreement, (i)))
#define hearsay_analysis_time(self, i) (&g_array_index ((self)->times, HearsayAnalysisTime, (i)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayAnalysis, hearsay_analysis_unref)

G_END_DECLS
