// Passkeys: asks the page for a question, lets the browser answer it, and sends the answer with the page's own form.
// Forms that need this stay hidden where the browser has no passkeys.
const able = "PublicKeyCredential" in window && "parseRequestOptionsFromJSON" in PublicKeyCredential;

for (const form of able ? document.querySelectorAll("form[data-passkey]") : []) {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    if (form.elements.Answer.value) return;
    event.preventDefault();
    answer(form).catch((problem) => fail(form, problem));
  });
}

async function answer(form) {
  const asked = await fetch(form.dataset.passkey, { method: "POST", body: new FormData(form) });
  if (!asked.ok) throw new Error(String(asked.status));
  const { options, state } = await asked.json();
  const credential =
    form.dataset.passkeyFor === "new"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options)) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options)) });
  form.elements.Answer.value = JSON.stringify(credential);
  form.elements.State.value = state;
  form.requestSubmit();
}

// A person who closes the browser's window has changed her mind: nothing is wrong then.
function fail(form, problem) {
  if (problem.name === "NotAllowedError") return;
  form.querySelector("[data-passkey-failed]").hidden = false;
}
