/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-name-key.h"

#include <string.h>

#include "model/hearsay-naming.h"

/* Hungarian given names that are hardly given elsewhere, folded: they tell that a name has its family name in
 * front, as Hungarians write it. */
static const char *const hungarian_given_names[] = {
  "agnes", "akos", "andras", "attila", "balazs", "balint", "bela", "bence", "csaba", "csilla", "denes", "dezso", "edit",
  "eniko", "erzsebet", "ferenc", "gabor", "gergely", "geza", "gyorgy", "gyula", "ildiko", "imre", "istvan", "janos", "jeno",
  "jozsef", "judit", "kalman", "karoly", "katalin", "kinga", "krisztina", "lajos", "laszlo", "levente", "lorant", "marton",
  "mihaly", "miklos", "orsolya", "pal", "reka", "sandor", "szabolcs", "szilvia", "tamas", "tibor", "timea", "viktor",
  "vilmos", "zoltan", "zsolt", "zsuzsa", "zsuzsanna", NULL,
};

static const char *const suffixes[] = { "jr", "sr", "ii", "iii", "iv", NULL };

/* What companies have behind their names. */
static const char *const company_forms[] = { "inc", "ltd", "co", "corp", "plc", "llc", "ag", "gmbh", "sa", "limited", NULL };

/* Letters that Unicode does not take apart into a base and a mark. */
static const char *
plain_letter (gunichar c)
{
  switch (c)
    {
    case 0xf8:
      return "o";
    case 0xe6:
      return "ae";
    case 0x153:
      return "oe";
    case 0xf0:
    case 0x111:
      return "d";
    case 0xfe:
      return "th";
    case 0x142:
      return "l";
    case 0x131:
      return "i";
    case 0x2019:
    case 0x2bc:
      return "'";
    case 0x2010:
    case 0x2011:
      return "-";
    case '.':
      return "";
    default:
      return NULL;
    }
}

/**
 * hearsay_name_fold:
 * @name: valid UTF-8
 *
 * Without case, accents, full stops and superfluous blanks: “Orbán  Viktor” is “orban viktor”.
 *
 * Returns: (transfer full): the same on every machine
 */
char *
hearsay_name_fold (const char *name)
{
  g_autofree char *folded = NULL;
  g_autofree char *apart = NULL;
  GString *plain = g_string_new (NULL);

  g_return_val_if_fail (name != NULL, NULL);

  folded = g_utf8_casefold (name, -1);
  apart = g_utf8_normalize (folded, -1, G_NORMALIZE_NFD);
  for (const char *p = apart != NULL ? apart : folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *letter = plain_letter (c);

      if (g_unichar_isspace (c))
        {
          if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
            g_string_append_c (plain, ' ');
        }
      else if (letter != NULL)
        g_string_append (plain, letter);
      else if (g_unichar_type (c) != G_UNICODE_NON_SPACING_MARK && g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_unichar (plain, c);
    }
  if (plain->len > 0 && plain->str[plain->len - 1] == ' ')
    g_string_truncate (plain, plain->len - 1);
  return g_string_free (plain, FALSE);
}

/* Without initials behind the first word and without “Jr.”. */
static GPtrArray *
person_words (char **words)
{
  GPtrArray *kept = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean initial = g_utf8_strlen (words[i], -1) == 1 && i > 0;

      if (words[i][0] != '\0' && !initial && !g_strv_contains (suffixes, words[i]))
        g_ptr_array_add (kept, words[i]);
    }
  return kept;
}

static void
move_last_to_front (GPtrArray *words)
{
  gpointer last = g_ptr_array_steal_index (words, words->len - 1);

  g_ptr_array_insert (words, 0, last);
}

/* “jong-un”, “jong un” and “jongun” are one given name. */
static char *
join_given_name (GPtrArray *words)
{
  GString *joined = g_string_new (g_ptr_array_index (words, 0));

  g_string_append_c (joined, ' ');
  for (guint i = 1; i < words->len; i++)
    for (const char *p = g_ptr_array_index (words, i); *p != '\0'; p++)
      if (*p != '-')
        g_string_append_c (joined, *p);
  return g_string_free (joined, FALSE);
}

static char *
join (GPtrArray *words)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      if (i > 0)
        g_string_append_c (joined, ' ');
      g_string_append (joined, g_ptr_array_index (words, i));
    }
  return g_string_free (joined, FALSE);
}

static char *
person_key (char **split)
{
  g_autoptr (GPtrArray) words = person_words (split);
  gboolean first;
  gboolean last;

  if (words->len < 2)
    return join (words);
  first = hearsay_naming_is_family_first (g_ptr_array_index (words, 0));
  last = hearsay_naming_is_family_first (g_ptr_array_index (words, words->len - 1));
  if (words->len <= 3 && first != last)
    {
      if (last)
        move_last_to_front (words);
      return join_given_name (words);
    }
  if (words->len == 2 && !g_strv_contains (hungarian_given_names, g_ptr_array_index (words, 0)) &&
      g_strv_contains (hungarian_given_names, g_ptr_array_index (words, 1)))
    move_last_to_front (words);
  return join (words);
}

static char *
organization_key (char **split)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; split[i] != NULL; i++)
    {
      if (split[i][0] == '\0' || (i == 0 && split[1] != NULL && strcmp (split[i], "the") == 0))
        continue;
      g_ptr_array_add (words, strcmp (split[i], "&") == 0 ? (char *) "and" : split[i]);
    }
  while (words->len > 1 && g_strv_contains (company_forms, g_ptr_array_index (words, words->len - 1)))
    g_ptr_array_set_size (words, (gint) words->len - 1);
  return join (words);
}

/**
 * hearsay_name_dup_key:
 * @name: a full name
 *
 * What the spellings of one name have in common: without case and accents;
 * persons without middle initials, with the family name in front where Chinese
 * and Koreans have it (“Jong-un Kim” is “kim jongun”) and behind where Hungarians
 * are turned (“Orbán Viktor” is “viktor orban”); companies without “Inc.”.
 *
 * Returns: (transfer full): equal keys are one name
 */
char *
hearsay_name_dup_key (const char       *name,
                      HearsayActorKind  kind)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  folded = hearsay_name_fold (name);
  words = g_strsplit (folded, " ", -1);
  switch (kind)
    {
    case HEARSAY_ACTOR_PERSON:
      return person_key (words);
    case HEARSAY_ACTOR_ORGANIZATION:
      return organization_key (words);
    case HEARSAY_ACTOR_COUNTRY:
    case HEARSAY_ACTOR_GROUP:
    default:
      return g_steal_pointer (&folded);
    }
}

/* “NATO”, “U.N.”: two capitals or more and nothing else but figures. */
gboolean
hearsay_name_is_acronym (const char *word)
{
  guint n = 0;

  g_return_val_if_fail (word != NULL, FALSE);

  for (const char *p = word; *p != '\0'; p++)
    {
      if (g_ascii_isupper (*p))
        n++;
      else if (*p != '.' && !g_ascii_isdigit (*p))
        return FALSE;
    }
  return n >= 2;
}

/**
 * hearsay_name_abbreviates:
 * @acronym: “WHRO”
 * @name: “World Harbour Organization”
 *
 * Returns: whether the letters of @acronym stand in @name in this order, the first
 *   one at its beginning, and three quarters of them where words begin
 */
gboolean
hearsay_name_abbreviates (const char *acronym,
                          const char *name)
{
  const char *p = name;
  guint n_letters = 0;
  guint n_initials = 0;

  g_return_val_if_fail (acronym != NULL && name != NULL, FALSE);

  for (const char *a = acronym; *a != '\0'; a++)
    {
      const char *found = NULL;

      if (!g_ascii_isalpha (*a))
        continue;
      /* A word that begins so, before a letter inside one. */
      for (const char *q = p; *q != '\0' && found == NULL; q++)
        if (g_ascii_toupper (*q) == *a && (q == name || q[-1] == ' ' || q[-1] == '-'))
          found = q;
      if (found != NULL)
        n_initials++;
      for (const char *q = p; *q != '\0' && found == NULL; q++)
        if (g_ascii_toupper (*q) == *a)
          found = q;
      if (found == NULL || (n_letters == 0 && found != name))
        return FALSE;
      n_letters++;
      p = found + 1;
    }
  return n_letters >= 2 && 4 * n_initials >= 3 * n_letters;
}
