/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <adwaita.h>

#include "model/hearsay-collection.h"
#include "ui/network/hearsay-network-scene.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_EVIDENCE (hearsay_evidence_get_type ())
G_DECLARE_FINAL_TYPE (HearsayEvidence, hearsay_evidence, HEARSAY, EVIDENCE, AdwBin)

/**
 * HearsayEvidenceItem:
 *
 * A statement and the stance it is counted for.
 */
typedef struct
{
  HearsayStatement *statement;
  HearsayPosition position;
} HearsayEvidenceItem;

/* Signals: “read” (HearsayStatement), “close”, “list”: show the same statements as a table. */

GtkWidget *hearsay_evidence_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void       hearsay_evidence_show      (HearsayEvidence           *self,
                                       const char                *title,
                                       const char                *subtitle,
                                       gpointer                   target,
                                       gboolean                   with_speakers,
                                       gboolean                   with_stances,
                                       const HearsayEvidenceItem *items,
                                       guint                      n_items);

void       hearsay_evidence_show_tie      (HearsayEvidence           *self,
                                           const HearsayNetworkScene *scene,
                                           guint32                    edge);
void       hearsay_evidence_show_reprints (HearsayEvidence        *self,
                                           GPtrArray              *reprints);

G_END_DECLS
