/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-date.h"

static void
test_parse_and_format (void)
{
  static const struct
  {
    const char *iso;
    HearsayPrecision precision;
    gint32 first;
    gint32 last;
  } cases[] = {
    { "1970", HEARSAY_PRECISION_YEAR, 0, 364 },
    { "1970-02", HEARSAY_PRECISION_MONTH, 31, 58 },
    { "2000-02", HEARSAY_PRECISION_MONTH, 10988, 11016 },
    { "1970-W01", HEARSAY_PRECISION_WEEK, -3, 3 },
    { "2020-W53", HEARSAY_PRECISION_WEEK, 18624, 18630 },
    { "2020-10-22", HEARSAY_PRECISION_DAY, 18557, 18557 },
    { "2020-10-23T21:33", HEARSAY_PRECISION_MINUTE, 18558, 18558 },
    { "0001-01-01", HEARSAY_PRECISION_DAY, -719162, -719162 },
  };
  char buffer[HEARSAY_DATE_BUFFER];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HearsayDate date;

      g_assert_true (hearsay_date_parse_iso (cases[i].iso, &date));
      g_assert_cmpuint (date.precision, ==, cases[i].precision);
      g_assert_cmpint (hearsay_date_first_day (date), ==, cases[i].first);
      g_assert_cmpint (hearsay_date_last_day (date), ==, cases[i].last);
      g_assert_cmpstr (hearsay_date_format (date, buffer), ==, cases[i].iso);
    }
}

static void
test_refuse (void)
{
  static const char *const wrong[] = {
    "", "20", "2020-", "2020-13", "2020-00", "2021-02-29", "2020-1-1", "2020-W00", "2020-W54",
    "2020-10-22T", "2020-10-22T24:00", "2020-10-22T10:60", "2020-10-22x", "yesterday",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      HearsayDate date = { .year = 7, .precision = HEARSAY_PRECISION_DAY };

      g_assert_false (hearsay_date_parse_iso (wrong[i], &date));
      g_assert_false (hearsay_date_is_set (date));
    }
}

static void
test_every_day (void)
{
  gint32 day = hearsay_days_from_civil (-400, 1, 1);

  for (int year = -400; year <= 2400; year++)
    for (int month = 1; month <= 12; month++)
      for (int d = 1; d <= hearsay_days_in_month (year, month); d++, day++)
        {
          HearsayDate date = hearsay_date_from_days (day);

          g_assert_cmpint (date.year, ==, year);
          g_assert_cmpint (date.month, ==, month);
          g_assert_cmpint (date.day, ==, d);
          g_assert_cmpint (hearsay_days_from_civil (year, month, d), ==, day);
        }
}

static void
test_weekday_and_order (void)
{
  HearsayDate thursday;
  HearsayDate friday;
  HearsayDate none = HEARSAY_DATE_NONE;

  g_assert_true (hearsay_date_parse_iso ("2020-10-22", &thursday));
  g_assert_true (hearsay_date_parse_iso ("2020-10-23T21:33", &friday));
  g_assert_cmpint (hearsay_date_weekday (thursday), ==, 3);
  g_assert_cmpint (hearsay_date_weekday (friday), ==, 4);
  g_assert_cmpint (hearsay_date_compare (thursday, friday), <, 0);
  g_assert_cmpint (hearsay_date_compare (none, friday), >, 0);
  g_assert_cmpint (hearsay_date_compare (friday, friday), ==, 0);
}

static const struct
{
  const char *iso;
  const char *zone;
  const char *full;
} zone_rows[] = {
  { "2020-10-23T21:33:00+08:00", "+08:00", "2020-10-23T21:33+08:00" },
  { "2020-10-23T21:33:00.250Z", "+00:00", "2020-10-23T21:33+00:00" },
  { "2020-10-23T21:33-0530", "-05:30", "2020-10-23T21:33-05:30" },
  { "2020-10-23T21:33+05", "+05:00", "2020-10-23T21:33+05:00" },
  { "2020-10-23T21:33", "", "2020-10-23T21:33" },
  { "2020-10-23T21:33+99:00", "", "2020-10-23T21:33" },
  { "2020-10-23T21:33 local", "", "2020-10-23T21:33" },
  { "2020-10-23", "", "2020-10-23" },
};

static void
test_zones (void)
{
  char buffer[HEARSAY_DATE_BUFFER];

  for (guint i = 0; i < G_N_ELEMENTS (zone_rows); i++)
    {
      HearsayDate date;
      HearsayDate again;

      g_assert_true (hearsay_date_parse_iso (zone_rows[i].iso, &date));
      g_assert_cmpstr (hearsay_date_format_zone (date, buffer), ==, zone_rows[i].zone);
      g_assert_cmpstr (hearsay_date_format_full (date, buffer), ==, zone_rows[i].full);
      g_assert_true (hearsay_date_parse_iso (buffer, &again));
      g_assert_cmpmem (&date, sizeof date, &again, sizeof again);
    }
}

/* Central European time, whose clocks are put forward on 26 March 2023 and back on 29 October. */
static const struct
{
  const char *printed;
  const char *told;
} told_rows[] = {
  { "2023-01-10T12:00+00:00", "2023-01-10T13:00+01:00" },
  { "2023-07-10T12:00+00:00", "2023-07-10T14:00+02:00" },
  { "2023-07-10T23:30+00:00", "2023-07-11T01:30+02:00" },
  { "2023-07-10T00:10+08:00", "2023-07-09T18:10+02:00" },
  { "2023-03-26T00:59+00:00", "2023-03-26T01:59+01:00" },
  { "2023-03-26T01:00+00:00", "2023-03-26T03:00+02:00" },
  { "2023-10-29T00:30+00:00", "2023-10-29T02:30+02:00" },
  { "2023-10-29T01:30+00:00", "2023-10-29T02:30+01:00" },
  { "2024-02-28T23:30-01:00", "2024-02-29T01:30+01:00" },
  { "2023-12-31T23:30+00:00", "2024-01-01T00:30+01:00" },
  /* What has no zone, or no hour, stays. */
  { "2023-07-10T12:00", "2023-07-10T12:00" },
  { "2023-07-10", "2023-07-10" },
  { "2023-07", "2023-07" },
};

static void
test_told_by_another_clock (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("CET-1CEST,M3.5.0,M10.5.0/3");
  char buffer[HEARSAY_DATE_BUFFER];

  g_assert_nonnull (zone);
  for (guint i = 0; i < G_N_ELEMENTS (told_rows); i++)
    {
      HearsayDate date;

      g_assert_true (hearsay_date_parse_iso (told_rows[i].printed, &date));
      g_assert_cmpstr (hearsay_date_format_full (hearsay_date_to_zone (date, zone), buffer), ==, told_rows[i].told);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/parse-and-format", test_parse_and_format);
  g_test_add_func ("/date/refuse", test_refuse);
  g_test_add_func ("/date/zones", test_zones);
  g_test_add_func ("/date/told-by-another-clock", test_told_by_another_clock);
  g_test_add_func ("/date/every-day", test_every_day);
  g_test_add_func ("/date/weekday-and-order", test_weekday_and_order);
  return g_test_run ();
}
