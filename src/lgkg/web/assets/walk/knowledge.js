// What is known of the people and events that are shown: brought into `data` where the parts of the picture look for it.
// Arrays of `data` are changed, never replaced: the parts hold them.
"use strict";
const WHOLE = ["people", "edges", "events", "passages", "articles", "kinds"];

const knowledgeOf = (data, ask) => {
  const { people, edges, events, passages, articles } = data;

  // Others are shown: the record of a walk.
  function receive(record) {
    const fresh = readable(record);
    for (const name of WHOLE) {
      data[name].length = 0;
      for (const one of fresh[name]) data[name].push(one);
    }
    data.total = fresh.total;
    gather();
  }

  // Who was at which event is told by the edges; by people, if they have none.
  function gather() {
    const own = people.map((person) => new Set(person.events));
    for (const { a, b, events: shared } of edges) for (const e of shared) [a, b].forEach((i) => own[i].add(e));
    people.forEach((person, i) => { person.events = [...own[i]].sort((one, other) => one - other); });
    for (const event of events) Object.assign(event, { present: [], sources: [], told: false });
  }

  // Puts the passages of a record behind those that are there; gives where one of its passages is now.
  function quoted(record) {
    const [first, article] = [passages.length, articles.length];
    for (const one of record.articles) articles.push(one);
    for (const [source, said] of record.passages) passages.push([source + article, said]);
    return (index) => index + first;
  }

  // Asks for what is known of a person; the promise says whether it still matters.
  async function know(i) {
    const person = people[i];
    const record = await ask(`/network/person/${person.id}`);
    if (!record || people[i] !== person) return false;
    const [fresh, place] = [readable(record), quoted(record)];
    const number = new Map(events.map((event, at) => [event.id, at]));
    for (const event of fresh.events) if (!number.has(event.id)) {
      number.set(event.id, events.length);
      events.push({ ...event, present: [], sources: [], told: false });
    }
    person.offices = fresh.people[0].offices.map((office) => ({ ...office, source: place(office.source) }));
    person.events = fresh.events.map((event) => number.get(event.id));
    person.table = record.table;
    person.known = true;
    return true;
  }

  // Events are asked for together: those that are wanted in one go.
  let wanted = new Set();
  let answer = null;
  function tell(event) {
    if (event.told) return null;
    wanted.add(event);
    answer = answer || Promise.resolve().then(fetchWanted);
    return answer;
  }

  async function fetchWanted() {
    const asked = [...wanted];
    [wanted, answer] = [new Set(), null];
    const record = await ask(`/network/events?ids=${asked.map(({ id }) => encodeURIComponent(id)).join("+")}`);
    if (!record) return;
    const [fresh, place] = [readable(record), quoted(record)];
    const number = new Map(people.map((person, i) => [person.id, i]));
    const known = new Map(fresh.events.map((event) => [event.id, event]));
    for (const event of asked) if (known.has(event.id)) {
      const { sources, present } = known.get(event.id);
      event.sources = sources.map(place);
      event.present = present.map(([who, roles, where]) => [number.get(fresh.people[who].id), roles, where.map(place)]);
      event.told = true;
    }
  }

  return { receive, know, tell };
};
