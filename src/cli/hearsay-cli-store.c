/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "cli/hearsay-cli-store.h"

#include "cli/hearsay-cli-options.h"
#include "cli/hearsay-cli.h"

/**
 * hearsay_cli_finish_store:
 * @path: the collection's file, for messages
 * @error: (nullable) (transfer none): what went wrong before
 *
 * Waits until what was done is in the file; says on standard error why it is not.
 *
 * Returns: the exit status
 */
int
hearsay_cli_finish_store (HearsayStore *store,
                          const char   *path,
                          GError       *error)
{
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (HEARSAY_IS_STORE (store), HEARSAY_EXIT_SOME_FAILED);

  if (error == NULL && hearsay_store_flush (store, &failure))
    return HEARSAY_EXIT_DONE;
  hearsay_cli_report_error (path, error != NULL ? error : failure);
  return HEARSAY_EXIT_SOME_FAILED;
}
