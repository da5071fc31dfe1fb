// Terms of answers as people read them: days and numbers in their language, things by name and with their page.
import { fetched } from "./ask.js";
import { make, number, safe, told, word } from "./told.js";

const XSD = "http://www.w3.org/2001/XMLSchema#";
const NUMBERS = new Set(["integer", "decimal", "double", "float", "int", "long"].map((name) => XSD + name));
const NAMED = ["https://w3id.org/lgkg/ontology#", "https://w3id.org/lgkg/concept/"];
const LOCALE = told.language === "th" ? "th-TH-u-ca-buddhist-nu-latn" : "en-GB";
const day = new Intl.DateTimeFormat(LOCALE, { dateStyle: "long", timeZone: "UTC" });
const moment = new Intl.DateTimeFormat(LOCALE, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

const names = new Map(); // IRI -> its name, or "" where it has none
const BATCH = 300;

export const isNumber = (term) => term?.type === "literal" && NUMBERS.has(term.datatype);
export const isDay = (term) => term?.type === "literal" && [`${XSD}date`, `${XSD}dateTime`].includes(term.datatype);
export const isThing = (term) => term?.type === "uri";

/** A term as text. */
export function text(term) {
  if (!term) return "";
  if (term.type === "uri") return safe(names.get(term.value) || short(term.value));
  if (isNumber(term) && Number.isFinite(Number(term.value))) return number(term.value);
  if (term.datatype === `${XSD}boolean`) return word(term.value === "true" || term.value === "1" ? "yes" : "no");
  return dated(term) ?? safe(term.value);
}

function dated(term) {
  if (!isDay(term)) return null;
  const date = new Date(/T/.test(term.value) ? `${term.value.slice(0, 19)}Z` : `${term.value.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? null : (/T/.test(term.value) ? moment : day).format(date);
}

/** What stands for a term in a page: of a thing a link to where it is described. */
export function shown(term) {
  const address = term?.type === "uri" ? page(term.value) : null;
  const attributes = {
    class: "text",
    lang: term?.["xml:lang"] ?? null,
    title: term?.type === "uri" ? safe(term.value) : null,
  };
  if (!address) return make("span", attributes, text(term));
  const elsewhere = /^https?:/.test(address);
  return make("a", { ...attributes, href: address, rel: elsewhere ? "noreferrer" : null }, text(term));
}

/** A name, with a link to whoever bears it. */
export function called(name, kind) {
  return make("a", { class: "text", href: `/called?${new URLSearchParams({ name, kind })}`, rel: "nofollow" }, safe(name));
}

/** Where a thing is described: here, elsewhere on the web, or nowhere. */
export function page(iri) {
  if (iri.startsWith(told.base)) return told.root + iri.slice(told.base.length);
  return /^https?:\/\//.test(iri) ? iri : null;
}

const short = (iri) => (iri.startsWith(told.base) ? iri.slice(told.base.length) : iri);

/** Finds the names of the things among terms; they are shown by name from then on. */
export async function learn(terms) {
  const wanted = new Set(
    terms
      .filter(isThing)
      .map((term) => term.value)
      .filter(nameable),
  );
  const missing = [...wanted].filter((iri) => !names.has(iri));
  for (let at = 0; at < missing.length; at += BATCH) await learned(missing.slice(at, at + BATCH));
}

const nameable = (iri) =>
  [told.base, ...NAMED].some((start) => iri.startsWith(start)) && /^[^<>"{}|^`\\\s]+$/.test(iri);
const NAMING = "skos:prefLabel, rdfs:label, foaf:name, dcterms:title, oa:exact";
const ORDER = ["prefLabel", "label", "name", "title", "exact"];

async function learned(iris) {
  const values = iris.map((iri) => `<${iri}>`).join(" ");
  const query = `SELECT ?thing ?by ?name {
    VALUES ?thing { ${values} } ?thing ?by ?name FILTER (?by IN (${NAMING}))
  } ORDER BY ?name`;
  iris.forEach((iri) => names.set(iri, ""));
  const response = await fetched(query, "application/sparql-results+json").catch(() => null);
  if (!response) return;
  const best = new Map();
  for (const row of (await response.json()).results.bindings) {
    const rank =
      ORDER.findIndex((end) => row.by.value.endsWith(end)) * 2 + (row.name["xml:lang"] === told.language ? 0 : 1);
    if (rank < (best.get(row.thing.value) ?? 99)) {
      best.set(row.thing.value, rank);
      names.set(row.thing.value, row.name.value);
    }
  }
}
