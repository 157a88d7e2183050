/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-model.h"

G_BEGIN_DECLS

/**
 * HearsayKeyMap:
 *
 * Numbers by hashes, as a view of a section: a table with open addressing whose size is a power
 * of two; a slot is a key (0 where it is empty) and a number, 4 bytes each, little-endian.
 */
typedef struct
{
  const guint8 *slots;
  guint32 mask;
} HearsayKeyMap;

gboolean hearsay_key_map_load (HearsayKeyMap        *self,
                               const HearsayModel   *model,
                               const char           *section,
                               GError              **error);
gboolean hearsay_key_map_find (const HearsayKeyMap  *self,
                               guint32               key,
                               guint32              *number);
GBytes  *hearsay_key_map_pack (const guint32        *keys,
                               const guint8         *numbers,
                               guint                 n);

G_END_DECLS
