// Finds people while one types: arrows move, Enter or a click picks, Escape closes.
"use strict";
const MOST = 12; // suggestions at once

// Finds those of the people whose name or office has the text; gives { i, name, note } of each.
const finder = (people) => {
  // However it was typed: without spaces, quotes and invisible letters, sara am and แ as one letter.
  const key = (string) => string.normalize("NFC").replace(/[\s"'“”‘’«»`\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/\u0e4d([\u0e48-\u0e4b]*)\u0e32/g, "$1\u0e33").replace(/เเ/g, "แ").toLowerCase();
  const index = people.map(({ name, offices }, i) =>
    ({ i, name: key(name), offices: offices.map(({ label }) => ({ label, key: key(label) })) }));

  function match({ i, name, offices }, wanted) {
    const office = offices.find((one) => one.key.includes(wanted));
    const rank = name.startsWith(wanted) ? 0 : name.includes(wanted) ? 1 : office ? 2 : 3;
    return { i, rank, name: people[i].name, note: (office || offices[0] || { label: "" }).label };
  }

  return (text) => {
    const wanted = key(text);
    const found = wanted ? index.map((entry) => match(entry, wanted)).filter(({ rank }) => rank < 3) : [];
    return found.sort((a, b) => a.rank - b.rank || a.i - b.i).slice(0, MOST);
  };
};

// The field: find(text) gives what to suggest, or the promise of it, each with { name, note }; pick(one) takes it.
const searcher = (find, word, pick) => {
  const [field, list] = [byId("search"), byId("suggestions")];
  let found = [];
  let current = -1;

  async function suggest() {
    const asked = field.value;
    const answer = find(asked);
    const suggested = answer instanceof Promise ? await answer : answer;
    if (field.value !== asked || document.activeElement !== field) return; // one has typed on, or left
    found = suggested;
    current = found.length ? 0 : -1;
    show(Boolean(asked.trim()));
  }

  function show(open) {
    const options = found.map((one, position) =>
      make("li", { role: "option", id: `option-${position}`, "aria-selected": position === current, onclick: () => choose(one) },
        text(one.name), one.note ? make("div", { class: "soft text" }, one.note) : null));
    const nothing = make("li", { class: "soft" }, word("nothing"));
    list.replaceChildren(...(options.length ? options : [nothing]));
    list.hidden = !open;
    field.setAttribute("aria-expanded", open);
    if (open && current >= 0) field.setAttribute("aria-activedescendant", `option-${current}`);
    else field.removeAttribute("aria-activedescendant");
  }

  function choose(one) {
    field.value = one.name;
    show(false);
    pick(one);
  }

  field.addEventListener("input", suggest);
  field.addEventListener("focus", suggest);
  field.addEventListener("blur", () => show(false));
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus until the click
  field.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && !list.hidden) {
      show(false);
      event.preventDefault();
      event.stopPropagation();
    } else if (step && found.length) {
      current = (current + step + found.length) % found.length;
      show(true);
      byId(`option-${current}`).scrollIntoView({ block: "nearest" });
      event.preventDefault();
    } else if (event.key === "Enter" && current >= 0 && !list.hidden) choose(found[current]);
  });
};
