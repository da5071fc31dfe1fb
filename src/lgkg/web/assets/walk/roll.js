// The list of who is shown, for whoever does not see the picture or uses no pointer: arrows move, letters do.
"use strict";
const rollOf = (data, state, { word, number }, choose, act) => {
  const { people } = data;
  const list = make("ul", { id: "roll", role: "listbox", tabindex: "0", "aria-label": word("roll"), "aria-describedby": "keys" });
  const panel = make("details", { id: "everyone" }, make("summary", null, word("roll")),
    make("p", { id: "keys", class: "soft" }, word("keys")), list);
  let current = 0;
  let shown = []; // the numbers of people, in the order of the list

  const line = (i, position) => {
    const { name, opened, pinned, attended } = people[i];
    const signs = [opened && word("opened"), pinned && word("pinned")].filter(Boolean).join(" · ");
    return make("li", { role: "option", id: `roll-${position}`, "aria-selected": state.selected?.person === i,
      onclick: () => { current = position; choose({ person: i }); } },
    text(name), make("span", { class: "soft" }, signs ? `${number(attended)} · ${signs}` : number(attended)));
  };

  function show() {
    shown = [...state.kept];
    const at = shown.indexOf(state.selected?.person);
    current = at >= 0 ? at : Math.max(0, Math.min(current, shown.length - 1));
    list.replaceChildren(...shown.map(line));
    mark();
  }

  function mark() {
    for (const item of list.querySelectorAll(".current")) item.classList.remove("current");
    const item = list.children[current];
    item?.classList.add("current");
    if (item) list.setAttribute("aria-activedescendant", item.id);
    else list.removeAttribute("aria-activedescendant");
    if (document.activeElement === list) item?.scrollIntoView({ block: "nearest" });
  }

  const MOVES = { ArrowDown: (at) => at + 1, ArrowUp: (at) => at - 1, Home: () => 0, End: () => shown.length - 1 };
  const ACTS = { "+": "open", "=": "open", "-": "shut", p: "pin", P: "pin", Delete: "drop" };
  list.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !shown.length) return;
    if (MOVES[event.key]) current = Math.max(0, Math.min(shown.length - 1, MOVES[event.key](current)));
    else if (event.key === "Enter" || event.key === " ") choose({ person: shown[current] });
    else if (ACTS[event.key]) act(ACTS[event.key], shown[current]);
    else return;
    event.preventDefault();
    mark();
  });
  panel.addEventListener("toggle", mark);
  list.addEventListener("focus", mark);
  document.querySelector(".overlay").append(panel);
  return { show };
};
