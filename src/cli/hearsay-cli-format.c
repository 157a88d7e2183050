/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "cli/hearsay-cli-format.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "analysis/hearsay-analyzer.h"
#include "io/hearsay-analysis-json.h"
#include "io/hearsay-analysis-table.h"
#include "io/hearsay-json-writer.h"
#include "io/hearsay-jsonl.h"

#define INDENT 2
#define DEFAULT_WIDTH 120

gboolean
hearsay_cli_format_parse (const char       *name,
                          HearsayCliFormat *format)
{
  static const char *const names[] = {
    [HEARSAY_CLI_JSONL] = "jsonl",
    [HEARSAY_CLI_JSON] = "json",
    [HEARSAY_CLI_CSV] = "csv",
    [HEARSAY_CLI_TABLE] = "table",
  };

  g_return_val_if_fail (name != NULL && format != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (names[i], name))
        {
          *format = (HearsayCliFormat) i;
          return TRUE;
        }
    }
  return FALSE;
}

static guint
terminal_width (void)
{
  struct winsize size;

  if (!isatty (STDOUT_FILENO) || ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return DEFAULT_WIDTH;
  return size.ws_col;
}

/**
 * hearsay_cli_format_one:
 *
 * Returns: (transfer full): @analysis in @format, for hearsay_cli_writer_add()
 */
char *
hearsay_cli_format_one (HearsayCliFormat       format,
                        const HearsayAnalysis *analysis,
                        gboolean               with_text)
{
  GString *out = g_string_new (NULL);

  switch (format)
    {
    case HEARSAY_CLI_JSON:
      hearsay_analysis_append_json (analysis, TRUE, INDENT, out);
      break;
    case HEARSAY_CLI_CSV:
      hearsay_analysis_append_csv (analysis, out);
      break;
    case HEARSAY_CLI_TABLE:
      hearsay_analysis_append_table (analysis, terminal_width (), out);
      break;
    case HEARSAY_CLI_JSONL:
    default:
      hearsay_analysis_append_json (analysis, with_text, 0, out);
      g_string_append_c (out, '\n');
      break;
    }
  return g_string_free (out, FALSE);
}

static const char *
error_code (const GError *error)
{
  if (g_error_matches (error, HEARSAY_JSONL_ERROR, HEARSAY_JSONL_ERROR_MALFORMED))
    return "malformed";
  if (g_error_matches (error, HEARSAY_JSONL_ERROR, HEARSAY_JSONL_ERROR_TOO_BIG) ||
      g_error_matches (error, HEARSAY_ANALYZER_ERROR, HEARSAY_ANALYZER_ERROR_TOO_BIG))
    return "too_big";
  if (g_error_matches (error, HEARSAY_ANALYZER_ERROR, HEARSAY_ANALYZER_ERROR_TEXT))
    return "not_text";
  return "failed";
}

/**
 * hearsay_cli_format_error:
 * @id: (nullable): the record's id, where it could be read
 *
 * Returns: (transfer full) (nullable): what stands in the place of a record
 *   that failed; nothing in the formats that have no room for it
 */
char *
hearsay_cli_format_error (HearsayCliFormat format,
                          const char      *id,
                          const GError    *error)
{
  GString *out;
  HearsayJsonWriter writer = { 0 };

  if (format == HEARSAY_CLI_CSV || format == HEARSAY_CLI_TABLE)
    return NULL;
  out = g_string_new (NULL);
  writer.out = out;
  writer.indent = format == HEARSAY_CLI_JSON ? INDENT : 0;
  hearsay_json_begin_object (&writer);
  hearsay_json_key (&writer, "id");
  hearsay_json_string (&writer, id);
  hearsay_json_key (&writer, "error");
  hearsay_json_begin_object (&writer);
  hearsay_json_key (&writer, "code");
  hearsay_json_string (&writer, error_code (error));
  hearsay_json_key (&writer, "message");
  hearsay_json_string (&writer, error->message);
  hearsay_json_end_object (&writer);
  hearsay_json_end_object (&writer);
  if (format == HEARSAY_CLI_JSONL)
    g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}

static void
write_text (HearsayCliWriter *self,
            const char       *text)
{
  hearsay_cli_output_write (self->output, text, strlen (text));
}

void
hearsay_cli_writer_begin (HearsayCliWriter *self)
{
  g_autoptr (GString) header = g_string_new (NULL);

  g_return_if_fail (self != NULL);

  if (self->format == HEARSAY_CLI_CSV)
    hearsay_analysis_append_csv_header (header);
  write_text (self, header->str);
}

/**
 * hearsay_cli_writer_add:
 * @text: what hearsay_cli_format_one() or hearsay_cli_format_error() returned
 */
void
hearsay_cli_writer_add (HearsayCliWriter *self,
                        const char       *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  self->n_written++;
  if (self->format == HEARSAY_CLI_TABLE && self->n_written > 1)
    write_text (self, "\n");
  if (self->format != HEARSAY_CLI_JSON)
    {
      write_text (self, text);
      return;
    }
  if (self->n_written == 1)
    {
      self->first = g_string_new (text);
      return;
    }
  if (self->first != NULL)
    {
      write_text (self, "[\n");
      write_text (self, self->first->str);
      g_string_free (g_steal_pointer (&self->first), TRUE);
    }
  write_text (self, ",\n");
  write_text (self, text);
}

void
hearsay_cli_writer_end (HearsayCliWriter *self)
{
  g_return_if_fail (self != NULL);

  if (self->format != HEARSAY_CLI_JSON)
    return;
  if (self->first != NULL)
    {
      write_text (self, self->first->str);
      write_text (self, "\n");
      g_string_free (g_steal_pointer (&self->first), TRUE);
    }
  else
    write_text (self, self->n_written > 0 ? "\n]\n" : "[]\n");
}
