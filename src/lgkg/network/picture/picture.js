// The picture with all that belongs to it: what is chosen and what passes the filters is kept here and shown everywhere.
// `tools` and `tell`: see card.js; `told` is called whenever what is chosen or what passes has changed.
"use strict";
const pictureOf = (data, say, { tools, tell, told = () => {} } = {}) => {
  const { people, edges, kinds } = data;
  const { word, number } = say;
  const state = {
    selected: null, // { person } or { edge }, their numbers
    hidden: new Set(), // groups that the legend hides
    groupings: groupings(people, kinds, say),
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
    told();
  }

  function choose(next, focus = true) {
    if (!next && !state.selected) return;
    state.selected = next;
    stage.paint();
    card.show();
    if (next && focus) byId("card").querySelector("h2").focus({ preventScroll: true });
    told();
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

  // Says everything in the language of the page.
  function speak() {
    written(word);
    filters.fill();
    legend.show();
    refresh();
  }

  // Others are shown from now on: what stands in `data` has changed. Nobody is chosen then; the view stays.
  function load() {
    const by = state.groups === state.groupings.community ? "community" : "kind";
    state.selected = null;
    state.groupings = groupings(people, kinds, say);
    state.groups = state.groupings[by];
    stage.load();
    filters.load();
    speak();
  }

  const filters = filtersOf(data, say, refresh);
  const legend = legendOf(people, state, say, refresh);
  const card = cardOf(data, state, say, choose, { tools, tell });
  const stage = stageOf(data, state, choose);
  const { camera, renderer } = stage;
  document.addEventListener("keydown", ({ key }) => { if (key === "Escape" && state.selected) choose(null); });
  themed(byId("theme"), stage.paint);
  byId("in").addEventListener("click", () => camera.zoom(1.4));
  byId("out").addEventListener("click", () => camera.zoom(1 / 1.4));
  byId("fit").addEventListener("click", camera.fit);
  byId("legend").open = !stage.narrow.matches;

  // To be called once, when all is said.
  function begin() {
    speak();
    camera.fit();
    renderer.redraw();
    requestAnimationFrame(() => { document.documentElement.dataset.ready = ""; });
    window.lgkg = { people, edges, state, camera, names: stage.names };
  }

  return { state, filters, camera, refresh, choose, find, speak, load, begin };
};
