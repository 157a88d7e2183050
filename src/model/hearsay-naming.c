/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-naming.h"

#include <string.h>

/* Heads of groups that say too little alone: which countries? */
static const char *const bare_heads[] = {
  "Companies", "Countries", "Governments", "Groups", "Members", "Nations", "Parties", "Powers", "States", NULL
};

/* Characters that find room beside a paragraph. */
#define MAX_SHORT_NAME 20

/* What stands between given and family name and belongs to the latter. */
static const char *const particles[] = {
  "al", "ben", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el",
  "ibn", "la", "le", "ten", "ter", "van", "von", "zu", NULL,
};

static const char *const suffixes[] = { "jr", "jr.", "sr", "sr.", "ii", "iii", "iv", NULL };

/* Where a group's description goes on behind its head: “people | familiar with the matter”. */
static const char *const after_heads[] = {
  "about", "and", "around", "at", "behind", "close", "familiar", "for", "from", "in", "inside", "involved",
  "near", "of", "on", "or", "that", "to", "under", "who", "with", "within", "working", NULL,
};

/* Family names that stand first: the most frequent in Mandarin and Korean, without those that are
 * English given names as well. */
static const char *const first_family_names[] = {
  "bai", "cai", "cao", "chang", "chen", "cheng", "choi", "cui", "deng", "ding", "dong", "du", "fan",
  "fang", "feng", "fu", "gao", "gong", "gu", "guo", "he", "hong", "hou", "hu", "huang", "hwang",
  "jeong", "jia", "jiang", "jin", "jung", "kim", "kong", "lai", "lei", "li", "liang", "liao", "lin",
  "liu", "long", "lu", "luo", "ma", "mao", "meng", "mo", "moon", "pan", "park", "peng", "qi",
  "qian", "qin", "qiu", "ren", "shao", "shen", "shi", "shin", "song", "su", "sun", "tan", "tang",
  "tao", "tian", "tsai", "wan", "wang", "wei", "wen", "wu", "xi", "xia", "xiao", "xie", "xiong",
  "xu", "xue", "yan", "yang", "yao", "ye", "yi", "yin", "yoon", "yu", "yuan", "zeng", "zhang",
  "zhao", "zheng", "zhong", "zhou", "zhu", "zou", NULL,
};

static gboolean
is_listed (const char *const *list,
           const char        *word)
{
  for (; *list != NULL; list++)
    {
      /* Nearly always the first letter tells, and the bit that makes it a small one does not matter. */
      if ((**list | 0x20) == (*word | 0x20) && g_ascii_strcasecmp (*list, word) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * hearsay_naming_is_family_first:
 *
 * Returns: whether @word is a family name that Chinese and Koreans put in front, in any case of letters
 */
gboolean
hearsay_naming_is_family_first (const char *word)
{
  g_return_val_if_fail (word != NULL, FALSE);

  return is_listed (first_family_names, word);
}

/* The words of @name, without empty ones. */
static GPtrArray *
split_words (const char *name)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit_set (name, " \t\n\r", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (parts[i][0] != '\0')
        g_ptr_array_add (words, g_strdup (parts[i]));
    }
  return words;
}

static void
drop_suffixes (GPtrArray *words)
{
  while (words->len > 1 && is_listed (suffixes, g_ptr_array_index (words, words->len - 1)))
    g_ptr_array_set_size (words, (gint) words->len - 1);
}

static gboolean
family_name_is_first (GPtrArray *words)
{
  const char *first = g_ptr_array_index (words, 0);
  const char *last = g_ptr_array_index (words, words->len - 1);

  if (words->len != 2)
    return FALSE;
  if (is_listed (first_family_names, first))
    return !is_listed (first_family_names, last) || strlen (first) < strlen (last);
  return strchr (last, '-') != NULL && g_ascii_strcasecmp (first, "lee") == 0;
}

static char *
join_words (GPtrArray *words,
            guint      first)
{
  GString *joined = g_string_new (NULL);

  for (guint i = first; i < words->len; i++)
    {
      if (i > first)
        g_string_append_c (joined, ' ');
      g_string_append (joined, g_ptr_array_index (words, i));
    }
  return g_string_free (joined, FALSE);
}

static char *
family_name (GPtrArray *words)
{
  guint first = words->len - 1;

  drop_suffixes (words);
  first = words->len - 1;
  if (family_name_is_first (words))
    return g_strdup (g_ptr_array_index (words, 0));
  while (first > 1 && is_listed (particles, g_ptr_array_index (words, first - 1)))
    first--;
  return join_words (words, first);
}

static char *
capitalise (const char *word)
{
  GString *result = g_string_new (NULL);

  g_string_append_unichar (result, g_unichar_toupper (g_utf8_get_char (word)));
  g_string_append (result, g_utf8_next_char (word));
  return g_string_free (result, FALSE);
}

static char *
group_head (GPtrArray *words)
{
  guint head = words->len - 1;

  for (guint i = 1; i < words->len; i++)
    {
      if (is_listed (after_heads, g_ptr_array_index (words, i)))
        {
          head = i - 1;
          break;
        }
    }
  return capitalise (g_ptr_array_index (words, head));
}

static gboolean
is_acronym (const char *word)
{
  guint n = 0;

  for (const char *p = word; *p != '\0'; p++)
    {
      if (g_ascii_isupper (*p))
        n++;
      else if (*p != '.' && !g_ascii_isdigit (*p))
        return FALSE;
    }
  return n >= 2;
}

/* Drops a possessive “'s”. */
static char *
dup_plain_form (const char *form)
{
  char *plain = g_strstrip (g_strdup (form));

  if (g_str_has_suffix (plain, "'s"))
    plain[strlen (plain) - 2] = '\0';
  else if (g_str_has_suffix (plain, "’s"))
    plain[strlen (plain) - strlen ("’s")] = '\0';
  return plain;
}

static gboolean
can_stand_for (const char       *form,
               GPtrArray        *words,
               HearsayActorKind  kind)
{
  if (kind == HEARSAY_ACTOR_ORGANIZATION)
    return words->len > 1 && is_acronym (form);
  for (guint i = 0; i < words->len; i++)
    {
      if (g_str_equal (form, g_ptr_array_index (words, i)))
        return !is_listed (particles, form) && !is_listed (suffixes, form);
    }
  return FALSE;
}

/* The form that stands alone for the whole name most often; the earlier one of two. */
static char *
most_used_form (GPtrArray         *words,
                HearsayActorKind   kind,
                const char *const *forms,
                guint              n_forms)
{
  g_autoptr (GPtrArray) plain = g_ptr_array_new_with_free_func (g_free);
  guint best_count = 0;
  const char *best = NULL;

  for (guint i = 0; i < n_forms; i++)
    {
      g_autofree char *form = dup_plain_form (forms[i]);

      if (can_stand_for (form, words, kind))
        g_ptr_array_add (plain, g_steal_pointer (&form));
    }
  for (guint i = 0; i < plain->len && i < 64; i++)
    {
      guint count = 0;

      for (guint j = i; j < plain->len; j++)
        count += g_str_equal (plain->pdata[i], plain->pdata[j]) ? 1 : 0;
      if (count > best_count)
        {
          best_count = count;
          best = plain->pdata[i];
        }
    }
  return g_strdup (best);
}

/**
 * hearsay_naming_dup_short_name:
 * @name: the full name
 * @forms: (array length=n_forms) (nullable): the words that name the actor in
 *   the text, which tell better than any rule which part of a name stands alone
 *
 * “Putin” for Vladimir Putin, “Zhao” for Zhao Lijian, “Analysts” for Chinese
 * analysts, but all of “Western countries”; organizations and countries keep their name unless the text has an
 * acronym for it.
 *
 * Returns: (transfer full): the short name
 */
char *
hearsay_naming_dup_short_name (const char         *name,
                               HearsayActorKind    kind,
                               const char *const  *forms,
                               guint               n_forms)
{
  g_autoptr (GPtrArray) words = NULL;
  g_autofree char *used = NULL;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (forms != NULL || n_forms == 0, NULL);

  words = split_words (name);
  if (words->len == 0)
    return g_strdup (name);
  if (kind == HEARSAY_ACTOR_PERSON || kind == HEARSAY_ACTOR_ORGANIZATION)
    {
      used = most_used_form (words, kind, forms, n_forms);
      if (used != NULL)
        return g_steal_pointer (&used);
    }
  if (kind == HEARSAY_ACTOR_PERSON)
    return family_name (words);
  if (kind == HEARSAY_ACTOR_GROUP)
    {
      used = group_head (words);
      if (!is_listed (bare_heads, used) || g_utf8_strlen (name, -1) > MAX_SHORT_NAME)
        return g_steal_pointer (&used);
    }
  return join_words (words, 0);
}

/* The first letter of a word, passing over quotes and hyphens. */
static gunichar
first_letter (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        return g_unichar_toupper (c);
    }
  return 0;
}

static void
append_initial (GString    *initials,
                const char *word)
{
  gunichar letter = first_letter (word);

  if (letter != 0)
    g_string_append_unichar (initials, letter);
}

static char *
person_initials (GPtrArray *words)
{
  GString *initials = g_string_new (NULL);

  drop_suffixes (words);
  append_initial (initials, g_ptr_array_index (words, 0));
  if (words->len > 1)
    append_initial (initials, g_ptr_array_index (words, words->len - 1));
  return g_string_free (initials, FALSE);
}

static char *
first_letters (GPtrArray *words,
               guint      most)
{
  static const char *const small[] = { "a", "an", "and", "at", "for", "in", "of", "on", "the", "to", NULL };
  GString *initials = g_string_new (NULL);

  for (guint i = 0; i < words->len && g_utf8_strlen (initials->str, -1) < (glong) most; i++)
    {
      if (words->len == 1 || !is_listed (small, g_ptr_array_index (words, i)))
        append_initial (initials, g_ptr_array_index (words, i));
    }
  return g_string_free (initials, FALSE);
}

/**
 * hearsay_naming_dup_initials:
 * @name: the full name
 *
 * “VP” for a person, “US” (ISO 3166-1) for a country, acronyms of up to five
 * letters as they are, otherwise the first letters of the words that count.
 *
 * Returns: (transfer full): what fits into an avatar; empty only for a name without letters
 */
char *
hearsay_naming_dup_initials (const char       *name,
                             HearsayActorKind  kind)
{
  g_autoptr (GPtrArray) words = NULL;
  const char *code = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  words = split_words (name);
  if (words->len == 0)
    return g_strdup ("");
  if (kind == HEARSAY_ACTOR_PERSON)
    return person_initials (words);
  if (kind == HEARSAY_ACTOR_COUNTRY)
    code = hearsay_naming_find_country_code (name);
  if (code != NULL)
    return g_strdup (code);
  if (words->len == 1 && strlen (name) <= 5 && is_acronym (name))
    return g_strdup (name);
  return first_letters (words, kind == HEARSAY_ACTOR_GROUP ? 2 : 3);
}

/**
 * hearsay_naming_is_bare:
 *
 * Returns: whether @name is a person's single word, which may mean somebody
 *   else in the next article
 */
gboolean
hearsay_naming_is_bare (const char       *name,
                        HearsayActorKind  kind)
{
  g_autoptr (GPtrArray) words = NULL;

  g_return_val_if_fail (name != NULL, FALSE);

  if (kind != HEARSAY_ACTOR_PERSON)
    return FALSE;
  words = split_words (name);
  return words->len < 2;
}
