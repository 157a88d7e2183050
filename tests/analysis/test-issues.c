/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analyzed.h"

/* What several speak of is an issue, under its full name. */
static void
test_found (void)
{
  static const char text[] =
    "Ana Silva said the harbour tax is unfair.\n\n"
    "Ola Berg said that a harbour tax helps nobody, and that the people want cleaner beaches.\n\n"
    "Ruth Holm said cleaner beaches cost money, and the tax pays for them.";
  g_autoptr (HearsayAnalysis) analysis = analyze (text);
  gint32 tax = find_issue (analysis, "harbour tax");

  g_assert_cmpint (tax, >=, 0);
  /* “The tax” is the same one. */
  g_assert_cmpuint (hearsay_analysis_issue (analysis, tax)->mentions.n, ==, 3);
  g_assert_cmpint (find_issue (analysis, "people"), <, 0);
  g_assert_cmpuint (analysis->issues->len, <=, 8);
}

/* What is judged, what is only counted, and what is a part of a longer name are no issues of their own. */
static void
test_choice (void)
{
  static const char text[] =
    "Ana Silva said the harbour tax must go. “The harbour tax is a terrible mess,” she said.\n\n"
    "Ola Berg said the harbour tax makes a terrible mess of a system, and that the price is high.\n\n"
    "Ruth Holm said that many people in many cities pay no tax. She called the harbour tax a lasting problem for the cities.";
  g_autoptr (HearsayAnalysis) analysis = analyze (text);

  g_assert_cmpint (find_issue (analysis, "harbour tax"), >=, 0);
  g_assert_cmpint (find_issue (analysis, "terrible mess"), <, 0);
  g_assert_cmpint (find_issue (analysis, "tax"), <, 0);
  g_assert_cmpint (find_issue (analysis, "cities"), <, 0);
  g_assert_cmpint (find_issue (analysis, "problem"), <, 0);
  for (guint i = 0; i < analysis->issues->len; i++)
    g_assert_cmpuint (hearsay_analysis_issue (analysis, i)->mentions.n, >, 0);
}

/* Neither those who argue nor general nouns alone; a general noun is called as it is called once. */
static void
test_kinds (void)
{
  static const char text[] =
    "Ana Silva said the harbour pilots fear a 30 percent tariff. Ola Berg said harbour pilots will stop a 10 percent tariff.\n\n"
    "Ana Silva said the ferry program is a good choice. Ola Berg said the program is too dear, and that there is no choice. "
    "Ruth Holm said the program must go on. Ana Silva said the program has been a success. Ola Berg said the program has not.";
  g_autoptr (HearsayAnalysis) analysis = analyze (text);
  gint32 program = find_issue (analysis, "ferry program");

  g_assert_cmpint (find_issue (analysis, "harbour pilots"), <, 0);
  g_assert_cmpint (find_issue (analysis, "percent tariff"), <, 0);
  g_assert_cmpint (find_issue (analysis, "tariff"), >=, 0);
  g_assert_cmpint (find_issue (analysis, "choice"), <, 0);
  g_assert_cmpint (find_issue (analysis, "program"), <, 0);
  g_assert_cmpint (program, >=, 0);
  g_assert_cmpuint (hearsay_analysis_issue (analysis, program)->mentions.n, ==, 5);
}

/*
 * What people argue about wherever it is named is an issue although it is said once, if in more than a word; alone it
 * must come back. A name before it and the capital of a sentence's first word do not hide it.
 */
static void
test_topics (void)
{
  static const char text[] =
    "Ana Silva said the Norway war was a mistake. Ola Berg called the Norway war just.\n\n"
    "Ruth Holm said that mass deportation is cruel. Fish quotas are too low, she said. Ola Berg said that fish quotas are too high.\n\n"
    "Ana Silva said the ransom was paid in May.";
  g_autoptr (HearsayAnalysis) analysis = analyze (text);
  gint32 quotas = find_issue (analysis, "fish quotas");

  g_assert_cmpint (find_issue (analysis, "Norway war"), >=, 0);
  g_assert_cmpint (find_issue (analysis, "mass deportation"), >=, 0);
  g_assert_cmpint (find_issue (analysis, "ransom"), <, 0);
  g_assert_cmpint (quotas, >=, 0);
  g_assert_cmpuint (hearsay_analysis_issue (analysis, quotas)->mentions.n, ==, 2);
}

/* What stands in the title and is on everybody's lips is argued about, be it a thing or a house. */
static void
test_subject (void)
{
  static const char text[] =
    "Ana Silva said the ferry is too old. Ola Berg said that the ferry is safe. Ruth Holm said the ferry must go. "
    "Ida Lund said that nobody likes the ferry. Ana Silva said the lamp on the ferry is broken. Ola Berg said the lamp is new.\n\n"
    "Ruth Holm said the fish shop will close. Ida Lund said that the fish shop is loved.";
  g_autoptr (HearsayAnalysis) analysis = analyze_titled (text, "Town argues over ferry and fish shop", HEARSAY_DATE_NONE);
  static const char once[] = "Ana Silva said the car lamp is new. Ruth Holm said that fish quotas, a fuel tax, a ferry strike and a car ban are new.";
  g_autoptr (HearsayAnalysis) urban = analyze_titled (once, "Urban scars", HEARSAY_DATE_NONE);
  g_autoptr (HearsayAnalysis) banned = analyze_titled (once, "Ban on cars", HEARSAY_DATE_NONE);

  g_assert_cmpint (find_issue (analysis, "ferry"), >=, 0);
  g_assert_cmpint (find_issue (analysis, "fish shop"), >=, 0);
  g_assert_cmpint (find_issue (analysis, "lamp"), <, 0);
  /* “Urban” names no ban. */
  g_assert_cmpint (find_issue (urban, "car ban"), <, 0);
  g_assert_cmpint (find_issue (banned, "car ban"), >=, 0);
}

/* An article that is longer keeps the issues it had. */
static void
test_stay (void)
{
  static const char shorter[] =
    "Ana Silva said the harbour tax is unfair.\n\nOla Berg said that a harbour tax helps nobody.";
  g_autofree char *longer = g_strconcat (shorter, "\n\nRuth Holm said school fees are high. Ana Silva said school fees hurt families.", NULL);
  g_autoptr (HearsayAnalysis) before = analyze (shorter);
  g_autoptr (HearsayAnalysis) after = analyze (longer);

  g_assert_cmpint (find_issue (before, "harbour tax"), >=, 0);
  g_assert_cmpint (find_issue (after, "harbour tax"), >=, 0);
  g_assert_cmpint (find_issue (after, "school fees"), >=, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/issues/found", test_found);
  g_test_add_func ("/issues/choice", test_choice);
  g_test_add_func ("/issues/kinds", test_kinds);
  g_test_add_func ("/issues/topics", test_topics);
  g_test_add_func ("/issues/subject", test_subject);
  g_test_add_func ("/issues/stay", test_stay);
  return g_test_run ();
}
