/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-lemma.h"

#include "analysis/hearsay-features.h"
#include "analysis/hearsay-model-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define RULE_SIZE 8
#define DECISION_SIZE 8
#define BASE 600

static gboolean
check_rules (const HearsayLemmas *self)
{
  for (guint i = 0; i < self->n_rules; i++)
    {
      if (self->rules[i * RULE_SIZE + 1] > HEARSAY_LEMMA_MAX_ENDING)
        return FALSE;
    }
  return TRUE;
}

/**
 * hearsay_lemmas_load:
 * @self: (out): a view that is valid as long as @model
 *
 * Returns: whether @model has lemma rules
 */
gboolean
hearsay_lemmas_load (HearsayLemmas       *self,
                     const HearsayModel  *model,
                     GError             **error)
{
  gsize size;
  gsize n;

  g_return_val_if_fail (self != NULL, FALSE);

  self->rules = hearsay_model_require (model, "lemma.rules", RULE_SIZE, &size, error);
  if (self->rules == NULL)
    return FALSE;
  self->n_rules = (guint) MIN (size / RULE_SIZE, HEARSAY_LEMMA_MAX_RULES);
  self->decisions = hearsay_model_require (model, "lemma.decisions", DECISION_SIZE, &size, error);
  if (self->decisions == NULL)
    return FALSE;
  n = size / DECISION_SIZE;
  self->mask = (guint32) (n - 1);
  if (n > G_MAXUINT32 || (n & (n - 1)) != 0 || !check_rules (self))
    {
      g_set_error (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_SECTION,
                   _("The part “%s” of the language model has an unknown shape"), "lemma.rules");
      return FALSE;
    }
  return TRUE;
}

/**
 * hearsay_lemma_fold:
 * @folded: (out) (array fixed-size=64): takes the word as rules see it: in small letters
 *   unless it is a name
 *
 * Returns: bytes written; 0 for a word that is too long
 */
gsize
hearsay_lemma_fold (const HearsayWord *word,
                    HearsayXpos        xpos,
                    char              *folded)
{
  gboolean keep = xpos == HEARSAY_XPOS_NNP || xpos == HEARSAY_XPOS_NNPS;

  if (word->length > HEARSAY_LEMMA_MAX_WORD)
    return 0;
  for (guint32 i = 0; i < word->length; i++)
    folded[i] = keep ? word->text[i] : g_ascii_tolower (word->text[i]);
  return word->length;
}

/**
 * hearsay_lemma_key:
 * @suffix: how many bytes at the end decide, or #HEARSAY_LEMMA_WHOLE
 *
 * Returns: the key of a decision, never 0
 */
guint32
hearsay_lemma_key (const char  *folded,
                   gsize        length,
                   guint        suffix,
                   HearsayUpos  upos,
                   HearsayXpos  xpos)
{
  gsize n = suffix == HEARSAY_LEMMA_WHOLE ? length : suffix;
  guint32 key;

  g_return_val_if_fail (n <= length, 1);

  key = hearsay_feature (BASE + suffix, hearsay_hash_bytes (folded + length - n, n), (guint32) xpos, (guint32) upos);
  return key != 0 ? key : 1;
}

static gboolean
find (const HearsayLemmas *self,
      guint32              key,
      guint               *rule)
{
  for (guint32 i = 0; i <= self->mask; i++)
    {
      const guint8 *slot = self->decisions + (gsize) ((key + i) & self->mask) * DECISION_SIZE;
      guint32 found = hearsay_model_get_u32 (slot);

      if (found == 0)
        return FALSE;
      if (found == key)
        {
          *rule = hearsay_model_get_u32 (slot + 4);
          return *rule < self->n_rules;
        }
    }
  return FALSE;
}

/**
 * hearsay_lemmas_apply:
 * @lemma: (out) (array fixed-size=72): takes the lemma, NUL-terminated
 *
 * The decision for the whole word comes first, then that for the longest ending.
 *
 * Returns: its length in bytes; 0 for a word that is too long, which is its own lemma
 */
gsize
hearsay_lemmas_apply (const HearsayLemmas *self,
                      const HearsayWord   *word,
                      HearsayUpos          upos,
                      HearsayXpos          xpos,
                      char                *lemma)
{
  gsize length;
  guint rule;

  g_return_val_if_fail (self != NULL, 0);

  length = hearsay_lemma_fold (word, xpos, lemma);
  for (guint suffix = HEARSAY_LEMMA_WHOLE + 1; suffix-- > 0;)
    {
      const guint8 *bytes;

      if (suffix < HEARSAY_LEMMA_WHOLE && suffix > length)
        continue;
      if (!find (self, hearsay_lemma_key (lemma, length, suffix, upos, xpos), &rule))
        continue;
      bytes = self->rules + (gsize) rule * RULE_SIZE;
      if (bytes[0] > length || length - bytes[0] + bytes[1] == 0)
        continue;
      memcpy (lemma + length - bytes[0], bytes + 2, bytes[1]);
      length = length - bytes[0] + bytes[1];
      break;
    }
  lemma[length] = '\0';
  return length;
}

/**
 * hearsay_lemmas_pack:
 * @keys: (array length=n): each once
 * @rules: (array length=n): numbers of rules
 *
 * Returns: (transfer full): the section of decisions
 */
GBytes *
hearsay_lemmas_pack (const guint32 *keys,
                     const guint8  *rules,
                     guint          n)
{
  guint32 n_slots = 16;
  guint8 *slots;

  while (n_slots / 4 * 3 < n)
    n_slots *= 2;
  slots = g_malloc0 ((gsize) n_slots * DECISION_SIZE);
  for (guint i = 0; i < n; i++)
    {
      guint32 slot = keys[i];
      guint32 pair[2] = { GUINT32_TO_LE (keys[i]), GUINT32_TO_LE (rules[i]) };

      while (hearsay_model_get_u32 (slots + (gsize) (slot & (n_slots - 1)) * DECISION_SIZE) != 0)
        slot++;
      memcpy (slots + (gsize) (slot & (n_slots - 1)) * DECISION_SIZE, pair, sizeof pair);
    }
  return g_bytes_new_take (slots, (gsize) n_slots * DECISION_SIZE);
}
