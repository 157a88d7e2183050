/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "render/hearsay-palette.h"

G_BEGIN_DECLS

HearsayStyle hearsay_style_current (void);
void         hearsay_style_watch   (GtkWidget    *widget);
GdkRGBA      hearsay_style_rgba    (HearsayColour colour);

G_END_DECLS
