/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "analysis/hearsay-actors-private.h"
#include "analysis/hearsay-trees.h"

typedef struct
{
  HearsayText *text;
  HearsayTrees *trees;
  HearsayClosed *closed;
  HearsayActors *actors;
} Fixture;

static HearsayGrammar *grammar;

static void
fixture_init (Fixture                 *self,
              const char              *words,
              const HearsayGivenActor *given,
              guint                    n_given)
{
  self->text = hearsay_text_new (words, strlen (words));
  self->closed = hearsay_closed_new (self->text);
  self->trees = hearsay_trees_new (grammar, self->text, NULL, NULL);
  self->actors = hearsay_actors_new (self->closed, &self->trees->syntax, given, n_given);
  hearsay_actors_find (self->actors);
}

static void
fixture_clear (Fixture *self)
{
  hearsay_actors_free (self->actors);
  hearsay_closed_free (self->closed);
  hearsay_trees_free (self->trees);
  hearsay_text_free (self->text);
}

/* “Vladimir Putin:person, Russia:country*2”: names, kinds, and mentions where there are several. */
static char *
describe (const HearsayActors *actors)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < actors->actors->len; i++)
    {
      const HearsayFoundActor *actor = hearsay_actors_get (actors, i);

      if (actor->n_mentions == 0)
        continue;
      if (string->len > 0)
        g_string_append (string, ", ");
      g_string_append_printf (string, "%s:%s", actor->name, hearsay_actor_kind_to_string (actor->kind));
      if (actor->n_mentions > 1)
        g_string_append_printf (string, "*%u", actor->n_mentions);
    }
  return g_string_free (string, FALSE);
}

static const struct
{
  const char *text;
  const char *actors;
} actor_rows[] = {
  { "Norway and Denmark signed a treaty.", "Norway:country, Denmark:country" },
  { "China-Norway talks went well.", "China:country, Norway:country" },
  { "The US-Canada border was closed.", "United States:country, Canada:country" },
  { "The U.S. has no plans, the United States said.", "United States:country*2" },
  { "They asked us about the weather.", "" },
  { "The Kremlin replied to Warsaw.", "Russia:country" },
  { "Warsaw rejected the plan.", "Poland:country" },
  { "The meeting was held in Warsaw.", "" },
  { "A Swedish ship met Finnish sailors.", "Sweden:country, Finland:country" },
  { "Maria Lindqvist said Lindqvist would go.", "Maria Lindqvist:person*2" },
  { "Mr. Obafemi smiled. Obafemi was glad.", "Obafemi:person*2" },
  { "John Q. Harker Jr. spoke. John Harker left.", "John Harker:person*2" },
  { "Mayor Dilnoza Karimova opened the bridge. Karimova cut the ribbon.", "Dilnoza Karimova:person*2" },
  { "Wei Jun, a rice farmer, laughed. Wei went home.", "Wei Jun:person*2" },
  { "The Harbour Safety Board met on Tuesday.", "Harbour Safety Board:organization" },
  { "The Ministry of Foreign Affairs wrote a letter.", "Ministry of Foreign Affairs:organization" },
  { "The Norwegian Fisheries Ministry wrote a letter.", "Norwegian Fisheries Ministry:organization" },
  { "The World Harbour Organization (WHRO) met. WHRO paid.", "World Harbour Organization:organization*3" },
  { "José Núñez spoke. Then Jose Nunez left.", "José Núñez:person*2" },
  { "Mr. Cui Heng spoke. Mr. Heng Cui left.", "Cui Heng:person*2" },
  { "Ruth Holm left. See Holm on page two.", "Ruth Holm:person*2" },
  { "The Inland Water Agency (IWA) met. The IWA paid.", "Inland Water Agency:organization*3" },
  { "NATO is the North Atlantic Treaty Organization.", "NATO:organization*2" },
  { "She told the Global Times and the Washington Post.", "Global Times:organization, Washington Post:organization" },
  { "Washington told the Washington Post.", "United States:country, Washington Post:organization" },
  { "Monday came, and then came July.", "" },
  { "The Cold War ended in Siberia.", "" },
  { "Georgia Madsen flew to Georgia.", "Georgia Madsen:person, Georgia:country" },
  { "Bill Marlowe and Ruth Marlowe came. Mrs. Marlowe sang.", "Bill Marlowe:person, Ruth Marlowe:person*2" },
  { "The Danes beat the Germans.", "Denmark:country, Germany:country" },
  { "Economists worry. Teachers do not.", "" },
  { "Chancellor Olaf Brandt met Prime Minister Ana Silva.", "Olaf Brandt:person, Ana Silva:person" },
  { "People's Daily quoted the State Duma.", "People's Daily:organization, State Duma:organization" },
  { "The European Union thanked the UN.", "European Union:organization, United Nations:organization" },
  { "Hillary Marsh won. Supporters cheered Hillary.", "Hillary Marsh:person*2" },
  { "A Bergen University study named Ole Bull.", "Bergen University:organization" },
  { "Lindesvik was quiet. It rained in Lindesvik, and ships came into Lindesvik.", "" },
  { "Vasquez believes in rain. The book was by Vasquez.", "Vasquez:person*2" },
  { "Grendahl left early. Grendahl, who was tired, slept.", "Grendahl:person*2" },
  { "Warsaw is an old town. Warsaw had rain.", "" },
  { "Warsaw and Oslo rejected the plan.", "Poland:country, Norway:country" },
  { "Hurricane Tilda hit the coast. Title IV was repealed.", "" },
  { "The NKVF met the press. The NKVF said no.", "NKVF:organization*2" },
  { "Turnout was low, and Polls were wrong.", "" },
  { "a lower case sentence without any name", "" },
  { "", "" },
};

static void
test_actors (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (actor_rows); i++)
    {
      Fixture fixture;
      g_autofree char *found = NULL;

      fixture_init (&fixture, actor_rows[i].text, NULL, 0);
      found = describe (fixture.actors);
      if (strcmp (found, actor_rows[i].actors) != 0)
        {
          g_test_message ("%s\n  wanted: %s\n  found:  %s", actor_rows[i].text, actor_rows[i].actors, found);
          g_test_fail ();
        }
      fixture_clear (&fixture);
    }
}

static const struct
{
  const char *text;
  const char *source;
  HearsayResolved resolved;
  const char *antecedent; /* NULL: none */
} antecedent_rows[] = {
  { "Ingrid Dahl spoke. “Yes,” Dahl said.", "Dahl#2", HEARSAY_RESOLVED_NAME, NULL },
  { "Ingrid Dahl spoke. Later Dahl left. She said yes.", "She", HEARSAY_RESOLVED_PRONOUN, "Dahl" },
  { "Ingrid Dahl, who said yes, left.", "who", HEARSAY_RESOLVED_RELATIVE, "Ingrid Dahl" },
  { "Robert Kane, a spokesman for the port, came. The spokesman said no.", "The spokesman", HEARSAY_RESOLVED_DESCRIPTION, "Robert Kane" },
  { "The Fisheries Ministry met. The ministry said no.", "The ministry", HEARSAY_RESOLVED_DESCRIPTION, "Fisheries Ministry" },
  { "Norwegian analysts said yes.", "Norwegian analysts", HEARSAY_RESOLVED_OWN, NULL },
  { "The woman said yes.", "The woman", HEARSAY_RESOLVED_NOT, NULL },
  { "The train stopped. She said yes.", "She", HEARSAY_RESOLVED_NOT, NULL },
};

static HearsaySpan find_words (const char *text,
                               const char *source);

/* How a source was resolved, and the words that it points back to. */
static void
test_antecedents (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (antecedent_rows); i++)
    {
      const char *text = antecedent_rows[i].text;
      g_autofree char *antecedent = NULL;
      Fixture fixture;

      fixture_init (&fixture, text, NULL, 0);
      hearsay_actors_resolve (fixture.actors, find_words (text, antecedent_rows[i].source), -1);
      g_assert_cmpint (fixture.actors->resolved, ==, antecedent_rows[i].resolved);
      if (!hearsay_span_is_empty (fixture.actors->antecedent))
        antecedent = g_strndup (text + fixture.actors->antecedent.start,
                                fixture.actors->antecedent.end - fixture.actors->antecedent.start);
      g_assert_cmpstr (antecedent, ==, antecedent_rows[i].antecedent);
      fixture_clear (&fixture);
    }
}

/* @source: the words of the source; “he#2” is their second occurrence. */
static HearsaySpan
find_words (const char *text,
            const char *source)
{
  const char *mark = strchr (source, '#');
  gsize n = mark != NULL ? (gsize) (mark - source) : strlen (source);
  g_autofree char *words = g_strndup (source, n);
  guint left = mark != NULL ? (guint) g_ascii_strtoull (mark + 1, NULL, 10) : 1;
  const char *p = text;

  for (;; p++)
    {
      p = strstr (p, words);
      g_assert_nonnull (p);
      if ((p == text || !g_ascii_isalnum (p[-1])) && !g_ascii_isalnum (p[n]) && --left == 0)
        return (HearsaySpan) { (guint32) (p - text), (guint32) (p - text + n) };
    }
}

static const struct
{
  const char *text;
  const char *source;
  const char *speaker; /* NULL: honestly unknown */
} speaker_rows[] = {
  { "Ingrid Dahl spoke. “Yes,” Dahl said.", "Dahl#2", "Ingrid Dahl" },
  { "Ingrid Dahl spoke. She said yes.", "She", "Ingrid Dahl" },
  { "Robert Kane met Ingrid Dahl. She said yes.", "She", "Ingrid Dahl" },
  { "Robert Kane met Ingrid Dahl. He said yes.", "He", "Robert Kane" },
  { "Robert Kane met Peter Voss. He said yes.", "He", "Robert Kane" },
  { "Ingrid Dahl met Ruth Holm. She smiled. She said yes.", "She#2", "Ingrid Dahl" },
  { "Robert Kane saw Peter Voss. Kane greeted himself in the glass. He said yes.", "himself", "Robert Kane" },
  { "Peter Voss waited.\n\nRobert Kane came late. He said no.", "He", "Robert Kane" },
  { "The train stopped. She said yes.", "She", NULL },
  { "Ingrid Dahl, who said yes, left.", "who", "Ingrid Dahl" },
  { "The Harbour Board, which said no, met again.", "which", "Harbour Board" },
  { "Robert Kane, a spokesman for the port, came. The spokesman said no.", "The spokesman", "Robert Kane" },
  { "Norwegian President Ola Berg spoke. This Norwegian leader said no.", "This Norwegian leader", "Ola Berg" },
  { "The woman said yes.", "The woman", NULL },
  { "Norwegian analysts said yes.", "Norwegian analysts", "Norwegian analysts" },
  { "However, some Western countries fear a storm.", "some Western countries", "Western countries" },
  { "Critics said no.", "Critics", "Critics" },
  { "The two countries agreed.", "The two countries", NULL },
  { "The Fisheries Ministry met. The ministry said no.", "The ministry", "Fisheries Ministry" },
  { "The city council said no.", "The city council", "City council" },
  { "Trond Vik's lawyer said no.", "Trond Vik's lawyer", NULL },
  { "Trond Vik's lawyer, Ruth Holm, said no.", "Trond Vik's lawyer, Ruth Holm,", "Ruth Holm" },
  { "Harbour master Ruth Holm said no.", "Harbour master Ruth Holm", "Ruth Holm" },
  { "Ruth Holm, head of the Pilots Association, said no.", "Ruth Holm, head of the Pilots Association,", "Ruth Holm" },
  { "Supporters of Ruth Holm said no.", "Supporters of Ruth Holm", "Supporters" },
  { "Oslo said no.", "Oslo", "Norway" },
  { "The Kremlin said no.", "The Kremlin", "Russia" },
  { "Moscow officials said no.", "Moscow officials", "Moscow officials" },
  { "Robert Kane said: “I know.” ", "I", NULL },
  { "You said no.", "You", NULL },
  { "Skarp said the sea was cold.", "Skarp", "Skarp" },
  { "The BNK said the sea was cold.", "The BNK", "BNK" },
  { "A senior official said no.", "A senior official", NULL },
  { "Sailors waited. They said no.", "They", NULL },
  { "Bill Marlowe and Ruth Marlowe came. Ms. Marlowe said no.", "Ms. Marlowe", "Ruth Marlowe" },
  { "Police said no.", "Police", "Police" },
  { "The newspaper said no, as the Global Times had it.", "the Global Times", "Global Times" },
  { "It was in the Global Times. The newspaper said no.", "The newspaper", "Global Times" },
  { "Song Wei, a Chinese trader, sat down. Song believes in rain.", "Song#2", "Song Wei" },
  { "“No,” said Jane Roe, a clerk.", "Jane Roe, a clerk", "Jane Roe" },
  { "Former prime minister Ana Silva said no.", "Former prime minister Ana Silva", "Ana Silva" },
  { "Ana Silva of Greenpeace said no.", "Ana Silva of Greenpeace", "Ana Silva" },
};

static void
test_speakers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (speaker_rows); i++)
    {
      Fixture fixture;
      gint32 speaker;
      const char *name;

      fixture_init (&fixture, speaker_rows[i].text, NULL, 0);
      speaker = hearsay_actors_resolve (fixture.actors, find_words (speaker_rows[i].text, speaker_rows[i].source), -1);
      name = speaker >= 0 ? hearsay_actors_get (fixture.actors, speaker)->name : NULL;
      if (g_strcmp0 (name, speaker_rows[i].speaker) != 0)
        {
          g_test_message ("%s [%s]\n  wanted: %s\n  found:  %s", speaker_rows[i].text, speaker_rows[i].source,
                          speaker_rows[i].speaker, name);
          g_test_fail ();
        }
      hearsay_actors_settle (fixture.actors);
      fixture_clear (&fixture);
    }
}

static const struct
{
  const char *text;
  const char *name;
  const char *role;
  const char *affiliation;
  const char *above; /* the affiliation's own */
} role_rows[] = {
  { "Norwegian President Ola Berg spoke.", "Ola Berg", "Norwegian President", "Norway", NULL },
  { "Ola Berg, spokesperson of the Norwegian Fisheries Ministry, spoke.", "Ola Berg",
    "spokesperson of the Norwegian Fisheries Ministry", "Norwegian Fisheries Ministry", "Norway" },
  { "Ola Berg, a Norwegian whale expert and radio commentator, told a paper no.", "Ola Berg",
    "Norwegian whale expert and radio commentator", "Norway", NULL },
  { "Ola Berg, a post-doctoral researcher from the Institute for Sea Studies at Bergen University, spoke.", "Ola Berg",
    "post-doctoral researcher from the Institute for Sea Studies at Bergen University", "Institute for Sea Studies",
    "Bergen University" },
  { "Ola Berg, 54, a clerk, spoke.", "Ola Berg", "clerk", NULL, NULL },
  { "NATO Secretary General Ola Berg spoke.", "Ola Berg", "NATO Secretary General", "NATO", NULL },
  { "The spokesman, Ola Berg, spoke.", "Ola Berg", "spokesman", NULL, NULL },
  { "Harbour pilot Ola Berg spoke.", "Ola Berg", "Harbour pilot", NULL, NULL },
  { "Ola Berg, Norwegian officials and others spoke.", "Ola Berg", NULL, NULL, NULL },
  { "Ola Berg spoke of the weather.", "Ola Berg", NULL, NULL, NULL },
  { "Mr. Berg spoke.", "Berg", NULL, NULL, NULL },
};

static void
test_roles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (role_rows); i++)
    {
      Fixture fixture;
      const HearsayFoundActor *actor = NULL;
      const HearsayFoundActor *affiliation = NULL;

      fixture_init (&fixture, role_rows[i].text, NULL, 0);
      for (guint k = 0; k < fixture.actors->actors->len; k++)
        if (strcmp (hearsay_actors_get (fixture.actors, k)->name, role_rows[i].name) == 0)
          actor = hearsay_actors_get (fixture.actors, k);
      g_test_message ("%s", role_rows[i].text);
      g_assert_nonnull (actor);
      g_assert_cmpstr (actor->role, ==, role_rows[i].role);
      if (actor->affiliation >= 0)
        affiliation = hearsay_actors_get (fixture.actors, actor->affiliation);
      g_assert_cmpstr (affiliation != NULL ? affiliation->name : NULL, ==, role_rows[i].affiliation);
      if (role_rows[i].above != NULL)
        g_assert_cmpstr (hearsay_actors_get (fixture.actors, affiliation->affiliation)->name, ==, role_rows[i].above);
      fixture_clear (&fixture);
    }
}

/* Given actors stand first, as they are, and what is found is linked to them. */
static void
test_given (void)
{
  static const char words[] = "Blåfjell met Kåre Dahl. Dahl thanked Blåfjell and Norway.";
  static const HearsaySpan blafjell[] = { { 0, 8 }, { 37, 45 }, { 4000, 5000 } };
  static const HearsaySpan dahl[] = { { 13, 22 } };
  const HearsayGivenActor given[] = {
    { "Blåfjell", blafjell, 3 },
    { "Kåre Dahl", dahl, 1 },
    { "Nobody here", NULL, 0 },
  };
  Fixture fixture;
  g_autoptr (HearsayAnalysis) analysis = hearsay_analysis_new (words, -1);
  HearsaySpan span;

  fixture_init (&fixture, words, given, G_N_ELEMENTS (given));
  hearsay_actors_emit (fixture.actors, analysis);
  g_assert_cmpuint (analysis->actors->len, ==, 4);
  g_assert_cmpstr (hearsay_analysis_actor (analysis, 0)->name, ==, "Blåfjell");
  g_assert_true (hearsay_analysis_actor (analysis, 0)->given);
  g_assert_cmpuint (hearsay_analysis_actor (analysis, 0)->mentions.n, ==, 2);
  g_assert_cmpuint (hearsay_analysis_actor (analysis, 1)->mentions.n, ==, 2);
  g_assert_cmpuint (hearsay_analysis_actor (analysis, 2)->mentions.n, ==, 0);
  g_assert_cmpstr (hearsay_analysis_actor (analysis, 3)->name, ==, "Norway");
  span = hearsay_analysis_get_spans (analysis, hearsay_analysis_actor (analysis, 1)->mentions)[1];
  g_assert_cmpuint (span.start, ==, 24);
  g_assert_cmpuint (span.end, ==, 28);
  fixture_clear (&fixture);
}

/* Thousands of names, and nothing but pronouns: in linear time, and honestly nobody. */
static void
test_hostile (void)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) pronouns = g_string_new (NULL);
  Fixture fixture;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (names, "Ingrid D%c%c%cahl said he left. ", 'a' + i % 26, 'a' + i / 26 % 26, 'a' + i / 676);
  fixture_init (&fixture, names->str, NULL, 0);
  g_assert_cmpuint (fixture.actors->actors->len, >=, 4900);
  hearsay_actors_read_pronouns (fixture.actors, fixture.text->n_tokens);
  fixture_clear (&fixture);

  for (guint i = 0; i < 20000; i++)
    g_string_append (pronouns, i % 3 == 0 ? "She said he saw himself. " : i % 3 == 1 ? "he her they it " : "They saw us. ");
  fixture_init (&fixture, pronouns->str, NULL, 0);
  hearsay_actors_read_pronouns (fixture.actors, fixture.text->n_tokens);
  g_assert_cmpuint (fixture.actors->pronouns->len, ==, 0);
  g_assert_cmpint (hearsay_actors_resolve (fixture.actors, (HearsaySpan) { 0, 3 }, -1), ==, -1);
  fixture_clear (&fixture);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_USEC_PER_SEC);
}

static const struct
{
  const char *text;
  const char *name;
  HearsayGround ground;
} ground_rows[] = {
  { "Norway signed a treaty.", "Norway", HEARSAY_GROUND_TABLE },
  { "Maria Lindqvist left.", "Maria Lindqvist", HEARSAY_GROUND_WORDS },
  { "The Harbour Safety Board met on Tuesday.", "Harbour Safety Board", HEARSAY_GROUND_WORDS },
  { "Mr. Obafemi smiled.", "Obafemi", HEARSAY_GROUND_WORDS },
  /* The title comes late, and still counts for all mentions. */
  { "Obafemi said he was glad. Mr. Obafemi smiled.", "Obafemi", HEARSAY_GROUND_WORDS },
};

/* What a kind was decided by, and that nothing is ever as sure as a person's word. */
static void
test_grounds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ground_rows); i++)
    {
      Fixture fixture;
      gint32 actor;

      fixture_init (&fixture, ground_rows[i].text, NULL, 0);
      actor = hearsay_actors_lookup (fixture.actors, ground_rows[i].name);
      g_assert_cmpint (actor, >=, 0);
      g_assert_cmpint (hearsay_actors_get (fixture.actors, actor)->ground, ==, ground_rows[i].ground);
      fixture_clear (&fixture);
    }
  for (guint g = 0; g < HEARSAY_N_GROUNDS; g++)
    for (guint k = 0; k < HEARSAY_N_ACTOR_KINDS; k++)
      {
        float confidence = hearsay_ground_get_confidence ((HearsayGround) g, (HearsayActorKind) k);

        g_assert_cmpfloat (confidence, >, 0.0f);
        g_assert_cmpfloat (confidence, <, 1.0f);
      }
}

/* Just ahead, and far ahead. */
static void
test_leads (void)
{
  const HearsayEvidence close = { .person = 5, .organization = 3, .place = 1, .n = 2 };
  const HearsayEvidence far = { .person = 2, .organization = 9, .place = 4, .n = 4 };

  g_assert_cmpint (hearsay_evidence_get_ground (&close), ==, HEARSAY_GROUND_LEAD);
  g_assert_cmpint (hearsay_evidence_get_ground (&far), ==, HEARSAY_GROUND_CLEAR_LEAD);
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
  g_test_add_func ("/actors/found", test_actors);
  g_test_add_func ("/actors/grounds", test_grounds);
  g_test_add_func ("/actors/leads", test_leads);
  g_test_add_func ("/actors/speakers", test_speakers);
  g_test_add_func ("/actors/antecedents", test_antecedents);
  g_test_add_func ("/actors/roles", test_roles);
  g_test_add_func ("/actors/given", test_given);
  g_test_add_func ("/actors/hostile", test_hostile);
  status = g_test_run ();
  hearsay_grammar_unref (grammar);
  return status;
}
