import type { RepChanged } from "../contract/api.ts";
import { assertNever } from "../domain/assert-never.ts";
import { type FieldError, type HttpResponse, json, problem } from "../domain/http/http.ts";
import { parseRepChange, refusedRepChange } from "../domain/team/parse-rep-change.ts";
import type { RepSettings } from "../domain/team/rep-now.ts";
import { bindToApi } from "../http/bind-to-api.ts";
import { type SignedDependencies, signedDependencies, signedRequest } from "../http/signed-request.ts";
import { intakeRepChange } from "./intake-rep-change.ts";

/**
 * `POST /team`: another system (of absences, say) changes a rep's absences, capacity or last day; effective at once.
 */
export const postTeam = (deps: SignedDependencies) =>
  signedRequest(deps, "team", async ({ json: body, keyId, correlationId }) => {
    const read = parseRepChange(body);
    if (!read.ok) return unfit(read.errors);
    const outcome = await intakeRepChange(deps, read.change, { by: `key:${keyId}`, correlationId });
    switch (outcome.is) {
      case "changed":
        return json(200, shown(read.change.repId, outcome.settings));
      case "unknown":
        return problem(404, "No such rep", "The agreement has no rep with this ID.");
      case "overtaken":
        return problem(
          409,
          "Changed in the meantime",
          "Somebody else has changed this rep: read the current state and try again.",
        );
      case "refused":
        return unfit([refusedRepChange(outcome.problem)]);
      default:
        return assertNever(outcome);
    }
  });

const unfit = (errors: readonly FieldError[]): HttpResponse =>
  problem(422, "Some fields are invalid", "Nothing was changed.", errors);

/** The rep's present settings, without their author. */
const shown = (rep: string, { version, absences, capacity, leaves, at }: RepSettings): RepChanged => ({
  rep,
  version,
  absences,
  capacity,
  leaves,
  at,
});

export const handler = bindToApi(signedDependencies, postTeam);
