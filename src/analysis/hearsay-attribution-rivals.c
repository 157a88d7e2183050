/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-attribution-model.h"

/* Candidates are in text order, and a window reaches only so far: those near by are enough. */
#define MAX_NEIGHBOURS 24

/* What stands inside a statement with mostly the same content, or around it, stays where it is this sure. */
#define SURE_NESTED 0.45f

/**
 * hearsay_candidate_length:
 *
 * Returns: of how many tokens the content is
 */
guint
hearsay_candidate_length (const HearsayAttributionCandidate *candidate)
{
  guint length = 0;

  for (guint k = 0; k < candidate->n_contents; k++)
    length += candidate->contents[k].end - candidate->contents[k].start;
  return length;
}

static guint
shared_length (const HearsayAttributionCandidate *a,
               const HearsayAttributionCandidate *b)
{
  guint shared = 0;

  for (guint i = 0; i < a->n_contents; i++)
    for (guint k = 0; k < b->n_contents; k++)
      {
        guint32 start = MAX (a->contents[i].start, b->contents[k].start);
        guint32 end = MIN (a->contents[i].end, b->contents[k].end);

        shared += end > start ? end - start : 0;
      }
  return shared;
}

static gboolean
holds_cue (const HearsayAttributionCandidate *outer,
           const HearsayAttributionCandidate *inner)
{
  for (guint k = 0; k < outer->n_contents; k++)
    {
      if (outer->contents[k].start <= inner->cue.start && inner->cue.end <= outer->contents[k].end)
        return TRUE;
    }
  return FALSE;
}

/**
 * hearsay_candidate_company:
 * @candidates: (array length=n_candidates): of the whole text, by their cues
 * @company: (out): how the candidate @index lies to the others
 */
void
hearsay_candidate_company (const HearsayAttributionCandidate *candidates,
                           guint                              n_candidates,
                           guint                              index,
                           HearsayCandidateCompany           *company)
{
  const HearsayAttributionCandidate *own = &candidates[index];
  guint first = index > MAX_NEIGHBOURS ? index - MAX_NEIGHBOURS : 0;
  guint end = MIN (n_candidates, index + MAX_NEIGHBOURS + 1);
  guint length = hearsay_candidate_length (own);

  *company = (HearsayCandidateCompany) { 0 };
  for (guint k = first; k < end; k++)
    {
      const HearsayAttributionCandidate *other = &candidates[k];

      if (k == index)
        continue;
      if (holds_cue (other, own))
        {
          company->n_around++;
          company->p_around = MAX (company->p_around, other->p_cue);
        }
      if (holds_cue (own, other))
        company->n_inside++;
      if (shared_length (own, other) * 2 > length)
        {
          company->n_same++;
          company->p_same = MAX (company->p_same, other->p_cue);
        }
    }
}

/* Whether there is room for one of the two only: they have a part of the cue in common, or half of what both have as
 * content together. “Ann said that Bo said …” may well be both. */
static gboolean
excludes (const HearsayAttributionCandidate *surer,
          const HearsayAttributionCandidate *other)
{
  guint shared;

  if (surer->cue.start < other->cue.end && other->cue.start < surer->cue.end)
    return TRUE;
  shared = shared_length (surer, other);
  if (shared == 0 || shared * 3 < hearsay_candidate_length (surer) + hearsay_candidate_length (other))
    return FALSE;
  return other->confidence < SURE_NESTED || !(holds_cue (surer, other) || holds_cue (other, surer));
}

static int
compare_confidences (gconstpointer a,
                     gconstpointer b,
                     gpointer      user_data)
{
  const HearsayAttributionCandidate *all = user_data;
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  if (all[x].confidence != all[y].confidence)
    return all[x].confidence > all[y].confidence ? -1 : 1;
  return x < y ? -1 : x > y;
}

/**
 * hearsay_candidates_compete:
 * @candidates: (element-type HearsayAttributionCandidate): in text order, with their confidence
 *
 * Of candidates whose cues overlap, or whose contents are mostly the same, all but the surest are beaten.
 */
void
hearsay_candidates_compete (GArray *candidates)
{
  HearsayAttributionCandidate *all = (HearsayAttributionCandidate *) (gpointer) candidates->data;
  g_autoptr (GArray) order = g_array_sized_new (FALSE, FALSE, sizeof (guint), candidates->len);
  g_autofree guint8 *stands = g_new0 (guint8, (gsize) candidates->len + 1);

  for (guint i = 0; i < candidates->len; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_confidences, all);
  for (guint i = 0; i < order->len; i++)
    {
      guint own = g_array_index (order, guint, i);
      guint end = MIN (candidates->len, own + MAX_NEIGHBOURS + 1);

      for (guint k = own > MAX_NEIGHBOURS ? own - MAX_NEIGHBOURS : 0; k < end && !all[own].beaten; k++)
        all[own].beaten = stands[k] && excludes (&all[k], &all[own]);
      stands[own] = !all[own].beaten;
    }
}
