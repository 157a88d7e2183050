/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-attribution-score.h"

#include "training/hearsay-scored-text.h"

#define MIN_JACCARD 0.5

/* A statement with its tidied spans and the words that they cover. */
typedef struct
{
  GArray *spans[HEARSAY_SCORE_N_ROLES]; /* HearsaySpan */
  GArray *words[HEARSAY_SCORE_N_ROLES]; /* guint32, rising */
  guint kind;
} Statement;

HearsayScoredStatement *
hearsay_scored_statement_new (void)
{
  HearsayScoredStatement *self = g_new0 (HearsayScoredStatement, 1);

  for (guint r = 0; r < HEARSAY_SCORE_N_ROLES; r++)
    self->spans[r] = g_array_new (FALSE, FALSE, sizeof (HearsaySpan));
  return self;
}

void
hearsay_scored_statement_free (HearsayScoredStatement *self)
{
  g_return_if_fail (self != NULL);

  for (guint r = 0; r < HEARSAY_SCORE_N_ROLES; r++)
    g_array_unref (self->spans[r]);
  g_free (self);
}

void
hearsay_scored_statement_add (HearsayScoredStatement *self,
                              guint                   role,
                              guint32                 start,
                              guint32                 end)
{
  HearsaySpan span = { start, end };

  g_return_if_fail (self != NULL && role < HEARSAY_SCORE_N_ROLES);

  g_array_append_val (self->spans[role], span);
}

static void
statement_free (gpointer data)
{
  Statement *self = data;

  for (guint r = 0; r < HEARSAY_SCORE_N_ROLES; r++)
    {
      g_array_unref (self->spans[r]);
      g_array_unref (self->words[r]);
    }
  g_free (self);
}

static Statement *
statement_new (const HearsayScoredText      *text,
               const HearsayScoredStatement *scored)
{
  Statement *self = g_new0 (Statement, 1);
  HearsayStatementKind kind;

  for (guint r = 0; r < HEARSAY_SCORE_N_ROLES; r++)
    {
      self->spans[r] = hearsay_scored_text_tidy (text, scored->spans[r]);
      self->words[r] = hearsay_scored_text_cover (text, self->spans[r]);
    }
  kind = hearsay_scored_text_find_kind (text, self->words[HEARSAY_SCORE_CONTENT]);
  self->kind = kind == HEARSAY_STATEMENT_DIRECT ? HEARSAY_SCORE_DIRECT
               : kind == HEARSAY_STATEMENT_MIXED ? HEARSAY_SCORE_MIXED
                                                 : HEARSAY_SCORE_INDIRECT;
  return self;
}

static guint
count_shared (const GArray *a,
              const GArray *b)
{
  guint n = 0;

  for (guint i = 0, k = 0; i < a->len && k < b->len;)
    {
      guint32 x = g_array_index (a, guint32, i);
      guint32 y = g_array_index (b, guint32, k);

      n += x == y;
      i += x <= y;
      k += y <= x;
    }
  return n;
}

static double
jaccard (const Statement *a,
         const Statement *b)
{
  const GArray *x = a->words[HEARSAY_SCORE_CONTENT];
  const GArray *y = b->words[HEARSAY_SCORE_CONTENT];
  guint shared = count_shared (x, y);

  return shared > 0 ? (double) shared / (x->len + y->len - shared) : 0;
}

static gboolean
same_source (const Statement *a,
             const Statement *b)
{
  const GArray *x = a->words[HEARSAY_SCORE_SOURCE];
  const GArray *y = b->words[HEARSAY_SCORE_SOURCE];

  return count_shared (x, y) > 0 || (x->len == 0 && y->len == 0);
}

typedef struct
{
  double likeness;
  guint found;
} Edge;

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  const Edge *x = a;
  const Edge *y = b;

  if (x->likeness != y->likeness)
    return x->likeness > y->likeness ? -1 : 1;
  return x->found < y->found ? -1 : x->found > y->found;
}

typedef struct
{
  GPtrArray *edges; /* GArray of Edge, of each gold statement */
  gint *owners;     /* of each found statement */
  gboolean *seen;
} Pairing;

/* Finds @gold a partner, moving others to theirs if need be. */
static gboolean
place (Pairing *self,
       guint    gold)
{
  const GArray *edges = g_ptr_array_index (self->edges, gold);

  for (guint i = 0; i < edges->len; i++)
    {
      guint found = g_array_index (edges, Edge, i).found;

      if (self->seen[found])
        continue;
      self->seen[found] = TRUE;
      if (self->owners[found] < 0 || place (self, (guint) self->owners[found]))
        {
          self->owners[found] = (gint) gold;
          return TRUE;
        }
    }
  return FALSE;
}

/* A largest pairing one to one: for each found statement the gold one, or -1. */
static gint *
pair_up (const GPtrArray *gold,
         const GPtrArray *found)
{
  Pairing self = { g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref), g_new (gint, found->len + 1), NULL };

  for (guint k = 0; k < found->len; k++)
    self.owners[k] = -1;
  for (guint i = 0; i < gold->len; i++)
    {
      GArray *edges = g_array_new (FALSE, FALSE, sizeof (Edge));

      for (guint k = 0; k < found->len; k++)
        {
          const Statement *a = g_ptr_array_index (gold, i);
          const Statement *b = g_ptr_array_index (found, k);
          Edge edge = { jaccard (a, b), k };

          if (edge.likeness >= MIN_JACCARD && same_source (a, b))
            g_array_append_val (edges, edge);
        }
      g_array_sort (edges, compare_edges);
      g_ptr_array_add (self.edges, edges);
    }
  for (guint i = 0; i < gold->len; i++)
    {
      g_autofree gboolean *seen = g_new0 (gboolean, found->len + 1);

      self.seen = seen;
      place (&self, i);
    }
  g_ptr_array_unref (self.edges);
  return self.owners;
}

/* The words, or the spans as numbers, of one role of all statements of a kind; each once. */
static GHashTable *
unite (const GPtrArray *statements,
       guint            kind,
       guint            role,
       gboolean         words)
{
  GHashTable *set = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < statements->len; i++)
    {
      const Statement *statement = g_ptr_array_index (statements, i);
      const GArray *items = words ? statement->words[role] : statement->spans[role];

      for (guint k = 0; (kind == HEARSAY_SCORE_ALL || kind == statement->kind) && k < items->len; k++)
        {
          const HearsaySpan *span = &g_array_index (items, HearsaySpan, words ? 0 : k);
          gint64 key = words ? g_array_index (items, guint32, k) : (gint64) span->start << 32 | span->end;

          g_hash_table_add (set, g_memdup2 (&key, sizeof key));
        }
    }
  return set;
}

static guint
count_in (GHashTable *items,
          GHashTable *set)
{
  GHashTableIter iter;
  gpointer key;
  guint n = 0;

  g_hash_table_iter_init (&iter, items);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    n += g_hash_table_contains (set, key);
  return n;
}

/* Counts what is of a kind on its own side against all on the other. */
static void
count_role (const GPtrArray *gold,
            const GPtrArray *found,
            guint            role,
            gboolean         words,
            HearsayHits      (*hits)[HEARSAY_SCORE_N_ROLES])
{
  g_autoptr (GHashTable) all_gold = unite (gold, HEARSAY_SCORE_ALL, role, words);
  g_autoptr (GHashTable) all_found = unite (found, HEARSAY_SCORE_ALL, role, words);

  for (guint kind = 0; kind < HEARSAY_SCORE_N_KINDS; kind++)
    {
      g_autoptr (GHashTable) own_gold = unite (gold, kind, role, words);
      g_autoptr (GHashTable) own_found = unite (found, kind, role, words);

      hits[kind][role].gold += g_hash_table_size (own_gold);
      hits[kind][role].gold_hit += count_in (own_gold, all_found);
      hits[kind][role].found += g_hash_table_size (own_found);
      hits[kind][role].found_hit += count_in (own_found, all_gold);
    }
}

static void
count_whole (HearsayAttributionScore *self,
             const GPtrArray         *gold,
             const GPtrArray         *found,
             const gint              *owners)
{
  for (guint i = 0; i < gold->len; i++)
    {
      self->whole[HEARSAY_SCORE_ALL].gold++;
      self->whole[((const Statement *) g_ptr_array_index (gold, i))->kind].gold++;
    }
  for (guint k = 0; k < found->len; k++)
    {
      guint kind = ((const Statement *) g_ptr_array_index (found, k))->kind;

      self->whole[HEARSAY_SCORE_ALL].found++;
      self->whole[kind].found++;
      if (owners[k] < 0)
        continue;
      self->whole[HEARSAY_SCORE_ALL].found_hit++;
      self->whole[HEARSAY_SCORE_ALL].gold_hit++;
      self->whole[kind].found_hit++;
      self->whole[((const Statement *) g_ptr_array_index (gold, owners[k]))->kind].gold_hit++;
    }
}

/**
 * hearsay_attribution_score_add:
 * @text: of one article
 * @gold: (element-type HearsayScoredStatement): as people found them
 * @found: (element-type HearsayScoredStatement): as they were found here
 * @discard: (element-type HearsaySpan): where what is found does not count
 * @right: (out) (array) (nullable): whether each of @found has a partner in @gold
 *
 * Adds one article. Spans are split at line breaks, trimmed, and joined where only
 * blanks are between them; statements without content are left out.
 */
void
hearsay_attribution_score_add (HearsayAttributionScore *self,
                               const char              *text,
                               const GPtrArray         *gold,
                               const GPtrArray         *found,
                               const GArray            *discard,
                               gboolean                *right)
{
  g_autoptr (HearsayScoredText) scored = hearsay_scored_text_new (text);
  g_autoptr (GArray) waste = hearsay_scored_text_cover (scored, discard);
  g_autoptr (GPtrArray) golds = g_ptr_array_new_with_free_func (statement_free);
  g_autoptr (GPtrArray) founds = g_ptr_array_new_with_free_func (statement_free);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gint *owners = NULL;

  g_return_if_fail (self != NULL && text != NULL && gold != NULL && found != NULL);

  for (guint i = 0; i < gold->len; i++)
    g_ptr_array_add (golds, statement_new (scored, g_ptr_array_index (gold, i)));
  for (guint i = 0; i < found->len; i++)
    {
      Statement *statement = statement_new (scored, g_ptr_array_index (found, i));
      const GArray *content = statement->words[HEARSAY_SCORE_CONTENT];

      if (right != NULL)
        right[i] = FALSE;
      if (count_shared (content, waste) == content->len)
        {
          statement_free (statement);
          continue;
        }
      g_ptr_array_add (founds, statement);
      g_array_append_val (numbers, i);
    }
  owners = pair_up (golds, founds);
  for (guint k = 0; right != NULL && k < founds->len; k++)
    right[g_array_index (numbers, guint, k)] = owners[k] >= 0;
  for (guint r = 0; r < HEARSAY_SCORE_N_ROLES; r++)
    {
      count_role (golds, founds, r, FALSE, self->exact);
      count_role (golds, founds, r, TRUE, self->overlap);
    }
  count_whole (self, golds, founds, owners);
}

static double
share (guint part,
       guint all)
{
  return all > 0 ? (double) part / all : 0;
}

double
hearsay_hits_get_precision (const HearsayHits *self)
{
  return share (self->found_hit, self->found);
}

double
hearsay_hits_get_recall (const HearsayHits *self)
{
  return share (self->gold_hit, self->gold);
}

double
hearsay_hits_get_f1 (const HearsayHits *self)
{
  double precision = hearsay_hits_get_precision (self);
  double recall = hearsay_hits_get_recall (self);

  return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
}
