/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HearsayWorkers HearsayWorkers;

/* Works on the items first … last - 1; may not touch what other items write. */
typedef void (*HearsayWork) (gpointer data,
                             guint    first,
                             guint    last);

HearsayWorkers *hearsay_workers_new  (guint           n_threads);
void            hearsay_workers_run  (HearsayWorkers *self,
                                      guint           first,
                                      guint           last,
                                      guint           grain,
                                      HearsayWork     work,
                                      gpointer        data);
void            hearsay_workers_free (HearsayWorkers *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayWorkers, hearsay_workers_free)

G_END_DECLS
