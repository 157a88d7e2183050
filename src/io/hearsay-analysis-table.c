/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-analysis-table.h"

#include <math.h>

#include "io/hearsay-csv.h"
#include "io/hearsay-decode.h"
#include "io/hearsay-span-text.h"

#define MIN_WIDTH 60
#define DATE_WIDTH 10
#define SPEAKER_WIDTH 20
#define TARGETS_WIDTH 26

/**
 * hearsay_analysis_append_csv_header:
 *
 * Adds the row of column names.
 */
void
hearsay_analysis_append_csv_header (GString *out)
{
  static const char *const columns[] = {
    "article", "title", "published", "said_on", "speaker", "role", "affiliation", "kind", "cue", "content", "targets", "confidence",
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    hearsay_csv_append_field (out, columns[i]);
  hearsay_csv_end_row (out);
}

static const HearsayAnalysisActor *
find_actor (const HearsayAnalysis *self,
            gint32                 index)
{
  return index >= 0 && (guint) index < self->actors->len ? hearsay_analysis_actor (self, index) : NULL;
}

/**
 * hearsay_analysis_dup_targets:
 *
 * Returns: (transfer full): “NATO: oppose; Russia: support?”, with a question
 *   mark where a position is not sure
 */
char *
hearsay_analysis_dup_targets (const HearsayAnalysis          *self,
                              const HearsayAnalysisStatement *statement)
{
  GString *targets = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (statement != NULL, NULL);

  for (guint i = 0; i < statement->n_stances; i++)
    {
      const HearsayAnalysisStance *stance = hearsay_analysis_stance (self, statement->first_stance + i);
      const HearsayAnalysisActor *actor = find_actor (self, stance->target);
      const char *name = actor != NULL ? actor->name : "";

      if (stance->target_is_issue)
        name = hearsay_analysis_issue (self, stance->target)->name;
      g_string_append_printf (targets, "%s%s: %s%s", i > 0 ? "; " : "", name,
                              hearsay_position_to_string (stance->position), stance->sure ? "" : "?");
    }
  return g_string_free (targets, FALSE);
}

static void
append_row (const HearsayAnalysis          *self,
            const HearsaySpanText          *text,
            const HearsayAnalysisStatement *statement,
            GString                        *out)
{
  const HearsayAnalysisActor *speaker = find_actor (self, statement->speaker);
  const HearsayAnalysisActor *affiliation = speaker != NULL ? find_actor (self, speaker->affiliation) : NULL;
  g_autofree char *cue = hearsay_span_text_dup (text, statement->cue);
  g_autofree char *content = hearsay_span_text_dup_pieces (text, hearsay_analysis_get_spans (self, statement->content), statement->content.n);
  g_autofree char *targets = hearsay_analysis_dup_targets (self, statement);
  char date[HEARSAY_DATE_BUFFER];
  char confidence[16];

  g_snprintf (confidence, sizeof confidence, "%d.%03d", (int) lround ((double) statement->confidence * 1000) / 1000,
              (int) lround ((double) statement->confidence * 1000) % 1000);
  hearsay_csv_append_field (out, self->id);
  hearsay_csv_append_field (out, self->title);
  hearsay_csv_append_field (out, hearsay_date_format (self->published, date));
  hearsay_csv_append_field (out, hearsay_date_format (statement->said_on, date));
  hearsay_csv_append_field (out, speaker != NULL ? speaker->name : NULL);
  hearsay_csv_append_field (out, speaker != NULL ? speaker->role : NULL);
  hearsay_csv_append_field (out, affiliation != NULL ? affiliation->name : NULL);
  hearsay_csv_append_field (out, hearsay_statement_kind_to_string (statement->kind));
  hearsay_csv_append_field (out, cue);
  hearsay_csv_append_field (out, content);
  hearsay_csv_append_field (out, targets);
  hearsay_csv_append_field (out, confidence);
  hearsay_csv_end_row (out);
}

/**
 * hearsay_analysis_append_csv:
 *
 * Adds one row a statement, without the row of names.
 */
void
hearsay_analysis_append_csv (const HearsayAnalysis *self,
                             GString               *out)
{
  g_autoptr (HearsaySpanText) text = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (out != NULL);

  text = hearsay_span_text_new (self->text, self->length);
  for (guint i = 0; i < self->statements->len; i++)
    append_row (self, text, hearsay_analysis_statement (self, i), out);
}

/* Adds @text, cut or padded to @width cells of a terminal; 0 leaves the end open. */
static void
append_cell (GString    *out,
             const char *text,
             guint       width,
             gboolean    last)
{
  guint used = 0;
  const char *p = text;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      guint cells = g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
      const char *next = g_utf8_next_char (p);

      if (used + cells > width - (*next == '\0' ? 0 : 1))
        {
          g_string_append (out, "…");
          used++;
          break;
        }
      g_string_append_unichar (out, c);
      used += cells;
    }
  for (; !last && used < width + 2; used++)
    g_string_append_c (out, ' ');
}

/**
 * hearsay_analysis_append_table:
 * @width: cells of the terminal
 *
 * Writes the article's title and a line a statement, for people.
 */
void
hearsay_analysis_append_table (const HearsayAnalysis *self,
                               guint                  width,
                               GString               *out)
{
  g_autoptr (HearsaySpanText) text = NULL;
  char date[HEARSAY_DATE_BUFFER];
  guint used = DATE_WIDTH + SPEAKER_WIDTH + TARGETS_WIDTH + 6;
  guint rest;

  g_return_if_fail (self != NULL);
  g_return_if_fail (out != NULL);

  rest = MAX (width, used + MIN_WIDTH) - used;
  text = hearsay_span_text_new (self->text, self->length);
  g_string_append (out, self->title != NULL ? self->title : self->source != NULL ? self->source : self->id);
  if (hearsay_date_is_set (self->published))
    g_string_append_printf (out, " (%s)", hearsay_date_format (self->published, date));
  g_string_append_c (out, '\n');
  for (guint i = 0; i < self->statements->len; i++)
    {
      const HearsayAnalysisStatement *statement = hearsay_analysis_statement (self, i);
      const HearsayAnalysisActor *speaker = find_actor (self, statement->speaker);
      g_autofree char *content = hearsay_span_text_dup_pieces (text, hearsay_analysis_get_spans (self, statement->content), statement->content.n);
      g_autofree char *targets = hearsay_analysis_dup_targets (self, statement);

      hearsay_date_format (statement->said_on, date);
      append_cell (out, date, DATE_WIDTH, FALSE);
      append_cell (out, speaker != NULL ? speaker->name : "—", SPEAKER_WIDTH, FALSE);
      append_cell (out, targets, TARGETS_WIDTH, FALSE);
      append_cell (out, content, rest, TRUE);
      g_string_append_c (out, '\n');
    }
}
