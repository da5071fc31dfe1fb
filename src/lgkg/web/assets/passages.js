// Marks the whole passage that the address names (`#char=12,34`): passages overlap, so the style alone reaches its first words.

function show() {
  const passage = decodeURIComponent(location.hash).match(/^#char=(\d+,\d+)$/)?.[1];
  for (const run of document.querySelectorAll(".run")) {
    run.classList.toggle("shown", passage !== undefined && run.dataset.in.split(" ").includes(passage));
  }
}

addEventListener("hashchange", show);
show();
