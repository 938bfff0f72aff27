import { countWaiting } from "../adapters/dynamo-waiting.ts";
import type { Sla } from "../contract/api.ts";
import { type HttpResponse, json } from "../domain/http/http.ts";
import { parseSlaQuery } from "../domain/metrics/sla-query.ts";
import { bindToApi } from "../http/bind-to-api.ts";
import { type SignedDependencies, signedDependencies, signedRequest } from "../http/signed-request.ts";
import { slaSentences } from "../views/metrics/sla-sentences.ts";
import { readSla } from "./read-sla.ts";

/** `GET /sla?week=2026-W48&weeks=8`: promises and results of both departments, week by week. */
export const getSla = (deps: SignedDependencies) =>
  signedRequest(deps, "sla:read", async ({ query }): Promise<HttpResponse> => {
    const { table, agreement } = deps;
    const now = deps.now();
    const read = parseSlaQuery(query, now, agreement);
    if (!read.ok) return read.response;
    const [slas, waiting] = await Promise.all([readSla(table, agreement, now, read.weeks), countWaiting(table)]);
    const weeks = slas.map((sla) => ({ ...sla, sentences: slaSentences(sla) }));
    const { timeZone } = agreement.terms.company;
    return json(200, { agreement: agreement.version, timeZone, asOf: now, waiting, weeks } satisfies Sla);
  });

export const handler = bindToApi(signedDependencies, getSla);
