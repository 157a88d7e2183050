/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes of the running text; a word that does not stand there as it is written has none. */
typedef struct
{
  guint32 start;
  guint32 end;
} HearsayRange;

/**
 * HearsayRunningText:
 * @text: the sentences behind each other, paragraphs apart
 * @words: (element-type HearsayRange): one for each word of the treebank
 * @sentences: (element-type HearsayRange)
 *
 * A treebank as running text, with the places of its words and sentences.
 */
typedef struct
{
  GString *text;
  GArray *words;
  GArray *sentences;

  /*< private >*/
  gboolean paragraph; /* the next sentence begins one */
  gsize position;     /* behind the last word that was found */
} HearsayRunningText;

HearsayRunningText *hearsay_running_text_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void                hearsay_running_text_free     (HearsayRunningText *self);
void                hearsay_running_text_add_line (HearsayRunningText *self,
                                                   const char         *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayRunningText, hearsay_running_text_free)

G_END_DECLS
