/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/hearsay-session.h"

G_BEGIN_DECLS

typedef enum
{
  HEARSAY_CHIP_SPEAKER,
  HEARSAY_CHIP_TARGET,
  HEARSAY_CHIP_STANCE,
  HEARSAY_CHIP_STATUS,
  HEARSAY_CHIP_KIND,
  HEARSAY_CHIP_DATES,
} HearsayChipType;

#define HEARSAY_TYPE_FILTER_CHIP (hearsay_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (HearsayFilterChip, hearsay_filter_chip, HEARSAY, FILTER_CHIP, GtkWidget)

GtkWidget *hearsay_filter_chip_new (HearsaySession  *session,
                                    HearsayChipType  type);

G_END_DECLS
