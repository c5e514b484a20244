// Shows what only works with JavaScript, and says in words why a passkey was not used.
const SAID = {
  NotAllowedError: "The passkey was not used. Try again, or choose another way.",
  InvalidStateError: "This device already keeps a passkey for your account.",
  SecurityError: "Passkeys work only at the site’s own secure address. On a trial, open it as localhost.",
};

function tell(text) {
  document.querySelector("[data-passkey-problem]")?.remove();
  const summary = document.createElement("div");
  summary.className = "govuk-error-summary";
  summary.dataset.passkeyProblem = "";
  summary.tabIndex = -1;
  const alert = document.createElement("div");
  alert.setAttribute("role", "alert");
  const title = document.createElement("h2");
  title.className = "govuk-error-summary__title";
  title.textContent = "There is a problem";
  const body = document.createElement("div");
  body.className = "govuk-error-summary__body";
  body.textContent = text;
  alert.append(title, body);
  summary.append(alert);
  document.querySelector("main").prepend(summary);
  summary.focus();
}

for (const part of document.querySelectorAll("[data-needs-script]")) part.hidden = false;

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  tell(SAID[event.detail.exception?.name] ?? "The passkey could not be read. Try again, or choose another way.");
});
