/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/hearsay-session.h"

G_BEGIN_DECLS

#define HEARSAY_TYPE_SPEAKER_CHIPS (hearsay_speaker_chips_get_type ())
G_DECLARE_FINAL_TYPE (HearsaySpeakerChips, hearsay_speaker_chips, HEARSAY, SPEAKER_CHIPS, GtkWidget)

/* Property: session. The speakers of the session's article: colour key and filter. A click shows one speaker alone,
 * Ctrl-click adds one, “All” takes the filter away. */

GtkWidget *hearsay_speaker_chips_new (void);

G_END_DECLS
