import { describe, expect, it } from "vitest";
import { fieldLabelled } from "../../../lambdas/domain/capture/field-labels.ts";
import { allSpellings } from "../../../lambdas/domain/capture/field-names.ts";
import { accepted, formPost } from "./request.ts";

describe("a label", () => {
  it.each([
    ["Correo electrónico (obligatorio)", "email"],
    ["E-mail *", "email"],
    ["Email<span>*</span>", "email"],
    ["¿Cuál es su correo electrónico?", "email"],
    ["What is your email address?", "email"],
    ["Correo electrónico (no lo compartiremos con nadie)", "email"],
    ["Pregunta 3: ¿Cuál es su email?", "email"],
    ["1. Nombre", "firstName"],
    ["Nombre / Name", "name"],
    ["¿Cómo te llamas?", "name"],
    ["Nombre y apellidos:", "name"],
    ["Teléfono:", "phone"],
    ["Teléfono (móvil)", "phone"],
    ["Celular / WhatsApp", "phone"],
    ["Telf. de contacto", "phone"],
    ["Q1 - Company name", "company"],
    ["Tu rol en la empresa", "jobTitle"],
    ["Mensaje (máx. 500 caracteres)", "message"],
    ["Número de teléfono móvil (opcional)", "phone"],
    ["¿En qué país está su empresa?", "country"],
    ["Which country are you based in?", "country"],
    ["¿Cuántos empleados tiene su empresa?", "companySize"],
    ["How many employees does your company have?", "companySize"],
    ["¿Cómo se llama su empresa?", "company"],
    ["Empresa / Company", "company"],
    ["¿Cuál es tu cargo en la empresa?", "jobTitle"],
    ["Job title:", "jobTitle"],
    ["¿En qué podemos ayudarle? *", "message"],
  ])("%j asks for the %s", (label, field) => {
    expect(fieldLabelled(label)).toBe(field);
  });

  it.each([
    "Email / Phone",
    "Nombre (empresa)",
    "Nombre del proyecto",
    "Nombre de la persona que le recomendó",
    "¿Acepta recibir nuestro boletín por correo electrónico?",
    "Acepto comunicaciones comerciales (opcional)",
    "Consent *",
    "utm source *",
    "Visitor ID:",
    "Do you have a phone?",
    "¿Tiene empresa?",
    "¿En qué país quiere vender?",
    "Country of interest",
    "Referrer's email address of your colleague",
    "*",
    "1.",
    "¿?",
    " ",
  ])("%j asks for nothing that is sure", (label) => {
    expect(fieldLabelled(label)).toBeUndefined();
  });

  it("of a field's own name means no other field", () => {
    for (const [name, field] of allSpellings()) expect([field, undefined]).toContain(fieldLabelled(`${name} *`));
  });

  it("stands in a form for the name", async () => {
    const request = formPost({
      "Correo electrónico (obligatorio)": "ana@x.example",
      "1. Nombre": "Ana",
      "¿En qué país está su empresa?": "Deutschland",
      "¿Quiere que le llamemos por teléfono?": "sí",
    });
    expect((await accepted(request)).submission).toMatchObject({
      email: "ana@x.example",
      contact: { name: "Ana", country: "DE" },
      other: [{ name: "¿Quiere que le llamemos por teléfono?", value: "sí" }],
    });
  });
});
