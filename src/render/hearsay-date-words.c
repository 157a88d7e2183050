/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "render/hearsay-date-words.h"

static const char *const months[] = {
  N_("January"), N_("February"), N_("March"), N_("April"), NC_("full month", "May"), N_("June"),
  N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
};

static const char *const short_months[] = {
  N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), NC_("short month", "May"), N_("Jun"),
  N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
};

static const char *const weekdays[] = {
  N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
};

static const char *const short_weekdays[] = {
  N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"),
};

static int
weekday_of (gint32 day)
{
  return (int) ((((gint64) day + 3) % 7 + 7) % 7);
}

/**
 * hearsay_date_words_month:
 * @month: 1 to 12
 *
 * Returns: its name in the user's language
 */
const char *
hearsay_date_words_month (int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return month == 5 ? C_("full month", "May") : _(months[month - 1]);
}

const char *
hearsay_date_words_short_month (int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return month == 5 ? C_("short month", "May") : _(short_months[month - 1]);
}

/**
 * hearsay_date_words_weekday:
 * @day: days since 1970-01-01
 */
const char *
hearsay_date_words_weekday (gint32 day)
{
  return _(weekdays[weekday_of (day)]);
}

const char *
hearsay_date_words_short_weekday (gint32 day)
{
  return _(short_weekdays[weekday_of (day)]);
}

/**
 * hearsay_date_words_new:
 * @date: possibly unset
 *
 * Returns: (transfer full): as exactly as the date is known: “22 Oct 2020”, “October 2020”, “2020”
 */
char *
hearsay_date_words_new (HearsayDate date)
{
  switch ((HearsayPrecision) date.precision)
    {
    case HEARSAY_PRECISION_YEAR:
      return g_strdup_printf ("%d", date.year);
    case HEARSAY_PRECISION_MONTH:
      /* Translators: a month and its year, “October 2020” */
      return g_strdup_printf (_("%s %d"), hearsay_date_words_month (date.month), date.year);
    case HEARSAY_PRECISION_WEEK:
      /* Translators: “week of 19 Oct 2020” */
      return g_strdup_printf (_("week of %d %s %d"), date.day, hearsay_date_words_short_month (date.month), date.year);
    case HEARSAY_PRECISION_DAY:
      /* Translators: day, short month, year: “22 Oct 2020” */
      return g_strdup_printf (_("%d %s %d"), date.day, hearsay_date_words_short_month (date.month), date.year);
    case HEARSAY_PRECISION_MINUTE:
      /* Translators: day, short month, year, hour, minute: “22 Oct 2020, 21:33” */
      return g_strdup_printf (_("%d %s %d, %02d:%02d"), date.day, hearsay_date_words_short_month (date.month),
                              date.year, date.hour, date.minute);
    case HEARSAY_PRECISION_UNKNOWN:
    default:
      return g_strdup (_("No date"));
    }
}

/**
 * hearsay_date_words_new_long:
 * @day: days since 1970-01-01
 *
 * Returns: (transfer full): “Thursday, 22 October 2020”
 */
char *
hearsay_date_words_new_long (gint32 day)
{
  HearsayDate date = hearsay_date_from_days (day);

  /* Translators: weekday, day, month, year: “Thursday, 22 October 2020” */
  return g_strdup_printf (_("%s, %d %s %d"), hearsay_date_words_weekday (day), date.day,
                          hearsay_date_words_month (date.month), date.year);
}

/**
 * hearsay_date_words_new_range:
 * @first_day: days since 1970-01-01
 * @last_day: not before @first_day
 *
 * Says what both ends share only once.
 *
 * Returns: (transfer full): “19 Oct – 1 Nov 2020”
 */
char *
hearsay_date_words_new_range (gint32 first_day,
                              gint32 last_day)
{
  HearsayDate first = hearsay_date_from_days (first_day);
  HearsayDate last = hearsay_date_from_days (last_day);
  g_autofree char *end = hearsay_date_words_new (last);

  if (first_day >= last_day)
    return g_steal_pointer (&end);
  if (first.year != last.year)
    {
      g_autofree char *start = hearsay_date_words_new (first);

      /* Translators: a range of two dates, “30 Dec 2019 – 2 Jan 2020” */
      return g_strdup_printf (_("%s – %s"), start, end);
    }
  if (first.month != last.month)
    /* Translators: a range within a year, “19 Oct – 1 Nov 2020” */
    return g_strdup_printf (_("%d %s – %s"), first.day, hearsay_date_words_short_month (first.month), end);
  /* Translators: a range within a month, “19 – 22 Oct 2020” */
  return g_strdup_printf (_("%d – %s"), first.day, end);
}
