/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-json-writer.h"

#include <math.h>
#include <string.h>

static void
new_line (HearsayJsonWriter *self)
{
  if (self->indent == 0)
    return;
  g_string_append_c (self->out, '\n');
  for (guint i = 0; i < self->indent * self->depth; i++)
    g_string_append_c (self->out, ' ');
}

static void
begin_value (HearsayJsonWriter *self)
{
  if (self->after_key)
    {
      self->after_key = FALSE;
      return;
    }
  if (self->depth == 0)
    return;
  if (self->has_items[self->depth - 1])
    g_string_append_c (self->out, ',');
  self->has_items[self->depth - 1] = TRUE;
  new_line (self);
}

static void
begin (HearsayJsonWriter *self,
       char               bracket)
{
  g_return_if_fail (self != NULL && self->out != NULL);
  g_return_if_fail (self->depth < HEARSAY_JSON_MAX_DEPTH);

  begin_value (self);
  g_string_append_c (self->out, bracket);
  self->has_items[self->depth] = FALSE;
  self->depth++;
}

static void
end (HearsayJsonWriter *self,
     char               bracket)
{
  g_return_if_fail (self != NULL && self->depth > 0);

  self->depth--;
  if (self->has_items[self->depth])
    new_line (self);
  g_string_append_c (self->out, bracket);
}

void
hearsay_json_begin_object (HearsayJsonWriter *self)
{
  begin (self, '{');
}

void
hearsay_json_end_object (HearsayJsonWriter *self)
{
  end (self, '}');
}

void
hearsay_json_begin_array (HearsayJsonWriter *self)
{
  begin (self, '[');
}

void
hearsay_json_end_array (HearsayJsonWriter *self)
{
  end (self, ']');
}

static gboolean
needs_escape (guint8 c)
{
  return c < 0x20 || c == '"' || c == '\\' || c == 0x7f;
}

/* Articles have thousands of numbers, and format strings are slow to read. */
static void
append_number (GString *out,
               guint64  value)
{
  char digits[20];
  gsize n = sizeof digits;

  do
    digits[--n] = (char) ('0' + value % 10);
  while ((value /= 10) > 0);
  g_string_append_len (out, digits + n, (gssize) (sizeof digits - n));
}

/* The first @n bytes of @string, which need no escape, with the marks around them. */
static void
append_plain (GString    *out,
              const char *string,
              gsize       n)
{
  gsize at = out->len;

  g_string_set_size (out, at + n + 2);
  out->str[at] = '"';
  memcpy (out->str + at + 1, string, n);
  out->str[at + n + 1] = '"';
}

static void
append_quoted (GString    *out,
               const char *string)
{
  const char *run = string;
  const char *p = string;

  while (*p != '\0' && !needs_escape ((guint8) *p))
    p++;
  if (*p == '\0')
    {
      append_plain (out, string, (gsize) (p - string));
      return;
    }

  g_string_append_c (out, '"');
  for (; *p != '\0'; p++)
    {
      if (!needs_escape ((guint8) *p))
        continue;
      g_string_append_len (out, run, p - run);
      run = p + 1;
      switch (*p)
        {
        case '"':
          g_string_append (out, "\\\"");
          break;
        case '\\':
          g_string_append (out, "\\\\");
          break;
        case '\n':
          g_string_append (out, "\\n");
          break;
        case '\r':
          g_string_append (out, "\\r");
          break;
        case '\t':
          g_string_append (out, "\\t");
          break;
        default:
          g_string_append_printf (out, "\\u%04x", (guint8) *p);
          break;
        }
    }
  g_string_append_len (out, run, p - run);
  g_string_append_c (out, '"');
}

void
hearsay_json_key (HearsayJsonWriter *self,
                  const char        *key)
{
  g_return_if_fail (self != NULL && key != NULL);

  begin_value (self);
  append_quoted (self->out, key);
  g_string_append (self->out, self->indent > 0 ? ": " : ":");
  self->after_key = TRUE;
}

/**
 * hearsay_json_string:
 * @string: (nullable): valid UTF-8; %NULL is written as null
 */
void
hearsay_json_string (HearsayJsonWriter *self,
                     const char        *string)
{
  g_return_if_fail (self != NULL);

  begin_value (self);
  if (string != NULL)
    append_quoted (self->out, string);
  else
    g_string_append (self->out, "null");
}

void
hearsay_json_int (HearsayJsonWriter *self,
                  gint64             value)
{
  g_return_if_fail (self != NULL);

  begin_value (self);
  if (value < 0)
    g_string_append_c (self->out, '-');
  append_number (self->out, value < 0 ? -(guint64) value : (guint64) value);
}

/**
 * hearsay_json_decimal:
 * @value: a number; what is not finite is written as 0
 *
 * Writes three decimals at most, without the zeros at the end, and with a full
 * stop in every locale.
 */
void
hearsay_json_decimal (HearsayJsonWriter *self,
                      double             value)
{
  gint64 thousandths;
  guint64 whole;
  guint rest;

  g_return_if_fail (self != NULL);

  begin_value (self);
  thousandths = isfinite (value) ? (gint64) llround (CLAMP (value, -1e15, 1e15) * 1000.0) : 0;
  if (thousandths < 0)
    g_string_append_c (self->out, '-');
  whole = (guint64) ABS (thousandths) / 1000;
  rest = (guint) ((guint64) ABS (thousandths) % 1000);
  append_number (self->out, whole);
  if (rest > 0)
    g_string_append_c (self->out, '.');
  for (guint digit = 100; rest > 0; digit /= 10)
    {
      g_string_append_c (self->out, (char) ('0' + rest / digit));
      rest %= digit;
    }
}

void
hearsay_json_boolean (HearsayJsonWriter *self,
                      gboolean           value)
{
  g_return_if_fail (self != NULL);

  begin_value (self);
  g_string_append (self->out, value ? "true" : "false");
}

void
hearsay_json_null (HearsayJsonWriter *self)
{
  hearsay_json_string (self, NULL);
}

/**
 * hearsay_json_raw:
 * @json: one JSON value, copied as it is
 */
void
hearsay_json_raw (HearsayJsonWriter *self,
                  const char        *json)
{
  g_return_if_fail (self != NULL && json != NULL);

  begin_value (self);
  g_string_append (self->out, json);
}

/**
 * hearsay_json_date:
 * @date: a date; null when it is not set
 */
void
hearsay_json_date (HearsayJsonWriter *self,
                   HearsayDate        date)
{
  char buffer[HEARSAY_DATE_BUFFER];

  hearsay_json_string (self, hearsay_date_is_set (date) ? hearsay_date_format (date, buffer) : NULL);
}

/* A short object on one line also where the document is indented: there are thousands of them. */
static void
append_span (HearsayJsonWriter *self,
             HearsaySpan        span)
{
  begin_value (self);
  g_string_append (self->out, self->indent > 0 ? "{\"start\": " : "{\"start\":");
  append_number (self->out, span.start);
  g_string_append (self->out, self->indent > 0 ? ", \"end\": " : ",\"end\":");
  append_number (self->out, span.end);
  g_string_append_c (self->out, '}');
}

/**
 * hearsay_json_span:
 * @span: code points; null when it is empty
 */
void
hearsay_json_span (HearsayJsonWriter *self,
                   HearsaySpan        span)
{
  g_return_if_fail (self != NULL);

  if (hearsay_span_is_empty (span))
    hearsay_json_null (self);
  else
    append_span (self, span);
}
