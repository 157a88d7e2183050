/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-analysis.h"

/* Statements stand inside each other two or three deep; farther back is another sentence. */
#define MAX_DEPTH 16

typedef struct
{
  HearsaySpan span;
  guint32 statement;
} Piece;

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  const HearsayAnalysisMention *one = a;
  const HearsayAnalysisMention *two = b;

  if (one->span.start != two->span.start)
    return one->span.start < two->span.start ? -1 : 1;
  if (one->is_issue != two->is_issue)
    return one->is_issue ? 1 : -1;
  return one->entity < two->entity ? -1 : one->entity > two->entity;
}

static int
compare_pieces (gconstpointer a,
                gconstpointer b)
{
  const Piece *one = a;
  const Piece *two = b;

  if (one->span.start != two->span.start)
    return one->span.start < two->span.start ? -1 : 1;
  return one->statement < two->statement ? -1 : one->statement > two->statement;
}

static void
append_mentions (GArray                *mentions,
                 const HearsayAnalysis *self,
                 guint32                entity,
                 gboolean               is_issue,
                 HearsaySpanRange       range)
{
  const HearsaySpan *spans = hearsay_analysis_get_spans (self, range);

  for (guint i = 0; spans != NULL && i < range.n; i++)
    {
      HearsayAnalysisMention mention = { entity, is_issue, spans[i], 0, G_MAXUINT32 };

      g_array_append_val (mentions, mention);
    }
}

static GArray *
list_content (const HearsayAnalysis *self)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));

  for (guint i = 0; i < self->statements->len; i++)
    {
      HearsaySpanRange range = hearsay_analysis_statement (self, i)->content;
      const HearsaySpan *spans = hearsay_analysis_get_spans (self, range);

      for (guint j = 0; spans != NULL && j < range.n; j++)
        {
          Piece piece = { spans[j], i };

          g_array_append_val (pieces, piece);
        }
    }
  g_array_sort (pieces, compare_pieces);
  return pieces;
}

/* The innermost statement that @mention stands in, of the pieces that begin before it. */
static guint32
find_statement (const GArray *pieces,
                guint         n_begun,
                HearsaySpan   mention)
{
  for (guint i = n_begun; i > 0 && n_begun - i < MAX_DEPTH; i--)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i - 1);

      if (hearsay_span_contains (piece->span, mention))
        return piece->statement;
    }
  return G_MAXUINT32;
}

/* Walks text, mentions and statements side by side. */
static void
place_mentions (const HearsayAnalysis *self,
                GArray                *mentions,
                const GArray          *pieces)
{
  const char *p = self->text;
  guint32 offset = 0;
  guint32 paragraph = 0;
  guint n_begun = 0;
  gboolean line_end = FALSE;

  for (guint i = 0; i < mentions->len; i++)
    {
      HearsayAnalysisMention *mention = &g_array_index (mentions, HearsayAnalysisMention, i);

      for (; offset < mention->span.start && offset < self->n_characters; offset++, p = g_utf8_next_char (p))
        {
          if (*p == '\n')
            {
              paragraph += line_end ? 1 : 0;
              line_end = !line_end;
            }
          else if (*p != ' ' && *p != '\t' && *p != '\r')
            line_end = FALSE;
        }
      while (n_begun < pieces->len && g_array_index (pieces, Piece, n_begun).span.start <= mention->span.start)
        n_begun++;
      mention->paragraph = paragraph;
      mention->statement = find_statement (pieces, n_begun, mention->span);
    }
}

/**
 * hearsay_analysis_list_mentions:
 *
 * Where actors and issues are named: in which paragraph, and in which statement.
 * O(text + n log n) for n mentions.
 *
 * Returns: (transfer full) (element-type HearsayAnalysisMention): in text order
 */
GArray *
hearsay_analysis_list_mentions (const HearsayAnalysis *self)
{
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (HearsayAnalysisMention));
  g_autoptr (GArray) pieces = NULL;

  g_return_val_if_fail (self != NULL, mentions);

  for (guint i = 0; i < self->actors->len; i++)
    append_mentions (mentions, self, i, FALSE, hearsay_analysis_actor (self, i)->mentions);
  for (guint i = 0; i < self->issues->len; i++)
    append_mentions (mentions, self, i, TRUE, hearsay_analysis_issue (self, i)->mentions);
  g_array_sort (mentions, compare_mentions);
  pieces = list_content (self);
  place_mentions (self, mentions, pieces);
  return mentions;
}
