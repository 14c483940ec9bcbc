// Sheets (menu, facets, map) are popovers on small screens and parts of the page on wide ones.
// data-sheet holds the width from which a sheet has its place in the page: an open one closes there.
for (const sheet of document.querySelectorAll("[popover][data-sheet]")) {
  const wide = matchMedia(`(width >= ${sheet.dataset.sheet})`);
  wide.addEventListener("change", () => {
    if (wide.matches && sheet.matches(":popover-open")) sheet.hidePopover();
  });
}

// The page behind an open sheet must not scroll under the finger.
document.addEventListener("toggle", (event) => {
  if (!event.target.matches?.("[data-sheet]")) return;
  document.documentElement.toggleAttribute("data-sheet-open", event.newState === "open");
}, true);
