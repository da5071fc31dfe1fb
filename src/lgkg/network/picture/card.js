// The card: what there is to say of a person, of a line, or of the whole. `tools` gives what more there is to do with a
// person: elements below the name. `tell` gives null of an event whose passages are there, or else the promise of them.
"use strict";
const cardOf = (data, state, say, choose, { tools = () => [], tell = () => null } = {}) => {
  const { people, events, edges, passages, articles } = data;
  const { word, number, name, date, period } = say;
  const listed = (title, rows) => section(title, rows, (left) => word("more", { n: number(left) }));
  const counted = (title, rows) => listed(`${title} (${number(rows.length)})`, rows);

  // --- passages --------------------------------------------------------------------------------------------------
  function quote(index) {
    const [article, passage] = passages[index];
    const [id, url] = articles[article];
    const title = `${word("article")} ${id}`;
    const cite = url ? make("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, `${title} ↗`) : title;
    return make("blockquote", null, text(passage), make("footer", { class: "text" }, cite));
  }

  function quotes(indexes) {
    const found = [...new Set(indexes)];
    const within = (a, b) => a !== b && passages[a][0] === passages[b][0] && passages[b][1].includes(passages[a][1]);
    return found.filter((a) => !found.some((b) => within(a, b))).map(quote);
  }

  function eventLines(event) {
    const facts = [date(event.day), event.kind && name(event.kind), event.province && name(event.province)].filter(Boolean);
    return [text(event.title), soft(facts.join(" · "))];
  }

  function roles([, done], who) {
    const said = done.map((role) => word(role)).join(", ");
    return soft(who ? `${who}${said ? ": " + said : ""}` : said);
  }

  // --- cards -----------------------------------------------------------------------------------------------------
  const passed = (indexes) => indexes.filter((e) => state.passing[e]).map((e) => events[e]);
  const heaviest = (indexes) => indexes.filter((i) => state.weights[i]).sort((i, j) => state.weights[j] - state.weights[i] || i - j);
  const times = (i) => word("times", { n: number(state.weights[i]) });

  function officeRow(office) {
    const status = [office.acting && word("acting"), office.former && word("former")].filter(Boolean).join(" · ");
    const seen = `${period(office.days)} · ${word("times", { n: number(office.seen) })}`;
    return make("div", null, opening([text(office.label)], () => [quote(office.source)]), soft(status ? `${status} · ${seen}` : seen));
  }

  // How the person stands in the whole network, whoever of it is shown.
  function standing({ standing: measured }) {
    if (!measured) return [];
    const [degree, core, rank, between] = measured.map(number);
    return [soft(word("standing", { degree, core, rank, between, total: number(data.total) }))];
  }

  function personCard(index) {
    const person = people[index];
    const partners = heaviest(person.edges).map((i) => () =>
      row(people[edges[i].a === index ? edges[i].b : edges[i].a].name, times(i), () => choose({ edge: i })));
    const happened = passed(person.events).reverse().map((event) => () => {
      const told = () => {
        const own = event.present.find(([who]) => who === index);
        return [roles(own), ...quotes([...own[2], ...event.sources])];
      };
      return opening(eventLines(event), () => tell(event)?.then(told) ?? told());
    });
    const { kind, community } = state.groupings;
    const badge = (group) => [dot(group.colour(group.of(index))), text(group.label(group.of(index)))];
    return [
      heading(person.name),
      make("p", { class: "kind" }, ...badge(kind), person.province ? make("span", { class: "soft text" }, name(person.province)) : null),
      ...(state.groups === community ? [make("p", { class: "kind" }, ...badge(community))] : []),
      ...tools(index),
      ...standing(person),
      ...listed(word("offices"), person.offices.map((office) => () => officeRow(office))),
      ...counted(word("partners"), partners),
      ...counted(word("events"), happened),
    ];
  }

  function edgeCard(index) {
    const { a, b, events: shared } = edges[index];
    const met = passed(shared).reverse();
    const rows = met.map((event) => () => {
      const line = make("div", null, ...eventLines(event));
      const told = () => {
        const two = event.present.filter(([who]) => who === a || who === b);
        line.append(...two.map((one) => roles(one, people[one[0]].name)), ...quotes([...two.flatMap((one) => one[2]), ...event.sources]));
      };
      tell(event)?.then(told) ?? told();
      return line;
    });
    const who = (i) => make("button", { class: "plain", type: "button", onclick: () => choose({ person: i }) }, text(people[i].name));
    const together = met.length === 1 ? word("once") : word("together", { n: number(met.length) });
    return [
      heading(who(a), make("br"), who(b)),
      soft(`${together} · ${period(met.map((event) => event.day).reverse())}`),
      ...listed(word("events"), rows),
    ];
  }

  function homeCard() {
    const pairs = heaviest([...edges.keys()]).slice(0, 10).map((i) => () =>
      row(`${people[edges[i].a].name} – ${people[edges[i].b].name}`, times(i), () => choose({ edge: i })));
    const everyone = [...state.kept].map((i) => () =>
      row(people[i].name, number(passed(people[i].events).length), () => choose({ person: i })));
    const capped = data.total > people.length
      ? [make("p", { class: "note" }, word("capped", { shown: number(people.length), total: number(data.total) }))]
      : [];
    return [
      make("p", null, word("about")), soft(word("hint")), ...capped,
      ...listed(word("pairs"), pairs), ...listed(word("people"), everyone),
    ];
  }

  function heading(...children) {
    const close = make("button", { type: "button", onclick: () => choose(null) }, word("close"));
    return make("div", { class: "head" }, make("h2", { tabindex: "-1", class: "text" }, ...children), close);
  }

  function show() {
    const { selected } = state;
    const parts = !selected ? homeCard() : "edge" in selected ? edgeCard(selected.edge) : personCard(selected.person);
    byId("card").replaceChildren(...parts);
    byId("card").scrollTop = 0;
  }

  return { show };
};
