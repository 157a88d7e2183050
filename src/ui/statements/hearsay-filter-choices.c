/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/statements/hearsay-filter-choices.h"

#include <glib/gi18n.h>

#include "model/hearsay-filter.h"
#include "render/hearsay-date-words.h"
#include "ui/hearsay-wording.h"

/* Names beyond which a popover gets an entry to look for them. */
#define MANY_NAMES 12

static const HearsayPosition positions[] = {
  HEARSAY_POSITION_SUPPORT, HEARSAY_POSITION_NEUTRAL, HEARSAY_POSITION_OPPOSE,
};

static const HearsayStatus statuses[] = {
  HEARSAY_STATUS_SUGGESTED, HEARSAY_STATUS_ACCEPTED, HEARSAY_STATUS_CORRECTED, HEARSAY_STATUS_REJECTED,
};

static const HearsayStatementKind kinds[] = {
  HEARSAY_STATEMENT_DIRECT, HEARSAY_STATEMENT_INDIRECT, HEARSAY_STATEMENT_MIXED,
};

static const char *
name_of (gpointer object)
{
  return HEARSAY_IS_ISSUE (object) ? hearsay_issue_get_name (object) : hearsay_actor_get_name (object);
}

static gboolean
is_chosen (HearsayFilter   *filter,
           HearsayChipType  type,
           gpointer         object)
{
  return type == HEARSAY_CHIP_SPEAKER ? hearsay_filter_has_speaker (filter, object)
                                      : hearsay_filter_has_target (filter, object);
}

static void
choose (HearsayFilter   *filter,
        HearsayChipType  type,
        gpointer         object)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  GPtrArray *old = hearsay_filter_get_targets (filter);

  if (type == HEARSAY_CHIP_SPEAKER)
    {
      hearsay_filter_toggle_speaker (filter, object);
      return;
    }
  for (guint i = 0; i < old->len; i++)
    {
      if (g_ptr_array_index (old, i) != object)
        g_ptr_array_add (chosen, g_ptr_array_index (old, i));
    }
  if (chosen->len == old->len)
    g_ptr_array_add (chosen, object);
  hearsay_filter_set_targets (filter, chosen->pdata, chosen->len);
}

/* --- names --- */

typedef struct
{
  gpointer object;
  guint n;
} Counted;

/* Those with most statements first, then by name. */
static int
compare_counted (gconstpointer a,
                 gconstpointer b)
{
  const Counted *first = a;
  const Counted *second = b;

  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;
  return g_utf8_collate (name_of (first->object), name_of (second->object));
}

static void
count (GHashTable *counts,
       gpointer    object)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, object));

  g_hash_table_insert (counts, object, GUINT_TO_POINTER (n + 1));
}

static void
count_targets (HearsaySession *session,
               GHashTable     *counts)
{
  GListModel *statements = hearsay_collection_get_statements (hearsay_session_get_collection (session));

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (HearsayStatement) statement = g_list_model_get_item (statements, i);

      for (guint j = 0; j < hearsay_statement_get_n_stances (statement); j++)
        count (counts, hearsay_stance_get_target (hearsay_statement_peek_stance (statement, j)));
    }
}

static void
count_speakers (HearsaySession *session,
                GHashTable     *counts)
{
  GListModel *actors = hearsay_collection_get_actors (hearsay_session_get_collection (session));

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (HearsayActor) actor = g_list_model_get_item (actors, i);

      if (hearsay_actor_get_n_statements (actor) > 0)
        g_hash_table_insert (counts, actor, GUINT_TO_POINTER (hearsay_actor_get_n_statements (actor)));
    }
}

static GListModel *
list_names (HearsaySession  *session,
            HearsayChipType  type)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) counted = g_array_new (FALSE, FALSE, sizeof (Counted));
  GListStore *names = g_list_store_new (G_TYPE_OBJECT);
  GHashTableIter iter;
  gpointer object;
  gpointer n;

  if (type == HEARSAY_CHIP_SPEAKER)
    count_speakers (session, counts);
  else
    count_targets (session, counts);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &object, &n))
    {
      Counted item = { object, GPOINTER_TO_UINT (n) };

      g_array_append_val (counted, item);
    }
  g_array_sort (counted, compare_counted);
  for (guint i = 0; i < counted->len; i++)
    g_list_store_append (names, g_array_index (counted, Counted, i).object);
  return G_LIST_MODEL (names);
}

typedef struct
{
  HearsaySession *session;
  HearsayChipType type;
  GtkFilterListModel *shown;
  char *text;
} Names;

static void
names_free (gpointer data)
{
  Names *names = data;

  g_object_unref (names->session);
  g_free (names->text);
  g_free (names);
}

static gboolean
matches_cb (gpointer item,
            gpointer data)
{
  Names *names = data;
  g_autofree char *folded = NULL;

  if (names->text == NULL || names->text[0] == '\0')
    return TRUE;
  folded = g_utf8_casefold (name_of (item), -1);
  return g_strstr_len (folded, -1, names->text) != NULL;
}

static void
search_changed_cb (GtkSearchEntry *entry,
                   gpointer        data)
{
  Names *names = data;

  g_free (names->text);
  names->text = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (entry)), -1);
  gtk_filter_changed (gtk_filter_list_model_get_filter (names->shown), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  data)
{
  Names *names = data;
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  gpointer object = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (label), name_of (object));
  gtk_widget_set_visible (gtk_widget_get_next_sibling (label),
                          is_chosen (hearsay_session_get_filter (names->session), names->type, object));
}

static void
activate_cb (GtkListView *list,
             guint        position,
             gpointer     data)
{
  Names *names = data;
  g_autoptr (GObject) object = g_list_model_get_item (G_LIST_MODEL (names->shown), position);

  choose (hearsay_session_get_filter (names->session), names->type, object);
  /* Checks are drawn when rows are bound. */
  g_list_model_items_changed (G_LIST_MODEL (names->shown), position, 1, 1);
}

static GtkWidget *
make_list (Names *names)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list;
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), names);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (names->shown)))),
                            factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  g_signal_connect (list, "activate", G_CALLBACK (activate_cb), names);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_widget_set_size_request (scrolled, 240, -1);
  return scrolled;
}

/* What is argued about can be edited where it is chosen. */
static GtkWidget *
make_edit_button (void)
{
  GtkWidget *button = gtk_button_new_with_label (_("Edit Issues…"));

  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.issues");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  return button;
}

static GtkWidget *
make_names (HearsaySession  *session,
            HearsayChipType  type)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  Names *names = g_new0 (Names, 1);
  GListModel *all = list_names (session, type);

  names->session = g_object_ref (session);
  names->type = type;
  g_object_set_data_full (G_OBJECT (box), "names", names, names_free);
  if (g_list_model_get_n_items (all) > MANY_NAMES)
    {
      GtkWidget *entry = gtk_search_entry_new ();

      gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search names"), -1);
      g_signal_connect (entry, "search-changed", G_CALLBACK (search_changed_cb), names);
      gtk_box_append (GTK_BOX (box), entry);
    }
  names->shown = gtk_filter_list_model_new (all, GTK_FILTER (gtk_custom_filter_new (matches_cb, names, NULL)));
  gtk_box_append (GTK_BOX (box), make_list (names));
  if (type == HEARSAY_CHIP_TARGET)
    gtk_box_append (GTK_BOX (box), make_edit_button ());
  g_object_unref (names->shown);
  return box;
}

/* --- a few fixed choices --- */

typedef struct
{
  HearsayFilter *filter;
  HearsayChipType type;
  guint bit;
} Choice;

static void
choice_free (gpointer  data,
             GClosure *closure)
{
  g_free (data);
}

static guint
get_mask (HearsayFilter   *filter,
          HearsayChipType  type)
{
  if (type == HEARSAY_CHIP_KIND)
    return hearsay_filter_get_kinds (filter);
  return type == HEARSAY_CHIP_STANCE ? hearsay_filter_get_positions (filter) : hearsay_filter_get_statuses (filter);
}

static void
set_mask (HearsayFilter   *filter,
          HearsayChipType  type,
          guint            mask)
{
  if (type == HEARSAY_CHIP_KIND)
    hearsay_filter_set_kinds (filter, mask);
  else if (type == HEARSAY_CHIP_STANCE)
    hearsay_filter_set_positions (filter, mask);
  else
    hearsay_filter_set_statuses (filter, mask);
}

static void
toggled_cb (GtkCheckButton *button,
            gpointer        data)
{
  Choice *choice = data;
  guint mask = get_mask (choice->filter, choice->type);

  set_mask (choice->filter, choice->type,
            gtk_check_button_get_active (button) ? mask | choice->bit : mask & ~choice->bit);
}

static void
add_choice (GtkWidget       *box,
            HearsayFilter   *filter,
            HearsayChipType  type,
            guint            value,
            const char      *name)
{
  GtkWidget *button = gtk_check_button_new_with_label (name);
  Choice *choice = g_new0 (Choice, 1);

  choice->filter = filter;
  choice->type = type;
  choice->bit = 1u << value;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), (get_mask (filter, type) & choice->bit) != 0);
  g_signal_connect_data (button, "toggled", G_CALLBACK (toggled_cb), choice, choice_free, 0);
  gtk_box_append (GTK_BOX (box), button);
}

/* --- days --- */

typedef struct
{
  HearsayFilter *filter;
  GtkEditable *first;
  GtkEditable *last;
} Days;

static void
days_free (gpointer data)
{
  Days *days = data;

  g_object_unref (days->filter);
  g_free (days);
}

static void
put_day (GtkEditable *entry,
         gint32       day)
{
  char buffer[HEARSAY_DATE_BUFFER];

  if (day != G_MININT32 && day != G_MAXINT32)
    gtk_editable_set_text (entry, hearsay_date_format (hearsay_date_from_days (day), buffer));
}

/* An empty entry leaves that end open; what is no date is marked and waits. */
static gboolean
take_day (GtkEditable *entry,
          HearsayDate *date)
{
  const char *text = gtk_editable_get_text (entry);
  gboolean good;

  *date = HEARSAY_DATE_NONE;
  good = *text == '\0' || hearsay_date_parse_iso (text, date);
  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  return good;
}

static void
days_entered_cb (Days *days)
{
  HearsayDate first;
  HearsayDate last;
  gboolean good = take_day (days->first, &first);

  if (!take_day (days->last, &last) || !good)
    return;
  hearsay_filter_set_days (days->filter, hearsay_date_is_set (first) ? hearsay_date_first_day (first) : G_MININT32,
                           hearsay_date_is_set (last) ? hearsay_date_last_day (last) : G_MAXINT32);
}

static GtkEditable *
add_day_entry (GtkWidget  *grid,
               int         row,
               const char *label,
               gint32      day,
               Days       *days)
{
  GtkWidget *words = gtk_label_new (label);
  GtkWidget *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (words), 0.0f);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Year-month-day"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 14);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  put_day (GTK_EDITABLE (entry), day);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (days_entered_cb), days);
  gtk_grid_attach (GTK_GRID (grid), words, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), entry, 1, row, 1, 1);
  return GTK_EDITABLE (entry);
}

/* As exactly as they are written: 2020, 2020-10 and 2020-10-22 are all dates. */
static GtkWidget *
make_days (HearsayFilter *filter)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *apply = gtk_button_new_with_label (_("Apply"));
  Days *days = g_new0 (Days, 1);

  days->filter = g_object_ref (filter);
  g_object_set_data_full (G_OBJECT (grid), "days", days, days_free);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  days->first = add_day_entry (grid, 0, _("From"), hearsay_filter_get_first_day (filter), days);
  days->last = add_day_entry (grid, 1, _("To"), hearsay_filter_get_last_day (filter), days);
  g_signal_connect_swapped (apply, "clicked", G_CALLBACK (days_entered_cb), days);
  gtk_grid_attach (GTK_GRID (grid), apply, 0, 2, 2, 1);
  return grid;
}

static char *
describe_days (HearsayFilter *filter)
{
  gint32 first = hearsay_filter_get_first_day (filter);
  gint32 last = hearsay_filter_get_last_day (filter);
  g_autofree char *words = NULL;

  if (first == G_MININT32 && last == G_MAXINT32)
    return NULL;
  if (first != G_MININT32 && last != G_MAXINT32)
    return hearsay_date_words_new_range (first, last);
  words = hearsay_date_words_new (hearsay_date_from_days (first != G_MININT32 ? first : last));
  /* Translators: a range of days that is open at one end: “since 19 Oct 2020”, “until 1 Nov 2020” */
  return g_strdup_printf (first != G_MININT32 ? _("since %s") : _("until %s"), words);
}

/**
 * hearsay_filter_choices_new:
 *
 * Returns: (transfer floating): what the popover of a chip holds
 */
GtkWidget *
hearsay_filter_choices_new (HearsaySession  *session,
                            HearsayChipType  type)
{
  HearsayFilter *filter;
  GtkWidget *box;

  g_return_val_if_fail (HEARSAY_IS_SESSION (session), NULL);

  if (type == HEARSAY_CHIP_SPEAKER || type == HEARSAY_CHIP_TARGET)
    return make_names (session, type);
  filter = hearsay_session_get_filter (session);
  if (type == HEARSAY_CHIP_DATES)
    return make_days (filter);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  for (guint i = 0; type == HEARSAY_CHIP_STANCE && i < G_N_ELEMENTS (positions); i++)
    add_choice (box, filter, type, positions[i], hearsay_wording_position (positions[i]));
  for (guint i = 0; type == HEARSAY_CHIP_STATUS && i < G_N_ELEMENTS (statuses); i++)
    add_choice (box, filter, type, statuses[i], hearsay_wording_status (statuses[i]));
  for (guint i = 0; type == HEARSAY_CHIP_KIND && i < G_N_ELEMENTS (kinds); i++)
    add_choice (box, filter, type, kinds[i], hearsay_wording_kind (kinds[i]));
  return box;
}

static char *
describe_objects (GPtrArray *chosen)
{
  if (chosen->len == 0)
    return NULL;
  if (chosen->len == 1)
    return g_strdup (name_of (g_ptr_array_index (chosen, 0)));
  /* Translators: how many names a filter has, as in “Speaker: 3 chosen” */
  return g_strdup_printf (ngettext ("%u chosen", "%u chosen", chosen->len), chosen->len);
}

static char *
describe_mask (guint           mask,
               HearsayChipType type)
{
  GString *words = g_string_new (NULL);
  guint n = type == HEARSAY_CHIP_STANCE ? G_N_ELEMENTS (positions) : type == HEARSAY_CHIP_KIND ? G_N_ELEMENTS (kinds)
                                                                                               : G_N_ELEMENTS (statuses);

  for (guint i = 0; i < n; i++)
    {
      guint value = type == HEARSAY_CHIP_STANCE ? (guint) positions[i] : type == HEARSAY_CHIP_KIND ? (guint) kinds[i]
                                                                                                   : (guint) statuses[i];

      if (!(mask & 1u << value))
        continue;
      if (words->len > 0)
        g_string_append (words, ", ");
      g_string_append (words, type == HEARSAY_CHIP_STANCE ? hearsay_wording_position (positions[i])
                              : type == HEARSAY_CHIP_KIND ? hearsay_wording_kind (kinds[i])
                                                          : hearsay_wording_status (statuses[i]));
    }
  return g_string_free (words, FALSE);
}

/**
 * hearsay_filter_choices_describe:
 *
 * Returns: (transfer full) (nullable): what is chosen, or %NULL for any
 */
char *
hearsay_filter_choices_describe (HearsayFilter   *filter,
                                 HearsayChipType  type)
{
  g_return_val_if_fail (HEARSAY_IS_FILTER (filter), NULL);

  if (type == HEARSAY_CHIP_SPEAKER)
    return describe_objects (hearsay_filter_get_speakers (filter));
  if (type == HEARSAY_CHIP_TARGET)
    return describe_objects (hearsay_filter_get_targets (filter));
  if (type == HEARSAY_CHIP_DATES)
    return describe_days (filter);
  if (get_mask (filter, type) == 0)
    return NULL;
  if (type == HEARSAY_CHIP_STATUS && get_mask (filter, type) == HEARSAY_FILTER_ANY_STATUS)
    return g_strdup (_("All"));
  return describe_mask (get_mask (filter, type), type);
}

void
hearsay_filter_choices_clear (HearsayFilter   *filter,
                              HearsayChipType  type)
{
  g_return_if_fail (HEARSAY_IS_FILTER (filter));

  if (type == HEARSAY_CHIP_SPEAKER)
    hearsay_filter_set_speakers (filter, NULL, 0);
  else if (type == HEARSAY_CHIP_TARGET)
    hearsay_filter_set_targets (filter, NULL, 0);
  else if (type == HEARSAY_CHIP_DATES)
    hearsay_filter_set_days (filter, G_MININT32, G_MAXINT32);
  else
    set_mask (filter, type, 0);
}
