/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-meanings.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "analysis/hearsay-model-private.h"
#include "analysis/hearsay-stance-judge.h"

/* Number of axes and of slots as 32 bits each, the unit as a float. */
#define HEADER_SIZE 12

/* A place has 16 bits. */
#define MAX_SLOTS 65536

/* What is farther out than this many times the mean is cut to it: a few words must not cost the others their digits. */
#define MAX_SPREAD 4.0

static inline guint8 *
get_slot (guint8  *slots,
          guint32  place,
          guint    n_axes)
{
  return slots + (gsize) place * (2 + n_axes);
}

/**
 * hearsay_meanings_read:
 * @self: (out): a view that is valid as long as @bytes
 * @bytes: as hearsay_meanings_pack() makes them
 *
 * Returns: whether they have the shape of a table
 */
gboolean
hearsay_meanings_read (HearsayMeanings *self,
                       const guint8    *bytes,
                       gsize            size)
{
  guint32 n_slots;

  g_return_val_if_fail (self != NULL, FALSE);

  if (bytes == NULL || size < HEADER_SIZE)
    return FALSE;
  self->n_axes = hearsay_model_get_u32 (bytes);
  n_slots = hearsay_model_get_u32 (bytes + 4);
  hearsay_stance_read_floats (bytes + 8, &self->unit, 1);
  self->slots = bytes + HEADER_SIZE;
  self->mask = n_slots - 1;
  return self->n_axes > 0 && self->n_axes <= HEARSAY_MEANINGS_MAX_AXES && self->n_axes % HEARSAY_MEANINGS_LANES == 0 &&
         n_slots >= 2 && n_slots <= MAX_SLOTS && (n_slots & (n_slots - 1)) == 0 && self->unit > 0 && self->unit < 1000 &&
         size == HEADER_SIZE + (gsize) n_slots * (2 + self->n_axes);
}

/**
 * hearsay_meanings_load:
 * @self: (out): a view that is valid as long as @model
 *
 * Returns: whether @section is there and has the shape of a table
 */
gboolean
hearsay_meanings_load (HearsayMeanings     *self,
                       const HearsayModel  *model,
                       const char          *section,
                       GError             **error)
{
  gsize size;
  const guint8 *bytes = hearsay_model_require (model, section, HEADER_SIZE, &size, error);

  if (bytes == NULL)
    return FALSE;
  if (!hearsay_meanings_read (self, bytes, size))
    {
      g_set_error (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_SECTION,
                   _("The part “%s” of the language model has an unknown shape"), section);
      return FALSE;
    }
  return TRUE;
}

/**
 * hearsay_meanings_find:
 * @hash: of a word in small letters
 *
 * Returns: where hearsay_meanings_get() finds it, below 65,536; 0 where it is not known
 */
guint
hearsay_meanings_find (const HearsayMeanings *self,
                       guint32                hash)
{
  guint16 check = hearsay_model_get_check (hash);
  guint32 place = hearsay_model_get_home (hash);

  for (guint32 tries = 0; tries <= self->mask; tries++, place++)
    {
      guint32 slot = place & self->mask;
      guint16 found;

      if (slot == 0)
        continue;
      found = hearsay_model_get_u16 (self->slots + (gsize) slot * (2 + self->n_axes));
      if (found == check)
        return slot;
      if (found == 0)
        return 0;
    }
  return 0;
}

/* The largest number that a word may have, of those that @values have in the mean. */
static double
find_largest (const float *values,
              guint        n,
              guint        n_axes,
              guint        stride)
{
  double sum = 1e-12;

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < n_axes; k++)
      sum += (double) values[(gsize) i * stride + k] * (double) values[(gsize) i * stride + k];
  return MAX_SPREAD * sqrt (sum / ((double) n * n_axes + 1e-12));
}

static void
put_slot (guint8      *slot,
          guint16      check,
          const float *values,
          guint        n_axes,
          double       unit)
{
  slot[0] = (guint8) check;
  slot[1] = (guint8) (check >> 8);
  for (guint k = 0; k < n_axes; k++)
    slot[2 + k] = (guint8) (gint8) lrint (CLAMP ((double) values[k] / unit, -127, 127));
}

/**
 * hearsay_meanings_pack:
 * @hashes: (array length=n): of the words in small letters, the commonest first
 * @values: (array): @stride of each word, of which the first @n_axes count
 * @n: as many as find room in 65,536 slots are taken
 * @n_axes: a multiple of #HEARSAY_MEANINGS_LANES
 *
 * Returns: (transfer full): a section that hearsay_meanings_load() takes
 */
GBytes *
hearsay_meanings_pack (const guint32 *hashes,
                       const float   *values,
                       guint          n,
                       guint          n_axes,
                       guint          stride)
{
  double unit = find_largest (values, n, n_axes, stride) / 127;
  float kept_unit = (float) unit;
  g_autoptr (GBytes) packed_unit = hearsay_stance_pack_floats (&kept_unit, 1);
  guint32 n_slots = 16;
  gsize size;
  guint8 *bytes;

  g_return_val_if_fail (n_axes > 0 && n_axes <= HEARSAY_MEANINGS_MAX_AXES && n_axes % HEARSAY_MEANINGS_LANES == 0, NULL);

  while (n_slots - n_slots / 4 < n && n_slots < MAX_SLOTS)
    n_slots *= 2;
  n = MIN (n, n_slots - n_slots / 4);
  size = HEADER_SIZE + (gsize) n_slots * (2 + n_axes);
  bytes = g_malloc0 (size);
  for (guint k = 0; k < 4; k++)
    {
      bytes[k] = (guint8) (n_axes >> 8 * k);
      bytes[4 + k] = (guint8) (n_slots >> 8 * k);
    }
  memcpy (bytes + 8, g_bytes_get_data (packed_unit, NULL), sizeof (float));
  for (guint i = 0; i < n; i++)
    {
      guint32 place = hearsay_model_get_home (hashes[i]);

      while ((place & (n_slots - 1)) == 0 || hearsay_model_get_u16 (get_slot (bytes + HEADER_SIZE, place & (n_slots - 1), n_axes)) != 0)
        place++;
      put_slot (get_slot (bytes + HEADER_SIZE, place & (n_slots - 1), n_axes), hearsay_model_get_check (hashes[i]),
                values + (gsize) i * stride, n_axes, unit);
    }
  return g_bytes_new_take (bytes, size);
}
