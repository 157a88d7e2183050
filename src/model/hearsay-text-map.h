/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HearsayTextMap HearsayTextMap;

HearsayTextMap *hearsay_text_map_new              (const char           *text) G_GNUC_WARN_UNUSED_RESULT;
void            hearsay_text_map_free             (HearsayTextMap       *self);
gsize           hearsay_text_map_get_byte         (const HearsayTextMap *self,
                                                   guint32               offset);
guint           hearsay_text_map_get_n_paragraphs (const HearsayTextMap *self);
guint           hearsay_text_map_find_paragraph   (const HearsayTextMap *self,
                                                   guint32               offset);

G_END_DECLS
