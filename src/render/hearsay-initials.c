/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "render/hearsay-initials.h"

/* ISO 3166-1 codes of countries whose own letters would not suggest them. */
static const struct
{
  const char *name;
  const char *code;
} countries[] = {
  { "Afghanistan", "AF" }, { "Algeria", "DZ" }, { "Argentina", "AR" }, { "Armenia", "AM" }, { "Australia", "AU" },
  { "Austria", "AT" }, { "Azerbaijan", "AZ" }, { "Bangladesh", "BD" }, { "Belarus", "BY" }, { "Belgium", "BE" },
  { "Brazil", "BR" }, { "Bulgaria", "BG" }, { "Cambodia", "KH" }, { "Canada", "CA" }, { "Chile", "CL" },
  { "China", "CN" }, { "Colombia", "CO" }, { "Croatia", "HR" }, { "Cuba", "CU" }, { "Denmark", "DK" },
  { "Egypt", "EG" }, { "Estonia", "EE" }, { "Ethiopia", "ET" }, { "Finland", "FI" }, { "France", "FR" },
  { "Georgia", "GE" }, { "Germany", "DE" }, { "Greece", "GR" }, { "Hungary", "HU" }, { "India", "IN" },
  { "Indonesia", "ID" }, { "Iran", "IR" }, { "Iraq", "IQ" }, { "Ireland", "IE" }, { "Israel", "IL" },
  { "Italy", "IT" }, { "Japan", "JP" }, { "Jordan", "JO" }, { "Kazakhstan", "KZ" }, { "Kenya", "KE" },
  { "Latvia", "LV" }, { "Lebanon", "LB" }, { "Libya", "LY" }, { "Lithuania", "LT" }, { "Malaysia", "MY" },
  { "Mexico", "MX" }, { "Mongolia", "MN" }, { "Morocco", "MA" }, { "Myanmar", "MM" }, { "Nepal", "NP" },
  { "Netherlands", "NL" }, { "New Zealand", "NZ" }, { "Nigeria", "NG" }, { "North Korea", "KP" }, { "Norway", "NO" },
  { "Pakistan", "PK" }, { "Philippines", "PH" }, { "Poland", "PL" }, { "Portugal", "PT" }, { "Qatar", "QA" },
  { "Romania", "RO" }, { "Russia", "RU" }, { "Saudi Arabia", "SA" }, { "Serbia", "RS" }, { "Singapore", "SG" },
  { "Slovakia", "SK" }, { "Slovenia", "SI" }, { "South Africa", "ZA" }, { "South Korea", "KR" }, { "Spain", "ES" },
  { "Sudan", "SD" }, { "Sweden", "SE" }, { "Switzerland", "CH" }, { "Syria", "SY" }, { "Taiwan", "TW" },
  { "Thailand", "TH" }, { "Tunisia", "TN" }, { "Turkey", "TR" }, { "Ukraine", "UA" }, { "United Arab Emirates", "AE" },
  { "United Kingdom", "UK" }, { "United States", "US" }, { "Venezuela", "VE" }, { "Vietnam", "VN" }, { "Yemen", "YE" },
};

static const char *
find_country (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    {
      if (g_str_equal (countries[i].name, name))
        return countries[i].code;
    }
  return NULL;
}

/* An abbreviation is its own initials. */
static gboolean
is_abbreviation (const char *word)
{
  glong length = g_utf8_strlen (word, -1);

  if (length < 2 || length > 5)
    return FALSE;
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isupper (g_utf8_get_char (p)) && !g_unichar_isdigit (g_utf8_get_char (p)))
        return FALSE;
    }
  return TRUE;
}

static void
append_upper (GString    *string,
              const char *word)
{
  g_string_append_unichar (string, g_unichar_toupper (g_utf8_get_char (word)));
}

static gboolean
is_small_word (const char *word)
{
  static const char *const small[] = { "of", "the", "and", "for", "in", "on", "de", "von", "van", "al", "The" };

  for (guint i = 0; i < G_N_ELEMENTS (small); i++)
    {
      if (g_str_equal (small[i], word))
        return TRUE;
    }
  return FALSE;
}

/**
 * hearsay_initials_new:
 * @name: (nullable): UTF-8
 *
 * Persons and groups get the first letters of their first and last word,
 * countries their two-letter code, organisations their abbreviation or up to
 * three letters. Issues have no initials.
 *
 * Returns: (transfer full): possibly empty
 */
char *
hearsay_initials_new (const char      *name,
                      HearsayNodeKind  kind)
{
  g_auto (GStrv) words = NULL;
  GString *string = g_string_new (NULL);
  const char *first = NULL;
  const char *last = NULL;
  guint n = 0;
  gboolean few = kind == HEARSAY_NODE_PERSON || kind == HEARSAY_NODE_GROUP;

  if (name == NULL || kind == HEARSAY_NODE_ISSUE || !g_utf8_validate (name, -1, NULL))
    return g_string_free (string, FALSE);
  if (kind == HEARSAY_NODE_COUNTRY && find_country (name) != NULL)
    {
      g_string_append (string, find_country (name));
      return g_string_free (string, FALSE);
    }
  words = g_strsplit_set (name, " \t-", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0' || is_small_word (words[i]) || !g_unichar_isalnum (g_utf8_get_char (words[i])))
        continue;
      if (!few && is_abbreviation (words[i]))
        {
          g_string_assign (string, words[i]);
          return g_string_free (string, FALSE);
        }
      if (first == NULL)
        first = words[i];
      last = words[i];
      if (!few && n++ < 3)
        append_upper (string, words[i]);
    }
  if (few && first != NULL)
    {
      append_upper (string, first);
      if (last != first)
        append_upper (string, last);
    }
  if (n == 1 && g_utf8_strlen (first, -1) > 1)
    append_upper (string, g_utf8_next_char (first));
  return g_string_free (string, FALSE);
}
