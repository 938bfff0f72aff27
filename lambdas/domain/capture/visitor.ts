import * as z from "zod/mini";
import { lifetimes, limits } from "../../contract/limits.ts";
import { type Engagement, EngagementSchema } from "../lead/lead.ts";
import { elapsedMillis } from "../working-time/duration.ts";

/** A browser: what it did while it was anonymous, then the lead that it belongs to. */
export const VisitorSchema = z.object({
  /** Optimistic lock; 0 was never written. */
  version: z.int(),
  /** The lead that sent a form from this browser: what it does now is the lead's. */
  leadId: z.optional(z.string()),
  /** A known lead of which it sent a form that nobody has confirmed: it stays anonymous. */
  pendingFor: z.optional(z.string()),
  engagements: z.array(EngagementSchema),
  /** Epoch seconds: from then on the browser is a stranger again. */
  expiresAt: z.int(),
});
export type Visitor = z.infer<typeof VisitorSchema>;

const visitorMillis = elapsedMillis(lifetimes.visitor);

/**
 * An anonymous visitor's engagements to keep, in order of time: each once, of the last 90 days. When there are too
 * many, the kinds take turns, the newest first, so that many page views do not push out the one download. The result
 * depends on the events alone, not on how often, in what order or in which batches they came.
 */
export const keepVisits = (known: readonly Engagement[], told: readonly Engagement[], now: string): Engagement[] => {
  const oldest = new Date(Date.parse(now) - visitorMillis).toISOString();
  const recent = onceEach([...known, ...told]).filter(({ at }) => at >= oldest);
  return inTurns(recent.sort(newestFirst)).slice(0, limits.engagementsPerVisitor).sort(oldestFirst);
};

/** The first of each kind, then the second of each, and so on. */
const inTurns = (engagements: readonly Engagement[]): Engagement[] => {
  const turns = new Map<string, number>();
  const withTurns = engagements.map((engagement) => {
    const turn = turns.get(engagement.kind) ?? 0;
    turns.set(engagement.kind, turn + 1);
    return { engagement, turn };
  });
  return withTurns.sort((a, b) => a.turn - b.turn).map(({ engagement }) => engagement);
};

/** Of two with one id the first that came stays. */
const onceEach = (engagements: readonly Engagement[]): Engagement[] => [
  ...new Map(engagements.toReversed().map((engagement) => [engagement.engagementId, engagement])).values(),
];

/** Instants sort as text; of one instant, the ids decide. */
const oldestFirst = (a: Engagement, b: Engagement): number =>
  compare(a.at, b.at) || compare(a.engagementId, b.engagementId);

const newestFirst = (a: Engagement, b: Engagement): number => oldestFirst(b, a);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/**
 * 128 random bits are 22 characters of base64url; UUIDs and what other tools call their visitors fit too. Whatever is
 * shorter might be guessed, or be shared by many.
 */
const form = /^[A-Za-z0-9_-]{16,64}$/;

/** Whether the text can identify one browser: only then do its engagements become the lead's. */
export const isVisitorId = (text: string): boolean => form.test(text);
