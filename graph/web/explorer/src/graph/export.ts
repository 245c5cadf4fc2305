/** What is seen as a file: PNG and SVG as it looks, GEXF with what it means. */

import { ink } from "../base/theme";
import { classColour, label, relationColour } from "../base/vocabulary";
import { save, xml } from "../parts/save";
import type { Line, Model, Spot, Visible } from "./model";
import type { Stage } from "./stage";

export type Kind = "png" | "svg" | "gexf";
type Exporter = (stage: Stage, model: Model, seen: Visible) => void;

export const exports: Record<Kind, Exporter> = { png, svg, gexf };

function png(stage: Stage): void {
  const { sigma } = stage;
  const layers = sigma.getCanvases();
  sigma.refresh(); // the picture of WebGL is only there until the browser has shown it
  const first = layers["edges"];
  if (!first) return;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [first.width, first.height];
  const context = canvas.getContext("2d");
  if (!context) return;
  context.fillStyle = ink("stage");
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const name of ["edges", "edgeLabels", "nodes", "labels"]) {
    const layer = layers[name];
    if (layer?.width) context.drawImage(layer, 0, 0);
  }
  canvas.toBlob((blob) => blob && save("zhitu.png", blob));
}

function svg(stage: Stage, model: Model, seen: Visible): void {
  save("zhitu.svg", drawing(stage, model, seen), "image/svg+xml");
}

function drawing({ sigma }: Stage, model: Model, seen: Visible): string {
  const { width, height } = sigma.getDimensions();
  const scale = Math.sqrt(sigma.getCamera().ratio);
  const at = (spot: Spot): { x: number; y: number } => sigma.graphToViewport(spot);
  const lines = shownLines(model, seen).map((line) => lineOf(line, at(model.spots.get(line.edge.source)!), at(model.spots.get(line.edge.target)!)));
  const spots = shownSpots(model, seen).map((spot) => {
    const { x, y } = at(spot);
    const size = spot.size / scale;
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${size.toFixed(1)}" fill="${classColour(spot.node.type)}"><title>${xml(spot.node.label)}</title></circle>` +
      `<text x="${(x + size + 3).toFixed(1)}" y="${(y + 4).toFixed(1)}">${xml(spot.node.label)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">\n` +
    `<rect width="${width}" height="${height}" fill="${ink("stage")}"/>\n<g fill="none">\n${lines.join("\n")}\n</g>\n` +
    `<g fill="${ink("ink")}" stroke="${ink("halo")}" stroke-width="3" paint-order="stroke">\n${spots.join("\n")}\n</g>\n</svg>\n`;
}

function lineOf({ edge, offset }: Line, from: { x: number; y: number }, till: { x: number; y: number }): string {
  const far = Math.hypot(till.x - from.x, till.y - from.y) || 1;
  const [dx, dy] = [(-(till.y - from.y) / far) * offset, ((till.x - from.x) / far) * offset];
  const dash = edge.modality === "asserted" ? "" : ` stroke-dasharray="${edge.modality === "denied" ? "2 3" : "7 5"}"`;
  const colour = edge.modality === "denied" ? "#d5372c" : relationColour(edge.relation);
  const ends = [from.x + dx, from.y + dy, till.x + dx, till.y + dy].map((each) => each.toFixed(1));
  return `<line x1="${ends[0]}" y1="${ends[1]}" x2="${ends[2]}" y2="${ends[3]}" stroke="${colour}" stroke-width="${(1 + Math.log2(edge.sources + 1) * 0.7).toFixed(1)}"${dash}><title>${xml(label(edge.relation))}</title></line>`;
}

function gexf(_stage: Stage, model: Model, seen: Visible): void {
  const nodes = shownSpots(model, seen).map(({ node, x, y, size }) =>
    `<node id="${xml(node.id)}" label="${xml(node.label)}"><attvalues><attvalue for="type" value="${xml(node.type)}"/><attvalue for="mentions" value="${node.mentions}"/></attvalues><viz:position x="${x.toFixed(1)}" y="${y.toFixed(1)}"/><viz:size value="${size.toFixed(1)}"/></node>`);
  const edges = shownLines(model, seen).map(({ edge }) => {
    const values = { relation: edge.relation, modality: edge.modality, sources: edge.sources, confidence: edge.confidence, first: edge.first, last: edge.last, disputed: edge.disputed };
    const told = Object.entries(values).filter(([, value]) => value !== null).map(([name, value]) => `<attvalue for="${name}" value="${xml(String(value))}"/>`).join("");
    return `<edge id="${xml(edge.id)}" source="${xml(edge.source)}" target="${xml(edge.target)}" type="${edge.symmetric ? "undirected" : "directed"}" weight="${edge.sources}" label="${xml(label(edge.relation))}"><attvalues>${told}</attvalues></edge>`;
  });
  const declared = (of: string, names: [string, string][]): string =>
    `<attributes class="${of}">${names.map(([name, type]) => `<attribute id="${name}" title="${name}" type="${type}"/>`).join("")}</attributes>`;
  const head = declared("node", [["type", "string"], ["mentions", "integer"]]) +
    declared("edge", [["relation", "string"], ["modality", "string"], ["sources", "integer"], ["confidence", "double"], ["first", "string"], ["last", "string"], ["disputed", "boolean"]]);
  save("zhitu.gexf", `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n<graph defaultedgetype="directed">\n${head}\n<nodes>\n${nodes.join("\n")}\n</nodes>\n<edges>\n${edges.join("\n")}\n</edges>\n</graph>\n</gexf>\n`, "application/gexf+xml");
}

const shownSpots = (model: Model, seen: Visible): Spot[] => [...model.spots.values()].filter((spot) => seen.nodes.has(spot.node.id));
const shownLines = (model: Model, seen: Visible): Line[] => [...model.lines.values()].filter((line) => seen.edges.has(line.edge.id));
