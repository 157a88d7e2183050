/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/article/hearsay-speaker-chips.h"

#include <glib/gi18n.h>

#include "model/hearsay-filter.h"
#include "ui/widgets/hearsay-kind-mark.h"
#include "ui/widgets/hearsay-wrap-layout.h"

/* Speakers that are shown at first; of more, those who say most. */
#define MAX_CHIPS 16

struct _HearsaySpeakerChips
{
  GtkWidget parent_instance;

  HearsaySession *session;
  HearsayArticle *article; /* whose speakers are shown */
  gboolean        all; /* of them, however many */
  guint           update_id;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (HearsaySpeakerChips, hearsay_speaker_chips, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static void queue_update (HearsaySpeakerChips *self);

typedef struct
{
  HearsayActor *speaker;
  guint n;
  gboolean shown;
} SpeakerCount;

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const SpeakerCount *first = a;
  const SpeakerCount *second = b;

  /* Colours are given in the order of the first statement. */
  return hearsay_actor_get_colour (first->speaker) - hearsay_actor_get_colour (second->speaker);
}

/* Of SpeakerCount; the unknown speaker has no chip. */
static GArray *
count_speakers (HearsayArticle *article,
                guint          *n_all)
{
  GListModel *statements = hearsay_article_get_statements (article);
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (SpeakerCount));
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);

  *n_all = 0;
  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (HearsayStatement) statement = g_list_model_get_item (statements, i);
      HearsayActor *speaker = hearsay_statement_get_speaker (statement);
      guint place;

      if (hearsay_statement_get_status (statement) == HEARSAY_STATUS_REJECTED)
        continue;
      (*n_all)++;
      if (speaker == NULL)
        continue;
      place = GPOINTER_TO_UINT (g_hash_table_lookup (places, speaker));
      if (place == 0)
        {
          g_array_append_val (counts, ((SpeakerCount) { .speaker = speaker }));
          place = counts->len;
          g_hash_table_insert (places, speaker, GUINT_TO_POINTER (place));
        }
      g_array_index (counts, SpeakerCount, place - 1).n++;
    }
  g_array_sort (counts, compare_counts);
  return counts;
}

static int
compare_statements (gconstpointer a,
                    gconstpointer b)
{
  const SpeakerCount *first = *(const SpeakerCount *const *) a;
  const SpeakerCount *second = *(const SpeakerCount *const *) b;

  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;
  return compare_counts (first, second);
}

/* Chooses whom there is room for: those who say most, and those who have been chosen. Returns: how many are left out */
static guint
choose_shown (HearsaySpeakerChips *self,
              GArray              *counts)
{
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();
  guint n_hidden = 0;

  for (guint i = 0; i < counts->len; i++)
    g_ptr_array_add (ordered, &g_array_index (counts, SpeakerCount, i));
  g_ptr_array_sort (ordered, compare_statements);
  for (guint i = 0; i < ordered->len; i++)
    {
      SpeakerCount *count = g_ptr_array_index (ordered, i);

      /* One more is no longer than saying that there is one more. */
      count->shown = self->all || i < MAX_CHIPS || counts->len == MAX_CHIPS + 1 ||
                     hearsay_filter_has_speaker (hearsay_session_get_filter (self->session), count->speaker);
      n_hidden += !count->shown;
    }
  return n_hidden;
}

static void
filter_by (HearsaySpeakerChips *self,
           HearsayActor        *speaker,
           gboolean             add)
{
  HearsayFilter *filter = hearsay_session_get_filter (self->session);
  gboolean alone = hearsay_filter_get_speakers (filter)->len == 1 && speaker != NULL &&
                   hearsay_filter_has_speaker (filter, speaker);

  if (speaker == NULL || (alone && !add))
    hearsay_filter_set_speakers (filter, NULL, 0);
  else if (add)
    hearsay_filter_toggle_speaker (filter, speaker);
  else
    hearsay_filter_set_speakers (filter, &speaker, 1);
}

static void
released_cb (HearsaySpeakerChips *self,
             int                  n_press,
             double               x,
             double               y,
             GtkGesture          *gesture)
{
  GtkWidget *chip = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if ((state & GDK_CONTROL_MASK) == 0)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  filter_by (self, g_object_get_data (G_OBJECT (chip), "speaker"), TRUE);
}

static void
clicked_cb (HearsaySpeakerChips *self,
            GtkButton           *chip)
{
  filter_by (self, g_object_get_data (G_OBJECT (chip), "speaker"), FALSE);
}

static GtkWidget *
new_chip_content (HearsayActor *speaker,
                  guint         n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *number = g_strdup_printf ("%u", n);
  GtkWidget *name = gtk_label_new (speaker != NULL ? hearsay_actor_get_short_name (speaker) : _("All"));
  GtkWidget *count = gtk_label_new (number);

  if (speaker != NULL)
    {
      GtkWidget *mark = hearsay_kind_mark_new ();

      hearsay_kind_mark_set (HEARSAY_KIND_MARK (mark), HEARSAY_STATEMENT_DIRECT, hearsay_actor_get_colour (speaker));
      gtk_box_append (GTK_BOX (box), mark);
    }
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 24);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);
  return box;
}

static void
add_chip (HearsaySpeakerChips *self,
          HearsayActor        *speaker,
          guint                n)
{
  HearsayFilter *filter = hearsay_session_get_filter (self->session);
  gboolean active = speaker != NULL ? hearsay_filter_has_speaker (filter, speaker)
                                    : hearsay_filter_get_speakers (filter)->len == 0;
  GtkWidget *chip = gtk_button_new ();
  GtkGesture *gesture = gtk_gesture_click_new ();
  g_autofree char *label = NULL;

  gtk_button_set_child (GTK_BUTTON (chip), new_chip_content (speaker, n));
  gtk_widget_add_css_class (chip, "chip");
  if (active)
    gtk_widget_add_css_class (chip, "active");
  if (speaker != NULL)
    g_object_set_data_full (G_OBJECT (chip), "speaker", g_object_ref (speaker), g_object_unref);
  /* Translators: a speaker and the number of statements */
  label = g_strdup_printf (_("%s, %u"), speaker != NULL ? hearsay_actor_get_name (speaker) : _("All speakers"), n);
  gtk_widget_set_tooltip_text (chip, speaker != NULL ? hearsay_actor_get_name (speaker) : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_object (gesture, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (chip, GTK_EVENT_CONTROLLER (gesture));
  gtk_widget_set_parent (chip, GTK_WIDGET (self));
}

static void
more_clicked_cb (HearsaySpeakerChips *self)
{
  self->all = !self->all;
  queue_update (self);
}

/* Shows the others as well, or no longer. */
static void
add_more_chip (HearsaySpeakerChips *self,
               guint                n_hidden)
{
  g_autofree char *more = g_strdup_printf (ngettext ("%u more", "%u more", n_hidden), n_hidden);
  GtkWidget *chip = gtk_button_new_with_label (self->all ? _("Fewer") : more);

  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_tooltip_text (chip, self->all ? _("Show who says most") : _("Show all speakers"));
  g_signal_connect_object (chip, "clicked", G_CALLBACK (more_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (chip, GTK_WIDGET (self));
}

static void
remove_chips (HearsaySpeakerChips *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static gboolean
update_cb (gpointer data)
{
  HearsaySpeakerChips *self = HEARSAY_SPEAKER_CHIPS (data);
  HearsayArticle *article = hearsay_session_get_article (self->session);
  g_autoptr (GArray) counts = NULL;
  guint n_hidden;
  guint n_all;

  self->update_id = 0;
  remove_chips (self);
  if (g_set_object (&self->article, article))
    self->all = FALSE;
  if (article == NULL)
    return G_SOURCE_REMOVE;

  counts = count_speakers (article, &n_all);
  n_hidden = choose_shown (self, counts);
  if (n_all > 0)
    add_chip (self, NULL, n_all);
  /* Where it can be reached without going past them all. */
  if (self->all)
    add_more_chip (self, 0);
  for (guint i = 0; i < counts->len; i++)
    {
      const SpeakerCount *count = &g_array_index (counts, SpeakerCount, i);

      if (count->shown)
        add_chip (self, count->speaker, count->n);
    }
  if (n_hidden > 0)
    add_more_chip (self, n_hidden);
  return G_SOURCE_REMOVE;
}

/* Not at once: a chip may not go while it is being clicked. */
static void
queue_update (HearsaySpeakerChips *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
set_session (HearsaySpeakerChips *self,
             HearsaySession      *session)
{
  if (!g_set_object (&self->session, session) || session == NULL)
    return;
  g_signal_connect_object (session, "notify::article", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hearsay_session_get_collection (session), "changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hearsay_session_get_filter (session), "changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  update_cb (self);
}

static void
hearsay_speaker_chips_dispose (GObject *object)
{
  HearsaySpeakerChips *self = HEARSAY_SPEAKER_CHIPS (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  remove_chips (self);
  g_clear_object (&self->article);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (hearsay_speaker_chips_parent_class)->dispose (object);
}

static void
hearsay_speaker_chips_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      set_session (HEARSAY_SPEAKER_CHIPS (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_speaker_chips_class_init (HearsaySpeakerChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearsay_speaker_chips_dispose;
  object_class->set_property = hearsay_speaker_chips_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, HEARSAY_TYPE_SESSION,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, HEARSAY_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "speakerchips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hearsay_speaker_chips_init (HearsaySpeakerChips *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Speakers"), -1);
}

GtkWidget *
hearsay_speaker_chips_new (void)
{
  return g_object_new (HEARSAY_TYPE_SPEAKER_CHIPS, NULL);
}
