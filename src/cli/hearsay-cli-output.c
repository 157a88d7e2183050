/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "cli/hearsay-cli-output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/hearsay-cli-options.h"

struct _HearsayCliOutput
{
  char *name;      /* as the person gave it */
  char *target;    /* what is replaced in the end, links followed; NULL when written to directly */
  char *temporary; /* beside the target, until it is complete */
  int fd;
  gboolean failed;
};

/* Removed when a signal ends the program: a handler may not touch anything that moves. */
static char temporary_path[PATH_MAX];
static volatile sig_atomic_t has_temporary;

static void
remove_temporary (int signal_number)
{
  if (has_temporary)
    unlink (temporary_path);
  signal (signal_number, SIG_DFL);
  raise (signal_number);
}

static void
watch_temporary (const char *path)
{
  if (strlen (path) >= sizeof temporary_path)
    return;
  strcpy (temporary_path, path);
  has_temporary = 1;
}

/* Makes the file and notes it in one step, as far as signals can see: none may find it before the handler would. */
static int
make_temporary (char *path)
{
  static const int signals[] = { SIGINT, SIGTERM, SIGHUP, SIGPIPE };
  sigset_t held;
  sigset_t before;
  int fd;
  int reason;

  sigemptyset (&held);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      signal (signals[i], remove_temporary);
      sigaddset (&held, signals[i]);
    }
  pthread_sigmask (SIG_BLOCK, &held, &before);
  fd = g_mkstemp_full (path, O_WRONLY | O_CLOEXEC, 0600);
  reason = errno;
  if (fd >= 0)
    watch_temporary (path);
  pthread_sigmask (SIG_SETMASK, &before, NULL);
  errno = reason;
  return fd;
}

static void
fail (HearsayCliOutput *self,
      int               reason)
{
  if (!self->failed)
    hearsay_cli_report (self->name, g_strerror (reason));
  self->failed = TRUE;
}

/* Something that is there and no plain file (a pipe, a device) is written to as it is. */
static gboolean
is_special (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 && !S_ISREG (info.st_mode) && !S_ISDIR (info.st_mode);
}

static void
open_temporary (HearsayCliOutput *self,
                const char       *path)
{
  char *resolved = realpath (path, NULL);
  GStatBuf info;
  mode_t mode;

  self->target = g_strdup (resolved != NULL ? resolved : path);
  free (resolved);
  if (g_stat (self->target, &info) == 0)
    {
      if (S_ISDIR (info.st_mode))
        {
          fail (self, EISDIR);
          return;
        }
      mode = info.st_mode & 0777;
    }
  else
    {
      mode_t mask = umask (0);

      umask (mask);
      mode = 0666 & ~mask;
    }
  self->temporary = g_strconcat (self->target, ".XXXXXX", NULL);
  self->fd = make_temporary (self->temporary);
  if (self->fd < 0)
    {
      fail (self, errno);
      g_clear_pointer (&self->temporary, g_free);
      return;
    }
  if (fchmod (self->fd, mode) != 0)
    fail (self, errno);
}

/**
 * hearsay_cli_output_new:
 * @path: (nullable): a file's path; %NULL and “-” are standard output
 *
 * Begins to write a result. A file is written beside its place and put there
 * by hearsay_cli_output_commit() only when it is complete. What fails is
 * reported once.
 *
 * Returns: (transfer full): an output
 */
HearsayCliOutput *
hearsay_cli_output_new (const char *path)
{
  HearsayCliOutput *self = g_new0 (HearsayCliOutput, 1);

  self->fd = -1;
  if (path == NULL || g_str_equal (path, "-"))
    {
      self->name = g_strdup (_("standard output"));
      self->fd = STDOUT_FILENO;
      return self;
    }
  self->name = g_strdup (path);
  if (is_special (path))
    {
      self->fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
      if (self->fd < 0)
        fail (self, errno);
    }
  else
    open_temporary (self, path);
  return self;
}

const char *
hearsay_cli_output_name (HearsayCliOutput *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * hearsay_cli_output_write:
 * @bytes: (array length=length): what is written
 *
 * Returns: whether everything has been written so far
 */
gboolean
hearsay_cli_output_write (HearsayCliOutput *self,
                          const char       *bytes,
                          gsize             length)
{
  g_return_val_if_fail (self != NULL, FALSE);

  while (!self->failed && length > 0)
    {
      gssize n = write (self->fd, bytes, length);

      if (n >= 0)
        {
          bytes += n;
          length -= (gsize) n;
        }
      else if (errno != EINTR)
        fail (self, errno);
    }
  return !self->failed;
}

/**
 * hearsay_cli_output_commit:
 *
 * Puts a complete file in its place.
 *
 * Returns: whether everything has been written
 */
gboolean
hearsay_cli_output_commit (HearsayCliOutput *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->temporary == NULL)
    return !self->failed;
  if (!self->failed && fsync (self->fd) != 0)
    fail (self, errno);
  if (close (self->fd) != 0)
    fail (self, errno);
  self->fd = -1;
  if (!self->failed && g_rename (self->temporary, self->target) != 0)
    fail (self, errno);
  if (self->failed)
    g_unlink (self->temporary);
  has_temporary = 0;
  g_clear_pointer (&self->temporary, g_free);
  return !self->failed;
}

/**
 * hearsay_cli_output_free:
 * @self: (nullable): an output; what was not committed is removed
 */
void
hearsay_cli_output_free (HearsayCliOutput *self)
{
  if (self == NULL)
    return;

  if (self->fd >= 0 && self->fd != STDOUT_FILENO)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  has_temporary = 0;
  g_free (self->name);
  g_free (self->target);
  g_free (self->temporary);
  g_free (self);
}
