/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-fit.h"

#include "training/hearsay-clusters.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define N_CLUSTERS 256
#define N_ROUNDS 6
/* A word must have been seen this often in running text to get a cluster. */
#define MIN_CLUSTERED 5

/* Tags of a word seen less often than this are not trusted. */
#define MIN_SEEN 4
/* Share of a word's occurrences, in per cent, from which a tag belongs to its set. */
#define MIN_SHARE 4

typedef struct
{
  guint32 hash;
  HearsayWordEntry entry;
  guint32 seen;
  guint16 *tags; /* counts by xpos and upos, or NULL */
} Word;

typedef struct
{
  GHashTable *by_hash;
  GPtrArray *words;
} Words;

static void
free_word (gpointer data)
{
  Word *word = data;

  g_free (word->tags);
  g_free (word);
}

static Word *
get_hash (Words   *self,
          guint32  hash)
{
  Word *word = g_hash_table_lookup (self->by_hash, GUINT_TO_POINTER (hash));

  if (word == NULL)
    {
      word = g_new0 (Word, 1);
      word->hash = hash;
      g_hash_table_insert (self->by_hash, GUINT_TO_POINTER (hash), word);
      g_ptr_array_add (self->words, word);
    }
  return word;
}

static Word *
get_word (Words      *self,
          const char *text,
          gsize       length)
{
  char folded[64];
  gsize n = hearsay_fold_word (text, length, folded, sizeof folded);

  return get_hash (self, hearsay_hash_bytes (folded, n));
}

/* The number of the lexicographer file of a synset, from its line in a data file. */
static guint
get_class (const char *data,
           gsize       length,
           guint64     offset)
{
  if (offset + 12 > length || !g_ascii_isdigit (data[offset + 9]) || !g_ascii_isdigit (data[offset + 10]))
    return 0;
  return (guint) ((data[offset + 9] - '0') * 10 + data[offset + 10] - '0');
}

static void
add_sense (Word    *word,
           guint16  bit,
           guint    class)
{
  word->entry.senses |= bit;
  if (bit == HEARSAY_SENSE_NOUN && class >= 3 && class <= 28 && HEARSAY_SENSE_NOUN_CLASS (word->entry.senses) == 0)
    word->entry.senses |= (guint16) ((class - 2) << 5);
  if (bit == HEARSAY_SENSE_VERB && class >= 29 && class <= 43 && HEARSAY_SENSE_VERB_CLASS (word->entry.senses) == 0)
    word->entry.senses |= (guint16) ((class - 28) << 10);
}

/* Index lines: lemma, part of speech, number of synsets, number of pointers, pointers, two numbers, offsets. */
static gboolean
read_wordnet_file (Words       *self,
                   const char  *directory,
                   const char  *part,
                   guint16      bit,
                   GError     **error)
{
  g_autofree char *index_name = g_strconcat ("index.", part, NULL);
  g_autofree char *data_name = g_strconcat ("data.", part, NULL);
  g_autofree char *index_path = g_build_filename (directory, index_name, NULL);
  g_autofree char *data_path = g_build_filename (directory, data_name, NULL);
  g_autofree char *index_text = NULL;
  g_autofree char *data_text = NULL;
  g_auto (GStrv) lines = NULL;
  gsize length;

  if (!g_file_get_contents (index_path, &index_text, NULL, error) ||
      !g_file_get_contents (data_path, &data_text, &length, error))
    return FALSE;
  lines = g_strsplit (index_text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = NULL;
      guint64 n_pointers;
      guint n;

      if (lines[i][0] == ' ' || lines[i][0] == '\0' || strcspn (lines[i], "_") < strcspn (lines[i], " "))
        continue;
      fields = g_strsplit (g_strchomp (lines[i]), " ", -1);
      n = g_strv_length (fields);
      if (n < 7 || !g_ascii_string_to_unsigned (fields[3], 10, 0, 64, &n_pointers, NULL) || n < 7 + n_pointers)
        continue;
      add_sense (get_word (self, fields[0], strlen (fields[0])), bit,
                 get_class (data_text, length, g_ascii_strtoull (fields[6 + n_pointers], NULL, 10)));
    }
  return TRUE;
}

static gboolean
read_wordnet (Words       *self,
              const char  *directory,
              GError     **error)
{
  if (!read_wordnet_file (self, directory, "noun", HEARSAY_SENSE_NOUN, error) ||
      !read_wordnet_file (self, directory, "verb", HEARSAY_SENSE_VERB, error) ||
      !read_wordnet_file (self, directory, "adj", HEARSAY_SENSE_ADJECTIVE, error) ||
      !read_wordnet_file (self, directory, "adv", HEARSAY_SENSE_ADVERB, error))
    {
      g_prefix_error (error, "WordNet is needed (Debian package wordnet-base): ");
      return FALSE;
    }
  return TRUE;
}

static void
count_tags (Words                 *self,
            const HearsayTreebank *treebank)
{
  for (guint i = 0; i < treebank->sentences->len; i++)
    {
      const HearsayTreebankSentence *sentence = hearsay_treebank_get (treebank, i);

      for (guint k = 0; k < sentence->gold.n; k++)
        {
          Word *word = get_word (self, sentence->words[k].text, sentence->words[k].length);

          if (word->tags == NULL)
            word->tags = g_new0 (guint16, HEARSAY_N_XPOS * HEARSAY_N_UPOS);
          word->tags[sentence->gold.xpos[k] * HEARSAY_N_UPOS + sentence->gold.upos[k]]++;
          word->seen++;
        }
    }
}

static void
set_tags (Word *word)
{
  guint32 hash = 0;
  guint best = 0;

  if (word->tags == NULL || word->seen < MIN_SEEN)
    return;
  for (guint i = 0; i < HEARSAY_N_XPOS * HEARSAY_N_UPOS; i++)
    {
      if (word->tags[i] > word->tags[best])
        best = i;
      if (word->tags[i] > 1 && word->tags[i] * 100u >= word->seen * MIN_SHARE)
        hash = hearsay_feature (1, hash, i, 0);
    }
  hash = hearsay_feature (2, hash, best, 0);
  word->entry.tags = (guint16) ((hash >> 16) | 1u);
}

/* The running text of a corpus: "text" of every line. */
static gboolean
add_corpus (HearsayClusters  *clusters,
            const char       *path,
            GError          **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL;
  gsize length;

  text = hearsay_read_gzip (path, &length, error);
  if (text == NULL)
    return FALSE;
  for (char *line = text; line != NULL && *line != '\0';)
    {
      char *end = strchr (line, '\n');
      JsonNode *root;

      if (end != NULL)
        *end++ = '\0';
      if (!json_parser_load_from_data (parser, line, -1, error))
        {
          g_prefix_error (error, "%s: ", path);
          return FALSE;
        }
      root = json_parser_get_root (parser);
      if (JSON_NODE_HOLDS_OBJECT (root))
        hearsay_clusters_add_text (clusters, json_object_get_string_member_with_default (json_node_get_object (root), "text", ""));
      line = end;
    }
  return TRUE;
}

static gboolean
add_clusters (Words       *self,
              HearsayFit  *fit,
              GError     **error)
{
  const char *names[] = { "attribution/train.jsonl.gz", "directed/train.jsonl.gz", "target_sentiment/train.jsonl.gz" };
  g_autoptr (HearsayClusters) clusters = hearsay_clusters_new (N_CLUSTERS);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fit->shared, "corpora", names[i], NULL);

      if (!add_corpus (clusters, path, error))
        return FALSE;
    }
  for (guint i = 0; i < fit->train->sentences->len; i++)
    {
      const HearsayTreebankSentence *sentence = hearsay_treebank_get (fit->train, i);

      for (guint k = 0; k < sentence->gold.n; k++)
        {
          char folded[64];
          gsize n = hearsay_fold_word (sentence->words[k].text, sentence->words[k].length, folded, sizeof folded);

          hearsay_clusters_add (clusters, hearsay_hash_bytes (folded, n));
        }
      hearsay_clusters_add (clusters, 0);
    }
  hearsay_clusters_fit (clusters, MIN_CLUSTERED, N_ROUNDS);
  g_print ("words: %u have a cluster\n", hearsay_clusters_get_n (clusters));
  for (guint i = 0; i < hearsay_clusters_get_n (clusters); i++)
    {
      guint16 cluster;
      guint32 hash = hearsay_clusters_get_word (clusters, i, &cluster);

      get_hash (self, hash)->entry.cluster = cluster;
    }
  return TRUE;
}

static gboolean
is_empty (const HearsayWordEntry *entry)
{
  return entry->senses == 0 && entry->cluster == 0 && entry->tags == 0;
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  const Word *x = *(const Word *const *) a;
  const Word *y = *(const Word *const *) b;

  return x->hash < y->hash ? -1 : x->hash > y->hash;
}

static GBytes *
pack (Words *self)
{
  g_autoptr (GArray) hashes = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (HearsayWordEntry));

  g_ptr_array_sort (self->words, compare_words);
  for (guint i = 0; i < self->words->len; i++)
    {
      const Word *word = self->words->pdata[i];

      if (is_empty (&word->entry))
        continue;
      g_array_append_val (hashes, word->hash);
      g_array_append_val (entries, word->entry);
    }
  g_print ("words: %u entries\n", hashes->len);
  return hearsay_wordlist_pack ((const guint32 *) (gpointer) hashes->data,
                                (const HearsayWordEntry *) (gpointer) entries->data, hashes->len);
}

/**
 * hearsay_fit_words:
 *
 * Makes the word list: classes from WordNet, sets of tags from the treebanks,
 * clusters from the running text of all training sets.
 */
gboolean
hearsay_fit_words (HearsayFit  *fit,
                   GError     **error)
{
  g_autoptr (GHashTable) by_hash = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_word);
  Words words = { by_hash, list };
  g_autoptr (GBytes) section = NULL;

  if (!hearsay_fit_load_train (fit, error) || !read_wordnet (&words, fit->wordnet, error))
    return FALSE;
  count_tags (&words, fit->train);
  for (guint i = 0; i < list->len; i++)
    set_tags (list->pdata[i]);
  if (!add_clusters (&words, fit, error))
    return FALSE;
  section = pack (&words);
  hearsay_model_builder_add (fit->builder, "words", section);
  return TRUE;
}
