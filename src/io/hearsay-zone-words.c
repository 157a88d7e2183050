/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-zone-words.h"

#include <string.h>

/* Letters that mean one offset alone. “ET” and “PT” change with the season, and “CST”
 * and “IST” mean several: what they say is not known. */
static const struct
{
  const char *letters;
  int minutes;
} zones[] = {
  { "GMT", 0 },     { "UTC", 0 },     { "BST", 60 },    { "WET", 0 },     { "WEST", 60 },   { "CET", 60 },
  { "CEST", 120 },  { "EET", 120 },   { "EEST", 180 },  { "MSK", 180 },   { "SGT", 480 },   { "HKT", 480 },
  { "JST", 540 },   { "KST", 540 },   { "AEST", 600 },  { "AEDT", 660 },  { "NZST", 720 },  { "NZDT", 780 },
  { "EST", -300 },  { "EDT", -240 },  { "CDT", -300 },  { "MST", -420 },  { "MDT", -360 },  { "PST", -480 },
  { "PDT", -420 },
};

/* “+08:00”, “+0800”, “+8”, “−5:30” */
static const char *
scan_offset (const char *p,
             int        *minutes)
{
  int sign = *p == '-' || g_str_has_prefix (p, "−") ? -1 : *p == '+' ? 1 : 0;
  int hours = 0;
  int rest = 0;
  guint n = 0;

  if (sign == 0)
    return NULL;
  p = g_utf8_next_char (p);
  for (; n < 2 && g_ascii_isdigit (*p); n++)
    hours = hours * 10 + (*p++ - '0');
  if (n == 0)
    return NULL;
  if (*p == ':')
    p++;
  if (g_ascii_isdigit (p[0]) && g_ascii_isdigit (p[1]))
    {
      rest = (p[0] - '0') * 10 + (p[1] - '0');
      p += 2;
    }
  if (g_ascii_isdigit (*p) || hours > 14 || rest > 59)
    return NULL;
  *minutes = sign * (hours * 60 + rest);
  return p;
}

/**
 * hearsay_zone_words_scan:
 * @text: what stands behind a time of day
 * @minutes: (out): how far its clock is ahead of UTC
 *
 * Reads “Z”, “+08:00”, “GMT”, “UTC+8”, “BST”, “(EDT)”.
 *
 * Returns: (nullable): the end of the zone, or %NULL where none is said
 */
const char *
hearsay_zone_words_scan (const char *text,
                         int        *minutes)
{
  const char *p = text;
  const char *end;
  gsize length = 0;

  g_return_val_if_fail (text != NULL && minutes != NULL, NULL);

  while (*p == ' ' || *p == '(')
    p++;
  end = scan_offset (p, minutes);
  if (end != NULL)
    return end;
  while (g_ascii_isupper (p[length]))
    length++;
  if (g_ascii_isalnum (p[length]) || length == 0)
    return NULL;
  if (length == 1 && *p == 'Z')
    {
      *minutes = 0;
      return p + 1;
    }
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      if (strlen (zones[i].letters) != length || strncmp (zones[i].letters, p, length) != 0)
        continue;
      *minutes = zones[i].minutes;
      end = *minutes == 0 ? scan_offset (p + length, minutes) : NULL;
      return end != NULL ? end : p + length;
    }
  return NULL;
}
