/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/statements/hearsay-statement-order.h"

#include <string.h>

#include "model/hearsay-actor.h"
#include "model/hearsay-article.h"
#include "model/hearsay-stance.h"

/* Characters of a text that decide its place. */
#define COLLATED_LENGTH 80

typedef struct
{
  const char **texts; /* what to order by, or NULL where numbers do */
  double *numbers;
  gboolean descending;
} Values;

/**
 * HearsayOrder:
 *
 * Sorting in three steps: values are read from the objects on the main thread,
 * ordered anywhere, and the objects taken back on the main thread.
 */
struct _HearsayOrder
{
  GPtrArray *statements; /* references keep the texts */
  GPtrArray *articles;   /* likewise: statements do not keep theirs */
  guint32 *indices;
  Values values[HEARSAY_MAX_ORDER_KEYS];
  guint n_keys;
};

static double
number_of_date (HearsayStatement *statement)
{
  HearsayDate date = hearsay_statement_get_said_on (statement);

  if (!hearsay_date_is_set (date))
    return (double) G_MAXINT32;
  return (double) hearsay_date_first_day (date) + (date.hour * 60 + date.minute) / 1440.0;
}

/* Support, neutral, oppose; nothing last. */
static double
number_of_stance (HearsayStatement *statement)
{
  static const double places[HEARSAY_N_POSITIONS] = {
    [HEARSAY_POSITION_SUPPORT] = 0.0,
    [HEARSAY_POSITION_NEUTRAL] = 1.0,
    [HEARSAY_POSITION_OPPOSE] = 2.0,
  };
  HearsayStance *stance = hearsay_statement_get_main_stance (statement);

  return stance != NULL ? places[hearsay_stance_get_shown_position (stance)] : 3.0;
}

static double
number_of (HearsayStatement *statement,
           HearsayColumn     column)
{
  switch ((guint) column)
    {
    case HEARSAY_COLUMN_DATE:
      return number_of_date (statement);
    case HEARSAY_COLUMN_KIND:
      return (double) hearsay_statement_get_kind (statement);
    case HEARSAY_COLUMN_STANCE:
      return number_of_stance (statement);
    case HEARSAY_COLUMN_CONFIDENCE:
      return hearsay_statement_get_confidence (statement);
    case HEARSAY_COLUMN_STATUS:
      return (double) hearsay_statement_get_status (statement);
    default:
      return 0.0;
    }
}

/* NULL comes last. */
static const char *
text_of (HearsayStatement *statement,
         HearsayColumn     column)
{
  HearsayActor *speaker = hearsay_statement_get_speaker (statement);
  HearsayArticle *article = hearsay_statement_get_article (statement);
  HearsayStance *stance = hearsay_statement_get_main_stance (statement);

  if (column == HEARSAY_COLUMN_SPEAKER)
    return speaker != NULL ? hearsay_actor_get_name (speaker) : NULL;
  if (column == HEARSAY_COLUMN_TARGET)
    return stance != NULL ? hearsay_stance_get_target_name (stance) : NULL;
  if (column == HEARSAY_COLUMN_WORDS)
    return hearsay_statement_get_words (statement);
  if (article == NULL)
    return NULL;
  return hearsay_article_get_publisher (article) != NULL ? hearsay_article_get_publisher (article)
                                                         : hearsay_article_get_display_title (article);
}

static gboolean
is_text (HearsayColumn column)
{
  return column == HEARSAY_COLUMN_SPEAKER || column == HEARSAY_COLUMN_WORDS ||
         column == HEARSAY_COLUMN_TARGET || column == HEARSAY_COLUMN_ARTICLE;
}

static void
read_values (HearsayOrder          *self,
             Values                *values,
             const HearsayOrderKey *key)
{
  guint n = self->statements->len;

  values->descending = key->descending;
  values->numbers = g_new (double, n);
  if (is_text (key->column))
    values->texts = g_new (const char *, n);
  for (guint i = 0; i < n; i++)
    {
      HearsayStatement *statement = g_ptr_array_index (self->statements, i);

      if (values->texts != NULL)
        values->texts[i] = text_of (statement, key->column);
      else
        values->numbers[i] = number_of (statement, key->column);
    }
}

static void
keep_articles (HearsayOrder *self)
{
  HearsayArticle *last = NULL;

  self->articles = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->statements->len; i++)
    {
      HearsayArticle *article = hearsay_statement_get_article (g_ptr_array_index (self->statements, i));

      if (article != NULL && article != last)
        g_ptr_array_add (self->articles, g_object_ref (article));
      last = article;
    }
}

/**
 * hearsay_order_new:
 * @statements: (array length=n_statements) (transfer none): in their own order, which decides between equals
 * @keys: (array length=n_keys): what to order by, the most important first
 *
 * Reads what is needed from the objects. Main thread.
 *
 * Returns: (transfer full): the order, not yet sorted
 */
HearsayOrder *
hearsay_order_new (HearsayStatement     **statements,
                   guint                  n_statements,
                   const HearsayOrderKey *keys,
                   guint                  n_keys)
{
  HearsayOrder *self;

  g_return_val_if_fail (statements != NULL || n_statements == 0, NULL);
  g_return_val_if_fail (keys != NULL || n_keys == 0, NULL);

  self = g_new0 (HearsayOrder, 1);
  self->statements = g_ptr_array_new_full (n_statements, g_object_unref);
  for (guint i = 0; i < n_statements; i++)
    g_ptr_array_add (self->statements, g_object_ref (statements[i]));
  keep_articles (self);
  self->n_keys = MIN (n_keys, HEARSAY_MAX_ORDER_KEYS);
  for (guint i = 0; i < self->n_keys; i++)
    read_values (self, &self->values[i], &keys[i]);
  return self;
}

void
hearsay_order_free (HearsayOrder *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n_keys; i++)
    {
      g_free (self->values[i].texts);
      g_free (self->values[i].numbers);
    }
  hearsay_order_release (self);
  g_free (self->indices);
  g_free (self);
}

/**
 * hearsay_order_release:
 *
 * Lets go of the objects, on the main thread; what remains may be freed on any.
 */
void
hearsay_order_release (HearsayOrder *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->statements, g_ptr_array_unref);
  g_clear_pointer (&self->articles, g_ptr_array_unref);
}

typedef struct
{
  const char *text;
  char *key;
} Ranked;

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  return strcmp (((const Ranked *) a)->key, ((const Ranked *) b)->key);
}

static char *
make_key (const char *text)
{
  const char *end = text;

  for (guint i = 0; i < COLLATED_LENGTH && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  return g_utf8_collate_key (text, end - text);
}

/* Places of texts in the user's language become numbers: each different text is looked at once. */
static void
rank_texts (Values *values,
            guint   n)
{
  g_autoptr (GHashTable) ranks = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  double rank = 0.0;

  for (guint i = 0; i < n; i++)
    {
      Ranked item = { .text = values->texts[i] };

      if (item.text == NULL || !g_hash_table_add (ranks, (gpointer) item.text))
        continue;
      item.key = make_key (item.text);
      g_array_append_val (ranked, item);
    }
  g_array_sort (ranked, compare_ranked);
  for (guint i = 0; i < ranked->len; i++)
    {
      Ranked *item = &g_array_index (ranked, Ranked, i);

      if (i > 0 && !g_str_equal (item->key, g_array_index (ranked, Ranked, i - 1).key))
        rank += 1.0;
      g_hash_table_insert (ranks, (gpointer) item->text, GUINT_TO_POINTER ((guint) rank));
    }
  for (guint i = 0; i < n; i++)
    values->numbers[i] = values->texts[i] == NULL
                           ? (double) G_MAXUINT32
                           : (double) GPOINTER_TO_UINT (g_hash_table_lookup (ranks, values->texts[i]));
  for (guint i = 0; i < ranked->len; i++)
    g_free (g_array_index (ranked, Ranked, i).key);
}

static int
compare_indices (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  HearsayOrder *self = data;
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  for (guint i = 0; i < self->n_keys; i++)
    {
      double x = self->values[i].numbers[first];
      double y = self->values[i].numbers[second];

      if (x != y)
        return (x < y) != self->values[i].descending ? -1 : 1;
    }
  return first < second ? -1 : 1;
}

/**
 * hearsay_order_sort:
 *
 * In O(n log n), on any thread; touches no object.
 */
void
hearsay_order_sort (HearsayOrder *self)
{
  guint n;

  g_return_if_fail (self != NULL);

  n = self->statements->len;
  self->indices = g_new (guint32, (gsize) n + 1);
  for (guint i = 0; i < n; i++)
    self->indices[i] = i;
  for (guint i = 0; i < self->n_keys; i++)
    {
      if (self->values[i].texts != NULL)
        rank_texts (&self->values[i], n);
    }
  if (self->n_keys > 0)
    g_qsort_with_data (self->indices, (gint) n, sizeof (guint32), compare_indices, self);
}

/**
 * hearsay_order_take:
 *
 * Main thread, after hearsay_order_sort(), once.
 *
 * Returns: (transfer full) (element-type HearsayStatement): the statements in order
 */
GPtrArray *
hearsay_order_take (HearsayOrder *self)
{
  GPtrArray *sorted;

  g_return_val_if_fail (self != NULL && self->indices != NULL, NULL);

  sorted = g_ptr_array_new_full (self->statements->len, g_object_unref);
  for (guint i = 0; i < self->statements->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (self->statements, self->indices[i]));
  g_ptr_array_set_free_func (self->statements, NULL);
  g_ptr_array_set_size (self->statements, 0);
  return sorted;
}
