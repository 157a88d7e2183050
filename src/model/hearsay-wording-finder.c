/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-wording-finder.h"

#include <string.h>

#include "model/hearsay-wording-key.h"

/* Words of one wording that are looked for in texts. */
#define MAX_WORDS 12

/* A wording that is looked for: the keys of its words. */
typedef struct
{
  char **words;
  guint n_words;
  gconstpointer data;
} Wording;

/* @by_first_word: key of a word → GPtrArray of Wording, the longest first */
struct _HearsayWordingFinder
{
  GHashTable *by_first_word;
};

static void
wording_free (gpointer data)
{
  Wording *self = data;

  g_strfreev (self->words);
  g_free (self);
}

HearsayWordingFinder *
hearsay_wording_finder_new (void)
{
  HearsayWordingFinder *self = g_new0 (HearsayWordingFinder, 1);

  self->by_first_word = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
hearsay_wording_finder_free (HearsayWordingFinder *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->by_first_word);
  g_free (self);
}

/* Stable, so that of two that claim a wording the earlier one has it. */
static int
compare_wordings (gconstpointer a,
                  gconstpointer b)
{
  const Wording *x = *(const Wording *const *) a;
  const Wording *y = *(const Wording *const *) b;

  return x->n_words > y->n_words ? -1 : x->n_words < y->n_words;
}

/**
 * hearsay_wording_finder_add:
 * @wording: valid UTF-8; without a word, or with too many of them, it is passed over
 * @data: handed back with every match
 */
void
hearsay_wording_finder_add (HearsayWordingFinder *self,
                            const char           *wording,
                            gconstpointer         data)
{
  g_autofree char *key = NULL;
  g_auto (GStrv) words = NULL;
  GPtrArray *wordings;
  Wording *fresh;

  g_return_if_fail (self != NULL && wording != NULL);

  key = hearsay_wording_dup_key (wording);
  words = g_strsplit (key, " ", -1);
  if (key[0] == '\0' || g_strv_length (words) > MAX_WORDS)
    return;
  wordings = g_hash_table_lookup (self->by_first_word, words[0]);
  if (wordings == NULL)
    {
      wordings = g_ptr_array_new_with_free_func (wording_free);
      g_hash_table_insert (self->by_first_word, g_strdup (words[0]), wordings);
    }
  fresh = g_new0 (Wording, 1);
  fresh->n_words = g_strv_length (words);
  fresh->words = g_steal_pointer (&words);
  fresh->data = data;
  g_ptr_array_add (wordings, fresh);
  g_ptr_array_sort (wordings, compare_wordings);
}

/* The longest wording that begins at a word. */
static const Wording *
match_at (const HearsayWordingFinder *self,
          GPtrArray                  *keys,
          guint                       first)
{
  GPtrArray *wordings = g_hash_table_lookup (self->by_first_word, g_ptr_array_index (keys, first));

  for (guint i = 0; wordings != NULL && i < wordings->len; i++)
    {
      const Wording *wording = g_ptr_array_index (wordings, i);
      guint n = 1;

      while (n < wording->n_words && first + n < keys->len &&
             strcmp (wording->words[n], g_ptr_array_index (keys, first + n)) == 0)
        n++;
      if (n == wording->n_words)
        return wording;
    }
  return NULL;
}

/**
 * hearsay_wording_finder_find:
 * @text: valid UTF-8
 *
 * Finds all wordings, of two that overlap the first one. In linear time.
 *
 * Returns: (transfer full) (element-type HearsayWordingMatch): in text order
 */
GArray *
hearsay_wording_finder_find (const HearsayWordingFinder *self,
                             const char                 *text)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (HearsayWordingMatch));
  g_auto (HearsayWords) words = { 0 };
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (GArray) spans = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, matches);

  if (g_hash_table_size (self->by_first_word) == 0)
    return matches;
  keys = g_ptr_array_new_with_free_func (g_free);
  spans = g_array_new (FALSE, FALSE, sizeof (HearsaySpan));
  hearsay_words_init (&words, text);
  while (hearsay_words_next (&words))
    {
      g_ptr_array_add (keys, g_strdup (words.key->str));
      g_array_append_val (spans, words.span);
    }
  for (guint i = 0; i < keys->len;)
    {
      const Wording *wording = match_at (self, keys, i);

      if (wording != NULL)
        {
          HearsayWordingMatch match = {
            .span = { g_array_index (spans, HearsaySpan, i).start,
                      g_array_index (spans, HearsaySpan, i + wording->n_words - 1).end },
            .data = wording->data,
          };

          g_array_append_val (matches, match);
        }
      i += wording != NULL ? wording->n_words : 1;
    }
  return matches;
}
