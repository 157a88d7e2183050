/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "training/hearsay-perceptron.h"
#include "training/hearsay-treebank.h"

G_BEGIN_DECLS

/*
 * A structured perceptron that learns to parse with a beam. It is corrected where
 * the search went most wrong (max-violation, Huang et al. 2012), or was not right by
 * a margin. One that chooses features learns with features that share weights by
 * chance, and counts in its perceptron those that were corrected.
 */
typedef struct _HearsayParserTrainer HearsayParserTrainer;

/* The width of the beam that is learnt with. */
#define HEARSAY_PARSER_BEAM 8

HearsayParserTrainer *hearsay_parser_trainer_new   (HearsayPerceptron       *perceptron,
                                                    gboolean                 choose);
void                  hearsay_parser_trainer_free  (HearsayParserTrainer    *self);
HearsayPerceptron    *hearsay_parser_trainer_steal (HearsayParserTrainer    *self);
gboolean              hearsay_parser_trainer_learn (HearsayParserTrainer    *self,
                                                    HearsayTreebankSentence *sentence,
                                                    const GByteArray        *oracle,
                                                    gboolean                 keep);

G_END_DECLS
