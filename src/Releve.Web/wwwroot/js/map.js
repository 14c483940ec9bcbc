// Maps that move. The server draws every picture; this turns gestures into bounds and asks for the next one.
// Without it a map is a picture with links, and the list beside it holds the same listings.
const PIN = "M0 0L-7 -8H-15L-19 -36H11L19 -8H7Z";
const SVG = "http://www.w3.org/2000/svg";
const STEP = 0.25; // of the frame, for arrows
const WORLD = { least: 1 / 20000, most: 1 / 16 }; // width of the view in the square of the world

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
  listenToTools(map);
  listenToPointers(map);
  listenToKeys(map);
}

// Takes a picture from the server: its sheet, its view, the cards that lie on it.
function adopt(map) {
  map.svg = map.canvas.querySelector("svg");
  const [west, north, side, units] = map.svg.dataset.sheet.split(",").map(Number);
  map.sheet = { west, north, side, units };
  const { x, y, width, height } = map.svg.viewBox.baseVal;
  map.view = { x, y, width, height };
  map.hits = new Map((map.svg.dataset.hits ?? "").split(";").filter(Boolean).map((hit) => {
    const [reference, hitX, hitY] = hit.split(" ");
    return [reference, { x: Number(hitX), y: Number(hitY) }];
  }));
  fit(map);
  drawTiles(map);
}

// Gives the view the shape of the frame, so that a pixel is the same everywhere.
function fit(map) {
  const { clientWidth, clientHeight } = map.canvas;
  if (!clientWidth || !clientHeight) return;
  const { view } = map;
  const unit = Math.max(view.width / clientWidth, view.height / clientHeight);
  const [width, height] = [unit * clientWidth, unit * clientHeight];
  // A frame of another shape than the server thought shows land on which it has put no pins.
  const bare = width > view.width * 1.1 || height > view.height * 1.1;
  map.view = { x: view.x + (view.width - width) / 2, y: view.y + (view.height - height) / 2, width, height };
  show(map);
  if (bare) wait(map);
}

function show(map) {
  const { x, y, width, height } = map.view;
  map.svg.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
  map.unit = width / map.canvas.clientWidth;
  for (const fixed of map.svg.querySelectorAll("[data-fixed]")) {
    const larger = fixed.classList.contains("is-on") ? 1.25 : 1;
    fixed.transform.baseVal.getItem(1).setScale(map.unit * larger, map.unit * larger);
  }
}

function move(map, right, down) {
  map.view.x += right * map.unit;
  map.view.y += down * map.unit;
  show(map);
  settle(map);
}

// Around a point of the canvas in pixels, its middle if none is given.
function zoom(map, factor, px = map.canvas.clientWidth / 2, py = map.canvas.clientHeight / 2) {
  const { view, sheet } = map;
  const world = (view.width / factor) * (sheet.side / sheet.units);
  if (world < WORLD.least || world > WORLD.most) return;
  const [atX, atY] = [view.x + px * map.unit, view.y + py * map.unit];
  map.view = {
    x: atX - (atX - view.x) / factor,
    y: atY - (atY - view.y) / factor,
    width: view.width / factor,
    height: view.height / factor,
  };
  show(map);
  settle(map);
}

// Once the hand rests, the server draws what is now in sight.
function settle(map) {
  wait(map);
  if (!map.here) return;
  map.here.href = map.here.dataset.zone.replace("{zone}", bounds(map)).replace("%7Bzone%7D", bounds(map));
  map.here.hidden = false;
}

function wait(map) {
  clearTimeout(map.timer);
  map.asking?.abort();
  map.timer = setTimeout(() => renew(map), 250);
}

async function renew(map) {
  if (map.pointers.size) return wait(map);
  map.asking = new AbortController();
  const address = new URL(map.frame.dataset.map, location.href);
  address.searchParams.set("view", bounds(map));
  address.searchParams.set("size", `${map.canvas.clientWidth},${map.canvas.clientHeight}`);
  try {
    const answer = await fetch(address, { signal: map.asking.signal });
    if (!answer.ok) throw new Error(answer.statusText);
    const picture = await answer.text();
    if (map.asking.signal.aborted) return;
    const hits = placesOnEarth(map);
    const page = new DOMParser().parseFromString(picture, "text/html");
    map.svg.replaceWith(page.querySelector("svg"));
    adopt(map);
    map.hits = placesOnSheet(map, hits);
    if (map.lit) light(map, map.lit);
  } catch (problem) {
    if (problem.name !== "AbortError") map.canvas.setAttribute("aria-description", map.frame.dataset.failed);
  }
}

function placesOnEarth({ hits, sheet }) {
  return [...hits].map(([reference, { x, y }]) => [reference, sheet.west + (x / sheet.units) * sheet.side, sheet.north + (y / sheet.units) * sheet.side]);
}

function placesOnSheet({ sheet }, places) {
  return new Map(places.map(([reference, x, y]) => [
    reference,
    { x: ((x - sheet.west) / sheet.side) * sheet.units, y: ((y - sheet.north) / sheet.side) * sheet.units },
  ]));
}

// South, west, north, east in degrees: the square of the world is Mercator's.
function bounds({ view, sheet }) {
  const world = (x, y) => [sheet.west + (x / sheet.units) * sheet.side, sheet.north + (y / sheet.units) * sheet.side];
  const latitude = (y) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
  const [west, north] = world(view.x, view.y);
  const [east, south] = world(view.x + view.width, view.y + view.height);
  return [latitude(south), west * 360 - 180, latitude(north), east * 360 - 180].map((degrees) => degrees.toFixed(4)).join(",");
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

// Lights one listing: its pin, or a pin of its own where it is one of a group, and its card in the list.
function light(map, reference) {
  if (map.canvas.clientWidth === 0) return; // folded away, as on a phone
  map.svg.querySelector(".map-ghost")?.remove();
  for (const pin of map.svg.querySelectorAll("a.map-pin.is-on")) pin.classList.remove("is-on");
  for (const card of document.querySelectorAll(".card.is-lit")) card.classList.remove("is-lit");
  map.lit = reference;
  if (reference) {
    const card = document.querySelector(`[data-listing="${CSS.escape(reference)}"]`);
    const pin = map.svg.querySelector(`[data-pin="${CSS.escape(reference)}"]`);
    card?.classList.add("is-lit");
    if (pin) pin.classList.add("is-on");
    else if (card && map.hits.has(reference)) map.svg.append(ghost(map, card, map.hits.get(reference)));
  }
  show(map);
}

function ghost(map, card, { x, y }) {
  const pin = document.createElementNS(SVG, "g");
  pin.setAttribute("class", "map-pin map-ghost is-on");
  pin.setAttribute("aria-hidden", "true");
  pin.dataset.fixed = "";
  pin.dataset.kind = card.dataset.kind;
  pin.setAttribute("transform", `translate(${x} ${y}) scale(${map.unit})`);
  const shape = document.createElementNS(SVG, "path");
  shape.setAttribute("d", PIN);
  const icon = document.createElementNS(SVG, "g");
  icon.setAttribute("transform", "translate(-9 -31) scale(.75)");
  for (const part of card.querySelector(".mark svg")?.children ?? []) icon.append(part.cloneNode());
  pin.append(shape, icon);
  return pin;
}

// Below the map: what the pin under the finger is, with its link.
function tell(map, pin) {
  if (!map.card) return;
  const link = map.card.querySelector("a");
  link.textContent = pin.querySelector("title").textContent;
  link.href = pin.getAttribute("href");
  map.card.hidden = false;
}

// Pictures of a configured map server below the contours; none is asked for otherwise.
function drawTiles(map) {
  const template = map.frame.dataset.tiles;
  if (!template) return;
  const { sheet, view, svg } = map;
  const perUnit = sheet.side / sheet.units;
  const level = Math.min(18, Math.max(0, Math.round(Math.log2(map.canvas.clientWidth / 256 / (view.width * perUnit)))));
  const count = 2 ** level;
  const layer = document.createElementNS(SVG, "g");
  layer.setAttribute("class", "map-tiles");
  const first = (start) => Math.floor(start * count);
  const [left, top] = [sheet.west + view.x * perUnit, sheet.north + view.y * perUnit];
  for (let tx = first(left); tx <= first(left + view.width * perUnit); tx++) {
    for (let ty = first(top); ty <= first(top + view.height * perUnit); ty++) {
      const image = document.createElementNS(SVG, "image");
      image.setAttribute("href", template.replace("{z}", level).replace("{x}", tx).replace("{y}", ty));
      image.setAttribute("x", (tx / count - sheet.west) / perUnit);
      image.setAttribute("y", (ty / count - sheet.north) / perUnit);
      image.setAttribute("width", 1 / count / perUnit);
      image.setAttribute("height", 1 / count / perUnit);
      layer.append(image);
    }
  }
  svg.classList.add("has-tiles");
  svg.prepend(layer);
}
