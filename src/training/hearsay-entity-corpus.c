/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-entity-corpus.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#include "training/hearsay-treebank.h"

#define DOCUMENT_COMMENT "# newdoc id = "
#define ENTITY_FIELD "Entity="

/* Columns of CoNLL-U. */
enum
{
  COLUMN_ID,
  COLUMN_FORM,
  COLUMN_LEMMA,
  COLUMN_UPOS,
  COLUMN_XPOS,
  COLUMN_FEATS,
  COLUMN_HEAD,
  COLUMN_DEPREL,
  COLUMN_DEPS,
  COLUMN_MISC,
  N_COLUMNS
};

/* @open: (element-type HearsayGoldMention): those whose last word is yet to come */
typedef struct
{
  GPtrArray *documents;
  HearsayEntityDocument *document;
  GArray *open;
  GArray *heads;      /* guint32: of the sentence's words, counted from 1 within it; 0 is the root */
  guint32 first_word; /* of the sentence */
  guint first_mention;
} Parse;

static void
document_free (gpointer data)
{
  HearsayEntityDocument *self = data;

  hearsay_running_text_free (self->running);
  g_byte_array_unref (self->proper);
  g_array_unref (self->mentions);
  g_free (self->name);
  g_free (self);
}

static void
begin_document (Parse      *parse,
                const char *name)
{
  HearsayEntityDocument *document = g_new0 (HearsayEntityDocument, 1);

  document->name = g_strdup (name);
  document->running = hearsay_running_text_new ();
  document->proper = g_byte_array_new ();
  document->mentions = g_array_new (FALSE, FALSE, sizeof (HearsayGoldMention));
  g_ptr_array_add (parse->documents, document);
  parse->document = document;
  parse->first_word = 0;
  parse->first_mention = 0;
  g_array_set_size (parse->open, 0);
}

static HearsayEntityType
read_type (const char *field)
{
  gsize n = strcspn (field, "-)");

  if (strncmp (field, "person", n) == 0)
    return HEARSAY_ENTITY_PERSON;
  if (strncmp (field, "organization", n) == 0)
    return HEARSAY_ENTITY_ORGANIZATION;
  if (strncmp (field, "place", n) == 0)
    return HEARSAY_ENTITY_PLACE;
  return HEARSAY_ENTITY_OTHER;
}

/* Ends the mention opened last of those of this chain. */
static gboolean
end_mention (Parse   *parse,
             guint32  chain,
             guint32  word)
{
  for (guint i = parse->open->len; i > 0; i--)
    {
      HearsayGoldMention mention = g_array_index (parse->open, HearsayGoldMention, i - 1);

      if (mention.chain != chain)
        continue;
      mention.last = word;
      g_array_append_val (parse->document->mentions, mention);
      g_array_remove_index (parse->open, i - 1);
      return TRUE;
    }
  return FALSE;
}

/* “(12-person-new-…(3-place-…)4)”: brackets open and close mentions; a mention in several pieces, “[1/2]”, keeps
 * its first one. */
static gboolean
read_entities (Parse      *parse,
               const char *field,
               guint32     word)
{
  const char *p = field;

  while (*p != '\0' && *p != '|')
    {
      gboolean opens = *p == '(';
      const char *number = p + opens;
      char *end;
      guint32 chain = (guint32) strtoul (number, &end, 10);

      if (end == number)
        return FALSE;
      if (*end == '[')
        end += strcspn (end, "]") + (strchr (end, ']') != NULL);
      if (opens)
        {
          HearsayGoldMention mention = { .first = word, .chain = chain, .type = read_type (*end == '-' ? end + 1 : end) };

          g_array_append_val (parse->open, mention);
          p = end + strcspn (end, "()|");
          if (*p == ')')
            {
              end_mention (parse, chain, word);
              p++;
            }
          continue;
        }
      if (*end != ')' || !end_mention (parse, chain, word))
        return FALSE;
      p = end + 1;
    }
  return TRUE;
}

static gboolean
read_word (Parse      *parse,
           const char *line)
{
  g_auto (GStrv) columns = g_strsplit (line, "\t", N_COLUMNS);
  guint32 head;
  guint8 proper;
  const char *entities;

  if (g_strv_length (columns) < N_COLUMNS)
    return FALSE;
  head = (guint32) strtoul (columns[COLUMN_HEAD], NULL, 10);
  proper = strcmp (columns[COLUMN_UPOS], "PROPN") == 0;
  g_array_append_val (parse->heads, head);
  g_byte_array_append (parse->document->proper, &proper, 1);
  entities = strstr (columns[COLUMN_MISC], ENTITY_FIELD);
  return entities == NULL || read_entities (parse, entities + strlen (ENTITY_FIELD), parse->document->proper->len - 1);
}

/* The head of each mention of the sentence is the first word in it that hangs on a word outside. */
static void
end_sentence (Parse *parse)
{
  GArray *mentions;

  if (parse->document == NULL)
    return;
  mentions = parse->document->mentions;
  for (guint i = parse->first_mention; i < mentions->len; i++)
    {
      HearsayGoldMention *mention = &g_array_index (mentions, HearsayGoldMention, i);

      mention->head = mention->first;
      for (guint32 k = mention->first; k <= mention->last && k - parse->first_word < parse->heads->len; k++)
        {
          guint32 head = g_array_index (parse->heads, guint32, k - parse->first_word);

          if (head == 0 || head - 1 + parse->first_word < mention->first || head - 1 + parse->first_word > mention->last)
            {
              mention->head = k;
              break;
            }
        }
    }
  parse->first_mention = mentions->len;
  parse->first_word = parse->document->proper->len;
  g_array_set_size (parse->heads, 0);
  g_array_set_size (parse->open, 0);
}

static gboolean
read_line (Parse      *parse,
           const char *line)
{
  gsize digits = strspn (line, "0123456789");

  if (g_str_has_prefix (line, DOCUMENT_COMMENT))
    {
      end_sentence (parse);
      begin_document (parse, line + strlen (DOCUMENT_COMMENT));
    }
  if (parse->document != NULL)
    hearsay_running_text_add_line (parse->document->running, line);
  if (*line == '\0')
    end_sentence (parse);
  if (digits > 0 && line[digits] == '\t')
    return parse->document != NULL && read_word (parse, line);
  return TRUE;
}

/**
 * hearsay_entity_corpus_parse:
 * @conllu: CoNLL-U whose last column has “Entity=”, as GUM writes it
 *
 * Returns: (transfer full) (element-type HearsayEntityDocument) (nullable): the
 *   documents in the file's order
 */
GPtrArray *
hearsay_entity_corpus_parse (const char  *conllu,
                             GError     **error)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (document_free);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (HearsayGoldMention));
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_auto (GStrv) lines = NULL;
  Parse parse = { .documents = documents, .open = open, .heads = heads };

  g_return_val_if_fail (conllu != NULL, NULL);

  lines = g_strsplit (conllu, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!read_line (&parse, lines[i]))
      {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "line %u is not CoNLL-U with mentions", i + 1);
        return NULL;
      }
  end_sentence (&parse);
  return g_steal_pointer (&documents);
}

/* The same for a packed file. */
GPtrArray *
hearsay_entity_corpus_read (const char  *path,
                            GError     **error)
{
  gsize length;
  g_autofree char *conllu = hearsay_read_gzip (path, &length, error);
  GPtrArray *documents;

  if (conllu == NULL)
    return NULL;
  documents = hearsay_entity_corpus_parse (conllu, error);
  if (documents == NULL)
    g_prefix_error (error, "%s: ", path);
  return documents;
}
