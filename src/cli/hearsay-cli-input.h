/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HearsayCliInput:
 * @name: as the person gave it, for the error line
 * @file: (nullable): where it is; %NULL for standard input
 */
typedef struct
{
  char *name;
  GFile *file;
} HearsayCliInput;

GPtrArray *hearsay_cli_inputs_new  (char            **arguments,
                                    gboolean          recursive,
                                    gboolean         *failed) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *hearsay_cli_input_read  (HearsayCliInput  *self,
                                    GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void       hearsay_cli_input_free  (HearsayCliInput  *self);

G_END_DECLS
