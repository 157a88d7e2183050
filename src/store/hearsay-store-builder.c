/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-store-builder.h"

#include <string.h>

#include "model/hearsay-name-key.h"
#include "model/hearsay-naming.h"

static gboolean
is_range (const HearsayAnalysis *analysis,
          HearsaySpanRange       range)
{
  return (guint64) range.first + range.n <= analysis->spans->len;
}

/**
 * hearsay_store_builder_is_sound:
 *
 * Returns: whether all that an analysis points to is there
 */
gboolean
hearsay_store_builder_is_sound (const HearsayAnalysis *analysis)
{
  g_return_val_if_fail (analysis != NULL, FALSE);

  for (guint i = 0; i < analysis->actors->len; i++)
    {
      const HearsayAnalysisActor *actor = hearsay_analysis_actor (analysis, i);

      if (actor->id == NULL || actor->name == NULL || !is_range (analysis, actor->mentions))
        return FALSE;
    }
  for (guint i = 0; i < analysis->issues->len; i++)
    {
      const HearsayAnalysisIssue *issue = hearsay_analysis_issue (analysis, i);

      if (issue->id == NULL || issue->name == NULL || !is_range (analysis, issue->mentions))
        return FALSE;
    }
  for (guint i = 0; i < analysis->statements->len; i++)
    {
      const HearsayAnalysisStatement *statement = hearsay_analysis_statement (analysis, i);

      if (statement->id == NULL || !is_range (analysis, statement->content) ||
          (guint64) statement->first_stance + statement->n_stances > analysis->stances->len)
        return FALSE;
    }
  return analysis->id != NULL && analysis->language != NULL;
}

/* Case, spacing and composition do not tell names apart. */
static char *
fold_name (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : name, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\r\n", -1);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] == '\0')
        continue;
      if (joined->len > 0)
        g_string_append_c (joined, ' ');
      g_string_append (joined, words[i]);
    }
  return g_string_free (joined, FALSE);
}

/* The same on every machine, for the same name: links and merged collections keep their meaning. */
static char *
make_id (const char *type,
         const char *name,
         const char *scope)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  g_autofree char *folded = fold_name (name);

  g_checksum_update (checksum, (const guchar *) type, (gssize) strlen (type) + 1);
  g_checksum_update (checksum, (const guchar *) folded, (gssize) strlen (folded) + 1);
  if (scope != NULL)
    g_checksum_update (checksum, (const guchar *) scope, -1);
  return g_strdup_printf ("%s-%.16s", type, g_checksum_get_string (checksum));
}

/* By kind and name; a person's single name, and somebody else of a name that is taken, by the article too. */
static char *
make_actor_id (const HearsayAnalysisActor *actor,
               const char                 *article_id,
               gboolean                    other)
{
  return make_id (hearsay_actor_kind_to_string (actor->kind), actor->name,
                  other || hearsay_naming_is_bare (actor->name, actor->kind) ? article_id : NULL);
}

/* Words that name the actor in the text; a few hundred tell enough. */
static char *
find_short_name (HearsayAnalysis            *analysis,
                 HearsayArticle             *article,
                 const HearsayAnalysisActor *actor)
{
  g_autoptr (GPtrArray) forms = g_ptr_array_new_with_free_func (g_free);
  const HearsaySpan *spans = hearsay_analysis_get_spans (analysis, actor->mentions);

  for (guint i = 0; spans != NULL && i < MIN (actor->mentions.n, 200); i++)
    g_ptr_array_add (forms, hearsay_article_dup_span_text (article, spans[i]));
  return hearsay_naming_dup_short_name (actor->name, actor->kind, (const char *const *) forms->pdata,
                                        forms->len);
}

/* The acronyms that an article has for an organization with a longer name. */
static char **
find_acronyms (HearsayAnalysis            *analysis,
               HearsayArticle             *article,
               const HearsayAnalysisActor *found)
{
  g_autoptr (GPtrArray) acronyms = g_ptr_array_new_with_free_func (g_free);
  const HearsaySpan *spans = hearsay_analysis_get_spans (analysis, found->mentions);

  for (guint i = 0; found->kind == HEARSAY_ACTOR_ORGANIZATION && spans != NULL && i < MIN (found->mentions.n, 200); i++)
    {
      g_autofree char *form = hearsay_article_dup_span_text (article, spans[i]);

      if (hearsay_name_is_acronym (form) && strcmp (form, found->name) != 0 &&
          hearsay_name_abbreviates (form, found->name) &&
          !g_ptr_array_find_with_equal_func (acronyms, form, g_str_equal, NULL))
        g_ptr_array_add (acronyms, g_steal_pointer (&form));
    }
  g_ptr_array_add (acronyms, NULL);
  return (char **) g_ptr_array_steal (acronyms, NULL);
}

static HearsayActor *
add_actor (HearsayCollection          *collection,
           HearsayAnalysis            *analysis,
           HearsayArticle             *article,
           const HearsayAnalysisActor *found)
{
  g_autofree char *id = make_actor_id (found, analysis->id, FALSE);
  g_autofree char *short_name = NULL;
  g_autoptr (HearsayActor) fresh = NULL;
  HearsayActor *taken = hearsay_collection_find_actor (collection, id);

  /* A single name in an article that is analysed again; or somebody of the same name who was found to be another. */
  if (taken != NULL)
    {
      if (hearsay_naming_is_bare (found->name, found->kind))
        return taken;
      g_free (id);
      id = make_actor_id (found, analysis->id, TRUE);
      taken = hearsay_collection_find_actor (collection, id);
      if (taken != NULL)
        return taken;
    }
  fresh = hearsay_actor_new (id, found->name, found->kind);
  short_name = find_short_name (analysis, article, found);
  hearsay_actor_set_short_name (fresh, short_name);
  hearsay_collection_add_actor (collection, fresh);
  return fresh;
}

/* Names by which others will know the actor again. */
static void
remember_names (HearsayJoin                *join,
                HearsayActor               *actor,
                const HearsayAnalysisActor *found,
                char                      **acronyms)
{
  if (hearsay_actor_get_kind (actor) == found->kind && !hearsay_naming_is_bare (found->name, found->kind))
    hearsay_actor_add_alias (actor, found->name);
  for (guint i = 0; acronyms[i] != NULL; i++)
    hearsay_actor_add_alias (actor, acronyms[i]);
  hearsay_join_add_actor (join, actor);
}

/* Of several articles the one that is most sure counts; what a person said is sure already. */
static void
trust_kind (HearsayActor               *actor,
            const HearsayAnalysisActor *found)
{
  if (hearsay_actor_get_kind (actor) == found->kind && (double) found->kind_confidence > hearsay_actor_get_kind_confidence (actor))
    hearsay_actor_set_kind (actor, found->kind, (double) found->kind_confidence);
}

static HearsayActor *
ensure_actor (HearsayCollection *collection,
              HearsayJoin       *join,
              HearsayAnalysis   *analysis,
              HearsayArticle    *article,
              guint              index)
{
  const HearsayAnalysisActor *found = hearsay_analysis_actor (analysis, index);
  g_auto (GStrv) acronyms = find_acronyms (analysis, article, found);
  HearsayActor *actor = hearsay_join_find (join, collection, analysis, index, (const char *const *) acronyms);

  if (actor == NULL)
    actor = hearsay_join_follow (join, collection, add_actor (collection, analysis, article, found));
  remember_names (join, actor, found, acronyms);
  trust_kind (actor, found);
  return actor;
}

/**
 * hearsay_store_builder_affiliate:
 *
 * Whom the actors of an article belong to, where nothing is known of it yet.
 */
void
hearsay_store_builder_affiliate (HearsayCollection  *collection,
                                 HearsayStoreRecord *record)
{
  GArray *actors;

  g_return_if_fail (HEARSAY_IS_COLLECTION (collection));
  g_return_if_fail (record != NULL);

  actors = record->analysis->actors;
  for (guint i = 0; i < actors->len; i++)
    {
      gint32 affiliation = hearsay_analysis_actor (record->analysis, i)->affiliation;
      HearsayActor *actor = hearsay_collection_find_actor (collection, g_ptr_array_index (record->actor_ids, i));

      if (actor != NULL && affiliation >= 0 && affiliation < (gint32) actors->len && hearsay_actor_get_affiliation (actor) == NULL)
        hearsay_actor_set_affiliation (actor,
                                       hearsay_collection_find_actor (collection,
                                                                      g_ptr_array_index (record->actor_ids, affiliation)));
    }
}

/* The id of an issue by its name. */
char *
hearsay_store_builder_make_issue_id (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return make_id ("issue", name, NULL);
}

/* The issue of the collection that is called so, whatever people made of it; or a new one. */
static const char *
ensure_issue (HearsayCollection *collection,
              HearsayIssueRules *rules,
              const char        *name)
{
  const HearsayIssueRow *known = hearsay_issue_rules_find (rules, name);
  g_autofree char *id = NULL;
  g_autoptr (HearsayIssueRow) fresh = NULL;
  g_autoptr (HearsayIssue) issue = NULL;

  if (known != NULL)
    return known->id;
  id = hearsay_store_builder_make_issue_id (name);
  known = hearsay_issue_rules_get (rules, id);
  if (known != NULL)
    return known->id;
  fresh = hearsay_issue_row_new (id, name);
  hearsay_issue_rules_set (rules, fresh);
  issue = hearsay_issue_new (id, name);
  hearsay_collection_add_issue (collection, issue);
  return hearsay_issue_get_id (issue);
}

/**
 * hearsay_store_builder_assign:
 * @rules: what people decided about issues; is told of new ones
 * @article: the article as an object, for its words
 *
 * Finds the actors and issues of an analysis in the collection, or adds them;
 * hearsay_join_find() says who is the same.
 *
 * Returns: (transfer full): the analysis with their ids
 */
HearsayStoreRecord *
hearsay_store_builder_assign (HearsayCollection *collection,
                              HearsayJoin       *join,
                              HearsayIssueRules *rules,
                              HearsayAnalysis   *analysis,
                              HearsayArticle    *article)
{
  HearsayStoreRecord *record;

  g_return_val_if_fail (HEARSAY_IS_COLLECTION (collection), NULL);
  g_return_val_if_fail (analysis != NULL, NULL);

  record = hearsay_store_record_new (analysis);
  for (guint i = 0; i < analysis->actors->len; i++)
    {
      HearsayActor *actor = ensure_actor (collection, join, analysis, article, i);

      g_ptr_array_add (record->actor_ids, g_strdup (hearsay_actor_get_id (actor)));
    }
  hearsay_store_builder_affiliate (collection, record);
  for (guint i = 0; i < analysis->issues->len; i++)
    g_ptr_array_add (record->issue_ids,
                     g_strdup (ensure_issue (collection, rules, hearsay_analysis_issue (analysis, i)->name)));
  hearsay_issue_rules_show (rules, record);
  return record;
}

/**
 * hearsay_store_builder_add_actors:
 * @rows: (element-type HearsayActorRow): as read from the file
 */
void
hearsay_store_builder_add_actors (HearsayCollection *collection,
                                  GPtrArray         *rows)
{
  g_return_if_fail (HEARSAY_IS_COLLECTION (collection));
  g_return_if_fail (rows != NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      HearsayActorRow *row = g_ptr_array_index (rows, i);
      g_autoptr (HearsayActor) actor = NULL;

      if (hearsay_collection_find_actor (collection, row->id) != NULL)
        continue;
      actor = hearsay_actor_new (row->id, row->name, row->kind);
      hearsay_actor_set_kind (actor, row->kind, row->kind_confidence);
      hearsay_actor_set_short_name (actor, row->short_name);
      hearsay_actor_set_role (actor, row->role);
      hearsay_actor_set_colour (actor, row->colour);
      hearsay_collection_add_actor (collection, actor);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      HearsayActorRow *row = g_ptr_array_index (rows, i);

      if (row->affiliation != NULL)
        hearsay_actor_set_affiliation (hearsay_collection_find_actor (collection, row->id),
                                       hearsay_collection_find_actor (collection, row->affiliation));
    }
}

/**
 * hearsay_store_builder_make_row:
 *
 * Returns: (transfer full): what is known of @actor, for the writer
 */
HearsayActorRow *
hearsay_store_builder_make_row (HearsayActor *actor)
{
  HearsayActorRow *row;
  HearsayActor *affiliation;

  g_return_val_if_fail (HEARSAY_IS_ACTOR (actor), NULL);

  affiliation = hearsay_actor_get_affiliation (actor);
  row = g_new0 (HearsayActorRow, 1);
  row->id = g_strdup (hearsay_actor_get_id (actor));
  row->name = g_strdup (hearsay_actor_get_name (actor));
  row->short_name = g_strdup (hearsay_actor_get_short_name (actor));
  row->role = g_strdup (hearsay_actor_get_role (actor));
  row->aliases = g_strdupv ((char **) hearsay_actor_get_aliases (actor));
  row->affiliation = affiliation != NULL ? g_strdup (hearsay_actor_get_id (affiliation)) : NULL;
  row->kind = hearsay_actor_get_kind (actor);
  row->kind_confidence = hearsay_actor_get_kind_confidence (actor);
  row->colour = hearsay_actor_get_colour (actor);
  return row;
}
