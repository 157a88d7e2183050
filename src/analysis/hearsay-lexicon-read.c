/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-lexicon.h"

#include <gio/gio.h>
#include <string.h>

#include "hearsay-lexicons.h"

/* Fields of a line at most. */
#define MAX_FIELDS 8

/**
 * hearsay_lexicon_read:
 * @file: a table's file name, “countries.txt”
 * @error: why it is not there
 *
 * Returns: (transfer full) (nullable): the table as it was built in
 */
GBytes *
hearsay_lexicon_read (const char *file,
                      GError    **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  path = g_strconcat ("/io/github/hearsay/Hearsay/lexicons/", file, NULL);
  return g_resource_lookup_data (hearsay_lexicons_get_resource (), path,
                                 G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

/**
 * hearsay_lexicon_cut:
 * @rest: (inout): a string that is cut in place; %NULL behind its last piece
 *
 * Returns: (transfer none) (nullable): the piece before the next @separator, or what is left
 */
char *
hearsay_lexicon_cut (char **rest,
                     char   separator)
{
  char *piece;
  char *end;

  g_return_val_if_fail (rest != NULL, NULL);

  piece = *rest;
  end = piece != NULL ? strchr (piece, separator) : NULL;
  if (end != NULL)
    *end++ = '\0';
  *rest = end;
  return piece;
}

/**
 * hearsay_lexicon_read_lines:
 * @file: the name of a table that is built in
 * @func: called for each line but comments; it may change the fields
 */
void
hearsay_lexicon_read_lines (const char             *file,
                            HearsayLexiconLineFunc  func,
                            gpointer                data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = hearsay_lexicon_read (file, &error);
  g_autofree char *text = NULL;
  char *rest;
  char *line;

  g_return_if_fail (func != NULL);

  if (bytes == NULL)
    g_error ("A table that is part of the program is missing: %s", error->message);

  rest = text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  while ((line = hearsay_lexicon_cut (&rest, '\n')) != NULL)
    {
      char *fields[MAX_FIELDS];
      guint n_fields = 0;

      if (line[0] == '#' || line[0] == '\0')
        continue;
      while (line != NULL && n_fields < MAX_FIELDS)
        fields[n_fields++] = hearsay_lexicon_cut (&line, '|');
      func (fields, n_fields, data);
    }
}
