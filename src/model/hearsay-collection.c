/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-collection.h"

#include "hearsay-enum-types.h"
#include "model/hearsay-article-private.h"
#include "model/hearsay-object-list.h"
#include "model/hearsay-all-statements.h"

/**
 * HearsayCollection:
 *
 * Articles, actors, issues and statements as lists that views are bound to,
 * each found by its id in O(1). Keeps the speakers' numbers of statements,
 * which leave out those that were rejected.
 */
struct _HearsayCollection
{
  GObject parent_instance;

  HearsayObjectList *articles;
  HearsayObjectList *actors;
  HearsayObjectList *issues;
  HearsayAllStatements *statements;
  GHashTable *articles_by_id;
  GHashTable *actors_by_id;
  GHashTable *issues_by_id;
  GHashTable *statements_by_id; /* made when it is first asked for */
  GHashTable *changed_counts;   /* HearsayActor → change of its number while frozen */
  guint n_frozen;
  gboolean touched;
};

enum
{
  PROP_0,
  PROP_ARTICLES,
  PROP_ACTORS,
  PROP_ISSUES,
  PROP_STATEMENTS,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (HearsayCollection, hearsay_collection, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
hearsay_collection_dispose (GObject *object)
{
  HearsayCollection *self = HEARSAY_COLLECTION (object);

  /* Who still holds an article keeps it with its statements. */
  g_clear_object (&self->statements);
  g_clear_pointer (&self->statements_by_id, g_hash_table_unref);
  g_clear_pointer (&self->articles_by_id, g_hash_table_unref);
  g_clear_pointer (&self->actors_by_id, g_hash_table_unref);
  g_clear_pointer (&self->issues_by_id, g_hash_table_unref);
  g_clear_pointer (&self->changed_counts, g_hash_table_unref);
  g_clear_object (&self->articles);
  g_clear_object (&self->actors);
  g_clear_object (&self->issues);
  G_OBJECT_CLASS (hearsay_collection_parent_class)->dispose (object);
}

static void
hearsay_collection_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  HearsayCollection *self = HEARSAY_COLLECTION (object);

  switch (prop_id)
    {
    case PROP_ARTICLES:
      g_value_set_object (value, self->articles);
      break;
    case PROP_ACTORS:
      g_value_set_object (value, self->actors);
      break;
    case PROP_ISSUES:
      g_value_set_object (value, self->issues);
      break;
    case PROP_STATEMENTS:
      g_value_set_object (value, self->statements);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_collection_class_init (HearsayCollectionClass *klass)
{
  static const char *const names[N_PROPS] = { NULL, "articles", "actors", "issues", "statements" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hearsay_collection_dispose;
  object_class->get_property = hearsay_collection_get_property;
  for (guint i = PROP_ARTICLES; i < N_PROPS; i++)
    properties[i] = g_param_spec_object (names[i], NULL, NULL, G_TYPE_LIST_MODEL,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
hearsay_collection_init (HearsayCollection *self)
{
  self->articles = hearsay_object_list_new (HEARSAY_TYPE_ARTICLE);
  self->actors = hearsay_object_list_new (HEARSAY_TYPE_ACTOR);
  self->issues = hearsay_object_list_new (HEARSAY_TYPE_ISSUE);
  self->articles_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->actors_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->issues_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->changed_counts = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->statements = hearsay_all_statements_new (G_LIST_MODEL (self->articles));
}

HearsayCollection *
hearsay_collection_new (void)
{
  return g_object_new (HEARSAY_TYPE_COLLECTION, NULL);
}

GListModel *
hearsay_collection_get_articles (HearsayCollection *self)
{
  g_return_val_if_fail (HEARSAY_IS_COLLECTION (self), NULL);
  return G_LIST_MODEL (self->articles);
}

GListModel *
hearsay_collection_get_actors (HearsayCollection *self)
{
  g_return_val_if_fail (HEARSAY_IS_COLLECTION (self), NULL);
  return G_LIST_MODEL (self->actors);
}

GListModel *
hearsay_collection_get_issues (HearsayCollection *self)
{
  g_return_val_if_fail (HEARSAY_IS_COLLECTION (self), NULL);
  return G_LIST_MODEL (self->issues);
}

GListModel *
hearsay_collection_get_statements (HearsayCollection *self)
{
  g_return_val_if_fail (HEARSAY_IS_COLLECTION (self), NULL);
  return G_LIST_MODEL (self->statements);
}

HearsayArticle *
hearsay_collection_find_article (HearsayCollection *self,
                                 const char        *id)
{
  g_return_val_if_fail (HEARSAY_IS_COLLECTION (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);
  return g_hash_table_lookup (self->articles_by_id, id);
}

HearsayActor *
hearsay_collection_find_actor (HearsayCollection *self,
                               const char        *id)
{
  g_return_val_if_fail (HEARSAY_IS_COLLECTION (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);
  return g_hash_table_lookup (self->actors_by_id, id);
}

HearsayIssue *
hearsay_collection_find_issue (HearsayCollection *self,
                               const char        *id)
{
  g_return_val_if_fail (HEARSAY_IS_COLLECTION (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);
  return g_hash_table_lookup (self->issues_by_id, id);
}

static void
list_statements (HearsayCollection *self,
                 guint              position,
                 guint              n)
{
  for (guint i = position; i < position + n; i++)
    {
      HearsayStatement *statement = hearsay_all_statements_peek (self->statements, i);

      g_hash_table_insert (self->statements_by_id, (gpointer) hearsay_statement_get_id (statement), statement);
    }
}

/* Those that are gone are not known here any more; who asks next lists the others. */
static void
statements_changed_cb (HearsayCollection *self,
                       guint              position,
                       guint              n_removed,
                       guint              n_added,
                       GListModel        *statements)
{
  if (n_removed > 0)
    g_hash_table_remove_all (self->statements_by_id);
  else if (g_hash_table_size (self->statements_by_id) > 0)
    list_statements (self, position, n_added);
}

/**
 * hearsay_collection_find_statement:
 * @id: “ARTICLE-ID/s1”
 *
 * Returns: (nullable) (transfer none): the statement; in O(1), but for the
 *   first time and after a removal, which lists all
 */
HearsayStatement *
hearsay_collection_find_statement (HearsayCollection *self,
                                   const char        *id)
{
  g_return_val_if_fail (HEARSAY_IS_COLLECTION (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (self->statements_by_id == NULL)
    {
      self->statements_by_id = g_hash_table_new (g_str_hash, g_str_equal);
      g_signal_connect_object (self->statements, "items-changed", G_CALLBACK (statements_changed_cb),
                               self, G_CONNECT_SWAPPED);
    }
  if (g_hash_table_size (self->statements_by_id) == 0)
    list_statements (self, 0, g_list_model_get_n_items (G_LIST_MODEL (self->statements)));
  return g_hash_table_lookup (self->statements_by_id, id);
}

/**
 * hearsay_collection_has_target:
 * @target: an actor or issue
 *
 * Returns: whether some statement is about it; in time of all stances
 */
gboolean
hearsay_collection_has_target (HearsayCollection *self,
                               gpointer           target)
{
  guint n;

  g_return_val_if_fail (HEARSAY_IS_COLLECTION (self), FALSE);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->statements));
  for (guint i = 0; i < n; i++)
    {
      HearsayStatement *statement = hearsay_all_statements_peek (self->statements, i);

      for (guint k = 0; k < hearsay_statement_get_n_stances (statement); k++)
        if (hearsay_stance_get_target (hearsay_statement_peek_stance (statement, k)) == target)
          return TRUE;
    }
  return FALSE;
}

/**
 * hearsay_collection_add_actor:
 * @actor: (transfer none): one whose id is new here
 */
void
hearsay_collection_add_actor (HearsayCollection *self,
                              HearsayActor      *actor)
{
  g_return_if_fail (HEARSAY_IS_COLLECTION (self));
  g_return_if_fail (HEARSAY_IS_ACTOR (actor));
  g_return_if_fail (hearsay_collection_find_actor (self, hearsay_actor_get_id (actor)) == NULL);

  g_hash_table_insert (self->actors_by_id, (gpointer) hearsay_actor_get_id (actor), actor);
  hearsay_object_list_append (self->actors, actor);
}

/**
 * hearsay_collection_add_issue:
 * @issue: (transfer none): one whose id is new here
 */
void
hearsay_collection_add_issue (HearsayCollection *self,
                              HearsayIssue      *issue)
{
  g_return_if_fail (HEARSAY_IS_COLLECTION (self));
  g_return_if_fail (HEARSAY_IS_ISSUE (issue));
  g_return_if_fail (hearsay_collection_find_issue (self, hearsay_issue_get_id (issue)) == NULL);

  g_hash_table_insert (self->issues_by_id, (gpointer) hearsay_issue_get_id (issue), issue);
  hearsay_object_list_append (self->issues, issue);
}

/* Numbers of statements change once a batch: each change makes views redraw. */
static void
count_for_speaker (HearsayCollection *self,
                   HearsayStatement  *statement,
                   int                change)
{
  HearsayActor *speaker = hearsay_statement_get_speaker (statement);

  if (speaker == NULL)
    return;
  change += GPOINTER_TO_INT (g_hash_table_lookup (self->changed_counts, speaker));
  g_hash_table_insert (self->changed_counts, g_object_ref (speaker), GINT_TO_POINTER (change));
}

static void
apply_counts (HearsayCollection *self)
{
  g_autoptr (GHashTable) changes = g_steal_pointer (&self->changed_counts);
  GHashTableIter iter;
  gpointer actor;
  gpointer change;

  self->changed_counts = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  g_hash_table_iter_init (&iter, changes);
  while (g_hash_table_iter_next (&iter, &actor, &change))
    hearsay_actor_set_n_statements (actor, (guint) ((int) hearsay_actor_get_n_statements (actor) +
                                                    GPOINTER_TO_INT (change)));
}

static void
count_article (HearsayCollection *self,
               HearsayArticle    *article,
               int                sign)
{
  HearsayObjectList *statements = _hearsay_article_get_list (article);

  for (guint i = 0; i < hearsay_object_list_get_length (statements); i++)
    {
      HearsayStatement *statement = hearsay_object_list_peek (statements, i);

      if (hearsay_statement_get_status (statement) != HEARSAY_STATUS_REJECTED)
        count_for_speaker (self, statement, sign);
    }
}

static void
article_status_changed_cb (HearsayCollection *self,
                           HearsayStatement  *statement,
                           HearsayStatus      old_status,
                           HearsayArticle    *article)
{
  gboolean was_rejected = old_status == HEARSAY_STATUS_REJECTED;
  gboolean is_rejected = hearsay_statement_get_status (statement) == HEARSAY_STATUS_REJECTED;

  if (was_rejected != is_rejected)
    count_for_speaker (self, statement, is_rejected ? -1 : 1);
  hearsay_collection_touch (self);
}

/* Statements that come to an article which is here already. */
static void
article_statements_changed_cb (HearsayCollection *self,
                               guint              position,
                               guint              n_removed,
                               guint              n_added,
                               HearsayObjectList *statements)
{
  for (guint i = position; i < position + n_added; i++)
    {
      HearsayStatement *statement = hearsay_object_list_peek (statements, i);

      if (hearsay_statement_get_status (statement) != HEARSAY_STATUS_REJECTED)
        count_for_speaker (self, statement, 1);
    }
  hearsay_collection_touch (self);
}

static void
enter_article (HearsayCollection *self,
               HearsayArticle    *article)
{
  g_hash_table_insert (self->articles_by_id, (gpointer) hearsay_article_get_id (article), article);
  _hearsay_article_set_removed (article, FALSE);
  count_article (self, article, 1);
  g_signal_connect_object (article, "status-changed", G_CALLBACK (article_status_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (_hearsay_article_get_list (article), "items-changed",
                           G_CALLBACK (article_statements_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
leave_article (HearsayCollection *self,
               HearsayArticle    *article)
{
  g_hash_table_remove (self->articles_by_id, hearsay_article_get_id (article));
  count_article (self, article, -1);
  g_signal_handlers_disconnect_by_func (article, article_status_changed_cb, self);
  g_signal_handlers_disconnect_by_func (_hearsay_article_get_list (article),
                                        article_statements_changed_cb, self);
}

/**
 * hearsay_collection_splice_articles:
 * @position: where, at most the number of articles
 * @n_removals: how many articles go from there
 * @additions: (array length=n_additions) (transfer none) (nullable): ready
 *   articles whose ids are new here
 *
 * Each list changes once.
 */
void
hearsay_collection_splice_articles (HearsayCollection *self,
                                    guint              position,
                                    guint              n_removals,
                                    HearsayArticle   **additions,
                                    guint              n_additions)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (HEARSAY_IS_COLLECTION (self));
  g_return_if_fail (position <= hearsay_object_list_get_length (self->articles));
  g_return_if_fail (n_removals <= hearsay_object_list_get_length (self->articles) - position);

  if (n_removals == 0 && n_additions == 0)
    return;
  for (guint i = position; i < position + n_removals; i++)
    {
      HearsayArticle *article = hearsay_object_list_peek (self->articles, i);

      g_ptr_array_add (gone, g_object_ref (article));
      leave_article (self, article);
    }
  for (guint i = 0; i < n_additions; i++)
    enter_article (self, additions[i]);
  hearsay_object_list_splice (self->articles, position, n_removals, (gpointer *) additions, n_additions);
  for (guint i = 0; i < gone->len; i++)
    _hearsay_article_set_removed (g_ptr_array_index (gone, i), TRUE);
  hearsay_collection_touch (self);
}

/**
 * hearsay_collection_add_article:
 * @article: (transfer none): with its statements; its id is new here
 */
void
hearsay_collection_add_article (HearsayCollection *self,
                                HearsayArticle    *article)
{
  g_return_if_fail (HEARSAY_IS_COLLECTION (self));
  g_return_if_fail (HEARSAY_IS_ARTICLE (article));
  g_return_if_fail (hearsay_collection_find_article (self, hearsay_article_get_id (article)) == NULL);

  hearsay_collection_splice_articles (self, hearsay_object_list_get_length (self->articles), 0,
                                      &article, 1);
}

/**
 * hearsay_collection_find_position:
 * @article: an article
 * @position: (out): its place among the articles
 *
 * In time of the number of articles.
 *
 * Returns: whether it is in the collection
 */
gboolean
hearsay_collection_find_position (HearsayCollection *self,
                                  HearsayArticle    *article,
                                  guint             *position)
{
  g_return_val_if_fail (HEARSAY_IS_COLLECTION (self), FALSE);
  g_return_val_if_fail (position != NULL, FALSE);

  for (guint i = 0; i < hearsay_object_list_get_length (self->articles); i++)
    {
      if (hearsay_object_list_peek (self->articles, i) == (gpointer) article)
        {
          *position = i;
          return TRUE;
        }
    }
  return FALSE;
}

void
hearsay_collection_remove_article (HearsayCollection *self,
                                   HearsayArticle    *article)
{
  guint position;

  g_return_if_fail (HEARSAY_IS_COLLECTION (self));
  g_return_if_fail (HEARSAY_IS_ARTICLE (article));

  if (hearsay_collection_find_position (self, article, &position))
    hearsay_collection_splice_articles (self, position, 1, NULL, 0);
}

/**
 * hearsay_collection_freeze:
 *
 * Lists still follow at once, “changed” and the numbers of the speakers'
 * statements wait for the last hearsay_collection_thaw().
 */
void
hearsay_collection_freeze (HearsayCollection *self)
{
  g_return_if_fail (HEARSAY_IS_COLLECTION (self));
  self->n_frozen++;
}

void
hearsay_collection_thaw (HearsayCollection *self)
{
  g_return_if_fail (HEARSAY_IS_COLLECTION (self));
  g_return_if_fail (self->n_frozen > 0);

  self->n_frozen--;
  if (self->n_frozen == 0 && self->touched)
    hearsay_collection_touch (self);
}

void
hearsay_collection_touch (HearsayCollection *self)
{
  g_return_if_fail (HEARSAY_IS_COLLECTION (self));

  self->touched = TRUE;
  if (self->n_frozen > 0)
    return;
  self->touched = FALSE;
  apply_counts (self);
  g_signal_emit (self, signals[CHANGED], 0);
}
