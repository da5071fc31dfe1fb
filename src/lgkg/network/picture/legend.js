// What people are coloured by: the kind of body their offices belong to, or the community; and the legend that says so
// and hides one or the other.
"use strict";
const groupings = (people, kinds, { word, name }) => {
  const LARGE = 8; // communities with a colour of their own
  const sizes = new Map();
  for (const { community } of people) sizes.set(community, (sizes.get(community) || 0) + 1);
  const large = [...sizes.keys()].filter((one) => sizes.get(one) > 2).sort((a, b) => a - b).slice(0, LARGE);
  const leader = new Map();
  for (const { community, label } of people) if (!leader.has(community)) leader.set(community, label);

  const kind = {
    of: (i) => people[i].kind,
    order: [...kinds.keys(), "other", "unknown"],
    colour: (key) => `kind-${key}`,
    label: (key) => (key in kinds ? name(kinds[key]) : word(key)),
  };
  const community = {
    of: (i) => (large.includes(people[i].community) ? people[i].community : "rest"),
    order: [...large, "rest"],
    colour: (key) => (key === "rest" ? "kind-other" : `group-${large.indexOf(key)}`),
    label: (key) => (key === "rest" ? word("rest") : word("around", { name: leader.get(key) })),
  };
  for (const one of [kind, community]) one.colours = one.order.map(one.colour);
  return { kind, community };
};

const legendOf = (people, state, { word, number }, changed) => {
  function show() {
    const { groups, hidden } = state;
    const counts = new Map();
    people.forEach((_, i) => counts.set(groups.of(i), (counts.get(groups.of(i)) || 0) + 1));
    byId("kinds").replaceChildren(...groups.order.filter((key) => counts.has(key)).map((key) => make("li", null,
      make("button", { type: "button", "aria-pressed": !hidden.has(key), onclick: (event) => toggle(key, event.currentTarget) },
        dot(groups.colour(key)), text(groups.label(key)), make("span", { class: "number" }, number(counts.get(key)))))));
    for (const button of document.querySelectorAll("#by button"))
      button.setAttribute("aria-pressed", state.groups === state.groupings[button.value]);
    byId("by").hidden = state.groupings.community.order.length < 3;
  }

  function toggle(key, button) {
    if (!state.hidden.delete(key)) state.hidden.add(key);
    button.setAttribute("aria-pressed", !state.hidden.has(key));
    changed();
  }

  for (const button of document.querySelectorAll("#by button")) button.addEventListener("click", () => {
    state.groups = state.groupings[button.value];
    state.hidden.clear();
    show();
    changed();
  });
  return { show };
};
