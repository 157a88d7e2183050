/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "store/hearsay-store.h"
#include "ui/hearsay-session.h"
#include "ui/timeline/hearsay-timeline-rows.h"

G_BEGIN_DECLS

void             ui_fixture_init_plain      (int             *argc,
                                             char          ***argv);
gboolean         ui_fixture_init            (int             *argc,
                                             char          ***argv);
HearsayAnalysis *ui_fixture_new_analysis    (guint            number) G_GNUC_WARN_UNUSED_RESULT;
HearsayStore    *ui_fixture_new_store       (guint            n_articles) G_GNUC_WARN_UNUSED_RESULT;
HearsaySession  *ui_fixture_new_session     (guint            n_articles) G_GNUC_WARN_UNUSED_RESULT;
void             ui_fixture_add_rows        (HearsayTimelineRows *rows,
                                             GListModel      *statements);
GtkWidget       *ui_fixture_find            (GtkWidget       *widget,
                                             GType            type,
                                             const char      *label);
GtkWidget       *ui_fixture_show            (GtkWidget       *view);
void             ui_fixture_assert_narrow   (GtkWidget       *view);
void             ui_fixture_settle          (void);
char            *ui_fixture_write_file      (const char      *name,
                                             const char      *contents,
                                             gssize           length) G_GNUC_WARN_UNUSED_RESULT;
void             ui_fixture_assert_finalize (gpointer         object);

/* Goes on with the main loop until @condition holds; a test that waits for ever is ended by its runner. */
#define ui_fixture_wait_for(condition) \
  G_STMT_START { while (!(condition)) g_main_context_iteration (NULL, TRUE); } G_STMT_END

G_END_DECLS
