// The search without reloading: choices are carried out as they are made, focus stays where it was, and back and
// forward work. Without this module the same form is sent by its button.
const form = () => document.querySelector("form[data-search]");
let running = null;

async function show(address, push) {
  running?.abort();
  running = new AbortController();
  const finder = document.getElementById("finder");
  finder.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { signal: running.signal, headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("finder");
    if (!fresh) {
      location.assign(address);
      return;
    }
    swap(finder, fresh);
    document.title = page.title;
    for (const link of document.querySelectorAll("[hreflang]")) {
      const other = page.querySelector(`${link.localName}[hreflang="${link.getAttribute("hreflang")}"]`);
      if (other) link.href = other.href;
    }
    // The page's own address says the same search in readable words.
    const own = page.querySelector("link[rel=canonical]");
    if (push) history.pushState({ search: true }, "", own ? new URL(own.href).pathname + new URL(own.href).search : answer.url);
    document.dispatchEvent(new CustomEvent("releve:results"));
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address);
  }
}

// Folded groups, the open sheet and the focus belong to the person: they survive the new results.
function swap(old, fresh) {
  const open = new Map([...old.querySelectorAll("details.facet")].map((group) => [group.innerText.split("\n")[0], group.open]));
  for (const group of fresh.querySelectorAll("details.facet")) {
    const title = group.querySelector("summary").textContent.trim();
    if (open.has(title)) group.open = open.get(title);
  }
  const sheets = [...old.querySelectorAll("[popover]")].filter((sheet) => sheet.matches(":popover-open")).map((sheet) => sheet.id);
  const scrolls = new Map(sheets.map((id) => [id, document.getElementById(id).scrollTop]));
  const active = document.activeElement;
  const again = active && old.contains(active) ? place(active) : null;
  old.replaceWith(document.adoptNode(fresh));
  for (const id of sheets) {
    const sheet = document.getElementById(id);
    sheet?.showPopover();
    if (sheet) sheet.scrollTop = scrolls.get(id);
  }
  if (again) (fresh.querySelector(again) ?? document.getElementById("results-title"))?.focus({ preventScroll: true });
}

function place(element) {
  if (element.id) return `#${CSS.escape(element.id)}`;
  if (element.name) return `[name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`;
  return "#results-title";
}

function addressOf(search) {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(search)) {
    if (value !== "") query.append(name, value);
  }
  const text = query.toString();
  return search.action + (text ? `?${text}` : "");
}

document.addEventListener("change", (event) => {
  if (event.target.form === form() && event.target.form && event.target.type !== "search") show(addressOf(form()), true);
});

document.addEventListener("submit", (event) => {
  if (event.target === form()) {
    event.preventDefault();
    event.target.hidePopover?.();
    show(addressOf(event.target), true);
  }
});

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("#finder a[href]");
  // A map takes some clicks itself; its links are parts of a drawing, whose href is no text.
  const address = link && new URL(link.getAttribute("href"), location.href);
  const plain = link && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
  if (plain && address.pathname === new URL(form().action).pathname) {
    event.preventDefault();
    const paging = link.closest(".pager");
    show(address.href, true).then(() => {
      if (paging) document.getElementById("results-title")?.focus();
      if (paging) scrollTo({ top: 0 });
    });
  }
});

addEventListener("popstate", () => show(location.href, false));
