/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-attribution-private.h"

/* How likely a candidate must be to be taken. */
#define THRESHOLD 0.35f
/* The same for one whose content is a quotation that nothing else claims. */
#define QUOTE_THRESHOLD 0.12f
/* The same for one within the content of another. */
#define NESTED_THRESHOLD 0.5f
/* Words of a quotation that are hardly ever anything but what somebody said. */
#define MIN_QUOTE 4
/* Candidates of one sentence that are compared with each other. */
#define MAX_RIVALS 24

static HearsayFound *
found_at (const HearsayFinder *self,
          guint                i)
{
  return &g_array_index (self->found, HearsayFound, i);
}

static gboolean
holds (const HearsayFound *found,
       guint32             token)
{
  for (guint i = 0; i < found->n_pieces; i++)
    if (found->pieces[i].first <= token && token <= found->pieces[i].last)
      return TRUE;
  return FALSE;
}

/* Whether the word stands in a quotation long enough to be somebody's statement. */
static gboolean
is_quoted (const HearsayFinder *self,
           guint32              token)
{
  gint32 quote = hearsay_text_find_quote (self->text, token);

  while (quote >= 0 && self->text->quotes[quote].n_words < MIN_QUOTE)
    quote = self->text->quotes[quote].parent;
  return quote >= 0;
}

static gboolean
is_front (const HearsayFound *found)
{
  return found->frame == HEARSAY_FRAME_FRONT;
}

/* Ends @inner's content before the clause “, X said” of @outer. */
static void
cut_before (HearsayFound       *inner,
            const HearsayFound *outer)
{
  guint32 edge = hearsay_range_is_empty (outer->source) ? outer->cue.first : MIN (outer->source.first, outer->cue.first);

  for (guint i = 0; i < inner->n_pieces; i++)
    if (inner->pieces[i].first < edge && inner->pieces[i].last >= edge)
      inner->pieces[i].last = edge - 1;
}

/* Decides between two candidates of one sentence; the loser is marked. */
static void
compare (HearsayFound *a,
         HearsayFound *b)
{
  gboolean a_in_b = holds (b, a->key);
  gboolean b_in_a = holds (a, b->key);

  if (a_in_b && b_in_a)
    {
      if (is_front (b))
        {
          cut_before (a, b);
          a->nested = TRUE;
        }
      else
        {
          cut_before (b, a);
          b->nested = TRUE;
        }
    }
  else if (a_in_b)
    a->nested = TRUE;
  else if (b_in_a)
    b->nested = TRUE;
  else if (a->n_pieces == 1 && b->n_pieces == 1 && a->pieces[0].last == b->pieces[0].last
           && a->pieces[0].first <= b->key && b->pieces[0].first <= a->pieces[0].last)
    b->nested = TRUE;
}

static void
take (HearsayFinder *self,
      guint          index)
{
  HearsayFound *found = found_at (self, index);

  found->taken = TRUE;
  for (guint i = 0; i < found->n_pieces; i++)
    for (guint32 j = found->pieces[i].first; j <= found->pieces[i].last; j++)
      if (self->owner[j] < 0)
        self->owner[j] = (gint32) index;
}

/* Whether @found brings a whole quotation that nobody has claimed. */
static gboolean
claims_quote (const HearsayFinder *self,
              const HearsayFound  *found)
{
  for (guint i = 0; i < found->n_pieces; i++)
    for (guint32 j = found->pieces[i].first; j <= found->pieces[i].last; j++)
      if (hearsay_finder_is_open_quote (self, j) && self->owner[j] < 0
          && self->text->quotes[hearsay_text_find_quote (self->text, j)].n_words >= MIN_QUOTE)
        return TRUE;
  return FALSE;
}

static gboolean
is_said_elsewhere (const HearsayFinder *self,
                   const HearsayFound  *found)
{
  return self->owner[found->key] >= 0;
}

/* The likeliest of the candidates that bring an unclaimed quotation is taken, though it be unlikely by itself. */
static void
take_for_quotes (HearsayFinder *self,
                 guint          first)
{
  gint best;

  do
    {
      best = -1;
      for (guint i = first; i < self->found->len; i++)
        {
          const HearsayFound *found = found_at (self, i);

          if (found->taken || found->quoted || found->confidence < QUOTE_THRESHOLD || is_said_elsewhere (self, found)
              || !claims_quote (self, found))
            continue;
          if (best < 0 || found->confidence > found_at (self, (guint) best)->confidence)
            best = (gint) i;
        }
      if (best >= 0)
        take (self, (guint) best);
    }
  while (best >= 0);
}

/* Whether a candidate within another's content is plainly a statement of its own: “Oslo believes that …”. */
static gboolean
is_plain (const HearsayFinder *self,
          const HearsayFound  *found)
{
  guint8 tag;

  if (found->confidence < NESTED_THRESHOLD || found->n_pieces != 1 || hearsay_range_is_empty (found->source)
      || (found->frame != HEARSAY_FRAME_THAT && found->frame != HEARSAY_FRAME_OBJECT_THAT))
    return FALSE;
  tag = self->xpos[found->source.last];
  return found->source.last + 1 == found->cue.first && (tag == HEARSAY_XPOS_NNP || tag == HEARSAY_XPOS_NNPS || tag == HEARSAY_XPOS_NNS);
}

/* Keeps a plain statement within the content of another, as far as that content goes. */
static void
take_nested (HearsayFinder *self,
             guint          index)
{
  HearsayFound *found = found_at (self, index);
  HearsayRange *piece = &found->pieces[0];
  gint32 owner = self->owner[found->key];
  guint32 last = found->key;

  if (found->taken || owner < 0 || !is_plain (self, found))
    return;
  while (last < piece->last && self->owner[last + 1] == owner)
    last++;
  while (last > piece->first && self->text->tokens[last].punct != HEARSAY_PUNCT_NONE)
    last--;
  if (last <= piece->first)
    return;
  piece->last = MIN (piece->last, last);
  found->taken = found->nested = TRUE;
}

static gint
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const HearsayFound *x = a;
  const HearsayFound *y = b;

  return x->key < y->key ? -1 : x->key > y->key ? 1 : 0;
}

/**
 * hearsay_select_run:
 * @first: the first candidate of a sentence; the rest follow
 *
 * Takes those that are likely, one for each content: what stands inside the
 * content of another is that one's business.
 */
void
hearsay_select_run (HearsayFinder *self,
                    guint          first)
{
  guint n = self->found->len - first;

  if (n == 0)
    return;
  qsort (&g_array_index (self->found, HearsayFound, first), n, sizeof (HearsayFound), compare_keys);
  for (guint i = first; i < self->found->len; i++)
    found_at (self, i)->quoted = is_quoted (self, found_at (self, i)->key);
  for (guint i = first; i < self->found->len; i++)
    for (guint j = i + 1; j < MIN (self->found->len, i + MAX_RIVALS); j++)
      {
        HearsayFound *a = found_at (self, i);
        HearsayFound *b = found_at (self, j);

        if (a->confidence >= THRESHOLD && b->confidence >= THRESHOLD && !a->quoted && !b->quoted)
          compare (a, b);
      }
  for (guint i = first; i < self->found->len; i++)
    {
      const HearsayFound *found = found_at (self, i);

      if (found->confidence >= THRESHOLD && !found->nested && !found->quoted)
        take (self, i);
    }
  if (n <= MAX_RIVALS)
    take_for_quotes (self, first);
  for (guint i = first; i < self->found->len; i++)
    take_nested (self, i);
}
