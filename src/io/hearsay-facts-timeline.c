/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "io/hearsay-facts-private.h"
#include "model/hearsay-naming.h"

static HearsayActorKind
actor_kind (HearsayNodeKind kind)
{
  switch (kind)
    {
    case HEARSAY_NODE_ORGANIZATION:
      return HEARSAY_ACTOR_ORGANIZATION;
    case HEARSAY_NODE_COUNTRY:
      return HEARSAY_ACTOR_COUNTRY;
    case HEARSAY_NODE_GROUP:
    case HEARSAY_NODE_ISSUE:
      return HEARSAY_ACTOR_GROUP;
    case HEARSAY_NODE_PERSON:
    default:
      return HEARSAY_ACTOR_PERSON;
    }
}

/* The stance that a mark shows: that toward @issue, else the first that is
 * sure; the engine puts the main target first. */
static const HearsayAnalysisStance *
find_stance (const HearsayAnalysis          *analysis,
             const HearsayAnalysisStatement *statement,
             const char                     *issue)
{
  for (guint i = 0; i < statement->n_stances; i++)
    {
      const HearsayAnalysisStance *stance = hearsay_analysis_stance (analysis, statement->first_stance + i);

      if (issue == NULL && stance->sure)
        return stance;
      if (issue != NULL && stance->target_is_issue &&
          g_ascii_strcasecmp (hearsay_analysis_issue (analysis, stance->target)->name, issue) == 0)
        return stance;
    }
  return NULL;
}

static GArray *
make_lanes (const HearsayFacts *self,
            gboolean            with_total,
            gint32             *lane_of)
{
  GArray *lanes = g_array_new (FALSE, TRUE, sizeof (HearsayTimelineLane));

  if (with_total)
    {
      HearsayTimelineLane total = {
        .name = _("All speakers"), .initials = g_strdup ("Σ"), .kind = HEARSAY_ACTOR_GROUP, .colour = -1, .group = -1, .is_total = TRUE,
      };

      g_array_append_val (lanes, total);
    }
  for (guint i = 0; i < self->statements->len; i++)
    {
      gint32 speaker = g_array_index (self->statements, HearsayFactsStatement, i).speaker;
      const HearsayNetworkEntity *entity;
      HearsayTimelineLane lane = { 0 };

      if (speaker < 0)
        continue;
      if (lane_of[speaker] < 0)
        {
          entity = &g_array_index (self->entities, HearsayNetworkEntity, speaker);
          lane_of[speaker] = (gint32) lanes->len;
          lane.name = (char *) entity->name;
          lane.kind = actor_kind (entity->kind);
          lane.initials = hearsay_naming_dup_initials (entity->name, lane.kind);
          lane.colour = entity->colour;
          g_array_append_val (lanes, lane);
        }
      g_array_index (lanes, HearsayTimelineLane, lane_of[speaker]).n_statements++;
      if (with_total)
        g_array_index (lanes, HearsayTimelineLane, 0).n_statements++;
    }
  return lanes;
}

static GArray *
make_publications (const HearsayFacts *self)
{
  GArray *publications = g_array_new (FALSE, TRUE, sizeof (HearsayTimelinePublication));

  for (guint i = 0; i < self->analyses->len; i++)
    {
      const HearsayAnalysis *analysis = g_ptr_array_index (self->analyses, i);
      HearsayTimelinePublication publication = { .day = HEARSAY_TIMELINE_NO_DAY, .minute = -1 };

      publication.publisher = (char *) analysis->publisher;
      if (hearsay_date_is_set (analysis->published))
        publication.day = hearsay_date_first_day (analysis->published);
      if (analysis->published.precision == HEARSAY_PRECISION_MINUTE)
        publication.minute = (gint16) (analysis->published.hour * 60 + analysis->published.minute);
      g_array_append_val (publications, publication);
    }
  return publications;
}

static GArray *
make_items (const HearsayFacts *self,
            const gint32       *lane_of,
            const char         *issue,
            gboolean            with_total)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (HearsayTimelineItem));

  for (guint i = 0; i < self->statements->len; i++)
    {
      const HearsayFactsStatement *row = &g_array_index (self->statements, HearsayFactsStatement, i);
      const HearsayAnalysisStatement *statement = hearsay_facts_get_statement (self, row);
      const HearsayAnalysisStance *stance = find_stance (hearsay_facts_get_analysis (self, row), statement, issue);
      HearsayTimelineItem item = { .statement = i, .publication = (gint32) row->analysis };

      if (row->speaker < 0)
        continue;
      item.lane = (guint32) lane_of[row->speaker];
      item.kind = statement->kind;
      item.position = stance != NULL && stance->sure ? stance->position : HEARSAY_POSITION_NEUTRAL;
      item.about_issue = issue == NULL || stance != NULL;
      item.doubt = stance != NULL ? (float) (1.0 - CLAMP (stance->confidence, 0.0, 1.0)) : 0.0f;
      hearsay_timeline_item_set_date (&item, statement->said_on);
      g_array_append_val (items, item);
      item.lane = 0;
      if (with_total)
        g_array_append_val (items, item);
    }
  return items;
}

/**
 * hearsay_facts_dup_timeline:
 * @issue: (nullable): name of the issue that positions are shown toward
 * @order: how the speakers are sorted
 * @with_total: whether a lane above the others holds what all of them said
 *
 * Returns: (transfer full): the statements whose speaker is known, a lane a speaker
 */
HearsayTimeline *
hearsay_facts_dup_timeline (const HearsayFacts *self,
                            const char         *issue,
                            HearsayLaneOrder    order,
                            gboolean            with_total)
{
  g_autofree gint32 *lane_of = NULL;
  g_autoptr (GArray) lanes = NULL;
  g_autoptr (GArray) publications = NULL;
  g_autoptr (GArray) items = NULL;
  HearsayTimeline *timeline;

  g_return_val_if_fail (self != NULL, NULL);

  lane_of = g_new (gint32, self->entities->len + 1);
  for (guint i = 0; i < self->entities->len; i++)
    lane_of[i] = -1;
  lanes = make_lanes (self, with_total, lane_of);
  publications = make_publications (self);
  items = make_items (self, lane_of, issue, with_total);
  timeline = hearsay_timeline_new ((const HearsayTimelineItem *) (gpointer) items->data, items->len,
                                   (const HearsayTimelineLane *) (gpointer) lanes->data, lanes->len,
                                   (const HearsayTimelinePublication *) (gpointer) publications->data,
                                   publications->len, issue, order);
  for (guint i = 0; i < lanes->len; i++)
    g_free (g_array_index (lanes, HearsayTimelineLane, i).initials);
  return timeline;
}

/**
 * hearsay_facts_find_main_issue:
 *
 * Returns: (transfer none) (nullable): name of the issue with the most stances;
 *   of several, the one met first
 */
const char *
hearsay_facts_find_main_issue (const HearsayFacts *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *main_issue = NULL;
  guint most = 0;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->analyses->len; i++)
    {
      const HearsayAnalysis *analysis = g_ptr_array_index (self->analyses, i);

      for (guint k = 0; k < analysis->stances->len; k++)
        {
          const HearsayAnalysisStance *stance = hearsay_analysis_stance (analysis, k);
          const char *name = stance->target_is_issue ? hearsay_analysis_issue (analysis, stance->target)->name : NULL;
          guint n = name != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, name)) + 1 : 0;

          if (name != NULL)
            g_hash_table_insert (counts, (gpointer) name, GUINT_TO_POINTER (n));
          if (n <= most)
            continue;
          most = n;
          main_issue = name;
        }
    }
  return main_issue;
}
