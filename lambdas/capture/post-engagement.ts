import { bindAtStart } from "../adapters/lambda-runtime.ts";
import { readEngagements } from "../domain/capture/read-engagements.ts";
import { fromApiEvent, type HttpResponse, json } from "../domain/http/index.ts";
import { answering } from "../http/answering.ts";
import { acceptEngagements } from "./accept-engagements.ts";
import { type CaptureDependencies, captureDependencies, captureRules } from "./capture-dependencies.ts";

/** `POST /engagements`: good, unknown and forged references, and visitors of every kind, get the same answer. */
export const postEngagement = (deps: CaptureDependencies) =>
  answering(async (event, correlationId): Promise<HttpResponse> => {
    const read = await readEngagements(fromApiEvent(event), captureRules(deps));
    if (!read.ok) return read.response;
    await acceptEngagements(deps, read, correlationId);
    return json(202, { accepted: read.engagements.length });
  });

export const handler = bindAtStart(() => postEngagement(captureDependencies()));
