// Saves a draft while someone types, so that a time-out loses nothing; the buttons do without it.
const form = document.querySelector("form[data-keep]");
const told = document.getElementById("kept");
let busy = false;

function token() {
  // Signing in again, in this window or another, makes a new one: the cookie has the newest.
  const found = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
  return found ? found[1] : form.elements.csrfmiddlewaretoken.value;
}

const unsaved = () => [...form.querySelectorAll("[data-unsaved]")];

function send(boxes) {
  return fetch(form.dataset.keep, {
    method: "POST",
    headers: { "X-CSRFToken": token() },
    body: new URLSearchParams(boxes.map((box) => [box.name, box.value])),
    redirect: "error",
    keepalive: true, // it arrives even if the page is left meanwhile
  });
}

// All that is unsaved goes in one request, what failed before too; one request at a time.
async function keep() {
  const boxes = unsaved();
  if (busy || !boxes.length) return;
  busy = true;
  const sent = boxes.map((box) => box.value);
  let kept = false;
  try {
    const answer = await send(boxes);
    if (!answer.ok) throw new Error(answer.statusText);
    told.textContent = (await answer.json()).saved;
    boxes.forEach((box, number) => box.value === sent[number] && delete box.dataset.unsaved);
    kept = true;
  } catch {
    told.textContent =
      "Not saved. If you were signed out, sign in again in another window and then change any box here: what you typed is still on this page.";
  }
  busy = false;
  if (kept) keep();
}

form.addEventListener("change", (event) => {
  if (!event.target.name) return;
  event.target.dataset.unsaved = "yes";
  keep();
});
form.addEventListener("submit", () => unsaved().forEach((box) => delete box.dataset.unsaved));
window.addEventListener("pagehide", () => {
  if (unsaved().length) send(unsaved()).catch(() => undefined);
});
