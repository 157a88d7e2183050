/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HearsayImportJob:
 * @file: what to read
 * @cancellable: shared by all jobs of one go
 * @issues: (nullable) (element-type GStrv): what people say is argued about, shared by jobs
 * @analyses: (element-type HearsayAnalysis): filled by the worker
 * @files: (element-type GFile) (nullable): instead, what a folder holds
 * @error: (nullable): why there is nothing
 * @row: (nullable): the main thread's own, never touched by the worker
 * @number: its place in the order of what was asked for
 *
 * One file on its way through a worker thread: plain data that one thread at
 * a time holds.
 */
typedef struct
{
  GFile *file;
  GCancellable *cancellable;
  GPtrArray *issues;
  GPtrArray *analyses;
  GPtrArray *files;
  GError *error;
  gpointer row;
  guint64 number;
} HearsayImportJob;

HearsayImportJob *hearsay_import_job_new  (GFile            *file,
                                           GCancellable     *cancellable) G_GNUC_WARN_UNUSED_RESULT;
void              hearsay_import_job_free (HearsayImportJob *self);
void              hearsay_import_job_run  (HearsayImportJob *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayImportJob, hearsay_import_job_free)

G_END_DECLS
