import { unmarshall } from "@aws-sdk/util-dynamodb";
import { describe, expect, it, vi } from "vitest";
import { type ApiKey, encryptApiKeys, listApiKeys, retireApiKey } from "../../lambdas/adapters/dynamo-api-keys.ts";
import { remembering } from "../../lambdas/adapters/remembered-secrets.ts";
import { KeyScopeSchema } from "../../lambdas/contract/api.ts";
import { json } from "../../lambdas/domain/http/http.ts";
import { type Signed, signatureOf, signedHeaders } from "../../lambdas/domain/http/signature.ts";
import { signedRequest } from "../../lambdas/http/signed-request.ts";
import { cipherTwin } from "../../local/twin/cipher-twin.ts";
import { dynamoTwin, type Twin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { anApiKey } from "../builders/api-key.ts";
import { now } from "../builders/now.ts";

const { decrypt } = cipherTwin;
const day = now.slice(0, 10);
const { terms, ...rest } = anAgreement();
const agreement = (oldSignaturesUntil?: string) => ({
  ...rest,
  terms: { ...terms, team: { ...terms.team, ...(oldSignaturesUntil !== undefined && { oldSignaturesUntil }) } },
});

const event = (key: ApiKey, scheme: "v1" | "v2" = "v2", at = now) => {
  const timestamp = String(Date.parse(at) / 1000);
  const signed: Signed = { timestamp, method: "GET", path: "/sla", body: Buffer.from("") };
  return {
    rawPath: "/sla",
    headers: {
      [signedHeaders.key]: key.keyId,
      [signedHeaders.timestamp]: timestamp,
      [signedHeaders.signature]: signatureOf(key.secret, signed, scheme),
    },
    requestContext: { requestId: "request-1", http: { method: "GET" } },
  };
};

const asked = (table: Twin, scope: (typeof KeyScopeSchema.options)[number] = "sla:read", until?: string, at = now) =>
  signedRequest({ table, agreement: agreement(until), now: () => at, decrypt }, scope, async () => json(200, {}));

describe("the key of another system", () => {
  it.each(KeyScopeSchema.options)("that is for %s may do that, and nothing else", async (scope) => {
    const table = dynamoTwin();
    const key = await anApiKey(table, now, { scopes: [scope] });
    const statuses = await Promise.all(
      KeyScopeSchema.options.map(async (each) => [each, (await asked(table, each)(event(key))).statusCode]),
    );
    expect(Object.fromEntries(statuses)).toEqual(
      Object.fromEntries(KeyScopeSchema.options.map((each) => [each, each === scope ? 200 : 403])),
    );
  });

  it("is refused from its last day on, and told so only to who has its secret", async () => {
    const table = dynamoTwin();
    const key = await anApiKey(table, now, { until: day });
    const [expired, forged] = [key, { ...key, secret: "another" }].map((each) => asked(table)(event(each)));
    expect([(await expired)?.statusCode, (await expired)?.body]).toEqual([401, expect.stringContaining("expired")]);
    expect((await forged)?.body).toContain("does not match");
    const before = new Date(Date.parse(`${day}T00:00:00Z`) - 1000).toISOString();
    expect((await asked(table, "sla:read", undefined, before)(event(key, "v2", before))).statusCode).toBe(200);
  });

  it("of an earlier release, which has no scopes, goes on as before", async () => {
    const table = dynamoTwin();
    const { scopes: _, owner: __, ...key } = await anApiKey(table, now);
    const [item] = table.items().filter(({ pk }) => pk?.S === "API-KEY");
    expect(Object.keys(unmarshall(item ?? {}))).toContain("scopes");
    delete item?.scopes;
    delete item?.owner;
    for (const scope of KeyScopeSchema.options)
      expect((await asked(table, scope)(event({ ...key, scopes: [] }))).statusCode).toBe(200);
  });

  it("is known to be in use, by one write an hour", async () => {
    const table = dynamoTwin();
    const key = await anApiKey(table, now);
    const uses = () => table.items().filter(({ pk, sk }) => pk?.S === "KEY-USE" && sk?.S === key.keyId);
    expect(uses()).toEqual([]);
    for (const minutes of [0, 1]) {
      const at = new Date(Date.parse(now) + minutes * 60_000).toISOString();
      await asked(table, "sla:read", undefined, at)(event(key, "v2", at));
    }
    expect(uses().map((item) => unmarshall(item).at)).toEqual([now]);
  });
});

describe("the secret of such a key", () => {
  const ofTheKey = (table: Twin) => table.items().find(({ pk }) => pk?.S === "API-KEY") ?? {};
  const asEarlier = (table: Twin, { secret }: ApiKey) => {
    const item = ofTheKey(table);
    delete item.encryptedSecret;
    item.secret = { S: secret };
  };
  const askedBy = (table: Twin, key: ApiKey, of: typeof decrypt = decrypt) =>
    signedRequest({ table, agreement: agreement(), now: () => now, decrypt: of }, "sla:read", async () =>
      json(200, {}),
    )(event(key));

  it("is nowhere in the table, and opens as that of its own key only", async () => {
    const table = dynamoTwin();
    const [key, other] = [await anApiKey(table, now), await anApiKey(table, now)];
    expect(JSON.stringify(table.items())).not.toContain(key.secret);
    const [one, two] = table.items().filter(({ pk }) => pk?.S === "API-KEY");
    if (one === undefined || two === undefined) throw new Error("two");
    [one.encryptedSecret, two.encryptedSecret] = [two.encryptedSecret ?? { S: "" }, one.encryptedSecret ?? { S: "" }];
    for (const each of [key, other]) expect((await askedBy(table, each)).statusCode).toBe(503);
  });

  it("is taken as an earlier release stored it, and encrypted by a command that may be repeated", async () => {
    const table = dynamoTwin();
    const key = await anApiKey(table, now);
    asEarlier(table, key);
    expect((await askedBy(table, key)).statusCode).toBe(200);
    expect(await listApiKeys(table)).toMatchObject([{ isEncrypted: false }]);
    expect(await encryptApiKeys(table, cipherTwin.encrypt)).toEqual([key.keyId]);
    expect(JSON.stringify(table.items())).not.toContain(key.secret);
    expect((await askedBy(table, key)).statusCode).toBe(200);
    expect(await encryptApiKeys(table, cipherTwin.encrypt)).toEqual([]);
  });

  it("does not come back by that command when the key is retired meanwhile", async () => {
    const table = dynamoTwin();
    const key = await anApiKey(table, now);
    asEarlier(table, key);
    const retiring: typeof cipherTwin.encrypt = async (secret, context) => {
      await retireApiKey(table, key.keyId);
      return cipherTwin.encrypt(secret, context);
    };
    expect(await encryptApiKeys(table, retiring)).toEqual([]);
    expect(await listApiKeys(table)).toEqual([]);
  });

  it("is decrypted once in five minutes however many ask, and not after the key is retired", async () => {
    const table = dynamoTwin();
    const key = await anApiKey(table, now);
    const calls = vi.fn(decrypt);
    let millis = 0;
    const remembered = remembering(calls, () => millis);
    const burst = await Promise.all(Array.from({ length: 20 }, () => askedBy(table, key, remembered)));
    expect([burst.map(({ statusCode }) => statusCode), calls.mock.calls.length]).toEqual([Array(20).fill(200), 1]);
    millis = 5 * 60_000 - 1;
    await askedBy(table, key, remembered);
    expect(calls).toHaveBeenCalledTimes(1);
    millis++;
    await askedBy(table, key, remembered);
    expect(calls).toHaveBeenCalledTimes(2);
    await retireApiKey(table, key.keyId);
    expect((await askedBy(table, key, remembered)).statusCode).toBe(401);
    expect(calls).toHaveBeenCalledTimes(2);
  });

  it("costs a stranger's request no call of KMS, and a fault of KMS is not remembered", async () => {
    const table = dynamoTwin();
    const key = await anApiKey(table, now);
    const calls = vi.fn(decrypt);
    const remembered = remembering(calls);
    expect((await askedBy(table, { ...key, keyId: "key-0000000000" }, remembered)).statusCode).toBe(401);
    expect(calls).not.toHaveBeenCalled();
    calls.mockRejectedValueOnce(new Error("refused"));
    expect((await askedBy(table, key, remembered)).statusCode).toBe(503);
    expect((await askedBy(table, key, remembered)).statusCode).toBe(200);
  });
});

describe("the first way to sign", () => {
  it.each([
    ["is taken beside the second without a day in the agreement", undefined, 200],
    ["is taken on the agreement's last day for it", day, 200],
    ["is refused after that day, with the remedy", "2026-01-31", 401],
  ])("%s", async (_, until, status) => {
    const table = dynamoTwin();
    const key = await anApiKey(table, now);
    const response = await asked(table, "sla:read", until)(event(key, "v1"));
    expect(response.statusCode).toBe(status);
    if (status === 401) expect(response.body).toContain("docs/signing.md");
    expect((await asked(table, "sla:read", until)(event(key, "v2"))).statusCode).toBe(200);
  });

  it("could be read in two ways; the second cannot", () => {
    const [one, other] = [
      { path: "/team.x", body: Buffer.from("y") },
      { path: "/team", body: Buffer.from("x.y") },
    ].map((each) => ({ timestamp: "1774000000", method: "POST", ...each }));
    if (one === undefined || other === undefined) throw new Error("two");
    expect(signatureOf("s", one, "v1")).toBe(signatureOf("s", other, "v1"));
    expect(signatureOf("s", one)).not.toBe(signatureOf("s", other));
  });
});
