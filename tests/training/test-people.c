/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "training/hearsay-evaluate-people.h"

#include <gio/gio.h>
#include <string.h>

static HearsayGrammar *grammar;

#define WORD(id, form, upos, head, entity) id "\t" form "\t_\t" upos "\t_\t_\t" head "\t_\t_\t" entity "\n"

/* Four marked names; the town is not of the four kinds. “She” and “her” are Dahl, “he” is nobody who has a name. */
static const char news[] =
  "# newdoc id = GUM_news_harbour\n"
  "# text = Ingrid Dahl of the Harbour Safety Board left Norway for Tromsø.\n"
  WORD ("1", "Ingrid", "PROPN", "8", "Entity=(1-person-new-x-cf1-1-coref")
  WORD ("2", "Dahl", "PROPN", "1", "_")
  WORD ("3", "of", "ADP", "7", "_")
  WORD ("4", "the", "DET", "7", "Entity=(2-organization-new-x-cf2-4-sgl")
  WORD ("5", "Harbour", "PROPN", "7", "_")
  WORD ("6", "Safety", "PROPN", "7", "_")
  WORD ("7", "Board", "PROPN", "1", "Entity=2)1)")
  WORD ("8", "left", "VERB", "0", "_")
  WORD ("9", "Norway", "PROPN", "8", "Entity=(3-place-new-x-cf3-1-sgl)")
  WORD ("10", "for", "ADP", "11", "_")
  WORD ("11", "Tromsø", "PROPN", "8", "Entity=(4-place-new-x-cf4-1-sgl)|SpaceAfter=No")
  WORD ("12", ".", "PUNCT", "8", "_")
  "\n"
  "# text = She met her brother and said he slept.\n"
  WORD ("1", "She", "PRON", "2", "Entity=(1-person-giv-x-cf1-1-ana)")
  WORD ("2", "met", "VERB", "0", "_")
  WORD ("3", "her", "PRON", "4", "Entity=(5-person-new-x-cf2-2-coref(1-person-giv-x-cf1-1-ana)")
  WORD ("4", "brother", "NOUN", "2", "Entity=5)")
  WORD ("5", "and", "CCONJ", "6", "_")
  WORD ("6", "said", "VERB", "2", "_")
  WORD ("7", "he", "PRON", "8", "Entity=(5-person-giv-x-cf2-1-ana)")
  WORD ("8", "slept", "VERB", "6", "SpaceAfter=No")
  WORD ("9", ".", "PUNCT", "2", "_")
  "\n";

static GPtrArray *
parse (const char *conllu)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *documents = hearsay_entity_corpus_parse (conllu, &error);

  g_assert_no_error (error);
  return documents;
}

static void
test_corpus (void)
{
  g_autoptr (GPtrArray) documents = parse (news);
  const HearsayEntityDocument *document = g_ptr_array_index (documents, 0);
  const HearsayGoldMention *mention;

  g_assert_cmpuint (documents->len, ==, 1);
  g_assert_cmpstr (document->name, ==, "GUM_news_harbour");
  g_assert_cmpstr (document->running->text->str, ==,
                   "Ingrid Dahl of the Harbour Safety Board left Norway for Tromsø. She met her brother and said he slept.");
  g_assert_cmpuint (document->mentions->len, ==, 8);
  /* The inner one ends first. */
  mention = &g_array_index (document->mentions, HearsayGoldMention, 0);
  g_assert_cmpuint (mention->first, ==, 3);
  g_assert_cmpuint (mention->last, ==, 6);
  g_assert_cmpuint (mention->head, ==, 6);
  g_assert_cmpint (mention->type, ==, HEARSAY_ENTITY_ORGANIZATION);
  mention = &g_array_index (document->mentions, HearsayGoldMention, 1);
  g_assert_cmpuint (mention->first, ==, 0);
  g_assert_cmpuint (mention->last, ==, 6);
  g_assert_cmpuint (mention->head, ==, 0);
  g_assert_cmpuint (mention->chain, ==, 1);
  mention = &g_array_index (document->mentions, HearsayGoldMention, 5);
  g_assert_cmpuint (mention->chain, ==, 1);
  g_assert_cmpuint (mention->first, ==, 14);
}

static void
test_bad_corpus (void)
{
  static const char *const texts[] = {
    "# newdoc id = a\n1\tBoats\n",
    "# newdoc id = a\n" WORD ("1", "Boats", "NOUN", "0", "Entity=(x-person)"),
    "# newdoc id = a\n" WORD ("1", "Boats", "NOUN", "0", "Entity=7)"),
    WORD ("1", "Boats", "NOUN", "0", "_"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (hearsay_entity_corpus_parse (texts[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

/* Reads @text in place of the document's own: what is not in it is missing. */
static void
score_news (const char   *text,
            HearsayScore *entities,
            HearsayScore *pronouns)
{
  g_autoptr (GPtrArray) documents = parse (news);
  const HearsayEntityDocument *document = g_ptr_array_index (documents, 0);
  HearsayPeopleReading reading;
  HearsayCalibration kinds = { 0 };

  hearsay_people_reading_init (&reading, grammar, text != NULL ? text : document->running->text->str);
  hearsay_evaluate_entities (document, &reading, entities, &kinds);
  hearsay_evaluate_pronouns (document, &reading, pronouns);
  hearsay_people_reading_clear (&reading);
}

/* Ten of which nine are right, said with 0.8: off by 0.1; one that is wrong, said with 0.5. */
static void
test_calibration (void)
{
  HearsayCalibration kinds = { 0 };

  g_assert_cmpfloat (hearsay_calibration_get_error (&kinds), ==, 0.0);
  kinds.n[HEARSAY_GROUND_TABLE][HEARSAY_ACTOR_PERSON] = 10;
  kinds.right[HEARSAY_GROUND_TABLE][HEARSAY_ACTOR_PERSON] = 9;
  kinds.confidence[HEARSAY_GROUND_TABLE][HEARSAY_ACTOR_PERSON] = 8.0;
  g_assert_cmpfloat_with_epsilon (hearsay_calibration_get_error (&kinds), 0.1, 1e-9);
  kinds.n[HEARSAY_GROUND_LEAD][HEARSAY_ACTOR_GROUP] = 1;
  kinds.confidence[HEARSAY_GROUND_LEAD][HEARSAY_ACTOR_GROUP] = 0.5;
  g_assert_cmpfloat_with_epsilon (hearsay_calibration_get_error (&kinds), 1.5 / 11.0, 1e-9);
}

/* What is marked is counted with its kind; the sentence says the right one of all three. */
static void
test_kinds (void)
{
  g_autoptr (GPtrArray) documents = parse (news);
  const HearsayEntityDocument *document = g_ptr_array_index (documents, 0);
  HearsayPeopleReading reading;
  HearsayCalibration kinds = { 0 };
  HearsayScore entities = { 0 };
  guint n = 0;
  guint right = 0;

  hearsay_people_reading_init (&reading, grammar, document->running->text->str);
  hearsay_evaluate_entities (document, &reading, &entities, &kinds);
  hearsay_people_reading_clear (&reading);
  for (guint g = 0; g < HEARSAY_N_GROUNDS; g++)
    for (guint k = 0; k < HEARSAY_N_ACTOR_KINDS; k++)
      {
        n += kinds.n[g][k];
        right += kinds.right[g][k];
      }
  g_assert_cmpuint (n, >=, 3);
  g_assert_cmpuint (right, ==, 3);
  g_assert_cmpuint (kinds.n[HEARSAY_GROUND_TABLE][HEARSAY_ACTOR_COUNTRY], ==, 1);
  g_assert_cmpuint (kinds.n[HEARSAY_GROUND_NONE][HEARSAY_ACTOR_PERSON], ==, 0);
}

static void
test_gum (void)
{
  HearsayScore entities = { 0 };
  HearsayScore pronouns = { 0 };

  score_news (NULL, &entities, &pronouns);
  g_assert_cmpuint (entities.gold, ==, 3);
  g_assert_cmpuint (entities.right, ==, 3);
  g_assert_cmpuint (entities.found, >=, 3);
  g_assert_cmpuint (pronouns.gold, ==, 2);
  g_assert_cmpuint (pronouns.right, ==, 2);
}

/* Everything is missing, and what is missing is wrong. */
static void
test_gum_missing (void)
{
  HearsayScore entities = { 0 };
  HearsayScore pronouns = { 0 };

  score_news ("ingrid dahl of the harbour safety board left norway for tromsø.  she met her brother and said he slept.", &entities,
              &pronouns);
  g_assert_cmpuint (entities.gold, ==, 3);
  g_assert_cmpuint (entities.right, ==, 0);
  g_assert_cmpuint (pronouns.gold, ==, 2);
  g_assert_cmpuint (pronouns.found, ==, 0);
  g_assert_cmpuint (pronouns.right, ==, 0);
}

/* Somebody else's name stands where the marked one was: found, and wrong. */
static void
test_gum_wrong (void)
{
  HearsayScore entities = { 0 };
  HearsayScore pronouns = { 0 };

  score_news ("Every house of the Harbour Safety Board left Norway for Anna Vo. She met her brother and said he slept.", &entities, &pronouns);
  g_assert_cmpuint (entities.gold, ==, 3);
  g_assert_cmpuint (entities.found, ==, 3);
  g_assert_cmpuint (entities.right, ==, 2);
  g_assert_cmpuint (pronouns.gold, ==, 2);
  g_assert_cmpuint (pronouns.found, ==, 2);
  g_assert_cmpuint (pronouns.right, ==, 0);
}

#define ARTICLE "Ruth Holm and Karl Voss came. She said yes. Holm said no. He said maybe."
#define TOKEN(start, end, pos, ner) "[" #start "," #end ",\"" pos "\",\"x\",\"" ner "\"]"

static const char article[] =
  "{\"id\":\"a\",\"text\":\"" ARTICLE "\",\"attributions\":["
  "{\"source\":[[44,48]]},{\"source\":[[30,33]]},{\"source\":[]},{\"source\":[[58,60]]}]}";

/* @he: the sentence and token in whose chain “He” is */
static char *
make_layer (int he_sentence,
            int he_first)
{
  return g_strdup_printf (
    "{\"id\":\"a\",\"sentences\":["
    "{\"tokens\":[" TOKEN (0, 4, "NNP", "PERSON") "," TOKEN (5, 9, "NNP", "PERSON") "," TOKEN (10, 13, "CC", "O") ","
    TOKEN (14, 18, "NNP", "PERSON") "," TOKEN (19, 23, "NNP", "PERSON") "]},"
    "{\"tokens\":[" TOKEN (30, 33, "PRP", "O") "]},"
    "{\"tokens\":[" TOKEN (44, 48, "NNP", "PERSON") "]},"
    "{\"tokens\":[" TOKEN (58, 60, "PRP", "O") "]}],"
    "\"coref\":[[[0,0,2,1],[1,0,1,0],[2,0,1,0]],[[%d,%d,%d,%d],[3,0,1,0]]]}",
    he_sentence, he_first, he_first + 2, he_first + 1);
}

static void
score_layer (const char   *layer,
             HearsayScore *pronouns,
             HearsayScore *surnames)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (hearsay_evaluate_sources (article, layer, grammar, pronouns, surnames, &error));
  g_assert_no_error (error);
}

static void
test_sources (void)
{
  g_autofree char *right = make_layer (0, 3);
  g_autofree char *wrong = make_layer (0, 0);
  HearsayScore pronouns = { 0 };
  HearsayScore surnames = { 0 };

  score_layer (right, &pronouns, &surnames);
  g_assert_cmpuint (pronouns.gold, ==, 2);
  g_assert_cmpuint (pronouns.right, ==, 2);
  g_assert_cmpuint (surnames.gold, ==, 1);
  g_assert_cmpuint (surnames.right, ==, 1);
  /* The chain says that “He” is Ruth Holm, the engine says Karl Voss. */
  score_layer (wrong, &pronouns, &surnames);
  g_assert_cmpuint (pronouns.gold, ==, 4);
  g_assert_cmpuint (pronouns.found, ==, 4);
  g_assert_cmpuint (pronouns.right, ==, 3);
  g_assert_cmpuint (surnames.right, ==, 2);
}

static void
test_bad_sources (void)
{
  g_autoptr (GError) error = NULL;
  HearsayScore score = { 0 };

  g_assert_false (hearsay_evaluate_sources (article, "{", grammar, &score, &score, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (score.gold, ==, 0);
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
  g_test_add_func ("/people/corpus", test_corpus);
  g_test_add_func ("/people/calibration", test_calibration);
  g_test_add_func ("/people/kinds", test_kinds);
  g_test_add_func ("/people/bad-corpus", test_bad_corpus);
  g_test_add_func ("/people/gum", test_gum);
  g_test_add_func ("/people/gum-missing", test_gum_missing);
  g_test_add_func ("/people/gum-wrong", test_gum_wrong);
  g_test_add_func ("/people/sources", test_sources);
  g_test_add_func ("/people/bad-sources", test_bad_sources);
  status = g_test_run ();
  hearsay_grammar_unref (grammar);
  return status;
}
