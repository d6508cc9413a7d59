// The page of an order that waits for Swiss Post: looks by itself whether the answer has come, every 20 seconds for ten minutes, and
// whenever somebody comes back to the page. What is read does not move: only the notice and the card about collecting change.
const EVERY = 20_000;
let left = 30;
let looking = false;

const waiting = () => document.querySelector("[data-waits]");

async function look() {
  if (looking || document.hidden || !waiting()) return;
  looking = true;
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    if (answer.ok) show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    // Offline, or the shop restarts: next time.
  } finally {
    looking = false;
  }
}

function show(page) {
  const notice = waiting();
  // Still waiting, or no page of an order at all.
  if (!notice || page.querySelector("[data-waits]") || !page.querySelector("[data-part]")) return;
  for (const part of document.querySelectorAll("[data-part]")) {
    const fresh = page.querySelector(`[data-part="${part.dataset.part}"]`);
    if (fresh) part.replaceWith(document.adoptNode(fresh));
  }
  const came = document.getElementById("came");
  if (came) notice.replaceChildren(came.content.cloneNode(true));
  delete notice.dataset.waits;
}

const timer = setInterval(() => {
  left -= 1;
  if (left <= 0 || !waiting()) clearInterval(timer);
  look();
}, EVERY);
document.addEventListener("visibilitychange", look);
