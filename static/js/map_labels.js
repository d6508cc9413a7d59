// Names on the map: towns, then villages and quarters, stations, stops, and the large lakes. What does not find room
// is left out; the larger place wins.

const CELL = 0.1;
const MOST = 90;
/** Where a town's name may stand, in pixels from its middle; the nearest first. */
const BESIDE = [[0, 0], [0, 28], [0, -36], [0, 50], [0, -60], [70, 0], [-70, 0], [0, 80], [0, -90], [90, 30], [-90, 30], [90, -30], [-90, -30], [0, 110], [0, -120]];

function cells(bounds) {
  const found = [];
  const of = (degrees, from) => Math.floor((degrees - from) / CELL);
  for (let x = of(bounds.getWest(), 5); x <= of(bounds.getEast(), 5); x += 1) {
    for (let y = of(bounds.getSouth(), 45); y <= of(bounds.getNorth(), 45); y += 1) {
      if (x >= 0 && y >= 0) found.push(`${x}/${y}`);
    }
  }
  return found.length > 40 ? [] : found;
}

const kept = new Map();
function names(kind, cell) {
  const url = `/map/${kind}/${cell}.json`;
  if (!kept.has(url)) kept.set(url, fetch(url).then((answer) => (answer.ok ? answer.json() : [])).catch(() => []));
  return kept.get(url);
}

/** A line of whole numbers: the first pair in steps of 1/10000 of a degree, the others as differences. */
export function line(numbers) {
  const positions = [];
  let [lon, lat] = [0, 0];
  for (let at = 0; at < numbers.length; at += 2) {
    lon += numbers[at];
    lat += numbers[at + 1];
    positions.push([lat / 1e4, lon / 1e4]);
  }
  return positions;
}

/** The widest stretch of water across the middle of a lake. */
function middle(numbers) {
  const ring = line(numbers);
  let best = { width: 0, at: ring[0] };
  const heights = ring.map(([y]) => y);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  for (let part = 1; part < 8; part += 1) {
    const y = low + ((high - low) * part) / 8;
    const crossings = ring
      .map((a, at) => [a, ring[(at + 1) % ring.length]])
      .filter(([a, b]) => a[0] > y !== b[0] > y)
      .map(([a, b]) => a[1] + ((y - a[0]) * (b[1] - a[1])) / (b[0] - a[0]))
      .sort((a, b) => a - b);
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const width = crossings[at + 1] - crossings[at];
      if (width > best.width) best = { width, at: [y, (crossings[at] + crossings[at + 1]) / 2] };
    }
  }
  return best.at;
}

export function labels(map, base, lang, onTiles, taken) {
  // Real tiles bring their own names.
  if (onTiles) return;
  const pane = map.createPane("labels");
  pane.setAttribute("aria-hidden", "true");
  const at = ["de", "fr", "it", "en"].indexOf(lang);
  const lakes = base.lakes.filter((lake) => lake.k > 3).map((lake) => ({ text: lake.n[at], at: middle(lake.l[0]), rank: lake.k * 400, kind: "lake", from: lake.k > 60 ? 9 : lake.k > 15 ? 10.5 : 12 }));
  const towns = base.towns.map(([text, lat, lon, rank]) => ({ text, at: [lat, lon], rank: 1e6 / rank, kind: rank < 3 ? "city" : "town", from: [7, 8, 9, 9.5][rank - 1] }));
  let shown = [];
  let turn = 0;

  async function draw() {
    const own = ++turn;
    const zoom = map.getZoom();
    const bounds = map.getBounds().pad(0.05);
    const all = [...lakes, ...towns].filter((label) => zoom >= label.from && bounds.contains(label.at));
    const known = new Set(towns.map((town) => town.text));
    const places = new Set(known);
    if (zoom >= 11.5) {
      for (const cell of await Promise.all(cells(bounds).map((cell) => names("names", cell)))) {
        for (const [text, lat, lon, people] of cell) {
          if (people > 2) places.add(text);
          if (known.has(text) && people > 2) continue;
          // 1 is a station, 2 a postcode's part of a town.
          const kind = people === 1 ? "station" : people === 2 ? "quarter" : people > 4000 ? "town" : "village";
          if (people < 3 && zoom < 12.5) continue;
          all.push({ text, at: [lat, lon], rank: people === 1 ? 900 : people === 2 ? 950 : people, kind });
        }
      }
    }
    if (zoom >= 14) {
      for (const cell of await Promise.all(cells(bounds).map((cell) => names("stops", cell)))) {
        for (const [text, lat, lon] of cell) {
          // Under the town's name its stops are known by the rest of theirs.
          const town = [...places].find((name) => text.startsWith(`${name} `));
          if (!places.has(text)) all.push({ text: town ? text.slice(town.length + 1) : text, at: [lat, lon], rank: 1, kind: "stop" });
        }
      }
    }
    if (own !== turn) return;
    place(all.filter((label) => bounds.contains(label.at)));
  }

  function place(all) {
    const boxes = taken().map(({ at, above, below, beside }) => {
      const { x, y } = map.latLngToContainerPoint(at);
      return [x - beside, y - above, x + beside, y + below];
    });
    const frame = map.getContainer().getBoundingClientRect();
    for (const control of map.getContainer().querySelectorAll(".leaflet-control")) {
      const { left, top, right, bottom } = control.getBoundingClientRect();
      boxes.push([left - frame.left, top - frame.top, right - frame.left, bottom - frame.top]);
    }
    const free = (box) => boxes.every((other) => box[2] < other[0] || other[2] < box[0] || box[3] < other[1] || other[3] < box[1]);
    const next = [];
    const size = map.getSize();
    for (const label of all.sort((a, b) => b.rank - a.rank)) {
      if (next.length === MOST) break;
      const { x, y } = map.latLngToContainerPoint(label.at);
      const wide = label.text.length * (label.kind === "city" ? 11 : 7.5) + 14;
      const dotted = label.kind === "station" || label.kind === "stop";
      const around = (dx, dy) => (dotted ? [x - 6, y - 9, x + wide, y + 9] : [x + dx - wide / 2, y + dy - 10, x + dx + wide / 2, y + dy + 10]);
      const whole = (box) => box[0] > 2 && box[1] > 2 && box[2] < size.x - 2 && box[3] < size.y - 2;
      // A town whose middle is full of pins has its name beside them.
      const shifts = label.kind === "city" || label.kind === "town" ? BESIDE : [[0, 0]];
      const shift = shifts.find(([dx, dy]) => whole(around(dx, dy)) && free(around(dx, dy)));
      if (!shift) continue;
      boxes.push(around(...shift));
      next.push({ ...label, at: map.containerPointToLatLng([x + shift[0], y + shift[1]]) });
    }
    for (const marker of shown) marker.remove();
    shown = next.map(({ text, at: position, kind }) => {
      const name = document.createElement("span");
      name.textContent = text;
      const icon = L.divIcon({ className: `map-name is-${kind}`, html: name, iconSize: [0, 0] });
      return L.marker(position, { icon, pane: "labels", interactive: false, keyboard: false }).addTo(map);
    });
  }

  map.on("moveend", draw);
  draw();
}
