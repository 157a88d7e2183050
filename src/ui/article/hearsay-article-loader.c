/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/article/hearsay-article-loader.h"

#include <string.h>

/* Bytes a slice, and what one turn of the main loop may take. */
#define SLICE_BYTES 16384
#define SLICE_USEC 4000

/* Bytes. Pango lays out a paragraph as a whole: one that is longer is broken at a space for the eye. */
#define MAX_PARAGRAPH 4000

struct _HearsayArticleLoader
{
  GObject parent_instance;

  GtkTextBuffer *buffer;
  GObject       *owner; /* keeps the text */
  const char    *text;
  gsize          length;
  gsize          loaded;
  guint          n_characters;
  guint          idle_id;
};

enum
{
  PROGRESS,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (HearsayArticleLoader, hearsay_article_loader, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

/* A slice ends behind a paragraph where there is one, and never inside a character. */
static gsize
find_slice_end (HearsayArticleLoader *self)
{
  gsize end = self->loaded + SLICE_BYTES;
  const char *newline;

  if (end >= self->length)
    return self->length;

  newline = memchr (self->text + end, '\n', MIN ((gsize) SLICE_BYTES, self->length - end));
  if (newline != NULL)
    {
      end = (gsize) (newline - self->text) + 1;
      while (end < self->length && self->text[end] == '\n')
        end++;
      return end;
    }
  while (end < self->length && ((guchar) self->text[end] & 0xc0) == 0x80)
    end++;
  return end;
}

/* A space becomes a line end: every offset stays what it was. */
static void
break_paragraphs (char  *slice,
                  gsize  length)
{
  char *end = slice + length;

  for (char *paragraph = slice; paragraph < end;)
    {
      char *newline = memchr (paragraph, '\n', (gsize) (end - paragraph));
      char *stop = newline != NULL ? newline : end;

      if (stop - paragraph > MAX_PARAGRAPH)
        {
          char *space = memrchr (paragraph, ' ', MAX_PARAGRAPH);

          if (space == NULL)
            space = memchr (paragraph + MAX_PARAGRAPH, ' ', (gsize) (stop - paragraph - MAX_PARAGRAPH));
          if (space != NULL)
            {
              *space = '\n';
              stop = space;
            }
        }
      paragraph = stop + 1;
    }
}

static void
load_slice (HearsayArticleLoader *self)
{
  gsize end = find_slice_end (self);
  gsize length = end - self->loaded;
  g_autofree char *slice = g_strndup (self->text + self->loaded, length);
  GtkTextIter iter;

  break_paragraphs (slice, length);
  gtk_text_buffer_get_end_iter (self->buffer, &iter);
  gtk_text_buffer_insert (self->buffer, &iter, slice, (int) length);
  self->loaded = end;
}

static gboolean
load_cb (gpointer data)
{
  HearsayArticleLoader *self = HEARSAY_ARTICLE_LOADER (data);
  gint64 deadline = g_get_monotonic_time () + SLICE_USEC;

  while (self->loaded < self->length && g_get_monotonic_time () < deadline)
    load_slice (self);
  if (self->loaded < self->length)
    {
      g_signal_emit (self, signals[PROGRESS], 0);
      return G_SOURCE_CONTINUE;
    }

  self->idle_id = 0;
  g_signal_emit (self, signals[PROGRESS], 0);
  return G_SOURCE_REMOVE;
}

static void
hearsay_article_loader_dispose (GObject *object)
{
  HearsayArticleLoader *self = HEARSAY_ARTICLE_LOADER (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_object (&self->owner);
  g_clear_object (&self->buffer);

  G_OBJECT_CLASS (hearsay_article_loader_parent_class)->dispose (object);
}

static void
hearsay_article_loader_class_init (HearsayArticleLoaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearsay_article_loader_dispose;

  signals[PROGRESS] =
    g_signal_new ("progress", HEARSAY_TYPE_ARTICLE_LOADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hearsay_article_loader_init (HearsayArticleLoader *self)
{
}

HearsayArticleLoader *
hearsay_article_loader_new (GtkTextBuffer *buffer)
{
  HearsayArticleLoader *self;

  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), NULL);

  self = g_object_new (HEARSAY_TYPE_ARTICLE_LOADER, NULL);
  self->buffer = g_object_ref (buffer);
  return self;
}

/**
 * hearsay_article_loader_load:
 * @text: valid UTF-8, or the empty string
 * @owner: (nullable): keeps @text alive and unchanged
 *
 * Replaces what is in the buffer.
 */
void
hearsay_article_loader_load (HearsayArticleLoader *self,
                             const char           *text,
                             GObject              *owner)
{
  g_return_if_fail (HEARSAY_IS_ARTICLE_LOADER (self));
  g_return_if_fail (text != NULL);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  gtk_text_buffer_set_text (self->buffer, "", 0);
  g_set_object (&self->owner, owner);
  self->text = text;
  self->length = strlen (text);
  self->n_characters = (guint) g_utf8_strlen (text, -1);
  self->loaded = 0;
  if (self->length > 0)
    load_slice (self);
  if (self->loaded < self->length)
    self->idle_id = g_idle_add (load_cb, self);
}

gboolean
hearsay_article_loader_is_done (HearsayArticleLoader *self)
{
  g_return_val_if_fail (HEARSAY_IS_ARTICLE_LOADER (self), TRUE);

  return self->loaded >= self->length;
}

guint
hearsay_article_loader_get_length (HearsayArticleLoader *self)
{
  g_return_val_if_fail (HEARSAY_IS_ARTICLE_LOADER (self), 0);

  return self->n_characters;
}

/**
 * hearsay_article_loader_flush:
 *
 * Loads the rest now.
 */
void
hearsay_article_loader_flush (HearsayArticleLoader *self)
{
  g_return_if_fail (HEARSAY_IS_ARTICLE_LOADER (self));

  if (hearsay_article_loader_is_done (self))
    return;
  g_clear_handle_id (&self->idle_id, g_source_remove);
  while (self->loaded < self->length)
    load_slice (self);
  g_signal_emit (self, signals[PROGRESS], 0);
}
