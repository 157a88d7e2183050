/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-decode.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "io/hearsay-reader.h"

/* ICU's detector is asked about the beginning only; it is slow and decides there anyway. */
#define DETECT_BYTES (64 * 1024)
/* Below this ICU guesses among scripts that the text does not have. */
#define DETECT_CONFIDENCE 40

static gboolean
is_control (guint8 byte)
{
  return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != 0x1b;
}

/* Text of any 8-bit charset has no NUL and next to no control characters. */
static gboolean
looks_binary (const guint8 *bytes,
              gsize         length)
{
  gsize n_controls = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (bytes[i] == 0)
        return TRUE;
      n_controls += is_control (bytes[i]) ? 1 : 0;
    }
  return n_controls > 8 && n_controls > length / 50;
}

/* UTF-16 without a mark shows by zeros on one side of the pairs: Latin letters
 * have them, and binary data has them on both sides. */
static const char *
guess_utf16 (const guint8 *bytes,
             gsize         length)
{
  gsize n = MIN (length, 4096) & ~(gsize) 1;
  gsize even = 0;
  gsize odd = 0;

  if (length % 2 != 0 || n < 4)
    return NULL;
  for (gsize i = 0; i < n; i += 2)
    {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
  if (even == 0 && odd * 10 >= n / 2 * 7)
    return "UTF-16LE";
  if (odd == 0 && even * 10 >= n / 2 * 7)
    return "UTF-16BE";
  return NULL;
}

static const char *
find_mark (const guint8 *bytes,
           gsize         length,
           gsize        *mark)
{
  static const struct
  {
    const char *name;
    guint8 bytes[4];
    guint8 length;
  } marks[] = {
    { "UTF-8", { 0xef, 0xbb, 0xbf }, 3 },
    { "UTF-32LE", { 0xff, 0xfe, 0, 0 }, 4 },
    { "UTF-32BE", { 0, 0, 0xfe, 0xff }, 4 },
    { "UTF-16LE", { 0xff, 0xfe }, 2 },
    { "UTF-16BE", { 0xfe, 0xff }, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (length >= marks[i].length && memcmp (bytes, marks[i].bytes, marks[i].length) == 0)
        {
          *mark = marks[i].length;
          return marks[i].name;
        }
    }
  *mark = 0;
  return NULL;
}

/* Most of what is beyond ASCII is well-formed UTF-8, and only a few bytes are damaged. */
static gboolean
is_damaged_utf8 (const guint8 *bytes,
                 gsize         length)
{
  const char *p = (const char *) bytes;
  const char *end = p + length;
  gsize n_good = 0;
  gsize n_bad = 0;

  while (p < end)
    {
      const char *stop;

      if (g_utf8_validate (p, end - p, &stop))
        stop = end;
      else
        n_bad++;
      for (; p < stop; p++)
        n_good += ((guint8) *p & 0xc0) == 0xc0 ? 1 : 0;
      p = stop < end ? stop + 1 : end;
    }
  return n_good >= 2 && n_good > 2 * n_bad;
}

static char *
convert (const guint8 *bytes,
         gsize         length,
         const char   *charset)
{
  UErrorCode status = U_ZERO_ERROR;
  gsize capacity;
  int32_t n;
  char *text;

  if (length > G_MAXINT32 / 4)
    return NULL;
  n = ucnv_convert ("UTF-8", charset, NULL, 0, (const char *) bytes, (int32_t) length, &status);
  if (status != U_BUFFER_OVERFLOW_ERROR && U_FAILURE (status))
    return NULL;
  capacity = (gsize) n + 1;
  text = g_malloc (capacity);
  status = U_ZERO_ERROR;
  n = ucnv_convert ("UTF-8", charset, text, (int32_t) capacity, (const char *) bytes, (int32_t) length, &status);
  if (U_FAILURE (status) || n < 0 || (gsize) n >= capacity)
    {
      g_free (text);
      return NULL;
    }
  text[n] = '\0';
  /* A NUL inside would hide the rest from every C string. */
  for (int32_t i = 0; i < n; i++)
    {
      if (text[i] == '\0')
        text[i] = ' ';
    }
  if (!g_utf8_validate (text, n, NULL))
    {
      char *valid = g_utf8_make_valid (text, n);

      g_free (text);
      return valid;
    }
  return text;
}

static char *
convert_guessed (const guint8 *bytes,
                 gsize         length)
{
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  const UCharsetMatch *match;
  const char *name = NULL;
  char *text = NULL;

  if (U_FAILURE (status))
    return NULL;
  ucsdet_setText (detector, (const char *) bytes, (int32_t) MIN (length, DETECT_BYTES), &status);
  match = ucsdet_detect (detector, &status);
  if (U_SUCCESS (status) && match != NULL && ucsdet_getConfidence (match, &status) >= DETECT_CONFIDENCE)
    name = ucsdet_getName (match, &status);
  /* What calls itself Latin-1 is windows-1252 in the wild: its quotation marks matter to us. */
  if (U_SUCCESS (status) && name != NULL && !g_str_has_prefix (name, "ISO-8859-1") &&
      !g_str_has_prefix (name, "UTF") && !g_str_has_prefix (name, "IBM42"))
    text = convert (bytes, length, name);
  ucsdet_close (detector);
  return text;
}

static char *
convert_declared (const guint8 *bytes,
                  gsize         length,
                  const char   *declared)
{
  g_autofree char *name = g_strstrip (g_ascii_strdown (declared, -1));

  if (g_str_has_prefix (name, "utf") || g_str_equal (name, "unicode"))
    return NULL;
  if (g_str_equal (name, "iso-8859-1") || g_str_equal (name, "latin1") || g_str_equal (name, "us-ascii") ||
      g_str_equal (name, "ascii"))
    return convert (bytes, length, "windows-1252");
  if (g_str_equal (name, "gb2312") || g_str_equal (name, "gbk"))
    return convert (bytes, length, "GB18030");
  return convert (bytes, length, name);
}

/**
 * hearsay_decode_text:
 * @bytes: (array length=length): a whole file
 * @length: bytes
 * @declared: (nullable): the charset that the file itself claims to be in
 *
 * Turns text of any charset into UTF-8. In this order: a byte order mark;
 * UTF-16 that shows by its zeros; valid UTF-8; UTF-8 with a few damaged bytes;
 * @declared; ICU's guess; windows-1252, which reads every byte.
 *
 * Returns: (transfer full): valid UTF-8 without a mark, or %NULL with
 *   %HEARSAY_READ_ERROR_BINARY when it is not text
 */
char *
hearsay_decode_text (const guint8  *bytes,
                     gsize          length,
                     const char    *declared,
                     GError       **error)
{
  const char *charset;
  gsize mark;
  char *text = NULL;

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);

  if (length == 0)
    return g_strdup ("");
  charset = find_mark (bytes, length, &mark);
  bytes += mark;
  length -= mark;
  if (charset == NULL)
    charset = guess_utf16 (bytes, length);
  if (charset != NULL && !g_str_equal (charset, "UTF-8"))
    text = convert (bytes, length, charset);
  if (text != NULL && !looks_binary ((const guint8 *) text, strlen (text)))
    return text;
  g_clear_pointer (&text, g_free);

  if (looks_binary (bytes, length))
    {
      g_set_error_literal (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_BINARY, _("This is not text"));
      return NULL;
    }
  if (g_utf8_validate ((const char *) bytes, (gssize) length, NULL))
    return g_strndup ((const char *) bytes, length);
  if (is_damaged_utf8 (bytes, length))
    return g_utf8_make_valid ((const char *) bytes, (gssize) length);
  if (declared != NULL)
    text = convert_declared (bytes, length, declared);
  if (text == NULL)
    text = convert_guessed (bytes, length);
  if (text == NULL)
    text = convert (bytes, length, "windows-1252");
  if (text == NULL)
    text = g_utf8_make_valid ((const char *) bytes, (gssize) length);
  return text;
}

static gboolean
is_dropped (gunichar c)
{
  return c == 0xfeff || c == 0x200b || c == 0xad || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* One pass for both tidy functions; with @spaces also line ends become single spaces. */
static char *
tidy (const char *text,
      gboolean    spaces)
{
  GString *out = g_string_sized_new (strlen (text));
  gboolean pending = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c;
      gboolean line_end;
      gsize run = 0;

      /* Most text is runs of plain letters. */
      while (p[run] > ' ' && p[run] < 0x7f)
        run++;
      if (run > 0)
        {
          if (pending)
            g_string_append_c (out, ' ');
          pending = FALSE;
          g_string_append_len (out, p, (gssize) run);
          p += run;
          if (*p == '\0')
            break;
        }
      c = g_utf8_get_char (p);
      line_end = c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029 || c == '\f' || c == '\v';

      if (is_dropped (c))
        continue;
      if (line_end && !spaces)
        {
          if (c == '\n' && p > text && p[-1] == '\r')
            continue;
          g_string_append_c (out, '\n');
          pending = FALSE;
        }
      else if (line_end || g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          if (spaces)
            pending = out->len > 0;
          else
            g_string_append_c (out, c == '\t' ? '\t' : ' ');
        }
      else
        {
          if (pending)
            g_string_append_c (out, ' ');
          pending = FALSE;
          g_string_append_unichar (out, c);
        }
    }
  return g_string_free (out, FALSE);
}

/**
 * hearsay_tidy_lines:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): @text with one kind of line end, plain spaces, and
 *   without control characters and invisible marks
 */
char *
hearsay_tidy_lines (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return tidy (text, FALSE);
}

/**
 * hearsay_tidy_spaces:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): @text on one line, trimmed, words parted by single spaces
 */
char *
hearsay_tidy_spaces (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return tidy (text, TRUE);
}
