// An answer as bars: a column of labels, a column of numbers.
import { heading, numeric } from "./table.js";
import { learn, text } from "./terms.js";
import { choice, fitting, make, number, word } from "./told.js";

const MOST = 50,
  LINE = 28,
  LETTERS = 14,
  NAMES = 0.38;

export const chartable = ({ columns, rows }) => columns.length > 1 && columns.some((_, at) => numeric(rows, at));

/** The chart of an answer, with choices of its columns. */
export function chart(answer) {
  const { columns, rows } = answer;
  const all = columns.map((_, at) => at);
  const numbers = all.filter((at) => numeric(rows, at));
  let labels = all.find((at) => !numbers.includes(at)) ?? all.find((at) => at !== numbers[0]),
    values = numbers[0];
  const drawn = make("div", { class: "bars" });
  const named = (list) => list.map((at) => [at, heading(columns[at])]);

  async function draw() {
    const part = rows.filter((row) => row[values]).slice(0, MOST);
    drawn.replaceChildren(bars(part, labels, values, drawn.clientWidth || 800));
    await learn(part.map((row) => row[labels]));
    drawn.replaceChildren(bars(part, labels, values, drawn.clientWidth || 800));
  }

  let width = 0;
  new ResizeObserver(() => {
    if (drawn.clientWidth === width) return;
    width = drawn.clientWidth;
    draw();
  }).observe(drawn);
  return make(
    "div",
    {},
    make(
      "div",
      { class: "row" },
      choice(word("label"), named(all), labels, (at) => {
        labels = Number(at);
        draw();
      }),
      choice(word("number"), named(numbers), values, (at) => {
        values = Number(at);
        draw();
      }),
    ),
    drawn,
  );
}

function bars(rows, labels, values, width) {
  const names = Math.round(width * NAMES),
    room = width - names - 70;
  const largest = Math.max(0, ...rows.map((row) => Number(row[values].value)));
  const svg = make("svg", {
    width,
    height: rows.length * LINE + 4,
    viewBox: `0 0 ${width} ${rows.length * LINE + 4}`,
    role: "img",
    "aria-label": word("bars", { n: number(rows.length) }),
  });
  rows.forEach((row, at) => {
    const value = Number(row[values].value),
      long = largest > 0 ? Math.max(0, value / largest) * room : 0;
    const whole = text(row[labels]),
      y = at * LINE + 2;
    svg.append(
      make(
        "g",
        {},
        make("title", {}, `${whole}: ${number(value)}`),
        make("text", { x: names - 10, y: y + 18, class: "name" }, fitting(whole, LETTERS, names - 14)),
        make("rect", { x: names, y: y + 4, width: Math.max(1, long), height: LINE - 9, rx: 3, class: "bar" }),
        make("text", { x: names + long + 8, y: y + 18, class: "value" }, number(value)),
      ),
    );
  });
  return svg;
}
