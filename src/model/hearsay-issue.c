/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "model/hearsay-issue.h"

#include "hearsay-enum-types.h"

/**
 * HearsayIssue:
 *
 * Something that is argued about: “military alliance”. The store alone changes it.
 */
struct _HearsayIssue
{
  GObject parent_instance;

  char *id;
  char *name;
  HearsayIssueState state;
  char **wordings;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_NAME,
  PROP_STATE,
  PROP_WORDINGS,
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
  g_strfreev (self->wordings);
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
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_WORDINGS:
      g_value_set_boxed (value, self->wordings);
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
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, HEARSAY_TYPE_ISSUE_STATE, HEARSAY_ISSUE_FOUND,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WORDINGS] =
    g_param_spec_boxed ("wordings", NULL, NULL, G_TYPE_STRV, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hearsay_issue_init (HearsayIssue *self)
{
  self->wordings = g_new0 (char *, 1);
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

void
hearsay_issue_set_name (HearsayIssue *self,
                        const char   *name)
{
  g_return_if_fail (HEARSAY_IS_ISSUE (self));
  g_return_if_fail (name != NULL);

  if (g_str_equal (self->name, name))
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
}

HearsayIssueState
hearsay_issue_get_state (HearsayIssue *self)
{
  g_return_val_if_fail (HEARSAY_IS_ISSUE (self), HEARSAY_ISSUE_FOUND);
  return self->state;
}

void
hearsay_issue_set_state (HearsayIssue      *self,
                         HearsayIssueState  state)
{
  g_return_if_fail (HEARSAY_IS_ISSUE (self));
  g_return_if_fail ((guint) state < HEARSAY_N_ISSUE_STATES);

  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

const char *const *
hearsay_issue_get_wordings (HearsayIssue *self)
{
  g_return_val_if_fail (HEARSAY_IS_ISSUE (self), NULL);
  return (const char *const *) self->wordings;
}

/**
 * hearsay_issue_set_wordings:
 * @wordings: (array zero-terminated=1): copied
 */
void
hearsay_issue_set_wordings (HearsayIssue      *self,
                            const char *const *wordings)
{
  g_return_if_fail (HEARSAY_IS_ISSUE (self));
  g_return_if_fail (wordings != NULL);

  if (g_strv_equal ((const char *const *) self->wordings, wordings))
    return;
  g_strfreev (self->wordings);
  self->wordings = g_strdupv ((char **) wordings);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDINGS]);
}
