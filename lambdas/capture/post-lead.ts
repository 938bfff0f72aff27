import { bindAtStart } from "../adapters/lambda-runtime.ts";
import { readSubmission } from "../domain/capture/read-submission.ts";
import { thankYouPage } from "../domain/capture/thank-you-page.ts";
import { fromApiEvent, type HttpResponse, html, json, seeOther } from "../domain/http/index.ts";
import { answering } from "../http/answering.ts";
import { acceptSubmission } from "./accept-submission.ts";
import { type CaptureDependencies, captureDependencies, captureRules } from "./capture-dependencies.ts";

/** `POST /leads`: one write, and an answer that fits what posted: JSON for a script, a page for a plain form. */
export const postLead = (deps: CaptureDependencies) =>
  answering(async (event, correlationId): Promise<HttpResponse> => {
    const read = await readSubmission(fromApiEvent(event), captureRules(deps));
    if (!read.ok) return read.response;
    const reference = await acceptSubmission(deps, read, correlationId);
    if (read.wants === "json") return json(202, { reference });
    if (read.thankYou !== undefined) return seeOther(read.thankYou);
    return html(200, thankYouPage({ language: read.submission.language, company: deps.agreement.terms.company.name }));
  }, deps.agreement.terms.company.name);

export const handler = bindAtStart(() => postLead(captureDependencies()));
