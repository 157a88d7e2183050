/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <adwaita.h>

#include "network/hearsay-layout.h"
#include "network/hearsay-network.h"
#include "ui/hearsay-session.h"
#include "ui/network/hearsay-network-shown.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_NETWORK_VIEW (hearsay_network_view_get_type ())
G_DECLARE_FINAL_TYPE (HearsayNetworkView, hearsay_network_view, HEARSAY, NETWORK_VIEW, AdwBin)

/* Properties: session, narrow. */

GtkWidget            *hearsay_network_view_new           (void) G_GNUC_WARN_UNUSED_RESULT;
HearsaySession       *hearsay_network_view_get_session   (HearsayNetworkView  *self);
void                  hearsay_network_view_set_session   (HearsayNetworkView  *self,
                                                          HearsaySession      *session);
const HearsayNetwork *hearsay_network_view_get_network   (HearsayNetworkView  *self,
                                                          const HearsayPoint **positions); /* nullable */
HearsayNetworkType    hearsay_network_view_get_network_type (HearsayNetworkView *self);
HearsayNetworkShown  *hearsay_network_view_dup_shown     (HearsayNetworkView  *self) G_GNUC_WARN_UNUSED_RESULT; /* nullable */
const char           *hearsay_network_view_type_title    (HearsayNetworkType   type);

G_END_DECLS
