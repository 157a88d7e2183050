/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-attribution-private.h"

/* Words of a quotation that is a statement by itself, not a title or a scare quote. */
#define MIN_WORDS 2
/* Attributions before a quotation that may own it. */
#define MAX_LOOK_BACK 64
/* Capitalised words before the colon of a transcript. */
#define MAX_NAME 5
/* Sentences of a paragraph that one “…, she said” at its end may cover. */
#define MAX_SENTENCES 4
/* Tokens of a name behind a dash, with what is said of its bearer. */
#define MAX_CREDIT 24

static HearsayFound *
found_at (const HearsayFinder *self,
          gint32               i)
{
  return &g_array_index (self->found, HearsayFound, i);
}

static guint32
paragraph_end (const HearsayFinder *self,
               guint32              paragraph)
{
  const HearsayParagraph *p = &self->text->paragraphs[paragraph];

  return p->first_token + p->n_tokens;
}

/* “Correction: …”, “Photo: …” are labels, nobody's words. */
static gboolean
is_label (const HearsayFinder *self,
          guint32              token)
{
  static const char *const words[] = {
    "analysis", "breaking", "clarification", "correction", "editorial", "exclusive", "explainer", "live", "note",
    "opinion", "photo", "photos", "published", "source", "sources", "the", "update", "updated", "video", "watch",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (hearsay_finder_is (self, token, words[i]))
      return TRUE;
  return FALSE;
}

/**
 * hearsay_quotes_transcript:
 * @paragraph: a paragraph
 *
 * Finds “NAME: …” at its beginning, and “Name: …” in a headline.
 *
 * Returns: whether it is one
 */
gboolean
hearsay_quotes_transcript (HearsayFinder *self,
                           guint32        paragraph)
{
  guint32 first = self->text->paragraphs[paragraph].first_token;
  guint32 end = paragraph_end (self, paragraph);
  HearsayFound found = { .rule = "transcript", .confidence = 0.8f, .frame = HEARSAY_FRAME_COLON, .taken = TRUE };
  guint32 i;
  gboolean caps = TRUE;

  if (hearsay_finder_is_open_quote (self, first))
    first++;
  for (i = first; i < end && i < first + MAX_NAME; i++)
    {
      const HearsayToken *token = &self->text->tokens[i];

      if ((token->flags & HEARSAY_TOKEN_CAPITALISED) == 0)
        break;
      caps = caps && (token->flags & (HEARSAY_TOKEN_ALL_CAPS | HEARSAY_TOKEN_ABBREVIATION)) != 0;
    }
  if (i == first || i + 2 >= end || is_label (self, first) || self->text->tokens[i].punct != HEARSAY_PUNCT_COLON)
    return FALSE;
  if (!caps && !hearsay_finder_is_open_quote (self, i + 1)
      && (paragraph > 0 || i > first + 2 || self->text->n_paragraphs < 3 || self->text->paragraphs[0].n_sentences > 2))
    return FALSE;
  found.source = (HearsayRange) { first, i - 1 };
  found.head = found.source;
  found.cue = (HearsayRange) { i, i };
  found.key = i;
  hearsay_content_add (self, &found, i + 1, end - 1);
  g_array_append_val (self->found, found);
  for (guint32 j = i + 1; j < end; j++)
    self->owner[j] = (gint32) self->found->len - 1;
  while (self->next_quote < self->text->n_quotes && self->text->quotes[self->next_quote].first_token < end)
    self->next_quote++;
  return TRUE;
}

static void
give (HearsayFinder *self,
      gint32         owner,
      guint32        first,
      guint32        last)
{
  hearsay_content_add (self, found_at (self, owner), first, last);
  for (guint32 i = first; i <= last; i++)
    if (self->owner[i] < 0)
      self->owner[i] = owner;
}

static gboolean
begins_sentence (const HearsayFinder *self,
                 guint32              token)
{
  return hearsay_finder_sentence_first (self, token) == token;
}

/* Whether the attribution's content, as far as it goes, is quoted. */
static gboolean
is_quoting (const HearsayFinder *self,
            const HearsayFound  *found)
{
  for (guint i = 0; i < found->n_pieces; i++)
    if (hearsay_finder_is_open_quote (self, found->pieces[i].first)
        || hearsay_finder_is_close_quote (self, found->pieces[i].last))
      return TRUE;
  return FALSE;
}

/* The attributions of a paragraph: those whose cues have been found are in the order of their keys, those of quotations
 * come behind. */
typedef struct
{
  guint first;
  guint first_of_quotations;
} Paragraph;

/* Whether an attribution stands before @token, with words in its sentence or the one before. */
static gboolean
reaches (const HearsayFinder *self,
         const HearsayFound  *found,
         guint32              token)
{
  guint32 reach = self->text->tokens[found->key].sentence;

  if (!found->taken || found->key > token)
    return FALSE;
  for (guint j = 0; j < found->n_pieces; j++)
    reach = MAX (reach, self->text->tokens[found->pieces[j].last].sentence);
  return reach + 1 >= self->text->tokens[token].sentence;
}

/* The last of the attributions from @first to before @end that reaches @token; only the nearest ones are asked. */
static gint32
find_last (const HearsayFinder *self,
           guint                first,
           guint                end,
           guint32              token)
{
  guint stop = end > first + MAX_LOOK_BACK ? end - MAX_LOOK_BACK : first;

  for (guint i = end; i-- > stop;)
    {
      if (reaches (self, found_at (self, (gint32) i), token))
        return (gint32) i;
    }
  return -1;
}

/* The last attribution before @token in its paragraph whose words are in this sentence or the one before. */
static gint32
find_before (const HearsayFinder *self,
             Paragraph            paragraph,
             guint32              token)
{
  guint low = paragraph.first;
  guint high = paragraph.first_of_quotations;
  gint32 cue, quotation;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (found_at (self, (gint32) middle)->key <= token)
        low = middle + 1;
      else
        high = middle;
    }
  cue = find_last (self, paragraph.first, low, token);
  quotation = find_last (self, paragraph.first_of_quotations, self->found->len, token);
  if (cue < 0 || quotation < 0)
    return MAX (cue, quotation);
  return found_at (self, quotation)->key > found_at (self, cue)->key ? quotation : cue;
}

/* A quotation that nobody has claimed so far. */
static void
place_quote (HearsayFinder      *self,
             Paragraph           paragraph,
             const HearsayQuote *quote,
             gint32              before)
{
  guint32 first_of_paragraph = self->text->paragraphs[hearsay_text_paragraph_of (self->text, quote->first_token)].first_token;
  gint32 owner;

  if (quote->continued && before >= 0 && quote->first_token == first_of_paragraph)
    {
      give (self, before, quote->first_token, quote->last_token);
      return;
    }
  owner = find_before (self, paragraph, quote->first_token);
  if (!begins_sentence (self, quote->first_token)
      && (owner < 0 || found_at (self, owner)->frame != HEARSAY_FRAME_FRONT
          || self->text->tokens[found_at (self, owner)->key].sentence != self->text->tokens[quote->first_token].sentence))
    return;
  if (owner >= 0 && is_quoting (self, found_at (self, owner)))
    give (self, owner, quote->first_token, quote->last_token);
}

/* “…” — Mara Lund: the name behind a dash, at the end of the paragraph or in the next one. */
static void
find_credit (HearsayFinder      *self,
             const HearsayQuote *quote)
{
  HearsayFound found = { .rule = "credit", .confidence = 0.8f, .frame = HEARSAY_FRAME_FRONT, .taken = TRUE };
  guint32 dash = quote->last_token + 1;
  guint32 end;

  if (quote->unclosed || dash + 1 >= self->text->n_tokens || self->text->tokens[dash].punct != HEARSAY_PUNCT_DASH
      || (self->text->tokens[dash + 1].flags & HEARSAY_TOKEN_CAPITALISED) == 0)
    return;
  end = paragraph_end (self, hearsay_text_paragraph_of (self->text, dash));
  if (end - dash > MAX_CREDIT)
    return;
  for (guint32 i = dash + 1; i < end; i++)
    if (hearsay_finder_is_finite (self, i) || self->text->tokens[i].depth > 0)
      return;
  found.source = (HearsayRange) { dash + 1, end - 1 };
  found.head = found.source;
  found.cue = (HearsayRange) { dash, dash };
  found.key = dash;
  hearsay_content_add (self, &found, quote->first_token, quote->last_token);
  g_array_append_val (self->found, found);
  for (guint32 i = quote->first_token; i < end; i++)
    self->owner[i] = (gint32) self->found->len - 1;
}

/*
 * A paragraph of plain sentences that ends in “…, Lund said.” is all hers, when no
 * other cue and no quotation stands in it.
 */
static void
extend_statement (HearsayFinder *self,
                  guint32        paragraph,
                  guint          first_found)
{
  const HearsayParagraph *p = &self->text->paragraphs[paragraph];
  guint32 last_sentence = p->first_sentence + p->n_sentences - 1;
  gint32 only = -1;

  if (p->n_sentences < 2 || p->n_sentences > MAX_SENTENCES)
    return;
  for (guint i = first_found; i < self->found->len; i++)
    if (found_at (self, (gint32) i)->taken)
      {
        if (only >= 0)
          return;
        only = (gint32) i;
      }
  if (only < 0 || found_at (self, only)->frame != HEARSAY_FRAME_FRONT || found_at (self, only)->n_pieces != 1
      || self->text->tokens[found_at (self, only)->key].sentence != last_sentence)
    return;
  for (guint32 i = p->first_token; i < p->first_token + p->n_tokens; i++)
    if (self->text->tokens[i].depth > 0)
      return;
  give (self, only, p->first_token, found_at (self, only)->pieces[0].first - 1);
}

/**
 * hearsay_quotes_extend:
 * @paragraph: a paragraph in which cues have been found
 * @first_found: the first attribution found in it
 * @before: the attribution that the paragraph before ends with, or -1
 *
 * Gives the quotations of @paragraph that stand without a cue of their own to
 * whom they belong: “…,” she said. “…”
 *
 * Returns: the attribution that @paragraph ends with, or -1
 */
gint32
hearsay_quotes_extend (HearsayFinder *self,
                       guint32        paragraph,
                       guint          first_found,
                       gint32         before)
{
  const Paragraph own = { first_found, self->found->len };
  guint32 end = paragraph_end (self, paragraph);
  gint32 last = -1;

  while (self->next_quote < self->text->n_quotes && self->text->quotes[self->next_quote].first_token < end)
    {
      const HearsayQuote *quote = &self->text->quotes[self->next_quote++];

      if (quote->parent < 0 && quote->n_words >= MIN_WORDS && self->owner[MIN (quote->first_token + 1, quote->last_token)] < 0)
        {
          place_quote (self, own, quote, before);
          if (self->owner[quote->last_token] < 0)
            find_credit (self, quote);
        }
    }
  extend_statement (self, paragraph, first_found);
  for (guint32 i = end; i-- > self->text->paragraphs[paragraph].first_token && last < 0;)
    last = self->owner[i];
  return last;
}
