/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-statement.h"

G_BEGIN_DECLS

typedef enum
{
  HEARSAY_COLUMN_CHECK,
  HEARSAY_COLUMN_DATE,
  HEARSAY_COLUMN_SPEAKER,
  HEARSAY_COLUMN_WORDS,
  HEARSAY_COLUMN_KIND,
  HEARSAY_COLUMN_TARGET,
  HEARSAY_COLUMN_STANCE,
  HEARSAY_COLUMN_ARTICLE,
  HEARSAY_COLUMN_CONFIDENCE,
  HEARSAY_COLUMN_STATUS,
} HearsayColumn;

#define HEARSAY_N_COLUMNS 10

typedef struct
{
  HearsayColumn column;
  gboolean descending;
} HearsayOrderKey;

/* Keys beyond these change nothing that anybody sees. */
#define HEARSAY_MAX_ORDER_KEYS 3

typedef struct _HearsayOrder HearsayOrder;

HearsayOrder *hearsay_order_new  (HearsayStatement     **statements,
                                  guint                  n_statements,
                                  const HearsayOrderKey *keys,
                                  guint                  n_keys) G_GNUC_WARN_UNUSED_RESULT;
void          hearsay_order_free (HearsayOrder          *self);
void          hearsay_order_sort (HearsayOrder          *self);
void          hearsay_order_release (HearsayOrder       *self);
GPtrArray    *hearsay_order_take (HearsayOrder          *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayOrder, hearsay_order_free)

G_END_DECLS
