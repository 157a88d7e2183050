/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/widgets/hearsay-style.h"

#include <adwaita.h>

/**
 * hearsay_style_current:
 *
 * Returns: the palette that goes with the window's colour scheme
 */
HearsayStyle
hearsay_style_current (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ()) ? HEARSAY_STYLE_DARK : HEARSAY_STYLE_LIGHT;
}

/**
 * hearsay_style_watch:
 * @widget: a widget that draws with the palette
 *
 * Draws @widget anew whenever the colour scheme changes.
 */
void
hearsay_style_watch (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), widget,
                           G_CONNECT_SWAPPED);
}

GdkRGBA
hearsay_style_rgba (HearsayColour colour)
{
  return (GdkRGBA) {
    .red = (float) colour.red,
    .green = (float) colour.green,
    .blue = (float) colour.blue,
    .alpha = (float) colour.alpha,
  };
}
