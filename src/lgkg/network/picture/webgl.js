// Draws with WebGL, by sigma.js, for more than a thousand people; see canvas.js for what a renderer can.
"use strict";
const rendererOf = (stage, people, lines, drawn) => {
  const { Graph, Sigma, EdgeLineProgram, EdgeRectangleProgram } = webgl;
  let dots = [];
  let looks = [];
  let sigma = null;

  // Sigma draws everybody twice and reads pixels back at each move of the pointer, to know who is below it; the page knows.
  class Drawing extends Sigma {
    createWebGLContext(id, options) {
      return super.createWebGLContext(id, { ...options, picking: false });
    }

    getNodeAtPosition() {
      return undefined;
    }
  }

  const graph = new Graph({ type: "undirected" });
  function fill(newPeople, newLines) {
    [dots, looks] = [[], []];
    graph.clear();
    newPeople.forEach(({ x, y, size }, i) => graph.addNode(i, { x, y: -y, size }));
    newLines.forEach(({ a, b }, i) => graph.addEdgeWithKey(i, a, b));
  }
  fill(people, lines);
  sigma = new Drawing(graph, stage, {
    nodeReducer: (i, node) => (dots[i] ? { ...node, color: dots[i].fill } : { ...node, hidden: true }),
    edgeReducer: (i) => (looks[i] ? looks[i] : { hidden: true }),
    edgeProgramClasses: { line: EdgeLineProgram, rectangle: EdgeRectangleProgram },
    zoomToSizeRatioFunction: (ratio) => (sigma ? 1 / growth(whole() / ratio) : 1), // it draws once while it is made
    renderLabels: false, defaultDrawNodeHover: () => {}, hideEdgesOnMove: lines.length > 3000, zIndex: true,
    stagePadding: 0, doubleClickZoomingRatio: 1, minEdgeThickness: 0.5,
  });
  const camera = sigma.getCamera();
  sigma.on("afterRender", drawn);

  // Shaders want colours multiplied by their opacity. Hairlines are cheap; what stands out has its width.
  function look({ colour, opacity, width }) {
    const [red, green, blue] = [1, 3, 5].map((start) => Math.round(parseInt(colour.slice(start, start + 2), 16) * opacity));
    const out = opacity > 0.8;
    return { color: `rgba(${red},${green},${blue},${opacity})`, size: width, type: out ? "rectangle" : "line", zIndex: out ? 1 : 0 };
  }

  // Sigma's camera moves over a square of its own. What leads there and back is asked for with a view that does not change:
  // that of the screen is known only when it is drawn.
  const WHOLE = { cameraState: { x: 0.5, y: 0.5, ratio: 1, angle: 0 } };
  const toSquare = ({ x, y }) => sigma.viewportToFramedGraph(sigma.graphToViewport({ x, y: -y }, WHOLE), WHOLE);
  const toPlane = (point) => sigma.viewportToGraph(sigma.framedGraphToViewport(point, WHOLE), WHOLE);
  const whole = () => (sigma.graphToViewport({ x: 1000, y: 0 }, WHOLE).x - sigma.graphToViewport({ x: 0, y: 0 }, WHOLE).x) / 1000;

  function view() {
    const { x, y } = toPlane(camera.getState());
    return { x, y: -y, scale: whole() / camera.getState().ratio };
  }

  function moveTo({ x, y, scale }) {
    camera.setState({ ...toSquare({ x, y }), ratio: whole() / scale });
  }

  return {
    load(newPeople, newLines) { // whose square is another
      const before = view();
      fill(newPeople, newLines);
      sigma.setSetting("hideEdgesOnMove", newLines.length > 3000);
      sigma.refresh();
      moveTo(before);
    },
    draw(newDots, newLooks) {
      const known = new Map();
      looks = newLooks.map((one) => {
        if (one && !known.has(one)) known.set(one, look(one));
        return one && known.get(one);
      });
      dots = newDots;
      sigma.refresh();
    },
    view,
    moveTo,
    redraw() {
      sigma.resize();
      sigma.scheduleRender();
    },
  };
};
