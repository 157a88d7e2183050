/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-attribution-private.h"


/* Attributions before a nested one among which the one around it is looked for. */
#define MAX_LOOK_BACK 64

void
hearsay_finder_clear (HearsayFinder *self)
{
  g_clear_pointer (&self->chunk, g_free);
  g_clear_pointer (&self->owner, g_free);
  g_clear_pointer (&self->chunks, g_array_unref);
  g_clear_pointer (&self->found, g_array_unref);
}

/**
 * hearsay_finder_weigh:
 * @lower: a word
 *
 * Returns: how likely @lower is a cue in this frame, 0 to 1; 0 for what the lexicon does not have
 */
float
hearsay_finder_weigh (const HearsayFinder *self,
                      HearsayCueKind       kind,
                      const char          *lower,
                      HearsayFrame         frame)
{
  const HearsayCue *cue = hearsay_cues_find (kind, lower);

  return cue != NULL ? hearsay_cues_get_weight (cue, frame) : 0;
}

/* Finds the attributions of a paragraph; @before is the one the paragraph before ends with. */
static gint32
run_paragraph (HearsayFinder *self,
               guint32        index,
               gint32         before)
{
  const HearsayParagraph *paragraph = &self->text->paragraphs[index];
  guint32 end = paragraph->first_sentence + paragraph->n_sentences;
  guint first_found = self->found->len;

  if (hearsay_quotes_transcript (self, index))
    return (gint32) first_found;
  for (guint32 i = paragraph->first_sentence; i < end; i++)
    {
      guint first = self->found->len;

      hearsay_verbs_scan (self, i);
      hearsay_nouns_scan (self, i);
      hearsay_nouns_according (self, i);
      hearsay_select_run (self, first);
    }
  return hearsay_quotes_extend (self, index, first_found, before);
}

/* Finds the noun phrases of all sentences. */
static gboolean
prepare (HearsayFinder  *self,
         GCancellable   *cancellable,
         GError        **error)
{
  const HearsayText *text = self->text;

  for (guint32 i = 0; i < text->n_tokens; i++)
    self->chunk[i] = self->owner[i] = -1;
  for (guint32 i = 0; i < text->n_sentences; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      hearsay_phrases_chunk (self, i);
    }
  return TRUE;
}

static gint
compare_pieces (gconstpointer a,
                gconstpointer b)
{
  const HearsayRange *x = a;
  const HearsayRange *y = b;

  return x->first < y->first ? -1 : x->first > y->first ? 1 : 0;
}

/* By where the content begins; an outer one before what stands in it. */
static gint
compare_found (gconstpointer a,
               gconstpointer b)
{
  const HearsayFound *x = a;
  const HearsayFound *y = b;
  const HearsayRange *p = &x->pieces[0];
  const HearsayRange *q = &y->pieces[0];

  if (p->first != q->first)
    return p->first < q->first ? -1 : 1;
  if (p->last != q->last)
    return p->last > q->last ? -1 : 1;
  return x->key < y->key ? -1 : x->key > y->key ? 1 : 0;
}

/* Keeps what was taken. */
static void
drop_rest (HearsayFinder *self)
{
  guint kept = 0;

  for (guint i = 0; i < self->found->len; i++)
    if (g_array_index (self->found, HearsayFound, i).taken)
      g_array_index (self->found, HearsayFound, kept++) = g_array_index (self->found, HearsayFound, i);
  g_array_set_size (self->found, kept);
}

/**
 * hearsay_finder_run:
 * @self: with @text and @xpos set, everything else cleared
 * @cancellable: (nullable): asked once a paragraph
 *
 * Fills @self.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED
 */
gboolean
hearsay_finder_run (HearsayFinder  *self,
                    GCancellable   *cancellable,
                    GError        **error)
{
  const HearsayText *text = self->text;
  gint32 before = -1;

  self->chunk = g_new (gint32, text->n_tokens + 1);
  self->owner = g_new (gint32, text->n_tokens + 1);
  self->chunks = g_array_new (FALSE, FALSE, sizeof (HearsayChunk));
  self->found = g_array_new (FALSE, TRUE, sizeof (HearsayFound));
  if (!prepare (self, cancellable, error))
    return FALSE;
  for (guint32 i = 0; i < text->n_paragraphs; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      before = run_paragraph (self, i, before);
    }
  drop_rest (self);
  for (guint i = 0; i < self->found->len; i++)
    {
      HearsayFound *found = &g_array_index (self->found, HearsayFound, i);

      qsort (found->pieces, found->n_pieces, sizeof (HearsayRange), compare_pieces);
    }
  g_array_sort (self->found, compare_found);
  return TRUE;
}

static HearsaySpan
to_bytes (const HearsayText *text,
          HearsayRange       range)
{
  return hearsay_range_is_empty (range) ? HEARSAY_SPAN_NONE : hearsay_text_tokens_span (text, range.first, range.last);
}

/* Direct when every word is quoted, indirect when none is. */
static HearsayStatementKind
find_kind (const HearsayFinder *self,
           const HearsayFound  *found)
{
  guint n_words = 0;
  guint n_quoted = 0;

  for (guint i = 0; i < found->n_pieces; i++)
    for (guint32 j = found->pieces[i].first; j <= found->pieces[i].last; j++)
      {
        if ((self->text->tokens[j].flags & HEARSAY_TOKEN_WORD) == 0)
          continue;
        n_words++;
        n_quoted += self->text->tokens[j].depth > 0;
      }
  return n_quoted == 0 ? HEARSAY_STATEMENT_INDIRECT : n_quoted == n_words ? HEARSAY_STATEMENT_DIRECT
                                                                          : HEARSAY_STATEMENT_MIXED;
}

/* The nearest attribution before @index, in text order, in whose content it stands; -1 if none. */
static gint32
find_parent (const HearsayFinder *self,
             guint                index)
{
  guint32 key = g_array_index (self->found, HearsayFound, index).key;
  guint stop = index > MAX_LOOK_BACK ? index - MAX_LOOK_BACK : 0;

  if (!g_array_index (self->found, HearsayFound, index).nested)
    return -1;
  for (guint i = index; i-- > stop;)
    {
      const HearsayFound *found = &g_array_index (self->found, HearsayFound, i);

      for (guint j = 0; j < found->n_pieces; j++)
        if (found->pieces[j].first <= key && key <= found->pieces[j].last)
          return (gint32) i;
    }
  return -1;
}

static void
publish (const HearsayFinder *finder,
         HearsayAttributions *self,
         guint                index)
{
  const HearsayFound *found = &g_array_index (finder->found, HearsayFound, index);
  HearsayAttribution attribution = {
    .source = to_bytes (finder->text, found->source),
    .head = to_bytes (finder->text, found->head),
    .cue = to_bytes (finder->text, found->cue),
    .first_content = self->contents->len,
    .n_contents = found->n_pieces,
    .sentence = finder->text->tokens[found->key].sentence,
    .parent = find_parent (finder, index),
    .kind = find_kind (finder, found),
    .rule = found->rule,
    .confidence = found->confidence,
  };

  for (guint i = 0; i < found->n_pieces; i++)
    {
      HearsaySpan span = to_bytes (finder->text, found->pieces[i]);

      g_array_append_val (self->contents, span);
    }
  g_array_append_val (self->items, attribution);
}

/**
 * hearsay_attributions_find:
 * @text: an English text, cut up
 * @xpos: (array): #HearsayXpos of every token
 * @cancellable: (nullable): asked once a paragraph
 *
 * Finds who is said to have said what.
 *
 * Returns: (transfer full): what was found; %NULL with %G_IO_ERROR_CANCELLED
 */
HearsayAttributions *
hearsay_attributions_find (const HearsayText  *text,
                           const guint8       *xpos,
                           GCancellable       *cancellable,
                           GError            **error)
{
  g_autoptr (HearsayAttributions) self = NULL;
  g_auto (HearsayFinder) finder = { .text = text, .xpos = xpos };

  g_return_val_if_fail (text != NULL && xpos != NULL, NULL);

  if (!hearsay_finder_run (&finder, cancellable, error))
    return NULL;
  self = g_new0 (HearsayAttributions, 1);
  self->items = g_array_new (FALSE, TRUE, sizeof (HearsayAttribution));
  self->contents = g_array_new (FALSE, TRUE, sizeof (HearsaySpan));
  for (guint i = 0; i < finder.found->len; i++)
    publish (&finder, self, i);
  return g_steal_pointer (&self);
}

void
hearsay_attributions_free (HearsayAttributions *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->items);
  g_array_unref (self->contents);
  g_free (self);
}
