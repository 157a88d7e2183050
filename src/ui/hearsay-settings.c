/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/hearsay-settings.h"

/**
 * hearsay_settings_new:
 *
 * A program that was not installed has no schema, and g_settings_new() would
 * end it; it then runs with its defaults and remembers nothing.
 *
 * Returns: (transfer full) (nullable): what is kept between starts
 */
GSettings *
hearsay_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, HEARSAY_APP_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
