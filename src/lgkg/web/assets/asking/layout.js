// Places the nodes of a small network by forces: linked ones attract each other, all repel each other, the more the
// better connected they are, so that hubs stand apart: M. Jacomy et al., ForceAtlas2, 2014,
// doi:10.1371/journal.pone.0098679.
// They lie in an area that is wider than high. The same network lies the same way always.

const ROUNDS = 400,
  GRAVITY = 0.3,
  WIDE = 1.25,
  GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** Gives each node (`degree`) an `x` and a `y`; links name their ends by index (`from`, `to`). */
export function place(nodes, links) {
  nodes.forEach((node, at) => {
    node.x = 4 * Math.sqrt(at + 0.5) * Math.cos(at * GOLDEN);
    node.y = 4 * Math.sqrt(at + 0.5) * Math.sin(at * GOLDEN);
  });
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const node of nodes) {
      node.dx = (-node.x / WIDE) * GRAVITY * (node.degree + 1);
      node.dy = -node.y * WIDE * GRAVITY * (node.degree + 1);
    }
    repel(nodes);
    attract(nodes, links);
    move(nodes, 3 * (1 - round / ROUNDS) + 0.05);
  }
}

function repel(nodes) {
  for (let a = 0; a < nodes.length; a += 1) {
    for (let b = a + 1; b < nodes.length; b += 1) {
      const one = nodes[a],
        other = nodes[b],
        x = one.x - other.x,
        y = one.y - other.y;
      const push = (8 * (one.degree + 1) * (other.degree + 1)) / Math.max(x * x + y * y, 0.1);
      one.dx += x * push;
      one.dy += y * push;
      other.dx -= x * push;
      other.dy -= y * push;
    }
  }
}

function attract(nodes, links) {
  for (const { from, to } of links) {
    const one = nodes[from],
      other = nodes[to],
      x = one.x - other.x,
      y = one.y - other.y;
    one.dx -= x;
    one.dy -= y;
    other.dx += x;
    other.dy += y;
  }
}

function move(nodes, most) {
  for (const node of nodes) {
    const far = Math.hypot(node.dx, node.dy) || 1,
      step = Math.min(far / (node.degree + 1), most);
    node.x += (node.dx / far) * step;
    node.y += (node.dy / far) * step;
  }
}
