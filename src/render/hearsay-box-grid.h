/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x0;
  double y0;
  double x1;
  double y1;
} HearsayBox;

static inline gboolean
hearsay_box_overlaps (const HearsayBox *a,
                      const HearsayBox *b)
{
  return a->x0 < b->x1 && b->x0 < a->x1 && a->y0 < b->y1 && b->y0 < a->y1;
}

static inline gboolean
hearsay_box_contains (const HearsayBox *box,
                      double            x,
                      double            y)
{
  return x >= box->x0 && x <= box->x1 && y >= box->y0 && y <= box->y1;
}

static inline void
hearsay_box_add (HearsayBox       *box,
                 const HearsayBox *other)
{
  box->x0 = MIN (box->x0, other->x0);
  box->y0 = MIN (box->y0, other->y0);
  box->x1 = MAX (box->x1, other->x1);
  box->y1 = MAX (box->y1, other->y1);
}

#define HEARSAY_BOX_EMPTY ((HearsayBox) { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE })

typedef struct _HearsayBoxGrid HearsayBoxGrid;

HearsayBoxGrid *hearsay_box_grid_new      (double                cell) G_GNUC_WARN_UNUSED_RESULT;
void            hearsay_box_grid_free     (HearsayBoxGrid       *self);
void            hearsay_box_grid_add      (HearsayBoxGrid       *self,
                                           const HearsayBox     *box,
                                           guint32               tag);
gboolean        hearsay_box_grid_overlaps (const HearsayBoxGrid *self,
                                           const HearsayBox     *box,
                                           guint32               except);

#define HEARSAY_BOX_GRID_NO_TAG G_MAXUINT32

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayBoxGrid, hearsay_box_grid_free)

G_END_DECLS
