/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gio/gio.h>

#include "analysis/hearsay-text.h"
#include "model/hearsay-enums.h"

G_BEGIN_DECLS

/**
 * HearsayAttribution:
 * @source: bytes: the whole noun phrase that names who says it (“Mara Lund, a clerk,”), or empty
 * @head: bytes: @source without its apposition and relative clause
 * @cue: bytes: “said”, “according to”, or empty
 * @first_content: index into the attributions' @contents
 * @n_contents: how many pieces, at least one, in text order
 * @sentence: the sentence the cue stands in, or the content's first one
 * @parent: index of the attribution whose content this one stands in, or -1
 * @rule: name of the rule that found it; static
 * @confidence: 0 to 1
 *
 * Who is said to have said, thought, wished or felt what.
 */
typedef struct
{
  HearsaySpan source;
  HearsaySpan head;
  HearsaySpan cue;
  guint32 first_content;
  guint32 n_contents;
  guint32 sentence;
  gint32 parent;
  HearsayStatementKind kind;
  const char *rule;
  float confidence;
} HearsayAttribution;

/**
 * HearsayAttributions:
 * @items: (element-type HearsayAttribution): by the first byte of the content, an outer one before its inner ones
 * @contents: (element-type HearsaySpan): bytes
 */
typedef struct
{
  GArray *items;
  GArray *contents;
} HearsayAttributions;

HearsayAttributions *hearsay_attributions_find (const HearsayText    *text,
                                                const guint8         *xpos,
                                                GCancellable         *cancellable,
                                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void                 hearsay_attributions_free (HearsayAttributions  *self);

#define hearsay_attributions_get(self, i) (&g_array_index ((self)->items, HearsayAttribution, (i)))
#define hearsay_attributions_contents(self, attribution) \
  (&g_array_index ((self)->contents, HearsaySpan, (attribution)->first_content))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayAttributions, hearsay_attributions_free)

G_END_DECLS
