/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "analysis/hearsay-text.h"

/* The tokens joined with “|”, “¶” before a paragraph and “§” before a further sentence of it. */
static char *
cut (const char *string)
{
  g_autoptr (HearsayText) text = hearsay_text_new (string, strlen (string));
  GString *result = g_string_new (NULL);

  for (guint32 i = 0; i < text->n_tokens; i++)
    {
      const HearsaySentence *sentence = hearsay_text_sentence_of (text, i);

      if (i == text->paragraphs[sentence->paragraph].first_token)
        g_string_append (result, i == 0 ? "" : "¶");
      else if (i == sentence->first_token)
        g_string_append (result, "§");
      else
        g_string_append_c (result, '|');
      g_string_append_len (result, string + text->tokens[i].start, text->tokens[i].end - text->tokens[i].start);
    }
  return g_string_free (result, FALSE);
}

static void
test_tokens (void)
{
  static const struct
  {
    const char *text;
    const char *cut;
  } cases[] = {
    { "", "" },
    { " \t\n\n ", "" },
    { "Ada spoke.", "Ada|spoke|." },
    { "I don't, can't and won't.", "I|do|n't|,|ca|n't|and|wo|n't|." },
    { "I don’t know Mara’s plan.", "I|do|n’t|know|Mara|’s|plan|." },
    { "They'll cannot gonna wanna", "They|'ll|can|not|gon|na|wan|na" },
    { "the analysts' view", "the|analysts|'|view" },
    { "O'Hara's boat", "O'Hara|'s|boat" },
    { "well-known China-US ties", "well-known|China-US|ties" },
    { "Oslo–Rome and north—south", "Oslo|–|Rome|and|north|—|south" },
    { "Oslo - Rome -- or", "Oslo|-|Rome|--|or" },
    { "It cost $3.50, or 1,200 yen.", "It|cost|$|3.50|,|or|1,200|yen|." },
    { "a fall of -4.5% at 9:33 p.m.", "a|fall|of|-4.5|%|at|9:33|p.m." },
    { "See www.example.org/a,b. Then", "See|www.example.org/a,b|.§Then" },
    { "Write to mara@example.org or @mara #news", "Write|to|mara@example.org|or|@mara|#news" },
    { "Wait... what? No!!", "Wait|...|what|?§No|!!" },
    { "Well . . . perhaps", "Well|. . .|perhaps" },
    { "AT&T and R&D", "AT&T|and|R&D" },
    { "in the '90s", "in|the|'90s" },
    { "and/or", "and|/|or" },
    { "co\xc2\xadoperate now", "co\xc2\xadoperate|now" },
    { "a\xc2\xa0" "b\x01 c", "a|b|c" },
    { "``Yes,'' she said.", "``|Yes|,|''|she|said|." },
    { "It ended.The rest followed.", "It|ended|.§The|rest|followed|." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *result = cut (cases[i].text);

      g_assert_cmpstr (result, ==, cases[i].cut);
    }
}

static void
test_sentences (void)
{
  static const struct
  {
    const char *text;
    const char *starts; /* first words of the sentences */
  } cases[] = {
    { "One came. Two left. Three.", "One Two Three" },
    { "Mr. Hall met Dr. Ona K. Vale. They talked.", "Mr. They" },
    { "The U.S. Senate met. It voted.", "The It" },
    { "He left the U.S. The trip was long.", "He The" },
    { "It opens at 9 a.m. Monday. Come.", "It Come" },
    { "No. 4 won. He said no. She agreed.", "No. He She" },
    { "Acme Inc. said so. Gen. Poe left.", "Acme Gen." },
    { "“Stop.” He stopped.", "“ He" },
    { "“Stop!” he said. “Now.”", "“ “" },
    { "\"Why?\" she asked. \"Tell me.\"", "\" \"" },
    { "She asked why (he knew.) Then she left.", "She Then" },
    { "It grew 3.5 percent. Prices fell.", "It Prices" },
    { "First line\n\nSecond line", "First Second" },
    { "He paused ... and left. End", "He End" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HearsayText) text = hearsay_text_new (cases[i].text, strlen (cases[i].text));
      g_autoptr (GString) starts = g_string_new (NULL);

      for (guint32 j = 0; j < text->n_sentences; j++)
        {
          const HearsayToken *token = &text->tokens[text->sentences[j].first_token];

          g_string_append_printf (starts, "%s%.*s", j == 0 ? "" : " ", (int) (token->end - token->start),
                                  cases[i].text + token->start);
        }
      g_assert_cmpstr (starts->str, ==, cases[i].starts);
    }
}

static void
test_paragraphs (void)
{
  static const struct
  {
    const char *text;
    guint n;
  } cases[] = {
    { "One.\n\nTwo.", 2 },
    { "A short title\nThe first line of the story is long enough to be one.", 2 },
    { "The mayor told the council on Monday that the old bridge would\nhave to close for a year, and that"
      " nobody could say yet when\nit might open again.", 1 },
    { "The mayor told the council on Monday that the old bridge would\nhave to close for a year.\nThe council"
      " said on Tuesday that it would not agree with him.", 2 },
    { "One\r\n\r\nTwo\r\rThree", 3 },
    { "One\xe2\x80\xa9Two", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HearsayText) text = hearsay_text_new (cases[i].text, strlen (cases[i].text));

      g_assert_cmpuint (text->n_paragraphs, ==, cases[i].n);
    }
}

static void
test_quotes (void)
{
  static const struct
  {
    const char *text;
    const char *quotes; /* each with its depth, “…” for one without an end */
  } cases[] = {
    { "He said \"yes\" and \"no way\".", "1\"yes\" 1\"no way\"" },
    { "He said “yes, I do”.", "1“yes, I do”" },
    { "Er sagte „ja gern“ und ging.", "1„ja gern“" },
    { "Il dit «oui» là.", "1«oui»" },
    { "``Yes,'' she said.", "1``Yes,''" },
    { "It was 'a good day' for us.", "1'a good day'" },
    { "It was a 'good' day.", "" },
    { "The analysts' view of the dogs' home.", "" },
    { "Rock 'n' roll in the '90s isn't 'em.", "" },
    { "“She told me ‘no, never’ twice,” he said.", "1“She told me ‘no, never’ twice,” 2‘no, never’" },
    { "“Open to the end", "1“Open to the end…" },
    { "A pipe of 6\" was laid.", "" },
    { "\"One\n\n\"Two\" he said.", "1\"One> 1<\"Two\"" },
    { "“One\n\nTwo", "1“One…" },
    { "'The voters' choice is clear now,' she said.", "1'The voters' choice is clear now,'" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HearsayText) text = hearsay_text_new (cases[i].text, strlen (cases[i].text));
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint32 j = 0; j < text->n_quotes; j++)
        {
          const HearsayQuote *quote = &text->quotes[j];

          g_string_append_printf (found, "%s%u%s%.*s%s", j == 0 ? "" : " ", text->tokens[quote->first_token].depth,
                                  quote->continued ? "<" : "", (int) (quote->end - quote->start),
                                  cases[i].text + quote->start,
                                  quote->continues ? ">" : quote->unclosed ? "…" : "");
        }
      g_assert_cmpstr (found->str, ==, cases[i].quotes);
    }
}

static void
test_offsets (void)
{
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (HearsayText) text = NULL;
  guint32 byte = 0;

  for (guint i = 0; i < 2000; i++)
    g_string_append (string, i % 3 == 0 ? "é" : i % 7 == 0 ? "— " : i % 11 == 0 ? "𝄞" : "a");
  text = hearsay_text_new (string->str, string->len);
  for (guint32 i = 0; byte < string->len; i++)
    {
      HearsaySpan span = hearsay_text_to_span (text, byte, (guint32) string->len);

      g_assert_cmpuint (span.start, ==, i);
      g_assert_cmpuint (span.end, ==, g_utf8_strlen (string->str, -1));
      g_assert_cmpuint (hearsay_text_from_offset (text, i), ==, byte);
      byte += (guint32) (g_utf8_next_char (string->str + byte) - (string->str + byte));
    }
  g_assert_cmpuint (hearsay_text_from_offset (text, G_MAXUINT32), ==, string->len);
}

static void
test_look_up (void)
{
  static const char string[] = "The “China–US” and China-Russia talks, ISN’T it.";
  g_autoptr (HearsayText) text = hearsay_text_new (string, strlen (string));
  const HearsayTokenPart *parts;
  guint32 token = hearsay_text_find_token (text, (guint32) (strstr (string, "China-R") - string));
  guint n;

  parts = hearsay_text_get_parts (text, token, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (parts[1].end - parts[1].start, ==, strlen ("Russia"));
  g_assert_cmpint (strncmp (string + parts[1].start, "Russia", 6), ==, 0);
  g_assert_null (hearsay_text_get_parts (text, 0, &n));
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpint (hearsay_text_find_quote (text, 2), ==, 0);
  g_assert_cmpint (hearsay_text_find_quote (text, token), ==, -1);
  token = hearsay_text_find_token (text, (guint32) (strstr (string, "N’T") - string));
  g_assert_cmpstr (hearsay_text_word (text, token), ==, "n't");
  g_assert_true (hearsay_text_token_is (text, token - 1, "is"));
  g_assert_true ((text->tokens[token].flags & HEARSAY_TOKEN_CLITIC) != 0);
  g_assert_cmpuint (hearsay_text_find_token (text, G_MAXINT32), ==, text->n_tokens);
}

static void
test_words (void)
{
  static const char *const words[] = { "can", "not", "co-ordinate", "it", "'s", "now", "Éa", "!" };
  static const char string[] = "CanNOT Co-ord\u00adINATE it’s\nNow Éa!";
  g_autoptr (HearsayText) text = hearsay_text_new (string, strlen (string));
  g_autofree char *huge = g_strnfill (100, 'X');
  g_autoptr (HearsayText) long_text = hearsay_text_new (huge, strlen (huge));

  g_assert_cmpuint (text->n_tokens, ==, G_N_ELEMENTS (words));
  for (guint32 i = 0; i < text->n_tokens; i++)
    g_assert_cmpstr (hearsay_text_word (text, i), ==, words[i]);
  g_assert_true (hearsay_text_token_is_any (text, 1, words, 2));
  g_assert_false (hearsay_text_token_is_any (text, 2, words, 2));
  g_assert_cmpuint (strlen (hearsay_text_word (long_text, 0)), ==, HEARSAY_TOKEN_BUFFER - 1);
}

/* Tokens in order, inside the text, on characters' edges; sentences and paragraphs cover them. */
static void
check_invariants (const HearsayText *text)
{
  guint32 last = 0;
  guint32 n = 0;

  for (guint32 i = 0; i < text->n_tokens; i++)
    {
      const HearsayToken *token = &text->tokens[i];

      if (token->start < last || token->end <= token->start || token->end > text->length
          || (text->text[token->start] & 0xc0) == 0x80 || token->sentence >= text->n_sentences)
        g_error ("token %u is out of order", i);
      last = token->end;
    }
  for (guint32 i = 0; i < text->n_sentences; i++)
    {
      g_assert_cmpuint (text->sentences[i].first_token, ==, n);
      g_assert_cmpuint (text->sentences[i].n_tokens, >, 0);
      n += text->sentences[i].n_tokens;
    }
  g_assert_cmpuint (n, ==, text->n_tokens);
  n = 0;
  for (guint32 i = 0; i < text->n_paragraphs; i++)
    {
      g_assert_cmpuint (text->paragraphs[i].first_sentence, ==, n);
      g_assert_cmpuint (text->paragraphs[i].n_sentences, >, 0);
      n += text->paragraphs[i].n_sentences;
    }
  g_assert_cmpuint (n, ==, text->n_sentences);
  for (guint32 i = 0; i < text->n_quotes; i++)
    {
      g_assert_cmpuint (text->quotes[i].first_token, <=, text->quotes[i].last_token);
      g_assert_cmpint (text->quotes[i].parent, <, (gint32) i);
    }
}

static void
test_hostile (void)
{
  static const char *const pieces[] = {
    "a ", "“", "\"a", "((", ". . ", "U.S. ", "'", "a-", "''", "...", "don't", "\n", "a.b", "\r\n ", "’s ", "A. ",
    "‘a b ", "://www.", "\xe2\x80\xa8", "\xcc\x81", "\xc2\xad", "1,", "-1", "analysts' ", "''a", "“a ” ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) string = g_string_new (NULL);
      g_autoptr (HearsayText) text = NULL;

      while (string->len < 400000)
        g_string_append (string, pieces[i]);
      text = hearsay_text_new (string->str, string->len);
      check_invariants (text);
    }
}

static void
test_random (void)
{
  static const char *const pieces[] = {
    "word", "Name", "“", "”", "\"", "'", "‘", "’", ".", "?", "\n", "\n\n", " ", " ", " ", "-", "—", ",", ":", "U.S.",
    "3.5", "n't", "«", "»", "``", "''", "(", ")", "é", "\xc2\xa0", "...", "\t",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) string = g_string_new (NULL);
      g_autoptr (HearsayText) text = NULL;
      gint n = g_rand_int_range (random, 0, 60);

      while (n-- > 0)
        g_string_append (string, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      text = hearsay_text_new (string->str, string->len);
      check_invariants (text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/text/tokens", test_tokens);
  g_test_add_func ("/analysis/text/sentences", test_sentences);
  g_test_add_func ("/analysis/text/paragraphs", test_paragraphs);
  g_test_add_func ("/analysis/text/quotes", test_quotes);
  g_test_add_func ("/analysis/text/offsets", test_offsets);
  g_test_add_func ("/analysis/text/look-up", test_look_up);
  g_test_add_func ("/analysis/text/words", test_words);
  g_test_add_func ("/analysis/text/hostile", test_hostile);
  g_test_add_func ("/analysis/text/random", test_random);
  return g_test_run ();
}
