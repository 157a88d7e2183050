/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-issue.h"

/**
 * HearsayIssue:
 *
 * Something that is argued about: “military alliance”.
 */
struct _HearsayIssue
{
  GObject parent_instance;

  char *id;
  char *name;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_NAME,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (HearsayIssue, hearsay_issue, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
hearsay_issue_finalize (GObject *object)
{
  HearsayIssue *self = HEARSAY_ISSUE (object);

  g_free (self->id);
  g_free (self->name);
  G_OBJECT_CLASS (hearsay_issue_parent_class)->finalize (object);
}

static void
hearsay_issue_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  HearsayIssue *self = HEARSAY_ISSUE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearsay_issue_class_init (HearsayIssueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = hearsay_issue_finalize;
  object_class->get_property = hearsay_issue_get_property;
  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hearsay_issue_init (HearsayIssue *self)
{
}

/**
 * hearsay_issue_new:
 * @id: unique in the collection
 * @name: what people see
 *
 * Returns: (transfer full): an issue
 */
HearsayIssue *
hearsay_issue_new (const char *id,
                   const char *name)
{
  HearsayIssue *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (HEARSAY_TYPE_ISSUE, NULL);
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  return self;
}

const char *
hearsay_issue_get_id (HearsayIssue *self)
{
  g_return_val_if_fail (HEARSAY_IS_ISSUE (self), NULL);
  return self->id;
}

const char *
hearsay_issue_get_name (HearsayIssue *self)
{
  g_return_val_if_fail (HEARSAY_IS_ISSUE (self), NULL);
  return self->name;
}
