// Draws on a canvas with vis-network, for up to a thousand people. vis-network moves the view and draws the dots; lines
// are stroked here, all of one look at once: as items of vis-network, twelve thousand take 1.6 seconds to change colour.
//
// A renderer draws people and lines and moves the view; it knows nothing else of the page. It is made with the element to
// draw in, people { x, y, size }, lines { a, b }, and what to call when it has drawn. It can
//   draw(dots, lines): dots are null or { fill, rim }, lines null or { colour, opacity, width }, alike ones the same object;
//   view(): the middle of the element as x and y, and its scale, pixels of the screen to one of the plane; moveTo(view);
//   redraw(): at once.
"use strict";
const rendererOf = (stage, people, lines, drawn) => {
  const MOVING = 3000; // lines that are still drawn while the view moves
  let dots = [];
  let batches = [];
  let moving = false;

  const shape = ({ ctx, id, x, y }) => ({
    drawNode() {
      if (!dots[id]) return;
      const scale = network.getScale();
      ctx.beginPath();
      ctx.arc(x, y, radius(people[id].size, scale) / scale, 0, 2 * Math.PI);
      Object.assign(ctx, { fillStyle: dots[id].fill, strokeStyle: dots[id].rim, lineWidth: 1 / scale });
      ctx.fill();
      ctx.stroke();
    },
    nodeDimensions: { width: 20, height: 20 },
  });
  const nodes = people.map(({ x, y }, id) => ({ id, x, y, shape: "custom", ctxRenderer: shape }));
  const network = new vis.Network(stage, { nodes, edges: [] }, {
    physics: { enabled: false }, layout: { improvedLayout: false },
    interaction: { dragNodes: false, selectable: false, hover: false },
  });

  network.on("beforeDrawing", (context) => {
    if (moving && lines.length > MOVING) return;
    const scale = network.getScale();
    for (const { colour, opacity, width, members } of batches) {
      Object.assign(context, { strokeStyle: colour, globalAlpha: opacity, lineWidth: (width * growth(scale)) / scale });
      context.beginPath();
      for (const { a, b } of members) {
        context.moveTo(people[a].x, people[a].y);
        context.lineTo(people[b].x, people[b].y);
      }
      context.stroke();
    }
    context.globalAlpha = 1;
  });
  network.on("afterDrawing", drawn);
  network.on("dragStart", () => { moving = true; });
  network.on("dragEnd", () => { moving = false; network.redraw(); });

  // Lines of one look together, those that stand out last.
  function batch(looks) {
    const found = new Map();
    looks.forEach((look, i) => {
      if (look && !found.has(look)) found.set(look, []);
      if (look) found.get(look).push(lines[i]);
    });
    return [...found].map(([look, members]) => ({ ...look, members })).sort((one, other) => one.opacity - other.opacity);
  }

  return {
    draw(newDots, looks) {
      dots = newDots;
      batches = batch(looks);
      network.redraw();
    },
    view: () => ({ ...network.getViewPosition(), scale: network.getScale() }),
    moveTo: ({ x, y, scale }) => network.moveTo({ position: { x, y }, scale }),
    redraw: () => network.redraw(),
  };
};
