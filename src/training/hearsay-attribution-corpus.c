/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-attribution-corpus.h"

#include <json-glib/json-glib.h>

#include "training/hearsay-corpus.h"

static void
document_free (gpointer data)
{
  HearsayAttributionDocument *self = data;

  g_clear_pointer (&self->tokens, hearsay_attribution_tokens_free);
  g_clear_pointer (&self->rules, hearsay_attributions_free);
  g_clear_pointer (&self->trees, hearsay_trees_free);
  g_clear_pointer (&self->text, hearsay_text_free);
  g_clear_pointer (&self->gold, g_array_unref);
  g_free (self->labels);
  g_free (self->string);
  g_free (self);
}

static guint
read_ranges (const HearsayText *text,
             JsonObject        *object,
             const char        *member,
             HearsayTokenRange *ranges,
             guint              max)
{
  JsonArray *spans = json_object_get_array_member (object, member);
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (spans) && n < max; i++)
    {
      JsonArray *span = json_array_get_array_element (spans, i);

      ranges[n] = hearsay_corpus_to_tokens (text, (guint32) json_array_get_int_element (span, 0),
                                            (guint32) json_array_get_int_element (span, 1));
      if (ranges[n].end > ranges[n].start)
        n++;
    }
  return n;
}

static void
read_gold (HearsayAttributionDocument *document,
           JsonArray                  *attributions)
{
  for (guint i = 0; i < json_array_get_length (attributions); i++)
    {
      JsonObject *object = json_array_get_object_element (attributions, i);
      HearsayGoldAttribution gold = { 0 };
      HearsayTokenRange cues[4];
      guint n_cues = read_ranges (document->text, object, "cue", cues, G_N_ELEMENTS (cues));

      if (n_cues > 0)
        gold.cue = (HearsayTokenRange) { cues[0].start, cues[n_cues - 1].end };
      gold.n_sources = read_ranges (document->text, object, "source", gold.sources, HEARSAY_CANDIDATE_MAX_SOURCES);
      gold.n_contents = read_ranges (document->text, object, "content", gold.contents, HEARSAY_CANDIDATE_MAX_CONTENTS);
      g_array_append_val (document->gold, gold);
    }
}

static void
mark (guint8           *labels,
      HearsayTokenRange range,
      guint             label)
{
  for (guint32 i = range.start; i < range.end; i++)
    labels[i] = (guint8) (i == range.start ? label : label + 1);
}

/* A token has one label: that of a cue before that of a source before that of a content. */
static void
fill_labels (HearsayAttributionDocument *document)
{
  document->labels = g_malloc0 ((gsize) document->text->n_tokens + 1);
  for (guint i = 0; i < document->gold->len; i++)
    {
      const HearsayGoldAttribution *gold = &g_array_index (document->gold, HearsayGoldAttribution, i);

      for (guint k = 0; k < gold->n_contents; k++)
        mark (document->labels, gold->contents[k], HEARSAY_CUE_STAGE_CONTENT);
    }
  for (guint i = 0; i < document->gold->len; i++)
    {
      const HearsayGoldAttribution *gold = &g_array_index (document->gold, HearsayGoldAttribution, i);

      for (guint k = 0; k < gold->n_sources; k++)
        mark (document->labels, gold->sources[k], HEARSAY_CUE_STAGE_SOURCE);
    }
  for (guint i = 0; i < document->gold->len; i++)
    mark (document->labels, g_array_index (document->gold, HearsayGoldAttribution, i).cue, HEARSAY_CUE_STAGE_CUE);
}

static gpointer
read_document (const char  *line,
               GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  HearsayAttributionDocument *document;
  JsonObject *object;

  if (!json_parser_load_from_data (parser, line, -1, error))
    return NULL;
  object = json_node_get_object (json_parser_get_root (parser));
  document = g_new0 (HearsayAttributionDocument, 1);
  document->string = g_strdup (json_object_get_string_member (object, "text"));
  document->text = hearsay_text_new (document->string, strlen (document->string));
  document->gold = g_array_new (FALSE, FALSE, sizeof (HearsayGoldAttribution));
  read_gold (document, json_object_get_array_member (object, "attributions"));
  fill_labels (document);
  return document;
}

/* On a thread of the pool: everything that the stages need to know of a document. */
static void
annotate (gpointer data,
          gpointer user_data)
{
  HearsayAttributionDocument *document = data;
  const HearsayGrammar *grammar = user_data;

  document->trees = hearsay_trees_new (grammar, document->text, NULL, NULL);
  document->rules = hearsay_attributions_find (document->text, document->trees->syntax.xpos, NULL, NULL);
  document->tokens = hearsay_attribution_tokens_new (document->text, &document->trees->syntax,
                                                     document->trees->traits, document->rules);
}

/**
 * hearsay_attribution_corpus_read:
 * @path: packed JSON lines, as ../shared/corpora/attribution has them
 *
 * Returns: (transfer full) (element-type HearsayAttributionDocument) (nullable):
 *   the documents, tagged and parsed, in the file's order
 */
GPtrArray *
hearsay_attribution_corpus_read (const char      *path,
                                 HearsayGrammar  *grammar,
                                 guint            n_threads,
                                 GError         **error)
{
  static const HearsayCorpusFormat format = { read_document, annotate, document_free };

  return hearsay_corpus_read (path, &format, grammar, n_threads, error);
}

static gboolean
is_word (const HearsayAttributionDocument *document,
         guint32                           token)
{
  return (document->text->tokens[token].flags & HEARSAY_TOKEN_WORD) != 0;
}

static double
content_overlap (const HearsayAttributionDocument  *document,
                 const HearsayGoldAttribution      *gold,
                 const HearsayAttributionCandidate *candidate)
{
  guint n_gold = 0;
  guint n_found = 0;
  guint n_both = 0;

  for (guint k = 0; k < gold->n_contents; k++)
    for (guint32 i = gold->contents[k].start; i < gold->contents[k].end; i++)
      n_gold += is_word (document, i);
  for (guint k = 0; k < candidate->n_contents; k++)
    for (guint32 i = candidate->contents[k].start; i < candidate->contents[k].end; i++)
      {
        n_found += is_word (document, i);
        for (guint g = 0; g < gold->n_contents; g++)
          {
            if (gold->contents[g].start <= i && i < gold->contents[g].end)
              {
                n_both += is_word (document, i);
                break;
              }
          }
      }
  return n_gold + n_found > n_both ? (double) n_both / (n_gold + n_found - n_both) : 0;
}

static gboolean
sources_agree (const HearsayGoldAttribution      *gold,
               const HearsayAttributionCandidate *candidate)
{
  if (gold->n_sources == 0 && candidate->n_sources == 0)
    return TRUE;
  for (guint i = 0; i < gold->n_sources; i++)
    for (guint k = 0; k < candidate->n_sources; k++)
      {
        if (gold->sources[i].start < candidate->sources[k].end && candidate->sources[k].start < gold->sources[i].end)
          return TRUE;
      }
  return FALSE;
}

typedef struct
{
  double overlap;
  guint candidate;
  guint gold;
} Pair;

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const Pair *x = a;
  const Pair *y = b;

  if (x->overlap != y->overlap)
    return x->overlap > y->overlap ? -1 : 1;
  if (x->candidate != y->candidate)
    return x->candidate < y->candidate ? -1 : 1;
  return x->gold < y->gold ? -1 : x->gold > y->gold;
}

/**
 * hearsay_attribution_corpus_match:
 * @right: (out) (array length=n_candidates): whether each candidate is paired with a gold attribution
 *
 * Pairs one to one, the best first: contents that share at least half of their
 * words, and sources that overlap or are both absent.
 */
void
hearsay_attribution_corpus_match (const HearsayAttributionDocument  *document,
                                  const HearsayAttributionCandidate *candidates,
                                  guint                              n_candidates,
                                  gboolean                          *right)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autofree gboolean *taken = g_new0 (gboolean, document->gold->len + 1);

  memset (right, 0, n_candidates * sizeof *right);
  for (guint i = 0; i < n_candidates; i++)
    for (guint k = 0; k < document->gold->len; k++)
      {
        const HearsayGoldAttribution *gold = &g_array_index (document->gold, HearsayGoldAttribution, k);
        const HearsayAttributionCandidate *own = &candidates[i];
        Pair pair = { 0, i, k };

        if (gold->n_contents == 0 || own->contents[own->n_contents - 1].end <= gold->contents[0].start ||
            own->contents[0].start >= gold->contents[gold->n_contents - 1].end || !sources_agree (gold, own))
          continue;
        pair.overlap = content_overlap (document, gold, own);
        if (pair.overlap >= 0.5)
          g_array_append_val (pairs, pair);
      }
  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      if (!right[pair->candidate] && !taken[pair->gold])
        right[pair->candidate] = taken[pair->gold] = TRUE;
    }
}

static void
add_ranges (const HearsayText       *text,
            const HearsayTokenRange *ranges,
            guint                    n_ranges,
            guint                    role,
            HearsayScoredStatement  *statement)
{
  for (guint k = 0; k < n_ranges; k++)
    {
      HearsaySpan span = hearsay_text_to_span (text, text->tokens[ranges[k].start].start, text->tokens[ranges[k].end - 1].end);

      hearsay_scored_statement_add (statement, role, span.start, span.end);
    }
}

static HearsayScoredStatement *
to_statement (const HearsayText       *text,
              const HearsayTokenRange *sources,
              guint                    n_sources,
              HearsayTokenRange        cue,
              const HearsayTokenRange *contents,
              guint                    n_contents)
{
  HearsayScoredStatement *statement = hearsay_scored_statement_new ();

  add_ranges (text, sources, n_sources, HEARSAY_SCORE_SOURCE, statement);
  add_ranges (text, &cue, cue.end > cue.start ? 1 : 0, HEARSAY_SCORE_CUE, statement);
  add_ranges (text, contents, n_contents, HEARSAY_SCORE_CONTENT, statement);
  return statement;
}

/**
 * hearsay_attribution_corpus_score:
 * @score: (inout): takes what is right of the document
 *
 * Scores candidates as statements are scored that the engine finds.
 */
void
hearsay_attribution_corpus_score (const HearsayAttributionDocument  *document,
                                  const HearsayAttributionCandidate *candidates,
                                  guint                              n_candidates,
                                  HearsayAttributionScore           *score)
{
  g_autoptr (GPtrArray) gold = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_scored_statement_free);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_scored_statement_free);
  g_autoptr (GArray) discard = g_array_new (FALSE, FALSE, sizeof (HearsaySpan));

  for (guint i = 0; i < document->gold->len; i++)
    {
      const HearsayGoldAttribution *own = &g_array_index (document->gold, HearsayGoldAttribution, i);

      g_ptr_array_add (gold, to_statement (document->text, own->sources, own->n_sources, own->cue, own->contents,
                                           own->n_contents));
    }
  for (guint i = 0; i < n_candidates; i++)
    {
      const HearsayAttributionCandidate *own = &candidates[i];

      g_ptr_array_add (found, to_statement (document->text, own->sources, own->n_sources, own->cue, own->contents,
                                            own->n_contents));
    }
  hearsay_attribution_score_add (score, document->string, gold, found, discard, NULL);
}
