/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-evaluate-people.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "training/hearsay-treebank.h"

void
hearsay_people_reading_init (HearsayPeopleReading *self,
                             const HearsayGrammar *grammar,
                             const char           *text)
{
  self->text = hearsay_text_new (text, strlen (text));
  self->trees = hearsay_trees_new (grammar, self->text, NULL, NULL);
  self->closed = hearsay_closed_new (self->text);
  self->actors = hearsay_actors_new (self->closed, &self->trees->syntax, NULL, 0);
  hearsay_actors_find (self->actors);
}

void
hearsay_people_reading_clear (HearsayPeopleReading *self)
{
  hearsay_actors_free (self->actors);
  hearsay_closed_free (self->closed);
  hearsay_trees_free (self->trees);
  hearsay_text_free (self->text);
}

/* Whether a mention of @actor stands at these bytes, in whole or in part. */
gboolean
hearsay_people_reading_names (const HearsayPeopleReading *self,
                              gint32                      actor,
                              guint32                     start,
                              guint32                     end)
{
  guint32 token = hearsay_text_find_token (self->text, start);

  /* Mentions are as long as names are. */
  for (guint i = hearsay_actors_first_mention (self->actors, start > 200 ? start - 200 : 0);
       i < self->actors->mentions->len && hearsay_actors_mention (self->actors, i)->start < end; i++)
    {
      const HearsayMention *mention = hearsay_actors_mention (self->actors, i);

      if (mention->actor == actor && mention->end > start && mention->last >= token)
        return TRUE;
    }
  return FALSE;
}

static double
percent (guint part,
         guint whole)
{
  return whole > 0 ? 100.0 * part / whole : 0.0;
}

static void
print_kinds (const char               *name,
             const HearsayCalibration *kinds)
{
  static const char *const grounds[HEARSAY_N_GROUNDS] = {
    "nothing", "phrase", "table", "words", "beside", "bearer", "lead", "clear lead",
  };

  g_print ("%s  kinds of actors: confidence off by %.3f (expected calibration error)\n", name,
           hearsay_calibration_get_error (kinds));
  for (guint g = 0; g < HEARSAY_N_GROUNDS; g++)
    for (guint k = 0; k < HEARSAY_N_ACTOR_KINDS; k++)
      if (kinds->n[g][k] > 0)
        g_print ("%s    %-10s %-12s %5u found, %5.1f %% right, confidence %.2f\n", name, grounds[g],
                 hearsay_actor_kind_to_string ((HearsayActorKind) k), kinds->n[g][k],
                 percent (kinds->right[g][k], kinds->n[g][k]), kinds->confidence[g][k] / kinds->n[g][k]);
}

/* Confidences are counted in the training part, figures in the other one. */
static gboolean
evaluate_gum (const HearsayGrammar  *grammar,
              const char            *shared,
              const char            *name,
              GError               **error)
{
  g_autofree char *file = g_strconcat (name, ".conllu.gz", NULL);
  g_autofree char *path = g_build_filename (shared, "corpora", "ud", file, NULL);
  g_autoptr (GPtrArray) documents = hearsay_entity_corpus_read (path, error);
  HearsayScore entities = { 0 };
  HearsayScore pronouns = { 0 };
  HearsayCalibration kinds = { 0 };

  if (documents == NULL)
    return FALSE;
  for (guint i = 0; i < documents->len; i++)
    {
      const HearsayEntityDocument *document = g_ptr_array_index (documents, i);
      HearsayPeopleReading reading;

      hearsay_people_reading_init (&reading, grammar, document->running->text->str);
      hearsay_evaluate_entities (document, &reading, &entities, &kinds);
      hearsay_evaluate_pronouns (document, &reading, &pronouns);
      hearsay_people_reading_clear (&reading);
    }
  g_print ("%s  named entities: P %.1f  R %.1f  F1 %.1f  (%u gold, %u found, %u right)\n", name,
           percent (entities.right, entities.found), percent (entities.right, entities.gold),
           percent (2 * entities.right, entities.gold + entities.found), entities.gold, entities.found, entities.right);
  print_kinds (name, &kinds);
  g_print ("%s  he and she to the right person: %.1f %%  (%u of %u)\n", name, percent (pronouns.right, pronouns.gold),
           pronouns.right, pronouns.gold);
  return TRUE;
}

/* The lines of a packed file of JSON Lines by the “id” of each. */
static GHashTable *
read_lines (const char  *path,
            GError     **error)
{
  gsize length;
  g_autofree char *content = hearsay_read_gzip (path, &length, error);
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) all = NULL;

  if (content == NULL)
    return NULL;
  all = g_strsplit (content, "\n", -1);
  for (guint i = 0; all[i] != NULL; i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new_immutable ();

      if (*all[i] == '\0')
        continue;
      if (!json_parser_load_from_data (parser, all[i], -1, error))
        return NULL;
      g_hash_table_insert (lines, g_strdup (json_object_get_string_member (json_node_get_object (json_parser_get_root (parser)), "id")),
                           g_strdup (all[i]));
    }
  return g_steal_pointer (&lines);
}

static gboolean
evaluate_attribution (const HearsayGrammar  *grammar,
                      const char            *shared,
                      GError               **error)
{
  g_autofree char *articles_path = g_build_filename (shared, "corpora", "attribution", "dev.jsonl.gz", NULL);
  g_autofree char *layers_path = g_build_filename (shared, "corpora", "attribution", "dev.corenlp.jsonl.gz", NULL);
  g_autoptr (GHashTable) articles = read_lines (articles_path, error);
  g_autoptr (GHashTable) layers = articles != NULL ? read_lines (layers_path, error) : NULL;
  HearsayScore pronouns = { 0 };
  HearsayScore surnames = { 0 };
  GHashTableIter iter;
  gpointer id;
  gpointer layer;

  if (layers == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, layers);
  while (g_hash_table_iter_next (&iter, &id, &layer))
    {
      const char *article = g_hash_table_lookup (articles, id);

      if (article != NULL && !hearsay_evaluate_sources (article, layer, grammar, &pronouns, &surnames, error))
        return FALSE;
    }
  g_print ("attribution/dev  he and she as sources, as the CoreNLP chain has them: %.1f %%  (%u of %u)\n",
           percent (pronouns.right, pronouns.gold), pronouns.right, pronouns.gold);
  g_print ("attribution/dev  bare surnames as sources, to the full name: %.1f %%  (%u of %u)\n",
           percent (surnames.right, surnames.gold), surnames.right, surnames.gold);
  return TRUE;
}

/**
 * hearsay_evaluate_people:
 * @shared: the directory with corpora/
 *
 * Prints how well the engine tells who is who on the development sets.
 */
gboolean
hearsay_evaluate_people (const HearsayGrammar  *grammar,
                         const char            *shared,
                         GError               **error)
{
  return evaluate_gum (grammar, shared, "gum-train", error) && evaluate_gum (grammar, shared, "gum-dev", error) &&
         evaluate_attribution (grammar, shared, error);
}
