/**
 * Adds to every form that posts leads what it cannot know by itself, at the moment when its fields are read by the
 * browser or by the site's own script (`new FormData(form)`).
 */
export const watchForms = (leadsAddress: string, visitorId: () => string | undefined): void =>
  document.addEventListener("formdata", ({ target, formData }) => {
    const action = target instanceof HTMLFormElement ? target.getAttribute("action") : null;
    if (action === null || new URL(action, document.baseURI).href !== leadsAddress) return;
    const known = {
      visitorId: visitorId(),
      pageUrl: location.href.split("#")[0],
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    };
    for (const [name, value] of Object.entries(known))
      if (value !== undefined && !formData.get(name)) formData.set(name, value);
  });
