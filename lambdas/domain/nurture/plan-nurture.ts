import type { Agreement, Content } from "../../contract/agreement.ts";
import type { LeadIn } from "../lead/lead.ts";
import { addDuration, calendarOf } from "../working-time/calendar.ts";

/** A piece of content that the lead was sent, in this cycle or an earlier one. */
export interface Touch {
  readonly content: string;
  readonly cycle: number;
  readonly at: string;
}

/** A lead in the nurture programme, with every touch and every engagement of its life. */
export interface Nurtured {
  readonly lead: LeadIn<"nurturing">;
  readonly touches: readonly Touch[];
  /** When the lead did something, in no particular order. */
  readonly engagedAt: readonly string[];
}

export type NurturePlan =
  | { readonly next: "send"; readonly content: Content }
  /** `until` is always later than now. */
  | { readonly next: "wait"; readonly until: string }
  | { readonly next: "park" };

/**
 * What the programme does now: the next piece at the agreed cadence, no piece ever twice; when nothing is left to send
 * and the lead stays silent for the agreed time, it is parked.
 */
export const planNurture = (nurtured: Nurtured, agreement: Agreement, now: string): NurturePlan => {
  const content = nextContent(nurtured, agreement);
  const dueAt = content === undefined ? dormantAt(nurtured, agreement, now) : touchDueAt(nurtured, agreement, now);
  if (dueAt > now) return { next: "wait", until: dueAt };
  return content === undefined ? { next: "park" } : { next: "send", content };
};

/** The first touch comes at once; the cadence is kept from cycle to cycle, because it is the same person's inbox. */
const touchDueAt = ({ touches }: Nurtured, agreement: Agreement, now: string): string => {
  const last = latest(touches.map(({ at }) => at));
  return last === undefined ? now : addDuration(last, agreement.terms.nurture.cadence, calendarOf(agreement));
};

/** Who has unsubscribed is left alone at once: whatever they do next begins a new cycle. */
const dormantAt = ({ lead, touches, engagedAt }: Nurtured, agreement: Agreement, now: string): string => {
  if (lead.unsubscribedAt !== undefined) return now;
  const signs = [lead.stageSince, ...touches.map(({ at }) => at), ...engagedAt];
  // An event dated in the future is no sign of life yet: it would put the end off again and again.
  const silentSince = latest(signs.filter((at) => at <= now)) ?? lead.stageSince;
  return addDuration(silentSince, agreement.terms.nurture.dormantAfter, calendarOf(agreement));
};

const nextContent = ({ lead, touches }: Nurtured, { terms }: Agreement): Content | undefined => {
  const { content, mostTouches, consentPurpose } = terms.nurture;
  const agreed = lead.unsubscribedAt === undefined && lead.consents.some(({ purpose }) => purpose === consentPurpose);
  if (!agreed || touches.filter(({ cycle }) => cycle === lead.cycle).length >= mostTouches) return undefined;
  const sent = new Set(touches.map((touch) => touch.content));
  const fresh = content.filter(({ id }) => !sent.has(id));
  return phasesFrom(phaseOf(lead, terms.gate.leastFamiliarity))
    .flatMap((phase) => fresh.filter((piece) => piece.phase === phase))
    .at(0);
};

const phases = ["awareness", "consideration", "decision"] as const satisfies readonly Content["phase"][];

/** Each third of the way to the gate's familiarity is one phase of buying. */
const phaseOf = ({ scores }: LeadIn<"nurturing">, leastFamiliarity: number): number => {
  const familiarity = scores?.familiarity ?? 0;
  const thirds = leastFamiliarity <= 0 ? phases.length : Math.floor((familiarity / leastFamiliarity) * phases.length);
  return Math.min(Math.max(thirds, 0), phases.length - 1);
};

/** The lead's own phase, then the later ones, then what it has skipped. */
const phasesFrom = (phase: number): readonly Content["phase"][] => [...phases.slice(phase), ...phases.slice(0, phase)];

/** The programme so far, as the lead carries it for all to see. */
export const programmeOf = ({ lead, touches }: Nurtured): LeadIn<"nurturing">["nurture"] => {
  const ofCycle = touches.filter(({ cycle }) => cycle === lead.cycle);
  const lastAt = latest(ofCycle.map(({ at }) => at));
  return lastAt === undefined ? undefined : { touches: ofCycle.length, lastAt };
};

/** Instants sort as text. */
const latest = (instants: readonly string[]): string | undefined => [...instants].sort().at(-1);
