/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-running-text.h"

#include <string.h>

#define TEXT_COMMENT "# text = "

HearsayRunningText *
hearsay_running_text_new (void)
{
  HearsayRunningText *self = g_new0 (HearsayRunningText, 1);

  self->text = g_string_new (NULL);
  self->words = g_array_new (FALSE, FALSE, sizeof (HearsayRange));
  self->sentences = g_array_new (FALSE, FALSE, sizeof (HearsayRange));
  return self;
}

void
hearsay_running_text_free (HearsayRunningText *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (self->text, TRUE);
  g_array_unref (self->words);
  g_array_unref (self->sentences);
  g_free (self);
}

static void
begin_sentence (HearsayRunningText *self,
                const char         *text)
{
  HearsayRange sentence;

  if (self->text->len > 0)
    g_string_append (self->text, self->paragraph ? "\n\n" : " ");
  self->paragraph = FALSE;
  self->position = self->text->len;
  g_string_append (self->text, text);
  sentence = (HearsayRange) { (guint32) self->position, (guint32) self->text->len };
  g_array_append_val (self->sentences, sentence);
}

/* A word that does not stand in the text as it is written (a part of a contraction, say) cannot be found. */
static void
add_word (HearsayRunningText *self,
          const char         *form,
          gsize               length)
{
  HearsayRange word = { 0, 0 };

  while (self->position < self->text->len && self->text->str[self->position] == ' ')
    self->position++;
  if (strncmp (self->text->str + self->position, form, length) == 0)
    {
      word = (HearsayRange) { (guint32) self->position, (guint32) (self->position + length) };
      self->position += length;
    }
  g_array_append_val (self->words, word);
}

/**
 * hearsay_running_text_add_line:
 * @line: the next line of a CoNLL-U file
 *
 * Adds a sentence's text, or the place of a word in it; other lines say nothing here.
 */
void
hearsay_running_text_add_line (HearsayRunningText *self,
                               const char         *line)
{
  gsize digits;

  g_return_if_fail (self != NULL && line != NULL);

  digits = strspn (line, "0123456789");
  if (g_str_has_prefix (line, "# newpar") || g_str_has_prefix (line, "# newdoc"))
    self->paragraph = TRUE;
  else if (g_str_has_prefix (line, TEXT_COMMENT))
    begin_sentence (self, line + strlen (TEXT_COMMENT));
  else if (digits > 0 && line[digits] == '\t')
    add_word (self, line + digits + 1, strcspn (line + digits + 1, "\t"));
}
