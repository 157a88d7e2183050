/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-article.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_ALL_STATEMENTS (hearsay_all_statements_get_type ())
G_DECLARE_FINAL_TYPE (HearsayAllStatements, hearsay_all_statements, HEARSAY, ALL_STATEMENTS, GObject)

HearsayAllStatements *hearsay_all_statements_new  (GListModel           *articles) G_GNUC_WARN_UNUSED_RESULT;
HearsayStatement     *hearsay_all_statements_peek (HearsayAllStatements *self,
                                                   guint                 position);

G_END_DECLS
