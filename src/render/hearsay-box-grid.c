/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <math.h>

#include "render/hearsay-box-grid.h"

/* A box that spans more cells is kept in a list of its own. */
#define MAX_CELLS 64

typedef struct
{
  HearsayBox box;
  guint32 tag;
} Entry;

struct _HearsayBoxGrid
{
  double cell;
  GArray *entries;
  GHashTable *cells; /* gint64 key → GArray of guint32 */
  GArray *large;
};

typedef struct
{
  gint64 x0;
  gint64 y0;
  gint64 x1;
  gint64 y1;
} Cells;

static void
free_indices (gpointer data)
{
  g_array_unref (data);
}

/**
 * hearsay_box_grid_new:
 * @cell: side of a cell; about the size of the boxes
 *
 * Answers whether a place is taken in the time of the boxes nearby.
 */
HearsayBoxGrid *
hearsay_box_grid_new (double cell)
{
  HearsayBoxGrid *self;

  g_return_val_if_fail (cell > 0.0, NULL);

  self = g_new0 (HearsayBoxGrid, 1);
  self->cell = cell;
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_indices);
  self->large = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
hearsay_box_grid_free (HearsayBoxGrid *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->entries);
  g_hash_table_unref (self->cells);
  g_array_unref (self->large);
  g_free (self);
}

static gint64
to_cell (const HearsayBoxGrid *self,
         double                value)
{
  return (gint64) floor (CLAMP (value / self->cell, -1e9, 1e9));
}

static Cells
find_cells (const HearsayBoxGrid *self,
            const HearsayBox     *box)
{
  return (Cells) { to_cell (self, box->x0), to_cell (self, box->y0), to_cell (self, box->x1), to_cell (self, box->y1) };
}

static gboolean
is_large (const Cells *cells)
{
  return (cells->x1 - cells->x0 + 1) * (cells->y1 - cells->y0 + 1) > MAX_CELLS;
}

static gint64
make_key (gint64 x,
          gint64 y)
{
  return (gint64) ((guint64) x << 32 ^ ((guint64) y & 0xffffffffu));
}

/**
 * hearsay_box_grid_add:
 * @tag: what to leave out of a later question
 */
void
hearsay_box_grid_add (HearsayBoxGrid   *self,
                      const HearsayBox *box,
                      guint32           tag)
{
  Entry entry = { *box, tag };
  guint32 index;
  Cells cells;

  g_return_if_fail (self != NULL);

  index = self->entries->len;
  g_array_append_val (self->entries, entry);
  cells = find_cells (self, box);
  if (is_large (&cells))
    {
      g_array_append_val (self->large, index);
      return;
    }
  for (gint64 y = cells.y0; y <= cells.y1; y++)
    {
      for (gint64 x = cells.x0; x <= cells.x1; x++)
        {
          gint64 key = make_key (x, y);
          GArray *indices = g_hash_table_lookup (self->cells, &key);

          if (indices == NULL)
            {
              indices = g_array_new (FALSE, FALSE, sizeof (guint32));
              g_hash_table_insert (self->cells, g_memdup2 (&key, sizeof key), indices);
            }
          g_array_append_val (indices, index);
        }
    }
}

static gboolean
any_overlaps (const HearsayBoxGrid *self,
              const GArray         *indices,
              const HearsayBox     *box,
              guint32               except)
{
  for (guint i = 0; indices != NULL && i < indices->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, g_array_index (indices, guint32, i));

      if ((except == HEARSAY_BOX_GRID_NO_TAG || entry->tag != except) && hearsay_box_overlaps (&entry->box, box))
        return TRUE;
    }
  return FALSE;
}

/**
 * hearsay_box_grid_overlaps:
 * @except: boxes with this tag do not count; %HEARSAY_BOX_GRID_NO_TAG to count all
 *
 * Returns: whether @box overlaps one that was added
 */
gboolean
hearsay_box_grid_overlaps (const HearsayBoxGrid *self,
                           const HearsayBox     *box,
                           guint32               except)
{
  Cells cells;

  g_return_val_if_fail (self != NULL, FALSE);

  if (any_overlaps (self, self->large, box, except))
    return TRUE;
  cells = find_cells (self, box);
  if (is_large (&cells))
    {
      for (guint i = 0; i < self->entries->len; i++)
        {
          const Entry *entry = &g_array_index (self->entries, Entry, i);

          if ((except == HEARSAY_BOX_GRID_NO_TAG || entry->tag != except) && hearsay_box_overlaps (&entry->box, box))
            return TRUE;
        }
      return FALSE;
    }
  for (gint64 y = cells.y0; y <= cells.y1; y++)
    {
      for (gint64 x = cells.x0; x <= cells.x1; x++)
        {
          gint64 key = make_key (x, y);

          if (any_overlaps (self, g_hash_table_lookup (self->cells, &key), box, except))
            return TRUE;
        }
    }
  return FALSE;
}
