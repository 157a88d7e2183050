/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-evidence.h"

#include <string.h>

#include "analysis/hearsay-cues.h"

/* Points that a kind must have, and be ahead of the others. */
#define THRESHOLD 3
#define MARGIN 2

/* Points ahead of the next kind from which on a lead is clear. */
#define CLEAR_LEAD 5

/* How often a verb with “that” must be a cue to be one of people's. */
#define MIN_CUE 0.5f

/* The token of the name that its other tokens hang on. */
static guint32
head_of (const HearsaySyntax *syntax,
         const HearsayName   *name)
{
  guint32 head = name->last;

  for (guint32 steps = 0; steps <= name->last - name->title; steps++)
    {
      gint32 above = syntax->head[head];

      if (above < (gint32) name->title || above > (gint32) name->last)
        break;
      head = (guint32) above;
    }
  return head;
}

/* The preposition of a noun phrase with this head, or G_MAXUINT32. */
static guint32
case_of (const HearsayClosed *closed,
         const HearsaySyntax *syntax,
         guint32              head,
         guint32              first)
{
  const HearsaySentence *sentence = hearsay_text_sentence_of (closed->text, head);

  for (guint32 k = first; k > sentence->first_token && first - k < 4; k--)
    if (syntax->head[k - 1] == (gint32) head && syntax->deprel[k - 1] == HEARSAY_DEPREL_CASE)
      return k - 1;
  return G_MAXUINT32;
}

static gboolean
is_one_of (const HearsayClosed *closed,
           guint32              token,
           const char *const   *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (hearsay_text_token_is (closed->text, token, words[i]))
      return TRUE;
  return FALSE;
}

/* Saying, thinking, wanting: what only people do, alone or together. */
static gboolean
is_cue (const HearsayClosed *closed,
        const HearsaySyntax *syntax,
        guint32              token)
{
  const HearsayCue *cue;

  if (syntax->upos[token] != HEARSAY_UPOS_VERB)
    return FALSE;
  if (hearsay_closed_is (closed, token, HEARSAY_CLOSED_SPEECH))
    return TRUE;
  cue = hearsay_cues_find (HEARSAY_CUE_VERB, hearsay_text_word (closed->text, token));
  return cue != NULL && hearsay_cues_get_weight (cue, HEARSAY_FRAME_THAT) >= MIN_CUE;
}

static gboolean
is_subject (guint8 deprel)
{
  return deprel == HEARSAY_DEPREL_NSUBJ || deprel == HEARSAY_DEPREL_NSUBJ_PASS || deprel == HEARSAY_DEPREL_NSUBJ_OUTER;
}

/* Whether something hangs on @head with this relation. */
static gboolean
has_dependent (const HearsayClosed *closed,
               const HearsaySyntax *syntax,
               guint32              head,
               HearsayDeprel        deprel)
{
  const HearsaySentence *sentence = hearsay_text_sentence_of (closed->text, head);
  guint32 from = MAX (sentence->first_token, head > 12 ? head - 12 : 0);
  guint32 to = MIN (sentence->first_token + sentence->n_tokens, head + 12);

  for (guint32 k = from; k < to; k++)
    if (syntax->head[k] == (gint32) head && syntax->deprel[k] == deprel)
      return TRUE;
  return FALSE;
}

static void
add_subject (HearsayEvidence     *self,
             const HearsayClosed *closed,
             const HearsaySyntax *syntax,
             guint32              head)
{
  guint32 verb = (guint32) syntax->head[head];

  if (syntax->deprel[head] == HEARSAY_DEPREL_NSUBJ_PASS)
    self->person++;
  else if (is_cue (closed, syntax, verb))
    {
      self->person += 4;
      self->organization += 2;
    }
  else if (syntax->upos[verb] == HEARSAY_UPOS_VERB)
    {
      self->person += 2;
      self->organization++;
    }
  else if (has_dependent (closed, syntax, verb, HEARSAY_DEPREL_COP))
    self->place++;
}

static void
add_case (HearsayEvidence     *self,
          const HearsayClosed *closed,
          guint32              preposition)
{
  static const char *const places[] = {
    "in", "near", "around", "across", "through", "outside", "inside", "throughout", "within", "into", "beyond", "onto", "over", NULL,
  };
  static const char *const perhaps_places[] = { "at", "to", "from", "on", "of", NULL };
  static const char *const people[] = { "with", "by", "against", NULL };

  if (is_one_of (closed, preposition, places))
    self->place += 4;
  else if (is_one_of (closed, preposition, perhaps_places))
    {
      self->place++;
      self->organization += hearsay_text_token_is (closed->text, preposition, "at");
    }
  else if (is_one_of (closed, preposition, people))
    self->person++;
}

/* What stands around the name, whatever the tree says. */
static void
add_neighbours (HearsayEvidence     *self,
                const HearsayClosed *closed,
                const HearsayName   *name)
{
  const HearsayText *text = closed->text;
  const HearsaySentence *sentence = hearsay_text_sentence_of (text, name->first);
  guint32 next = name->last + 1;
  guint32 limit = sentence->first_token + sentence->n_tokens;

  if (name->title > sentence->first_token && hearsay_text_token_is (text, name->title - 1, "the"))
    {
      self->person -= 4;
      self->organization += 2;
      self->place += 2;
    }
  if (next >= limit)
    return;
  if (hearsay_text_token_is (text, next, "who") || (hearsay_text_token_is (text, next, ",") && next + 1 < limit &&
                                                    (hearsay_text_token_is (text, next + 1, "who") ||
                                                     hearsay_text_token_is (text, next + 1, "whose"))))
    self->person += 4;
  if (text->tokens[next].punct == HEARSAY_PUNCT_COMMA && next + 2 < limit && (text->tokens[next + 1].flags & HEARSAY_TOKEN_NUMBER) &&
      text->tokens[next + 2].punct == HEARSAY_PUNCT_COMMA)
    self->person += 4;
  /* “Narvik, Norway”. */
  if (text->tokens[next].punct == HEARSAY_PUNCT_COMMA && next + 1 < limit)
    {
      const HearsayToken *after = &text->tokens[next + 1];
      const HearsayKnownName *known = hearsay_lexicon_name (text->text + after->start, after->end - after->start);

      if (known != NULL && known->form != HEARSAY_NAME_ADJECTIVE && known->form != HEARSAY_NAME_PEOPLE &&
          (known->form == HEARSAY_NAME_PLACE || known->kind == HEARSAY_ACTOR_COUNTRY))
        self->place += 3;
    }
}

/**
 * hearsay_evidence_add:
 * @name: another mention
 *
 * Looks at what is around a name: whose subject it is, behind which preposition
 * it stands, what hangs on it. In constant time.
 */
void
hearsay_evidence_add (HearsayEvidence     *self,
                      const HearsayClosed *closed,
                      const HearsaySyntax *syntax,
                      const HearsayName   *name)
{
  guint32 head;
  guint32 preposition;

  g_return_if_fail (self != NULL && closed != NULL && syntax != NULL && name != NULL);

  /* Capitals alone are for what people do together, more often than not. */
  if (self->n == 0 && name->class == HEARSAY_NAME_ACRONYM)
    self->organization += 2;
  self->n++;
  head = head_of (syntax, name);
  preposition = case_of (closed, syntax, head, name->title);
  if (preposition != G_MAXUINT32)
    add_case (self, closed, preposition);
  else if (is_subject (syntax->deprel[head]) && syntax->head[head] >= 0)
    add_subject (self, closed, syntax, head);
  else if (syntax->deprel[head] == HEARSAY_DEPREL_VOCATIVE)
    self->person += 3;
  else if (syntax->deprel[head] == HEARSAY_DEPREL_OBJ || syntax->deprel[head] == HEARSAY_DEPREL_IOBJ)
    self->person++;
  if (syntax->deprel[head] == HEARSAY_DEPREL_NMOD_POSS)
    self->person += 2;
  /* The treebanks join the words of persons' names so, and those of others as compounds. */
  if (name->last > name->first && syntax->deprel[name->last] == HEARSAY_DEPREL_FLAT)
    self->person += 2;
  add_neighbours (self, closed, name);
}

/**
 * hearsay_evidence_decide:
 *
 * Returns: the kind that has the most points, where it is clearly ahead
 */
HearsayVerdict
hearsay_evidence_decide (const HearsayEvidence *self)
{
  g_return_val_if_fail (self != NULL, HEARSAY_VERDICT_NONE);

  if (self->person >= THRESHOLD && self->person >= self->organization + MARGIN && self->person >= self->place + MARGIN)
    return HEARSAY_VERDICT_PERSON;
  if (self->place >= THRESHOLD && self->place >= self->person + MARGIN && self->place >= self->organization + MARGIN)
    return HEARSAY_VERDICT_PLACE;
  if (self->organization >= THRESHOLD && self->organization >= self->person + MARGIN && self->organization >= self->place)
    return HEARSAY_VERDICT_ORGANIZATION;
  return HEARSAY_VERDICT_NONE;
}

/**
 * hearsay_evidence_get_ground:
 * @self: that decided for some kind
 *
 * Returns: how far that kind is ahead
 */
HearsayGround
hearsay_evidence_get_ground (const HearsayEvidence *self)
{
  gint most;
  gint second;

  g_return_val_if_fail (self != NULL, HEARSAY_GROUND_NONE);

  most = MAX (MAX (self->person, self->organization), self->place);
  second = MAX (MIN (MAX (self->person, self->organization), self->place),
                MIN (self->person, self->organization));
  return most - second >= CLEAR_LEAD ? HEARSAY_GROUND_CLEAR_LEAD : HEARSAY_GROUND_LEAD;
}

/**
 * hearsay_evidence_acts:
 *
 * Returns: whether the bearer of the name says, thinks, wants or owns something here, or is told something
 */
gboolean
hearsay_evidence_acts (const HearsayClosed *closed,
                       const HearsaySyntax *syntax,
                       const HearsayName   *name)
{
  guint32 head;

  g_return_val_if_fail (closed != NULL && syntax != NULL && name != NULL, FALSE);

  head = head_of (syntax, name);
  /* “Oslo and Bergen agreed.” */
  for (guint steps = 0; steps < 4 && syntax->deprel[head] == HEARSAY_DEPREL_CONJ; steps++)
    head = (guint32) syntax->head[head];
  if (syntax->head[head] < 0)
    return FALSE;
  if (syntax->deprel[head] == HEARSAY_DEPREL_NMOD_POSS)
    return TRUE;
  if (is_subject (syntax->deprel[head]) || syntax->deprel[head] == HEARSAY_DEPREL_OBJ || syntax->deprel[head] == HEARSAY_DEPREL_OBL_AGENT)
    return is_cue (closed, syntax, (guint32) syntax->head[head]);
  return FALSE;
}
