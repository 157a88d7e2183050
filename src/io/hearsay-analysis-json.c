/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-analysis-json.h"

#include "io/hearsay-json-writer.h"

static void
write_field (HearsayJsonWriter *writer,
             const char        *key,
             const char        *value)
{
  hearsay_json_key (writer, key);
  hearsay_json_string (writer, value);
}

static void
write_span (HearsayJsonWriter *writer,
            const char        *key,
            HearsaySpan        span)
{
  hearsay_json_key (writer, key);
  hearsay_json_span (writer, span);
}

static void
write_spans (HearsayJsonWriter     *writer,
             const char            *key,
             const HearsayAnalysis *self,
             HearsaySpanRange       range)
{
  const HearsaySpan *spans = hearsay_analysis_get_spans (self, range);

  hearsay_json_key (writer, key);
  hearsay_json_begin_array (writer);
  for (guint i = 0; i < range.n; i++)
    hearsay_json_span (writer, spans[i]);
  hearsay_json_end_array (writer);
}

/* The id at @index; null where there is none. */
static void
write_actor (HearsayJsonWriter     *writer,
             const char            *key,
             const HearsayAnalysis *self,
             gint32                 index)
{
  gboolean known = index >= 0 && (guint) index < self->actors->len;

  write_field (writer, key, known ? hearsay_analysis_actor (self, index)->id : NULL);
}

static void
write_scores (HearsayJsonWriter *writer,
              HearsayPosition    position,
              float              score,
              float              confidence,
              gboolean           sure,
              HearsaySpan        evidence)
{
  write_field (writer, "position", hearsay_position_to_string (position));
  hearsay_json_key (writer, "score");
  hearsay_json_decimal (writer, (double) score);
  hearsay_json_key (writer, "confidence");
  hearsay_json_decimal (writer, (double) confidence);
  hearsay_json_key (writer, "sure");
  hearsay_json_boolean (writer, sure);
  write_span (writer, "evidence", evidence);
}

static void
write_actors (HearsayJsonWriter     *writer,
              const HearsayAnalysis *self)
{
  hearsay_json_key (writer, "actors");
  hearsay_json_begin_array (writer);
  for (guint i = 0; i < self->actors->len; i++)
    {
      const HearsayAnalysisActor *actor = hearsay_analysis_actor (self, i);

      hearsay_json_begin_object (writer);
      write_field (writer, "id", actor->id);
      write_field (writer, "name", actor->name);
      write_field (writer, "kind", hearsay_actor_kind_to_string (actor->kind));
      hearsay_json_key (writer, "kind_confidence");
      if (actor->kind_confidence > 0.0f)
        hearsay_json_decimal (writer, (double) actor->kind_confidence);
      else
        hearsay_json_null (writer);
      write_field (writer, "role", actor->role);
      write_actor (writer, "affiliation", self, actor->affiliation);
      if (actor->given)
        {
          hearsay_json_key (writer, "given");
          hearsay_json_boolean (writer, TRUE);
        }
      write_spans (writer, "mentions", self, actor->mentions);
      hearsay_json_end_object (writer);
    }
  hearsay_json_end_array (writer);
}

static void
write_issues (HearsayJsonWriter     *writer,
              const HearsayAnalysis *self)
{
  hearsay_json_key (writer, "issues");
  hearsay_json_begin_array (writer);
  for (guint i = 0; i < self->issues->len; i++)
    {
      const HearsayAnalysisIssue *issue = hearsay_analysis_issue (self, i);

      hearsay_json_begin_object (writer);
      write_field (writer, "id", issue->id);
      write_field (writer, "name", issue->name);
      write_spans (writer, "mentions", self, issue->mentions);
      hearsay_json_end_object (writer);
    }
  hearsay_json_end_array (writer);
}

static void
write_stances (HearsayJsonWriter              *writer,
               const HearsayAnalysis          *self,
               const HearsayAnalysisStatement *statement)
{
  hearsay_json_key (writer, "stances");
  hearsay_json_begin_array (writer);
  for (guint i = 0; i < statement->n_stances; i++)
    {
      const HearsayAnalysisStance *stance = hearsay_analysis_stance (self, statement->first_stance + i);

      hearsay_json_begin_object (writer);
      if (stance->target_is_issue)
        write_field (writer, "target", hearsay_analysis_issue (self, stance->target)->id);
      else
        write_actor (writer, "target", self, stance->target);
      /* Only where it is somebody else than the speaker. */
      if (stance->holder >= 0)
        write_actor (writer, "holder", self, stance->holder);
      write_scores (writer, stance->position, stance->score, stance->confidence, stance->sure, stance->evidence);
      hearsay_json_end_object (writer);
    }
  hearsay_json_end_array (writer);
}

static void
write_said_on (HearsayJsonWriter              *writer,
               const HearsayAnalysisStatement *statement)
{
  hearsay_json_key (writer, "said_on");
  if (!hearsay_date_is_set (statement->said_on))
    {
      hearsay_json_null (writer);
      return;
    }
  hearsay_json_begin_object (writer);
  hearsay_json_key (writer, "value");
  hearsay_json_date (writer, statement->said_on);
  write_span (writer, "span", statement->said_on_span);
  write_field (writer, "basis", hearsay_basis_to_string (statement->said_on.basis));
  hearsay_json_end_object (writer);
}

static void
write_reasons (HearsayJsonWriter              *writer,
               const HearsayAnalysis          *self,
               const HearsayAnalysisStatement *statement)
{
  if (statement->n_reasons == 0)
    return;
  hearsay_json_key (writer, "why");
  hearsay_json_begin_array (writer);
  for (guint i = 0; i < statement->n_reasons; i++)
    {
      const HearsayReason *reason = hearsay_analysis_reason (self, statement->first_reason + i);

      hearsay_json_begin_object (writer);
      write_field (writer, "reason", hearsay_reason_kind_to_string (reason->kind));
      hearsay_json_key (writer, "effect");
      hearsay_json_decimal (writer, (double) reason->effect);
      hearsay_json_end_object (writer);
    }
  hearsay_json_end_array (writer);
}

static void
write_statements (HearsayJsonWriter     *writer,
                  const HearsayAnalysis *self)
{
  hearsay_json_key (writer, "statements");
  hearsay_json_begin_array (writer);
  for (guint i = 0; i < self->statements->len; i++)
    {
      const HearsayAnalysisStatement *statement = hearsay_analysis_statement (self, i);

      hearsay_json_begin_object (writer);
      write_field (writer, "id", statement->id);
      write_actor (writer, "speaker", self, statement->speaker);
      if (statement->parent >= 0 && (guint) statement->parent < self->statements->len)
        write_field (writer, "parent", hearsay_analysis_statement (self, statement->parent)->id);
      write_span (writer, "source", statement->source);
      write_span (writer, "antecedent", statement->antecedent);
      write_field (writer, "resolved", hearsay_resolved_to_string (statement->resolved));
      write_span (writer, "cue", statement->cue);
      write_spans (writer, "content", self, statement->content);
      write_field (writer, "kind", hearsay_statement_kind_to_string (statement->kind));
      write_said_on (writer, statement);
      write_stances (writer, self, statement);
      hearsay_json_key (writer, "paragraph");
      hearsay_json_int (writer, statement->paragraph);
      write_field (writer, "rule", statement->rule);
      hearsay_json_key (writer, "confidence");
      hearsay_json_decimal (writer, (double) statement->confidence);
      write_reasons (writer, self, statement);
      hearsay_json_end_object (writer);
    }
  hearsay_json_end_array (writer);
}

static void
write_relations (HearsayJsonWriter     *writer,
                 const HearsayAnalysis *self)
{
  hearsay_json_key (writer, "relations");
  hearsay_json_begin_array (writer);
  for (guint i = 0; i < self->relations->len; i++)
    {
      const HearsayAnalysisRelation *relation = hearsay_analysis_relation (self, i);
      gboolean told = relation->statement >= 0 && (guint) relation->statement < self->statements->len;

      hearsay_json_begin_object (writer);
      write_actor (writer, "from", self, relation->from);
      write_actor (writer, "to", self, relation->to);
      write_field (writer, "kind", hearsay_relation_kind_to_string (relation->kind));
      write_scores (writer, relation->position, relation->score, relation->confidence, relation->sure,
                    relation->evidence);
      write_field (writer, "statement", told ? hearsay_analysis_statement (self, relation->statement)->id : NULL);
      hearsay_json_end_object (writer);
    }
  hearsay_json_end_array (writer);
}

static void
write_agreements (HearsayJsonWriter     *writer,
                  const HearsayAnalysis *self)
{
  hearsay_json_key (writer, "agreements");
  hearsay_json_begin_array (writer);
  for (guint i = 0; i < self->agreements->len; i++)
    {
      const HearsayAnalysisAgreement *agreement = hearsay_analysis_agreement (self, i);

      hearsay_json_begin_object (writer);
      write_actor (writer, "from", self, agreement->first);
      write_actor (writer, "to", self, agreement->second);
      write_field (writer, "issue", agreement->issue >= 0 ? hearsay_analysis_issue (self, agreement->issue)->id : NULL);
      hearsay_json_key (writer, "same");
      hearsay_json_boolean (writer, agreement->same);
      hearsay_json_key (writer, "sure");
      hearsay_json_boolean (writer, agreement->sure);
      hearsay_json_key (writer, "stated");
      hearsay_json_boolean (writer, agreement->stated);
      write_span (writer, "evidence", agreement->evidence);
      hearsay_json_end_object (writer);
    }
  hearsay_json_end_array (writer);
}

static void
write_times (HearsayJsonWriter     *writer,
             const HearsayAnalysis *self)
{
  hearsay_json_key (writer, "times");
  hearsay_json_begin_array (writer);
  for (guint i = 0; i < self->times->len; i++)
    {
      const HearsayAnalysisTime *time = hearsay_analysis_time (self, i);

      hearsay_json_begin_object (writer);
      hearsay_json_key (writer, "start");
      hearsay_json_int (writer, time->span.start);
      hearsay_json_key (writer, "end");
      hearsay_json_int (writer, time->span.end);
      write_field (writer, "type", time->type);
      write_field (writer, "value", time->value);
      hearsay_json_end_object (writer);
    }
  hearsay_json_end_array (writer);
}

/**
 * hearsay_analysis_append_json:
 * @with_text: whether the article's text is part of it
 * @indent: blanks a level, or 0 for one line
 * @out: gets the document, without a line feed at the end
 *
 * Writes the analysis document, format version 1.
 */
void
hearsay_analysis_append_json (const HearsayAnalysis *self,
                              gboolean               with_text,
                              guint                  indent,
                              GString               *out)
{
  HearsayJsonWriter writer = HEARSAY_JSON_WRITER_INIT (out, indent);
  char zone[HEARSAY_DATE_BUFFER];

  g_return_if_fail (self != NULL);
  g_return_if_fail (out != NULL);

  hearsay_json_begin_object (&writer);
  hearsay_json_key (&writer, "hearsay");
  hearsay_json_int (&writer, HEARSAY_ANALYSIS_JSON_VERSION);
  write_field (&writer, "id", self->id);
  write_field (&writer, "source", self->source);
  write_field (&writer, "title", self->title);
  write_field (&writer, "byline", self->byline);
  write_field (&writer, "publisher", self->publisher);
  write_field (&writer, "section", self->section);
  hearsay_json_key (&writer, "published");
  hearsay_json_date (&writer, self->published);
  write_field (&writer, "published_zone", hearsay_date_has_zone (self->published)
                                            ? hearsay_date_format_zone (self->published, zone) : NULL);
  write_field (&writer, "language", self->language);
  if (with_text)
    write_field (&writer, "text", self->text);
  write_actors (&writer, self);
  write_issues (&writer, self);
  write_statements (&writer, self);
  write_relations (&writer, self);
  write_agreements (&writer, self);
  write_times (&writer, self);
  hearsay_json_end_object (&writer);
}
