// An open conversation: what the other side writes or reads appears by itself, as long as somebody looks at the page.
const body = document.querySelector("[data-live]");
if (body) {
  let [source, fetching, again] = [null, false, false];
  const list = () => body.querySelector("#messages");
  const isAtEnd = () => list().lastElementChild?.getBoundingClientRect().top < innerHeight;

  const refresh = async () => {
    // One look at a time; what changes meanwhile is looked at after it.
    again = fetching;
    if (fetching) return;
    fetching = true;
    try {
      const answer = await fetch(body.dataset.fragment);
      if (!answer.ok || answer.redirected) return close();
      const before = new Set([...list().querySelectorAll(".msg")].map((one) => one.id));
      const follow = isAtEnd();
      const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#messages");
      if (!next) return;
      const added = [...next.querySelectorAll(".msg")].filter((one) => !before.has(one.id));
      list().replaceWith(next);
      body.querySelector(".msg-none")?.remove();
      if (added.length > 0) {
        say(added.map((one) => one.innerText).join(". "));
        if (follow) added.at(-1).scrollIntoView({ block: "nearest" });
      }
    } finally {
      fetching = false;
      if (again) refresh();
    }
  };

  // Read aloud to those who listen, and only what is new.
  const voice = document.createElement("div");
  voice.className = "vh";
  voice.setAttribute("role", "log");
  body.after(voice);
  const say = (words) => {
    voice.textContent = words;
  };

  const open = () => {
    if (source || document.visibilityState !== "visible") return;
    source = new EventSource(body.dataset.live);
    source.addEventListener("change", (event) => {
      if (event.data !== list().dataset.stamp) refresh();
    });
  };
  const close = () => {
    source?.close();
    source = null;
  };

  // In a tab that nobody looks at nothing is read.
  document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? open() : close()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  document.querySelector("#refresh")?.setAttribute("hidden", "");
  open();
  // What the page has to say first, done or to correct, stays in sight.
  const said = document.querySelector(".talk > :is(.alert, [role=alert])");
  if (!location.hash && !said) list().lastElementChild?.scrollIntoView({ block: "center" });
}
