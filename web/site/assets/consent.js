/** The banner, and every other part of the page that depends on consent. */
const banner = document.getElementById("banner");
const choiceParts = document.getElementById("choice");

const show = (choice) => {
  banner.hidden = choice !== "pending";
  if (choiceParts === null) return;
  choiceParts.hidden = false;
  for (const part of choiceParts.querySelectorAll("[data-state]"))
    part.hidden = !part.dataset.state.split(" ").includes(choice);
};

/** Runs once the script has loaded; where a blocker stops it, there is nothing to ask consent for. */
window.smarketing.push((api) => {
  show(api.choice());
  document.addEventListener("click", ({ target }) => {
    const { consent, track, subject, said } = target.dataset;
    if (consent === "forget") api.forget();
    else if (consent !== undefined) api.consent(consent);
    if (consent !== undefined) show(api.choice());
    if (track === undefined) return;
    api.track(track, subject);
    target.closest("section").querySelector("[role=status]").textContent = said;
  });
});
