/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-facts.h"

#include <string.h>

#include "io/hearsay-facts-private.h"
#include "model/hearsay-name-key.h"
#include "model/hearsay-naming.h"

/* Entities of one article on their way into all articles' entities. */
typedef struct
{
  HearsayFacts *self;
  GHashTable *known; /* key → index + 1 */
  guint32 analysis;
  gint32 *actors;    /* entity of each actor of the article */
  gint32 *issues;
  gint32 n_colours;
} Builder;

const HearsayAnalysis *
hearsay_facts_get_analysis (const HearsayFacts          *self,
                            const HearsayFactsStatement *statement)
{
  return g_ptr_array_index (self->analyses, statement->analysis);
}

const HearsayAnalysisStatement *
hearsay_facts_get_statement (const HearsayFacts          *self,
                             const HearsayFactsStatement *statement)
{
  const HearsayAnalysis *analysis = hearsay_facts_get_analysis (self, statement);

  return hearsay_analysis_statement (analysis, statement->statement);
}

static HearsayNodeKind
node_kind (HearsayActorKind kind)
{
  switch (kind)
    {
    case HEARSAY_ACTOR_ORGANIZATION:
      return HEARSAY_NODE_ORGANIZATION;
    case HEARSAY_ACTOR_COUNTRY:
      return HEARSAY_NODE_COUNTRY;
    case HEARSAY_ACTOR_GROUP:
      return HEARSAY_NODE_GROUP;
    case HEARSAY_ACTOR_PERSON:
    default:
      return HEARSAY_NODE_PERSON;
    }
}

static HearsayActorKind
actor_kind (HearsayNodeKind kind)
{
  for (guint i = 0; i < HEARSAY_N_ACTOR_KINDS; i++)
    if (node_kind ((HearsayActorKind) i) == kind)
      return (HearsayActorKind) i;
  return HEARSAY_ACTOR_PERSON;
}

/* The same name and kind is the same entity in every article; a bare surname is nobody beyond its own. */
static guint32
add_entity (Builder        *builder,
            const char     *name,
            HearsayNodeKind kind,
            gboolean        bare)
{
  HearsayFacts *self = builder->self;
  g_autofree char *folded = kind == HEARSAY_NODE_ISSUE ? g_utf8_casefold (name, -1) : hearsay_name_dup_key (name, actor_kind (kind));
  g_autofree char *key = NULL;
  HearsayNetworkEntity entity = { .kind = kind, .affiliation = -1, .colour = -1 };
  guint known;

  key = bare ? g_strdup_printf ("%s:%s:%u", hearsay_node_kind_to_string (kind), folded, builder->analysis)
             : g_strdup_printf ("%s:%s", hearsay_node_kind_to_string (kind), folded);
  known = GPOINTER_TO_UINT (g_hash_table_lookup (builder->known, key));
  if (known > 0)
    return known - 1;
  entity.id = g_string_chunk_insert (self->strings, key);
  entity.name = g_string_chunk_insert (self->strings, name);
  g_array_append_val (self->entities, entity);
  g_hash_table_insert (builder->known, g_steal_pointer (&key), GUINT_TO_POINTER (self->entities->len));
  return self->entities->len - 1;
}

static void
add_entities (Builder               *builder,
              const HearsayAnalysis *analysis)
{
  for (guint i = 0; i < analysis->actors->len; i++)
    {
      const HearsayAnalysisActor *actor = hearsay_analysis_actor (analysis, i);
      gboolean bare = hearsay_naming_is_bare (actor->name, actor->kind);

      builder->actors[i] = (gint32) add_entity (builder, actor->name, node_kind (actor->kind), bare);
    }
  for (guint i = 0; i < analysis->actors->len; i++)
    {
      gint32 affiliation = hearsay_analysis_actor (analysis, i)->affiliation;
      HearsayNetworkEntity *entity = &g_array_index (builder->self->entities, HearsayNetworkEntity, builder->actors[i]);

      /* The first article that knows it decides. */
      if (affiliation >= 0 && (guint) affiliation < analysis->actors->len && entity->affiliation < 0 &&
          builder->actors[affiliation] != builder->actors[i])
        entity->affiliation = builder->actors[affiliation];
    }
  for (guint i = 0; i < analysis->issues->len; i++)
    builder->issues[i] = (gint32) add_entity (builder, hearsay_analysis_issue (analysis, i)->name, HEARSAY_NODE_ISSUE, FALSE);
}

static gint32
entity_of_actor (const Builder         *builder,
                 const HearsayAnalysis *analysis,
                 gint32                 actor)
{
  return actor >= 0 && (guint) actor < analysis->actors->len ? builder->actors[actor] : -1;
}

static void
add_stance (Builder                        *builder,
            const HearsayAnalysis          *analysis,
            const HearsayAnalysisStatement *statement,
            const HearsayAnalysisStance    *stance)
{
  HearsayFacts *self = builder->self;
  gint32 holder = entity_of_actor (builder, analysis, stance->holder >= 0 ? stance->holder : statement->speaker);
  gint32 target = -1;
  HearsayNetworkFact fact = { 0 };

  if (!stance->target_is_issue)
    target = entity_of_actor (builder, analysis, stance->target);
  else if (stance->target >= 0 && (guint) stance->target < analysis->issues->len)
    target = builder->issues[stance->target];
  if (holder < 0 || target < 0 || holder == target)
    return;
  fact.statement = self->statements->len - 1;
  fact.article = builder->analysis;
  fact.paragraph = statement->paragraph;
  fact.holder = (guint32) holder;
  fact.target = (guint32) target;
  fact.position = stance->sure ? stance->position : HEARSAY_POSITION_NEUTRAL;
  fact.said_on = statement->said_on;
  g_array_append_val (self->facts, fact);
}

static void
add_statements (Builder               *builder,
                const HearsayAnalysis *analysis)
{
  HearsayFacts *self = builder->self;

  for (guint i = 0; i < analysis->statements->len; i++)
    {
      const HearsayAnalysisStatement *statement = hearsay_analysis_statement (analysis, i);
      HearsayFactsStatement row = { builder->analysis, i, entity_of_actor (builder, analysis, statement->speaker) };

      g_array_append_val (self->statements, row);
      for (guint j = 0; j < statement->n_stances; j++)
        add_stance (builder, analysis, statement, hearsay_analysis_stance (analysis, statement->first_stance + j));
    }
}

/* Speakers get their place in the palette in the order of their first
 * statement, in each article persons before the others. */
static void
add_colours (Builder *builder,
             guint    first_statement)
{
  HearsayFacts *self = builder->self;

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = first_statement; i < self->statements->len; i++)
        {
          gint32 speaker = g_array_index (self->statements, HearsayFactsStatement, i).speaker;
          HearsayNetworkEntity *entity;

          if (speaker < 0)
            continue;
          entity = &g_array_index (self->entities, HearsayNetworkEntity, speaker);
          if (entity->colour < 0 && (pass == 1 || entity->kind == HEARSAY_NODE_PERSON))
            entity->colour = builder->n_colours++;
        }
    }
}

static void
add_mentions (Builder               *builder,
              const HearsayAnalysis *analysis,
              guint32                first_statement)
{
  g_autoptr (GArray) mentions = hearsay_analysis_list_mentions (analysis);

  for (guint i = 0; i < mentions->len; i++)
    {
      const HearsayAnalysisMention *found = &g_array_index (mentions, HearsayAnalysisMention, i);
      HearsayNetworkMention mention = {
        .entity = (guint32) (found->is_issue ? builder->issues : builder->actors)[found->entity],
        .article = builder->analysis,
        .paragraph = found->paragraph,
        .statement = found->statement != G_MAXUINT32 ? first_statement + found->statement : G_MAXUINT32,
      };

      g_array_append_val (builder->self->mentions, mention);
    }
}

static HearsayRelationKind
kind_of_agreement (const HearsayAnalysisAgreement *agreement)
{
  return agreement->same ? HEARSAY_RELATION_AGREEMENT : HEARSAY_RELATION_DISAGREEMENT;
}

static void
add_relation (Builder               *builder,
              const HearsayAnalysis *analysis,
              gint32                 from,
              gint32                 to,
              HearsayRelationKind    kind)
{
  gint32 source = entity_of_actor (builder, analysis, from);
  gint32 target = entity_of_actor (builder, analysis, to);
  HearsayNetworkRelation relation = { .statement = G_MAXUINT32, .kind = kind, .day = analysis->published };

  if (source < 0 || target < 0 || source == target)
    return;
  relation.from = (guint32) source;
  relation.to = (guint32) target;
  g_array_append_val (builder->self->relations, relation);
}

/* What the text states and is sure; attitudes are counted as stances. */
static void
add_relations (Builder               *builder,
               const HearsayAnalysis *analysis)
{
  for (guint i = 0; i < analysis->relations->len; i++)
    {
      const HearsayAnalysisRelation *relation = hearsay_analysis_relation (analysis, i);

      if (relation->kind != HEARSAY_RELATION_ATTITUDE && relation->sure)
        add_relation (builder, analysis, relation->from, relation->to, relation->kind);
    }
  for (guint i = 0; i < analysis->agreements->len; i++)
    {
      const HearsayAnalysisAgreement *agreement = hearsay_analysis_agreement (analysis, i);

      if (agreement->stated && agreement->sure)
        add_relation (builder, analysis, agreement->first, agreement->second, kind_of_agreement (agreement));
    }
}

static void
add_analysis (Builder               *builder,
              const HearsayAnalysis *analysis)
{
  guint first_statement = builder->self->statements->len;

  builder->actors = g_new0 (gint32, analysis->actors->len + 1);
  builder->issues = g_new0 (gint32, analysis->issues->len + 1);
  add_entities (builder, analysis);
  add_statements (builder, analysis);
  add_colours (builder, first_statement);
  add_mentions (builder, analysis, first_statement);
  add_relations (builder, analysis);
  g_clear_pointer (&builder->actors, g_free);
  g_clear_pointer (&builder->issues, g_free);
}

/**
 * hearsay_facts_new:
 * @analyses: (element-type HearsayAnalysis): articles; a reference to each is kept
 *
 * Brings the actors and issues of several articles together: the same name and
 * kind is the same entity, except for a bare surname.
 *
 * Returns: (transfer full): what networks and timelines are made from
 */
HearsayFacts *
hearsay_facts_new (GPtrArray *analyses)
{
  HearsayFacts *self;
  g_autoptr (GHashTable) known = NULL;
  Builder builder = { 0 };

  g_return_val_if_fail (analyses != NULL, NULL);

  self = g_new0 (HearsayFacts, 1);
  self->analyses = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_analysis_unref);
  self->entities = g_array_new (FALSE, TRUE, sizeof (HearsayNetworkEntity));
  self->facts = g_array_new (FALSE, TRUE, sizeof (HearsayNetworkFact));
  self->mentions = g_array_new (FALSE, TRUE, sizeof (HearsayNetworkMention));
  self->relations = g_array_new (FALSE, TRUE, sizeof (HearsayNetworkRelation));
  self->statements = g_array_new (FALSE, TRUE, sizeof (HearsayFactsStatement));
  self->strings = g_string_chunk_new (4096);
  known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  builder.self = self;
  builder.known = known;
  for (guint i = 0; i < analyses->len; i++)
    {
      HearsayAnalysis *analysis = g_ptr_array_index (analyses, i);

      g_ptr_array_add (self->analyses, hearsay_analysis_ref (analysis));
      builder.analysis = i;
      add_analysis (&builder, analysis);
    }
  return self;
}

void
hearsay_facts_free (HearsayFacts *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->analyses);
  g_array_unref (self->entities);
  g_array_unref (self->facts);
  g_array_unref (self->mentions);
  g_array_unref (self->relations);
  g_array_unref (self->statements);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * hearsay_facts_get_input:
 *
 * Returns: arrays that belong to @self
 */
HearsayNetworkInput
hearsay_facts_get_input (const HearsayFacts *self)
{
  HearsayNetworkInput input = { 0 };

  g_return_val_if_fail (self != NULL, input);

  input.entities = (const HearsayNetworkEntity *) (gconstpointer) self->entities->data;
  input.n_entities = self->entities->len;
  input.facts = (const HearsayNetworkFact *) (gconstpointer) self->facts->data;
  input.n_facts = self->facts->len;
  input.mentions = (const HearsayNetworkMention *) (gconstpointer) self->mentions->data;
  input.n_mentions = self->mentions->len;
  input.relations = (const HearsayNetworkRelation *) (gconstpointer) self->relations->data;
  input.n_relations = self->relations->len;
  return input;
}

/**
 * hearsay_facts_get_statements:
 * @n_statements: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_statements): all statements, by
 *   article and place; their indices are those of the network's statements
 */
const HearsayFactsStatement *
hearsay_facts_get_statements (const HearsayFacts *self,
                              guint              *n_statements)
{
  g_return_val_if_fail (self != NULL && n_statements != NULL, NULL);

  *n_statements = self->statements->len;
  return (const HearsayFactsStatement *) (gconstpointer) self->statements->data;
}
