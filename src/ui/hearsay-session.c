/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/hearsay-session.h"

#include <glib/gi18n.h>

#include "model/hearsay-filter.h"
#include "ui/hearsay-visible-statements.h"

/* What one idle may take of the main loop. */
#define SLICE_USEC 4000

struct _HearsaySession
{
  GObject parent_instance;

  HearsayStore         *store;
  HearsayFilter        *filter;
  HearsayVisibleStatements *statements;

  GPtrArray            *scope;
  GHashTable           *scope_set;
  HearsayArticle       *article;

  GPtrArray            *selection;
  GHashTable           *selection_set;
  HearsayStatement     *focus;

  /* A rebuild of the visible statements under way. */
  GPtrArray            *pending;
  guint                 cursor;
  guint                 pending_in_scope;
  guint                 n_in_scope;
  guint                 rebuild_id;
};

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

/* Returns whether the focus is another one now. */
static gboolean
put_focus (HearsaySession   *self,
           HearsayStatement *statement)
{
  HearsayArticle *article;

  if (!g_set_object (&self->focus, statement))
    return FALSE;

  article = statement != NULL ? hearsay_statement_get_article (statement) : NULL;
  if (article != NULL)
    hearsay_session_set_article (self, article);
  return TRUE;
}

static void
announce_selection (HearsaySession *self,
                    gboolean        focus_changed)
{
  if (focus_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_STATEMENT]);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* What has left the collection cannot stay selected. */
static void
drop_removed (HearsaySession *self)
{
  gboolean changed = FALSE;
  gboolean focus_changed = FALSE;

  for (guint i = self->selection->len; i > 0; i--)
    {
      HearsayStatement *statement = g_ptr_array_index (self->selection, i - 1);

      if (hearsay_statement_get_article (statement) != NULL)
        continue;
      g_hash_table_remove (self->selection_set, statement);
      g_ptr_array_remove_index (self->selection, i - 1);
      changed = TRUE;
    }
  if (self->focus != NULL && hearsay_statement_get_article (self->focus) == NULL)
    focus_changed = put_focus (self, NULL);
  if (changed || focus_changed)
    announce_selection (self, focus_changed);
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
  hearsay_visible_statements_replace (self->statements, self->pending);
  g_clear_pointer (&self->pending, g_ptr_array_unref);
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
      if (hearsay_filter_matches (self->filter, statement))
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
  if (self->rebuild_id == 0)
    self->rebuild_id = g_idle_add (rebuild_cb, self);
}

static void
collection_changed_cb (HearsaySession *self)
{
  drop_removed (self);
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

static gboolean
is_selection (HearsaySession    *self,
              HearsayStatement **statements,
              guint              n_statements)
{
  if (n_statements != self->selection->len)
    return FALSE;
  for (guint i = 0; i < n_statements; i++)
    {
      if (g_ptr_array_index (self->selection, i) != statements[i])
        return FALSE;
    }
  return TRUE;
}

/**
 * hearsay_session_select:
 * @statements: (array length=n_statements) (nullable) (transfer none): the new selection, in order
 * @n_statements: their number; 0 selects nothing
 *
 * Replaces the selection. The focus stays where it is when it is among them,
 * else it goes to the first.
 */
void
hearsay_session_select (HearsaySession    *self,
                        HearsayStatement **statements,
                        guint              n_statements)
{
  g_autoptr (GPtrArray) old = NULL;
  gboolean focus_changed = FALSE;

  g_return_if_fail (HEARSAY_IS_SESSION (self));
  g_return_if_fail (statements != NULL || n_statements == 0);

  if (is_selection (self, statements, n_statements) && (n_statements > 0 || self->focus == NULL))
    return;

  old = g_steal_pointer (&self->selection);
  self->selection = g_ptr_array_new_full (n_statements, g_object_unref);
  g_hash_table_remove_all (self->selection_set);
  for (guint i = 0; i < n_statements; i++)
    {
      if (g_hash_table_add (self->selection_set, statements[i]))
        g_ptr_array_add (self->selection, g_object_ref (statements[i]));
    }
  if (self->focus == NULL || !g_hash_table_contains (self->selection_set, self->focus))
    focus_changed = put_focus (self, n_statements > 0 ? statements[0] : NULL);
  announce_selection (self, focus_changed);
}

/**
 * hearsay_session_toggle:
 * @statement: a statement
 *
 * What Ctrl-click does: takes it into the selection and gives it the focus, or takes it out.
 */
void
hearsay_session_toggle (HearsaySession   *self,
                        HearsayStatement *statement)
{
  gboolean focus_changed = FALSE;

  g_return_if_fail (HEARSAY_IS_SESSION (self));
  g_return_if_fail (HEARSAY_IS_STATEMENT (statement));

  if (g_hash_table_add (self->selection_set, statement))
    {
      g_ptr_array_add (self->selection, g_object_ref (statement));
      focus_changed = put_focus (self, statement);
    }
  else
    {
      g_hash_table_remove (self->selection_set, statement);
      if (self->focus == statement)
        focus_changed = put_focus (self, NULL);
      g_ptr_array_remove (self->selection, statement);
      if (focus_changed && self->selection->len > 0)
        put_focus (self, g_ptr_array_index (self->selection, self->selection->len - 1));
    }
  announce_selection (self, focus_changed);
}

/**
 * hearsay_session_extend:
 * @statement: a visible statement
 *
 * What Shift-click does: selects everything from the focus to @statement in
 * the order of the visible statements. Without a visible focus it selects
 * @statement alone.
 */
void
hearsay_session_extend (HearsaySession   *self,
                        HearsayStatement *statement)
{
  guint from;
  guint to;

  g_return_if_fail (HEARSAY_IS_SESSION (self));
  g_return_if_fail (HEARSAY_IS_STATEMENT (statement));

  hearsay_session_flush (self);
  if (self->focus == NULL ||
      !hearsay_visible_statements_find (self->statements, self->focus, &from) ||
      !hearsay_visible_statements_find (self->statements, statement, &to))
    {
      hearsay_session_select (self, &statement, 1);
      return;
    }
  hearsay_session_select (self, hearsay_visible_statements_get_items (self->statements) + MIN (from, to),
                          MAX (from, to) - MIN (from, to) + 1);
}

const GPtrArray *
hearsay_session_get_selection (HearsaySession *self)
{
  g_return_val_if_fail (HEARSAY_IS_SESSION (self), NULL);

  return self->selection;
}

gboolean
hearsay_session_is_selected (HearsaySession   *self,
                             HearsayStatement *statement)
{
  g_return_val_if_fail (HEARSAY_IS_SESSION (self), FALSE);

  return statement != NULL && g_hash_table_contains (self->selection_set, statement);
}

HearsayStatement *
hearsay_session_get_selected_statement (HearsaySession *self)
{
  g_return_val_if_fail (HEARSAY_IS_SESSION (self), NULL);

  return self->focus;
}

/**
 * hearsay_session_set_selected_statement:
 * @statement: (nullable): the statement in focus
 *
 * A statement that is not selected becomes the selection; %NULL selects nothing.
 */
void
hearsay_session_set_selected_statement (HearsaySession   *self,
                                        HearsayStatement *statement)
{
  g_return_if_fail (HEARSAY_IS_SESSION (self));
  g_return_if_fail (statement == NULL || HEARSAY_IS_STATEMENT (statement));

  if (statement == NULL || !hearsay_session_is_selected (self, statement))
    hearsay_session_select (self, &statement, statement != NULL ? 1 : 0);
  else if (put_focus (self, statement))
    announce_selection (self, TRUE);
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
