import type { ModelRep } from "./fit-model.ts";

/** What a rep has in hand while the simulation goes on. */
export interface Desk {
  readonly model: ModelRep;
  open: number;
  newThisWeek: number;
  /** Leads that the rep has not looked at yet. */
  readonly unseen: number[];
  /** Working milliseconds until which the rep is busy; with leads of the fast lane, for which all else is put aside. */
  busyUntil: number;
  hotUntil: number;
}

export const deskOf = (model: ModelRep): Desk => ({
  model,
  open: 0,
  newThisWeek: 0,
  unseen: [],
  busyUntil: 0,
  hotUntil: 0,
});

export const hasRoom = ({ model, open, newThisWeek }: Desk): boolean =>
  open < model.openAtMost && newThisWeek < model.newPerWeek;

/** As the hand-off measures it. */
export const pressureOn = ({ model, newThisWeek }: Desk): number =>
  (newThisWeek + 1) / (model.newPerWeek * (model.rep.weight ?? 1));

/** Equals take turns. */
export const lot = (lead: number, one: { readonly rep: number }, other: { readonly rep: number }): number =>
  lead % 2 === 0 ? one.rep - other.rep : other.rep - one.rep;
