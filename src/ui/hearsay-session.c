/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/hearsay-session-private.h"

#include <glib/gi18n.h>

#include "model/hearsay-filter.h"

/* What one idle may take of the main loop. */
#define SLICE_USEC 4000

enum
{
  PROP_0,
  PROP_STORE,
  PROP_COLLECTION,
  PROP_FILTER,
  PROP_STATEMENTS,
  PROP_ARTICLE,
  PROP_SELECTED_STATEMENT,
  N_PROPS
};

enum
{
  STATEMENTS_CHANGED,
  SELECTION_CHANGED,
  SHOW_STATEMENT,
  TOAST,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (HearsaySession, hearsay_session, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
in_scope (HearsaySession   *self,
          HearsayStatement *statement)
{
  HearsayArticle *article = hearsay_statement_get_article (statement);

  if (article == NULL)
    return FALSE;
  return self->scope->len == 0 || g_hash_table_contains (self->scope_set, article);
}

/**
 * hearsay_session_announce_selection:
 * @focus_changed: whether another statement is in focus
 */
void
hearsay_session_announce_selection (HearsaySession *self,
                                    gboolean        focus_changed)
{
  if (focus_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_STATEMENT]);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
drop_removed_articles (HearsaySession *self)
{
  HearsayCollection *collection = hearsay_session_get_collection (self);

  for (guint i = self->scope->len; i > 0; i--)
    {
      HearsayArticle *article = g_ptr_array_index (self->scope, i - 1);

      if (hearsay_collection_find_article (collection, hearsay_article_get_id (article)) == article)
        continue;
      g_hash_table_remove (self->scope_set, article);
      g_ptr_array_remove_index (self->scope, i - 1);
    }
  if (self->article != NULL &&
      hearsay_collection_find_article (collection, hearsay_article_get_id (self->article)) != self->article)
    hearsay_session_set_article (self, NULL);
}

static void
publish (HearsaySession *self)
{
  self->n_in_scope = self->pending_in_scope;
  hearsay_visible_statements_replace (self->all_days, self->pending_all_days);
  hearsay_visible_statements_replace (self->statements, self->pending);
  g_clear_pointer (&self->pending, g_ptr_array_unref);
  g_clear_pointer (&self->pending_all_days, g_ptr_array_unref);
  g_signal_emit (self, signals[STATEMENTS_CHANGED], 0);
}

/* Goes on with the rebuild until @deadline (monotonic µs, or G_MAXINT64);
 * returns whether it is finished. */
static gboolean
rebuild_step (HearsaySession *self,
              gint64          deadline)
{
  GListModel *all = hearsay_collection_get_statements (hearsay_session_get_collection (self));
  guint n = g_list_model_get_n_items (all);

  if (self->pending == NULL)
    {
      self->pending = g_ptr_array_new_with_free_func (g_object_unref);
      self->pending_all_days = g_ptr_array_new_with_free_func (g_object_unref);
      self->cursor = 0;
      self->pending_in_scope = 0;
    }
  for (; self->cursor < n; self->cursor++)
    {
      g_autoptr (HearsayStatement) statement = NULL;

      if (self->cursor % 64 == 63 && g_get_monotonic_time () > deadline)
        return FALSE;
      statement = g_list_model_get_item (all, self->cursor);
      if (!in_scope (self, statement))
        continue;
      if (hearsay_statement_get_status (statement) != HEARSAY_STATUS_REJECTED)
        self->pending_in_scope++;
      if (!hearsay_filter_matches_apart_from_days (self->filter, statement))
        continue;
      g_ptr_array_add (self->pending_all_days, g_object_ref (statement));
      if (hearsay_filter_matches_days (self->filter, statement))
        g_ptr_array_add (self->pending, g_steal_pointer (&statement));
    }
  return TRUE;
}

static gboolean
rebuild_cb (gpointer data)
{
  HearsaySession *self = HEARSAY_SESSION (data);

  if (!rebuild_step (self, g_get_monotonic_time () + SLICE_USEC))
    return G_SOURCE_CONTINUE;

  self->rebuild_id = 0;
  publish (self);
  return G_SOURCE_REMOVE;
}

static void
queue_rebuild (HearsaySession *self)
{
  g_clear_pointer (&self->pending, g_ptr_array_unref);
  g_clear_pointer (&self->pending_all_days, g_ptr_array_unref);
  if (self->rebuild_id == 0)
    self->rebuild_id = g_idle_add (rebuild_cb, self);
}

static void
collection_changed_cb (HearsaySession *self)
{
  hearsay_session_drop_removed (self);
  drop_removed_articles (self);
  queue_rebuild (self);
}

static void
hearsay_session_constructed (GObject *object)
{
  HearsaySession *self = HEARSAY_SESSION (object);
  HearsayCollection *collection;

  G_OBJECT_CLASS (hearsay_session_parent_class)->constructed (object);

  collection = hearsay_session_get_collection (self);
  g_signal_connect_object (collection, "changed", G_CALLBACK (collection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (queue_rebuild), self, G_CONNECT_SWAPPED);
  queue_rebuild (self);
}

static void
hearsay_session_dispose (GObject *object)
{
  HearsaySession *self = HEARSAY_SESSION (object);

  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  g_clear_pointer (&self->pending, g_ptr_array_unref);
  g_clear_pointer (&self->pending_all_days, g_ptr_array_unref);
  g_hash_table_remove_all (self->scope_set);
  g_hash_table_remove_all (self->selection_set);
  g_ptr_array_set_size (self->scope, 0);
  g_ptr_array_set_size (self->selection, 0);
  g_clear_object (&self->article);
  g_clear_object (&self->focus);

  G_OBJECT_CLASS (hearsay_session_parent_class)->dispose (object);
}

static void
hearsay_session_finalize (GObject *object)
{
  HearsaySession *self = HEARSAY_SESSION (object);

  g_clear_object (&self->statements);
  g_clear_object (&self->all_days);
  g_clear_object (&self->filter);
  g_clear_object (&self->store);
  g_clear_pointer (&self->scope, g_ptr_array_unref);
  g_clear_pointer (&self->scope_set, g_hash_table_unref);
  g_clear_pointer (&self->selection, g_ptr_array_unref);
  g_clear_pointer (&self->selection_set, g_hash_table_unref);

  G_OBJECT_CLASS (hearsay_session_parent_class)->finalize (object);
}

static void
hearsay_session_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  HearsaySession *self = HEARSAY_SESSION (object);

  switch (prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_COLLECTION:
      g_value_set_object (value, hearsay_session_get_collection (self));
      break;
    case PROP_FILTER:
      g_value_set_object (value, self->filter);
      break;
    case PROP_STATEMENTS:
      g_value_set_object (value, self->statements);
      break;
    case PROP_ARTICLE:
      g_value_set_object (value, self->article);
      break;
    case PROP_SELECTED_STATEMENT:
      g_value_set_object (value, self->focus);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_session_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  HearsaySession *self = HEARSAY_SESSION (object);

  switch (prop_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    case PROP_ARTICLE:
      hearsay_session_set_article (self, g_value_get_object (value));
      break;
    case PROP_SELECTED_STATEMENT:
      hearsay_session_set_selected_statement (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, HEARSAY_TYPE_STORE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COLLECTION] =
    g_param_spec_object ("collection", NULL, NULL, HEARSAY_TYPE_COLLECTION,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FILTER] =
    g_param_spec_object ("filter", NULL, NULL, HEARSAY_TYPE_FILTER,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATEMENTS] =
    g_param_spec_object ("statements", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ARTICLE] =
    g_param_spec_object ("article", NULL, NULL, HEARSAY_TYPE_ARTICLE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED_STATEMENT] =
    g_param_spec_object ("selected-statement", NULL, NULL, HEARSAY_TYPE_STATEMENT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hearsay_session_class_init (HearsaySessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = hearsay_session_constructed;
  object_class->dispose = hearsay_session_dispose;
  object_class->finalize = hearsay_session_finalize;
  object_class->get_property = hearsay_session_get_property;
  object_class->set_property = hearsay_session_set_property;
  install_properties (object_class);

  signals[STATEMENTS_CHANGED] =
    g_signal_new ("statements-changed", HEARSAY_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[SELECTION_CHANGED] =
    g_signal_new ("selection-changed", HEARSAY_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[SHOW_STATEMENT] =
    g_signal_new ("show-statement", HEARSAY_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, HEARSAY_TYPE_STATEMENT);
  signals[TOAST] =
    g_signal_new ("toast", HEARSAY_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
hearsay_session_init (HearsaySession *self)
{
  self->filter = hearsay_filter_new ();
  self->statements = hearsay_visible_statements_new ();
  self->all_days = hearsay_visible_statements_new ();
  self->scope = g_ptr_array_new_with_free_func (g_object_unref);
  self->scope_set = g_hash_table_new (NULL, NULL);
  self->selection = g_ptr_array_new_with_free_func (g_object_unref);
  self->selection_set = g_hash_table_new (NULL, NULL);
}

/**
 * hearsay_session_new:
 * @store: the collection file that is worked on
 *
 * Returns: (transfer full): a session in which nothing is selected or filtered
 */
HearsaySession *
hearsay_session_new (HearsayStore *store)
{
  g_return_val_if_fail (HEARSAY_IS_STORE (store), NULL);

  return g_object_new (HEARSAY_TYPE_SESSION, "store", store, NULL);
}

HearsayStore *
hearsay_session_get_store (HearsaySession *self)
{
  g_return_val_if_fail (HEARSAY_IS_SESSION (self), NULL);

  return self->store;
}

HearsayCollection *
hearsay_session_get_collection (HearsaySession *self)
{
  g_return_val_if_fail (HEARSAY_IS_SESSION (self), NULL);

  return hearsay_store_get_collection (self->store);
}

HearsayFilter *
hearsay_session_get_filter (HearsaySession *self)
{
  g_return_val_if_fail (HEARSAY_IS_SESSION (self), NULL);

  return self->filter;
}

/**
 * hearsay_session_get_statements:
 *
 * Returns: (transfer none): the statements in scope that pass the filter, in
 *   the collection's order. It follows changes in an idle.
 */
GListModel *
hearsay_session_get_statements (HearsaySession *self)
{
  g_return_val_if_fail (HEARSAY_IS_SESSION (self), NULL);

  return G_LIST_MODEL (self->statements);
}

/**
 * hearsay_session_get_all_days:
 *
 * Returns: (transfer none): what hearsay_session_get_statements() would hold if
 *   the filter had no days; it changes along with that list
 */
GListModel *
hearsay_session_get_all_days (HearsaySession *self)
{
  g_return_val_if_fail (HEARSAY_IS_SESSION (self), NULL);

  return G_LIST_MODEL (self->all_days);
}

/**
 * hearsay_session_get_n_in_scope:
 *
 * Returns: how many statements there would be without a filter, rejected ones not counted
 */
guint
hearsay_session_get_n_in_scope (HearsaySession *self)
{
  g_return_val_if_fail (HEARSAY_IS_SESSION (self), 0);

  return self->n_in_scope;
}

/**
 * hearsay_session_flush:
 *
 * Brings the visible statements up to date now instead of in an idle.
 */
void
hearsay_session_flush (HearsaySession *self)
{
  g_return_if_fail (HEARSAY_IS_SESSION (self));

  if (self->rebuild_id == 0)
    return;
  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  rebuild_step (self, G_MAXINT64);
  publish (self);
}

/**
 * hearsay_session_set_scope:
 * @articles: (array length=n_articles) (nullable): the articles that views are narrowed to
 * @n_articles: their number; 0 for the whole collection
 */
void
hearsay_session_set_scope (HearsaySession  *self,
                           HearsayArticle **articles,
                           guint            n_articles)
{
  g_return_if_fail (HEARSAY_IS_SESSION (self));
  g_return_if_fail (articles != NULL || n_articles == 0);

  if (n_articles == 0 && self->scope->len == 0)
    return;

  g_hash_table_remove_all (self->scope_set);
  g_ptr_array_set_size (self->scope, 0);
  for (guint i = 0; i < n_articles; i++)
    {
      if (g_hash_table_add (self->scope_set, articles[i]))
        g_ptr_array_add (self->scope, g_object_ref (articles[i]));
    }
  queue_rebuild (self);
}

const GPtrArray *
hearsay_session_get_scope (HearsaySession *self)
{
  g_return_val_if_fail (HEARSAY_IS_SESSION (self), NULL);

  return self->scope;
}

HearsayArticle *
hearsay_session_get_article (HearsaySession *self)
{
  g_return_val_if_fail (HEARSAY_IS_SESSION (self), NULL);

  return self->article;
}

void
hearsay_session_set_article (HearsaySession *self,
                             HearsayArticle *article)
{
  g_return_if_fail (HEARSAY_IS_SESSION (self));
  g_return_if_fail (article == NULL || HEARSAY_IS_ARTICLE (article));

  if (g_set_object (&self->article, article))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
}

/**
 * hearsay_session_show_statement:
 * @statement: a statement
 *
 * Selects it and asks the window to show its sentence in the article.
 */
void
hearsay_session_show_statement (HearsaySession   *self,
                                HearsayStatement *statement)
{
  g_return_if_fail (HEARSAY_IS_SESSION (self));
  g_return_if_fail (HEARSAY_IS_STATEMENT (statement));

  hearsay_session_set_selected_statement (self, statement);
  if (hearsay_statement_get_article (statement) != NULL)
    hearsay_session_set_article (self, hearsay_statement_get_article (statement));
  g_signal_emit (self, signals[SHOW_STATEMENT], 0, statement);
}

static char *
describe_status (HearsayStatus status,
                 guint         n)
{
  switch (status)
    {
    case HEARSAY_STATUS_ACCEPTED:
      return g_strdup_printf (ngettext ("Accepted %u statement", "Accepted %u statements", n), n);
    case HEARSAY_STATUS_REJECTED:
      return g_strdup_printf (ngettext ("Rejected %u statement", "Rejected %u statements", n), n);
    case HEARSAY_STATUS_CORRECTED:
      return g_strdup_printf (ngettext ("Corrected %u statement", "Corrected %u statements", n), n);
    case HEARSAY_STATUS_SUGGESTED:
    default:
      return g_strdup_printf (ngettext ("Reset %u statement", "Reset %u statements", n), n);
    }
}

/**
 * hearsay_session_set_status:
 * @statements: (array length=n_statements) (transfer none): statements
 * @status: what a person has decided about them
 *
 * One undo step, told of in a toast with Undo when it is about a rejection or several statements.
 */
void
hearsay_session_set_status (HearsaySession    *self,
                            HearsayStatement **statements,
                            guint              n_statements,
                            HearsayStatus      status)
{
  g_autofree char *message = NULL;

  g_return_if_fail (HEARSAY_IS_SESSION (self));
  g_return_if_fail (statements != NULL || n_statements == 0);

  if (n_statements == 0)
    return;
  hearsay_store_set_status (self->store, statements, n_statements, status);
  if (n_statements == 1 && status != HEARSAY_STATUS_REJECTED)
    return;
  message = describe_status (status, n_statements);
  hearsay_session_toast (self, message, TRUE);
}

/**
 * hearsay_session_toast:
 * @message: one translated sentence
 * @undoable: whether the toast offers to undo the last step
 */
void
hearsay_session_toast (HearsaySession *self,
                       const char     *message,
                       gboolean        undoable)
{
  g_return_if_fail (HEARSAY_IS_SESSION (self));
  g_return_if_fail (message != NULL);

  g_signal_emit (self, signals[TOAST], 0, message, undoable);
}
