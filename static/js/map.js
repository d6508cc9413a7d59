// The map beside the list: our own base map, the points in clusters, the list's points as numbered pins, and a card.
// Everything on it can be reached from the list. Loaded by point.js, after the list.

const COUNTRY = [[45.75, 5.85], [47.9, 10.6]];
/** What is closer, in degrees of latitude, stands on one spot: about ten metres. */
const CLOSE = 1e-4;
/** Marks grow with the letters. */
const unit = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;

function script(src) {
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement("script"), { src, onload: resolve, onerror: reject });
    document.head.append(element);
  });
}

function sheet(href) {
  return new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: resolve, onerror: reject });
    document.head.append(link);
  });
}

/** An answer, unless it is none: a checkout that is over leads elsewhere. */
async function get(url) {
  const answer = await fetch(url);
  if (!answer.ok || answer.redirected) throw new Error(`${answer.status}`);
  return answer;
}

async function json(url) {
  return (await get(url)).json();
}

async function text(url) {
  return (await get(url)).text();
}

function drawBase(map, base, line) {
  const shape = (kind, lines, className) => L[kind](lines.map(line), { className, interactive: false, smoothFactor: 0.6 }).addTo(map);
  shape("polygon", base.neighbours, "map-abroad");
  shape("polygon", base.country, "map-land");
  shape("polyline", base.cantons, "map-canton");
  shape("polyline", base.rivers, "map-river");
  for (const lake of base.lakes) {
    // Coarse outlines of small lakes would lie close up.
    const shore = L.polygon(lake.l.map(line), { className: "map-lake", interactive: false, smoothFactor: 0.6 });
    const hide = () => (lake.c && lake.k < 5 && map.getZoom() > 13 ? shore.remove() : shore.addTo(map));
    map.on("zoomend", hide);
    hide();
  }
}

// Columns of differences in steps of 1/100000 of a degree.
function spots({ ids, names, lat, lon }) {
  let [y, x] = [0, 0];
  return ids.map((id, at) => {
    y += lat[at];
    x += lon[at];
    return { type: "Feature", properties: { id, name: names[at] }, geometry: { type: "Point", coordinates: [x / 1e5, y / 1e5] } };
  });
}

function listed() {
  return [...document.querySelectorAll(".points .point")].map((item) => {
    const [lat, lon] = item.dataset.at.split(",").map(Number);
    const name = item.querySelector("h2").textContent;
    return { item, id: item.dataset.id, number: item.querySelector(".pin").textContent, name, at: [lat, lon] };
  });
}

/** How far each point is moved aside, in pixels, so that those on one spot stand beside each other: pins, then dots. */
function aside(points) {
  const sorted = [...points].sort((a, b) => a.at[0] - b.at[0]);
  const groups = new Map();
  for (const [n, point] of sorted.entries()) {
    let group;
    for (let m = n - 1; m >= 0 && !group && point.at[0] - sorted[m].at[0] < CLOSE; m -= 1) {
      if (Math.abs(point.at[1] - sorted[m].at[1]) < CLOSE * 1.4) group = groups.get(sorted[m]);
    }
    group ??= [];
    group.push(point);
    groups.set(point, group);
  }
  const moved = new Map();
  for (const group of new Set(groups.values())) {
    const pins = group.filter(({ item }) => item);
    const first = (Math.max(pins.length, pins.length ? 1 : group.length) - 1) / 2;
    [...pins, ...group.filter(({ item }) => !item)].forEach(({ id }, n) => moved.set(id, (n - first) * 34 * unit));
  }
  return moved;
}

/** A button on the map. Its name is spoken; Tab passes it by, since the list leads to the same points. */
function button(map, at, { className, text, name, size, anchor }, act) {
  const icon = L.divIcon({ className, html: `<span>${text}</span>`, iconSize: size.map((px) => px * unit), iconAnchor: anchor });
  const marker = L.marker(at, { icon, keyboard: false, riseOnHover: true });
  marker.on("click", act);
  marker.on("add", () => {
    const element = marker.getElement();
    element.setAttribute("role", "button");
    element.setAttribute("aria-label", name);
    element.tabIndex = -1;
    element.title = name;
  });
  return marker.addTo(map);
}

export async function start(side) {
  const data = side.dataset;
  const [{ labels, line }] = await Promise.all([import(data.labels), script(data.leaflet), script(data.clusters), sheet(data.sheet)]);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(side.querySelector(".map"), {
    zoomControl: false, minZoom: 7, maxZoom: 17, zoomSnap: 0.5,
    maxBounds: L.latLngBounds(COUNTRY).pad(0.25),
    fadeAnimation: false, zoomAnimation: !calm, markerZoomAnimation: !calm, inertia: !calm,
  });
  map.attributionControl.setPrefix(false);
  if (getComputedStyle(side).position === "sticky") map.attributionControl.setPosition("topleft");
  L.control.zoom({ position: "topright", zoomInTitle: data.zoomIn, zoomOutTitle: data.zoomOut }).addTo(map);
  const pins = listed();
  look(map, side, pins);
  const [base, columns] = await Promise.all([json(data.base), json(data.points)]);
  if (data.tiles) L.tileLayer(data.tiles, { attribution: data.tilesCredit, maxZoom: 17 }).addTo(map);
  else drawBase(map, base, line);
  map.attributionControl.addAttribution("© OpenStreetMap contributors · GeoNames · GSHHG · Natural Earth");

  const mine = new Map();
  let drawn = new Map();
  // The point of the card is marked, also where it is drawn anew.
  let shown = null;
  const mark = () => {
    for (const [id, marker] of [...drawn, ...[...mine].map(([id, pin]) => [id, pin.marker])]) {
      marker.getElement()?.classList.toggle("is-shown", id === shown);
      marker.setZIndexOffset(id === shown ? 3000 : mine.has(id) ? 1000 : 0);
    }
  };
  const card = makeCard(side, map, (id) => {
    shown = id;
    mark();
    return (drawn.get(id) ?? mine.get(id)?.marker)?.getElement();
  });
  const all = spots(columns);
  const others = all.filter((spot) => !pins.some((pin) => pin.id === spot.properties.id));
  const moved = aside([...pins, ...others.map(({ properties, geometry }) => ({ id: properties.id, at: [geometry.coordinates[1], geometry.coordinates[0]] }))]);
  const hot = (id, on) => {
    const pin = mine.get(id);
    pin?.marker.getElement()?.classList.toggle("is-hot", on);
    pin?.marker.setZIndexOffset(on ? 2000 : 1000);
    pin?.item.classList.toggle("is-hot", on);
  };
  for (const pin of pins) {
    const states = ["is-chosen", "is-refused"].filter((state) => pin.item.classList.contains(state));
    const shape = { className: ["map-pin", ...states].join(" "), text: pin.number, name: `${pin.number}: ${pin.name}`, size: [32, 40], anchor: [16 * unit - moved.get(pin.id), 38 * unit] };
    const marker = button(map, pin.at, shape, () => {
      // The list follows where it stands beside the map; below it, it would carry the map away.
      if (getComputedStyle(side).position === "sticky") {
        pin.item.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
      }
      card.show(pin.id);
    });
    marker.setZIndexOffset(1000);
    mine.set(pin.id, { ...pin, marker });
    for (const [kind, on] of [["pointerenter", true], ["pointerleave", false], ["focusin", true], ["focusout", false]]) {
      pin.item.addEventListener(kind, () => hot(pin.id, on));
    }
    marker.on("mouseover", () => hot(pin.id, true)).on("mouseout", () => hot(pin.id, false));
  }

  const index = new Supercluster({ radius: 56, maxZoom: 14, minPoints: 2 });
  index.load(others);
  const redraw = () => {
    const bounds = map.getBounds().pad(0.1);
    const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    const next = new Map();
    for (const { properties, geometry } of index.getClusters(box, Math.floor(map.getZoom()))) {
      const at = [geometry.coordinates[1], geometry.coordinates[0]];
      const key = properties.cluster ? `c${properties.cluster_id}` : properties.id;
      next.set(key, drawn.get(key) ?? spotButton(at, properties));
      drawn.delete(key);
    }
    for (const marker of drawn.values()) marker.remove();
    drawn = next;
    mark();
  };
  const spotButton = (at, { cluster, cluster_id: id, point_count: count, id: point, name }) => {
    if (!cluster) return button(map, at, { className: "map-spot", text: "", name, size: [32, 32], anchor: [16 * unit - moved.get(point), 16 * unit] }, () => card.show(point));
    const size = count < 10 ? 34 : count < 50 ? 42 : 50;
    const shape = { className: "map-cluster", text: count, name: data.cluster.replace("#", count), size: [size, size], anchor: [(size * unit) / 2, (size * unit) / 2] };
    return button(map, at, shape, () => map.setView(at, Math.min(index.getClusterExpansionZoom(id), 16), { animate: !calm }));
  };
  map.on("moveend", redraw);
  redraw();
  // Names keep clear of pins and clusters.
  const taken = () => [
    ...pins.map(({ at }) => ({ at, above: 40 * unit, below: 4, beside: 16 * unit })),
    ...[...drawn.values()].map((marker) => {
      const half = marker.options.icon.options.iconSize[0] / 2;
      return { at: marker.getLatLng(), above: half, below: half, beside: half };
    }),
  ];
  labels(map, base, data.lang, data.tiles !== "", taken);
  searchHere(side, map);
  // One key leads out of the map and past it.
  side.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (!card.hide()) document.getElementById("after-map").focus();
  });
}

/** The list's points in view, or the country. What lies below the window's edge is not in view. */
function look(map, side, pins) {
  const middle = side.dataset.centre ? [side.dataset.centre.split(",").map(Number)] : [];
  const all = pins.map((pin) => pin.at).concat(middle);
  const below = Math.max(0, Math.min(side.getBoundingClientRect().bottom - innerHeight, 120));
  const padding = { paddingTopLeft: [56, 56], paddingBottomRight: [56, 56 + below] };
  if (all.length > 1) map.fitBounds(all, { ...padding, maxZoom: 15, animate: false });
  else if (all.length === 1) map.setView(all[0], 13, { animate: false });
  else map.fitBounds(COUNTRY, { animate: false });
}

/** Moves the map, as little as is needed, until the mark that the card is about lies in the map and not below the card. */
function clear(map, box, element) {
  if (!element) return;
  const [frame, card, mark] = [map.getContainer(), box, element].map((part) => part.getBoundingClientRect());
  const half = Math.max(mark.width, mark.height) / 2 + 12;
  // Where there is room, the card lies in a corner and the mark beside it; else the mark stands below or above it.
  const beside = frame.right - card.right > 4 * half;
  const level = beside && mark.top < card.bottom + 12;
  const out = (at, low, high) => Math.min(0, at - low) + Math.max(0, at - Math.max(low, high));
  const x = out((mark.left + mark.right) / 2, (level ? card.right : frame.left) + half, frame.right - half);
  const bottom = Math.min(frame.bottom, innerHeight);
  const below = card.top - frame.top < bottom - card.bottom;
  const low = !beside && below ? card.bottom : frame.top;
  const high = beside || below ? bottom : card.top;
  const y = out((mark.top + mark.bottom) / 2, low + half, high - half);
  const animate = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (x || y) map.panBy([x, y], { animate });
}

/** `marked` is told which point the card is about, or none, and gives its mark on the map. */
function makeCard(side, map, marked) {
  const box = Object.assign(document.createElement("div"), { className: "map-card", hidden: true });
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", side.dataset.cardName);
  side.append(box);
  // What was asked for last is shown; whoever closes the card asks for nothing.
  let asked = 0;
  const hide = () => {
    asked += 1;
    const was = !box.hidden;
    box.hidden = true;
    marked(null);
    if (was) map.getContainer().focus({ preventScroll: true });
    return was;
  };
  const show = async (id) => {
    const own = ++asked;
    const html = await text(`${side.dataset.card}?id=${encodeURIComponent(id)}`).catch(() => null);
    if (own !== asked) return;
    const close = Object.assign(document.createElement("button"), { type: "button", className: "map-close", textContent: "×" });
    close.setAttribute("aria-label", side.dataset.close);
    close.addEventListener("click", hide);
    box.replaceChildren(close, ...(html === null ? [failed(side)] : new DOMParser().parseFromString(html, "text/html").body.children));
    box.querySelector("form")?.addEventListener("formdata", alsoOfTheList);
    box.hidden = false;
    box.scrollTop = 0;
    box.scrollIntoView({ block: "nearest" });
    clear(map, box, marked(id));
    const title = box.querySelector("h2, [role=status]");
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  };
  return { show, hide };
}

function failed(side) {
  const words = Object.assign(document.createElement("p"), { textContent: side.dataset.cardFailed });
  words.setAttribute("role", "status");
  return words;
}

/** What the list's form would say as well: what was looked for, and whether to remember the point. */
function alsoOfTheList({ formData }) {
  const list = document.getElementById("choose");
  for (const [name, value] of list ? new FormData(list) : []) {
    if (["q", "asked", "remember"].includes(name)) formData.set(name, value);
  }
}

/** After the map was moved: search around its middle, by the name of the place there. */
function searchHere(side, map) {
  const near = document.querySelector("form.near");
  const here = Object.assign(document.createElement("button"), { type: "button", className: "button is-small map-here", textContent: side.dataset.here, hidden: true });
  here.addEventListener("click", () => {
    const { lat, lng } = map.getCenter();
    near.elements.lat.value = lat.toFixed(3);
    near.elements.lon.value = lng.toFixed(3);
    near.requestSubmit();
  });
  side.append(here);
  // Only after a movement of the person's own; the first view is the list's.
  map.on("dragend zoomend", () => { here.hidden = false; });
  map.getContainer().addEventListener("keydown", ({ key }) => { if (key.startsWith("Arrow")) here.hidden = false; });
}
