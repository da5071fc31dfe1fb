// Says things in the language chosen, and writes dates and numbers as it does.
"use strict";
const speaker = (words, first) => {
  let language = first;
  const word = (key, values = {}) => words[key][language].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const number = (n) => n.toLocaleString("en");
  const name = (pair) => (language === "en" && pair.en) || pair.th;
  const date = (day) => {
    if (!day) return word("undated");
    const locale = language === "th" ? "th-TH-u-ca-buddhist-nu-latn" : "en-GB";
    const parts = { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" };
    return new Intl.DateTimeFormat(locale, parts).format(new Date(`${day}T00:00:00Z`));
  };
  const month = (yearAndMonth) => {
    const locale = language === "th" ? "th-TH-u-ca-buddhist-nu-latn" : "en-GB";
    const [year, number] = yearAndMonth.split("-");
    return new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "short", year: "numeric" }).format(Date.UTC(year, number - 1));
  };
  const period = (days) => {
    const known = days.filter(Boolean);
    if (!known.length) return word("undated");
    const [first, last] = [known[0], known[known.length - 1]];
    return first === last ? date(first) : `${date(first)} – ${date(last)}`;
  };
  const other = () => (language === "th" ? "en" : "th");
  return { word, number, name, date, month, period, other, language: () => language, change: () => { language = other(); } };
};

// Writes the words that elements ask for.
const written = (word) => {
  const all = (selector) => document.querySelectorAll(selector);
  for (const element of all("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of all("[data-label]")) element.setAttribute("aria-label", word(element.dataset.label));
  for (const element of all("button[data-label]")) element.title = word(element.dataset.label);
  byId("search").placeholder = word("search");
};
