import { randomFrom } from "../../../lambdas/agreement/capacity-check/random.ts";
import type { LearnLead, Outcome } from "../../../lambdas/agreement/learn/line.ts";
import type { Agreement, OwnField } from "../../../lambdas/contract/agreement.ts";
import { anAgreement } from "../../builders/agreement.ts";

const label = (text: string) => ({ es: text, en: text });
const options = (...ids: string[]) => ids.map((id) => ({ id, label: label(id) }));
const channels = ["search", "referral", "ads", "fair", "social", "partner", "mailing", "other"] as const;
const trades = ["food", "pharma", "retail", "metal", "paper", "textile", "public", "services", "law", "farm"] as const;

const fields: OwnField[] = [
  { id: "visits", label: label("Visits"), type: "number", shown: [] },
  { id: "minutes", label: label("Minutes"), type: "number", shown: [] },
  { id: "staff", label: label("Staff"), type: "number", shown: [] },
  { id: "channel", label: label("Channel"), type: "one-of", options: options(...channels), shown: [] },
  { id: "trade", label: label("Trade"), type: "one-of", options: options(...trades), shown: [] },
  { id: "asked", label: label("Asked for a call"), type: "yes-no", shown: [] },
  { id: "noise", label: label("Noise"), type: "number", shown: [] },
];

const criterion = (
  id: string,
  field: string,
  test: Agreement["terms"]["segments"][number]["test"],
  points: number,
) => ({
  id,
  label: label(id),
  field,
  test,
  points,
});

/** Points as somebody made them by hand: most of it right, and much left out. */
export const handMade = (): Agreement =>
  anAgreement({
    fields,
    personas: [
      {
        id: "buyer",
        name: label("a buyer"),
        criteria: [
          criterion("asked", "asked", { equals: "yes" }, 25),
          criterion("visits", "visits", { atLeast: 4 }, 20),
          criterion("staff", "staff", { atLeast: 50, atMost: 999 }, 15),
          criterion("channel", "channel", { oneOf: ["referral", "partner"] }, 15),
          criterion("trade", "trade", { oneOf: ["food", "retail", "services"] }, 10),
          criterion("reachable", "phone", { exists: true }, 10),
        ],
      },
    ],
    gate: { leastMatches: 1, leastFit: 40, leastFamiliarity: 0, mustHaves: [], disqualifiers: [] },
    grades: { fit: [60, 30] },
    sla: { sales: { approaches: [] } },
  });

const ofChannel = {
  search: 0.2,
  referral: 1.1,
  ads: -0.9,
  fair: 0.6,
  social: -1.2,
  partner: 0.9,
  mailing: -0.2,
  other: 0,
};
const ofTrade = {
  food: 0.9,
  pharma: 0.8,
  retail: 0.4,
  metal: 0.7,
  paper: 0,
  textile: -0.1,
  public: -0.8,
  services: -0.3,
  law: -0.9,
  farm: 0,
};
const item = <T>(items: readonly T[]): T => {
  for (const each of items) return each;
  throw new Error("nothing to choose from");
};
const dayMillis = 86_400_000;
const start = Date.parse("2026-01-01T00:00:00Z");

export interface Made {
  readonly leads: LearnLead[];
  /** Of each lead, the log odds by which it was won. */
  readonly truth: number[];
}

interface Making {
  readonly leads: number;
  readonly seed: number;
  /** How much the truth says: 1 as it is, 0 nothing. */
  readonly signal?: number;
  /** Wins that have not come yet are open leads. */
  readonly isOpenEnded?: boolean;
}

/** Leads of a year whose truth is known. */
export const makeLeads = ({ leads: count, seed, signal = 1, isOpenEnded = false }: Making): Made => {
  const random = randomFrom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] ?? item(items);
  const end = start + 365 * dayMillis;
  const truth: number[] = [];
  const leads = Array.from({ length: count }, (_, i): LearnLead => {
    const [visits, minutes] = [Math.floor(-5 * Math.log(1 - random())), Math.round(-120 * Math.log(1 - random())) / 10];
    const staff = Math.round(Math.exp(1 + 6.5 * random()));
    const [channel, trade, asked, phone] = [pick(channels), pick(trades), random() < 0.3, random() < 0.6];
    const score =
      1.5 * Math.log1p(visits) +
      0.9 * Math.log1p(minutes) +
      (staff >= 50 && staff < 1000 ? 0.8 : 0) +
      (staff >= 300 ? -0.5 : 0) +
      ofChannel[channel] +
      ofTrade[trade] +
      (asked ? 1.5 : 0) +
      (phone ? 0.3 : 0);
    const odds = -1 + signal * (score - 5.6);
    truth.push(odds);
    const at = start + (i / count) * 365 * dayMillis;
    const wins = random() < 1 / (1 + Math.exp(-odds));
    const settled = at - 30 * dayMillis * Math.log(1 - random());
    const isOpen = isOpenEnded && settled > end;
    const outcome: Outcome = isOpen ? "open" : wins ? "won" : "lost";
    return {
      at: new Date(at).toISOString(),
      facts: {
        contact: {
          ...(phone && { phone: "+34 600 000 000" }),
          own: { visits, minutes, staff, channel, trade, asked, noise: Math.round(random() * 100) },
        },
        language: "es",
        email: "lead@",
        today: new Date(at).toISOString().slice(0, 10),
      },
      engagements: [],
      later: 0,
      source: channel,
      outcome,
      outcomeAt: isOpen ? undefined : new Date(Math.min(settled, isOpenEnded ? end : settled)).toISOString(),
    };
  });
  return { leads, truth };
};

/** The same leads, with the outcomes of one another. */
export const shuffled = (leads: readonly LearnLead[], seed: number): LearnLead[] => {
  const random = randomFrom(seed);
  const outcomes = leads.map(({ outcome }) => outcome);
  for (let i = outcomes.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [outcomes[i], outcomes[j]] = [outcomes[j], outcomes[i]];
  }
  return leads.map((lead, i) => ({ ...lead, outcome: outcomes[i], outcomeAt: lead.at }));
};
