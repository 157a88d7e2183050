/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/hearsay-session.h"
#include "ui/statements/hearsay-filter-chip.h"

G_BEGIN_DECLS

GtkWidget *hearsay_filter_choices_new      (HearsaySession  *session,
                                            HearsayChipType  type);
char      *hearsay_filter_choices_describe (HearsayFilter   *filter,
                                            HearsayChipType  type) G_GNUC_WARN_UNUSED_RESULT;
void       hearsay_filter_choices_clear    (HearsayFilter   *filter,
                                            HearsayChipType  type);

G_END_DECLS
