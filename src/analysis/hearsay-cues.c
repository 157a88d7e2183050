/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-cues.h"

#include <string.h>

#include "analysis/hearsay-lexicon.h"

struct _HearsayCue
{
  const char *lemma;
  guint8 weights[HEARSAY_N_FRAMES]; /* percent */
};

static const char *const frame_names[HEARSAY_N_FRAMES] = {
  "none", "front", "quote", "colon", "that", "clause", "wh", "to", "ing", "adjective", "object", "object-that",
  "object-clause", "object-quote", "object-wh", "object-to", "object-of", "object-for", "object-as", "object-about",
  "of", "about", "for", "as", "with", "on", "against", "in", "at", "other",
};

static const char *const kind_names[HEARSAY_N_CUE_KINDS] = { "verb", "passive", "noun", "adjective" };

typedef struct
{
  GHashTable *forms[HEARSAY_N_CUE_KINDS]; /* lower case → HearsayCue */
  GStringChunk *strings;
} Cues;

/**
 * hearsay_frame_get_name:
 * @frame: a frame
 *
 * Returns: its name in data/lexicons/cues.txt
 */
const char *
hearsay_frame_get_name (HearsayFrame frame)
{
  g_return_val_if_fail (frame < HEARSAY_N_FRAMES, NULL);

  return frame_names[frame];
}

static void
add_form (Cues           *cues,
          HearsayCueKind  kind,
          const char     *form,
          HearsayCue     *cue)
{
  if (!g_hash_table_contains (cues->forms[kind], form))
    g_hash_table_insert (cues->forms[kind], g_string_chunk_insert_const (cues->strings, form), cue);
}

static gboolean
ends_in_consonant_y (const char *word,
                     gsize       length)
{
  return length > 1 && word[length - 1] == 'y' && strchr ("aeiou", word[length - 2]) == NULL;
}

/* Adds “-s”, “-ed” and “-ing” by the rules of spelling; a verb that breaks them lists its forms. */
static void
add_regular_forms (Cues           *cues,
                   HearsayCueKind  kind,
                   const char     *lemma,
                   HearsayCue     *cue)
{
  gsize length = strlen (lemma);
  gboolean y = ends_in_consonant_y (lemma, length);
  gboolean e = lemma[length - 1] == 'e';
  gboolean hiss = g_str_has_suffix (lemma, "s") || g_str_has_suffix (lemma, "sh") || g_str_has_suffix (lemma, "ch")
                  || g_str_has_suffix (lemma, "x") || g_str_has_suffix (lemma, "z");
  g_autofree char *stem = g_strndup (lemma, length - (y || e ? 1 : 0));
  g_autofree char *s = y ? g_strconcat (stem, "ies", NULL) : g_strconcat (lemma, hiss ? "es" : "s", NULL);
  g_autofree char *ed = g_strconcat (stem, y ? "ied" : "ed", NULL);
  g_autofree char *ing = g_strconcat (y ? lemma : stem, "ing", NULL);

  add_form (cues, kind, s, cue);
  if (kind == HEARSAY_CUE_NOUN)
    return;
  add_form (cues, kind, ed, cue);
  add_form (cues, kind, ing, cue);
}

static void
read_weights (HearsayCue *cue,
              const char *field)
{
  g_auto (GStrv) pairs = g_strsplit (field, " ", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *equals = strchr (pairs[i], '=');

      if (equals == NULL)
        continue;
      *equals = '\0';
      for (guint j = 0; j < HEARSAY_N_FRAMES; j++)
        if (strcmp (pairs[i], frame_names[j]) == 0)
          cue->weights[j] = (guint8) CLAMP (g_ascii_strtoll (equals + 1, NULL, 10), 0, 100);
    }
}

static void
read_line (Cues *cues,
           char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "|", -1);
  g_auto (GStrv) forms = NULL;
  HearsayCueKind kind;
  HearsayCue *cue;

  if (line[0] == '#' || g_strv_length (fields) != 5)
    return;
  for (kind = 0; kind < HEARSAY_N_CUE_KINDS; kind++)
    if (strcmp (fields[0], kind_names[kind]) == 0)
      break;
  if (kind == HEARSAY_N_CUE_KINDS)
    return;

  cue = g_new0 (HearsayCue, 1);
  cue->lemma = g_string_chunk_insert_const (cues->strings, fields[1]);
  memset (cue->weights, (int) CLAMP (g_ascii_strtoll (fields[3], NULL, 10), 0, 100), HEARSAY_N_FRAMES);
  read_weights (cue, fields[4]);
  add_form (cues, kind, fields[1], cue);
  forms = g_strsplit (fields[2], " ", -1);
  for (guint i = 0; forms[i] != NULL; i++)
    if (forms[i][0] != '\0')
      add_form (cues, kind, forms[i], cue);
  if (fields[2][0] == '\0' && kind != HEARSAY_CUE_ADJECTIVE)
    add_regular_forms (cues, kind, fields[1], cue);
}

static gpointer
load_cues (gpointer data)
{
  Cues *cues = g_new0 (Cues, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = hearsay_lexicon_read ("cues.txt", &error);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (bytes == NULL)
    g_error ("A table that is part of the program is missing: %s", error->message);
  cues->strings = g_string_chunk_new (4096);
  for (guint i = 0; i < HEARSAY_N_CUE_KINDS; i++)
    cues->forms[i] = g_hash_table_new (g_str_hash, g_str_equal);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    read_line (cues, lines[i]);
  return cues;
}

/**
 * hearsay_cues_find:
 * @lower: a form of a word, in lower case
 *
 * Returns: (transfer none) (nullable): what is known of it as a cue of @kind
 */
const HearsayCue *
hearsay_cues_find (HearsayCueKind  kind,
                   const char     *lower)
{
  static GOnce once = G_ONCE_INIT;
  const Cues *cues = g_once (&once, load_cues, NULL);

  g_return_val_if_fail (kind < HEARSAY_N_CUE_KINDS, NULL);
  g_return_val_if_fail (lower != NULL, NULL);

  return g_hash_table_lookup (cues->forms[kind], lower);
}

/**
 * hearsay_cues_get_weight:
 * @cue: a cue
 * @frame: what follows it
 *
 * Returns: how often it then is a cue of a statement, 0 to 1, as counted in annotated articles
 */
float
hearsay_cues_get_weight (const HearsayCue *cue,
                         HearsayFrame      frame)
{
  g_return_val_if_fail (cue != NULL, 0);
  g_return_val_if_fail (frame < HEARSAY_N_FRAMES, 0);

  return cue->weights[frame] / 100.0f;
}

const char *
hearsay_cues_get_lemma (const HearsayCue *cue)
{
  g_return_val_if_fail (cue != NULL, NULL);

  return cue->lemma;
}
