/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-stance-corpus.h"

#include <json-glib/json-glib.h>

#include "analysis/hearsay-relations.h"
#include "analysis/hearsay-trees.h"
#include "training/hearsay-corpus.h"

static void
record_free (gpointer data)
{
  HearsayStanceRecord *self = data;

  g_clear_pointer (&self->words, hearsay_stance_words_free);
  g_clear_pointer (&self->trees, hearsay_trees_free);
  g_clear_pointer (&self->text, hearsay_text_free);
  g_free (self->string);
  g_free (self);
}

static gboolean
read_place (const HearsayText  *text,
            JsonObject         *object,
            const char         *member,
            HearsayStancePlace *place)
{
  JsonArray *span = json_object_has_member (object, member) ? json_object_get_array_member (object, member) : NULL;
  HearsayTokenRange range;

  if (span == NULL || json_array_get_length (span) != 2)
    return FALSE;
  range = hearsay_corpus_to_tokens (text, (guint32) json_array_get_int_element (span, 0),
                                    (guint32) json_array_get_int_element (span, 1));
  if (range.start >= text->n_tokens)
    return FALSE;
  place->first = range.start;
  place->last = MAX (range.start + 1, range.end) - 1;
  return TRUE;
}

static gboolean
read_label (const char *name,
            guint      *label)
{
  static const char *const names[] = { "neutral", "pos_pq", "pos_qp", "neg_pq", "neg_qp" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *label = i;
        return TRUE;
      }
  *label = g_strcmp0 (name, "positive") == 0 ? 1 : 2;
  return *label == 1 || g_strcmp0 (name, "negative") == 0;
}

static gpointer
read_record (const char  *line,
             GError     **error)
{
  g_autoptr (JsonNode) node = json_from_string (line, error);
  HearsayStanceRecord *record;
  JsonObject *object;
  gboolean pair;

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node) || !json_object_has_member (json_node_get_object (node), "text") ||
      !json_object_has_member (json_node_get_object (node), "label"))
    {
      g_set_error_literal (error, JSON_PARSER_ERROR, JSON_PARSER_ERROR_INVALID_DATA, "no text or no label");
      return NULL;
    }
  object = json_node_get_object (node);
  record = g_new0 (HearsayStanceRecord, 1);
  record->string = g_strdup (json_object_get_string_member (object, "text"));
  record->text = hearsay_text_new (record->string, strlen (record->string));
  pair = json_object_has_member (object, "p");
  if (!read_place (record->text, object, pair ? "p" : "target", &record->places[0]) ||
      (pair && !read_place (record->text, object, "q", &record->places[1])) ||
      !read_label (json_object_get_string_member (object, "label"), &record->label))
    {
      g_set_error_literal (error, JSON_PARSER_ERROR, JSON_PARSER_ERROR_INVALID_DATA, "a place or the label is wrong");
      record_free (record);
      return NULL;
    }
  return record;
}

/* On a thread of the pool. */
static void
annotate (gpointer data,
          gpointer user_data)
{
  HearsayStanceRecord *record = data;

  record->trees = hearsay_trees_new (user_data, record->text, NULL, NULL);
  hearsay_tree_mend_subjects (&record->trees->syntax);
  record->words = hearsay_stance_words_new (record->text, &record->trees->syntax, record->trees->traits, NULL);
}

/**
 * hearsay_stance_corpus_read:
 * @path: packed JSON lines, as ../shared/corpora/directed and target_sentiment have them
 *
 * Returns: (transfer full) (element-type HearsayStanceRecord) (nullable): the
 *   records, tagged and parsed, in the file's order
 */
GPtrArray *
hearsay_stance_corpus_read (const char      *path,
                            HearsayGrammar  *grammar,
                            guint            n_threads,
                            GError         **error)
{
  static const HearsayCorpusFormat format = { read_record, annotate, record_free };
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *records = hearsay_corpus_read (path, &format, grammar, n_threads, error);

  /* Records of one text are never told apart by folds. */
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      HearsayStanceRecord *record = g_ptr_array_index (records, i);

      record->group = GPOINTER_TO_UINT (g_hash_table_lookup (groups, record->string));
      if (record->group == 0)
        {
          record->group = g_hash_table_size (groups) + 1;
          g_hash_table_insert (groups, record->string, GUINT_TO_POINTER (record->group));
        }
    }
  return records;
}

/**
 * hearsay_stance_corpus_take_meanings:
 * @records: (element-type HearsayStanceRecord)
 * @meanings: borrowed by the records
 *
 * From here on the words have their meanings from this table.
 */
void
hearsay_stance_corpus_take_meanings (GPtrArray             *records,
                                     const HearsayMeanings *meanings)
{
  for (guint i = 0; i < records->len; i++)
    {
      HearsayStanceRecord *record = hearsay_stance_corpus_get (records, i);

      hearsay_stance_words_free (record->words);
      record->words = hearsay_stance_words_new (record->text, &record->trees->syntax, record->trees->traits, meanings);
    }
}
