/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/library/hearsay-library.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/hearsay-wording.h"
#include "ui/library/hearsay-library-row.h"
#include "ui/library/hearsay-library-sort.h"
#include "ui/library/hearsay-search-text.h"

struct _HearsayLibrary
{
  GtkWidget parent_instance;

  GtkWidget         *box;
  GtkSearchEntry    *search;
  GtkStack          *stack;
  GtkListView       *list;
  GtkLabel          *count;

  HearsaySession    *session;
  HearsayImporter   *importer;
  GtkMultiSelection *selection;
  GtkFilter         *filter;
  GtkSorter         *sorter;
  GHashTable        *rows;
  char              *query;
  gboolean           narrows;
  gboolean           syncing;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_IMPORTER,
  PROP_NARROWS,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (HearsayLibrary, hearsay_library, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static gboolean
matches (gpointer item,
         gpointer data)
{
  HearsayLibrary *self = HEARSAY_LIBRARY (data);
  HearsayArticle *article = HEARSAY_ARTICLE (item);

  return self->query == NULL ||
         hearsay_search_matches (hearsay_article_get_display_title (article), self->query) ||
         hearsay_search_matches (hearsay_article_get_publisher (article), self->query) ||
         hearsay_search_matches (hearsay_article_get_text (article), self->query);
}

/* transfer full; of HearsayArticle */
static GPtrArray *
get_selected (HearsayLibrary *self)
{
  GPtrArray *articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) positions = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, positions, &position);
       more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (articles, g_list_model_get_item (G_LIST_MODEL (self->selection), position));
  return articles;
}

static void
selection_changed_cb (HearsayLibrary *self)
{
  g_autoptr (GPtrArray) articles = NULL;

  if (self->syncing || self->session == NULL)
    return;

  articles = get_selected (self);
  for (guint i = articles->len; i > 0; i--)
    {
      if (hearsay_importer_is_row (self->importer, g_ptr_array_index (articles, i - 1)))
        g_ptr_array_remove_index (articles, i - 1);
    }
  self->syncing = TRUE;
  if (self->narrows)
    hearsay_session_set_scope (self->session, (HearsayArticle **) articles->pdata, articles->len);
  else if (articles->len > 0)
    hearsay_session_set_article (self->session, g_ptr_array_index (articles, articles->len - 1));
  self->syncing = FALSE;
}

static gboolean
is_wanted (HearsayLibrary *self,
           HearsayArticle *article)
{
  const GPtrArray *scope;

  if (!self->narrows)
    return article == hearsay_session_get_article (self->session);

  scope = hearsay_session_get_scope (self->session);
  return g_ptr_array_find ((GPtrArray *) scope, article, NULL);
}

/* Selects in the list what the session says. */
static void
sync_selection (HearsayLibrary *self)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint n = g_list_model_get_n_items (model);
  g_autoptr (GtkBitset) wanted = NULL;
  g_autoptr (GtkBitset) all = NULL;

  if (self->syncing || self->session == NULL)
    return;

  wanted = gtk_bitset_new_empty ();
  all = gtk_bitset_new_range (0, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HearsayArticle) article = g_list_model_get_item (model, i);

      if (is_wanted (self, article))
        gtk_bitset_add (wanted, i);
    }
  self->syncing = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), wanted, all);
  self->syncing = FALSE;
}

static void
update_count (HearsayLibrary *self)
{
  HearsayCollection *collection = hearsay_session_get_collection (self->session);
  guint n_articles = g_list_model_get_n_items (hearsay_collection_get_articles (collection));
  guint n_statements = g_list_model_get_n_items (hearsay_collection_get_statements (collection));
  g_autofree char *articles = g_strdup_printf (ngettext ("%u article", "%u articles", n_articles), n_articles);
  g_autofree char *statements = hearsay_wording_statements (n_statements);
  g_autofree char *text = g_strdup_printf ("%s · %s", articles, statements);

  gtk_label_set_label (self->count, text);
}

static void
update_page (HearsayLibrary *self)
{
  gboolean nothing = self->query != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0;

  gtk_stack_set_visible_child_name (self->stack, nothing ? "nothing" : "list");
}

static void
items_changed_cb (HearsayLibrary *self)
{
  update_page (self);
  sync_selection (self);
}

static void
search_changed_cb (HearsayLibrary *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  GHashTableIter iter;
  gpointer row;

  g_free (self->query);
  self->query = *text != '\0' ? g_strdup (text) : NULL;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    hearsay_library_row_set_query (row, self->query);
  update_page (self);
}

static void
stop_search_cb (HearsayLibrary *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
row_destroyed_cb (HearsayLibrary *self,
                  GtkWidget      *row)
{
  g_hash_table_remove (self->rows, row);
}

static void
setup_cb (HearsayLibrary *self,
          GtkListItem    *item)
{
  GtkWidget *row = hearsay_library_row_new ();

  g_signal_connect_object (row, "destroy", G_CALLBACK (row_destroyed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
  g_hash_table_add (self->rows, row);
}

static void
bind_cb (HearsayLibrary *self,
         GtkListItem    *item)
{
  HearsayLibraryRow *row = HEARSAY_LIBRARY_ROW (gtk_list_item_get_child (item));

  hearsay_library_row_set_query (row, self->query);
  hearsay_library_row_set_article (row, gtk_list_item_get_item (item));
}

static void
unbind_cb (HearsayLibrary *self,
           GtkListItem    *item)
{
  hearsay_library_row_set_article (HEARSAY_LIBRARY_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
set_up_list (HearsayLibrary *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
}

static void
set_up_model (HearsayLibrary *self)
{
  HearsayCollection *collection = hearsay_session_get_collection (self->session);
  GListModel *articles = hearsay_collection_get_articles (collection);
  g_autoptr (GListStore) both = g_list_store_new (G_TYPE_LIST_MODEL);
  GtkSortListModel *sorted = NULL;
  GtkFilterListModel *filtered;

  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  sorted = gtk_sort_list_model_new (g_object_ref (articles), g_object_ref (self->sorter));
  gtk_sort_list_model_set_incremental (sorted, TRUE);
  g_list_store_append (both, hearsay_importer_get_rows (self->importer));
  g_list_store_append (both, sorted);
  g_object_unref (sorted);

  filtered = gtk_filter_list_model_new (G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&both)))),
                                        g_object_ref (self->filter));
  gtk_filter_list_model_set_incremental (filtered, TRUE);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (filtered));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));

  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->session, "notify::article", G_CALLBACK (sync_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (collection, "changed", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  update_count (self);
  sync_selection (self);
}

static HearsayArticle *
find_row (HearsayLibrary *self,
          GVariant       *id)
{
  GListModel *rows = hearsay_importer_get_rows (self->importer);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (HearsayArticle) row = g_list_model_get_item (rows, i);

      if (g_str_equal (hearsay_article_get_id (row), g_variant_get_string (id, NULL)) &&
          hearsay_article_get_state (row) == HEARSAY_ARTICLE_FAILED)
        return g_steal_pointer (&row);
    }
  return NULL;
}

static void
retry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  HearsayLibrary *self = HEARSAY_LIBRARY (widget);
  g_autoptr (HearsayArticle) row = find_row (self, parameter);

  if (row != NULL)
    hearsay_importer_retry (self->importer, row);
}

static void
remove_row_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  HearsayLibrary *self = HEARSAY_LIBRARY (widget);
  g_autoptr (HearsayArticle) row = find_row (self, parameter);

  if (row != NULL)
    hearsay_importer_remove (self->importer, row);
}

static void
remove_selected_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  hearsay_library_remove_selected (HEARSAY_LIBRARY (widget));
}

static void
hearsay_library_constructed (GObject *object)
{
  HearsayLibrary *self = HEARSAY_LIBRARY (object);

  G_OBJECT_CLASS (hearsay_library_parent_class)->constructed (object);

  self->sorter = hearsay_library_sort_new (GTK_WIDGET (self));
}

static void
hearsay_library_dispose (GObject *object)
{
  HearsayLibrary *self = HEARSAY_LIBRARY (object);

  /* The list and its models may outlive the library by a turn. */
  self->syncing = TRUE;
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (GTK_CUSTOM_FILTER (self->filter), NULL, NULL, NULL);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARSAY_TYPE_LIBRARY);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->session);
  g_clear_object (&self->importer);

  G_OBJECT_CLASS (hearsay_library_parent_class)->dispose (object);
}

static void
hearsay_library_finalize (GObject *object)
{
  HearsayLibrary *self = HEARSAY_LIBRARY (object);

  g_free (self->query);
  g_hash_table_unref (self->rows);

  G_OBJECT_CLASS (hearsay_library_parent_class)->finalize (object);
}

static void
hearsay_library_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  HearsayLibrary *self = HEARSAY_LIBRARY (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_IMPORTER:
      g_value_set_object (value, self->importer);
      break;
    case PROP_NARROWS:
      g_value_set_boolean (value, self->narrows);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_library_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  HearsayLibrary *self = HEARSAY_LIBRARY (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_set_object (&self->session, g_value_get_object (value));
      break;
    case PROP_IMPORTER:
      g_set_object (&self->importer, g_value_get_object (value));
      break;
    case PROP_NARROWS:
      if (self->narrows == g_value_get_boolean (value))
        return;
      self->narrows = g_value_get_boolean (value);
      if (self->selection != NULL)
        sync_selection (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (self->selection == NULL && self->session != NULL && self->importer != NULL)
    set_up_model (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, HEARSAY_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_IMPORTER] =
    g_param_spec_object ("importer", NULL, NULL, HEARSAY_TYPE_IMPORTER,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROWS] =
    g_param_spec_boolean ("narrows", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hearsay_library_class_init (HearsayLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = hearsay_library_constructed;
  object_class->dispose = hearsay_library_dispose;
  object_class->finalize = hearsay_library_finalize;
  object_class->get_property = hearsay_library_get_property;
  object_class->set_property = hearsay_library_set_property;
  install_properties (object_class);

  gtk_widget_class_set_template_from_resource (widget_class, HEARSAY_RESOURCE_PATH "/ui/library/hearsay-library.ui");
  gtk_widget_class_bind_template_child (widget_class, HearsayLibrary, box);
  gtk_widget_class_bind_template_child (widget_class, HearsayLibrary, search);
  gtk_widget_class_bind_template_child (widget_class, HearsayLibrary, stack);
  gtk_widget_class_bind_template_child (widget_class, HearsayLibrary, list);
  gtk_widget_class_bind_template_child (widget_class, HearsayLibrary, count);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_css_name (widget_class, "library");

  gtk_widget_class_install_action (widget_class, "library.retry", "s", retry_action);
  gtk_widget_class_install_action (widget_class, "library.remove-row", "s", remove_row_action);
  gtk_widget_class_install_action (widget_class, "library.remove-selected", NULL, remove_selected_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "library.remove-selected", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "library.remove-selected", NULL);
}

static void
hearsay_library_init (HearsayLibrary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->rows = g_hash_table_new (NULL, NULL);
  set_up_list (self);
}

GtkWidget *
hearsay_library_new (void)
{
  return g_object_new (HEARSAY_TYPE_LIBRARY, NULL);
}

void
hearsay_library_focus_search (HearsayLibrary *self)
{
  g_return_if_fail (HEARSAY_IS_LIBRARY (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
tell_removed (HearsayLibrary *self,
              GPtrArray      *articles)
{
  g_autofree char *message = NULL;

  if (articles->len == 1)
    message = g_strdup_printf (_("Removed “%s”"), hearsay_article_get_display_title (g_ptr_array_index (articles, 0)));
  else
    message = g_strdup_printf (ngettext ("Removed %u article", "Removed %u articles", articles->len), articles->len);
  hearsay_session_toast (self->session, message, TRUE);
}

/**
 * hearsay_library_remove_selected:
 *
 * Removes the selected articles from the collection as one step that can be
 * undone, and forgets selected files that could not be read.
 */
void
hearsay_library_remove_selected (HearsayLibrary *self)
{
  g_autoptr (GPtrArray) articles = NULL;

  g_return_if_fail (HEARSAY_IS_LIBRARY (self));

  articles = get_selected (self);
  for (guint i = articles->len; i > 0; i--)
    {
      HearsayArticle *article = g_ptr_array_index (articles, i - 1);

      if (!hearsay_importer_is_row (self->importer, article))
        continue;
      if (hearsay_article_get_state (article) == HEARSAY_ARTICLE_FAILED)
        hearsay_importer_remove (self->importer, article);
      g_ptr_array_remove_index (articles, i - 1);
    }
  if (articles->len == 0)
    return;
  hearsay_store_remove_articles (hearsay_session_get_store (self->session),
                                 (HearsayArticle **) articles->pdata, articles->len);
  tell_removed (self, articles);
}
