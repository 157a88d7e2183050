/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "network/hearsay-network-private.h"

/* Affiliations come from outside and may run in a circle. */
#define MAX_AFFILIATION_STEPS 16

/* A paragraph with more names is a list. */
#define MAX_NAMES_IN_PARAGRAPH 100

/**
 * HearsayCandidate:
 *
 * A statement on its way through the duplicates filter; @period is an article
 * or a number of days, weeks, months or years.
 */
typedef struct
{
  HearsayRow row;
  gint64 period;
  gint32 day;
  guint32 index;
} HearsayCandidate;

/**
 * hearsay_network_aggregate_entity:
 * @entity: index into the input's entities
 *
 * Returns: the entity that @entity counts as
 */
guint32
hearsay_network_aggregate_entity (const HearsayNetworkInput *input,
                                  HearsayAggregation         aggregation,
                                  guint32                    entity)
{
  HearsayNodeKind wanted = aggregation == HEARSAY_AGGREGATE_COUNTRY ? HEARSAY_NODE_COUNTRY : HEARSAY_NODE_ORGANIZATION;
  guint32 at = entity;

  if (aggregation == HEARSAY_AGGREGATE_NONE || input->entities[entity].kind == HEARSAY_NODE_ISSUE)
    return entity;
  for (guint step = 0; step < MAX_AFFILIATION_STEPS; step++)
    {
      if (input->entities[at].kind == wanted)
        return at;
      if (input->entities[at].affiliation < 0 || (guint) input->entities[at].affiliation >= input->n_entities)
        return entity;
      at = input->entities[at].affiliation;
    }
  return entity;
}

static gboolean
in_range (const HearsayNetworkOptions *options,
          HearsayDate                  said_on)
{
  if (options->first_day == G_MININT32 && options->last_day == G_MAXINT32)
    return TRUE;
  return hearsay_date_is_set (said_on) && hearsay_date_last_day (said_on) >= options->first_day
         && hearsay_date_first_day (said_on) <= options->last_day;
}

static gboolean
fits_type (HearsayNetworkType type,
           HearsayNodeKind    target)
{
  if (type == HEARSAY_NETWORK_POSITIONS || type == HEARSAY_NETWORK_AFFILIATION)
    return TRUE;
  return (type == HEARSAY_NETWORK_ISSUES) == (target == HEARSAY_NODE_ISSUE);
}

static gint64
period_of (HearsayDuplicates         duplicates,
           const HearsayNetworkFact *fact)
{
  gint32 day;

  if (duplicates == HEARSAY_DUPLICATES_RANGE)
    return 0;
  /* Articles lie below every calendar number, so that the two never meet. */
  if (duplicates == HEARSAY_DUPLICATES_ARTICLE || !hearsay_date_is_set (fact->said_on))
    return G_MININT64 + fact->article;
  day = hearsay_date_first_day (fact->said_on);
  switch (duplicates)
    {
    case HEARSAY_DUPLICATES_WEEK:
      /* Day 0, 1 January 1970, was a Thursday. */
      return ((gint64) day + 3 - (((gint64) day + 3) % 7 + 7) % 7) / 7;
    case HEARSAY_DUPLICATES_MONTH:
      return (gint64) fact->said_on.year * 12 + fact->said_on.month;
    case HEARSAY_DUPLICATES_YEAR:
      return fact->said_on.year;
    case HEARSAY_DUPLICATES_DAY:
    case HEARSAY_DUPLICATES_ALL:
    case HEARSAY_DUPLICATES_ARTICLE:
    case HEARSAY_DUPLICATES_RANGE:
    default:
      return day;
    }
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const HearsayCandidate *x = a;
  const HearsayCandidate *y = b;

  for (guint f = 0; f < HEARSAY_ROW_STATEMENT; f++)
    {
      if (x->row.field[f] != y->row.field[f])
        return x->row.field[f] < y->row.field[f] ? -1 : 1;
    }
  if (x->period != y->period)
    return x->period < y->period ? -1 : 1;
  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  return (x->index > y->index) - (x->index < y->index);
}

static int
compare_indices (gconstpointer a,
                 gconstpointer b)
{
  const HearsayCandidate *x = a;
  const HearsayCandidate *y = b;

  return (x->index > y->index) - (x->index < y->index);
}

/* Keeps the earliest of those that are the same in one period; the order stays. */
static void
drop_duplicates (GArray   *candidates,
                 gboolean  whatever_position)
{
  guint n_kept = 0;

  if (whatever_position)
    {
      for (guint i = 0; i < candidates->len; i++)
        g_array_index (candidates, HearsayCandidate, i).row.field[HEARSAY_ROW_POSITION] = 0;
    }
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    {
      const HearsayCandidate *one = &g_array_index (candidates, HearsayCandidate, i);
      const HearsayCandidate *last = n_kept > 0 ? &g_array_index (candidates, HearsayCandidate, n_kept - 1) : NULL;

      if (last != NULL && last->period == one->period
          && last->row.field[HEARSAY_ROW_SOURCE] == one->row.field[HEARSAY_ROW_SOURCE]
          && last->row.field[HEARSAY_ROW_TARGET] == one->row.field[HEARSAY_ROW_TARGET]
          && last->row.field[HEARSAY_ROW_POSITION] == one->row.field[HEARSAY_ROW_POSITION])
        continue;
      g_array_index (candidates, HearsayCandidate, n_kept++) = *one;
    }
  g_array_set_size (candidates, n_kept);
  g_array_sort (candidates, compare_indices);
}

static gboolean
take_fact (const HearsayNetworkBuild *self,
           const HearsayNetworkFact  *fact,
           HearsayRow                *row)
{
  const HearsayNetworkInput *input = self->input;
  const HearsayNetworkOptions *options = self->options;
  guint32 source;
  guint32 target;

  if (fact->holder >= input->n_entities || fact->target >= input->n_entities
      || (guint) fact->position >= HEARSAY_N_POSITIONS)
    return FALSE;
  source = hearsay_network_aggregate_entity (input, options->aggregation, fact->holder);
  target = hearsay_network_aggregate_entity (input, options->aggregation, fact->target);
  *row = (HearsayRow) { { source, target, fact->position, fact->statement } };
  return source != target && fits_type (options->type, input->entities[target].kind)
         && in_range (options, fact->said_on);
}

static void
take_facts (HearsayNetworkBuild *self)
{
  const HearsayNetworkInput *input = self->input;

  self->rows = g_new (HearsayRow, input->n_facts);
  for (guint i = 0; i < input->n_facts; i++)
    {
      if (take_fact (self, &input->facts[i], &self->rows[self->n_rows]))
        self->n_rows++;
    }
}

static void
take_facts_once (HearsayNetworkBuild *self)
{
  const HearsayNetworkInput *input = self->input;
  HearsayDuplicates duplicates = self->options->duplicates;
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (HearsayCandidate));
  gboolean whatever_position = self->options->type == HEARSAY_NETWORK_POSITIONS
                               && self->options->shared == HEARSAY_SHARED_IGNORE;

  for (guint i = 0; i < input->n_facts; i++)
    {
      const HearsayNetworkFact *fact = &input->facts[i];
      HearsayCandidate candidate = { .index = i };

      if (!take_fact (self, fact, &candidate.row))
        continue;
      candidate.period = period_of (duplicates, fact);
      candidate.day = hearsay_date_is_set (fact->said_on) ? hearsay_date_first_day (fact->said_on) : G_MAXINT32;
      g_array_append_val (candidates, candidate);
    }
  drop_duplicates (candidates, whatever_position);
  self->n_rows = candidates->len;
  self->rows = g_new (HearsayRow, candidates->len);
  for (guint i = 0; i < candidates->len; i++)
    self->rows[i] = g_array_index (candidates, HearsayCandidate, i).row;
}

/* Everybody with an affiliation is tied to it, with the statements it takes part in as the evidence. */
static void
turn_into_affiliations (HearsayNetworkBuild *self)
{
  const HearsayNetworkInput *input = self->input;
  gsize n_facts = self->n_rows;
  g_autofree HearsayRow *facts = g_steal_pointer (&self->rows);

  self->rows = g_new (HearsayRow, n_facts + input->n_entities);
  self->n_rows = 0;
  for (guint32 i = 0; i < input->n_entities; i++)
    {
      gint32 affiliation = input->entities[i].affiliation;

      if (affiliation >= 0 && (guint) affiliation < input->n_entities && (guint32) affiliation != i)
        self->rows[self->n_rows++] = (HearsayRow) { { i, affiliation, HEARSAY_POSITION_NEUTRAL, G_MAXUINT32 } };
    }
  for (gsize i = 0; i < n_facts; i++)
    {
      guint32 holder = facts[i].field[HEARSAY_ROW_SOURCE];
      gint32 affiliation = input->entities[holder].affiliation;

      if (affiliation >= 0 && (guint) affiliation < input->n_entities && (guint32) affiliation != holder)
        self->rows[self->n_rows++] = (HearsayRow) { { holder, affiliation, HEARSAY_POSITION_NEUTRAL,
                                                      facts[i].field[HEARSAY_ROW_STATEMENT] } };
    }
}

/* What neither does to the other has no direction: the two stand in the order of their numbers. */
static gboolean
is_mutual (HearsayRelationKind kind)
{
  return kind != HEARSAY_RELATION_CONFLICT;
}

/* Rows hold the kind in the position field. */
static void
take_relations (HearsayNetworkBuild *self)
{
  const HearsayNetworkInput *input = self->input;

  self->rows = g_new (HearsayRow, input->n_relations);
  for (guint i = 0; i < input->n_relations; i++)
    {
      const HearsayNetworkRelation *relation = &input->relations[i];
      guint32 from;
      guint32 to;

      if (relation->from >= input->n_entities || relation->to >= input->n_entities || relation->kind == HEARSAY_RELATION_ATTITUDE ||
          (guint) relation->kind >= HEARSAY_N_RELATION_KINDS || !in_range (self->options, relation->day))
        continue;
      from = hearsay_network_aggregate_entity (input, self->options->aggregation, relation->from);
      to = hearsay_network_aggregate_entity (input, self->options->aggregation, relation->to);
      if (from == to)
        continue;
      if (is_mutual (relation->kind) && from > to)
        self->rows[self->n_rows++] = (HearsayRow) { { to, from, relation->kind, relation->statement } };
      else
        self->rows[self->n_rows++] = (HearsayRow) { { from, to, relation->kind, relation->statement } };
    }
}

/* Rows hold paragraph numbers in the position field until paragraphs are numbered through. */
static void
take_mentions (HearsayNetworkBuild *self)
{
  static const guint order[] = { HEARSAY_ROW_TARGET, HEARSAY_ROW_POSITION, HEARSAY_ROW_SOURCE, HEARSAY_ROW_STATEMENT };
  const HearsayNetworkInput *input = self->input;

  self->rows = g_new (HearsayRow, input->n_mentions);
  for (guint i = 0; i < input->n_mentions; i++)
    {
      const HearsayNetworkMention *mention = &input->mentions[i];

      if (mention->entity >= input->n_entities || input->entities[mention->entity].kind == HEARSAY_NODE_ISSUE)
        continue;
      self->rows[self->n_rows++] = (HearsayRow) { {
        hearsay_network_aggregate_entity (input, self->options->aggregation, mention->entity),
        mention->article, mention->paragraph, mention->statement } };
    }
  hearsay_rows_sort (self->rows, self->n_rows, order, G_N_ELEMENTS (order));
}

/* Numbers the paragraphs and passes over those that are lists. */
static void
number_paragraphs (HearsayNetworkBuild *self)
{
  gsize n_kept = 0;
  guint32 paragraph = 0;

  for (gsize first = 0, next; first < self->n_rows; first = next)
    {
      const HearsayRow *head = &self->rows[first];
      guint32 article = head->field[HEARSAY_ROW_TARGET];
      guint32 number = head->field[HEARSAY_ROW_POSITION];
      guint n_names = 1;

      for (next = first + 1; next < self->n_rows && self->rows[next].field[HEARSAY_ROW_TARGET] == article
                             && self->rows[next].field[HEARSAY_ROW_POSITION] == number;
           next++)
        n_names += self->rows[next].field[HEARSAY_ROW_SOURCE] != self->rows[next - 1].field[HEARSAY_ROW_SOURCE];
      for (gsize i = first; i < next && n_names <= MAX_NAMES_IN_PARAGRAPH; i++)
        {
          HearsayRow row = self->rows[i];

          row.field[HEARSAY_ROW_TARGET] = paragraph;
          row.field[HEARSAY_ROW_POSITION] = HEARSAY_POSITION_NEUTRAL;
          self->rows[n_kept++] = row;
        }
      paragraph++;
    }
  self->n_rows = n_kept;
}

/* Counts the statements of each entity, whichever edges are shown of them. */
static void
count_said (HearsayNetworkBuild *self)
{
  static const guint by_statement[] = { HEARSAY_ROW_STATEMENT };
  gboolean two_ends = self->options->type == HEARSAY_NETWORK_ABOUT || self->options->type == HEARSAY_NETWORK_ISSUES ||
                      self->options->type == HEARSAY_NETWORK_FACTS;
  g_autofree guint32 *last = g_new (guint32, self->input->n_entities);

  hearsay_rows_sort (self->rows, self->n_rows, by_statement, 1);
  for (guint i = 0; i < self->input->n_entities; i++)
    last[i] = G_MAXUINT32;
  for (gsize i = 0; i < self->n_rows; i++)
    {
      guint32 statement = self->rows[i].field[HEARSAY_ROW_STATEMENT];

      for (guint end = HEARSAY_ROW_SOURCE; end <= (two_ends ? HEARSAY_ROW_TARGET : HEARSAY_ROW_SOURCE); end++)
        {
          guint32 entity = self->rows[i].field[end];

          if (last[entity] != statement)
            self->said[entity]++;
          last[entity] = statement;
        }
    }
}

static void
mark_present (HearsayNetworkBuild *self)
{
  const HearsayNetworkInput *input = self->input;
  HearsayAggregation aggregation = self->options->aggregation;

  for (guint i = 0; i < input->n_facts; i++)
    {
      if (input->facts[i].holder < input->n_entities)
        self->present[hearsay_network_aggregate_entity (input, aggregation, input->facts[i].holder)] = TRUE;
      if (input->facts[i].target < input->n_entities)
        self->present[hearsay_network_aggregate_entity (input, aggregation, input->facts[i].target)] = TRUE;
    }
  for (guint i = 0; i < input->n_mentions; i++)
    {
      if (input->mentions[i].entity < input->n_entities)
        self->present[hearsay_network_aggregate_entity (input, aggregation, input->mentions[i].entity)] = TRUE;
    }
  for (guint i = 0; i < input->n_entities; i++)
    {
      if (input->entities[i].kind == HEARSAY_NODE_ISSUE && self->options->type != HEARSAY_NETWORK_ISSUES)
        self->present[i] = FALSE;
    }
}

/**
 * hearsay_network_take_rows:
 *
 * Fills the build's rows with what counts after all filters, ordered by
 * statement, and counts each entity's statements.
 */
void
hearsay_network_take_rows (HearsayNetworkBuild *self)
{
  g_return_if_fail (self != NULL);

  if (self->options->isolates)
    mark_present (self);
  if (self->options->type == HEARSAY_NETWORK_TOGETHER)
    {
      take_mentions (self);
      number_paragraphs (self);
    }
  else if (self->options->type == HEARSAY_NETWORK_FACTS)
    {
      take_relations (self);
    }
  else if (self->options->duplicates != HEARSAY_DUPLICATES_ALL)
    {
      take_facts_once (self);
    }
  else
    {
      take_facts (self);
    }
  if (self->options->type == HEARSAY_NETWORK_AFFILIATION)
    turn_into_affiliations (self);
  count_said (self);
}
