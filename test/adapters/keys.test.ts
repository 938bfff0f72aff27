import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { main } from "../../bin/keys.ts";
import { readApiKey } from "../../lambdas/adapters/dynamo-api-keys.ts";
import { openReference, putGrant, sign } from "../../lambdas/adapters/dynamo-references.ts";
import { listSigningKeys, rotateSigningKeys, signingKeys } from "../../lambdas/adapters/dynamo-signing-keys.ts";
import { type DynamoTable, readItem, rewriteAlone, transact } from "../../lambdas/adapters/dynamo-table.ts";
import { decryptBy } from "../../lambdas/adapters/kms-cipher.ts";
import { keys } from "../../lambdas/contract/table.ts";
import { planRotation } from "../../lambdas/domain/reference/rotation.ts";
import { typed as typedTo } from "../bin/typed.ts";
import { now } from "../builders/now.ts";
import { clientOf, engines, newTable, reachableEngines } from "./engines.ts";

const grant = {
  purpose: "answer",
  leadId: "lead-0001",
  cycle: 1,
  ownerId: "ana",
  language: "es",
  until: "2099-01-01T00:00:00.000Z",
} as const;

const rotate = async (table: DynamoTable) =>
  rotateSigningKeys(
    table,
    planRotation(await listSigningKeys(table), (at) => at),
    now,
  );

describe.each(engines())("the keys of links, on $name", ({ endpoint }) => {
  it("are two at a time: an old link works after one rotation and not after the second", async () => {
    const table = await newTable(endpoint);
    await transact(table, [putGrant(table, "r-1", grant)]);
    const old = await sign(signingKeys(table), "r-1");
    const opens = (reference: string) => openReference(table, signingKeys(table), reference, "answer", now);
    expect(await rotate(table)).toBe(true);
    const newer = await sign(signingKeys(table), "r-1");
    expect([old, newer].map((reference) => reference.split(".")[0])).toEqual(["1", "2"]);
    for (const reference of [old, newer]) expect(await opens(reference)).toEqual(grant);
    expect(await rotate(table)).toBe(true);
    expect(await opens(old)).toBeUndefined();
    expect(await opens(newer)).toEqual(grant);
    expect((await listSigningKeys(table)).map(({ keyId }) => keyId)).toEqual(["3", "2"]);
  });

  it("are read again at once when an unknown one is met, at most every ten seconds", async () => {
    const table = await newTable(endpoint);
    await transact(table, [putGrant(table, "r-1", grant)]);
    let millis = 0;
    const elsewhere = signingKeys(table, () => millis);
    const opens = (reference: string) => openReference(table, elsewhere, reference, "answer", now);
    await elsewhere();
    await rotate(table);
    const fresh = await sign(signingKeys(table), "r-1");
    millis = 9999;
    expect(await opens(fresh)).toBeUndefined();
    millis = 10_000;
    expect(await opens(fresh)).toEqual(grant);
    expect((await elsewhere())[0].keyId).toBe("2");
  });
});

describe.each(reachableEngines())("npm run keys, on $name", ({ endpoint }) => {
  beforeAll(() => {
    vi.stubEnv("AWS_ENDPOINT_URL", endpoint);
    vi.stubEnv("AWS_REGION", "us-east-1");
    vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "test");
  });
  afterAll(() => void vi.unstubAllEnvs());

  const typed = async (table: DynamoTable, ...args: string[]) => {
    const { code, out, err } = await typedTo(main, [...args, "--table", table.tableName]);
    return { code, says: out + err };
  };
  /** As an earlier release stored a secret. */
  const storedAsBefore = (table: DynamoTable, keyId: string, secret: string) =>
    rewriteAlone(table, keys.apiKey(keyId), { secret, encryptedSecret: undefined });

  it("makes, lists and retires keys of other systems", async () => {
    const table = await newTable(endpoint);
    const { awsEndpoint, stack } = inject("outputs");
    const kms = stack.ApiKeySecretsKeyArn ?? "";
    vi.stubEnv("AWS_ENDPOINT_URL_KMS", awsEndpoint);
    const add = ["api", "add", "--name", "CRM", "--scopes", "answers,team", "--owner", "Irene"];
    expect(await typed(table, ...add)).toMatchObject({ code: 2, says: expect.stringContaining("--kms-key") });
    const added = await typed(table, ...add, "--kms-key", kms);
    expect(added.code).toBe(0);
    const [, keyId = ""] = /x-smarketing-key: (\S+)/.exec(added.says) ?? [];
    const [, secret = "?"] = /secret: (\S+)/.exec(added.says) ?? [];
    const listed = await typed(table, "api", "list");
    expect(listed.says).toMatch(
      new RegExp(`^${keyId} .* CRM  answers,team  of Irene  until \\d{4}-\\d\\d-\\d\\d  last used never\n$`),
    );
    expect(listed.says).not.toContain(secret);
    const decrypt = decryptBy(clientOf(awsEndpoint), kms);
    expect(await readApiKey(table, keyId, decrypt)).toMatchObject({ secret, name: "CRM" });
    const ciphertext = String((await readItem(table, keys.apiKey(keyId)))?.encryptedSecret);
    await expect(decrypt(ciphertext, { purpose: "api-key", of: "key-of-another" })).rejects.toMatchObject({
      name: "InvalidCiphertextException",
    });
    expect(await typed(table, "api", "encrypt", "--kms-key", kms)).toMatchObject({
      code: 0,
      says: "All secrets were encrypted before.\n",
    });
    await storedAsBefore(table, keyId, secret);
    expect((await typed(table, "api", "list")).says).toContain("NOT ENCRYPTED");
    expect(await typed(table, "api", "encrypt", "--kms-key", kms)).toMatchObject({
      code: 0,
      says: `Encrypted: ${keyId}.\n`,
    });
    expect(await readApiKey(table, keyId, decrypt)).toMatchObject({ secret });
    expect(
      await typed(table, "api", "add", "--name", "CRM", "--scopes", "all", "--owner", "Irene", "--kms-key", kms),
    ).toMatchObject({
      code: 2,
      says: expect.stringContaining("--scopes must be a list such as answers,outcomes"),
    });
    expect(await typed(table, "api", "retire", keyId)).toMatchObject({ code: 0 });
    expect(await typed(table, "api", "retire", keyId)).toMatchObject({
      code: 1,
      says: expect.stringContaining(`There is no key ${keyId}`),
    });
  });

  it("rotates the keys of links, and not while links may live, unless it is forced to", async () => {
    const table = await newTable(endpoint);
    await signingKeys(table)();
    expect(await typed(table, "links", "rotate")).toMatchObject({ code: 0, says: "Key 2 signs from now on.\n" });
    expect(await typed(table, "links", "rotate")).toMatchObject({
      code: 1,
      says: expect.stringMatching(
        /^Nothing was changed: links signed with key 1, .* may live until 20\d\d-.*; --force/,
      ),
    });
    expect(await typed(table, "links", "rotate", "--force")).toMatchObject({
      code: 0,
      says: "Key 3 signs from now on. Dropped: 1.\n",
    });
    expect((await typed(table, "links", "list")).says).toMatch(/^3 .* signs\n2 /);
  });

  it("says what is missing", async () => {
    const table = await newTable(endpoint);
    expect(await typed(table, "api", "add")).toMatchObject({ code: 2, says: expect.stringContaining("--name CRM") });
    expect(await typed(table, "api", "retire")).toMatchObject({
      code: 2,
      says: expect.stringMatching(/^Missing:\n {2}ID /),
    });
    expect(await typed(table, "dance")).toMatchObject({ code: 2, says: expect.stringContaining("--help") });
    expect(await typed(table, "links", "retire")).toMatchObject({ code: 2, says: expect.stringContaining("--help") });
    const folder = await mkdtemp(path.join(tmpdir(), "keys-"));
    await writeFile(path.join(folder, "agreement.yaml"), "nothing: good");
    const faulty = await typed(table, "links", "rotate", "--agreement", path.join(folder, "agreement.yaml"));
    expect(faulty.code).toBe(1);
    await rm(folder, { recursive: true });
  });
});
