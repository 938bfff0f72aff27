import { assertNever } from "../../domain/assert-never.ts";
import { agreedTime } from "../../domain/follow-up/plan-follow-up.ts";
import { dayMillis } from "../../domain/working-time/zone.ts";
import type { Arrival } from "./arrivals.ts";
import { type EventQueue, eventQueue } from "./event-queue.ts";
import type { FitModel, ModelRep } from "./model.ts";

/** How one lead fared: instants in milliseconds since 1970, infinite when it has not come to that by the horizon. */
export interface Passage {
  readonly arrival: Arrival;
  /** Index of the rep who got it. */
  rep: number | undefined;
  assignedAt: number;
  dueAt: number;
  answeredAt: number;
}

type Event =
  | { readonly is: "arrival"; readonly lead: number }
  | { readonly is: "week" }
  | { readonly is: "day" }
  | { readonly is: "take-up"; readonly rep: number }
  | { readonly is: "answer"; readonly lead: number }
  | { readonly is: "end"; readonly rep: number };

interface Office {
  readonly model: FitModel;
  readonly desks: readonly Desk[];
  readonly passages: readonly Passage[];
  readonly events: EventQueue<Event>;
  /** MQLs for which no rep has room: the fast lane first, then by age. */
  readonly waiting: { readonly fast: number[]; readonly usual: number[] };
}

const never = Number.POSITIVE_INFINITY;

/**
 * One run. Each lead goes to a rep as `pickRep` would choose: with room, there until the deadline, under the least
 * pressure. The rep takes leads up one after the other in their own working hours, the fast lane at once; taking one up
 * is the answer, and keeps the rep busy for a while. Nothing is reassigned or returned: what is measured is whether
 * the numbers allow the promise, not how its breach is mended.
 */
export const simulate = (model: FitModel, arrivals: readonly Arrival[]): Passage[] => {
  const passages = arrivals.map(
    (arrival): Passage => ({
      arrival,
      rep: undefined,
      assignedAt: never,
      dueAt: never,
      answeredAt: never,
    }),
  );
  const desks = model.reps.map(deskOf);
  const office: Office = { model, desks, passages, events: eventQueue(), waiting: { fast: [], usual: [] } };
  for (let day = 0; model.begin + day * dayMillis < model.horizon; day++)
    office.events.add(model.begin + day * dayMillis, { is: day % 7 === 0 ? "week" : "day" });
  for (const [lead, { at }] of arrivals.entries()) office.events.add(at, { is: "arrival", lead });
  for (let next = office.events.next(); next !== undefined && next.at < model.horizon; next = office.events.next())
    happen(office, next.event, next.at);
  return passages;
};

const happen = (office: Office, event: Event, at: number): void => {
  switch (event.is) {
    case "arrival":
      arrive(office, event.lead, at);
      break;
    case "week":
      for (const desk of office.desks) desk.newThisWeek = 0;
      serve(office, at);
      break;
    case "day":
      serve(office, at);
      break;
    case "take-up":
      takeUp(office, event.rep, at);
      break;
    case "answer":
      answer(office, event.lead, at);
      break;
    case "end":
      release(office, event.rep, at);
      break;
    default:
      assertNever(event);
  }
};

const arrive = (office: Office, lead: number, at: number): void => {
  const { fast, usual } = office.waiting;
  const queue = office.passages[lead]?.arrival.lane === "fast" ? fast : usual;
  if (!assign(office, lead, at)) queue.push(lead);
};

const release = (office: Office, rep: number, at: number): void => {
  const desk = office.desks[rep];
  if (desk !== undefined) desk.open--;
  serve(office, at);
};

/** Room has come up, it may be: those who wait are served in their order. */
const serve = (office: Office, at: number): void => {
  for (const queue of [office.waiting.fast, office.waiting.usual]) {
    for (let i = 0; i < queue.length; ) {
      if (!office.desks.some(hasRoom)) return;
      const lead = queue[i];
      if (lead !== undefined && assign(office, lead, at)) queue.splice(i, 1);
      else i++;
    }
  }
};

const assign = (office: Office, lead: number, at: number): boolean => {
  const passage = office.passages[lead];
  if (passage === undefined) return false;
  const { arrival } = passage;
  const within = agreedTime(arrival, office.model.agreement);
  const free = (reps: readonly number[]) =>
    reps.flatMap((rep) => {
      const desk = office.desks[rep];
      if (desk === undefined || !hasRoom(desk)) return [];
      const dueAt = desk.model.timetable.after(at, within);
      return desk.model.away.some(({ from, to }) => from <= dueAt && at < to) ? [] : [{ rep, desk, dueAt }];
    });
  const speaking = free(arrival.reps);
  const candidates = speaking.length > 0 ? speaking : free(arrival.standIns);
  const earliest = Math.min(...candidates.map(({ dueAt }) => dueAt));
  const able = arrival.lane === "fast" ? candidates.filter(({ dueAt }) => dueAt - earliest <= hour) : candidates;
  const [chosen] = able.toSorted(
    (one, other) => pressureOn(one.desk) - pressureOn(other.desk) || lot(lead, one, other),
  );
  if (chosen === undefined) return false;
  Object.assign(passage, { rep: chosen.rep, assignedAt: at, dueAt: chosen.dueAt });
  giveTo(office, chosen.rep, chosen.desk, lead, at);
  return true;
};

const hour = 3_600_000;

const giveTo = ({ events, passages }: Office, rep: number, desk: Desk, lead: number, at: number): void => {
  const { timetable, work } = desk.model;
  desk.open++;
  desk.newThisWeek++;
  const now = timetable.workAt(at);
  const { lane, work: times = 1 } = passages[lead]?.arrival ?? {};
  if (lane === "fast") {
    const start = Math.max(now, desk.hotUntil);
    desk.hotUntil = start + times * work;
    desk.busyUntil = Math.max(desk.busyUntil, now) + times * work;
    events.add(timetable.instantAt(start), { is: "answer", lead });
    return;
  }
  desk.unseen.push(lead);
  if (desk.unseen.length === 1) events.add(timetable.instantAt(Math.max(now, desk.busyUntil)), { is: "take-up", rep });
};

const takeUp = (office: Office, rep: number, at: number): void => {
  const desk = office.desks[rep];
  if (desk === undefined) return;
  const { timetable, work } = desk.model;
  const now = timetable.workAt(at);
  // Something of the fast lane came between; a millisecond is lost in the arithmetic.
  if (desk.busyUntil <= now + 1) {
    const lead = desk.unseen.shift();
    if (lead === undefined) return;
    desk.busyUntil = now + (office.passages[lead]?.arrival.work ?? 1) * work;
    answer(office, lead, at);
  }
  if (desk.unseen.length > 0) office.events.add(timetable.instantAt(desk.busyUntil), { is: "take-up", rep });
};

/** Rejected leads leave the rep's hands with the answer, accepted ones when their outcome is known. */
const answer = ({ model, events, passages }: Office, lead: number, at: number): void => {
  const passage = passages[lead];
  if (passage?.rep === undefined) return;
  passage.answeredAt = at;
  const { accepted, openFor } = passage.arrival;
  events.add(accepted ? at + openFor * model.openFor : at, { is: "end", rep: passage.rep });
};

/** What a rep has in hand while the simulation goes on. */
interface Desk {
  readonly model: ModelRep;
  open: number;
  newThisWeek: number;
  /** Leads that the rep has not looked at yet. */
  readonly unseen: number[];
  /** Working milliseconds until which the rep is busy; with leads of the fast lane, for which all else is put aside. */
  busyUntil: number;
  hotUntil: number;
}

const deskOf = (model: ModelRep): Desk => ({
  model,
  open: 0,
  newThisWeek: 0,
  unseen: [],
  busyUntil: 0,
  hotUntil: 0,
});

const hasRoom = ({ model, open, newThisWeek }: Desk): boolean =>
  open < model.openAtMost && newThisWeek < model.newPerWeek;

/** As the hand-off measures it. */
const pressureOn = ({ model, newThisWeek }: Desk): number =>
  (newThisWeek + 1) / (model.newPerWeek * (model.rep.weight ?? 1));

/** Equals take turns. */
const lot = (lead: number, one: { readonly rep: number }, other: { readonly rep: number }): number =>
  lead % 2 === 0 ? one.rep - other.rep : other.rep - one.rep;
