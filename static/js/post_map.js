// Post's own location search in a frame. The published sources lack the callback's exact form (docs/decisions/0009).
// THE ASSUMPTION, all of it: when a place is picked, the frame sends its parent a message that is an object with
// `type` = "poi-selected" and `id` = the place's id, a text of at most 64 characters. Should Post's application speak
// otherwise, this function is the one to change.
function picked(data) {
  const id = data?.type === "poi-selected" ? data.id : null;
  return typeof id === "string" && /^[\w-]{1,64}$/.test(id) ? id : null;
}

const form = document.getElementById("post-map");
const frame = document.querySelector(".post-map");
addEventListener("message", (event) => {
  // Only the frame, and only while Post's own origin is in it.
  if (event.origin !== form.dataset.origin || event.source !== frame.contentWindow) return;
  const id = picked(event.data);
  if (id === null) return;
  form.elements.id.value = id;
  form.requestSubmit();
});
