// The way here: where the walk began and each step that brought somebody, as links back to it.
"use strict";
const SHOWN = ["add", "open", "path"];

// names: id → name; go(steps) leads to a stage of the walk.
const writeTrail = ({ begun, steps }, { way, name }, names, word, go) => {
  const crumbs = [[0, way === "most" ? word("most") : name]];
  steps.forEach((step, i) => {
    const [what, ...ids] = step.split(".");
    if (!SHOWN.includes(what)) return;
    const people = (what === "open" ? ids.slice(0, 1) : ids).map((id) => names[id]).filter(Boolean);
    if (people.length) crumbs.push([i + 1, `${what === "open" ? "+" : ""}${people.join(" → ")}`]);
  });
  byId("trail").replaceChildren(...crumbs.map(([count, label], i) => {
    const link = make("a", { href: addressOf({ begun, steps: steps.slice(0, count) }), class: "text",
      ...(i === crumbs.length - 1 && { "aria-current": "step" }) }, label);
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      go(steps.slice(0, count));
    });
    return make("li", null, link);
  }));
};
