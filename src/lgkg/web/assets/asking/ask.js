// Puts a query to the endpoint and reads the answer.
import { told, word } from "./told.js";

const ENDPOINT = "/sparql";
const RESULTS = "application/sparql-results+json";
const TRIPLES = "application/n-triples";

/** Why there is no answer: in words, with the endpoint's own ones and the place in the query where it names one. */
export class Failure extends Error {
  constructor(message, said = "") {
    super(message);
    const place = /line (\d+), column (\d+)/.exec(said);
    Object.assign(this, { said, line: place && Number(place[1]), column: place && Number(place[2]) });
  }
}

/** The endpoint's response in a media type. Throws a Failure, or AbortError if `signal` says so. */
export async function fetched(query, type, signal) {
  const headers = { Accept: type, "Content-Type": "application/sparql-query" };
  const response = await fetch(ENDPOINT, { method: "POST", headers, body: query, signal }).catch(lost);
  if (!response.ok) throw await failed(response);
  return response;
}

function lost(error) {
  throw error.name === "AbortError" ? error : new Failure(word("unreachable"));
}

async function failed(response) {
  const said = (await response.text()).trim().slice(0, 2000);
  const wait = response.headers.get("Retry-After") ?? "5";
  if (/took longer than/.test(said)) return new Failure(word("too_long", { s: told.seconds }), said);
  if (response.status === 503) return new Failure(word("busy", { s: wait }), said);
  return new Failure(word("wrong"), said);
}

/** The answer: `kind` is table, boolean or graph; of the first and last `columns` and `rows`, a cell a term or null. */
export async function ask(query, signal) {
  const response = await fetched(query, `${RESULTS}, ${TRIPLES};q=0.9`, signal);
  const cut = Number(/\d+/.exec(response.headers.get("X-LGKG-Truncated") ?? "")?.[0] ?? 0);
  const text = await response.text().catch(lost);
  const answer = response.headers.get("Content-Type").startsWith(TRIPLES) ? graph(text) : results(JSON.parse(text));
  return { ...answer, query, text, cut };
}

function results({ head, boolean, results: found }) {
  if (boolean !== undefined) return { kind: "boolean", boolean, columns: [], rows: [] };
  const columns = head.vars ?? [];
  return { kind: "table", columns, rows: found.bindings.map((row) => columns.map((name) => row[name] ?? null)) };
}

const TRIPLE = /^(<[^>]*>|_:\S+) <([^>]*)> (?:<([^>]*)>|(_:\S+)|"((?:[^"\\]|\\.)*)"(?:@(\S+)|\^\^<([^>]*)>)?) ?\.$/;
const ESCAPE = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g;
const LETTERS = { t: "\t", n: "\n", r: "\r", b: "\b", f: "\f" };

const unescaped = (text) =>
  text.replace(ESCAPE, (_, four, eight, letter) =>
    letter ? (LETTERS[letter] ?? letter) : String.fromCodePoint(parseInt(four ?? eight, 16)),
  );
const thing = (text) =>
  text.startsWith("_:")
    ? { type: "bnode", value: text.slice(2) }
    : { type: "uri", value: unescaped(text.replace(/^<|>$/g, "")) };

/** The triples of N-Triples as rows. */
function graph(text) {
  const rows = text
    .split("\n")
    .map((line) => TRIPLE.exec(line))
    .filter(Boolean)
    .map(([, subject, predicate, iri, blank, literal, language, datatype]) => [
      thing(subject),
      thing(predicate),
      literal === undefined
        ? thing(iri ?? blank)
        : { type: "literal", value: unescaped(literal), "xml:lang": language, datatype },
    ]);
  return { kind: "graph", columns: ["subject", "predicate", "object"], rows };
}
