/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "network/hearsay-workers.h"

G_BEGIN_DECLS

typedef struct _HearsayTree HearsayTree;

HearsayTree *hearsay_tree_new   (guint           n);
void         hearsay_tree_free  (HearsayTree    *self);
void         hearsay_tree_repel (HearsayTree    *self,
                                 const float    *x,
                                 const float    *y,
                                 const float    *mass,
                                 float           opening,
                                 float          *force_x,
                                 float          *force_y,
                                 HearsayWorkers *workers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayTree, hearsay_tree_free)

G_END_DECLS
