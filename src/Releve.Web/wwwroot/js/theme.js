// Light or dark without a new page. The form works without this script, by a new page.
const form = document.querySelector("form[data-theme-form]");

form?.addEventListener("submit", (event) => {
  const chosen = event.submitter?.value;
  if (!chosen) return;
  event.preventDefault();
  apply(chosen);
  fetch(event.submitter.formAction, { method: "POST", redirect: "manual", keepalive: true });
});

function apply(theme) {
  document.documentElement.dataset.theme = theme;

  for (const button of form.querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button.value === theme));
  }

  // The bar of a phone's browser follows: its colour is that of the header.
  const surface = getComputedStyle(document.querySelector(".site-head")).backgroundColor;
  for (const meta of document.querySelectorAll("meta[name=theme-color]")) meta.content = surface;
}
