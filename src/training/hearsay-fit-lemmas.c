/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-fit.h"

#include "analysis/hearsay-lemma.h"

#include <stdlib.h>
#include <string.h>

#define RULE_SIZE 8
/* An irregular form is kept when it was seen this often; rarer ones may be slips of the treebank. */
#define MIN_EXCEPTION 3
/* Share of the words with an ending, in per cent, that its rule must be right for. */
#define MIN_SHARE 60

typedef struct
{
  char form[HEARSAY_LEMMA_MAX_WORD];
  gsize length;
  guint8 upos;
  guint8 xpos;
  guint rule;
  guint count;
} Type;

typedef struct
{
  GArray *types;
  GHashTable *rule_numbers; /* "strip:ending" to number + 1 */
  GByteArray *rules;
  GHashTable *decisions; /* key to rule + 1 */
} Lemmas;

/* The number of the rule that makes @lemma from @form, G_MAXUINT where none may. */
static guint
get_rule (Lemmas     *self,
          const char *form,
          gsize       length,
          const char *lemma)
{
  gsize lemma_length = strlen (lemma);
  gsize same = 0;
  guint8 rule[RULE_SIZE] = { 0 };
  g_autofree char *name = NULL;
  guint number;

  while (same < MIN (length, lemma_length) && form[same] == lemma[same])
    same++;
  /* “I” and marks are vocabulary; longer endings in capitals or digits are some name's. */
  if (lemma_length - same > 2 && strspn (lemma + same, "abcdefghijklmnopqrstuvwxyz'") != lemma_length - same)
    return G_MAXUINT;
  if (lemma_length - same > HEARSAY_LEMMA_MAX_ENDING || lemma_length == 0 || length == 0)
    return G_MAXUINT;
  rule[0] = (guint8) (length - same);
  rule[1] = (guint8) (lemma_length - same);
  memcpy (rule + 2, lemma + same, lemma_length - same);
  name = g_strdup_printf ("%u:%s", rule[0], lemma + same);
  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->rule_numbers, name));
  if (number != 0)
    return number - 1;
  number = self->rules->len / RULE_SIZE;
  if (number >= 4096)
    return G_MAXUINT;
  g_byte_array_append (self->rules, rule, sizeof rule);
  g_hash_table_insert (self->rule_numbers, g_steal_pointer (&name), GUINT_TO_POINTER (number + 1));
  return number;
}

static void
add_type (Lemmas            *self,
          const HearsayWord *word,
          guint8             upos,
          guint8             xpos,
          const char        *lemma,
          guint              count)
{
  Type type = { .upos = upos, .xpos = xpos, .count = count };

  type.length = hearsay_lemma_fold (word, xpos, type.form);
  if (type.length == 0)
    return;
  type.rule = get_rule (self, type.form, type.length, lemma);
  if (type.rule != G_MAXUINT)
    g_array_append_val (self->types, type);
}

static int
compare_types (gconstpointer a,
               gconstpointer b)
{
  const Type *x = a;
  const Type *y = b;

  if (x->xpos != y->xpos)
    return x->xpos - y->xpos;
  if (x->upos != y->upos)
    return x->upos - y->upos;
  if (x->length != y->length)
    return x->length < y->length ? -1 : 1;
  if (memcmp (x->form, y->form, x->length) != 0)
    return memcmp (x->form, y->form, x->length);
  return x->rule < y->rule ? -1 : x->rule > y->rule;
}

/* Sums up equal types, of which the commonest rule alone is kept. */
static void
merge_types (Lemmas *self)
{
  guint n = 0;

  g_array_sort (self->types, compare_types);
  for (guint i = 0; i < self->types->len;)
    {
      Type *first = &g_array_index (self->types, Type, i);
      Type best = { 0 };
      guint total = 0;

      for (; i < self->types->len; )
        {
          Type *type = &g_array_index (self->types, Type, i);
          Type sum = *type;

          if (type->xpos != first->xpos || type->upos != first->upos || type->length != first->length ||
              memcmp (type->form, first->form, first->length) != 0)
            break;
          for (i++; i < self->types->len && compare_types (&g_array_index (self->types, Type, i), type) == 0; i++)
            sum.count += g_array_index (self->types, Type, i).count;
          total += sum.count;
          if (sum.count > best.count)
            best = sum;
        }
      best.count = total;
      g_array_index (self->types, Type, n++) = best;
    }
  g_array_set_size (self->types, n);
}

static guint
decide (Lemmas     *self,
        const Type *type,
        guint       longest)
{
  for (guint suffix = MIN (longest, type->length) + 1; suffix-- > 0;)
    {
      guint32 key = hearsay_lemma_key (type->form, type->length, suffix, type->upos, type->xpos);
      guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->decisions, GUINT_TO_POINTER (key)));

      if (found != 0)
        return found - 1;
    }
  return G_MAXUINT;
}

typedef struct
{
  guint32 key;
  guint rule;
  guint before; /* what shorter endings decide */
} Vote;

static int
compare_votes (gconstpointer a,
               gconstpointer b)
{
  const Vote *x = a;
  const Vote *y = b;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return x->rule < y->rule ? -1 : x->rule > y->rule;
}

/* Lets the words with an ending of @suffix bytes vote, one vote a word. */
static void
decide_suffixes (Lemmas *self,
                 guint   suffix)
{
  g_autoptr (GArray) votes = g_array_new (FALSE, FALSE, sizeof (Vote));

  for (guint i = 0; i < self->types->len; i++)
    {
      const Type *type = &g_array_index (self->types, Type, i);
      Vote vote;

      if (type->length < suffix)
        continue;
      vote.key = hearsay_lemma_key (type->form, type->length, suffix, type->upos, type->xpos);
      vote.rule = type->rule;
      vote.before = suffix > 0 ? decide (self, type, suffix - 1) : G_MAXUINT;
      g_array_append_val (votes, vote);
    }
  g_array_sort (votes, compare_votes);
  for (guint i = 0; i < votes->len;)
    {
      const Vote *first = &g_array_index (votes, Vote, i);
      guint all = 0, best = 0, right_before = 0, run = 0, rule = 0;

      for (; i < votes->len && g_array_index (votes, Vote, i).key == first->key; i++)
        {
          const Vote *vote = &g_array_index (votes, Vote, i);

          run = all > 0 && vote->rule == g_array_index (votes, Vote, i - 1).rule ? run + 1 : 1;
          if (run > best)
            {
              best = run;
              rule = vote->rule;
            }
          right_before += vote->rule == vote->before;
          all++;
        }
      if ((suffix == 0 || (best >= 3 && best * 100 >= all * MIN_SHARE)) && rule != first->before && best > right_before)
        g_hash_table_insert (self->decisions, GUINT_TO_POINTER (first->key), GUINT_TO_POINTER (rule + 1));
    }
}

static void
decide_exceptions (Lemmas *self)
{
  for (guint i = 0; i < self->types->len; i++)
    {
      const Type *type = &g_array_index (self->types, Type, i);

      /* A name that is odd in the treebank is nobody's vocabulary. */
      if (type->xpos == HEARSAY_XPOS_NNP || type->xpos == HEARSAY_XPOS_NNPS)
        continue;
      if (type->count >= MIN_EXCEPTION && decide (self, type, HEARSAY_LEMMA_MAX_SUFFIX) != type->rule)
        g_hash_table_insert (self->decisions,
                             GUINT_TO_POINTER (hearsay_lemma_key (type->form, type->length, HEARSAY_LEMMA_WHOLE,
                                                                  type->upos, type->xpos)),
                             GUINT_TO_POINTER (type->rule + 1));
    }
}

/* Lines "form lemma" of WordNet's lists of irregular forms. */
static gboolean
read_exceptions (Lemmas      *self,
                 const char  *directory,
                 const char  *name,
                 guint8       upos,
                 const guint8 *xpos,
                 guint        n_xpos,
                 GError     **error)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], " ", 3);
      HearsayWord word;

      if (g_strv_length (fields) < 2 || strchr (fields[0], '_') != NULL)
        continue;
      word.text = fields[0];
      word.length = (guint32) strlen (fields[0]);
      for (guint k = 0; k < n_xpos; k++)
        add_type (self, &word, upos, xpos[k], fields[1], MIN_EXCEPTION);
    }
  return TRUE;
}

static gboolean
collect_types (Lemmas      *self,
               HearsayFit  *fit,
               GError     **error)
{
  const guint8 nouns[] = { HEARSAY_XPOS_NNS };
  const guint8 verbs[] = { HEARSAY_XPOS_VBD, HEARSAY_XPOS_VBN };

  for (guint i = 0; i < fit->train->sentences->len; i++)
    {
      const HearsayTreebankSentence *sentence = hearsay_treebank_get (fit->train, i);

      for (guint k = 0; k < sentence->gold.n; k++)
        {
          if (!g_str_equal (sentence->gold.lemma[k], "_"))
            add_type (self, &sentence->words[k], sentence->gold.upos[k], sentence->gold.xpos[k],
                      sentence->gold.lemma[k], 1);
        }
    }
  return read_exceptions (self, fit->wordnet, "noun.exc", HEARSAY_UPOS_NOUN, nouns, G_N_ELEMENTS (nouns), error) &&
         read_exceptions (self, fit->wordnet, "verb.exc", HEARSAY_UPOS_VERB, verbs, G_N_ELEMENTS (verbs), error);
}

typedef struct
{
  guint rule;
  guint uses;
} RuleUse;

static int
compare_uses (gconstpointer a,
              gconstpointer b)
{
  const RuleUse *x = a;
  const RuleUse *y = b;

  if (x->uses != y->uses)
    return x->uses > y->uses ? -1 : 1;
  return x->rule < y->rule ? -1 : x->rule > y->rule;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  guint32 x = GPOINTER_TO_UINT (*(const gpointer *) a);
  guint32 y = GPOINTER_TO_UINT (*(const gpointer *) b);

  return x < y ? -1 : x > y;
}

/* Packs the decisions whose rule is among the commonest that fit into a byte. */
static void
pack (Lemmas     *self,
      HearsayFit *fit)
{
  guint n_rules = self->rules->len / RULE_SIZE;
  g_autofree RuleUse *uses = g_new0 (RuleUse, n_rules);
  g_autofree guint *numbers = g_new (guint, n_rules);
  g_autoptr (GByteArray) rules = g_byte_array_new ();
  g_autoptr (GByteArray) chosen = g_byte_array_new ();
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree gpointer *sorted = NULL;
  guint n_sorted;
  g_autoptr (GBytes) rule_section = NULL;
  g_autoptr (GBytes) decision_section = NULL;

  sorted = g_hash_table_get_keys_as_array (self->decisions, &n_sorted);
  qsort (sorted, n_sorted, sizeof (gpointer), compare_keys);
  for (guint i = 0; i < n_rules; i++)
    uses[i].rule = i;
  for (guint i = 0; i < n_sorted; i++)
    uses[GPOINTER_TO_UINT (g_hash_table_lookup (self->decisions, sorted[i])) - 1].uses++;
  qsort (uses, n_rules, sizeof (RuleUse), compare_uses);
  for (guint i = 0; i < n_rules; i++)
    {
      numbers[uses[i].rule] = i;
      if (i < HEARSAY_LEMMA_MAX_RULES)
        g_byte_array_append (rules, self->rules->data + (gsize) uses[i].rule * RULE_SIZE, RULE_SIZE);
    }
  for (guint i = 0; i < n_sorted; i++)
    {
      guint number = numbers[GPOINTER_TO_UINT (g_hash_table_lookup (self->decisions, sorted[i])) - 1];
      guint32 key = GPOINTER_TO_UINT (sorted[i]);
      guint8 byte = (guint8) number;

      if (number >= HEARSAY_LEMMA_MAX_RULES)
        continue;
      g_array_append_val (keys, key);
      g_byte_array_append (chosen, &byte, 1);
    }
  rule_section = g_bytes_new (rules->data, rules->len);
  decision_section = hearsay_key_map_pack ((const guint32 *) (gpointer) keys->data, chosen->data, keys->len);
  hearsay_model_builder_add (fit->builder, "lemma.rules", rule_section);
  hearsay_model_builder_add (fit->builder, "lemma.decisions", decision_section);
  g_print ("lemmas: %u rules, %u decisions\n", MIN (n_rules, HEARSAY_LEMMA_MAX_RULES), keys->len);
}

/**
 * hearsay_fit_lemmas:
 *
 * Fits rules on the endings of the treebanks' words, with exceptions for
 * irregular words that are common or that WordNet lists.
 */
gboolean
hearsay_fit_lemmas (HearsayFit  *fit,
                    GError     **error)
{
  g_autoptr (GArray) types = g_array_new (FALSE, FALSE, sizeof (Type));
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GByteArray) rules = g_byte_array_new ();
  g_autoptr (GHashTable) decisions = g_hash_table_new (NULL, NULL);
  Lemmas lemmas = { types, numbers, rules, decisions };

  if (!hearsay_fit_load_train (fit, error) || !collect_types (&lemmas, fit, error))
    return FALSE;
  merge_types (&lemmas);
  for (guint suffix = 0; suffix <= HEARSAY_LEMMA_MAX_SUFFIX; suffix++)
    decide_suffixes (&lemmas, suffix);
  decide_exceptions (&lemmas);
  pack (&lemmas, fit);
  return TRUE;
}
