/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-print.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "io/hearsay-front-matter.h"

/* The part of a page's height at its top and bottom in which running heads stand. */
#define MARGIN 0.12
/* How much larger than the body's the type of a title is. */
#define TITLE_SCALE 1.25
#define MAX_TITLE 240

static void
clear_line (gpointer data)
{
  HearsayPrintLine *line = data;

  g_free (line->text);
}

HearsayPrint *
hearsay_print_new (void)
{
  HearsayPrint *self = g_new0 (HearsayPrint, 1);

  self->lines = g_array_new (FALSE, FALSE, sizeof (HearsayPrintLine));
  g_array_set_clear_func (self->lines, clear_line);
  self->page_heights = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

void
hearsay_print_free (HearsayPrint *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->lines);
  g_array_unref (self->page_heights);
  g_free (self);
}

/**
 * hearsay_print_add:
 * @line: (transfer full): the next line in reading order
 */
void
hearsay_print_add (HearsayPrint     *self,
                   HearsayPrintLine  line)
{
  g_return_if_fail (self != NULL && line.text != NULL);

  g_array_append_val (self->lines, line);
}

static const HearsayPrintLine *
line_at (const HearsayPrint *self,
         guint               index)
{
  return &g_array_index (self->lines, HearsayPrintLine, index);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double one = *(const double *) a;
  double two = *(const double *) b;

  return one < two ? -1 : one > two ? 1 : 0;
}

static double
median (GArray *values)
{
  if (values->len == 0)
    return 0.0;
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, values->len / 2);
}

/* The size of most letters: each line counts as often as it has bytes. */
static double
body_height (const HearsayPrint *self)
{
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->lines->len; i++)
    {
      const HearsayPrintLine *line = line_at (self, i);

      for (gsize n = strlen (line->text) / 16 + 1; n > 0; n--)
        g_array_append_val (heights, line->height);
    }
  return median (heights);
}

/* Distance from the top of one line to the top of the next, where it is shorter than two lines. */
static double
body_leading (const HearsayPrint *self)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 1; i < self->lines->len; i++)
    {
      const HearsayPrintLine *before = line_at (self, i - 1);
      const HearsayPrintLine *line = line_at (self, i);
      double gap = line->bottom - before->bottom;

      if (line->page == before->page && gap > 0.0 && gap < 3.0 * before->height)
        g_array_append_val (gaps, gap);
    }
  return median (gaps);
}

static gboolean
is_in_margin (const HearsayPrint     *self,
              const HearsayPrintLine *line)
{
  double height = line->page < self->page_heights->len ? g_array_index (self->page_heights, double, line->page) : 0.0;

  return line->top < height * MARGIN || line->bottom > height * (1.0 - MARGIN);
}

/* The line with its numbers made equal: “Page 3 of 9” is “page # of #”. */
static char *
dup_pattern (const char *text)
{
  GString *pattern = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isdigit (*p))
        g_string_append_c (pattern, g_ascii_tolower (*p));
      else if (pattern->len == 0 || pattern->str[pattern->len - 1] != '#')
        g_string_append_c (pattern, '#');
    }
  return g_string_free (pattern, FALSE);
}

static gboolean
is_page_number (const char *pattern)
{
  static const char *const forms[] = { "#", "- # -", "-#-", "– # –", "page #", "page # of #", "# of #", "#/#", "# / #", "p. #", "[#]", NULL };

  return g_strv_contains (forms, pattern);
}

/* Marks running heads and page numbers: what stands in the margins of several
 * pages, numbers aside. */
static gboolean *
find_running_heads (const HearsayPrint *self)
{
  gboolean *running = g_new0 (gboolean, self->lines->len + 1);
  g_autoptr (GHashTable) pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_pages = self->page_heights->len;

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < self->lines->len; i++)
        {
          const HearsayPrintLine *line = line_at (self, i);
          g_autofree char *pattern = NULL;
          guint n;

          if (strlen (line->text) > 160 || !is_in_margin (self, line))
            continue;
          pattern = dup_pattern (line->text);
          n = GPOINTER_TO_UINT (g_hash_table_lookup (pages, pattern));
          if (pass == 0)
            g_hash_table_insert (pages, g_steal_pointer (&pattern), GUINT_TO_POINTER (n + 1));
          else
            running[i] = is_page_number (pattern) || (n >= 2 && n * 3 >= n_pages);
        }
    }
  return running;
}

/**
 * hearsay_print_take_title:
 *
 * Takes the title out of the lines: what is set in the largest type in the
 * upper half of the first page, when that is clearly larger than the body's.
 *
 * Returns: (transfer full) (nullable): the title, or %NULL
 */
char *
hearsay_print_take_title (HearsayPrint *self)
{
  double body = body_height (self);
  double largest = 0.0;
  guint first = 0;
  guint n = 0;
  GString *title;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->lines->len && line_at (self, i)->page == 0; i++)
    {
      const HearsayPrintLine *line = line_at (self, i);
      double half = g_array_index (self->page_heights, double, 0) * 0.6;

      if (line->height > largest * 1.02 && line->top < half && strlen (line->text) > 2)
        {
          largest = line->height;
          first = i;
        }
    }
  if (body <= 0.0 || largest < body * TITLE_SCALE)
    return NULL;
  title = g_string_new (NULL);
  while (first + n < self->lines->len && line_at (self, first + n)->page == 0 &&
         fabs (line_at (self, first + n)->height - largest) < largest * 0.05)
    {
      g_string_append_printf (title, "%s%s", n > 0 ? " " : "", line_at (self, first + n)->text);
      n++;
    }
  if (title->len > MAX_TITLE)
    {
      g_string_free (title, TRUE);
      return NULL;
    }
  g_array_remove_range (self->lines, first, n);
  return g_string_free (title, FALSE);
}

typedef struct
{
  double leading;
  double height;
  double right; /* where the lines of this column end */
  double left;
} Measure;

/* The edges of the column that @index stands in: of the lines directly around it. */
static void
measure_column (const HearsayPrint *self,
                guint               index,
                Measure            *measure)
{
  const HearsayPrintLine *line = line_at (self, index);
  guint from = index > 12 ? index - 12 : 0;
  guint to = MIN (index + 13, self->lines->len);

  measure->left = line->left;
  measure->right = line->right;
  for (guint i = from; i < to; i++)
    {
      const HearsayPrintLine *other = line_at (self, i);

      /* In the same column when they lie over each other for the most part. */
      if (other->page != line->page || MIN (other->right, line->right) - MAX (other->left, line->left) <
                                         0.5 * MIN (other->right - other->left, line->right - line->left))
        continue;
      measure->left = MIN (measure->left, other->left);
      measure->right = MAX (measure->right, other->right);
    }
}

static gboolean
begins_small (const char *text)
{
  return g_unichar_islower (g_utf8_get_char (text));
}

static gboolean
is_new_paragraph (const HearsayPrint *self,
                  guint               before_index,
                  guint               index,
                  Measure             measure)
{
  const HearsayPrintLine *before = line_at (self, before_index);
  const HearsayPrintLine *line = line_at (self, index);
  gboolean ends = hearsay_line_ends_sentence (before->text);
  gboolean jump = line->page != before->page || line->bottom < before->bottom;
  double width;
  double left;
  gboolean is_short;

  if (fabs (line->height - before->height) > 0.15 * measure.height)
    return TRUE;
  measure_column (self, before_index, &measure);
  width = measure.right - measure.left;
  is_short = before->right < measure.right - MAX (0.12 * width, 2.0 * measure.height);
  left = measure.left;
  measure_column (self, index, &measure);
  if (jump)
    return !begins_small (line->text) && ends && (is_short || line->left > measure.left + 0.6 * measure.height);
  if (line->bottom - before->bottom > 1.35 * measure.leading)
    return TRUE;
  if (hearsay_line_classify (before->text) != HEARSAY_LINE_OTHER && is_short)
    return TRUE;
  if (line->left > measure.left + 0.6 * measure.height && before->left < left + 0.6 * measure.height &&
      line->left < measure.left + 6.0 * measure.height)
    return TRUE;
  return ends && is_short;
}

/* All words of the print in small letters, for the question whether a word cut at a line's end has a hyphen. */
static GHashTable *
collect_words (const HearsayPrint *self)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autofree char *small = g_utf8_strdown (line_at (self, i)->text, -1);
      g_auto (GStrv) parts = g_strsplit_set (small, " .,;:!?\"()", -1);

      for (guint j = 0; parts[j] != NULL; j++)
        {
          if (parts[j][0] != '\0')
            g_hash_table_add (words, g_strdup (parts[j]));
        }
    }
  return words;
}

/* Whether the hyphen at the end of @paragraph was put there by the line break:
 * the print has the word elsewhere without it, or nowhere with it. */
static gboolean
is_soft_hyphen (const GString *paragraph,
                const char    *next,
                GHashTable    *words)
{
  const char *start = paragraph->str + paragraph->len - 1;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *parted = NULL;

  while (start > paragraph->str && start[-1] != ' ')
    start--;
  first = g_strndup (start, (gsize) (paragraph->str + paragraph->len - 1 - start));
  second = g_strndup (next, strcspn (next, " .,;:!?\"()"));
  whole = g_strconcat (first, second, NULL);
  parted = g_strconcat (first, "-", second, NULL);
  if (strchr (first, '-') != NULL)
    return FALSE;
  return g_hash_table_contains (words, whole) || !g_hash_table_contains (words, parted);
}

static void
append_line (GString    *paragraph,
             const char *text,
             GHashTable *words)
{
  gsize n = paragraph->len;

  if (n >= 2 && paragraph->str[n - 1] == '-' && paragraph->str[n - 2] != ' ' && begins_small (text))
    {
      if (is_soft_hyphen (paragraph, text, words))
        g_string_truncate (paragraph, n - 1);
    }
  else if (n > 0)
    g_string_append_c (paragraph, ' ');
  g_string_append (paragraph, text);
}

/**
 * hearsay_print_dup_text:
 *
 * Puts the lines together to paragraphs: by the space between lines, indents
 * and short last lines; across columns and pages where a sentence goes on.
 * Running heads and page numbers are left out, words that were cut at the end
 * of a line made whole.
 *
 * Returns: (transfer full): paragraphs parted by an empty line
 */
char *
hearsay_print_dup_text (const HearsayPrint *self)
{
  g_autofree gboolean *running = NULL;
  g_autoptr (GHashTable) words = NULL;
  g_autoptr (GString) paragraph = g_string_new (NULL);
  GString *text = g_string_new (NULL);
  Measure measure = { 0 };
  guint before = G_MAXUINT;

  g_return_val_if_fail (self != NULL, NULL);

  running = find_running_heads (self);
  words = collect_words (self);
  measure.leading = body_leading (self);
  measure.height = body_height (self);
  for (guint i = 0; i <= self->lines->len; i++)
    {
      if (i < self->lines->len && running[i])
        continue;
      if (i == self->lines->len || (before != G_MAXUINT && is_new_paragraph (self, before, i, measure)))
        {
          if (paragraph->len > 0)
            g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", paragraph->str);
          g_string_truncate (paragraph, 0);
        }
      if (i < self->lines->len)
        append_line (paragraph, line_at (self, i)->text, words);
      before = i;
    }
  return g_string_free (text, FALSE);
}
