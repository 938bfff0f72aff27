import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { explainAnnex } from "../../../lambdas/agreement/explain/explain-annex.ts";
import { explainPage } from "../../../lambdas/agreement/explain/explain-page.ts";
import { loadAgreement } from "../../../lambdas/agreement/load-agreement.ts";
import { type Agreement, AgreementSchema, type AgreementTerms } from "../../../lambdas/contract/agreement.ts";
import { BilingualSchema, type Language, LanguageSchema } from "../../../lambdas/contract/stages.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { shipped } from "./altered.ts";

const inForce = (terms: AgreementTerms): Agreement => ({
  version: "abc123def456",
  holidays: [],
  holidaysOfReps: {},
  zones: {},
  terms,
});
const ours = inForce(AgreementSchema.parse(parse(shipped)));

/** In one line: what is said, wherever its lines end. */
const inOneLine = (text: string): string => text.replace(/\s+/g, " ");
const page = (agreement: Agreement, language: Language): string =>
  inOneLine(explainPage(agreement, language, "print the annex"));
const annex = (agreement: Agreement, language: Language): string => inOneLine(explainAnnex(agreement, language));

/** All texts for people in a part of the terms, in one language. */
const textsIn = (part: unknown, language: Language): string[] => {
  const words = BilingualSchema.safeParse(part);
  if (words.success) return [words.data[language]];
  return typeof part === "object" && part !== null
    ? Object.values(part).flatMap((each) => textsIn(each, language))
    : [];
};

describe.each(LanguageSchema.options)("the agreement in %s", (language) => {
  const { glossary, nurture, segments, familiarity, fields, industries, sources, acknowledgement, ...terms } =
    ours.terms;
  const { approaches, lostReasons, ...sales } = terms.sla.sales;
  const others = { ...terms, sla: sales, familiarity: familiarity.map(({ label }) => label) };
  const promises = familiarity.flatMap(({ promise }) => promise ?? []);
  const detail = [
    glossary,
    fields,
    industries,
    sources,
    nurture.content.map(({ title }) => title),
    nurture.programmes,
    segments,
    promises,
    acknowledgement,
    approaches,
    lostReasons,
  ];
  const ourPage = page(ours, language);
  const ourAnnex = annex(ours, language);

  it.each(["agreement.yaml", "agreement.demo.yaml"])("%s is a page of at most 72 lines of 100 characters", (file) => {
    const loaded = loadAgreement(file);
    if (!loaded.ok) throw new Error(`${file} has mistakes`);
    const lines = explainPage(loaded.agreement, language, `npm run agreement:explain -- --annex ${file}`).split("\n");
    expect(lines.length - 1).toBeLessThanOrEqual(72);
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
  });

  it("has every label and name that was agreed on the page", () => {
    const texts = textsIn(others, language);
    expect(texts.length).toBeGreaterThan(60);
    for (const text of texts) expect(ourPage).toContain(text);
  });

  it("has every word and title, and whatever helps to sell, in the annex", () => {
    for (const text of textsIn(detail, language)) expect(ourAnnex).toContain(text);
  });

  it("names everyone of the team, both parties, the annex and the version", () => {
    const { director, marketing, managers, reps } = ours.terms.team;
    for (const { name } of [director, marketing, ...managers, ...reps]) expect(ourPage).toContain(name);
    expect(ourPage).toMatch(/`print the annex` - .*_{20}.* - .*_{20}/);
    for (const text of [ourPage, ourAnnex]) expect(text.match(/abc123def456/g)).toHaveLength(1);
  });

  it("tells every figure and every length of time", () => {
    let last = 1000;
    const told: string[] = [];
    const noted = (value: string): string => {
      told.push(value);
      return value;
    };
    const numbered: AgreementTerms = JSON.parse(
      JSON.stringify({ ...ours.terms, limits: undefined }),
      (key, value: unknown) => {
        if (key === "reminderShare" || key === "leastAcceptanceRate") return value;
        // The annex has the caps, the limits, and what is particular of a segment or a rep.
        if (["cap", "capPerDay", "segments", "openAtMost", "weight"].includes(key)) return value;
        last += 1;
        if (typeof value === "number") return Number(noted(String(last)));
        if (typeof value !== "string" || !/^\d+ (working )?(minute|hour|day)s?$/.test(value)) return value;
        noted(`${last} `);
        return value.replace(/^\d+/, String(last));
      },
    );
    const { linksLive, mailSettles } = numbered.team;
    const inTheAnnex = [linksLive, mailSettles, ...Object.values(numbered.retention ?? {})];
    // Numbers of fields of the agreement's own are written with separators.
    const words = page(inForce({ ...numbered, segments }), language).replace(/(\d),(\d{3})/g, "$1$2");
    expect(told.length).toBeGreaterThan(70);
    const inSegments = JSON.stringify([numbered.segments, numbered.nurture.content]);
    const onThePage = told.filter(
      (figure) => !inTheAnnex.some((time) => time.startsWith(figure)) && !inSegments.includes(`:${figure}`),
    );
    for (const figure of onThePage) expect(words).toContain(figure);
    for (const time of inTheAnnex) expect(annex(inForce(numbered), language)).toContain(time.replace(/\D.*/, " "));
  });

  it("keeps the lines of the annex short, but for words that are longer", () => {
    for (const line of explainAnnex(ours, language).split("\n"))
      expect(line.length <= 100 || !line.trim().includes(" ")).toBe(true);
  });

  it("has no empty place in it", () => {
    for (const text of [ourPage, ourAnnex])
      expect(text).not.toMatch(/undefined|null|NaN|\[object|\*\*\*\*|\(\)|: [.;]/);
  });
});

describe("what the page says of", () => {
  it("a fit that every buyer has, once for all of them", () => {
    const words = page(ours, "en");
    expect(words.match(/Decision-making role/g)).toHaveLength(1);
    expect(words).toContain("*For all buyers*: Decision-making role (+25, must-have: a manager or above);");
    expect(words.match(/Personal e-mail address/g)).toHaveLength(ours.terms.personas.length);
  });

  it("a buyer who has nothing but what all have", () => {
    const [buyer] = ours.terms.personas;
    if (buyer === undefined) throw new Error("nobody buys");
    const alone = page(inForce({ ...ours.terms, personas: [buyer] }), "es");
    expect(alone).not.toContain("Para todos");
    const twins = [buyer, { ...buyer, id: "twin", name: { es: "Gemela", en: "Twin" } }];
    expect(page(inForce({ ...ours.terms, personas: twins }), "es")).toContain("Cliente 2. Gemela**: nada más.");
  });

  it.each<[string, Agreement, string, string]>([
    ["single consent", anAgreement(), "a quien los acepta; quien", "agreed to these e-mails; those who unsubscribe"],
    [
      "double opt-in",
      anAgreement({ nurture: { doubleOptIn: true } }),
      "ha confirmado su dirección en un correo aparte",
      "have confirmed their address in a separate e-mail",
    ],
    [
      "no quiet hours",
      anAgreement(),
      "en la hora local del lead, nunca en un festivo de la empresa.",
      "in the lead's local time, never on a company holiday.",
    ],
    [
      "quiet hours",
      anAgreement({ nurture: { sending: { quietHours: { from: "20:15", to: "08:45" } } } }),
      "nunca entre las 20:15 y las 08:45 ni en un festivo de la empresa",
      "never between 20:15 and 08:45 or on a company holiday",
    ],
    [
      "neither quiet hours nor holidays",
      anAgreement({ company: { holidays: null } }),
      "en la hora local del lead. *Consentimiento*",
      "in the lead's local time. *Consent*",
    ],
    [
      "days that are not in a row",
      anAgreement({ nurture: { sending: { days: ["thursday", "monday"] } } }),
      "Llegan lunes y jueves,",
      "They arrive Monday and Thursday,",
    ],
    ["every day", anAgreement(), "Llegan todos los días,", "They arrive every day,"],
    [
      "a fast lane",
      anAgreement({ gate: { fastLane: [{ kind: "pricing-viewed", within: "1 day" }] } }),
      "*Vía rápida*: durante 1 día desde «Página de precios visitada» no se le exige familiaridad.",
      "*Fast lane*: for 1 day after “Pricing page viewed”, the familiarity minimum does not apply.",
    ],
    [
      "a share",
      anAgreement({ sla: { marketing: { leastAcceptanceRate: 0.625 } } }),
      "al menos el 62,5 %",
      "at least 62.5%",
    ],
    [
      "a step at once",
      anAgreement(),
      "de inmediato se avisa a su responsable",
      "the rep's manager is notified immediately",
    ],
    ["a single hour", anAgreement(), "se reintenta cada hora laborable", "assignment is retried every working hour"],
    [
      "what fades alike",
      ours,
      "*Cada 14 días*: Página de precios visitada (+15) y Página visitada (+2). *Cada 30 días*:",
      "*Every 14 days*: Pricing page viewed (+15) and Page viewed (+2). *Every 30 days*:",
    ],
    [
      "another time for a segment and the fast lane",
      ours,
      "en 2 días laborables; en 1 día laborable para «Empresa con varios almacenes» y en 15 minutos laborables por la vía rápida.",
      "within 2 working days; within 1 working day for “Company with several warehouses” and within 15 working minutes in the fast lane.",
    ],
    [
      "a lead that goes to another rep",
      ours,
      "se reasigna a otra persona, con 4 horas laborables; si también vence ese plazo, de inmediato se avisa a su responsable;",
      "the lead is reassigned after 4 working hours, with 4 working hours to answer; if that deadline passes too, the rep's manager is notified immediately;",
    ],
    [
      "a ladder that ends with another rep",
      anAgreement({ sla: { sales: { escalation: [{ after: "1 working hour", reassign: true }] } } }),
      "si también vence ese plazo, al cabo de 3 días laborables vuelve a marketing.",
      "if that deadline passes too, the lead returns to marketing after 3 working days.",
    ],
    [
      "what a rep may postpone",
      ours,
      "con un motivo, el comercial puede aplazarlo una vez hasta 5 días laborables o pedir una vez 1 día laborable más.",
      "with a reason, they may snooze the lead once for up to 5 working days or ask once for 1 working day more.",
    ],
    [
      "a rep who may only snooze, and twice",
      anAgreement({ sla: { sales: { snooze: { most: 2 }, moreTime: { most: 0 } } } }),
      "con un motivo, el comercial puede aplazarlo 2 veces hasta 5 días laborables. *Después",
      "with a reason, they may snooze the lead 2 times for up to 5 working days. *After",
    ],
    [
      "a rep who may neither",
      anAgreement({ sla: { sales: { snooze: { most: 0 }, moreTime: { most: 0 } } } }),
      "se envía un recordatorio. *Después",
      "of that time has passed. *After",
    ],
    [
      "a lead for which nobody has room",
      ours,
      "y, al cabo de 1 día laborable, lo recibe un responsable.",
      "and after 1 working day a manager gets the lead.",
    ],
    [
      "a deputy for whom nobody has room",
      anAgreement({ sla: { sales: { overflow: { to: "deputy" } } } }),
      "lo recibe el suplente de un responsable.",
      "after 1 working day a manager's deputy gets the lead.",
    ],
    [
      "nobody for whom nobody has room",
      anAgreement(),
      "cada hora laborable, empezando por el lead de más valor.",
      "every working hour, starting with the most valuable lead.",
    ],
    [
      "a cool-down",
      ours,
      "por «Todavía no es el momento» (60 días en pausa), «Sin presupuesto",
      "for “Too early” (paused for 60 days), “No budget",
    ],
  ])("%s", (_, agreement, es, en) => {
    expect(page(agreement, "es")).toContain(es);
    expect(page(agreement, "en")).toContain(en);
  });

  it("a gate without must-haves, disqualifiers and fast lane leaves them out", () => {
    const agreement = anAgreement({ gate: { mustHaves: [], disqualifiers: [] } });
    expect(page(agreement, "en")).not.toMatch(/must-have|Fast lane|Never, whatever/);
    expect(annex(agreement, "en")).not.toContain("When a lead is never an MQL");
  });
});
