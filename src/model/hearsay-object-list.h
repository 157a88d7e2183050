/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HEARSAY_TYPE_OBJECT_LIST (hearsay_object_list_get_type ())
G_DECLARE_FINAL_TYPE (HearsayObjectList, hearsay_object_list, HEARSAY, OBJECT_LIST, GObject)

HearsayObjectList *hearsay_object_list_new        (GType              item_type) G_GNUC_WARN_UNUSED_RESULT;
guint              hearsay_object_list_get_length (HearsayObjectList *self);
gpointer           hearsay_object_list_peek       (HearsayObjectList *self,
                                                   guint              position);
void               hearsay_object_list_append     (HearsayObjectList *self,
                                                   gpointer           item);
void               hearsay_object_list_splice     (HearsayObjectList *self,
                                                   guint              position,
                                                   guint              n_removals,
                                                   gpointer          *additions,
                                                   guint              n_additions);

G_END_DECLS
