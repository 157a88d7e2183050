/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "store/hearsay-store.h"

G_BEGIN_DECLS

HearsayAnalysis *make_analysis      (const char        *id,
                                     guint              seed) G_GNUC_WARN_UNUSED_RESULT;
char            *describe           (HearsayCollection *collection) G_GNUC_WARN_UNUSED_RESULT;
char            *describe_analysis  (HearsayAnalysis   *analysis) G_GNUC_WARN_UNUSED_RESULT;
void             make_older         (const char        *path,
                                     int                version);
char            *make_folder        (void) G_GNUC_WARN_UNUSED_RESULT;
void             remove_folder      (const char        *folder);
HearsayStore    *open_store         (const char        *path) G_GNUC_WARN_UNUSED_RESULT;
void             close_store        (HearsayStore      *store);
HearsayStatement *get_statement     (HearsayStore      *store,
                                     const char        *id);
HearsayArticle  *get_article        (HearsayStore      *store,
                                     const char        *id);
void             add_made_article   (HearsayStore      *store,
                                     const char        *id,
                                     guint              seed);
void             add_made_articles  (HearsayStore      *store,
                                     guint              n);

G_END_DECLS
