/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-fit.h"

/**
 * hearsay_fit_get_model:
 *
 * Returns: (transfer full) (nullable): a model of the parts that are there so far
 */
HearsayModel *
hearsay_fit_get_model (HearsayFit  *fit,
                       GError     **error)
{
  g_autoptr (GBytes) bytes = hearsay_model_builder_finish (fit->builder);

  return hearsay_model_new (bytes, error);
}

/**
 * hearsay_fit_load_train:
 *
 * Reads the treebanks that are fitted on, if that was not done yet, and gives
 * their words the traits of the model as it stands.
 */
gboolean
hearsay_fit_load_train (HearsayFit  *fit,
                        GError     **error)
{
  const char *names[] = { "ewt-train.conllu.gz", "gum-train.conllu.gz" };
  g_autoptr (HearsayTreebank) train = NULL;

  if (fit->train != NULL)
    return TRUE;
  train = hearsay_treebank_new ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fit->shared, "corpora", "ud", names[i], NULL);

      if (!hearsay_treebank_read (train, path, error))
        return FALSE;
    }
  fit->train = g_steal_pointer (&train);
  return TRUE;
}

/**
 * hearsay_fit_random:
 * @state: (inout): of the generator (splitmix64), any value to begin with
 *
 * Returns: the next number
 */
guint64
hearsay_fit_random (guint64 *state)
{
  guint64 z = (*state += G_GUINT64_CONSTANT (0x9E3779B97F4A7C15));

  z = (z ^ z >> 30) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  z = (z ^ z >> 27) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
  return z ^ z >> 31;
}

/**
 * hearsay_fit_shuffle:
 * @state: (inout): of the generator (splitmix64), any value to begin with
 */
void
hearsay_fit_shuffle (guint32 *items,
                     guint    n,
                     guint64 *state)
{
  for (guint i = n; i > 1; i--)
    {
      guint32 item = items[i - 1];
      guint j = (guint) (hearsay_fit_random (state) % i);

      items[i - 1] = items[j];
      items[j] = item;
    }
}

/* For arrays and qsort() of 32-bit numbers. */
int
hearsay_fit_compare_u32 (gconstpointer a,
                         gconstpointer b)
{
  guint32 x = *(const guint32 *) a;
  guint32 y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

/* Appends @value as it stands in a section: little-endian. */
void
hearsay_fit_append_u32 (GByteArray *bytes,
                        guint32     value)
{
  value = GUINT32_TO_LE (value);
  g_byte_array_append (bytes, (const guint8 *) &value, sizeof value);
}
