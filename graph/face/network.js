// The network in a notebook: SVG that one can move, enlarge and ask. Loads nothing; texts are set as text, never as HTML.
const SVG = "http://www.w3.org/2000/svg";

function svg(name, attributes, parent) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return parent ? parent.appendChild(node) : node;
}

function html(name, text, style, parent) {
  const node = document.createElement(name);
  node.textContent = text;
  node.style.cssText = style;
  return parent ? parent.appendChild(node) : node;
}

function shape(node, parent) {
  const { x, y, r, colour } = node;
  const paint = { fill: colour, stroke: "#fff", "stroke-width": 1.5 };
  if (node.shape === "square") return svg("rect", { x: x - r, y: y - r, width: 2 * r, height: 2 * r, rx: 3, ...paint }, parent);
  if (node.shape === "diamond") return svg("path", { d: `M${x} ${y - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}z`, ...paint }, parent);
  return svg("circle", { cx: x, cy: y, r, ...paint }, parent);
}

function drawEdge(edge, parent) {
  const attributes = { d: edge.path, fill: "none", stroke: edge.colour, "stroke-width": edge.width, "stroke-opacity": 0.7 };
  if (edge.dash) attributes["stroke-dasharray"] = edge.dash;
  if (!edge.symmetric) attributes["marker-end"] = `url(#zhitu-arrow)`;
  const group = svg("g", { class: "zhitu-edge", style: "cursor:pointer" }, parent);
  svg("path", { d: edge.path, fill: "none", stroke: "transparent", "stroke-width": 12 }, group);
  svg("path", attributes, group);
  svg("title", {}, group).textContent = edge.said;
  return group;
}

function drawNode(node, parent) {
  const group = svg("g", { class: "zhitu-node", tabindex: 0, role: "button", "aria-label": `${node.label} (${node.type})`, style: "cursor:pointer" }, parent);
  shape(node, group);
  const at = { x: node.x, y: node.y + node.r + node.font, "font-size": node.font, "text-anchor": "middle" };
  const halo = { "paint-order": "stroke", stroke: "#fff", "stroke-width": 3.5, fill: "#1f2933" };
  svg("text", { ...at, ...halo }, group).textContent = node.label;
  svg("title", {}, group).textContent = `${node.label} (${node.type})`;
  return group;
}

function arrow(parent) {
  const defs = svg("defs", {}, parent);
  const size = { viewBox: "0 0 8 8", refX: 4, refY: 4, markerWidth: 9, markerHeight: 9, markerUnits: "userSpaceOnUse", orient: "auto" };
  svg("path", { d: "M0 0L8 4L0 8z", fill: "context-stroke" }, svg("marker", { id: "zhitu-arrow", ...size }, defs));
}

function moving(canvas, data) {
  const view = { x: 0, y: 0, width: data.width, height: data.height };
  const show = () => canvas.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
  const scale = () => view.width / (canvas.clientWidth || data.width);
  let from = null;
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    const by = event.deltaY > 0 ? 1.15 : 1 / 1.15, box = canvas.getBoundingClientRect();
    const [px, py] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
    view.x += view.width * px * (1 - by); view.y += view.height * py * (1 - by);
    view.width *= by; view.height *= by;
    show();
  }, { passive: false });
  canvas.addEventListener("pointerdown", (event) => { from = [event.clientX, event.clientY]; });
  canvas.addEventListener("pointermove", (event) => {
    if (!from || !event.buttons) return;
    view.x -= (event.clientX - from[0]) * scale(); view.y -= (event.clientY - from[1]) * scale();
    from = [event.clientX, event.clientY];
    show();
  });
  show();
}

function tell(panel, title, claims) {
  panel.replaceChildren();
  html("div", title, "font-weight:600;margin-bottom:6px", panel);
  for (const claim of claims) {
    const block = html("div", "", "margin-bottom:8px", panel);
    html("div", claim.line, "font-weight:500", block);
    const words = html("div", `…${claim.before}`, "", block);
    html("mark", claim.quote, "background:#fff3b0;color:#111", words);
    words.append(`${claim.after}…`);
    html("div", claim.where, "opacity:.7;font-size:.85em", block);
  }
  if (!claims.length) html("div", "nothing is said here", "opacity:.7", panel);
}

function render({ model, el }) {
  const data = model.get("data");
  const frame = html("div", "", "display:flex;gap:12px;border:1px solid rgba(128,128,128,.45);border-radius:6px;padding:8px", el);
  const left = html("div", "", "flex:3;min-width:0", frame);
  const search = html("input", "", "width:14em;padding:2px 6px;margin-bottom:4px", left);
  search.type = "search"; search.placeholder = "查找 find"; search.setAttribute("aria-label", "find an entity");
  const canvas = svg("svg", { width: "100%", height: data.height, style: "background:#fff;touch-action:none", role: "group", "aria-label": data.title }, left);
  canvas.style.fontFamily = "'Noto Sans CJK SC','Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif";
  const panel = html("div", "", "flex:2;max-width:26em;overflow:auto;font-size:13px;max-height:" + (data.height + 30) + "px", frame);
  panel.setAttribute("aria-live", "polite");
  arrow(canvas);
  const edges = data.edges.map((edge) => drawEdge(edge, canvas));
  const nodes = data.nodes.map((node) => drawNode(node, canvas));
  moving(canvas, data);

  function focus(id) {
    const near = new Set([id]);
    for (const edge of data.edges) if (edge.source === id || edge.target === id) near.add(edge.source).add(edge.target);
    data.nodes.forEach((node, n) => { nodes[n].style.opacity = !id || near.has(node.id) ? 1 : 0.15; });
    data.edges.forEach((edge, n) => { edges[n].style.opacity = !id || edge.source === id || edge.target === id ? 1 : 0.08; });
  }
  function select(id) {
    const node = data.nodes.find((each) => each.id === id);
    focus(node ? id : "");
    if (!node) return tell(panel, data.title, []);
    const mine = data.edges.filter((edge) => edge.source === id || edge.target === id);
    tell(panel, `${node.label} (${node.type})`, mine.flatMap((edge) => edge.claims));
  }
  function choose(id) {
    model.set("selected", id);
    model.save_changes();
    select(id);
  }
  data.nodes.forEach((node, n) => {
    nodes[n].addEventListener("click", () => choose(node.id));
    nodes[n].addEventListener("keydown", (event) => { if (event.key === "Enter") choose(node.id); });
    nodes[n].addEventListener("mouseenter", () => focus(node.id));
    nodes[n].addEventListener("mouseleave", () => focus(model.get("selected")));
  });
  data.edges.forEach((edge, n) => edges[n].addEventListener("click", () => tell(panel, edge.said, edge.claims)));
  search.addEventListener("input", () => {
    const text = search.value.trim().toLowerCase();
    const found = text && data.nodes.find((node) => node.names.toLowerCase().includes(text));
    focus(found ? found.id : "");
  });
  search.addEventListener("change", () => {
    const text = search.value.trim().toLowerCase();
    const found = text && data.nodes.find((node) => node.names.toLowerCase().includes(text));
    choose(found ? found.id : "");
  });
  model.on("change:selected", () => select(model.get("selected")));
  if (model.get("selected")) select(model.get("selected")); else html("div", data.title, "opacity:.7", panel);
}

export default { render };
