import { describe, expect, it } from "vitest";
import type { OwnField } from "../../../lambdas/contract/agreement.ts";
import { readerIn } from "../../../lambdas/domain/text/when.ts";
import { alsoSaid } from "../../../lambdas/views/page/also-said.ts";
import { anAgreement } from "../../builders/agreement.ts";

const aForm = (at: string, other: [string, string][], changes: { pending?: true; confirmedAt?: string } = {}) => ({
  at,
  other: other.map(([name, value]) => ({ name, value })),
  ...changes,
});

const [es, en] = [readerIn("es", anAgreement()), readerIn("en", anAgreement())];

describe("what forms also said", () => {
  it("is by the names that the forms gave it, ours by our labels, the newest form first, each once", () => {
    const forms = [
      aForm("2026-03-01T10:00:00.000Z", [
        ["Presupuesto", "5000"],
        ["company", "Talleres y Talleres"],
      ]),
      aForm("2026-03-02T10:00:00.000Z", [
        ["Presupuesto", "6000"],
        ["company", "Talleres y Talleres"],
      ]),
    ];
    expect(alsoSaid(forms, es)).toEqual([
      { label: "Presupuesto", value: "6000" },
      { label: "Empresa", value: "Talleres y Talleres" },
      { label: "Presupuesto", value: "5000" },
    ]);
    expect(alsoSaid(forms, en)[1]?.label).toBe("Company");
  });

  it("calls the agreement's own fields by their labels, of which `none` is an answer", () => {
    const label = { es: "Almacenes", en: "Warehouses" };
    const fields: OwnField[] = [{ id: "warehouses", label, type: "number", called: ["¿Cuántos?"], shown: [] }];
    const other: [string, string][] = [
      ["WAREHOUSES", "más de 3"],
      ["¿Cuantos?", "ninguno"],
      ["otro", "ninguno"],
    ];
    expect(alsoSaid([aForm("2026-03-01T10:00:00.000Z", other)], en, fields)).toEqual([
      { label: "Warehouses", value: "más de 3" },
      { label: "Warehouses", value: "ninguno" },
    ]);
  });

  it("is not what tools add, what says nothing, or what is shown as it was read", () => {
    const other: [string, string][] = [
      ["_wpcf7_unit_tag", "x"],
      ["g-recaptcha-response", "x"],
      ["gclid", "x"],
      ["submit", "Enviar"],
      ["phone", "n/a"],
      ["companySize", "50 a 249"],
      ["utmContent", "u"],
    ];
    expect(alsoSaid([aForm("2026-03-01T10:00:00.000Z", other)], es)).toEqual([]);
    expect(alsoSaid([aForm("2026-03-01T10:00:00.000Z", [["companySize", "mediana"]])], es)).toHaveLength(1);
  });

  it("is not what somebody sent with their address and nobody has confirmed", () => {
    const at = "2026-03-01T10:00:00.000Z";
    expect(alsoSaid([aForm(at, [["a", "b"]], { pending: true })], es)).toEqual([]);
    expect(alsoSaid([aForm(at, [["a", "b"]], { pending: true, confirmedAt: at })], es)).toHaveLength(1);
  });

  it("is bounded, and in one line each", () => {
    const other = Array.from({ length: 100 }, (_, i): [string, string] => [
      `${i} ${"n".repeat(90)}`,
      "v\n".repeat(900),
    ]);
    const lines = alsoSaid([aForm("2026-03-01T10:00:00.000Z", other)], es);
    expect(lines).toHaveLength(20);
    for (const { label, value } of lines) {
      expect(label.length).toBeLessThanOrEqual(80);
      expect(value.length).toBeLessThanOrEqual(300);
      expect(value).not.toContain("\n");
    }
  });

  it("says when a booked meeting is, by the company's clocks", () => {
    const other: [string, string][] = [
      ["scheduled_event.name", "Demo de 30 minutos"],
      ["scheduled_event.start_time", "2026-11-25T09:00:00.000000Z"],
      ["scheduled_event.when", "2026-11-25T09:00:00"],
      ["odd", "2026-13-25T09:00:00Z"],
    ];
    const forms = [aForm("2026-03-01T10:00:00.000Z", other)];
    expect(alsoSaid(forms, es).slice(0, 2)).toEqual([
      { label: "Cita reservada", value: "Demo de 30 minutos" },
      { label: "Hora de la cita", value: "mié 25 nov 2026, 10:00, hora de Madrid" },
    ]);
    expect(alsoSaid(forms, en)).toEqual([
      { label: "Meeting booked", value: "Demo de 30 minutos" },
      { label: "Time of the meeting", value: "Wed 25 Nov 2026, 10:00, Madrid time" },
      { label: "scheduled_event.when", value: "2026-11-25T09:00:00" },
      { label: "odd", value: "2026-13-25T09:00:00Z" },
    ]);
  });
});
