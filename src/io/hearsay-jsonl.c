/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-jsonl.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "io/hearsay-date-words.h"

G_DEFINE_QUARK (hearsay-jsonl-error-quark, hearsay_jsonl_error)

static void
clear_actor (gpointer data)
{
  HearsayJsonlActor *actor = data;

  g_free (actor->name);
  g_array_unref (actor->mentions);
}

void
hearsay_jsonl_record_free (HearsayJsonlRecord *self)
{
  if (self == NULL)
    return;

  hearsay_document_free (self->document);
  g_array_unref (self->actors);
  g_free (self);
}

static gboolean
fail (GError     **error,
      const char  *reason)
{
  g_set_error_literal (error, HEARSAY_JSONL_ERROR, HEARSAY_JSONL_ERROR_MALFORMED, reason);
  return FALSE;
}

/* What the parser would take without a word or at the cost of the stack:
 * nesting without end, and characters that end a C string. */
static gboolean
check_line (const char  *line,
            gsize        length,
            GError     **error)
{
  gboolean inside_string = FALSE;
  guint depth = 0;

  if (!g_utf8_validate_len (line, length, NULL))
    return fail (error, _("The line is not valid UTF-8"));
  for (gsize i = 0; i < length; i++)
    {
      if (line[i] == '"')
        inside_string = !inside_string;
      else if (inside_string && line[i] == '\\')
        {
          if (length - i >= 6 && memcmp (line + i, "\\u0000", 6) == 0)
            return fail (error, _("The text has a NUL character in it"));
          i++;
        }
      else if (!inside_string && (line[i] == '{' || line[i] == '['))
        {
          if (++depth > HEARSAY_JSONL_MAX_DEPTH)
            return fail (error, _("The line is nested too deeply"));
        }
      else if (!inside_string && (line[i] == '}' || line[i] == ']') && depth > 0)
        depth--;
      else if (!inside_string && (line[i] == '/' || line[i] == '\''))
        return fail (error, _("The line is not JSON"));
    }
  return TRUE;
}

/* The code unit of an escape “\uXXXX” at @p, or 0. */
static guint
read_escape (const char *p,
             const char *end)
{
  guint value = 0;

  if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
    return 0;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return 0;
      value = value * 16 + (guint) g_ascii_xdigit_value (p[i]);
    }
  return value;
}

/* Half of a surrogate pair is one code point to whoever wrote it: it is
 * replaced by one code point, so that offsets stay. */
static char *
dup_without_halves (const char *line,
                    gsize       length)
{
  char *copy = g_strndup (line, length);
  char *end = copy + length;

  for (char *p = copy; p < end; p++)
    {
      guint unit;

      if (*p != '\\')
        continue;
      unit = read_escape (p, end);
      if (unit >= 0xd800 && unit <= 0xdbff && (read_escape (p + 6, end) & 0xfc00) == 0xdc00)
        p += 11;
      else
        {
          if (unit >= 0xd800 && unit <= 0xdfff)
            memcpy (p + 2, "fffd", 4);
          p++;
        }
    }
  return copy;
}

/* A member that is a string, or a number where @number allows it; others count as absent. */
static char *
dup_member (JsonObject *object,
            const char *name,
            gboolean    number)
{
  JsonNode *node = json_object_get_member (object, name);
  GType type;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  type = json_node_get_value_type (node);
  if (type == G_TYPE_STRING)
    return g_utf8_make_valid (json_node_get_string (node), -1);
  if (number && type == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return NULL;
}

static gboolean
get_offset (JsonObject *object,
            const char *name,
            guint32    *offset)
{
  JsonNode *node = json_object_get_member (object, name);
  gint64 value;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  value = json_node_get_int (node);
  if (value < 0 || value > G_MAXUINT32)
    return FALSE;
  *offset = (guint32) value;
  return TRUE;
}

static gboolean
take_mentions (HearsayJsonlActor  *actor,
               JsonArray          *mentions,
               guint32             n_characters,
               GError            **error)
{
  for (guint i = 0; i < json_array_get_length (mentions); i++)
    {
      JsonNode *node = json_array_get_element (mentions, i);
      HearsaySpan span;

      if (!JSON_NODE_HOLDS_OBJECT (node) || !get_offset (json_node_get_object (node), "start", &span.start) ||
          !get_offset (json_node_get_object (node), "end", &span.end))
        return fail (error, _("A mention needs a “start” and an “end”"));
      if (span.start >= span.end || span.end > n_characters)
        return fail (error, _("A mention lies outside the text"));
      g_array_append_val (actor->mentions, span);
    }
  return TRUE;
}

static gboolean
take_actors (HearsayJsonlRecord  *record,
             JsonObject          *object,
             GError             **error)
{
  JsonNode *node = json_object_get_member (object, "actors");
  JsonArray *actors;
  guint32 n_characters;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (error, _("“actors” is not a list"));
  actors = json_node_get_array (node);
  n_characters = (guint32) g_utf8_strlen (record->document->text, -1);
  for (guint i = 0; i < json_array_get_length (actors); i++)
    {
      JsonNode *item = json_array_get_element (actors, i);
      HearsayJsonlActor actor = { 0 };
      JsonNode *mentions;

      if (JSON_NODE_HOLDS_OBJECT (item))
        actor.name = dup_member (json_node_get_object (item), "name", FALSE);
      if (actor.name == NULL || actor.name[0] == '\0')
        {
          g_free (actor.name);
          return fail (error, _("An actor has no name"));
        }
      actor.mentions = g_array_new (FALSE, FALSE, sizeof (HearsaySpan));
      g_array_append_val (record->actors, actor);
      mentions = json_object_get_member (json_node_get_object (item), "mentions");
      if (mentions != NULL && JSON_NODE_HOLDS_ARRAY (mentions) &&
          !take_mentions (&g_array_index (record->actors, HearsayJsonlActor, i), json_node_get_array (mentions),
                          n_characters, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_object (HearsayJsonlRecord  *record,
             JsonObject          *object,
             GError             **error)
{
  HearsayDocument *document = record->document;
  g_autofree char *published = dup_member (object, "published", FALSE);

  document->text = dup_member (object, "text", FALSE);
  if (document->text == NULL)
    return fail (error, _("There is no “text”"));
  document->source = dup_member (object, "source", FALSE);
  document->title = dup_member (object, "title", FALSE);
  document->byline = dup_member (object, "byline", FALSE);
  document->publisher = dup_member (object, "publisher", FALSE);
  document->section = dup_member (object, "section", FALSE);
  document->language = dup_member (object, "language", FALSE);
  if (published != NULL && !hearsay_date_parse_iso (published, &document->published))
    hearsay_date_words_scan (published, &document->published);
  return take_actors (record, object, error);
}

/**
 * hearsay_jsonl_parse:
 * @line: (array length=length): one line, without its end
 * @length: bytes
 * @id: (out) (transfer full) (nullable): the record's id, also where the rest is wrong
 *
 * Reads `{"id","text"[,"title","published","publisher","actors":[…]]}`. The
 * text is kept as it stands.
 *
 * Returns: (transfer full): the record, or %NULL with %HEARSAY_JSONL_ERROR
 */
HearsayJsonlRecord *
hearsay_jsonl_parse (const char  *line,
                     gsize        length,
                     char       **id,
                     GError     **error)
{
  g_autoptr (HearsayJsonlRecord) record = NULL;
  g_autoptr (JsonParser) parser = NULL;
  g_autofree char *copy = NULL;
  JsonNode *root;
  JsonObject *object;

  g_return_val_if_fail (line != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  *id = NULL;
  if (!check_line (line, length, error))
    return NULL;
  parser = json_parser_new_immutable ();
  copy = dup_without_halves (line, length);
  if (!json_parser_load_from_data (parser, copy, (gssize) length, NULL))
    {
      fail (error, _("The line is not JSON"));
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      fail (error, _("The line is not a JSON object"));
      return NULL;
    }
  object = json_node_get_object (root);
  *id = dup_member (object, "id", TRUE);
  record = g_new0 (HearsayJsonlRecord, 1);
  record->document = hearsay_document_new ();
  record->actors = g_array_new (FALSE, FALSE, sizeof (HearsayJsonlActor));
  g_array_set_clear_func (record->actors, clear_actor);
  record->document->id = g_strdup (*id);
  return take_object (record, object, error) ? g_steal_pointer (&record) : NULL;
}
