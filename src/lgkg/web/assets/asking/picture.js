// Draws a placed network as SVG that can be moved, made larger, and walked by keyboard.
import { moving } from "./moving.js";
import { fitting, make, number, width } from "./told.js";

const EDGE = 60,
  LETTERS = 13,
  LONGEST = 220,
  WIDEST_PHONE = 600;

/** The drawing of nodes (`x`, `y`, `name`, `address`, `degree`) and links (`from`, `to`, `weight`), for so much room. */
export function picture({ nodes, links }, about, room) {
  const size = room < WIDEST_PHONE ? { width: 600, height: 640 } : { width: 1000, height: 640 };
  const at = fitted(nodes, size),
    lines = drawn(links, nodes, at);
  const marks = nodes.map((node, index) => mark(node, at[index]));
  const names = nodes.map((node) => make("text", {}, fitting(node.name, LETTERS, LONGEST)));
  const layers = [
    ["lines", lines],
    ["marks", marks],
    ["names", names],
  ].map(([name, parts]) => make("g", { class: name }, ...parts));
  layers[2].setAttribute("aria-hidden", "true");
  const scene = make("g", {}, ...layers),
    viewBox = `0 0 ${size.width} ${size.height}`;
  const svg = make("svg", { viewBox, class: "network", role: "group", "aria-label": about }, scene);
  marks.forEach((element, index) => light(element, index, links, [lines, marks, names], svg));
  const unit = size.width / room; // of the drawing, for a pixel
  name(nodes, at, names, unit);
  return make(
    "div",
    {},
    moving(svg, scene, (scale) => name(nodes, at, names, unit / scale)),
    svg,
  );
}

function fitted(nodes, { width, height }) {
  const range = (axis) => [Math.min(...nodes.map((node) => node[axis])), Math.max(...nodes.map((node) => node[axis]))];
  const [[left, right], [top, bottom]] = [range("x"), range("y")];
  const scale = Math.min((width - 2 * EDGE) / (right - left || 1), (height - 2 * EDGE) / (bottom - top || 1), 120);
  return nodes.map((node) => ({
    x: width / 2 + (node.x - (left + right) / 2) * scale,
    y: height / 2 + (node.y - (top + bottom) / 2) * scale,
  }));
}

function drawn(links, nodes, at) {
  const most = Math.max(1, ...links.map((link) => link.weight));
  return links.map(({ from, to, weight }) => {
    const thick = 0.8 + 4 * Math.sqrt(Math.max(0, weight) / most);
    const told = make("title", {}, `${nodes[from].name} – ${nodes[to].name}: ${number(weight)}`);
    return make("line", { x1: at[from].x, y1: at[from].y, x2: at[to].x, y2: at[to].y, "stroke-width": thick }, told);
  });
}

const size = (node) => 4 + 1.5 * Math.sqrt(node.degree);

function mark(node, { x, y }) {
  const drawn = [make("title", {}, node.name), make("circle", { r: size(node) })];
  const group = make("g", { class: "mark", transform: `translate(${x} ${y})` }, ...drawn);
  if (node.address === null) {
    group.setAttribute("tabindex", "0");
    group.setAttribute("role", "img");
    group.setAttribute("aria-label", node.name);
    return group;
  }
  const link = document.createElementNS("http://www.w3.org/2000/svg", "a");
  link.setAttribute("href", node.address);
  link.setAttribute("aria-label", node.name);
  link.append(group);
  return link;
}

/** Shows a node's neighbours while the pointer or the focus is on it. */
function light(element, index, links, [lines, marks, names], svg) {
  const near = links.map((link) => (link.from === index ? link.to : link.to === index ? link.from : -1));
  const set = (on) => {
    svg.classList.toggle("dimmed", on);
    const lit = near.flatMap((other, line) => (other < 0 ? [] : [lines[line], marks[other], names[other]]));
    for (const part of [element, names[index], ...lit]) part.classList.toggle("lit", on);
  };
  for (const event of ["pointerenter", "focus"]) element.addEventListener(event, () => set(true));
  for (const event of ["pointerleave", "blur"]) element.addEventListener(event, () => set(false));
}

/** Shows the names that have room, those of the best connected first, as large as letters are wherever `unit` leads. */
function name(nodes, at, names, unit) {
  const taken = [];
  nodes.forEach((node, index) => {
    const label = names[index],
      half = (width(label.textContent, LETTERS) * unit) / 2,
      x = at[index].x;
    const y = at[index].y - size(node) - 5 * unit;
    const box = [x - half, y - LETTERS * 1.4 * unit, x + half, y + 4 * unit];
    const free = taken.every(
      (other) => box[0] > other[2] || box[2] < other[0] || box[1] > other[3] || box[3] < other[1],
    );
    if (free) taken.push(box);
    label.classList.toggle("hushed", !free);
    for (const [key, value] of Object.entries({ x, y, "font-size": LETTERS * unit })) label.setAttribute(key, value);
  });
}
