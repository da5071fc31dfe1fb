// What the server tells the page, and small helpers to build what it shows. Text only ever becomes text nodes.

export const told = JSON.parse(document.getElementById("asking").dataset.told);

/** A word in the reader's language, `{name}` replaced by the value of that name. */
export const word = (key, values = {}) => told.words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);

const numbers = new Intl.NumberFormat(told.language);
export const number = (value) => numbers.format(value);

const STEERING = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]/gu;

/** Text without what could steer the page's writing: as lgkg.harmless.safe. */
export const safe = (text) =>
  text.replace(STEERING, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`);

const ruler = document.createElement("canvas").getContext("2d");

/** Pixels that a text takes in the page's letters of a size. */
export function width(text, size) {
  ruler.font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
  return ruler.measureText(text).width;
}

/** The beginning of a text that takes no more pixels than there are; marks stay with their letters. */
export function fitting(text, size, most) {
  if (width(text, size) <= most) return text;
  const letters = text.match(/\P{M}\p{M}*/gu) ?? [];
  while (letters.length && width(`${letters.join("")}…`, size) > most) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

const SVG = "http://www.w3.org/2000/svg";
const SHAPES = new Set(["svg", "g", "rect", "text", "line", "circle", "title"]);

/** An element with attributes and children; `on…` attributes are listeners, those that are null are left out. */
export function make(name, attributes = {}, ...children) {
  const element = SHAPES.has(name) ? document.createElementNS(SVG, name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A labelled choice among options (pairs of value and text); calls `chosen` with the value. */
export function choice(label, options, value, chosen) {
  const select = make("select", { onchange: () => chosen(select.value) });
  for (const [key, text] of options)
    select.append(make("option", { value: key, selected: String(key) === String(value) }, text));
  return make("label", { class: "choice" }, `${label} `, select);
}
