/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-ties.h"

/* A row of the table “ties” is an article as networks see it, the lowest byte first:
 *
 *   4 bytes  statements                      2 + 2  actors, issues
 *   4        stances                         4      mentions
 *   4 each   keys of the actors by number, then of the issues
 *   14 each  stance: statement, paragraph, holder and target (2 each; the
 *            target's number counts on from the actors into the issues), year (2),
 *            month, day, precision of the day, position
 *   6 each   mention of an actor: actor, paragraph, statement (0xffff for none)
 */
#define HEAD_BYTES 16
#define KEY_BYTES 4
#define STANCE_BYTES 14
#define MENTION_BYTES 6
#define NONE_PACKED 0xffff

/* Numbers that name nobody. */
#define NOBODY G_MAXUINT32

void
hearsay_local_ties_init (HearsayLocalTies *self)
{
  *self = (HearsayLocalTies) {
    .keys = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .ties = g_array_new (FALSE, FALSE, sizeof (HearsayTie)),
    .mentions = g_array_new (FALSE, FALSE, sizeof (HearsayTieMention)),
  };
}

void
hearsay_local_ties_clear (HearsayLocalTies *self)
{
  g_array_unref (self->keys);
  g_array_unref (self->ties);
  g_array_unref (self->mentions);
}

/* Forgets the article before, and keeps the room. */
void
hearsay_local_ties_reset (HearsayLocalTies *self)
{
  g_array_set_size (self->keys, 0);
  g_array_set_size (self->ties, 0);
  g_array_set_size (self->mentions, 0);
  self->n_actors = self->n_statements = 0;
}

static void
put_u16 (guint8 *at,
         guint   value)
{
  at[0] = value & 0xff;
  at[1] = value >> 8 & 0xff;
}

static void
put_u32 (guint8  *at,
         guint32  value)
{
  put_u16 (at, value & 0xffff);
  put_u16 (at + 2, value >> 16);
}

static guint
get_u16 (const guint8 *at)
{
  return at[0] | (guint) at[1] << 8;
}

static guint32
get_u32 (const guint8 *at)
{
  return get_u16 (at) | (guint32) get_u16 (at + 2) << 16;
}

/**
 * hearsay_local_ties_fit:
 *
 * Returns: whether the numbers and keys have room in what hearsay_local_ties_pack() writes
 */
gboolean
hearsay_local_ties_fit (const HearsayLocalTies *self)
{
  for (guint i = 0; i < self->keys->len; i++)
    {
      gint64 key = g_array_index (self->keys, gint64, i);

      if (key < 0 || key > G_MAXUINT32)
        return FALSE;
    }
  return self->keys->len < NONE_PACKED && self->n_statements < NONE_PACKED;
}

static void
pack_tie (guint8           *at,
          const HearsayTie *tie)
{
  put_u16 (at, tie->statement);
  put_u16 (at + 2, MIN (tie->paragraph, G_MAXUINT16));
  put_u16 (at + 4, tie->holder);
  put_u16 (at + 6, tie->target);
  put_u16 (at + 8, (guint) (guint16) tie->said_on.year);
  at[10] = tie->said_on.month;
  at[11] = tie->said_on.day;
  at[12] = tie->said_on.precision;
  at[13] = (guint8) tie->position;
}

/**
 * hearsay_local_ties_pack:
 * @self: an article that hearsay_local_ties_fit()
 *
 * Returns: (transfer full): a row of the table “ties”
 */
GByteArray *
hearsay_local_ties_pack (const HearsayLocalTies *self)
{
  GByteArray *bytes = g_byte_array_new ();
  guint8 *at;

  g_byte_array_set_size (bytes, HEAD_BYTES + self->keys->len * KEY_BYTES + self->ties->len * STANCE_BYTES +
                                  self->mentions->len * MENTION_BYTES);
  at = bytes->data;
  put_u32 (at, self->n_statements);
  put_u16 (at + 4, self->n_actors);
  put_u16 (at + 6, self->keys->len - self->n_actors);
  put_u32 (at + 8, self->ties->len);
  put_u32 (at + 12, self->mentions->len);
  at += HEAD_BYTES;
  for (guint i = 0; i < self->keys->len; i++, at += KEY_BYTES)
    put_u32 (at, (guint32) g_array_index (self->keys, gint64, i));
  for (guint i = 0; i < self->ties->len; i++, at += STANCE_BYTES)
    pack_tie (at, &g_array_index (self->ties, HearsayTie, i));
  for (guint i = 0; i < self->mentions->len; i++, at += MENTION_BYTES)
    {
      const HearsayTieMention *mention = &g_array_index (self->mentions, HearsayTieMention, i);

      put_u16 (at, mention->entity);
      put_u16 (at + 2, MIN (mention->paragraph, G_MAXUINT16));
      put_u16 (at + 4, MIN (mention->statement, NONE_PACKED));
    }
  return bytes;
}

static HearsayTie
unpack_tie (const guint8 *at)
{
  return (HearsayTie) {
    .statement = get_u16 (at),
    .paragraph = get_u16 (at + 2),
    .holder = get_u16 (at + 4),
    .target = get_u16 (at + 6),
    .position = (HearsayPosition) MIN (at[13], HEARSAY_N_POSITIONS - 1),
    .said_on = { .year = (gint16) get_u16 (at + 8), .month = at[10], .day = at[11], .precision = at[12] },
  };
}

/**
 * hearsay_local_ties_unpack:
 * @bytes: what hearsay_local_ties_pack() has made; anything at all is bearable
 *
 * Entities may lie beyond the keys in a damaged file.
 *
 * Returns: FALSE where the bytes are cut short or of another make
 */
gboolean
hearsay_local_ties_unpack (HearsayLocalTies *self,
                           const guint8     *bytes,
                           gsize             n_bytes,
                           gboolean          with_mentions)
{
  guint64 n_keys;
  guint64 n_ties;
  guint64 n_mentions;
  const guint8 *at = bytes;

  g_return_val_if_fail (self != NULL && (bytes != NULL || n_bytes == 0), FALSE);

  hearsay_local_ties_reset (self);
  if (n_bytes < HEAD_BYTES)
    return FALSE;
  n_keys = get_u16 (at + 4) + get_u16 (at + 6);
  n_ties = get_u32 (at + 8);
  n_mentions = get_u32 (at + 12);
  if (n_bytes != HEAD_BYTES + n_keys * KEY_BYTES + n_ties * STANCE_BYTES + n_mentions * MENTION_BYTES)
    return FALSE;
  self->n_statements = MIN (get_u32 (at), NONE_PACKED);
  self->n_actors = get_u16 (at + 4);
  at += HEAD_BYTES;
  g_array_set_size (self->keys, (guint) n_keys);
  for (guint i = 0; i < n_keys; i++, at += KEY_BYTES)
    g_array_index (self->keys, gint64, i) = get_u32 (at);
  g_array_set_size (self->ties, (guint) n_ties);
  for (guint i = 0; i < n_ties; i++, at += STANCE_BYTES)
    g_array_index (self->ties, HearsayTie, i) = unpack_tie (at);
  g_array_set_size (self->mentions, with_mentions ? (guint) n_mentions : 0);
  for (guint i = 0; i < self->mentions->len; i++, at += MENTION_BYTES)
    {
      guint32 statement = get_u16 (at + 4);

      g_array_index (self->mentions, HearsayTieMention, i) = (HearsayTieMention) {
        get_u16 (at), 0, get_u16 (at + 2), statement < NONE_PACKED ? statement : NOBODY
      };
    }
  return TRUE;
}
