/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-relations.h"

#include "analysis/hearsay-model-private.h"

#include <glib/gi18n.h>

#define BASE 500
/* A model may leave it open what the parser's score counts. */
#define DEFAULT_PARSER_SHARE 1000

#define ADD(number, a, b, c) (features[n++] = hearsay_feature_sum (BASE + (number), (a), (b), (c)))
#define PAIR(a, b) ((a) << 12 ^ (b))

/* What a feature says of a token. */
typedef struct
{
  guint32 word;
  guint32 tag;
  const HearsayTraits *traits;
} View;

static View
view (const HearsayTraits *traits,
      const HearsaySyntax *syntax,
      gint32               token)
{
  View result = { 3, 1, &hearsay_traits_before };

  if (token >= 0 && token < (gint32) syntax->n)
    {
      result.word = traits[token + 3].word;
      result.tag = 2u + syntax->xpos[token] * (guint32) HEARSAY_N_UPOS + syntax->upos[token];
      result.traits = &traits[token + 3];
    }
  return result;
}

static guint32
get_distance (gint32 head,
              gint32 token)
{
  gint32 distance = ABS (head - token);
  guint32 bucket = distance < 4 ? (guint32) distance : distance < 7 ? 4 : distance < 12 ? 5 : 6;

  return head < 0 ? 15 : head < token ? bucket : bucket + 7;
}

/* The tags of a token's dependents on its left. */
static guint32
get_left_tags (const HearsayTree   *tree,
               const HearsaySyntax *syntax,
               gint32               token)
{
  guint32 hash = 0;

  for (gint32 i = tree->first[token]; i >= 0 && i < token; i = tree->next[i])
    {
      if (syntax->upos[i] != HEARSAY_UPOS_PUNCT && syntax->upos[i] != HEARSAY_UPOS_ADV)
        hash = hearsay_feature (4, hash, syntax->xpos[i], 0);
    }
  return hash;
}

/* A preposition or conjunction that belongs to the token, or the first dependent. */
static gint32
get_marker (const HearsayTree   *tree,
            const HearsaySyntax *syntax,
            gint32               token)
{
  for (gint32 i = tree->first[token]; i >= 0 && i < token; i = tree->next[i])
    {
      if (syntax->upos[i] == HEARSAY_UPOS_ADP || syntax->upos[i] == HEARSAY_UPOS_SCONJ ||
          syntax->xpos[i] == HEARSAY_XPOS_TO || syntax->xpos[i] == HEARSAY_XPOS_WDT ||
          syntax->xpos[i] == HEARSAY_XPOS_WRB || syntax->xpos[i] == HEARSAY_XPOS_WP)
        return i;
    }
  return -1;
}

static gboolean
has_comma_between (const HearsaySyntax *syntax,
                   gint32               head,
                   gint32               token)
{
  gint32 last = MAX (head, token);
  gint32 first = MAX (MIN (head, token), last - 32);

  for (gint32 i = first + 1; head >= 0 && i < last; i++)
    {
      if (syntax->upos[i] == HEARSAY_UPOS_PUNCT)
        return TRUE;
    }
  return FALSE;
}

static guint
add_pair_features (const View *d,
                   const View *h,
                   guint32     side,
                   guint32     distance,
                   guint32     comma,
                   guint32    *features)
{
  const HearsayWordEntry *de = &d->traits->entry;
  const HearsayWordEntry *he = &h->traits->entry;
  guint n = 0;

  ADD (0, PAIR (d->tag, h->tag), side, 0);
  ADD (4, PAIR (d->tag, h->tag), distance, comma);
  ADD (6, d->tag, side, 0);
  ADD (8, d->word, d->tag, side);
  ADD (9, de->senses, h->tag, side);
  ADD (10, d->tag, he->senses, side);
  ADD (11, de->senses, he->senses, side);
  ADD (12, de->cluster, h->tag, side);
  ADD (13, he->cluster, d->tag, side);
  ADD (14, de->cluster >> 3, he->cluster >> 3, side);
  ADD (15, d->traits->suffixes[2], h->tag, side);
  ADD (16, h->traits->suffixes[2], d->tag, side);
  ADD (17, PAIR (d->traits->flags, h->traits->flags), PAIR (d->tag, h->tag), distance);
  ADD (18, d->traits->flags, d->tag, side);
  return n;
}

/* All that the features of a token look at: tokens, -1 for none, and what is said of them. */
typedef struct
{
  gint32 token;
  gint32 head;
  gint32 grandparent;
  gint32 first;  /* dependent */
  gint32 last;
  gint32 marker;
  gint32 older;  /* sister */
  gint32 younger;
  guint32 head_relation;
  guint32 sister_relation;
  guint32 seen;
  guint32 left_tags;
  guint32 head_left_tags;
} Place;

static Place
find_place (const HearsayTree   *tree,
            const HearsaySyntax *syntax,
            const guint8        *deprel,
            gint32               token)
{
  gint32 head = syntax->head[token];
  gint32 older = tree->previous[token];

  return (Place) {
    .token = token,
    .head = head,
    .grandparent = head >= 0 ? syntax->head[head] : -1,
    .first = tree->first[token],
    .last = tree->last[token],
    .marker = get_marker (tree, syntax, token),
    .older = older,
    .younger = tree->next[token],
    .head_relation = head >= 0 ? 1u + deprel[head] : 0,
    .sister_relation = older >= 0 ? 1u + deprel[older] : 0,
    .seen = head >= 0 ? tree->seen[head] : 0,
    .left_tags = get_left_tags (tree, syntax, token),
    .head_left_tags = head >= 0 ? get_left_tags (tree, syntax, head) : 0,
  };
}

static inline guint64
mix (guint64 key,
     guint32 high,
     guint32 low)
{
  key = (key ^ ((guint64) high << 32 | low)) * G_GUINT64_CONSTANT (0x9FB21C651E98DF25);
  return key ^ key >> 29;
}

/* A hash of the place: equal places have equal features. */
static guint64
make_key (const Place *p)
{
  guint64 key = mix (1, (guint32) p->head, (guint32) p->grandparent);

  key = mix (key, (guint32) p->first, (guint32) p->last);
  key = mix (key, (guint32) p->marker, (guint32) p->older);
  key = mix (key, (guint32) p->younger, p->head_relation << 16 | p->sister_relation);
  key = mix (key, p->seen, 0);
  return mix (key, p->left_tags, p->head_left_tags);
}

static guint
place_features (const Place         *p,
                const HearsayTraits *traits,
                const HearsaySyntax *syntax,
                guint32             *features)
{
  gint32 head = p->head;
  View d = view (traits, syntax, p->token);
  View h = view (traits, syntax, head);
  View g = view (traits, syntax, p->grandparent);
  View left = view (traits, syntax, p->first);
  View right = view (traits, syntax, p->last);
  View mark = view (traits, syntax, p->marker);
  View before = view (traits, syntax, p->token - 1);
  View after = view (traits, syntax, p->token + 1);
  View older = view (traits, syntax, p->older);
  View younger = view (traits, syntax, p->younger);
  View head_before = view (traits, syntax, head >= 0 ? head - 1 : -1);
  View head_after = view (traits, syntax, head >= 0 ? head + 1 : -1);
  guint32 head_relation = p->head_relation;
  guint32 sister_relation = p->sister_relation;
  guint32 seen = p->seen;
  guint32 left_tags = p->left_tags;
  guint32 head_left_tags = p->head_left_tags;
  guint32 distance = get_distance (head, p->token);
  guint32 side = head < 0 ? 2 : head < p->token;
  guint32 comma = has_comma_between (syntax, head, p->token);
  guint n = add_pair_features (&d, &h, side, distance, comma, features);

  ADD (20, head_relation, d.tag, side);
  ADD (21, head_relation, PAIR (d.tag, h.tag), side);
  ADD (22, head_relation, d.word, side);
  ADD (23, sister_relation, PAIR (d.tag, h.tag), side);
  ADD (24, sister_relation, older.word, PAIR (d.tag, h.tag));
  ADD (25, seen, PAIR (d.tag, h.tag), side);
  ADD (27, younger.tag, PAIR (d.tag, h.tag), side);
  ADD (28, older.tag, PAIR (d.tag, h.tag), side);
  ADD (29, mark.word, PAIR (d.tag, h.tag), side);
  ADD (30, mark.word, h.word, side);
  ADD (31, mark.word, d.word, side);
  ADD (32, left.word, PAIR (d.tag, h.tag), side);
  ADD (33, left.tag, PAIR (d.tag, h.tag), comma);
  ADD (34, right.tag, PAIR (d.tag, h.tag), side);
  ADD (35, right.word, d.tag, side);
  ADD (36, left_tags, PAIR (d.tag, h.tag), side);
  ADD (38, head_left_tags, PAIR (d.tag, h.tag), side);
  ADD (39, head_left_tags, d.word, side);
  ADD (40, before.tag, d.tag, after.tag);
  ADD (42, after.word, d.tag, h.tag);
  ADD (43, PAIR (head_before.tag, h.tag), PAIR (head_after.tag, d.tag), side);
  ADD (44, PAIR (g.tag, h.tag), d.tag, side);
  ADD (47, mark.word, d.traits->entry.senses, h.tag);
  ADD (48, mark.word, h.traits->entry.senses, d.tag);
  ADD (49, comma, PAIR (d.tag, h.tag), PAIR (head_relation, sister_relation));
  ADD (50, left_tags, d.word, h.tag);
  ADD (52, d.word, after.word, 0);
  ADD (53, mark.word, left_tags, PAIR (d.tag, h.tag));
  ADD (54, seen, sister_relation, PAIR (d.tag, h.tag));
  hearsay_features_mix (features, n);
  return n;
}

/**
 * hearsay_relations_features:
 * @deprel: (array): relations that have been decided: those of the token's head and of
 *   its sisters on the left
 * @features: (out) (array fixed-size=96): hashes
 *
 * Returns: how many there are
 */
guint
hearsay_relations_features (const HearsayTree   *tree,
                            const HearsayTraits *traits,
                            const HearsaySyntax *syntax,
                            const guint8        *deprel,
                            guint                token,
                            guint32             *features)
{
  Place place = find_place (tree, syntax, deprel, (gint32) token);

  return place_features (&place, traits, syntax, features);
}

static gboolean
load_kinds (HearsayRelations    *self,
            const HearsayModel  *model,
            GError             **error)
{
  gsize size;

  if (!hearsay_choices_load (&self->choices, model, "relations.choices", 0, HEARSAY_N_DEPREL, error))
    return FALSE;
  self->kinds = hearsay_model_require (model, "relations.kinds", HEARSAY_RELATIONS_N_SORTS, &size, error);
  for (guint i = 0; self->kinds != NULL && i < HEARSAY_RELATIONS_N_SORTS; i++)
    {
      if (self->kinds[i] >= self->choices.n_kinds)
        {
          g_set_error (error, HEARSAY_MODEL_ERROR, HEARSAY_MODEL_ERROR_SECTION,
                       _("The part “%s” of the language model is not sound"), "relations.kinds");
          return FALSE;
        }
    }
  return self->kinds != NULL;
}

/**
 * hearsay_relations_load:
 * @self: (out): a view that is valid as long as @model
 *
 * Returns: whether @model can name relations
 */
gboolean
hearsay_relations_load (HearsayRelations    *self,
                        const HearsayModel  *model,
                        GError             **error)
{
  const guint8 *share;
  gsize size;

  g_return_val_if_fail (self != NULL, FALSE);

  share = hearsay_model_find (model, "relations.share", &size);
  self->parser_share = size >= 4 ? hearsay_model_get_u32 (share) : DEFAULT_PARSER_SHARE;
  return load_kinds (self, model, error) &&
         hearsay_weights_load (&self->weights, model, "relations.weights", HEARSAY_CHOICES_MAX, error);
}

static HearsayDecision
score (const HearsayRelations *self,
       guint                   kind,
       guint32                *features,
       guint                   n)
{
  guint32 places[HEARSAY_RELATIONS_MAX_FEATURES];
  gint16 scores[HEARSAY_WEIGHTS_MAX_LABELS];
  guint best;

  for (guint i = 0; i < n; i++)
    features[i] = hearsay_choices_key (features[i], kind);
  hearsay_weights_find (&self->weights, features, n, places);
  hearsay_weights_sum (&self->weights, features, places, n, scores);
  best = hearsay_choices_best (&self->choices, kind, scores);
  return (HearsayDecision) { 0, scores[best], hearsay_choices_label (&self->choices, kind, best) };
}

static HearsayDecision
decide (const HearsayRelations *self,
        HearsayTree            *tree,
        const HearsayTraits    *traits,
        const HearsaySyntax    *syntax,
        guint                   token)
{
  guint32 features[HEARSAY_RELATIONS_MAX_FEATURES];
  Place place = find_place (tree, syntax, syntax->deprel, (gint32) token);
  HearsayDecision *known = tree->decisions + (gsize) token * HEARSAY_TREE_N_DECISIONS;
  guint64 key = make_key (&place);
  HearsayDecision decision;

  for (guint i = 0; i < tree->n_decisions[token]; i++)
    {
      if (known[i].key == key)
        return known[i];
    }
  decision = score (self, self->kinds[hearsay_relations_sort (syntax, token)], features,
                    place_features (&place, traits, syntax, features));
  decision.key = key;
  if (tree->n_decisions[token] < HEARSAY_TREE_N_DECISIONS)
    known[tree->n_decisions[token]++] = decision;
  return decision;
}

/**
 * hearsay_relations_run:
 * @tree: memory of the calling thread, for which hearsay_tree_forget() was called when the
 *   sentence began
 * @traits: of all tokens, as hearsay_traits_fill_all() leaves them
 * @syntax: its tags and heads are read, its relations set
 *
 * Names the relation of every token to its head, heads before dependents and
 * sisters from left to right, each with those decided before it in view. The
 * root and none but the root is “root”.
 *
 * Returns: the sum of the relations' scores: how well the tree reads
 */
gint32
hearsay_relations_run (const HearsayRelations *self,
                       HearsayTree            *tree,
                       const HearsayTraits    *traits,
                       HearsaySyntax          *syntax)
{
  gint32 sum = 0;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (syntax != NULL, 0);

  hearsay_tree_prepare (tree, syntax);
  for (guint i = 0; i < syntax->n; i++)
    {
      guint token = (guint) tree->order[i];
      guint deprel = HEARSAY_DEPREL_ROOT;

      if (syntax->head[token] >= 0)
        {
          HearsayDecision decision = decide (self, tree, traits, syntax, token);

          deprel = decision.deprel;
          sum += decision.score;
        }
      syntax->deprel[token] = (guint8) deprel;
      hearsay_tree_note_relation (tree, syntax, token, (HearsayDeprel) deprel);
    }
  return sum;
}
