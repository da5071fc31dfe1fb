// Unpacks records, and puts things where records refer to them by number.
"use strict";
const unpacked = async (text) => {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).json();
};

// people { name, label, x, y, kind, community, province, offices, events, edges }, events { title, day, kind, province,
// sources, present }, edges { a, b, events }, passages [article, text], articles [name, address]; names are { th, en }.
const readable = (data) => {
  const pair = ([th, en]) => ({ th, en });
  const names = data.names.map(pair);
  const named = (number) => (number === null ? null : names[number]);
  const edges = data.edges.map(([a, b, events]) => ({ a, b, events }));
  const people = data.people.map((person) => ({
    ...person, x: person.place[0], y: person.place[1], province: named(person.province), edges: [],
    offices: person.offices.map((office) => ({ ...office, label: data.offices[office.office] })),
  }));
  edges.forEach(({ a, b }, i) => { people[a].edges.push(i); people[b].edges.push(i); });
  const events = data.events.map((event) => ({ ...event, kind: named(event.kind), province: named(event.province) }));
  return { ...data, people, edges, events, kinds: data.kinds.map(pair) };
};
