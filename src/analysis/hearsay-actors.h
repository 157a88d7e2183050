/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-analysis.h"
#include "analysis/hearsay-analyzer.h"
#include "analysis/hearsay-evidence.h"
#include "analysis/hearsay-kind.h"
#include "analysis/hearsay-names.h"
#include "analysis/hearsay-syntax.h"

G_BEGIN_DECLS

typedef enum
{
  HEARSAY_MENTION_NAME,      /* “Vladimir Putin”, “Putin”, “NATO”, “China” */
  HEARSAY_MENTION_ADJECTIVE, /* “Russian” */
  HEARSAY_MENTION_NOMINAL,   /* “Chinese analysts”: a group without a name */
  HEARSAY_MENTION_PRONOUN,   /* “he”; not among the mentions that are written out */
} HearsayMentionKind;

/**
 * HearsayMention:
 * @start: byte offset
 * @end: byte offset behind it
 * @first: its first token
 * @last: its last token
 * @title: the first token of the title before it, or @first
 * @actor: whom it names
 * @subject: whether it looks like the subject of a clause
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 first;
  guint32 last;
  guint32 title;
  gint32 actor;
  HearsayMentionKind kind;
  gboolean subject;
} HearsayMention;

/**
 * HearsayFoundActor:
 * @name: the fullest name found
 * @country: ISO code of the country it is or belongs to, or ""
 * @role: (nullable): as the text has it
 * @role_span: bytes
 * @ground: the best of what speaks for @kind
 * @affiliation: another actor, or -1
 * @last_mention: the latest mention while the text is gone through, or -1
 */
typedef struct
{
  const char *name;
  const char *country;
  const char *role;
  HearsaySpan role_span;
  HearsayActorKind kind;
  HearsayGround ground;
  HearsayGender gender;
  gint32 affiliation;
  gint32 last_mention;
  guint n_mentions;
  gboolean given;
  gboolean press;
} HearsayFoundActor;

/**
 * HearsayActors:
 * @actors: (element-type HearsayFoundActor): given ones first, then by first mention
 * @mentions: (element-type HearsayMention): in text order
 *
 * What is behind them belongs to the files that find them.
 */
typedef struct
{
  const HearsayClosed *closed;
  const HearsaySyntax *syntax;
  GArray *actors;
  GArray *mentions;
  GArray *late; /* HearsayMention, found while sources were resolved */
  GArray *pronouns; /* HearsayMention of “he” and “she”, as far as they are resolved */
  guint32 next_pronoun; /* the first token that is not looked at yet */
  guint8 *taken; /* by token */
  guint n_given;
  gint32 last_speaker; /* of the source resolved last, or -1 */
  HearsayResolved resolved; /* how the source resolved last was */
  HearsaySpan antecedent; /* bytes: what it points back to, or empty */
  guint32 last_source; /* the sentence it stood in */
  GStringChunk *strings;
  GHashTable *by_name;  /* any full name → actor + 1 */
  GHashTable *by_short; /* surname, acronym → GArray of actors */
  GHashTable *evidence; /* name that no table has → HearsayEvidence */
  GHashTable *capitals; /* country's name → HearsayEvidence of its capital; the organization's points are its acts */
} HearsayActors;

HearsayActors *hearsay_actors_new           (const HearsayClosed     *closed,
                                             const HearsaySyntax     *syntax,
                                             const HearsayGivenActor *given,
                                             guint                    n_given) G_GNUC_WARN_UNUSED_RESULT;
void           hearsay_actors_free          (HearsayActors           *self);
void           hearsay_actors_find          (HearsayActors           *self);
gint32         hearsay_actors_resolve       (HearsayActors           *self,
                                             HearsaySpan              source,
                                             gint32                   enclosing);
void           hearsay_actors_settle        (HearsayActors           *self);
guint          hearsay_actors_first_mention (const HearsayActors     *self,
                                             guint32                  byte);
void           hearsay_actors_read_pronouns (HearsayActors           *self,
                                             guint32                  token);
guint          hearsay_actors_first_pronoun (const HearsayActors     *self,
                                             guint32                  token);
gint32         hearsay_actors_find_at       (const HearsayActors     *self,
                                             guint32                  token);
void           hearsay_actors_emit          (const HearsayActors     *self,
                                             HearsayAnalysis         *analysis);

#define hearsay_actors_get(self, i) (&g_array_index ((self)->actors, HearsayFoundActor, (i)))
#define hearsay_actors_mention(self, i) (&g_array_index ((self)->mentions, HearsayMention, (i)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayActors, hearsay_actors_free)

G_END_DECLS
