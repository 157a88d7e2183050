/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-model.h"

#include <string.h>

G_BEGIN_DECLS

/* The layout that reader and builder share: see hearsay-model.h. */
#define HEARSAY_MODEL_MAGIC "HEARSAYM"
#define HEARSAY_MODEL_VERSION 5
#define HEARSAY_MODEL_HEADER_SIZE 64
#define HEARSAY_MODEL_ENTRY_SIZE (HEARSAY_MODEL_NAME_LENGTH + 16)

static inline guint32
hearsay_model_get_u32 (const guint8 *bytes)
{
  guint32 value;

  memcpy (&value, bytes, sizeof value);
  return GUINT32_FROM_LE (value);
}

static inline guint16
hearsay_model_get_u16 (const guint8 *bytes)
{
  guint16 value;

  memcpy (&value, bytes, sizeof value);
  return GUINT16_FROM_LE (value);
}

static inline guint64
hearsay_model_get_u64 (const guint8 *bytes)
{
  guint64 value;

  memcpy (&value, bytes, sizeof value);
  return GUINT64_FROM_LE (value);
}

/* Where a word looks first in a section's hash table with open addressing, before the mask. */
static inline guint32
hearsay_model_get_home (guint32 hash)
{
  return hash * 0x9E3779B1u >> 8;
}

/* What its slot has of the hash; 0 marks an empty one. */
static inline guint16
hearsay_model_get_check (guint32 hash)
{
  guint16 check = (guint16) (hash >> 1);

  return check != 0 ? check : 1;
}

typedef struct
{
  guint64 lane[4];
  guint64 size; /* bytes so far */
} HearsayModelChecksum;

void    hearsay_model_checksum_init   (HearsayModelChecksum *self,
                                       guint64               seed);
void    hearsay_model_checksum_update (HearsayModelChecksum *self,
                                       const guint8         *bytes,
                                       gsize                 size);
guint64 hearsay_model_checksum_finish (HearsayModelChecksum *self);
guint64 hearsay_model_checksum        (guint64               seed,
                                       const guint8         *bytes,
                                       gsize                 size);
guint64 hearsay_model_header_checksum (const guint8         *file,
                                       guint                 n_sections);

G_END_DECLS
