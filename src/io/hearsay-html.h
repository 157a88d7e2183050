/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include <libxml/tree.h>

#include "io/hearsay-document.h"

G_BEGIN_DECLS

/* What the readers of web pages share among themselves. */

/**
 * HearsayHtmlKind:
 *
 * What kind of element a block stands in.
 */
typedef enum
{
  HEARSAY_HTML_OTHER, /* a div or a cell with words of its own */
  HEARSAY_HTML_PARAGRAPH,
  HEARSAY_HTML_HEADING,
  HEARSAY_HTML_ITEM,
  HEARSAY_HTML_QUOTE,
  HEARSAY_HTML_ROW,     /* of a data table */
  HEARSAY_HTML_CAPTION,
} HearsayHtmlKind;

/**
 * HearsayHtmlBlock:
 * @text: one line, trimmed, never empty
 * @n_characters: of @text
 * @n_linked: characters of it that stand in links
 * @node: index of the element it stands in
 * @level: of a heading, 1 to 6, else 0
 * @dead: cut away by a rule
 *
 * A stretch of words that is shown without a break.
 */
typedef struct
{
  char *text;
  guint n_characters;
  guint n_linked;
  guint node;
  HearsayHtmlKind kind;
  guint level;
  gboolean dead;
} HearsayHtmlBlock;

/**
 * HearsayHtmlNode:
 * @element: the element
 * @parent: index of the element around it; the root is its own
 * @first_block: index of the first block in it
 * @end_block: index behind the last one
 *
 * An element that is shown. In document order, so that what lies in one is a
 * run of blocks.
 */
typedef struct
{
  xmlNode *element;
  guint parent;
  guint first_block;
  guint end_block;
} HearsayHtmlNode;

/**
 * HearsayHtmlPage:
 * @nodes: (element-type HearsayHtmlNode): in document order
 * @blocks: (element-type HearsayHtmlBlock): in document order
 */
typedef struct
{
  GArray *nodes;
  GArray *blocks;
} HearsayHtmlPage;

HearsayHtmlPage *hearsay_html_page_new       (xmlNode         *root) G_GNUC_WARN_UNUSED_RESULT;
void             hearsay_html_page_free      (HearsayHtmlPage *self);
char            *hearsay_html_page_dup_body  (HearsayHtmlPage *self,
                                              const char      *title) G_GNUC_WARN_UNUSED_RESULT;
char            *hearsay_html_dup_attribute  (xmlNode         *element,
                                              const char      *name) G_GNUC_WARN_UNUSED_RESULT;
gboolean         hearsay_html_is             (const xmlNode   *element,
                                              const char      *name);
char            *hearsay_html_dup_text       (xmlNode         *element) G_GNUC_WARN_UNUSED_RESULT;
xmlNode         *hearsay_html_next           (xmlNode         *node,
                                              xmlNode         *root,
                                              gboolean         into);

/**
 * HearsayHtmlLinkedData:
 *
 * What a page's JSON-LD says of the article; each may be missing.
 */
typedef struct
{
  char *headline;
  char *author;
  char *published;
  char *publisher;
  char *section;
  char *language;
  char *body;
} HearsayHtmlLinkedData;

void             hearsay_html_linked_data_read  (HearsayHtmlLinkedData *self,
                                                 const char            *json);
void             hearsay_html_linked_data_clear (HearsayHtmlLinkedData *self);
void             hearsay_html_take_metadata     (HearsayDocument       *document,
                                                 xmlNode               *root,
                                                 HearsayHtmlLinkedData *linked);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayHtmlPage, hearsay_html_page_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HearsayHtmlLinkedData, hearsay_html_linked_data_clear)

G_END_DECLS
