// A form that is kept while one writes: sent in the background when something changed, every few seconds.
const EVERY = 4000;
const form = document.querySelector("[data-autosave]");
if (form) {
  const state = form.querySelector("[data-autosave-state]");
  let [changed, sending, stopped] = [false, null, false];

  const save = async () => {
    changed = false;
    try {
      const typed = new FormData(form);
      // Files go with a button: every few seconds is too often for them.
      for (const control of form.querySelectorAll("input[type=file]")) typed.delete(control.name);
      const answer = await fetch(form.dataset.autosave, { method: "POST", body: typed, keepalive: true });
      if (!answer.ok) throw new Error(answer.statusText);
      form.elements.mark.value = (await answer.json()).mark;
      state.textContent = state.dataset.saved;
    } catch (problem) {
      // Another tab kept something else, or nobody answers: the buttons still work, and say which.
      stopped = !(problem instanceof TypeError);
      changed = true;
      state.textContent = state.dataset.stopped;
    } finally {
      sending = null;
    }
  };

  const saveIfChanged = () => {
    if (changed && !sending && !stopped) sending = save();
  };

  form.addEventListener("input", () => {
    changed = true;
    state.textContent = "";
  });
  setInterval(saveIfChanged, EVERY);
  addEventListener("pagehide", saveIfChanged);
  // A button waits for what is on its way: its page must know what was kept last.
  form.addEventListener("submit", async (event) => {
    stopped = true;
    if (!sending) return;
    event.preventDefault();
    await sending;
    form.requestSubmit(event.submitter);
  });
}
