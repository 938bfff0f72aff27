import type { Agreement, Rep } from "../../contract/agreement.ts";

/** A rep whose settings someone may change; `asManager`: also on which day the rep leaves. */
export interface Changeable {
  readonly rep: Rep;
  readonly asManager: boolean;
}

/**
 * Whose settings this colleague may change: a rep their own, a manager (and a manager's deputy) those of their
 * reps, the director everyone's.
 */
export const mayChange = (colleagueId: string, { terms }: Pick<Agreement, "terms">): Changeable[] => {
  const { reps, managers, director } = terms.team;
  const leads = new Set(
    managers.filter(({ id, deputy }) => id === colleagueId || deputy === colleagueId).map(({ id }) => id),
  );
  return reps
    .map((rep) => ({ rep, asManager: director.id === colleagueId || leads.has(rep.manager) }))
    .filter(({ rep, asManager }) => asManager || rep.id === colleagueId)
    .map(({ rep, asManager }) => ({ rep, asManager: asManager && rep.id !== colleagueId }));
};
