// Enhancement only: every page works without this file.

// After a refused form the reader lands on what is wrong.
document.getElementById("problems")?.focus();

// One click, one request; the server would also take two as one.
for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
}
// The back button may bring a page back as it was.
addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});
