// The filters: the fewest events together, province, kind of event, and two ends of a time.
"use strict";
const filtersOf = (data, say, changed) => {
  const { people, events, edges } = data;
  const { word, number, name, month, language } = say;
  const CHOICES = ["least", "province", "event"];
  const [start, end] = [byId("since"), byId("until")];
  let months = [];

  function monthsOf(all) {
    const days = all.map(({ day }) => day).filter(Boolean).sort();
    if (!days.length) return [];
    const count = (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
    const [first, last] = [count(days[0]), count(days[days.length - 1])];
    return Array.from({ length: last - first + 1 }, (_, i) =>
      `${String(Math.floor((first + i) / 12)).padStart(4, "0")}-${String((first + i) % 12 + 1).padStart(2, "0")}`);
  }

  const passing = () => {
    const [province, kind] = [byId("province").value, byId("event").value];
    const [since, until] = [months[start.value], months[end.value]];
    const whole = !months.length || (since === months[0] && until === months[months.length - 1]);
    return events.map((event) => (whole || (event.day && since <= event.day.slice(0, 7) && event.day.slice(0, 7) <= until))
      && (!province || event.province?.th === province) && (!kind || event.kind?.th === kind));
  };

  // Which events pass, how many of them each line has (0: it is not drawn), and who is drawn: those who are joined to
  // somebody, and, unless several events are asked for, those who took part in one alone.
  function sift(shown) {
    const pass = passing(), least = Number(byId("least").value);
    const weights = edges.map(({ a, b, events: shared }) => {
      const n = shared.reduce((sum, e) => sum + (pass[e] ? 1 : 0), 0);
      return n >= least && shown(a) && shown(b) ? n : 0;
    });
    const alone = (i) => least === 1 && people[i].events.some((e) => pass[e]);
    const kept = [...people.keys()].filter((i) => shown(i) && (people[i].edges.some((e) => weights[e]) || alone(i)));
    return { passing: pass, weights, kept: new Set(kept) };
  }

  function options(id, choices) {
    const before = byId(id).value;
    byId(id).replaceChildren(...choices.map(([value, label]) => make("option", { value }, label)));
    byId(id).value = before;
    if (byId(id).selectedIndex < 0) byId(id).selectedIndex = 0;
  }

  function named(part) {
    const found = new Map(events.filter((event) => event[part]).map((event) => [event[part].th, name(event[part])]));
    return [["", word("any")], ...[...found].sort((a, b) => a[1].localeCompare(b[1], language()))];
  }

  // The time says itself, and its ends do not pass each other.
  function tell() {
    const [since, until] = [months[start.value], months[end.value]];
    byId("time").textContent = months.length ? `${month(since)} – ${month(until)}` : word("undated");
    for (const slider of [start, end]) slider.setAttribute("aria-valuetext", months.length ? month(months[slider.value]) : "");
    const share = (slider) => `${(100 * slider.value) / Math.max(1, months.length - 1)}%`;
    byId("slider").style.setProperty("--from", share(start));
    byId("slider").style.setProperty("--to", share(end));
  }

  function slide(moved) {
    if (Number(start.value) > Number(end.value)) moved.value = (moved === start ? end : start).value;
    start.classList.toggle("above", Number(start.value) > months.length / 2);
    tell();
    later();
  }

  let waiting = 0;
  function later() { // not at each pixel that a slider passes
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(changed);
  }

  function reset() {
    for (const id of CHOICES) byId(id).selectedIndex = 0;
    [start.value, end.value] = [0, Math.max(0, months.length - 1)];
    tell();
    changed();
  }

  // Writes the filters in the language of the page; what is set stays.
  function fill() {
    const most = edges.reduce((found, edge) => Math.max(found, edge.events.length), 1);
    const steps = [1, 2, 3, 5, 10, 20, 50, 100].filter((n) => n <= most);
    options("least", steps.map((n) => [n, word("times", { n: number(n) })]));
    options("province", named("province"));
    options("event", named("kind"));
    tell();
  }

  // Other events are shown from now on: the time that was chosen stays, the whole of it stays the whole.
  function load() {
    const { since, until } = values();
    months = monthsOf(events);
    for (const slider of [start, end]) {
      slider.max = Math.max(0, months.length - 1);
      slider.disabled = months.length < 2;
    }
    between(since, until);
  }

  function between(since, until) {
    const last = Math.max(0, months.length - 1);
    const after = months.findIndex((month) => month > until);
    start.value = since ? Math.max(0, months.findIndex((month) => month >= since)) : 0;
    end.value = until && after >= 0 ? Math.max(Number(start.value), after - 1) : last;
  }

  // What is set, by the name of the filter; nothing where all passes.
  function values() {
    const [since, until] = [Number(start.value), Number(end.value)];
    const chosen = { since: since > 0 && months[since], until: until < months.length - 1 && months[until] };
    for (const id of CHOICES) if (byId(id).selectedIndex > 0) chosen[id] = byId(id).value;
    return Object.fromEntries(Object.entries(chosen).filter(([, value]) => value));
  }

  function set({ since, until, ...chosen }) {
    between(since, until);
    for (const id of CHOICES) byId(id).value = chosen[id] ?? byId(id).options[0]?.value;
    tell();
  }

  for (const slider of [start, end]) slider.addEventListener("input", () => slide(slider));
  load();
  for (const id of CHOICES) byId(id).addEventListener("change", changed);
  byId("reset").addEventListener("click", reset);
  return { sift, fill, load, values, set };
};
