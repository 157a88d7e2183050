/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gio/gio.h>

#include "analysis/hearsay-analysis.h"

G_BEGIN_DECLS

/**
 * HearsayGivenActor:
 * @mentions: (array length=n_mentions): code points of the text
 *
 * An actor that the caller already knows of. It is taken as it is and stands
 * before those that are found.
 */
typedef struct
{
  const char *name;
  const HearsaySpan *mentions;
  guint n_mentions;
} HearsayGivenActor;

/**
 * HearsayAnalyzerInput:
 * @id: (nullable): stable id of the article; made from the text when %NULL
 * @published: what “on Thursday” is counted from; unset when unknown
 * @text: the article's body, analysed as it stands
 * @length: bytes, or -1
 * @issues: (array length=n_issues): what people say is argued about: the name of each, then other
 *   words for it, %NULL-terminated; those whose words the text has stand before those that are found
 * @explain: whether to find the reasons for each statement, which takes some ten times as long
 *
 * An article as the engine takes it. Everything is borrowed for the call.
 */
typedef struct
{
  const char *id;
  const char *source;
  const char *title;
  const char *byline;
  const char *publisher;
  const char *section;
  const char *language;
  HearsayDate published;
  const char *text;
  gssize length;
  const HearsayGivenActor *actors;
  guint n_actors;
  const char *const *const *issues;
  guint n_issues;
  gboolean explain;
} HearsayAnalyzerInput;

typedef enum
{
  HEARSAY_ANALYZER_ERROR_MODEL,   /* the model file is missing, damaged or foreign */
  HEARSAY_ANALYZER_ERROR_TEXT,    /* not valid UTF-8 */
  HEARSAY_ANALYZER_ERROR_TOO_BIG, /* over HEARSAY_ANALYZER_MAX_LENGTH */
} HearsayAnalyzerError;

#define HEARSAY_ANALYZER_ERROR (hearsay_analyzer_error_quark ())
GQuark hearsay_analyzer_error_quark (void);

/* Bytes of text the analyzer takes at most: a thousand long articles. More would hold up the window for minutes. */
#define HEARSAY_ANALYZER_MAX_LENGTH (16 * 1024 * 1024)

typedef struct _HearsayAnalyzer HearsayAnalyzer;

HearsayAnalyzer *hearsay_analyzer_new     (GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
HearsayAnalyzer *hearsay_analyzer_ref     (HearsayAnalyzer            *self);
void             hearsay_analyzer_unref   (HearsayAnalyzer            *self);
HearsayAnalysis *hearsay_analyzer_analyze (const HearsayAnalyzer      *self,
                                           const HearsayAnalyzerInput *input,
                                           GCancellable               *cancellable,
                                           GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
guint            hearsay_analyzer_explain (const HearsayAnalyzer      *self,
                                           const char                 *text,
                                           HearsaySpan                 cue,
                                           HearsayReason              *reasons);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayAnalyzer, hearsay_analyzer_unref)

G_END_DECLS
