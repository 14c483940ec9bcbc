// What a map shows. The server draws every picture; this knows which part of the world it is, moves over it, asks for the next
// one, and lights what somebody points at.
const PIN = "M0 0L-7 -8H-15L-19 -36H11L19 -8H7Z";
const SVG = "http://www.w3.org/2000/svg";
const WORLD = { least: 1 / 20000, most: 1 / 16 }; // width of the view in the square of the world

// Takes a picture from the server: its sheet, its view, the cards that lie on it.
export function adopt(map) {
  map.svg = map.canvas.querySelector("svg");
  const [west, north, side, units] = map.svg.dataset.sheet.split(",").map(Number);
  map.sheet = { west, north, side, units };
  const { x, y, width, height } = map.svg.viewBox.baseVal;
  map.drawn = { width, height };
  map.wanted ??= onEarth(map, { x, y, width, height });
  map.hits = new Map((map.svg.dataset.hits ?? "").split(";").filter(Boolean).map((hit) => {
    const [reference, hitX, hitY] = hit.split(" ");
    return [reference, { x: Number(hitX), y: Number(hitY) }];
  }));
  frame(map);
  drawTiles(map);
}

// The frame took another shape. What it then shows beyond the drawing is land on which the server has put no pins.
export function fit(map) {
  frame(map);
  if (map.view.width > map.drawn.width * 1.1 || map.view.height > map.drawn.height * 1.1) wait(map);
}

// Shows all of what is wanted, in the shape of the frame, so that a pixel is the same everywhere. What is wanted stays as it
// was: a frame that turns and turns back shows the same land again.
function frame(map) {
  const { clientWidth, clientHeight } = map.canvas;
  const wanted = onSheet(map, map.wanted);
  map.view = wanted;
  if (!clientWidth || !clientHeight) return;
  const unit = Math.max(wanted.width / clientWidth, wanted.height / clientHeight);
  const [width, height] = [unit * clientWidth, unit * clientHeight];
  map.view = { x: wanted.x + (wanted.width - width) / 2, y: wanted.y + (wanted.height - height) / 2, width, height };
  paint(map);
}

// A part of the sheet as a part of the square of the world, which no new sheet changes, and back.
function onEarth({ sheet: { west, north, side, units } }, { x, y, width, height }) {
  const unit = side / units;
  return { x: west + x * unit, y: north + y * unit, width: width * unit, height: height * unit };
}

function onSheet({ sheet: { west, north, side, units } }, { x, y, width, height }) {
  const unit = units / side;
  return { x: (x - west) * unit, y: (y - north) * unit, width: width * unit, height: height * unit };
}

function paint(map) {
  const { x, y, width, height } = map.view;
  map.svg.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
  map.unit = width / map.canvas.clientWidth;
  for (const fixed of map.svg.querySelectorAll("[data-fixed]")) {
    const larger = fixed.classList.contains("is-on") ? 1.25 : 1;
    fixed.transform.baseVal.getItem(1).setScale(map.unit * larger, map.unit * larger);
  }
}

// Shows a part of the sheet, which may reach beyond its edge.
export function show(map, part) {
  map.wanted = onEarth(map, part);
  frame(map);
  settle(map);
}

export function move(map, right, down) {
  map.view.x += right * map.unit;
  map.view.y += down * map.unit;
  map.wanted = onEarth(map, map.view);
  paint(map);
  settle(map);
}

// Around a point of the canvas in pixels, its middle if none is given.
export function zoom(map, factor, px = map.canvas.clientWidth / 2, py = map.canvas.clientHeight / 2) {
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
  map.wanted = onEarth(map, map.view);
  paint(map);
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

// Lights one listing: its pin, or a pin of its own where it is one of a group, and its card in the list.
export function light(map, reference) {
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
  paint(map);
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
export function tell(map, pin) {
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
