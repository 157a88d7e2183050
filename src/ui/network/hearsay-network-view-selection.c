/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include <glib/gi18n.h>

#include "render/hearsay-date-words.h"
#include "ui/hearsay-wording.h"
#include "ui/network/hearsay-network-view-private.h"

/* Quotations of one fact that are shown at most. */
#define MAX_QUOTES 8

static void
add_edge_items (HearsayNetworkView *self,
                guint32             index,
                GHashTable         *seen,
                GArray             *items)
{
  const HearsayNetworkEdge *edge = &self->scene->network->edges[index];

  for (guint32 i = edge->first_statement; i < edge->first_statement + edge->n_statements && i < self->scene->network->n_statements; i++)
    {
      guint32 row = self->scene->network->statements[i];
      HearsayEvidenceItem item;

      if (row >= self->facts->statements->len)
        continue;
      item = (HearsayEvidenceItem) { g_ptr_array_index (self->facts->statements, row), edge->position };
      if (g_hash_table_add (seen, item.statement))
        g_array_append_val (items, item);
    }
}

/* The statements that a node or edge stands for. */
static GArray *
find_items (HearsayNetworkView *self,
            HearsayNetworkHit   hit)
{
  const HearsayNetwork *network = self->scene->network;
  GArray *items = g_array_new (FALSE, FALSE, sizeof (HearsayEvidenceItem));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  if (hit.kind == HEARSAY_HIT_EDGE)
    add_edge_items (self, hit.index, seen, items);
  for (guint i = 0; hit.kind == HEARSAY_HIT_NODE && i < network->n_edges; i++)
    {
      if (network->edges[i].source == hit.index || network->edges[i].target == hit.index)
        add_edge_items (self, i, seen, items);
    }
  return items;
}

static char *
make_dates (GArray *items)
{
  gint32 first = G_MAXINT32;
  gint32 last = G_MININT32;

  for (guint i = 0; i < items->len; i++)
    {
      HearsayDate date = hearsay_statement_get_said_on (g_array_index (items, HearsayEvidenceItem, i).statement);

      if (!hearsay_date_is_set (date))
        continue;
      first = MIN (first, hearsay_date_first_day (date));
      last = MAX (last, hearsay_date_last_day (date));
    }
  return first <= last ? hearsay_date_words_new_range (first, last) : NULL;
}

static guint
count_articles (GArray *items)
{
  g_autoptr (GHashTable) articles = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (articles, hearsay_statement_get_article (g_array_index (items, HearsayEvidenceItem, i).statement));
  return g_hash_table_size (articles);
}

/* “2 statements · 1 article · 23 Oct 2020” */
static char *
make_subtitle (GArray *items)
{
  guint n_articles = count_articles (items);
  g_autofree char *statements = hearsay_wording_statements (items->len);
  g_autofree char *articles = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article", "%u articles", n_articles), n_articles);
  g_autofree char *dates = make_dates (items);

  if (dates == NULL)
    return g_strdup_printf ("%s · %s", statements, articles);
  return g_strdup_printf ("%s · %s · %s", statements, articles, dates);
}

static char *
make_title (HearsayNetworkView *self,
            HearsayNetworkHit   hit)
{
  const HearsayNetwork *network = self->scene->network;
  const HearsayNetworkEdge *edge;

  if (hit.kind == HEARSAY_HIT_NODE)
    return g_strdup (network->nodes[hit.index].name);
  edge = &network->edges[hit.index];
  /* Translators: who speaks, and on whom or what */
  return g_strdup_printf (network->directed ? _("%s on %s") : _("%s and %s"), network->nodes[edge->source].name,
                          network->nodes[edge->target].name);
}

/* Whose words are underlined: the target's; a node's own where others speak of it. */
static gpointer
find_target (HearsayNetworkView *self,
             HearsayNetworkHit   hit)
{
  const HearsayNetwork *network = self->scene->network;
  guint32 node = hit.kind == HEARSAY_HIT_NODE ? hit.index : network->edges[hit.index].target;
  guint32 entity = network->nodes[node].entity;

  return network->directed && entity < self->facts->entities->len ? g_ptr_array_index (self->facts->entities, entity) : NULL;
}

/* What other articles print again of these statements. */
static GPtrArray *
find_reprints (HearsayNetworkView *self,
               GArray             *items)
{
  GPtrArray *reprints = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      GPtrArray *others = g_hash_table_lookup (self->facts->reprints, g_array_index (items, HearsayEvidenceItem, i).statement);

      for (guint k = 0; others != NULL && k < others->len; k++)
        g_ptr_array_add (reprints, g_ptr_array_index (others, k));
    }
  return reprints;
}

/* The words that state a fact, each once. */
static char *
make_quotes (HearsayNetworkView *self,
             HearsayNetworkHit   hit)
{
  const HearsayNetwork *network = self->scene->network;
  const HearsayNetworkEdge *edge = &network->edges[hit.index];
  guint32 ends[2] = { network->nodes[edge->source].entity, network->nodes[edge->target].entity };
  const HearsayNetworkInput *input = &self->facts->input;
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < input->n_relations && seen->len < MAX_QUOTES; i++)
    {
      const HearsayNetworkRelation *relation = &input->relations[i];
      const char *quote = g_ptr_array_index (self->facts->quotes, i);
      gboolean same = relation->from == ends[0] && relation->to == ends[1];
      gboolean turned = relation->from == ends[1] && relation->to == ends[0] && edge->kind != HEARSAY_RELATION_CONFLICT;

      if (edge->kind != relation->kind || (!same && !turned) || g_ptr_array_find_with_equal_func (seen, quote, g_str_equal, NULL))
        continue;
      g_ptr_array_add (seen, (gpointer) quote);
      g_string_append_printf (words, "%s“%s”", words->len > 0 ? "\n" : "", quote);
    }
  return g_string_free (words, FALSE);
}

static void
show_items (HearsayNetworkView *self,
            const char         *title,
            gpointer            target,
            gboolean            with_speakers,
            gboolean            with_stances,
            HearsayNetworkHit   hit,
            GArray             *items)
{
  g_autofree char *subtitle = make_subtitle (items);
  g_autoptr (GPtrArray) reprints = find_reprints (self, items);

  hearsay_evidence_show (self->evidence, title, subtitle, target, with_speakers, with_stances,
                         (HearsayEvidenceItem *) items->data, items->len);
  hearsay_evidence_show_reprints (self->evidence, reprints);
  hearsay_evidence_show_tie (self->evidence, hit.kind == HEARSAY_HIT_EDGE ? self->scene : NULL, hit.index);
  gtk_widget_set_visible (self->evidence_side, TRUE);
}

static void
show_evidence (HearsayNetworkView *self,
               HearsayNetworkHit   hit,
               GArray             *items)
{
  g_autofree char *title = make_title (self, hit);

  if (hit.kind == HEARSAY_HIT_EDGE && self->scene->network->type == HEARSAY_NETWORK_FACTS)
    {
      g_autofree char *fact = hearsay_network_describe (self->scene->network, hit);
      g_autofree char *quotes = make_quotes (self, hit);
      g_autoptr (GPtrArray) reprints = g_ptr_array_new ();

      hearsay_evidence_show (self->evidence, fact, quotes, NULL, TRUE, FALSE, (HearsayEvidenceItem *) items->data, items->len);
      hearsay_evidence_show_reprints (self->evidence, reprints);
      hearsay_evidence_show_tie (self->evidence, self->scene, hit.index);
      gtk_widget_set_visible (self->evidence_side, TRUE);
      return;
    }
  show_items (self, title, find_target (self, hit), hit.kind == HEARSAY_HIT_NODE || !self->scene->network->directed,
              hit.kind == HEARSAY_HIT_NODE && self->scene->network->is_signed, hit, items);
}

static void
select_statements (HearsayNetworkView *self,
                   GArray             *items)
{
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (statements, g_array_index (items, HearsayEvidenceItem, i).statement);
  self->selecting = TRUE;
  hearsay_session_select (self->session, (HearsayStatement **) statements->pdata, statements->len);
  self->selecting = FALSE;
}

void
hearsay_network_view_close_evidence (HearsayNetworkView *self)
{
  self->selected = (HearsayNetworkHit) { HEARSAY_HIT_NONE, 0 };
  gtk_widget_set_visible (self->evidence_side, FALSE);
  g_clear_pointer (&self->chosen, g_free);
  hearsay_network_canvas_set_lit (self->canvas, NULL, NULL, NULL);
  hearsay_network_canvas_set_selected (self->canvas, self->selected);
}

/**
 * hearsay_network_view_choose:
 * @nodes: one a node; those that are selected
 * @lit_edges: (nullable): one an edge; those that are shown and whose statements
 *   are selected; all between the nodes where %NULL
 * @title: of the evidence
 *
 * Selects several nodes at once.
 */
void
hearsay_network_view_choose (HearsayNetworkView *self,
                             const gboolean     *nodes,
                             const gboolean     *lit_edges,
                             const char         *title)
{
  const HearsayNetwork *network = self->scene->network;
  g_autofree gboolean *edges = g_new0 (gboolean, MAX (network->n_edges, 1));
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (HearsayEvidenceItem));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  gboolean *chosen = g_memdup2 (nodes, sizeof (gboolean) * MAX (network->n_nodes, 1));

  for (guint i = 0; i < network->n_edges; i++)
    {
      edges[i] = lit_edges != NULL ? lit_edges[i] : chosen[network->edges[i].source] && chosen[network->edges[i].target];
      if (edges[i])
        add_edge_items (self, i, seen, items);
    }
  g_free (self->chosen);
  self->chosen = chosen;
  self->selected = (HearsayNetworkHit) { HEARSAY_HIT_NONE, 0 };
  hearsay_network_canvas_set_selected (self->canvas, self->selected);
  hearsay_network_canvas_set_lit (self->canvas, chosen, chosen, edges);
  show_items (self, title, NULL, TRUE, network->is_signed, self->selected, items);
  select_statements (self, items);
}

static void
choose_titled (HearsayNetworkView *self,
               const gboolean     *nodes)
{
  g_autofree char *title = NULL;
  guint n = 0;

  for (guint i = 0; i < self->scene->network->n_nodes; i++)
    n += nodes[i];
  if (n == 0)
    {
      hearsay_network_view_selected_cb (self, HEARSAY_HIT_NONE, 0, 0);
      return;
    }
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u selected", "%u selected", n), n);
  hearsay_network_view_choose (self, nodes, NULL, title);
}

/* What was selected before, to which something is added. */
static gboolean *
dup_chosen (HearsayNetworkView *self)
{
  gboolean *nodes = g_new0 (gboolean, MAX (self->scene->network->n_nodes, 1));

  for (guint i = 0; self->chosen != NULL && i < self->scene->network->n_nodes; i++)
    nodes[i] = self->chosen[i];
  if (self->selected.kind == HEARSAY_HIT_NODE)
    nodes[self->selected.index] = TRUE;
  return nodes;
}

void
hearsay_network_view_lassoed_cb (HearsayNetworkView *self,
                                 const gboolean     *nodes,
                                 GdkModifierType     state)
{
  g_autofree gboolean *all = NULL;

  if (self->scene == NULL || self->facts == NULL || self->session == NULL)
    return;
  all = (state & GDK_CONTROL_MASK) ? dup_chosen (self) : g_new0 (gboolean, MAX (self->scene->network->n_nodes, 1));
  for (guint i = 0; i < self->scene->network->n_nodes; i++)
    all[i] |= nodes[i];
  choose_titled (self, all);
}

void
hearsay_network_view_selected_cb (HearsayNetworkView *self,
                                  guint               kind,
                                  guint               index,
                                  GdkModifierType     state)
{
  g_autoptr (GArray) items = NULL;

  if (self->scene == NULL || self->facts == NULL || self->session == NULL)
    return;
  if (kind == HEARSAY_HIT_NODE && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)))
    {
      g_autofree gboolean *nodes = dup_chosen (self);

      nodes[index] = (state & GDK_SHIFT_MASK) || !nodes[index];
      choose_titled (self, nodes);
      return;
    }
  g_clear_pointer (&self->chosen, g_free);
  hearsay_network_canvas_set_lit (self->canvas, NULL, NULL, NULL);
  if (kind == HEARSAY_HIT_NONE)
    {
      hearsay_network_view_close_evidence (self);
      hearsay_session_select (self->session, NULL, 0);
      return;
    }
  self->selected = (HearsayNetworkHit) { (HearsayHitKind) kind, index };
  items = find_items (self, self->selected);
  show_evidence (self, self->selected, items);
  hearsay_network_canvas_set_selected (self->canvas, self->selected);
  select_statements (self, items);
}

/* Double-click or Enter goes to the first of the words. */
void
hearsay_network_view_activated_cb (HearsayNetworkView *self,
                                   guint               kind,
                                   guint               index,
                                   GdkModifierType     state)
{
  g_autoptr (GArray) items = NULL;

  if (self->scene == NULL || self->facts == NULL || self->session == NULL || kind == HEARSAY_HIT_NONE)
    return;
  items = find_items (self, (HearsayNetworkHit) { (HearsayHitKind) kind, index });
  if (items->len > 0)
    hearsay_session_show_statement (self->session, g_array_index (items, HearsayEvidenceItem, 0).statement);
}

void
hearsay_network_view_read_cb (HearsayNetworkView *self,
                              HearsayStatement   *statement)
{
  if (self->session != NULL)
    hearsay_session_show_statement (self->session, statement);
}

void
hearsay_network_view_list_cb (HearsayNetworkView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", "statements");
}

/* Edges with a statement that was selected elsewhere. */
void
hearsay_network_view_mark_selection (HearsayNetworkView *self)
{
  g_autofree gboolean *marked = NULL;
  gboolean any = FALSE;

  if (self->scene == NULL || self->facts == NULL || self->selecting)
    return;
  if (self->selected.kind != HEARSAY_HIT_NONE || self->chosen != NULL)
    hearsay_network_view_close_evidence (self);
  marked = g_new0 (gboolean, MAX (self->scene->network->n_edges, 1));
  for (guint i = 0; hearsay_session_get_selection (self->session)->len > 0 && i < self->scene->network->n_edges; i++)
    {
      const HearsayNetworkEdge *edge = &self->scene->network->edges[i];

      for (guint32 k = 0; k < edge->n_statements && !marked[i]; k++)
        {
          guint32 row = self->scene->network->statements[edge->first_statement + k];

          marked[i] = row < self->facts->statements->len &&
                      hearsay_session_is_selected (self->session, g_ptr_array_index (self->facts->statements, row));
        }
      any |= marked[i];
    }
  hearsay_network_canvas_set_marked (self->canvas, any ? marked : NULL);
}

/* After counting anew, indices mean something else. */
void
hearsay_network_view_restore_selection (HearsayNetworkView *self)
{
  self->selected = (HearsayNetworkHit) { HEARSAY_HIT_NONE, 0 };
  g_clear_pointer (&self->chosen, g_free);
  gtk_widget_set_visible (self->evidence_side, FALSE);
  hearsay_network_view_mark_selection (self);
}
