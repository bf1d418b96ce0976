/** Lays a network out by force, away from the page's own thread. */
import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";

export interface LayoutTask {
  turn: number;
  nodes: { id: string; x: number; y: number; size: number; fixed: boolean }[];
  links: { a: string; b: string; weight: number }[];
}
export interface LayoutResult {
  turn: number;
  places: Record<string, { x: number; y: number }>;
}

self.onmessage = ({ data }: MessageEvent<LayoutTask>) => {
  const graph = new Graph();
  for (const node of data.nodes) graph.addNode(node.id, { ...node });
  for (const link of data.links) if (!graph.hasEdge(link.a, link.b)) graph.addEdge(link.a, link.b, { weight: link.weight });
  const iterations = Math.max(60, Math.min(500, Math.round(60000 / Math.max(1, data.nodes.length))));
  forceAtlas2.assign(graph, {
    iterations,
    settings: { gravity: 0.9, scalingRatio: 90, strongGravityMode: false, slowDown: 4, barnesHutOptimize: data.nodes.length > 400, adjustSizes: true, edgeWeightInfluence: 0 },
  });
  const places: LayoutResult["places"] = {};
  graph.forEachNode((id, { x, y }) => (places[id] = { x: x as number, y: y as number }));
  self.postMessage({ turn: data.turn, places } satisfies LayoutResult);
};
