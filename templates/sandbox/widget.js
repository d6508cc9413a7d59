// Tells the page around the frame which place was picked: the form is assumed, see static/js/post_map.js of the shop.
for (const button of document.querySelectorAll("[data-id]")) {
  button.addEventListener("click", () => {
    if (!document.referrer && !sessionStorage.shop) return;
    parent.postMessage({ type: "poi-selected", id: button.dataset.id }, sessionStorage.shop);
  });
}
// The shop's origin, kept while one searches inside the frame.
const from = document.referrer && new URL(document.referrer).origin;
if (from && from !== location.origin) sessionStorage.shop = from;
