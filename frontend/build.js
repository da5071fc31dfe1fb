// Bundles a file into one script, the licences of what is in it at its head. Takes the file, the script's format
// (`iife`: a script with one global, named like the file; `esm`: a module) and where to write it.
import { build } from "esbuild";
import { readFileSync, readdirSync } from "node:fs";

const licence = (name) => {
  const folder = `node_modules/${name}`;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const { version } = JSON.parse(readFileSync(`${folder}/package.json`, "utf-8"));
  return `${name} ${version}\n\n${readFileSync(`${folder}/${file}`, "utf-8").trim()}`;
};
const [, , entry, format, outfile] = process.argv;
const bundle = (options) => build({
  entryPoints: [entry], bundle: true, minify: true, format, target: "es2020", legalComments: "none", charset: "ascii",
  globalName: format === "iife" ? entry.replace(".js", "") : undefined, ...options,
});

const { metafile } = await bundle({ metafile: true, write: false, outfile: "x.js" });
const inside = /^node_modules\/((?:@[^/]+\/)?[^/]+)/;
const names = new Set(Object.keys(metafile.inputs).map((path) => inside.exec(path)?.[1]));
const licences = [...names].filter(Boolean).sort().map(licence).join("\n\n---\n\n").replaceAll("*/", "* /");
await bundle({ outfile, banner: { js: `/*\n${licences}\n*/` } });
