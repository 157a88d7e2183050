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
  HearsayWordTable *forms[HEARSAY_N_CUE_KINDS]; /* lower case → HearsayCue */
  GStringChunk *strings;
  HearsayWordTable *frames; /* name → HearsayFrame + 1 */
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
  if (hearsay_word_table_find (cues->forms[kind], form, strlen (form)) == NULL)
    hearsay_word_table_insert (cues->forms[kind], form, cue);
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

static guint8
read_percent (const char *digits)
{
  guint percent = 0;

  for (; g_ascii_isdigit (*digits) && percent <= 100; digits++)
    percent = percent * 10 + (guint) (*digits - '0');
  return (guint8) MIN (percent, 100);
}

static void
read_weights (const Cues *cues,
              HearsayCue *cue,
              char       *field)
{
  char *percent;

  while ((percent = hearsay_lexicon_cut (&field, ' ')) != NULL)
    {
      const char *name = hearsay_lexicon_cut (&percent, '=');
      guint frame = GPOINTER_TO_UINT (hearsay_word_table_find (cues->frames, name, strlen (name)));

      if (frame > 0 && percent != NULL)
        cue->weights[frame - 1] = read_percent (percent);
    }
}

static void
read_line (char   **fields,
           guint    n_fields,
           gpointer data)
{
  Cues *cues = data;
  HearsayCueKind kind;
  HearsayCue *cue;
  const char *form;
  gboolean regular;

  if (n_fields != 5)
    return;
  for (kind = 0; kind < HEARSAY_N_CUE_KINDS; kind++)
    if (strcmp (fields[0], kind_names[kind]) == 0)
      break;
  if (kind == HEARSAY_N_CUE_KINDS)
    return;

  cue = g_new0 (HearsayCue, 1);
  cue->lemma = g_string_chunk_insert_const (cues->strings, fields[1]);
  memset (cue->weights, read_percent (fields[3]), HEARSAY_N_FRAMES);
  read_weights (cues, cue, fields[4]);
  add_form (cues, kind, fields[1], cue);
  regular = fields[2][0] == '\0' && kind != HEARSAY_CUE_ADJECTIVE;
  while ((form = hearsay_lexicon_cut (&fields[2], ' ')) != NULL)
    if (form[0] != '\0')
      add_form (cues, kind, form, cue);
  if (regular)
    add_regular_forms (cues, kind, fields[1], cue);
}

static gpointer
load_cues (gpointer data)
{
  Cues *cues = g_new0 (Cues, 1);

  cues->strings = g_string_chunk_new (4096);
  for (guint i = 0; i < HEARSAY_N_CUE_KINDS; i++)
    cues->forms[i] = hearsay_word_table_new ();
  cues->frames = hearsay_word_table_new ();
  for (guint i = 0; i < HEARSAY_N_FRAMES; i++)
    hearsay_word_table_insert (cues->frames, frame_names[i], GUINT_TO_POINTER (i + 1));
  hearsay_lexicon_read_lines ("cues.txt", read_line, cues);
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

  return hearsay_word_table_find (cues->forms[kind], lower, strlen (lower));
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
