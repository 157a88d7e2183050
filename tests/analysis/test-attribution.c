/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "analysis/hearsay-attribution.h"
#include "analysis/hearsay-cues.h"
#include "analysis/hearsay-lexicon.h"
#include "analysis/hearsay-trees.h"

static HearsayGrammar *grammar;

static HearsayAttributions *
find (const HearsayText *text)
{
  g_autoptr (HearsayTrees) trees = hearsay_trees_new (grammar, text, NULL, NULL);

  return hearsay_attributions_find (text, trees->syntax.xpos, NULL, NULL);
}

/* One line an attribution: “source | cue | content / content | kind”. */
static char *
describe (const char *string)
{
  g_autoptr (HearsayText) text = hearsay_text_new (string, strlen (string));
  g_autoptr (HearsayAttributions) found = find (text);
  GString *result = g_string_new (NULL);

  for (guint i = 0; i < found->items->len; i++)
    {
      const HearsayAttribution *item = hearsay_attributions_get (found, i);
      const HearsaySpan *contents = hearsay_attributions_contents (found, item);

      g_string_append_len (result, string + item->source.start, hearsay_span_length (item->source));
      g_string_append (result, " | ");
      g_string_append_len (result, string + item->cue.start, hearsay_span_length (item->cue));
      g_string_append (result, " | ");
      for (guint j = 0; j < item->n_contents; j++)
        {
          g_string_append (result, j == 0 ? "" : " / ");
          g_string_append_len (result, string + contents[j].start, hearsay_span_length (contents[j]));
        }
      g_string_append_printf (result, " | %s\n", hearsay_statement_kind_to_string (item->kind));
    }
  return g_string_free (result, FALSE);
}

static void
test_sentences (void)
{
  static const struct
  {
    const char *text;
    const char *found;
  } cases[] = {
    { "\"We will rebuild the bridge before winter,\" the mayor said.",
      "the mayor | said | \"We will rebuild the bridge before winter,\" | direct\n" },
    { "“The dam is safe,” said Jane Roe, an engineer at the water office.",
      "Jane Roe, an engineer at the water office | said | “The dam is safe,” | direct\n" },
    { "“I never saw the letter,” Mara Lund told the Harbor Post on Friday.",
      "Mara Lund | told | “I never saw the letter,” | direct\n" },
    { "\"It was late,\" she said. \"Nobody answered the phone.\"",
      "she | said | \"It was late,\" / \"Nobody answered the phone.\" | direct\n" },
    { "“It was late,” she said, “and nobody answered the phone.”",
      "she | said | “It was late,” / “and nobody answered the phone.” | direct\n" },
    { "Mara Lund said the harbor would stay open.",
      "Mara Lund | said | the harbor would stay open | indirect\n" },
    { "Mara Lund, a clerk at the harbor office, said that the ferry would sail.",
      "Mara Lund, a clerk at the harbor office, | said | that the ferry would sail | indirect\n" },
    { "The minister told reporters on Monday that the talks had failed.",
      "The minister | told | that the talks had failed | indirect\n" },
    { "Viktor Hall, head of the union, told the Daily Crown Friday that wages were too low.",
      "Viktor Hall, head of the union, | told | that wages were too low | indirect\n" },
    { "The committee believes that the plan is sound.",
      "The committee | believes | that the plan is sound | indirect\n" },
    { "Farmers fear that the river will rise again.",
      "Farmers | fear | that the river will rise again | indirect\n" },
    { "The governor praised the rescue teams.",
      "The governor | praised | the rescue teams | indirect\n" },
    { "The senator expressed her readiness to resume the talks.",
      "The senator | expressed | her readiness to resume the talks | indirect\n" },
    { "The union rejected the offer on Tuesday.",
      "The union | rejected | the offer | indirect\n" },
    { "According to the ministry, the bridge is closed.",
      "the ministry | According to | the bridge is closed | indirect\n" },
    { "The bridge is closed, according to the ministry.",
      "the ministry | according to | The bridge is closed | indirect\n" },
    { "The bridge, according to two officials, will be closed.",
      "two officials | according to | The bridge / will be closed | indirect\n" },
    { "The harbor will stay open, Lund said.",
      "Lund | said | The harbor will stay open | indirect\n" },
    { "The harbor will stay open, but the ferry will not sail until the storm has passed, officials said on Monday.",
      "officials | said | The harbor will stay open, but the ferry will not sail until the storm has passed | indirect\n" },
    { "The speech, in which Lund said that the harbor would stay open, was short.",
      "Lund | said | that the harbor would stay open | indirect\n" },
    { "The clerk, who said he was ill, went home early.",
      "who | said | he was ill | indirect\n" },
    { "Lund said the harbor was safe and warned that the ferry was not.",
      "Lund | said | the harbor was safe | indirect\n"
      "Lund | warned | that the ferry was not | indirect\n" },
    { "Lund defended the plan, adding that it would save money.",
      "Lund | defended | the plan | indirect\n"
      "Lund | adding | that it would save money | indirect\n" },
    { "The mayor vowed to rebuild the bridge.",
      "The mayor | vowed | to rebuild the bridge | indirect\n" },
    { "The mayor accused the council of wasting money.",
      "The mayor | accused | the council of wasting money | indirect\n" },
    { "The mayor called the plan “a gift to the rich.”",
      "The mayor | called | “a gift to the rich.” | direct\n" },
    { "The council has asked the mayor to resign.",
      "The council | has asked | the mayor to resign | indirect\n" },
    { "Lund's claim that the harbor is safe.",
      "Lund's | claim | that the harbor is safe | indirect\n" },
    { "“Stop the works!” the crowd shouted.",
      "the crowd | shouted | “Stop the works!” | direct\n" },
    { "The report found that prices had doubled.",
      "The report | found | that prices had doubled | indirect\n" },
    { "She wondered whether the train would come.",
      "She | wondered | whether the train would come | indirect\n" },
    { "LUND: We never agreed to that plan.",
      "LUND | : | We never agreed to that plan. | indirect\n" },
    { "“A fine, brave and honest book.” — Mara Lund, the Harbor Post",
      "Mara Lund, the Harbor Post | — | “A fine, brave and honest book.” | direct\n" },
    { "Lund described the vote as a farce.",
      "Lund | described | the vote as a farce | indirect\n" },
    { "The president, speaking in Oslo, said the pact was dead.",
      "The president, speaking in Oslo, | said | the pact was dead | indirect\n" },
    { "\"The pact is dead,\" the president said, accusing his rivals of sabotage.",
      "the president | said | \"The pact is dead,\" | direct\n"
      "the president | accusing | his rivals of sabotage | indirect\n" },
    { "The company denied the report.",
      "The company | denied | the report | indirect\n" },
    { "Lund said: “The harbor is safe.”",
      "Lund | said | “The harbor is safe.” | direct\n" },
    { "'The harbor is quite safe,' Lund said.",
      "Lund | said | 'The harbor is quite safe,' | direct\n" },
    { "''The harbor is quite safe,'' Lund said.",
      "Lund | said | ''The harbor is quite safe,'' | direct\n" },
    { "\"The harbor is safe,\" Lund said on Monday. \"The ferry is not,\" she added.",
      "Lund | said | \"The harbor is safe,\" | direct\n"
      "she | added | \"The ferry is not,\" | direct\n" },
    { "In a statement, the ministry said the road would be closed.",
      "the ministry | said | the road would be closed | indirect\n" },
    { "Russia's foreign ministry said it had no comment.",
      "Russia's foreign ministry | said | it had no comment | indirect\n" },
    { "The White House declined to comment.",
      "The White House | declined | to comment | indirect\n" },
    { "Critics argue the law is too weak.",
      "Critics | argue | the law is too weak | indirect\n" },
    { "The judge ruled that the search was illegal.",
      "The judge | ruled | that the search was illegal | indirect\n" },
    { "The old man's so-called “castle” is a hut.",
      "" },
    { "She was said to be the best pilot of her year.",
      "" },
    { "The book “War on the River” sold well in the spring.",
      "" },
    { "The dog slept in the sun all day.",
      "" },
    { "He opened the door and walked to the harbor.",
      "" },
    { "The ministry said the road was closed, while the police said it was open.",
      "The ministry | said | the road was closed | indirect\n"
      "the police | said | it was open | indirect\n" },
    { "The senator did not say when he would decide.",
      "The senator | did not say | when he would decide | indirect\n" },
    { "The trade union and the employers agreed to meet again.",
      "The trade union and the employers | agreed | to meet again | indirect\n" },
    { "The pilot insisted that he had followed the rules.",
      "The pilot | insisted | that he had followed the rules | indirect\n" },
    { "Ms. Lund wrote in a letter that she would not return.",
      "Ms. Lund | wrote | that she would not return | indirect\n" },
    { "Many voters think the race is over.",
      "Many voters | think | the race is over | indirect\n" },
    { "The road will be closed, the police announced.",
      "the police | announced | The road will be closed | indirect\n" },
    { "\"The plan,\" Lund argued, \"is a gift to the rich.\"",
      "Lund | argued | \"The plan,\" / \"is a gift to the rich.\" | direct\n" },
    { "The bishop urged both sides to stop the fighting.",
      "The bishop | urged | both sides to stop the fighting | indirect\n" },
    { "Lund said she had “no doubt at all” about the result.",
      "Lund | said | she had “no doubt at all” about the result | mixed\n" },
    { "The island's leader, Aki Tamm, 52, said the vote was fair.",
      "The island's leader, Aki Tamm, 52, | said | the vote was fair | indirect\n" },
    { "It is believed that the ship sank in the storm.",
      " | is believed | that the ship sank in the storm | indirect\n" },
    { "The general warned against a new war.",
      "The general | warned | against a new war | indirect\n" },
    { "Two neighbors said they had seen the car.",
      "Two neighbors | said | they had seen the car | indirect\n" },
    { "The minister said Monday the talks would go on.",
      "The minister | said | the talks would go on | indirect\n" },
    { "“The road is long,” Lund said. “It has no end.” Then she left the hall.",
      "Lund | said | “The road is long,” / “It has no end.” | direct\n" },
    { "Correction: An earlier version gave the wrong date.",
      "" },
    { "\"I will not run again,\" Lund told a crowd in Oslo, \"and nobody can make me.\"",
      "Lund | told | \"I will not run again,\" / \"and nobody can make me.\" | direct\n" },
    { "The mayor blamed the storm for the delay.",
      "The mayor | blamed | the storm for the delay | indirect\n" },
    { "China and India oppose the new tax.",
      "China and India | oppose | the new tax | indirect\n" },
    { "“We are ready,” said Hall, who leads the union, “to talk at any time.”",
      "Hall, who leads the union, | said | “We are ready,” / “to talk at any time.” | direct\n" },
    { "The senator criticized the bill and said it would hurt farmers.",
      "The senator | criticized | the bill | indirect\n"
      "The senator | said | it would hurt farmers | indirect\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = describe (cases[i].text);

      if (strcmp (found, cases[i].found) != 0)
        g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_paragraphs (void)
{
  static const struct
  {
    const char *text;
    const char *found;
  } cases[] = {
    /* A paragraph that ends in the speaker is all the speaker's. */
    { "The ties are old. Both ports gain from them, the clerk said during a briefing.",
      "the clerk | said | The ties are old. Both ports gain from them | indirect\n" },
    /* A quotation over paragraphs. */
    { "“One is here,” Lund said. “Two is there.\n\n“Three is nowhere at all.”\n\nIt rained.",
      "Lund | said | “One is here,” / “Two is there. / “Three is nowhere at all.” | direct\n" },
    /* A colon that ends a paragraph. */
    { "The union wrote:\n\n“We will not sign this paper.”\n\nIt rained.",
      "The union | wrote | “We will not sign this paper.” | direct\n" },
    /* A sentence of its own behind the quotation. */
    { "“Who would sign such a paper?” Lund asked. “Nobody would do it.”",
      "Lund | asked | “Who would sign such a paper?” / “Nobody would do it.” | direct\n" },
    { "The fair, at which Lund said that the harbor was safe, but not dry, was held on Sunday.",
      "Lund | said | that the harbor was safe, but not dry | indirect\n" },
    { "Port unions and their leaders, in many papers, said that the harbor was safe.",
      "Port unions and their leaders, in many papers, | said | that the harbor was safe | indirect\n" },
    { "Lund: The harbor is safe\n\nThe wind was strong.\n\nIt rained.",
      "Lund | : | The harbor is safe | indirect\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = describe (cases[i].text);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_nested (void)
{
  static const char string[] = "“Oslo believes that neither plan is good for the ports,” Lund said.";
  g_autoptr (HearsayText) text = hearsay_text_new (string, strlen (string));
  g_autoptr (HearsayAttributions) found = find (text);
  g_autofree char *described = describe (string);

  g_assert_cmpstr (described, ==,
                   "Lund | said | “Oslo believes that neither plan is good for the ports,” | direct\n"
                   "Oslo | believes | that neither plan is good for the ports | direct\n");
  g_assert_cmpint (hearsay_attributions_get (found, 0)->parent, ==, -1);
  g_assert_cmpint (hearsay_attributions_get (found, 1)->parent, ==, 0);
}

static char **
read_lines (const char *file)
{
  g_autoptr (GBytes) bytes = hearsay_lexicon_read (file, NULL);
  g_autofree char *text = NULL;

  g_assert_nonnull (bytes);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return g_strsplit (text, "\n", -1);
}

static void
check_number (const char *digits)
{
  char *end = NULL;
  gint64 n = g_ascii_strtoll (digits, &end, 10);

  g_assert_cmpstr (end, ==, "");
  g_assert_true (end != digits && n >= 0 && n <= 100);
}

static HearsayFrame
find_frame (const char *name,
            gsize       length)
{
  for (guint i = 0; i < HEARSAY_N_FRAMES; i++)
    if (strlen (hearsay_frame_get_name (i)) == length && strncmp (hearsay_frame_get_name (i), name, length) == 0)
      return i;
  return HEARSAY_N_FRAMES;
}

static void
test_cues (void)
{
  static const char *const kinds[] = { "verb", "passive", "noun", "adjective" };
  g_auto (GStrv) lines = read_lines ("cues.txt");
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "|", -1);
      g_auto (GStrv) weights = NULL;
      const HearsayCue *cue;
      guint kind;

      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;
      g_assert_cmpuint (g_strv_length (fields), ==, 5);
      for (kind = 0; kind < G_N_ELEMENTS (kinds) && strcmp (kinds[kind], fields[0]) != 0; kind++)
        ;
      g_assert_cmpuint (kind, <, G_N_ELEMENTS (kinds));
      check_number (fields[3]);
      cue = hearsay_cues_find (kind, fields[1]);
      g_assert_nonnull (cue);
      g_assert_cmpstr (hearsay_cues_get_lemma (cue), ==, fields[1]);
      weights = g_strsplit (fields[4], " ", -1);
      for (guint j = 0; weights[j] != NULL; j++)
        {
          const char *equals = strchr (weights[j], '=');
          HearsayFrame frame;

          g_assert_nonnull (equals);
          check_number (equals + 1);
          frame = find_frame (weights[j], (gsize) (equals - weights[j]));
          g_assert_cmpuint (frame, <, HEARSAY_N_FRAMES);
          g_assert_cmpfloat_with_epsilon (hearsay_cues_get_weight (cue, frame) * 100, g_ascii_strtod (equals + 1, NULL), 0.01f);
        }
      n++;
    }
  g_assert_cmpuint (n, >, 500);
  g_assert_nonnull (hearsay_cues_find (HEARSAY_CUE_VERB, "denied"));
  g_assert_nonnull (hearsay_cues_find (HEARSAY_CUE_VERB, "arguing"));
  g_assert_nonnull (hearsay_cues_find (HEARSAY_CUE_VERB, "said"));
  g_assert_null (hearsay_cues_find (HEARSAY_CUE_VERB, "harbor"));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearsayModel) model = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  model = hearsay_model_open_default (&error);
  g_assert_no_error (error);
  grammar = hearsay_grammar_new (model, &error);
  g_assert_no_error (error);
  g_test_add_func ("/analysis/attribution/sentences", test_sentences);
  g_test_add_func ("/analysis/attribution/paragraphs", test_paragraphs);
  g_test_add_func ("/analysis/attribution/nested", test_nested);
  g_test_add_func ("/analysis/attribution/cues", test_cues);
  status = g_test_run ();
  hearsay_grammar_unref (grammar);
  return status;
}
