// An answer as a network: two columns of things or names are ends of lines, a column of numbers their weight.
import { place } from "./layout.js";
import { picture } from "./picture.js";
import { heading, numeric } from "./table.js";
import { isDay, learn, page, text } from "./terms.js";
import { choice, make, number, word } from "./told.js";

const MOST = 250;

/** The columns whose cells can be nodes. */
const ends = ({ columns, rows }) =>
  columns
    .map((_, at) => at)
    .filter((at) => {
      const terms = rows.map((row) => row[at]).filter(Boolean);
      return terms.length > 0 && !numeric(rows, at) && !terms.some(isDay);
    });

export const linkable = (answer) => (answer.kind === "graph" ? answer.rows.length > 0 : ends(answer).length > 1);

/** The network of an answer, with choices of its columns. */
export function network(answer) {
  const { columns, rows } = answer;
  const possible = answer.kind === "graph" ? [0, 2] : ends(answer);
  const numbers = columns.map((_, at) => at).filter((at) => numeric(rows, at));
  let [from, to] = possible,
    weight = numbers[0] ?? -1;
  const drawn = make("div", { class: "net" }),
    about = make("p", { class: "soft" });

  async function draw() {
    const best = strongest(collected(answer, from, to, weight));
    place(best.nodes, best.links);
    paint(best);
    await learn(best.nodes.map((node) => node.term));
    paint(best);
  }

  function paint(best) {
    best.nodes.forEach((node) => {
      node.name = text(node.term);
      node.address = node.term.type === "uri" ? page(node.term.value) : null;
    });
    about.textContent =
      word("drawn", { nodes: number(best.nodes.length), links: number(best.links.length) }) +
      (best.all > MOST ? ` · ${word("drawn_part", { nodes: number(MOST), all: number(best.all) })}` : "");
    drawn.replaceChildren(picture(best, about.textContent, drawn.clientWidth || 1000));
  }

  const named = (list) => list.map((at) => [at, heading(columns[at])]);
  const weights = [[-1, word("even")], ...named(numbers)];
  const choices =
    answer.kind === "graph"
      ? []
      : [
          choice(word("from"), named(possible), from, (at) => {
            from = Number(at);
            draw();
          }),
          choice(word("to"), named(possible), to, (at) => {
            to = Number(at);
            draw();
          }),
          choice(word("weight"), weights, weight, (at) => {
            weight = Number(at);
            draw();
          }),
        ];
  draw();
  return make("div", {}, make("div", { class: "row" }, ...choices), about, drawn);
}

const key = (term) => `${term.type} ${term.value}`;

/** All nodes and links; lines between the same two ends are one. Of triples, those that lead to values are left out. */
function collected({ kind, rows }, from, to, weight) {
  const nodes = new Map(),
    links = new Map();
  const node = (term) => {
    if (!nodes.has(key(term))) nodes.set(key(term), { term, degree: 0 });
    return nodes.get(key(term));
  };
  for (const row of rows) {
    const [one, other] = [row[from], row[to]];
    if (!one || !other || key(one) === key(other) || (kind === "graph" && other.type === "literal")) continue;
    const pair = [key(one), key(other)].sort().join("\n");
    if (!links.has(pair)) links.set(pair, { ends: [node(one), node(other)], weight: 0 });
    links.get(pair).weight += weight < 0 ? 1 : Number(row[weight]?.value ?? 0);
  }
  for (const link of links.values())
    link.ends.forEach((end) => {
      end.degree += 1;
    });
  return { nodes: [...nodes.values()], links: [...links.values()] };
}

/** The best connected nodes and the links among them. */
function strongest({ nodes, links }) {
  const kept = [...nodes]
    .sort((one, other) => other.degree - one.degree || (key(one.term) < key(other.term) ? -1 : 1))
    .slice(0, MOST);
  const place = new Map(kept.map((node, at) => [node, at]));
  const among = links.filter((link) => link.ends.every((end) => place.has(end)));
  return {
    all: nodes.length,
    nodes: kept,
    links: among.map(({ ends: [one, other], weight }) => ({ from: place.get(one), to: place.get(other), weight })),
  };
}
