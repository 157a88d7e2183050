/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <adwaita.h>

#include "model/hearsay-article.h"
#include "model/hearsay-statement.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_AGREEMENT_LIST (hearsay_agreement_list_get_type ())
G_DECLARE_FINAL_TYPE (HearsayAgreementList, hearsay_agreement_list, HEARSAY, AGREEMENT_LIST, AdwBin)

void  hearsay_agreement_list_set_statement (HearsayAgreementList *self,
                                            HearsayStatement     *statement);
guint hearsay_agreement_list_get_n_rows    (HearsayAgreementList *self);

G_END_DECLS
