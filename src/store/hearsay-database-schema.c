/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "store/hearsay-database.h"

#include "store/hearsay-store.h"

/* Since version 2: what people decided about who somebody is. */
#define IDENTITIES \
  "CREATE TABLE identities (" \
  "  key INTEGER PRIMARY KEY, kind TEXT NOT NULL, name_key TEXT NOT NULL, article_id TEXT," \
  "  actor_id TEXT NOT NULL, decided_at TEXT NOT NULL, author TEXT NOT NULL);"

/* Since version 4: whom the words of a source point back to, and how that was found. */
#define ANTECEDENTS \
  "ALTER TABLE statements ADD COLUMN antecedent_start INTEGER NOT NULL DEFAULT 0;" \
  "ALTER TABLE statements ADD COLUMN antecedent_end INTEGER NOT NULL DEFAULT 0;" \
  "ALTER TABLE statements ADD COLUMN resolved TEXT;"

/* Since version 5: how sure it is what an actor is; 1 where a person said so, 0 where nobody knows. */
#define KIND_CONFIDENCE "ALTER TABLE actors ADD COLUMN kind_confidence REAL NOT NULL DEFAULT 0;"

/* Since version 6 in this make: the stances and mentions of each article packed for networks, so that
 * these are counted without walking through the wide rows. See hearsay-store-ties.c. */
#define TIES \
  "DROP TABLE IF EXISTS ties;" \
  "CREATE TABLE ties (" \
  "  article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE, rows BLOB NOT NULL);"

/* Since version 6: what people decided about issues. “shown_issues” has those of articles
 * that would have others without these decisions; stances in “ties” count them. */
#define ISSUES \
  "ALTER TABLE issues ADD COLUMN state TEXT NOT NULL DEFAULT 'found';" \
  "CREATE TABLE issue_wordings (" \
  "  issue INTEGER NOT NULL REFERENCES issues (key) ON DELETE CASCADE, number INTEGER NOT NULL," \
  "  wording TEXT NOT NULL, PRIMARY KEY (issue, number)) WITHOUT ROWID;" \
  "CREATE TABLE shown_issues (" \
  "  article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE, number INTEGER NOT NULL," \
  "  issue INTEGER NOT NULL REFERENCES issues (key), PRIMARY KEY (article, number)) WITHOUT ROWID;"

/* Since version 7: what is stated as a fact apart from attitudes, and who agrees with whom. */
#define AGREEMENTS \
  "ALTER TABLE relations ADD COLUMN kind TEXT NOT NULL DEFAULT 'attitude';" \
  "CREATE TABLE agreements (" \
  "  article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE, number INTEGER NOT NULL," \
  "  holder INTEGER NOT NULL, other INTEGER NOT NULL, issue INTEGER, same INTEGER NOT NULL," \
  "  sure INTEGER NOT NULL, stated INTEGER NOT NULL, evidence_start INTEGER NOT NULL, evidence_end INTEGER NOT NULL," \
  "  PRIMARY KEY (article, number)) WITHOUT ROWID;"

/* Rows of one article lie together: an article is read and replaced as a whole.
 * Numbers count from 0 within what they belong to. Dates are ISO 8601, spans code
 * points of the article's text. Decisions hold on to articles by id, not by key:
 * they outlive them. */
static const char schema[] =
  "CREATE TABLE articles ("
  "  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT, title TEXT, byline TEXT,"
  "  publisher TEXT, section TEXT, language TEXT NOT NULL, published TEXT,"
  "  removed INTEGER NOT NULL DEFAULT 0, text TEXT NOT NULL);"
  "CREATE INDEX removed_articles ON articles (key) WHERE removed;"
  "CREATE TABLE actors ("
  "  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL,"
  "  short_name TEXT NOT NULL, role TEXT, affiliation INTEGER REFERENCES actors (key), colour INTEGER);"
  "CREATE TABLE aliases ("
  "  actor INTEGER NOT NULL REFERENCES actors (key) ON DELETE CASCADE, name TEXT NOT NULL,"
  "  PRIMARY KEY (actor, name)) WITHOUT ROWID;"
  "CREATE TABLE issues (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL);"
  "CREATE TABLE article_actors ("
  "  article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE, number INTEGER NOT NULL,"
  "  label TEXT NOT NULL, actor INTEGER NOT NULL REFERENCES actors (key), name TEXT NOT NULL, role TEXT,"
  "  role_start INTEGER NOT NULL, role_end INTEGER NOT NULL, affiliation INTEGER, given INTEGER NOT NULL,"
  "  PRIMARY KEY (article, number)) WITHOUT ROWID;"
  "CREATE TABLE article_issues ("
  "  article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE, number INTEGER NOT NULL,"
  "  label TEXT NOT NULL, issue INTEGER NOT NULL REFERENCES issues (key), name TEXT NOT NULL,"
  "  PRIMARY KEY (article, number)) WITHOUT ROWID;"
  "CREATE TABLE mentions ("
  "  article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE, is_issue INTEGER NOT NULL,"
  "  entity INTEGER NOT NULL, number INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,"
  "  PRIMARY KEY (article, is_issue, entity, number)) WITHOUT ROWID;"
  "CREATE TABLE statements ("
  "  article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE, number INTEGER NOT NULL,"
  "  label TEXT NOT NULL, rule TEXT, speaker INTEGER, parent INTEGER, kind TEXT NOT NULL,"
  "  source_start INTEGER NOT NULL, source_end INTEGER NOT NULL, cue_start INTEGER NOT NULL,"
  "  cue_end INTEGER NOT NULL, said_on TEXT, said_on_basis TEXT NOT NULL, said_on_start INTEGER NOT NULL,"
  "  said_on_end INTEGER NOT NULL, paragraph INTEGER NOT NULL, confidence REAL NOT NULL,"
  "  PRIMARY KEY (article, number)) WITHOUT ROWID;"
  "CREATE TABLE contents ("
  "  article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE, statement INTEGER NOT NULL,"
  "  number INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,"
  "  PRIMARY KEY (article, statement, number)) WITHOUT ROWID;"
  "CREATE TABLE stances ("
  "  article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE, statement INTEGER NOT NULL,"
  "  number INTEGER NOT NULL, is_issue INTEGER NOT NULL, target INTEGER NOT NULL, holder INTEGER,"
  "  position TEXT NOT NULL, score REAL NOT NULL, confidence REAL NOT NULL, sure INTEGER NOT NULL,"
  "  evidence_start INTEGER NOT NULL, evidence_end INTEGER NOT NULL,"
  "  PRIMARY KEY (article, statement, number)) WITHOUT ROWID;"
  "CREATE TABLE relations ("
  "  article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE, number INTEGER NOT NULL,"
  "  holder INTEGER NOT NULL, target INTEGER NOT NULL, statement INTEGER, position TEXT NOT NULL,"
  "  score REAL NOT NULL, confidence REAL NOT NULL, sure INTEGER NOT NULL,"
  "  evidence_start INTEGER NOT NULL, evidence_end INTEGER NOT NULL,"
  "  PRIMARY KEY (article, number)) WITHOUT ROWID;"
  "CREATE TABLE times ("
  "  article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE, number INTEGER NOT NULL,"
  "  start INTEGER NOT NULL, end INTEGER NOT NULL, type TEXT NOT NULL, value TEXT NOT NULL,"
  "  PRIMARY KEY (article, number)) WITHOUT ROWID;"
  "CREATE TABLE decisions ("
  "  key INTEGER PRIMARY KEY, article_id TEXT NOT NULL, statement TEXT, start INTEGER NOT NULL,"
  "  end INTEGER NOT NULL, words TEXT NOT NULL, status TEXT NOT NULL, decided_at TEXT NOT NULL,"
  "  author TEXT NOT NULL);"
  "CREATE INDEX decisions_by_article ON decisions (article_id);"
  IDENTITIES
  TIES
  ANTECEDENTS
  KIND_CONFIDENCE
  ISSUES
  AGREEMENTS
  "CREATE TABLE log ("
  "  key INTEGER PRIMARY KEY, at TEXT NOT NULL, author TEXT NOT NULL, action TEXT NOT NULL,"
  "  subject TEXT NOT NULL, detail TEXT);"
  "CREATE VIRTUAL TABLE search USING fts5 ("
  "  title, text, content='articles', content_rowid='key', tokenize='unicode61 remove_diacritics 2');";

static gboolean
run_as_one (HearsayDatabase  *self,
            const char       *marks,
            const char       *sql,
            GError          **error)
{
  if (hearsay_database_exec (self, "BEGIN IMMEDIATE", error) &&
      hearsay_database_exec (self, marks, error) &&
      hearsay_database_exec (self, sql, error) &&
      hearsay_database_exec (self, "COMMIT", error))
    {
      self->version = HEARSAY_STORE_SCHEMA_VERSION;
      return TRUE;
    }
  hearsay_database_exec (self, "ROLLBACK", NULL);
  return FALSE;
}

/**
 * hearsay_database_create_schema:
 *
 * Makes an empty file a collection, in one transaction.
 *
 * Returns: whether it is one now
 */
gboolean
hearsay_database_create_schema (HearsayDatabase  *self,
                                GError          **error)
{
  g_autofree char *marks = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                           HEARSAY_STORE_APPLICATION_ID, HEARSAY_STORE_SCHEMA_VERSION);
  return run_as_one (self, marks, schema, error);
}

/**
 * hearsay_database_migrate:
 * @version: of the file, older than the program's
 *
 * Brings a collection of an older version up to date, in one transaction.
 */
gboolean
hearsay_database_migrate (HearsayDatabase  *self,
                          gint64            version,
                          GError          **error)
{
  g_autofree char *marks = NULL;
  g_autofree char *sql = NULL;

  g_return_val_if_fail (self != NULL && version >= 1, FALSE);

  marks = g_strdup_printf ("PRAGMA user_version = %d;", HEARSAY_STORE_SCHEMA_VERSION);
  sql = g_strconcat (version < 2 ? IDENTITIES : "", version < 4 ? ANTECEDENTS : "", version < 5 ? KIND_CONFIDENCE : "",
                     version < HEARSAY_STORE_ISSUES_VERSION ? ISSUES : "", version < HEARSAY_STORE_TIES_VERSION ? TIES : "",
                     version < HEARSAY_STORE_AGREEMENTS_VERSION ? AGREEMENTS : "", NULL);
  return run_as_one (self, marks, sql, error);
}
