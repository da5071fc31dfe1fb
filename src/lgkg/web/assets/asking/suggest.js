// Things by a part of their name, as the search of this website finds them; none where there is no search.
import { make, safe } from "./told.js";

const WAIT = 200;
const KINDS = { organisation: "organization", province: "place" }; // as the search calls them, where it does otherwise

/** The hits for what is written, of one kind or of all. */
export async function found(written, kind = "", signal = undefined) {
  const asked = new URLSearchParams({ q: written, limit: 10, ...(kind && { kind: KINDS[kind] ?? kind }) });
  try {
    const response = await fetch(`/api/search?${asked}`, { headers: { Accept: "application/json" }, signal });
    return response.ok ? (await response.json()).hits : [];
  } catch {
    return [];
  }
}

/** Offers names while somebody writes into a field. */
export function suggesting(input) {
  const list = make("datalist", { id: `${input.id}-list` });
  input.after(list);
  input.setAttribute("list", list.id);
  let timer = null,
    request = new AbortController();
  input.addEventListener("input", () => {
    clearTimeout(timer);
    request.abort();
    request = new AbortController();
    const { signal } = request;
    if (input.value.trim()) timer = setTimeout(() => offer(input, list, signal), WAIT);
  });
}

async function offer(input, list, signal) {
  const hits = await found(input.value.trim(), input.dataset.suggest, signal);
  if (signal.aborted) return;
  list.replaceChildren(
    ...hits.map(({ label, context }) => make("option", { value: safe(label) }, safe(context ?? ""))),
  );
}
