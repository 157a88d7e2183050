/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-evaluate-people.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Names in bytes of the text, by their last token. */
typedef struct
{
  HearsayRange range;
  HearsayRange last;
} Name;

/* @names: (element-type Name): full names by CoreNLP's classes, in text order
 * @chains: of each pronoun's first byte + 1, a GArray of HearsayRange: the heads of the names in its chain */
typedef struct
{
  const HearsayText *text;
  GArray *names;
  GHashTable *people; /* first byte + 1 of every token that is a person's name */
  GHashTable *chains;
} Layer;

static HearsayRange
token_range (const HearsayText *text,
             JsonArray         *token)
{
  return (HearsayRange) { hearsay_text_from_offset (text, (guint32) json_array_get_int_element (token, 0)),
                          hearsay_text_from_offset (text, (guint32) json_array_get_int_element (token, 1)) };
}

static gboolean
is_person_name (JsonArray *token)
{
  return g_str_has_prefix (json_array_get_string_element (token, 2), "NNP") &&
         strcmp (json_array_get_string_element (token, 4), "PERSON") == 0;
}

/* Runs of two or more tokens that are persons' names. */
static void
read_names (Layer     *layer,
            JsonArray *tokens)
{
  guint n = json_array_get_length (tokens);

  for (guint i = 0; i < n; i++)
    {
      Name name;
      guint k = i;

      while (k < n && is_person_name (json_array_get_array_element (tokens, k)))
        {
          name.last = token_range (layer->text, json_array_get_array_element (tokens, k));
          g_hash_table_add (layer->people, GUINT_TO_POINTER (name.last.start + 1));
          k++;
        }
      if (k > i + 1)
        {
          name.range = (HearsayRange) { token_range (layer->text, json_array_get_array_element (tokens, i)).start, name.last.end };
          g_array_append_val (layer->names, name);
        }
      i = MAX (k, i + 1) - 1;
    }
}

/* The heads of a chain's mentions that are persons' names. */
static GArray *
chain_names (Layer     *layer,
             JsonArray *chain,
             JsonArray *sentences)
{
  GArray *heads = g_array_new (FALSE, FALSE, sizeof (HearsayRange));

  for (guint i = 0; i < json_array_get_length (chain); i++)
    {
      JsonArray *mention = json_array_get_array_element (chain, i);
      JsonObject *sentence = json_array_get_object_element (sentences, (guint) json_array_get_int_element (mention, 0));
      JsonArray *tokens = json_object_get_array_member (sentence, "tokens");
      JsonArray *head = json_array_get_array_element (tokens, (guint) json_array_get_int_element (mention, 3));
      HearsayRange range = token_range (layer->text, head);

      if (is_person_name (head))
        g_array_append_val (heads, range);
    }
  return heads;
}

static void
read_chain (Layer     *layer,
            JsonArray *chain,
            JsonArray *sentences)
{
  g_autoptr (GArray) heads = chain_names (layer, chain, sentences);

  if (heads->len == 0)
    return;
  for (guint i = 0; i < json_array_get_length (chain); i++)
    {
      JsonArray *mention = json_array_get_array_element (chain, i);
      guint first = (guint) json_array_get_int_element (mention, 1);
      JsonObject *sentence = json_array_get_object_element (sentences, (guint) json_array_get_int_element (mention, 0));
      JsonArray *token = json_array_get_array_element (json_object_get_array_member (sentence, "tokens"), first);

      if (json_array_get_int_element (mention, 2) == first + 1 && g_str_has_prefix (json_array_get_string_element (token, 2), "PRP"))
        g_hash_table_insert (layer->chains, GUINT_TO_POINTER (token_range (layer->text, token).start + 1), g_array_ref (heads));
    }
}

static void
layer_init (Layer             *self,
            const HearsayText *text,
            JsonObject        *object)
{
  JsonArray *sentences = json_object_get_array_member (object, "sentences");
  JsonArray *chains = json_object_get_array_member (object, "coref");

  self->text = text;
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  self->people = g_hash_table_new (NULL, NULL);
  self->chains = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < json_array_get_length (sentences); i++)
    read_names (self, json_object_get_array_member (json_array_get_object_element (sentences, i), "tokens"));
  for (guint i = 0; i < json_array_get_length (chains); i++)
    read_chain (self, json_array_get_array_element (chains, i), sentences);
}

static void
layer_clear (Layer *self)
{
  g_array_unref (self->names);
  g_hash_table_unref (self->people);
  g_hash_table_unref (self->chains);
}

static gboolean
is_he_or_she (const HearsayText *text,
              HearsayRange       source)
{
  gsize n = source.end - source.start;

  return (n == 2 && g_ascii_strncasecmp (text->text + source.start, "he", 2) == 0) ||
         (n == 3 && g_ascii_strncasecmp (text->text + source.start, "she", 3) == 0);
}

static void
score_pronoun (const HearsayPeopleReading *reading,
               const Layer                *layer,
               HearsayRange                source,
               gint32                      actor,
               HearsayScore               *score)
{
  GArray *heads = g_hash_table_lookup (layer->chains, GUINT_TO_POINTER (source.start + 1));
  gboolean right = FALSE;

  if (heads == NULL)
    return;
  for (guint i = 0; actor >= 0 && i < heads->len && !right; i++)
    right = hearsay_people_reading_names (reading, actor, g_array_index (heads, HearsayRange, i).start,
                                          g_array_index (heads, HearsayRange, i).end);
  score->gold++;
  score->found += actor >= 0;
  score->right += right;
  if (!right)
    {
      HearsayRange head = g_array_index (heads, HearsayRange, 0);

      g_debug ("source wrong: wanted %.*s, found %s ← …%.200s", (int) (head.end - head.start), reading->text->text + head.start,
               actor >= 0 ? hearsay_actors_get (reading->actors, actor)->name : "nobody",
               reading->text->text + (source.start > 160 ? source.start - 160 : 0));
    }
}

/* A person's name of one word that ends a longer name before. */
static void
score_surname (const HearsayPeopleReading *reading,
               const Layer                *layer,
               HearsayRange                source,
               gint32                      actor,
               HearsayScore               *score)
{
  const char *text = reading->text->text;
  gsize n = source.end - source.start;
  gboolean named = FALSE;
  gboolean right = FALSE;

  if (memchr (text + source.start, ' ', n) != NULL || !g_hash_table_contains (layer->people, GUINT_TO_POINTER (source.start + 1)))
    return;
  for (guint i = 0; i < layer->names->len && !right; i++)
    {
      const Name *name = &g_array_index (layer->names, Name, i);

      if (name->range.end > source.start)
        break;
      if (name->last.end - name->last.start != n || memcmp (text + name->last.start, text + source.start, n) != 0)
        continue;
      named = TRUE;
      right = actor >= 0 && strchr (hearsay_actors_get (reading->actors, actor)->name, ' ') != NULL &&
              hearsay_people_reading_names (reading, actor, name->range.start, name->range.end);
    }
  score->gold += named;
  score->found += named && actor >= 0;
  score->right += right;
  if (named && !right)
    g_debug ("surname wrong: %.*s, found %s", (int) n, text + source.start,
             actor >= 0 ? hearsay_actors_get (reading->actors, actor)->name : "nobody");
}

static void
score_source (const HearsayPeopleReading *reading,
              const Layer                *layer,
              JsonArray                  *spans,
              HearsayScore               *pronouns,
              HearsayScore               *surnames)
{
  HearsayRange source;
  gint32 actor;

  if (json_array_get_length (spans) == 0)
    return;
  source = token_range (reading->text, json_array_get_array_element (spans, 0));
  actor = hearsay_actors_resolve (reading->actors, (HearsaySpan) { source.start, source.end }, -1);
  if (is_he_or_she (reading->text, source))
    score_pronoun (reading, layer, source, actor, pronouns);
  else
    score_surname (reading, layer, source, actor, surnames);
}

/* The sources in text order, as the analyzer takes them. */
static int
compare_sources (gconstpointer a,
                 gconstpointer b)
{
  JsonArray *x = *(JsonArray *const *) a;
  JsonArray *y = *(JsonArray *const *) b;
  gint64 start_x = json_array_get_int_element (json_array_get_array_element (x, 0), 0);
  gint64 start_y = json_array_get_int_element (json_array_get_array_element (y, 0), 0);

  return start_x < start_y ? -1 : start_x > start_y;
}

/**
 * hearsay_evaluate_sources:
 * @article: a line of attribution/dev: the text with the sources that annotators marked
 * @layer: the line of the automatic layer with the same id
 * @pronouns: adds sources that are “he” or “she”, where the layer's chain names a person:
 *   right when the actor found is named where the chain is
 * @surnames: adds sources that are the last word of a person's full name which stands
 *   before: right when the actor found bears that full name
 *
 * The marked sources are resolved as the analyzer resolves those that it finds.
 */
gboolean
hearsay_evaluate_sources (const char            *article,
                          const char            *layer,
                          const HearsayGrammar  *grammar,
                          HearsayScore          *pronouns,
                          HearsayScore          *surnames,
                          GError               **error)
{
  g_autoptr (JsonParser) article_parser = json_parser_new_immutable ();
  g_autoptr (JsonParser) layer_parser = json_parser_new_immutable ();
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  HearsayPeopleReading reading;
  JsonObject *object;
  JsonArray *attributions;
  Layer read;

  if (!json_parser_load_from_data (article_parser, article, -1, error) ||
      !json_parser_load_from_data (layer_parser, layer, -1, error))
    return FALSE;
  object = json_node_get_object (json_parser_get_root (article_parser));
  hearsay_people_reading_init (&reading, grammar, json_object_get_string_member (object, "text"));
  layer_init (&read, reading.text, json_node_get_object (json_parser_get_root (layer_parser)));
  attributions = json_object_get_array_member (object, "attributions");
  for (guint i = 0; i < json_array_get_length (attributions); i++)
    {
      JsonArray *spans = json_object_get_array_member (json_array_get_object_element (attributions, i), "source");

      if (json_array_get_length (spans) > 0)
        g_ptr_array_add (sources, spans);
    }
  g_ptr_array_sort (sources, compare_sources);
  for (guint i = 0; i < sources->len; i++)
    score_source (&reading, &read, g_ptr_array_index (sources, i), pronouns, surnames);
  layer_clear (&read);
  hearsay_people_reading_clear (&reading);
  return TRUE;
}
