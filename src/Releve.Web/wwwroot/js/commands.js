// Buttons with command and commandfor, for browsers that do not know them yet.
const commands = {
  "show-modal": (dialog) => dialog.showModal(),
  "close": (dialog) => dialog.close(),
  "show-popover": (popover) => popover.showPopover(),
  "hide-popover": (popover) => popover.hidePopover(),
  "toggle-popover": (popover) => popover.togglePopover(),
};

if (!("commandForElement" in HTMLButtonElement.prototype)) {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[commandfor]");
    if (!button || button.disabled) return;
    const target = document.getElementById(button.getAttribute("commandfor"));
    if (target) commands[button.getAttribute("command")]?.(target);
  });
}
