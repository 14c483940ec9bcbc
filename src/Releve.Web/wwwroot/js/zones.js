// Zones of a life project on its map: circles that hands move and widen. Each gesture writes into the fields beside the map,
// and whatever is typed there moves the circle: without this script, or without a pointer, the fields do all of it.
const SVG = "http://www.w3.org/2000/svg";
const KM = { least: 5, most: 150, usual: 30, equator: 40075.017 };
const TOUCH = 22; // half of a handle, in pixels

const holder = document.querySelector("[data-zone-map]");
const canvas = holder?.querySelector(".map-canvas");
if (canvas) {
  let held = null;

  const items = () => [...document.querySelectorAll("[data-zone]")];
  const field = (item, name) => item.querySelector(`[name$=".${name}"]`);
  const svg = () => canvas.querySelector("svg");
  const sheet = () => {
    const [west, north, side, units] = svg().dataset.sheet.split(",").map(Number);
    return { west, north, side, units };
  };
  const unit = () => svg().viewBox.baseVal.width / canvas.clientWidth;

  // Degrees and points of the drawing: the world is Mercator's square.
  const toPoint = (latitude, longitude) => {
    const { west, north, side, units } = sheet();
    const sine = Math.sin((latitude * Math.PI) / 180);
    const [x, y] = [(longitude + 180) / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
    return { x: ((x - west) / side) * units, y: ((y - north) / side) * units };
  };
  const toDegrees = (x, y) => {
    const { west, north, side, units } = sheet();
    const [wx, wy] = [west + (x / units) * side, north + (y / units) * side];
    return { latitude: (Math.atan(Math.sinh(Math.PI * (1 - 2 * wy))) * 180) / Math.PI, longitude: wx * 360 - 180 };
  };
  const unitsPerKm = (latitude) => {
    const { side, units } = sheet();
    return units / side / (KM.equator * Math.cos((latitude * Math.PI) / 180));
  };

  const kmOf = (item) => {
    const km = Number(field(item, "Km").value || KM.usual);
    return Math.min(KM.most, Math.max(KM.least, km || KM.usual));
  };

  const make = (name, attributes, ...children) => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  const handle = (x, y, kind, index) => {
    const drawing = kind === "move"
      ? [make("circle", { class: "map-zone-dot", r: 5 }), make("text", { y: -9, class: "map-zone-n" }, String(index + 1))]
      : [make("circle", { r: 12, class: "map-zone-grip" }), make("path", { d: "M-6 0H6M-6 0L-3 -3M-6 0L-3 3M6 0L3 -3M6 0L3 3" })];
    const grip = make("g", { class: `map-handle map-handle-${kind}`, transform: `translate(${x} ${y}) scale(${unit()})`, "data-fixed": "", "aria-hidden": "true" },
      make("circle", { r: TOUCH, class: "map-handle-area" }), ...drawing);
    grip.dataset.hold = `${kind} ${index}`;
    return grip;
  };

  // The server drew circles for those without scripts: here they become ones that move.
  const draw = () => {
    for (const old of svg().querySelectorAll(".map-zone, .map-zone-hands, [data-fixed]:has(> .map-zone-dot)")) old.remove();
    const hands = make("g", { class: "map-zone-hands" });
    const circles = [];
    for (const item of items()) {
      const [latitude, longitude] = [Number(item.dataset.lat), Number(item.dataset.lon)];
      if (!item.dataset.lat || Number.isNaN(latitude)) continue;
      const { x, y } = toPoint(latitude, longitude);
      const r = kmOf(item) * unitsPerKm(latitude);
      circles.push(make("circle", { class: "map-zone", cx: x, cy: y, r, "aria-hidden": "true" }));
      // On a small circle the second handle stands off, so that a finger finds each.
      const apart = Math.max(r, 2.1 * TOUCH * unit());
      hands.append(handle(x, y, "move", Number(item.dataset.zone)), handle(x + apart, y, "size", Number(item.dataset.zone)));
    }
    // Below the names of towns, which stay readable.
    svg().querySelector(".map-base").after(...circles);
    svg().append(hands);
  };

  const at = (event) => {
    const box = canvas.getBoundingClientRect();
    const { x, y } = svg().viewBox.baseVal;
    return { x: x + (event.clientX - box.left) * unit(), y: y + (event.clientY - box.top) * unit() };
  };

  canvas.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest?.("[data-hold]");
    if (!grip || event.button !== 0) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    const [kind, index] = grip.dataset.hold.split(" ");
    held = { kind, item: items()[Number(index)], id: event.pointerId };
    if (kind === "size") held.off = kmTo(held.item, at(event)) - kmOf(held.item);
    canvas.setPointerCapture(event.pointerId);
  }, { capture: true });

  canvas.addEventListener("pointermove", (event) => {
    if (held?.id !== event.pointerId) return;
    event.stopImmediatePropagation();
    const point = at(event);
    if (held.kind === "move") place(held.item, toDegrees(point.x, point.y));
    else widen(held.item, point);
    draw();
  }, { capture: true });

  for (const end of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(end, (event) => {
      if (held?.id !== event.pointerId) return;
      event.stopImmediatePropagation();
      const { item, kind } = held;
      held = null;
      if (kind === "move") name(item);
    }, { capture: true });
  }

  const kmTo = (item, point) => {
    const latitude = Number(item.dataset.lat);
    const centre = toPoint(latitude, Number(item.dataset.lon));
    return Math.hypot(point.x - centre.x, point.y - centre.y) / unitsPerKm(latitude);
  };

  const place = (item, { latitude, longitude }) => {
    [item.dataset.lat, item.dataset.lon] = [latitude.toFixed(3), longitude.toFixed(3)];
    field(item, "Latitude").value = item.dataset.lat;
    field(item, "Longitude").value = item.dataset.lon;
    field(item, "Of").value = field(item, "Place").value;
    if (!field(item, "Km").value) field(item, "Km").value = KM.usual;
  };

  const widen = (item, point) => {
    field(item, "Km").value = Math.round(Math.min(KM.most, Math.max(KM.least, kmTo(item, point) - held.off)));
  };

  // The map shows all circles, and little more.
  const reveal = () => {
    const boxes = items().filter((item) => item.dataset.lat).map((item) => {
      const { x, y } = toPoint(Number(item.dataset.lat), Number(item.dataset.lon));
      const r = kmOf(item) * unitsPerKm(Number(item.dataset.lat)) * 1.15;
      return [x - r, y - r, x + r, y + r];
    });
    const edge = (i, most) => (most ? Math.max : Math.min)(...boxes.map((box) => box[i]));
    const [x, y] = [edge(0), edge(1)];
    canvas.parentElement.dispatchEvent(new CustomEvent("releve:show", { detail: { x, y, width: edge(2, true) - x, height: edge(3, true) - y } }));
  };

  const ask = async (values) => {
    const address = new URL(holder.dataset.place, location.href);
    for (const [key, value] of Object.entries(values)) address.searchParams.set(key, value);
    const answer = await fetch(address).catch(() => null);
    return answer?.ok ? answer.json() : null;
  };

  // A circle that was moved is named after the commune next to its middle.
  const name = async (item) => {
    const [lat, lon] = [item.dataset.lat, item.dataset.lon];
    const found = await ask({ lat, lon });
    if (!found || item.dataset.lat !== lat) return;
    field(item, "Place").value = field(item, "Of").value = found.name;
  };

  document.addEventListener("change", async (event) => {
    const item = event.target.closest?.("[data-zone]");
    if (!item || !event.target.name.endsWith(".Place")) return;
    if (event.target.value === field(item, "Of").value && item.dataset.lat) return;
    for (const hidden of ["Of", "Latitude", "Longitude"]) field(item, hidden).value = "";
    const found = event.target.value ? await ask({ q: event.target.value }) : null;
    item.dataset.lat = found?.latitude ?? "";
    item.dataset.lon = found?.longitude ?? "";
    draw();
    if (item.dataset.lat) reveal();
  });
  document.addEventListener("input", (event) => {
    if (event.target.name?.endsWith(".Km")) draw();
  });

  // The map draws itself anew where it was moved to.
  new MutationObserver(() => {
    if (!svg().querySelector(".map-zone-hands")) draw();
  }).observe(canvas, { childList: true });
  new ResizeObserver(draw).observe(canvas);
  draw();
}
