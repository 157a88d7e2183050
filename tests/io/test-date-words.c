/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "io/hearsay-date-words.h"

static void
test_forms (void)
{
  static const struct
  {
    const char *text;
    const char *iso;
    const char *rest;
  } cases[] = {
    { "Oct 23, 2020 09:33 PM", "2020-10-23T21:33", "" },
    { "October 3, 2016", "2016-10-03", "" },
    { "Oct. 3 2016", "2016-10-03", "" },
    { "Sept. 1st, 2019 at 7 a.m. ET", "2019-09-01T07:00", " ET" },
    { "3 March 2021", "2021-03-03", "" },
    { "Wednesday, 3 March 2021, 12:05 GMT", "2021-03-03T12:05", " GMT" },
    { "Tue Nov 19 2019 03:05:46 GMT+0000", "2019-11-19T03:05", " GMT+0000" },
    { "Fri, 23 Oct 2020 21:33:00 GMT", "2020-10-23T21:33", " GMT" },
    { "2020-10-23T21:33:00+08:00", "2020-10-23T21:33", "+08:00" },
    { "2020-10-23", "2020-10-23", "" },
    { "2020/10/23 21:33", "2020-10-23T21:33", "" },
    { "23.10.2020", "2020-10-23", "" },
    { "23/10/2020", "2020-10-23", "" },
    { "10/23/2020", "2020-10-23", "" },
    { "20201023", "2020-10-23", "" },
    { "March 2021", "2021-03", "" },
    { "12-Nov-2019", "2019-11-12", "" },
    { "Nov 1, 2019 12:15 AM", "2019-11-01T00:15", "" },
    { "Nov 1, 2019 12.15pm", "2019-11-01T12:15", "" },
    { "March 3, 2021 — 18:00", "2021-03-03T18:00", "" },
  };
  char buffer[HEARSAY_DATE_BUFFER];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HearsayDate date;
      const char *end = hearsay_date_words_scan (cases[i].text, &date);

      g_test_message ("%s", cases[i].text);
      g_assert_nonnull (end);
      g_assert_cmpstr (hearsay_date_format (date, buffer), ==, cases[i].iso);
      g_assert_cmpstr (end, ==, cases[i].rest);
    }
}

static void
test_zones (void)
{
  static const struct
  {
    const char *text;
    const char *zone;
  } cases[] = {
    { "Sept. 1st, 2019 at 7 a.m. EDT", "-04:00" },
    { "Sept. 1st, 2019 at 7 a.m. ET", "" },
    { "Wednesday, 3 March 2021, 12:05 GMT", "+00:00" },
    { "Wednesday, 3 March 2021, 12:05 (BST)", "+01:00" },
    { "Tue Nov 19 2019 03:05:46 GMT+0530", "+05:30" },
    { "3 March 2021 12:05 UTC-3", "-03:00" },
    { "2020-10-23T21:33:00+08:00", "+08:00" },
    { "2020-10-23T21:33:00-05:00", "-05:00" },
    { "2020-10-23T21:33:00Z", "+00:00" },
    { "3 March 2021 10:00-12:00", "" },
    { "3 March 2021 10:00 - 12 comments", "" },
    { "3 March 2021 12:05 Zebra", "" },
    { "3 March 2021 12:05 ISTANBUL", "" },
    { "3 March 2021 GMT", "" },
    { "3 March 2021 12:05", "" },
  };
  char buffer[HEARSAY_DATE_BUFFER];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HearsayDate date;

      g_test_message ("%s", cases[i].text);
      g_assert_nonnull (hearsay_date_words_scan (cases[i].text, &date));
      g_assert_cmpstr (hearsay_date_format_zone (date, buffer), ==, cases[i].zone);
    }
}

static void
test_refuse (void)
{
  static const char *const wrong[] = {
    "", "Monday", "the 23rd", "October", "31 April 2020", "February 29, 2021", "13/13/2020", "2020-13-01", "123456789",
    "Marchers 3, 2020", "1.2.3", "99/99/9999", "3 March", "may 5",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      HearsayDate date = { .year = 7, .precision = HEARSAY_PRECISION_DAY };

      g_test_message ("%s", wrong[i]);
      g_assert_null (hearsay_date_words_scan (wrong[i], &date));
      g_assert_false (hearsay_date_is_set (date));
    }
}

static void
test_find (void)
{
  const char *line = "Last updated: Thu, March 4, 2021 by the desk";
  const char *start;
  const char *end;
  HearsayDate date;

  g_assert_true (hearsay_date_words_find (line, &date, &start, &end));
  g_assert_cmpint (start - line, ==, 14);
  g_assert_cmpstr (end, ==, " by the desk");
  g_assert_false (hearsay_date_words_find ("no date here, 12 of 14", &date, &start, &end));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-words/forms", test_forms);
  g_test_add_func ("/date-words/zones", test_zones);
  g_test_add_func ("/date-words/refuse", test_refuse);
  g_test_add_func ("/date-words/find", test_find);
  return g_test_run ();
}
