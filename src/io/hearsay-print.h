/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "io/hearsay-document.h"

G_BEGIN_DECLS

/**
 * HearsayPrintLine:
 * @text: trimmed, never empty
 * @page: counted from 0
 * @left, @top, @right, @bottom: in the page's units, y downward
 * @height: of its letters; the size of the type, roughly
 *
 * A line of a printed page, in reading order.
 */
typedef struct
{
  char *text;
  guint page;
  double left;
  double top;
  double right;
  double bottom;
  double height;
} HearsayPrintLine;

/**
 * HearsayPrint:
 * @lines: (element-type HearsayPrintLine): of all pages
 * @page_heights: (element-type double): one a page
 */
typedef struct
{
  GArray *lines;
  GArray *page_heights;
} HearsayPrint;

HearsayPrint *hearsay_print_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void          hearsay_print_free        (HearsayPrint       *self);
void          hearsay_print_add         (HearsayPrint       *self,
                                         HearsayPrintLine    line);
char         *hearsay_print_take_title  (HearsayPrint       *self) G_GNUC_WARN_UNUSED_RESULT;
char         *hearsay_print_dup_text    (const HearsayPrint *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearsayPrint, hearsay_print_free)

G_END_DECLS
