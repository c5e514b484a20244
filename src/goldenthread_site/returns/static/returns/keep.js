// Saves a draft while someone types, so that a time-out loses nothing; the buttons do without it.
const form = document.querySelector("form[data-keep]");
const told = document.getElementById("kept");

function token() {
  // Signing in again, in this window or another, makes a new one: the cookie has the newest.
  const found = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
  return found ? found[1] : form.elements.csrfmiddlewaretoken.value;
}

let last = Promise.resolve();

async function keep(box) {
  const data = new URLSearchParams([[box.name, box.value]]);
  try {
    const answer = await fetch(form.dataset.keep, {
      method: "POST",
      headers: { "X-CSRFToken": token() },
      body: data,
      redirect: "error",
      keepalive: true, // it arrives even if the page is left meanwhile
    });
    if (!answer.ok) throw new Error(answer.statusText);
    told.textContent = (await answer.json()).saved;
  } catch {
    told.textContent =
      "Not saved. If you were signed out, sign in again in another window and then change or leave a box here: what you typed is still on this page.";
    box.dataset.unsaved = "yes";
  }
}

form.addEventListener("change", (event) => {
  if (!event.target.name) return;
  event.target.dataset.unsaved = "yes";
  for (const box of form.querySelectorAll("[data-unsaved]")) {
    delete box.dataset.unsaved;
    last = last.then(() => keep(box));
  }
});
