/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The fitted model: one read-only file, mapped into memory. All numbers are
 * little-endian.
 *
 *   bytes  0..7   magic
 *          8..11  version of the layout
 *         12..15  number of sections
 *         16..23  size of the whole file
 *         24..31  checksum of everything behind the section table
 *         32..39  checksum of header (without this field) and section table
 *         40..63  zero
 *   then a section: name (24 bytes, padded with zeros), offset and size (8 each)
 *   then the sections' bytes, each at a multiple of HEARSAY_MODEL_ALIGNMENT
 */
#define HEARSAY_MODEL_ALIGNMENT 64
#define HEARSAY_MODEL_NAME_LENGTH 24
#define HEARSAY_MODEL_MAX_SECTIONS 256

typedef enum
{
  HEARSAY_MODEL_ERROR_READ,    /* the file could not be read */
  HEARSAY_MODEL_ERROR_FOREIGN, /* not a model, or one of another version */
  HEARSAY_MODEL_ERROR_DAMAGED, /* cut short or changed */
  HEARSAY_MODEL_ERROR_SECTION, /* a part that is needed is missing or has the wrong shape */
} HearsayModelError;

#define HEARSAY_MODEL_ERROR (hearsay_model_error_quark ())
GQuark hearsay_model_error_quark (void);

typedef struct _HearsayModel HearsayModel;

HearsayModel *hearsay_model_open         (const char         *path,
                                          GError            **error) G_GNUC_WARN_UNUSED_RESULT;
HearsayModel *hearsay_model_open_default (GError            **error) G_GNUC_WARN_UNUSED_RESULT;
HearsayModel *hearsay_model_new          (GBytes             *bytes,
                                          GError            **error) G_GNUC_WARN_UNUSED_RESULT;
HearsayModel *hearsay_model_ref          (HearsayModel       *self);
void          hearsay_model_unref        (HearsayModel       *self);
gconstpointer hearsay_model_find         (const HearsayModel *self,
                                          const char         *name,
                                          gsize              *size);
gconstpointer hearsay_model_require      (const HearsayModel *self,
                                          const char         *name,
                                          gsize               min_size,
                                          gsize              *size,
                                          GError            **error);

typedef struct _HearsayModelBuilder HearsayModelBuilder;

HearsayModelBuilder *hearsay_model_builder_new    (void);
void                 hearsay_model_builder_free   (HearsayModelBuilder *self);
void                 hearsay_model_builder_add    (HearsayModelBuilder *self,
                                                   const char          *name,
                                                   GBytes              *bytes);
void                 hearsay_model_builder_adopt  (HearsayModelBuilder *self,
                                                   const HearsayModel  *model);
GBytes              *hearsay_model_builder_finish (HearsayModelBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayModel, hearsay_model_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayModelBuilder, hearsay_model_builder_free)

G_END_DECLS
