import { randomUUID } from "node:crypto";
import { countRefused, storeArrival } from "../adapters/dynamo-arrivals.ts";
import { readSourceSecrets } from "../adapters/dynamo-source-secrets.ts";
import { openTable } from "../adapters/dynamo-table.ts";
import { countOne } from "../adapters/emf-metrics.ts";
import { decryptBy } from "../adapters/kms-cipher.ts";
import { clock, environmentOf } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { remembering } from "../adapters/remembered-secrets.ts";
import type { Agreement } from "../contract/agreement.ts";
import type { ArrivalTaken } from "../contract/api.ts";
import { environments } from "../contract/environment.ts";
import { limits } from "../contract/limits.ts";
import { metricNames } from "../contract/metrics.ts";
import { fieldCalled } from "../domain/capture/field-names.ts";
import { wantedBy } from "../domain/capture/parse-body.ts";
import { allowedRedirect } from "../domain/capture/parse-submission.ts";
import { promisedTo } from "../domain/capture/promised.ts";
import {
  always,
  fromApiEvent,
  type HttpRequest,
  type HttpResponse,
  html,
  json,
  problem,
  seeOther,
} from "../domain/http/http.ts";
import { pairsOf } from "../domain/source/bodies.ts";
import type { ProofFault, ToolRequest } from "../domain/source/kind.ts";
import { prove } from "../domain/source/prove.ts";
import { bindToApi } from "../http/bind-to-api.ts";
import { respond } from "../http/respond.ts";
import { thankYouPage } from "../views/capture/thank-you-page.ts";
import { type KnownSource, type SourceDependencies, sourceCalled } from "./source-dependencies.ts";

/**
 * `POST /sources/{id}` and, for tools that can neither sign nor set a header, `POST /sources/{id}/{secret}`: checks on the raw
 * bytes who has sent it, keeps it whole, and responds. It is read afterwards (`read-arrival.ts`). `GET`: the question of a tool
 * whether we are who we say.
 */
export const postSource = (deps: SiteDependencies) =>
  respond(async (event, correlationId): Promise<HttpResponse> => {
    const request = fromApiEvent(event);
    const [sourceId = "", secret] = partsOf(request.path);
    const known = sourceCalled(deps.agreement, sourceId);
    if (known === undefined) return unknown();
    const { body, headers } = request;
    if (body.byteLength > limits.arrivalBytes) return tooLarge();
    const challenged = await challenge(deps, known, request);
    if (challenged !== undefined) return challenged;
    if (request.method !== "POST") return notAllowed();
    const at = deps.now();
    const tool: ToolRequest = { url: `${deps.publicUrl}${pathWithQuery(request)}`, headers, body };
    const secrets = await readSourceSecrets(deps.table, sourceId, "proof", deps.decrypt);
    const proved = prove(known.kind.proof, tool, secret, secrets, at);
    if (proved !== "right") return refuse(deps, known, proved, at, correlationId);
    const arrivalId = randomUUID();
    await storeArrival(
      deps.table,
      deps.bodies,
      {
        arrivalId,
        sourceId,
        kind: known.source.kind,
        at,
        // Without the secret that an address may carry.
        url: `/sources/${sourceId}`,
        headers: headersToKeep(known, headers),
        correlationId,
      },
      body,
    );
    log.info("A form tool's request is kept", { code: "arrival-stored", sourceId, arrivalId, correlationId });
    return wantedBy(request) === "page"
      ? forPerson(deps, known, request)
      : json(200, { received: true } satisfies ArrivalTaken);
  });

/** A form on a page posts by its sender's browser: what the agreement says of the source is all that is known so far. */
const forPerson = async (
  { agreement: { terms }, siteOrigins }: SiteDependencies,
  { source }: KnownSource,
  request: HttpRequest,
): Promise<HttpResponse> => {
  const sent = (await pairsOf({ ...request, url: "" })) ?? [];
  const next = sent.find(([name]) => fieldCalled(name) === "next")?.[1];
  const elsewhere = next === undefined ? undefined : allowedRedirect(next, siteOrigins);
  if (elsewhere !== undefined) return seeOther(elsewhere);
  const { name: company, languages } = terms.company;
  const promised = promisedTo(source.interest, terms);
  const page = thankYouPage({ language: source.language ?? languages[0] ?? "en", company, promised });
  return html(200, page, { framedBy: siteOrigins });
};

interface SiteDependencies extends SourceDependencies {
  /** As tools and people reach us. */
  readonly publicUrl: string;
  /** Where the sender of a plain form may be sent on to, and which may frame the page that they get. */
  readonly siteOrigins: readonly string[];
}

/** What follows `/sources/`; behind a front the path may begin with more. */
const partsOf = (path: string): string[] => {
  const parts = path.split("/");
  return parts.slice(parts.lastIndexOf("sources") + 1).map(decoded);
};

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

const pathWithQuery = ({ path, query }: HttpRequest): string => (query.size === 0 ? path : `${path}?${query}`);

/** Those that say how the body is to be read; never what proves who sent it. */
const headersToKeep = ({ kind }: KnownSource, headers: HttpRequest["headers"]): Record<string, string> =>
  Object.fromEntries(
    ["content-type", ...(kind.headers ?? [])].flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, value.slice(0, longestHeader)]];
    }),
  );

/** Characters. */
const longestHeader = 500;

const challenge = async (
  { table, decrypt }: SourceDependencies,
  { kind, source }: KnownSource,
  request: HttpRequest,
): Promise<HttpResponse | undefined> => {
  if (kind.challenge === undefined) return undefined;
  // Some tools have a word of their own for it, others mean the secret that they sign with.
  const [own, proofs] = await Promise.all(
    (["challenge", "proof"] as const).map((use) => readSourceSecrets(table, source.id, use, decrypt)),
  );
  const responses = [...(own ?? []), ...(proofs ?? [])].flatMap(
    ({ secret = "" }) => kind.challenge?.(request, secret) ?? [],
  );
  const [taken] = responses.flatMap((response) => (response === "refused" ? [] : [response]));
  if (taken !== undefined)
    return { statusCode: 200, headers: { ...always, "content-type": taken.type }, body: taken.body };
  return responses.length > 0 ? problem(403, "Not the agreed token", faults.challenge) : undefined;
};

const refuse = async (
  { table }: SourceDependencies,
  { source, kind }: KnownSource,
  fault: ProofFault,
  at: string,
  correlationId: string,
): Promise<HttpResponse> => {
  log.warn("A request for a source is not its tool's", { code: `source-${fault}`, sourceId: source.id, correlationId });
  countOne(metricNames.sourceRefused);
  await countRefused(table, source.id, at);
  return problem(401, "Not sent by this source's tool", faults[kind.proof.by][fault]);
};

const newSecret = "make one with: npm run keys -- source add";
const faults = {
  signed: {
    missing: `The tool's signature is missing, or this source has no secret yet (${newSecret}).`,
    wrong: "The tool's signature does not match the secret of this source: enter the same secret in the tool.",
    old: "The tool's signature is too old, or the clocks differ: send the request again.",
  },
  header: {
    missing: `Send the header "authorization: Bearer" with the secret of this source (${newSecret}).`,
    wrong: `The secret in the header "authorization" is not one of this source (${newSecret}).`,
    old: "The secret is no longer valid.",
  },
  address: {
    missing: `The address must end with the secret of this source (${newSecret}).`,
    wrong: `The address ends with another secret than this source's (${newSecret}).`,
    old: "The secret is no longer valid.",
  },
  challenge: "The token of the question is not the one that was agreed for this source.",
} as const;

const unknown = (): HttpResponse =>
  problem(404, "No such source", "The agreement has no source of this id: npm run agreement:explain lists them.");
const tooLarge = (): HttpResponse =>
  problem(413, "Body too large", `Send at most ${limits.arrivalBytes / 1024 / 1024} MB in one request.`);
const notAllowed = (): HttpResponse => problem(405, "Only POST", "Post what the tool sends to this address.");

export const handler = bindToApi(() => {
  const { TABLE_NAME, KMS_KEY_ARN, ARRIVALS_BUCKET, PUBLIC_URL, SITE_ORIGINS } = environmentOf(environments.source);
  const table = openTable(TABLE_NAME);
  const shared = {
    table,
    bodies: { client: table.client, bucket: ARRIVALS_BUCKET },
    decrypt: remembering(decryptBy(table.client, KMS_KEY_ARN)),
    now: clock,
    publicUrl: PUBLIC_URL,
    siteOrigins: SITE_ORIGINS.split(","),
  };
  return (agreement: Agreement) => ({ ...shared, agreement });
}, postSource);
