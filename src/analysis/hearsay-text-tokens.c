/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-text-private.h"

#include <string.h>

/* Pieces of one hyphenated word that are offered; longer chains are not names. */
#define MAX_PARTS 16

/* Where the scanner stands; @space: white space was passed since the last token. */
typedef struct
{
  HearsayTextBuilder *builder;
  const char *start;
  const char *p;
  const char *end;
  gboolean space;
} Scanner;

static inline gunichar
get_char (const char *p)
{
  return (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);
}

static gunichar
peek (const char *p,
      const char *end)
{
  return p < end ? get_char (p) : 0;
}

static gunichar
peek_before (const char *p,
             const char *start)
{
  return p > start ? get_char (g_utf8_prev_char (p)) : 0;
}

static gboolean
is_blank (gunichar c)
{
  if (c < 0x7f)
    return c <= 0x20;
  return g_unichar_isspace (c) || c == 0x200b || c == 0xfeff || c == 0x2060
         || (g_unichar_iscntrl (c) && c != 0xad);
}

/* Soft hyphen and joiners: they belong to the word around them. */
static gboolean
is_ignorable (gunichar c)
{
  return c == 0xad || c == 0x200c || c == 0x200d;
}

static gboolean
is_word_char (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char) c) || c == '_';
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || is_ignorable (c) || c == '_';
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02bc;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011;
}

static gboolean
is_capital (gunichar c)
{
  return c < 0x80 ? g_ascii_isupper ((char) c) : g_unichar_isupper (c) || g_unichar_istitle (c);
}

static gboolean
is_small (gunichar c)
{
  return c < 0x80 ? g_ascii_islower ((char) c) : g_unichar_islower (c);
}

static guint16
letter_flags (const char *start,
              const char *end)
{
  guint16 flags = HEARSAY_TOKEN_WORD;
  guint n_upper = 0;
  guint n_lower = 0;
  gboolean seen = FALSE;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = get_char (p);
      gboolean upper = is_capital (c);
      gboolean lower = is_small (c);

      if (!upper && !lower && !g_unichar_isalpha (c))
        {
          if (!seen && g_unichar_isdigit (c))
            flags |= HEARSAY_TOKEN_NUMBER;
          seen = seen || g_unichar_isdigit (c);
          continue;
        }
      if (n_upper + n_lower == 0 && (flags & HEARSAY_TOKEN_NUMBER) == 0)
        flags |= upper ? HEARSAY_TOKEN_CAPITALISED : lower ? HEARSAY_TOKEN_LOWER : 0;
      n_upper += upper;
      n_lower += lower;
      seen = TRUE;
    }
  if (n_upper >= 2 && n_lower == 0)
    flags |= HEARSAY_TOKEN_ALL_CAPS;
  return flags;
}

static HearsayToken *
add_token (Scanner    *scanner,
           const char *start,
           const char *end,
           guint16     flags,
           guint8      punct)
{
  HearsayTextBuilder *builder = scanner->builder;
  HearsayToken token = {
    .start = (guint32) (start - builder->base.text),
    .end = (guint32) (end - builder->base.text),
    .flags = flags | (scanner->space ? HEARSAY_TOKEN_SPACE_BEFORE : 0),
    .punct = punct,
  };

  g_assert (start < end);
  g_array_append_val (builder->tokens, token);
  scanner->space = FALSE;
  scanner->p = end;
  return hearsay_text_builder_token (builder, builder->tokens->len - 1);
}

static gboolean
has_prefix (const char *p,
            const char *end,
            const char *prefix)
{
  gsize length = strlen (prefix);

  return (gsize) (end - p) >= length && g_ascii_strncasecmp (p, prefix, length) == 0;
}

/* A web address up to the white space behind it, without the punctuation at its end. */
static const char *
scan_address (const char *p,
              const char *end)
{
  const char *stop = p;

  if (strchr ("hHwW", *p) == NULL)
    return NULL;
  if (!has_prefix (p, end, "http://") && !has_prefix (p, end, "https://") && !has_prefix (p, end, "www."))
    return NULL;
  while (stop < end && (guchar) *stop > ' ' && (*stop & 0x80) == 0 && strchr ("\"<>", *stop) == NULL)
    stop++;
  while (stop > p && strchr (".,;:!?'\")]", stop[-1]) != NULL)
    stop--;
  return stop;
}

/*
 * Whether the full stop at @p, between characters of a word, is inside it
 * (“U.S.”, “3.5”, “example.org”) and not the end of a sentence without a blank.
 */
static gboolean
is_inner_period (const char *word,
                 const char *p,
                 const char *end)
{
  gunichar before = peek_before (p, word);
  gunichar after = peek (p + 1, end);

  if (!g_unichar_isalnum (after))
    return FALSE;
  if (g_unichar_isupper (after) && g_unichar_islower (before) && p - word >= 2
      && hearsay_abbreviation_lookup (word, (gsize) (p - word)) == HEARSAY_ABBREVIATION_NONE)
    return FALSE;
  return TRUE;
}

/* Whether the mark at @p (not a word character) continues the word that began at @word. */
static gboolean
continues_word (const char *word,
                const char *p,
                const char *end)
{
  gunichar c = peek (p, end);
  const char *next = g_utf8_next_char (p);
  gunichar before = peek_before (p, word);
  gunichar after = peek (next, end);

  if (!is_word_char (after) || g_unichar_ismark (after))
    return FALSE;
  if (c == '.')
    return is_inner_period (word, p, end);
  if (is_hyphen (c) || is_apostrophe (c) || c == '&' || c == '@')
    return TRUE;
  if (c == ',' || c == ':')
    return g_unichar_isdigit (before) && g_unichar_isdigit (after);
  return FALSE;
}

/* The length of the clitic at the end of a word, as Universal Dependencies splits it. */
static gsize
clitic_length (const char *start,
               const char *end)
{
  static const char *const endings[] = { "s", "ll", "re", "ve", "d", "m" };
  const char *p = end;
  gsize rest = 0;

  while (p > start && p[-1] != '\'' && (p - start < 3 || memcmp (p - 3, "\xe2\x80\x99", 3) != 0))
    {
      p--;
      if (++rest > 2)
        return 0;
    }
  if (p == start)
    return 0;
  p -= p[-1] == '\'' ? 1 : 3;
  if (p == start)
    return 0;
  if (rest == 1 && g_ascii_tolower (end[-1]) == 't' && g_ascii_tolower (p[-1]) == 'n')
    return p - 1 > start ? (gsize) (end - (p - 1)) : 0;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (rest == strlen (endings[i]) && g_ascii_strncasecmp (end - rest, endings[i], rest) == 0)
      return (gsize) (end - p);
  return 0;
}

static gboolean
word_is (const char *start,
         const char *end,
         const char *word)
{
  return (gsize) (end - start) == strlen (word) && g_ascii_strncasecmp (start, word, (gsize) (end - start)) == 0;
}

static void
add_parts (Scanner *scanner,
           guint    token)
{
  HearsayTextBuilder *builder = scanner->builder;
  HearsayToken *word = hearsay_text_builder_token (builder, token);
  const char *end = builder->base.text + word->end;
  const char *start = builder->base.text + word->start;
  const char *piece = start;
  guint n = 0;

  for (const char *p = start; p <= end && n < MAX_PARTS; p = g_utf8_next_char (p))
    {
      HearsayTokenPart part = { .token = token };

      if (p < end && !is_hyphen (get_char (p)))
        continue;
      if (p == end && piece == start)
        break;
      part.start = (guint32) (piece - builder->base.text);
      part.end = (guint32) (p - builder->base.text);
      if (part.start < part.end)
        {
          g_array_append_val (builder->parts, part);
          n++;
        }
      if (p == end)
        break;
      piece = g_utf8_next_char (p);
    }
  if (n > 0)
    word->flags |= HEARSAY_TOKEN_PARTS;
}

/* Adds the word, with its clitic as a token of its own; @extra has HEARSAY_TOKEN_PARTS where there is a hyphen. */
static void
add_word (Scanner    *scanner,
          const char *start,
          const char *end,
          guint16     extra)
{
  gsize clitic = (extra & (HEARSAY_TOKEN_ADDRESS | HEARSAY_TOKEN_ABBREVIATION)) != 0 ? 0 : clitic_length (start, end);
  const char *split = end - clitic;
  guint index;

  if (word_is (start, end, "cannot") || word_is (start, end, "gonna") || word_is (start, end, "gotta")
      || word_is (start, end, "wanna"))
    split = start + 3;
  index = scanner->builder->tokens->len;
  add_token (scanner, start, split, letter_flags (start, split) | (extra & ~HEARSAY_TOKEN_PARTS), HEARSAY_PUNCT_NONE);
  if ((extra & HEARSAY_TOKEN_PARTS) != 0 && (extra & HEARSAY_TOKEN_ADDRESS) == 0)
    add_parts (scanner, index);
  if (split < end)
    add_token (scanner, split, end, letter_flags (split, end) | HEARSAY_TOKEN_CLITIC, HEARSAY_PUNCT_NONE);
}

/* Whether the full stop at @end belongs to the word: an initial, “U.S.”, “Gen.”, “No. 4”. */
static gboolean
takes_period (Scanner    *scanner,
              const char *start,
              const char *end)
{
  gunichar after = peek (end + 1, scanner->end);
  const char *next = end + 1;
  gsize length = (gsize) (end - start);

  if (after == '.' || g_unichar_isalnum (after))
    return FALSE;
  while (next < scanner->end && is_blank (get_char (next)))
    next = g_utf8_next_char (next);
  switch (hearsay_abbreviation_lookup (start, length))
    {
    case HEARSAY_ABBREVIATION_TITLE:
    case HEARSAY_ABBREVIATION_OTHER:
      return TRUE;
    case HEARSAY_ABBREVIATION_NUMBER:
      return g_unichar_isdigit (peek (next, scanner->end));
    case HEARSAY_ABBREVIATION_NONE:
    default:
      break;
    }
  if (g_utf8_strlen (start, (gssize) length) == 1)
    return g_unichar_isupper (peek (start, end)) && *start != 'I';
  if (memchr (start, '.', length) != NULL)
    {
      /* “U.S”, “a.m”: single letters between full stops. */
      for (gsize i = 0; i < length; i++)
        if ((i % 2 == 0) != g_ascii_isalpha (start[i]))
          return FALSE;
      return TRUE;
    }
  return FALSE;
}

static void
scan_word (Scanner *scanner)
{
  const char *start = scanner->p;
  const char *end = scan_address (start, scanner->end);
  guint16 extra = 0;
  guint16 parts = is_hyphen (get_char (start)) ? HEARSAY_TOKEN_PARTS : 0;

  if (end != NULL && end > start)
    {
      add_word (scanner, start, end, HEARSAY_TOKEN_ADDRESS);
      return;
    }
  end = start;
  if (!is_word_char (peek (end, scanner->end)))
    end = g_utf8_next_char (end);
  while (end < scanner->end)
    {
      gunichar c = get_char (end);

      if (!is_word_char (c) && !continues_word (start, end, scanner->end))
        break;
      if (c == '@')
        extra = HEARSAY_TOKEN_ADDRESS;
      if (is_hyphen (c))
        parts = HEARSAY_TOKEN_PARTS;
      end = g_utf8_next_char (end);
    }
  if (*start == '#' || *start == '@')
    extra = HEARSAY_TOKEN_ADDRESS;
  else if (extra == 0 && end < scanner->end && *end == '.' && takes_period (scanner, start, end))
    {
      end++;
      extra = HEARSAY_TOKEN_ABBREVIATION;
    }
  add_word (scanner, start, end, extra | parts);
}

/* “'90s”, “'em”: an apostrophe that stands for what was left out before a word. */
static gboolean
is_elision (const char *p,
            const char *end)
{
  static const char *const words[] = { "em", "til", "tis", "twas", "cause", "bout", "n" };
  const char *next = g_utf8_next_char (p);
  const char *stop = next;

  while (stop < end && stop - next < 8 && g_ascii_isalnum (*stop))
    stop++;
  if (stop - next >= 2 && g_ascii_isdigit (next[0]) && g_ascii_isdigit (next[1]))
    return stop - next == 2 || (stop - next == 3 && next[2] == 's');
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (word_is (next, stop, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
starts_word (Scanner *scanner)
{
  const char *p = scanner->p;
  gunichar c = get_char (p);
  gunichar after = peek (g_utf8_next_char (p), scanner->end);
  gunichar before = peek_before (p, scanner->start);

  if (is_word_char (c))
    return TRUE;
  if (c == '#' || c == '@')
    return g_unichar_isalpha (after) && !is_word_char (before);
  if (c == '.' || c == '-' || c == '+' || c == 0x2212)
    return g_unichar_isdigit (after) && !is_word_char (before) && before != '.' && !g_unichar_ispunct (before);
  if (is_apostrophe (c))
    return !is_word_char (before) && is_elision (p, scanner->end);
  return FALSE;
}

static HearsayPunct
classify (gunichar c)
{
  switch (c)
    {
    case '.': case 0x3002: case 0xff0e: return HEARSAY_PUNCT_PERIOD;
    case '?': case 0xff1f: case 0x61f: return HEARSAY_PUNCT_QUESTION;
    case '!': case 0xff01: return HEARSAY_PUNCT_EXCLAMATION;
    case 0x2026: return HEARSAY_PUNCT_ELLIPSIS;
    case ',': case 0x3001: case 0xff0c: case 0x60c: return HEARSAY_PUNCT_COMMA;
    case ':': case 0xff1a: return HEARSAY_PUNCT_COLON;
    case ';': case 0xff1b: return HEARSAY_PUNCT_SEMICOLON;
    case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2e3a: return HEARSAY_PUNCT_DASH;
    case '-': case 0x2010: case 0x2011: return HEARSAY_PUNCT_HYPHEN;
    case '(': case '[': case '{': return HEARSAY_PUNCT_OPEN_BRACKET;
    case ')': case ']': case '}': return HEARSAY_PUNCT_CLOSE_BRACKET;
    case '"': case 0x201c: case 0x201d: case 0x201e: case 0x201f: case 0xab: case 0xbb: case 0x300c: case 0x300d:
      return HEARSAY_PUNCT_DOUBLE_QUOTE;
    case '\'': case '`': case 0x2018: case 0x2019: case 0x201a: case 0x201b: case 0x2039: case 0x203a: case 0x2bc:
      return HEARSAY_PUNCT_SINGLE_QUOTE;
    case '/': return HEARSAY_PUNCT_SLASH;
    default: return HEARSAY_PUNCT_SYMBOL;
    }
}

/* A run of one mark is one token: “...”, “--”, “!!!”, but never of quotation marks or brackets. */
static void
scan_mark (Scanner *scanner)
{
  const char *start = scanner->p;
  gunichar c = get_char (start);
  const char *end = g_utf8_next_char (start);
  HearsayPunct punct = classify (c);
  gboolean blank_behind;
  guint n = 1;

  if ((c == '\'' || c == '`') && peek (end, scanner->end) == c)
    {
      add_token (scanner, start, end + 1, 0, HEARSAY_PUNCT_DOUBLE_QUOTE);
      return;
    }
  if (punct != HEARSAY_PUNCT_DOUBLE_QUOTE && punct != HEARSAY_PUNCT_SINGLE_QUOTE
      && punct != HEARSAY_PUNCT_OPEN_BRACKET && punct != HEARSAY_PUNCT_CLOSE_BRACKET)
    for (; peek (end, scanner->end) == c; n++)
      end = g_utf8_next_char (end);
  if ((punct == HEARSAY_PUNCT_QUESTION || punct == HEARSAY_PUNCT_EXCLAMATION))
    while (end < scanner->end && (*end == '?' || *end == '!'))
      end++;
  blank_behind = end == scanner->end || is_blank (get_char (end));
  if (punct == HEARSAY_PUNCT_PERIOD && n > 1)
    punct = HEARSAY_PUNCT_ELLIPSIS;
  if (punct == HEARSAY_PUNCT_HYPHEN && (n > 1 || (scanner->space && blank_behind)))
    punct = HEARSAY_PUNCT_DASH;
  add_token (scanner, start, end, 0, punct);
}

/* “. . .” is one ellipsis. */
static gboolean
scan_spaced_ellipsis (Scanner *scanner)
{
  const char *p = scanner->p;
  guint n = 0;

  while (p < scanner->end && *p == '.')
    {
      const char *next = p + 1;

      n++;
      while (next < scanner->end && (*next == ' ' || (next + 1 < scanner->end && memcmp (next, "\xc2\xa0", 2) == 0)))
        next += *next == ' ' ? 1 : 2;
      if (next == p + 1 || next == scanner->end || *next != '.')
        {
          p++;
          break;
        }
      p = next;
    }
  if (n < 3)
    return FALSE;
  add_token (scanner, scanner->p, p, 0, HEARSAY_PUNCT_ELLIPSIS);
  return TRUE;
}

/* Adds the tokens of the bytes from @start to @end. */
void
hearsay_text_cut_tokens (HearsayTextBuilder *self,
                         guint32             start,
                         guint32             end)
{
  Scanner scanner = {
    .builder = self,
    .start = self->base.text + start,
    .p = self->base.text + start,
    .end = self->base.text + end,
    .space = TRUE,
  };

  while (scanner.p < scanner.end)
    {
      gunichar c = get_char (scanner.p);

      if (is_blank (c))
        {
          scanner.p = g_utf8_next_char (scanner.p);
          scanner.space = TRUE;
        }
      else if (starts_word (&scanner))
        scan_word (&scanner);
      else if (c != '.' || !scan_spaced_ellipsis (&scanner))
        scan_mark (&scanner);
    }
}
