// Moves the picture: shows all that is drawn, beside the legend or, on a narrow page, above it; again when the page changes
// its size, until somebody has moved the picture. Translates between the plane of the network and the screen.
"use strict";
// How much larger dots and lines are on the screen than their size: they grow with the zoom, but slower, so that dots are
// seen from afar and do not cover each other from near.
const growth = (scale) => Math.min(1.5, Math.max(0.25, Math.sqrt(scale)));
const radius = (size, scale) => size * growth(scale);

const cameraOf = (renderer, stage, points, narrow) => {
  const overlay = document.querySelector(".overlay");
  let moved = false;

  // points() are { x, y } of those who are drawn.
  function fit() {
    moved = false;
    const drawn = points();
    if (!drawn.length) return;
    const range = (axis) => drawn.reduce(([low, high], point) =>
      [Math.min(low, point[axis]), Math.max(high, point[axis])], [Infinity, -Infinity]);
    const [left, right] = range("x"), [top, bottom] = range("y");
    const [beside, below, margin] = narrow.matches ? [0, Math.min(overlay.offsetHeight, 90), 80] : [overlay.offsetWidth, 0, 130];
    const wide = stage.clientWidth - beside - margin, high = stage.clientHeight - below - 80;
    const scale = Math.min(1, wide / Math.max(1, right - left), high / Math.max(1, bottom - top));
    renderer.moveTo({ x: (left + right - beside / scale) / 2, y: (top + bottom + below / scale) / 2, scale });
  }

  // Where a point of the plane is in the stage, in pixels, and the way back.
  function toScreen({ x, y }, view = renderer.view()) {
    return { x: (x - view.x) * view.scale + stage.clientWidth / 2, y: (y - view.y) * view.scale + stage.clientHeight / 2 };
  }

  function move(view) {
    moved = true;
    renderer.moveTo({ ...renderer.view(), ...view });
  }

  const zoom = (factor) => move({ scale: renderer.view().scale * factor });
  const goTo = ({ x, y }) => move({ x, y, scale: Math.max(renderer.view().scale, 0.9) });

  // Arrows move the picture, + and - zoom, 0 shows the whole.
  stage.addEventListener("keydown", (event) => {
    const { x, y, scale } = renderer.view();
    const step = 60 / scale;
    const [right, down] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] || [0, 0];
    if (right || down) move({ x: x + right * step, y: y + down * step });
    else if (event.key === "+" || event.key === "=") zoom(1.4);
    else if (event.key === "-") zoom(1 / 1.4);
    else if (event.key === "0") fit();
    else return;
    event.preventDefault();
  });
  for (const kind of ["pointerdown", "wheel"]) stage.addEventListener(kind, () => { moved = true; }, { capture: true, passive: true });
  // Made after that of the renderer, which keeps the middle in the middle and draws at once, so comes after it and draws too.
  new ResizeObserver(() => {
    if (!moved) fit();
    renderer.redraw();
  }).observe(stage);

  return { fit, toScreen, zoom, goTo, view: renderer.view };
};
