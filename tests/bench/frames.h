/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <adwaita.h>
#include <time.h>

#include "ui/canvas/hearsay-canvas.h"

/* Frames of a drawing while it moves, in a real window: CPU milliseconds of all
 * threads and of the main one, medians. */

typedef enum
{
  FRAMES_PAN,
  FRAMES_PAN_ALONG,
  FRAMES_ZOOM,
} FramesMotion;

double     frames_cpu_ms (clockid_t      clock);
double     frames_median (GArray        *values);
void       frames_run    (GtkWidget     *widget,
                          FramesMotion   motion,
                          const char    *name);
void       frames_wait_ms (guint         ms);
void       frames_sharp  (HearsayCanvas *canvas);
GtkWidget *frames_show   (GtkWidget     *widget) G_GNUC_WARN_UNUSED_RESULT;
void       frames_floor  (void);
