/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/library/hearsay-library-sort.h"

#include "model/hearsay-article.h"

typedef enum
{
  SORT_DATE,
  SORT_PUBLISHER,
  SORT_TITLE,
  SORT_STATEMENTS,
} SortKey;

static const char *const keys[] = { "date", "publisher", "title", "statements" };

static int
compare_text (const char *a,
              const char *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);
  return g_utf8_collate (a, b);
}

/* Newest first; articles without a date last. */
static int
compare_published (HearsayArticle *a,
                   HearsayArticle *b)
{
  HearsayDate first = hearsay_article_get_published (a);
  HearsayDate second = hearsay_article_get_published (b);

  if (hearsay_date_is_set (first) != hearsay_date_is_set (second))
    return hearsay_date_is_set (first) ? -1 : 1;
  return hearsay_date_compare (second, first);
}

static int
compare_n_statements (HearsayArticle *a,
                      HearsayArticle *b)
{
  guint first = g_list_model_get_n_items (hearsay_article_get_statements (a));
  guint second = g_list_model_get_n_items (hearsay_article_get_statements (b));

  return (first < second) - (first > second);
}

static int
compare (gconstpointer item_a,
         gconstpointer item_b,
         gpointer      data)
{
  HearsayArticle *a = HEARSAY_ARTICLE ((gpointer) item_a);
  HearsayArticle *b = HEARSAY_ARTICLE ((gpointer) item_b);
  int order = 0;

  switch (*(SortKey *) data)
    {
    case SORT_PUBLISHER:
      order = compare_text (hearsay_article_get_publisher (a), hearsay_article_get_publisher (b));
      break;
    case SORT_TITLE:
      order = compare_text (hearsay_article_get_display_title (a), hearsay_article_get_display_title (b));
      break;
    case SORT_STATEMENTS:
      order = compare_n_statements (a, b);
      break;
    case SORT_DATE:
    default:
      break;
    }
  return order != 0 ? order : compare_published (a, b);
}

static void
sort_changed_cb (GSimpleAction *action,
                 GVariant      *state,
                 gpointer       data)
{
  GtkSorter *sorter = GTK_SORTER (data);
  SortKey *key = g_object_get_data (G_OBJECT (sorter), "sort-key");

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (!g_str_equal (keys[i], g_variant_get_string (state, NULL)))
        continue;
      *key = (SortKey) i;
      g_simple_action_set_state (action, state);
      gtk_sorter_changed (sorter, GTK_SORTER_CHANGE_DIFFERENT);
      return;
    }
}

/**
 * hearsay_library_sort_new:
 * @library: gets the action group “library-sort” with the action “sort” that chooses the key
 *
 * Returns: (transfer full): a sorter of HearsayArticle, by date at first
 */
GtkSorter *
hearsay_library_sort_new (GtkWidget *library)
{
  SortKey *key = g_new0 (SortKey, 1);
  GtkSorter *sorter;
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (library), NULL);

  sorter = GTK_SORTER (gtk_custom_sorter_new (compare, key, NULL));
  g_object_set_data_full (G_OBJECT (sorter), "sort-key", key, g_free);

  action = g_simple_action_new_stateful ("sort", G_VARIANT_TYPE_STRING, g_variant_new_string (keys[SORT_DATE]));
  g_signal_connect_object (action, "change-state", G_CALLBACK (sort_changed_cb), sorter, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (library, "library-sort", G_ACTION_GROUP (group));
  return sorter;
}
