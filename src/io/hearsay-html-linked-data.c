/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "io/hearsay-html.h"

#define MAX_DEPTH 48
/* Nodes looked at in one script: real ones have some dozens. */
#define MAX_NODES 20000

void
hearsay_html_linked_data_clear (HearsayHtmlLinkedData *self)
{
  g_clear_pointer (&self->headline, g_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->published, g_free);
  g_clear_pointer (&self->publisher, g_free);
  g_clear_pointer (&self->section, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->body, g_free);
}

/* Makes what pages really hold into JSON: comments and sections around it, and line
 * ends inside strings. Returns NULL when it is nested too deeply to be parsed. */
static char *
dup_clean (const char *json)
{
  static const char section[] = "<![CDATA[";
  g_autofree char *copy = g_utf8_make_valid (json, -1);
  char *wrapped = strstr (copy, section);
  char *closed = wrapped != NULL ? g_strrstr (wrapped, "]]>") : NULL;
  const char *start;
  gboolean inside_string = FALSE;
  guint depth = 0;
  char *last;
  char *clean;

  if (closed != NULL)
    *closed = '\0';
  start = strpbrk (wrapped != NULL ? wrapped + strlen (section) : copy, "{[");
  if (start == NULL)
    return NULL;
  clean = g_strdup (start);
  last = MAX (strrchr (clean, '}'), strrchr (clean, ']'));
  if (last == NULL)
    {
      g_free (clean);
      return NULL;
    }
  last[1] = '\0';
  for (char *p = clean; *p != '\0'; p++)
    {
      if (*p == '"')
        inside_string = !inside_string;
      else if (inside_string && *p == '\\' && p[1] != '\0')
        p++;
      else if (inside_string && (guint8) *p < 0x20)
        *p = ' ';
      else if (!inside_string && (*p == '{' || *p == '[') && ++depth > MAX_DEPTH)
        {
          g_free (clean);
          return NULL;
        }
      else if (!inside_string && (*p == '}' || *p == ']') && depth > 0)
        depth--;
    }
  return clean;
}

static const char *
get_string (JsonNode *node)
{
  const char *string;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  string = json_node_get_string (node);
  return g_utf8_validate (string, -1, NULL) && string[0] != '\0' ? string : NULL;
}

/* The name of a person or body: a string, an object with a name, or a list of them. */
static char *
dup_names (JsonNode *node)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  if (node == NULL)
    return NULL;
  if (get_string (node) != NULL)
    return g_strdup (get_string (node));
  if (JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup (get_string (json_object_get_member (json_node_get_object (node), "name")));
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)) && n < 12; i++)
    {
      JsonNode *item = json_array_get_element (json_node_get_array (node), i);
      const char *name = get_string (item);

      if (name == NULL && JSON_NODE_HOLDS_OBJECT (item))
        name = get_string (json_object_get_member (json_node_get_object (item), "name"));
      if (name != NULL)
        g_string_append_printf (names, "%s%s", n++ > 0 ? ", " : "", name);
    }
  return names->len > 0 ? g_strdup (names->str) : NULL;
}

static gboolean
is_article_type (const char *type)
{
  return type != NULL && (g_str_has_suffix (type, "Article") || g_str_has_suffix (type, "BlogPosting") ||
                          g_str_equal (type, "Report") || g_str_equal (type, "ClaimReview"));
}

static gboolean
is_article (JsonObject *object)
{
  JsonNode *type = json_object_get_member (object, "@type");

  if (type != NULL && JSON_NODE_HOLDS_ARRAY (type))
    {
      for (guint i = 0; i < json_array_get_length (json_node_get_array (type)); i++)
        {
          if (is_article_type (get_string (json_array_get_element (json_node_get_array (type), i))))
            return TRUE;
        }
      return FALSE;
    }
  return is_article_type (get_string (type));
}

static void
take (char **field,
      char  *value)
{
  if (*field == NULL)
    *field = value;
  else
    g_free (value);
}

static void
take_article (HearsayHtmlLinkedData *self,
              JsonObject            *object)
{
  take (&self->headline, g_strdup (get_string (json_object_get_member (object, "headline"))));
  take (&self->author, dup_names (json_object_get_member (object, "author")));
  take (&self->author, dup_names (json_object_get_member (object, "creator")));
  take (&self->published, g_strdup (get_string (json_object_get_member (object, "datePublished"))));
  take (&self->published, g_strdup (get_string (json_object_get_member (object, "dateCreated"))));
  take (&self->publisher, dup_names (json_object_get_member (object, "publisher")));
  take (&self->section, dup_names (json_object_get_member (object, "articleSection")));
  take (&self->language, g_strdup (get_string (json_object_get_member (object, "inLanguage"))));
  take (&self->body, g_strdup (get_string (json_object_get_member (object, "articleBody"))));
}

/**
 * hearsay_html_linked_data_read:
 * @json: what stands in a script of type application/ld+json
 *
 * Looks for the first article in it, at any level; what an earlier script said
 * stays. What cannot be parsed is passed over.
 */
void
hearsay_html_linked_data_read (HearsayHtmlLinkedData *self,
                               const char            *json)
{
  g_autofree char *clean = NULL;
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GQueue) queue = NULL;
  guint n_nodes = 0;

  g_return_if_fail (self != NULL && json != NULL);

  clean = dup_clean (json);
  if (clean == NULL)
    return;
  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, clean, -1, NULL) || json_parser_get_root (parser) == NULL)
    return;
  queue = g_queue_new ();
  g_queue_push_tail (queue, json_parser_get_root (parser));
  while (!g_queue_is_empty (queue) && n_nodes++ < MAX_NODES)
    {
      JsonNode *node = g_queue_pop_head (queue);

      if (JSON_NODE_HOLDS_ARRAY (node))
        {
          for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
            g_queue_push_tail (queue, json_array_get_element (json_node_get_array (node), i));
        }
      else if (JSON_NODE_HOLDS_OBJECT (node))
        {
          JsonObjectIter iter;
          const char *name;
          JsonNode *member;

          if (is_article (json_node_get_object (node)))
            {
              take_article (self, json_node_get_object (node));
              return;
            }
          json_object_iter_init_ordered (&iter, json_node_get_object (node));
          while (json_object_iter_next_ordered (&iter, &name, &member))
            g_queue_push_tail (queue, member);
        }
    }
}
