/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-naming.h"

#include <string.h>

/* ISO 3166-1 alpha-2 codes by the names that English newspapers use. “EU” and
 * “UN” are exceptional reservations of the same standard. */
static const struct
{
  char code[3];
  const char *names; /* separated by | */
} countries[] = {
  { "AD", "Andorra" }, { "AE", "United Arab Emirates|UAE" }, { "AF", "Afghanistan" },
  { "AG", "Antigua and Barbuda" }, { "AL", "Albania" }, { "AM", "Armenia" }, { "AO", "Angola" },
  { "AR", "Argentina" }, { "AT", "Austria" }, { "AU", "Australia" }, { "AZ", "Azerbaijan" },
  { "BA", "Bosnia and Herzegovina|Bosnia" }, { "BB", "Barbados" }, { "BD", "Bangladesh" },
  { "BE", "Belgium" }, { "BF", "Burkina Faso" }, { "BG", "Bulgaria" }, { "BH", "Bahrain" },
  { "BI", "Burundi" }, { "BJ", "Benin" }, { "BN", "Brunei" }, { "BO", "Bolivia" },
  { "BR", "Brazil" }, { "BS", "Bahamas|The Bahamas" }, { "BT", "Bhutan" }, { "BW", "Botswana" },
  { "BY", "Belarus" }, { "BZ", "Belize" }, { "CA", "Canada" },
  { "CD", "Democratic Republic of the Congo|Democratic Republic of Congo|DR Congo|DRC" },
  { "CF", "Central African Republic" }, { "CG", "Republic of the Congo|Congo" },
  { "CH", "Switzerland" }, { "CI", "Ivory Coast|Cote d'Ivoire|Côte d’Ivoire" }, { "CL", "Chile" },
  { "CM", "Cameroon" }, { "CN", "China|People's Republic of China|PRC|Mainland China" },
  { "CO", "Colombia" }, { "CR", "Costa Rica" }, { "CU", "Cuba" }, { "CV", "Cape Verde" },
  { "CY", "Cyprus" }, { "CZ", "Czech Republic|Czechia" }, { "DE", "Germany" },
  { "DJ", "Djibouti" }, { "DK", "Denmark" }, { "DM", "Dominica" }, { "DO", "Dominican Republic" },
  { "DZ", "Algeria" }, { "EC", "Ecuador" }, { "EE", "Estonia" }, { "EG", "Egypt" },
  { "ER", "Eritrea" }, { "ES", "Spain" }, { "ET", "Ethiopia" }, { "EU", "European Union|EU" },
  { "FI", "Finland" }, { "FJ", "Fiji" }, { "FM", "Micronesia" }, { "FR", "France" },
  { "GA", "Gabon" },
  { "GB", "United Kingdom|UK|U.K.|Britain|Great Britain|England|Scotland|Wales|Northern Ireland" },
  { "GD", "Grenada" }, { "GE", "Georgia" }, { "GH", "Ghana" }, { "GL", "Greenland" },
  { "GM", "Gambia|The Gambia" }, { "GN", "Guinea" }, { "GQ", "Equatorial Guinea" },
  { "GR", "Greece" }, { "GT", "Guatemala" }, { "GW", "Guinea-Bissau" }, { "GY", "Guyana" },
  { "HK", "Hong Kong" }, { "HN", "Honduras" }, { "HR", "Croatia" }, { "HT", "Haiti" },
  { "HU", "Hungary" }, { "ID", "Indonesia" }, { "IE", "Ireland" }, { "IL", "Israel" },
  { "IN", "India" }, { "IQ", "Iraq" }, { "IR", "Iran" }, { "IS", "Iceland" }, { "IT", "Italy" },
  { "JM", "Jamaica" }, { "JO", "Jordan" }, { "JP", "Japan" }, { "KE", "Kenya" },
  { "KG", "Kyrgyzstan" }, { "KH", "Cambodia" }, { "KI", "Kiribati" }, { "KM", "Comoros" },
  { "KN", "Saint Kitts and Nevis" }, { "KP", "North Korea|DPRK" },
  { "KR", "South Korea|Republic of Korea|ROK" }, { "KW", "Kuwait" }, { "KZ", "Kazakhstan" },
  { "LA", "Laos" }, { "LB", "Lebanon" }, { "LC", "Saint Lucia" }, { "LI", "Liechtenstein" },
  { "LK", "Sri Lanka" }, { "LR", "Liberia" }, { "LS", "Lesotho" }, { "LT", "Lithuania" },
  { "LU", "Luxembourg" }, { "LV", "Latvia" }, { "LY", "Libya" }, { "MA", "Morocco" },
  { "MC", "Monaco" }, { "MD", "Moldova" }, { "ME", "Montenegro" }, { "MG", "Madagascar" },
  { "MH", "Marshall Islands" }, { "MK", "North Macedonia|Macedonia" }, { "ML", "Mali" },
  { "MM", "Myanmar|Burma" }, { "MN", "Mongolia" }, { "MO", "Macau|Macao" },
  { "MR", "Mauritania" }, { "MT", "Malta" }, { "MU", "Mauritius" }, { "MV", "Maldives" },
  { "MW", "Malawi" }, { "MX", "Mexico" }, { "MY", "Malaysia" }, { "MZ", "Mozambique" },
  { "NA", "Namibia" }, { "NE", "Niger" }, { "NG", "Nigeria" }, { "NI", "Nicaragua" },
  { "NL", "Netherlands|The Netherlands|Holland" }, { "NO", "Norway" }, { "NP", "Nepal" },
  { "NR", "Nauru" }, { "NZ", "New Zealand" }, { "OM", "Oman" }, { "PA", "Panama" },
  { "PE", "Peru" }, { "PG", "Papua New Guinea" }, { "PH", "Philippines|The Philippines" },
  { "PK", "Pakistan" }, { "PL", "Poland" }, { "PR", "Puerto Rico" },
  { "PS", "Palestine|Palestinian Territories" }, { "PT", "Portugal" }, { "PW", "Palau" },
  { "PY", "Paraguay" }, { "QA", "Qatar" }, { "RO", "Romania" }, { "RS", "Serbia" },
  { "RU", "Russia|Russian Federation" }, { "RW", "Rwanda" }, { "SA", "Saudi Arabia" },
  { "SB", "Solomon Islands" }, { "SC", "Seychelles" }, { "SD", "Sudan" }, { "SE", "Sweden" },
  { "SG", "Singapore" }, { "SI", "Slovenia" }, { "SK", "Slovakia" }, { "SL", "Sierra Leone" },
  { "SM", "San Marino" }, { "SN", "Senegal" }, { "SO", "Somalia" }, { "SR", "Suriname" },
  { "SS", "South Sudan" }, { "ST", "Sao Tome and Principe" }, { "SU", "Soviet Union|USSR" },
  { "SV", "El Salvador" }, { "SY", "Syria" }, { "SZ", "Eswatini|Swaziland" }, { "TD", "Chad" },
  { "TG", "Togo" }, { "TH", "Thailand" }, { "TJ", "Tajikistan" }, { "TL", "East Timor|Timor-Leste" },
  { "TM", "Turkmenistan" }, { "TN", "Tunisia" }, { "TO", "Tonga" },
  { "TR", "Turkey|Türkiye|Turkiye" }, { "TT", "Trinidad and Tobago" }, { "TV", "Tuvalu" },
  { "TW", "Taiwan" }, { "TZ", "Tanzania" }, { "UA", "Ukraine" }, { "UG", "Uganda" },
  { "UN", "United Nations|UN|U.N." },
  { "US", "United States|US|U.S.|USA|U.S.A.|America|United States of America" },
  { "UY", "Uruguay" }, { "UZ", "Uzbekistan" }, { "VA", "Vatican|Vatican City|Holy See" },
  { "VC", "Saint Vincent and the Grenadines" }, { "VE", "Venezuela" }, { "VN", "Vietnam" },
  { "VU", "Vanuatu" }, { "WS", "Samoa" }, { "XK", "Kosovo" }, { "YE", "Yemen" },
  { "ZA", "South Africa" }, { "ZM", "Zambia" }, { "ZW", "Zimbabwe" },
};

/* Whether one of @names, which | separates, is @name but for the case of ASCII letters. */
static gboolean
lists_name (const char *names,
            const char *name,
            gsize       length)
{
  const char *p = names;

  while (TRUE)
    {
      const char *end = strchrnul (p, '|');

      if ((gsize) (end - p) == length && g_ascii_strncasecmp (p, name, length) == 0)
        return TRUE;
      if (*end == '\0')
        return FALSE;
      p = end + 1;
    }
}

/**
 * hearsay_naming_find_country_code:
 * @name: an English name of a country, with or without “the”
 *
 * Returns: (nullable) (transfer none): its two-letter ISO 3166-1 code
 */
const char *
hearsay_naming_find_country_code (const char *name)
{
  gsize length;

  g_return_val_if_fail (name != NULL, NULL);

  if (g_ascii_strncasecmp (name, "the ", 4) == 0)
    name += 4;
  length = strlen (name);
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    {
      if (lists_name (countries[i].names, name, length))
        return countries[i].code;
    }
  return NULL;
}
