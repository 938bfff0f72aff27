import { bindAtStart } from "../adapters/lambda-runtime.ts";
import { readEngagements } from "../domain/capture/parse-engagements.ts";
import { fromApiEvent, type HttpResponse, json } from "../domain/http/http.ts";
import { answering } from "../http/answering.ts";
import { refuse } from "../views/capture/refuse.ts";
import { type CaptureDependencies, captureDependencies, captureRules } from "./capture-dependencies.ts";
import { acceptEngagements } from "./intake-engagements.ts";

/** `POST /engagements`: good, unknown and forged references, and visitors of every kind, get the same answer. */
export const postEngagement = (deps: CaptureDependencies) =>
  answering(async (event, correlationId): Promise<HttpResponse> => {
    const [request, rules] = [fromApiEvent(event), captureRules(deps)];
    const read = await readEngagements(request, rules);
    if (!read.ok) return refuse(request, read, rules);
    await acceptEngagements(deps, read, correlationId);
    return json(202, { accepted: read.engagements.length });
  });

export const handler = bindAtStart(() => postEngagement(captureDependencies()));
