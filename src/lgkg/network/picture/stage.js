// The picture in its frame: how people and lines look, their names above, and what one points at or clicks. It is the same
// whichever renderer draws.
"use strict";
const stageOf = (data, state, choose) => {
  const { people, edges } = data;
  const NAMED = 300; // people whose names are tried at once
  const [stage, sheet] = [byId("picture"), byId("names")];
  const narrow = matchMedia("(max-width: 760px)");
  const style = (key) => getComputedStyle(document.documentElement).getPropertyValue(`--${key}`).trim();
  const writeNames = nameWriter(style("face"));
  let colours = {};
  let names = []; // the boxes of the names written
  let pointed = null; // { person } or { edge }
  let pressed = null; // where the pointer went down

  size();
  const renderer = rendererOf(stage, people, edges, writeSheet);
  const camera = cameraOf(renderer, stage, () => [...state.kept].map((i) => people[i]), narrow);

  // How large dots are: by the events of a person, those that are not shown too where they are known.
  function size() {
    const count = ({ events, attended }) => attended ?? events.length;
    const most = people.reduce((found, person) => Math.max(found, count(person)), 1);
    for (const person of people) {
      person.share = count(person) / most;
      person.size = 5 + 12 * Math.sqrt(person.share);
    }
  }

  // Others are shown from now on: people and edges have changed. Paint then.
  function load() {
    [names, pointed] = [[], null];
    size();
    renderer.load(people, edges);
  }

  // --- looks -----------------------------------------------------------------------------------------------------
  // Those who are chosen or next to them; null if nobody is.
  function near() {
    const { selected, weights } = state;
    if (!selected) return null;
    if ("edge" in selected) return new Set([edges[selected.edge].a, edges[selected.edge].b]);
    const mine = people[selected.person].edges.filter((i) => weights[i]);
    return new Set([selected.person, ...mine.flatMap((i) => [edges[i].a, edges[i].b])]);
  }

  const channels = (hex) => [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16));
  function mixed(one, other, share) {
    const [a, b] = [channels(one), channels(other)];
    return `#${a.map((v, i) => Math.round(v * (1 - share) + b[i] * share).toString(16).padStart(2, "0")).join("")}`;
  }

  function paint() {
    colours = Object.fromEntries(["ink", "paper", "line", "accent", ...state.groups.colours].map((key) => [key, style(key)]));
    const close = near();
    const { selected, weights, groups } = state;
    const drawn = weights.reduce((sum, weight) => sum + (weight > 0), 0);
    const opacity = Math.round(100 * Math.min(0.5, Math.max(0.1, 12 / Math.sqrt(drawn || 1)))) / 100;
    const faded = new Map(groups.colours.map((key) => [key, mixed(colours[key], colours.paper, 0.8)]));
    const dots = people.map((_, i) => {
      if (!state.kept.has(i)) return null;
      const key = groups.colour(groups.of(i));
      return { fill: close && !close.has(i) ? faded.get(key) : colours[key], rim: colours.paper };
    });
    const dull = close ? opacity / 4 : opacity;
    const looks = new Map(); // lines that look alike share one look
    const look = (key, width, out) => {
      const name = `${key} ${width} ${out}`;
      if (!looks.has(name)) looks.set(name, { colour: colours[key], opacity: out ? 0.9 : dull, width: out ? width + 0.5 : width });
      return looks.get(name);
    };
    const lines = edges.map(({ a, b }, i) => {
      if (!weights[i]) return null;
      const width = Math.min(6, 1 + Math.floor(Math.log2(weights[i])));
      if (selected && ("edge" in selected ? selected.edge === i : a === selected.person || b === selected.person))
        return look("accent", width, true);
      return look(groups.of(a) === groups.of(b) ? groups.colour(groups.of(a)) : "line", width, false);
    });
    renderer.draw(dots, lines);
  }

  // --- names -----------------------------------------------------------------------------------------------------
  function box(point, half) {
    return { left: point.x - half, right: point.x + half, top: point.y - half, bottom: point.y + half };
  }

  function covered() {
    const origin = stage.getBoundingClientRect();
    return [...document.querySelectorAll(".overlay details, .zoom")].map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left: left - origin.left, right: right - origin.left, top: top - origin.top, bottom: bottom - origin.top };
    });
  }

  function cleared() {
    const [wide, high, dense] = [stage.clientWidth, stage.clientHeight, window.devicePixelRatio || 1];
    if (sheet.width !== Math.round(wide * dense) || sheet.height !== Math.round(high * dense))
      Object.assign(sheet, { width: Math.round(wide * dense), height: Math.round(high * dense) });
    const context = sheet.getContext("2d");
    context.setTransform(dense, 0, 0, dense, 0, 0);
    context.clearRect(0, 0, wide, high);
    return [context, { left: 0, right: wide, top: 0, bottom: high, covered: covered() }];
  }

  function ring(context, i, view) {
    const { x, y } = camera.toScreen(people[i], view);
    context.beginPath();
    context.arc(x, y, radius(people[i].size, view.scale) + 2, 0, 2 * Math.PI);
    Object.assign(context, { strokeStyle: colours.ink, lineWidth: 2.5 });
    context.stroke();
  }

  // The names: the one pointed at, the chosen, and those with most events, as far as there is room.
  function writeSheet() {
    if (!camera || !colours.ink) return; // before the first painting
    const [context, area] = cleared();
    const view = camera.view();
    const first = [pointed, state.selected].filter(Boolean).flatMap((one) =>
      "edge" in one ? [edges[one.edge].a, edges[one.edge].b] : [one.person]);
    const signs = [];
    const close = near();
    const order = close ? [...close].sort((i, j) => i - j) : state.kept; // those with most events come first
    for (const id of first.length ? new Set([...first, ...order]) : order) {
      const point = camera.toScreen(people[id], view);
      if (point.x < 0 || point.x > area.right || point.y < 0 || point.y > area.bottom || !state.kept.has(id)) continue;
      signs.push({ id, name: people[id].label, size: 12 + 4 * people[id].share, dot: box(point, radius(people[id].size, view.scale) + 1) });
      if (signs.length === NAMED) break;
    }
    for (const i of new Set(first)) if (state.kept.has(i)) ring(context, i, view);
    names = writeNames(context, signs, area, colours.ink, colours.paper);
  }

  // --- pointing --------------------------------------------------------------------------------------------------
  // How far a point is from the line between two others.
  function distance(point, from, to) {
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const along = ((point.x - from.x) * dx + (point.y - from.y) * dy) / (dx * dx + dy * dy || 1);
    const t = Math.max(0, Math.min(1, along));
    return Math.hypot(point.x - from.x - t * dx, point.y - from.y - t * dy);
  }

  // The nearest of those within reach, 0 being a touch; null if there is none.
  function nearest(candidates, reach) {
    let [best, found] = [reach, null];
    for (const [i, far] of candidates) if (far < best) [best, found] = [far, i];
    return found;
  }

  function hit(point) {
    const view = camera.view();
    const at = (i) => camera.toScreen(people[i], view);
    const dots = [...state.kept].map((i) => {
      const { x, y } = at(i);
      return [i, Math.hypot(point.x - x, point.y - y) - radius(people[i].size, view.scale)];
    });
    const person = nearest(dots, 3);
    if (person !== null) return { person };
    const name = names.find(({ left, right, top, bottom }) => left <= point.x && point.x <= right && top <= point.y && point.y <= bottom);
    if (name) return { person: name.id };
    const open = edges.map(({ a, b }, i) => [i, a, b]).filter(([i]) => state.weights[i]);
    const edge = nearest(open.map(([i, a, b]) => [i, distance(point, at(a), at(b))]), 5);
    return edge === null ? null : { edge };
  }

  const where = ({ clientX, clientY }) => {
    const { left, top } = stage.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  let asked = false;
  stage.addEventListener("pointermove", (event) => {
    if (asked || event.buttons || event.pointerType === "touch") return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      const found = hit(where(event));
      stage.classList.toggle("pointing", found !== null);
      if (same(found, pointed)) return;
      pointed = found;
      writeSheet();
    });
  });
  stage.addEventListener("pointerleave", () => { pointed = null; writeSheet(); });
  stage.addEventListener("pointerdown", (event) => { pressed = where(event); }, { capture: true });
  stage.addEventListener("click", (event) => {
    const point = where(event);
    if (pressed && Math.hypot(point.x - pressed.x, point.y - pressed.y) < 6) choose(hit(point), false);
  }, { capture: true });

  for (const panel of document.querySelectorAll(".overlay details")) panel.addEventListener("toggle", writeSheet);

  return { load, paint, camera, narrow, renderer, names: () => names };
};
