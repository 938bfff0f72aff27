import type { OutcomeStored } from "../contract/api.ts";
import { type HttpResponse, json, problem } from "../domain/http/http.ts";
import { parseOutcomeBody } from "../domain/outcome/parse-outcome-body.ts";
import { bindToApi } from "../http/bind-to-api.ts";
import { type SignedDependencies, signedDependencies, signedRequest } from "../http/signed-request.ts";
import { intakeOutcome, sayRefusal } from "./intake-outcome.ts";

/** `POST /outcomes`: another system, such as the CRM, reports an outcome. */
export const postOutcome = (deps: SignedDependencies) =>
  signedRequest(deps, "outcomes", async ({ json: body, keyId, correlationId }): Promise<HttpResponse> => {
    const read = parseOutcomeBody(body, deps.agreement);
    if (!read.ok) return problem(422, "Some fields are invalid", "Nothing was recorded.", read.errors);
    const taken = await intakeOutcome(deps, read.body, { keyId, correlationId });
    if (taken.is === "unknown-lead")
      return problem(404, "No such lead", "There is no lead with this ID: it never existed, or was erased.");
    if (taken.is === "refused") return problem(409, "The outcome was not recorded", sayRefusal[taken.because]);
    const { leadId, cycle, stage } = taken.lead;
    return json(200, { leadId, cycle, stage, recorded: taken.is === "taken" } satisfies OutcomeStored);
  });

export const handler = bindToApi(signedDependencies, postOutcome);
