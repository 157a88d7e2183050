/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "ui/issues/hearsay-issue-item.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/hearsay-name-key.h"
#include "ui/hearsay-wording.h"

/**
 * HearsayIssueItem:
 *
 * An issue as a row of the dialog: with its counts, and whether it is checked.
 */
struct _HearsayIssueItem
{
  GObject parent_instance;

  HearsayIssue *issue;
  guint n_statements;
  guint n_speakers;
  gboolean checked;
};

enum
{
  PROP_0,
  PROP_CHECKED,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (HearsayIssueItem, hearsay_issue_item, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
hearsay_issue_item_dispose (GObject *object)
{
  g_clear_object (&HEARSAY_ISSUE_ITEM (object)->issue);
  G_OBJECT_CLASS (hearsay_issue_item_parent_class)->dispose (object);
}

static void
hearsay_issue_item_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHECKED:
      g_value_set_boolean (value, HEARSAY_ISSUE_ITEM (object)->checked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_issue_item_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_CHECKED:
      hearsay_issue_item_set_checked (HEARSAY_ISSUE_ITEM (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_issue_item_class_init (HearsayIssueItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hearsay_issue_item_dispose;
  object_class->get_property = hearsay_issue_item_get_property;
  object_class->set_property = hearsay_issue_item_set_property;
  properties[PROP_CHECKED] = g_param_spec_boolean ("checked", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hearsay_issue_item_init (HearsayIssueItem *self)
{
}

HearsayIssueItem *
hearsay_issue_item_new (const HearsayIssueCount *count)
{
  HearsayIssueItem *self;

  g_return_val_if_fail (count != NULL, NULL);

  self = g_object_new (HEARSAY_TYPE_ISSUE_ITEM, NULL);
  self->issue = g_object_ref (count->issue);
  self->n_statements = count->n_statements;
  self->n_speakers = count->n_speakers;
  return self;
}

HearsayIssue *
hearsay_issue_item_get_issue (HearsayIssueItem *self)
{
  g_return_val_if_fail (HEARSAY_IS_ISSUE_ITEM (self), NULL);
  return self->issue;
}

char *
hearsay_issue_item_dup_counts (HearsayIssueItem *self)
{
  g_autofree char *statements = NULL;
  g_autofree char *speakers = NULL;

  g_return_val_if_fail (HEARSAY_IS_ISSUE_ITEM (self), NULL);

  if (self->n_statements == 0)
    return g_strdup (_("No statements"));
  statements = hearsay_wording_statements (self->n_statements);
  speakers = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u speaker", "%u speakers", self->n_speakers), self->n_speakers);
  return g_strdup_printf ("%s · %s", statements, speakers);
}

char *
hearsay_issue_item_dup_details (HearsayIssueItem *self)
{
  g_autofree char *counts = NULL;
  g_autofree char *wordings = NULL;

  g_return_val_if_fail (HEARSAY_IS_ISSUE_ITEM (self), NULL);

  counts = hearsay_issue_item_dup_counts (self);
  if (hearsay_issue_get_wordings (self->issue)[0] == NULL)
    return g_steal_pointer (&counts);
  wordings = g_strjoinv (", ", (char **) hearsay_issue_get_wordings (self->issue));
  /* Translators: how often an issue is spoken of, and other words for it */
  return g_strdup_printf (_("%s · also “%s”"), counts, wordings);
}

gboolean
hearsay_issue_item_get_checked (HearsayIssueItem *self)
{
  g_return_val_if_fail (HEARSAY_IS_ISSUE_ITEM (self), FALSE);
  return self->checked;
}

void
hearsay_issue_item_set_checked (HearsayIssueItem *self,
                                gboolean          checked)
{
  g_return_if_fail (HEARSAY_IS_ISSUE_ITEM (self));

  if (self->checked == checked)
    return;
  self->checked = checked;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHECKED]);
}

/* Whether its name or one of its wordings has the words, whatever their case and accents. */
gboolean
hearsay_issue_item_has_words (HearsayIssueItem *self,
                              const char       *words)
{
  g_autofree char *wanted = NULL;
  g_autofree char *name = NULL;
  const char *const *wordings;

  g_return_val_if_fail (HEARSAY_IS_ISSUE_ITEM (self) && words != NULL, FALSE);

  wanted = hearsay_name_fold (words);
  name = hearsay_name_fold (hearsay_issue_get_name (self->issue));
  if (strstr (name, wanted) != NULL)
    return TRUE;
  wordings = hearsay_issue_get_wordings (self->issue);
  for (guint i = 0; wordings[i] != NULL; i++)
    {
      g_autofree char *wording = hearsay_name_fold (wordings[i]);

      if (strstr (wording, wanted) != NULL)
        return TRUE;
    }
  return FALSE;
}
