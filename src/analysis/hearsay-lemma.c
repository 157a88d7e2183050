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

  g_return_val_if_fail (self != NULL, FALSE);

  self->rules = hearsay_model_require (model, "lemma.rules", RULE_SIZE, &size, error);
  if (self->rules == NULL)
    return FALSE;
  self->n_rules = (guint) MIN (size / RULE_SIZE, HEARSAY_LEMMA_MAX_RULES);
  if (!check_rules (self))
    {
      g_set_error (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_SECTION,
                   _("The part “%s” of the language model has an unknown shape"), "lemma.rules");
      return FALSE;
    }
  return hearsay_key_map_load (&self->decisions, model, "lemma.decisions", error);
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
  memcpy (folded, word->text, word->length);
  for (guint32 i = 0; i < word->length && !keep; i++)
    if (g_ascii_isupper (folded[i]))
      folded[i] = (char) (folded[i] | 0x20);
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
      guint32             *rule)
{
  return hearsay_key_map_find (&self->decisions, key, rule) && *rule < self->n_rules;
}

/* Whether the dictionary has the word itself in that part of speech. */
static gboolean
is_known (const HearsayWordlist *wordlist,
          const char            *word,
          gsize                  length,
          guint16                sense)
{
  HearsayWordEntry entry;

  return hearsay_wordlist_lookup (wordlist, word, length, &entry) &&
         (entry.senses & sense) != 0 && (entry.senses & HEARSAY_SENSE_INFLECTED) == 0;
}

typedef struct
{
  const char *ending;
  const char *base;
} Inflection;

static gsize
try_inflection (const HearsayWordlist *wordlist,
                const Inflection      *inflection,
                const char            *form,
                gsize                  length,
                guint16                sense,
                char                  *lemma)
{
  gsize ending = strlen (inflection->ending);
  gsize added = strlen (inflection->base);
  gsize stem;

  if (length < ending + 2 || memcmp (form + length - ending, inflection->ending, ending) != 0)
    return 0;
  stem = length - ending;
  memcpy (lemma, form, stem);
  memcpy (lemma + stem, inflection->base, added);
  if (is_known (wordlist, lemma, stem + added, sense))
    return stem + added;
  if (added == 0 && stem > 3 && lemma[stem - 1] == lemma[stem - 2] && is_known (wordlist, lemma, stem - 1, sense))
    return stem - 1;
  return 0;
}

/* The base form in the dictionary of which @form is a regular inflection; 0 for none. */
static gsize
find_regular (const HearsayWordlist *wordlist,
              const char            *form,
              gsize                  length,
              guint16                sense,
              char                  *lemma)
{
  static const Inflection inflections[] = {
    { "ies", "y" },
    { "ied", "y" },
    { "ing", "e" },
    { "ing", "" },
    { "ed", "e" },
    { "ed", "" },
    { "s", "" },
    { "es", "" },
    { "ves", "f" },
    { "ves", "fe" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (inflections); i++)
    {
      gsize found = try_inflection (wordlist, &inflections[i], form, length, sense, lemma);

      if (found > 0)
        return found;
    }
  return 0;
}

/* The class in which the dictionary must know the base of an inflected form; 0 for other tags. */
static guint16
get_sense (HearsayXpos xpos)
{
  if (xpos == HEARSAY_XPOS_NNS)
    return HEARSAY_SENSE_NOUN;
  if (xpos == HEARSAY_XPOS_VBD || xpos == HEARSAY_XPOS_VBG || xpos == HEARSAY_XPOS_VBN || xpos == HEARSAY_XPOS_VBZ)
    return HEARSAY_SENSE_VERB;
  return 0;
}

/* Applies what was decided for the whole word or, failing that, for its longest ending. */
static gsize
apply_rule (const HearsayLemmas *self,
            HearsayUpos          upos,
            HearsayXpos          xpos,
            gsize                length,
            char                *lemma,
            gboolean            *whole)
{
  for (guint suffix = HEARSAY_LEMMA_WHOLE + 1; suffix-- > 0;)
    {
      const guint8 *bytes;
      guint32 rule;

      if (suffix < HEARSAY_LEMMA_WHOLE && suffix > length)
        continue;
      if (!find (self, hearsay_lemma_key (lemma, length, suffix, upos, xpos), &rule))
        continue;
      bytes = self->rules + (gsize) rule * RULE_SIZE;
      if (bytes[0] > length || length - bytes[0] + bytes[1] == 0)
        continue;
      /* An ending that begins inside a character was another word's. */
      if (bytes[0] > 0 && ((guint8) lemma[length - bytes[0]] & 0xC0) == 0x80)
        continue;
      memcpy (lemma + length - bytes[0], bytes + 2, bytes[1]);
      *whole = suffix == HEARSAY_LEMMA_WHOLE;
      return length - bytes[0] + bytes[1];
    }
  return length;
}

/**
 * hearsay_lemmas_apply:
 * @wordlist: where a lemma should be found
 * @lemma: (out) (array fixed-size=72): takes the lemma, NUL-terminated
 *
 * The decision for the whole word comes first, then that for the longest ending.
 * Where an ending's rule makes a word that the dictionary does not know, but the
 * word is a regular inflection of one that it knows, that one is taken.
 *
 * Returns: its length in bytes; 0 for a word that is too long, which is its own lemma
 */
gsize
hearsay_lemmas_apply (const HearsayLemmas   *self,
                      const HearsayWordlist *wordlist,
                      const HearsayWord     *word,
                      HearsayUpos            upos,
                      HearsayXpos            xpos,
                      char                  *lemma)
{
  char form[HEARSAY_LEMMA_MAX_WORD];
  guint16 sense = get_sense (xpos);
  gboolean whole = FALSE;
  gsize form_length;
  gsize length;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (wordlist != NULL, 0);

  form_length = hearsay_lemma_fold (word, xpos, form);
  memcpy (lemma, form, form_length);
  length = apply_rule (self, upos, xpos, form_length, lemma, &whole);
  if (!whole && sense != 0 && length > 0 && !is_known (wordlist, lemma, length, sense))
    {
      char regular[HEARSAY_LEMMA_MAX_WORD + HEARSAY_LEMMA_MAX_ENDING];
      gsize found = find_regular (wordlist, form, form_length, sense, regular);

      if (found > 0)
        {
          memcpy (lemma, regular, found);
          length = found;
        }
    }
  lemma[length] = '\0';
  return length;
}
