/** Sources on the twin of the table: what tools send, and what the reader makes of it. */
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import { addSourceSecret } from "../../lambdas/adapters/dynamo-source-secrets.ts";
import type { Agreement } from "../../lambdas/contract/agreement.ts";
import type { Source } from "../../lambdas/contract/sources.ts";
import { eventsOfChange } from "../../lambdas/domain/publish/events-of-change.ts";
import { hmac } from "../../lambdas/domain/source/hmac.ts";
import type { SecretUse } from "../../lambdas/domain/source/prove.ts";
import { postSource } from "../../lambdas/source/post-source.ts";
import { readArrivals } from "../../lambdas/source/read-arrival.ts";
import type { ReaderDependencies } from "../../lambdas/source/take-in.ts";
import { cipherTwin } from "../../local/twin/cipher-twin.ts";
import { dynamoTwin, type Twin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { now as start } from "../builders/now.ts";

export const aSource = (source: Partial<Source> & Pick<Source, "id" | "kind">): Source => ({
  label: { es: "Formulario", en: "Form" },
  origin: "web-form",
  ...source,
});

/** Sources of an agreement, with a clock that the test sets. */
export const sourcesOn = (
  sources: readonly Source[],
  over: Partial<Agreement["terms"]> = {},
  toolsOrigin: () => string | undefined = () => undefined,
) => {
  const table: Twin = dynamoTwin();
  const cipher = cipherTwin;
  const clock = { now: start };
  const world = { agreement: anAgreement({ sources: [...sources], ...over }) };
  const deps = (): ReaderDependencies & { publicUrl: string } => ({
    table,
    keyring: signingKeys(table),
    bodies: { client: table.client, bucket: "arrivals" },
    agreement: world.agreement,
    siteOrigins: ["https://www.engranaje.example"],
    decrypt: cipher.decrypt,
    now: () => clock.now,
    publicUrl: "https://leads.example.com",
    toolsOrigin: toolsOrigin(),
  });
  const parked: string[] = [];
  let requests = 0;
  let queue: { readonly messageId: string; readonly body: string }[] = [];
  const read = async (): Promise<number> => {
    const { batchItemFailures } = await readArrivals(deps(), async (body, reason) => {
      parked.push(`${reason} ${body}`);
    })({ Records: queue });
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    queue = queue.filter(({ messageId }) => failed.has(messageId));
    return queue.length;
  };

  return {
    table,
    clock,
    world,
    parked,
    addSecret: (sourceId: string, secret: string, use: SecretUse = "proof", until?: string) =>
      addSourceSecret(table, { sourceId, secret, use, until, createdAt: clock.now, encrypt: cipher.encrypt }),
    addHashedSecret: (sourceId: string, secret: string) =>
      addSourceSecret(table, { sourceId, secret, use: "proof", createdAt: clock.now }),
    post: (path: string, headers: Record<string, string>, body: string | Uint8Array, method = "POST") => {
      requests += 1;
      const [rawPath, rawQueryString = ""] = path.split("?");
      return postSource(deps())({
        rawPath,
        rawQueryString,
        headers,
        requestContext: { requestId: `request-${requests}`, http: { method, sourceIp: "203.0.113.7" } },
        body: Buffer.from(body).toString("base64"),
        isBase64Encoded: true,
      });
    },
    /** What the stream's reader publishes since the last time is read. @returns how many messages come again */
    readAll: async (): Promise<number> => {
      const events = table.takeChanges().flatMap(({ id, before, after }) =>
        eventsOfChange({
          id,
          at: clock.now,
          before: before && unmarshall(before),
          after: after && unmarshall(after),
        }),
      );
      const arrived = events.filter(({ type }) => type === "SourceArrived");
      queue = arrived.map((detail, i) => ({ messageId: String(i), body: JSON.stringify({ detail }) }));
      return read();
    },
    /** The queue brings again what failed. */
    readAgain: () => read(),
    items: () => table.items().map((item) => unmarshall(item)),
    leads: () =>
      table
        .items()
        .map((item) => unmarshall(item))
        .filter(({ sk }) => sk === "PROFILE"),
    arrivals: () =>
      table
        .items()
        .map((item) => unmarshall(item))
        .filter(({ sk }) => sk === "ARRIVAL"),
  };
};

/** As Typeform signs. */
export const typeformSigned = (body: string, secret: string) => ({
  "content-type": "application/json",
  "typeform-signature": `sha256=${hmac("sha256", secret, body, "base64")}`,
});
