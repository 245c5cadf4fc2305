"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { nodes, edges, claims, docs, terms, colours, relationColours, dashes } = data;
  const words = {
    zh: { search: "查找：智谱、智譜、zhipu …", relations: "关系", kinds: "类别", modalities: "语气", all: "全选", none: "全不选",
      told: (t) => `${t.documents} 篇文章 · ${t.claims} 条论断 · ${t.entities} 个实体` + (nodes.length < t.entities ? `（显示联系最多的 ${nodes.length} 个）` : ""),
      start: "点击一个实体或一条连线，查看论断和原文。拖动可移动，滚轮可缩放，双击放大。", figures: "数据", out: "关系", time: "时间", by: "据",
      confidence: "可信度", other: "English", nothing: "没有找到" },
    en: { search: "Find: 智谱, 智譜, zhipu …", relations: "Relations", kinds: "Classes", modalities: "Modality", all: "all", none: "none",
      told: (t) => `${t.documents} documents · ${t.claims} claims · ${t.entities} entities` + (nodes.length < t.entities ? ` (the ${nodes.length} best connected shown)` : ""),
      start: "Click an entity or a line for its claims and the sentences behind them. Drag to move, scroll to zoom, double-click to zoom in.", figures: "Figures", out: "Relations",
      time: "time", by: "according to", confidence: "confidence", other: "中文", nothing: "nothing found" },
  };
  let language = (navigator.language || "zh").startsWith("zh") ? "zh" : "en";
  const say = (key) => words[language][key];
  const term = (name) => terms[language][name] || name;
  const $ = (id) => document.getElementById(id);
  const canvas = $("canvas"), stage = $("stage"), pen = canvas.getContext("2d");
  const hidden = { relations: new Set(), kinds: new Set(), modalities: new Set() };
  const view = { x: 0, y: 0, scale: 1 };
  let picked = null, over = null, scheduled = false;

  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (name === "class") element.className = value;
      else if (name in element) element[name] = value;
      else element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  // What is shown

  const nodeShown = (node) => !hidden.kinds.has(node.type);
  const edgeShown = (edge) => !hidden.relations.has(edge.relation) && !hidden.modalities.has(edge.modality)
    && nodeShown(nodes[edge.source]) && nodeShown(nodes[edge.target]);
  function near(node) {
    const found = new Set([node]);
    for (const edge of edges) {
      if (!edgeShown(edge)) continue;
      if (nodes[edge.source] === node) found.add(nodes[edge.target]);
      if (nodes[edge.target] === node) found.add(nodes[edge.source]);
    }
    return found;
  }
  function inFocus() {
    const thing = picked || over;
    if (!thing) return null;
    return thing.node ? near(thing.node) : new Set([nodes[thing.edge.source], nodes[thing.edge.target]]);
  }

  // Geometry, in the page's own units

  function curve(edge) {
    const a = nodes[edge.source], b = nodes[edge.target];
    const middle = { x: (a.x + b.x) / 2 - (b.y - a.y) * edge.bend, y: (a.y + b.y) / 2 + (b.x - a.x) * edge.bend };
    return { start: toward(a, middle, a.r + 2), middle, end: toward(b, middle, b.r + 7) };
  }
  function toward(from, to, far) {
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    return { x: from.x + (to.x - from.x) * far / length, y: from.y + (to.y - from.y) * far / length };
  }
  function along({ start, middle, end }, t) {
    const p = (1 - t) ** 2, q = 2 * t * (1 - t), r = t * t;
    return { x: p * start.x + q * middle.x + r * end.x, y: p * start.y + q * middle.y + r * end.y };
  }
  function find(event) {
    const box = canvas.getBoundingClientRect();
    const at = { x: (event.clientX - box.left - view.x) / view.scale, y: (event.clientY - box.top - view.y) / view.scale };
    let best = null, least = 6 / view.scale;
    for (const node of nodes) {
      if (!nodeShown(node)) continue;
      const away = Math.hypot(node.x - at.x, node.y - at.y) - node.r;
      const onLabel = at.y > node.y + node.r && at.y < node.y + node.r + node.font * 1.3 && Math.abs(at.x - node.x) < node.labelWidth / 2;
      if (away < least || onLabel) { best = { node }; least = Math.min(away, 0); }
    }
    if (best) return { at, ...best };
    for (const edge of edges) {
      if (!edgeShown(edge)) continue;
      const line = curve(edge);
      for (let t = 0; t <= 1; t += 0.05) {
        const point = along(line, t), away = Math.hypot(point.x - at.x, point.y - at.y);
        if (away < least) { best = { edge }; least = away; }
      }
    }
    return { at, ...(best || {}) };
  }

  // Drawing

  const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  function draw() {
    scheduled = false;
    const ratio = window.devicePixelRatio || 1, width = stage.clientWidth, height = stage.clientHeight;
    if (canvas.width !== width * ratio || canvas.height !== height * ratio) { canvas.width = width * ratio; canvas.height = height * ratio; }
    const ink = style("--ink"), paper = style("--paper"), focus = inFocus();
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    pen.translate(view.x, view.y);
    pen.scale(view.scale, view.scale);
    for (const edge of edges) if (edgeShown(edge)) drawEdge(edge, focus, paper);
    for (const node of nodes) if (nodeShown(node)) drawNode(node, focus, paper);
    drawLabels(focus, ink, paper);
  }
  function redraw() { if (!scheduled) { scheduled = true; requestAnimationFrame(draw); } }
  function lit(edge, focus) {
    if (!focus) return true;
    const thing = picked || over;
    return thing.edge ? thing.edge === edge : nodes[edge.source] === thing.node || nodes[edge.target] === thing.node;
  }
  function drawEdge(edge, focus, paper) {
    const { start, middle, end } = curve(edge), shown = lit(edge, focus);
    pen.globalAlpha = shown ? 0.85 : 0.1;
    pen.strokeStyle = pen.fillStyle = relationColours[edge.relation] || "#5f6b7a";
    pen.lineWidth = 1.1 + 0.5 * Math.min(edge.claims.length, 5);
    pen.setLineDash((dashes[edge.modality] || "").split(" ").filter(Boolean).map(Number));
    pen.beginPath(); pen.moveTo(start.x, start.y); pen.quadraticCurveTo(middle.x, middle.y, end.x, end.y); pen.stroke();
    pen.setLineDash([]);
    if (!edge.symmetric) {
      const angle = Math.atan2(end.y - middle.y, end.x - middle.x);
      pen.beginPath();
      pen.moveTo(end.x + 5 * Math.cos(angle), end.y + 5 * Math.sin(angle));
      for (const turn of [2.5, -2.5]) pen.lineTo(end.x + 5 * Math.cos(angle + turn), end.y + 5 * Math.sin(angle + turn));
      pen.fill();
    }
    pen.globalAlpha = 1;
  }
  function drawNode(node, focus, paper) {
    const { x, y, r } = node;
    pen.globalAlpha = !focus || focus.has(node) ? 1 : 0.18;
    pen.fillStyle = colours[node.type] || "#5f6b7a";
    pen.strokeStyle = paper; pen.lineWidth = 1.5;
    pen.beginPath();
    if (["Model", "Product", "Chip", "Technology"].includes(node.type)) pen.rect(x - r, y - r, 2 * r, 2 * r);
    else if (["Place", "Report", "Event"].includes(node.type)) { pen.moveTo(x, y - r); pen.lineTo(x + r, y); pen.lineTo(x, y + r); pen.lineTo(x - r, y); pen.closePath(); }
    else pen.arc(x, y, r, 0, 2 * Math.PI);
    pen.fill(); pen.stroke();
    if (picked && picked.node === node) { pen.strokeStyle = style("--ink"); pen.lineWidth = 2.5; pen.stroke(); }
    pen.globalAlpha = 1;
  }
  // Labels keep a readable size on the screen; where there is no room, the more important one stays.
  function drawLabels(focus, ink, paper) {
    const taken = [];
    const free = (box) => taken.every((other) => Math.abs(box.x - other.x) * 2 >= box.w + other.w || Math.abs(box.y - other.y) * 2 >= box.h + other.h);
    const order = focus ? [...nodes].sort((a, b) => focus.has(b) - focus.has(a)) : nodes;
    for (const node of order) {
      if (!nodeShown(node)) continue;
      const size = Math.max(node.font, 11 / view.scale), y = node.y + node.r + size;
      const box = { x: node.x, y: y - size * 0.35, w: node.labelWidth * size / node.font, h: size * 1.1 };
      const wanted = focus && focus.has(node) && focus.size < 30;
      if (!wanted && !free(box)) continue;
      taken.push(box);
      pen.globalAlpha = !focus || focus.has(node) ? 1 : 0.2;
      text(node.short, node.x, y, size, ink, paper);
    }
    pen.globalAlpha = 1;
    if (!focus && view.scale < 0.7) return;
    for (const node of nodes) if (nodeShown(node) && (!focus || focus.has(node))) taken.push({ x: node.x, y: node.y, w: 2 * node.r, h: 2 * node.r });
    for (const edge of edges) {
      if (!edgeShown(edge) || !lit(edge, focus)) continue;
      const line = curve(edge), name = term(edge.relation), size = Math.max(10.5, 9 / view.scale);
      pen.font = `${size}px sans-serif`;
      const w = pen.measureText(name).width + 4;
      for (const t of [0.5, 0.4, 0.6, 0.3, 0.7]) {
        const at = along(line, t), box = { x: at.x, y: at.y, w, h: size * 1.2 };
        if (!free(box)) continue;
        taken.push(box);
        text(name, at.x, at.y + size * 0.35, size, relationColours[edge.relation] || "#5f6b7a", paper);
        break;
      }
    }
  }
  function text(what, x, y, size, colour, paper) {
    pen.font = `${size}px "Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif`;
    pen.textAlign = "center"; pen.lineJoin = "round"; pen.lineWidth = 3.5;
    pen.strokeStyle = paper; pen.strokeText(what, x, y);
    pen.fillStyle = colour; pen.fillText(what, x, y);
  }

  // Moving about

  function fit() {
    const shown = nodes.filter(nodeShown);
    if (!shown.length || !stage.clientWidth) return;
    const left = Math.min(...shown.map((n) => n.x - n.labelWidth / 2)), right = Math.max(...shown.map((n) => n.x + n.labelWidth / 2));
    const top = Math.min(...shown.map((n) => n.y - n.r)), bottom = Math.max(...shown.map((n) => n.y + n.r + n.font * 1.5));
    view.scale = Math.min((stage.clientWidth - 100) / (right - left), (stage.clientHeight - 60) / (bottom - top), 1.6);
    view.x = (stage.clientWidth - (left + right) * view.scale) / 2;
    view.y = (stage.clientHeight - (top + bottom) * view.scale) / 2;
    redraw();
  }
  function zoom(by, x = stage.clientWidth / 2, y = stage.clientHeight / 2) {
    const scale = Math.min(Math.max(view.scale * by, 0.08), 6), real = scale / view.scale;
    view.x = x - (x - view.x) * real; view.y = y - (y - view.y) * real; view.scale = scale;
    redraw();
  }
  function centre(node) {
    view.scale = Math.max(view.scale, 1);
    view.x = stage.clientWidth / 2 - node.x * view.scale; view.y = stage.clientHeight / 2 - node.y * view.scale;
    redraw();
  }
  let drag = null;
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    const found = find(event);
    drag = { found, x: event.clientX, y: event.clientY, moved: false, followers: found.node ? leavesOf(found.node) : [] };
  });
  canvas.addEventListener("pointermove", (event) => {
    if (drag) {
      const dx = event.clientX - drag.x, dy = event.clientY - drag.y;
      if (!drag.moved && Math.hypot(dx, dy) < 4) return;
      drag.moved = true; drag.x = event.clientX; drag.y = event.clientY;
      if (drag.found.node) for (const node of [drag.found.node, ...drag.followers]) { node.x += dx / view.scale; node.y += dy / view.scale; }
      else { view.x += dx; view.y += dy; }
      hint(null);
      redraw();
      return;
    }
    const found = find(event), thing = found.node || found.edge ? found : null;
    const same = thing && over && thing.node === over.node && thing.edge === over.edge;
    canvas.style.cursor = thing ? "pointer" : "grab";
    hint(thing, event);
    if (!same && (thing || over)) { over = thing; if (!picked) redraw(); }
  });
  canvas.addEventListener("pointerup", () => {
    if (drag && !drag.moved) pick(drag.found.node || drag.found.edge ? drag.found : null);
    drag = null;
  });
  canvas.addEventListener("pointerleave", () => { over = null; hint(null); redraw(); });
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    const box = canvas.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY * 0.0015), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });
  canvas.addEventListener("dblclick", (event) => {
    const box = canvas.getBoundingClientRect();
    zoom(1.6, event.clientX - box.left, event.clientY - box.top);
  });
  function leavesOf(node) {
    const others = new Map();
    for (const edge of edges) {
      for (const [a, b] of [[edge.source, edge.target], [edge.target, edge.source]]) {
        if (!others.has(a)) others.set(a, new Set());
        others.get(a).add(b);
      }
    }
    const me = nodes.indexOf(node);
    return [...(others.get(me) || [])].filter((n) => n !== me && others.get(n).size === 1).map((n) => nodes[n]);
  }
  function hint(thing, event) {
    const box = $("hint");
    box.style.display = thing ? "block" : "none";
    if (!thing) return;
    box.textContent = thing.node ? `${thing.node.label} · ${term(thing.node.type)} · ${thing.node.claims.length}`
      : `${nodes[thing.edge.source].label} ${term(thing.edge.relation)} ${nodes[thing.edge.target].label} · ${term(thing.edge.modality)} · ${thing.edge.claims.length}`;
    const stageBox = stage.getBoundingClientRect();
    box.style.left = `${Math.min(event.clientX - stageBox.left + 14, stage.clientWidth - 200)}px`;
    box.style.top = `${event.clientY - stageBox.top + 14}px`;
  }

  // Details

  function pick(thing) {
    picked = thing && (thing.node || thing.edge) ? { node: thing.node, edge: thing.edge } : null;
    over = null;
    details();
    redraw();
  }
  const entity = (index) => make("button", { type: "button", class: "link", onclick: () => { pick({ node: nodes[index] }); centre(nodes[index]); } }, nodes[index].label);
  function details() {
    const box = $("details");
    box.replaceChildren();
    box.scrollTop = 0;
    if (!picked) { box.append(make("p", {}, say("start"))); return; }
    if (picked.edge) {
      const { source, target, relation } = picked.edge;
      box.append(make("h2", {}, entity(source), ` ${term(relation)} `, entity(target)), ...picked.edge.claims.map(claimCard));
      return;
    }
    const node = picked.node;
    box.append(make("h2", {}, node.label), make("p", { class: "names" }, `${term(node.type)} · ${node.names.join(" · ")}`));
    const figures = node.claims.filter((n) => claims[n].object === null), relations = node.claims.filter((n) => claims[n].object !== null);
    if (relations.length) box.append(make("h3", {}, say("out")), ...relations.map(claimCard));
    if (figures.length) box.append(make("h3", {}, say("figures")), ...figures.map(claimCard));
  }
  function claimCard(index) {
    const claim = claims[index], doc = docs[claim.doc];
    const name = (known, label) => known === null ? document.createTextNode(label) : entity(known);
    const said = make("div", { class: "said" }, name(claim.subject, claim.subjectLabel), ` ${term(claim.predicate)} `,
      claim.object === null ? claim.figure : name(claim.object === -1 ? null : claim.object, claim.objectLabel),
      claim.modality === "asserted" ? null : make("span", { class: "badge" }, term(claim.modality)));
    const more = [claim.time && `${say("time")} ${claim.time}`, claim.role, claim.amount, claim.change, claim.by && `${say("by")} ${claim.by}`,
      `${say("confidence")} ${claim.confidence.toFixed(2)}`].filter(Boolean).join(" · ");
    const title = doc.title || doc.id;
    const source = doc.url ? make("a", { href: doc.url, rel: "noopener noreferrer", target: "_blank" }, title) : title;
    return make("div", { class: "claim" }, said, make("div", { class: "source" }, more),
      make("blockquote", {}, claim.before, make("mark", {}, claim.quote), claim.after),
      make("div", { class: "source" }, source, [doc.publisher, doc.date].filter(Boolean).map((part) => ` · ${part}`).join("")));
  }

  // Filters, search, language

  function filters() {
    const box = $("filters");
    const group = (title, key, names, swatch) => {
      const inputs = [];
      const update = () => { redraw(); };
      const rows = names.map(([name, count]) => {
        const input = make("input", { type: "checkbox", checked: !hidden[key].has(name), onchange: () => { if (input.checked) hidden[key].delete(name); else hidden[key].add(name); update(); } });
        inputs.push([name, input]);
        return make("label", {}, input, swatch(name), term(name), make("small", {}, String(count)));
      });
      const set = (on) => () => { for (const [name, input] of inputs) { input.checked = on; if (on) hidden[key].delete(name); else hidden[key].add(name); } update(); };
      const buttons = names.length > 3 ? [make("button", { type: "button", class: "all", onclick: set(true) }, say("all")), make("button", { type: "button", class: "all", onclick: set(false) }, say("none"))] : [];
      return make("fieldset", {}, make("legend", {}, say(title), ...buttons), ...rows);
    };
    const count = (list, key, order) => {
      const found = new Map();
      for (const each of list) found.set(each[key], (found.get(each[key]) || 0) + 1);
      return order.filter((name) => found.has(name)).map((name) => [name, found.get(name)]);
    };
    const shape = (name) => ["Model", "Product", "Chip", "Technology"].includes(name) ? "" : ["Place", "Report", "Event"].includes(name) ? " turned" : " round";
    const paint = (element, colour) => { element.style.background = colour; return element; };
    box.replaceChildren(
      group("relations", "relations", count(edges, "relation", Object.keys(relationColours)), (name) => paint(make("span", { class: "swatch line" }), relationColours[name])),
      group("kinds", "kinds", count(nodes, "type", Object.keys(colours)), (name) => paint(make("span", { class: "swatch" + shape(name) }), colours[name])),
      group("modalities", "modalities", count(edges, "modality", Object.keys(dashes)), () => null));
  }
  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s\p{P}\p{S}_]+/gu, "");
  function search() {
    const wanted = fold($("search").value), list = $("hits");
    list.replaceChildren();
    list.hidden = !wanted;
    if (!wanted) return;
    const rank = (node) => Math.min(...node.keys.map((key) => key === wanted ? 0 : key.startsWith(wanted) ? 1 : key.includes(wanted) ? 2 : 9));
    const found = nodes.map((node) => [rank(node), node]).filter(([score]) => score < 9).sort((a, b) => a[0] - b[0] || b[1].claims.length - a[1].claims.length).slice(0, 12);
    for (const [, node] of found) {
      const go = () => { hidden.kinds.delete(node.type); filters(); pick({ node }); centre(node); list.hidden = true; };
      list.append(make("li", {}, make("button", { type: "button", onclick: go }, node.label, " ", make("small", {}, `${term(node.type)} · ${node.names.slice(0, 3).join(" · ")}`))));
    }
    if (!found.length) list.append(make("li", {}, say("nothing")));
  }
  $("search").addEventListener("input", search);
  $("search").addEventListener("keydown", (event) => {
    if (event.key === "Enter") { const first = $("hits").querySelector("button"); if (first) first.click(); }
    if (event.key === "Escape") { $("search").value = ""; search(); canvas.focus(); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.target === $("search")) return;
    const step = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
    if (event.key === "/") { event.preventDefault(); $("search").focus(); }
    else if (event.key === "Escape") { pick(null); $("hits").hidden = true; }
    else if (event.target === canvas && step) { view.x += step[0]; view.y += step[1]; redraw(); }
    else if (event.target === canvas && (event.key === "+" || event.key === "=")) zoom(1.3);
    else if (event.target === canvas && event.key === "-") zoom(0.77);
    else if (event.target === canvas && event.key === "0") fit();
  });
  $("zoom").addEventListener("click", (event) => { const by = event.target.dataset.zoom; if (by) { if (by === "0") fit(); else zoom(Number(by)); } });
  $("language").addEventListener("click", () => { language = language === "zh" ? "en" : "zh"; speak(); });
  function speak() {
    document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
    $("search").placeholder = say("search"); $("search").setAttribute("aria-label", say("search"));
    $("told").textContent = say("told")(data.totals);
    $("language").textContent = say("other");
    canvas.setAttribute("aria-label", say("told")(data.totals));
    filters(); details(); redraw();
  }

  for (const node of nodes) {
    pen.font = `${node.font}px sans-serif`;
    node.labelWidth = pen.measureText(node.short).width;
  }
  speak();
  fit();
  new ResizeObserver(redraw).observe(stage);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  if (location.hash.length > 1) {
    const node = nodes.find((each) => each.id === decodeURIComponent(location.hash.slice(1)));
    if (node) { pick({ node }); centre(node); }
  }
})();
