/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-analysis.h"
#include "model/hearsay-collection.h"

G_BEGIN_DECLS

typedef enum
{
  HEARSAY_STORE_ERROR_NOT_A_COLLECTION,
  HEARSAY_STORE_ERROR_TOO_NEW,
  HEARSAY_STORE_ERROR_DAMAGED,
  HEARSAY_STORE_ERROR_LOCKED,
  HEARSAY_STORE_ERROR_FAILED,
  HEARSAY_STORE_ERROR_READ_ONLY,
  HEARSAY_STORE_ERROR_FULL,
  HEARSAY_STORE_ERROR_BAD_NAME,
} HearsayStoreError;

#define HEARSAY_STORE_ERROR (hearsay_store_error_quark ())
GQuark hearsay_store_error_quark (void);

/* “Hear” in the file's header (SQLite application_id) and the schema this program writes. */
#define HEARSAY_STORE_APPLICATION_ID 0x48656172
#define HEARSAY_STORE_SCHEMA_VERSION 7

/* The first schema with what people decided about issues. */
#define HEARSAY_STORE_ISSUES_VERSION 6

/* The first schema with kinds of relations, and with agreements. */
#define HEARSAY_STORE_AGREEMENTS_VERSION 7

/* The first schema whose articles have packed stances of today's make. */
#define HEARSAY_STORE_TIES_VERSION 6

/**
 * HearsayStoreHit:
 * @article_id: an article with the words
 * @snippet: where they stand, each between U+2068 and U+2069, with “…” where it is cut
 */
typedef struct
{
  char *article_id;
  char *snippet;
} HearsayStoreHit;

void hearsay_store_hit_free (HearsayStoreHit *self);

#define HEARSAY_TYPE_STORE (hearsay_store_get_type ())
G_DECLARE_FINAL_TYPE (HearsayStore, hearsay_store, HEARSAY, STORE, GObject)

/* Properties: collection, can-undo, can-redo, undo-label, redo-label, read-only, loading, problem.
 * Signal “failed” (GError): a write in the background did not succeed; nothing in memory is lost.
 *
 * One SQLite file (or memory). Every change is written in a transaction by one writer thread, in the order it was
 * made; the collection in memory follows at once, on the main thread. */

HearsayStore      *hearsay_store_open               (const char           *path,
                                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;
HearsayCollection *hearsay_store_get_collection     (HearsayStore         *self);
const char        *hearsay_store_get_path           (HearsayStore         *self); /* NULL in memory */
HearsayArticle    *hearsay_store_add_analysis       (HearsayStore         *self,
                                                     HearsayAnalysis      *analysis);
void               hearsay_store_remove_articles    (HearsayStore         *self,
                                                     HearsayArticle      **articles,
                                                     guint                 n_articles);
void               hearsay_store_set_status         (HearsayStore         *self,
                                                     HearsayStatement    **statements,
                                                     guint                 n_statements,
                                                     HearsayStatus         status);
HearsayIssue      *hearsay_store_add_issue          (HearsayStore         *self,
                                                     const char           *name,
                                                     const char *const    *wordings,
                                                     GError              **error);
gboolean           hearsay_store_rename_issue       (HearsayStore         *self,
                                                     HearsayIssue         *issue,
                                                     const char           *name,
                                                     GError              **error);
gboolean           hearsay_store_set_issue_wordings (HearsayStore         *self,
                                                     HearsayIssue         *issue,
                                                     const char *const    *wordings,
                                                     GError              **error);
gboolean           hearsay_store_merge_issues       (HearsayStore         *self,
                                                     HearsayIssue         *into,
                                                     HearsayIssue        **others,
                                                     guint                 n_others,
                                                     GError              **error);
HearsayIssue      *hearsay_store_split_issue        (HearsayStore         *self,
                                                     HearsayIssue         *issue,
                                                     const char           *wording,
                                                     GError              **error);
gboolean           hearsay_store_delete_issues      (HearsayStore         *self,
                                                     HearsayIssue        **issues,
                                                     guint                 n_issues,
                                                     GError              **error);
GPtrArray         *hearsay_store_dup_kept_issues    (HearsayStore         *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray         *hearsay_store_list_issue_wordings (HearsayStore        *self,
                                                      HearsayIssue        *issue,
                                                      GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean           hearsay_store_can_undo           (HearsayStore         *self);
gboolean           hearsay_store_can_redo           (HearsayStore         *self);
const char        *hearsay_store_get_undo_label     (HearsayStore         *self); /* nullable, translated */
const char        *hearsay_store_get_redo_label     (HearsayStore         *self);
void               hearsay_store_undo               (HearsayStore         *self);
void               hearsay_store_redo               (HearsayStore         *self);
gboolean           hearsay_store_is_read_only       (HearsayStore         *self);
gboolean           hearsay_store_is_loading         (HearsayStore         *self); /* a large file's articles still come in */
const char        *hearsay_store_get_problem        (HearsayStore         *self); /* nullable, for people: what is wrong with the file */
HearsayAnalysis   *hearsay_store_read_analysis      (HearsayStore         *self,
                                                     HearsayArticle       *article,
                                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean           hearsay_store_save_copy          (HearsayStore         *self,
                                                     const char           *path,
                                                     GError              **error);
GPtrArray         *hearsay_store_search             (HearsayStore         *self,
                                                     const char           *words,
                                                     guint                 limit,
                                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean           hearsay_store_flush              (HearsayStore         *self,
                                                     GError              **error); /* waits for the writer */

G_END_DECLS
