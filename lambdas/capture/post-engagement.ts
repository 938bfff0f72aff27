import type { EngagementsTaken } from "../contract/api.ts";
import { parseEngagements } from "../domain/capture/parse-engagements.ts";
import { fromApiEvent, type HttpResponse, json } from "../domain/http/http.ts";
import { bindToApi } from "../http/bind-to-api.ts";
import { respond } from "../http/respond.ts";
import { refuse } from "../views/capture/refuse.ts";
import { type CaptureDependencies, captureDependencies } from "./capture-dependencies.ts";
import { captureRules } from "./capture-rules-of.ts";
import { intakeEngagements } from "./intake-engagements.ts";

/** `POST /engagements`: good, unknown and forged references, and visitors of every kind, get the same response. */
export const postEngagement = (deps: CaptureDependencies) =>
  respond(async (event, correlationId): Promise<HttpResponse> => {
    const [request, rules] = [fromApiEvent(event), captureRules(deps)];
    const read = await parseEngagements(request, rules);
    if (!read.ok) return refuse(request, read, rules);
    await intakeEngagements(deps, read, correlationId);
    return json(202, { accepted: read.engagements.length } satisfies EngagementsTaken);
  });

export const handler = bindToApi(captureDependencies, postEngagement);
