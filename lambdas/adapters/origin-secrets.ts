import { Hash } from "@smithy/core/serde";
import { SignatureV4 } from "@smithy/signature-v4";
import * as z from "zod/mini";
import { defaultProvider } from "./environment-credentials.ts";

/** The secrets that the front may send: the current one, and the one before it. */
export type OriginSecrets = (given?: string) => Promise<readonly string[]>;

/** How long a function keeps them; a rotated one is found sooner, by being unknown. */
const refreshAfterMillis = 5 * 60_000;
/** An unknown secret may be a new one; but invented ones must not cause a read each. */
const rereadAfterMillis = 10_000;

/**
 * The secrets, read while the function starts and then every few minutes. When they cannot be read again, the known ones
 * go on counting.
 * @param read both, the current one first
 */
export const originSecrets = (read: () => Promise<readonly string[]>, now: () => number = Date.now): OriginSecrets => {
  let known: { readonly secrets: readonly string[]; readonly at: number } | undefined;
  let reading: Promise<readonly string[]> | undefined;
  const readNow = (): Promise<readonly string[]> => {
    reading ??= read()
      .then((secrets) => {
        known = { secrets, at: now() };
        return secrets;
      })
      .catch((error: unknown) => {
        if (known === undefined) throw error;
        // Not asked for again before its time.
        known = { ...known, at: now() };
        return known.secrets;
      })
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };
  // A failure now is met again, and reported, by the first request.
  readNow().catch(() => undefined);
  return async (given) => {
    if (known === undefined) return readNow();
    const isStrange = given !== undefined && !known.secrets.includes(given);
    const isOld = now() - known.at >= (isStrange ? rereadAfterMillis : refreshAfterMillis);
    return isOld ? readNow() : known.secrets;
  };
};

const ValueSchema = z.object({ SecretString: z.string() });
const FaultSchema = z.object({ __type: z.string() });

/** Secrets Manager's own names for the two: `PREVIOUS` exists from the first rotation on. */
const stages = ["AWSCURRENT", "AWSPREVIOUS"] as const;

/** Milliseconds for one call. */
const patience = 3000;

/**
 * Reads the two values of one secret. Signed and sent by hand: the service's client would cost every function behind the
 * API more time at its start than the call itself.
 */
export const readOriginSecrets =
  (arn: string, send: typeof fetch = fetch) =>
  async (): Promise<readonly string[]> => {
    const values = await Promise.all(stages.map((stage) => readValue(arn, stage, send)));
    return values.filter((value) => value !== undefined);
  };

const readValue = async (arn: string, stage: string, send: typeof fetch): Promise<string | undefined> => {
  const [, partition = "aws", , region = ""] = arn.split(":");
  const hostname = `secretsmanager.${region}.amazonaws.com${partition === "aws-cn" ? ".cn" : ""}`;
  const request = {
    method: "POST",
    protocol: "https:",
    hostname,
    path: "/",
    headers: {
      host: hostname,
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "secretsmanager.GetSecretValue",
    },
    body: JSON.stringify({ SecretId: arn, VersionStage: stage }),
  };
  const signer = new SignatureV4({
    service: "secretsmanager",
    region,
    credentials: defaultProvider(),
    sha256: Hash.bind(null, "sha256"),
  });
  const { method, headers, body } = await signer.sign(request);
  const response = await send(`https://${hostname}/`, { method, headers, body, signal: AbortSignal.timeout(patience) });
  const said: unknown = await response.json();
  if (response.ok) return ValueSchema.parse(said).SecretString;
  const kind = FaultSchema.safeParse(said).data?.__type.split("#").at(-1) ?? `Status${response.status}`;
  if (kind === "ResourceNotFoundException" && stage === "AWSPREVIOUS") return undefined;
  throw Object.assign(new Error(`Secrets Manager did not give the origin's secret: ${kind}`), {
    name: kind,
    $metadata: { httpStatusCode: response.status },
  });
};
