// Draws on a canvas with vis-network, for up to a thousand people. vis-network moves the view; dots and lines are drawn
// here, lines of one look all at once: as items of vis-network, twelve thousand take 1.6 seconds to change colour.
//
// A renderer draws people and lines and moves the view; it knows nothing else of the page. It is made with the element to
// draw in, people { x, y, size }, lines { a, b }, and what to call when it has drawn. It can
//   load(people, lines): others from now on, nobody drawn yet, the view as it was;
//   draw(dots, lines): dots are null or { fill, rim }, lines null or { colour, opacity, width }, alike ones the same object;
//   view(): the middle of the element as x and y, and its scale, pixels of the screen to one of the plane; moveTo(view);
//   redraw(): at once.
"use strict";
const rendererOf = (stage, people, lines, drawn) => {
  const MOVING = 3000; // lines that are still drawn while the view moves
  const ROUND = 2 * Math.PI;
  let dots = [];
  let batches = [];
  let moving = false;

  const network = new vis.Network(stage, { nodes: [], edges: [] }, {
    physics: { enabled: false }, layout: { improvedLayout: false },
    interaction: { dragNodes: false, selectable: false, hover: false },
  });

  network.on("beforeDrawing", (context) => {
    const scale = network.getScale();
    if (!moving || lines.length <= MOVING) strokeLines(context, scale);
    fillDots(context, scale);
  });

  function strokeLines(context, scale) {
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
  }

  function fillDots(context, scale) {
    context.lineWidth = 1 / scale;
    dots.forEach((dot, i) => {
      if (!dot) return;
      context.beginPath();
      context.arc(people[i].x, people[i].y, radius(people[i].size, scale) / scale, 0, ROUND);
      Object.assign(context, { fillStyle: dot.fill, strokeStyle: dot.rim });
      context.fill();
      context.stroke();
    });
  }

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
    load(newPeople, newLines) {
      [people, lines, dots, batches] = [newPeople, newLines, [], []];
    },
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
