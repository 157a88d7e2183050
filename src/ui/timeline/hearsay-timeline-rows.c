/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n.h>

#include "ui/timeline/hearsay-timeline-rows.h"

typedef struct
{
  GHashTable *lane_places;    /* speaker → lane + 1 */
  GHashTable *article_places; /* article → publication + 1 */
  GArray *items;
  GArray *lanes;
  GArray *publications;
} Builder;

/* One lane stands for all statements whose speaker is not known. */
static guint32
find_lane (Builder      *builder,
           HearsayActor *speaker)
{
  gpointer place = g_hash_table_lookup (builder->lane_places, speaker);

  if (place == NULL)
    {
      HearsayTimelineLane lane = {
        .name = (char *) (speaker != NULL ? hearsay_actor_get_name (speaker) : _("Unknown speaker")),
        .initials = (char *) (speaker != NULL ? hearsay_actor_get_initials (speaker) : "?"),
        .kind = speaker != NULL ? hearsay_actor_get_kind (speaker) : HEARSAY_ACTOR_PERSON,
        .colour = speaker != NULL ? hearsay_actor_get_colour (speaker) : -1,
      };

      g_array_append_val (builder->lanes, lane);
      place = GUINT_TO_POINTER (builder->lanes->len);
      g_hash_table_insert (builder->lane_places, speaker, place);
    }
  return GPOINTER_TO_UINT (place) - 1;
}

static gint32
find_publication (Builder        *builder,
                  HearsayArticle *article)
{
  gpointer place = g_hash_table_lookup (builder->article_places, article);

  if (place == NULL)
    {
      HearsayDate date = hearsay_article_get_published (article);
      const char *publisher = hearsay_article_get_publisher (article);
      HearsayTimelinePublication publication = {
        .publisher = (char *) (publisher != NULL ? publisher : hearsay_article_get_display_title (article)),
        .day = hearsay_date_is_set (date) ? hearsay_date_first_day (date) : HEARSAY_TIMELINE_NO_DAY,
        .minute = (gint16) (date.precision == HEARSAY_PRECISION_MINUTE ? date.hour * 60 + date.minute : -1),
      };

      g_array_append_val (builder->publications, publication);
      place = GUINT_TO_POINTER (builder->publications->len);
      g_hash_table_insert (builder->article_places, article, place);
    }
  return (gint32) GPOINTER_TO_UINT (place) - 1;
}

/* The stance toward @target, or the main one when none is chosen. */
static gboolean
find_position (HearsayStatement *statement,
               gpointer          target,
               HearsayPosition  *position)
{
  GListModel *stances = hearsay_statement_get_stances (statement);

  *position = HEARSAY_POSITION_NEUTRAL;
  if (target == NULL)
    {
      HearsayStance *stance = hearsay_statement_get_main_stance (statement);

      if (stance != NULL)
        *position = hearsay_stance_get_shown_position (stance);
      return TRUE;
    }
  for (guint i = 0; i < g_list_model_get_n_items (stances); i++)
    {
      g_autoptr (HearsayStance) stance = g_list_model_get_item (stances, i);

      if (hearsay_stance_get_target (stance) != target)
        continue;
      *position = hearsay_stance_get_shown_position (stance);
      return TRUE;
    }
  return FALSE;
}

static void
add_statement (Builder          *builder,
               HearsayStatement *statement,
               guint32           row,
               gpointer          target)
{
  HearsayArticle *article = hearsay_statement_get_article (statement);
  HearsayTimelineItem item = { .statement = row, .publication = -1 };

  item.lane = find_lane (builder, hearsay_statement_get_speaker (statement));
  g_array_index (builder->lanes, HearsayTimelineLane, item.lane).n_statements++;
  if (article != NULL)
    item.publication = find_publication (builder, article);
  item.kind = hearsay_statement_get_kind (statement);
  hearsay_timeline_item_set_date (&item, hearsay_statement_get_said_on (statement));
  item.about_issue = find_position (statement, target, &item.position);
  g_array_append_val (builder->items, item);
}

static const char *
target_name (gpointer target)
{
  if (HEARSAY_IS_ISSUE (target))
    return hearsay_issue_get_name (target);
  return HEARSAY_IS_ACTOR (target) ? hearsay_actor_get_name (target) : NULL;
}

/**
 * hearsay_timeline_rows_new:
 * @statements: of HearsayStatement; items count them by position
 * @target: (nullable): the issue or actor that stances are shown for
 *
 * Returns: (transfer full): the statements as a timeline shows them
 */
HearsayTimeline *
hearsay_timeline_rows_new (GListModel       *statements,
                           gpointer          target,
                           HearsayLaneOrder  order)
{
  Builder builder;
  HearsayTimeline *timeline;

  g_return_val_if_fail (G_IS_LIST_MODEL (statements), NULL);

  builder.lane_places = g_hash_table_new (NULL, NULL);
  builder.article_places = g_hash_table_new (NULL, NULL);
  builder.items = g_array_new (FALSE, FALSE, sizeof (HearsayTimelineItem));
  builder.lanes = g_array_new (FALSE, FALSE, sizeof (HearsayTimelineLane));
  builder.publications = g_array_new (FALSE, FALSE, sizeof (HearsayTimelinePublication));
  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (HearsayStatement) statement = g_list_model_get_item (statements, i);

      add_statement (&builder, statement, i, target);
    }
  timeline = hearsay_timeline_new ((HearsayTimelineItem *) builder.items->data, builder.items->len,
                                   (HearsayTimelineLane *) builder.lanes->data, builder.lanes->len,
                                   (HearsayTimelinePublication *) builder.publications->data, builder.publications->len,
                                   target_name (target), order);
  g_hash_table_unref (builder.lane_places);
  g_hash_table_unref (builder.article_places);
  g_array_unref (builder.items);
  g_array_unref (builder.lanes);
  g_array_unref (builder.publications);
  return timeline;
}

/**
 * hearsay_timeline_rows_find_main:
 *
 * Returns: (transfer none) (nullable): the issue with the most stances; of
 *   several, the one met first
 */
gpointer
hearsay_timeline_rows_find_main (GListModel *statements)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  gpointer best = NULL;
  guint most = 0;

  g_return_val_if_fail (G_IS_LIST_MODEL (statements), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (HearsayStatement) statement = g_list_model_get_item (statements, i);
      GListModel *stances = hearsay_statement_get_stances (statement);

      for (guint k = 0; k < g_list_model_get_n_items (stances); k++)
        {
          g_autoptr (HearsayStance) stance = g_list_model_get_item (stances, k);
          gpointer target = hearsay_stance_get_target (stance);
          guint n;

          if (!HEARSAY_IS_ISSUE (target))
            continue;
          n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, target)) + 1;
          g_hash_table_insert (counts, target, GUINT_TO_POINTER (n));
          if (n > most)
            {
              most = n;
              best = target;
            }
        }
    }
  return best;
}
