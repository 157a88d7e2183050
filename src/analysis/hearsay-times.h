/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#pragma once

#include "analysis/hearsay-analysis.h"
#include "analysis/hearsay-closed.h"
#include "analysis/hearsay-syntax.h"

G_BEGIN_DECLS

typedef enum
{
  HEARSAY_TIME_DATE,
  HEARSAY_TIME_TIME,
  HEARSAY_TIME_DURATION,
  HEARSAY_TIME_SET,
} HearsayTimeType;

/* Bytes of the longest TIMEX3 value written, with its NUL. */
#define HEARSAY_TIME_VALUE 32

/**
 * HearsayTime:
 * @start: byte offset
 * @end: byte offset behind it
 * @first: its first token
 * @last: its last token
 * @value: TIMEX3, with X where something is not known
 * @date: the day, week, month or year it means, or unset
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 first;
  guint32 last;
  HearsayTimeType type;
  char value[HEARSAY_TIME_VALUE];
  HearsayDate date;
} HearsayTime;

GArray *hearsay_times_find (const HearsayClosed *closed,
                            const HearsaySyntax *syntax,
                            HearsayDate          published) G_GNUC_WARN_UNUSED_RESULT;
void    hearsay_times_emit (const HearsayText   *text,
                            const GArray        *times,
                            HearsayAnalysis     *analysis);

G_END_DECLS
