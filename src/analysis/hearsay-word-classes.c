/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-word-classes.h"

#include <math.h>
#include <string.h>

#include "analysis/hearsay-lexicon.h"

/* Parts of speech that one word may have; the table lists no more. */
#define MAX_TAGS 6
/* Longest ending of the table, in bytes. */
#define MAX_ENDING 4
/* Tag before the first word. */
#define EDGE HEARSAY_N_XPOS
/* What never happened may still be so. */
#define NEVER -9.0f

typedef struct
{
  guint8 n;
  guint8 tags[MAX_TAGS];
  float scores[MAX_TAGS]; /* log of how much likelier the word makes the tag */
} Word;

typedef struct
{
  GHashTable *words; /* lower case, or capitalised → Word */
  float transitions[HEARSAY_N_XPOS + 1][HEARSAY_N_XPOS];
  float shares[HEARSAY_N_XPOS];
  Word unknown;
  Word capitalised;
  Word number;
} Tables;

static void
add_tag (const Tables *tables,
         Word         *word,
         HearsayXpos   tag,
         double        percent)
{
  if (word->n == MAX_TAGS)
    return;
  word->tags[word->n] = tag;
  word->scores[word->n] = (float) log (percent / 100.0) - tables->shares[tag];
  word->n++;
}

static void
read_transitions (Tables     *tables,
                  const char *from,
                  char      **pairs)
{
  HearsayXpos row = EDGE;

  if (*from != '\0' && !hearsay_xpos_from_name (from, &row))
    return;
  for (guint i = 0; pairs[i] != NULL && pairs[i + 1] != NULL; i += 2)
    {
      HearsayXpos tag;

      if (hearsay_xpos_from_name (pairs[i], &tag))
        tables->transitions[row][tag] = (float) log (g_ascii_strtod (pairs[i + 1], NULL) / 1e4);
    }
}

static void
read_line (Tables *tables,
           char   *line)
{
  char *bar = strchr (line, '|');
  g_auto (GStrv) pairs = NULL;
  Word word = { 0 };

  if (line[0] == '#' || bar == NULL || bar == line)
    return;
  *bar = '\0';
  pairs = g_strsplit (bar + 1, " ", -1);
  if (line[0] == '^')
    {
      read_transitions (tables, line + 1, pairs);
      return;
    }
  for (guint i = 0; pairs[i] != NULL && pairs[i + 1] != NULL; i += 2)
    {
      HearsayXpos tag;
      double n = g_ascii_strtod (pairs[i + 1], NULL);

      if (n <= 0 || !hearsay_xpos_from_name (pairs[i], &tag))
        continue;
      if (line[0] == '*')
        tables->shares[tag] = (float) log (n / 1e5);
      else
        add_tag (tables, &word, tag, n);
    }
  if (word.n > 0)
    g_hash_table_insert (tables->words, g_strdup (line), g_memdup2 (&word, sizeof word));
}

static gpointer
load_tables (gpointer data)
{
  Tables *tables = g_new0 (Tables, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = hearsay_lexicon_read ("words.txt", &error);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (bytes == NULL)
    g_error ("A table that is part of the program is missing: %s", error->message);
  tables->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i <= HEARSAY_N_XPOS; i++)
    for (guint j = 0; j < HEARSAY_N_XPOS; j++)
      tables->transitions[i][j] = NEVER;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    read_line (tables, lines[i]);

  add_tag (tables, &tables->unknown, HEARSAY_XPOS_NN, 50);
  add_tag (tables, &tables->unknown, HEARSAY_XPOS_JJ, 20);
  add_tag (tables, &tables->unknown, HEARSAY_XPOS_NNS, 10);
  add_tag (tables, &tables->unknown, HEARSAY_XPOS_VB, 10);
  add_tag (tables, &tables->unknown, HEARSAY_XPOS_RB, 5);
  add_tag (tables, &tables->unknown, HEARSAY_XPOS_VBP, 5);
  add_tag (tables, &tables->capitalised, HEARSAY_XPOS_NNP, 92);
  add_tag (tables, &tables->capitalised, HEARSAY_XPOS_NNPS, 3);
  add_tag (tables, &tables->capitalised, HEARSAY_XPOS_JJ, 3);
  add_tag (tables, &tables->capitalised, HEARSAY_XPOS_NN, 2);
  add_tag (tables, &tables->number, HEARSAY_XPOS_CD, 95);
  add_tag (tables, &tables->number, HEARSAY_XPOS_JJ, 3);
  add_tag (tables, &tables->number, HEARSAY_XPOS_NNS, 2);
  return tables;
}

static const Tables *
get_tables (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_tables, NULL);
}

static HearsayXpos
mark_tag (const HearsayToken *token,
          char                first)
{
  switch ((HearsayPunct) token->punct)
    {
    case HEARSAY_PUNCT_PERIOD: case HEARSAY_PUNCT_QUESTION: case HEARSAY_PUNCT_EXCLAMATION:
      return HEARSAY_XPOS_STOP;
    case HEARSAY_PUNCT_COMMA:
      return HEARSAY_XPOS_COMMA;
    case HEARSAY_PUNCT_COLON: case HEARSAY_PUNCT_SEMICOLON: case HEARSAY_PUNCT_DASH: case HEARSAY_PUNCT_HYPHEN:
    case HEARSAY_PUNCT_ELLIPSIS:
      return HEARSAY_XPOS_COLON;
    case HEARSAY_PUNCT_OPEN_BRACKET:
      return HEARSAY_XPOS_LRB;
    case HEARSAY_PUNCT_CLOSE_BRACKET:
      return HEARSAY_XPOS_RRB;
    case HEARSAY_PUNCT_DOUBLE_QUOTE:
      return (token->flags & HEARSAY_TOKEN_QUOTE_OPEN) != 0 ? HEARSAY_XPOS_OPEN_QUOTE : HEARSAY_XPOS_CLOSE_QUOTE;
    case HEARSAY_PUNCT_SINGLE_QUOTE:
      if ((token->flags & HEARSAY_TOKEN_QUOTE_OPEN) != 0)
        return HEARSAY_XPOS_OPEN_QUOTE;
      return (token->flags & (HEARSAY_TOKEN_QUOTE_CLOSE | HEARSAY_TOKEN_SPACE_BEFORE)) == 0 ? HEARSAY_XPOS_POS
                                                                                            : HEARSAY_XPOS_CLOSE_QUOTE;
    case HEARSAY_PUNCT_SLASH:
      return HEARSAY_XPOS_CC;
    case HEARSAY_PUNCT_NONE:
    case HEARSAY_PUNCT_SYMBOL:
    default:
      return first == '$' ? HEARSAY_XPOS_CURRENCY : first == '%' ? HEARSAY_XPOS_NN : HEARSAY_XPOS_SYM;
    }
}

static const Word *
look_up_ending (const Tables *tables,
                const char   *lower)
{
  char key[MAX_ENDING + 2] = "-";
  gsize length = strlen (lower);

  for (gsize n = MIN (MAX_ENDING, length); n >= 2; n--)
    {
      const Word *word;

      memcpy (key + 1, lower + length - n, n + 1);
      word = g_hash_table_lookup (tables->words, key);
      if (word != NULL)
        return word;
    }
  return &tables->unknown;
}

static const Word *
look_up (const Tables      *tables,
         const HearsayText *text,
         guint32            i,
         Word              *own)
{
  const HearsayToken *token = &text->tokens[i];
  char lower[HEARSAY_TOKEN_BUFFER];
  char exact[HEARSAY_TOKEN_BUFFER];
  const Word *word;
  const char *hyphen;

  if ((token->flags & HEARSAY_TOKEN_WORD) == 0)
    {
      own->n = 1;
      own->tags[0] = mark_tag (token, text->text[token->start]);
      own->scores[0] = 0;
      return own;
    }
  hearsay_text_lower (text, i, lower);
  if ((token->flags & HEARSAY_TOKEN_NUMBER) != 0)
    return &tables->number;
  /* The one compound whose first half is a frequent verb. */
  if (strcmp (lower, "think") == 0 && i + 1 < text->n_tokens
      && (hearsay_text_token_is (text, i + 1, "tank") || hearsay_text_token_is (text, i + 1, "tanks")))
    {
      add_tag (tables, own, HEARSAY_XPOS_NN, 100);
      return own;
    }
  if ((token->flags & HEARSAY_TOKEN_CAPITALISED) != 0 && strcmp (lower, "i") != 0)
    {
      gsize length = token->end - token->start;

      if (length < sizeof exact)
        {
          memcpy (exact, text->text + token->start, length);
          exact[length] = '\0';
          word = g_hash_table_lookup (tables->words, exact);
          if (word != NULL)
            return word;
        }
      if ((token->flags & (HEARSAY_TOKEN_FIRST | HEARSAY_TOKEN_ABBREVIATION | HEARSAY_TOKEN_ALL_CAPS)) != HEARSAY_TOKEN_FIRST)
        return &tables->capitalised;
      word = g_hash_table_lookup (tables->words, lower);
      if (word == NULL)
        return &tables->capitalised;
      /* At a sentence's beginning a capital says little: the word, or a name. */
      *own = *word;
      if (own->n < MAX_TAGS)
        add_tag (tables, own, HEARSAY_XPOS_NNP, 8);
      return own;
    }
  word = g_hash_table_lookup (tables->words, strcmp (lower, "i") == 0 ? "I" : lower);
  if (word == NULL && strcmp (lower, "i") == 0)
    word = g_hash_table_lookup (tables->words, "i");
  if (word != NULL)
    return word;
  hyphen = strrchr (lower, '-');
  if (hyphen != NULL && strlen (hyphen) > 2)
    {
      own->n = 0;
      add_tag (tables, own, HEARSAY_XPOS_JJ, 60);
      add_tag (tables, own, HEARSAY_XPOS_NN, 35);
      add_tag (tables, own, HEARSAY_XPOS_RB, 5);
      return own;
    }
  return look_up_ending (tables, lower);
}

/* A column of the search: for each tag of a word, the best way to it. */
typedef struct
{
  guint8 n;
  guint8 tags[MAX_TAGS];
  gint8 back[MAX_TAGS];
  float scores[MAX_TAGS];
} Column;

/**
 * hearsay_word_classes_tag:
 * @first: a sentence's first token
 * @n: how many tokens it has
 * @xpos: (out caller-allocates) (array length=n): their #HearsayXpos
 *
 * Tells the parts of speech by what each word usually is and by what usually
 * follows what (a first-order hidden Markov model, decoded after Viterbi), with
 * the shares of data/lexicons/words.txt. Linear in @n.
 */
void
hearsay_word_classes_tag (const HearsayText *text,
                          guint32            first,
                          guint32            n,
                          guint8            *xpos)
{
  const Tables *tables = get_tables ();
  g_autofree Column *columns = g_new (Column, n);
  guint best = 0;

  g_return_if_fail (text != NULL);
  g_return_if_fail (first + n <= text->n_tokens);

  for (guint32 i = 0; i < n; i++)
    {
      Word own = { 0 };
      const Word *word = look_up (tables, text, first + i, &own);
      Column *column = &columns[i];

      column->n = word->n;
      for (guint j = 0; j < word->n; j++)
        {
          HearsayXpos tag = word->tags[j];
          float top = i == 0 ? tables->transitions[EDGE][tag] : -G_MAXFLOAT;

          column->tags[j] = tag;
          column->back[j] = 0;
          for (guint k = 0; i > 0 && k < columns[i - 1].n; k++)
            {
              float score = columns[i - 1].scores[k] + tables->transitions[columns[i - 1].tags[k]][tag];

              if (score > top)
                {
                  top = score;
                  column->back[j] = (gint8) k;
                }
            }
          column->scores[j] = top + word->scores[j];
        }
    }
  if (n == 0)
    return;
  for (guint j = 1; j < columns[n - 1].n; j++)
    if (columns[n - 1].scores[j] > columns[n - 1].scores[best])
      best = j;
  for (guint32 i = n; i-- > 0;)
    {
      xpos[i] = columns[i].tags[best];
      best = (guint) columns[i].back[best];
    }
}
