/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-issues.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/hearsay-lexicon.h"
#include "analysis/hearsay-attitudes.h"
#include "model/hearsay-wording-key.h"

#define MAX_WORDS 3

/* Speakers that are told apart for one candidate. */
#define MAX_SPEAKERS 8

/* An article has at least this many issues where it has that many candidates at all. */
#define ENOUGH 3

/* Beyond those, an issue must be worth this share of the weightiest one. */
#define MIN_SHARE 0.2

/* What its commonest sense is the name of. */
enum
{
  CLASS_UNKNOWN,
  CLASS_ABSTRACT, /* acts, ideas, events, states: what may be argued about */
  CLASS_GROUP,
  CLASS_CONCRETE, /* things, places, people, amounts, times */
};

/* A wording of something that may be argued about. */
typedef struct
{
  char *key;  /* singular, synonyms joined, country pairs in one order */
  char *head; /* the key's last word */
  char *name; /* as it stood first */
  guint n_words;
  guint n_statements;
  guint n_mentions;
  guint n_speakers;
  gint32 speakers[MAX_SPEAKERS];
  gint32 last_statement; /* the last one it was counted for */
  guint8 class;          /* of its last word */
  gboolean in_title;
  gboolean of_nouns; /* “tax return”, not “investigative entity” */
  guint32 first;
  gint32 issue;
} Candidate;

typedef struct
{
  const HearsayClosed *closed;
  const guint8 *xpos;
  const gint32 *statement; /* of every token: an attribution in whose content it stands, or -1 */
  const HearsayIssueSource *source;
  GHashTable *by_key;
  GPtrArray *candidates; /* in text order */
} Search;

static void
candidate_free (gpointer data)
{
  Candidate *self = data;

  g_free (self->key);
  g_free (self->head);
  g_free (self->name);
  g_free (self);
}

/* Nouns that are everywhere and name nothing to argue about. */
static gboolean
is_empty_noun (const char *word)
{
  static const char *const nouns[] = {
    "ability", "amount", "area", "basis", "bit", "case", "comment", "content", "country", "couple", "day", "decade", "effort", "end", "era",
    "example", "fact", "group", "hour", "idea", "interview", "issue", "kind", "leader", "level", "lot", "man", "manner", "matter",
    "member", "minute", "moment", "month", "morning", "name", "nation", "news", "night", "number", "one", "other", "part", "people", "percent",
    "person", "place", "point", "question", "reason", "remark", "report", "reporter", "result", "role", "saying", "second", "side", "side",
    "something", "sort", "spokesman", "state", "statement", "term", "thing", "time", "today", "way", "week", "woman", "word", "work",
    "world", "year", "anything", "everything", "nothing", "someone", "anyone", "everyone", "guy", "folk", "life", "hand", "eye", "head",
    "course", "sphere", "domain", "need", "others", "president", "expert", "analyst", "official", "campaign", "candidate", "leader",
    "speech", "article", "story", "room", "door", "home", "house", "family", "friend", "job", "money", "chance", "recent", "possibility",
    "limit", "yesterday", "tomorrow", "tonight", "afternoon", "evening", "weekend", "lead", "initiative",
    "stop", "trail", "rally", "event", "visit", "trip", "conference", "meeting", "interview", "video", "footage", "page", "site", "website", "post",
  };

  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (strcmp (word, nouns[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Nouns that name something to argue about only together with others: “immunity deal”. */
static gboolean
is_thin_noun (const char *word)
{
  static const char *const nouns[] = {
    "concern", "threat", "measure", "consequence", "violation", "disregard", "importance", "effort", "allegation", "criticism",
    "progress", "enthusiasm", "integrity", "revenue", "protection", "ballot", "truth", "honesty", "confidence", "strength", "growth",
    "leadership", "judgment", "temperament", "character", "courage", "passion", "energy", "faith", "credit", "responsibility", "role",
    "lack", "order", "color", "potential", "damage", "individual", "body", "rule", "entity", "standard", "level", "approach", "plan", "goal",
    "value", "spirit", "respect", "test", "ground", "fire", "hope", "fear", "doubt", "risk", "chance", "point", "purpose",
    "disgrace", "insult",
    "mistake", "devil", "joke", "shame", "mess", "problem", "trouble", "thought", "feeling", "voice", "interest", "power", "example",
    "change", "answer", "opinion", "view", "belief", "claim", "quote", "tweet", "email", "letter", "message", "video", "footage", "photo",
    "picture", "interview", "conference", "meeting", "event", "stop", "visit", "trip", "call", "conversation", "discussion", "hearing",
    "testimony", "document", "record", "information", "detail", "evidence", "decision", "action", "move", "step", "process", "situation",
    "condition", "opportunity", "experience", "history", "past", "future", "present", "success", "failure", "help", "use", "attempt",
    "start", "beginning", "increase", "rise", "fall", "average", "total", "rate", "share", "majority", "rest", "half", "dollar", "cent",
    "sense", "word", "language", "tone", "attention", "focus", "line", "list", "post", "page", "site", "show", "book", "movie", "game",
    "support", "response", "reaction", "comparison", "difference", "type", "form", "series", "range", "variety", "stage", "race", "run",
    "bid", "nominee", "nomination", "ticket", "debate", "supporter", "voter", "crowd", "audience", "host", "anchor", "colleague",
    "source", "aide", "staff", "team", "member", "office", "position", "post", "career", "background", "reputation", "behavior", "attitude",
    "agreement", "deal", "thank", "lot", "favor", "advantage", "benefit", "cause", "effect", "impact", "account", "date", "clip", "phone",
  };

  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (strcmp (word, nouns[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Wordings of one thing. */
static const char *
join_synonym (const char *word)
{
  static const char *const pairs[][2] = {
    { "union", "alliance" }, { "pact", "alliance" }, { "ties", "relation" }, { "tie", "relation" }, { "relationship", "relation" },
    { "tariff", "tariff" }, { "levy", "tariff" }, { "gun", "firearm" }, { "cooperation", "cooperation" },
    { "collaboration", "cooperation" }, { "immigrant", "immigration" }, { "migrant", "immigration" }, { "election", "election" },
    { "deal", "agreement" }, { "accord", "agreement" }, { "drill", "exercise" }, { "talk", "negotiation" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (strcmp (word, pairs[i][0]) == 0)
      return pairs[i][1];
  return word;
}

/* “Russia-China” and “China-Russia” are one pair. */
static char *
dup_pair (const char *lower)
{
  g_auto (GStrv) parts = g_strsplit (lower, "-", 3);

  if (g_strv_length (parts) == 2 && strcmp (parts[0], parts[1]) > 0)
    return g_strconcat (parts[1], "-", parts[0], NULL);
  return g_strdup (lower);
}

/* Whether a hyphenated word names a pair of countries. */
static gboolean
is_pair (const HearsayText *text,
         guint32            token)
{
  guint n_parts;
  const HearsayTokenPart *parts = hearsay_text_get_parts (text, token, &n_parts);

  if (n_parts != 2)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      const HearsayKnownName *known = hearsay_lexicon_name (text->text + parts[i].start, parts[i].end - parts[i].start);

      if (known == NULL || known->kind != HEARSAY_ACTOR_COUNTRY || known->form == HEARSAY_NAME_PLACE)
        return FALSE;
    }
  return TRUE;
}

/* “Crazy system”, “last campaign”: a judgement or an order is no part of what is argued about. */
static gboolean
tells_apart (const Search *search,
             guint32       i)
{
  static const char *const plain[] = {
    "last", "next", "first", "second", "third", "new", "old", "other", "many", "same", "such", "own", "more", "several", "recent", "current",
    "former", "potential", "possible", "likely", "latest", "previous", "past", "future", "big", "small", "large", "little", "long", "short",
    "high", "low", "full", "whole", "entire", "real", "certain", "different", "similar", "various", "few", "much", "most", "least",
    "early", "late", "major", "main", "key", "top", "single", "only", "very", "general", "particular", "special", "specific", "common",
    "personal", "private", "public", "so-called", "key", "huge", "massive", "tiny", "great", "total", "overall", "due", "able",
  };
  char lower[HEARSAY_TOKEN_BUFFER];
  const HearsayAttitude *attitude;

  hearsay_text_lower (search->closed->text, i, lower);
  for (guint k = 0; k < G_N_ELEMENTS (plain); k++)
    if (strcmp (lower, plain[k]) == 0)
      return FALSE;
  attitude = hearsay_lexicon_attitude (lower, strlen (lower));
  return attitude == NULL || attitude->kind != HEARSAY_ATTITUDE_ADJECTIVE;
}

static gboolean
can_modify (const Search *search,
            guint32       i)
{
  const HearsayToken *token = &search->closed->text->tokens[i];
  guint8 xpos = search->xpos[i];

  if (token->flags & HEARSAY_TOKEN_CAPITALISED)
    return (token->flags & HEARSAY_TOKEN_PARTS) && is_pair (search->closed->text, i);
  if (!(token->flags & HEARSAY_TOKEN_LOWER) || search->closed->classes[i] != 0)
    return FALSE;
  return xpos == HEARSAY_XPOS_NN || xpos == HEARSAY_XPOS_NNS || (xpos == HEARSAY_XPOS_JJ && tells_apart (search, i));
}

static gboolean
can_head (const Search *search,
          guint32       i)
{
  const HearsayToken *token = &search->closed->text->tokens[i];
  guint8 xpos = search->xpos[i];

  if (!(token->flags & HEARSAY_TOKEN_LOWER) || search->closed->classes[i] != 0 ||
      (xpos != HEARSAY_XPOS_NN && xpos != HEARSAY_XPOS_NNS) || token->end - token->start < 3)
    return FALSE;
  /* “alliance mode”: the last noun is the head. */
  return i + 1 >= search->closed->text->n_tokens || token[1].sentence != token->sentence || !(token[1].flags & HEARSAY_TOKEN_LOWER) ||
         search->closed->classes[i + 1] != 0 ||
         (search->xpos[i + 1] != HEARSAY_XPOS_NN && search->xpos[i + 1] != HEARSAY_XPOS_NNS);
}

static char *
make_key (const Search *search,
          guint32       first,
          guint32       last,
          char        **head)
{
  GString *key = g_string_new (NULL);
  char lower[HEARSAY_TOKEN_BUFFER];

  for (guint32 i = first; i <= last; i++)
    {
      g_autofree char *word = NULL;
      const char *joined;

      hearsay_text_lower (search->closed->text, i, lower);
      if (i == last)
        {
          word = hearsay_wording_dup_singular (lower);
          joined = join_synonym (word);
          *head = g_strdup (joined);
        }
      else
        {
          word = dup_pair (lower);
          joined = word;
        }
      if (key->len > 0)
        g_string_append_c (key, ' ');
      g_string_append (key, joined);
    }
  return g_string_free (key, FALSE);
}

static guint8
class_of (const Search *search,
          const char   *word)
{
  static const guint8 classes[27] = {
    CLASS_UNKNOWN,  CLASS_UNKNOWN,  CLASS_ABSTRACT, CLASS_CONCRETE, CLASS_CONCRETE, CLASS_ABSTRACT, CLASS_CONCRETE,
    CLASS_ABSTRACT, CLASS_ABSTRACT, CLASS_ABSTRACT, CLASS_ABSTRACT, CLASS_CONCRETE, CLASS_GROUP,    CLASS_CONCRETE,
    CLASS_ABSTRACT, CLASS_CONCRETE, CLASS_CONCRETE, CLASS_ABSTRACT, CLASS_CONCRETE, CLASS_ABSTRACT, CLASS_ABSTRACT,
    CLASS_CONCRETE, CLASS_ABSTRACT, CLASS_CONCRETE, CLASS_ABSTRACT, CLASS_CONCRETE, CLASS_CONCRETE,
  };
  HearsayWordEntry entry;

  if (search->source->wordlist == NULL || !hearsay_wordlist_lookup (search->source->wordlist, word, strlen (word), &entry))
    return CLASS_UNKNOWN;
  return HEARSAY_SENSE_NOUN_CLASS (entry.senses) < 27 ? classes[HEARSAY_SENSE_NOUN_CLASS (entry.senses)] : CLASS_UNKNOWN;
}

static gboolean
title_has (const Search *search,
           const char   *word)
{
  g_autofree char *lower = search->source->title != NULL ? g_ascii_strdown (search->source->title, -1) : NULL;

  return lower != NULL && strlen (word) > 2 && strstr (lower, word) != NULL;
}

static gboolean
title_has_any (const Search *search,
               const char   *key)
{
  g_auto (GStrv) words = g_strsplit (key, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (title_has (search, words[i]))
      return TRUE;
  return FALSE;
}

static void
note_speaker (Candidate *candidate,
              gint32     speaker)
{
  for (guint i = 0; i < candidate->n_speakers; i++)
    if (candidate->speakers[i] == speaker)
      return;
  if (speaker >= 0 && candidate->n_speakers < MAX_SPEAKERS)
    candidate->speakers[candidate->n_speakers++] = speaker;
}

static void
count (Search *search,
       guint32 first,
       guint32 last)
{
  const HearsayText *text = search->closed->text;
  char *head = NULL;
  g_autofree char *key = make_key (search, first, last, &head);
  Candidate *candidate = g_hash_table_lookup (search->by_key, key);
  gint32 statement = search->statement[last];

  if (candidate == NULL)
    {
      candidate = g_new0 (Candidate, 1);
      candidate->key = g_steal_pointer (&key);
      candidate->head = head;
      candidate->name = g_strndup (text->text + text->tokens[first].start, text->tokens[last].end - text->tokens[first].start);
      candidate->n_words = last - first + 1;
      candidate->last_statement = -1;
      candidate->first = first;
      candidate->issue = -1;
      candidate->class = class_of (search, head);
      candidate->in_title = title_has_any (search, candidate->key);
      candidate->of_nouns = search->xpos[first] == HEARSAY_XPOS_NN || search->xpos[first] == HEARSAY_XPOS_NNS;
      g_hash_table_insert (search->by_key, candidate->key, candidate);
      g_ptr_array_add (search->candidates, candidate);
    }
  else
    g_free (head);
  candidate->n_mentions++;
  if (statement >= 0 && statement != candidate->last_statement)
    {
      candidate->n_statements++;
      candidate->last_statement = statement;
      if (search->source->speakers != NULL)
        note_speaker (candidate, search->source->speakers[statement]);
    }
}

/* The noun phrases that end at @last: the noun, and it with one or two words before. */
static void
count_at (Search *search,
          guint32 last)
{
  guint32 sentence_first = hearsay_text_sentence_of (search->closed->text, last)->first_token;
  char lower[HEARSAY_TOKEN_BUFFER];
  g_autofree char *singular = NULL;

  hearsay_text_lower (search->closed->text, last, lower);
  singular = hearsay_wording_dup_singular (lower);
  if (is_empty_noun (singular) || hearsay_lexicon_person_noun (lower, strlen (lower)) != NULL)
    return;
  count (search, last, last);
  for (guint32 n = 1; n < MAX_WORDS && last >= sentence_first + n && can_modify (search, last - n); n++)
    count (search, last - n, last);
}

/* 0 for what names nothing to argue about here. */
static double
worth (const Candidate *candidate)
{
  double value = candidate->n_statements + 0.3 * candidate->n_mentions + 1.5 * candidate->in_title;

  if (candidate->n_speakers > 1)
    value += candidate->n_speakers - 1;
  if (candidate->n_mentions < 2 || (candidate->n_statements < 1 && (candidate->n_mentions < 3 || (candidate->n_words == 1 && !candidate->in_title))))
    return 0.0;
  if (candidate->n_words == 1)
    {
      if (candidate->class != CLASS_ABSTRACT || is_thin_noun (candidate->head) ||
          (candidate->n_statements < 2 && candidate->n_mentions < 4 && !candidate->in_title))
        return 0.0;
      return 0.5 * value;
    }
  if (candidate->class == CLASS_CONCRETE && !candidate->in_title && candidate->n_mentions < 3)
    return 0.0;
  if (is_thin_noun (candidate->head) && !candidate->of_nouns)
    return 0.0;
  return 2.0 + value;
}

/* What may fill up where too little comes back word by word: said once, but of a thing that is spoken of again. */
static double
modest_worth (const Search    *search,
              const Candidate *candidate)
{
  const Candidate *bare = g_hash_table_lookup (search->by_key, candidate->head);

  if (candidate->n_words < 2 || (candidate->n_statements < 1 && !candidate->in_title) || candidate->class != CLASS_ABSTRACT ||
      bare == NULL || is_thin_noun (candidate->head))
    return 0.0;
  return bare->n_mentions >= 2 || candidate->in_title ? 0.1 * bare->n_mentions + candidate->in_title : 0.0;
}

static int
compare_worth (gconstpointer a,
               gconstpointer b)
{
  const Candidate *x = *(const Candidate *const *) a;
  const Candidate *y = *(const Candidate *const *) b;
  double wx = worth (x);
  double wy = worth (y);

  if (wx != wy)
    return wx > wy ? -1 : 1;
  return x->first != y->first ? (x->first < y->first ? -1 : 1) : (x->n_words > y->n_words ? -1 : x->n_words < y->n_words);
}

/* Whether all words of the shorter key stand in the longer one. */
static gboolean
says_the_same (const Candidate *a,
               const Candidate *b)
{
  const char *longer = strlen (a->key) > strlen (b->key) ? a->key : b->key;
  const char *shorter = longer == a->key ? b->key : a->key;

  return strcmp (a->head, b->head) == 0 && g_str_has_suffix (longer, shorter);
}

/* “Immunity” beside “immunity deals”. */
static gboolean
is_part_of (const Candidate *candidate,
            const Candidate *other)
{
  gsize n = strlen (candidate->key);

  return candidate->n_words == 1 && other->n_words > 1 && strncmp (other->key, candidate->key, n) == 0 && other->key[n] == ' ';
}

static void
take (HearsayIssues *issues,
      GPtrArray     *chosen,
      Candidate     *candidate)
{
  for (guint k = 0; k < chosen->len; k++)
    {
      Candidate *other = g_ptr_array_index (chosen, k);

      if (says_the_same (candidate, other) || is_part_of (candidate, other))
        {
          candidate->issue = other->issue;
          return;
        }
    }
  candidate->issue = (gint32) issues->names->len;
  g_ptr_array_add (issues->names, g_strdup (candidate->name));
  g_ptr_array_add (chosen, candidate);
}

static void
fill_up (Search        *search,
         HearsayIssues *issues,
         GPtrArray     *chosen)
{
  while (chosen->len < ENOUGH)
    {
      Candidate *best = NULL;
      double most = 0;

      for (guint i = 0; i < search->candidates->len; i++)
        {
          Candidate *candidate = g_ptr_array_index (search->candidates, i);
          double value = candidate->issue < 0 ? modest_worth (search, candidate) : 0;

          if (value > most)
            {
              most = value;
              best = candidate;
            }
        }
      if (best == NULL)
        return;
      take (issues, chosen, best);
    }
}

/* The best wordings, few, and no two of one thing. */
static void
choose (Search        *search,
        HearsayIssues *issues)
{
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  double limit;

  for (guint i = 0; i < search->candidates->len; i++)
    g_ptr_array_add (ordered, g_ptr_array_index (search->candidates, i));
  g_ptr_array_sort (ordered, compare_worth);
  limit = ordered->len > 0 ? MIN_SHARE * worth (g_ptr_array_index (ordered, 0)) : 0;
  for (guint i = 0; i < ordered->len && chosen->len < HEARSAY_MAX_ISSUES; i++)
    {
      Candidate *candidate = g_ptr_array_index (ordered, i);

      if (worth (candidate) <= (chosen->len < ENOUGH ? 0.0 : limit))
        break;
      take (issues, chosen, candidate);
    }
  fill_up (search, issues, chosen);
  /* “The alliance” is the military alliance when no other one is spoken of. */
  for (guint k = 0; k < chosen->len; k++)
    {
      Candidate *issue = g_ptr_array_index (chosen, k);
      Candidate *bare = g_hash_table_lookup (search->by_key, issue->head);

      if (bare != NULL && bare->issue < 0)
        bare->issue = issue->issue;
    }
}

static void
add_mention (Search        *search,
             HearsayIssues *issues,
             guint32        last)
{
  const HearsayText *text = search->closed->text;
  guint32 sentence_first = hearsay_text_sentence_of (text, last)->first_token;
  guint32 n = 0;

  while (n + 1 < MAX_WORDS && last >= sentence_first + n + 1 && can_modify (search, last - n - 1))
    n++;
  for (;; n--)
    {
      char *head = NULL;
      g_autofree char *key = make_key (search, last - n, last, &head);
      const Candidate *candidate = g_hash_table_lookup (search->by_key, key);

      g_free (head);
      if (candidate != NULL && candidate->issue >= 0)
        {
          HearsayIssueMention mention = {
            .start = text->tokens[last - n].start,
            .end = text->tokens[last].end,
            .first = last - n,
            .last = last,
            .issue = candidate->issue,
          };

          g_array_append_val (issues->mentions, mention);
          return;
        }
      if (n == 0)
        return;
    }
}

/* “Alliance mode”: what the mode is one of. */
static void
add_part (Search        *search,
          HearsayIssues *issues,
          guint32        i)
{
  const HearsayToken *token = &search->closed->text->tokens[i];
  const HearsayIssueMention *before = issues->mentions->len > 0
    ? &g_array_index (issues->mentions, HearsayIssueMention, issues->mentions->len - 1) : NULL;
  const Candidate *candidate;
  g_autofree char *key = NULL;
  char *head = NULL;

  if (!(token->flags & HEARSAY_TOKEN_LOWER) || search->closed->classes[i] != 0 || search->source->syntax == NULL ||
      search->source->syntax->deprel[i] != HEARSAY_DEPREL_COMPOUND || (before != NULL && before->last >= i))
    return;
  key = make_key (search, i, i, &head);
  g_free (head);
  candidate = g_hash_table_lookup (search->by_key, key);
  if (candidate != NULL && candidate->issue >= 0)
    {
      HearsayIssueMention mention = { token->start, token->end, i, i, candidate->issue };

      g_array_append_val (issues->mentions, mention);
    }
}

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  const HearsayIssueMention *x = a;
  const HearsayIssueMention *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->end > y->end ? -1 : x->end < y->end;
}

/* In text order, and none that lies in another one: the longer one says more. */
static void
tidy_mentions (HearsayIssues *issues)
{
  guint n = 0;

  g_array_sort (issues->mentions, compare_mentions);
  for (guint i = 0; i < issues->mentions->len; i++)
    {
      HearsayIssueMention mention = g_array_index (issues->mentions, HearsayIssueMention, i);

      if (n > 0 && g_array_index (issues->mentions, HearsayIssueMention, n - 1).end > mention.start)
        continue;
      g_array_index (issues->mentions, HearsayIssueMention, n++) = mention;
    }
  g_array_set_size (issues->mentions, n);
}

/**
 * hearsay_issues_find:
 * @closed: a text with its closed classes
 * @xpos: HearsayXpos of every token
 * @statements: of every token: the attribution in whose content it stands, or -1
 * @source: what else is known
 *
 * Finds what is argued about: the noun phrases that come back across statements,
 * joined over wordings, the best few.
 *
 * Returns: (transfer full): the issues, the weightiest first
 */
HearsayIssues *
hearsay_issues_find (const HearsayClosed       *closed,
                     const guint8              *xpos,
                     const gint32              *statements,
                     const HearsayIssueSource  *source)
{
  HearsayIssues *self;
  Search search;

  g_return_val_if_fail (closed != NULL && xpos != NULL && statements != NULL && source != NULL, NULL);

  self = g_new0 (HearsayIssues, 1);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->mentions = g_array_new (FALSE, FALSE, sizeof (HearsayIssueMention));
  search = (Search) {
    .closed = closed,
    .xpos = xpos,
    .statement = statements,
    .source = source,
    .by_key = g_hash_table_new (g_str_hash, g_str_equal),
    .candidates = g_ptr_array_new_with_free_func (candidate_free),
  };
  for (guint32 i = 0; i < closed->text->n_tokens; i++)
    if (can_head (&search, i))
      count_at (&search, i);
  choose (&search, self);
  if (self->names->len > 0)
    for (guint32 i = 0; i < closed->text->n_tokens; i++)
      {
        if (can_head (&search, i))
          add_mention (&search, self, i);
        else
          add_part (&search, self, i);
      }
  tidy_mentions (self);
  g_hash_table_unref (search.by_key);
  g_ptr_array_unref (search.candidates);
  return self;
}

void
hearsay_issues_free (HearsayIssues *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->names);
  g_array_unref (self->mentions);
  g_free (self);
}

/**
 * hearsay_issues_first_mention:
 *
 * Returns: index of the first mention that begins at or behind @byte, or their number
 */
guint
hearsay_issues_first_mention (const HearsayIssues *self,
                              guint32              byte)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->mentions->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->mentions, HearsayIssueMention, middle).start >= byte)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/**
 * hearsay_issues_emit:
 * @text: the text they were found in
 * @analysis: of the same text, without issues as yet
 *
 * Writes the issues into @analysis, with the same indexes.
 */
void
hearsay_issues_emit (const HearsayIssues *self,
                     const HearsayText   *text,
                     HearsayAnalysis     *analysis)
{
  g_return_if_fail (self != NULL && text != NULL && analysis != NULL);

  for (guint i = 0; i < self->names->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("i%u", i + 1);
      HearsayAnalysisIssue issue = {
        .id = hearsay_analysis_intern (analysis, id),
        .name = hearsay_analysis_intern (analysis, g_ptr_array_index (self->names, i)),
        .mentions = { analysis->spans->len, 0 },
      };

      for (guint k = 0; k < self->mentions->len; k++)
        {
          const HearsayIssueMention *mention = &g_array_index (self->mentions, HearsayIssueMention, k);
          HearsaySpan span;

          if (mention->issue != (gint32) i)
            continue;
          span = hearsay_text_to_span (text, mention->start, mention->end);
          hearsay_analysis_add_spans (analysis, &span, 1);
          issue.mentions.n++;
        }
      g_array_append_val (analysis->issues, issue);
    }
}
