/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "analysis/hearsay-times.h"
#include "analysis/hearsay-trees.h"

static HearsayGrammar *grammar;

static const char *const types[] = { "DATE", "TIME", "DURATION", "SET" };

/* “[Friday] DATE 2020-10-23; …” */
static char *
describe (const char *words,
          HearsayDate published)
{
  g_autoptr (HearsayText) text = hearsay_text_new (words, strlen (words));
  g_autoptr (HearsayClosed) closed = hearsay_closed_new (text);
  g_autoptr (HearsayTrees) trees = hearsay_trees_new (grammar, text, NULL, NULL);
  g_autoptr (GArray) times = hearsay_times_find (closed, &trees->syntax, published);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < times->len; i++)
    {
      const HearsayTime *time = &g_array_index (times, HearsayTime, i);

      g_string_append_printf (string, "%s[%.*s] %s %s", i > 0 ? "; " : "", (int) (time->end - time->start),
                              words + time->start, types[time->type], time->value);
    }
  return g_string_free (string, FALSE);
}

/* The publication is Wednesday, 2021-06-16. */
static const struct
{
  const char *text;
  const char *times;
} rows[] = {
  { "It rained on Monday.", "[Monday] DATE 2021-06-14" },
  { "It rained on Wednesday.", "[Wednesday] DATE 2021-06-16" },
  { "It rained on Thursday.", "[Thursday] DATE 2021-06-10" },
  { "The board will meet on Friday.", "[Friday] DATE 2021-06-18" },
  { "They met last Wednesday.", "[last Wednesday] DATE 2021-06-09" },
  { "They meet next Monday.", "[next Monday] DATE 2021-06-21" },
  { "It began Tuesday night.", "[Tuesday night] TIME 2021-06-15TNI" },
  { "They left yesterday.", "[yesterday] DATE 2021-06-15" },
  { "They leave tomorrow morning.", "[tomorrow morning] TIME 2021-06-17TMO" },
  { "Today it is warm.", "[Today] DATE 2021-06-16" },
  { "They sing tonight.", "[tonight] TIME 2021-06-16TNI" },
  { "On May 3, 2019, they met.", "[May 3, 2019] DATE 2019-05-03" },
  { "On 3 May 2019 they met.", "[3 May 2019] DATE 2019-05-03" },
  { "They met on Dec. 9.", "[Dec. 9] DATE 2020-12-09" },
  { "The pilots met on August 2.", "[August 2] DATE 2020-08-02" },
  { "They will meet on August 2.", "[August 2] DATE 2021-08-02" },
  { "They met in March 2018.", "[March 2018] DATE 2018-03" },
  { "They met in April.", "[April] DATE 2021-04" },
  { "They met last December.", "[last December] DATE 2020-12" },
  { "It may rain, and the march goes on.", "" },
  { "It was written on 2020-10-22.", "[2020-10-22] DATE 2020-10-22" },
  { "It was signed on 10/22/2020.", "[10/22/2020] DATE 2020-10-22" },
  { "It was signed on 22.10.2020.", "[22.10.2020] DATE 2020-10-22" },
  { "Friday, June 11, 2021 was dry.", "[Friday, June 11, 2021] DATE 2021-06-11" },
  { "It fell last month.", "[last month] DATE 2021-05" },
  { "It fell last week.", "[last week] DATE 2021-W23" },
  { "It fell last year.", "[last year] DATE 2020" },
  { "It opens early next year.", "[early next year] DATE 2022" },
  { "It closed two weeks ago.", "[two weeks ago] DATE 2021-W22" },
  { "It closed ten days ago.", "[ten days ago] DATE 2021-06-06" },
  { "It closed five years ago.", "[five years ago] DATE 2016" },
  { "It was built in 1987.", "[1987] DATE 1987" },
  { "It was common in the 1990s.", "[the 1990s] DATE 199" },
  { "The bid was extended to July 5.", "[July 5] DATE 2021-07-05" },
  { "The mayor resigned in December.", "[December] DATE 2020-12" },
  { "The bridge will open in May.", "[May] DATE 2022-05" },
  { "They have until Monday.", "[Monday] DATE 2021-06-21" },
  { "The ferry may sail as soon as Tuesday.", "[Tuesday] DATE 2021-06-22" },
  { "The union declined to comment Friday.", "[Friday] DATE 2021-06-11" },
  { "They met on Thanksgiving Day.", "[Thanksgiving Day] DATE 2020-11-26" },
  { "It rained on Easter Monday.", "[Easter Monday] DATE 2021-04-05" },
  { "It was New Year's Eve 2019.", "[New Year's Eve 2019] DATE 2019-12-31" },
  { "It was built in nineteen eighty-four.", "[nineteen eighty-four] DATE 1984" },
  { "It rained in recent weeks.", "[recent weeks] DATE PAST_REF" },
  { "It was on 32 February 2020.", "[February 2020] DATE 2020-02" },
  { "It was on February 30, 2020.", "[February 30, 2020] DATE 2020-02" },
  { "It was on 2020-13-45.", "" },
  { "It was in the year 99999.", "" },
  { "It was in the year 1984.", "[the year 1984] DATE 1984" },
  { "The current talks go on.", "[current] DATE PRESENT_REF" },
  { "It was sold for the year ended March 31.", "[the year] DURATION P1Y; [March 31] DATE 2021-03-31" },
  { "It grew from the year-earlier quarter.", "[the year-earlier quarter] DATE 2020" },
  { "They came late yesterday.", "[late yesterday] DATE 2021-06-15" },
  { "It was common in the seventies.", "[the seventies] DATE 197" },
  { "It dates from the 19th century.", "[the 19th century] DATE 18" },
  { "It grew in the first quarter of 2020.", "[the first quarter of 2020] DATE 2020-Q1" },
  { "It grew in the second quarter.", "[the second quarter] DATE 2021-Q2" },
  { "It was warm last summer.", "[last summer] DATE 2020-SU" },
  { "It took three months.", "[three months] DURATION P3M" },
  { "A two-year plan.", "[two-year] DURATION P2Y" },
  { "It lasted several hours.", "[several hours] DURATION PTXH" },
  { "It has lasted for decades.", "[decades] DURATION PXDE" },
  { "In the past two weeks it rose.", "[the past two weeks] DURATION P2W" },
  { "They pray every Friday.", "[every Friday] SET XXXX-WXX-5" },
  { "They pray daily.", "[daily] SET P1D" },
  { "They pray every two hours.", "[every two hours] SET PT2H" },
  { "It began at 8:30 p.m. on Monday.", "[8:30 p.m. on Monday] TIME 2021-06-14T20:30" },
  { "It began at noon.", "[noon] TIME 2021-06-16T12:00" },
  { "It is now done, and was recently cleaned.", "[now] DATE PRESENT_REF; [recently] DATE PAST_REF" },
  { "She is 40 years old and weighs 1990 pounds.", "" },
  { "It costs $1999 and 2000 people came.", "" },
  { "It took an hour and a half.", "[an hour and a half] DURATION PT1H30M" },
  { "", "" },
};

static void
test_values (void)
{
  HearsayDate published = hearsay_date_new_day (2021, 6, 16);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = describe (rows[i].text, published);

      if (strcmp (found, rows[i].times) != 0)
        {
          g_test_message ("%s\n  wanted: %s\n  found:  %s", rows[i].text, rows[i].times, found);
          g_test_fail ();
        }
    }
}

/* Without a publication date nothing relative is resolved. */
static void
test_undated (void)
{
  static const struct
  {
    const char *text;
    const char *times;
  } undated[] = {
    { "It rained on Monday.", "[Monday] DATE XXXX-WXX-1" },
    { "It rained yesterday.", "[yesterday] DATE XXXX-XX-XX" },
    { "It rained last month.", "[last month] DATE XXXX-XX" },
    { "It rained last year.", "[last year] DATE XXXX" },
    { "It rained last week.", "[last week] DATE XXXX-WXX" },
    { "It rained on May 3.", "[May 3] DATE XXXX-05-03" },
    { "It rained on May 3, 2019.", "[May 3, 2019] DATE 2019-05-03" },
    { "It rained in the third quarter.", "[the third quarter] DATE XXXX-Q3" },
    { "It rained last summer.", "[last summer] DATE XXXX-SU" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (undated); i++)
    {
      g_autofree char *found = describe (undated[i].text, HEARSAY_DATE_NONE);

      g_assert_cmpstr (found, ==, undated[i].times);
    }
}

/* Numbers that no calendar has are left alone, and nothing overflows. */
static void
test_hostile (void)
{
  static const char *const texts[] = {
    "99999 years ago", "9999 centuries ago", "February 31, 2021", "31/31/2021", "2021-13-45", "9999-99-99", "0000-00-00",
    "99999999999999999999 weeks later", "last last last last", "the the the", "next next year year", "32 May", "1/0 days", "2 1/0 years",
  };
  HearsayDate published = hearsay_date_new_day (2021, 6, 16);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *found = describe (texts[i], published);

      g_assert_true (g_utf8_validate (found, -1, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearsayModel) model = hearsay_model_open_default (&error);
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_no_error (error);
  grammar = hearsay_grammar_new (model, &error);
  g_assert_no_error (error);
  g_test_add_func ("/times/values", test_values);
  g_test_add_func ("/times/undated", test_undated);
  g_test_add_func ("/times/hostile", test_hostile);
  status = g_test_run ();
  hearsay_grammar_unref (grammar);
  return status;
}
