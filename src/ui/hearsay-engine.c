/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/hearsay-engine.h"

/**
 * hearsay_engine_get_analyzer:
 *
 * The one analyzer of the program, from any thread. The first that needs it loads
 * it; when that fails, the next one tries again.
 *
 * Returns: (transfer none): the analyzer, or %NULL with @error set
 */
HearsayAnalyzer *
hearsay_engine_get_analyzer (GError **error)
{
  static GMutex mutex;
  static HearsayAnalyzer *analyzer;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (analyzer == NULL)
    analyzer = hearsay_analyzer_new (error);
  return analyzer;
}
