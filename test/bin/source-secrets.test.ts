import { describe, expect, it } from "vitest";
import { addToSource, listOfSource, retireOfSource, sourceNamed } from "../../bin/keys/source-secrets.ts";
import { readSourceSecrets } from "../../lambdas/adapters/dynamo-source-secrets.ts";
import type { SecretUse } from "../../lambdas/domain/source/prove.ts";
import { cipherTwin } from "../../local/twin/cipher-twin.ts";
import { dynamoTwin } from "../../local/twin/dynamo-twin.ts";
import { anAgreement } from "../builders/agreement.ts";
import { now } from "../builders/now.ts";
import { aSource } from "../source/pipeline.ts";

const typeform = aSource({ id: "web", kind: "typeform" });
const html = aSource({ id: "fair", kind: "html" });
const meta = aSource({ id: "meta", kind: "meta-lead-ads" });
const address = "https://leads.example.com";
const how = (over: { use?: SecretUse; secret?: string; until?: string } = {}) => ({
  use: "proof" as const,
  until: undefined,
  secret: undefined,
  encrypt: cipherTwin.encrypt,
  address,
  now,
  ...over,
});

describe("a secret of a source", () => {
  it("is made, shown once with the address, and kept encrypted where a tool signs with it", async () => {
    const table = dynamoTwin();
    const said = await addToSource(table, typeform, how());
    const secret = /^secret: (\S+)$/m.exec(said)?.[1] ?? "";
    expect(said).toContain("address: https://leads.example.com/sources/web\n");
    expect(JSON.stringify(table.items())).not.toContain(secret);
    expect(await readSourceSecrets(table, "web", "proof", cipherTwin.decrypt)).toMatchObject([{ secret }]);
    expect(await listOfSource(table, typeform, now)).toMatch(/^secret-\w+ {2}proof {2}\S+ {2}for ever$/);
  });

  it("is a part of the address where the tool can do nothing else, and kept by its hash", async () => {
    const table = dynamoTwin();
    const said = await addToSource(table, html, how());
    const secret = /sources\/fair\/(\S+)$/m.exec(said)?.[1] ?? "";
    expect(secret.length).toBeGreaterThan(40);
    expect(JSON.stringify(table.items())).not.toContain(secret);
    expect(await readSourceSecrets(table, "fair", "proof", cipherTwin.decrypt)).toMatchObject([
      { secret: undefined, hash: expect.any(String) },
    ]);
  });

  it("that the tool has made is taken over, and not shown", async () => {
    const table = dynamoTwin();
    const said = await addToSource(table, meta, how({ use: "token", secret: "a-token", until: "2026-05-01" }));
    expect(said).not.toContain("a-token");
    expect(said).toContain("until 2026-05-01");
    expect(await readSourceSecrets(table, "meta", "token", cipherTwin.decrypt)).toMatchObject([{ secret: "a-token" }]);
  });

  it("is refused for what its tool does not do", async () => {
    const table = dynamoTwin();
    await expect(addToSource(table, typeform, how({ use: "token", secret: "x" }))).rejects.toThrow("no token");
    await expect(addToSource(table, meta, how({ use: "token" }))).rejects.toThrow("--secret-from");
    await expect(addToSource(table, typeform, how({ use: "challenge" }))).rejects.toThrow("proof only");
    expect(table.items()).toEqual([]);
  });

  it("is retired by its id, and by no other", async () => {
    const table = dynamoTwin();
    const [id = ""] = (await addToSource(table, typeform, how())).split(" ");
    await expect(retireOfSource(table, "web", "secret-0")).rejects.toThrow("source list web");
    expect(await retireOfSource(table, "web", id)).toContain("retired");
    expect(table.items()).toEqual([]);
  });

  it("is of a source that the agreement has", () => {
    const agreement = anAgreement({ sources: [typeform] });
    expect(sourceNamed(agreement, "web")).toEqual(typeform);
    expect(() => sourceNamed(agreement, "other")).toThrow("it has web");
    expect(() => sourceNamed(anAgreement(), "other")).toThrow("it has none");
  });
});
