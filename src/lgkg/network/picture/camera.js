// Moves the picture: shows all that is drawn, beside the legend or, on a narrow page, above it; again when the page changes
// its size, until somebody has moved the picture.
"use strict";
const cameraOf = (network, places, narrow) => {
  const [stage, overlay] = [byId("picture"), document.querySelector(".overlay")];
  let moved = false;
  const move = () => { moved = true; };
  network.on("dragStart", move);
  network.on("zoom", move);

  // places() are the points { x, y } of those who are drawn.
  function fit() {
    moved = false;
    const range = (values) => [Math.min(...values), Math.max(...values)];
    const [left, right] = range(places().map(({ x }) => x)), [top, bottom] = range(places().map(({ y }) => y));
    if (left > right) return; // nobody is drawn
    const [beside, below, margin] = narrow.matches ? [0, Math.min(overlay.offsetHeight, 90), 80] : [overlay.offsetWidth, 0, 130];
    const wide = stage.clientWidth - beside - margin, high = stage.clientHeight - below - 80;
    const scale = Math.min(1, wide / Math.max(1, right - left), high / Math.max(1, bottom - top));
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, offset: { x: beside / 2, y: -below / 2 } });
  }

  // The part of the network that an element covers.
  function box(element) {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const origin = stage.getBoundingClientRect();
    const start = network.DOMtoCanvas({ x: left - origin.left, y: top - origin.top });
    const end = network.DOMtoCanvas({ x: right - origin.left, y: bottom - origin.top });
    return { left: start.x, right: end.x, top: start.y, bottom: end.y };
  }

  function zoom(factor) {
    move();
    network.moveTo({ scale: network.getScale() * factor });
  }

  function goTo(id) {
    move();
    network.focus(id, { scale: Math.max(network.getScale(), 0.9), animation: false });
  }

  // Made after that of vis-network, which keeps the middle in the middle and draws at once, so comes after it and draws too.
  new ResizeObserver(() => {
    if (moved) return;
    fit();
    network.redraw();
  }).observe(stage);

  return { fit, box, zoom, goTo };
};
