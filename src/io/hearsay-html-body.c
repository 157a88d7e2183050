/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "io/hearsay-front-matter.h"
#include "io/hearsay-html.h"

/* The method: every block has a worth, positive for running text and negative
 * for lists of links and other short pieces. What is named as something else
 * (comments, teasers, share buttons) is cut away first, unless it holds most
 * of the page's running text. The article is the element whose blocks are
 * worth most together; its beginning, end and inside are then cleaned. */

#define MAX_WORTH 1200.0
/* A piece that is not running text costs this much, whatever its length. */
#define PIECE_COST 14.0
/* The share of the page's running text beyond which a name is not believed. */
#define MAX_NAMED_SHARE 0.5
/* Blocks at the beginning among which a by-line or a date may stand. */
#define MAX_HEAD 6

/* Whole words of class and id that name what is not the article. */
static const char *const foreign_words[] = {
  "ad", "ads", "advert", "adverts", "advertisement", "advertising", "addthis", "aside", "author", "authorbox", "authors",
  "banner", "bio", "biography", "blogroll", "breadcrumb", "breadcrumbs", "byline", "bylines", "byl", "caption", "captions",
  "carousel", "category", "categories", "cookie", "cookies", "copyright", "credit", "credits", "dfp", "disqus", "dateline",
  "donate", "embed", "facebook", "fb", "flyout", "follow", "footer", "gallery", "hide", "hidden", "legend", "links", "login",
  "masthead", "menu", "meta", "metadata", "modal", "morefrom", "moreon", "mostpopular", "nav", "navbar", "navigation",
  "newsletter", "nextprev", "outbrain", "overlay", "pager", "pagination", "paywall", "pinterest", "popular", "popup",
  "postmeta", "prevnext", "print", "promo", "promos", "promoted", "promotion", "rating", "ratings", "readmore", "recirc",
  "recirculation", "recommend", "recommended", "recommendations", "related", "relatedposts", "rss", "sharing", "share",
  "shares", "sharebar", "sharedaddy", "shop", "sidebar", "signup", "skip", "slideshow", "social", "sponsor", "sponsored",
  "sponsors", "sticky", "subscribe", "subscription", "subnav", "taboola", "tag", "tags", "teaser", "teasers", "thumbnail",
  "timestamp", "toc", "toolbar", "tooltip", "topics", "trending", "tweet", "twitter", "video", "weather", "widget", "widgets",
  "zergnet", NULL,
};

/* Where readers write: cut away even where they wrote more than the author. */
static const char *const comment_words[] = {
  "comment", "comments", "commentlist", "commentary-list", "commenting", "discussion", "disqus", "replies", "respond", "responses", NULL,
};

/* What is often part of the name of something that holds the article. */
static const char *const own_words[] = {
  "article", "articlebody", "body", "column", "columns", "container", "content", "entry", "grid", "has", "layout", "main",
  "no", "page", "post", "row", "story", "text", "with", "without", "wrap", "wrapper", NULL,
};

static HearsayHtmlBlock *
block_at (HearsayHtmlPage *page,
          guint            index)
{
  return &g_array_index (page->blocks, HearsayHtmlBlock, index);
}

static HearsayHtmlNode *
node_at (HearsayHtmlPage *page,
         guint            index)
{
  return &g_array_index (page->nodes, HearsayHtmlNode, index);
}

static gboolean
is_mostly_linked (const HearsayHtmlBlock *block)
{
  return block->n_linked * 2 > block->n_characters;
}

/* Sentences: long enough, ended as one, and not a list of links. */
static gboolean
is_running_text (const HearsayHtmlBlock *block)
{
  if (block->kind == HEARSAY_HTML_HEADING || block->kind == HEARSAY_HTML_CAPTION || block->kind == HEARSAY_HTML_ROW ||
      is_mostly_linked (block))
    return FALSE;
  if (block->n_characters >= 140)
    return TRUE;
  return block->n_characters >= 25 && hearsay_line_ends_sentence (block->text);
}

static double
worth_of (const HearsayHtmlBlock *block)
{
  double plain = block->n_characters - block->n_linked;
  double linked = block->n_linked;

  if (is_running_text (block))
    return MIN (plain, MAX_WORTH) - linked * 0.5;
  switch (block->kind)
    {
    case HEARSAY_HTML_HEADING:
    case HEARSAY_HTML_CAPTION:
      return is_mostly_linked (block) ? -PIECE_COST - linked : 0.0;
    case HEARSAY_HTML_ROW:
      return is_mostly_linked (block) ? -PIECE_COST : 2.0;
    case HEARSAY_HTML_ITEM:
      return is_mostly_linked (block) ? -PIECE_COST - linked * 0.5 : MIN (plain * 0.2, 10.0);
    case HEARSAY_HTML_PARAGRAPH:
    case HEARSAY_HTML_QUOTE:
      return is_mostly_linked (block) ? -PIECE_COST - linked * 0.5 : MIN (plain * 0.3, 12.0);
    case HEARSAY_HTML_OTHER:
    default:
      return -PIECE_COST - linked * 0.5;
    }
}

/* Splits “sharedWidget-list_3” into lower-case words and looks each up. */
static gboolean
has_word (const char        *names,
          const char *const *words)
{
  GString *word = g_string_new (NULL);
  gboolean found = FALSE;

  for (const char *p = names;; p++)
    {
      gboolean letter = g_ascii_isalpha (*p);

      if (letter && !(g_ascii_isupper (*p) && p > names && g_ascii_islower (p[-1])))
        {
          g_string_append_c (word, g_ascii_tolower (*p));
          continue;
        }
      if (word->len > 1 && g_strv_contains (words, word->str))
        found = TRUE;
      g_string_truncate (word, 0);
      if (*p == '\0' || found)
        break;
      if (letter)
        g_string_append_c (word, g_ascii_tolower (*p));
    }
  g_string_free (word, TRUE);
  return found;
}

typedef enum
{
  NAME_NOTHING,
  NAME_FOREIGN,
  NAME_COMMENTS,
} NameKind;

static NameKind
kind_by_name (xmlNode *element)
{
  g_autofree char *class = NULL;
  g_autofree char *id = NULL;
  g_autofree char *names = NULL;

  if (hearsay_html_is (element, "aside") || hearsay_html_is (element, "footer") || hearsay_html_is (element, "fieldset"))
    return NAME_FOREIGN;
  if (element->properties == NULL || hearsay_html_is (element, "body") || hearsay_html_is (element, "article") ||
      hearsay_html_is (element, "main"))
    return NAME_NOTHING;
  class = hearsay_html_dup_attribute (element, "class");
  id = hearsay_html_dup_attribute (element, "id");
  names = g_strconcat (class != NULL ? class : "", " ", id != NULL ? id : "", NULL);
  if (has_word (names, comment_words))
    return NAME_COMMENTS;
  if (!has_word (names, foreign_words))
    return NAME_NOTHING;
  return NAME_FOREIGN;
}

static gboolean
has_own_name (xmlNode *element)
{
  g_autofree char *class = hearsay_html_dup_attribute (element, "class");
  g_autofree char *id = hearsay_html_dup_attribute (element, "id");

  return (class != NULL && has_word (class, own_words)) || (id != NULL && has_word (id, own_words));
}

/* Running text before each block, and behind the last one all of it. */
static double *
sum_running_text (HearsayHtmlPage *page)
{
  double *sums = g_new0 (double, page->blocks->len + 1);

  for (guint i = 0; i < page->blocks->len; i++)
    {
      const HearsayHtmlBlock *block = block_at (page, i);

      sums[i + 1] = sums[i] + (is_running_text (block) ? block->n_characters - block->n_linked : 0);
    }
  return sums;
}

/* Cuts away the elements whose names say that they are something else. */
static void
prune_named (HearsayHtmlPage *page)
{
  g_autofree double *sums = sum_running_text (page);
  double all = sums[page->blocks->len];

  for (guint i = 1; i < page->nodes->len; i++)
    {
      const HearsayHtmlNode *node = node_at (page, i);
      double inside = sums[node->end_block] - sums[node->first_block];
      NameKind kind;

      if (node->first_block == node->end_block || block_at (page, node->first_block)->dead)
        continue;
      kind = kind_by_name (node->element);
      if (kind == NAME_NOTHING)
        continue;
      if (kind == NAME_FOREIGN && inside > all * (has_own_name (node->element) ? 0.1 : MAX_NAMED_SHARE))
        continue;
      if (kind == NAME_COMMENTS && all - inside < 250.0)
        continue;
      for (guint j = node->first_block; j < node->end_block; j++)
        block_at (page, j)->dead = TRUE;
    }
}

/* The element whose living blocks are worth most; of equals the innermost. */
static guint
find_container (HearsayHtmlPage *page)
{
  g_autofree double *sums = g_new0 (double, page->blocks->len + 1);
  double best_worth = -1.0;
  guint best = 0;

  for (guint i = 0; i < page->blocks->len; i++)
    sums[i + 1] = sums[i] + (block_at (page, i)->dead ? 0.0 : worth_of (block_at (page, i)));
  for (guint i = 0; i < page->nodes->len; i++)
    {
      const HearsayHtmlNode *node = node_at (page, i);
      double worth = sums[node->end_block] - sums[node->first_block];

      if (worth >= best_worth)
        {
          best_worth = worth;
          best = i;
        }
    }
  return best;
}

static gboolean
is_same_words (const char *a,
               const char *b)
{
  g_autofree char *one = g_utf8_casefold (a, -1);
  g_autofree char *two = g_utf8_casefold (b, -1);

  return g_str_equal (one, two);
}

/* “Read more: …”, “[VIDEO]”, “Advertisement” and other pieces inside the column. */
static gboolean
is_interruption (const HearsayHtmlBlock *block)
{
  static const char *const starts[] = {
    "advertisement", "read more", "read also", "also read", "read next", "related:", "related stories", "related articles",
    "see also", "watch:", "watch ", "more:", "more from", "more on", "more stories", "recommended", "sign up", "subscribe",
    "follow us", "follow @", "click here", "share this", "listen:", "photos:", "video:", "up next", "loading", "image copyright",
    "media caption", "image caption", "story continues", "continue reading", "scroll down", "join our", "download our", "don't miss",
    "skip to", "text size", "caption ", "hide caption", "enlarge this image", "toggle caption", "view comments", "get our",
    "trending", "tags:", "filed under", "filed to", "posted in", "topics:", "this story has been shared", "print", NULL,
  };
  g_autofree char *text = g_ascii_strdown (block->text, 200);
  gboolean brief = block->n_characters < 160;

  for (guint i = 0; brief && starts[i] != NULL; i++)
    {
      if (g_str_has_prefix (text, starts[i]))
        return !hearsay_line_ends_sentence (block->text) || block->n_characters < 60 || is_mostly_linked (block) ||
               strchr (starts[i], ':') != NULL;
    }
  if (block->kind == HEARSAY_HTML_ITEM || block->kind == HEARSAY_HTML_ROW)
    return FALSE;
  return block->n_linked * 10 >= block->n_characters * 9 && block->n_characters < 200 &&
         !(hearsay_line_ends_sentence (block->text) && block->text[strlen (block->text) - 1] == '.');
}

static void
kill_interruptions (HearsayHtmlPage *page,
                    guint            first,
                    guint            end)
{
  for (guint i = first; i < end; i++)
    {
      HearsayHtmlBlock *block = block_at (page, i);

      if (block->dead)
        continue;
      if (block->kind == HEARSAY_HTML_CAPTION || is_interruption (block))
        block->dead = TRUE;
      else if (block->n_characters < 600)
        {
          HearsayLineKind kind = hearsay_line_classify (block->text);

          block->dead = kind == HEARSAY_LINE_CAPTION || kind == HEARSAY_LINE_CHROME ||
                        strstr (block->text, "ll rights reserved") != NULL || strstr (block->text, "ll Rights Reserved") != NULL;
        }
    }
}

static gboolean
is_good (const HearsayHtmlBlock *block)
{
  return is_running_text (block) || (block->kind == HEARSAY_HTML_PARAGRAPH && block->n_characters >= 60 && !is_mostly_linked (block));
}

/* Everything before the first running text that is a date, a by-line or a
 * piece; a heading directly above the text stays when it is not the title. */
static void
trim_head (HearsayHtmlPage *page,
           guint            first,
           guint            end,
           const char      *title)
{
  guint seen = 0;
  guint start = first;

  while (start < end && (block_at (page, start)->dead || !is_good (block_at (page, start))))
    start++;
  if (start == end)
    return;
  for (guint i = first; i < start; i++)
    {
      HearsayHtmlBlock *block = block_at (page, i);
      gboolean kept = i + 1 == start && block->kind == HEARSAY_HTML_HEADING && block->level > 1 &&
                      (title == NULL || !is_same_words (block->text, title));

      block->dead = block->dead || !kept;
    }
  for (guint i = start; i < end && seen < MAX_HEAD; i++)
    {
      HearsayHtmlBlock *block = block_at (page, i);
      HearsayLineKind kind;

      if (block->dead)
        continue;
      seen++;
      kind = hearsay_line_classify (block->text);
      if (kind == HEARSAY_LINE_DATE || kind == HEARSAY_LINE_BYLINE || (title != NULL && is_same_words (block->text, title)))
        block->dead = TRUE;
    }
}

/* From the end: links, headings with nothing below them and other leftovers. */
static void
trim_tail (HearsayHtmlPage *page,
           guint            first,
           guint            end)
{
  for (guint i = end; i > first; i--)
    {
      HearsayHtmlBlock *block = block_at (page, i - 1);

      if (block->dead)
        continue;
      if (is_good (block) || block->kind == HEARSAY_HTML_ROW ||
          ((block->kind == HEARSAY_HTML_ITEM || block->kind == HEARSAY_HTML_QUOTE) && !is_mostly_linked (block)))
        return;
      if (block->kind == HEARSAY_HTML_PARAGRAPH && !is_mostly_linked (block) && block->n_characters >= 12 &&
          hearsay_line_classify (block->text) == HEARSAY_LINE_OTHER)
        return;
      block->dead = TRUE;
    }
}

/* “More from the Gazette” and the like: what follows in the same element is other stories. */
static gboolean
opens_other_stories (const HearsayHtmlBlock *block)
{
  static const char *const starts[] = {
    "more ", "related", "recommended", "you may ", "you might ", "most read", "most popular", "read more", "read next",
    "trending", "latest ", "comments", "up next", "around the web", "from the web", "editor's picks", "editors' picks",
    "something to consider", "sponsored", "popular ", "also on ", "next up", "what to read", NULL,
  };
  g_autofree char *text = NULL;

  if (block->n_characters > 60 || block->kind == HEARSAY_HTML_PARAGRAPH || block->kind == HEARSAY_HTML_ITEM ||
      block->kind == HEARSAY_HTML_ROW || hearsay_line_ends_sentence (block->text))
    return FALSE;
  text = g_ascii_strdown (block->text, -1);
  for (guint i = 0; starts[i] != NULL; i++)
    {
      if (g_str_has_prefix (text, starts[i]))
        return TRUE;
    }
  return FALSE;
}

static void
kill_other_stories (HearsayHtmlPage *page,
                    guint            first,
                    guint            end)
{
  g_autofree double *sums = sum_running_text (page);
  double middle = (sums[first] + sums[end]) / 2.0;

  for (guint i = first; i < end; i++)
    {
      guint node = block_at (page, i)->node;
      guint stop;

      if (block_at (page, i)->dead || sums[i] < middle || !opens_other_stories (block_at (page, i)))
        continue;
      /* The innermost element around it that holds more than itself. */
      while (node > 0 && node_at (page, node)->end_block == i + 1)
        node = node_at (page, node)->parent;
      stop = MIN (node_at (page, node)->end_block, end);
      for (guint j = i; j < stop; j++)
        block_at (page, j)->dead = TRUE;
    }
}

/* A heading whose section was cut away goes with it. */
static void
kill_lone_headings (HearsayHtmlPage *page,
                    guint            first,
                    guint            end)
{
  for (guint i = first; i + 1 < end; i++)
    {
      HearsayHtmlBlock *block = block_at (page, i);
      guint next = i + 1;

      if (block->dead || block->kind != HEARSAY_HTML_HEADING || !block_at (page, next)->dead)
        continue;
      while (next < end && block_at (page, next)->dead)
        next++;
      if (next == end || (block_at (page, next)->kind == HEARSAY_HTML_HEADING && block_at (page, next)->level <= block->level))
        block->dead = TRUE;
    }
}

/* The same words twice: a pull quote, or a copy for small screens. Paragraphs
 * and list items are left alone: recipes and results repeat themselves. */
static void
kill_repeats (HearsayHtmlPage *page,
              guint            first,
              guint            end)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = first; i < end; i++)
    {
      HearsayHtmlBlock *block = block_at (page, i);

      if (!block->dead && block->n_characters >= 40 && !g_hash_table_add (seen, block->text) &&
          (block->kind == HEARSAY_HTML_QUOTE || block->kind == HEARSAY_HTML_OTHER))
        block->dead = TRUE;
    }
}

/* Words of the page's headline inside the container mark where the article begins. */
static guint
find_start (HearsayHtmlPage *page,
            guint            first,
            guint            end,
            const char      *title)
{
  for (guint i = first; title != NULL && i < end; i++)
    {
      const HearsayHtmlBlock *block = block_at (page, i);

      if (block->kind == HEARSAY_HTML_HEADING && block->level <= 2 && is_same_words (block->text, title))
        return i + 1;
    }
  return first;
}

static void
append_blocks (HearsayHtmlPage *page,
               guint            first,
               guint            end,
               gboolean         dead_too,
               GString         *body)
{
  for (guint i = first; i < end; i++)
    {
      const HearsayHtmlBlock *block = block_at (page, i);

      if (!block->dead || (dead_too && !is_mostly_linked (block)))
        g_string_append_printf (body, "%s%s", body->len > 0 ? "\n\n" : "", block->text);
    }
}

/**
 * hearsay_html_page_dup_body:
 * @title: (nullable): the article's title, which is not part of its body
 *
 * Finds the article among the blocks; the others are marked dead. Linear in
 * the size of the page.
 *
 * Returns: (transfer full): paragraphs parted by an empty line; where no rule
 *   finds an article, all that is not a link
 */
char *
hearsay_html_page_dup_body (HearsayHtmlPage *self,
                            const char      *title)
{
  GString *body = g_string_new (NULL);
  const HearsayHtmlNode *container;
  guint first;
  guint end;

  g_return_val_if_fail (self != NULL, NULL);

  prune_named (self);
  container = node_at (self, find_container (self));
  end = container->end_block;
  first = find_start (self, container->first_block, end, title);
  kill_other_stories (self, first, end);
  kill_interruptions (self, first, end);
  trim_head (self, first, end, title);
  trim_tail (self, first, end);
  kill_lone_headings (self, first, end);
  kill_repeats (self, first, end);
  append_blocks (self, first, end, FALSE, body);
  if (body->len == 0)
    append_blocks (self, 0, self->blocks->len, TRUE, body);
  return g_string_free (body, FALSE);
}
