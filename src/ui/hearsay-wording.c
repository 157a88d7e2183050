/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/hearsay-wording.h"

#include <glib/gi18n.h>

#include "model/hearsay-actor.h"
#include "model/hearsay-stance.h"

static GDateTime *
to_date_time (HearsayDate date)
{
  return g_date_time_new_utc (date.year, date.month, date.day, date.hour, date.minute, 0.0);
}

static char *
format_date (HearsayDate date,
             const char *format)
{
  g_autoptr (GDateTime) time = to_date_time (date);
  char *text = time != NULL ? g_date_time_format (time, format) : NULL;

  if (text == NULL)
    {
      char iso[HEARSAY_DATE_BUFFER];

      text = g_strdup (hearsay_date_format (date, iso));
    }
  return text;
}

/**
 * hearsay_wording_date:
 * @date: a date, or an unset one
 *
 * Returns: (transfer full): the date as lists show it; empty when unset
 */
char *
hearsay_wording_date (HearsayDate date)
{
  switch ((HearsayPrecision) date.precision)
    {
    case HEARSAY_PRECISION_YEAR:
      return format_date (date, "%Y");
    case HEARSAY_PRECISION_MONTH:
      /* Translators: a month, see g_date_time_format(): “Oct 2020” */
      return format_date (date, _("%b %Y"));
    case HEARSAY_PRECISION_WEEK:
      /* Translators: a week by its Monday: “Week of 19 Oct 2020” */
      return format_date (date, _("Week of %-d %b %Y"));
    case HEARSAY_PRECISION_DAY:
    case HEARSAY_PRECISION_MINUTE:
      /* Translators: a date in a list: “23 Oct 2020” */
      return format_date (date, _("%-d %b %Y"));
    case HEARSAY_PRECISION_UNKNOWN:
    default:
      return g_strdup ("");
    }
}

char *
hearsay_wording_date_long (HearsayDate date)
{
  switch ((HearsayPrecision) date.precision)
    {
    case HEARSAY_PRECISION_MONTH:
      /* Translators: a month in full: “October 2020” */
      return format_date (date, _("%B %Y"));
    case HEARSAY_PRECISION_WEEK:
      /* Translators: a week by its Monday: “Week of 19 October 2020” */
      return format_date (date, _("Week of %-d %B %Y"));
    case HEARSAY_PRECISION_DAY:
    case HEARSAY_PRECISION_MINUTE:
      /* Translators: a date in full: “Friday, 23 October 2020” */
      return format_date (date, _("%A, %-d %B %Y"));
    case HEARSAY_PRECISION_UNKNOWN:
      return g_strdup (_("No date found"));
    case HEARSAY_PRECISION_YEAR:
    default:
      return hearsay_wording_date (date);
    }
}

char *
hearsay_wording_published (HearsayDate date)
{
  g_autofree char *time = NULL;
  char zone[HEARSAY_DATE_BUFFER];

  if (date.precision != HEARSAY_PRECISION_MINUTE)
    return hearsay_wording_date (date);
  /* Translators: when an article was published: “23 Oct 2020, 21:33” */
  time = format_date (date, _("%-d %b %Y, %H:%M"));
  if (!hearsay_date_has_zone (date))
    return g_steal_pointer (&time);
  /* Translators: date and time, and how far the clock is ahead of UTC: “+08:00” */
  return g_strdup_printf (_("%s (UTC%s)"), time, hearsay_date_format_zone (date, zone));
}

static char *
said_on_words (HearsayStatement *statement)
{
  HearsayArticle *article = hearsay_statement_get_article (statement);
  HearsaySpan span = hearsay_statement_get_said_on_span (statement);
  g_autofree char *words = NULL;
  g_autofree char *from = NULL;

  if (article == NULL || hearsay_span_is_empty (span))
    return g_strdup (_("Found in the sentence"));

  words = hearsay_article_dup_span_text (article, span);
  if (!hearsay_date_is_set (hearsay_article_get_published (article)))
    /* Translators: the words a date was read from */
    return g_strdup_printf (_("“%s”"), words);
  /* Translators: a day that others are counted from: “Fri 23 Oct” */
  from = format_date (hearsay_article_get_published (article), _("%a %-d %b"));
  /* Translators: the words a date was read from, and the day they were counted from */
  return g_strdup_printf (_("“%s”, counted from %s"), words, from);
}

/**
 * hearsay_wording_said_on:
 * @statement: a statement
 *
 * Returns: (transfer full): how the date on which it was said has been found; empty when there is none
 */
char *
hearsay_wording_said_on (HearsayStatement *statement)
{
  HearsayDate date;

  g_return_val_if_fail (HEARSAY_IS_STATEMENT (statement), NULL);

  date = hearsay_statement_get_said_on (statement);
  if (!hearsay_date_is_set (date))
    return g_strdup ("");

  switch ((HearsayBasis) date.basis)
    {
    case HEARSAY_BASIS_WORDS:
    case HEARSAY_BASIS_EVENT:
      return said_on_words (statement);
    case HEARSAY_BASIS_BEFORE:
      return g_strdup (_("Carried over from the sentence before"));
    case HEARSAY_BASIS_PUBLICATION:
      return g_strdup (_("Taken from the publication date"));
    case HEARSAY_BASIS_HAND:
      return g_strdup (_("Set by hand"));
    case HEARSAY_BASIS_NONE:
    default:
      return g_strdup ("");
    }
}

const char *
hearsay_wording_kind (HearsayStatementKind kind)
{
  switch (kind)
    {
    case HEARSAY_STATEMENT_DIRECT:
      return _("Direct quotation");
    case HEARSAY_STATEMENT_MIXED:
      return _("Partly quoted");
    case HEARSAY_STATEMENT_INDIRECT:
    default:
      return _("Indirect quotation");
    }
}

const char *
hearsay_wording_kind_short (HearsayStatementKind kind)
{
  switch (kind)
    {
    case HEARSAY_STATEMENT_DIRECT:
      return C_("kind of statement", "direct");
    case HEARSAY_STATEMENT_MIXED:
      return C_("kind of statement", "mixed");
    case HEARSAY_STATEMENT_INDIRECT:
    default:
      return C_("kind of statement", "indirect");
    }
}

const char *
hearsay_wording_position (HearsayPosition position)
{
  switch (position)
    {
    case HEARSAY_POSITION_SUPPORT:
      return C_("stance", "Support");
    case HEARSAY_POSITION_OPPOSE:
      return C_("stance", "Oppose");
    case HEARSAY_POSITION_NEUTRAL:
    default:
      return C_("stance", "Neutral");
    }
}

const char *
hearsay_wording_status (HearsayStatus status)
{
  switch (status)
    {
    case HEARSAY_STATUS_ACCEPTED:
      return C_("status", "Accepted");
    case HEARSAY_STATUS_CORRECTED:
      return C_("status", "Corrected");
    case HEARSAY_STATUS_REJECTED:
      return C_("status", "Rejected");
    case HEARSAY_STATUS_SUGGESTED:
    default:
      return C_("status", "Suggested");
    }
}

const char *
hearsay_wording_actor_kind (HearsayActorKind kind)
{
  switch (kind)
    {
    case HEARSAY_ACTOR_ORGANIZATION:
      return _("Organization");
    case HEARSAY_ACTOR_COUNTRY:
      return _("Country");
    case HEARSAY_ACTOR_GROUP:
      return _("Group");
    case HEARSAY_ACTOR_PERSON:
    default:
      return _("Person");
    }
}

static char *
join (const char *first,
      const char *second)
{
  gboolean has_first = first != NULL && *first != '\0';
  gboolean has_second = second != NULL && *second != '\0';

  if (has_first && has_second)
    return g_strdup_printf ("%s · %s", first, second);
  return g_strdup (has_first ? first : has_second ? second : "");
}

/**
 * hearsay_wording_role:
 * @actor: an actor
 *
 * Returns: (transfer full): role and affiliation, or the kind of actor where neither is known
 */
char *
hearsay_wording_role (HearsayActor *actor)
{
  HearsayActor *affiliation;
  const char *role;

  g_return_val_if_fail (HEARSAY_IS_ACTOR (actor), NULL);

  role = hearsay_actor_get_role (actor);
  affiliation = hearsay_actor_get_affiliation (actor);
  if (role != NULL || affiliation != NULL)
    return join (role, affiliation != NULL ? hearsay_actor_get_name (affiliation) : NULL);

  return g_strdup (hearsay_wording_actor_kind (hearsay_actor_get_kind (actor)));
}

/**
 * hearsay_wording_actor:
 *
 * Returns: (transfer full): what kind of actor it is, then role and affiliation where they are known
 */
char *
hearsay_wording_actor (HearsayActor *actor)
{
  HearsayActor *affiliation;
  g_autofree char *details = NULL;

  g_return_val_if_fail (HEARSAY_IS_ACTOR (actor), NULL);

  affiliation = hearsay_actor_get_affiliation (actor);
  details = join (hearsay_actor_get_role (actor), affiliation != NULL ? hearsay_actor_get_name (affiliation) : NULL);
  return join (hearsay_wording_actor_kind (hearsay_actor_get_kind (actor)), details);
}

/**
 * hearsay_wording_kind_confidence:
 *
 * Returns: (transfer full): how sure it is what @actor is: a person's word, or what the engine found
 */
char *
hearsay_wording_kind_confidence (HearsayActor *actor)
{
  double confidence;

  g_return_val_if_fail (HEARSAY_IS_ACTOR (actor), NULL);

  confidence = hearsay_actor_get_kind_confidence (actor);
  if (confidence >= 1.0)
    return g_strdup (_("Set by hand"));
  if (confidence <= 0.0)
    return g_strdup (_("How sure is not known"));
  /* Translators: how likely it is that an actor is of its kind */
  return g_strdup_printf (_("%d %% sure"), (int) (confidence * 100.0 + 0.5));
}

char *
hearsay_wording_place (HearsayArticle *article)
{
  g_autofree char *date = NULL;

  g_return_val_if_fail (HEARSAY_IS_ARTICLE (article), NULL);

  date = hearsay_wording_date (hearsay_article_get_published (article));
  return join (hearsay_article_get_publisher (article), date);
}

char *
hearsay_wording_statements (guint n)
{
  return g_strdup_printf (ngettext ("%u statement", "%u statements", n), n);
}

char *
hearsay_wording_stances (const guint counts[HEARSAY_N_POSITIONS])
{
  /* Translators: numbers of stances in an article */
  return g_strdup_printf (_("%u support, %u neutral, %u oppose"),
                          counts[HEARSAY_POSITION_SUPPORT],
                          counts[HEARSAY_POSITION_NEUTRAL],
                          counts[HEARSAY_POSITION_OPPOSE]);
}

/**
 * hearsay_wording_statement:
 * @statement: a statement
 *
 * Returns: (transfer full): one sentence that says what a mark of @statement shows
 */
char *
hearsay_wording_statement (HearsayStatement *statement)
{
  HearsayActor *speaker;
  HearsayDate said_on;
  g_autofree char *date = NULL;

  g_return_val_if_fail (HEARSAY_IS_STATEMENT (statement), NULL);

  speaker = hearsay_statement_get_speaker (statement);
  said_on = hearsay_statement_get_said_on (statement);
  date = hearsay_date_is_set (said_on) ? hearsay_wording_date (said_on) : g_strdup (_("no date found"));
  /* Translators: speaker, kind of statement, date, words */
  return g_strdup_printf (_("%s, %s, %s: %s"),
                          speaker != NULL ? hearsay_actor_get_name (speaker) : _("Unknown speaker"),
                          hearsay_wording_kind_short (hearsay_statement_get_kind (statement)),
                          date,
                          hearsay_statement_get_words (statement));
}

/* What is stated of two actors, as a word of its own. */
const char *
hearsay_wording_relation (HearsayRelationKind kind)
{
  switch (kind)
    {
    case HEARSAY_RELATION_COOPERATION:
      return _("Cooperation");
    case HEARSAY_RELATION_CONFLICT:
      return _("Conflict");
    case HEARSAY_RELATION_AGREEMENT:
      return _("Agreement");
    case HEARSAY_RELATION_DISAGREEMENT:
      return _("Disagreement");
    case HEARSAY_RELATION_ATTITUDE:
    default:
      return _("Attitude");
    }
}
