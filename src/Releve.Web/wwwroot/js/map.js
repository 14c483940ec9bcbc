// Maps that move: what hands do to them, with a pointer, fingers, keys or buttons. What a map then shows: map-picture.js.
// Without it a map is a picture with links, and the list beside it holds the same listings.
import { adopt, fit, light, move, show, tell, zoom } from "./map-picture.js";

const STEP = 0.25; // of the frame, for arrows

const maps = new Set();

startAll();
document.addEventListener("releve:results", startAll);

// New results come with a new map; the old one goes with the old results.
function startAll() {
  for (const map of maps) if (!map.frame.isConnected) maps.delete(map);
  for (const frame of document.querySelectorAll("[data-map]")) {
    if (![...maps].some((map) => map.frame === frame)) start(frame);
  }
}

function start(frame) {
  const map = {
    frame,
    canvas: frame.querySelector(".map-canvas"),
    here: frame.querySelector(".map-here"),
    card: frame.parentElement.querySelector("[data-map-card]"),
    lit: null,
    pointers: new Map(),
  };
  maps.add(map);
  adopt(map);
  for (const tools of frame.querySelectorAll(".map-tools, .map-ways")) tools.hidden = false;
  map.canvas.classList.add("is-live");
  map.canvas.tabIndex = 0;
  map.canvas.setAttribute("role", "group");
  map.canvas.setAttribute("aria-label", map.svg.getAttribute("aria-label"));
  new ResizeObserver(() => fit(map)).observe(frame);
  frame.addEventListener("releve:show", (event) => show(map, event.detail));
  listenToTools(map);
  listenToPointers(map);
  listenToKeys(map);
}

function listenToTools(map) {
  const { canvas } = map;
  const acts = {
    closer: () => zoom(map, 1.6),
    further: () => zoom(map, 1 / 1.6),
    west: () => move(map, -STEP * canvas.clientWidth, 0),
    east: () => move(map, STEP * canvas.clientWidth, 0),
    north: () => move(map, 0, -STEP * canvas.clientHeight),
    south: () => move(map, 0, STEP * canvas.clientHeight),
  };
  map.acts = acts;
  for (const button of map.frame.querySelectorAll("[data-act]")) {
    button.addEventListener("click", () => acts[button.dataset.act]());
  }
}

function listenToKeys(map) {
  const keys = {
    ArrowLeft: "west", ArrowRight: "east", ArrowUp: "north", ArrowDown: "south",
    "+": "closer", "=": "closer", "-": "further",
  };
  map.canvas.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    map.acts[act]();
  });
  // The page keeps the wheel; with Ctrl (and a pinch on a touchpad) it is the map's.
  map.canvas.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const box = map.canvas.getBoundingClientRect();
    zoom(map, Math.exp(-event.deltaY / 200), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });
}

function listenToPointers(map) {
  const { canvas } = map;
  let dragged = false;

  canvas.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    if (map.pointers.size === 0) dragged = false;
    map.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY, from: [event.clientX, event.clientY] });
  });

  canvas.addEventListener("pointermove", (event) => {
    const before = map.pointers.get(event.pointerId);
    if (!before) return;
    const far = Math.hypot(event.clientX - before.from[0], event.clientY - before.from[1]) > 6;
    if (!dragged && !far) return;
    if (!dragged) canvas.setPointerCapture(event.pointerId);
    dragged = true;
    const other = [...map.pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) pinch(map, before, other, event);
    else move(map, before.x - event.clientX, before.y - event.clientY);
    Object.assign(before, { x: event.clientX, y: event.clientY });
  });

  canvas.addEventListener("dragstart", (event) => event.preventDefault());
  canvas.addEventListener("click", (event) => {
    // The end of a drag is no click on the pin below.
    if (dragged) event.preventDefault();
    else choose(map, event);
  }, { capture: true });
  canvas.addEventListener("dblclick", (event) => {
    if (event.target.closest("a")) return;
    const box = canvas.getBoundingClientRect();
    zoom(map, 2, event.clientX - box.left, event.clientY - box.top);
  });
}

function pinch(map, before, other, now) {
  const apart = Math.hypot(before.x - other.x, before.y - other.y);
  const box = map.canvas.getBoundingClientRect();
  const [midX, midY] = [(now.clientX + other.x) / 2 - box.left, (now.clientY + other.y) / 2 - box.top];
  if (apart > 0) zoom(map, Math.hypot(now.clientX - other.x, now.clientY - other.y) / apart, midX, midY);
  move(map, (before.x - now.clientX) / 2, (before.y - now.clientY) / 2);
}

// A group opens by coming closer, as long as that can part it. On a touch screen the first tap on a pin tells what it is.
function choose(map, event) {
  const mark = event.target.closest("a");
  if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (mark.classList.contains("map-cluster")) {
    const box = map.canvas.getBoundingClientRect();
    const km = map.view.width * (map.sheet.side / map.sheet.units) * 27_000; // at these latitudes
    if (km < 8) return;
    event.preventDefault();
    zoom(map, 2.5, event.clientX - box.left, event.clientY - box.top);
  } else if (event.pointerType === "touch" && map.lit !== mark.dataset.pin) {
    event.preventDefault();
    light(map, mark.dataset.pin);
    tell(map, mark);
  }
}

for (const [enter, leave] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
  document.addEventListener(enter, (event) => {
    const card = event.target.closest?.("[data-listing]");
    const pin = event.target.closest?.("[data-pin]");
    for (const map of maps) {
      if (card) light(map, card.dataset.listing);
      else if (pin && map.canvas.contains(pin)) {
        light(map, pin.dataset.pin);
        tell(map, pin);
      }
    }
  });
  document.addEventListener(leave, (event) => {
    if (event.pointerType === "touch" || !event.target.closest?.("[data-listing], [data-pin]")) return;
    for (const map of maps) light(map, null);
  });
}

for (const end of ["pointerup", "pointercancel"]) {
  addEventListener(end, (event) => {
    for (const map of maps) map.pointers.delete(event.pointerId);
  });
}
