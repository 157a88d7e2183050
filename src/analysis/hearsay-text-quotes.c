/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-text-private.h"

#include <string.h>

/* Quotations within quotations beyond this many are not told apart. */
#define MAX_DEPTH 8
/* How far the end of a possessive is compared with what follows, in tokens. */
#define LOOKAHEAD 40

typedef enum
{
  MARK_STRAIGHT,      /* " and '' */
  MARK_LEFT,          /* “ and `` */
  MARK_RIGHT,         /* ” */
  MARK_LOW,           /* „ */
  MARK_ANGLE_LEFT,    /* « */
  MARK_ANGLE_RIGHT,   /* » */
  MARK_SINGLE,        /* ' */
  MARK_SINGLE_LEFT,   /* ‘ */
  MARK_SINGLE_RIGHT,  /* ’ */
} Mark;

typedef struct
{
  HearsayTextBuilder *builder;
  guint32 begin; /* the paragraph's tokens */
  guint32 end;
  guint first_quote;
  struct
  {
    guint quote;
    Mark mark;
  } stack[MAX_DEPTH];
  guint depth;
  guint beyond; /* opened above MAX_DEPTH */
} Finder;

static HearsayToken *
token_at (Finder  *finder,
          guint32  i)
{
  return hearsay_text_builder_token (finder->builder, i);
}

static HearsayQuote *
quote_at (Finder *finder,
          guint   i)
{
  return &g_array_index (finder->builder->quotes, HearsayQuote, i);
}

static Mark
mark_of (Finder             *finder,
         const HearsayToken *token)
{
  const char *p = finder->builder->base.text + token->start;

  if (*p == '`')
    return token->punct == HEARSAY_PUNCT_DOUBLE_QUOTE ? MARK_LEFT : MARK_SINGLE_LEFT;
  switch (g_utf8_get_char (p))
    {
    case 0x201c: case 0x201f: case 0x300c: return MARK_LEFT;
    case 0x201d: case 0x300d: return MARK_RIGHT;
    case 0x201e: return MARK_LOW;
    case 0xab: return MARK_ANGLE_LEFT;
    case 0xbb: return MARK_ANGLE_RIGHT;
    case 0x2018: case 0x201a: case 0x201b: case 0x2039: return MARK_SINGLE_LEFT;
    case 0x2019: case 0x203a: case 0x2bc: return MARK_SINGLE_RIGHT;
    case '\'': return token->punct == HEARSAY_PUNCT_DOUBLE_QUOTE ? MARK_STRAIGHT : MARK_SINGLE;
    default: return MARK_STRAIGHT;
    }
}

/* Whether white space, an opening mark or a dash stands before, and something to quote behind. */
static gboolean
looks_opening (Finder  *finder,
               guint32  i)
{
  const HearsayToken *before;

  if (i + 1 == finder->end || (token_at (finder, i + 1)->flags & HEARSAY_TOKEN_SPACE_BEFORE) != 0)
    return FALSE;
  if (i == finder->begin || (token_at (finder, i)->flags & HEARSAY_TOKEN_SPACE_BEFORE) != 0)
    return TRUE;
  before = token_at (finder, i - 1);
  return before->punct == HEARSAY_PUNCT_OPEN_BRACKET || before->punct == HEARSAY_PUNCT_DASH
         || before->punct == HEARSAY_PUNCT_SLASH || before->punct == HEARSAY_PUNCT_COLON
         || (before->flags & HEARSAY_TOKEN_QUOTE_OPEN) != 0;
}

/* Whether it hangs on something and nothing hangs on it. */
static gboolean
looks_closing (Finder  *finder,
               guint32  i)
{
  if (i == finder->begin || (token_at (finder, i)->flags & HEARSAY_TOKEN_SPACE_BEFORE) != 0)
    return FALSE;
  return i + 1 == finder->end || (token_at (finder, i + 1)->flags & (HEARSAY_TOKEN_SPACE_BEFORE)) != 0
         || (token_at (finder, i + 1)->flags & HEARSAY_TOKEN_WORD) == 0;
}

static void
open_quote (Finder  *finder,
            guint32  i,
            Mark     mark)
{
  HearsayQuote quote = {
    .start = token_at (finder, i)->start,
    .first_token = i,
    .parent = finder->depth > 0 ? (gint32) finder->stack[finder->depth - 1].quote : -1,
    .single = mark >= MARK_SINGLE,
  };

  if (finder->depth == MAX_DEPTH)
    {
      finder->beyond++;
      return;
    }
  finder->stack[finder->depth].quote = finder->builder->quotes->len;
  finder->stack[finder->depth].mark = mark;
  finder->depth++;
  g_array_append_val (finder->builder->quotes, quote);
  token_at (finder, i)->flags |= HEARSAY_TOKEN_QUOTE_OPEN;
}

/* Ends the innermost open quotation at @last; whether it was closed by a mark is @marked. */
static void
end_quote (Finder   *finder,
           guint32   last,
           gboolean  marked)
{
  HearsayQuote *quote;

  g_assert (finder->depth > 0);
  quote = quote_at (finder, finder->stack[--finder->depth].quote);
  quote->last_token = last;
  quote->end = token_at (finder, last)->end;
  quote->unclosed = !marked;
  if (marked)
    token_at (finder, last)->flags |= HEARSAY_TOKEN_QUOTE_CLOSE;
}

static gboolean
closes (Mark open,
        Mark mark)
{
  switch (mark)
    {
    case MARK_STRAIGHT:
    case MARK_RIGHT:
      return open == MARK_STRAIGHT || open == MARK_LEFT || open == MARK_LOW || open == MARK_RIGHT;
    case MARK_LEFT:
      return open == MARK_LOW || open == MARK_LEFT || open == MARK_RIGHT;
    case MARK_ANGLE_LEFT:
      return open == MARK_ANGLE_RIGHT;
    case MARK_ANGLE_RIGHT:
      return open == MARK_ANGLE_LEFT;
    case MARK_SINGLE:
    case MARK_SINGLE_RIGHT:
      return open == MARK_SINGLE || open == MARK_SINGLE_LEFT;
    case MARK_LOW:
    case MARK_SINGLE_LEFT:
    default:
      return FALSE;
    }
}

/* Closes the innermost quotation that @mark can close, and what is open within it. */
static gboolean
try_close (Finder  *finder,
           guint32  i,
           Mark     mark)
{
  guint at;

  if (finder->beyond > 0)
    {
      finder->beyond--;
      return TRUE;
    }
  for (at = finder->depth; at > 0; at--)
    if (closes (finder->stack[at - 1].mark, mark))
      break;
  if (at == 0)
    return FALSE;
  while (finder->depth > at)
    end_quote (finder, i - 1, FALSE);
  end_quote (finder, i, TRUE);
  return TRUE;
}

/*
 * Whether the apostrophe at @i, behind an s, is a possessive and not the end of
 * an open quotation: a word follows at once, and a better end comes soon.
 */
static gboolean
is_possessive (Finder  *finder,
               guint32  i)
{
  const HearsayToken *before = token_at (finder, i - 1);
  guint32 stop = MIN (finder->end, i + LOOKAHEAD);

  if (i == finder->begin || finder->builder->base.text[before->end - 1] != 's' || i + 1 == finder->end
      || (token_at (finder, i + 1)->flags & HEARSAY_TOKEN_WORD) == 0)
    return FALSE;
  for (guint32 j = i + 1; j < stop; j++)
    {
      const HearsayToken *token = token_at (finder, j);

      if (token->punct == HEARSAY_PUNCT_SINGLE_QUOTE && looks_closing (finder, j))
        return TRUE;
      if (token->punct == HEARSAY_PUNCT_SINGLE_QUOTE && looks_opening (finder, j))
        return FALSE;
    }
  return FALSE;
}

static void
take_single (Finder  *finder,
             guint32  i,
             Mark     mark)
{
  if (mark != MARK_SINGLE_LEFT && looks_closing (finder, i) && finder->depth > 0 && finder->beyond == 0
      && closes (finder->stack[finder->depth - 1].mark, mark))
    {
      if (!is_possessive (finder, i))
        end_quote (finder, i, TRUE);
      return;
    }
  if (mark != MARK_SINGLE_RIGHT && looks_opening (finder, i) && finder->depth < MAX_DEPTH
      && (finder->depth == 0 || finder->stack[finder->depth - 1].mark < MARK_SINGLE))
    open_quote (finder, i, mark);
}

static void
take_double (Finder  *finder,
             guint32  i,
             Mark     mark)
{
  gboolean opening = looks_opening (finder, i);
  gboolean closing = looks_closing (finder, i);
  Mark top = finder->depth > 0 ? finder->stack[finder->depth - 1].mark : MARK_SINGLE;

  switch (mark)
    {
    case MARK_LEFT:
      /* „…“, and the careless “…“ */
      if ((top == MARK_LOW || top == MARK_LEFT) && closing && !opening && try_close (finder, i, mark))
        return;
      open_quote (finder, i, mark);
      return;
    case MARK_LOW:
      open_quote (finder, i, mark);
      return;
    case MARK_RIGHT:
      if (!try_close (finder, i, mark) && opening)
        open_quote (finder, i, mark);
      return;
    case MARK_ANGLE_LEFT:
    case MARK_ANGLE_RIGHT:
      if (!try_close (finder, i, mark))
        open_quote (finder, i, mark);
      return;
    case MARK_STRAIGHT:
    case MARK_SINGLE:
    case MARK_SINGLE_LEFT:
    case MARK_SINGLE_RIGHT:
    default:
      break;
    }

  if (opening && !closing)
    {
      /* Another one is still open: its closing mark was forgotten. */
      while (finder->depth > 0 && finder->beyond == 0 && finder->stack[finder->depth - 1].mark == MARK_STRAIGHT)
        end_quote (finder, i - 1, FALSE);
      open_quote (finder, i, mark);
    }
  else if (try_close (finder, i, mark))
    return;
  else if (opening)
    open_quote (finder, i, mark);
  else if (!closing && i + 1 < finder->end && i > finder->begin
           && (token_at (finder, i - 1)->flags & HEARSAY_TOKEN_NUMBER) == 0)
    open_quote (finder, i, mark);
}

/* A single mark that is not closed was an apostrophe, and one word in single marks is a name for something. */
static gboolean
is_kept (Finder             *finder,
         const HearsayQuote *quote)
{
  return !quote->single || (!quote->unclosed && quote->n_words >= 2);
}

static void
count_words (Finder *finder)
{
  for (guint i = finder->first_quote; i < finder->builder->quotes->len; i++)
    {
      HearsayQuote *quote = quote_at (finder, i);

      for (guint32 j = quote->first_token; j <= quote->last_token; j++)
        quote->n_words += (token_at (finder, j)->flags & (HEARSAY_TOKEN_WORD | HEARSAY_TOKEN_CLITIC))
                          == HEARSAY_TOKEN_WORD;
    }
}

/* Drops what is no quotation, and counts for each token how many it stands in. */
static void
settle (Finder *finder)
{
  guint n = finder->builder->quotes->len - finder->first_quote;
  g_autofree gint32 *moved = g_new (gint32, n + 1);
  guint kept = finder->first_quote;

  count_words (finder);
  for (guint i = 0; i < n; i++)
    {
      HearsayQuote quote = *quote_at (finder, finder->first_quote + i);

      if (quote.parent >= 0)
        quote.parent = moved[(guint) quote.parent - finder->first_quote];
      if (!is_kept (finder, &quote))
        {
          moved[i] = quote.parent;
          token_at (finder, quote.first_token)->flags &= (guint16) ~HEARSAY_TOKEN_QUOTE_OPEN;
          if (!quote.unclosed)
            token_at (finder, quote.last_token)->flags &= (guint16) ~HEARSAY_TOKEN_QUOTE_CLOSE;
          continue;
        }
      moved[i] = (gint32) kept;
      *quote_at (finder, kept++) = quote;
      for (guint32 j = quote.first_token; j <= quote.last_token; j++)
        token_at (finder, j)->depth++;
    }
  g_array_set_size (finder->builder->quotes, kept);
}

/* A quotation that has no end in its paragraph and goes on in the next one. */
static void
join_paragraphs (Finder *finder,
                 gint    before)
{
  HearsayQuote *last;
  HearsayQuote *first;

  if (before < 0 || finder->first_quote == finder->builder->quotes->len)
    return;
  last = quote_at (finder, (guint) before);
  first = quote_at (finder, finder->first_quote);
  if (last->unclosed && last->parent < 0 && last->last_token + 1 == finder->begin
      && first->first_token == finder->begin && !first->single)
    {
      last->continues = TRUE;
      first->continued = TRUE;
    }
}

/* The paragraph's last quotation that no other one holds and that reaches its end; -1 if none. */
static gint
find_open_end (Finder *finder)
{
  for (guint i = finder->builder->quotes->len; i > finder->first_quote; i--)
    if (quote_at (finder, i - 1)->parent < 0)
      return (gint) i - 1;
  return -1;
}

/*
 * Finds the quotations of every paragraph. What is open at a paragraph's end ends
 * there. Every token is looked at a bounded number of times.
 */
void
hearsay_text_find_quotes (HearsayTextBuilder *self)
{
  gint before = -1;

  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const HearsayParagraph *paragraph = &g_array_index (self->paragraphs, HearsayParagraph, i);
      Finder finder = {
        .builder = self,
        .begin = paragraph->first_token,
        .end = paragraph->first_token + paragraph->n_tokens,
        .first_quote = self->quotes->len,
      };

      for (guint32 j = finder.begin; j < finder.end; j++)
        {
          guint8 punct = token_at (&finder, j)->punct;

          if (punct == HEARSAY_PUNCT_SINGLE_QUOTE)
            take_single (&finder, j, mark_of (&finder, token_at (&finder, j)));
          else if (punct == HEARSAY_PUNCT_DOUBLE_QUOTE)
            take_double (&finder, j, mark_of (&finder, token_at (&finder, j)));
        }
      while (finder.depth > 0)
        end_quote (&finder, finder.end - 1, FALSE);
      settle (&finder);
      join_paragraphs (&finder, before);
      before = find_open_end (&finder);
    }
}
