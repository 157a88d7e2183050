/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "model/hearsay-filter.h"

G_BEGIN_DECLS

/* Between hearsay-filter.c, -choices.c and -match.c. */

/**
 * HearsayFilter:
 *
 * Which statements the views show. A fresh one lets everything pass but what
 * was rejected.
 */
struct _HearsayFilter
{
  GObject parent_instance;

  GPtrArray *speakers;
  GPtrArray *targets;
  GHashTable *speaker_set;
  GHashTable *target_set;
  guint positions;
  guint kinds;
  guint statuses;
  gint32 first_day;
  gint32 last_day;
  char *text;
  char *folded; /* what is looked for */
};

enum
{
  PROP_0,
  PROP_SPEAKERS,
  PROP_TARGETS,
  PROP_POSITIONS,
  PROP_KINDS,
  PROP_STATUSES,
  PROP_FIRST_DAY,
  PROP_LAST_DAY,
  PROP_TEXT,
  PROP_IS_EMPTY,
  N_PROPS
};

void     hearsay_filter_emit_changed (HearsayFilter *self,
                                      guint          prop_id,
                                      gboolean       was_empty);
gboolean hearsay_filter_set_objects  (GPtrArray     *array,
                                      GHashTable    *set,
                                      gpointer      *objects,
                                      guint          n_objects);

G_END_DECLS
