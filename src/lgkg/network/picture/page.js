// The page of one file: a picture of the records in #data, with a search among them and a switch of languages.
"use strict";
const start = async () => {
  const data = readable(await unpacked(byId("data").textContent));
  const say = speaker(data.words, data.language);
  const picture = pictureOf(data, say);

  function speak() {
    document.documentElement.lang = say.language();
    document.title = say.word("title");
    byId("language").textContent = say.other() === "en" ? "English" : "ไทย";
    byId("language").lang = say.other();
  }

  searcher(finder(data.people), say.word, ({ i }) => picture.find(i));
  byId("language").addEventListener("click", () => { say.change(); speak(); picture.speak(); });
  speak();
  picture.begin();
};

if ("DecompressionStream" in window) start();
else byId("old").hidden = false;
