// The theme of the system, until the button says another; paper is light.
"use strict";
const dark = matchMedia("(prefers-color-scheme: dark)");
const wear = (theme) => { document.documentElement.dataset.theme = theme; };
wear(dark.matches ? "dark" : "light");

const themed = (button, changed) => {
  let said = null;
  const wanted = () => said || (dark.matches ? "dark" : "light");
  const dress = (theme) => { wear(theme); changed(); };
  dark.addEventListener("change", () => dress(wanted()));
  button.addEventListener("click", () => { said = wanted() === "dark" ? "light" : "dark"; dress(said); });
  addEventListener("beforeprint", () => dress("light"));
  addEventListener("afterprint", () => dress(wanted()));
};
