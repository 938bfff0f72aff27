/** Form tools against the deployed template: their samples, by their own headers. */
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { readSourceDays, readUnread } from "../../lambdas/adapters/dynamo-arrivals.ts";
import { addSourceSecret } from "../../lambdas/adapters/dynamo-source-secrets.ts";
import { encryptBy } from "../../lambdas/adapters/kms-cipher.ts";
import { kinds } from "../../lambdas/domain/source/kinds/index.ts";
import { everySource, type PostedSample, posted, samples, secretOf } from "../sources/posted.ts";
import { signing } from "../sources/signing.ts";
import { dynamo, eventually, leadIdOf, leadItems, outputs } from "./pipeline.ts";

const table = { client: dynamo, tableName: outputs.stack.TableName ?? "" };
const encrypt = encryptBy(dynamo, outputs.stack.SourceSecretsKeyArn ?? "");

beforeAll(async () => {
  for (const { id: sourceId, kind } of everySource) {
    const { proof, fetching } = kinds[kind];
    const of = { sourceId, secret: secretOf(kind), createdAt: new Date().toISOString() };
    await addSourceSecret(table, { ...of, use: "proof", ...(proof.by === "signed" && { encrypt }) });
    if (fetching !== undefined) await addSourceSecret(table, { ...of, use: "token", secret: "token", encrypt });
  }
});

const send = ({ path, headers, body }: ReturnType<typeof posted>) =>
  fetch(new URL(path, outputs.api), { method: "POST", headers, body: new Uint8Array(body), redirect: "manual" });

const address = /[\w.-]+@([\w-]+\.)+example/g;
/** The sample of somebody else: whose leads are whose is told apart by the domain. */
const of = (sample: PostedSample, mark: string) => {
  const change = (body: Buffer) =>
    Buffer.from(
      body
        .toString()
        .replace(address, (mail) => mail.replace("@", `@${mark}.`))
        .replace(/%40/g, `%40${mark}.`),
    );
  return posted(sample, { origin: outputs.api.replace(/\/$/, ""), change });
};

/** Of those whose lead is fetched, the lead is always the same. */
const bringing = samples.filter(
  ({ name, kind }) =>
    kinds[kind].fetching === undefined && !["calendly-canceled", "google-ads-test", "hubspot-events"].includes(name),
);

/** What is read here is read in every sample by test/source/every-sample.test.ts; what reaches us differs by the tool alone. */
const oneOfEachKind = samples.filter(({ kind }, at) => samples.findIndex((each) => each.kind === kind) === at);

/** The addresses in a body that was posted. */
const addressesIn = (body: Buffer): string[] => [
  ...new Set(decodeURIComponent(body.toString().replace(/%(?![0-9a-f]{2})/gi, "%25")).match(address) ?? []),
];

const leadOf = (addresses: readonly string[]) =>
  eventually(`a lead of ${addresses.join(", ")}`, async () => {
    for (const email of addresses) {
      const leadId = await leadIdOf(email.toLowerCase()).catch(() => undefined);
      if (leadId !== undefined) return leadId;
    }
    return undefined;
  });

const isJson = (text: string): boolean => text.startsWith("{");
/** Of JSON by ten members, of a form by ten pairs. */
const more = (body: Buffer): Buffer => {
  const text = body.toString();
  const ten = Array.from({ length: 10 }, (_, i) => `more_${i}`);
  if (isJson(text)) return Buffer.from(text.replace("{", `{${ten.map((name) => `"${name}":"x"`).join(",")},`));
  return text.startsWith("--") || text.startsWith("[")
    ? body
    : Buffer.from(`${text}&${ten.map((name) => `${name}=x`).join("&")}`);
};
const fewer = (body: Buffer): Buffer => {
  const text = body.toString();
  if (!isJson(text)) return body;
  const kept = Object.entries(z.record(z.string(), z.unknown()).parse(JSON.parse(text))).slice(0, -10);
  return Buffer.from(JSON.stringify(Object.fromEntries(kept)));
};
const latin = (body: Buffer): Buffer => Buffer.from(body.toString(), "latin1");
const torn = (body: Buffer): Buffer =>
  Buffer.concat([body.subarray(0, body.length / 2), Buffer.from([0xff, 0xfe, 0xc3])]);

describe.each(bringing)("what $kind sends ($name)", (sample) => {
  const mark = `s${samples.indexOf(sample)}`;

  it("is a lead of its source, once, however often it is sent", async () => {
    const request = of(sample, mark);
    for (let i = 0; i < 2; i++) expect((await send(request)).status).toBe(200);
    const leadId = await leadOf(addressesIn(request.body));
    const [submission, ...more] = await leadItems(leadId, "SUBMISSION#");
    expect(submission).toMatchObject({ sourceId: sample.name });
    expect(more).toEqual([]);
  });
});

/** Whatever comes is responded to, and read: a lead of it, or an entry in the list of what could not be read. */
describe.each(oneOfEachKind)("$name, as it also comes", (sample) => {
  const origin = outputs.api.replace(/\/$/, "");
  const today = async () => (await readSourceDays(table, sample.name, 1))[0];

  it("with ten fields more and ten fewer, and with its encoding broken, is kept and read to an end", async () => {
    const [before, isSigned] = [(await today())?.received ?? 0, kinds[sample.kind].proof.by === "signed"];
    let taken = 0;
    for (const change of [more, fewer, latin, torn]) {
      const { status } = await send(posted(sample, { origin, change }));
      // The gateway hands JSON on as text: of bytes that are none, the signature is lost. So is Google's, with its field.
      const isLost = isSigned && (change === latin || change === torn || sample.kind === "google-ads");
      expect([change.name, status === 200 || (isLost && status === 401)]).toEqual([change.name, true]);
      if (status === 200) taken += 1;
    }
    expect(taken).toBeGreaterThan(0);
    const wanted = before + taken;
    await eventually(`${wanted} read of ${sample.name}`, async () =>
      ((await today())?.received ?? 0) >= wanted ? true : undefined,
    );
  });

  it("by another secret, without one, or signed too long ago is refused", async () => {
    const { proof } = kinds[sample.kind];
    const isGoogle = sample.kind === "google-ads";
    const keyless = (body: Buffer) => Buffer.from(body.toString().replaceAll(secretOf("google-ads"), "another"));
    const wrong = isGoogle
      ? posted(sample, { origin, change: keyless })
      : posted(sample, { origin, secret: "another" });
    const bare = {
      path: `/sources/${sample.name}`,
      headers: { "content-type": "application/json" },
      body: Buffer.from("{}"),
    };
    const hours = 3_600_000;
    const isTimed =
      proof.by === "signed" && signing.some(([kind, minutes]) => kind === sample.kind && minutes !== undefined);
    const old = isTimed ? [posted(sample, { origin, at: Date.now() - 24 * hours })] : [];
    for (const request of [wrong, bare, ...old]) expect((await send(request)).status).toBe(401);
  });
});

describe("leads that are fetched", () => {
  it.each(["meta-lead-ads", "linkedin-lead-gen"] as const)("%s", async (kind) => {
    expect((await send(posted({ name: kind, kind }, { origin: outputs.api.replace(/\/$/, "") }))).status).toBe(200);
    const counted = await eventually(`a lead of ${kind}`, async () => {
      const [day] = await readSourceDays(table, kind, 1);
      return day !== undefined && day.accepted > 0 ? day : undefined;
    });
    expect(counted.received).toBeGreaterThan(0);
  });
});

describe("what is not its tool's, or cannot be read", () => {
  it("is refused and counted", async () => {
    const sample = { name: "tally", kind: "tally" } as const;
    const before = (await readSourceDays(table, "tally", 1))[0]?.refused ?? 0;
    const response = await send(posted(sample, { secret: "another" }));
    expect([response.status, response.headers.get("content-type")]).toEqual([
      401,
      expect.stringContaining("problem+json"),
    ]);
    expect((await readSourceDays(table, "tally", 1))[0]?.refused).toBe(before + 1);
    expect((await fetch(new URL("/sources/nothing", outputs.api), { method: "POST", body: "{}" })).status).toBe(404);
  });

  it("is kept and listed; a large one in the bucket, whole", async () => {
    const filler = "x".repeat(600_000);
    const change = () => Buffer.from(JSON.stringify({ note: filler }));
    expect((await send(posted({ name: "flat", kind: "flat" }, { change }))).status).toBe(200);
    const arrival = await eventually("the unread arrival", async () =>
      (await readUnread(table, "flat", { most: 10, until: "2999" })).find(({ bytes }) => bytes > 600_000),
    );
    expect(arrival).toMatchObject({ because: "no-email", readTurn: 1 });
  });
});
