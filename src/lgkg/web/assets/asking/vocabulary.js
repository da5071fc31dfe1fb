// The terms of the graph: loaded once, when somebody needs them; listed for those who want to look around.
import { make, number, told, word } from "./told.js";

let loading = null;

/** Prefixes, classes, properties and concepts, as `/query/terms.json` tells them; none while the server cannot tell. */
export const terms = () =>
  (loading ??= fetch("/query/terms.json")
    .then((response) => response.json())
    .catch(() => {
      loading = null;
      return { prefixes: {}, classes: [], properties: [], concepts: [] };
    }));

/** Fills a `details` element with the classes and properties when it is opened; `taken` gets the name of one chosen. */
export function vocabulary(details, taken) {
  details.addEventListener(
    "toggle",
    async () => {
      const { classes, properties } = await terms();
      details.append(
        make("div", { class: "lists" }, list("classes", classes, taken), list("properties", properties, taken)),
      );
    },
    { once: true },
  );
}

function list(heading, found, taken) {
  const lines = found
    .filter(({ name, label }) => label[told.language] && !name.startsWith("<"))
    .map((term) => {
      const about = term.comment[told.language] ?? null;
      const button = make("button", { type: "button", title: about, onclick: () => taken(term.name) }, term.name);
      return make(
        "li",
        {},
        button,
        ` ${term.label[told.language]} `,
        make("span", { class: "soft" }, number(term.count)),
      );
    });
  return make("div", {}, make("h3", {}, word(heading)), make("ul", {}, ...lines));
}
