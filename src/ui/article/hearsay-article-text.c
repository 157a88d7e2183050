/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/article/hearsay-article-text-private.h"

#include "model/hearsay-filter.h"

/* Pixels. */
#define MIN_WIDTH 300
#define NARROW_ABOVE 6

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_NARROW,
  N_PROPS
};

enum
{
  SHOWN_CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (HearsayArticleText, hearsay_article_text, GTK_TYPE_TEXT_VIEW)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Rejected statements leave the other views, but here one can take it back. */
static gboolean
is_shown (HearsayArticleText *self,
          HearsayStatement   *statement)
{
  HearsayFilter *filter = hearsay_session_get_filter (self->session);
  HearsayActor *speaker;

  if (hearsay_filter_matches (filter, statement))
    return TRUE;
  if (hearsay_statement_get_status (statement) != HEARSAY_STATUS_REJECTED)
    return FALSE;
  speaker = hearsay_statement_get_speaker (statement);
  return hearsay_filter_get_speakers (filter)->len == 0 ||
         (speaker != NULL && hearsay_filter_has_speaker (filter, speaker));
}

/* Bars of statements that overlap stand side by side: each takes the first
 * place that is free where it begins. */
static void
set_levels (HearsayArticleText *self)
{
  guint32 ends[4] = { 0 };

  g_array_set_size (self->levels, 0);
  for (guint i = 0; i < self->shown->len; i++)
    {
      HearsaySpan extent = hearsay_statement_get_extent (g_ptr_array_index (self->shown, i));
      guint8 level = 0;

      while (level + 1u < G_N_ELEMENTS (ends) && ends[level] > extent.start)
        level++;
      ends[level] = MAX (ends[level], extent.end);
      g_array_append_val (self->levels, level);
    }
}

static void
update_shown (HearsayArticleText *self)
{
  g_ptr_array_set_size (self->shown, 0);
  g_array_set_size (self->gutter, 0);
  if (self->article != NULL)
    {
      GListModel *statements = hearsay_article_get_statements (self->article);
      guint n = g_list_model_get_n_items (statements);

      for (guint i = 0; i < n; i++)
        {
          g_autoptr (HearsayStatement) statement = g_list_model_get_item (statements, i);

          if (is_shown (self, statement))
            g_ptr_array_add (self->shown, g_steal_pointer (&statement));
        }
    }
  set_levels (self);
  if (self->hovered != NULL && !g_ptr_array_find (self->shown, self->hovered, NULL))
    g_clear_object (&self->hovered);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SHOWN_CHANGED], 0);
}

static void
update_article (HearsayArticleText *self)
{
  HearsayArticle *article = hearsay_session_get_article (self->session);

  if (!g_set_object (&self->article, article))
    return;
  self->pending = G_MAXUINT;
  g_clear_object (&self->hovered);
  hearsay_article_loader_load (self->loader, article != NULL ? hearsay_article_get_text (article) : "",
                               G_OBJECT (article));
  update_shown (self);
  if (hearsay_session_get_selected_statement (self->session) == NULL)
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self)), 0.0);
}

static gboolean
is_in_sight (HearsayArticleText *self,
             GtkTextIter        *iter)
{
  GdkRectangle visible;
  GdkRectangle line;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), iter, &line);
  return line.y >= visible.y && line.y + 2 * HEARSAY_ARTICLE_LINE <= visible.y + visible.height;
}

static void
scroll_if_loaded (HearsayArticleText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter iter;

  if (self->pending == G_MAXUINT)
    return;
  if (self->pending > (guint) gtk_text_buffer_get_char_count (buffer) &&
      !hearsay_article_loader_is_done (self->loader))
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) self->pending);
  self->pending = G_MAXUINT;
  if (is_in_sight (self, &iter))
    return;
  gtk_text_buffer_move_mark (buffer, self->target, &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), self->target, 0.2, FALSE, 0.0, 0.0);
}

static void
selection_changed_cb (HearsayArticleText *self)
{
  HearsayStatement *statement = hearsay_session_get_selected_statement (self->session);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (statement != NULL && hearsay_statement_get_article (statement) == self->article)
    hearsay_article_text_scroll_to (self, hearsay_statement_get_extent (statement).start);
}

static void
set_session (HearsayArticleText *self,
             HearsaySession     *session)
{
  HearsayCollection *collection;

  if (!g_set_object (&self->session, session) || session == NULL)
    return;
  collection = hearsay_session_get_collection (session);
  g_signal_connect_object (session, "notify::article", G_CALLBACK (update_article), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (collection, "changed", G_CALLBACK (update_shown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hearsay_session_get_filter (session), "changed", G_CALLBACK (update_shown), self,
                           G_CONNECT_SWAPPED);
  update_article (self);
}

/* The margins are made of what is left over: they ask for nothing. */
static void
hearsay_article_text_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  GTK_WIDGET_CLASS (hearsay_article_text_parent_class)->measure (widget, orientation, for_size, minimum, natural,
                                                                 minimum_baseline, natural_baseline);
  if (orientation != GTK_ORIENTATION_HORIZONTAL)
    return;
  *minimum = MIN_WIDTH;
  *natural = HEARSAY_ARTICLE_MEASURE + 2 * HEARSAY_ARTICLE_GUTTER;
}

static void
hearsay_article_text_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  HearsayArticleText *self = HEARSAY_ARTICLE_TEXT (widget);

  self->allocating = TRUE;
  GTK_WIDGET_CLASS (hearsay_article_text_parent_class)->size_allocate (widget, width, height, baseline);
  self->allocating = FALSE;
  hearsay_article_text_check_column (self);
}

static void
hearsay_article_text_snapshot_layer (GtkTextView      *view,
                                     GtkTextViewLayer  layer,
                                     GtkSnapshot      *snapshot)
{
  HearsayArticleText *self = HEARSAY_ARTICLE_TEXT (view);

  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT && self->session != NULL)
    hearsay_article_text_paint (self, snapshot);
}

/* The lines are a fixed number of pixels apart, whatever the font. */
static void
set_line_height (HearsayArticleText *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int natural = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  int extra = MAX (HEARSAY_ARTICLE_LINE - natural, 0);

  pango_font_metrics_unref (metrics);
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self), extra);
}

static void
hearsay_article_text_css_changed (GtkWidget         *widget,
                                  GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (hearsay_article_text_parent_class)->css_changed (widget, change);
  set_line_height (HEARSAY_ARTICLE_TEXT (widget));
}

static void
hearsay_article_text_dispose (GObject *object)
{
  HearsayArticleText *self = HEARSAY_ARTICLE_TEXT (object);

  g_clear_handle_id (&self->place_id, g_source_remove);
  self->header = NULL;
  g_clear_object (&self->loader);
  g_clear_object (&self->hovered);
  g_clear_object (&self->article);
  g_clear_object (&self->session);
  g_ptr_array_set_size (self->shown, 0);
  g_array_set_size (self->gutter, 0);

  G_OBJECT_CLASS (hearsay_article_text_parent_class)->dispose (object);
}

static void
hearsay_article_text_finalize (GObject *object)
{
  HearsayArticleText *self = HEARSAY_ARTICLE_TEXT (object);

  g_ptr_array_unref (self->shown);
  g_array_unref (self->levels);
  g_array_unref (self->gutter);

  G_OBJECT_CLASS (hearsay_article_text_parent_class)->finalize (object);
}

static void
hearsay_article_text_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  HearsayArticleText *self = HEARSAY_ARTICLE_TEXT (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_article_text_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  HearsayArticleText *self = HEARSAY_ARTICLE_TEXT (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      /* The chips above the paragraphs need room. */
      gtk_text_view_set_pixels_above_lines (GTK_TEXT_VIEW (self), self->narrow ? NARROW_ABOVE : 0);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_article_text_class_init (HearsayArticleTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearsay_article_text_dispose;
  object_class->finalize = hearsay_article_text_finalize;
  object_class->get_property = hearsay_article_text_get_property;
  object_class->set_property = hearsay_article_text_set_property;
  widget_class->measure = hearsay_article_text_measure;
  widget_class->size_allocate = hearsay_article_text_size_allocate;
  widget_class->css_changed = hearsay_article_text_css_changed;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = hearsay_article_text_snapshot_layer;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, HEARSAY_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SHOWN_CHANGED] =
    g_signal_new ("shown-changed", HEARSAY_TYPE_ARTICLE_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
hearsay_article_text_init (HearsayArticleText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start;

  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->levels = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->gutter = g_array_new (FALSE, TRUE, sizeof (HearsayGutterMark));
  self->pending = G_MAXUINT;

  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_bottom_margin (view, 96);
  gtk_widget_add_css_class (GTK_WIDGET (self), "articletext");
  gtk_text_buffer_set_enable_undo (buffer, FALSE);

  gtk_text_buffer_get_start_iter (buffer, &start);
  self->target = gtk_text_buffer_create_mark (buffer, NULL, &start, TRUE);
  self->loader = hearsay_article_loader_new (buffer);
  hearsay_article_text_follow_scrolling (self);
  g_signal_connect_object (self->loader, "progress", G_CALLBACK (scroll_if_loaded), self, G_CONNECT_SWAPPED);
  hearsay_article_text_add_controllers (self);
}

GtkWidget *
hearsay_article_text_new (void)
{
  return g_object_new (HEARSAY_TYPE_ARTICLE_TEXT, NULL);
}

const GPtrArray *
hearsay_article_text_get_shown (HearsayArticleText *self)
{
  g_return_val_if_fail (HEARSAY_IS_ARTICLE_TEXT (self), NULL);

  return self->shown;
}

/* Characters of the part of @statement that @offset lies in, or 0: the inner
 * one of two statements is the shorter one. */
static guint
part_length (HearsayStatement *statement,
             guint             offset)
{
  HearsaySpan others[] = { hearsay_statement_get_source (statement), hearsay_statement_get_cue (statement) };
  guint n;
  const HearsaySpan *content = hearsay_statement_get_content (statement, &n);

  for (guint i = 0; i < n; i++)
    {
      if (content[i].start <= offset && offset < content[i].end)
        return hearsay_span_length (content[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      if (others[i].start <= offset && offset < others[i].end)
        return G_MAXUINT - 1;
    }
  return 0;
}

/**
 * hearsay_article_text_find:
 * @offset: a character of the text
 *
 * Returns: (transfer none) (nullable): the innermost shown statement whose words, source or cue lie there
 */
HearsayStatement *
hearsay_article_text_find (HearsayArticleText *self,
                           guint               offset)
{
  HearsayStatement *best = NULL;
  guint best_length = G_MAXUINT;

  g_return_val_if_fail (HEARSAY_IS_ARTICLE_TEXT (self), NULL);

  for (guint i = 0; i < self->shown->len; i++)
    {
      HearsayStatement *statement = g_ptr_array_index (self->shown, i);
      guint length = part_length (statement, offset);

      if (length > 0 && length < best_length)
        {
          best = statement;
          best_length = length;
        }
    }
  return best;
}

/**
 * hearsay_article_text_scroll_to:
 * @offset: a character of the text
 *
 * Brings it into sight as soon as it is loaded, and moves nothing when it is.
 */
void
hearsay_article_text_scroll_to (HearsayArticleText *self,
                                guint               offset)
{
  g_return_if_fail (HEARSAY_IS_ARTICLE_TEXT (self));

  self->pending = offset;
  scroll_if_loaded (self);
}

/**
 * hearsay_article_text_get_in_sight:
 * @first: (out): the first character in sight
 * @last: (out): the last one
 */
void
hearsay_article_text_get_in_sight (HearsayArticleText *self,
                                   guint              *first,
                                   guint              *last)
{
  GdkRectangle visible;
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (HEARSAY_IS_ARTICLE_TEXT (self));
  g_return_if_fail (first != NULL && last != NULL);

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &start, visible.y, NULL);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &end, visible.y + visible.height, NULL);
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  *first = (guint) gtk_text_iter_get_offset (&start);
  *last = (guint) gtk_text_iter_get_offset (&end);
}

guint
hearsay_article_text_get_length (HearsayArticleText *self)
{
  g_return_val_if_fail (HEARSAY_IS_ARTICLE_TEXT (self), 0);

  return hearsay_article_loader_get_length (self->loader);
}

/**
 * hearsay_article_text_search:
 * @words: what to look for
 * @backward: whether to look before the last hit instead of behind it
 *
 * Selects the next hit, beginning again at the other end where there is none.
 *
 * Returns: whether there is a hit at all
 */
gboolean
hearsay_article_text_search (HearsayArticleText *self,
                             const char         *words,
                             gboolean            backward)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextSearchFlags flags = GTK_TEXT_SEARCH_CASE_INSENSITIVE | GTK_TEXT_SEARCH_TEXT_ONLY;
  GtkTextIter start;
  GtkTextIter end;
  GtkTextIter hit_start;
  GtkTextIter hit_end;

  g_return_val_if_fail (HEARSAY_IS_ARTICLE_TEXT (self), FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  if (*words == '\0')
    return FALSE;
  hearsay_article_loader_flush (self->loader);
  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  for (guint i = 0; i < 2; i++)
    {
      gboolean found = backward ? gtk_text_iter_backward_search (&start, words, flags, &hit_start, &hit_end, NULL)
                                : gtk_text_iter_forward_search (&end, words, flags, &hit_start, &hit_end, NULL);

      if (found)
        {
          gtk_text_buffer_select_range (buffer, &hit_start, &hit_end);
          hearsay_article_text_scroll_to (self, (guint) gtk_text_iter_get_offset (&hit_start));
          return TRUE;
        }
      gtk_text_buffer_get_start_iter (buffer, &end);
      gtk_text_buffer_get_end_iter (buffer, &start);
    }
  return FALSE;
}
