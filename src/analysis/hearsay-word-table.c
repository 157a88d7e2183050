/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-word-table.h"

#include <string.h>

/* Slots of an empty table; always a power of two. */
#define MIN_SLOTS 64

typedef struct
{
  const char *words; /* NULL where there is nothing */
  gpointer value;
  guint32 hash;
} Slot;

/* A filter has so many bits for each slot. */
#define FILTER_BITS 8

/*
 * Every token of a text is looked up in several tables and hardly ever found: a
 * filter small enough for the processor's first cache knows most of what is not
 * there (Bloom 1970, with one bit a word). A third of the slots at least are
 * empty, and the hash tells nearly all others.
 */
struct _HearsayWordTable
{
  Slot *slots;
  guint8 *filter;
  guint32 n_slots;
  guint32 n_words;
  GStringChunk *strings;
};

/* Words as the tables spell them: single spaces, straight apostrophes, NUL at the end. 0 for too many of them. */
static gsize
fold (const char *words,
      gsize       length,
      char        buffer[HEARSAY_WORD_TABLE_MAX_BYTES])
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    {
      guchar c = (guchar) words[i];

      if (n + 1 >= HEARSAY_WORD_TABLE_MAX_BYTES)
        return 0;
      if (c > ' ' && c < 0x80)
        buffer[n++] = (char) c;
      else if (g_ascii_isspace ((char) c) || (i + 1 < length && c == 0xc2 && (guchar) words[i + 1] == 0xa0))
        {
          i += c == 0xc2;
          if (n > 0 && buffer[n - 1] != ' ')
            buffer[n++] = ' ';
        }
      else if (i + 2 < length && c == 0xe2 && (guchar) words[i + 1] == 0x80 && (guchar) words[i + 2] == 0x99)
        {
          buffer[n++] = '\'';
          i += 2;
        }
      else
        buffer[n++] = (char) c;
    }
  buffer[n] = '\0';
  return n;
}

/* @plain: whether folding would leave the words as they are: one word of ASCII, nearly always. */
static guint32
hash_words (const char *words,
            gsize       length,
            gboolean   *plain)
{
  guint32 hash = 2166136261u;
  guchar odd = 0;

  for (gsize i = 0; i < length; i++)
    {
      guchar c = (guchar) words[i];

      hash = (hash ^ c) * 16777619u;
      odd |= c <= ' ' || c >= 0x80;
    }
  *plain = !odd;
  return hash ^ (hash >> 15);
}

/* The slot that the words have, or the empty one that they would get. */
static Slot *
find_slot (const HearsayWordTable *self,
           const char             *words,
           gsize                   length,
           guint32                 hash)
{
  guint32 i = hash & (self->n_slots - 1);

  while (self->slots[i].words != NULL &&
         (self->slots[i].hash != hash || strncmp (self->slots[i].words, words, length) != 0 || self->slots[i].words[length] != '\0'))
    i = (i + 1) & (self->n_slots - 1);
  return &self->slots[i];
}

/* Other bits of the hash than those that choose the slot come first. */
static inline guint32
filter_bit (const HearsayWordTable *self,
            guint32                 hash)
{
  return (hash * 0x9E3779B1u >> 4) & (self->n_slots * FILTER_BITS - 1);
}

static inline gboolean
may_have (const HearsayWordTable *self,
          guint32                 hash)
{
  guint32 bit = filter_bit (self, hash);

  return (self->filter[bit / 8] >> (bit % 8) & 1) != 0;
}

static inline void
mark (HearsayWordTable *self,
      guint32           hash)
{
  guint32 bit = filter_bit (self, hash);

  self->filter[bit / 8] |= (guint8) (1u << (bit % 8));
}

static void
set_size (HearsayWordTable *self,
          guint32           n_slots)
{
  self->n_slots = n_slots;
  self->slots = g_new0 (Slot, n_slots);
  g_free (self->filter);
  self->filter = g_new0 (guint8, n_slots / 8 * FILTER_BITS);
}

static void
grow (HearsayWordTable *self)
{
  g_autofree Slot *old = self->slots;
  guint32 n_old = self->n_slots;

  set_size (self, self->n_slots * 2);
  for (guint32 i = 0; i < n_old; i++)
    if (old[i].words != NULL)
      {
        *find_slot (self, old[i].words, strlen (old[i].words), old[i].hash) = old[i];
        mark (self, old[i].hash);
      }
}

/**
 * hearsay_word_table_new:
 *
 * Returns: an empty table; it lives as long as the process, and once it is filled
 *   every thread may read it
 */
HearsayWordTable *
hearsay_word_table_new (void)
{
  HearsayWordTable *self = g_new0 (HearsayWordTable, 1);

  set_size (self, MIN_SLOTS);
  self->strings = g_string_chunk_new (4096);
  return self;
}

/**
 * hearsay_word_table_insert:
 * @words: one word or several, as they are found: single spaces, straight apostrophes
 * @value: takes the place of the one that @words had
 */
void
hearsay_word_table_insert (HearsayWordTable *self,
                           const char       *words,
                           gpointer          value)
{
  gboolean plain;
  gsize length;
  guint32 hash;
  Slot *slot;

  g_return_if_fail (self != NULL && words != NULL);

  length = strlen (words);
  hash = hash_words (words, length, &plain);
  slot = find_slot (self, words, length, hash);
  if (slot->words == NULL)
    {
      *slot = (Slot) { g_string_chunk_insert (self->strings, words), value, hash };
      mark (self, hash);
      if (++self->n_words > self->n_slots / 3 * 2)
        grow (self);
    }
  else
    slot->value = value;
}

/**
 * hearsay_word_table_find:
 * @words: as they stand in a text
 * @length: their bytes
 *
 * White space of any kind and curly apostrophes do not tell words apart.
 *
 * Returns: (transfer none) (nullable): the value that was inserted with them
 */
gpointer
hearsay_word_table_find (const HearsayWordTable *self,
                         const char             *words,
                         gsize                   length)
{
  char buffer[HEARSAY_WORD_TABLE_MAX_BYTES];
  gboolean plain;
  guint32 hash;

  g_return_val_if_fail (self != NULL && words != NULL, NULL);

  hash = hash_words (words, length, &plain);
  if (!plain)
    {
      length = fold (words, length, buffer);
      words = buffer;
      hash = hash_words (words, length, &plain);
    }
  return length > 0 && may_have (self, hash) ? find_slot (self, words, length, hash)->value : NULL;
}
