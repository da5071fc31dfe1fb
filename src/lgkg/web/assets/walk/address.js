// The address bar keeps the whole walk: where it began, its steps, the filters, and whom one looks at.
"use strict";
const WAYS = ["person", "province", "body"];
const FILTERS = { least: "least", province: "within", event: "event", since: "since", until: "until" }; // filter → its name there
const BETWEEN = "~"; // steps

const readAddress = () => {
  const asked = new URLSearchParams(location.search);
  const way = WAYS.find((one) => asked.get(one));
  const filters = Object.entries(FILTERS).filter(([, name]) => asked.get(name)).map(([id, name]) => [id, asked.get(name)]);
  return {
    begun: way ? { [way]: asked.get(way) } : {},
    steps: (asked.get("steps") || "").split(BETWEEN).filter(Boolean),
    filters: Object.fromEntries(filters),
    chosen: (asked.get("chosen") || "").split(BETWEEN).filter(Boolean),
  };
};

// What asks the server for the people; what the page's own address adds to it.
const asking = ({ begun, steps }) => new URLSearchParams({ ...begun, ...(steps.length && { steps: steps.join(BETWEEN) }) });
const addressOf = ({ filters = {}, chosen = [], ...walk }) => {
  const all = asking(walk);
  for (const [id, value] of Object.entries(filters)) all.set(FILTERS[id], value);
  if (chosen.length) all.set("chosen", chosen.join(BETWEEN));
  if (new URLSearchParams(location.search).get("draw")) all.set("draw", new URLSearchParams(location.search).get("draw"));
  const text = all.toString().replaceAll("%7E", BETWEEN);
  return text ? `/network?${text}` : "/network";
};
