/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "store/hearsay-issue-rules.h"
#include "store/hearsay-store-join.h"
#include "store/hearsay-store-record.h"
#include "store/hearsay-store-undo.h"
#include "store/hearsay-store-writer.h"
#include "store/hearsay-store.h"

G_BEGIN_DECLS

/* What other threads know of the store. */
typedef struct
{
  GWeakRef store;
  GMainContext *context;
} HearsayStoreLink;

typedef struct _HearsayRebuild HearsayRebuild;

/**
 * HearsayStore:
 *
 * A collection and the file it is kept in.
 */
struct _HearsayStore
{
  GObject parent_instance;

  char *path;
  HearsayCollection *collection;
  HearsayWriter *writer;
  HearsayStoreLink *link;
  HearsayUndo undo;
  GHashTable *decisions; /* article id → GPtrArray of HearsayDecision */
  HearsayJoin *join;
  HearsayIssueRules *rules;
  HearsayRebuild *rebuild;
  guint next_colour;
  gboolean read_only;
  char *problem;

  GThread *loader;
  GAsyncQueue *loaded;
  GSource *load_source;
  gint cancel_loading;
  guint n_failed;
  gboolean loading;
};

HearsayStoreLink *_hearsay_store_link_acquire     (HearsayStoreLink *link);
void              _hearsay_store_link_release     (gpointer          link);
void              _hearsay_store_link_invoke      (HearsayStoreLink *link,
                                                   GSourceFunc       func,
                                                   gpointer          data,
                                                   GDestroyNotify    free_func);
void              _hearsay_store_set_damaged      (HearsayStore     *self);
void              _hearsay_store_notify_loading   (HearsayStore     *self);
void              _hearsay_store_notify_undo      (HearsayStore     *self);
GPtrArray        *_hearsay_store_ensure_decisions (HearsayStore     *self,
                                                   const char       *article_id);
void              _hearsay_store_apply_people     (HearsayStore     *self,
                                                   HearsayStep      *step,
                                                   gboolean          back);
void              _hearsay_store_apply_issues     (HearsayStore     *self,
                                                   HearsayStep      *step,
                                                   gboolean          back);
void              _hearsay_store_take_issue       (HearsayStore     *self,
                                                   const HearsayIssueRow *row);
void              _hearsay_store_rebuild_article  (HearsayStore     *self,
                                                   HearsayStoreRecord *record);
HearsayRebuild   *_hearsay_rebuild_new            (void) G_GNUC_WARN_UNUSED_RESULT;
void              _hearsay_rebuild_free           (HearsayRebuild   *self);
void              _hearsay_store_queue_rebuild    (HearsayStore     *self,
                                                   const char       *article_id);
void              _hearsay_store_finish_rebuild   (HearsayStore     *self);
void              _hearsay_store_place_article     (HearsayStore     *self,
                                                   HearsayArticle   *article);
void              _hearsay_store_load_now         (HearsayStore     *self,
                                                   HearsayDatabase  *database);
void              _hearsay_store_start_loading    (HearsayStore     *self);
void              _hearsay_store_ensure_loaded    (HearsayStore     *self);
void              _hearsay_store_stop_loading     (HearsayStore     *self);

G_END_DECLS
