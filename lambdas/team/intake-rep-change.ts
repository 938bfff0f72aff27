import { untilWritten } from "../adapters/contention.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { readRepSettings, writeRepSettings } from "../adapters/dynamo-team.ts";
import { log } from "../adapters/logger.ts";
import type { Agreement } from "../contract/agreement.ts";
import { sayFieldErrors } from "../domain/http/http.ts";
import {
  applyRepChange,
  type ChangedRep,
  type RepChange,
  type RepChangeProblem,
  saySame,
} from "../domain/team/apply-rep-change.ts";
import { todayOf } from "../domain/team/availability.ts";
import { parseRepChange, refusedRepChange } from "../domain/team/parse-rep-change.ts";
import type { RepSettings } from "../domain/team/rep-now.ts";

interface TeamDependencies {
  readonly table: DynamoTable;
  readonly agreement: Agreement;
  readonly now: () => string;
}

/** The author of a change: a colleague by id, `key:<id>` for a system that signs, `bus` for an event. */
export interface Changer {
  readonly by: string;
  readonly correlationId: string;
  /** Version of the settings that the author saw; without it the change is unconditional. */
  readonly seen?: number;
}

export type RepChangeOutcome =
  | { readonly is: "changed"; readonly settings: RepSettings }
  /** The settings changed after the author saw them. */
  | { readonly is: "overtaken"; readonly settings: RepSettings | undefined }
  | { readonly is: "refused"; readonly problem: RepChangeProblem }
  | { readonly is: "unknown" };

/** The one way to change a rep, by page, API or event. The same change again (a double click) does nothing. */
export const intakeRepChange = (deps: TeamDependencies, change: RepChange, who: Changer): Promise<RepChangeOutcome> =>
  untilWritten(() => tryToChange(deps, change, who));

const tryToChange = async (
  { table, agreement, now }: TeamDependencies,
  { repId, steps }: RepChange,
  { by, correlationId, seen }: Changer,
): Promise<RepChangeOutcome | undefined> => {
  const rep = agreement.terms.team.reps.find(({ id }) => id === repId);
  if (rep === undefined) return { is: "unknown" };
  const [read, at] = [await readRepSettings(table, repId), now()];
  const next = applyRepChange(read, steps, { rep, today: todayOf(rep, agreement, at), by, at });
  if (seen !== undefined && seen !== (read?.version ?? 0)) return afterwards(read, next);
  if (!next.ok) return { is: "refused", problem: next.problem };
  if (read !== undefined && saySame(read, next.settings)) return { is: "changed", settings: read };
  if (!(await writeRepSettings(table, repId, read, next.settings, correlationId))) return undefined;
  log.info("A rep was changed", { code: "rep-changed", repId, by, version: next.settings.version, correlationId });
  return { is: "changed", settings: next.settings };
};

/** The change may have been made already: the same form was sent twice. */
const afterwards = (read: RepSettings | undefined, wished: ChangedRep): RepChangeOutcome => {
  const isDone = wished.ok ? saySame(read, wished.settings) : wished.problem === "absence-unknown";
  return read !== undefined && isDone ? { is: "changed", settings: read } : { is: "overtaken", settings: read };
};

/** The detail of the bus event `ChangeRep`: same body as `POST /team`. */
export const parseRepChangeDetail = (
  detail: unknown,
): { readonly ok: true; readonly change: RepChange } | { readonly ok: false; readonly reason: string } => {
  const read = parseRepChange(detail);
  if (read.ok) return read;
  return { ok: false, reason: sayFieldErrors(read.errors) };
};

/**
 * A rep is changed by an event; the same event again changes nothing.
 * @returns why it can never be processed.
 */
export const repChangeFromBus = async (
  deps: TeamDependencies,
  change: RepChange,
  eventId: string,
): Promise<string | undefined> => {
  const outcome = await intakeRepChange(deps, change, { by: "bus", correlationId: eventId });
  if (outcome.is === "unknown") return "rep: the agreement has no such rep";
  if (outcome.is !== "refused") return undefined;
  return sayFieldErrors([refusedRepChange(outcome.problem)]);
};
