/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-deeds.h"

#include <string.h>

/* Countries that do one thing together, and those it is done to. */
#define MAX_SIDES 4

/* How far a token's dependents are looked for, in tokens. */
#define REACH 40

/* What the text states itself, and what somebody in it says. Public corpora have too few of either to count
 * how often the rules are right, so this is a cautious guess. */
#define SURE_CONFIDENCE 0.85f
#define TOLD_CONFIDENCE 0.7f

typedef struct
{
  gint32 actors[MAX_SIDES];
  guint n;
  guint32 first;
  guint32 last;
} Sides;

/* A verb that is looked at: its dependents and those of the noun that says what is done. */
typedef struct
{
  const HearsayScene *scene;
  HearsayAnalysis *analysis;
  guint32 verb;
  gint32 noun;
  HearsayRelationKind kind;
  Sides by;
  Sides to;
} Deed;

/* What of a country acts or suffers in its place: “Russian troops”. */
static gboolean
is_arm (const char *lemma)
{
  static const char *const nouns[] = {
    "force", "troop", "troops", "army", "military", "navy", "jet", "warplane", "soldier", "ship", "warship", "aircraft", "artillery", "government",
    "missile", "drone", "diplomat", "port", "city", "town", "base", "ambassador", "territory", "airspace", "water", "embassy", "good", "import", "export", NULL,
  };

  return g_strv_contains (nouns, lemma);
}

static gint32
country_at (const HearsayScene *scene,
            guint32             token)
{
  gint32 actor = hearsay_actors_find_at (scene->actors, token);

  return actor >= 0 && hearsay_actors_get (scene->actors, actor)->kind == HEARSAY_ACTOR_COUNTRY ? actor : -1;
}

static guint32
first_near (const HearsayScene *scene,
            guint32             token)
{
  const HearsaySentence *sentence = hearsay_text_sentence_of (scene->closed->text, token);

  return MAX (sentence->first_token, token > REACH ? token - REACH : 0);
}

static guint32
end_near (const HearsayScene *scene,
          guint32             token)
{
  const HearsaySentence *sentence = hearsay_text_sentence_of (scene->closed->text, token);

  return MIN (sentence->first_token + sentence->n_tokens, token + REACH);
}

/* The country that a noun is, or that it is of: “Norway”, “Norwegian troops”, “Norway's waters”. */
static gint32
country_of (const HearsayScene *scene,
            guint32             token,
            guint32            *first)
{
  const HearsaySyntax *syntax = scene->syntax;
  gint32 actor = country_at (scene, token);
  gint32 group = actor < 0 && is_arm (syntax->lemma[token]) ? hearsay_actors_find_at (scene->actors, token) : -1;

  *first = token;
  /* “Norwegian troops” may be somebody of their own: whose they are counts. */
  if (group >= 0 && hearsay_actors_get (scene->actors, group)->affiliation >= 0)
    {
      group = hearsay_actors_get (scene->actors, group)->affiliation;
      actor = hearsay_actors_get (scene->actors, group)->kind == HEARSAY_ACTOR_COUNTRY ? group : -1;
    }
  for (guint32 k = first_near (scene, token); actor < 0 && k < token; k++)
    if (syntax->head[k] == (gint32) token &&
        (syntax->deprel[k] == HEARSAY_DEPREL_NMOD_POSS ||
         ((syntax->deprel[k] == HEARSAY_DEPREL_AMOD || syntax->deprel[k] == HEARSAY_DEPREL_COMPOUND) && is_arm (syntax->lemma[token]))))
      {
        actor = country_at (scene, k);
        *first = k;
      }
  return actor;
}

static void
add_side (Sides   *sides,
          gint32   actor,
          guint32  token)
{
  if (actor < 0 || sides->n == MAX_SIDES)
    return;
  for (guint i = 0; i < sides->n; i++)
    if (sides->actors[i] == actor)
      return;
  if (sides->n == 0)
    sides->first = sides->last = token;
  sides->first = MIN (sides->first, token);
  sides->last = MAX (sides->last, token);
  sides->actors[sides->n++] = actor;
}

/* “The two countries”: the two that the sentence before, or this one, named. */
static void
add_pair (const HearsayScene *scene,
          guint32             token,
          Sides              *sides)
{
  static const char *const nouns[] = { "country", "nation", "neighbor", "neighbour", "side", "government", "state", "power", NULL };
  const HearsayText *text = scene->closed->text;
  const HearsaySentence *sentence = hearsay_text_sentence_of (text, token);
  guint i = hearsay_actors_first_mention (scene->actors, text->tokens[token].start);
  gint32 pair[2] = { -1, -1 };
  gint64 both = -1;

  for (guint32 k = token > 3 ? token - 3 : 0; k < token; k++)
    if (hearsay_text_token_is (text, k, "two") || hearsay_text_token_is (text, k, "both"))
      both = k;
  if (both < 0 || !g_strv_contains (nouns, scene->syntax->lemma[token]))
    return;
  for (; i > 0; i--)
    {
      const HearsayMention *mention = hearsay_actors_mention (scene->actors, i - 1);
      gint32 actor = mention->actor;

      if (text->sentences[text->tokens[mention->first].sentence].paragraph + 1 < sentence->paragraph)
        break;
      if (hearsay_actors_get (scene->actors, actor)->kind != HEARSAY_ACTOR_COUNTRY || actor == pair[0] || actor == pair[1])
        continue;
      /* A third one: it cannot be told which two are meant. */
      if (pair[1] >= 0)
        return;
      pair[pair[0] >= 0] = actor;
    }
  if (pair[1] >= 0)
    {
      add_side (sides, pair[1], (guint32) both);
      add_side (sides, pair[0], token);
    }
}

/* A noun's country, those joined to it, and whom “the two countries” are. */
static void
add_sides (const HearsayScene *scene,
           guint32             token,
           Sides              *sides)
{
  const HearsaySyntax *syntax = scene->syntax;

  guint32 first;
  gint32 actor = country_of (scene, token, &first);

  add_side (sides, actor, first);
  if (actor >= 0)
    sides->last = MAX (sides->last, token);
  for (guint32 k = token + 1; k < end_near (scene, token); k++)
    if (syntax->head[k] == (gint32) token && syntax->deprel[k] == HEARSAY_DEPREL_CONJ)
      {
        actor = country_of (scene, k, &first);
        add_side (sides, actor, k);
      }
  if (sides->n == 0)
    add_pair (scene, token, sides);
}

static gboolean
is_ruled_by (const HearsayScene *scene,
             guint32             token,
             const char *const  *prepositions)
{
  const HearsaySyntax *syntax = scene->syntax;

  for (guint32 k = first_near (scene, token); k < token; k++)
    if (syntax->head[k] == (gint32) token && syntax->deprel[k] == HEARSAY_DEPREL_CASE)
      return g_strv_contains (prepositions, syntax->lemma[k]);
  return FALSE;
}

static const char *const *
get_prepositions (HearsayRelationKind kind)
{
  static const char *const conflict[] = { "with", "against", "on", "upon", "into", "at", "from", NULL };
  static const char *const cooperation[] = { "with", "alongside", NULL };

  return kind == HEARSAY_RELATION_CONFLICT ? conflict : cooperation;
}

/* Said of the world, not of what may be, was refused or is wished. */
static gboolean
is_fact (const HearsayScene *scene,
         guint32             verb)
{
  const HearsaySyntax *syntax = scene->syntax;
  gboolean finite = syntax->xpos[verb] == HEARSAY_XPOS_VBD || syntax->xpos[verb] == HEARSAY_XPOS_VBP || syntax->xpos[verb] == HEARSAY_XPOS_VBZ;

  for (guint32 k = first_near (scene, verb); k < end_near (scene, verb); k++)
    {
      if (syntax->head[k] != (gint32) verb)
        continue;
      if (syntax->xpos[k] == HEARSAY_XPOS_MD || syntax->xpos[k] == HEARSAY_XPOS_TO ||
          hearsay_closed_is (scene->closed, k, HEARSAY_CLOSED_NEGATION) ||
          (syntax->deprel[k] == HEARSAY_DEPREL_MARK &&
           (strcmp (syntax->lemma[k], "if") == 0 || strcmp (syntax->lemma[k], "unless") == 0 || strcmp (syntax->lemma[k], "whether") == 0)))
        return FALSE;
      finite |= syntax->deprel[k] == HEARSAY_DEPREL_AUX || syntax->deprel[k] == HEARSAY_DEPREL_AUX_PASS || syntax->deprel[k] == HEARSAY_DEPREL_COP;
    }
  /* “Signed and ratified”: the first one says how it is meant. */
  return finite || (syntax->deprel[verb] == HEARSAY_DEPREL_CONJ && syntax->head[verb] >= 0 && syntax->head[verb] < (gint32) verb &&
                    syntax->xpos[verb] == HEARSAY_XPOS_VBN && is_fact (scene, (guint32) syntax->head[verb]));
}

static void
take_partners (Deed    *deed,
               guint32  head)
{
  static const char *const between[] = { "between", NULL };
  const HearsaySyntax *syntax = deed->scene->syntax;

  for (guint32 k = first_near (deed->scene, head); k < end_near (deed->scene, head); k++)
    {
      guint main = hearsay_deprel_get_main ((HearsayDeprel) syntax->deprel[k]);

      if (syntax->head[k] != (gint32) head || (main != HEARSAY_DEPREL_OBL && main != HEARSAY_DEPREL_NMOD))
        continue;
      if (is_ruled_by (deed->scene, k, get_prepositions (deed->kind)))
        add_sides (deed->scene, k, &deed->to);
      else if (deed->by.n == 0 && is_ruled_by (deed->scene, k, between))
        add_sides (deed->scene, k, &deed->by);
    }
}

/* Subject, object and agent of the verb. */
static void
take_arguments (Deed     *deed,
                gboolean  transitive)
{
  static const char *const by[] = { "by", NULL };
  const HearsaySyntax *syntax = deed->scene->syntax;
  guint32 verb = deed->verb;

  for (guint32 k = first_near (deed->scene, verb); k < end_near (deed->scene, verb); k++)
    {
      if (syntax->head[k] != (gint32) verb)
        continue;
      if (syntax->deprel[k] == HEARSAY_DEPREL_NSUBJ || (syntax->deprel[k] == HEARSAY_DEPREL_OBL_AGENT || is_ruled_by (deed->scene, k, by)))
        add_sides (deed->scene, k, &deed->by);
      else if (transitive && (syntax->deprel[k] == HEARSAY_DEPREL_OBJ || syntax->deprel[k] == HEARSAY_DEPREL_NSUBJ_PASS))
        add_sides (deed->scene, k, &deed->to);
    }
  /* “Sanctions were imposed on X by Y”, where “by Y” often hangs on X. */
  for (guint32 k = verb + 1; deed->by.n == 0 && syntax->xpos[verb] == HEARSAY_XPOS_VBN && k < end_near (deed->scene, verb); k++)
    {
      gint32 head = syntax->head[k];

      if (head > (gint32) verb && syntax->head[head] == (gint32) verb && is_ruled_by (deed->scene, k, by))
        add_sides (deed->scene, k, &deed->by);
    }
  /* “X crossed the border and attacked Y”. */
  if (deed->by.n == 0 && syntax->deprel[verb] == HEARSAY_DEPREL_CONJ && syntax->head[verb] >= 0)
    for (guint32 k = first_near (deed->scene, verb); k < verb; k++)
      if (syntax->head[k] == syntax->head[verb] && syntax->deprel[k] == HEARSAY_DEPREL_NSUBJ)
        add_sides (deed->scene, k, &deed->by);
}

/* What a sentence states as a fact is no attitude too. */
static void
drop_attitudes (const Deed *deed,
                gint32      from,
                gint32      to)
{
  const HearsayText *text = deed->scene->closed->text;
  const HearsaySentence *sentence = hearsay_text_sentence_of (text, deed->verb);
  HearsaySpan bytes = hearsay_text_tokens_span (text, sentence->first_token, sentence->first_token + sentence->n_tokens - 1);
  HearsaySpan span = hearsay_text_to_span (text, bytes.start, bytes.end);

  for (guint i = deed->analysis->relations->len; i > 0; i--)
    {
      const HearsayAnalysisRelation *relation = hearsay_analysis_relation (deed->analysis, i - 1);

      if (relation->kind == HEARSAY_RELATION_ATTITUDE && hearsay_span_overlaps (relation->evidence, span) &&
          ((relation->from == from && relation->to == to) || (relation->from == to && relation->to == from)))
        g_array_remove_index (deed->analysis->relations, i - 1);
    }
}

static void
emit (const Deed *deed,
      gint32      from,
      gint32      to)
{
  const HearsayText *text = deed->scene->closed->text;
  gboolean told = deed->scene->statements[deed->verb] >= 0;
  guint32 first = MIN (deed->verb, deed->by.first);
  guint32 last = MAX (deed->verb, deed->by.last);
  HearsayAnalysisRelation relation = { .from = from, .to = to, .kind = deed->kind, .statement = deed->scene->statements[deed->verb] };
  HearsaySpan bytes;

  if (from == to)
    return;
  drop_attitudes (deed, from, to);
  if (deed->noun >= 0)
    {
      first = MIN (first, (guint32) deed->noun);
      last = MAX (last, (guint32) deed->noun);
    }
  if (deed->to.n > 0)
    {
      first = MIN (first, deed->to.first);
      last = MAX (last, deed->to.last);
    }
  /* The whole of a name. */
  while (first > 0 && country_at (deed->scene, first) >= 0 && country_at (deed->scene, first - 1) == country_at (deed->scene, first))
    first--;
  while (last + 1 < text->n_tokens && country_at (deed->scene, last) >= 0 && country_at (deed->scene, last + 1) == country_at (deed->scene, last))
    last++;
  bytes = hearsay_text_tokens_span (text, first, last);
  relation.evidence = hearsay_text_to_span (text, bytes.start, bytes.end);
  relation.confidence = told ? TOLD_CONFIDENCE : SURE_CONFIDENCE;
  relation.sure = !told;
  g_array_append_val (deed->analysis->relations, relation);
}

/* From each to each; where there is but one side, its countries do it together or to each other. */
static gboolean
emit_all (const Deed *deed,
          gboolean    mutual)
{
  for (guint i = 0; i < deed->by.n; i++)
    for (guint k = 0; k < deed->to.n; k++)
      emit (deed, deed->by.actors[i], deed->to.actors[k]);
  for (guint i = 0; mutual && deed->to.n == 0 && i < deed->by.n; i++)
    for (guint k = i + 1; k < deed->by.n; k++)
      emit (deed, deed->by.actors[i], deed->by.actors[k]);
  return deed->by.n > 0 && (deed->to.n > 0 || (mutual && deed->by.n > 1));
}

/* The noun that says what is done: “imposed sanctions”, “sanctions were imposed”. */
static gint32
find_noun (const HearsayScene  *scene,
           guint32              verb,
           HearsayRelationKind  kind)
{
  const HearsaySyntax *syntax = scene->syntax;

  for (guint32 k = first_near (scene, verb); k < end_near (scene, verb); k++)
    if (syntax->head[k] == (gint32) verb && (syntax->deprel[k] == HEARSAY_DEPREL_OBJ || syntax->deprel[k] == HEARSAY_DEPREL_NSUBJ_PASS) &&
        (hearsay_deeds_look_up (syntax->lemma[k], kind) & HEARSAY_DEED_NOUN))
      return (gint32) k;
  return -1;
}

static gboolean
look_at_verb (Deed  *deed,
              guint  use)
{
  if (!is_fact (deed->scene, deed->verb))
    return FALSE;
  if (use & HEARSAY_DEED_LIGHT)
    deed->noun = find_noun (deed->scene, deed->verb, deed->kind);
  if (deed->noun >= 0)
    {
      take_arguments (deed, FALSE);
      take_partners (deed, deed->verb);
      take_partners (deed, (guint32) deed->noun);
      if (deed->to.n == 0)
        {
          guint32 first;
          gint32 actor = country_of (deed->scene, (guint32) deed->noun, &first);

          add_side (&deed->to, actor, (guint32) deed->noun);
        }
      return emit_all (deed, TRUE);
    }
  if (use & HEARSAY_DEED_VERB)
    {
      take_arguments (deed, TRUE);
      return emit_all (deed, FALSE);
    }
  if (use & HEARSAY_DEED_VERB_WITH)
    {
      take_arguments (deed, FALSE);
      take_partners (deed, deed->verb);
      return emit_all (deed, TRUE);
    }
  return FALSE;
}

/* “Fighting between X and Y went on”, “X is at war with Y”. */
static void
look_at_noun (Deed *deed)
{
  const HearsaySyntax *syntax = deed->scene->syntax;
  guint32 noun = deed->verb;
  gint32 head = syntax->head[noun];
  gboolean predicate = FALSE;

  for (guint32 k = first_near (deed->scene, noun); k < noun; k++)
    predicate |= syntax->head[k] == (gint32) noun && syntax->deprel[k] == HEARSAY_DEPREL_COP;
  if (predicate && is_fact (deed->scene, noun))
    take_arguments (deed, FALSE);
  else if (syntax->deprel[noun] != HEARSAY_DEPREL_NSUBJ || head < 0 || !is_fact (deed->scene, (guint32) head))
    return;
  take_partners (deed, noun);
  emit_all (deed, TRUE);
}

/**
 * hearsay_deeds_find:
 * @scene: with trees
 * @analysis: with relations under the scene's indexes
 *
 * Cooperation and conflict between countries as the text states them: “X and Y
 * signed a pact”, “X invaded Y”, “sanctions were imposed on Y by X”. What is only
 * thinkable, denied or wished is none. In time of tokens times REACH.
 */
void
hearsay_deeds_find (const HearsayScene *scene,
                    HearsayAnalysis    *analysis)
{
  static const HearsayRelationKind kinds[] = { HEARSAY_RELATION_CONFLICT, HEARSAY_RELATION_COOPERATION };

  g_return_if_fail (scene != NULL && scene->syntax != NULL && analysis != NULL);

  for (guint32 i = 0; i < scene->syntax->n; i++)
    if (scene->syntax->upos[i] == HEARSAY_UPOS_VERB || scene->syntax->upos[i] == HEARSAY_UPOS_NOUN)
      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        {
          guint use = hearsay_deeds_look_up (scene->syntax->lemma[i], kinds[k]);
          Deed deed = { .scene = scene, .analysis = analysis, .verb = i, .noun = -1, .kind = kinds[k] };

          if (use == 0)
            continue;
          if (scene->syntax->upos[i] == HEARSAY_UPOS_VERB && look_at_verb (&deed, use))
            break;
          if (scene->syntax->upos[i] == HEARSAY_UPOS_NOUN && (use & HEARSAY_DEED_CLASH))
            look_at_noun (&deed);
        }
}
