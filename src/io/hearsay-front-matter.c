/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-front-matter.h"

#include <string.h>

#include "io/hearsay-date-words.h"
#include "io/hearsay-decode.h"

#define MAX_LINE 240
#define MAX_SECTION 48
#define MAX_CREDIT 60

/* Compares without case; returns what follows, or NULL. */
static const char *
after_prefix (const char *line,
              const char *prefix)
{
  gsize n = strlen (prefix);

  return g_ascii_strncasecmp (line, prefix, n) == 0 ? line + n : NULL;
}

static const char *
after_any (const char        *line,
           const char *const *prefixes)
{
  for (guint i = 0; prefixes[i] != NULL; i++)
    {
      const char *rest = after_prefix (line, prefixes[i]);

      if (rest != NULL)
        return rest;
    }
  return NULL;
}

static guint
count_words (const char *line)
{
  guint n = 0;
  gboolean inside = FALSE;

  for (const char *p = line; *p != '\0'; p++)
    {
      if (*p == ' ' || *p == '\t')
        inside = FALSE;
      else if (!inside)
        {
          inside = TRUE;
          n++;
        }
    }
  return n;
}

/* Whether every word of letters begins with a capital, but for the small words of names. */
static gboolean
is_name_like (const char *text,
              guint       max_words)
{
  static const char *const small[] = { "and", "of", "the", "for", "in", "at", "de", "la", "van", "von", "bin", "al", "with", NULL };
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gunichar c = g_utf8_get_char (words[i]);

      if (words[i][0] == '\0')
        continue;
      n++;
      if (!g_unichar_isupper (c) && !g_strv_contains (small, words[i]) && g_unichar_isalpha (c))
        return FALSE;
    }
  return n > 0 && n <= max_words;
}

/* Rest of a publication line once its date is out: “By Jane Roe |”, “GMT”, “Updated …”. */
static gboolean
is_date_leftover (const char *text)
{
  static const char *const marks[] = {
    "published", "updated", "posted", "date", "last", "first", "modified", "on", "at", "et", "est", "edt", "pt",
    "pst", "pdt", "gmt", "utc", "bst", "cet", "cest", "ist", "a", "p", "m", "am", "pm", "publication", "release", "released",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "local", "time", "issued", NULL,
  };
  g_auto (GStrv) words = g_strsplit_set (text, " \t:,|()-/.;[]", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = g_ascii_strdown (words[i], -1);

      if (word[0] == '\0' || g_str_equal (word, "–") || g_str_equal (word, "—") || g_str_equal (word, "·") ||
          g_str_equal (word, "•") || g_strv_contains (marks, word))
        continue;
      /* The time, where it stands before the day, and offsets. */
      if (g_ascii_isdigit (word[0]) || word[0] == '+')
        continue;
      return FALSE;
    }
  return TRUE;
}

/* The time of day where it is printed before the day: “9:33 p.m. EDT, October 3, 2016”. */
static void
take_time_before (const char  *line,
                  const char  *start,
                  HearsayDate *date)
{
  if (date->precision != HEARSAY_PRECISION_DAY)
    return;
  for (const char *p = line; p < start; p++)
    {
      HearsayDate with_time;
      g_autofree char *probe = NULL;

      if (!g_ascii_isdigit (*p) || (p > line && g_ascii_isalnum (p[-1])))
        continue;
      probe = g_strdup_printf ("2000-01-01 %.*s", (int) MIN (start - p, 16), p);
      if (hearsay_date_words_scan (probe, &with_time) != NULL && with_time.precision == HEARSAY_PRECISION_MINUTE)
        {
          date->hour = with_time.hour;
          date->minute = with_time.minute;
          date->zone = with_time.zone;
          date->precision = HEARSAY_PRECISION_MINUTE;
          return;
        }
    }
}

/* Reads a line that is nothing but a date and its label. */
static gboolean
read_date_line (const char  *line,
                HearsayDate *date)
{
  g_autofree char *before = NULL;
  const char *start;
  const char *end;
  HearsayDate second;
  const char *rest;

  if (!hearsay_date_words_find (line, date, &start, &end))
    return FALSE;
  before = g_strndup (line, (gsize) (start - line));
  if (!is_date_leftover (before))
    return FALSE;
  take_time_before (line, start, date);
  rest = end;
  while (!is_date_leftover (rest))
    {
      g_autofree char *between = NULL;

      if (!hearsay_date_words_find (rest, &second, &start, &end))
        return FALSE;
      between = g_strndup (rest, (gsize) (start - rest));
      if (!is_date_leftover (between))
        return FALSE;
      rest = end;
    }
  return TRUE;
}

static const char *
after_by (const char *line)
{
  static const char *const keys[] = { "by ", "by: ", "author: ", "authors: ", "written by ", "reported by ", "byline: ", NULL };

  return after_any (line, keys);
}

/**
 * hearsay_byline_tidy:
 * @byline: what was found, with or without “By”
 *
 * Returns: (transfer full) (nullable): the names alone, or %NULL when nothing of them is left
 */
char *
hearsay_byline_tidy (const char *byline)
{
  g_autofree char *text = NULL;
  const char *names;
  const char *start;
  const char *end;
  HearsayDate date;
  gsize n;

  g_return_val_if_fail (byline != NULL, NULL);

  text = hearsay_tidy_spaces (byline);
  names = after_by (text);
  if (names == NULL)
    names = text;
  while (*names == ' ')
    names++;
  n = strcspn (names, "|\t");
  if (hearsay_date_words_find (names, &date, &start, &end))
    n = MIN (n, (gsize) (start - names));
  text[names - text + n] = '\0';
  for (; n > 0 && strchr (" ,;:-/.(", names[n - 1]) != NULL; n--)
    {
      /* “Jr.” and initials keep their full stop. */
      if (names[n - 1] == '.' && n >= 3 && g_ascii_isalpha (names[n - 2]))
        break;
    }
  if (n == 0)
    return NULL;
  return g_strndup (names, n);
}

static gboolean
has_many_capitals (const char *text)
{
  guint n_upper = 0;
  guint n_lower = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n_upper += g_unichar_isupper (c) ? 1 : 0;
      n_lower += g_unichar_islower (c) ? 1 : 0;
    }
  return n_upper >= 2 && n_lower == 0;
}

/**
 * hearsay_section_tidy:
 * @section: “CHINA / DIPLOMACY”
 *
 * Returns: (transfer full): “China / Diplomacy”; words with small letters and
 *   known abbreviations stay as they are
 */
char *
hearsay_section_tidy (const char *section)
{
  static const char *const kept[] = { "US", "UK", "EU", "UN", "USA", "UAE", "TV", "NATO", "AI", "IT", "NHS", "NFL", "NBA", NULL };
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (section != NULL, NULL);

  text = hearsay_tidy_spaces (section);
  words = g_strsplit (text, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (has_many_capitals (words[i]) && !g_strv_contains (kept, words[i]) && strchr (words[i], '.') == NULL)
        {
          g_autofree char *first = g_utf8_substring (words[i], 0, 1);
          g_autofree char *rest = g_utf8_strdown (g_utf8_next_char (words[i]), -1);

          g_free (words[i]);
          words[i] = g_strconcat (first, rest, NULL);
        }
    }
  return g_strjoinv (" ", words);
}

/**
 * hearsay_line_ends_sentence:
 * @line: (nullable): a line or paragraph
 *
 * Returns: whether it ends as a sentence does, quotation marks and brackets aside
 */
gboolean
hearsay_line_ends_sentence (const char *line)
{
  const char *p;

  if (line == NULL)
    return FALSE;
  p = line + strlen (line);
  while (p > line)
    {
      const char *before = g_utf8_find_prev_char (line, p);
      gunichar c = g_utf8_get_char (before);

      if (c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == 0x2026 || c == 0x3002)
        return TRUE;
      if (!g_unichar_isspace (c) && c != '"' && c != '\'' && c != ')' && c != ']' && c != 0x201d && c != 0x2019 && c != 0xbb)
        return FALSE;
      p = before;
    }
  return FALSE;
}

/* Where a credit begins in @line: “ Photo: AFP”, “(Photo by …)”, “/ Image: …”. */
static const char *
find_credit (const char *line)
{
  static const char *const marks[] = {
    "photo:", "photos:", "photo by", "photograph:", "photograph by", "photo/", "picture:", "image:", "image credit:",
    "photo credit:", "credit:", "illustration:", "file photo", "image courtesy", "photo courtesy", NULL,
  };
  gsize length = strlen (line);
  const char *from = line + (length > MAX_CREDIT + 20 ? length - MAX_CREDIT - 20 : 0);

  for (const char *p = from; *p != '\0'; p++)
    {
      const char *rest;

      if (p > line && (g_ascii_isalnum (p[-1]) || (guint8) p[-1] >= 0x80 || p[-1] == '-'))
        continue;
      rest = after_any (p, marks);
      if (rest != NULL && count_words (rest) <= 8)
        return p;
    }
  return NULL;
}

/**
 * hearsay_line_is_caption:
 * @line: a paragraph
 *
 * Returns: whether it is what stands under a picture: it ends in a credit such
 *   as “Photo: AFP”, or begins with “FILE PHOTO:” or “Caption:”
 */
gboolean
hearsay_line_is_caption (const char *line)
{
  static const char *const starts[] = {
    "photo:", "photos:", "file photo:", "file photo -", "file - ", "file – ", "caption:", "photo caption:", "image:",
    "picture:", "photo by ", "photograph by ", "image credit:", "photo credit:", "photo/", "(photo", "[photo", NULL,
  };
  gsize length;

  g_return_val_if_fail (line != NULL, FALSE);

  length = strlen (line);
  if (length > 900)
    return FALSE;
  if (after_any (line, starts) != NULL && length <= 600)
    return TRUE;
  return find_credit (line) != NULL;
}

/**
 * hearsay_line_is_dateline:
 * @line: a paragraph
 *
 * Returns: whether it begins with a place, such as “BERLIN, March 3 (Agency) —”
 */
gboolean
hearsay_line_is_dateline (const char *line)
{
  const char *p = line;
  guint n_capitals = 0;

  g_return_val_if_fail (line != NULL, FALSE);

  while (g_unichar_isupper (g_utf8_get_char (p)) || *p == ' ' || *p == '.' || *p == '-')
    {
      n_capitals += g_unichar_isupper (g_utf8_get_char (p)) ? 1 : 0;
      p = g_utf8_next_char (p);
      if (p - line > 60)
        return FALSE;
    }
  if (n_capitals < 3)
    return FALSE;
  for (guint i = 0; i < 50 && *p != '\0'; i++, p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c == 0x2014 || c == 0x2013) || (c == '-' && (p[1] == ' ' || p[1] == '-')))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_section (const char *line)
{
  gsize length = strlen (line);
  guint n_words = count_words (line);

  if (length > MAX_SECTION || n_words > 6 || hearsay_line_ends_sentence (line) || strchr (line, ',') != NULL)
    return FALSE;
  for (const char *p = line; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        return FALSE;
    }
  if (strstr (line, " / ") != NULL || strstr (line, " > ") != NULL || strstr (line, " | ") != NULL)
    return is_name_like (line, 7);
  return n_words <= 3 && has_many_capitals (line);
}

static gboolean
is_publisher (const char *line)
{
  static const char *const words[] = {
    "Times", "Post", "Gazette", "Herald", "Tribune", "News", "Journal", "Daily", "Press", "Agency", "Courier",
    "Chronicle", "Guardian", "Observer", "Telegraph", "Standard", "Reuters", "Bulletin", "Dispatch", "Examiner",
    "Register", "Mirror", "Echo", "Inquirer", "Ledger", "Broadcasting", "Newswire", "Wire", NULL,
  };
  g_auto (GStrv) parts = NULL;
  gboolean known = FALSE;

  if (strlen (line) > MAX_SECTION || hearsay_line_ends_sentence (line) || !is_name_like (line, 5))
    return FALSE;
  parts = g_strsplit (line, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    known = known || g_strv_contains (words, parts[i]);
  return known;
}

static gboolean
is_chrome (const char *line)
{
  static const char *const starts[] = {
    "©", "(c) ", "copyright ", "all rights reserved", "share this", "read more:", "advertisement", "sign up for",
    "subscribe to", "follow us", "click here", "print this", "email this", NULL,
  };

  return strlen (line) <= 160 && after_any (line, starts) != NULL;
}

static gboolean
is_byline (const char *line)
{
  const char *names = after_by (line);
  g_autofree char *tidy = NULL;

  if (names == NULL || strlen (line) > 140 || !g_unichar_isupper (g_utf8_get_char (names + strspn (names, " "))))
    return FALSE;
  tidy = hearsay_byline_tidy (line);
  return tidy != NULL && count_words (tidy) <= 16 && is_name_like (tidy, 16) &&
         (!hearsay_line_ends_sentence (tidy) || count_words (tidy) <= 4);
}

/**
 * hearsay_line_classify:
 * @line: a line of print, trimmed, UTF-8
 *
 * Returns: what it is by its own looks; where it stands is the caller's to weigh
 */
HearsayLineKind
hearsay_line_classify (const char *line)
{
  HearsayDate date;

  g_return_val_if_fail (line != NULL, HEARSAY_LINE_OTHER);

  if (hearsay_line_is_caption (line))
    return HEARSAY_LINE_CAPTION;
  if (strlen (line) > MAX_LINE)
    return HEARSAY_LINE_OTHER;
  if (is_chrome (line))
    return HEARSAY_LINE_CHROME;
  if (after_prefix (line, "title: ") != NULL || after_prefix (line, "headline: ") != NULL)
    return HEARSAY_LINE_TITLE;
  if (after_prefix (line, "section: ") != NULL)
    return HEARSAY_LINE_SECTION;
  if (after_prefix (line, "source: ") != NULL || after_prefix (line, "publisher: ") != NULL ||
      after_prefix (line, "publication: ") != NULL)
    return HEARSAY_LINE_PUBLISHER;
  if (is_byline (line))
    return HEARSAY_LINE_BYLINE;
  if (strlen (line) <= 120 && read_date_line (line, &date))
    return HEARSAY_LINE_DATE;
  if (is_section (line))
    return HEARSAY_LINE_SECTION;
  if (is_publisher (line))
    return HEARSAY_LINE_PUBLISHER;
  return HEARSAY_LINE_OTHER;
}

static const char *
after_colon (const char *line)
{
  const char *colon = strstr (line, ": ");

  if (colon == NULL)
    return line;
  return colon + 2 + strspn (colon + 2, " ");
}

static void
take_date (HearsayDocument *document,
           const char      *line)
{
  static const char *const first[] = { "published", "first published", "publication date", "posted", NULL };
  HearsayDate date;

  /* What says that it is the publication date corrects an update that stood before it. */
  if ((!hearsay_date_is_set (document->published) || after_any (line, first) != NULL) && read_date_line (line, &date))
    document->published = date;
}

/* Parts “Jane Roe, The Alder Gazette” where the second half is a newspaper. */
static void
part_byline (HearsayDocument *document,
             const char      *house)
{
  const char *name = house;
  char *comma = document->byline != NULL ? strrchr (document->byline, ',') : NULL;

  if (name == NULL && comma != NULL)
    name = comma + 1 + strspn (comma + 1, " ");
  if (name == NULL || !(is_publisher (name) || (after_prefix (name, "the ") != NULL && is_name_like (name, 5))))
    return;
  if (document->publisher == NULL)
    document->publisher = g_strdup (name);
  if (house == NULL)
    *comma = '\0';
}

static void
take_byline (HearsayDocument *document,
             const char      *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "|", 2);
  HearsayDate date;
  const char *start;
  const char *end;

  if (document->byline == NULL)
    {
      document->byline = hearsay_byline_tidy (line);
      part_byline (document, parts[1] != NULL ? g_strstrip (parts[1]) : NULL);
    }
  if (!hearsay_date_is_set (document->published) && hearsay_date_words_find (line, &date, &start, &end))
    document->published = date;
}

/**
 * hearsay_front_matter_take:
 * @document: what is known so far; what is already set stays
 * @line: a line of print, trimmed, UTF-8
 *
 * Files a line of an article's head under what it is. A date that is printed
 * as an update counts only when there is no other.
 *
 * Returns: what the line is
 */
HearsayLineKind
hearsay_front_matter_take (HearsayDocument *document,
                           const char      *line)
{
  HearsayLineKind kind;

  g_return_val_if_fail (document != NULL, HEARSAY_LINE_OTHER);
  g_return_val_if_fail (line != NULL, HEARSAY_LINE_OTHER);

  kind = hearsay_line_classify (line);
  switch (kind)
    {
    case HEARSAY_LINE_DATE:
      take_date (document, line);
      break;
    case HEARSAY_LINE_BYLINE:
      take_byline (document, line);
      break;
    case HEARSAY_LINE_PUBLISHER:
      if (document->publisher == NULL)
        document->publisher = hearsay_tidy_spaces (after_colon (line));
      break;
    case HEARSAY_LINE_SECTION:
      if (document->section == NULL)
        document->section = hearsay_section_tidy (after_colon (line));
      break;
    case HEARSAY_LINE_TITLE:
      if (document->title == NULL)
        document->title = hearsay_tidy_spaces (after_colon (line));
      break;
    case HEARSAY_LINE_OTHER:
    case HEARSAY_LINE_CAPTION:
    case HEARSAY_LINE_CHROME:
    default:
      break;
    }
  return kind;
}
