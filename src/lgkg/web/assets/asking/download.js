// Answers as files, in the formats that the endpoint writes.
import { fetched } from "./ask.js";
import { make, word } from "./told.js";

const RESULTS = {
  CSV: "text/csv",
  TSV: "text/tab-separated-values",
  JSON: "application/sparql-results+json",
  XML: "application/sparql-results+xml",
};
const GRAPHS = { Turtle: "text/turtle", "N-Triples": "application/n-triples", "JSON-LD": "application/ld+json" };
const ENDINGS = {
  CSV: "csv",
  TSV: "tsv",
  JSON: "srj",
  XML: "srx",
  Turtle: "ttl",
  "N-Triples": "nt",
  "JSON-LD": "jsonld",
};

/** Buttons that save an answer. */
export function download({ kind, query }) {
  const formats = kind === "graph" ? GRAPHS : kind === "boolean" ? { JSON: RESULTS.JSON, XML: RESULTS.XML } : RESULTS;
  const buttons = Object.entries(formats).map(([name, type]) =>
    make("button", { type: "button", onclick: () => save(query, type, `lgkg.${ENDINGS[name]}`) }, name),
  );
  return make(
    "div",
    { class: "downloads", role: "group", "aria-label": word("download") },
    `${word("download")} `,
    ...buttons,
  );
}

async function save(query, type, name) {
  const told = document.getElementById("told");
  try {
    const content = await (await fetched(query, type)).blob();
    const link = make("a", { href: URL.createObjectURL(content), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  } catch (error) {
    told.textContent = error.message;
  }
}
