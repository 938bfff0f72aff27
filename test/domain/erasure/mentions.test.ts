import { describe, expect, it } from "vitest";
import { mentions } from "../../../lambdas/domain/erasure/mentions.ts";

const person = {
  email: "ines@xn--muoz-papelera-7ib3c.example",
  contact: { name: "Inés de la Otero", company: "Papelera Muñoz", phone: "+34 910 000 123" },
};

describe("a colleague's text", () => {
  it.each([
    "Llamar a INES antes del jueves",
    "Otero, otra vez",
    "lo de papelera munoz: más plazo",
    "escribir a ines@xn--muoz-papelera-7ib3c.example",
    "tel. 910-000-123",
  ])("mentions them: %s", (text) => expect(mentions(text, person)).toBe(true));

  it.each([
    "Más leads de la feria",
    "Un intento en la primera hora",
    "Inesperado: 910 000 del presupuesto",
    "Oteros, S. A. va bien",
    "",
  ])("is about others: %s", (text) => expect(mentions(text, person)).toBe(false));

  it("is not about those of whom nothing is known but an address", () =>
    expect(mentions("Revisar la agenda", { email: "a@b.example", contact: {} })).toBe(false));
});
