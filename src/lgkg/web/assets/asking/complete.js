// What can stand where somebody writes: terms of the graph by name or by what they are called, things by their label.
import { found } from "./suggest.js";
import { number, safe, told, word } from "./told.js";
import { terms } from "./vocabulary.js";

const KEYWORDS = `SELECT DISTINCT WHERE ASK CONSTRUCT DESCRIBE PREFIX FILTER OPTIONAL UNION MINUS BIND VALUES GRAPH
  GROUP BY HAVING ORDER DESC ASC LIMIT OFFSET COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT REGEX CONTAINS STRSTARTS LANG
  STR YEAR MONTH DAY NOW BOUND COALESCE IF IN NOT EXISTS UNDEF`.split(/\s+/);
const MOST = 40;

/** CodeMirror's source of completions. */
export async function completions(context) {
  const line = context.state.doc.lineAt(context.pos),
    before = line.text.slice(0, context.pos - line.from);
  if (/(^|\s)#/.test(before)) return null;
  const written = [
    [/[?$]\w*$/, variables],
    [/[A-Za-z][\w-]*:[\w-]*$/, prefixed],
    [/[\u0e00-\u0e7f.]+(?: [\u0e00-\u0e7f.]+)*$/, named],
    [/(?<![<"'\w/#])[A-Za-z_]{2,}$/, words],
    [/(?<=\s|^)$/, context.explicit ? fitting : () => []],
  ];
  for (const [pattern, listed] of written) {
    const match = pattern.exec(before);
    if (!match) continue;
    const options = await listed(match[0], before.slice(0, match.index), context);
    return options.length
      ? { from: context.pos - match[0].length, options: options.slice(0, MOST), filter: false }
      : null;
  }
  return null;
}

function variables(written, _, context) {
  const known = new Set(context.state.doc.toString().match(/[?$]\w+/g));
  known.delete(written);
  return [...known]
    .filter((name) => name.startsWith(written))
    .sort()
    .map((name) => ({ label: name, type: "variable", detail: word("variable") }));
}

async function prefixed(written, before) {
  const [prefix] = written.split(":");
  const possible = (await expected(before)).filter(({ label }) => label.startsWith(`${prefix}:`));
  return possible.filter(({ label }) => label.toLowerCase().includes(written.toLowerCase()));
}

async function named(written) {
  const { classes, properties, concepts } = await terms();
  const all = [
    ...classes.map(option("class")),
    ...properties.map(option("property")),
    ...concepts.map(option("concept")),
  ];
  return [...all.filter(({ detail }) => detail.includes(written)).slice(0, 12), ...(await things(written))];
}

async function words(written, before, context) {
  const start = written.toLowerCase(),
    { prefixes } = await terms();
  const keywords = KEYWORDS.filter((key) => key.startsWith(written.toUpperCase()));
  const spaces = Object.keys(prefixes).filter((name) => name.startsWith(written));
  const called = (await expected(before)).filter(
    ({ label, english }) => english.toLowerCase().includes(start) || label.toLowerCase().includes(`:${start}`),
  );
  return [
    ...keywords.map((label) => ({ label, type: "keyword" })),
    ...spaces.map((name) => ({ label: `${name}:`, type: "namespace", detail: prefixes[name] })),
    ...called,
    ...(context.explicit ? await things(written) : []),
  ];
}

const fitting = async (_, before) => expected(before);

/** The terms that can stand behind what is written: behind `a` a class, else a property first. */
async function expected(before) {
  const { classes, properties, concepts } = await terms();
  const lists = [properties.map(option("property")), classes.map(option("class")), concepts.map(option("concept"))];
  if (/(^|\s)(a|rdf:type)\s+$/.test(before)) lists.unshift(...lists.splice(1, 1));
  return lists.flat();
}

const option =
  (kind) =>
  ({ name, label, comment, count }) => ({
    label: name,
    english: label.en ?? "",
    detail: [label[told.language], label[told.language === "th" ? "en" : "th"]].filter(Boolean).join(" · "),
    type: kind === "class" ? "class" : "property",
    info: [word(kind), count ? word("used", { n: number(count) }) : "", comment[told.language] ?? ""]
      .filter(Boolean)
      .join(" · "),
  });

async function things(written) {
  const hits = await found(written);
  return hits.map(({ iri, label, context }) => ({
    label: safe(label),
    detail: safe(context ?? ""),
    apply: `<${iri}>`,
    type: "constant",
  }));
}
