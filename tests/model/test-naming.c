/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-actor.h"
#include "model/hearsay-name-key.h"
#include "model/hearsay-naming.h"

static const struct
{
  const char *one;
  const char *other;
  HearsayActorKind kind;
  gboolean same;
} key_rows[] = {
  { "Ingrid Dahl", "ingrid  dahl", HEARSAY_ACTOR_PERSON, TRUE },
  { "Søren Kjær", "Soren Kjaer", HEARSAY_ACTOR_PERSON, TRUE },
  { "José Núñez", "Jose Nunez", HEARSAY_ACTOR_PERSON, TRUE },
  { "Łukasz Wójcik", "Lukasz Wojcik", HEARSAY_ACTOR_PERSON, TRUE },
  { "Ada B. Okafor Jr.", "Ada Okafor", HEARSAY_ACTOR_PERSON, TRUE },
  { "Cui Meiling", "Meiling Cui", HEARSAY_ACTOR_PERSON, TRUE },
  { "Kim Dae-ho", "Dae-ho Kim", HEARSAY_ACTOR_PERSON, TRUE },
  { "Kim Dae-ho", "Kim Dae Ho", HEARSAY_ACTOR_PERSON, TRUE },
  { "Halász Gábor", "Gabor Halasz", HEARSAY_ACTOR_PERSON, TRUE },
  { "Thomas James", "James Thomas", HEARSAY_ACTOR_PERSON, FALSE },
  { "Yang Li", "Li Yang", HEARSAY_ACTOR_PERSON, FALSE },
  { "Ingrid Dahl", "Ingvild Dahl", HEARSAY_ACTOR_PERSON, FALSE },
  { "Dahl", "Ingrid Dahl", HEARSAY_ACTOR_PERSON, FALSE },
  { "张伟", "王伟", HEARSAY_ACTOR_PERSON, FALSE },
  { "The Coast Courier", "Coast Courier", HEARSAY_ACTOR_ORGANIZATION, TRUE },
  { "Nets & Ropes Ltd.", "Nets and Ropes", HEARSAY_ACTOR_ORGANIZATION, TRUE },
  { "Ferry Board", "Harbour Board", HEARSAY_ACTOR_ORGANIZATION, FALSE },
  { "", "", HEARSAY_ACTOR_PERSON, TRUE },
};

static void
test_keys (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (key_rows); i++)
    {
      g_autofree char *one = hearsay_name_dup_key (key_rows[i].one, key_rows[i].kind);
      g_autofree char *other = hearsay_name_dup_key (key_rows[i].other, key_rows[i].kind);

      if (key_rows[i].same)
        g_assert_cmpstr (one, ==, other);
      else
        g_assert_cmpstr (one, !=, other);
    }
}

static void
test_acronyms (void)
{
  g_assert_true (hearsay_name_abbreviates ("NFB", "Northern Ferry Board"));
  g_assert_true (hearsay_name_abbreviates ("WHRO", "World Harbour Organization"));
  g_assert_true (hearsay_name_abbreviates ("N.F.B.", "Northern Ferry Board"));
  g_assert_false (hearsay_name_abbreviates ("NFA", "Northern Ferry Board"));
  g_assert_false (hearsay_name_abbreviates ("FB", "Northern Ferry Board"));
  g_assert_false (hearsay_name_abbreviates ("NRTH", "Northern Ferry Board"));
  g_assert_false (hearsay_name_abbreviates ("", "Northern Ferry Board"));
  g_assert_true (hearsay_name_is_acronym ("U.N."));
  g_assert_false (hearsay_name_is_acronym ("Un"));
}

static void
test_short_names (void)
{
  static const struct
  {
    const char *name;
    HearsayActorKind kind;
    const char *expected;
  } cases[] = {
    { "Ada Okafor", HEARSAY_ACTOR_PERSON, "Okafor" },
    { "Mira Solheim Jr.", HEARSAY_ACTOR_PERSON, "Solheim" },
    { "Johanna von der Aue", HEARSAY_ACTOR_PERSON, "von der Aue" },
    { "Wang Meiling", HEARSAY_ACTOR_PERSON, "Wang" },
    { "Kim Dae-ho", HEARSAY_ACTOR_PERSON, "Kim" },
    { "Lee Ji-won", HEARSAY_ACTOR_PERSON, "Lee" },
    { "Lee Carter", HEARSAY_ACTOR_PERSON, "Carter" },
    { "Aurelia", HEARSAY_ACTOR_PERSON, "Aurelia" },
    { "Harbour analysts", HEARSAY_ACTOR_GROUP, "Analysts" },
    { "Northern countries", HEARSAY_ACTOR_GROUP, "Northern countries" },
    { "people familiar with the plan", HEARSAY_ACTOR_GROUP, "People" },
    { "Northern trade experts and shipping firms", HEARSAY_ACTOR_GROUP, "Experts" },
    { "Ministry of Tides", HEARSAY_ACTOR_ORGANIZATION, "Ministry of Tides" },
    { "United States", HEARSAY_ACTOR_COUNTRY, "United States" },
    { "", HEARSAY_ACTOR_PERSON, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = hearsay_naming_dup_short_name (cases[i].name, cases[i].kind, NULL, 0);

      g_assert_cmpstr (name, ==, cases[i].expected);
    }
}

static void
test_short_names_from_the_text (void)
{
  static const char *const person[] = { "Batu Erden", "Batu", "he", "Batu's", "Erden" };
  static const char *const body[] = { "Northern Ferry Board", "the board", "NFB", "NFB’s" };
  g_autofree char *name = hearsay_naming_dup_short_name ("Batu Erden", HEARSAY_ACTOR_PERSON, person, 5);
  g_autofree char *acronym = hearsay_naming_dup_short_name ("Northern Ferry Board",
                                                            HEARSAY_ACTOR_ORGANIZATION, body, 4);

  g_assert_cmpstr (name, ==, "Batu");
  g_assert_cmpstr (acronym, ==, "NFB");
}

static void
test_initials (void)
{
  static const struct
  {
    const char *name;
    HearsayActorKind kind;
    const char *expected;
  } cases[] = {
    { "Ada Okafor", HEARSAY_ACTOR_PERSON, "AO" },
    { "ada maria okafor III", HEARSAY_ACTOR_PERSON, "AO" },
    { "Élodie Ångström", HEARSAY_ACTOR_PERSON, "ÉÅ" },
    { "Aurelia", HEARSAY_ACTOR_PERSON, "A" },
    { "United States", HEARSAY_ACTOR_COUNTRY, "US" },
    { "the Netherlands", HEARSAY_ACTOR_COUNTRY, "NL" },
    { "Atlantis Minor", HEARSAY_ACTOR_COUNTRY, "AM" },
    { "NATO", HEARSAY_ACTOR_ORGANIZATION, "NATO" },
    { "Ministry of Tides", HEARSAY_ACTOR_ORGANIZATION, "MT" },
    { "Harbour analysts", HEARSAY_ACTOR_GROUP, "HA" },
    { "“”", HEARSAY_ACTOR_GROUP, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *initials = hearsay_naming_dup_initials (cases[i].name, cases[i].kind);

      g_assert_cmpstr (initials, ==, cases[i].expected);
    }
}

static void
test_bare (void)
{
  g_assert_true (hearsay_naming_is_bare ("Okafor", HEARSAY_ACTOR_PERSON));
  g_assert_false (hearsay_naming_is_bare ("Ada Okafor", HEARSAY_ACTOR_PERSON));
  g_assert_false (hearsay_naming_is_bare ("NATO", HEARSAY_ACTOR_ORGANIZATION));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_actor_properties (void)
{
  g_autoptr (HearsayActor) actor = hearsay_actor_new ("x", "Ada Okafor", HEARSAY_ACTOR_PERSON);
  g_autoptr (HearsayActor) body = hearsay_actor_new ("y", "Ferry Board", HEARSAY_ACTOR_ORGANIZATION);
  static const char *const names[] = { "short-name", "role", "affiliation", "colour", "n-statements" };
  guint counts[5] = { 0 };
  g_autofree char *role = NULL;
  HearsayActorKind kind;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", names[i], NULL);

      g_signal_connect_swapped (actor, signal, G_CALLBACK (count_cb), &counts[i]);
    }
  for (guint i = 0; i < 2; i++)
    {
      hearsay_actor_set_short_name (actor, "Ada");
      g_object_set (actor, "role", "Minister", NULL);
      hearsay_actor_set_affiliation (actor, body);
      hearsay_actor_set_colour (actor, 4);
      hearsay_actor_set_n_statements (actor, 9);
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpuint (counts[i], ==, 1);
  g_object_get (actor, "role", &role, "kind", &kind, NULL);
  g_assert_cmpstr (role, ==, "Minister");
  g_assert_cmpint (kind, ==, HEARSAY_ACTOR_PERSON);
  hearsay_actor_set_affiliation (body, actor);
  g_assert_null (hearsay_actor_get_affiliation (body));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/naming/short-names", test_short_names);
  g_test_add_func ("/naming/short-names-from-the-text", test_short_names_from_the_text);
  g_test_add_func ("/naming/initials", test_initials);
  g_test_add_func ("/naming/bare", test_bare);
  g_test_add_func ("/naming/keys", test_keys);
  g_test_add_func ("/naming/acronyms", test_acronyms);
  g_test_add_func ("/actor/properties", test_actor_properties);
  return g_test_run ();
}
