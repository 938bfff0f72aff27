import { bindAtStart } from "../adapters/lambda-runtime.ts";
import { assertNever } from "../domain/assert-never.ts";
import { json, problem } from "../domain/http/http.ts";
import { type SignedDependencies, signedDependencies, signedRequest } from "../http/signed-request.ts";
import { saySettled } from "../views/follow-up/say-settled.ts";
import { intakeAnswer } from "./intake-answer.ts";

/** `POST /answers`: the CRM passes on what a colleague says to a hand-off. Said again, the same is no error. */
export const postAnswer = (deps: SignedDependencies) =>
  signedRequest(deps, async ({ json: body, correlationId }) => {
    const outcome = await intakeAnswer(deps, body, correlationId);
    switch (outcome.is) {
      case "taken":
      case "known": {
        const { lead, given } = outcome;
        const followUp = "followUp" in lead ? lead.followUp : undefined;
        const { kind, at, by } = given;
        const { leadId, cycle, stage } = lead;
        return json(200, {
          leadId,
          cycle,
          stage,
          answer: { kind, at, by },
          ownerId: followUp?.ownerId,
          dueAt: followUp?.dueAt,
        });
      }
      case "settled":
        return problem(409, "The lead is not waiting for this answer", saySettled(outcome.settled));
      case "unfit":
        return problem(422, "Some fields are invalid", "Nothing was recorded.", outcome.errors);
      case "no-lead":
        return problem(404, "No such lead", "There is no lead with this ID: it never existed, or was erased.");
      default:
        return assertNever(outcome);
    }
  });

export const handler = bindAtStart(() => postAnswer(signedDependencies()));
