/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HEARSAY_TYPE_APPLICATION (hearsay_application_get_type ())
G_DECLARE_FINAL_TYPE (HearsayApplication, hearsay_application, HEARSAY, APPLICATION, AdwApplication)

HearsayApplication *hearsay_application_new  (GApplicationFlags flags) G_GNUC_WARN_UNUSED_RESULT;
int                 hearsay_application_main (int               argc,
                                              char            **argv);

G_END_DECLS
