// Draws the network that #data holds and answers clicks, search, filters and the two switches.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { people, events, edges, sources, kinds } = data;
  const { word, number, name, date, year, period, other, language, change } = speaker(data.words, data.language);
  const root = document.documentElement;
  let selected = null; // {person: index} or {edge: index}
  const hiddenKinds = new Set();
  let passing = []; // for each event, whether it passes the filters
  let weights = []; // for each edge, how many of its events pass; 0 if it is not drawn
  let kept = new Set(); // indexes of the people who are drawn

  function quote(index) {
    const [article, url, passage] = sources[index];
    const cite = url
      ? make("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, `${word("article")} ${article} ↗`)
      : `${word("article")} ${article}`;
    return make("blockquote", null, text(passage), make("footer", { class: "text" }, cite));
  }

  function quotes(indexes) {
    const passages = [...new Set(indexes)];
    const within = (a, b) => a !== b && sources[a][0] === sources[b][0] && sources[b][2].includes(sources[a][2]);
    return passages.filter((a) => !passages.some((b) => within(a, b))).map(quote);
  }

  function eventLines(event) {
    const facts = [date(event.day), event.kind && name(event.kind), event.province && name(event.province)].filter(Boolean);
    return [text(event.title), soft(facts.join(" · "))];
  }

  // --- the card --------------------------------------------------------------------------------------------------
  const passed = (indexes) => indexes.filter((e) => passing[e]).map((e) => events[e]);
  const heaviest = (indexes) => indexes.filter((i) => weights[i]).sort((i, j) => weights[j] - weights[i] || i - j);
  const partner = (edge, person) => (edge.a === person ? edge.b : edge.a);
  const touching = (person) => [...edges.keys()].filter((i) => edges[i].a === person || edges[i].b === person);

  function personCard(index) {
    const person = people[index];
    const offices = person.offices.map((office) => {
      const state = [office.acting && word("acting"), office.former && word("former")].filter(Boolean).join(" · ");
      const seen = `${period(office.days)} · ${word("times", { n: number(office.seen) })}`;
      const more = make("details", { class: "event" }, make("summary", null, text(office.label)), quote(office.source));
      return make("div", null, more, soft(state ? `${state} · ${seen}` : seen));
    });
    const partners = heaviest(touching(index)).map((i) =>
      row(people[partner(edges[i], index)].name, word("times", { n: number(weights[i]) }), () => choose({ edge: i })));
    const happened = passed(person.events).reverse().map((event) => {
      const own = event.present.find(([who]) => who === index);
      return make("details", { class: "event" }, make("summary", null, ...eventLines(event)), roles(own),
        ...quotes([...own[2], ...event.sources]));
    });
    return [
      heading(person.name),
      make("p", { class: "kind" }, make("span", { class: "dot", kind: person.kind }), kindName(person.kind),
        person.province ? make("span", { class: "soft text" }, name(person.province)) : null),
      ...section(word("offices"), offices),
      ...section(`${word("partners")} (${number(partners.length)})`, partners),
      ...section(`${word("events")} (${number(happened.length)})`, happened),
    ];
  }

  function edgeCard(index) {
    const edge = edges[index];
    const shared = passed(edge.events).reverse();
    const n = shared.length;
    const rows = shared.map((event) => {
      const two = event.present.filter(([who]) => who === edge.a || who === edge.b);
      return make("div", null, ...eventLines(event), ...two.map((one) => roles(one, people[one[0]].name)),
        ...quotes([...two.flatMap((one) => one[2]), ...event.sources]));
    });
    const who = (i) => make("button", { class: "plain", type: "button", onclick: () => choose({ person: i }) },
      text(people[i].name));
    return [
      heading(who(edge.a), make("br"), who(edge.b)),
      soft(`${n === 1 ? word("once") : word("together", { n: number(n) })} · ${period(shared.map((e) => e.day).reverse())}`),
      ...section(word("events"), rows),
    ];
  }

  function homeCard() {
    const pairs = heaviest([...edges.keys()]).slice(0, 10).map((i) => row(`${people[edges[i].a].name} – ${people[edges[i].b].name}`,
      word("times", { n: number(weights[i]) }), () => choose({ edge: i })));
    const everyone = [...kept].map((i) =>
      row(people[i].name, number(passed(people[i].events).length), () => choose({ person: i })));
    const capped = data.total > people.length
      ? [make("p", { class: "note" }, word("capped", { shown: number(people.length), total: number(data.total) }))]
      : [];
    return [
      make("p", null, word("about")), soft(word("hint")), ...capped,
      ...section(word("pairs"), pairs), ...section(word("people"), everyone),
    ];
  }

  function roles([, done], who) {
    const said = done.map((role) => word(role)).join(", ");
    return soft(who ? `${who}${said ? ": " + said : ""}` : said);
  }

  function heading(...children) {
    const close = make("button", { type: "button", onclick: () => choose(null) }, word("close"));
    return make("div", { class: "top" }, make("h2", { tabindex: "-1", class: "text" }, ...children), close);
  }

  function showCard() {
    const parts = !selected ? homeCard() : "edge" in selected ? edgeCard(selected.edge) : personCard(selected.person);
    byId("card").replaceChildren(...parts);
    byId("card").scrollTop = 0;
  }

  // --- filters ---------------------------------------------------------------------------------------------------
  const FILTERS = ["least", "since", "until", "province"];

  // Drawn are those who are joined to somebody, and, unless several events are asked for, those who took part in one alone.
  function sift() {
    const [least, since, until, wanted] = FILTERS.map((id) => byId(id).value);
    passing = events.map(({ day, province }) => {
      const y = day.slice(0, 4);
      return (!since || y >= since) && (!until || (y && y <= until)) && (!wanted || (province && province.th === wanted));
    });
    const shown = (i) => !hiddenKinds.has(people[i].kind);
    weights = edges.map((edge) => {
      const n = passed(edge.events).length;
      return n >= Number(least) && shown(edge.a) && shown(edge.b) ? n : 0;
    });
    const joined = new Set(heaviest([...edges.keys()]).flatMap((i) => [edges[i].a, edges[i].b]));
    const alone = (i) => Number(least) === 1 && people[i].events.some((e) => passing[e]);
    kept = new Set([...people.keys()].filter((i) => shown(i) && (joined.has(i) || alone(i))));
  }

  function fillFilters() {
    const years = [...new Set(events.map((event) => event.day && event.day.slice(0, 4)).filter(Boolean))].sort();
    const provinces = [...new Map(events.filter((event) => event.province).map((event) => [event.province.th, name(event.province)]))]
      .sort((a, b) => a[1].localeCompare(b[1], language()));
    const most = Math.max(1, ...edges.map((edge) => edge.events.length));
    const steps = [1, 2, 3, 5, 10, 20, 50].filter((n) => n <= most);
    const fill = (id, options) => {
      const kept = byId(id).value;
      byId(id).replaceChildren(...options.map(([value, label]) => make("option", { value }, label)));
      byId(id).value = kept || options[0][0];
    };
    fill("least", steps.map((n) => [n, word("times", { n })]));
    for (const id of ["since", "until"]) fill(id, [["", word("any")], ...years.map((y) => [y, year(y)])]);
    fill("province", [["", word("any")], ...provinces]);
  }

  // --- the picture -----------------------------------------------------------------------------------------------
  const colour = (key) => getComputedStyle(root).getPropertyValue(`--${key}`).trim();
  const nodes = new vis.DataSet(data.nodes);
  const lines = new vis.DataSet(data.lines);
  const network = new vis.Network(byId("picture"), { nodes, edges: lines }, data.options);
  const narrow = matchMedia("(max-width: 760px)");
  const camera = cameraOf(network, () => [...kept].map((i) => data.nodes[i]), narrow);

  function near() {
    if (!selected) return null;
    if ("edge" in selected) return new Set([edges[selected.edge].a, edges[selected.edge].b]);
    const mine = touching(selected.person).filter((i) => weights[i]);
    return new Set([selected.person, ...mine.map((i) => partner(edges[i], selected.person))]);
  }

  function paint() {
    const close = near();
    const ink = colour("ink"), paper = colour("paper"), line = colour("line"), accent = colour("accent");
    const touched = (edge, i) => selected &&
      ("edge" in selected ? selected.edge === i : edge.a === selected.person || edge.b === selected.person);
    lines.update(edges.map((edge, i) => {
      const lit = touched(edge, i);
      return { id: i, hidden: !weights[i], value: weights[i] || 1,
        color: { color: lit ? accent : line, highlight: accent, hover: accent, opacity: lit ? 0.95 : close ? 0.12 : 0.5 } };
    }));
    nodes.update(people.map((person, i) => {
      const fill = colour(`kind-${person.kind}`);
      const chosen = selected && selected.person === i;
      const state = { background: fill, border: chosen ? ink : paper };
      return { id: i, hidden: !kept.has(i), opacity: close && !close.has(i) ? 0.18 : 1, borderWidth: chosen ? 3 : 1.5,
        color: { ...state, highlight: { background: fill, border: ink }, hover: { background: fill, border: ink } } };
    }));
  }

  // The names: the one pointed at, the chosen, and those with most events, as far as there is room.
  const writeNames = nameWriter(colour("face"));
  const most = Math.max(1, ...people.map((person) => person.events.length));
  let pointed = null;
  let names = [];

  network.on("afterDrawing", (context) => {
    const view = camera.box(byId("picture"));
    const seen = ({ x, y }) => view.left < x && x < view.right && view.top < y && y < view.bottom;
    const dots = new Map([...kept].filter((i) => seen(data.nodes[i])).map((i) => [i, network.getBoundingBox(i)]));
    const wanted = [...new Set([pointed, selected && selected.person, ...(near() || kept)])].filter((i) => dots.has(i));
    const signs = wanted.map((i) =>
      ({ id: i, name: data.nodes[i].label, size: 12 + (4 * people[i].events.length) / most, dot: dots.get(i) }));
    const covered = [...document.querySelectorAll(".overlay details, .zoom")].map(camera.box);
    names = writeNames(context, signs, { ...view, covered }, network.getScale(), colour("ink"), colour("paper"));
  });

  function refresh() {
    sift();
    if (selected && "edge" in selected && !weights[selected.edge]) selected = null;
    const counts = { shown: number(kept.size), total: number(data.total) };
    byId("shown").textContent = word(kept.size < data.total ? "shown" : "all", counts);
    byId("empty").hidden = kept.size > 0;
    paint();
    showCard();
  }

  function choose(next, focus = true) {
    selected = next;
    network.setSelection({ nodes: next && "person" in next ? [next.person] : [], edges: next && "edge" in next ? [next.edge] : [] },
      { highlightEdges: false });
    refresh();
    if (next && focus) byId("card").querySelector("h2").focus({ preventScroll: true });
  }

  function goTo(index) {
    choose({ person: index });
    camera.goTo(index);
  }

  network.on("click", ({ nodes: hit, edges: near, pointer: { canvas: { x, y } } }) => {
    const name = names.find((box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom);
    if (hit.length) choose({ person: hit[0] }, false);
    else if (name) choose({ person: name.id }, false);
    else if (near.length) choose({ edge: near[0] }, false);
    else choose(null);
  });
  for (const kind of ["Node", "Edge"]) {
    network.on(`hover${kind}`, ({ node = null }) => { pointed = node; byId("picture").classList.add("pointing"); });
    network.on(`blur${kind}`, () => { pointed = null; byId("picture").classList.remove("pointing"); });
  }

  // --- legend, switches, start -----------------------------------------------------------------------------------
  const kindName = (kind) => (kind in kinds ? name(kinds[kind]) : word(kind));

  function legend() {
    const counts = new Map();
    for (const { kind } of people) counts.set(kind, (counts.get(kind) || 0) + 1);
    const order = [...kinds.keys(), "other", "unknown"].filter((kind) => counts.has(kind));
    byId("kinds").replaceChildren(...order.map((kind) => make("li", null,
      make("button", { type: "button", "aria-pressed": !hiddenKinds.has(kind), onclick: (event) => toggle(kind, event.currentTarget) },
        make("span", { class: "dot", kind }), kindName(kind), make("span", { class: "number" }, number(counts.get(kind)))))));
  }

  function toggle(kind, button) {
    if (!hiddenKinds.delete(kind)) hiddenKinds.add(kind);
    button.setAttribute("aria-pressed", !hiddenKinds.has(kind));
    refresh();
  }

  function speak() {
    root.lang = language();
    for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
    for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", word(element.dataset.label));
    for (const element of document.querySelectorAll("button[data-label]")) element.title = word(element.dataset.label);
    byId("search").placeholder = word("search");
    document.title = word("title");
    byId("language").textContent = other() === "en" ? "English" : "ไทย";
    byId("language").lang = other();
    fillFilters();
    legend();
    refresh();
  }

  for (const id of FILTERS) byId(id).addEventListener("change", refresh);
  byId("reset").addEventListener("click", () => {
    for (const id of FILTERS) byId(id).selectedIndex = 0;
    refresh();
  });
  byId("language").addEventListener("click", () => { change(); speak(); });
  document.addEventListener("keydown", ({ key }) => { if (key === "Escape" && selected) choose(null); });
  byId("theme").addEventListener("click", () => { setTheme(root.dataset.theme === "dark" ? "light" : "dark"); paint(); });
  const setTheme = (theme) => { root.dataset.theme = theme; };
  byId("in").addEventListener("click", () => camera.zoom(1.4));
  byId("out").addEventListener("click", () => camera.zoom(1 / 1.4));
  byId("fit").addEventListener("click", camera.fit);

  searcher(people, word, goTo);
  setTheme(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  byId("legend").open = !narrow.matches;
  speak();
  network.redraw();
  camera.fit();
  network.once("afterDrawing", () => { root.dataset.ready = ""; });
  window.lgkg = { network, people, edges, names: () => names };
})();
