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

/* Where the sentence of @hit begins, or the first whole word that is not too far away. */
static const char *
find_start (const char *text,
            const char *hit,
            gboolean   *cut)
{
  const char *start = hit;

  while (start > text && hit - start < MAX_BEFORE && !is_sentence_end (start - 1))
    start--;
  *cut = start > text && !is_sentence_end (start - 1);
  while (*cut && start < hit && *start != ' ')
    start++;
  while (start < hit && (*start == ' ' || *start == '\n'))
    start++;
  return start;
}

/* Behind the sentence's last mark. */
static const char *
find_end (const char *hit_end)
{
  const char *end = hit_end;

  while (*end != '\0' && end - hit_end < MAX_AFTER && !is_sentence_end (end))
    end++;
  if (*end == '.' || *end == '?' || *end == '!')
    end++;
  while (((guchar) *end & 0xc0) == 0x80)
    end++;
  return end;
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
  gboolean cut;
  g_autofree char *words = NULL;

  g_return_val_if_fail (query != NULL, NULL);

  hit = text != NULL && *query != '\0' ? strcasestr (text, query) : NULL;
  if (hit == NULL)
    return NULL;

  start = find_start (text, hit, &cut);
  words = g_strndup (start, (gsize) (find_end (hit + strlen (query)) - start));
  return cut ? g_strconcat ("…", words, NULL) : g_steal_pointer (&words);
}
