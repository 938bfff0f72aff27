import * as z from "zod/mini";
import { type ApiKey, readApiKey, recordUse } from "../adapters/dynamo-api-keys.ts";
import { readStoredResponse, storeResponse } from "../adapters/dynamo-idempotency.ts";
import { readSmokeSecret } from "../adapters/dynamo-smoke-keys.ts";
import { type DynamoTable, openTable } from "../adapters/dynamo-table.ts";
import { type Decrypt, decryptBy } from "../adapters/kms-cipher.ts";
import { clock, environmentOf } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { remembering } from "../adapters/remembered-secrets.ts";
import type { Agreement } from "../contract/agreement.ts";
import type { KeyScope } from "../contract/api.ts";
import { environments } from "../contract/environment.ts";
import { limits } from "../contract/limits.ts";
import { isSmokeId } from "../contract/smoke.ts";
import { droppable } from "../contract/start-light.ts";
import { fromApiEvent, type HttpRequest, type HttpResponse, headerOf } from "../domain/http/http.ts";
import {
  isOutdated,
  isSignatureOf,
  notJson,
  outOfScope,
  parseSignature,
  type SignatureProblem,
  signedHeaders,
  tooLong,
  unsigned,
} from "../domain/http/signature.ts";
import { type ApiHandler, respond } from "./respond.ts";

export interface SignedDependencies {
  readonly table: DynamoTable;
  readonly agreement: Agreement;
  readonly now: () => string;
  /** Of the secrets of keys. */
  readonly decrypt: Decrypt;
}

export const signedDependencies = () => {
  const { TABLE_NAME, KMS_KEY_ARN } = environmentOf(environments.signed);
  const table = openTable(TABLE_NAME);
  const decrypt = remembering(decryptBy(table.client, KMS_KEY_ARN));
  return (agreement: Agreement): SignedDependencies => ({ table, agreement, now: clock, decrypt });
};

/** A request with a verified signature. */
export interface SignedRequest {
  /** The body; `undefined` of a `GET`. */
  readonly json: unknown;
  readonly keyId: string;
  readonly correlationId: string;
  readonly query: URLSearchParams;
  readonly method: string;
}

/**
 * The frame of every route for other systems: an unsigned request gets a problem (RFC 9457) that says how to fix it, and one
 * by a key without this scope a 403. A request with the same signature again gets the stored response, and `act` is not
 * called; `act` itself must be safe to call twice, since two may come at once. An error of it becomes a 503.
 */
export const signedRequest = (
  deps: SignedDependencies,
  scope: KeyScope,
  act: (request: SignedRequest) => Promise<HttpResponse>,
): ApiHandler =>
  respond(async (event, correlationId) => {
    const request = fromApiEvent(event);
    if (request.body.length > limits.signedRequestBytes) return tooLong();
    const { table, decrypt, now } = deps;
    const proved = await prove(request, pathOf(event), now(), (keyId) =>
      isSmokeId(keyId) ? smokeKey(table, keyId, now()) : readApiKey(table, keyId, decrypt),
    );
    if (!proved.ok) return refuse(proved.problem, correlationId);
    const { keyId } = proved.by;
    const { method, query } = request;
    if (isOutdated(proved.by.signature, deps.agreement.terms.team.oldSignaturesUntil, deps.now()))
      return refuse("outdated", correlationId);
    if (isSmokeId(keyId))
      return ofSmokeTest(request, keyId, (json) => act({ json, keyId, correlationId, query, method }));
    if (!proved.scopes.includes(scope)) return outOfScope(scope);
    await recordUse(deps.table, keyId, deps.now());
    if (method === "GET") return act({ json: undefined, keyId, correlationId, query, method });
    const before = await readStoredResponse(deps.table, proved.by, deps.now());
    if (before !== undefined) return before;
    const json = jsonIn(request.body);
    const response = json === undefined ? notJson() : await act({ json, keyId, correlationId, query, method });
    return response.statusCode < 500 ? storeResponse(deps.table, proved.by, response, deps.now()) : response;
  });

const OfLeadSchema = /* @__PURE__ */ droppable(() => z.object({ leadId: z.string() }));

/**
 * The key of a smoke test speaks of its own lead, and of nothing else. The response is not stored: nothing of the test
 * is to stay, and its requests are safe to repeat.
 */
const ofSmokeTest = async (
  { body }: HttpRequest,
  keyId: string,
  act: (json: unknown) => Promise<HttpResponse>,
): Promise<HttpResponse> => {
  const json = jsonIn(body);
  return OfLeadSchema.safeParse(json).data?.leadId === keyId ? act(json) : unsigned("key-unknown");
};

/**
 * The id that a smoke test has signed for its lead; `undefined` of every other request, and of one with a mark that is
 * forged or too old: whatever it brings is a lead like any other.
 */
export const smokeIdOf = async (
  { table, now }: Pick<SignedDependencies, "table" | "now">,
  event: unknown,
): Promise<string | undefined> => {
  const request = fromApiEvent(event);
  if (!isSmokeId(headerOf(request, signedHeaders.key) ?? "")) return undefined;
  const proved = await prove(request, pathOf(event), now(), (keyId) => smokeKey(table, keyId, now()));
  return proved.ok ? proved.by.keyId : undefined;
};

type Proof =
  | {
      readonly ok: true;
      readonly by: { readonly keyId: string; readonly signature: string };
      readonly scopes: readonly KeyScope[];
    }
  | { readonly ok: false; readonly problem: SignatureProblem };

type ProvingKey = Pick<ApiKey, "secret" | "scopes" | "until">;

const prove = async (
  request: HttpRequest,
  path: string,
  now: string,
  readKey: (keyId: string) => Promise<ProvingKey | undefined>,
): Promise<Proof> => {
  const read = parseSignature(request, now);
  if (!read.ok) return read;
  const { keyId, timestamp, signature } = read.given;
  const key = await readKey(keyId);
  if (key === undefined) return { ok: false, problem: "key-unknown" };
  const { method, body } = request;
  if (!isSignatureOf(signature, key.secret, { timestamp, method, path, body })) return { ok: false, problem: "wrong" };
  // Only who has its secret is told.
  if (key.until !== undefined && key.until <= now) return { ok: false, problem: "key-expired" };
  return { ok: true, by: { keyId, signature }, scopes: key.scopes };
};

const smokeKey = async (table: DynamoTable, keyId: string, now: string): Promise<ProvingKey | undefined> => {
  const secret = await readSmokeSecret(table, keyId, now);
  return secret === undefined ? undefined : { secret, scopes: [] };
};

const refuse = (problem: SignatureProblem, correlationId: string): HttpResponse => {
  log.warn("A request was not signed by a key in use", { code: `signature-${problem}`, correlationId });
  return unsigned(problem);
};

const PathSchema = z.object({ rawPath: z.string(), rawQueryString: z.optional(z.string()) });

/** As sent: the signature covers the text, and a query can be encoded in several ways. */
const pathOf = (event: unknown): string => {
  const { rawPath, rawQueryString = "" } = PathSchema.parse(event);
  return rawQueryString === "" ? rawPath : `${rawPath}?${rawQueryString}`;
};

/** `undefined` when it is no JSON in UTF-8. */
const jsonIn = (body: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
};
