/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "analysis/hearsay-parser.h"

#include <string.h>

/* Beyond the last token features look at up to three more nodes. */
#define N_EXTRA 5

static guint32
get_kind (guint8 xpos,
          guint8 upos)
{
  switch (upos)
    {
    case HEARSAY_UPOS_VERB:
      return 1;
    case HEARSAY_UPOS_AUX:
      return 2;
    case HEARSAY_UPOS_CCONJ:
      return 4;
    case HEARSAY_UPOS_PUNCT:
      return xpos == HEARSAY_XPOS_COMMA ? 8 : xpos == HEARSAY_XPOS_COLON ? 16 : 32;
    case HEARSAY_UPOS_SCONJ:
      return 64;
    case HEARSAY_UPOS_ADP:
      return 128;
    case HEARSAY_UPOS_NOUN:
    case HEARSAY_UPOS_PROPN:
      return 256;
    case HEARSAY_UPOS_PRON:
      return xpos == HEARSAY_XPOS_WDT || xpos == HEARSAY_XPOS_WP ? 512 : 1024;
    default:
      return 0;
    }
}

static void
fill_node (HearsayNode         *node,
           const HearsayTraits *traits,
           guint32              tag,
           guint32              kind)
{
  node->word = traits->word;
  node->tag = hearsay_feature (3, tag, 0, 0);
  node->word_tag = hearsay_feature (3, traits->word, tag, 0);
  node->cluster = hearsay_feature (3, traits->entry.cluster, 0, 1);
  node->cluster_near = hearsay_feature (3, traits->entry.cluster >> 3, 0, 2);
  node->cluster_wide = hearsay_feature (3, traits->entry.cluster >> 4, 0, 3);
  node->senses = hearsay_feature (3, traits->entry.senses, 0, 4);
  node->suffix = traits->suffixes[2];
  node->kind = kind;
}

static void
ensure_capacity (HearsayParserSpace *self,
                 guint               n)
{
  gsize block;

  if (n + N_EXTRA <= self->capacity)
    return;
  self->capacity = MAX (64, n + N_EXTRA);
  block = (gsize) self->capacity * HEARSAY_STATE_N_ARRAYS;
  self->nodes = g_renew (HearsayNode, self->nodes, self->capacity);
  self->blocks = g_renew (guint16, self->blocks, block * G_N_ELEMENTS (self->states));
  for (guint i = 0; i < G_N_ELEMENTS (self->states); i++)
    {
      guint16 **arrays = &self->states[i].stack;

      for (guint k = 0; k < HEARSAY_STATE_N_ARRAYS; k++)
        arrays[k] = self->blocks + block * i + (gsize) k * self->capacity;
    }
}

/* Forgets the last sentence's scores: their keys have another number. */
static void
begin_generation (HearsayParserSpace *self)
{
  if (self->known == NULL || self->generation + 1 == 1u << HEARSAY_GENERATION_BITS)
    {
      g_free (self->known);
      self->known = g_new0 (HearsayKnownScores, 1u << HEARSAY_KNOWN_BITS);
      self->generation = 0;
    }
  self->generation++;
}

/**
 * hearsay_parser_space_prepare:
 * @traits: of the first token to be parsed
 * @n: tokens, at most #HEARSAY_PARSER_MAX_LENGTH
 *
 * Makes room for a parse of @n tokens and fills in the nodes.
 */
void
hearsay_parser_space_prepare (HearsayParserSpace  *self,
                              const HearsayTraits *traits,
                              const guint8        *xpos,
                              const guint8        *upos,
                              guint                n)
{
  g_return_if_fail (n <= HEARSAY_PARSER_MAX_LENGTH);

  ensure_capacity (self, n);
  self->n = n;
  begin_generation (self);
  fill_node (&self->nodes[0], &hearsay_traits_before, 1, 0);
  for (guint i = 0; i < n; i++)
    fill_node (&self->nodes[i + 1], &traits[i], 3 + xpos[i] * HEARSAY_N_UPOS + upos[i], get_kind (xpos[i], upos[i]));
  for (guint i = n + 1; i < n + N_EXTRA; i++)
    fill_node (&self->nodes[i], &hearsay_traits_after, 2, 0);
}

void
hearsay_parser_space_clear (HearsayParserSpace *self)
{
  g_clear_pointer (&self->nodes, g_free);
  g_clear_pointer (&self->blocks, g_free);
  g_clear_pointer (&self->known, g_free);
  self->capacity = 0;
}

/* Before the first transition: all tokens in the buffer. */
void
hearsay_state_reset (HearsayState *self,
                     guint         n)
{
  guint16 **arrays = &self->stack;

  for (guint k = 0; k < HEARSAY_STATE_N_ARRAYS; k++)
    memset (arrays[k], 0, (n + 2) * sizeof (guint16));
  self->score = 0;
  self->trace = -1;
  self->n_stack = 0;
  self->next = 1;
}

void
hearsay_state_copy (HearsayState       *self,
                    const HearsayState *other,
                    guint               n)
{
  guint16 **to = &self->stack;
  guint16 *const *from = &other->stack;

  memcpy (to[0], from[0], other->n_stack * sizeof (guint16));
  for (guint k = 1; k < HEARSAY_STATE_N_ARRAYS; k++)
    memcpy (to[k], from[k], MIN (other->next + 1u, n + 1) * sizeof (guint16));
  self->score = other->score;
  self->trace = other->trace;
  self->n_stack = other->n_stack;
  self->next = other->next;
}

static void
advance (HearsayState *self)
{
  guint16 next = ++self->next;

  /* States are copied up to the buffer's first node alone. */
  self->head[next] = 0;
  self->left[next] = 0;
  self->left2[next] = 0;
  self->right[next] = 0;
  self->right2[next] = 0;
  self->n_left[next] = 0;
  self->n_right[next] = 0;
}

/**
 * hearsay_state_apply:
 * @action: one that hearsay_state_allows()
 */
void
hearsay_state_apply (HearsayState  *self,
                     HearsayAction  action)
{
  guint16 next = self->next;
  guint16 top = self->n_stack > 0 ? self->stack[self->n_stack - 1] : 0;

  switch (action)
    {
    case HEARSAY_ACTION_SHIFT:
      self->stack[self->n_stack++] = next;
      advance (self);
      break;
    case HEARSAY_ACTION_REDUCE:
      self->n_stack--;
      break;
    case HEARSAY_ACTION_LEFT:
      self->n_stack--;
      self->head[top] = next;
      self->left2[next] = self->left[next];
      self->left[next] = top;
      self->n_left[next]++;
      break;
    case HEARSAY_ACTION_RIGHT:
      self->head[next] = top;
      self->right2[top] = self->right[top];
      self->right[top] = next;
      self->n_right[top]++;
      self->stack[self->n_stack++] = next;
      advance (self);
      break;
    case HEARSAY_N_ACTIONS:
    default:
      g_assert_not_reached ();
    }
}

/**
 * hearsay_state_take_heads:
 * @n: tokens
 * @head: (out) (array length=n): index of each token's head
 * @offset: index of the first token
 * @root: (inout): index of the root, -1 where there is none yet
 *
 * The first token without a head becomes the root; others hang on it.
 */
void
hearsay_state_take_heads (const HearsayState *self,
                          guint               n,
                          gint32             *head,
                          gint32              offset,
                          gint32             *root)
{
  for (guint i = 0; i < n; i++)
    {
      if (self->head[i + 1] != 0)
        head[i] = offset + self->head[i + 1] - 1;
      else
        {
          head[i] = *root;
          if (*root < 0)
            *root = offset + (gint32) i;
        }
    }
}
