/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-statement.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_VISIBLE_STATEMENTS (hearsay_visible_statements_get_type ())
G_DECLARE_FINAL_TYPE (HearsayVisibleStatements, hearsay_visible_statements, HEARSAY, VISIBLE_STATEMENTS, GObject)

HearsayVisibleStatements *hearsay_visible_statements_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void                      hearsay_visible_statements_replace   (HearsayVisibleStatements *self,
                                                                GPtrArray                *statements);
HearsayStatement        **hearsay_visible_statements_get_items (HearsayVisibleStatements *self);
gboolean                  hearsay_visible_statements_find      (HearsayVisibleStatements *self,
                                                                HearsayStatement         *statement,
                                                                guint                    *position);

G_END_DECLS
