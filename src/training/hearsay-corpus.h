/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-attribution-stages.h"
#include "analysis/hearsay-grammar.h"

G_BEGIN_DECLS

/**
 * HearsayCorpusFormat:
 * @read: makes a record of a line, or %NULL with an error
 * @annotate: adds what needs tags and trees; on any thread, with the grammar as its second argument
 * @free: lets a record go
 *
 * What a file of JSON lines is read as.
 */
typedef struct
{
  gpointer (*read) (const char *line, GError **error);
  GFunc annotate;
  GDestroyNotify free;
} HearsayCorpusFormat;

GPtrArray        *hearsay_corpus_read      (const char                *path,
                                            const HearsayCorpusFormat *format,
                                            HearsayGrammar            *grammar,
                                            guint                      n_threads,
                                            GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
HearsayTokenRange hearsay_corpus_to_tokens (const HearsayText         *text,
                                            guint32                    start,
                                            guint32                    end);

G_END_DECLS
