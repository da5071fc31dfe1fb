// Bundles webgl.js into one script, the licences of what is in it at its head. Takes where to write it.
import { build } from "esbuild";
import { readFileSync, readdirSync } from "node:fs";

const licence = (name) => {
  const folder = `node_modules/${name}`;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const { version } = JSON.parse(readFileSync(`${folder}/package.json`, "utf-8"));
  return `${name} ${version}\n\n${readFileSync(`${folder}/${file}`, "utf-8").trim()}`;
};
const bundle = (options) => build({
  entryPoints: ["webgl.js"], bundle: true, minify: true, format: "iife", globalName: "webgl", target: "es2020",
  legalComments: "none", charset: "ascii", ...options,
});

const { metafile } = await bundle({ metafile: true, write: false, outfile: "x.js" });
const names = new Set(Object.keys(metafile.inputs).map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]));
const licences = [...names].filter(Boolean).sort().map(licence).join("\n\n---\n\n").replaceAll("*/", "* /");
await bundle({ outfile: process.argv[2], banner: { js: `/*\n${licences}\n*/` } });
