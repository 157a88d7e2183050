/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-stance-features.h"

#include <string.h>

#include "analysis/hearsay-attitudes.h"

/* Stand for words whose own letters would only teach the model who was in the news. */
enum
{
  KIND_NAME = 11,
  KIND_NUMBER,
};

static gboolean
is_any (const char        *word,
        const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (word[0] == words[i][0] && strcmp (word, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* “Refused to praise”, “failed to defend”: what is done then is the contrary. */
static gboolean
is_turned_round (const HearsaySyntax *syntax,
                 guint                token)
{
  static const char *const reversals[] = { "refuse", "fail", "decline", "stop", "cease", "neglect", "forget", "avoid", NULL };
  gint32 head = syntax->head[token];

  return head >= 0 && syntax->deprel[token] == HEARSAY_DEPREL_XCOMP && is_any (syntax->lemma[head], reversals);
}

/* “No party supports it”, “neither plan nor budget is good”: the predicate of a subject that is denied, or -1. */
static gint32
find_denied (const HearsaySyntax *syntax,
             guint                token)
{
  static const char *const denials[] = { "no", "neither", "none", "nobody", "nothing", NULL };
  gint32 subject = (gint32) token;

  if (syntax->deprel[token] == HEARSAY_DEPREL_DET || syntax->deprel[token] == HEARSAY_DEPREL_CC_PRECONJ)
    subject = syntax->head[token];
  if (subject < 0 || (syntax->deprel[subject] != HEARSAY_DEPREL_NSUBJ && syntax->deprel[subject] != HEARSAY_DEPREL_NSUBJ_PASS) ||
      !is_any (syntax->lemma[token], denials))
    return -1;
  return syntax->head[subject];
}

static guint
flags_for_head (const HearsaySyntax *syntax,
                guint                token)
{
  static const char *const negations[] = { "not", "n't", "never", "no", "neither", "nor", "hardly", "barely", "none", "nothing", "nobody", "without", NULL };
  static const char *const modals[] = { "may", "might", "could", "would", "should", "can", NULL };
  static const char *const conditions[] = { "if", "unless", "whether", NULL };
  static const char *const places[] = { "in", "at", "from", "near", "across", "outside", "inside", NULL };
  const char *lemma = syntax->lemma[token];
  guint deprel = syntax->deprel[token];

  if (is_any (lemma, negations))
    return HEARSAY_STANCE_NEGATED;
  if (deprel == HEARSAY_DEPREL_CASE)
    return is_any (lemma, places) ? HEARSAY_STANCE_PLACE : 0;
  if (deprel == HEARSAY_DEPREL_AUX)
    return is_any (lemma, modals) ? HEARSAY_STANCE_MODAL : 0;
  if (deprel == HEARSAY_DEPREL_MARK)
    return is_any (lemma, conditions) ? HEARSAY_STANCE_CONDITION : 0;
  if (deprel == HEARSAY_DEPREL_AUX_PASS || deprel == HEARSAY_DEPREL_NSUBJ_PASS)
    return HEARSAY_STANCE_PASSIVE;
  return deprel == HEARSAY_DEPREL_OBJ ? HEARSAY_STANCE_HAS_OBJECT : deprel == HEARSAY_DEPREL_CCOMP ? HEARSAY_STANCE_HAS_CLAUSE : 0;
}

/* Words of attitude are of these kinds; half of a text is not asked for. */
static gboolean
may_judge (guint8 upos)
{
  return upos == HEARSAY_UPOS_NOUN || upos == HEARSAY_UPOS_VERB || upos == HEARSAY_UPOS_ADJ || upos == HEARSAY_UPOS_ADV ||
         upos == HEARSAY_UPOS_AUX || upos == HEARSAY_UPOS_X;
}

static int
polarity_of (const HearsayText *text,
             const char        *lemma,
             gsize              length,
             guint32            token,
             guint8             xpos,
             guint16           *flags)
{
  static const char *const dreads[] = { "fear", "worry", "dread", "warn", NULL };
  const HearsayAttitude *attitude = hearsay_lexicon_attitude (lemma, length);
  const char *word = hearsay_text_word (text, token);

  if (attitude == NULL && strcmp (word, lemma) != 0)
    attitude = hearsay_lexicon_attitude (word, strlen (word));
  if (attitude != NULL && !hearsay_attitude_fits (attitude, lemma, xpos))
    return 0;
  if (is_any (lemma, dreads))
    *flags |= HEARSAY_STANCE_DREAD;
  if (attitude != NULL && attitude->kind == HEARSAY_ATTITUDE_NEED)
    *flags |= HEARSAY_STANCE_NEED;
  if (attitude == NULL || attitude->kind == HEARSAY_ATTITUDE_NEED)
    return 0;
  if (attitude->polarity > 0)
    return attitude->polarity >= 0.75f ? 2 : 1;
  return attitude->polarity <= -0.75f ? -2 : -1;
}

/* Of the word as it stands, or of its lemma. */
static guint16
find_meaning (const HearsayMeanings *meanings,
              guint32                form,
              guint32                lemma)
{
  guint place = hearsay_meanings_find (meanings, form);

  return (guint16) (place != 0 || form == lemma ? place : hearsay_meanings_find (meanings, lemma));
}

static void
fill_word (HearsayStanceWords  *self,
           const HearsaySyntax *syntax,
           const HearsayTokenTraits *traits,
           guint                i)
{
  HearsayStanceWord *word = &self->words[i];
  const char *lemma = syntax->lemma[i];
  gboolean name = syntax->upos[i] == HEARSAY_UPOS_PROPN;

  word->head = syntax->head[i];
  word->deprel = (guint8) hearsay_deprel_get_main ((HearsayDeprel) syntax->deprel[i]);
  if (syntax->deprel[i] == HEARSAY_DEPREL_NSUBJ_PASS || syntax->deprel[i] == HEARSAY_DEPREL_OBL_AGENT ||
      syntax->deprel[i] == HEARSAY_DEPREL_NMOD_POSS || syntax->deprel[i] == HEARSAY_DEPREL_ACL_RELCL)
    word->deprel = syntax->deprel[i];
  word->xpos = syntax->xpos[i];
  word->cluster = name ? 0 : traits[i].cluster;
  word->verb_class = traits[i].verb_class;
  word->quoted = self->text->tokens[i].depth > 0;
  word->first = -1;
  word->next = -1;
  if (name)
    word->word = KIND_NAME;
  else if (syntax->upos[i] == HEARSAY_UPOS_NUM)
    word->word = KIND_NUMBER;
  else
    {
      gsize length = strlen (lemma);

      word->word = hearsay_hash_bytes (lemma, length);
      if (self->meanings != NULL)
        word->meaning = find_meaning (self->meanings, traits[i].word, word->word);
      if (may_judge (syntax->upos[i]))
        word->polarity = (gint8) polarity_of (self->text, lemma, length, i, syntax->xpos[i], &word->flags);
    }
}

/**
 * hearsay_stance_words_new:
 * @text: borrowed
 * @syntax: of the whole text; heads are indices in the text
 * @traits: (array): one for each token
 * @meanings: (nullable): borrowed
 *
 * Returns: (transfer full): the text as the stance model sees it
 */
HearsayStanceWords *
hearsay_stance_words_new (const HearsayText   *text,
                          const HearsaySyntax *syntax,
                          const HearsayTokenTraits *traits,
                          const HearsayMeanings    *meanings)
{
  HearsayStanceWords *self;

  g_return_val_if_fail (text != NULL && syntax != NULL && traits != NULL, NULL);

  self = g_new0 (HearsayStanceWords, 1);
  self->text = text;
  self->meanings = meanings;
  self->n = text->n_tokens;
  self->words = g_new0 (HearsayStanceWord, (gsize) self->n + 1);
  for (guint i = 0; i < self->n; i++)
    fill_word (self, syntax, traits, i);
  for (guint i = self->n; i-- > 0;)
    {
      gint32 head = self->words[i].head;
      gint32 denied = find_denied (syntax, i);

      if (denied >= 0 && denied != head)
        self->words[denied].flags |= HEARSAY_STANCE_NEGATED;
      if (head < 0)
        continue;
      self->words[i].next = self->words[head].first;
      self->words[head].first = (gint32) i;
      self->words[head].flags |= (guint16) flags_for_head (syntax, i);
      if (is_turned_round (syntax, i))
        self->words[i].flags ^= HEARSAY_STANCE_NEGATED | HEARSAY_STANCE_TURNED;
    }
  for (guint i = 0; i < self->n; i++)
    if (self->words[i].flags & HEARSAY_STANCE_NEGATED)
      self->words[i].polarity = (gint8) -self->words[i].polarity;
  return self;
}

void
hearsay_stance_words_free (HearsayStanceWords *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->words);
  g_free (self);
}

/**
 * hearsay_stance_words_head:
 *
 * Returns: the token of @place that hangs on something outside of it
 */
guint32
hearsay_stance_words_head (const HearsayStanceWords *self,
                           HearsayStancePlace        place)
{
  g_return_val_if_fail (self != NULL && place.last < self->n, place.last);

  for (guint32 i = place.first; i <= place.last; i++)
    {
      gint32 head = self->words[i].head;

      if (head < (gint32) place.first || head > (gint32) place.last)
        return i;
    }
  return place.last;
}

/**
 * hearsay_stance_words_find_need:
 * @head: the head of a mention
 *
 * Returns: the word that says that the mention needs or wants something, “X and Y do
 *   not need Z”, or -1: whatever is said of Z, nothing is said of X
 */
gint32
hearsay_stance_words_find_need (const HearsayStanceWords *self,
                                guint32                   head)
{
  const HearsayStanceWord *word = &self->words[head];

  for (guint steps = 0; steps < 8 && word->deprel == HEARSAY_DEPREL_CONJ && word->head >= 0; steps++)
    word = &self->words[word->head];
  if (word->deprel != HEARSAY_DEPREL_NSUBJ || word->head < 0 || !(self->words[word->head].flags & HEARSAY_STANCE_NEED))
    return -1;
  return word->head;
}

/* 1: a name's like or second name, 2: what is the name's own. */
static const guint8 lifts[HEARSAY_N_DEPREL] = {
  [HEARSAY_DEPREL_NMOD_POSS] = 2, [HEARSAY_DEPREL_COMPOUND] = 2, [HEARSAY_DEPREL_NMOD] = 2, [HEARSAY_DEPREL_AMOD] = 2,
  [HEARSAY_DEPREL_FLAT] = 1,      [HEARSAY_DEPREL_APPOS] = 1,    [HEARSAY_DEPREL_CONJ] = 1,
};

/**
 * hearsay_stance_words_climb:
 * @token: the head of a mention
 * @lifted: (out): 0 for no step, 1 for names of the same or its likes, 2 for what it has
 *
 * Returns: up through names and noun phrases, the token of which the word over it says what is done with it
 */
guint32
hearsay_stance_words_climb (const HearsayStanceWords *self,
                            guint32                   token,
                            guint                    *lifted)
{
  *lifted = 0;
  for (guint steps = 0; steps < 6; steps++)
    {
      const HearsayStanceWord *word = &self->words[token];

      if (word->head < 0 || lifts[word->deprel] == 0)
        return token;
      *lifted = MAX (*lifted, lifts[word->deprel]);
      token = (guint32) word->head;
    }
  return token;
}

/**
 * hearsay_stance_words_find_path:
 * @from: the holder's head
 * @to: the target's head
 * @path: (out): the way through the tree
 *
 * Returns: whether there is one of at most #HEARSAY_STANCE_MAX_STEPS up and down
 */
gboolean
hearsay_stance_words_find_path (const HearsayStanceWords *self,
                                guint32                   from,
                                guint32                   to,
                                HearsayStancePath        *path)
{
  gint32 at = (gint32) from;

  path->n_up = 0;
  for (guint i = 0; i < HEARSAY_STANCE_MAX_STEPS && at >= 0; i++, at = self->words[at].head)
    path->up[path->n_up++] = (guint32) at;
  at = (gint32) to;
  path->n_down = 0;
  for (guint i = 0; i < HEARSAY_STANCE_MAX_STEPS && at >= 0; i++, at = self->words[at].head)
    {
      for (guint k = 0; k < path->n_up; k++)
        {
          if (path->up[k] == (guint32) at)
            {
              path->top = (guint32) at;
              path->n_up = k;
              return TRUE;
            }
        }
      path->down[path->n_down++] = (guint32) at;
    }
  return FALSE;
}
