/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HearsayCliOutput HearsayCliOutput;

HearsayCliOutput *hearsay_cli_output_new    (const char        *path) G_GNUC_WARN_UNUSED_RESULT;
const char       *hearsay_cli_output_name   (HearsayCliOutput  *self);
gboolean          hearsay_cli_output_write  (HearsayCliOutput  *self,
                                             const char        *bytes,
                                             gsize              length);
gboolean          hearsay_cli_output_commit (HearsayCliOutput  *self);
void              hearsay_cli_output_free   (HearsayCliOutput  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayCliOutput, hearsay_cli_output_free)

G_END_DECLS
