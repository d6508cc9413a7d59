// The location search, made more pleasant: suggestions while typing, "near me", and the map, which loads after the list.
// Without this file the page asks the same questions in plain links and forms.

const input = document.getElementById("q");
const combo = input.parentElement;

// Suggestions: the combobox pattern of the ARIA practices, with a list that is spoken of politely.
const list = Object.assign(document.createElement("ul"), { id: "suggestions", hidden: true });
const spoken = Object.assign(document.createElement("p"), { className: "unseen" });
spoken.setAttribute("role", "status");
list.setAttribute("role", "listbox");
list.setAttribute("aria-label", document.querySelector('label[for="q"]').textContent);
combo.append(list, spoken);
for (const [name, value] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", "suggestions"], ["aria-autocomplete", "list"]]) {
  input.setAttribute(name, value);
}
let asked = 0;
let timer;

function show(texts) {
  list.replaceChildren(...texts.map((text, at) => {
    const option = Object.assign(document.createElement("li"), { id: `suggestion-${at}`, textContent: text });
    option.setAttribute("role", "option");
    // The field must not lose its focus to a press that may still be taken back.
    option.addEventListener("mousedown", (event) => event.preventDefault());
    option.addEventListener("click", () => take(option));
    return option;
  }));
  list.hidden = texts.length === 0;
  input.setAttribute("aria-expanded", String(texts.length > 0));
  input.removeAttribute("aria-activedescendant");
  const { one, many, none } = input.dataset;
  spoken.textContent = input.value.length < 2 ? "" : [none, one][texts.length] ?? many.replace("#", texts.length);
}

function close() {
  show([]);
  spoken.textContent = "";
}

function take(option) {
  input.value = option.textContent;
  close();
  input.form.requestSubmit();
}

function move(step) {
  const options = [...list.children];
  const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
  options[at]?.removeAttribute("aria-selected");
  const next = options[(at + step + options.length + (at < 0 && step < 0 ? 1 : 0)) % options.length];
  next.setAttribute("aria-selected", "true");
  next.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", next.id);
}

input.addEventListener("input", () => {
  clearTimeout(timer);
  const mine = ++asked;
  timer = setTimeout(async () => {
    const q = input.value.trim();
    if (q.length < 2) return close();
    const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(q)}`).catch(() => null);
    const texts = answer?.ok && !answer.redirected ? await answer.json() : [];
    if (mine === asked && document.activeElement === input) show(texts);
  }, 120);
});
input.addEventListener("keydown", (event) => {
  if (list.hidden) return;
  const chosen = list.querySelector('[aria-selected="true"]');
  if (event.key === "ArrowDown") move(1);
  else if (event.key === "ArrowUp") move(-1);
  else if (event.key === "Enter" && chosen) take(chosen);
  else if (event.key === "Escape") close();
  else return;
  event.preventDefault();
});
input.addEventListener("blur", close);

// "Near me", only after a click. Two decimals are about a kilometre: more never leaves the browser.
const near = document.querySelector("form.near");
if (near && "geolocation" in navigator) {
  near.hidden = false;
  const said = near.querySelector('[role="status"]');
  near.querySelector("button").addEventListener("click", () => {
    said.textContent = "…";
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        near.elements.lat.value = coords.latitude.toFixed(2);
        near.elements.lon.value = coords.longitude.toFixed(2);
        near.requestSubmit();
      },
      () => { said.textContent = near.dataset.denied; },
      { maximumAge: 600000, timeout: 10000 },
    );
  });
}

// Enter on the tick is no choice of a point.
document.querySelector('[name="remember"]')?.addEventListener("keydown", (event) => {
  if (event.key === "Enter") event.preventDefault();
});

// The map: beside the list at once where there is room, on phones when it is asked for.
const side = document.querySelector(".map-side");
const open = document.querySelector(".map-open");
const wide = matchMedia("(min-width: 62.5em)");
open.hidden = false;
let loading;
function load() {
  loading ??= begin();
  return loading;
}
async function begin() {
  side.classList.add("is-open");
  open.hidden = true;
  try {
    const { start } = await import(side.dataset.map);
    await start(side);
    return side.querySelector(".map");
  } catch (error) {
    console.warn(error);
    side.classList.add("has-failed");
    const failed = side.querySelector(".map-failed");
    failed.hidden = false;
    return failed;
  }
}
open.addEventListener("click", async () => {
  const shown = await load();
  shown.focus({ preventScroll: true });
  side.scrollIntoView({ block: "start" });
});
function whenIdle() {
  if (wide.matches) ("requestIdleCallback" in window ? requestIdleCallback : setTimeout)(load);
}
// A tablet that is turned gets its room later.
wide.addEventListener("change", whenIdle);
if (document.readyState === "complete") whenIdle();
else addEventListener("load", whenIdle);
