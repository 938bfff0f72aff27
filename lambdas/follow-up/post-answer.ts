import type { AnswerStored } from "../contract/api.ts";
import { assertNever } from "../domain/assert-never.ts";
import { json, problem } from "../domain/http/http.ts";
import { bindToApi } from "../http/bind-to-api.ts";
import { type SignedDependencies, signedDependencies, signedRequest } from "../http/signed-request.ts";
import { saySettled } from "../views/follow-up/settled-sentence.ts";
import { intakeAnswer } from "./intake-answer.ts";

/** `POST /answers`: the CRM sends a colleague's answer to a hand-off. The same answer again is no error. */
export const postAnswer = (deps: SignedDependencies) =>
  signedRequest(deps, "answers", async ({ json: body, keyId, correlationId }) => {
    const outcome = await intakeAnswer(deps, body, { keyId, correlationId });
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
        } satisfies AnswerStored);
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

export const handler = bindToApi(signedDependencies, postAnswer);
