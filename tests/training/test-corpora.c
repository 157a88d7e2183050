/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "training/hearsay-clusters.h"
#include "training/hearsay-treebank.h"
#include "training/hearsay-vectors.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static const char treebank_text[] = "# newdoc id = harbour\n"
                                    "# text = Boats don't sink.\n"
                                    "1\tBoats\tboat\tNOUN\tNNS\t_\t4\tnsubj\t_\t_\n"
                                    "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
                                    "2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_\n"
                                    "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
                                    "4\tsink\tsink\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
                                    "4.1\tthere\tthere\tADV\tRB\t_\t_\t_\t_\t_\n"
                                    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
                                    "\n"
                                    "1\tNever\tnever\tADV\tRB\t_\t0\troot\t_\t_\n";

static char *
write_packed (const char *text)
{
  g_autoptr (GConverter) zip = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1));
  guint8 packed[4096];
  gsize n_read, n_written;
  g_autoptr (GError) error = NULL;
  char *path;
  int file;

  g_converter_convert (zip, text, strlen (text), packed, sizeof packed, G_CONVERTER_INPUT_AT_END, &n_read, &n_written,
                       &error);
  g_assert_no_error (error);
  file = g_file_open_tmp ("hearsay-treebank-XXXXXX", &path, &error);
  g_assert_no_error (error);
  g_close (file, NULL);
  g_file_set_contents (path, (const char *) packed, (gssize) n_written, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_treebank (void)
{
  g_autofree char *path = write_packed (treebank_text);
  g_autoptr (HearsayTreebank) treebank = hearsay_treebank_new ();
  g_autoptr (GError) error = NULL;
  const HearsayTreebankSentence *sentence;

  g_assert_true (hearsay_treebank_read (treebank, path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (treebank->sentences->len, ==, 2);
  g_assert_cmpuint (treebank->n_words, ==, 6);
  sentence = hearsay_treebank_get (treebank, 0);
  g_assert_cmpuint (sentence->gold.n, ==, 5);
  g_assert_cmpstr (sentence->gold.lemma[2], ==, "not");
  g_assert_cmpint (sentence->gold.head[0], ==, 3);
  g_assert_cmpint (sentence->gold.head[3], ==, -1);
  g_assert_cmpint (sentence->gold.xpos[4], ==, HEARSAY_XPOS_STOP);
  g_assert_cmpint (sentence->gold.deprel[1], ==, HEARSAY_DEPREL_AUX);
  g_unlink (path);
}

static void
test_bad_treebank (void)
{
  const char *texts[] = {
    "1\tBoats\tboat\tNOUN\tNNS\t_\t4\tnsubj\t_\t_\n\n", /* a head that is not there */
    "1\tBoats\tboat\tTHING\tNNS\t_\t0\troot\t_\t_\n\n",
    "1\tBoats\tboat\n\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = write_packed (texts[i]);
      g_autoptr (HearsayTreebank) treebank = hearsay_treebank_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (hearsay_treebank_read (treebank, path, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_unlink (path);
    }
}

static guint16
get_cluster (const HearsayClusters *clusters,
             const char            *word)
{
  guint32 hash = hearsay_hash_bytes (word, strlen (word));

  for (guint i = 0; i < hearsay_clusters_get_n (clusters); i++)
    {
      guint16 cluster;

      if (hearsay_clusters_get_word (clusters, i, &cluster) == hash)
        return cluster;
    }
  return 0;
}

/* Words that stand in the same places come together. */
static void
test_clusters (void)
{
  const char *things[] = { "boat", "house", "tree" };
  const char *deeds[] = { "sinks", "burns", "falls" };
  g_autoptr (HearsayClusters) clusters = hearsay_clusters_new (5);

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *text = g_strdup_printf ("the %s %s .", things[i % 3], deeds[i / 3 % 3]);

      hearsay_clusters_add_text (clusters, text);
    }
  hearsay_clusters_add_text (clusters, "once");
  hearsay_clusters_fit (clusters, 2, 10);
  for (guint i = 1; i < 3; i++)
    {
      g_assert_cmpuint (get_cluster (clusters, things[i]), ==, get_cluster (clusters, things[0]));
      g_assert_cmpuint (get_cluster (clusters, deeds[i]), ==, get_cluster (clusters, deeds[0]));
    }
  g_assert_cmpuint (get_cluster (clusters, things[0]), !=, get_cluster (clusters, deeds[0]));
  g_assert_cmpuint (get_cluster (clusters, "boat"), >=, HEARSAY_CLUSTERS_FIRST);
  g_assert_cmpuint (get_cluster (clusters, "once"), ==, 0);
}

static void
lookup (const HearsayWordlist *list,
        const char            *word,
        HearsayWordEntry      *entry)
{
  hearsay_wordlist_lookup (list, word, strlen (word), entry);
}

static void
test_wordlist (void)
{
  const char *words[] = { "carry", "stop", "the" };
  const HearsayWordEntry entries[] = { { HEARSAY_SENSE_VERB, 70, 0 }, { HEARSAY_SENSE_VERB | HEARSAY_SENSE_NOUN, 0, 0 }, { 0, 0, 9 } };
  g_autoptr (HearsayModelBuilder) builder = hearsay_model_builder_new ();
  g_autoptr (GBytes) section = NULL;
  g_autoptr (GBytes) file = NULL;
  g_autoptr (HearsayModel) model = NULL;
  HearsayWordlist list;
  HearsayWordEntry entry;
  guint32 hashes[3];

  for (guint i = 0; i < 3; i++)
    hashes[i] = hearsay_hash_bytes (words[i], strlen (words[i]));
  section = hearsay_wordlist_pack (hashes, entries, 3);
  hearsay_model_builder_add (builder, "words", section);
  file = hearsay_model_builder_finish (builder);
  model = hearsay_model_new (file, NULL);
  g_assert_true (hearsay_wordlist_load (&list, model, "words", NULL));
  lookup (&list, "carry", &entry);
  g_assert_cmpuint (entry.senses, ==, HEARSAY_SENSE_VERB);
  g_assert_cmpuint (entry.cluster, ==, 70);
  lookup (&list, "carried", &entry);
  g_assert_cmpuint (entry.senses, ==, HEARSAY_SENSE_VERB | HEARSAY_SENSE_INFLECTED);
  g_assert_cmpuint (entry.cluster, ==, 0);
  lookup (&list, "stopping", &entry);
  g_assert_cmpuint (entry.senses, ==, HEARSAY_SENSE_VERB | HEARSAY_SENSE_NOUN | HEARSAY_SENSE_INFLECTED);
  lookup (&list, "the", &entry);
  g_assert_cmpuint (entry.tags, ==, 9);
  lookup (&list, "unheardof", &entry);
  g_assert_cmpuint (entry.senses | entry.cluster | entry.tags, ==, 0);
}

/* “word”:[…] with as many numbers as are wanted, all @value but the first. */
static void
append_vector (GString    *json,
               const char *word,
               double      value)
{
  g_string_append_printf (json, "\"%s\":[1", word);
  for (guint i = 1; i < HEARSAY_VECTORS_LENGTH + 2; i++)
    g_string_append_printf (json, ",%.1f", value);
  g_string_append (json, "],");
}

static HearsayVectors *
read_vectors (const char  *json,
              guint        n,
              GError     **error)
{
  g_autofree char *path = NULL;
  HearsayVectors *vectors;
  int file = g_file_open_tmp ("hearsay-vectors-XXXXXX", &path, NULL);

  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, json, -1, NULL));
  vectors = hearsay_vectors_read (path, n, error);
  g_remove (path);
  return vectors;
}

/* Vectors come with length 1, in the file's order, without what is no plain word. */
static void
test_vectors (void)
{
  g_autoptr (GString) json = g_string_new ("{\"size\":4,\"vectors\":{");
  g_autoptr (HearsayVectors) all = NULL;
  g_autoptr (HearsayVectors) one = NULL;
  double length = 0;

  append_vector (json, "harbour", 2);
  append_vector (json, "20th", 1);
  append_vector (json, "\\\"", 1);
  append_vector (json, "well-known", -3);
  json->str[json->len - 1] = '}';
  g_string_append_c (json, '}');
  all = read_vectors (json->str, 9, NULL);
  g_assert_cmpuint (all->n, ==, 2);
  g_assert_cmpuint (all->hashes[0], ==, hearsay_hash_bytes ("harbour", 7));
  g_assert_cmpuint (all->hashes[1], ==, hearsay_hash_bytes ("well-known", 10));
  for (guint i = 0; i < HEARSAY_VECTORS_STRIDE; i++)
    length += (double) hearsay_vectors_get (all, 1)[i] * (double) hearsay_vectors_get (all, 1)[i];
  g_assert_cmpfloat_with_epsilon (length, 1, 1e-4);
  g_assert_cmpfloat (hearsay_vectors_get (all, 1)[5], <, 0);
  g_assert_cmpfloat (hearsay_vectors_get (all, 1)[HEARSAY_VECTORS_LENGTH], ==, 0);
  one = read_vectors (json->str, 1, NULL);
  g_assert_cmpuint (one->n, ==, 1);
}

static void
test_bad_vectors (void)
{
  static const char *const files[] = {
    "", "{}", "{\"vectors\":{}}", "{\"vectors\":{\"harbour\":[1,2,3]}}", "{\"vectors\":{\"harbour\":7}}", "{\"vectors\":{\"harb",
    "{\"vectors\":{\"harbour\":[1,", "{\"vectors\":{\"harbour\":[x]}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HearsayVectors) vectors = read_vectors (files[i], 9, &error);

      g_assert_null (vectors);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpora/treebank", test_treebank);
  g_test_add_func ("/corpora/bad-treebank", test_bad_treebank);
  g_test_add_func ("/corpora/clusters", test_clusters);
  g_test_add_func ("/corpora/wordlist", test_wordlist);
  g_test_add_func ("/corpora/vectors", test_vectors);
  g_test_add_func ("/corpora/bad-vectors", test_bad_vectors);
  return g_test_run ();
}
