import { describe, expect, it } from "vitest";
import type { Source } from "../../../lambdas/contract/sources.ts";
import { mapAnswers, sentByTool } from "../../../lambdas/domain/source/map-answers.ts";
import { aSource } from "../../source/pipeline.ts";

const source = (over: Partial<Source> = {}) => aSource({ id: "web", kind: "typeform", ...over });
type Given = readonly { id?: string; label?: string; value: unknown }[];
const form = (...answers: Given) => ({
  what: "form" as const,
  answers,
});
const became = (answers: Given, over: Partial<Source> = {}) =>
  mapAnswers(form(...answers), source(over)).map(({ to, by }) => [to, by]);

describe("an answer of a form", () => {
  it("is the field that the mapping says, by id, label or position, before any name", () => {
    const mapping = [
      { id: "q_7", to: "jobTitle" },
      { label: "¿Cuál es tu CORREO de contacto?", to: "email" },
      { position: 3, to: "company" },
    ];
    const answers = [
      { id: "q_7", label: "Empresa", value: "Directora" },
      { id: "q_8", label: "¿cual es tu correo de contacto?", value: "ana@x.example" },
      { id: "q_9", label: "Teléfono", value: "Almacenes Gil" },
    ];
    expect(became(answers, { mapping })).toEqual([
      ["jobTitle", "rule"],
      ["email", "rule"],
      ["company", "rule"],
    ]);
  });

  it("is found by its label, then by its id, in both languages", () => {
    const answers = [
      { id: "x1", label: "Correo electrónico", value: "ana@x.example" },
      { id: "company", label: "¿Para quién trabajas?", value: "Gil" },
      { id: "x3", label: "Job title", value: "CEO" },
    ];
    expect(became(answers)).toEqual([
      ["Correo electrónico", "name"],
      ["company", "name"],
      ["Job title", "name"],
    ]);
  });

  it("is the address when it is the only one in a form whose questions have no names", () => {
    expect(
      became([
        { id: "1.3", value: "Laura" },
        { id: "2", value: "laura@gil.example" },
      ]),
    ).toEqual([
      ["1.3", "none"],
      ["email", "value"],
    ]);
    expect(
      became([
        { id: "1", value: "a@x.example" },
        { id: "2", value: "b@x.example" },
      ]),
    ).toEqual([
      ["1", "none"],
      ["2", "none"],
    ]);
  });
});

describe("what a source says of its forms", () => {
  const consent = { answer: "Novedades", yes: ["Sí, quiero recibirlas"], textVersion: "2026-03" };
  const sent = (value: unknown, over: Partial<Source> = {}) =>
    new Map(sentByTool(form({ id: "c", label: "novedades", value }), source({ consent, ...over })));

  it("makes a yes of the words beside its consent box, which stay as the proof, and of no others", () => {
    expect(sent("sí, quiero recibirlas").get("consent")).toEqual({
      given: true,
      textVersion: "2026-03",
      words: "sí, quiero recibirlas",
    });
    expect(sent(["Sí, quiero recibirlas"]).get("consent")).toMatchObject({ given: true });
    expect(sent("No, gracias").get("consent")).toBe("No, gracias");
    expect(sent(true).get("consent")).toBe(true);
    expect(sent(true).get("consentTextVersion")).toBe("2026-03");
  });

  it("stands for the interest that the form does not ask for, and not for one that it does", () => {
    expect(sent("", { interest: "demo" }).get("interest")).toBe("demo");
    const asked = sentByTool(form({ id: "interest", value: "precio" }), source({ interest: "demo" }));
    expect(asked.filter(([, value]) => value === "demo")).toEqual([]);
  });

  it("comes after what the tool knows, which comes after the answers", () => {
    const both = sentByTool(
      { ...form({ id: "utm_source", value: "own" }), beside: { utmSource: "tools", pageUrl: "https://x.example/" } },
      source(),
    );
    expect(both.map(([name]) => name)).toEqual(["utm_source", "utmSource", "pageUrl"]);
  });
});
