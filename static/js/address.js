// The address form, made more pleasant: the postcode brings its town, and streets and numbers are listed while they are
// typed. What is typed travels in a form, never in an address. Without this file the fields are plain fields; where nothing
// comes back they stay what they are.

const form = document.querySelector("form[data-complete]");
const { postcode, town, street, house_number: number, csrf } = form.elements;
const spoken = Object.assign(document.createElement("p"), { className: "unseen" });
spoken.setAttribute("role", "status");
form.append(spoken);

let filled;

// The list of a field is the browser's own: keyboard, screen readers and phones know it.
function offer(input, texts) {
  const id = `${input.id}-list`;
  let list = document.getElementById(id);
  if (!list) {
    list = Object.assign(document.createElement("datalist"), { id });
    input.after(list);
    input.setAttribute("list", id);
  }
  list.replaceChildren(...texts.map((text) => Object.assign(document.createElement("option"), { value: text })));
}

const asked = {};
async function ask(wanted, typed) {
  asked[wanted]?.abort();
  const mine = (asked[wanted] = new AbortController());
  const body = new URLSearchParams({ csrf: csrf.value, wanted, postcode: postcode.value.trim(), ...typed });
  const answer = await fetch(form.dataset.complete, { method: "POST", body, signal: mine.signal }).catch(() => null);
  const texts = answer?.ok ? await answer.json().catch(() => []) : [];
  return mine.signal.aborted ? null : texts;
}

const whole = () => /^\d{4}$/.test(postcode.value.trim());

async function towns() {
  if (!whole()) return offer(town, []);
  const texts = await ask("town", {});
  if (!texts) return;
  offer(town, texts);
  // What somebody typed is theirs; what we filled in follows the postcode.
  if (town.value.trim() !== "" && town.value !== filled) return;
  town.value = filled = texts.length === 1 ? texts[0] : "";
  // Whoever is in the field by now types over it, not behind it.
  if (document.activeElement === town) town.select();
  spoken.textContent = filled && form.dataset.filled.replace("#", filled);
}

async function streets() {
  const typed = street.value.trim();
  if (!whole() || typed.length < 2) return offer(street, []);
  const texts = await ask("street", { street: typed });
  // A list that has only what stands there already is in the way.
  if (texts) offer(street, texts.filter((text) => text !== typed || texts.length > 1));
}

async function houses() {
  const typed = street.value.trim();
  if (!whole() || typed.length < 2) return offer(number, []);
  const texts = await ask("house_number", { street: typed, house_number: number.value.trim() });
  if (texts) offer(number, texts);
}

function soon(work) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, 150);
  };
}

postcode.addEventListener("input", soon(towns));
street.addEventListener("input", soon(streets));
const listHouses = soon(houses);
for (const event of ["focus", "input"]) number.addEventListener(event, listHouses);
