import { describe, expect, it } from "vitest";
import { sampleOf } from "../../sources/sample.ts";
import { arrivedIn, bytes, laura, page, question, textOf } from "./kinds.ts";

describe("a form plugin of WordPress", () => {
  it("is an entry of Gravity Forms, without its own properties", async () => {
    expect(await arrivedIn("gravity-forms", sampleOf("gravity-forms"))).toEqual([
      {
        what: "form",
        id: "802",
        at: "2026-11-18T18:17:02.000Z",
        beside: { pageUrl: "https://www.almacenes-gil.example/demo/?utm_source=newsletter" },
        answers: [
          { id: "2", value: laura },
          { id: "3", value: "Almacenes Gil" },
          { id: "4", value: "Demo" },
          { id: "7", value: question },
          { id: "1.2", value: "" },
          { id: "1.3", value: "Laura" },
          { id: "1.6", value: "Gil" },
          { id: "5.1", value: "Precio" },
          { id: "5.2", value: "Guía" },
          { id: "6.1", value: "1" },
          { id: "6.2", value: "Acepto recibir novedades" },
          { id: "6.3", value: "4" },
        ],
      },
    ]);
  });

  it("is the same entry as a browser's form", async () => {
    const sample = sampleOf("gravity-forms");
    const entry: Record<string, string | null> = JSON.parse(textOf(sample));
    const body = new URLSearchParams(Object.entries(entry).map(([name, value]) => [name, value ?? ""]));
    const asForm = {
      ...sample,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: bytes(`${body}`),
    };
    expect(await arrivedIn("gravity-forms", asForm)).toEqual(await arrivedIn("gravity-forms", sample));
  });

  it("has the names that a user of Gravity Forms gave, if only some fields are sent", async () => {
    const named = {
      ...sampleOf("gravity-forms"),
      body: bytes(JSON.stringify({ id: "12345678Z", email: laura, form_id: "3" })),
    };
    expect(await arrivedIn("gravity-forms", named)).toEqual([
      {
        what: "form",
        answers: [
          { id: "id", value: "12345678Z" },
          { id: "email", value: laura },
          { id: "form_id", value: "3" },
        ],
      },
    ]);
  });

  it("has no id if what is called so comes without a form's, whatever the other names", async () => {
    const body = bytes(JSON.stringify({ "2": laura, id: "12345678Z" }));
    const [form] = await arrivedIn("gravity-forms", { ...sampleOf("gravity-forms"), body });
    expect(form).toEqual({
      what: "form",
      answers: [
        { id: "2", value: laura },
        { id: "id", value: "12345678Z" },
      ],
    });
  });

  it("is a body of WPForms with the user's names, its choices apart", async () => {
    expect(await arrivedIn("wpforms", sampleOf("wpforms"))).toEqual([
      {
        what: "form",
        answers: [
          { id: "name", value: "Laura Gil" },
          { id: "email", value: laura },
          { id: "company", value: "Almacenes Gil" },
          { id: "interest", value: ["Precio", "Guía"] },
          { id: "visit", value: "25/11/2026 10:00" },
          { id: "plans", value: "https://www.almacenes-gil.example/wp-content/uploads/wpforms/plano.pdf" },
          { id: "news", value: "Acepto recibir novedades" },
        ],
      },
    ]);
  });

  it("is a form of Elementor by its titles", async () => {
    expect(await arrivedIn("elementor", sampleOf("elementor"))).toEqual([
      {
        what: "form",
        beside: { pageUrl: "https://www.almacenes-gil.example/demo/?utm_source=newsletter" },
        answers: [
          { label: "Nombre", value: "Laura Gil" },
          { label: "Correo electrónico", value: laura },
          { label: "Intereses", value: "Precio, Guía" },
          { id: "message", value: question },
          { label: "Acepto recibir novedades", value: "on" },
        ],
      },
    ]);
  });

  it("is a form of Elementor with advanced data, by its ids and titles", async () => {
    expect(await arrivedIn("elementor", sampleOf("elementor-advanced"))).toEqual([
      {
        what: "form",
        beside: { pageUrl: "https://www.almacenes-gil.example/demo/?utm_source=newsletter" },
        answers: [
          { id: "name", label: "Nombre", value: "Laura Gil" },
          { id: "email", label: "Correo electrónico", value: laura },
          { id: "field_3f2a", label: "Intereses", value: ["Precio", "Guía"] },
          { id: "message", label: undefined, value: question },
          { id: "news", label: "Acepto recibir novedades", value: "on" },
        ],
      },
    ]);
  });

  it("is a form of Contact Form 7 by its tags", async () => {
    expect(await arrivedIn("contact-form-7", sampleOf("contact-form-7"))).toEqual([
      {
        what: "form",
        beside: page,
        answers: [
          { id: "your-name", value: "Laura Gil" },
          { id: "your-email", value: laura },
          { id: "your-company", value: "Almacenes Gil" },
          { id: "your-interest", value: "Demo" },
          { id: "your-topics", value: ["Precio", "Guía"] },
          { id: "your-message", value: question },
          { id: "acceptance-news", value: "1" },
        ],
      },
    ]);
  });
});
