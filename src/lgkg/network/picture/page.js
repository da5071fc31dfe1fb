// Ties the parts of the page together: what is chosen and what passes the filters is kept here and shown everywhere.
"use strict";
const start = async () => {
  const data = await readData();
  const { people, edges } = data;
  const root = document.documentElement;
  const say = speaker(data.words, data.language);
  const { word, number, other, language } = say;
  const state = {
    selected: null, // { person } or { edge }, their numbers
    hidden: new Set(), // groups that the legend hides
    groupings: groupings(people, data.kinds, say),
    passing: [], weights: [], kept: new Set(), // see filters.js
  };
  state.groups = state.groupings.kind;

  function refresh() {
    Object.assign(state, filters.sift((i) => !state.hidden.has(state.groups.of(i))));
    const { selected } = state;
    if (selected && ("edge" in selected ? !state.weights[selected.edge] : !state.kept.has(selected.person))) state.selected = null;
    const counts = { shown: number(state.kept.size), total: number(data.total) };
    byId("shown").textContent = word(state.kept.size < data.total ? "shown" : "all", counts);
    byId("empty").hidden = state.kept.size > 0;
    stage.paint();
    card.show();
  }

  function choose(next, focus = true) {
    if (!next && !state.selected) return;
    state.selected = next;
    stage.paint();
    card.show();
    if (next && focus) byId("card").querySelector("h2").focus({ preventScroll: true });
  }

  // Whom a search finds though a filter hides them: the filters are taken away.
  function find(person) {
    if (!state.kept.has(person)) {
      state.hidden.clear();
      legend.show();
      byId("reset").click();
    }
    choose({ person });
    stage.camera.goTo(people[person]);
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
    filters.fill();
    legend.show();
    refresh();
  }

  // The theme of the system, until the button says another; paper is light.
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let themed = null;
  const wear = (theme) => { root.dataset.theme = theme; };
  const wanted = () => themed || (dark.matches ? "dark" : "light");
  const dress = () => { wear(wanted()); stage.paint(); };
  dark.addEventListener("change", dress);
  byId("theme").addEventListener("click", () => { themed = wanted() === "dark" ? "light" : "dark"; dress(); });
  addEventListener("beforeprint", () => { wear("light"); stage.paint(); });
  addEventListener("afterprint", dress);

  byId("language").addEventListener("click", () => { say.change(); speak(); });
  document.addEventListener("keydown", ({ key }) => { if (key === "Escape" && state.selected) choose(null); });
  wear(wanted());
  const filters = filtersOf(data, say, refresh);
  const legend = legendOf(people, state, say, refresh);
  const card = cardOf(data, state, say, choose);
  const stage = stageOf(data, state, choose);
  searcher(people, word, find);
  byId("in").addEventListener("click", () => stage.camera.zoom(1.4));
  byId("out").addEventListener("click", () => stage.camera.zoom(1 / 1.4));
  byId("fit").addEventListener("click", stage.camera.fit);
  byId("legend").open = !stage.narrow.matches;
  speak();
  stage.camera.fit();
  stage.renderer.redraw();
  requestAnimationFrame(() => { root.dataset.ready = ""; });
  window.lgkg = { people, edges, state, camera: stage.camera, names: stage.names };
};

if ("DecompressionStream" in window) start();
else byId("old").hidden = false;
