/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <adwaita.h>

#include "ui/network/hearsay-network-scene.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_NETWORK_TABLE (hearsay_network_table_get_type ())
G_DECLARE_FINAL_TYPE (HearsayNetworkTable, hearsay_network_table, HEARSAY, NETWORK_TABLE, AdwBin)

/* Signals: “selected” and “activated” (HearsayHitKind, index): a row. */

GtkWidget *hearsay_network_table_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void       hearsay_network_table_set_scene  (HearsayNetworkTable *self,
                                             HearsayNetworkScene *scene);
void       hearsay_network_table_set_values (HearsayNetworkTable *self,
                                             HearsayMeasure       measure,
                                             const double        *values);
void       hearsay_network_table_select     (HearsayNetworkTable *self,
                                             guint                kind,
                                             guint                index);

G_END_DECLS
