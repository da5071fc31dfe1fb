// Builds the parts of the page. Whatever comes from articles becomes text or an attribute, never markup.
"use strict";
const byId = (id) => document.getElementById(id);

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key === "onclick") element.addEventListener("click", value);
    else if (key === "kind") element.style.setProperty("--kind", `var(--kind-${value})`);
    else element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

const text = (string, tag = "span") => make(tag, { class: "text" }, string);
const soft = (string) => make("p", { class: "soft" }, string);
const list = (rows) => make("ul", { class: "rows" }, ...rows.map((row) => make("li", null, row)));
const section = (title, rows) => (rows.length ? [make("h3", null, title), list(rows)] : []);
const row = (label, count, onclick) =>
  make("button", { class: "row", type: "button", onclick }, text(label), make("span", { class: "number" }, count));
