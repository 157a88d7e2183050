/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "ui/hearsay-session.h"
#include "ui/hearsay-visible-statements.h"

G_BEGIN_DECLS

struct _HearsaySession
{
  GObject parent_instance;

  HearsayStore         *store;
  HearsayFilter        *filter;
  HearsayVisibleStatements *statements;
  HearsayVisibleStatements *all_days;

  GPtrArray            *scope;
  GHashTable           *scope_set;
  HearsayArticle       *article;

  GPtrArray            *selection;
  GHashTable           *selection_set;
  HearsayStatement     *focus;

  /* A rebuild of the visible statements under way. */
  GPtrArray            *pending;
  GPtrArray            *pending_all_days;
  guint                 cursor;
  guint                 pending_in_scope;
  guint                 n_in_scope;
  guint                 rebuild_id;
};

/* hearsay-session.c */
void hearsay_session_announce_selection (HearsaySession *self,
                                         gboolean        focus_changed);

/* hearsay-session-selection.c */
void hearsay_session_drop_removed       (HearsaySession *self);

G_END_DECLS
