import { describe, expect, it } from "vitest";
import { loadAgreement } from "../../lambdas/agreement/load-agreement.ts";
import { type Agreement, AgreementSchemaInForce, type AgreementTerms } from "../../lambdas/contract/agreement.ts";
import { parseFields } from "../../lambdas/domain/capture/submission-fields.ts";
import { decideAtGate } from "../../lambdas/domain/gate/decide-at-gate.ts";
import type { Contact } from "../../lambdas/domain/lead/lead.ts";
import { chooseContent } from "../../lambdas/domain/nurture/choose-content.ts";
import type { Facts } from "../../lambdas/domain/score/fact.ts";
import { sumsOf } from "../../lambdas/domain/score/familiarity-sums.ts";
import { scoreFamiliarity } from "../../lambdas/domain/score/score-familiarity.ts";
import { scoreFit } from "../../lambdas/domain/score/score-fit.ts";
import { rules } from "../domain/capture/request.ts";
import { altered, loadText, shipped } from "./explain/altered.ts";

const loaded = (file: string): Agreement => {
  const result = loadAgreement(file);
  if (!result.ok) throw new Error(`${file} has mistakes`);
  return result.agreement;
};

const versionOf = (text: string): string | undefined => {
  const result = loadText(text);
  return result.ok ? result.agreement.version : undefined;
};

const files = ["agreement.yaml", "agreement.demo.yaml"];

describe.each(files)("%s", (file) => {
  const agreement = loaded(file);

  it("is in order, and reads the same after its journey to the functions", () => {
    expect(AgreementSchemaInForce.parse(JSON.parse(JSON.stringify(agreement)))).toEqual(agreement);
    expect(agreement.version).toMatch(/^[0-9a-f]{12}$/);
  });

  it("has content for every phase of buying", () => {
    expect(new Set(agreement.terms.nurture.content.map(({ phase }) => phase))).toHaveLength(3);
  });

  it("has pages of its own for every piece, in both languages, on the company's site", () => {
    const pages = agreement.terms.nurture.content.flatMap(({ url }) => [url.es, url.en]);
    expect(new Set(pages)).toHaveLength(pages.length);
    for (const page of pages) expect(page).toMatch(/^https:\/\/www\.anaquel\.example\/(es|en)\/[a-z/-]+$/);
  });

  it.each(["operations", "budget", "owner"])("has a piece of its own for %s in every phase", (persona) => {
    const own = agreement.terms.nurture.content.filter(({ personas = [] }) => personas.includes(persona));
    expect(new Set(own.map(({ phase }) => phase))).toHaveLength(3);
  });

  it("gives a lead that has everything 100 points, whatever its persona", () => {
    const most = agreement.terms.personas.map(({ criteria }) =>
      criteria.reduce((sum, { points }) => sum + Math.max(points, 0), 0),
    );
    expect(most).toEqual([100, 100, 100]);
  });

  it("knows the addresses of no one real", () => {
    const { company, team, weeklyMeeting } = agreement.terms;
    const people = [team.director, ...team.managers, ...team.reps].map(({ email }) => email);
    for (const email of [company.sender.email, ...people, ...weeklyMeeting.attendees])
      expect(email).toMatch(/@anaquel\.example$/);
  });
});

describe("the gate, with the sample form", () => {
  const form = { companySize: 120, industry: "Logística y transporte", country: "ES", phone: "+34 960 55 12 40" };
  const lead = (contact: Contact): Facts => ({
    contact: { jobTitle: "Directora de operaciones", ...form, ...contact },
    language: "es",
    email: "lucia@frutas.example",
  });
  const sent = "2026-03-10T09:30:00.000Z";
  const later = "2026-03-10T09:32:00.000Z";

  /** The verdict two minutes after the form, with these events at the same time. */
  const verdict = (file: string, who: Facts, kinds: readonly string[]) => {
    const { terms, ...inForce } = loaded(file);
    const engagements = kinds.map((kind) => ({ engagementId: kind, kind, at: sent }));
    const sums = sumsOf(engagements, terms);
    const [fit, familiarity] = [scoreFit(who, terms), { ...scoreFamiliarity(sums, terms, later), sums }];
    return decideAtGate({ lead: who, fit, familiarity }, { ...inForce, terms }, later).verdict;
  };

  it.each(files)("%s: passes at once with a demo asked for, else after a few visits", (file) => {
    expect(verdict(file, lead({ interest: "demo" }), ["form-submitted", "demo-requested"])).toBe("qualified");
    expect(verdict(file, lead({}), ["form-submitted"])).toBe("not-yet");
    expect(verdict(file, lead({}), ["form-submitted", "pricing-viewed"])).toBe("not-yet");
    expect(verdict(file, lead({}), ["form-submitted", "pricing-viewed", "content-downloaded"])).toBe("qualified");
  });

  it.each(files)("%s: who has booked a meeting is with a rep at once", (file) => {
    expect(verdict(file, lead({}), ["form-submitted", "meeting-booked"])).toBe("qualified");
    const tools = loaded(file).terms.sources?.map(({ kind }) => kind);
    expect(tools).toContain("calendly");
  });

  it.each(files)("%s: no one passes on visits alone, and a student never does", (file) => {
    const everything = loaded(file).terms.familiarity.map(({ kind }) => kind);
    const onlyMail: Facts = { contact: {}, language: "es", email: "lucia@frutas.example" };
    expect(verdict(file, onlyMail, everything)).toBe("not-yet");
    expect(verdict(file, lead({ jobTitle: "Estudiante de Logística" }), everything)).toBe("disqualified");
  });

  it.each(files)("%s: a moderately filled form is enough, once there is interest", (file) => {
    const moderate = lead({ jobTitle: "Jefe de almacén", companySize: 80, industry: undefined, phone: undefined });
    expect(verdict(file, moderate, ["form-submitted"])).toBe("not-yet");
    expect(verdict(file, moderate, ["form-submitted", "webinar-attended", "pricing-viewed"])).toBe("qualified");
  });
});

describe("the personas, with forms as they come", () => {
  const country = "ES";
  const budget: Contact = { jobTitle: "CFO", companySize: 400, interest: "Integración con SAP", country };
  const owner: Contact = {
    jobTitle: "Gerente",
    company: "Suministros García e Hijos, S.L.",
    companySize: 11,
    industry: "Comercio de ferretería",
    country,
  };

  it.each<[string, string, Contact, string[]]>([
    ["operations", "operations", { jobTitle: "Jefa de logística", companySize: 120, country }, ["operations"]],
    ["finance", "budget", budget, ["holds-the-budget", "asks-for-erp"]],
    ["technology", "budget", { ...budget, jobTitle: "Directora de sistemas" }, ["holds-the-budget", "large"]],
    ["the owner", "owner", owner, ["runs-the-company", "family-business"]],
    ["somebody abroad", "owner", { jobTitle: "Owner", companySize: 9, country: "PT" }, ["small", "market"]],
  ])("%s", (_, persona, contact, met) => {
    const fit = scoreFit({ contact, language: "es", email: "ana@durana.example" }, loaded("agreement.yaml").terms);
    expect(fit.persona).toBe(persona);
    expect(fit.lines.map(({ criterion }) => criterion)).toEqual(expect.arrayContaining(["decides", ...met]));
    expect(fit.points).toBeGreaterThanOrEqual(50);
  });

  it("a private address and a firm of one take points off", () => {
    const { terms } = loaded("agreement.yaml");
    const facts = (email: string, companySize: number): Facts => ({
      contact: { ...owner, companySize },
      language: "es",
      email,
    });
    const [of, alone, privately] = [
      facts("ana@durana.example", 11),
      facts("ana@durana.example", 1),
      facts("ana@gmail.com", 11),
    ].map((who) => scoreFit(who, terms).points);
    expect(alone).toBeLessThan(of ?? 0);
    expect(privately).toBe((of ?? 0) - 5);
  });
});

describe("the fields of the agreement's own", () => {
  const read = (fields: Record<string, unknown>) => {
    const { terms } = loaded("agreement.yaml");
    const parsed = parseFields(Object.entries({ email: "ana@durana.example", ...fields }), {
      ...rules,
      ownFields: terms.fields ?? [],
    });
    if (!parsed.ok) throw new Error("the form is refused");
    const { contact } = parsed.submission;
    return { contact, other: parsed.submission.other, fit: scoreFit({ ...parsed.submission, contact }, terms) };
  };

  it("are read as forms call them, and count", () => {
    const several = read({ cargo: "Jefa de logística", "Número de almacenes": "3" });
    expect(several.contact.own).toEqual({ warehouses: 3 });
    expect(several.fit.lines.map(({ sentence }) => sentence.en)).toContain(
      "Warehouses: “3” reaches the minimum of 2 (+5)",
    );
    const erp = read({ cargo: "CFO", "form_fields[erp]": "Business Central (Navision)" });
    expect(erp.contact.own).toEqual({ erp: "business-central" });
    expect(erp.fit.lines.map(({ criterion, value }) => [criterion, value])).toContainEqual([
      "known-erp",
      "business-central",
    ]);
    expect(read({ cargo: "CFO", erp: "Ninguno" }).fit.lines.map(({ criterion }) => criterion)).not.toContain(
      "known-erp",
    );
  });

  it("stay as they were written when they are no value", () => {
    const { contact, other } = read({ warehouses: "más de 3", erp: "Uno que hicimos nosotros" });
    expect(contact).not.toHaveProperty("own");
    expect(other).toEqual([
      { name: "warehouses", value: "más de 3" },
      { name: "erp", value: "Uno que hicimos nosotros" },
    ]);
  });

  it.each(files)("%s: decide on a piece of content", (file) => {
    const { terms, ...inForce } = loaded(file);
    const only = terms.nurture.content.filter(({ when }) => when !== undefined);
    const known = new Set(terms.nurture.content.filter(({ when }) => when === undefined).map(({ id }) => id));
    const sentTo = (own: Contact["own"]) =>
      chooseContent({ contact: { own }, language: "es", email: "a@b.example" }, known, { terms, ...inForce })?.id;
    expect(only).toHaveLength(1);
    expect([sentTo({ warehouses: 2 }), sentTo({ warehouses: 1 }), sentTo(undefined)]).toEqual([
      only[0]?.id,
      undefined,
      undefined,
    ]);
  });
});

describe("the disqualifiers", () => {
  it.each<[string, Partial<Facts>, Contact]>([
    ["student", {}, { jobTitle: "Becaria de operaciones" }],
    ["competitor", { email: "ana@stockpilot.example" }, {}],
    ["job-seeker", {}, { interest: "Empleo" }],
    ["country-not-served", {}, { country: "AU" }],
    ["throwaway-mail", { email: "ana@mailinator.com" }, {}],
  ])("%s", (_, who, told) => {
    const { terms, ...inForce } = loaded("agreement.yaml");
    const contact = { jobTitle: "Directora de operaciones", companySize: 120, country: "ES", ...told };
    const lead: Facts = { contact, language: "es", email: "ana@frutas.example", ...who };
    const fit = scoreFit(lead, terms);
    const familiarity = { points: 90, sums: sumsOf([], terms) };
    const now = "2026-03-10T09:32:00.000Z";
    expect(decideAtGate({ lead, fit, familiarity }, { ...inForce, terms }, now).verdict).toBe("disqualified");
  });
});

describe("the trial's agreement", () => {
  it("differs from the real one in times and room only, and has a source to be tried by hand", () => {
    const [real, trial] = files.map((file) => loaded(file).terms);
    if (real === undefined || trial === undefined) throw new Error("an agreement is missing");
    const { sources = [] } = trial;
    expect(sources.at(-1)).toMatchObject({ id: "try-it", kind: "flat" });
    expect(withoutTimes({ ...trial, sources: sources.slice(0, -1) })).toEqual(withoutTimes(real));
  });
});

/**
 * The terms with every length of time, the calendar, the hours of sending, the days and the room of the reps and the
 * number of touches, and the limits on what anyone sends left out.
 */
const withoutTimes = (terms: AgreementTerms): unknown =>
  JSON.parse(
    JSON.stringify(terms, (key, value) => {
      if (
        ["workingHours", "holidays", "absences", "starts", "capacity", "mostTouches", "sending", "limits"].includes(key)
      )
        return undefined;
      return typeof value === "string" && /^[\d.]+ (working )?(second|minute|hour|day)s?$/.test(value) ? "time" : value;
    }),
  );

describe("the version of an agreement", () => {
  const version = versionOf(shipped);

  it("stays with other comments, other layout and other order of keys", () => {
    const text = altered(
      "name: Anaquel\n  sender: { name: Anaquel, email: hola@anaquel.example }",
      [
        "# signed by both",
        "  sender:",
        "    email: hola@anaquel.example",
        "    name: 'Anaquel'",
        "  name: Anaquel # the company",
      ].join("\n"),
    );
    expect(versionOf(text)).toBe(version);
    const friday = '    friday: ["08:00-15:00"]\n';
    const otherWeek = shipped.replace(friday, "").replace("  workingHours:\n", `  workingHours:\n${friday}`);
    expect(otherWeek).not.toBe(shipped);
    expect(versionOf(otherWeek)).toBe(version);
  });

  it.each([
    ["points: 25", "points: 24"],
    ["followUp: 2 working days", "followUp: 3 working days"],
    ["mustHaves: [decides]", "mustHaves: []"],
    ['- "2026-05-15"\n', '- "2026-05-14"\n'],
    ["term: { es: registro, en: sign-up }", "term: { es: alta, en: sign-up }"],
  ])("changes with a term: %j -> %j", (passage, otherwise) => {
    const changed = versionOf(altered(passage, otherwise));
    expect(changed).toMatch(/^[0-9a-f]{12}$/);
    expect(changed).not.toBe(version);
  });
});
