// Draws the network that #data holds and answers clicks, search, filters and the two switches.
// Whatever comes from articles is put on the page as text, never as markup.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { people, events, edges, sources, kinds, words } = data;
  const byId = (id) => document.getElementById(id);
  const root = document.documentElement;
  let language = data.language;
  let selected = null; // {person: index} or {edge: index}
  const hiddenKinds = new Set();

  // --- words and dates -------------------------------------------------------------------------------------------
  const word = (key, values = {}) => words[key][language].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const number = (n) => n.toLocaleString("en");
  const name = (pair) => (language === "en" && pair.en) || pair.th;
  const locale = () => (language === "th" ? "th-TH-u-ca-buddhist-nu-latn" : "en-GB");
  const format = (day, parts) =>
    new Intl.DateTimeFormat(locale(), { timeZone: "UTC", ...parts }).format(new Date(`${day}T00:00:00Z`));
  const date = (day) => (day ? format(day, { day: "numeric", month: "short", year: "numeric" }) : word("undated"));
  const year = (y) => (language === "th" ? String(Number(y) + 543) : y);
  const period = (days) => {
    const known = days.filter(Boolean);
    if (!known.length) return word("undated");
    const [first, last] = [known[0], known[known.length - 1]];
    return first === last ? date(first) : `${date(first)} – ${date(last)}`;
  };

  // --- building the page -----------------------------------------------------------------------------------------
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (key === "onclick") element.addEventListener("click", value);
      else if (key === "kind") element.style.setProperty("--kind", `var(--kind-${value})`);
      else element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  }
  const text = (string, tag = "span") => make(tag, { class: "text" }, string);
  const soft = (string) => make("p", { class: "soft" }, string);
  const list = (rows) => make("ul", { class: "rows" }, ...rows.map((row) => make("li", null, row)));
  const section = (title, rows) => (rows.length ? [make("h3", null, title), list(rows)] : []);
  const row = (label, count, onclick) =>
    make("button", { class: "row", type: "button", onclick }, text(label), make("span", { class: "number" }, count));

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
  const visible = (event) => filter.passes(event);
  const partner = (edge, person) => (edge.a === person ? edge.b : edge.a);

  function personCard(index) {
    const person = people[index];
    const offices = person.offices.map((office) => {
      const state = [office.acting && word("acting"), office.former && word("former")].filter(Boolean).join(" · ");
      const seen = `${period(office.days)} · ${word("times", { n: number(office.seen) })}`;
      const more = make("details", { class: "event" }, make("summary", null, text(office.label)), quote(office.source));
      return make("div", null, more, soft(state ? `${state} · ${seen}` : seen));
    });
    const met = edges
      .map((edge, i) => ({ edge, i, weight: weight(edge) }))
      .filter(({ edge, weight }) => weight && (edge.a === index || edge.b === index))
      .sort((x, y) => y.weight - x.weight);
    const partners = met.map(({ edge, i, weight }) =>
      row(people[partner(edge, index)].name, word("times", { n: number(weight) }), () => choose({ edge: i })));
    const attended = person.events.map((e) => events[e]).filter(visible).reverse();
    const happened = attended.map((event) => {
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
    const shared = edge.events.map((e) => events[e]).filter(visible).reverse();
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
    const pairs = edges.slice(0, 10).map((edge, i) =>
      row(`${people[edge.a].name} – ${people[edge.b].name}`, word("times", { n: number(edge.events.length) }),
        () => choose({ edge: i })));
    const everyone = people.map((person, i) =>
      row(person.name, person.events.length ? number(person.events.length) : "", () => choose({ person: i })));
    const capped = data.total > people.length
      ? [make("p", { class: "note" }, word("capped", { shown: number(people.length), total: number(data.total) }))]
      : [];
    return [
      make("p", null, word("about")), soft(word("hint")), ...capped,
      ...section(word("pairs"), pairs), ...section(word("people"), everyone),
    ];
  }

  function roles([, done], who) {
    const said = done.map((role) => (words[role] ? word(role) : role)).join(", ");
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
  const filter = {
    passes(event) {
      const y = event.day ? event.day.slice(0, 4) : "";
      const [since, until, province] = ["since", "until", "province"].map((id) => byId(id).value);
      return (!since || y >= since) && (!until || (y && y <= until)) && (!province || (event.province && event.province.th === province));
    },
    least: () => Number(byId("least").value || 1),
  };
  const weight = (edge) => {
    const n = edge.events.filter((e) => visible(events[e])).length;
    return n >= filter.least() ? n : 0;
  };

  function fillFilters() {
    const years = [...new Set(events.map((event) => event.day && event.day.slice(0, 4)).filter(Boolean))].sort();
    const provinces = [...new Map(events.filter((event) => event.province).map((event) => [event.province.th, name(event.province)]))]
      .sort((a, b) => a[1].localeCompare(b[1], language));
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

  function near() {
    if (!selected) return null;
    if ("edge" in selected) return new Set([edges[selected.edge].a, edges[selected.edge].b]);
    const mine = edges.filter((edge) => weight(edge) && (edge.a === selected.person || edge.b === selected.person));
    return new Set([selected.person, ...mine.map((edge) => partner(edge, selected.person))]);
  }

  function paint() {
    const close = near();
    const ink = colour("ink"), paper = colour("paper"), line = colour("line"), accent = colour("accent");
    const shown = (edge) => weight(edge) && !hiddenKinds.has(people[edge.a].kind) && !hiddenKinds.has(people[edge.b].kind);
    const touched = (edge, i) => selected &&
      ("edge" in selected ? selected.edge === i : edge.a === selected.person || edge.b === selected.person);
    lines.update(edges.map((edge, i) => {
      const lit = touched(edge, i);
      return { id: i, hidden: !shown(edge), value: weight(edge) || 1,
        color: { color: lit ? accent : line, highlight: accent, hover: accent, opacity: lit ? 0.95 : close ? 0.12 : 0.5 } };
    }));
    const joined = new Set(edges.filter(shown).flatMap((edge) => [edge.a, edge.b]));
    const alone = new Set(people.map((_, i) => i).filter((i) => !people[i].events.length));
    const keep = (i) => !hiddenKinds.has(people[i].kind) && (joined.has(i) || (alone.has(i) && !filtered()));
    nodes.update(people.map((person, i) => {
      const fill = colour(`kind-${person.kind}`);
      const chosen = selected && selected.person === i;
      const dim = close && !close.has(i);
      const state = { background: fill, border: chosen ? ink : paper };
      return { id: i, hidden: !keep(i), opacity: dim ? 0.18 : 1, borderWidth: chosen ? 3 : 1.5,
        color: { ...state, highlight: { background: fill, border: ink }, hover: { background: fill, border: ink } },
        font: { face: colour("face"), color: dim ? colour("line") : ink, strokeColor: paper, strokeWidth: 4 } };
    }));
    byId("empty").hidden = people.some((_, i) => keep(i));
  }
  const filtered = () => ["since", "until", "province"].some((id) => byId(id).value) || filter.least() > 1;

  function choose(next, focus = true) {
    selected = next;
    network.setSelection({ nodes: next && "person" in next ? [next.person] : [], edges: next && "edge" in next ? [next.edge] : [] },
      { highlightEdges: false });
    paint();
    showCard();
    if (next && focus) byId("card").querySelector("h2").focus({ preventScroll: true });
  }

  function goTo(index) {
    choose({ person: index });
    network.focus(index, { scale: Math.max(network.getScale(), 0.9), animation: false });
  }

  network.on("click", ({ nodes: hit, edges: near }) => {
    if (hit.length) choose({ person: hit[0] }, false);
    else if (near.length) choose({ edge: near[0] }, false);
    else choose(null);
  });
  for (const kind of ["Node", "Edge"]) {
    network.on(`hover${kind}`, () => byId("picture").classList.add("pointing"));
    network.on(`blur${kind}`, () => byId("picture").classList.remove("pointing"));
  }

  // --- search ----------------------------------------------------------------------------------------------------
  const key = (string) => string.normalize("NFC").replace(/[\s\u200b-\u200f\u2060\ufeff]/g, "").toLowerCase();
  const index = people.map((person, i) => ({ i, name: key(person.name), rest: key(person.offices.map((o) => o.label).join("\n")) }));
  let found = [];
  let current = -1;

  function suggest() {
    const wanted = key(byId("search").value);
    const rank = (entry) => (entry.name.startsWith(wanted) ? 0 : entry.name.includes(wanted) ? 1 : entry.rest.includes(wanted) ? 2 : 3);
    found = wanted ? index.map((entry) => [rank(entry), entry.i]).filter(([r]) => r < 3).sort((a, b) => a[0] - b[0] || a[1] - b[1]).slice(0, 12).map(([, i]) => i) : [];
    current = found.length ? 0 : -1;
    showSuggestions(Boolean(wanted));
  }

  function showSuggestions(open) {
    const options = found.map((i, position) => {
      const office = people[i].offices[0];
      return make("li", { role: "option", id: `option-${position}`, "aria-selected": position === current, onclick: () => pick(i) },
        text(people[i].name), office ? make("div", { class: "soft text" }, office.label) : null);
    });
    const nothing = make("li", { class: "soft" }, word("nothing"));
    byId("suggestions").replaceChildren(...(options.length ? options : [nothing]));
    byId("suggestions").hidden = !open;
    byId("search").setAttribute("aria-expanded", open);
    if (current >= 0) byId("search").setAttribute("aria-activedescendant", `option-${current}`);
    else byId("search").removeAttribute("aria-activedescendant");
  }

  function pick(i) {
    byId("search").value = people[i].name;
    found = [];
    current = -1;
    showSuggestions(false);
    goTo(i);
  }

  byId("search").addEventListener("input", suggest);
  byId("search").addEventListener("focus", suggest);
  byId("search").addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) {
      current = (current + step + found.length) % found.length;
      showSuggestions(true);
      byId(`option-${current}`).scrollIntoView({ block: "nearest" });
      event.preventDefault();
    } else if (event.key === "Enter" && current >= 0) pick(found[current]);
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".search")) showSuggestions(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (!byId("suggestions").hidden) showSuggestions(false);
    else choose(null);
  });

  // --- legend, switches, start -----------------------------------------------------------------------------------
  const kindName = (kind) => (kind in kinds ? name(kinds[kind]) : word(kind));

  function legend() {
    const counts = new Map();
    for (const { kind } of people) counts.set(kind, (counts.get(kind) || 0) + 1);
    const order = [...kinds.keys(), "other", "unknown"].filter((kind) => counts.has(kind));
    byId("kinds").replaceChildren(...order.map((kind) => make("li", null,
      make("button", { type: "button", "aria-pressed": !hiddenKinds.has(kind), onclick: () => toggle(kind) },
        make("span", { class: "dot", kind }), kindName(kind), make("span", { class: "number" }, number(counts.get(kind)))))));
  }

  function toggle(kind) {
    if (!hiddenKinds.delete(kind)) hiddenKinds.add(kind);
    legend();
    paint();
  }

  function speak() {
    root.lang = language;
    for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
    for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", word(element.dataset.label));
    for (const element of document.querySelectorAll("button[data-label]")) element.title = word(element.dataset.label);
    byId("search").placeholder = word("search");
    document.title = word("title");
    byId("language").textContent = language === "th" ? "English" : "ไทย";
    byId("language").lang = language === "th" ? "en" : "th";
    const counts = { shown: number(people.length), total: number(data.total) };
    byId("shown").textContent = word(data.total > people.length ? "shown" : "all", counts);
    fillFilters();
    legend();
    showCard();
  }

  const refilter = () => { paint(); showCard(); };
  for (const id of ["least", "since", "until", "province"]) byId(id).addEventListener("change", refilter);
  byId("reset").addEventListener("click", () => {
    for (const id of ["least", "since", "until", "province"]) byId(id).selectedIndex = 0;
    refilter();
  });
  byId("language").addEventListener("click", () => { language = language === "th" ? "en" : "th"; speak(); });
  byId("theme").addEventListener("click", () => { setTheme(root.dataset.theme === "dark" ? "light" : "dark"); paint(); });
  const setTheme = (theme) => { root.dataset.theme = theme; };
  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor });
  byId("in").addEventListener("click", () => zoom(1.4));
  byId("out").addEventListener("click", () => zoom(1 / 1.4));
  byId("fit").addEventListener("click", () => network.fit());

  setTheme(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  if (matchMedia("(max-width: 760px)").matches) byId("legend").open = false;
  speak();
  paint();
  network.once("afterDrawing", () => { root.dataset.ready = ""; });
  window.lgkg = { network, people, edges };
})();
