/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "people-fixtures.h"

#include "store/hearsay-store-actors.h"

/* @acronym: (nullable): a second mention of the first one */
HearsayAnalysis *
make_article (const char     *id,
              const char     *published,
              const Somebody *people,
              guint           n_people,
              const char     *acronym)
{
  g_autoptr (GString) text = g_string_new (NULL);
  HearsayAnalysis *analysis;
  HearsaySpan spans[8];
  HearsaySpan acronym_span = HEARSAY_SPAN_NONE;

  for (guint i = 0; i < n_people; i++)
    {
      spans[i].start = (guint32) g_utf8_strlen (text->str, -1);
      g_string_append (text, people[i].name);
      spans[i].end = (guint32) g_utf8_strlen (text->str, -1);
      g_string_append (text, " spoke. ");
    }
  if (acronym != NULL)
    {
      acronym_span.start = (guint32) g_utf8_strlen (text->str, -1);
      g_string_append (text, acronym);
      acronym_span.end = (guint32) g_utf8_strlen (text->str, -1);
    }
  analysis = hearsay_analysis_new (text->str, -1);
  analysis->id = hearsay_analysis_intern (analysis, id);
  analysis->language = "en";
  hearsay_date_parse_iso (published, &analysis->published);
  for (guint i = 0; i < n_people; i++)
    {
      g_autofree char *label = g_strdup_printf ("a%u", i + 1);
      HearsaySpan mentions[2] = { spans[i], acronym_span };
      HearsayAnalysisActor actor = {
        .id = hearsay_analysis_intern (analysis, label),
        .name = people[i].name,
        .kind = people[i].kind,
        .role = people[i].role,
        .affiliation = people[i].affiliation,
        .mentions = hearsay_analysis_add_spans (analysis, mentions, 1 + (i == 0 && acronym != NULL)),
      };
      HearsayAnalysisStatement statement = {
        .id = hearsay_analysis_intern (analysis, label),
        .speaker = (gint32) i,
        .parent = -1,
        .source = spans[i],
        .content = hearsay_analysis_add_spans (analysis, &spans[i], 1),
        .confidence = 1.0f,
      };

      g_array_append_val (analysis->actors, actor);
      g_array_append_val (analysis->statements, statement);
    }
  return analysis;
}

void
add_article (HearsayStore   *store,
             const char     *id,
             const char     *published,
             const Somebody *people,
             guint           n_people,
             const char     *acronym)
{
  g_autoptr (HearsayAnalysis) analysis = make_article (id, published, people, n_people, acronym);

  hearsay_store_add_analysis (store, analysis);
}

void
add_one (HearsayStore     *store,
         const char       *id,
         const char       *name,
         HearsayActorKind  kind)
{
  Somebody somebody = { name, kind, NULL, -1 };

  add_article (store, id, "2021-03-09", &somebody, 1, NULL);
}

void
add_sure (HearsayStore *store,
          const char   *id,
          float         confidence)
{
  Somebody somebody = { "Ferry Board", ORGANIZATION, NULL, -1 };
  g_autoptr (HearsayAnalysis) analysis = make_article (id, "2021-03-09", &somebody, 1, NULL);

  hearsay_analysis_actor (analysis, 0)->kind_confidence = confidence;
  hearsay_store_add_analysis (store, analysis);
}

/* Who says the first thing in an article. */
HearsayActor *
speaker_of (HearsayStore *store,
            const char   *article_id)
{
  g_autofree char *id = g_strdup_printf ("%s/a1", article_id);

  return hearsay_statement_get_speaker (get_statement (store, id));
}

/* Articles are made anew behind the step itself. */
void
undo (HearsayStore *store)
{
  hearsay_store_undo (store);
  g_assert_true (hearsay_store_flush (store, NULL));
}

void
redo (HearsayStore *store)
{
  hearsay_store_redo (store);
  g_assert_true (hearsay_store_flush (store, NULL));
}

void
merge (HearsayStore *store,
       HearsayActor *into,
       HearsayActor *other)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (hearsay_store_merge_actors (store, into, &other, 1, &error));
  g_assert_no_error (error);
}
