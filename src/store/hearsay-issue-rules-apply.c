/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-issue-rules.h"

#include "model/hearsay-wording-finder.h"

/* Nothing is known of a position but that its issue is spoken of: each of the three is as likely. */
#define UNKNOWN_CONFIDENCE (1.0f / 3.0f)

/* @owners: of every issue of the analysis: its number among those shown, or -1
 * @matches: HearsayWordingMatch, in text order
 * @match_issues: of every match: its number among those shown */
typedef struct
{
  HearsayIssueRules *rules;
  HearsayStoreRecord *record;
  HearsayAnalysis *shown;
  GPtrArray *ids;
  GHashTable *numbers;
  GArray *owners;
  GArray *matches;
  GArray *match_issues;
} Work;

/* The number of an issue among those shown; it gets one when it is first met. */
static gint32
number_issue (Work       *work,
              const char *id,
              const char *name)
{
  gpointer found = g_hash_table_lookup (work->numbers, id);
  g_autofree char *label = NULL;
  HearsayAnalysisIssue issue = { 0 };

  if (found != NULL)
    return GPOINTER_TO_INT (found) - 1;
  label = g_strdup_printf ("i%u", work->shown->issues->len + 1);
  issue.id = hearsay_analysis_intern (work->shown, label);
  issue.name = hearsay_analysis_intern (work->shown, name);
  g_array_append_val (work->shown->issues, issue);
  g_ptr_array_add (work->ids, g_strdup (id));
  g_hash_table_insert (work->numbers, g_ptr_array_index (work->ids, work->ids->len - 1),
                       GINT_TO_POINTER (work->shown->issues->len));
  return (gint32) work->shown->issues->len - 1;
}

/* What the machine found is what people call it; what they deleted is nothing. */
static void
find_owners (Work *work)
{
  const HearsayAnalysis *analysis = work->record->analysis;

  for (guint i = 0; i < analysis->issues->len; i++)
    {
      const HearsayAnalysisIssue *issue = hearsay_analysis_issue (analysis, i);
      const char *id = g_ptr_array_index (work->record->issue_ids, i);
      const HearsayIssueRow *row = hearsay_issue_rules_find (work->rules, issue->name);
      gint32 number = -1;

      if (row == NULL)
        row = hearsay_issue_rules_get (work->rules, id);
      if (row == NULL)
        number = number_issue (work, id, issue->name);
      else if (row->state != HEARSAY_ISSUE_REMOVED)
        number = number_issue (work, row->id, row->name);
      g_array_append_val (work->owners, number);
    }
  for (guint i = 0; i < work->matches->len; i++)
    {
      const HearsayIssueRow *row = g_array_index (work->matches, HearsayWordingMatch, i).data;
      gint32 number = number_issue (work, row->id, row->name);

      g_array_append_val (work->match_issues, number);
    }
}

/* The first match that ends behind @offset. */
static guint
find_match (const Work *work,
            guint32     offset)
{
  guint low = 0;
  guint high = work->matches->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (work->matches, HearsayWordingMatch, middle).span.end > offset)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/* The issue that people have given some words of the machine's mention, or -1. */
static gint32
find_claim (const Work  *work,
            HearsaySpan  mention)
{
  guint i = find_match (work, mention.start);

  if (i < work->matches->len && hearsay_span_overlaps (g_array_index (work->matches, HearsayWordingMatch, i).span, mention))
    return g_array_index (work->match_issues, gint32, i);
  return -1;
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const HearsaySpan *x = a;
  const HearsaySpan *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->end > y->end ? -1 : x->end < y->end;
}

static void
add_mentions (Work   *work,
              gint32  number,
              GArray *spans)
{
  guint n = 0;

  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++)
    {
      HearsaySpan span = g_array_index (spans, HearsaySpan, i);

      if (n == 0 || !hearsay_span_overlaps (span, g_array_index (spans, HearsaySpan, n - 1)))
        g_array_index (spans, HearsaySpan, n++) = span;
    }
  hearsay_analysis_issue (work->shown, number)->mentions =
    hearsay_analysis_add_spans (work->shown, (const HearsaySpan *) (gpointer) spans->data, n);
}

/* The machine's mentions, but for those whose words are another issue's, and the words that people gave. */
static void
place_mentions (Work *work)
{
  const HearsayAnalysis *analysis = work->record->analysis;
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < work->shown->issues->len; i++)
    g_ptr_array_add (lists, g_array_new (FALSE, FALSE, sizeof (HearsaySpan)));
  for (guint i = 0; i < analysis->issues->len; i++)
    {
      HearsaySpanRange range = hearsay_analysis_issue (analysis, i)->mentions;
      const HearsaySpan *spans = hearsay_analysis_get_spans (analysis, range);
      gint32 owner = g_array_index (work->owners, gint32, i);

      for (guint k = 0; owner >= 0 && k < range.n; k++)
        {
          gint32 claim = find_claim (work, spans[k]);

          if (claim < 0 || claim == owner)
            g_array_append_val (g_ptr_array_index (lists, owner), spans[k]);
        }
    }
  for (guint i = 0; i < work->matches->len; i++)
    g_array_append_val (g_ptr_array_index (lists, g_array_index (work->match_issues, gint32, i)),
                        g_array_index (work->matches, HearsayWordingMatch, i).span);
  for (guint i = 0; i < lists->len; i++)
    add_mentions (work, (gint32) i, g_ptr_array_index (lists, i));
}

/* Whose the machine's issue is within a statement: another one's where all its words there are that one's. */
static gint32
find_target (const Work                     *work,
             const HearsayAnalysisStatement *statement,
             gint32                          issue)
{
  const HearsayAnalysis *analysis = work->record->analysis;
  HearsaySpanRange range = hearsay_analysis_issue (analysis, issue)->mentions;
  const HearsaySpan *mentions = hearsay_analysis_get_spans (analysis, range);
  const HearsaySpan *contents = hearsay_analysis_get_spans (analysis, statement->content);
  gint32 owner = g_array_index (work->owners, gint32, issue);
  gint32 other = -1;

  for (guint i = 0; i < range.n && work->matches->len > 0; i++)
    for (guint k = 0; k < statement->content.n; k++)
      if (hearsay_span_overlaps (mentions[i], contents[k]))
        {
          other = find_claim (work, mentions[i]);
          if (other < 0 || other == owner)
            return owner;
        }
  return other >= 0 ? other : owner;
}

static HearsayAnalysisStance *
find_stance (Work   *work,
             guint   first,
             gint32  issue,
             gint32  holder,
             gboolean any_holder)
{
  for (guint i = first; i < work->shown->stances->len; i++)
    {
      HearsayAnalysisStance *stance = hearsay_analysis_stance (work->shown, i);

      if (stance->target_is_issue && stance->target == issue && (any_holder || stance->holder == holder))
        return stance;
    }
  return NULL;
}

/* Of two positions on what is now one issue the surer one. */
static void
keep_stance (Work                        *work,
             guint                        first,
             const HearsayAnalysisStance *stance)
{
  HearsayAnalysisStance *other = stance->target_is_issue
    ? find_stance (work, first, stance->target, stance->holder, FALSE) : NULL;

  if (other == NULL)
    g_array_append_vals (work->shown->stances, stance, 1);
  else if (stance->sure > other->sure || (stance->sure == other->sure && stance->confidence > other->confidence))
    *other = *stance;
}

/* No claim without its words: an issue that is only named gets a position that nobody knows. */
static void
link_matches (Work                           *work,
              const HearsayAnalysisStatement *statement,
              guint                           first)
{
  const HearsaySpan *contents = hearsay_analysis_get_spans (work->record->analysis, statement->content);

  for (guint k = 0; k < statement->content.n; k++)
    for (guint i = find_match (work, contents[k].start); i < work->matches->len; i++)
      {
        HearsayAnalysisStance stance = {
          .target = g_array_index (work->match_issues, gint32, i),
          .target_is_issue = TRUE,
          .holder = -1,
          .position = HEARSAY_POSITION_NEUTRAL,
          .confidence = UNKNOWN_CONFIDENCE,
          .evidence = g_array_index (work->matches, HearsayWordingMatch, i).span,
        };

        if (stance.evidence.start >= contents[k].end)
          break;
        if (find_stance (work, first, stance.target, -1, TRUE) == NULL)
          g_array_append_val (work->shown->stances, stance);
      }
}

static void
place_stances (Work *work)
{
  const HearsayAnalysis *analysis = work->record->analysis;

  g_array_set_size (work->shown->stances, 0);
  for (guint i = 0; i < analysis->statements->len; i++)
    {
      const HearsayAnalysisStatement *found = hearsay_analysis_statement (analysis, i);
      HearsayAnalysisStatement *statement = hearsay_analysis_statement (work->shown, i);
      guint first = work->shown->stances->len;

      for (guint k = 0; k < found->n_stances; k++)
        {
          HearsayAnalysisStance stance = *hearsay_analysis_stance (analysis, found->first_stance + k);

          if (stance.target_is_issue && stance.target >= 0 && stance.target < (gint32) analysis->issues->len)
            stance.target = find_target (work, found, stance.target);
          if (stance.target >= 0)
            keep_stance (work, first, &stance);
        }
      link_matches (work, found, first);
      statement->first_stance = first;
      statement->n_stances = work->shown->stances->len - first;
    }
}

/* Whether two issues that are one now had both the same to say. */
static gboolean
has_agreement (const Work                     *work,
               const HearsayAnalysisAgreement *agreement)
{
  for (guint i = 0; i < work->shown->agreements->len; i++)
    {
      const HearsayAnalysisAgreement *other = hearsay_analysis_agreement (work->shown, i);

      if (other->first == agreement->first && other->second == agreement->second && other->issue == agreement->issue &&
          other->same == agreement->same)
        return TRUE;
    }
  return FALSE;
}

static void
place_agreements (Work *work)
{
  const GArray *agreements = work->record->analysis->agreements;

  g_array_set_size (work->shown->agreements, 0);
  for (guint i = 0; i < agreements->len; i++)
    {
      HearsayAnalysisAgreement agreement = g_array_index (agreements, HearsayAnalysisAgreement, i);

      if (agreement.issue >= (gint32) work->owners->len)
        continue;
      if (agreement.issue >= 0)
        {
          agreement.issue = g_array_index (work->owners, gint32, agreement.issue);
          if (agreement.issue < 0 || has_agreement (work, &agreement))
            continue;
        }
      g_array_append_val (work->shown->agreements, agreement);
    }
}

/* Whether people see just what the machine found. */
static gboolean
is_unchanged (const Work *work)
{
  const HearsayAnalysis *analysis = work->record->analysis;

  if (work->matches->len > 0 || work->shown->issues->len != analysis->issues->len)
    return FALSE;
  for (guint i = 0; i < analysis->issues->len; i++)
    if (g_array_index (work->owners, gint32, i) != (gint32) i ||
        !g_str_equal (hearsay_analysis_issue (work->shown, i)->name, hearsay_analysis_issue (analysis, i)->name))
      return FALSE;
  return TRUE;
}

/* Which issues of the collection the machine's are now; those that were deleted stay with theirs. */
static void
note_owners (Work *work)
{
  g_autoptr (GPtrArray) owners = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < work->owners->len; i++)
    {
      gint32 owner = g_array_index (work->owners, gint32, i);
      const HearsayIssueRow *row = hearsay_issue_rules_find (work->rules, hearsay_analysis_issue (work->record->analysis, i)->name);

      g_ptr_array_add (owners, g_strdup (owner >= 0 ? g_ptr_array_index (work->ids, owner)
                                                    : row != NULL ? row->id : g_ptr_array_index (work->record->issue_ids, i)));
    }
  g_ptr_array_unref (work->record->issue_ids);
  work->record->issue_ids = g_steal_pointer (&owners);
}

/**
 * hearsay_issue_rules_apply:
 * @record: with the machine's analysis and the ids of its issues, which are brought up to date
 *
 * Makes of what the machine found what people shall see: issues by the names
 * they gave them, what they merged as one, what they deleted not at all, and the
 * wordings they gave wherever a statement has them. The analysis stays as it is.
 */
void
hearsay_issue_rules_apply (HearsayIssueRules  *self,
                           HearsayStoreRecord *record)
{
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GHashTable) numbers = NULL;
  g_autoptr (GArray) owners = NULL;
  g_autoptr (GArray) match_issues = NULL;
  g_autoptr (GArray) matches = NULL;
  g_autoptr (HearsayAnalysis) shown = NULL;
  Work work;

  g_return_if_fail (self != NULL && record != NULL);

  shown = hearsay_analysis_copy (record->analysis);
  g_array_set_size (shown->issues, 0);
  ids = g_ptr_array_new_with_free_func (g_free);
  numbers = g_hash_table_new (g_str_hash, g_str_equal);
  owners = g_array_new (FALSE, FALSE, sizeof (gint32));
  match_issues = g_array_new (FALSE, FALSE, sizeof (gint32));
  matches = hearsay_issue_rules_scan (self, record->analysis->text);
  work = (Work) { self, record, shown, ids, numbers, owners, matches, match_issues };
  find_owners (&work);
  place_mentions (&work);
  place_stances (&work);
  place_agreements (&work);
  note_owners (&work);
  if (is_unchanged (&work))
    hearsay_store_record_show (record, record->analysis, record->issue_ids);
  else
    hearsay_store_record_show (record, shown, ids);
}

/**
 * hearsay_issue_rules_show:
 * @record: with the machine's analysis and the ids of its issues as they are now
 *
 * As hearsay_issue_rules_apply(), at no cost where nobody has decided anything.
 */
void
hearsay_issue_rules_show (HearsayIssueRules  *self,
                          HearsayStoreRecord *record)
{
  g_return_if_fail (self != NULL && record != NULL);

  if (hearsay_issue_rules_are_plain (self))
    hearsay_store_record_show (record, record->analysis, record->issue_ids);
  else
    hearsay_issue_rules_apply (self, record);
}
