/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "io/hearsay-document.h"

G_BEGIN_DECLS

/**
 * HearsayLineKind:
 * @HEARSAY_LINE_OTHER: words of the article, or its title
 * @HEARSAY_LINE_DATE: when it was published
 * @HEARSAY_LINE_BYLINE: who wrote it
 * @HEARSAY_LINE_PUBLISHER: who printed it
 * @HEARSAY_LINE_SECTION: “CHINA / DIPLOMACY”
 * @HEARSAY_LINE_TITLE: “Title: …”
 * @HEARSAY_LINE_CAPTION: what stands under a picture, and its credit
 * @HEARSAY_LINE_CHROME: rights, “Share this article”
 *
 * What a line of print is, apart from the article's own words.
 */
typedef enum
{
  HEARSAY_LINE_OTHER,
  HEARSAY_LINE_DATE,
  HEARSAY_LINE_BYLINE,
  HEARSAY_LINE_PUBLISHER,
  HEARSAY_LINE_SECTION,
  HEARSAY_LINE_TITLE,
  HEARSAY_LINE_CAPTION,
  HEARSAY_LINE_CHROME,
} HearsayLineKind;

HearsayLineKind hearsay_front_matter_take   (HearsayDocument *document,
                                             const char      *line);
HearsayLineKind hearsay_line_classify       (const char      *line);
gboolean        hearsay_line_is_caption     (const char      *line);
gboolean        hearsay_line_is_dateline    (const char      *line);
gboolean        hearsay_line_ends_sentence  (const char      *line);
char           *hearsay_byline_tidy         (const char      *byline) G_GNUC_WARN_UNUSED_RESULT;
char           *hearsay_section_tidy        (const char      *section) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
