// Enhancement only: every page works without this file.

// After a refused form the reader lands on what is wrong.
const toProblems = () => document.getElementById("problems")?.focus();
toProblems();

// One click, one request; the server would also take two as one.
let pending = null;
// Whether this page has sent a form that was taken: what the back button brings back then is of before.
let taken = false;
// Each script of a page that stands in for another one begins anew.
let times = 0;

function say(form, text) {
  let words = form.querySelector(".sending");
  if (!words) {
    words = Object.assign(document.createElement("p"), { className: "sending hint" });
    words.setAttribute("role", "status");
    form.append(words);
  }
  words.textContent = text;
}

function done(request) {
  clearTimeout(request.timer);
  if (pending === request) pending = null;
}

// Sends a form beside the page. What was refused comes back in the same place, so that the history has no entry which the
// browser would have to send again.
async function send(form, submitter, address, more = {}) {
  if (pending) return;
  const body = new URLSearchParams(new FormData(form));
  if (submitter?.name) body.append(submitter.name, submitter.value);
  for (const [name, value] of Object.entries(more)) body.append(name, value);
  const words = document.body.dataset;
  const request = (pending = new AbortController());
  request.timer = setTimeout(() => say(form, form.dataset.wait ?? words.wait), 400);
  try {
    const headers = { accept: "text/html", "x-in-place": "1" };
    const answer = await fetch(address, { method: "POST", body, headers, signal: request.signal });
    const next = answer.headers.get("x-location");
    if (next) {
      taken = true;
      location.assign(next);
      // Where that is stopped, the button lives again.
      request.timer = setTimeout(() => done(request), 3000);
      return;
    }
    const html = await answer.text();
    done(request);
    show(html);
    if (more.language) history.replaceState(null, "", address);
  } catch {
    done(request);
    say(form, request.signal.aborted ? words.stopped : words.failed);
  }
}

// Puts an answer in the place of the page.
function show(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  // Read without scripts, what is for browsers without them stands there as elements.
  for (const plain of page.querySelectorAll("noscript")) plain.remove();
  document.title = page.title;
  document.documentElement.lang = page.documentElement.lang;
  document.body.replaceWith(document.adoptNode(page.body));
  times += 1;
  for (const { src } of page.head.querySelectorAll("script[src]")) {
    if (src === import.meta.url) continue;
    const script = Object.assign(document.createElement("script"), { type: "module", src: `${src}#${times}` });
    document.head.append(script);
  }
  scrollTo(0, 0);
  if (document.getElementById("problems")) toProblems();
  else document.getElementById("main")?.focus({ preventScroll: true });
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.getAttribute("method") !== "post") return;
  event.preventDefault();
  const own = event.submitter?.getAttribute("formaction") ?? form.getAttribute("action");
  send(form, event.submitter, own ?? location.href);
});

// Another language takes along what was typed.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".languages a");
  const form = link && document.querySelector("form[data-typed]");
  if (!form || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  send(form, null, link.href, { language: link.lang });
});

addEventListener("keydown", ({ key }) => {
  if (key === "Escape") pending?.abort();
});

// The back button may bring a page back as it was: one that was sent is asked for anew.
addEventListener("pageshow", ({ persisted }) => {
  if (pending) done(pending);
  for (const words of document.querySelectorAll(".sending")) words.textContent = "";
  if (persisted && taken) location.reload();
});
