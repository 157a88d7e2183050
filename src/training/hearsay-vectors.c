/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-vectors.h"

#include "analysis/hearsay-features.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

static gboolean
is_plain_word (const char *word,
               gsize       length)
{
  if (length == 0 || length > 40)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_islower (word[i]) && (i == 0 || (word[i] != '-' && word[i] != '\'')))
      return FALSE;
  return TRUE;
}

/* “[number, number, …]”, of which the first #HEARSAY_VECTORS_LENGTH are kept. Returns: behind it, or NULL */
static const char *
read_numbers (const char *text,
              float      *values)
{
  guint n = 0;

  if (*text++ != '[')
    return NULL;
  for (;;)
    {
      char *end;
      double value = g_ascii_strtod (text, &end);

      if (end == text)
        return NULL;
      if (n < HEARSAY_VECTORS_LENGTH)
        values[n] = (float) value;
      n++;
      text = end + strspn (end, " \n");
      if (*text == ']')
        return n >= HEARSAY_VECTORS_LENGTH ? text + 1 : NULL;
      if (*text++ != ',')
        return NULL;
    }
}

/* “"word": [ … ]”. Returns: behind it, or NULL */
static const char *
read_word (HearsayVectors *self,
           const char     *text)
{
  float *values = self->values + (gsize) self->n * HEARSAY_VECTORS_STRIDE;
  const char *word = text + 1;
  const char *end = word;

  if (*text != '"')
    return NULL;
  while (*end != '"' && *end != '\0')
    end += *end == '\\' && end[1] != '\0' ? 2 : 1;
  if (*end == '\0' || end[1] != ':')
    return NULL;
  text = read_numbers (end + 2 + strspn (end + 2, " \n"), values);
  if (text != NULL && is_plain_word (word, (gsize) (end - word)))
    self->hashes[self->n++] = hearsay_hash_bytes (word, (gsize) (end - word));
  return text;
}

/* Away from what all words have in common, and of length 1. */
static void
normalize (HearsayVectors *self)
{
  double mean[HEARSAY_VECTORS_LENGTH] = { 0 };

  for (guint i = 0; i < self->n; i++)
    for (guint k = 0; k < HEARSAY_VECTORS_LENGTH; k++)
      mean[k] += hearsay_vectors_get (self, i)[k];
  for (guint i = 0; i < self->n; i++)
    {
      float *values = self->values + (gsize) i * HEARSAY_VECTORS_STRIDE;
      double sum = 1e-9;

      for (guint k = 0; k < HEARSAY_VECTORS_LENGTH; k++)
        {
          values[k] -= (float) (mean[k] / self->n);
          sum += (double) values[k] * (double) values[k];
        }
      for (guint k = 0; k < HEARSAY_VECTORS_LENGTH; k++)
        values[k] = (float) ((double) values[k] / sqrt (sum));
      memset (values + HEARSAY_VECTORS_LENGTH, 0, (HEARSAY_VECTORS_STRIDE - HEARSAY_VECTORS_LENGTH) * sizeof (float));
    }
}

/**
 * hearsay_vectors_read:
 * @path: JSON with an object “vectors”: lists of numbers by word, the commonest word first
 * @n_words: how many are wanted at most; words with other signs than small letters, hyphens
 *   and apostrophes are left out
 *
 * Returns: (transfer full): the vectors, %NULL with a #GFileError or %G_IO_ERROR_INVALID_DATA
 */
HearsayVectors *
hearsay_vectors_read (const char  *path,
                      guint        n_words,
                      GError     **error)
{
  static const char key[] = "\"vectors\":{";
  g_autoptr (HearsayVectors) self = g_new0 (HearsayVectors, 1);
  g_autofree char *text = NULL;
  const char *p;

  if (!g_file_get_contents (path, &text, NULL, error))
    return NULL;
  self->hashes = g_new (guint32, n_words + 1);
  self->values = g_new (float, ((gsize) n_words + 1) * HEARSAY_VECTORS_STRIDE);
  p = strstr (text, key);
  p = p != NULL ? p + strlen (key) : NULL;
  while (p != NULL && *p != '}' && self->n < n_words)
    {
      p = read_word (self, p);
      if (p != NULL && *p == ',')
        p++;
    }
  if (p == NULL || self->n == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: no vectors of words, or none of %d numbers", path, HEARSAY_VECTORS_LENGTH);
      return NULL;
    }
  normalize (self);
  return g_steal_pointer (&self);
}

void
hearsay_vectors_free (HearsayVectors *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->hashes);
  g_free (self->values);
  g_free (self);
}
