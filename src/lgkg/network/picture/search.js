// Finds people by name or office while one types: arrows move, Enter or a click picks, Escape closes.
"use strict";
const searcher = (people, word, pick) => {
  const MOST = 12; // suggestions at once
  const [field, list] = [byId("search"), byId("suggestions")];
  let found = []; // { i, office }: whom, and which office to show
  let current = -1;

  // However it was typed: without spaces, quotes and invisible letters, sara am and แ as one letter.
  const key = (string) => string.normalize("NFC").replace(/[\s"'“”‘’«»`\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/\u0e4d([\u0e48-\u0e4b]*)\u0e32/g, "$1\u0e33").replace(/เเ/g, "แ").toLowerCase();
  const index = people.map(({ name, offices }, i) =>
    ({ i, name: key(name), offices: offices.map(({ label }) => ({ label, key: key(label) })) }));

  function match({ i, name, offices }, wanted) {
    const office = offices.find((one) => one.key.includes(wanted));
    const rank = name.startsWith(wanted) ? 0 : name.includes(wanted) ? 1 : office ? 2 : 3;
    return { i, rank, office: (office || offices[0] || { label: "" }).label };
  }

  function suggest() {
    const wanted = key(field.value);
    found = wanted ? index.map((entry) => match(entry, wanted)).filter(({ rank }) => rank < 3) : [];
    found = found.sort((a, b) => a.rank - b.rank || a.i - b.i).slice(0, MOST);
    current = found.length ? 0 : -1;
    show(Boolean(wanted));
  }

  function show(open) {
    const options = found.map(({ i, office }, position) =>
      make("li", { role: "option", id: `option-${position}`, "aria-selected": position === current, onclick: () => choose(i) },
        text(people[i].name), office ? make("div", { class: "soft text" }, office) : null));
    const nothing = make("li", { class: "soft" }, word("nothing"));
    list.replaceChildren(...(options.length ? options : [nothing]));
    list.hidden = !open;
    field.setAttribute("aria-expanded", open);
    if (open && current >= 0) field.setAttribute("aria-activedescendant", `option-${current}`);
    else field.removeAttribute("aria-activedescendant");
  }

  function choose(i) {
    field.value = people[i].name;
    show(false);
    pick(i);
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
    } else if (event.key === "Enter" && current >= 0 && !list.hidden) choose(found[current].i);
  });
};
