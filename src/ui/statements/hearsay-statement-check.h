/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/hearsay-session.h"

G_BEGIN_DECLS

GtkListItemFactory *hearsay_statement_check_factory_new (HearsaySession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
