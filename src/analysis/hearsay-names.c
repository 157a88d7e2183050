/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-names.h"

#include <string.h>

/* A longer run of capitals is a headline, not a name. */
#define MAX_NAME_WORDS 12

typedef struct
{
  const HearsayText *text;
  const HearsayClosed *closed;
  const guint8 *taken;
  GArray *names;
  gboolean headline; /* the sentence capitalises its words */
} Scan;

static const HearsayToken *
token_at (const Scan *scan,
          guint32     i)
{
  return &scan->text->tokens[i];
}

static gsize
token_length (const Scan *scan,
              guint32     i)
{
  return token_at (scan, i)->end - token_at (scan, i)->start;
}

static const char *
token_text (const Scan *scan,
            guint32     i)
{
  return scan->text->text + token_at (scan, i)->start;
}

/* Whether @i goes on where @i - 1 stopped: same sentence, and nothing but a blank between. */
static gboolean
follows (const Scan *scan,
         guint32     i)
{
  return i > 0 && i < scan->text->n_tokens &&
         token_at (scan, i)->sentence == token_at (scan, i - 1)->sentence &&
         (token_at (scan, i)->flags & HEARSAY_TOKEN_SPACE_BEFORE);
}

static gboolean
is_capital (const Scan *scan,
            guint32     i)
{
  const HearsayToken *token;

  if (i >= scan->text->n_tokens || scan->taken[i])
    return FALSE;
  token = token_at (scan, i);
  if (!(token->flags & HEARSAY_TOKEN_CAPITALISED) || (token->flags & (HEARSAY_TOKEN_CLITIC | HEARSAY_TOKEN_ADDRESS)))
    return FALSE;
  /* “The”, “In”, “He”: capital by their place alone, except where a table has them (“US”, “WHO”). */
  return scan->closed->classes[i] == 0 ||
         ((token->flags & HEARSAY_TOKEN_ALL_CAPS) &&
          hearsay_lexicon_name (scan->text->text + token->start, token->end - token->start) != NULL);
}

static gboolean
word_is (const Scan *scan,
         guint32     i,
         const char *lower)
{
  return i < scan->text->n_tokens && hearsay_text_token_is (scan->text, i, lower);
}

static gboolean
is_head (const Scan *scan,
         guint32     i)
{
  const char *lower = hearsay_text_word (scan->text, i);

  return hearsay_lexicon_head (lower, strcspn (lower, "."), NULL);
}

/* The longest known name that begins at @i; @last gets its last token. */
static const HearsayKnownName *
match_known (const Scan *scan,
             guint32     i,
             guint32    *last)
{
  const HearsayToken *sentence_token = token_at (scan, i);
  const HearsaySentence *sentence = &scan->text->sentences[sentence_token->sentence];
  guint32 sentence_end = sentence->first_token + sentence->n_tokens;
  guint n = hearsay_lexicon_name_words (token_text (scan, i), token_length (scan, i));

  for (; n > 0; n--)
    {
      guint32 end = i + n - 1;
      const HearsayKnownName *known;

      if (end >= sentence_end || scan->taken[end])
        continue;
      known = hearsay_lexicon_name (token_text (scan, i), token_at (scan, end)->end - sentence_token->start);
      if (known != NULL)
        {
          *last = end;
          return known;
        }
    }
  return NULL;
}

/* The longest word for an office or a title before a name that begins at @i. */
static const HearsayPersonNoun *
match_title (const Scan *scan,
             guint32     i,
             guint32     limit,
             guint32    *last)
{
  char words[HEARSAY_LEXICON_MAX_BYTES];
  const HearsayPersonNoun *best = NULL;
  gsize n = 0;
  guint n_words;

  if (i > limit || i >= scan->text->n_tokens)
    return NULL;
  n_words = hearsay_lexicon_person_noun_words (hearsay_text_word (scan->text, i), strlen (hearsay_text_word (scan->text, i)));
  for (guint32 k = i; k <= limit && k < i + n_words && k < scan->text->n_tokens; k++)
    {
      const char *lower = hearsay_text_word (scan->text, k);
      const HearsayPersonNoun *noun;

      if (k > i && !follows (scan, k))
        break;
      if (n + strlen (lower) + 2 > sizeof words)
        break;
      if (k > i)
        words[n++] = ' ';
      n = (gsize) (g_stpcpy (words + n, lower) - words);
      noun = hearsay_lexicon_person_noun (words, n);
      if (noun != NULL && noun->kind <= HEARSAY_NOUN_PERSON)
        {
          best = noun;
          *last = k;
        }
    }
  return best;
}

static void
add_name (Scan                   *scan,
          guint32                 first,
          guint32                 last,
          guint32                 title,
          HearsayNameClass        class,
          HearsayGender           gender,
          const HearsayKnownName *known)
{
  HearsayName name = {
    .start = token_at (scan, first)->start,
    .end = token_at (scan, last)->end,
    .first = first,
    .last = last,
    .title = title,
    .class = class,
    .gender = gender,
    .known = known,
  };

  g_array_append_val (scan->names, name);
}

/* “China-US relations”: both are named. */
static gboolean
add_parts (Scan   *scan,
           guint32 i)
{
  guint n_parts;
  const HearsayTokenPart *parts = hearsay_text_get_parts (scan->text, i, &n_parts);
  gboolean found = FALSE;

  for (guint k = 0; k < n_parts; k++)
    {
      const HearsayKnownName *known =
        hearsay_lexicon_name (scan->text->text + parts[k].start, parts[k].end - parts[k].start);

      if (known != NULL && known->form != HEARSAY_NAME_PLACE)
        {
          add_name (scan, i, i, i, HEARSAY_NAME_KNOWN, HEARSAY_GENDER_UNKNOWN, known);
          g_array_index (scan->names, HearsayName, scan->names->len - 1).start = parts[k].start;
          g_array_index (scan->names, HearsayName, scan->names->len - 1).end = parts[k].end;
          found = TRUE;
        }
    }
  return found;
}

/* The end of a run of capitalised words from @i on, with the small words inside organisations' names. */
static guint32
find_run (const Scan *scan,
          guint32     i)
{
  guint32 end = i;

  for (guint32 k = i + 1; k < i + MAX_NAME_WORDS && follows (scan, k); k++)
    {
      if (is_capital (scan, k))
        end = k;
      else if (word_is (scan, k, "of") || word_is (scan, k, "for") || word_is (scan, k, "and") ||
               word_is (scan, k, "the") || word_is (scan, k, "&") || word_is (scan, k, "de") ||
               word_is (scan, k, "van") || word_is (scan, k, "von") || word_is (scan, k, "der") ||
               word_is (scan, k, "bin") || word_is (scan, k, "al") || word_is (scan, k, "la") ||
               word_is (scan, k, "da") || word_is (scan, k, "del") || word_is (scan, k, "dos"))
        continue;
      else
        break;
    }
  return end;
}

static gboolean
is_name_particle (const Scan *scan,
                  guint32     i)
{
  return !(token_at (scan, i)->flags & HEARSAY_TOKEN_CAPITALISED) &&
         !word_is (scan, i, "of") && !word_is (scan, i, "for") && !word_is (scan, i, "and") &&
         !word_is (scan, i, "the") && !word_is (scan, i, "&");
}

/* The last token of an organisation's name that begins at @i, or G_MAXUINT32:
 * capitalised words up to a head word, and what hangs on it with “of” and “for”. */
static guint32
match_organization (const Scan *scan,
                    guint32     i,
                    guint32     run)
{
  guint32 head = G_MAXUINT32;
  guint32 end;
  guint32 title_last;

  for (guint32 k = i; k <= run; k++)
    {
      if (!is_capital (scan, k) && !(word_is (scan, k, "and") && head == G_MAXUINT32 && k > i && k < run && is_head (scan, run)))
        break;
      if (k > i && match_title (scan, k, run, &title_last) != NULL && !is_head (scan, k))
        break;
      if (is_head (scan, k) && (k > i || k < run))
        head = k;
    }
  if (head == G_MAXUINT32)
    return G_MAXUINT32;

  end = head;
  for (guint32 k = head + 1; k + 1 <= run; k++)
    {
      if (!word_is (scan, k, "of") && !word_is (scan, k, "for"))
        break;
      if (word_is (scan, k + 1, "the"))
        k++;
      if (k + 1 > run || !is_capital (scan, k + 1))
        break;
      while (k + 1 <= run && (is_capital (scan, k + 1) ||
                              (word_is (scan, k + 1, "and") && k + 2 <= run && is_capital (scan, k + 2) &&
                               !hearsay_lexicon_name (token_text (scan, k + 2), token_length (scan, k + 2)))))
        k++;
      end = k;
    }
  /* “Bank” alone, or “Party” at the beginning of a sentence, names nobody. */
  return end > i ? end : G_MAXUINT32;
}

static gboolean
is_initial (const Scan *scan,
            guint32     i)
{
  gsize n = token_length (scan, i);

  return (n == 2 && token_text (scan, i)[1] == '.') || (n == 4 && token_text (scan, i)[1] == '.' && token_text (scan, i)[3] == '.');
}

/* The last token of a person-like name from @i on: stops before known names, titles and heads. */
static guint32
match_words (const Scan *scan,
             guint32     i,
             guint32     run)
{
  guint32 end = i;
  guint32 last;

  for (guint32 k = i + 1; k <= run && k < i + 6; k++)
    {
      if (!is_capital (scan, k))
        {
          if (is_name_particle (scan, k) && k < run)
            continue;
          break;
        }
      if (!is_initial (scan, k))
        {
          const HearsayKnownName *known = match_known (scan, k, &last);

          if (known != NULL && (last > k || (known->form != HEARSAY_NAME_CAPITAL && known->form != HEARSAY_NAME_PLACE)))
            break;
          if (match_title (scan, k, run, &last) != NULL && k < run && known == NULL)
            break;
        }
      end = k;
    }
  return end;
}

static HearsayNameClass
classify (const Scan    *scan,
          guint32        first,
          guint32        last,
          gboolean       titled,
          HearsayGender *gender)
{
  gboolean named = hearsay_lexicon_first_name (token_text (scan, first), token_length (scan, first), gender);
  gboolean capitals = TRUE;

  if (last > first && *gender == HEARSAY_GENDER_UNKNOWN)
    {
      HearsayGender other;

      if (hearsay_lexicon_first_name (token_text (scan, last), token_length (scan, last), &other) && named)
        *gender = other;
    }
  for (guint32 k = first; k <= last; k++)
    capitals = capitals && (token_at (scan, k)->flags & HEARSAY_TOKEN_ALL_CAPS);

  if (titled)
    return HEARSAY_NAME_PERSON;
  if (capitals && first == last)
    return HEARSAY_NAME_ACRONYM;
  if (last > first && !capitals && (named || is_initial (scan, first) || is_initial (scan, first + 1)))
    return HEARSAY_NAME_PERSON;
  if (first == last)
    {
      *gender = HEARSAY_GENDER_UNKNOWN;
      return HEARSAY_NAME_SINGLE;
    }
  return HEARSAY_NAME_UNSURE;
}

/* “Jordan Peele”, “Georgia Jones”: a first name that a country or town has too. */
static gboolean
is_first_name_here (const Scan             *scan,
                    guint32                 i,
                    guint32                 last,
                    guint32                 run)
{
  HearsayGender gender;
  guint32 other;

  return last == i && i < run && is_capital (scan, i + 1) && !is_head (scan, i + 1) &&
         hearsay_lexicon_first_name (token_text (scan, i), token_length (scan, i), &gender) &&
         match_known (scan, i + 1, &other) == NULL && match_title (scan, i + 1, run, &other) == NULL;
}

/* A bare Mr. or Sen. is honorific by its kind; offices need a capital, as “President” has here. */
static guint32
take_title (const Scan    *scan,
            guint32        i,
            guint32        run,
            HearsayGender *gender)
{
  guint32 next = i;

  while (next <= run)
    {
      guint32 last;
      const HearsayPersonNoun *noun = match_title (scan, next, run, &last);

      if (noun == NULL || noun->plural || last >= run)
        break;
      if (noun->gender != HEARSAY_GENDER_UNKNOWN)
        *gender = noun->gender;
      next = last + 1;
    }
  return next;
}

/* A law, a street, “Officials”; in a headline everything that no first name begins. */
static gboolean
is_no_name (const Scan *scan,
            guint32     first,
            guint32     last)
{
  static const char *const things[] = {
    "act", "law", "bill", "treaty", "agreement", "accord", "plan", "deal", "street", "avenue", "road", "river", "lake", "mountain",
    "bridge", "bay", "island", "islands", "county", "park", "airport", "award", "awards", "prize", "day", "war", "hurricane", "cyclone",
    "festival", "research", "medicine", "articles", "amendment", "square", "tower", "building", "hotel", "valley", "city", "state",
    "strait", "sea", "ocean", "peninsula", "province", "district", "region", "games", "cup", "olympics", "championship", "report",
    "century", "revolution", "doctrine", "rights", "resolution", "constitution", "code", "procedure", "highway", "station", "beach", "coast", "hill",
  };
  static const char *const kinds[] = {
    "cyclone", "hurricane", "typhoon", "storm", "mount", "lake", "fort", "camp", "port", "cape", "operation", "highway", "route",
    "title", "article", "section", "chapter", "case", "table", "figure", "phase", "proposition", "amendment", "apollo", "gate",
  };
  const char *lower = hearsay_text_word (scan->text, last);
  const HearsayPersonNoun *noun;
  HearsayGender gender;

  if (last > first && hearsay_text_token_is_any (scan->text, first, kinds, G_N_ELEMENTS (kinds)))
    return TRUE;
  if (hearsay_text_token_is_any (scan->text, last, things, G_N_ELEMENTS (things)))
    return TRUE;
  if (scan->headline && last > first && !hearsay_lexicon_first_name (token_text (scan, first), token_length (scan, first), &gender))
    return TRUE;
  noun = hearsay_lexicon_person_noun (lower, strlen (lower));
  if (noun != NULL && (noun->plural || first == last))
    return TRUE;
  return first == last && (token_at (scan, first)->flags & HEARSAY_TOKEN_FIRST) && hearsay_lexicon_head (lower, strlen (lower), NULL);
}

/* Whether a sentence writes nearly all its words with a capital and has no full stop, as headlines do. */
static gboolean
is_headline (const Scan *scan,
             guint32     sentence)
{
  const HearsaySentence *s = &scan->text->sentences[sentence];
  guint n_capitals = 0;
  guint n_lower = 0;

  for (guint32 i = s->first_token; i < s->first_token + s->n_tokens; i++)
    {
      n_capitals += (token_at (scan, i)->flags & HEARSAY_TOKEN_CAPITALISED) != 0;
      n_lower += (token_at (scan, i)->flags & HEARSAY_TOKEN_LOWER) != 0 && !(token_at (scan, i)->flags & HEARSAY_TOKEN_CLITIC);
    }
  return n_capitals >= 5 && n_capitals >= 3 * n_lower &&
         token_at (scan, s->first_token + s->n_tokens - 1)->punct != HEARSAY_PUNCT_PERIOD;
}

/* The names in the capitalised run from @i to @run; what stands before a name is part of its title.
 * Returns the token behind the last name, which a table may have carried beyond the run (“People's Daily”). */
static guint32
scan_run (Scan   *scan,
          guint32 i,
          guint32 run)
{
  while (i <= run)
    {
      HearsayGender title_gender = HEARSAY_GENDER_UNKNOWN;
      HearsayGender gender;
      HearsayNameClass class;
      guint32 title = i;
      guint32 last;
      guint32 organization;
      const HearsayKnownName *known;

      if (!is_capital (scan, i))
        {
          i++;
          continue;
        }
      known = match_known (scan, i, &last);
      organization = match_organization (scan, i, run);
      if (organization != G_MAXUINT32 && (known == NULL || organization > last))
        {
          /* “Chinese Foreign Ministry” names China as well, for the country it belongs to. */
          add_name (scan, i, organization, i, HEARSAY_NAME_ORGANIZATION, HEARSAY_GENDER_UNKNOWN, known);
          i = organization + 1;
          continue;
        }
      if (known != NULL && !is_first_name_here (scan, i, last, run))
        {
          if (known->form != HEARSAY_NAME_PLACE)
            add_name (scan, i, last, i, HEARSAY_NAME_KNOWN, HEARSAY_GENDER_UNKNOWN, known);
          i = last + 1;
          continue;
        }
      if (token_at (scan, i)->flags & HEARSAY_TOKEN_PARTS && add_parts (scan, i))
        {
          i++;
          continue;
        }

      i = take_title (scan, i, run, &title_gender);
      if (!is_capital (scan, i) || (i > title && match_known (scan, i, &last) != NULL && !is_first_name_here (scan, i, last, run)))
        {
          i += i == title;
          continue;
        }
      last = match_words (scan, i, run);
      if (is_no_name (scan, i, last))
        {
          i = last + 1;
          continue;
        }
      if (scan->headline && last > i + 1)
        last = i + 1;
      class = classify (scan, i, last, i > title, &gender);
      if (title_gender != HEARSAY_GENDER_UNKNOWN)
        gender = title_gender;
      add_name (scan, i, last, title, class, gender, NULL);
      i = last + 1;
    }
  return i;
}

/**
 * hearsay_names_find:
 * @closed: a text with its closed classes
 * @taken: one byte a token; where it is not 0, something is named already
 *
 * Finds what may be names, in text order, in linear time: capitalised runs cut
 * up by the tables of names, titles and heads of organisations. Places and other
 * names that are no actors are left out.
 *
 * Returns: (transfer full) (element-type HearsayName): the names
 */
GArray *
hearsay_names_find (const HearsayClosed *closed,
                    const guint8        *taken)
{
  Scan scan;
  guint32 sentence = G_MAXUINT32;

  g_return_val_if_fail (closed != NULL && taken != NULL, NULL);

  scan = (Scan) { .text = closed->text, .closed = closed, .taken = taken, .names = g_array_new (FALSE, FALSE, sizeof (HearsayName)) };
  for (guint32 i = 0; i < closed->text->n_tokens;)
    {
      const HearsayToken *token = token_at (&scan, i);
      guint32 run;

      if (token->sentence != sentence)
        {
          sentence = token->sentence;
          scan.headline = is_headline (&scan, sentence);
        }
      if (!(token->flags & HEARSAY_TOKEN_WORD) || taken[i])
        i++;
      else if (!is_capital (&scan, i))
        {
          const HearsayKnownName *known = NULL;
          guint32 last = i;

          /* “The Hague”, “the West”, “al-Qaeda”, “non-US”. */
          if (token->flags & HEARSAY_TOKEN_PARTS)
            add_parts (&scan, i);
          else if ((token->flags & HEARSAY_TOKEN_CAPITALISED) || closed->classes[i] == 0)
            known = match_known (&scan, i, &last);
          if (known != NULL && known->form != HEARSAY_NAME_PLACE)
            add_name (&scan, i, last, i, HEARSAY_NAME_KNOWN, HEARSAY_GENDER_UNKNOWN, known);
          i = last + 1;
        }
      else
        {
          run = find_run (&scan, i);
          i = scan_run (&scan, i, run);
        }
    }
  return scan.names;
}
