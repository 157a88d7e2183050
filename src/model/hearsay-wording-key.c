/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-wording-key.h"

#include <string.h>

#include "model/hearsay-name-key.h"

/* How many letters of a word its singular begins with, and what it ends on. */
static gsize
find_singular (const char  *lower,
               gsize        n,
               const char **ending)
{
  *ending = "";
  if (n == 0 || lower[n - 1] != 's')
    return n;
  if (n > 4 && memcmp (lower + n - 3, "ies", 3) == 0)
    {
      *ending = "y";
      return n - 3;
    }
  if (g_str_has_suffix (lower, "xes") || g_str_has_suffix (lower, "ches") || g_str_has_suffix (lower, "shes") ||
      g_str_has_suffix (lower, "sses"))
    return n - 2;
  if (n > 3 && strchr ("su", lower[n - 2]) == NULL && !g_str_has_suffix (lower, "is"))
    return n - 1;
  return n;
}

/**
 * hearsay_wording_dup_singular:
 * @lower: an English noun in small letters
 *
 * Returns: (transfer full): its singular by its ending: “policies” is “policy”
 */
char *
hearsay_wording_dup_singular (const char *lower)
{
  const char *ending;
  char *singular;
  gsize n;

  g_return_val_if_fail (lower != NULL, NULL);

  n = find_singular (lower, strlen (lower), &ending);
  singular = g_malloc (n + strlen (ending) + 1);
  memcpy (singular, lower, n);
  strcpy (singular + n, ending);
  return singular;
}

/**
 * hearsay_words_init:
 * @text: valid UTF-8, which has to live as long as @self
 */
void
hearsay_words_init (HearsayWords *self,
                    const char   *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  *self = (HearsayWords) { .key = g_string_new (NULL), .at = text };
}

void
hearsay_words_clear (HearsayWords *self)
{
  g_return_if_fail (self != NULL);

  if (self->key != NULL)
    g_string_free (self->key, TRUE);
  self->key = NULL;
}

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static void
make_key (HearsayWords *self,
          const char   *start,
          const char   *end,
          gboolean      plain)
{
  const char *ending;
  gsize n;

  g_string_truncate (self->key, 0);
  if (plain)
    for (const char *p = start; p < end; p++)
      g_string_append_c (self->key, g_ascii_tolower (*p));
  else
    {
      g_autofree char *word = g_strndup (start, (gsize) (end - start));
      g_autofree char *folded = hearsay_name_fold (word);

      g_string_append (self->key, folded);
    }
  n = find_singular (self->key->str, self->key->len, &ending);
  g_string_truncate (self->key, n);
  g_string_append (self->key, ending);
}

/**
 * hearsay_words_next:
 *
 * Goes on to the next run of letters and digits; “China-Russia” is two words.
 *
 * Returns: whether there is one
 */
gboolean
hearsay_words_next (HearsayWords *self)
{
  const char *start;
  gboolean plain = TRUE;

  g_return_val_if_fail (self != NULL && self->key != NULL, FALSE);

  for (; *self->at != '\0' && !is_word (g_utf8_get_char (self->at)); self->at = g_utf8_next_char (self->at))
    self->offset++;
  if (*self->at == '\0')
    return FALSE;
  start = self->at;
  self->span.start = self->offset;
  for (; *self->at != '\0' && is_word (g_utf8_get_char (self->at)); self->at = g_utf8_next_char (self->at))
    {
      plain &= (guchar) *self->at < 0x80;
      self->offset++;
    }
  self->span.end = self->offset;
  make_key (self, start, self->at, plain);
  return TRUE;
}

/**
 * hearsay_wording_dup_key:
 * @wording: words for something, valid UTF-8
 *
 * Wordings that differ in case, accents, hyphens and plurals alone have one key:
 * “Military Alliances” is “military alliance”.
 *
 * Returns: (transfer full): the same on every machine; empty where there are no words
 */
char *
hearsay_wording_dup_key (const char *wording)
{
  g_auto (HearsayWords) words = { 0 };
  GString *key = g_string_new (NULL);

  g_return_val_if_fail (wording != NULL, NULL);

  hearsay_words_init (&words, wording);
  while (hearsay_words_next (&words))
    {
      if (key->len > 0)
        g_string_append_c (key, ' ');
      g_string_append (key, words.key->str);
    }
  return g_string_free (key, FALSE);
}
