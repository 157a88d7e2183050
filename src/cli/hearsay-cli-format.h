/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-analysis.h"
#include "cli/hearsay-cli-output.h"

G_BEGIN_DECLS

typedef enum
{
  HEARSAY_CLI_JSONL,
  HEARSAY_CLI_JSON,
  HEARSAY_CLI_CSV,
  HEARSAY_CLI_TABLE,
} HearsayCliFormat;

/**
 * HearsayCliWriter:
 *
 * Puts analyses one behind the other in the format that was asked for, with
 * what has to stand before, between and behind them.
 */
typedef struct
{
  HearsayCliOutput *output;
  HearsayCliFormat format;
  guint64 n_written;
  GString *first; /* JSON: kept until it is known whether there is a second */
} HearsayCliWriter;

gboolean hearsay_cli_format_parse  (const char            *name,
                                    HearsayCliFormat      *format);
char    *hearsay_cli_format_one    (HearsayCliFormat       format,
                                    const HearsayAnalysis *analysis,
                                    gboolean               with_text) G_GNUC_WARN_UNUSED_RESULT;
char    *hearsay_cli_format_error  (HearsayCliFormat       format,
                                    const char            *id,
                                    const GError          *error) G_GNUC_WARN_UNUSED_RESULT;
void     hearsay_cli_writer_begin  (HearsayCliWriter      *self);
void     hearsay_cli_writer_add    (HearsayCliWriter      *self,
                                    const char            *text);
void     hearsay_cli_writer_end    (HearsayCliWriter      *self);

G_END_DECLS
