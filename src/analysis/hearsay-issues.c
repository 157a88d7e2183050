/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-issues.h"

#include <string.h>

#include "analysis/hearsay-issue-nouns.h"
#include "analysis/hearsay-issues-private.h"

/* An article has at least this many issues where it has that many candidates at all. */
#define ENOUGH 3

/* Beyond those, an issue must be worth this share of the weightiest one. */
#define MIN_SHARE 0.2

/* A noun that comes back so often is what the article is about. */
#define MANY_MENTIONS 5

/* A thing that the title names and so many speak of is what they argue about, whatever it is. */
#define MANY_STATEMENTS 5
#define MANY_SPEAKERS 4

/*
 * “The tunnel”, “the night clinic”: all of it stands in the title, and several people speak of it; a single noun must
 * be on everybody's lips.
 */
static gboolean
is_subject (const HearsayIssueCandidate *candidate)
{
  gboolean alone = candidate->n_words == 1;

  return candidate->n_in_title == candidate->n_words && candidate->class != HEARSAY_ISSUE_CLASS_PERSON &&
         !(alone && candidate->class == HEARSAY_ISSUE_CLASS_GROUP) &&
         !(candidate->noun & (HEARSAY_ISSUE_NOUN_THIN | HEARSAY_ISSUE_NOUN_GENERAL)) &&
         candidate->n_statements >= (alone ? MANY_STATEMENTS : 2) && candidate->n_speakers >= (alone ? MANY_SPEAKERS : 2);
}

/* Those who argue are no issue. */
static gboolean
is_somebody (const HearsayIssueCandidate *candidate)
{
  return candidate->class == HEARSAY_ISSUE_CLASS_PERSON || candidate->class == HEARSAY_ISSUE_CLASS_GROUP;
}

/* What a noun alone is worth: a topic that comes back, or what the article is about by its title and all over. */
static double
worth_alone (const HearsayIssueCandidate *candidate,
             double                       value)
{
  if (candidate->class != HEARSAY_ISSUE_CLASS_ABSTRACT && !candidate->topic)
    return 0.0;
  if (candidate->noun & (HEARSAY_ISSUE_NOUN_THIN | HEARSAY_ISSUE_NOUN_GENERAL))
    return 0.0;
  if (candidate->topic)
    return candidate->n_statements > 0 && (candidate->n_statements >= 2 || candidate->n_mentions >= 3 || candidate->in_title) ? 0.5 * value : 0.0;
  return candidate->in_title && candidate->n_statements >= 2 && candidate->n_mentions >= MANY_MENTIONS ? 0.5 * value : 0.0;
}

/* What a noun with others before it is worth. */
static double
worth_together (const HearsayIssueSearch    *search,
                const HearsayIssueCandidate *candidate,
                double                       value)
{
  const HearsayIssueCandidate *bare = g_hash_table_lookup (search->by_key, candidate->head);
  guint n_bare = bare != NULL ? bare->n_mentions : 0;
  /* “The program” is spoken of again and again: what it is called once is what it is. */
  gboolean carried = (candidate->noun & HEARSAY_ISSUE_NOUN_GENERAL) && n_bare >= MANY_MENTIONS &&
                     (candidate->n_statements > 0 || candidate->in_title);

  if ((candidate->noun & HEARSAY_ISSUE_NOUN_THIN) && !candidate->of_nouns)
    return 0.0;
  if (candidate->topic)
    return candidate->n_statements > 0 && (candidate->n_mentions >= 2 || candidate->n_in_title == candidate->n_words) ? 2.0 + value : 0.0;
  if (candidate->class == HEARSAY_ISSUE_CLASS_CONCRETE && !candidate->in_title)
    return 0.0;
  return carried || (candidate->n_statements >= 2 && (candidate->n_mentions >= 3 || candidate->n_speakers >= 2)) ? 1.0 + value : 0.0;
}

/* 0 for what names nothing to argue about here. */
static double
find_worth (const HearsayIssueSearch    *search,
            const HearsayIssueCandidate *candidate)
{
  double value = candidate->n_statements + 0.3 * candidate->n_mentions + 1.5 * candidate->in_title;

  if (candidate->n_speakers > 1)
    value += candidate->n_speakers - 1;
  if (is_subject (candidate))
    return candidate->n_words == 1 ? 0.5 * value : 2.0 + value;
  if (is_somebody (candidate))
    return 0.0;
  return candidate->n_words == 1 ? worth_alone (candidate, value) : worth_together (search, candidate, value);
}

/* What may fill up where too little comes back word by word: a topic that is named once, in more than a word. */
static double
modest_worth (const HearsayIssueSearch    *search,
              const HearsayIssueCandidate *candidate)
{
  const HearsayIssueCandidate *bare = g_hash_table_lookup (search->by_key, candidate->head);

  if (candidate->n_words < 2 || is_somebody (candidate) || !candidate->topic || (candidate->noun & HEARSAY_ISSUE_NOUN_THIN) ||
      (candidate->n_statements < 1 && !candidate->in_title))
    return 0.0;
  return 0.5 + 0.1 * (bare != NULL ? bare->n_mentions : 0) + candidate->in_title;
}

static int
compare_worth (gconstpointer a,
               gconstpointer b)
{
  const HearsayIssueCandidate *x = *(const HearsayIssueCandidate *const *) a;
  const HearsayIssueCandidate *y = *(const HearsayIssueCandidate *const *) b;
  if (x->worth != y->worth)
    return x->worth > y->worth ? -1 : 1;
  return x->first != y->first ? (x->first < y->first ? -1 : 1) : (x->n_words > y->n_words ? -1 : x->n_words < y->n_words);
}

/* Whether all words of the shorter key stand in the longer one. */
static gboolean
says_the_same (const HearsayIssueCandidate *a,
               const HearsayIssueCandidate *b)
{
  const char *longer = strlen (a->key) > strlen (b->key) ? a->key : b->key;
  const char *shorter = longer == a->key ? b->key : a->key;

  return strcmp (a->head, b->head) == 0 && g_str_has_suffix (longer, shorter);
}

/* “Immunity” beside “immunity deals”. */
static gboolean
is_part_of (const HearsayIssueCandidate *candidate,
            const HearsayIssueCandidate *other)
{
  gsize n = strlen (candidate->key);

  return candidate->n_words == 1 && other->n_words > 1 && strncmp (other->key, candidate->key, n) == 0 && other->key[n] == ' ';
}

static void
take (HearsayIssues         *issues,
      GPtrArray             *chosen,
      HearsayIssueCandidate *candidate)
{
  for (guint k = 0; k < chosen->len; k++)
    {
      HearsayIssueCandidate *other = g_ptr_array_index (chosen, k);

      if (says_the_same (candidate, other) || is_part_of (candidate, other))
        {
          candidate->issue = other->issue;
          return;
        }
    }
  candidate->issue = (gint32) issues->names->len;
  g_ptr_array_add (issues->names, g_strdup (candidate->name));
  g_ptr_array_add (chosen, candidate);
}

static void
fill_up (HearsayIssueSearch *search,
         HearsayIssues      *issues,
         GPtrArray          *chosen)
{
  while (chosen->len < ENOUGH)
    {
      HearsayIssueCandidate *best = NULL;
      double most = 0;

      for (guint i = 0; i < search->candidates->len; i++)
        {
          HearsayIssueCandidate *candidate = g_ptr_array_index (search->candidates, i);
          double value = candidate->issue < 0 ? modest_worth (search, candidate) : 0;

          if (value > most)
            {
              most = value;
              best = candidate;
            }
        }
      if (best == NULL)
        return;
      take (issues, chosen, best);
    }
}

/* The best wordings, few, and no two of one thing. */
static void
choose (HearsayIssueSearch *search,
        HearsayIssues      *issues)
{
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  double limit;

  for (guint i = 0; i < search->candidates->len; i++)
    {
      HearsayIssueCandidate *candidate = g_ptr_array_index (search->candidates, i);

      candidate->worth = find_worth (search, candidate);
      g_ptr_array_add (ordered, candidate);
    }
  g_ptr_array_sort (ordered, compare_worth);
  limit = ordered->len > 0 ? MIN_SHARE * ((const HearsayIssueCandidate *) g_ptr_array_index (ordered, 0))->worth : 0;
  for (guint i = 0; i < ordered->len && chosen->len < HEARSAY_MAX_ISSUES; i++)
    {
      HearsayIssueCandidate *candidate = g_ptr_array_index (ordered, i);

      /* A given one's wording. */
      if (candidate->issue >= 0)
        continue;
      if (candidate->worth <= (chosen->len < ENOUGH ? 0.0 : limit))
        break;
      take (issues, chosen, candidate);
    }
  fill_up (search, issues, chosen);
  /* “The alliance” is the military alliance when no other one is spoken of. */
  for (guint k = 0; k < chosen->len; k++)
    {
      HearsayIssueCandidate *issue = g_ptr_array_index (chosen, k);
      HearsayIssueCandidate *bare = g_hash_table_lookup (search->by_key, issue->head);

      if (bare != NULL && bare->issue < 0 && (!(bare->noun & HEARSAY_ISSUE_NOUN_GENERAL) || bare->n_mentions >= MANY_MENTIONS))
        bare->issue = issue->issue;
    }
}

static void
append_mention (const HearsayIssueSearch    *search,
                HearsayIssues               *issues,
                guint32                      first,
                guint32                      last,
                const HearsayIssueCandidate *candidate,
                gboolean                     contrary)
{
  const HearsayText *text = search->closed->text;
  HearsayIssueMention mention = {
    .start = text->tokens[first].start,
    .end = text->tokens[last].end,
    .first = first,
    .last = last,
    .issue = candidate->issue,
    .contrary = contrary,
  };

  g_array_append_val (issues->mentions, mention);
}

/* Whether the noun that ends at @last names an issue. */
static gboolean
add_mention (const HearsayIssueSearch *search,
             HearsayIssues            *issues,
             guint32                   last)
{
  const HearsayText *text = search->closed->text;
  guint32 sentence_first = hearsay_text_sentence_of (text, last)->first_token;
  guint32 n = 0;

  while (n + 1 < HEARSAY_ISSUE_WORDS && last >= sentence_first + n + 1 && _hearsay_issue_search_can_modify (search, last - n - 1, last))
    n++;
  for (;; n--)
    {
      const HearsayIssueCandidate *candidate = _hearsay_issue_search_find (search, last - n, last);

      if (candidate != NULL && candidate->issue >= 0)
        {
          append_mention (search, issues, last - n, last, candidate, FALSE);
          return TRUE;
        }
      /* “Human rights” are no gay rights. */
      if (n == 0 || (n == 1 && candidate != NULL && (candidate->noun & HEARSAY_ISSUE_NOUN_GENERAL)))
        return FALSE;
    }
}

/* Whether a word of small letters may name an issue by itself, being no part of the mention before it. */
static gboolean
is_free (const HearsayIssueSearch *search,
         const HearsayIssues      *issues,
         guint32                   i)
{
  return (search->closed->text->tokens[i].flags & HEARSAY_TOKEN_LOWER) && search->closed->classes[i] == 0 &&
         (issues->mentions->len == 0 || g_array_index (issues->mentions, HearsayIssueMention, issues->mentions->len - 1).last < i);
}

/* “Alliance mode”: what the mode is one of. */
static gboolean
add_part (const HearsayIssueSearch *search,
          HearsayIssues            *issues,
          guint32                   i)
{
  const HearsayIssueCandidate *candidate;

  if (search->source->syntax == NULL || search->source->syntax->deprel[i] != HEARSAY_DEPREL_COMPOUND || !is_free (search, issues, i))
    return FALSE;
  candidate = _hearsay_issue_search_find (search, i, i);
  if (candidate == NULL || candidate->issue < 0)
    return FALSE;
  append_mention (search, issues, i, i, candidate, FALSE);
  return TRUE;
}

/* “Anti-tax rally”: what it is against. */
static void
add_side (const HearsayIssueSearch *search,
          HearsayIssues            *issues,
          guint32                   i)
{
  gboolean contrary = FALSE;
  const HearsayIssueCandidate *candidate = is_free (search, issues, i) ? _hearsay_issue_search_find_sided (search, i, &contrary) : NULL;

  if (candidate != NULL && candidate->issue >= 0)
    append_mention (search, issues, i, i, candidate, contrary);
}

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  const HearsayIssueMention *x = a;
  const HearsayIssueMention *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->end > y->end ? -1 : x->end < y->end;
}

/* In text order, and none that lies in another one: what people gave goes first, then the longer one says more. */
static void
tidy_mentions (HearsayIssues *issues,
               guint          n_given)
{
  guint n = 0;

  g_array_sort (issues->mentions, compare_mentions);
  for (guint i = 0; i < issues->mentions->len; i++)
    {
      HearsayIssueMention mention = g_array_index (issues->mentions, HearsayIssueMention, i);

      if (n > 0 && g_array_index (issues->mentions, HearsayIssueMention, n - 1).end > mention.start)
        {
          HearsayIssueMention *before = &g_array_index (issues->mentions, HearsayIssueMention, n - 1);

          if (mention.issue < (gint32) n_given && before->issue >= (gint32) n_given)
            *before = mention;
          continue;
        }
      g_array_index (issues->mentions, HearsayIssueMention, n++) = mention;
    }
  g_array_set_size (issues->mentions, n);
}

/**
 * hearsay_issues_find:
 * @closed: a text with its closed classes
 * @xpos: HearsayXpos of every token
 * @statements: of every token: the attribution in whose content it stands, or -1
 * @source: what else is known
 *
 * Finds what is argued about: the noun phrases that come back across statements,
 * joined over wordings, the best few.
 *
 * Returns: (transfer full): the issues, the weightiest first
 */
HearsayIssues *
hearsay_issues_find (const HearsayClosed      *closed,
                     const guint8             *xpos,
                     const gint32             *statements,
                     const HearsayIssueSource *source)
{
  HearsayIssues *self;
  HearsayIssueSearch search;
  guint n_given;

  g_return_val_if_fail (closed != NULL && xpos != NULL && statements != NULL && source != NULL, NULL);

  self = g_new0 (HearsayIssues, 1);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->mentions = g_array_new (FALSE, FALSE, sizeof (HearsayIssueMention));
  _hearsay_issue_search_init (&search, closed, xpos, statements, source);
  _hearsay_issue_search_run (&search);
  _hearsay_issue_search_take_given (&search, self);
  n_given = self->names->len;
  choose (&search, self);
  if (self->names->len > 0)
    for (guint32 i = 0; i < closed->text->n_tokens; i++)
      if (!(_hearsay_issue_search_can_head (&search, i) ? add_mention (&search, self, i) : add_part (&search, self, i)))
        add_side (&search, self, i);
  tidy_mentions (self, n_given);
  _hearsay_issue_search_clear (&search);
  return self;
}
