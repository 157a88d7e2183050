/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n.h>

#include "network/hearsay-network-facts.h"
#include "ui/timeline/hearsay-timeline-rows.h"

/* How far affiliations are followed to a country; they might run in a circle. */
#define MAX_STEPS 8

typedef struct
{
  const HearsayTimelineRowsOptions *options;
  GHashTable *lane_places;    /* speaker → lane + 1 */
  GHashTable *group_places;   /* what speakers have in common → group + 1 */
  GArray *groups;
  GHashTable *article_places; /* article → publication + 1 */
  GArray *items;
  GArray *lanes;
  GArray *publications;
} Builder;

static HearsayActor *
find_country (HearsayActor *actor)
{
  for (guint i = 0; actor != NULL && i < MAX_STEPS; i++)
    {
      if (hearsay_actor_get_kind (actor) == HEARSAY_ACTOR_COUNTRY)
        return actor;
      actor = hearsay_actor_get_affiliation (actor);
    }
  return NULL;
}

/* What puts a speaker into a group; several may share one that nothing is known of. */
static gpointer
find_common (Builder      *builder,
             HearsayActor *speaker)
{
  switch (builder->options->grouping)
    {
    case HEARSAY_LANES_BY_AFFILIATION:
      return speaker != NULL ? hearsay_actor_get_affiliation (speaker) : NULL;
    case HEARSAY_LANES_BY_COUNTRY:
      return find_country (speaker);
    case HEARSAY_LANES_BY_COMMUNITY:
      return builder->options->communities != NULL ? g_hash_table_lookup (builder->options->communities, speaker) : NULL;
    case HEARSAY_LANES_BY_SPEAKER:
    default:
      return NULL;
    }
}

static HearsayTimelineLane
make_group (Builder      *builder,
            gpointer      common,
            HearsayActor *speaker)
{
  HearsayTimelineLane group = { .kind = HEARSAY_ACTOR_GROUP, .colour = -1, .group = -1 };

  if (builder->options->grouping == HEARSAY_LANES_BY_COMMUNITY && common != NULL)
    {
      /* Translators: a group of actors that are close to one another, named by one of them */
      group.name = g_strdup_printf (_("Around %s"), hearsay_actor_get_name (speaker));
      group.initials = g_strdup (hearsay_actor_get_initials (speaker));
      group.key = g_strdup_printf ("community/%u", GPOINTER_TO_UINT (common));
    }
  else if (common != NULL)
    {
      group.name = g_strdup (hearsay_actor_get_name (common));
      group.initials = g_strdup (hearsay_actor_get_initials (common));
      group.kind = hearsay_actor_get_kind (common);
      group.colour = hearsay_actor_get_colour (common);
      group.key = g_strdup_printf ("group/%s", hearsay_actor_get_id (common));
    }
  else
    {
      group.name = g_strdup (builder->options->grouping == HEARSAY_LANES_BY_COUNTRY ? _("No country known")
                             : builder->options->grouping == HEARSAY_LANES_BY_AFFILIATION ? _("No affiliation known")
                                                                                          : _("No community"));
      group.initials = g_strdup ("–");
      group.key = g_strdup ("group/");
    }
  return group;
}

static gint32
find_group (Builder      *builder,
            HearsayActor *speaker)
{
  gpointer common = find_common (builder, speaker);
  gpointer place;

  if (builder->options->grouping == HEARSAY_LANES_BY_SPEAKER)
    return -1;
  place = g_hash_table_lookup (builder->group_places, common);
  if (place == NULL)
    {
      HearsayTimelineLane group = make_group (builder, common, speaker);

      g_array_append_val (builder->groups, group);
      place = GUINT_TO_POINTER (builder->groups->len);
      g_hash_table_insert (builder->group_places, common, place);
    }
  return (gint32) GPOINTER_TO_UINT (place) - 1;
}

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
        .key = (char *) (speaker != NULL ? hearsay_actor_get_id (speaker) : "?"),
        .group = find_group (builder, speaker),
      };

      g_array_append_val (builder->lanes, lane);
      place = GUINT_TO_POINTER (builder->lanes->len);
      g_hash_table_insert (builder->lane_places, speaker, place);
    }
  return GPOINTER_TO_UINT (place) - 1;
}

/* Hours as the source prints them, or as another clock has them. */
static HearsayDate
tell (Builder     *builder,
      HearsayDate  date)
{
  return builder->options->zone != NULL ? hearsay_date_to_zone (date, builder->options->zone) : date;
}

static gint32
find_publication (Builder        *builder,
                  HearsayArticle *article)
{
  gpointer place = g_hash_table_lookup (builder->article_places, article);

  if (place == NULL)
    {
      HearsayDate date = tell (builder, hearsay_article_get_published (article));
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

/* What a person has accepted or corrected is beyond doubt. */
static void
read_stance (HearsayStatement *statement,
             HearsayStance    *stance,
             HearsayPosition  *position,
             float            *doubt)
{
  HearsayStatus status = hearsay_statement_get_status (statement);

  *position = hearsay_stance_get_shown_position (stance);
  if (status == HEARSAY_STATUS_SUGGESTED)
    *doubt = (float) (1.0 - CLAMP (hearsay_stance_get_confidence (stance), 0.0, 1.0));
}

/* The stance toward @target, or the main one when none is chosen. */
static gboolean
find_position (HearsayStatement *statement,
               gpointer          target,
               HearsayPosition  *position,
               float            *doubt)
{
  GListModel *stances = hearsay_statement_get_stances (statement);

  *position = HEARSAY_POSITION_NEUTRAL;
  *doubt = 0.0f;
  if (target == NULL)
    {
      HearsayStance *stance = hearsay_statement_get_main_stance (statement);

      if (stance != NULL)
        read_stance (statement, stance, position, doubt);
      return TRUE;
    }
  for (guint i = 0; i < g_list_model_get_n_items (stances); i++)
    {
      g_autoptr (HearsayStance) stance = g_list_model_get_item (stances, i);

      if (hearsay_stance_get_target (stance) != target)
        continue;
      read_stance (statement, stance, position, doubt);
      return TRUE;
    }
  return FALSE;
}

static void
add_statement (Builder          *builder,
               HearsayStatement *statement,
               guint32           row)
{
  HearsayArticle *article = hearsay_statement_get_article (statement);
  HearsayTimelineItem item = { .statement = row, .publication = -1 };

  item.lane = find_lane (builder, hearsay_statement_get_speaker (statement));
  g_array_index (builder->lanes, HearsayTimelineLane, item.lane).n_statements++;
  if (article != NULL)
    item.publication = find_publication (builder, article);
  item.kind = hearsay_statement_get_kind (statement);
  hearsay_timeline_item_set_date (&item, tell (builder, hearsay_statement_get_said_on (statement)));
  item.about_issue = find_position (statement, builder->options->target, &item.position, &item.doubt);
  g_array_append_val (builder->items, item);
  if (builder->options->with_total)
    {
      item.lane = 0;
      g_array_index (builder->lanes, HearsayTimelineLane, 0).n_statements++;
      g_array_append_val (builder->items, item);
    }
}

static const char *
target_name (gpointer target)
{
  if (HEARSAY_IS_ISSUE (target))
    return hearsay_issue_get_name (target);
  return HEARSAY_IS_ACTOR (target) ? hearsay_actor_get_name (target) : NULL;
}

static void
clear_group (gpointer data)
{
  HearsayTimelineLane *group = data;

  g_free (group->name);
  g_free (group->initials);
  g_free (group->key);
}

static void
start (Builder                          *builder,
       const HearsayTimelineRowsOptions *options)
{
  builder->options = options;
  builder->lane_places = g_hash_table_new (NULL, NULL);
  builder->group_places = g_hash_table_new (NULL, NULL);
  builder->article_places = g_hash_table_new (NULL, NULL);
  builder->items = g_array_new (FALSE, FALSE, sizeof (HearsayTimelineItem));
  builder->lanes = g_array_new (FALSE, FALSE, sizeof (HearsayTimelineLane));
  builder->groups = g_array_new (FALSE, FALSE, sizeof (HearsayTimelineLane));
  builder->publications = g_array_new (FALSE, FALSE, sizeof (HearsayTimelinePublication));
  g_array_set_clear_func (builder->groups, clear_group);
  if (options->with_total)
    {
      HearsayTimelineLane total = {
        .name = _("All speakers"), .initials = (char *) "Σ", .kind = HEARSAY_ACTOR_GROUP, .colour = -1, .group = -1, .is_total = TRUE,
      };

      g_array_append_val (builder->lanes, total);
    }
}

static void
finish (Builder *builder)
{
  g_hash_table_unref (builder->lane_places);
  g_hash_table_unref (builder->group_places);
  g_hash_table_unref (builder->article_places);
  g_array_unref (builder->items);
  g_array_unref (builder->lanes);
  g_array_unref (builder->groups);
  g_array_unref (builder->publications);
}

/**
 * hearsay_timeline_rows_new_with_options:
 * @statements: of HearsayStatement; items count them by position
 *
 * Returns: (transfer full): the statements as a timeline shows them
 */
HearsayTimeline *
hearsay_timeline_rows_new_with_options (GListModel                       *statements,
                                        const HearsayTimelineRowsOptions *options)
{
  Builder builder;
  HearsayLaneLayout layout;
  HearsayTimeline *timeline;

  g_return_val_if_fail (G_IS_LIST_MODEL (statements), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  start (&builder, options);
  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (HearsayStatement) statement = g_list_model_get_item (statements, i);

      add_statement (&builder, statement, i);
    }
  layout = (HearsayLaneLayout) {
    options->order, options->by_hand, options->closed, (HearsayTimelineLane *) (gpointer) builder.groups->data, builder.groups->len,
  };
  timeline = hearsay_timeline_new_with_layout ((HearsayTimelineItem *) builder.items->data, builder.items->len,
                                               (HearsayTimelineLane *) builder.lanes->data, builder.lanes->len,
                                               (HearsayTimelinePublication *) builder.publications->data,
                                               builder.publications->len, target_name (options->target), &layout);
  finish (&builder);
  return timeline;
}

/**
 * hearsay_timeline_rows_new:
 * @target: (nullable): the issue or actor that stances are shown for
 *
 * As hearsay_timeline_rows_new_with_options(), without groups.
 *
 * Returns: (transfer full): the statements as a timeline shows them
 */
HearsayTimeline *
hearsay_timeline_rows_new (GListModel       *statements,
                           gpointer          target,
                           HearsayLaneOrder  order)
{
  HearsayTimelineRowsOptions options = { .target = target, .order = order };

  return hearsay_timeline_rows_new_with_options (statements, &options);
}

/**
 * hearsay_timeline_rows_new_communities:
 *
 * Communities of the network “who speaks about whom”.
 *
 * Returns: (transfer full): HearsayActor → its community + 1, for those that have one
 */
GHashTable *
hearsay_timeline_rows_new_communities (GListModel *statements)
{
  GHashTable *communities = g_hash_table_new (NULL, NULL);
  HearsayNetworkOptions options = HEARSAY_NETWORK_OPTIONS_INIT;
  g_autoptr (HearsayFilter) filter = hearsay_filter_new ();
  g_autoptr (HearsayNetworkFacts) facts = NULL;
  g_autoptr (HearsayNetwork) network = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (statements), communities);

  facts = hearsay_network_facts_new_for_statements (statements, filter);
  network = hearsay_network_build (&facts->input, &options, NULL, NULL);
  for (guint i = 0; network != NULL && i < network->n_nodes; i++)
    {
      const HearsayNetworkNode *node = &network->nodes[i];

      if (node->community >= 0)
        g_hash_table_insert (communities, g_ptr_array_index (facts->entities, node->entity), GINT_TO_POINTER (node->community + 1));
    }
  return communities;
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
