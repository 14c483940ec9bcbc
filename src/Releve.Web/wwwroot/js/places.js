// Names of places while one types; the browser's own list shows them.
let waiting = 0;
document.addEventListener("input", (event) => {
  const field = event.target.closest?.("[data-places]");
  if (!field || field.value.length < 2) return;
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    const typed = field.value;
    const answer = await fetch(`${field.dataset.places}?q=${encodeURIComponent(typed)}`);
    if (!answer.ok) return;
    const names = await answer.json();
    // An answer may come after that to a later question.
    if (field.value !== typed) return;
    document.getElementById("place-names").replaceChildren(...names.map((name) => Object.assign(document.createElement("option"), { value: name })));
  }, 120);
});
