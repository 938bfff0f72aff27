/** The banner, and every other part of the page that depends on consent. */
const banner = document.getElementById("banner");
const choiceParts = document.getElementById("choice");

/** The page ends above the banner, and what gets the focus is scrolled there: it covers no field that somebody fills in. */
const makeRoom = () => {
  const height = banner.hidden ? 0 : Math.ceil(innerHeight - banner.getBoundingClientRect().top);
  document.documentElement.style.setProperty("--banner", `${height}px`);
};
new ResizeObserver(makeRoom).observe(banner);
addEventListener("resize", makeRoom);
// Of a text area, browsers scroll the caret alone.
addEventListener("focusin", ({ target }) => {
  if (!banner.hidden && !banner.contains(target)) target.scrollIntoView({ block: "nearest" });
});

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
