/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-span.h"

G_BEGIN_DECLS

typedef struct _HearsaySpanText HearsaySpanText;

HearsaySpanText *hearsay_span_text_new  (const char            *text,
                                         gsize                  length) G_GNUC_WARN_UNUSED_RESULT;
void             hearsay_span_text_free (HearsaySpanText       *self);
const char      *hearsay_span_text_at   (const HearsaySpanText *self,
                                         guint32                offset);
char            *hearsay_span_text_dup  (const HearsaySpanText *self,
                                         HearsaySpan            span) G_GNUC_WARN_UNUSED_RESULT;
char            *hearsay_span_text_dup_pieces (const HearsaySpanText *self,
                                         const HearsaySpan     *spans,
                                         guint                  n_spans) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsaySpanText, hearsay_span_text_free)

G_END_DECLS
