/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-model-private.h"

/*
 * Four independent multiply-and-rotate lanes, so that the processor is never
 * waiting for the last product: a model of many megabytes takes about a
 * millisecond. Guards against accidents, not against forgery.
 */
#define PRIME G_GUINT64_CONSTANT (0x9FB21C651E98DF25)
#define BLOCK_SIZE 32

static inline guint64
rotate (guint64 value,
        guint   bits)
{
  return value << bits | value >> (64 - bits);
}

void
hearsay_model_checksum_init (HearsayModelChecksum *self,
                             guint64               seed)
{
  g_return_if_fail (self != NULL);

  *self = (HearsayModelChecksum) { { seed, seed ^ PRIME, ~seed, rotate (seed, 32) + PRIME }, 0 };
}

/**
 * hearsay_model_checksum_update:
 * @size: a multiple of 32, except in the last call
 */
void
hearsay_model_checksum_update (HearsayModelChecksum *self,
                               const guint8         *bytes,
                               gsize                 size)
{
  guint64 lane[4];
  gsize i = 0;

  g_return_if_fail (self != NULL && self->size % BLOCK_SIZE == 0);

  memcpy (lane, self->lane, sizeof lane);
  for (; i + BLOCK_SIZE <= size; i += BLOCK_SIZE)
    {
      for (guint k = 0; k < 4; k++)
        lane[k] = rotate ((lane[k] ^ hearsay_model_get_u64 (bytes + i + 8 * k)) * PRIME, 29);
    }
  for (; i < size; i++)
    lane[i & 3] = rotate ((lane[i & 3] ^ bytes[i]) * PRIME, 29);
  memcpy (self->lane, lane, sizeof lane);
  self->size += size;
}

guint64
hearsay_model_checksum_finish (HearsayModelChecksum *self)
{
  guint64 sum;

  g_return_val_if_fail (self != NULL, 0);

  sum = self->size * PRIME;
  for (guint k = 0; k < 4; k++)
    {
      sum = (sum ^ self->lane[k]) * PRIME;
      sum ^= sum >> 32;
    }
  return sum;
}

guint64
hearsay_model_checksum (guint64       seed,
                        const guint8 *bytes,
                        gsize         size)
{
  HearsayModelChecksum self;

  hearsay_model_checksum_init (&self, seed);
  hearsay_model_checksum_update (&self, bytes, size);
  return hearsay_model_checksum_finish (&self);
}

guint64
hearsay_model_header_checksum (const guint8 *file,
                               guint         n_sections)
{
  guint64 sum = hearsay_model_checksum (1, file, 32);

  sum = hearsay_model_checksum (sum, file + 40, HEARSAY_MODEL_HEADER_SIZE - 40);
  return hearsay_model_checksum (sum, file + HEARSAY_MODEL_HEADER_SIZE, (gsize) n_sections * HEARSAY_MODEL_ENTRY_SIZE);
}
