import type { LeadTaken } from "../contract/api.ts";
import { parseSubmission } from "../domain/capture/parse-submission.ts";
import { promisedTo } from "../domain/capture/promised.ts";
import { fromApiEvent, type HttpResponse, html, json, seeOther } from "../domain/http/http.ts";
import { bindToApi } from "../http/bind-to-api.ts";
import { hashedNetwork } from "../http/network.ts";
import { respond } from "../http/respond.ts";
import { smokeIdOf } from "../http/signed-request.ts";
import { refuse } from "../views/capture/refuse.ts";
import { thankYouPage } from "../views/capture/thank-you-page.ts";
import { type CaptureDependencies, captureDependencies } from "./capture-dependencies.ts";
import { captureRules } from "./capture-rules-of.ts";
import { intakeSubmission } from "./intake-submission.ts";

/** `POST /leads`: one write, and a response that suits the client: JSON for a script, a page for a plain form. */
export const postLead = (deps: CaptureDependencies) =>
  respond(
    async (event, correlationId): Promise<HttpResponse> => {
      const [request, rules] = [fromApiEvent(event), captureRules(deps)];
      const read = await parseSubmission(request, rules);
      if (!read.ok) return refuse(request, read, rules);
      const smokeId = await smokeIdOf(deps, event);
      const network =
        request.sender === undefined ? undefined : hashedNetwork((await deps.keyring())[0], request.sender);
      const reference = await intakeSubmission(deps, read, correlationId, { by: "form", network, smokeId });
      if (read.wants === "json") return json(202, { reference } satisfies LeadTaken);
      if (read.thankYou !== undefined) return seeOther(read.thankYou);
      const { terms } = deps.agreement;
      const { language, contact } = read.submission;
      const promised = promisedTo(contact.interest, terms);
      const page = thankYouPage({ language, company: terms.company.name, promised });
      return html(200, page, { framedBy: deps.siteOrigins });
    },
    { company: deps.agreement.terms.company.name, siteOrigins: deps.siteOrigins },
  );

export const handler = bindToApi(captureDependencies, postLead);
