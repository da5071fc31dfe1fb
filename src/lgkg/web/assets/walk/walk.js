// The network page: asks the server who is shown after the steps of a walk, and lets the parts of the picture show them.
"use strict";
const NEAR = 20; // partners that one opening brings

const walkThrough = () => {
  const root = byId("walk");
  const data = { people: [], edges: [], events: [], passages: [], articles: [], kinds: [], total: 0 };
  const say = speaker(JSON.parse(root.dataset.words), document.documentElement.lang);
  const { word, number, name, date } = say;
  const { people, edges } = data;
  const knowledge = knowledgeOf(data, ask);
  const stage = { ...readAddress(), picture: null, from: null, asked: 0 }; // where the walk is

  // --- asking ----------------------------------------------------------------------------------------------------
  function complain(message) {
    byId("message").textContent = message;
    byId("message").hidden = !message;
  }

  // The answer, or null after a complaint.
  async function ask(path) {
    try {
      const response = await fetch(path, { headers: { Accept: "application/json" } });
      if (response.ok) return await response.json();
      complain((await response.text()).slice(0, 600));
    } catch {
      complain(word("failed"));
    }
    return null;
  }

  // Shows the stage of the walk that the address says.
  async function load() {
    const turn = ++stage.asked;
    complain(stage.picture ? "" : word("loading"));
    root.setAttribute("aria-busy", "true");
    const record = await ask(`/network/walk?${asking(stage)}`);
    if (turn !== stage.asked) return; // one has walked on
    root.removeAttribute("aria-busy");
    lose(!record && !stage.picture);
    if (record && !otherwise(record)) show(record);
  }

  // Where nothing can be shown, what works on a picture is taken away, and another beginning offered.
  function lose(lost) {
    root.classList.toggle("lost", lost);
    if (lost) byId("begin").open = true;
  }

  // More people than a canvas bears are drawn by WebGL, which takes other scripts.
  function otherwise({ renderers, people: all }) {
    if (root.dataset.renderer === "webgl" || !renderers.webgl || all.length <= renderers.canvas) return false;
    const here = new URL(location.href);
    here.searchParams.set("draw", "webgl");
    location.replace(here);
    return true;
  }

  // --- showing ---------------------------------------------------------------------------------------------------
  function show(record) {
    const before = new Map(people.map((person) => [person.id, person.name]));
    const { filters, chosen } = stage; // which the parts tell anew when others come
    knowledge.receive(record);
    const full = people.length >= Math.max(...Object.values(record.renderers));
    complain(full ? word("full", { n: number(people.length) }) : "");
    const first = !stage.picture;
    if (first) begin();
    else stage.picture.load();
    stage.picture.filters.set(filters);
    stage.picture.refresh();
    restore(chosen);
    announce(record, before);
    writeTrail(stage, record.begun, record.named, word, go);
    if (first || ![...before.keys()].some((id) => people.some((person) => person.id === id))) stage.picture.camera.fit();
  }

  function begin() {
    stage.picture = pictureOf(data, say, { tools, tell: knowledge.tell, told });
    stage.roll = rollOf(data, stage.picture.state, say, stage.picture.choose, act);
    searcher(suggest, word, ({ id }) => meet(id));
    stage.picture.begin();
  }

  // Whoever was chosen still is, if shown.
  function restore(chosen) {
    const [a, b] = chosen.map((id) => people.findIndex((person) => person.id === id));
    const edge = b === undefined ? -1 : edges.findIndex((one) => (one.a === a && one.b === b) || (one.a === b && one.b === a));
    if (edge >= 0) stage.picture.choose({ edge }, false);
    else if (a >= 0) stage.picture.choose({ person: a }, false);
  }

  // What one hears: the way that was found, or who came and how many left.
  function announce({ way, named }, before) {
    const list = (all) => all.slice(0, 12).join(", ") + (all.length > 12 ? " …" : "");
    const came = people.filter(({ id }) => !before.has(id)).map((person) => person.name);
    const left = [...before.keys()].filter((id) => !people.some((person) => person.id === id)).length;
    const [step, ...ids] = (stage.steps.at(-1) || "").split(".");
    const called = new Map(people.map((person) => [person.id, person.name]));
    const parts = [
      step === "path" && (way.length ? word("found", { n: number(way.length - 1), names: way.map((id) => called.get(id)).join(" → ") })
        : word("none", { names: ids.map((id) => named[id] || id).join(" – ") })),
      came.length && word("came", { n: number(came.length), names: list(came) }),
      left && word("left", { n: number(left) }),
    ].filter(Boolean);
    byId("said").textContent = parts.join(" · ");
    if (step === "path") complain(parts[0]);
  }

  // Called whenever somebody is chosen or a filter changes.
  function told() {
    const { selected } = stage.picture.state;
    if (stage.from && selected && "person" in selected && people[selected.person].id !== stage.from)
      return go([...stage.steps, `path.${stage.from}.${people[selected.person].id}`]);
    const ends = !selected ? [] : "edge" in selected ? [edges[selected.edge].a, edges[selected.edge].b] : [selected.person];
    stage.chosen = ends.map((i) => people[i].id);
    stage.filters = stage.picture.filters.values();
    remember();
    stage.roll?.show();
    if (ends.length === 1) learn(ends[0]);
  }

  // Browsers refuse to change the address at each pixel that a slider passes.
  function remember() {
    clearTimeout(stage.waiting);
    stage.waiting = setTimeout(() => history.replaceState(null, "", addressOf(stage)), 200);
  }

  async function learn(i) {
    if (people[i].known || people[i].asked) return;
    people[i].asked = true;
    const person = people[i];
    if (!await knowledge.know(i) || people[i] !== person) return;
    const { filters, refresh } = stage.picture;
    filters.load();
    filters.fill();
    refresh();
  }

  // --- walking ---------------------------------------------------------------------------------------------------
  function go(steps) {
    stage.from = null;
    stage.steps = steps;
    history.pushState(null, "", addressOf(stage));
    return load();
  }

  const step = (...words) => go([...stage.steps, words.join(".")]);

  function act(what, i) {
    const { id, opened, partners, pinned } = people[i];
    if (what === "open") {
      if (opened < partners) step("open", id, Math.min(partners, opened + NEAR));
    } else if (what === "shut") {
      if (opened) step("shut", id);
    } else if (what === "pin") step(pinned ? "free" : "pin", id);
    else if (what === "drop") {
      stage.chosen = stage.chosen.filter((one) => one !== id);
      step("drop", id);
    } else if (what === "path") {
      stage.from = id;
      complain(word("pathing", { name: people[i].name }));
      byId("search").focus();
    }
  }

  // Somebody by id: chosen if shown, else brought.
  function meet(id) {
    const i = people.findIndex((person) => person.id === id);
    if (i >= 0) return stage.picture.find(i);
    if (stage.from) return step("path", stage.from, id);
    stage.chosen = [id];
    return step("add", id);
  }

  async function suggest(text) {
    if (!text.trim()) return [];
    const found = await ask(`/network/people?${new URLSearchParams({ q: text })}`);
    return (found?.people || []).map((one) => ({ ...one, note: one.province ? name({ th: one.province[0], en: one.province[1] }) : "" }));
  }

  // --- what there is to do with a person ---------------------------------------------------------------------------
  function tools(i) {
    const { id, opened, partners, pinned, table } = people[i];
    const button = (label, what) => make("button", { type: "button", "data-act": what, onclick: () => act(what, i) }, label);
    const left = Math.min(NEAR, partners - opened);
    return [
      make("div", { class: "tools", role: "group" },
        left > 0 ? button(word(opened ? "further" : "open", { n: number(left) }), "open") : null,
        opened ? button(word("shut"), "shut") : null,
        button(word(pinned ? "free" : "pin"), "pin"), button(word("drop"), "drop"), button(word("path"), "path"),
        make("a", { href: `${root.dataset.pages}person/${id}` }, word("page"))),
      ...(table?.length ? [opening([word("table", { n: number(partners) })], () => [tableOf(table)])] : []),
    ];
  }

  function tableOf(rows) {
    const head = ["who", "together_n", "last"].map((key) => make("th", { scope: "col" }, word(key)));
    return make("table", { class: "partners" }, make("thead", null, make("tr", null, ...head)),
      make("tbody", null, ...rows.map(([id, label, times, last]) => make("tr", null,
        make("th", { scope: "row" }, make("button", { type: "button", class: "plain", onclick: () => meet(id) }, text(label))),
        make("td", { class: "number" }, number(times)), make("td", null, last ? date(last) : "")))));
  }

  byId("picture").addEventListener("dblclick", () => {
    const { person } = stage.picture?.state.selected || {};
    if (person !== undefined) act("open", person);
  });
  addEventListener("popstate", () => {
    clearTimeout(stage.waiting);
    Object.assign(stage, readAddress(), { from: null });
    load();
  });
  document.addEventListener("keydown", ({ key }) => { if (key === "Escape" && stage.from) { stage.from = null; complain(""); } });
  byId("beginning").addEventListener("submit", (event) => {
    event.preventDefault();
    const { way, name: wanted } = event.target.elements;
    location.assign(addressOf({ begun: { [way.value]: wanted.value }, steps: [] }));
  });
  load();
};

walkThrough();
