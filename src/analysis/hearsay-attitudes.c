/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-attitudes.h"

#include <string.h>

/* How far a negation reaches, in tokens. */
#define NEGATION_REACH 5
#define NOUN_REACH 2
#define HEDGE_REACH 8
#define NEITHER_REACH 14
#define SEEMING_REACH 14
#define CONCESSION_REACH 16

/* What is left of what only seems so, where the contrary follows. */
#define CONCEDED_SHARE 0.3f

/* What remains of an attitude that is denied: not to praise is less than to blame. */
#define NEGATED_SHARE 0.6f

/* What remains where the denial is half a one: who does not necessarily need it says neither yes nor no. */
#define HALF_DENIED_SHARE 0.1f

/* What “against” and “in favour of” say. */
#define LEANING 0.9f

/* What “too narrow” says, and what is left of what is said under “if” and “whether”. */
#define EXCESS -0.5f
#define CONDITION_SHARE 0.5f

/**
 * hearsay_attitude_fits:
 * @word: in lower case, as it stands or its lemma
 * @xpos: what it is there
 *
 * Many words of attitude have a second life without any: “it just happened”, “what
 * does it mean”, “a kind of”, “he asked questions”.
 *
 * Returns: whether @word says there what @attitude says
 */
gboolean
hearsay_attitude_fits (const HearsayAttitude *attitude,
                       const char            *word,
                       guint8                 xpos)
{
  static const char *const things[] = {
    "question", "questions", "object", "objects", "kind", "kinds", "right", "rights", "fair", "sound", "sounds", "fine", "back", "backs", "side",
    "sides", "block", "blocks", "cover", "fund", "funds", "host", "hosts", "interest", "interests", "moderate", "moderates", "independent",
    "independents", "tender", "light", "beat", "strike", "lecture", "lectures", "lot", "march", "counter", "challenge", "challenges",
  };

  if (xpos == HEARSAY_XPOS_IN || xpos == HEARSAY_XPOS_UH)
    return FALSE;
  if (attitude->kind == HEARSAY_ATTITUDE_ADJECTIVE &&
      (xpos == HEARSAY_XPOS_RB || xpos == HEARSAY_XPOS_VB || xpos == HEARSAY_XPOS_VBD || xpos == HEARSAY_XPOS_VBP || xpos == HEARSAY_XPOS_VBZ))
    return FALSE;
  for (guint i = 0; hearsay_xpos_is_noun (xpos) && i < G_N_ELEMENTS (things); i++)
    if (word[0] == things[i][0] && strcmp (word, things[i]) == 0)
      return FALSE;
  return TRUE;
}

static HearsayAttitudeKind
kind_in_place (HearsayAttitudeKind kind,
               guint8              xpos)
{
  if (kind == HEARSAY_ATTITUDE_NEED)
    return kind;
  if (xpos >= HEARSAY_XPOS_JJ && xpos <= HEARSAY_XPOS_JJS)
    return HEARSAY_ATTITUDE_ADJECTIVE;
  if (hearsay_xpos_is_noun (xpos))
    return HEARSAY_ATTITUDE_NOUN;
  if (hearsay_xpos_is_verb (xpos))
    return kind == HEARSAY_ATTITUDE_VERB_TO ? kind : kind == HEARSAY_ATTITUDE_ADJECTIVE ? kind : HEARSAY_ATTITUDE_VERB;
  return kind;
}

/* “not only”, “no doubt”: no denial. */
static gboolean
is_real_negation (const HearsayClosed *closed,
                  guint32              token)
{
  if (!hearsay_closed_is (closed, token, HEARSAY_CLOSED_NEGATION))
    return FALSE;
  return token + 1 >= closed->text->n_tokens ||
         (!hearsay_text_token_is (closed->text, token + 1, "only") && !hearsay_text_token_is (closed->text, token + 1, "doubt"));
}

/* “fails to”, “refuses to”, “stop”: they turn round what follows. */
static gboolean
is_reversal (const HearsayText *text,
             guint32            token)
{
  static const char *const words[] = {
    "fail", "fails", "failed", "refuse", "refuses", "refused", "declined", "declines", "stop", "stopped", "lack", "lacks", "lacked",
    "barely", "against", "deny", "denied", "denies", "unable",
  };

  return hearsay_text_token_is_any (text, token, words, G_N_ELEMENTS (words));
}

/* “May”, “could”. Not “would”: in reported speech it is “will”, and “it would be a disaster” is meant. */
static gboolean
is_hedge (const HearsayClosed *closed,
          guint32              token)
{
  static const char *const firm[] = { "will", "must", "should", "can", "ca", "would", "wo", "'ll", "'d" };

  if (hearsay_text_token_is (closed->text, token, "necessarily"))
    return TRUE;
  if (!hearsay_closed_is (closed, token, HEARSAY_CLOSED_MODAL))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (firm); i++)
    if (hearsay_text_token_is (closed->text, token, firm[i]))
      return FALSE;
  return TRUE;
}

/* “Not necessarily”, “not entirely”: what is denied is that it holds always. */
static gboolean
is_half_denial (const HearsayClosed *closed,
                guint32              token)
{
  static const char *const words[] = { "necessarily", "always", "entirely", "altogether", "completely", "totally" };

  return token > 0 && hearsay_text_token_is_any (closed->text, token, words, G_N_ELEMENTS (words)) &&
         is_real_negation (closed, token - 1);
}

static gboolean
is_seeming (const HearsayText *text,
            guint32            token)
{
  static const char *const words[] = { "seem", "seems", "seemed", "appear", "appears", "appeared" };

  return hearsay_text_token_is_any (text, token, words, G_N_ELEMENTS (words));
}

/* “It seems good, but …”: the other half is what is meant. */
static gboolean
is_conceded (const HearsayClosed *closed,
             guint32              token)
{
  const HearsaySentence *sentence = hearsay_text_sentence_of (closed->text, token);
  guint32 end = MIN (sentence->first_token + sentence->n_tokens, token + CONCESSION_REACH);

  for (guint32 k = token + 1; k < end; k++)
    if (hearsay_closed_is (closed, k, HEARSAY_CLOSED_CONTRAST))
      return TRUE;
  return FALSE;
}

static void
look_back (const HearsayClosed *closed,
           HearsayCueWord      *word,
           guint32              sentence_first)
{
  const HearsayText *text = closed->text;
  guint32 reach = word->kind == HEARSAY_ATTITUDE_NOUN ? NOUN_REACH : NEGATION_REACH;

  for (guint32 back = 1; back <= NEITHER_REACH && word->token >= sentence_first + back; back++)
    {
      guint32 k = word->token - back;
      const HearsayToken *token = &text->tokens[k];

      if (token->punct == HEARSAY_PUNCT_COMMA || token->punct == HEARSAY_PUNCT_SEMICOLON || token->punct == HEARSAY_PUNCT_COLON ||
          token->punct == HEARSAY_PUNCT_DASH || hearsay_text_token_is (text, k, "but"))
        break;
      if (back <= reach && !word->negated && (is_real_negation (closed, k) || (back <= 2 && is_reversal (text, k))))
        {
          word->negated = TRUE;
          word->first = k;
        }
      else if (!word->negated && word->kind != HEARSAY_ATTITUDE_NOUN && hearsay_text_token_is (text, k, "neither"))
        {
          word->negated = TRUE;
          word->first = k;
        }
      if (back <= HEDGE_REACH && is_hedge (closed, k))
        word->hedged = TRUE;
      if (back <= reach && is_half_denial (closed, k))
        word->polarity *= HALF_DENIED_SHARE;
      if (back <= SEEMING_REACH && is_seeming (text, k))
        {
          word->hedged = TRUE;
          if (is_conceded (closed, word->token))
            word->polarity *= CONCEDED_SHARE;
        }
      if (hearsay_text_token_is (text, k, "if") || hearsay_text_token_is (text, k, "whether"))
        {
          word->hedged = TRUE;
          word->polarity *= CONDITION_SHARE;
        }
    }
}

/* A participle without “have” before it: what it is done to stands before it, “was praised”, “a man accused of theft”. */
static gboolean
is_passive (const HearsayClosed *closed,
            const guint8        *xpos,
            guint32              token,
            guint32              sentence_first)
{
  static const char *const be[] = { "is", "are", "was", "were", "be", "been", "being", "'s", "'re", "am", "got", "gets", "get" };
  static const char *const have[] = { "has", "have", "had", "'ve", "having" };
  gboolean subject = FALSE;

  if (xpos[token] != HEARSAY_XPOS_VBN && xpos[token] != HEARSAY_XPOS_VBD)
    return FALSE;
  for (guint32 back = 1; back <= 4 && token >= sentence_first + back; back++)
    {
      guint32 k = token - back;

      if (hearsay_text_token_is_any (closed->text, k, be, G_N_ELEMENTS (be)))
        return TRUE;
      if (hearsay_text_token_is_any (closed->text, k, have, G_N_ELEMENTS (have)))
        return FALSE;
      if (!hearsay_closed_is (closed, k, HEARSAY_CLOSED_ADVERB | HEARSAY_CLOSED_NEGATION) && xpos[k] != HEARSAY_XPOS_RB)
        {
          /* “Norway never trusted Sweden”: the tagger took the verb for a participle. */
          subject = xpos[k] == HEARSAY_XPOS_NNP || xpos[k] == HEARSAY_XPOS_NNPS || xpos[k] == HEARSAY_XPOS_PRP;
          break;
        }
    }
  if (token + 1 < closed->text->n_tokens && hearsay_text_token_is (closed->text, token + 1, "by"))
    return TRUE;
  return xpos[token] == HEARSAY_XPOS_VBN &&
         !(subject && token + 1 < closed->text->n_tokens && xpos[token + 1] != HEARSAY_XPOS_IN && xpos[token + 1] != HEARSAY_XPOS_TO);
}

/*
 * “She is against it”, “they voted in favour of it”, “no to it”: as much as a verb of
 * attitude. The word that stands next to what it is about is taken.
 */
static float
leaning (const HearsayClosed *closed,
         guint32              token,
         guint32              sentence_first)
{
  static const char *const stands[] = {
    "is", "are", "was", "were", "be", "been", "'s", "'re", "am", "'m", "stand", "stands", "stood", "vote", "votes", "voted", "voting", "rule",
    "rules", "ruled", "ruling", "argue", "argues", "argued", "arguing", "speak", "speaks", "spoke", "spoken", "speaking", "campaign", "campaigns",
    "campaigned", "campaigning", "lobby", "lobbied", "lobbying", "decide", "decides", "decided", "testify", "testified", "testifying", "out",
    "advise", "advises", "advised", "turn", "turns", "turned", "side", "sided",
  };
  const HearsayText *text = closed->text;
  guint32 k = token;

  if (hearsay_text_token_is (text, token, "of"))
    return token >= sentence_first + 2 && hearsay_text_token_is (text, token - 2, "in") &&
           (hearsay_text_token_is (text, token - 1, "favor") || hearsay_text_token_is (text, token - 1, "favour")) ? LEANING : 0.0f;
  if (hearsay_text_token_is (text, token, "to") && token > sentence_first)
    return hearsay_text_token_is (text, token - 1, "no") ? -LEANING : hearsay_text_token_is (text, token - 1, "yes") ? LEANING : 0.0f;
  if (!hearsay_text_token_is (text, token, "against"))
    return 0.0f;
  while (k > sentence_first && k + 2 >= token && hearsay_closed_is (closed, k - 1, HEARSAY_CLOSED_ADVERB | HEARSAY_CLOSED_NEGATION))
    k--;
  return k > sentence_first && hearsay_text_token_is_any (text, k - 1, stands, G_N_ELEMENTS (stands)) ? -LEANING : 0.0f;
}

/* “The rules are too narrow”: whatever is too much of something is not good. */
static gboolean
is_excess (const HearsayText *text,
           const guint8      *xpos,
           guint32            token,
           guint32            sentence_first)
{
  return xpos[token] == HEARSAY_XPOS_JJ && token > sentence_first && hearsay_text_token_is (text, token - 1, "too");
}

/**
 * hearsay_attitudes_find:
 * @closed: a text with its closed classes
 * @xpos: HearsayXpos of every token
 *
 * Finds the words of attitude, with negation and hedging worked in, in linear time.
 *
 * Returns: (transfer full) (element-type HearsayCueWord): in text order
 */
GArray *
hearsay_attitudes_find (const HearsayClosed *closed,
                        const guint8        *xpos)
{
  static const HearsayAttitude excess = { HEARSAY_ATTITUDE_ADJECTIVE, EXCESS };
  GArray *words;

  g_return_val_if_fail (closed != NULL && xpos != NULL, NULL);

  words = g_array_new (FALSE, FALSE, sizeof (HearsayCueWord));
  for (guint32 i = 0; i < closed->text->n_tokens; i++)
    {
      const HearsayToken *token = &closed->text->tokens[i];
      guint32 sentence_first = closed->text->sentences[token->sentence].first_token;
      const HearsayAttitude *attitude;
      const char *lower;
      HearsayCueWord word = { .token = i, .first = i };

      if (!(token->flags & HEARSAY_TOKEN_WORD) || ((token->flags & HEARSAY_TOKEN_CAPITALISED) && !(token->flags & HEARSAY_TOKEN_FIRST)))
        continue;
      lower = hearsay_text_word (closed->text, i);
      word.polarity = leaning (closed, i, sentence_first);
      if (word.polarity != 0.0f)
        {
          word.kind = HEARSAY_ATTITUDE_VERB;
          /* “No to it” is no denial. */
          if (hearsay_text_token_is (closed->text, i, "to"))
            word.first = i - 1;
          else
            look_back (closed, &word, sentence_first);
          if (word.negated)
            word.polarity *= -NEGATED_SHARE;
          g_array_append_val (words, word);
          continue;
        }
      attitude = hearsay_lexicon_attitude (lower, strlen (lower));
      if (attitude == NULL && is_excess (closed->text, xpos, i, sentence_first))
        attitude = &excess;
      if (attitude == NULL || !hearsay_attitude_fits (attitude, lower, xpos[i]) || (i + 1 < closed->text->n_tokens && leaning (closed, i + 1, sentence_first) > 0.0f))
        continue;
      /* “Refused to praise” is about the praise. */
      if (is_reversal (closed->text, i) && i + 1 < closed->text->n_tokens && hearsay_text_token_is (closed->text, i + 1, "to"))
        continue;
      word.kind = kind_in_place (attitude->kind, xpos[i]);
      word.polarity = attitude->polarity;
      look_back (closed, &word, sentence_first);
      word.passive = word.kind == HEARSAY_ATTITUDE_VERB && is_passive (closed, xpos, i, sentence_first);
      if (word.negated)
        word.polarity *= word.kind == HEARSAY_ATTITUDE_NEED ? -1.0f : -NEGATED_SHARE;
      /* To need something says less for it than not to need it says against it. */
      if (word.kind == HEARSAY_ATTITUDE_NEED && !word.negated)
        word.polarity *= 0.3f;
      g_array_append_val (words, word);
    }
  return words;
}

/**
 * hearsay_attitudes_behind:
 * @words: (element-type HearsayCueWord): in text order
 *
 * Returns: index of the first one at or behind @token, or their number
 */
guint
hearsay_attitudes_behind (const GArray *words,
                          guint32       token)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (words != NULL, 0);

  high = words->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (words, HearsayCueWord, middle).token >= token)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}
