import { assertNever } from "../../domain/assert-never.ts";
import { agreedTime } from "../../domain/follow-up/plan-follow-up.ts";
import { pickRep } from "../../domain/hand-off/pick-rep.ts";
import { hasRoom, type Prospect } from "../../domain/hand-off/prospect.ts";
import { newAtMost } from "../../domain/team/new-at-most.ts";
import type { RepNow } from "../../domain/team/rep-now.ts";
import { dayMillis } from "../../domain/working-time/zone.ts";
import type { Arrival, Eligible } from "./arrivals.ts";
import { type EventQueue, eventQueue } from "./event-queue.ts";
import type { CapacityModel, ModelRep } from "./model.ts";

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
  readonly model: CapacityModel;
  readonly eligible: Eligible;
  readonly desks: readonly Desk[];
  readonly passages: readonly Passage[];
  readonly events: EventQueue<Event>;
  /** MQLs for which no rep has capacity: the fast lane first, then by age. */
  readonly waiting: { readonly fast: number[]; readonly usual: number[] };
}

const never = Number.POSITIVE_INFINITY;

/**
 * One run. The hand-off's own rule picks the rep (`eligibleFor`, `pickRep`). The rep takes up one lead after the
 * other in their own working hours, the fast lane at once; taking one up is the answer, and keeps the rep busy for a
 * while. Nothing is reassigned or returned: the simulation measures whether the deadlines can be met, not what follows a
 * missed one.
 */
export const simulate = (model: CapacityModel, arrivals: readonly Arrival[], eligible: Eligible): Passage[] => {
  const passages = arrivals.map(
    (arrival): Passage => ({
      arrival,
      rep: undefined,
      assignedAt: never,
      dueAt: never,
      answeredAt: never,
    }),
  );
  const office: Office = {
    model,
    eligible,
    desks: model.reps.map(deskOf),
    passages,
    events: eventQueue(),
    waiting: { fast: [], usual: [] },
  };
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
      for (const { repNow } of office.desks) beginWeek(repNow, office.model, at);
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
  const queue = office.passages[lead]?.arrival.lead.lane === "fast" ? fast : usual;
  if (!assign(office, lead, at)) queue.push(lead);
};

const release = (office: Office, rep: number, at: number): void => {
  const desk = office.desks[rep];
  if (desk !== undefined) desk.repNow.open--;
  serve(office, at);
};

/** Asked at noon, since clocks that were put back since the first week say that it is still Sunday. */
const beginWeek = (repNow: Desk["repNow"], { agreement }: CapacityModel, at: number): void => {
  repNow.newThisWeek = 0;
  repNow.newAtMost = newAtMost(repNow.rep, agreement, new Date(at + dayMillis / 2).toISOString());
};

/** Capacity may have become free: waiting leads are assigned in their order. */
const serve = (office: Office, at: number): void => {
  for (const queue of [office.waiting.fast, office.waiting.usual]) {
    for (let i = 0; i < queue.length; ) {
      if (!office.desks.some(({ prospect }) => hasRoom(prospect))) return;
      const lead = queue[i];
      if (lead !== undefined && assign(office, lead, at)) queue.splice(i, 1);
      else i++;
    }
  }
};

const assign = (office: Office, lead: number, at: number): boolean => {
  const passage = office.passages[lead];
  if (passage === undefined) return false;
  const wanted = passage.arrival.lead;
  const desks = office.eligible(passage.arrival, at).flatMap((rep) => {
    const desk = office.desks[rep];
    return desk !== undefined && hasRoom(desk.prospect) ? [desk] : [];
  });
  if (desks.length === 0) return false;
  const within = agreedTime(wanted, office.model.agreement);
  for (const desk of desks) desk.dueAt = desk.model.timetable.after(at, within);
  for (const desk of desks) desk.isAway = desk.model.away.some(({ from, to }) => from < desk.dueAt && at < to);
  const wish = { ...wanted, leadId: String(lead) };
  const picked = pickRep(
    wish,
    desks.map(({ prospect }) => prospect),
  );
  const desk = desks.find(({ prospect }) => prospect === picked?.prospect);
  if (desk === undefined) return false;
  const rep = office.desks.indexOf(desk);
  Object.assign(passage, { rep, assignedAt: at, dueAt: desk.dueAt });
  giveTo(office, rep, desk, lead, at);
  return true;
};

const giveTo = ({ events, passages }: Office, rep: number, desk: Desk, lead: number, at: number): void => {
  const { timetable, work } = desk.model;
  desk.repNow.open++;
  desk.repNow.newThisWeek++;
  const now = timetable.workAt(at);
  const { lead: wanted, work: times = 1 } = passages[lead]?.arrival ?? {};
  if (wanted?.lane === "fast") {
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
  // A lead of the fast lane interrupted; a millisecond may be lost to rounding.
  if (desk.busyUntil <= now + 1) {
    const lead = desk.unseen.shift();
    if (lead === undefined) return;
    desk.busyUntil = now + (office.passages[lead]?.arrival.work ?? 1) * work;
    answer(office, lead, at);
  }
  if (desk.unseen.length > 0) office.events.add(timetable.instantAt(desk.busyUntil), { is: "take-up", rep });
};

/** A rejected lead is no longer open after the answer, an accepted one after the outcome. */
const answer = ({ model, events, passages }: Office, lead: number, at: number): void => {
  const passage = passages[lead];
  if (passage?.rep === undefined) return;
  passage.answeredAt = at;
  const { accepted, openFor } = passage.arrival;
  events.add(accepted ? at + openFor * model.openFor : at, { is: "end", rep: passage.rep });
};

/** The state of a rep during the simulation. */
interface Desk {
  readonly model: ModelRep;
  readonly repNow: RepNow & { open: number; newThisWeek: number; newAtMost: number };
  /** The rep as `pickRep` takes them, for the lead that is being assigned. */
  readonly prospect: Prospect;
  dueAt: number;
  isAway: boolean;
  /** Leads that the rep has not taken up yet. */
  readonly unseen: number[];
  /** Working milliseconds until which the rep is busy, and busy with the fast lane, which interrupts everything else. */
  busyUntil: number;
  hotUntil: number;
}

const deskOf = (model: ModelRep): Desk => {
  const repNow = {
    rep: model.rep,
    settingsVersion: 0,
    open: 0,
    newThisWeek: 0,
    newAtMost: model.rep.capacity.newPerWeek,
  };
  const desk: Desk = {
    model,
    repNow,
    prospect: {
      repNow,
      promised: 0,
      dueAt: () => new Date(Math.min(desk.dueAt, lastInstant)).toISOString(),
      get away() {
        return desk.isAway ? {} : undefined;
      },
    },
    dueAt: never,
    isAway: false,
    unseen: [],
    busyUntil: 0,
    hotUntil: 0,
  };
  return desk;
};

/** The latest that can be written. */
const lastInstant = 8.64e15;
