/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-wordlist.h"

#include "analysis/hearsay-features.h"
#include "analysis/hearsay-model-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Little-endian: check, senses, cluster, tags; 2 bytes each. A check of 0 marks an empty slot. */
#define SLOT_SIZE 8

static inline void
put_u16 (guint8 *bytes,
         guint16 value)
{
  bytes[0] = (guint8) value;
  bytes[1] = (guint8) (value >> 8);
}

/**
 * hearsay_wordlist_load:
 * @self: (out): a view that is valid as long as @model
 *
 * Returns: whether @section is there and has the shape of a word list
 */
gboolean
hearsay_wordlist_load (HearsayWordlist     *self,
                       const HearsayModel  *model,
                       const char          *section,
                       GError             **error)
{
  gsize size;
  gsize n_slots;

  g_return_val_if_fail (self != NULL, FALSE);

  self->slots = hearsay_model_require (model, section, SLOT_SIZE, &size, error);
  if (self->slots == NULL)
    return FALSE;
  n_slots = size / SLOT_SIZE;
  if (size % SLOT_SIZE != 0 || (n_slots & (n_slots - 1)) != 0 || n_slots > G_MAXUINT32)
    {
      g_set_error (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_SECTION,
                   _("The part “%s” of the language model has an unknown shape"), section);
      return FALSE;
    }
  self->mask = (guint32) n_slots - 1;
  return TRUE;
}

static gboolean
find (const HearsayWordlist *self,
      const char            *folded,
      gsize                  length,
      HearsayWordEntry      *entry)
{
  guint32 hash = hearsay_hash_bytes (folded, length);
  guint16 check = hearsay_model_get_check (hash);
  guint32 slot = hearsay_model_get_home (hash);

  for (guint32 tries = 0; tries <= self->mask; tries++, slot++)
    {
      const guint8 *bytes = self->slots + (gsize) (slot & self->mask) * SLOT_SIZE;
      guint16 found = hearsay_model_get_u16 (bytes);

      if (found == 0)
        return FALSE;
      if (found == check)
        {
          entry->senses = hearsay_model_get_u16 (bytes + 2);
          entry->cluster = hearsay_model_get_u16 (bytes + 4);
          entry->tags = hearsay_model_get_u16 (bytes + 6);
          return TRUE;
        }
    }
  return FALSE;
}

/* Base forms that an inflected word may have, by the regular rules of English spelling. */
static guint16
find_base (const HearsayWordlist *self,
           const char            *folded,
           gsize                  length)
{
  static const struct
  {
    char last; /* letter of the ending */
    const char *ending;
    const char *base;
  } rules[] = {
    { 's', "ies", "y" },
    { 'd', "ied", "y" },
    { 'g', "ing", "" },
    { 'g', "ing", "e" },
    { 'd', "ed", "e" },
    { 'd', "ed", "" },
    { 's', "es", "" },
    { 's', "s", "" },
    { 'r', "ier", "y" },
    { 't', "iest", "y" },
    { 'r', "er", "" },
    { 't', "est", "" },
    { 'y', "ly", "" },
  };
  char base[64];

  if (length == 0 || length >= sizeof base)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      HearsayWordEntry entry;
      gsize ending;
      gsize added;
      gsize stem;

      if (folded[length - 1] != rules[i].last)
        continue;
      ending = strlen (rules[i].ending);
      added = strlen (rules[i].base);
      if (length < ending + 2 || memcmp (folded + length - ending, rules[i].ending, ending) != 0)
        continue;
      stem = length - ending;
      memcpy (base, folded, stem);
      memcpy (base + stem, rules[i].base, added);
      if (find (self, base, stem + added, &entry) && entry.senses != 0)
        return entry.senses;
      if (added == 0 && stem > 3 && base[stem - 1] == base[stem - 2] &&
          find (self, base, stem - 1, &entry) && entry.senses != 0)
        return entry.senses;
    }
  return 0;
}

/**
 * hearsay_wordlist_lookup:
 * @folded: a word as hearsay_fold_word() gives it
 * @entry: (out): its entry; zeros when it has none
 *
 * A word without senses of its own gets those of its base form.
 *
 * Returns: whether anything is known
 */
gboolean
hearsay_wordlist_lookup (const HearsayWordlist *self,
                         const char            *folded,
                         gsize                  length,
                         HearsayWordEntry      *entry)
{
  gboolean known;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (entry != NULL, FALSE);

  memset (entry, 0, sizeof *entry);
  known = find (self, folded, length, entry);
  if (entry->senses == 0)
    {
      guint16 senses = find_base (self, folded, length);

      if (senses != 0)
        {
          entry->senses = (guint16) (senses | HEARSAY_SENSE_INFLECTED);
          known = TRUE;
        }
    }
  return known;
}

/**
 * hearsay_wordlist_pack:
 * @hashes: (array length=n): of the folded words, each once
 *
 * Returns: (transfer full): a section that hearsay_wordlist_load() takes
 */
GBytes *
hearsay_wordlist_pack (const guint32          *hashes,
                       const HearsayWordEntry *entries,
                       guint                   n)
{
  guint32 n_slots = 16;
  guint8 *slots;

  while (n_slots - n_slots / 8 < n)
    n_slots *= 2;
  slots = g_malloc0 ((gsize) n_slots * SLOT_SIZE);
  for (guint i = 0; i < n; i++)
    {
      guint32 slot = hearsay_model_get_home (hashes[i]);
      guint8 *bytes;

      while (hearsay_model_get_u16 (slots + (gsize) (slot & (n_slots - 1)) * SLOT_SIZE) != 0)
        slot++;
      bytes = slots + (gsize) (slot & (n_slots - 1)) * SLOT_SIZE;
      put_u16 (bytes, hearsay_model_get_check (hashes[i]));
      put_u16 (bytes + 2, entries[i].senses);
      put_u16 (bytes + 4, entries[i].cluster);
      put_u16 (bytes + 6, entries[i].tags);
    }
  return g_bytes_new_take (slots, (gsize) n_slots * SLOT_SIZE);
}
