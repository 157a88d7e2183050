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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/parse-and-format", test_parse_and_format);
  g_test_add_func ("/date/refuse", test_refuse);
  g_test_add_func ("/date/every-day", test_every_day);
  g_test_add_func ("/date/weekday-and-order", test_weekday_and_order);
  return g_test_run ();
}
