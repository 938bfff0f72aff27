import { describe, expect, it } from "vitest";
import { allSpellings, fieldCalled } from "../../../lambdas/domain/capture/field-names.ts";

describe("the table of field names", () => {
  it("has no spelling for two fields, or twice for one", () => {
    const names = allSpellings().map(([name]) => name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it("knows each field by its own name", () => {
    for (const [, field] of allSpellings())
      if (!["honeypot", "started", "next"].includes(field)) expect(fieldCalled(field)).toBe(field);
  });

  it.each([
    ["first_name", "firstName"],
    ["First-Name", "firstName"],
    ["FIRSTNAME", "firstName"],
    ["nombre", "firstName"],
    ["Apellidos", "lastName"],
    ["your-email", "email"],
    ["E-mail", "email"],
    ["Correo electrónico", "email"],
    ["empresa", "company"],
    ["cargo", "jobTitle"],
    ["puesto", "jobTitle"],
    ["Teléfono", "phone"],
    ["TELÉFONO".normalize("NFD"), "phone"],
    ["sector", "industry"],
    ["país", "country"],
    ["Provincia", "region"],
    ["comunidad_autonoma", "region"],
    ["state", "region"],
    ["pais-region", "country"],
    ["mensaje", "message"],
    ["¿En qué podemos ayudarle?", "message"],
    ["idioma", "language"],
    ["Nº empleados", "companySize"],
    ["numemployees", "companySize"],
    ["mauticform[f_name]", "firstName"],
    ["mauticform[email]", "email"],
    ["form_fields[company]", "company"],
    ["interest[]", "interest"],
    ["utm.source", "utmSource"],
    ["UTM_Campaign", "utmCampaign"],
    ["Acepta comunicaciones", "consent"],
    ["hutk", "visitorId"],
    ["_gotcha", "honeypot"],
    ["bot-field", "honeypot"],
    ["_started", "started"],
    ["_next", "next"],
  ])("takes %s for %s", (name, field) => {
    expect(fieldCalled(name)).toBe(field);
  });

  it.each(["started", "gotcha", "next", "website", "privacy", "__proto__", "constructor", "toString", "", "[]", "_"])(
    "does not take %j for one of ours",
    (name) => {
      expect(fieldCalled(name)).toBeUndefined();
    },
  );
});
