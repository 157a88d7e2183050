/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Hearsay developers
 */
#include "config.h"

#include "frames.h"
#include "made-up-network.h"
#include "ui/network/hearsay-network-canvas.h"

/* What a large network costs in the window: frames while it pans and zooms, as
 * a whole and closer, and the time until the picture is sharp again. Needs a
 * display; GSK_RENDERER=cairo is the renderer that is measured. The first
 * frames are those of a widget of one colour and the same size.
 *
 *   bench-network-frames [NODES [EDGES]]
 */

static HearsayNetworkScene *
new_scene (guint n_nodes,
           guint n_edges)
{
  HearsayNetwork *network = made_up_network_new (n_nodes, n_edges);
  HearsayNodeSize *sizes = g_new0 (HearsayNodeSize, n_nodes);
  HearsayPoint *positions = g_new0 (HearsayPoint, n_nodes);
  HearsayLayoutOptions options = HEARSAY_LAYOUT_OPTIONS_INIT;
  HearsayNetworkScene *scene;

  hearsay_network_node_sizes (network, sizes);
  options.sizes = sizes;
  hearsay_layout_run (network, &options, positions, NULL, NULL);
  scene = hearsay_network_scene_new (network, positions);
  g_free (sizes);
  g_free (positions);
  return scene;
}

int
main (int   argc,
      char *argv[])
{
  guint n_nodes = argc > 1 ? (guint) MAX (40, atoi (argv[1])) : 2000;
  guint n_edges = argc > 2 ? (guint) MAX (1, atoi (argv[2])) : 10000;
  g_autoptr (HearsayNetworkScene) scene = NULL;
  GtkWidget *canvas;
  GtkWidget *window;

  if (!gtk_init_check ())
    {
      g_print ("no display\n");
      return 77;
    }
  adw_init ();
  frames_floor ();
  scene = new_scene (n_nodes, n_edges);
  canvas = hearsay_network_canvas_new ();
  window = frames_show (canvas);
  hearsay_network_canvas_set_scene (HEARSAY_NETWORK_CANVAS (canvas), scene);
  frames_wait_ms (1500);
  g_print ("%u nodes, %u edges\n", n_nodes, n_edges);
  frames_run (canvas, FRAMES_PAN, "pan, all in sight");
  frames_run (canvas, FRAMES_ZOOM, "zoom, all in sight");
  frames_sharp (HEARSAY_CANVAS (canvas));
  hearsay_network_canvas_set_zoom (HEARSAY_NETWORK_CANVAS (canvas), 0.5);
  frames_wait_ms (800);
  frames_run (canvas, FRAMES_PAN, "pan, at 50 %");
  frames_run (canvas, FRAMES_ZOOM, "zoom, at 50 %");
  frames_sharp (HEARSAY_CANVAS (canvas));
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
