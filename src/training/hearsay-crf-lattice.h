/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-crf.h"

G_BEGIN_DECLS

/*
 * Forward and backward vectors of one sequence, each summing to one: rows of a
 * number for each label. Grows to the longest sequence and stays.
 */
typedef struct
{
  double *forward;
  double *backward;
  double *potentials;
  float *scores; /* that the potentials are made of */
  guint size;
} HearsayCrfLattice;

void hearsay_crf_lattice_grow  (HearsayCrfLattice *self,
                                guint              n,
                                guint              n_labels);
void hearsay_crf_lattice_clear (HearsayCrfLattice *self);
void hearsay_crf_lattice_run   (HearsayCrfLattice *self,
                                const HearsayCrf  *field,
                                const double      *links,
                                guint              n);
void hearsay_crf_normalise     (double            *row,
                                guint              n);

G_END_DECLS
