// How the editor looks: in the colours of the page.

/** The look as extensions of CodeMirror. */
export const look = (library) => [library.syntaxHighlighting(colours(library)), theme(library)];

function colours({ HighlightStyle, tags }) {
  return HighlightStyle.define([
    {
      tag: [tags.keyword, tags.operatorKeyword, tags.definitionKeyword, tags.modifier],
      color: "var(--accent)",
      fontWeight: "700",
    },
    { tag: [tags.variableName, tags.special(tags.variableName)], color: "var(--variable)" },
    { tag: [tags.string, tags.url], color: "var(--string)" },
    { tag: [tags.number, tags.bool], color: "var(--warn)" },
    { tag: [tags.comment, tags.lineComment], color: "var(--soft)", fontStyle: "italic" },
    { tag: [tags.namespace, tags.typeName, tags.propertyName, tags.className], color: "var(--term)" },
  ]);
}

function theme({ EditorView }) {
  const face = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Thai', 'Sarabun', Loma, monospace";
  return EditorView.theme({
    "&": { color: "var(--ink)", backgroundColor: "var(--sheet)", fontSize: "15px" },
    "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "1px" },
    ".cm-scroller": { fontFamily: face, lineHeight: "1.6", minHeight: "140px", maxHeight: "56vh" },
    ".cm-content": { caretColor: "var(--ink)" },
    ".cm-cursor": { borderLeftColor: "var(--ink)" },
    ".cm-gutters": { backgroundColor: "var(--paper)", color: "var(--soft)", borderRight: "1px solid var(--rule)" },
    ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--accent) 6%, transparent)" },
    "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
      backgroundColor: "color-mix(in srgb, var(--accent) 25%, transparent)",
    },
    ".cm-tooltip": {
      backgroundColor: "var(--sheet)",
      color: "var(--ink)",
      border: "1px solid var(--rule)",
      borderRadius: "8px",
    },
    ".cm-tooltip.cm-tooltip-autocomplete > ul": {
      fontFamily: "var(--face)",
      maxHeight: "16em",
      maxWidth: "min(560px, 90vw)",
    },
    ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 10px", lineHeight: "1.5" },
    ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--sheet)" },
    ".cm-completionDetail": { fontStyle: "normal", opacity: "0.85" },
    ".cm-completionInfo": { fontFamily: "var(--face)", maxWidth: "320px", padding: "8px 12px" },
    ".cm-diagnostic": { fontFamily: "var(--face)", padding: "6px 12px" },
    ".cm-lintRange-error": {
      backgroundImage: "none",
      textDecoration: "wavy underline var(--warn)",
      textUnderlineOffset: "3px",
    },
    ".cm-lintPoint-error::after": { borderBottomColor: "var(--warn)" },
  });
}
