/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "io/hearsay-date-words.h"
#include "io/hearsay-decode.h"
#include "io/hearsay-front-matter.h"
#include "io/hearsay-html.h"

/* Each fact has a chain of places, the most reliable first; the first that
 * says something counts. */

typedef struct
{
  GHashTable *metas;  /* name in lower case → content, the first of each */
  char *title;        /* of the <title> element */
  GPtrArray *h1s;     /* char * */
  GPtrArray *authors; /* char *: of rel=author and itemprop=author */
  GPtrArray *bylines; /* char *: of elements whose class says byline or author */
  GPtrArray *times;   /* char *: datetime of <time> */
  GPtrArray *visible; /* char *: short lines of the page that may be a date or a by-line */
  char *language;
} Found;

static void
add_meta (Found   *found,
          xmlNode *element)
{
  static const char *const keys[] = { "property", "name", "itemprop", "http-equiv" };
  g_autofree char *content = hearsay_html_dup_attribute (element, "content");

  if (content == NULL || content[0] == '\0')
    return;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *name = hearsay_html_dup_attribute (element, keys[i]);
      g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

      if (lower != NULL && !g_hash_table_contains (found->metas, lower))
        g_hash_table_insert (found->metas, g_steal_pointer (&lower), g_strdup (content));
    }
}

static gboolean
attribute_has (xmlNode    *element,
               const char *attribute,
               const char *word)
{
  g_autofree char *value = hearsay_html_dup_attribute (element, attribute);
  g_autofree char *lower = value != NULL ? g_ascii_strdown (value, -1) : NULL;

  return lower != NULL && strstr (lower, word) != NULL;
}

static void
look_at (Found   *found,
         xmlNode *element)
{
  if (hearsay_html_is (element, "meta"))
    add_meta (found, element);
  else if (hearsay_html_is (element, "title") && found->title == NULL)
    found->title = hearsay_html_dup_text (element);
  else if (hearsay_html_is (element, "html") && found->language == NULL)
    found->language = hearsay_html_dup_attribute (element, "lang");
  else if (hearsay_html_is (element, "h1") && found->h1s->len < 8)
    g_ptr_array_add (found->h1s, hearsay_html_dup_text (element));
  else if (hearsay_html_is (element, "time") && found->times->len < 8)
    {
      char *value = hearsay_html_dup_attribute (element, "datetime");

      if (value != NULL)
        g_ptr_array_add (found->times, value);
    }
  if (element->properties == NULL || found->authors->len >= 8)
    return;
  if (attribute_has (element, "rel", "author") || attribute_has (element, "itemprop", "author"))
    g_ptr_array_add (found->authors, hearsay_html_dup_text (element));
  else if (found->bylines->len < 8 && (attribute_has (element, "class", "byline") || attribute_has (element, "class", "author")))
    g_ptr_array_add (found->bylines, hearsay_html_dup_text (element));
}

static const char *
meta (const Found *found,
      const char  *name)
{
  return g_hash_table_lookup (found->metas, name);
}

static const char *
first_meta (const Found       *found,
            const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *value = meta (found, names[i]);

      if (value != NULL)
        return value;
    }
  return NULL;
}

/* Whether at least half of the words of @title also stand in @text. */
static gboolean
shares_words (const char *title,
              const char *text)
{
  g_autofree char *one = g_utf8_casefold (title, -1);
  g_autofree char *two = text != NULL ? g_utf8_casefold (text, -1) : g_strdup ("");
  g_auto (GStrv) words = g_strsplit_set (one, " ,.:;!?\"'", -1);
  guint n = 0;
  guint n_shared = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] == '\0')
        continue;
      n++;
      n_shared += strstr (two, words[i]) != NULL ? 1 : 0;
    }
  return n > 0 && n_shared * 2 >= n;
}

static gboolean
is_plausible_title (const Found *found,
                    const char  *title)
{
  if (title == NULL || title[0] == '\0' || strlen (title) > 400)
    return FALSE;
  if (found->title == NULL && found->h1s->len == 0)
    return TRUE;
  if (shares_words (title, found->title))
    return TRUE;
  for (guint i = 0; i < found->h1s->len; i++)
    {
      if (shares_words (title, g_ptr_array_index (found->h1s, i)))
        return TRUE;
    }
  return FALSE;
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strv_length (words);
}

/* Cuts the name of the site off “Ferry stays | The Alder Gazette”. */
static char *
cut_title (const char *title,
           const char *site)
{
  static const char *const separators[] = { " | ", " - ", " – ", " — ", " · ", " :: ", " » ", " // ", " • " };
  g_autofree char *text = hearsay_tidy_spaces (title);
  char *cut = NULL;
  gsize width = 0;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      char *at = g_strrstr (text, separators[i]);

      if (at != NULL && at > cut)
        {
          cut = at;
          width = strlen (separators[i]);
        }
    }
  if (cut == NULL)
    return g_steal_pointer (&text);
  if (site != NULL && g_str_has_prefix (text, site) && strlen (cut + width) > strlen (site))
    return g_strdup (cut + width);
  *cut = '\0';
  if ((site != NULL && g_ascii_strcasecmp (cut + width, site) == 0) ||
      (count_words (text) >= 3 && count_words (cut + width) <= 5))
    return g_strdup (text);
  *cut = ' ';
  return g_steal_pointer (&text);
}

static char *
dup_title (const Found                 *found,
           const HearsayHtmlLinkedData *linked)
{
  static const char *const names[] = { "og:title", "twitter:title", "dc.title", "dc:title", "sailthru.title", NULL };
  const char *site = meta (found, "og:site_name");

  if (is_plausible_title (found, linked->headline))
    return hearsay_tidy_spaces (linked->headline);
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (is_plausible_title (found, meta (found, names[i])))
        return cut_title (meta (found, names[i]), site);
    }
  if (found->title != NULL && found->title[0] != '\0')
    {
      g_autofree char *cut = cut_title (found->title, site);

      /* A headline that the title begins with is the title without the rest. */
      for (guint i = 0; i < found->h1s->len; i++)
        {
          const char *h1 = g_ptr_array_index (found->h1s, i);

          if (strlen (h1) > 10 && g_str_has_prefix (found->title, h1))
            return g_strdup (h1);
        }
      return g_steal_pointer (&cut);
    }
  return found->h1s->len > 0 ? g_strdup (g_ptr_array_index (found->h1s, 0)) : NULL;
}

/* A name, not an address, a date or half an article. */
static char *
dup_if_byline (const char *text)
{
  g_autofree char *byline = NULL;

  if (text == NULL || strlen (text) > 200 || strstr (text, "://") != NULL)
    return NULL;
  byline = hearsay_byline_tidy (text);
  if (byline == NULL || count_words (byline) > 14 || g_ascii_isdigit (byline[0]))
    return NULL;
  return g_steal_pointer (&byline);
}

static char *
dup_byline (const Found                 *found,
            const HearsayHtmlLinkedData *linked)
{
  static const char *const names[] = {
    "author", "dc.creator", "dc:creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl", "article:author", "twitter:creator_name", NULL,
  };
  char *byline = dup_if_byline (linked->author);

  for (guint i = 0; byline == NULL && names[i] != NULL; i++)
    byline = dup_if_byline (meta (found, names[i]));
  for (guint i = 0; byline == NULL && i < found->authors->len; i++)
    byline = dup_if_byline (g_ptr_array_index (found->authors, i));
  for (guint i = 0; byline == NULL && i < found->bylines->len; i++)
    byline = dup_if_byline (g_ptr_array_index (found->bylines, i));
  for (guint i = 0; byline == NULL && i < found->visible->len; i++)
    {
      const char *line = g_ptr_array_index (found->visible, i);

      if (hearsay_line_classify (line) == HEARSAY_LINE_BYLINE)
        byline = dup_if_byline (line);
    }
  return byline;
}

static gboolean
take_date (HearsayDate *date,
           const char  *text)
{
  const char *start;
  const char *end;

  if (text == NULL || strlen (text) > 200)
    return FALSE;
  return hearsay_date_words_scan (text, date) != NULL || hearsay_date_words_find (text, date, &start, &end);
}

static HearsayDate
find_published (const Found                 *found,
                const HearsayHtmlLinkedData *linked)
{
  static const char *const names[] = {
    "article:published_time", "datepublished", "article:published", "og:published_time", "og:article:published_time", "pubdate",
    "publishdate", "publish-date", "publication_date", "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created",
    "sailthru.date", "parsely-pub-date", "article.published", "ptime", "displaydate", "originalpublicationdate", "datecreated",
    "article_date_original", "cxenseparse:recs:publishtime", "publishedat", NULL,
  };
  HearsayDate date;

  if (take_date (&date, linked->published))
    return date;
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (take_date (&date, meta (found, names[i])))
        return date;
    }
  /* A line of the page says it in so many words; the first <time> is often another story's. */
  for (guint i = 0; i < found->visible->len; i++)
    {
      HearsayDocument probe = { 0 };
      HearsayLineKind kind = hearsay_front_matter_take (&probe, g_ptr_array_index (found->visible, i));
      HearsayDate published = probe.published;

      g_free (probe.title);
      g_free (probe.byline);
      g_free (probe.publisher);
      g_free (probe.section);
      if ((kind == HEARSAY_LINE_DATE || kind == HEARSAY_LINE_BYLINE) && hearsay_date_is_set (published))
        return published;
    }
  for (guint i = 0; i < found->times->len; i++)
    {
      if (take_date (&date, g_ptr_array_index (found->times, i)))
        return date;
    }
  return HEARSAY_DATE_NONE;
}

static char *
dup_language (const Found                 *found,
              const HearsayHtmlLinkedData *linked)
{
  const char *language = found->language;
  char *tag;

  if (language == NULL || language[0] == '\0')
    language = meta (found, "content-language");
  if (language == NULL || language[0] == '\0')
    language = linked->language != NULL ? linked->language : meta (found, "og:locale");
  if (language == NULL || !g_ascii_isalpha (language[0]) || strlen (language) > 16)
    return NULL;
  tag = g_ascii_strdown (language, (gssize) strcspn (language, "-_,; "));
  if (strlen (tag) == 2 || strlen (tag) == 3)
    return tag;
  g_free (tag);
  return NULL;
}

static void
collect (Found   *found,
         xmlNode *root)
{
  for (xmlNode *node = root; node != NULL; node = hearsay_html_next (node, root, TRUE))
    {
      if (node->type == XML_ELEMENT_NODE)
        look_at (found, node);
      else if (node->type == XML_TEXT_NODE && node->content != NULL && found->visible->len < 64)
        {
          g_autofree char *valid = NULL;
          g_autofree char *line = NULL;

          if (strlen ((const char *) node->content) > 400 || node->parent == NULL ||
              hearsay_html_is (node->parent, "script") || hearsay_html_is (node->parent, "style"))
            continue;
          valid = g_utf8_make_valid ((const char *) node->content, -1);
          line = hearsay_tidy_spaces (valid);
          if (strlen (line) >= 8 && strlen (line) <= 120 &&
              (hearsay_line_classify (line) == HEARSAY_LINE_DATE || hearsay_line_classify (line) == HEARSAY_LINE_BYLINE))
            g_ptr_array_add (found->visible, g_steal_pointer (&line));
        }
    }
}

/**
 * hearsay_html_take_metadata:
 * @document: gets what is found
 * @root: the page's root element
 * @linked: what its JSON-LD says
 *
 * Fills in title, by-line, publisher, section, language and date.
 */
void
hearsay_html_take_metadata (HearsayDocument       *document,
                            xmlNode               *root,
                            HearsayHtmlLinkedData *linked)
{
  static const char *const sections[] = { "article:section", "section", "parsely-section", "og:section", NULL };
  static const char *const publishers[] = { "og:site_name", "application-name", "dc.publisher", "publisher", NULL };
  Found found = { 0 };
  const char *section;
  const char *publisher;

  g_return_if_fail (document != NULL && root != NULL && linked != NULL);

  found.metas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  found.h1s = g_ptr_array_new_with_free_func (g_free);
  found.authors = g_ptr_array_new_with_free_func (g_free);
  found.bylines = g_ptr_array_new_with_free_func (g_free);
  found.times = g_ptr_array_new_with_free_func (g_free);
  found.visible = g_ptr_array_new_with_free_func (g_free);
  collect (&found, root);

  document->title = dup_title (&found, linked);
  document->byline = dup_byline (&found, linked);
  document->published = find_published (&found, linked);
  document->language = dup_language (&found, linked);
  section = linked->section != NULL ? linked->section : first_meta (&found, sections);
  if (section != NULL)
    document->section = hearsay_section_tidy (section);
  publisher = linked->publisher != NULL ? linked->publisher : first_meta (&found, publishers);
  if (publisher != NULL)
    document->publisher = hearsay_tidy_spaces (publisher);

  g_hash_table_unref (found.metas);
  g_ptr_array_unref (found.h1s);
  g_ptr_array_unref (found.authors);
  g_ptr_array_unref (found.bylines);
  g_ptr_array_unref (found.times);
  g_ptr_array_unref (found.visible);
  g_free (found.title);
  g_free (found.language);
}
