/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-csv.h"

#include <string.h>

/**
 * hearsay_csv_append_field:
 * @row: rows so far; the last one may have been begun
 * @field: (nullable): UTF-8; %NULL is an empty field
 *
 * Adds a field to the last row as RFC 4180 has it: with quotation marks where
 * it holds a comma, a quotation mark or a line end.
 */
void
hearsay_csv_append_field (GString    *row,
                          const char *field)
{
  g_return_if_fail (row != NULL);

  if (row->len > 0 && row->str[row->len - 1] != '\n')
    g_string_append_c (row, ',');
  /* An empty first field would leave no trace of the row having begun. */
  if (field == NULL || field[0] == '\0')
    {
      g_string_append (row, row->len == 0 || row->str[row->len - 1] == '\n' ? "\"\"" : "");
      return;
    }
  if (strpbrk (field, ",\"\r\n") == NULL)
    {
      g_string_append (row, field);
      return;
    }
  g_string_append_c (row, '"');
  for (const char *p = field; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (row, '"');
      g_string_append_c (row, *p);
    }
  g_string_append_c (row, '"');
}

void
hearsay_csv_end_row (GString *row)
{
  g_return_if_fail (row != NULL);

  g_string_append (row, "\r\n");
}
