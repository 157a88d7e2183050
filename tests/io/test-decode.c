/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <string.h>

#include "io/hearsay-decode.h"
#include "io/hearsay-reader.h"

static void
check (const char *bytes,
       gsize       length,
       const char *declared,
       const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = hearsay_decode_text ((const guint8 *) bytes, length, declared, &error);

  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_marks (void)
{
  check ("\xef\xbb\xbf" "grün", 3 + 5, NULL, "grün");
  check ("\xff\xfeh\0\xfc\0", 6, NULL, "hü");
  check ("\xfe\xff\0h\0\xfc", 6, NULL, "hü");
  check ("\xff\xfe\0\0h\0\0\0", 8, NULL, "h");
  check ("", 0, NULL, "");
}

static void
test_utf16_without_mark (void)
{
  check ("s\0a\0i\0d\0", 8, NULL, "said");
  check ("\0s\0a\0i\0d", 8, NULL, "said");
}

static void
test_charsets (void)
{
  static const char curly[] = "\x93We agree,\x94 she said, and it\x92s over. The mayor said the town would pay for it.";

  /* What is declared holds when the bytes are not UTF-8. */
  check ("caf\xe9", 4, "ISO-8859-1", "café");
  check ("\xcf\xf0\xe8\xe2\xe5\xf2", 6, "windows-1251", "Привет");
  check ("\xd6\xd0\xb9\xfa", 4, "gb2312", "中国");
  /* A wrong declaration does not spoil what is valid UTF-8. */
  check ("caf\xc3\xa9", 5, "windows-1251", "café");
  /* Nothing declared: quotation marks of windows-1252 survive. */
  check (curly, strlen (curly), NULL,
         "“We agree,” she said, and it’s over. The mayor said the town would pay for it.");
  check ("caf\xe9", 4, "no-such-charset", "café");
}

static void
test_damaged_utf8 (void)
{
  check ("na\xc3\xafve caf\xc3\xa9s and \xff \xe2\x80\x9cthis\xe2\x80\x9d", sizeof "na\xc3\xafve caf\xc3\xa9s and \xff \xe2\x80\x9cthis\xe2\x80\x9d" - 1, NULL, "naïve cafés and � “this”");
}

static void
test_binary (void)
{
  static const char zeros[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\2\3";
  char controls[200];

  for (guint i = 0; i < sizeof controls; i++)
    controls[i] = (char) (i % 7 == 0 ? 1 + i % 8 : 'a');
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = hearsay_decode_text ((const guint8 *) (i == 0 ? zeros : controls),
                                                   i == 0 ? sizeof zeros : sizeof controls, NULL, &error);

      g_assert_null (text);
      g_assert_error (error, HEARSAY_READ_ERROR, HEARSAY_READ_ERROR_BINARY);
    }
}

static void
test_tidy (void)
{
  g_autofree char *lines = hearsay_tidy_lines ("a\r\nb\rc\xc2\xa0" "d\xe2\x80\xa8" "e\xc2\xad" "f\x01");
  g_autofree char *spaces = hearsay_tidy_spaces ("  one\t\ttwo \n three\xc2\xa0 ");

  g_assert_cmpstr (lines, ==, "a\nb\nc d\nef ");
  g_assert_cmpstr (spaces, ==, "one two three");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decode/marks", test_marks);
  g_test_add_func ("/decode/utf16-without-mark", test_utf16_without_mark);
  g_test_add_func ("/decode/charsets", test_charsets);
  g_test_add_func ("/decode/damaged-utf8", test_damaged_utf8);
  g_test_add_func ("/decode/binary", test_binary);
  g_test_add_func ("/decode/tidy", test_tidy);
  return g_test_run ();
}
