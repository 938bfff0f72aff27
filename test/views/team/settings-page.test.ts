import { describe, expect, it } from "vitest";
import { type SettingsView, settingsPage } from "../../../lambdas/views/team/settings-page.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { now } from "../../builders/now.ts";

const [ana, luis] = anAgreement().terms.team.reps;
if (ana === undefined || luis === undefined) throw new Error("the agreement of the tests has two reps");
const onLeave = { ...ana, absences: [{ from: "2026-08-03", to: "2026-08-14" }] };
const settings = {
  version: 4,
  absences: [
    { from: "2026-03-01", to: "2026-03-02" },
    { from: "2026-04-06", to: "2026-04-06" },
  ],
  capacity: { newPerWeek: 3 },
  by: "pablo",
  at: now,
};
const load = { open: 1, newThisWeek: 2 };
const today = "2026-03-10";
const own: SettingsView = {
  agreement: anAgreement(),
  language: "es",
  reader: "ana",
  reps: [{ rep: onLeave, asManager: false, settings, load, today }],
};
const managed: SettingsView = {
  ...own,
  reader: "pablo",
  reps: [ana, luis].map((rep) => ({ rep, asManager: true, settings: undefined, load, today })),
};

describe("the settings page", () => {
  it("shows a rep what is agreed, what was added and is not over, and who changed it last", () => {
    const page = settingsPage(own);
    expect(page).toContain("del 3 ago 2026 al 14 ago 2026 <small>(en el acuerdo)</small>");
    expect(page).toContain("el 6 abr 2026<form");
    expect(page).not.toContain("1 mar 2026");
    expect(page).toContain("1 lead abierto, 2 asignados esta semana. Último cambio: Pablo Rey, el 10 mar 2026, 10:30.");
    expect(page).toContain('name="newPerWeek" value="3"');
    expect(page).toContain('name="openAtMost" value=""');
    expect(page).toContain("En el acuerdo: 20.");
    expect(page).toContain('name="version" value="4"');
    expect(page).not.toContain("Último día en la empresa");
  });

  it("speaks English too", () => {
    const page = settingsPage({ ...own, language: "en" });
    expect(page).toContain("from 3 Aug 2026 to 14 Aug 2026");
    expect(page).toContain('aria-label="Remove the absence on 6 Apr 2026"');
    expect(page).not.toMatch(/Guardar|Añadir|Quitar/);
  });

  it("shows a manager each rep, with the last day, and opens the one just changed", () => {
    const page = settingsPage({ ...managed, sent: { repId: "luis", became: "saved" } });
    expect(page.match(/<details/g)).toHaveLength(2);
    expect(page).toMatch(/<details class="folded" open>\n<summary>Luis Mora/);
    expect(page.match(/Último día en la empresa/g)).toHaveLength(2);
    expect(page).toContain("Guardado. Ya está en vigor.");
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids)).toHaveLength(ids.length);
  });

  it("keeps what was typed where it has to be corrected, and says what", () => {
    const typed = new URLSearchParams({ set: "absence-added", from: '2026-"<b>', to: "2026-05-01" });
    const page = settingsPage({ ...own, sent: { repId: "ana", became: "dates-missing", typed } });
    expect(page).toContain('role="alert">Indica los dos días');
    expect(page).toContain('value="2026-&quot;&lt;b&gt;"');
    expect(page).toContain('value="2026-05-01"');
    expect(settingsPage({ ...managed, sent: { repId: "luis", became: "overtaken" } })).toContain(
      "alguien lo ha cambiado mientras tanto",
    );
  });
});
