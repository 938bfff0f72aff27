import { describe, expect, it } from "vitest";
import { isNoCompany, isPlaceholder } from "../../../lambdas/domain/text/placeholder.ts";

const nothing = [
  "",
  "-",
  "--",
  " — ",
  "...",
  "?",
  "n/a",
  "N/A",
  "n.a.",
  "N/D",
  "(n/a)",
  "s/n",
  "none",
  "Ninguno",
  "NINGUNA.",
];
const words = [
  "No aplica",
  "sin especificar",
  "Desconocido",
  "not applicable",
  "Prefiero no decirlo",
  "I don’t know",
  "XXX",
];
const prompts = [
  "Select…",
  "-- Seleccione --",
  "Selecciona una opción",
  "Please select",
  "Choose an option",
  "Elija su país",
  "Select country",
];

describe("a placeholder", () => {
  it.each([...nothing, ...words, ...prompts, "na", "ND", "x"])("says nothing: %j", (text) => {
    expect(isPlaceholder(text)).toBe(true);
    expect(isNoCompany(text)).toBe(true);
  });

  it.each(["Nada", "Nil", "Na", "ND"])("is none where a person is called so: %j", (text) => {
    expect(isPlaceholder(text, "name")).toBe(false);
  });

  it.each(["Test", "Otro", "Nadal", "Select Fashion", "Ninguneados, S. L.", "3M", "Elige", "EL CORTE", "İ"])(
    "is not %j",
    (text) => {
      expect(isPlaceholder(text)).toBe(text === "Elige");
    },
  );
});

describe("what is no company", () => {
  it.each([
    "Autónomo",
    "AUTONOMA",
    "freelance",
    "Particular",
    "self-employed",
    "Self employed",
    "mi empresa",
    "Sin empresa",
    "Autónomo/a",
    "Freelance (autónomo)",
    "Autónomo - diseño",
  ])("is written %j", (text) => {
    expect(isNoCompany(text)).toBe(true);
  });

  it.each(["Autónomos Reunidos, S. L.", "Freelance Iberia", "Particular Books", "Talleres Norte", "3M"])(
    "is not %j",
    (text) => {
      expect(isNoCompany(text)).toBe(false);
    },
  );
});
