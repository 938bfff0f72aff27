import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OwnField } from "../../../lambdas/contract/agreement.ts";
import { limits } from "../../../lambdas/contract/limits.ts";
import type { Source } from "../../../lambdas/contract/sources.ts";
import type { CaptureRules } from "../../../lambdas/domain/capture/capture-rules.ts";
import { parseFields } from "../../../lambdas/domain/capture/submission-fields.ts";
import type { Answer } from "../../../lambdas/domain/source/kind.ts";
import { sentByTool } from "../../../lambdas/domain/source/map-answers.ts";
import { tryForm } from "../../../lambdas/domain/source/try-form.ts";
import { tryRequest } from "../../../lambdas/domain/source/try-request.ts";
import { sayUnread } from "../../../lambdas/views/source/unread-words.ts";
import { sayWalk } from "../../../lambdas/views/source/walk.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { now } from "../../builders/now.ts";
import { sampleOf } from "../../sources/sample.ts";
import { sourceOf } from "./kinds.ts";

const { terms } = anAgreement();
const rules: CaptureRules = {
  now,
  siteOrigins: [],
  languages: ["es", "en"],
  defaultLanguage: "es",
  leastFillMillis: 2000,
  consentPurpose: "news",
  ownFields: [],
  country: "ES",
  timeZone: "Europe/Madrid",
  company: "Engranaje Industrial",
};
const budget: OwnField = {
  id: "budget",
  label: { es: "Presupuesto anual", en: "Yearly budget" },
  type: "money",
  shown: ["lead"],
};

const json = (body: unknown) => ({
  url: "/sources/flat",
  headers: { "content-type": "application/json" },
  body: Buffer.from(JSON.stringify(body)),
});

const tried = async (body: unknown, over: Partial<Source> = {}, ownFields: readonly OwnField[] = []) => {
  const source = { ...sourceOf("flat"), ...over };
  const read = await tryRequest(json(body), source, terms, { ...rules, ownFields });
  if (!read.ok) throw new Error(read.because);
  const [thing] = read.things;
  if (thing?.what !== "form") throw new Error("expected a form");
  return thing;
};

const email = { email: "laura.gil@almacenes-gil.example" };
const told = ({ answers }: Awaited<ReturnType<typeof tried>>) =>
  answers.map(({ answer, by, field, kept, isBeside }) => [
    answer.id ?? answer.label,
    by,
    field,
    kept.map((each) => `${each.field}=${String(each.value)}`).join(" "),
    isBeside,
  ]);

describe("the walk of a request", () => {
  it("tells of each answer what it became, by a rule or by its name, as the pipeline keeps it", async () => {
    const form = await tried(
      { ...email, "first name": "LAURA", apellidos: "Gil", firma: "Almacenes Gil", employees: "50-249", urgencia: "" },
      { mapping: [{ id: "firma", to: "company" }] },
    );
    expect(told(form)).toEqual([
      ["email", "name", "email", "email=laura.gil@almacenes-gil.example", false],
      ["first name", "name", "firstName", "name=LAURA Gil", false],
      ["apellidos", "name", "lastName", "name=LAURA Gil", false],
      ["firma", "rule", "company", "company=Almacenes Gil", false],
      ["employees", "name", "companySize", "companySize=50", true],
      ["urgencia", "none", undefined, "", false],
    ]);
  });

  it("suggests the field whose name is nearest in either language, and no field that another answer is", async () => {
    const form = await tried({
      ...email,
      "Empleados que hay ahora en plantilla": "40",
      "The sector that you sell to": "Textil",
      "Nombre completo del contacto": "Laura Gil",
      "Correo de respaldo": "otra",
      "Plantilla de la matriz": "3",
      color: "rojo",
    });
    expect(form.answers.map(({ suggestion }) => suggestion?.field)).toEqual([
      undefined,
      "companySize",
      "industry",
      "name",
      undefined,
      "companySize",
      undefined,
    ]);
    expect(form.answers[1]?.suggestion?.rule).toEqual({
      id: "Empleados que hay ahora en plantilla",
      to: "companySize",
    });
  });

  it("knows a label that says for sure what it asks", async () => {
    const source = sourceOf("tally");
    const answers = [{ id: "q1", label: "2. ¿Cuántos empleados tiene su empresa? *", value: "40" }];
    const { answers: walked } = tryForm({ what: "form", answers }, source, rules);
    expect(walked[0]).toMatchObject({ by: "name", field: "companySize", kept: [{ value: 40 }] });
  });

  it("knows the agreement's own fields: by name, by rule and as suggestions", async () => {
    const form = await tried(
      { ...email, "yearly budget": "1.200 €", gasto: "300", "¿De qué presupuesto anual disponen?": "10" },
      { mapping: [{ id: "gasto", to: "budget" }] },
      [budget],
    );
    expect(told(form).slice(1)).toEqual([
      ["yearly budget", "name", "budget", "budget=1200", false],
      ["gasto", "rule", "budget", "", true],
      ["¿De qué presupuesto anual disponen?", "none", undefined, "", true],
    ]);
    const [, first] = (await tried({ ...email, "¿De qué presupuesto anual disponen?": "10" }, {}, [budget])).answers;
    expect(first?.suggestion?.field).toBe("budget");
  });

  it("takes the only address for the e-mail; of two it suggests each, and says why the form is refused", async () => {
    const one = await tried({ "2": "laura.gil@almacenes-gil.example" });
    expect(one.submission?.email).toBe("laura.gil@almacenes-gil.example");
    expect(one.answers[0]).toMatchObject({ by: "value" });
    const form = await tried({
      "2": "laura.gil@almacenes-gil.example",
      company: "Almacenes Gil",
      "3": "marta@almacenes-gil.example",
    });
    expect(form.problems.map(({ field }) => field)).toEqual(["email"]);
    expect(form.submission).toBeUndefined();
    expect(form.answers.slice(0, 2).map(({ suggestion }) => suggestion?.field)).toEqual(["email", "email"]);
    // What else it says is told all the same.
    expect(told(form)[2]).toEqual(["company", "name", "company", "company=Almacenes Gil", false]);
  });

  it.each([
    ["given", "Sí, quiero"],
    ["refused", "no"],
    ["not-understood", "quizás"],
    ["nothing-said", ""],
  ] as const)("says of the consent: %s", async (consent, said) => {
    const source = { consent: { answer: "ok", yes: ["Sí, quiero"], textVersion: "2026" } };
    expect((await tried({ ...email, ok: said }, source)).consent).toBe(consent);
  });

  it("says that nothing is the consent, and which rules no answer meets", async () => {
    const consent = { answer: "ok", textVersion: "2026" };
    const form = await tried(email, { consent, mapping: [{ id: "firma", to: "company" }] });
    expect([form.consent, form.lacksConsentBox]).toEqual(["not-asked", true]);
    expect(form.unused).toEqual([{ id: "firma", to: "company" }]);
  });

  it("lists the criteria that can never match, since the form does not ask", async () => {
    const never = ({ never: all }: Awaited<ReturnType<typeof tried>>) =>
      all.flatMap(({ criteria }) => criteria.map(({ id }) => id));
    expect(never(await tried(email))).toEqual(["decides", "mid-sized", "industry", "spain", "reachable"]);
    // An open question is asked; a mail domain is always there.
    expect(never(await tried({ ...email, cargo: "", sector: "x", phone: "1", country: "", employees: 3 }))).toEqual([]);
  });

  it("counts as asked what the agreement says of every form of the source", async () => {
    expect((await tried(email, { interest: "demo" })).asked.has("interest")).toBe(true);
  });

  it("says what a body is that cannot be read, and what is none of ours", async () => {
    const bad = { url: "/", headers: {}, body: Buffer.from("{") };
    expect(await tryRequest(bad, sourceOf("typeform"), terms, rules)).toEqual({ ok: false, because: "not-json" });
    const many = Array.from({ length: limits.arrivedAtOnce + 1 }, () => email);
    expect(await tryRequest(json(many), sourceOf("flat"), terms, rules)).toEqual({ ok: false, because: "too-many" });
    const fetchedLead = { what: "lead-id", isTest: false };
    const fetched = await tryRequest(sampleOf("meta-lead-ads"), sourceOf("meta-lead-ads"), terms, rules);
    expect(fetched).toEqual({ ok: true, things: [fetchedLead, fetchedLead] });
    const ping = await tryRequest(sampleOf("meta-lead-ads-test"), sourceOf("meta-lead-ads"), terms, rules);
    expect(ping).toEqual({ ok: true, things: [{ what: "nothing", because: "ping" }] });
  });

  it("says of one that cannot be read what it is, and tells of the others", async () => {
    const source = sourceOf("flat");
    const some = await tryRequest(json([email, 3]), source, terms, rules);
    expect(some).toMatchObject({ ok: true, things: [{ what: "form" }, { what: "unread", because: "other-shape" }] });
    const [, unread] = sayWalk(some, source, anAgreement()).things;
    expect(unread).toMatchObject({ becomes: "refused", says: sayUnread("other-shape") });
  });

  it("says of what a browser did whether the agreement counts it", async () => {
    const read = await tryRequest(sampleOf("segment-batch"), sourceOf("segment"), terms, rules);
    const engagements = read.ok ? read.things.filter(({ what }) => what === "engagement") : [];
    expect(engagements).toContainEqual({
      what: "engagement",
      did: expect.objectContaining({ kind: "pricing-viewed" }),
      counts: true,
    });
  });
});

describe("the walk of any form", () => {
  const answer: fc.Arbitrary<Answer> = fc.record({
    id: fc.option(fc.constantFrom("email", "1", "company", "nombre", "apellidos", "x", "consent"), { nil: undefined }),
    label: fc.option(fc.constantFrom("Empresa", "E-mail", "¿Algo más?", "Empleados"), { nil: undefined }),
    value: fc.oneof(
      fc.constantFrom("a@b.example", "sí", "", "Talleres", 12, true, null),
      fc.constant(["a", "b"]),
      fc.constant({ email: "c@d.example" }),
    ),
  });

  it("is what the pipeline stores, and tells of every answer once", () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 8 }), (answers) => {
        const source = sourceOf("flat");
        const form = { what: "form", answers } as const;
        const walk = tryForm(form, source, rules);
        const stored = parseFields(sentByTool(form, source), rules);
        expect(walk.submission).toEqual(stored.ok ? stored.submission : undefined);
        expect(walk.answers.map(({ position }) => position)).toEqual(answers.map((_, i) => i + 1));
        // Nothing is invented.
        const { contact = {} } = walk.submission ?? {};
        for (const { kept } of walk.answers)
          for (const { field, value } of kept)
            if (field in contact && stored.ok) expect(Object.values(contact)).toContainEqual(value);
      }),
    );
  });
});
