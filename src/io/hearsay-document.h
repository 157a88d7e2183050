/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-date.h"

G_BEGIN_DECLS

/**
 * HearsayDocument:
 * @id: stable: the same words under the same title have the same id
 * @source: (nullable): URI of the file
 * @section: (nullable): “China / Diplomacy”
 * @published: unset when the file does not say
 * @text: the body alone, valid UTF-8, paragraphs parted by an empty line
 *
 * An article as a reader found it in a file, before analysis.
 */
typedef struct
{
  char *id;
  char *source;
  char *title;
  char *byline;
  char *publisher;
  char *section;
  char *language;
  char *text;
  HearsayDate published;
} HearsayDocument;

HearsayDocument *hearsay_document_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void             hearsay_document_free   (HearsayDocument *self);
void             hearsay_document_set_id (HearsayDocument *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayDocument, hearsay_document_free)

G_END_DECLS
