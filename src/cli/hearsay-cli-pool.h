/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HearsayCliPool HearsayCliPool;

/* Runs on any thread; takes @item over and returns a result, never NULL. */
typedef gpointer (*HearsayCliWork) (gpointer item,
                                    gpointer data);
/* Called for one result after the other, in the order of the items; takes @result over. */
typedef void     (*HearsayCliEmit) (gpointer result,
                                    gpointer data);

HearsayCliPool *hearsay_cli_pool_new    (guint            n_threads,
                                         HearsayCliWork   work,
                                         HearsayCliEmit   emit,
                                         gpointer         data) G_GNUC_WARN_UNUSED_RESULT;
void            hearsay_cli_pool_push   (HearsayCliPool  *self,
                                         gpointer         item);
void            hearsay_cli_pool_finish (HearsayCliPool  *self);

G_END_DECLS
