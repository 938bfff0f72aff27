import { exponential, oneOf, poisson, type Random } from "../../lambdas/agreement/capacity-check/random.ts";
import type { AgreementTerms } from "../../lambdas/contract/agreement.ts";
import type { Language } from "../../lambdas/contract/stages.ts";
import { companies, firstNames, lastNames, titles } from "./people.ts";

/** An engagement on the web site, so many milliseconds after the form (before it when negative). */
export interface PlannedEngagement {
  readonly after: number;
  readonly kind: string;
  readonly subject?: string;
}

/** A person who will send the form, and how good a customer they would be. */
export interface Prospect {
  readonly at: number;
  readonly form: Readonly<Record<string, string | number>>;
  /** How long until the address is confirmed, if ever; milliseconds. */
  readonly confirmsAfter?: number;
  readonly engagements: readonly PlannedEngagement[];
  /** How likely sales is to accept the lead, and to win it; from 0 to 1. */
  readonly worth: number;
  readonly fit: keyof typeof titles;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

interface Origin {
  readonly source?: string;
  readonly medium?: string;
  readonly worth: number;
}

/** Where people come from: how many, and how good they are. */
const sources: readonly { readonly item: Origin; readonly weight: number }[] = [
  { item: { source: "google", medium: "cpc", worth: 0.5 }, weight: 30 },
  { item: { source: "linkedin", medium: "social", worth: 0.65 }, weight: 18 },
  { item: { source: "newsletter", medium: "email", worth: 0.7 }, weight: 14 },
  { item: { source: "feria-logistica", medium: "event", worth: 0.75 }, weight: 8 },
  { item: { source: "partner-erp", medium: "referral", worth: 0.85 }, weight: 7 },
  { item: { source: "facebook", medium: "social", worth: 0.25 }, weight: 9 },
  { item: { worth: 0.55 }, weight: 14 },
];

const fits = [
  { item: "operations", weight: 42 },
  { item: "budget", weight: 16 },
  { item: "owner", weight: 18 },
  { item: "other", weight: 36 },
] as const;

const interests = {
  es: { demo: "demo", price: "precios", guide: "guía", erp: "integración con ERP" },
  en: { demo: "demo", price: "pricing", guide: "guide", erp: "ERP integration" },
} as const;

/** Articles that buyers have read more often than others. */
const telling = ["case-frutas-levante", "total-cost", "erp-integration", "see-it-with-your-data"];

/** Everyone who sends the form between two instants (milliseconds since 1970), in the order of time. */
export const prospectsBetween = (
  from: number,
  to: number,
  perWeek: number,
  terms: AgreementTerms,
  random: Random,
): Prospect[] => {
  const days = Array.from({ length: Math.floor((to - from) / day) }, (_, i) => from + i * day);
  const count = (at: number): number =>
    poisson((perWeek / 7) * ([0, 6].includes(new Date(at).getUTCDay()) ? 0.35 : 1.26), random);
  const instants = days.flatMap((start) =>
    Array.from({ length: count(start) }, () => start + (7 + 12 * random()) * hour),
  );
  return instants
    .filter((at) => at < to)
    .toSorted((one, other) => one - other)
    .map((at, i) => prospect(at, i, terms, random));
};

const prospect = (at: number, number: number, terms: AgreementTerms, random: Random): Prospect => {
  const one = <T>(items: readonly T[]): T => pick(items, random);
  const language: Language = random() < 0.8 ? "es" : "en";
  const fit = oneOf(fits, random) ?? "operations";
  const origin = oneOf(sources, random) ?? { worth: 0.5 };
  const wants =
    oneOf(
      [
        { item: "demo", weight: 22 },
        { item: "price", weight: 24 },
        { item: "guide", weight: 44 },
        { item: "erp", weight: 10 },
      ] as const,
      random,
    ) ?? "guide";
  const [first, last] = [one(firstNames[language]), one(lastNames[language])];
  const company = companies[language].map((half) => one<string>(half)).join(" ");
  const isPrivate = fit === "other" && random() < 0.4;
  const domain = isPrivate ? one(terms.company.personalMail) : `${plain(company)}.example`;
  const worth = fit === "other" ? 0.15 : origin.worth;
  const isKeen = random() < worth + 0.15;
  return {
    at,
    fit,
    worth,
    form: {
      name: `${first} ${last}`,
      email: `${plain(first)}.${plain(last)}${number}@${domain}`,
      company,
      jobTitle: one<string>(titles[fit][language]),
      companySize: fit === "owner" ? 5 + Math.floor(random() * 44) : 50 + Math.floor(random() * random() * 900),
      industry: one<string>(
        language === "es"
          ? ["Alimentación", "Distribución", "Logística", "Farmacia", "Comercio", "Construcción"]
          : ["Food", "Distribution", "Retail", "Software", "Pharma"],
      ),
      country: language === "es" ? one(["ES", "ES", "ES", "ES", "ES", "MX"]) : one(["PT", "GB", "IE"]),
      ...(random() < 0.7 && {
        phone: `+34 910 ${String(100 + Math.floor(random() * 900))} ${String(100 + Math.floor(random() * 900))}`,
      }),
      interest: interests[language][wants],
      language,
      consent: terms.nurture.consentPurpose,
      ...ownAnswers(at, fit, terms),
      ...(origin.source !== undefined && { utm_source: origin.source, utm_medium: origin.medium ?? "" }),
    },
    ...(random() < (isKeen ? 0.85 : 0.4) && { confirmsAfter: exponential(5 * hour, random) + minute }),
    engagements: [...asked(wants), ...readings(isKeen, terms, random)],
  };
};

/** What only the agreement's own form asks for, by the minute of the form. */
const ownAnswers = (at: number, fit: string, { fields = [] }: AgreementTerms): Record<string, string | number> => {
  const minutes = Math.floor(at / minute);
  return Object.fromEntries(
    fields.flatMap(({ id, type, options = [] }): [string, string | number][] => {
      if (type === "number") return [[id, fit === "owner" ? 1 : 1 + (minutes % 4)]];
      const option = options[minutes % Math.max(1, options.length)];
      return option === undefined ? [] : [[id, option.id]];
    }),
  );
};

/** What the page with the form reports besides the form itself, which is an engagement of its own. */
const asked = (wants: string): PlannedEngagement[] => {
  if (wants === "demo") return [{ after: minute, kind: "demo-requested" }];
  return wants === "price"
    ? [{ after: minute, kind: "pricing-requested" }]
    : [{ after: 2 * minute, kind: "content-downloaded", subject: "guide" }];
};

const readings = (isKeen: boolean, { nurture }: AgreementTerms, random: Random): PlannedEngagement[] => {
  const before = Array.from(
    { length: poisson(2.5, random) },
    (): PlannedEngagement => ({ after: -exponential(2 * day, random), kind: "page-viewed" }),
  );
  const ids = nurture.content.map(({ id }) => id);
  const after = Array.from({ length: poisson(isKeen ? 5 : 1, random) }, (): PlannedEngagement => {
    const after = exponential(4 * day, random) + hour;
    const kind =
      oneOf(
        [
          { item: "content-read", weight: 5 },
          { item: "pricing-viewed", weight: isKeen ? 3 : 1 },
          { item: "page-viewed", weight: 3 },
        ] as const,
        random,
      ) ?? "page-viewed";
    const subject = isKeen && random() < 0.5 ? pick(telling, random) : pick(ids, random);
    return kind === "content-read" ? { after, kind, subject } : { after, kind };
  });
  return [...before, ...after];
};

const pick = <T>(items: readonly T[], random: Random): T => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("there is nothing to choose from");
  return item;
};

const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z]+/g, "-");
