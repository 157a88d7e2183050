/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-date.h"


static const char *const bases[HEARSAY_N_BASES] = {
  [HEARSAY_BASIS_NONE] = "none",
  [HEARSAY_BASIS_WORDS] = "words",
  [HEARSAY_BASIS_BEFORE] = "before",
  [HEARSAY_BASIS_EVENT] = "event",
  [HEARSAY_BASIS_PUBLICATION] = "publication",
  [HEARSAY_BASIS_HAND] = "hand",
};

/**
 * hearsay_basis_to_string:
 * @basis: a basis
 *
 * Returns: the name in files; never translated
 */
const char *
hearsay_basis_to_string (HearsayBasis basis)
{
  g_return_val_if_fail ((guint) basis < HEARSAY_N_BASES, NULL);
  return bases[basis];
}

gboolean
hearsay_basis_parse (const char   *string,
                     HearsayBasis *basis)
{
  g_return_val_if_fail (basis != NULL, FALSE);

  for (guint i = 0; string != NULL && i < HEARSAY_N_BASES; i++)
    {
      if (g_str_equal (bases[i], string))
        {
          *basis = (HearsayBasis) i;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/**
 * hearsay_days_in_month:
 * @year: a year of the proleptic Gregorian calendar
 * @month: 1 to 12
 *
 * Returns: 28 to 31, or 0 for a month that does not exist
 */
int
hearsay_days_in_month (int year,
                       int month)
{
  static const guint8 lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  if (month < 1 || month > 12)
    return 0;
  return lengths[month - 1] + (month == 2 && is_leap_year (year) ? 1 : 0);
}

/**
 * hearsay_days_from_civil:
 * @year: a year, also zero or negative (astronomical numbering)
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Counts days by eras of 400 years that begin on 1 March, so that the leap day
 * is an era's last.
 *
 * Returns: the number of days since 1 January 1970
 */
gint32
hearsay_days_from_civil (int year,
                         int month,
                         int day)
{
  int shifted = month <= 2 ? year - 1 : year;
  int era = (shifted >= 0 ? shifted : shifted - 399) / 400;
  int year_of_era = shifted - era * 400;
  int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * 146097 + day_of_era - 719468;
}

/**
 * hearsay_date_from_days:
 * @days: days since 1 January 1970
 *
 * Returns: that day, with day precision and no basis
 */
HearsayDate
hearsay_date_from_days (gint32 days)
{
  int shifted = days + 719468;
  int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  int day_of_era = shifted - era * 146097;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int month_of_year = (5 * day_of_year + 2) / 153;
  int day = day_of_year - (153 * month_of_year + 2) / 5 + 1;
  int month = month_of_year < 10 ? month_of_year + 3 : month_of_year - 9;

  return (HearsayDate) {
    .year = (gint16) (year_of_era + era * 400 + (month <= 2 ? 1 : 0)),
    .month = (guint8) month,
    .day = (guint8) day,
    .precision = HEARSAY_PRECISION_DAY,
  };
}

/**
 * hearsay_date_new_day:
 *
 * Returns: the day, or an unset date when there is no such day
 */
HearsayDate
hearsay_date_new_day (int year,
                      int month,
                      int day)
{
  if (year < -9999 || year > 9999 || day < 1 || day > hearsay_days_in_month (year, month))
    return HEARSAY_DATE_NONE;

  return (HearsayDate) {
    .year = (gint16) year,
    .month = (guint8) month,
    .day = (guint8) day,
    .precision = HEARSAY_PRECISION_DAY,
  };
}

/* Reads exactly @n digits. */
static gboolean
take_digits (const char **string,
             int          n,
             int         *value)
{
  const char *p = *string;
  int result = 0;

  for (int i = 0; i < n; i++, p++)
    {
      if (!g_ascii_isdigit (*p))
        return FALSE;
      result = result * 10 + (*p - '0');
    }
  *string = p;
  *value = result;
  return TRUE;
}

/* The Monday of ISO 8601 week @week: week 1 holds 4 January. */
static gint32
monday_of_week (int year,
                int week)
{
  gint32 fourth = hearsay_days_from_civil (year, 1, 4);
  int weekday = (((fourth + 3) % 7) + 7) % 7;

  return fourth - weekday + (week - 1) * 7;
}

static gboolean
parse_week (const char  *p,
            int          year,
            HearsayDate *date)
{
  int week;

  if (!take_digits (&p, 2, &week) || *p != '\0' || week < 1 || week > 53)
    return FALSE;
  *date = hearsay_date_from_days (monday_of_week (year, week));
  date->precision = HEARSAY_PRECISION_WEEK;
  return TRUE;
}

/* Behind the minutes: seconds, and “Z” or “+08:00”. What else stands there is passed over. */
static void
parse_zone (const char  *p,
            HearsayDate *date)
{
  int sign;
  int hours;
  int minutes;

  while (*p == ':' || *p == '.' || *p == ',' || g_ascii_isdigit (*p))
    p++;
  if (*p == 'Z' && p[1] == '\0')
    hearsay_date_set_zone (date, 0);
  sign = *p == '+' ? 1 : *p == '-' ? -1 : 0;
  if (sign == 0)
    return;
  p++;
  if (!take_digits (&p, 2, &hours))
    return;
  p += *p == ':';
  minutes = 0;
  if ((*p != '\0' && !take_digits (&p, 2, &minutes)) || *p != '\0' || hours > 14 || minutes > 59)
    return;
  hearsay_date_set_zone (date, sign * (hours * 60 + minutes));
}

static gboolean
parse_time (const char  *p,
            HearsayDate *date)
{
  int hour;
  int minute;

  if (!take_digits (&p, 2, &hour) || *p++ != ':' || !take_digits (&p, 2, &minute) ||
      hour > 23 || minute > 59)
    return FALSE;
  date->hour = (guint8) hour;
  date->minute = (guint8) minute;
  date->precision = HEARSAY_PRECISION_MINUTE;
  parse_zone (p, date);
  return TRUE;
}

/**
 * hearsay_date_parse_iso:
 * @string: (nullable): “2020”, “2020-10”, “2020-W43”, “2020-10-22” or
 *   “2020-10-22T21:33”, with or without seconds, which are passed over, and a zone
 * @date: (out): the date, without a basis
 *
 * Reads the ISO 8601 forms that the analysis document uses.
 *
 * Returns: whether @string is one of them; if not, @date is unset
 */
gboolean
hearsay_date_parse_iso (const char  *string,
                        HearsayDate *date)
{
  const char *p = string;
  HearsayDate result = { .month = 1, .day = 1, .precision = HEARSAY_PRECISION_YEAR };
  int year;
  int month;
  int day;

  g_return_val_if_fail (date != NULL, FALSE);

  *date = HEARSAY_DATE_NONE;
  if (p == NULL || !take_digits (&p, 4, &year))
    return FALSE;
  result.year = (gint16) year;
  if (*p == '\0')
    {
      *date = result;
      return TRUE;
    }
  if (*p++ != '-')
    return FALSE;
  if (*p == 'W')
    return parse_week (p + 1, year, date);
  if (!take_digits (&p, 2, &month) || month < 1 || month > 12)
    return FALSE;
  result.month = (guint8) month;
  result.precision = HEARSAY_PRECISION_MONTH;
  if (*p == '\0')
    {
      *date = result;
      return TRUE;
    }
  if (*p++ != '-' || !take_digits (&p, 2, &day))
    return FALSE;
  result = hearsay_date_new_day (year, month, day);
  if (!hearsay_date_is_set (result))
    return FALSE;
  if (*p != '\0' && ((*p != 'T' && *p != ' ') || !parse_time (p + 1, &result)))
    return FALSE;
  *date = result;
  return TRUE;
}

/* The year whose ISO 8601 weeks the day belongs to, and the number of its week. */
static int
iso_week (gint32  days,
          int    *week_year)
{
  int year = hearsay_date_from_days (days).year;

  if (days >= monday_of_week (year + 1, 1))
    year++;
  else if (days < monday_of_week (year, 1))
    year--;
  *week_year = year;
  return (days - monday_of_week (year, 1)) / 7 + 1;
}

/**
 * hearsay_date_format:
 * @date: a date that is set
 * @buffer: room for %HEARSAY_DATE_BUFFER bytes
 *
 * Writes the ISO 8601 form that hearsay_date_parse_iso() reads.
 *
 * Returns: @buffer, which is empty for an unset date
 */
const char *
hearsay_date_format (HearsayDate  date,
                     char        *buffer)
{
  int week;
  int year;

  g_return_val_if_fail (buffer != NULL, NULL);

  switch ((HearsayPrecision) date.precision)
    {
    case HEARSAY_PRECISION_YEAR:
      g_snprintf (buffer, HEARSAY_DATE_BUFFER, "%04d", date.year);
      break;
    case HEARSAY_PRECISION_MONTH:
      g_snprintf (buffer, HEARSAY_DATE_BUFFER, "%04d-%02u", date.year, date.month);
      break;
    case HEARSAY_PRECISION_WEEK:
      week = iso_week (hearsay_date_first_day (date), &year);
      g_snprintf (buffer, HEARSAY_DATE_BUFFER, "%04d-W%02d", year, week);
      break;
    case HEARSAY_PRECISION_DAY:
      g_snprintf (buffer, HEARSAY_DATE_BUFFER, "%04d-%02u-%02u", date.year, date.month, date.day);
      break;
    case HEARSAY_PRECISION_MINUTE:
      g_snprintf (buffer, HEARSAY_DATE_BUFFER, "%04d-%02u-%02uT%02u:%02u", date.year, date.month,
                  date.day, date.hour, date.minute);
      break;
    case HEARSAY_PRECISION_UNKNOWN:
    default:
      buffer[0] = '\0';
      break;
    }
  return buffer;
}

/**
 * hearsay_date_format_zone:
 * @buffer: room for %HEARSAY_DATE_BUFFER bytes
 *
 * Returns: @buffer: “+08:00”; empty where the zone is not known
 */
const char *
hearsay_date_format_zone (HearsayDate  date,
                          char        *buffer)
{
  int minutes = hearsay_date_get_zone (date);

  g_return_val_if_fail (buffer != NULL, NULL);

  if (hearsay_date_has_zone (date))
    g_snprintf (buffer, HEARSAY_DATE_BUFFER, "%c%02d:%02d", minutes < 0 ? '-' : '+', ABS (minutes) / 60, ABS (minutes) % 60);
  else
    buffer[0] = '\0';
  return buffer;
}

/**
 * hearsay_date_format_full:
 * @buffer: room for %HEARSAY_DATE_BUFFER bytes
 *
 * Returns: @buffer: as hearsay_date_format(), with the zone of a time of day
 */
const char *
hearsay_date_format_full (HearsayDate  date,
                          char        *buffer)
{
  char zone[HEARSAY_DATE_BUFFER];

  g_return_val_if_fail (buffer != NULL, NULL);

  hearsay_date_format (date, buffer);
  if (date.precision == HEARSAY_PRECISION_MINUTE)
    g_strlcat (buffer, hearsay_date_format_zone (date, zone), HEARSAY_DATE_BUFFER);
  return buffer;
}

/**
 * hearsay_date_to_zone:
 * @zone: of another clock
 *
 * The same moment as another clock shows it, on another day perhaps. Only times
 * of day whose zone is known can be told so; everything else stays as it is.
 */
HearsayDate
hearsay_date_to_zone (HearsayDate  date,
                      GTimeZone   *zone)
{
  HearsayDate result;
  gint64 minutes;
  gint64 days;
  int interval;

  g_return_val_if_fail (zone != NULL, date);

  if (date.precision != HEARSAY_PRECISION_MINUTE || !hearsay_date_has_zone (date))
    return date;
  minutes = (gint64) hearsay_date_first_day (date) * 1440 + date.hour * 60 + date.minute - hearsay_date_get_zone (date);
  interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, minutes * 60);
  if (interval < 0)
    return date;
  minutes += g_time_zone_get_offset (zone, interval) / 60;
  days = minutes / 1440 - (minutes % 1440 < 0);
  result = hearsay_date_from_days ((gint32) days);
  result.hour = (guint8) ((minutes - days * 1440) / 60);
  result.minute = (guint8) ((minutes - days * 1440) % 60);
  result.precision = HEARSAY_PRECISION_MINUTE;
  result.basis = date.basis;
  hearsay_date_set_zone (&result, g_time_zone_get_offset (zone, interval) / 60);
  return result;
}

/**
 * hearsay_date_first_day:
 *
 * Returns: the first day that @date can mean, in days since 1 January 1970
 */
gint32
hearsay_date_first_day (HearsayDate date)
{
  switch ((HearsayPrecision) date.precision)
    {
    case HEARSAY_PRECISION_YEAR:
      return hearsay_days_from_civil (date.year, 1, 1);
    case HEARSAY_PRECISION_MONTH:
      return hearsay_days_from_civil (date.year, date.month, 1);
    case HEARSAY_PRECISION_WEEK:
    case HEARSAY_PRECISION_DAY:
    case HEARSAY_PRECISION_MINUTE:
      return hearsay_days_from_civil (date.year, date.month, date.day);
    case HEARSAY_PRECISION_UNKNOWN:
    default:
      return 0;
    }
}

/**
 * hearsay_date_last_day:
 *
 * Returns: the last day that @date can mean, in days since 1 January 1970
 */
gint32
hearsay_date_last_day (HearsayDate date)
{
  switch ((HearsayPrecision) date.precision)
    {
    case HEARSAY_PRECISION_YEAR:
      return hearsay_days_from_civil (date.year, 12, 31);
    case HEARSAY_PRECISION_MONTH:
      return hearsay_days_from_civil (date.year, date.month,
                                      hearsay_days_in_month (date.year, date.month));
    case HEARSAY_PRECISION_WEEK:
      return hearsay_date_first_day (date) + 6;
    case HEARSAY_PRECISION_DAY:
    case HEARSAY_PRECISION_MINUTE:
    case HEARSAY_PRECISION_UNKNOWN:
    default:
      return hearsay_date_first_day (date);
    }
}

/**
 * hearsay_date_weekday:
 *
 * Returns: 0 for Monday to 6 for Sunday, of the date's first day
 */
int
hearsay_date_weekday (HearsayDate date)
{
  return (((hearsay_date_first_day (date) + 3) % 7) + 7) % 7;
}

/**
 * hearsay_date_compare:
 *
 * Orders dates by their first day, then by the time of day, the coarser first;
 * unset dates come last.
 *
 * Returns: a negative number, zero or a positive number, as strcmp() does
 */
int
hearsay_date_compare (HearsayDate a,
                      HearsayDate b)
{
  gint32 first_a = hearsay_date_first_day (a);
  gint32 first_b = hearsay_date_first_day (b);

  if (hearsay_date_is_set (a) != hearsay_date_is_set (b))
    return hearsay_date_is_set (a) ? -1 : 1;
  if (first_a != first_b)
    return first_a < first_b ? -1 : 1;
  if (a.hour * 60 + a.minute != b.hour * 60 + b.minute)
    return a.hour * 60 + a.minute < b.hour * 60 + b.minute ? -1 : 1;
  return (int) a.precision - (int) b.precision;
}
