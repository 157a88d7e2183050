/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-analysis-table.h"
#include "io/hearsay-csv.h"
#include "io/hearsay-decode.h"
#include "io/hearsay-facts-private.h"
#include "io/hearsay-json-writer.h"
#include "io/hearsay-span-text.h"

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const HearsayFacts *self = data;
  guint32 one = *(const guint32 *) a;
  guint32 two = *(const guint32 *) b;
  const HearsayFactsStatement *first = &g_array_index (self->statements, HearsayFactsStatement, one);
  const HearsayFactsStatement *second = &g_array_index (self->statements, HearsayFactsStatement, two);
  int order = hearsay_date_compare (hearsay_facts_get_statement (self, first)->said_on,
                                    hearsay_facts_get_statement (self, second)->said_on);

  if (order != 0)
    return order;
  return one < two ? -1 : one > two;
}

/* The statements by the day they were said, those without one at the end. */
static GArray *
sort_rows (const HearsayFacts *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < self->statements->len; i++)
    g_array_append_val (rows, i);
  g_array_sort_with_data (rows, compare_rows, (gpointer) self);
  return rows;
}

/* An index of each article's text, for the words of its statements. */
static GPtrArray *
index_texts (const HearsayFacts *self)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) hearsay_span_text_free);

  for (guint i = 0; i < self->analyses->len; i++)
    {
      const HearsayAnalysis *analysis = g_ptr_array_index (self->analyses, i);

      g_ptr_array_add (texts, hearsay_span_text_new (analysis->text, analysis->length));
    }
  return texts;
}

static const char *
speaker_name (const HearsayFacts          *self,
              const HearsayFactsStatement *row)
{
  return row->speaker >= 0 ? g_array_index (self->entities, HearsayNetworkEntity, row->speaker).name : NULL;
}

/**
 * hearsay_facts_append_csv:
 * @out: gets a row of names and a row a statement, by the day it was said
 */
void
hearsay_facts_append_csv (const HearsayFacts *self,
                          GString            *out)
{
  static const char *const columns[] = { "said_on", "basis", "speaker", "kind", "content", "targets", "publisher", "published", "title", "article" };
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (GArray) rows = NULL;
  char date[HEARSAY_DATE_BUFFER];

  g_return_if_fail (self != NULL && out != NULL);

  texts = index_texts (self);
  rows = sort_rows (self);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    hearsay_csv_append_field (out, columns[i]);
  hearsay_csv_end_row (out);
  for (guint i = 0; i < rows->len; i++)
    {
      const HearsayFactsStatement *row = &g_array_index (self->statements, HearsayFactsStatement, g_array_index (rows, guint32, i));
      const HearsayAnalysis *analysis = hearsay_facts_get_analysis (self, row);
      const HearsayAnalysisStatement *statement = hearsay_facts_get_statement (self, row);
      g_autofree char *content = hearsay_span_text_dup_pieces (g_ptr_array_index (texts, row->analysis), hearsay_analysis_get_spans (analysis, statement->content),
                                                              statement->content.n);
      g_autofree char *targets = hearsay_analysis_dup_targets (analysis, statement);

      hearsay_csv_append_field (out, hearsay_date_format (statement->said_on, date));
      hearsay_csv_append_field (out, hearsay_basis_to_string (statement->said_on.basis));
      hearsay_csv_append_field (out, speaker_name (self, row));
      hearsay_csv_append_field (out, hearsay_statement_kind_to_string (statement->kind));
      hearsay_csv_append_field (out, content);
      hearsay_csv_append_field (out, targets);
      hearsay_csv_append_field (out, analysis->publisher);
      hearsay_csv_append_field (out, hearsay_date_format (analysis->published, date));
      hearsay_csv_append_field (out, analysis->title);
      hearsay_csv_append_field (out, analysis->id);
      hearsay_csv_end_row (out);
    }
}

static void
write_field (HearsayJsonWriter *writer,
             const char        *key,
             const char        *value)
{
  hearsay_json_key (writer, key);
  hearsay_json_string (writer, value);
}

static void
write_row (const HearsayFacts          *self,
           const HearsayFactsStatement *row,
           const HearsaySpanText       *text,
           HearsayJsonWriter           *writer)
{
  const HearsayAnalysis *analysis = hearsay_facts_get_analysis (self, row);
  const HearsayAnalysisStatement *statement = hearsay_facts_get_statement (self, row);
  g_autofree char *content = hearsay_span_text_dup_pieces (text, hearsay_analysis_get_spans (analysis, statement->content), statement->content.n);

  hearsay_json_begin_object (writer);
  hearsay_json_key (writer, "said_on");
  hearsay_json_date (writer, statement->said_on);
  write_field (writer, "basis", hearsay_basis_to_string (statement->said_on.basis));
  write_field (writer, "speaker", speaker_name (self, row));
  write_field (writer, "kind", hearsay_statement_kind_to_string (statement->kind));
  write_field (writer, "content", content);
  hearsay_json_key (writer, "stances");
  hearsay_json_begin_array (writer);
  for (guint i = 0; i < statement->n_stances; i++)
    {
      const HearsayAnalysisStance *stance = hearsay_analysis_stance (analysis, statement->first_stance + i);

      hearsay_json_begin_object (writer);
      write_field (writer, "target", stance->target_is_issue ? hearsay_analysis_issue (analysis, stance->target)->name
                                                             : hearsay_analysis_actor (analysis, stance->target)->name);
      write_field (writer, "position", hearsay_position_to_string (stance->position));
      hearsay_json_key (writer, "sure");
      hearsay_json_boolean (writer, stance->sure);
      hearsay_json_end_object (writer);
    }
  hearsay_json_end_array (writer);
  write_field (writer, "article", analysis->id);
  write_field (writer, "statement", statement->id);
  write_field (writer, "title", analysis->title);
  write_field (writer, "publisher", analysis->publisher);
  hearsay_json_key (writer, "published");
  hearsay_json_date (writer, analysis->published);
  hearsay_json_end_object (writer);
}

/**
 * hearsay_facts_append_json:
 * @out: gets a list of statements, by the day they were said
 */
void
hearsay_facts_append_json (const HearsayFacts *self,
                           GString            *out)
{
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (GArray) rows = NULL;
  HearsayJsonWriter writer = HEARSAY_JSON_WRITER_INIT (out, 2);

  g_return_if_fail (self != NULL && out != NULL);

  texts = index_texts (self);
  rows = sort_rows (self);
  hearsay_json_begin_array (&writer);
  for (guint i = 0; i < rows->len; i++)
    {
      const HearsayFactsStatement *row = &g_array_index (self->statements, HearsayFactsStatement, g_array_index (rows, guint32, i));

      write_row (self, row, g_ptr_array_index (texts, row->analysis), &writer);
    }
  hearsay_json_end_array (&writer);
  g_string_append_c (out, '\n');
}
