// Where queries are written: CodeMirror where it is installed, else the plain field that is there already.
// It lives in a shadow root, since there its style comes as style sheet objects, which the page's policy allows.
import { completions } from "./complete.js";
import { look } from "./look.js";
import { word } from "./told.js";

/** The editor of a text area: `text`, `insert`, `mark` a place as wrong (or none), `focus`. Ctrl+Enter calls `run`. */
export async function editor(area, run) {
  try {
    return rich(await import("../codemirror.min.js"), area, run);
  } catch {
    document.getElementById("plain").hidden = false;
    return plain(area, run);
  }
}

function plain(area, run) {
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
  });
  return {
    text: () => area.value,
    insert: (text) => area.setRangeText(text, area.selectionStart, area.selectionEnd, "end"),
    mark: () => {},
    focus: (line, column) => {
      area.focus();
      if (line) area.setSelectionRange(...Array(2).fill(offset(area.value, line, column)));
    },
  };
}

function rich(library, area, run) {
  const host = document.createElement("div");
  host.className = "editor";
  area.after(host);
  area.hidden = true;
  const root = host.attachShadow({ mode: "open" });
  const view = new library.EditorView({ doc: area.value, root, parent: root, extensions: extensions(library, run) });
  const at = (line, column) => Math.min(view.state.doc.length, offset(view.state.doc.toString(), line, column));
  return {
    text: () => view.state.doc.toString(),
    insert: (text) => {
      view.dispatch(view.state.replaceSelection(text));
      view.focus();
    },
    mark: (failure) => view.dispatch(library.setDiagnostics(view.state, wrong(view.state, failure, at))),
    focus: (line, column) => {
      view.focus();
      if (line) view.dispatch({ selection: { anchor: at(line, column) }, scrollIntoView: true });
    },
  };
}

function wrong(state, failure, at) {
  if (!failure?.line) return [];
  const from = at(failure.line, failure.column),
    end = state.doc.lineAt(from).to;
  const word = /^\S*/.exec(state.sliceDoc(from, end))[0].length;
  return [{ from: word ? from : Math.max(0, from - 1), to: from + word, severity: "error", message: failure.said }];
}

/** Where a line and column (of code points, from 1) lie in a text. */
function offset(text, line, column) {
  const lines = text.split("\n"),
    before = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  return before + [...(lines[line - 1] ?? "")].slice(0, column - 1).join("").length;
}

function extensions(library, run) {
  const { EditorView, EditorState, keymap } = library;
  const running = {
    key: "Mod-Enter",
    run: () => {
      run();
      return true;
    },
  };
  return [
    library.lineNumbers(),
    library.history(),
    library.drawSelection(),
    library.highlightActiveLine(),
    library.bracketMatching(),
    library.closeBrackets(),
    library.sparql(),
    EditorState.tabSize.of(2),
    EditorView.lineWrapping,
    library.autocompletion({ override: [completions], activateOnTypingDelay: 150 }),
    look(library),
    EditorView.contentAttributes.of({ "aria-label": word("editor") }),
    EditorView.domEventHandlers({ beforeinput: replaced(EditorView) }),
    keymap.of([
      running,
      ...library.completionKeymap,
      ...library.closeBracketsKeymap,
      ...library.historyKeymap,
      ...library.defaultKeymap,
    ]),
  ];
}

/** Types over a selection. Left to itself Chromium would keep its look by a `style` attribute, against the policy. */
const replaced = (EditorView) => (event, view) => {
  const { from, to } = view.state.selection.main;
  if (event.inputType !== "insertText" || !event.data || from === to || view.composing) return false;
  const typed = () =>
    view.state.update(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
  const handled = view.state
    .facet(EditorView.inputHandler)
    .some((handler) => handler(view, from, to, event.data, typed));
  if (!handled) view.dispatch(typed());
  event.preventDefault();
  return true;
};
