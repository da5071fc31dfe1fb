// The search box at the top of each page: suggests while somebody types. Without it the box is a form of one field.
// A combobox with a list, as https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ has it.

const PAUSE = 90; // milliseconds without a key after which is asked
const box = document.getElementById("find");
const form = box.form;
const words = form.dataset;
const list = form.appendChild(element("div", { id: "find-options", class: "options", role: "listbox", "aria-label": box.ariaLabel, hidden: "" }));
const heard = form.appendChild(element("div", { class: "heard", role: "status" }));
let options = [];
let chosen = -1;
let timer = 0;
let asking = new AbortController();

for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
  box.setAttribute(name, value);
}
box.addEventListener("focus", () => fetch("/api/search?q=").catch(() => {}), { once: true }); // makes the index ready
box.addEventListener("input", () => {
  clearTimeout(timer);
  asking.abort();
  if (box.value.trim()) timer = setTimeout(ask, PAUSE);
  else close();
});
box.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    if (list.hidden) ask();
    else choose(chosen + step);
  } else if (event.key === "Enter" && chosen >= 0) {
    event.preventDefault();
    location.assign(options[chosen].dataset.path);
  } else if (event.key === "Escape" && !list.hidden) {
    event.preventDefault();
    close();
  } else if (event.key === "Tab") close();
});
form.addEventListener("focusout", (event) => form.contains(event.relatedTarget) || close());
list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
list.addEventListener("click", (event) => {
  const option = event.target.closest("[role=option]");
  if (option) location.assign(option.dataset.path);
});

async function ask() {
  const text = box.value.trim();
  asking.abort();
  asking = new AbortController();
  if (!text) return;
  try {
    const answer = await fetch(`/api/search?limit=10&q=${encodeURIComponent(text)}`, { signal: asking.signal });
    if (answer.ok) show((await answer.json()).hits);
    else close();
  } catch (error) {
    if (error.name !== "AbortError") close();
  }
}

function show(hits) {
  const kinds = [...new Set(hits.map((hit) => hit.kind))];
  const groups = kinds.map((kind) => group(kind, hits.filter((hit) => hit.kind === kind)));
  list.replaceChildren(...groups);
  options = [...list.querySelectorAll("[role=option]")];
  options.forEach((option, at) => (option.id = `find-option-${at}`));
  choose(-1);
  list.hidden = !hits.length;
  box.setAttribute("aria-expanded", String(!list.hidden));
  heard.textContent = hits.length ? words.found.replace("{n}", hits.length) : words.none;
}

function group(kind, hits) {
  const heading = element("div", { role: "presentation", id: `find-${kind}` }, words[kind]);
  return element("div", { role: "group", "aria-labelledby": heading.id }, heading, ...hits.map(option));
}

function option(hit) {
  const name = element("span", { class: "name text" }, ...hit.parts.map(([part, typed]) => (typed ? element("mark", {}, part) : part)));
  const context = [hit.also, hit.context].filter(Boolean).join(" · ");
  const about = element("span", {}, name, ...(context ? [element("span", { class: "context text" }, context)] : []));
  const told = hit.kind === "article" ? [] : [element("span", { class: "told", "aria-label": words.told.replace("{n}", hit.articles) }, hit.articles.toLocaleString("en"))];
  return element("div", { role: "option", "aria-selected": "false", "data-path": hit.path }, about, ...told);
}

function choose(at) {
  options[chosen]?.setAttribute("aria-selected", "false");
  chosen = at >= options.length ? -1 : at < -1 ? options.length - 1 : at; // past an end lies the box itself
  const option = options[chosen];
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  if (option) box.setAttribute("aria-activedescendant", option.id);
  else box.removeAttribute("aria-activedescendant");
}

function close() {
  clearTimeout(timer);
  asking.abort();
  list.hidden = true;
  box.setAttribute("aria-expanded", "false");
  choose(-1);
}

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
