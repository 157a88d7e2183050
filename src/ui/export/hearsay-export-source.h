/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gdk/gdk.h>

#include "render/hearsay-figure.h"
#include "ui/hearsay-session.h"
#include "ui/network/hearsay-network-shown.h"
#include "ui/timeline/hearsay-timeline-rows.h"

G_BEGIN_DECLS

/**
 * HearsayExportPicture:
 *
 * What can be exported, in the order of the dialog.
 */
typedef enum
{
  HEARSAY_EXPORT_TIMELINE,
  HEARSAY_EXPORT_ABOUT,
  HEARSAY_EXPORT_ISSUES,
  HEARSAY_EXPORT_POSITIONS,
  HEARSAY_EXPORT_TOGETHER,
  HEARSAY_EXPORT_AFFILIATION,
  HEARSAY_EXPORT_FACTS,
} HearsayExportPicture;

#define HEARSAY_N_EXPORT_PICTURES 7

typedef struct _HearsayExportSource HearsayExportSource;

const char          *hearsay_export_picture_get_title (HearsayExportPicture        picture);
HearsayExportPicture hearsay_export_picture_of_network (HearsayNetworkType         type);

HearsayExportSource *hearsay_export_source_new        (HearsaySession             *session,
                                                       HearsayExportPicture        picture,
                                                       HearsayTimelineRows        *rows,
                                                       HearsayNetworkShown        *shown) G_GNUC_WARN_UNUSED_RESULT;
gboolean             hearsay_export_source_gather     (HearsayExportSource        *self,
                                                       gint64                      until);
HearsayExportSource *hearsay_export_source_ref        (HearsayExportSource        *self);
void                 hearsay_export_source_unref      (HearsayExportSource        *self);
const char          *hearsay_export_source_get_dates  (HearsayExportSource        *self); /* nullable */
const char          *hearsay_export_source_get_note   (HearsayExportSource        *self);
gboolean             hearsay_export_source_get_part   (HearsayExportSource        *self,
                                                       HearsayBox                 *part);
gboolean             hearsay_export_source_prepare    (HearsayExportSource        *self,
                                                       GCancellable               *cancellable,
                                                       GError                    **error);
gboolean             hearsay_export_source_is_empty   (HearsayExportSource        *self);
GdkTexture          *hearsay_export_source_preview    (HearsayExportSource        *self,
                                                       const HearsayFigureOptions *options,
                                                       double                      scale,
                                                       double                     *smallest) G_GNUC_WARN_UNUSED_RESULT;
GBytes              *hearsay_export_source_write      (HearsayExportSource        *self,
                                                       const HearsayFigureOptions *options,
                                                       GCancellable               *cancellable,
                                                       GError                    **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayExportSource, hearsay_export_source_unref)

G_END_DECLS
