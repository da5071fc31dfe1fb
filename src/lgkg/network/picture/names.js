// Writes the names of people on the picture: of one size at every zoom, and none over another.
"use strict";
const nameWriter = (face) => {
  const LINE = 1.35; // height of a line of Thai, with the marks above and below
  const widths = new Map();

  function width(context, name) {
    if (!widths.has(name)) {
      context.font = `100px ${face}`;
      widths.set(name, context.measureText(name).width / 100);
    }
    return widths.get(name);
  }

  const apart = (a) => (b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

  // Where a name may stand in the view: below the dot, above, right or left of it.
  function places(dot, half, high, view) {
    const [x, y] = [(dot.left + dot.right) / 2, (dot.top + dot.bottom) / 2];
    const within = Math.max(view.left + half, Math.min(view.right - half, x));
    const beside = [dot.right + half, dot.left - half].map((middle) => [middle, y - high / 2]);
    return [[within, dot.bottom], [within, dot.top - high], ...beside]
      .map(([middle, top]) => ({ left: middle - half, right: middle + half, top, bottom: top + high }))
      .filter((box) => box.left >= view.left && box.right <= view.right);
  }

  function write(context, name, { left, right, top, bottom }, size, ink, paper) {
    const at = [name, (left + right) / 2, (top + bottom) / 2];
    Object.assign(context, { font: `${size}px ${face}`, strokeStyle: paper, lineWidth: size / 3, fillStyle: ink });
    context.strokeText(...at);
    context.fillText(...at);
  }

  // People are { id, name, size, dot }, who comes first being written first: `size` in pixels, `dot` and view as
  // { left, right, top, bottom }, and what is covered of the view as such boxes. A name goes where it covers nobody, or
  // else nobody who comes before; if there is no such place, it is not written. Returns the boxes of those written.
  return (context, people, view, ink, paper) => {
    const dots = people.map(({ dot }) => dot);
    const taken = [...view.covered];
    const written = [];
    Object.assign(context, { textAlign: "center", textBaseline: "middle", lineJoin: "round", direction: "ltr" });
    for (const { id, name, size, dot } of people) {
      const half = (width(context, name) * size) / 2;
      const free = places(dot, half, size * LINE, view).filter((box) => taken.every(apart(box)));
      const box = free.find((place) => dots.every(apart(place))) || free[0];
      taken.push(dot);
      if (!box) continue;
      taken.push(box);
      written.push({ id, ...box });
      write(context, name, box, size, ink, paper);
    }
    return written;
  };
};
