/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Longest words that are found, in bytes with the NUL. */
#define HEARSAY_WORD_TABLE_MAX_BYTES 96

typedef struct _HearsayWordTable HearsayWordTable;

HearsayWordTable *hearsay_word_table_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void              hearsay_word_table_insert (HearsayWordTable       *self,
                                             const char             *words,
                                             gpointer                value);
gpointer          hearsay_word_table_find   (const HearsayWordTable *self,
                                             const char             *words,
                                             gsize                   length);

G_END_DECLS
