/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-attribution-tokens.h"

#include <glib/gi18n.h>

static guint32
read_u32 (const guint8 *bytes)
{
  guint32 value;

  memcpy (&value, bytes, sizeof value);
  return GUINT32_FROM_LE (value);
}

/**
 * hearsay_cue_table_load:
 * @self: (out): a view that is valid as long as @model
 *
 * Section “cue-words”: number of entries, then that many keys in rising order,
 * 4 bytes each, then that many buckets.
 *
 * Returns: whether @model has the table
 */
gboolean
hearsay_cue_table_load (HearsayCueTable     *self,
                        const HearsayModel  *model,
                        GError             **error)
{
  gsize size;
  const guint8 *section = hearsay_model_require (model, "cue-words", 4, &size, error);

  if (section == NULL)
    return FALSE;
  self->n = read_u32 (section);
  if (self->n > (size - 4) / 5)
    {
      g_set_error (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_SECTION,
                   _("The part “%s” of the language model is not sound"), "cue-words");
      return FALSE;
    }
  self->keys = section + 4;
  self->buckets = section + 4 + (gsize) self->n * 4;
  return TRUE;
}

guint32
hearsay_cue_table_key (guint32 lemma,
                       guint   xpos)
{
  guint32 class = 3;

  if (xpos >= HEARSAY_XPOS_VB && xpos <= HEARSAY_XPOS_VBZ)
    class = 1;
  else if (xpos >= HEARSAY_XPOS_NN && xpos <= HEARSAY_XPOS_NNS)
    class = 2;
  return hearsay_feature (1, lemma, class, 0);
}

guint
hearsay_cue_table_find (const HearsayCueTable *self,
                        guint32                key)
{
  guint32 low = 0;
  guint32 high = self->n;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      guint32 value = read_u32 (self->keys + (gsize) middle * 4);

      if (value == key)
        return self->buckets[middle] & 7;
      if (value < key)
        low = middle + 1;
      else
        high = middle;
    }
  return 0;
}

/**
 * hearsay_cue_table_bucket:
 *
 * Returns: 0 (too rare to say) to 7 (nearly always a cue)
 */
guint
hearsay_cue_table_bucket (guint n_cues,
                          guint n_all)
{
  static const double limits[] = { 0.01, 0.05, 0.15, 0.35, 0.6, 0.85 };
  double share = ((double) n_cues + 0.02) / ((double) n_all + 1);
  guint bucket = 1;

  if (n_all < 3)
    return 0;
  while (bucket < 7 && share >= limits[bucket - 1])
    bucket++;
  return bucket;
}

/* What a token says of its head by the relation between them. */
static const guint16 below_by_relation[HEARSAY_N_DEPREL] = {
  [HEARSAY_DEPREL_NSUBJ] = HEARSAY_BELOW_SUBJECT,
  [HEARSAY_DEPREL_NSUBJ_OUTER] = HEARSAY_BELOW_SUBJECT,
  [HEARSAY_DEPREL_NSUBJ_PASS] = HEARSAY_BELOW_PASSIVE_SUBJECT,
  [HEARSAY_DEPREL_CCOMP] = HEARSAY_BELOW_CLAUSE,
  [HEARSAY_DEPREL_XCOMP] = HEARSAY_BELOW_OPEN_CLAUSE,
  [HEARSAY_DEPREL_OBJ] = HEARSAY_BELOW_OBJECT,
  [HEARSAY_DEPREL_PARATAXIS] = HEARSAY_BELOW_PARATAXIS,
  [HEARSAY_DEPREL_ACL] = HEARSAY_BELOW_ADNOMINAL,
  [HEARSAY_DEPREL_ACL_RELCL] = HEARSAY_BELOW_ADNOMINAL,
  [HEARSAY_DEPREL_AUX_PASS] = HEARSAY_BELOW_PASSIVE,
  [HEARSAY_DEPREL_ADVCL] = HEARSAY_BELOW_ADVERBIAL,
  [HEARSAY_DEPREL_ADVCL_RELCL] = HEARSAY_BELOW_ADVERBIAL,
  [HEARSAY_DEPREL_CASE] = HEARSAY_BELOW_CASE,
  [HEARSAY_DEPREL_OBL] = HEARSAY_BELOW_OBLIQUE,
  [HEARSAY_DEPREL_OBL_AGENT] = HEARSAY_BELOW_OBLIQUE,
  [HEARSAY_DEPREL_OBL_UNMARKED] = HEARSAY_BELOW_OBLIQUE,
  [HEARSAY_DEPREL_NMOD] = HEARSAY_BELOW_OBLIQUE,
  [HEARSAY_DEPREL_NMOD_DESC] = HEARSAY_BELOW_OBLIQUE,
  [HEARSAY_DEPREL_NMOD_POSS] = HEARSAY_BELOW_OBLIQUE,
  [HEARSAY_DEPREL_NMOD_UNMARKED] = HEARSAY_BELOW_OBLIQUE,
};

static guint
below_of (const HearsayText   *text,
          const HearsaySyntax *syntax,
          guint                token)
{
  if (syntax->deprel[token] == HEARSAY_DEPREL_MARK)
    {
      if (hearsay_text_token_is (text, token, "that"))
        return HEARSAY_BELOW_THAT;
      return hearsay_text_token_is (text, token, "to") ? HEARSAY_BELOW_TO : 0;
    }
  return syntax->deprel[token] < HEARSAY_N_DEPREL ? below_by_relation[syntax->deprel[token]] : 0;
}

/* What a clause or object is worth as that which is said. */
static guint
object_rank (guint deprel)
{
  switch (deprel)
    {
    case HEARSAY_DEPREL_CCOMP:
      return 4;
    case HEARSAY_DEPREL_XCOMP:
      return 3;
    case HEARSAY_DEPREL_OBJ:
      return 2;
    case HEARSAY_DEPREL_OBL:
      return 1;
    default:
      return 0;
    }
}

/* A verb without a subject of its own shares that of the verb it hangs on. */
static gboolean
shares_subject (guint deprel)
{
  return deprel == HEARSAY_DEPREL_CONJ || deprel == HEARSAY_DEPREL_XCOMP || deprel == HEARSAY_DEPREL_ADVCL;
}

/* What hangs on @token, the one at @place, goes as far as @other. */
static void
reach (HearsayAttributionToken *token,
       guint32                  place,
       guint32                  other)
{
  guint32 distance = MIN (other < place ? place - other : other - place, G_MAXUINT16);

  if (other < place)
    token->left = MAX (token->left, (guint16) distance);
  else
    token->right = MAX (token->right, (guint16) distance);
}

/* How far up a subject is looked for, and how far up a token widens what hangs on its heads. */
#define MAX_SHARING 3
#define MAX_CLIMB 32

static void
fill_dependents (HearsayAttributionTokens *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      HearsayAttributionToken *token = &self->tokens[i];
      HearsayAttributionToken *head = token->head >= 0 ? &self->tokens[token->head] : NULL;
      gint32 above = token->head;

      if (head != NULL && head->subject < 0 &&
          (token->deprel == HEARSAY_DEPREL_NSUBJ || token->deprel == HEARSAY_DEPREL_NSUBJ_PASS))
        head->subject = (gint32) i;
      if (head != NULL && object_rank (token->deprel) > 0 &&
          (head->object < 0 || object_rank (token->deprel) > object_rank (self->tokens[head->object].deprel)))
        head->object = (gint32) i;
      for (guint step = 0; above >= 0 && step < MAX_CLIMB; step++)
        {
          reach (&self->tokens[above], (guint32) above, i);
          above = self->tokens[above].head;
        }
    }
}

static void
share_subjects (HearsayAttributionTokens *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      HearsayAttributionToken *token = &self->tokens[i];
      const HearsayAttributionToken *above = token;

      for (guint step = 0; token->subject < 0 && step < MAX_SHARING && above->head >= 0 && shares_subject (above->deprel); step++)
        {
          above = &self->tokens[above->head];
          token->subject = above->subject;
        }
    }
}

/* Only the outermost double marks count: what single ones hold is as often a word as a quotation. */
static void
mark_quotations (HearsayAttributionTokens *self)
{
  const HearsayText *text = self->text;
  guint16 number = 0;

  for (guint q = 0; q < text->n_quotes; q++)
    {
      const HearsayQuote *quote = &text->quotes[q];

      if (quote->single || self->tokens[quote->first_token].quotation != 0)
        continue;
      number = number == G_MAXUINT16 ? 1 : number + 1;
      for (guint32 i = quote->first_token; i <= quote->last_token && i < self->n; i++)
        {
          self->tokens[i].quote = HEARSAY_IN_QUOTE_INSIDE;
          self->tokens[i].quotation = number;
        }
      self->tokens[quote->first_token].quote = HEARSAY_IN_QUOTE_OPENING;
      if (!quote->unclosed)
        self->tokens[quote->last_token].quote = HEARSAY_IN_QUOTE_CLOSING;
    }
}

static void
mark_role (HearsayAttributionTokens *self,
           HearsaySpan               bytes,
           HearsayRole               role,
           gint32                    attribution)
{
  guint32 i;

  if (hearsay_span_is_empty (bytes))
    return;
  for (i = hearsay_text_find_token (self->text, bytes.start);
       i < self->n && self->text->tokens[i].start < bytes.end; i++)
    {
      self->tokens[i].rule = (guint8) role;
      if (role == HEARSAY_ROLE_CUE)
        self->rule_of[i] = attribution;
    }
}

static void
mark_rules (HearsayAttributionTokens *self)
{
  const HearsayAttributions *rules = self->rules;

  for (guint k = 0; rules != NULL && k < rules->items->len; k++)
    {
      const HearsayAttribution *item = hearsay_attributions_get (rules, k);

      for (guint c = 0; c < item->n_contents; c++)
        mark_role (self, hearsay_attributions_contents (rules, item)[c], HEARSAY_ROLE_CONTENT, (gint32) k);
    }
  for (guint k = 0; rules != NULL && k < rules->items->len; k++)
    {
      const HearsayAttribution *item = hearsay_attributions_get (rules, k);

      mark_role (self, item->source, HEARSAY_ROLE_SOURCE, (gint32) k);
      mark_role (self, item->cue, HEARSAY_ROLE_CUE, (gint32) k);
    }
}

static void
fill_token (HearsayAttributionTokens *self,
            const HearsaySyntax      *syntax,
            const HearsayTokenTraits *traits,
            guint                     i)
{
  HearsayAttributionToken *token = &self->tokens[i];
  const char *lemma = syntax->lemma != NULL ? syntax->lemma[i] : NULL;

  token->word = traits[i].word;
  token->lemma = lemma != NULL ? hearsay_hash_bytes (lemma, strlen (lemma)) : traits[i].word;
  token->shape = traits[i].flags & 0x7F;
  token->suffix = (guint16) (traits[i].suffix >> 16);
  token->cluster = traits[i].cluster;
  token->verb_class = traits[i].verb_class;
  token->noun_class = traits[i].noun_class;
  token->upos = syntax->upos[i];
  token->xpos = syntax->xpos[i];
  token->deprel = syntax->deprel[i];
  token->head = syntax->head[i];
  token->left = token->right = 0;
  token->subject = token->object = -1;
}

/**
 * hearsay_attribution_tokens_new:
 * @text: borrowed
 * @syntax: of the whole text; heads are indices in the text
 * @traits: (array): one for each token
 * @rules: (nullable): borrowed
 *
 * Returns: (transfer full): the tokens as the fitted stages see them, not yet rated
 */
HearsayAttributionTokens *
hearsay_attribution_tokens_new (const HearsayText         *text,
                                const HearsaySyntax       *syntax,
                                const HearsayTokenTraits  *traits,
                                const HearsayAttributions *rules)
{
  HearsayAttributionTokens *self;

  g_return_val_if_fail (text != NULL && syntax != NULL && traits != NULL, NULL);

  self = g_new0 (HearsayAttributionTokens, 1);
  self->text = text;
  self->rules = rules;
  self->n = text->n_tokens;
  self->tokens = g_new0 (HearsayAttributionToken, (gsize) self->n + 1);
  self->rule_of = g_new (gint32, (gsize) self->n + 1);
  for (guint i = 0; i < self->n; i++)
    {
      fill_token (self, syntax, traits, i);
      self->rule_of[i] = -1;
    }
  for (guint i = 0; i < self->n; i++)
    {
      gint32 head = self->tokens[i].head;

      if (head >= 0)
        self->tokens[head].below |= (guint16) below_of (text, syntax, i);
    }
  fill_dependents (self);
  share_subjects (self);
  mark_quotations (self);
  mark_rules (self);
  return self;
}

/**
 * hearsay_attribution_tokens_rate:
 *
 * Looks every token's lemma up in @table.
 */
void
hearsay_attribution_tokens_rate (HearsayAttributionTokens *self,
                                 const HearsayCueTable    *table)
{
  for (guint i = 0; i < self->n; i++)
    self->tokens[i].bucket = (guint8) hearsay_cue_table_find (
      table, hearsay_cue_table_key (self->tokens[i].lemma, self->tokens[i].xpos));
}

void
hearsay_attribution_tokens_free (HearsayAttributionTokens *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->tokens);
  g_free (self->rule_of);
  g_free (self);
}
