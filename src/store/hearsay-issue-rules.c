/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-issue-rules.h"

#include <string.h>

#include "model/hearsay-wording-key.h"

/* Words of one wording that are looked for in texts. */
#define MAX_WORDS 12

/* A wording that is looked for: the keys of its words. */
typedef struct
{
  char **words;
  guint n_words;
  const HearsayIssueRow *row;
} Wording;

/* @rows: in the order they came
 * @by_wording, @by_name: key of a wording → HearsayIssueRow
 * @by_first_word: key of a word → GPtrArray of Wording, the longest first */
struct _HearsayIssueRules
{
  GPtrArray *rows;
  GHashTable *by_id;
  GHashTable *by_wording;
  GHashTable *by_name;
  GHashTable *by_first_word;
  guint n_decided;
  gboolean stale;
};

static void
wording_free (gpointer data)
{
  Wording *self = data;

  g_strfreev (self->words);
  g_free (self);
}

HearsayIssueRules *
hearsay_issue_rules_new (void)
{
  HearsayIssueRules *self = g_new0 (HearsayIssueRules, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_issue_row_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_wording = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_first_word = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
hearsay_issue_rules_free (HearsayIssueRules *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_wording);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_first_word);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* The first who claims a key has it. */
static void
claim (GHashTable            *owners,
       const char            *wording,
       const HearsayIssueRow *row)
{
  g_autofree char *key = hearsay_wording_dup_key (wording);

  if (key[0] != '\0' && !g_hash_table_contains (owners, key))
    g_hash_table_insert (owners, g_steal_pointer (&key), (gpointer) row);
}

static int
compare_wordings (gconstpointer a,
                  gconstpointer b)
{
  const Wording *x = *(const Wording *const *) a;
  const Wording *y = *(const Wording *const *) b;

  return x->n_words > y->n_words ? -1 : x->n_words < y->n_words;
}

static void
look_for (HearsayIssueRules     *self,
          const char            *wording,
          const HearsayIssueRow *row)
{
  g_autofree char *key = hearsay_wording_dup_key (wording);
  g_auto (GStrv) words = g_strsplit (key, " ", -1);
  GPtrArray *wordings;
  Wording *fresh;

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
  fresh->row = row;
  g_ptr_array_add (wordings, fresh);
  /* Stable, so that of two issues that claim a wording the earlier one has it. */
  g_ptr_array_sort (wordings, compare_wordings);
}

/* What people call an issue comes before what the machine does. */
static void
refresh (HearsayIssueRules *self)
{
  if (!self->stale)
    return;
  self->stale = FALSE;
  self->n_decided = 0;
  g_hash_table_remove_all (self->by_wording);
  g_hash_table_remove_all (self->by_name);
  g_hash_table_remove_all (self->by_first_word);
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < self->rows->len; i++)
      {
        const HearsayIssueRow *row = g_ptr_array_index (self->rows, i);

        if ((row->state == HEARSAY_ISSUE_KEPT) != (round == 0))
          continue;
        claim (self->by_name, row->name, row);
        self->n_decided += row->state != HEARSAY_ISSUE_FOUND;
        if (round == 0)
          look_for (self, row->name, row);
        for (guint k = 0; row->wordings[k] != NULL; k++)
          {
            claim (self->by_wording, row->wordings[k], row);
            if (round == 0)
              look_for (self, row->wordings[k], row);
          }
      }
}

/**
 * hearsay_issue_rules_set:
 * @row: (transfer none): an issue; takes the place of what was known of it
 */
void
hearsay_issue_rules_set (HearsayIssueRules     *self,
                         const HearsayIssueRow *row)
{
  HearsayIssueRow *copy;
  HearsayIssueRow *old;
  guint index;

  g_return_if_fail (self != NULL && row != NULL);

  copy = hearsay_issue_row_copy (row);
  old = g_hash_table_lookup (self->by_id, row->id);
  g_hash_table_replace (self->by_id, copy->id, copy);
  if (old != NULL && g_ptr_array_find (self->rows, old, &index))
    {
      self->rows->pdata[index] = copy;
      hearsay_issue_row_free (old);
      self->stale = TRUE;
      return;
    }
  g_ptr_array_add (self->rows, copy);
  /* Imports find many, and none of these changes what holds for the others. */
  if (!self->stale && copy->state == HEARSAY_ISSUE_FOUND && copy->wordings[0] == NULL)
    claim (self->by_name, copy->name, copy);
  else
    self->stale = TRUE;
}

/**
 * hearsay_issue_rules_get:
 *
 * Returns: (nullable) (transfer none): what is known of an issue
 */
const HearsayIssueRow *
hearsay_issue_rules_get (HearsayIssueRules *self,
                         const char        *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * hearsay_issue_rules_find:
 * @wording: what something is called, valid UTF-8
 *
 * Returns: (nullable) (transfer none): the issue that is called so; one that people deleted, too
 */
const HearsayIssueRow *
hearsay_issue_rules_find (HearsayIssueRules *self,
                          const char        *wording)
{
  g_autofree char *key = NULL;
  const HearsayIssueRow *row;

  g_return_val_if_fail (self != NULL && wording != NULL, NULL);

  refresh (self);
  key = hearsay_wording_dup_key (wording);
  row = g_hash_table_lookup (self->by_wording, key);
  return row != NULL ? row : g_hash_table_lookup (self->by_name, key);
}

/* Whether nobody has decided anything: then articles are as the machine left them. */
gboolean
hearsay_issue_rules_are_plain (HearsayIssueRules *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  refresh (self);
  return self->n_decided == 0;
}

/* The longest wording that begins at a word. */
static const Wording *
match_at (HearsayIssueRules *self,
          GPtrArray         *keys,
          guint              first)
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
 * hearsay_issue_rules_scan:
 * @text: valid UTF-8
 *
 * Finds the wordings of the issues that people keep, of two that overlap the
 * first one. In linear time.
 *
 * Returns: (transfer full) (element-type HearsayIssueMatch): in text order
 */
GArray *
hearsay_issue_rules_scan (HearsayIssueRules *self,
                          const char        *text)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (HearsayIssueMatch));
  g_auto (HearsayWords) words = { 0 };
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (GArray) spans = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, matches);

  refresh (self);
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
          HearsayIssueMatch match = {
            .span = { g_array_index (spans, HearsaySpan, i).start,
                      g_array_index (spans, HearsaySpan, i + wording->n_words - 1).end },
            .row = wording->row,
          };

          g_array_append_val (matches, match);
        }
      i += wording != NULL ? wording->n_words : 1;
    }
  return matches;
}
