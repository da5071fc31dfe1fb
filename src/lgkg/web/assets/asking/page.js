// The page: runs what is asked, shows the answer in the chosen view, keeps both in the address.
import { ask } from "./ask.js";
import { chart, chartable } from "./chart.js";
import { download } from "./download.js";
import { editor } from "./editor.js";
import { linkable, network } from "./network.js";
import { suggesting } from "./suggest.js";
import { table } from "./table.js";
import { make, number, safe, word } from "./told.js";
import { vocabulary } from "./vocabulary.js";

const byId = (id) => document.getElementById(id);
const area = byId("query");
const RAW = 200_000;
const VIEWS = { table, chart, network, raw };

let editing = null,
  asked = area?.value,
  request = null;
let view = new URLSearchParams(location.search).get("view") ?? "table";

async function run() {
  request?.abort();
  const mine = (request = new AbortController()),
    query = editing.text(),
    begun = performance.now();
  remember(query);
  begin();
  try {
    const answer = await ask(query, mine.signal);
    if (request === mine) show(answer, (performance.now() - begun) / 1000);
  } catch (error) {
    if (request === mine) failed(error);
  } finally {
    if (request === mine) byId("stop").hidden = true;
  }
}

function begin() {
  byId("answer").hidden = false;
  byId("stop").hidden = false;
  byId("failed").hidden = byId("bar").hidden = true;
  byId("shown").replaceChildren();
  byId("told").textContent = word("running");
  editing.mark(null);
}

/** The address that leads to this query and view again; a built-in question keeps its own while it is unchanged. */
function remember(query) {
  const address = new URL(location);
  if (query !== asked || !(address.searchParams.has("question") || address.searchParams.has("query"))) {
    address.search = "";
    address.searchParams.set("query", query);
    asked = query;
  }
  if (view === "table") address.searchParams.delete("view");
  else address.searchParams.set("view", view);
  history.replaceState(null, "", address);
  const other = document.querySelector("a[hreflang]"); // leads to the same in the other language
  address.searchParams.set("lang", other.hreflang);
  other.href = address.search;
}

function failed(error) {
  if (error.name === "AbortError") {
    byId("told").textContent = word("stopped");
    return;
  }
  byId("told").textContent = "";
  const parts = [make("p", {}, make("strong", {}, error.message))];
  if (error.said) parts.push(make("p", { class: "text", lang: "en" }, safe(error.said)));
  if (error.line) parts.push(make("button", { type: "button", onclick: () => go(error) }, word("go", error)));
  byId("failed").replaceChildren(...parts);
  byId("failed").hidden = false;
  editing.mark(error);
}

function go({ line, column }) {
  document.querySelector(".written").open = true;
  editing.focus(line, column);
}

function show(answer, seconds) {
  byId("told").textContent =
    `${counted(answer)} · ${word("took", { s: seconds.toLocaleString(undefined, { maximumFractionDigits: 2 }) })}`;
  const possible = { table: answer.rows.length > 0, chart: chartable(answer), network: linkable(answer), raw: true };
  const bar = byId("bar");
  bar.replaceChildren(views(answer, possible), download(answer));
  bar.hidden = false;
  draw(answer, possible[view] ? view : possible.table ? "table" : "raw");
  if (answer.cut) byId("told").append(make("strong", { class: "cut" }, word("cut", { n: number(answer.cut) })));
}

function counted({ kind, boolean, rows }) {
  if (kind === "boolean") return word(boolean ? "yes" : "no");
  if (!rows.length) return word("none");
  return word(kind === "graph" ? "triples" : rows.length === 1 ? "row" : "rows", { n: number(rows.length) });
}

function views(answer, possible) {
  const buttons = Object.keys(VIEWS).map((name) =>
    make(
      "button",
      {
        type: "button",
        "data-view": name,
        disabled: !possible[name],
        title: possible[name] ? null : ({ chart: word("no_chart"), network: word("no_network") }[name] ?? null),
        onclick: () => {
          view = name;
          remember(answer.query);
          draw(answer, name);
        },
      },
      word(name),
    ),
  );
  return make("div", { class: "views", role: "group", "aria-label": word("view") }, ...buttons);
}

function draw(answer, name) {
  for (const button of document.querySelectorAll("[data-view]")) {
    button.setAttribute("aria-pressed", String(button.dataset.view === name));
  }
  byId("shown").replaceChildren(VIEWS[name](answer));
}

function raw({ text }) {
  const cut = text.length > RAW ? make("p", { class: "soft" }, word("raw_part", { n: number(RAW) })) : null;
  return make("div", {}, cut, make("pre", { class: "raw text", tabindex: "0" }, safe(text.slice(0, RAW))));
}

for (const input of document.querySelectorAll("[data-suggest]")) suggesting(input);
if (matchMedia("(max-width: 820px)").matches) document.querySelector(".questions details").open = !location.search;
if (area) {
  editing = await editor(area, run);
  byId("sparql").addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  vocabulary(byId("terms"), (name) => editing.insert(`${name} `));
  byId("stop").addEventListener("click", () => request?.abort());
  const address = new URLSearchParams(location.search);
  if (address.has("question") || address.has("query")) run();
}
