/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n.h>

#include "ui/timeline/hearsay-timeline-rows.h"
#include "ui/timeline/hearsay-timeline-targets.h"

/* How far affiliations are followed to a country; they might run in a circle. */
#define MAX_STEPS 8

struct _HearsayTimelineRows
{
  HearsayTimelineRowsOptions options; /* its own, but for the strings */
  char **by_hand;
  char **closed;
  char *target_name;
  GStringChunk *strings;
  GHashTable *lane_places;    /* speaker → lane + 1 */
  GHashTable *group_places;   /* what speakers have in common → group + 1 */
  GArray *groups;
  GHashTable *article_places; /* article → publication + 1 */
  GArray *items;
  GArray *lanes;
  GArray *publications;
  guint n_statements;
};

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
find_common (HearsayTimelineRows *self,
             HearsayActor        *speaker)
{
  switch (self->options.grouping)
    {
    case HEARSAY_LANES_BY_AFFILIATION:
      return speaker != NULL ? hearsay_actor_get_affiliation (speaker) : NULL;
    case HEARSAY_LANES_BY_COUNTRY:
      return find_country (speaker);
    case HEARSAY_LANES_BY_COMMUNITY:
      return self->options.communities != NULL ? g_hash_table_lookup (self->options.communities, speaker) : NULL;
    case HEARSAY_LANES_BY_SPEAKER:
    default:
      return NULL;
    }
}

static HearsayTimelineLane
make_group (HearsayTimelineRows *self,
            gpointer             common,
            HearsayActor        *speaker)
{
  HearsayTimelineLane group = { .kind = HEARSAY_ACTOR_GROUP, .colour = -1, .group = -1 };

  if (self->options.grouping == HEARSAY_LANES_BY_COMMUNITY && common != NULL)
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
      group.name = g_strdup (self->options.grouping == HEARSAY_LANES_BY_COUNTRY ? _("No country known")
                             : self->options.grouping == HEARSAY_LANES_BY_AFFILIATION ? _("No affiliation known")
                                                                                          : _("No community"));
      group.initials = g_strdup ("–");
      group.key = g_strdup ("group/");
    }
  return group;
}

static gint32
find_group (HearsayTimelineRows *self,
            HearsayActor        *speaker)
{
  gpointer common = find_common (self, speaker);
  gpointer place;

  if (self->options.grouping == HEARSAY_LANES_BY_SPEAKER)
    return -1;
  place = g_hash_table_lookup (self->group_places, common);
  if (place == NULL)
    {
      HearsayTimelineLane group = make_group (self, common, speaker);

      g_array_append_val (self->groups, group);
      place = GUINT_TO_POINTER (self->groups->len);
      g_hash_table_insert (self->group_places, common, place);
    }
  return (gint32) GPOINTER_TO_UINT (place) - 1;
}

/* One lane stands for all statements whose speaker is not known. */
static guint32
find_lane (HearsayTimelineRows *self,
           HearsayActor        *speaker)
{
  gpointer place = g_hash_table_lookup (self->lane_places, speaker);

  if (place == NULL)
    {
      HearsayTimelineLane lane = {
        .name = g_string_chunk_insert (self->strings, speaker != NULL ? hearsay_actor_get_name (speaker) : _("Unknown speaker")),
        .initials = g_string_chunk_insert (self->strings, speaker != NULL ? hearsay_actor_get_initials (speaker) : "?"),
        .kind = speaker != NULL ? hearsay_actor_get_kind (speaker) : HEARSAY_ACTOR_PERSON,
        .colour = speaker != NULL ? hearsay_actor_get_colour (speaker) : -1,
        .key = g_string_chunk_insert (self->strings, speaker != NULL ? hearsay_actor_get_id (speaker) : "?"),
        .group = find_group (self, speaker),
      };

      g_array_append_val (self->lanes, lane);
      place = GUINT_TO_POINTER (self->lanes->len);
      g_hash_table_insert (self->lane_places, speaker, place);
    }
  return GPOINTER_TO_UINT (place) - 1;
}

/* Hours as the source prints them, or as another clock has them. */
static HearsayDate
tell (HearsayTimelineRows *self,
      HearsayDate          date)
{
  return self->options.zone != NULL ? hearsay_date_to_zone (date, self->options.zone) : date;
}

static gint32
find_publication (HearsayTimelineRows *self,
                  HearsayArticle      *article)
{
  gpointer place = g_hash_table_lookup (self->article_places, article);

  if (place == NULL)
    {
      HearsayDate date = tell (self, hearsay_article_get_published (article));
      const char *publisher = hearsay_article_get_publisher (article);
      HearsayTimelinePublication publication = {
        .publisher = g_string_chunk_insert_const (self->strings, publisher != NULL ? publisher : hearsay_article_get_display_title (article)),
        .day = hearsay_date_is_set (date) ? hearsay_date_first_day (date) : HEARSAY_TIMELINE_NO_DAY,
        .minute = (gint16) (date.precision == HEARSAY_PRECISION_MINUTE ? date.hour * 60 + date.minute : -1),
      };

      g_array_append_val (self->publications, publication);
      place = GUINT_TO_POINTER (self->publications->len);
      g_hash_table_insert (self->article_places, article, place);
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

void
hearsay_timeline_rows_add (HearsayTimelineRows *self,
                           HearsayStatement    *statement)
{
  HearsayTimelineItem item = { .publication = -1 };
  HearsayArticle *article;

  g_return_if_fail (self != NULL && HEARSAY_IS_STATEMENT (statement));

  article = hearsay_statement_get_article (statement);
  item.statement = self->n_statements++;
  item.lane = find_lane (self, hearsay_statement_get_speaker (statement));
  g_array_index (self->lanes, HearsayTimelineLane, item.lane).n_statements++;
  if (article != NULL)
    item.publication = find_publication (self, article);
  item.kind = hearsay_statement_get_kind (statement);
  hearsay_timeline_item_set_date (&item, tell (self, hearsay_statement_get_said_on (statement)));
  item.about_issue = find_position (statement, self->options.target, &item.position, &item.doubt);
  g_array_append_val (self->items, item);
  if (self->options.with_total)
    {
      item.lane = 0;
      g_array_index (self->lanes, HearsayTimelineLane, 0).n_statements++;
      g_array_append_val (self->items, item);
    }
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
add_total (HearsayTimelineRows *self)
{
  HearsayTimelineLane total = {
    .name = _("All speakers"), .initials = (char *) "Σ", .kind = HEARSAY_ACTOR_GROUP, .colour = -1, .group = -1, .is_total = TRUE,
  };

  g_array_append_val (self->lanes, total);
}

/**
 * hearsay_timeline_rows_begin:
 * @options: copied
 *
 * Returns: (transfer full): no rows as yet
 */
HearsayTimelineRows *
hearsay_timeline_rows_begin (const HearsayTimelineRowsOptions *options)
{
  HearsayTimelineRows *self;

  g_return_val_if_fail (options != NULL, NULL);

  self = g_new0 (HearsayTimelineRows, 1);
  self->options = *options;
  self->by_hand = g_strdupv ((char **) options->by_hand);
  self->closed = g_strdupv ((char **) options->closed);
  self->target_name = g_strdup (hearsay_target_get_name (options->target));
  if (options->target != NULL)
    g_object_ref (options->target);
  if (options->communities != NULL)
    g_hash_table_ref (options->communities);
  if (options->zone != NULL)
    g_time_zone_ref (options->zone);
  self->strings = g_string_chunk_new (4096);
  self->lane_places = g_hash_table_new_full (NULL, NULL, NULL, NULL);
  self->group_places = g_hash_table_new (NULL, NULL);
  self->article_places = g_hash_table_new (NULL, NULL);
  self->items = g_array_new (FALSE, FALSE, sizeof (HearsayTimelineItem));
  self->lanes = g_array_new (FALSE, FALSE, sizeof (HearsayTimelineLane));
  self->groups = g_array_new (FALSE, FALSE, sizeof (HearsayTimelineLane));
  self->publications = g_array_new (FALSE, FALSE, sizeof (HearsayTimelinePublication));
  g_array_set_clear_func (self->groups, clear_group);
  if (options->with_total)
    add_total (self);
  return self;
}

/**
 * hearsay_timeline_rows_wants_target:
 *
 * Returns: whether it has yet to be said which issue or actor stances are shown for
 */
gboolean
hearsay_timeline_rows_wants_target (const HearsayTimelineRows *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->options.wants_target;
}

/**
 * hearsay_timeline_rows_set_target:
 * @target: (nullable): an issue or actor
 *
 * Before the first row is added.
 */
void
hearsay_timeline_rows_set_target (HearsayTimelineRows *self,
                                  gpointer             target)
{
  g_return_if_fail (self != NULL && self->items->len == 0);

  self->options.wants_target = FALSE;
  if (target != NULL)
    g_object_ref (target);
  g_clear_object (&self->options.target);
  self->options.target = target;
  g_free (self->target_name);
  self->target_name = g_strdup (hearsay_target_get_name (target));
}

/* On the main thread: it holds objects. */
void
hearsay_timeline_rows_free (HearsayTimelineRows *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->options.target);
  g_clear_pointer (&self->options.communities, g_hash_table_unref);
  g_clear_pointer (&self->options.zone, g_time_zone_unref);
  g_strfreev (self->by_hand);
  g_strfreev (self->closed);
  g_free (self->target_name);
  g_string_chunk_free (self->strings);
  g_hash_table_unref (self->lane_places);
  g_hash_table_unref (self->group_places);
  g_hash_table_unref (self->article_places);
  g_array_unref (self->items);
  g_array_unref (self->lanes);
  g_array_unref (self->groups);
  g_array_unref (self->publications);
  g_free (self);
}

/**
 * hearsay_timeline_rows_arrange:
 *
 * Sorts lanes and items: O(n log n). On any thread, while nobody adds.
 *
 * Returns: (transfer full): the statements as a timeline shows them; items count
 *   them in the order in which they were added
 */
HearsayTimeline *
hearsay_timeline_rows_arrange (const HearsayTimelineRows *self)
{
  HearsayLaneLayout layout;

  g_return_val_if_fail (self != NULL, NULL);

  layout = (HearsayLaneLayout) {
    self->options.order, (const char *const *) self->by_hand, (const char *const *) self->closed,
    (HearsayTimelineLane *) (gpointer) self->groups->data, self->groups->len,
  };
  return hearsay_timeline_new_with_layout ((HearsayTimelineItem *) (gpointer) self->items->data, self->items->len,
                                           (HearsayTimelineLane *) (gpointer) self->lanes->data, self->lanes->len,
                                           (HearsayTimelinePublication *) (gpointer) self->publications->data,
                                           self->publications->len, self->target_name, &layout);
}

/**
 * hearsay_timeline_rows_new:
 * @statements: of HearsayStatement
 *
 * All of them at once.
 *
 * Returns: (transfer full): the statements as a timeline shows them
 */
HearsayTimeline *
hearsay_timeline_rows_new (GListModel                       *statements,
                           const HearsayTimelineRowsOptions *options)
{
  g_autoptr (HearsayTimelineRows) self = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (statements), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  self = hearsay_timeline_rows_begin (options);
  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (HearsayStatement) statement = g_list_model_get_item (statements, i);

      hearsay_timeline_rows_add (self, statement);
    }
  return hearsay_timeline_rows_arrange (self);
}
