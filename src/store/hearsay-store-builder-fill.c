/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-builder.h"

/**
 * hearsay_store_builder_new_article:
 *
 * Returns: (transfer full): the article without statements
 */
HearsayArticle *
hearsay_store_builder_new_article (HearsayAnalysis *analysis)
{
  HearsayArticleData data = { 0 };

  g_return_val_if_fail (analysis != NULL, NULL);

  data.id = analysis->id;
  data.source = analysis->source;
  data.title = analysis->title;
  data.byline = analysis->byline;
  data.publisher = analysis->publisher;
  data.section = analysis->section;
  data.language = analysis->language;
  data.published = analysis->published;
  data.text = analysis->text;
  return hearsay_article_new (&data);
}

static gpointer
find_entity (HearsayCollection  *collection,
             HearsayStoreRecord *record,
             gint32              index,
             gboolean            is_issue)
{
  GPtrArray *ids = is_issue ? record->shown_issue_ids : record->actor_ids;

  if (index < 0 || index >= (gint32) ids->len)
    return NULL;
  return is_issue ? (gpointer) hearsay_collection_find_issue (collection, g_ptr_array_index (ids, index))
                  : (gpointer) hearsay_collection_find_actor (collection, g_ptr_array_index (ids, index));
}

static GPtrArray *
make_stances (HearsayCollection              *collection,
              HearsayStoreRecord             *record,
              const HearsayAnalysisStatement *statement)
{
  GPtrArray *stances = g_ptr_array_new_with_free_func (g_object_unref);
  GArray *all = record->shown->stances;

  for (guint i = 0; i < statement->n_stances && (guint64) statement->first_stance + i < all->len; i++)
    {
      const HearsayAnalysisStance *found = hearsay_analysis_stance (record->shown, statement->first_stance + i);
      HearsayStanceData data = {
        .target = find_entity (collection, record, found->target, found->target_is_issue),
        .holder = find_entity (collection, record, found->holder, FALSE),
        .position = found->position,
        .score = (double) found->score,
        .confidence = (double) found->confidence,
        .sure = found->sure,
        .evidence = found->evidence,
      };

      if (data.target != NULL)
        g_ptr_array_add (stances, hearsay_stance_new (&data));
    }
  return stances;
}

static HearsayStatement *
make_statement (HearsayCollection  *collection,
                HearsayArticle     *article,
                HearsayStoreRecord *record,
                guint               index,
                HearsayStatus       status)
{
  const HearsayAnalysisStatement *found = hearsay_analysis_statement (record->shown, index);
  g_autofree char *id = g_strdup_printf ("%s/%s", record->analysis->id, found->id);
  g_autoptr (GPtrArray) stances = make_stances (collection, record, found);
  HearsayStatementData data = {
    .id = id,
    .article = article,
    .speaker = find_entity (collection, record, found->speaker, FALSE),
    .kind = found->kind,
    .source = found->source,
    .cue = found->cue,
    .content = hearsay_analysis_get_spans (record->shown, found->content),
    .n_content = found->content.n,
    .said_on = found->said_on,
    .said_on_span = found->said_on_span,
    .paragraph = found->paragraph,
    .confidence = (double) found->confidence,
    .status = status,
    .rule = found->rule,
    .stances = (HearsayStance **) stances->pdata,
    .n_stances = stances->len,
  };

  return hearsay_statement_new (&data);
}

static void
append_mentions (GArray           *mentions,
                 HearsayAnalysis  *analysis,
                 gpointer          entity,
                 HearsaySpanRange  range)
{
  const HearsaySpan *spans = hearsay_analysis_get_spans (analysis, range);

  for (guint i = 0; entity != NULL && i < range.n; i++)
    {
      HearsayMention mention = { entity, spans[i] };

      g_array_append_val (mentions, mention);
    }
}

static void
fill_mentions (HearsayCollection  *collection,
               HearsayArticle     *article,
               HearsayStoreRecord *record)
{
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (HearsayMention));
  HearsayAnalysis *analysis = record->shown;

  for (guint i = 0; i < analysis->actors->len; i++)
    append_mentions (mentions, analysis, find_entity (collection, record, (gint32) i, FALSE),
                     hearsay_analysis_actor (analysis, i)->mentions);
  for (guint i = 0; i < analysis->issues->len; i++)
    append_mentions (mentions, analysis, find_entity (collection, record, (gint32) i, TRUE),
                     hearsay_analysis_issue (analysis, i)->mentions);
  hearsay_article_set_mentions (article, (HearsayMention *) (gpointer) mentions->data, mentions->len);
}

/* Attitudes, facts and agreements. */
static void
fill_relations (HearsayCollection  *collection,
                HearsayArticle     *article,
                HearsayStoreRecord *record)
{
  g_autoptr (GArray) relations = g_array_new (FALSE, FALSE, sizeof (HearsayRelation));
  const HearsayAnalysis *analysis = record->shown;

  for (guint i = 0; i < analysis->relations->len; i++)
    {
      const HearsayAnalysisRelation *found = hearsay_analysis_relation (analysis, i);
      HearsayRelation relation = {
        .from = find_entity (collection, record, found->from, FALSE),
        .to = find_entity (collection, record, found->to, FALSE),
        .kind = found->kind,
        .position = found->sure ? found->position : HEARSAY_POSITION_NEUTRAL,
        .sure = found->sure,
        .stated = TRUE,
        .statement = found->statement,
        .evidence = found->evidence,
      };

      if (relation.from != NULL && relation.to != NULL && relation.from != relation.to)
        g_array_append_val (relations, relation);
    }
  for (guint i = 0; i < analysis->agreements->len; i++)
    {
      const HearsayAnalysisAgreement *found = hearsay_analysis_agreement (analysis, i);
      HearsayRelation relation = {
        .from = find_entity (collection, record, found->first, FALSE),
        .to = find_entity (collection, record, found->second, FALSE),
        .issue = find_entity (collection, record, found->issue, TRUE),
        .kind = found->same ? HEARSAY_RELATION_AGREEMENT : HEARSAY_RELATION_DISAGREEMENT,
        .sure = found->sure,
        .stated = found->stated,
        .statement = -1,
        .evidence = found->evidence,
      };

      if (relation.from != NULL && relation.to != NULL && relation.from != relation.to && (relation.issue != NULL || relation.stated))
        g_array_append_val (relations, relation);
    }
  hearsay_article_set_relations (article, (const HearsayRelation *) (gpointer) relations->data, relations->len);
}

/* What the article says the actors are, with its date. */
static void
note_roles (HearsayCollection  *collection,
            HearsayStoreRecord *record)
{
  HearsayAnalysis *analysis = record->analysis;

  for (guint i = 0; i < analysis->actors->len; i++)
    {
      const HearsayAnalysisActor *found = hearsay_analysis_actor (analysis, i);
      HearsayActor *actor = find_entity (collection, record, (gint32) i, FALSE);

      if (actor != NULL && found->role != NULL)
        hearsay_actor_note_role (actor, analysis->id, found->role, analysis->published);
    }
}

/**
 * hearsay_store_builder_fill:
 * @article: fresh from hearsay_store_builder_new_article()
 * @record: what was found, with its ids, which are in @collection
 * @decisions: (nullable) (element-type HearsayDecision): those about the article
 *
 * Adds the statements and mentions, and tells the actors what they are there.
 */
void
hearsay_store_builder_fill (HearsayCollection  *collection,
                            HearsayArticle     *article,
                            HearsayStoreRecord *record,
                            GPtrArray          *decisions)
{
  g_autoptr (GHashTable) decided = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) statements = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (HEARSAY_IS_COLLECTION (collection));
  g_return_if_fail (HEARSAY_IS_ARTICLE (article));
  g_return_if_fail (record != NULL);

  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    {
      HearsayDecision *decision = g_ptr_array_index (decisions, i);

      if (decision->statement != NULL)
        g_hash_table_insert (decided, decision->statement, decision);
    }
  for (guint i = 0; i < record->analysis->statements->len; i++)
    {
      const char *label = hearsay_analysis_statement (record->analysis, i)->id;
      HearsayDecision *decision = g_hash_table_lookup (decided, label);

      g_ptr_array_add (statements,
                       make_statement (collection, article, record, i,
                                       decision != NULL ? decision->status : HEARSAY_STATUS_SUGGESTED));
    }
  hearsay_article_add_statements (article, (HearsayStatement **) statements->pdata, statements->len);
  note_roles (collection, record);
  fill_mentions (collection, article, record);
  fill_relations (collection, article, record);
}

/**
 * hearsay_store_builder_give_colours:
 * @next_colour: the first place in the palette that nobody has
 *
 * Gives the speakers of an article their colours, in the order in which they
 * first speak, persons before all others.
 *
 * Returns: the first place that nobody has now
 */
guint
hearsay_store_builder_give_colours (HearsayArticle *article,
                                    guint           next_colour)
{
  GListModel *statements;

  g_return_val_if_fail (HEARSAY_IS_ARTICLE (article), next_colour);

  statements = hearsay_article_get_statements (article);
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
        {
          g_autoptr (HearsayStatement) statement = g_list_model_get_item (statements, i);
          HearsayActor *speaker = hearsay_statement_get_speaker (statement);

          if (speaker == NULL || hearsay_actor_get_colour (speaker) >= 0 ||
              (round == 0 && hearsay_actor_get_kind (speaker) != HEARSAY_ACTOR_PERSON))
            continue;
          hearsay_actor_set_colour (speaker, (int) next_colour++);
        }
    }
  return next_colour;
}
