// A drawing that can be moved and made larger.
import { make, word } from "./told.js";

const LARGEST = 8,
  SMALLEST = 0.5,
  STEP = 1.4;

/** Buttons that make the scene of an SVG larger and smaller; the pointer moves it. `changed` gets the new scale. */
export function moving(svg, scene, changed) {
  const view = { x: 0, y: 0, scale: 1 },
    { width, height } = svg.viewBox.baseVal;
  const apply = () => scene.setAttribute("transform", `translate(${view.x} ${view.y}) scale(${view.scale})`);
  const zoom = (factor) => {
    const scale = Math.min(LARGEST, Math.max(SMALLEST, view.scale * factor)),
      grown = scale / view.scale;
    view.x = width / 2 - (width / 2 - view.x) * grown;
    view.y = height / 2 - (height / 2 - view.y) * grown;
    view.scale = scale;
    apply();
    changed(scale);
  };
  drag(svg, (x, y) => {
    view.x += x;
    view.y += y;
    apply();
  });
  const button = (sign, factor, label) =>
    make("button", { type: "button", onclick: () => zoom(factor), "aria-label": label }, sign);
  return make("div", { class: "zoom" }, button("+", STEP, word("larger")), button("−", 1 / STEP, word("smaller")));
}

/** Tells how far the pointer moves the drawing, in its units; what was moved was not clicked. */
function drag(svg, move) {
  let last = null,
    moved = 0;
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("pointerdown", (event) => {
    last = event;
    moved = 0;
  });
  svg.addEventListener("pointermove", (event) => {
    if (!last || !event.buttons) return;
    const unit = svg.viewBox.baseVal.width / svg.clientWidth,
      x = event.clientX - last.clientX,
      y = event.clientY - last.clientY;
    moved += Math.abs(x) + Math.abs(y);
    last = event;
    move(x * unit, y * unit);
  });
  for (const event of ["pointerup", "pointerleave"])
    svg.addEventListener(event, () => {
      last = null;
    });
  svg.addEventListener(
    "click",
    (event) => {
      if (moved > 5) event.preventDefault();
    },
    true,
  );
}
