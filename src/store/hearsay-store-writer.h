/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "store/hearsay-database.h"
#include "store/hearsay-store-record.h"

G_BEGIN_DECLS

typedef enum
{
  HEARSAY_COMMAND_ADD,      /* record, actors, issues and all decisions about the article */
  HEARSAY_COMMAND_REMOVE,   /* ids */
  HEARSAY_COMMAND_RESTORE,  /* ids */
  HEARSAY_COMMAND_DECIDE,   /* decisions */
  HEARSAY_COMMAND_IDENTIFY, /* actors, moves, identities, lost names */
  HEARSAY_COMMAND_TEACH,    /* issues, and the ids of the articles that they may be in */
  HEARSAY_COMMAND_QUERY,    /* run and its data */
  HEARSAY_COMMAND_ASK,      /* likewise, and nobody waits */
  HEARSAY_COMMAND_STOP,
} HearsayCommandType;

typedef gboolean (*HearsayQueryFunc) (HearsayDatabase  *database,
                                      gpointer          data,
                                      GError          **error);

/* Called on the writer's thread; @data is its own from then on. */
typedef void     (*HearsayAnswerFunc) (gpointer      data,
                                       gboolean      success,
                                       const GError *error);

/**
 * HearsayCommand:
 *
 * One change to the file, in plain structs that the writer's thread takes over.
 */
typedef struct
{
  HearsayCommandType type;
  HearsayStoreRecord *record;
  GPtrArray *actors;    /* HearsayActorRow */
  GPtrArray *issues;    /* HearsayIssueRow */
  GPtrArray *ids;       /* char * */
  GPtrArray *decisions; /* HearsayDecision */
  GPtrArray *moves;     /* HearsayMove, shared with the step */
  gboolean back;        /* moves are taken back */
  GPtrArray *identities; /* HearsayIdentity */
  GPtrArray *lost;      /* char *: id of an actor and a name that it has no longer, in turn */
  HearsayQueryFunc run;
  gpointer data;
  HearsayAnswerFunc answered;
} HearsayCommand;

typedef struct _HearsayWriter HearsayWriter;

/* Called on the writer's thread. */
typedef void (*HearsayWriterFailedFunc) (const GError *error,
                                         gpointer      data);

HearsayCommand *hearsay_command_new   (HearsayCommandType        type) G_GNUC_WARN_UNUSED_RESULT;
void            hearsay_command_free  (HearsayCommand           *self);

HearsayWriter  *hearsay_writer_new    (HearsayDatabase          *database,
                                       gboolean                  check,
                                       HearsayWriterFailedFunc   failed,
                                       gpointer                  data) G_GNUC_WARN_UNUSED_RESULT;
void            hearsay_writer_free   (HearsayWriter            *self);
void            hearsay_writer_push   (HearsayWriter            *self,
                                       HearsayCommand           *command);
gboolean        hearsay_writer_query  (HearsayWriter            *self,
                                       HearsayQueryFunc          run,
                                       gpointer                  data,
                                       GError                  **error);
void            hearsay_writer_ask    (HearsayWriter            *self,
                                       HearsayQueryFunc          run,
                                       gpointer                  data,
                                       HearsayAnswerFunc         answered);
gboolean        hearsay_writer_flush  (HearsayWriter            *self,
                                       GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayCommand, hearsay_command_free)

G_END_DECLS
