/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-html.h"

#include <string.h>

#include "io/hearsay-decode.h"

/* Never shown, or not to be read as words of the article. */
static const char *const hidden_names[] = {
  "applet", "area", "audio", "button", "canvas", "datalist", "dialog", "embed", "head", "iframe", "input", "link",
  "map", "math", "menu", "meta", "meter", "nav", "noframes", "noscript", "object", "optgroup", "option", "progress",
  "script", "select", "style", "svg", "template", "textarea", "title", "video", NULL,
};

static const char *const inline_names[] = {
  "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
  "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
  "time", "tt", "u", "var", "wbr", NULL,
};

typedef struct
{
  HearsayHtmlPage *page;
  GArray *open;    /* guint: indices of the elements around the cursor */
  GString *text;   /* of the block that is being filled */
  guint n_linked;
  guint n_links;   /* how many links are open */
  guint n_breaks;  /* line breaks since the last word */
  guint n_rows;    /* how many rows of data tables are open */
} Builder;

gboolean
hearsay_html_is (const xmlNode *element,
                 const char    *name)
{
  return element->type == XML_ELEMENT_NODE && g_ascii_strcasecmp ((const char *) element->name, name) == 0;
}

static gboolean
is_one_of (const xmlNode     *element,
           const char *const *names)
{
  return g_strv_contains (names, (const char *) element->name);
}

/**
 * hearsay_html_dup_attribute:
 *
 * Returns: (transfer full) (nullable): its value, or %NULL
 */
char *
hearsay_html_dup_attribute (xmlNode    *element,
                            const char *name)
{
  xmlChar *value = xmlGetNoNsProp (element, (const xmlChar *) name);
  char *copy = value != NULL ? g_utf8_make_valid ((const char *) value, -1) : NULL;

  if (value != NULL)
    xmlFree (value);
  return copy;
}

/**
 * hearsay_html_next:
 * @node: a node below @root, or @root
 * @into: whether its children come next
 *
 * Returns: (nullable): the next node in document order that is not in @node
 *   (or is, with @into); %NULL behind the last one below @root
 */
xmlNode *
hearsay_html_next (xmlNode *node,
                   xmlNode *root,
                   gboolean into)
{
  if (into && node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;
  while (node != root && node->next == NULL)
    node = node->parent;
  return node == root ? NULL : node->next;
}

/**
 * hearsay_html_dup_text:
 *
 * Returns: (transfer full): the words in @element on one line
 */
char *
hearsay_html_dup_text (xmlNode *element)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *valid = NULL;
  gboolean into = TRUE;

  for (xmlNode *node = element; node != NULL; node = hearsay_html_next (node, element, into))
    {
      into = !hearsay_html_is (node, "script") && !hearsay_html_is (node, "style");
      if (node->type == XML_TEXT_NODE && node->content != NULL)
        g_string_append (text, (const char *) node->content);
      else if (node->type == XML_ELEMENT_NODE && !is_one_of (node, inline_names))
        g_string_append_c (text, ' ');
    }
  valid = g_utf8_make_valid (text->str, (gssize) text->len);
  return hearsay_tidy_spaces (valid);
}

static gboolean
is_hidden (xmlNode *element)
{
  g_autofree char *style = NULL;
  g_autofree char *aria = NULL;
  g_autofree char *role = NULL;

  if (is_one_of (element, hidden_names))
    return TRUE;
  if (element->properties == NULL)
    return FALSE;
  style = hearsay_html_dup_attribute (element, "style");
  if (style != NULL && (strstr (style, "display:none") != NULL || strstr (style, "display: none") != NULL))
    return TRUE;
  if (xmlHasProp (element, (const xmlChar *) "hidden") != NULL)
    return TRUE;
  aria = hearsay_html_dup_attribute (element, "aria-hidden");
  if (aria != NULL && g_str_equal (aria, "true"))
    return TRUE;
  role = hearsay_html_dup_attribute (element, "role");
  return role != NULL && (g_str_equal (role, "navigation") || g_str_equal (role, "search") ||
                          g_str_equal (role, "dialog") || g_str_equal (role, "menu") || g_str_equal (role, "banner") ||
                          g_str_equal (role, "contentinfo") || g_str_equal (role, "complementary"));
}

/* A table of at least three rows of two cells, with little in each: not one
 * that holds the page's columns. */
static gboolean
is_data_table (xmlNode *table)
{
  guint n_rows = 0;
  guint n_cells = 0;
  guint n_bytes = 0;
  gboolean into;

  for (xmlNode *node = table; node != NULL; node = hearsay_html_next (node, table, into))
    {
      into = TRUE;
      if (node->type == XML_TEXT_NODE && node->content != NULL)
        n_bytes += (guint) strlen ((const char *) node->content);
      else if (hearsay_html_is (node, "tr"))
        n_rows++;
      else if (hearsay_html_is (node, "td") || hearsay_html_is (node, "th"))
        n_cells++;
      else if (node != table && (hearsay_html_is (node, "table") || hearsay_html_is (node, "form")))
        return FALSE;
    }
  return n_rows >= 3 && n_cells >= 2 * n_rows && n_bytes / n_cells < 200;
}

static HearsayHtmlKind
kind_of (xmlNode *element,
         guint   *level)
{
  const char *name = (const char *) element->name;

  *level = 0;
  if (name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0')
    {
      *level = (guint) (name[1] - '0');
      return HEARSAY_HTML_HEADING;
    }
  if (hearsay_html_is (element, "p"))
    return HEARSAY_HTML_PARAGRAPH;
  if (hearsay_html_is (element, "li") || hearsay_html_is (element, "dt") || hearsay_html_is (element, "dd"))
    return HEARSAY_HTML_ITEM;
  if (hearsay_html_is (element, "blockquote") || hearsay_html_is (element, "pre"))
    return HEARSAY_HTML_QUOTE;
  if (hearsay_html_is (element, "figcaption") || hearsay_html_is (element, "figure") ||
      hearsay_html_is (element, "caption"))
    return HEARSAY_HTML_CAPTION;
  return HEARSAY_HTML_OTHER;
}

/* The kind by the nearest element that says one: a paragraph in a figure is a
 * caption, one in a list an item. */
static void
find_kind (Builder          *builder,
           HearsayHtmlBlock *block)
{
  block->kind = HEARSAY_HTML_OTHER;
  for (guint i = builder->open->len; i > 0; i--)
    {
      guint index = g_array_index (builder->open, guint, i - 1);
      xmlNode *element = g_array_index (builder->page->nodes, HearsayHtmlNode, index).element;
      guint level;
      HearsayHtmlKind kind = kind_of (element, &level);

      if (kind == HEARSAY_HTML_CAPTION)
        {
          block->kind = kind;
          return;
        }
      if (block->kind == HEARSAY_HTML_OTHER || (block->kind == HEARSAY_HTML_PARAGRAPH && kind == HEARSAY_HTML_ITEM))
        {
          block->kind = kind;
          block->level = level;
        }
      if (builder->open->len - i > 12)
        return;
    }
}

static void
flush (Builder *builder)
{
  g_autofree char *valid = NULL;
  HearsayHtmlBlock block = { 0 };

  builder->n_breaks = 0;
  if (builder->text->len == 0)
    return;
  valid = g_utf8_make_valid (builder->text->str, (gssize) builder->text->len);
  block.text = hearsay_tidy_spaces (valid);
  g_string_truncate (builder->text, 0);
  block.n_linked = builder->n_linked;
  builder->n_linked = 0;
  if (block.text[0] == '\0')
    {
      g_free (block.text);
      return;
    }
  block.n_characters = (guint) g_utf8_strlen (block.text, -1);
  block.n_linked = MIN (block.n_linked, block.n_characters);
  block.node = g_array_index (builder->open, guint, builder->open->len - 1);
  find_kind (builder, &block);
  if (builder->n_rows > 0 && block.kind != HEARSAY_HTML_CAPTION)
    block.kind = HEARSAY_HTML_ROW;
  g_array_append_val (builder->page->blocks, block);
}

static guint
count_characters (const char *text)
{
  guint n = 0;
  gboolean blank = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean space = g_ascii_isspace (*p);

      n += ((guint8) *p & 0xc0) != 0x80 && !(space && blank) ? 1 : 0;
      blank = space;
    }
  return n;
}

static void
add_text (Builder    *builder,
          const char *text)
{
  if (text[strspn (text, " \t\r\n\f")] == '\0')
    {
      if (builder->text->len > 0)
        g_string_append_c (builder->text, ' ');
      return;
    }
  /* Two line breaks part paragraphs where there are no elements for them. */
  if (builder->n_breaks >= 2)
    flush (builder);
  builder->n_breaks = 0;
  if (builder->n_links > 0)
    builder->n_linked += count_characters (text);
  g_string_append (builder->text, text);
}

static void
enter (Builder *builder,
       xmlNode *element)
{
  HearsayHtmlNode node = { .element = element, .first_block = builder->page->blocks->len };
  guint index = builder->page->nodes->len;

  if (builder->open->len > 0)
    node.parent = g_array_index (builder->open, guint, builder->open->len - 1);
  g_array_append_val (builder->page->nodes, node);
  g_array_append_val (builder->open, index);
}

static void
leave (Builder *builder)
{
  guint index = g_array_index (builder->open, guint, builder->open->len - 1);

  g_array_index (builder->page->nodes, HearsayHtmlNode, index).end_block = builder->page->blocks->len;
  g_array_set_size (builder->open, builder->open->len - 1);
}

/* Returns whether what is in @element is to be walked through. */
static gboolean
begin_element (Builder *builder,
               xmlNode *element)
{
  if (hearsay_html_is (element, "br"))
    {
      builder->n_breaks++;
      if (builder->text->len > 0)
        g_string_append_c (builder->text, ' ');
      return FALSE;
    }
  if (is_hidden (element))
    {
      if (!is_one_of (element, inline_names))
        g_string_append_c (builder->text, ' ');
      return FALSE;
    }
  if (hearsay_html_is (element, "a"))
    builder->n_links++;
  if (is_one_of (element, inline_names))
    return TRUE;
  if (builder->n_rows > 0 && !hearsay_html_is (element, "tr"))
    {
      g_string_append_c (builder->text, ' ');
      return TRUE;
    }
  flush (builder);
  if (hearsay_html_is (element, "tr") && element->parent != NULL)
    {
      xmlNode *table = element->parent;

      while (table != NULL && table->type == XML_ELEMENT_NODE && !hearsay_html_is (table, "table"))
        table = table->parent;
      if (table != NULL && table->type == XML_ELEMENT_NODE && table->_private != NULL)
        builder->n_rows++;
    }
  else if (hearsay_html_is (element, "table") && is_data_table (element))
    element->_private = element;
  enter (builder, element);
  return TRUE;
}

static void
end_element (Builder *builder,
             xmlNode *element)
{
  if (hearsay_html_is (element, "a") && builder->n_links > 0)
    builder->n_links--;
  if (is_one_of (element, inline_names))
    return;
  if (builder->n_rows > 0 && !hearsay_html_is (element, "tr"))
    return;
  flush (builder);
  if (builder->n_rows > 0)
    builder->n_rows--;
  leave (builder);
}

static void
clear_block (gpointer data)
{
  HearsayHtmlBlock *block = data;

  g_free (block->text);
}

/**
 * hearsay_html_page_new:
 * @root: the element whose words are wanted, such as the body; must outlive the result
 *
 * Cuts what is shown of a page into blocks. Does not recurse: the tree may be
 * as deep as its author liked.
 *
 * Returns: (transfer full): elements and blocks in document order
 */
HearsayHtmlPage *
hearsay_html_page_new (xmlNode *root)
{
  HearsayHtmlPage *self = g_new0 (HearsayHtmlPage, 1);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) text = g_string_new (NULL);
  Builder builder = { .page = self, .open = open, .text = text };
  xmlNode *node = root->children;

  self->nodes = g_array_new (FALSE, FALSE, sizeof (HearsayHtmlNode));
  self->blocks = g_array_new (FALSE, FALSE, sizeof (HearsayHtmlBlock));
  g_array_set_clear_func (self->blocks, clear_block);
  enter (&builder, root);
  while (node != NULL)
    {
      if (node->type == XML_TEXT_NODE && node->content != NULL)
        add_text (&builder, (const char *) node->content);
      else if (node->type == XML_ELEMENT_NODE && begin_element (&builder, node))
        {
          if (node->children != NULL)
            {
              node = node->children;
              continue;
            }
          end_element (&builder, node);
        }
      while (node != root && node->next == NULL)
        {
          node = node->parent;
          if (node != root)
            end_element (&builder, node);
        }
      node = node == root ? NULL : node->next;
    }
  flush (&builder);
  leave (&builder);
  return self;
}

void
hearsay_html_page_free (HearsayHtmlPage *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->nodes);
  g_array_unref (self->blocks);
  g_free (self);
}
