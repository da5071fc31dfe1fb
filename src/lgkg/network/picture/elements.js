// Builds the parts of the page. Whatever comes from articles becomes text or an attribute, never markup.
"use strict";
const byId = (id) => document.getElementById(id);

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key === "onclick") element.addEventListener("click", value);
    else if (key === "colour") element.style.setProperty("--colour", `var(--${value})`);
    else element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

const text = (string, tag = "span") => make(tag, { class: "text" }, string);
const soft = (string) => make("p", { class: "soft" }, string);
const dot = (colour) => make("span", { class: "dot", colour });
const row = (label, count, onclick) =>
  make("button", { class: "row", type: "button", onclick }, text(label), make("span", { class: "number" }, count));

// What opens to more: `inside` is asked for its parts, or the promise of them, when it is opened for the first time.
function opening(summary, inside) {
  const element = make("details", { class: "event" }, make("summary", null, ...summary));
  element.addEventListener("toggle", async () => element.append(...await inside()), { once: true });
  return element;
}

// Rows below a heading: the first of them, and a button that brings as many more. Each row is a function that makes it.
const PAGE = 60;
function section(title, rows, more) {
  if (!rows.length) return [];
  const list = make("ul", { class: "rows" });
  const add = () => {
    const start = list.children.length;
    list.append(...rows.slice(start, start + PAGE).map((row) => make("li", null, row())));
    const left = rows.length - list.children.length;
    button.hidden = !left;
    button.textContent = more(left);
    return list.children[start];
  };
  const button = make("button", { type: "button", class: "more", onclick: () => add().querySelector("button, summary")?.focus() });
  add();
  return [make("h3", null, title), list, button];
}
