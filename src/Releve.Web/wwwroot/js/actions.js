// Share and print need a script: their buttons are hidden until this one runs.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

for (const button of document.querySelectorAll("[data-share]")) {
  if (!navigator.share && !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", () => share(button));
}

async function share(button) {
  const url = document.querySelector("link[rel=canonical]")?.href ?? location.href;
  if (navigator.share) {
    // Closing the system's sheet without sharing is not an error.
    await navigator.share({ title: document.title, url }).catch(() => {});
    return;
  }
  await navigator.clipboard.writeText(url);
  say(button.dataset.share);
}

// data-share holds the sentence that says that the address was copied.
function say(text) {
  const toast = document.getElementById("toast");
  if (!toast || !text) return;
  toast.showPopover?.();
  toast.textContent = text;
  setTimeout(() => toast.hidePopover?.(), 6000);
}

// On paper, nothing stays folded.
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("main details:not([open])")];
  for (const details of folded) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of folded) details.open = false;
});
