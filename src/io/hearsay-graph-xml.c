/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-graph-builder.h"

#include <glib/gi18n.h>
#include <libxml/xmlreader.h>
#include <string.h>

/* Longer texts in an attribute are not looked at. */
#define MAX_DATA_BYTES 65536

typedef enum
{
  KEY_OTHER,
  KEY_NAME,
  KEY_KIND,
  KEY_WEIGHT,
  KEY_POSITION,
} HearsayXmlKey;

/**
 * HearsayGraphXml:
 * @keys: what GraphML's keys and GEXF's attributes mean, by their id
 * @node: the node being read, or G_MAXUINT32
 * @in_edge: whether an edge is being read; @source … @position are its
 * @data: text of the data element being read, or NULL
 *
 * State of one pass over a GraphML or GEXF file.
 */
typedef struct
{
  HearsayGraphBuilder *builder;
  xmlTextReaderPtr reader;
  GHashTable *keys;
  gboolean found_graph;
  guint32 node;
  gboolean in_edge;
  guint32 source;
  guint32 target;
  double weight;
  int position;
  HearsayXmlKey key;
  GString *data;
} HearsayGraphXml;

static guint
line_of (HearsayGraphXml *self)
{
  return MAX (xmlTextReaderGetParserLineNumber (self->reader), 1);
}

static char *
attribute (HearsayGraphXml *self,
           const char      *name)
{
  xmlChar *value = xmlTextReaderGetAttribute (self->reader, (const xmlChar *) name);
  char *copy = value != NULL ? g_strdup ((const char *) value) : NULL;

  xmlFree (value);
  return copy;
}

static HearsayXmlKey
key_of (const char *name)
{
  if (name == NULL)
    return KEY_OTHER;
  if (g_ascii_strcasecmp (name, "name") == 0 || g_ascii_strcasecmp (name, "label") == 0)
    return KEY_NAME;
  if (g_ascii_strcasecmp (name, "kind") == 0)
    return KEY_KIND;
  if (g_ascii_strcasecmp (name, "weight") == 0)
    return KEY_WEIGHT;
  return g_ascii_strcasecmp (name, "position") == 0 ? KEY_POSITION : KEY_OTHER;
}

static void
take_key (HearsayGraphXml *self,
          const char      *name_attribute)
{
  g_autofree char *id = attribute (self, "id");
  g_autofree char *name = attribute (self, name_attribute);

  if (id != NULL && key_of (name) != KEY_OTHER)
    g_hash_table_insert (self->keys, g_steal_pointer (&id), GINT_TO_POINTER (key_of (name)));
}

static void
take_graph (HearsayGraphXml *self)
{
  g_autofree char *graphml = attribute (self, "edgedefault");
  g_autofree char *gexf = attribute (self, "defaultedgetype");

  if (!self->found_graph)
    hearsay_graph_builder_set_directed (self->builder, g_strcmp0 (graphml, "directed") == 0
                                                           || g_strcmp0 (gexf, "directed") == 0);
  self->found_graph = TRUE;
}

static gboolean
take_node (HearsayGraphXml  *self,
           GError          **error)
{
  g_autofree char *id = attribute (self, "id");
  g_autofree char *label = attribute (self, "label");

  if (id == NULL)
    return hearsay_graph_broken (error, line_of (self), _("a node has no id"));
  if (!hearsay_graph_builder_node (self->builder, id, line_of (self), &self->node, error))
    return FALSE;
  if (label != NULL)
    hearsay_graph_builder_set_name (self->builder, self->node, label);
  return TRUE;
}

static gboolean
take_edge (HearsayGraphXml  *self,
           GError          **error)
{
  g_autofree char *source = attribute (self, "source");
  g_autofree char *target = attribute (self, "target");
  g_autofree char *weight = attribute (self, "weight");

  if (source == NULL || target == NULL)
    return hearsay_graph_broken (error, line_of (self), _("an edge needs a source and a target"));
  self->in_edge = TRUE;
  self->position = HEARSAY_GRAPH_BY_WEIGHT;
  return hearsay_graph_builder_node (self->builder, source, line_of (self), &self->source, error)
         && hearsay_graph_builder_node (self->builder, target, line_of (self), &self->target, error)
         && hearsay_graph_parse_weight (weight != NULL ? weight : "", line_of (self), &self->weight, error);
}

static gboolean
take_value (HearsayGraphXml  *self,
            HearsayXmlKey     key,
            const char       *value,
            GError          **error)
{
  if (self->in_edge)
    {
      if (key == KEY_WEIGHT)
        return hearsay_graph_parse_weight (value, line_of (self), &self->weight, error);
      if (key == KEY_POSITION)
        self->position = hearsay_graph_parse_position (value);
    }
  else if (self->node != G_MAXUINT32)
    {
      if (key == KEY_NAME)
        hearsay_graph_builder_set_name (self->builder, self->node, value);
      else if (key == KEY_KIND)
        hearsay_graph_builder_set_kind (self->builder, self->node, value);
    }
  return TRUE;
}

static HearsayXmlKey
find_key (HearsayGraphXml *self,
          const char      *reference)
{
  g_autofree char *id = attribute (self, reference);

  return id != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (self->keys, id)) : KEY_OTHER;
}

static void
begin_data (HearsayGraphXml *self)
{
  self->key = find_key (self, "key");
  if (self->key != KEY_OTHER && self->data == NULL && !xmlTextReaderIsEmptyElement (self->reader))
    self->data = g_string_new (NULL);
}

static gboolean
end_element (HearsayGraphXml  *self,
             const char       *name,
             GError          **error)
{
  if (g_str_equal (name, "data") && self->data != NULL)
    {
      g_autofree char *text = g_strstrip (g_string_free (g_steal_pointer (&self->data), FALSE));

      return take_value (self, self->key, text, error);
    }
  if (g_str_equal (name, "node"))
    self->node = G_MAXUINT32;
  if (!g_str_equal (name, "edge") || !self->in_edge)
    return TRUE;
  self->in_edge = FALSE;
  return hearsay_graph_builder_edge (self->builder, self->source, self->target, self->weight, self->position,
                                     line_of (self), error);
}

static gboolean
begin_element (HearsayGraphXml  *self,
               const char       *name,
               GError          **error)
{
  gboolean empty = xmlTextReaderIsEmptyElement (self->reader) == 1;

  if (g_str_equal (name, "key"))
    take_key (self, "attr.name");
  else if (g_str_equal (name, "attribute"))
    take_key (self, "title");
  else if (g_str_equal (name, "graph"))
    take_graph (self);
  else if (g_str_equal (name, "data"))
    begin_data (self);
  else if (g_str_equal (name, "node") && !take_node (self, error))
    return FALSE;
  else if (g_str_equal (name, "edge") && !take_edge (self, error))
    return FALSE;
  else if (g_str_equal (name, "attvalue"))
    {
      g_autofree char *value = attribute (self, "value");

      if (value != NULL && !take_value (self, find_key (self, "for"), value, error))
        return FALSE;
    }
  return !empty || end_element (self, name, error);
}

static gboolean
take_event (HearsayGraphXml  *self,
            GError          **error)
{
  const char *name = (const char *) xmlTextReaderConstLocalName (self->reader);

  switch (xmlTextReaderNodeType (self->reader))
    {
    case XML_READER_TYPE_ELEMENT:
      return begin_element (self, name, error);
    case XML_READER_TYPE_END_ELEMENT:
      return end_element (self, name, error);
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      if (self->data != NULL && self->data->len < MAX_DATA_BYTES)
        g_string_append (self->data, (const char *) xmlTextReaderConstValue (self->reader));
      return TRUE;
    default:
      return TRUE;
    }
}

static gboolean
read_events (HearsayGraphXml  *self,
             GError          **error)
{
  int more;

  while ((more = xmlTextReaderRead (self->reader)) == 1)
    {
      if (!take_event (self, error))
        return FALSE;
    }
  if (more < 0)
    return hearsay_graph_broken (error, line_of (self), _("the file is not well-formed XML or ends too early"));
  if (!self->found_graph)
    return hearsay_graph_broken (error, line_of (self), _("there is no graph in the file"));
  return TRUE;
}

static void
keep_quiet (void                  *arg,
            const char            *message,
            xmlParserSeverities    severity,
            xmlTextReaderLocatorPtr locator)
{
}

/**
 * hearsay_graph_read_xml:
 *
 * Reads GraphML or GEXF in one pass. Entities are not expanded and nothing is
 * fetched; hyperedges and ports are passed over, nested graphs read as one.
 */
gboolean
hearsay_graph_read_xml (HearsayGraphBuilder  *self,
                        GBytes               *bytes,
                        GError              **error)
{
  HearsayGraphXml xml = { .builder = self, .node = G_MAXUINT32 };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gboolean read;

  if (length == 0)
    return hearsay_graph_broken (error, 1, _("there is no graph in the file"));
  xml.reader = xmlReaderForMemory (data, (int) length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (xml.reader == NULL)
    return hearsay_graph_broken (error, 1, _("the file is not well-formed XML or ends too early"));
  xmlTextReaderSetErrorHandler (xml.reader, keep_quiet, NULL);
  xml.keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read = read_events (&xml, error);
  if (xml.data != NULL)
    g_string_free (xml.data, TRUE);
  g_hash_table_unref (xml.keys);
  xmlFreeTextReader (xml.reader);
  return read;
}
