/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HEARSAY_ROW_FIELDS 4

/**
 * HearsayRow:
 *
 * Four numbers that are sorted together: what networks are counted from.
 */
typedef struct
{
  guint32 field[HEARSAY_ROW_FIELDS];
} HearsayRow;

void hearsay_rows_sort (HearsayRow  *rows,
                        gsize        n_rows,
                        const guint *fields,
                        guint        n_fields);

void hearsay_rows_sort_numbers (guint32 *numbers,
                                guint32 *spare,
                                gsize    n);

G_END_DECLS
