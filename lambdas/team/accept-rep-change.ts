import { sayFieldErrors } from "../domain/http/index.ts";
import type { RepChange } from "../domain/team/change-rep.ts";
import { readRepChange, refusedRepChange } from "../domain/team/read-rep-change.ts";
import { changeRep, type TeamDependencies } from "./change-rep.ts";

/** The detail of the bus event `ChangeRep`: same body as `POST /team`. */
export const changeRepFromDetail = (
  detail: unknown,
): { readonly ok: true; readonly change: RepChange } | { readonly ok: false; readonly reason: string } => {
  const read = readRepChange(detail);
  if (read.ok) return read;
  return { ok: false, reason: sayFieldErrors(read.errors) };
};

/**
 * A rep is changed by an event; the same event again changes nothing.
 * @returns why it can never be carried out.
 */
export const acceptRepChange = async (
  deps: TeamDependencies,
  change: RepChange,
  eventId: string,
): Promise<string | undefined> => {
  const outcome = await changeRep(deps, change, { by: "bus", correlationId: eventId });
  if (outcome.is === "unknown") return "rep: the agreement has no such rep";
  if (outcome.is !== "refused") return undefined;
  return sayFieldErrors([refusedRepChange(outcome.problem)]);
};
