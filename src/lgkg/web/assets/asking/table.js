// An answer as a table: sorted by any column, rows added as they are reached.
import { called, isDay, isNumber, learn, shown, text } from "./terms.js";
import { make, number, told, word } from "./told.js";

const STEP = 200;

/** The table of an answer. */
export function table({ columns, rows }) {
  let order = rows,
    sorted = null,
    from = 0;
  const body = make("tbody");
  const more = make("button", { type: "button", class: "more", onclick: () => add() });
  const heads = columns.map((name, at) => {
    const button = make("button", { type: "button", title: word("sort"), onclick: () => sort(at) }, heading(name));
    return make("th", { scope: "col", class: numeric(rows, at) ? "number" : null }, button);
  });

  async function add() {
    const part = order.slice(from, from + STEP);
    from += part.length;
    const lines = part.map((row) =>
      make("tr", {}, ...row.map((term, at) => make("td", { class: kind(term) }, ...cell(term, columns[at])))),
    );
    body.append(...lines);
    const left = Math.min(STEP, order.length - from);
    more.hidden = !left;
    more.textContent = word("more", { n: number(left) });
    await learn(part.flat());
    lines.forEach((line, at) => rename(line, part[at]));
  }

  function sort(at) {
    const down = sorted === at;
    sorted = down ? ~at : at;
    heads.forEach((head, other) =>
      head.setAttribute("aria-sort", other === at ? (down ? "descending" : "ascending") : "none"),
    );
    order = [...rows].sort((one, other) => compare(one[at], other[at]) * (down ? -1 : 1));
    from = 0;
    body.replaceChildren();
    add();
  }

  add();
  reached(more, add);
  const head = make("thead", {}, make("tr", {}, ...heads));
  return make(
    "div",
    {},
    make(
      "div",
      { class: "wide", tabindex: "0", role: "region", "aria-label": word("table") },
      make("table", { class: "rows" }, head, body),
    ),
    more,
  );
}

/** What stands in a cell: names, and ids of articles, link to what bears them. */
function cell(term, column) {
  const named = told.names[column];
  if (!named || term?.type !== "literal") return [shown(term)];
  const all = told.several.includes(column) ? term.value.split(", ") : [term.value];
  return all.flatMap((name, at) => (at ? [", ", called(name, named)] : [called(name, named)]));
}

const LONG = 60;

const kind = (term) =>
  isNumber(term)
    ? "number"
    : isDay(term)
      ? "day"
      : term?.value.length > LONG && term.type === "literal"
        ? "long"
        : null;

/** What a column is called: as the question says, or as the query does. */
export const heading = (name) => told.columns[name] ?? told.words[name] ?? name;

/** Whether a column has numbers only. */
export const numeric = (rows, at) => rows.some((row) => row[at]) && rows.every((row) => !row[at] || isNumber(row[at]));

const collator = new Intl.Collator(told.language, { numeric: true });

function compare(one, other) {
  if (!one || !other) return (one ? 0 : 1) - (other ? 0 : 1);
  if (isNumber(one) && isNumber(other)) return Number(one.value) - Number(other.value);
  if (one.type === "literal" && one.datatype === other.datatype && one.datatype)
    return one.value < other.value ? -1 : Number(one.value > other.value);
  return collator.compare(text(one), text(other));
}

function rename(line, row) {
  row.forEach((term, at) => {
    const cell = line.cells[at].firstChild;
    if (term?.type === "uri" && cell.textContent !== text(term)) cell.textContent = text(term);
  });
}

/** Calls `then` whenever the button comes near the screen. */
function reached(button, then) {
  new IntersectionObserver(
    (seen) => {
      if (seen.some((entry) => entry.isIntersecting) && !button.hidden) then();
    },
    { rootMargin: "400px" },
  ).observe(button);
}
