/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/library/hearsay-search-text.h"

#include <string.h>

/* Bytes shown before and after a hit at most. */
#define MAX_BEFORE 120
#define MAX_AFTER 240

/**
 * hearsay_search_matches:
 * @text: (nullable): valid UTF-8
 * @query: what is searched for
 *
 * ASCII letters match whatever their case. Linear time.
 */
gboolean
hearsay_search_matches (const char *text,
                        const char *query)
{
  g_return_val_if_fail (query != NULL, FALSE);

  return text != NULL && strcasestr (text, query) != NULL;
}

static gboolean
is_sentence_end (const char *p)
{
  return *p == '\n' || ((*p == '.' || *p == '?' || *p == '!') && (p[1] == ' ' || p[1] == '\n'));
}

/**
 * hearsay_search_dup_sentence:
 * @text: (nullable): valid UTF-8
 * @query: what is searched for
 *
 * Returns: (transfer full) (nullable): the sentence with the first hit, cut
 *   with “…” where it is long
 */
char *
hearsay_search_dup_sentence (const char *text,
                             const char *query)
{
  const char *hit;
  const char *start;
  const char *end;
  g_autofree char *words = NULL;

  g_return_val_if_fail (query != NULL, NULL);

  hit = text != NULL && *query != '\0' ? strcasestr (text, query) : NULL;
  if (hit == NULL)
    return NULL;

  start = hit;
  while (start > text && hit - start < MAX_BEFORE && !is_sentence_end (start - 1))
    start--;
  while (*start == ' ' || *start == '\n')
    start++;
  if (((guchar) *start & 0xc0) == 0x80)
    start = g_utf8_find_next_char (start, NULL);

  end = hit + strlen (query);
  while (*end != '\0' && end - hit < MAX_AFTER && !is_sentence_end (end))
    end++;
  if (*end == '.' || *end == '?' || *end == '!')
    end++;
  while (((guchar) *end & 0xc0) == 0x80)
    end++;

  words = g_strndup (start, (gsize) (end - start));
  if (hit - start >= MAX_BEFORE)
    return g_strconcat ("…", words, NULL);
  return g_steal_pointer (&words);
}
