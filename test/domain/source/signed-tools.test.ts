import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SourceKindId } from "../../../lambdas/contract/sources.ts";
import { type Sample, sampleOf } from "../../sources/sample.ts";
import { bytes, kindOf, textOf } from "./kinds.ts";

const secret = "made-up-secret-of-this-source";
const now = "2026-11-18T18:17:05Z";
const seconds = 1795025820;
const hex = (text: string | Uint8Array, key = secret): string => createHmac("sha256", key).update(text).digest("hex");
const b64 = (text: string): string => Buffer.from(text).toString("base64url");
const jws = (body: Uint8Array, claims: object = {}, header: object = {}, key = secret): string => {
  const sha256 = createHash("sha256").update(body).digest("hex");
  const head = b64(JSON.stringify({ typ: "JWT", alg: "HS256", ...header }));
  const signed = `${head}.${b64(JSON.stringify({ iss: "netlify", sha256, ...claims }))}`;
  return `${signed}.${createHmac("sha256", key).update(signed).digest("base64url")}`;
};
const stamp = (body: Uint8Array, name: string, at: number, key = secret): string =>
  `t=${at},${name}=${hex(`${at}.${Buffer.from(body).toString()}`, key)}`;

const signed = [
  ["wpforms", "x-wpforms-webhook-signature", (body: Uint8Array, key?: string) => stamp(body, "v", seconds, key)],
  ["formspree", "formspree-signature", (body: Uint8Array, key?: string) => stamp(body, "v1", seconds, key)],
  ["netlify", "x-webhook-signature", (body: Uint8Array, key?: string) => jws(body, {}, {}, key)],
  [
    "mautic",
    "webhook-signature",
    (body: Uint8Array, key = secret) => createHmac("sha256", key).update(body).digest("base64"),
  ],
  ["segment", "x-signature", (body: Uint8Array, key = secret) => createHmac("sha1", key).update(body).digest("hex")],
  [
    "segment",
    "x-segment-signature",
    (body: Uint8Array, key = secret) => createHmac("sha1", key).update(body).digest("hex"),
  ],
] as const;

const checked = (kind: SourceKindId, sample: Sample, header: string, signature: string | undefined): string => {
  const { proof } = kindOf(kind);
  if (proof.by !== "signed") throw new Error(`${kind} signs nothing`);
  const headers = signature === undefined ? sample.headers : { ...sample.headers, [header]: signature };
  return proof.check({ ...sample, headers }, secret, now);
};

describe.each(signed)("the signature of %s in %s", (kind, header, sign) => {
  const sample = sampleOf(kind);
  it("is right, by the secret that both know and the bytes that came", () => {
    expect(checked(kind, sample, header, sign(sample.body))).toBe("right");
  });
  it("is missing", () => {
    expect(checked(kind, sample, header, undefined)).toBe("missing");
  });
  it("is wrong by another secret, of another body, and when it is no signature", () => {
    const others = [sign(sample.body, "another"), sign(bytes("{}")), "", "t=1", "a.b.c", "..", `${sign(sample.body)}0`];
    for (const other of others) expect(checked(kind, sample, header, other), other).toBe("wrong");
  });
  it("is never an error, whatever is there", () => {
    fc.assert(
      fc.property(fc.string(), (given) => {
        expect(checked(kind, sample, header, given)).not.toBe("right");
      }),
    );
  });
});

describe("a signature with its time", () => {
  it.each([
    ["wpforms", "x-wpforms-webhook-signature", "v"],
    ["formspree", "formspree-signature", "v1"],
  ] as const)("is old after five minutes, and from the future (%s)", (kind, header, name) => {
    const sample = sampleOf(kind);
    const at = Date.parse(now) / 1000;
    const fate = (seconds: number) => checked(kind, sample, header, stamp(sample.body, name, seconds));
    expect([at - 301, at - 300, at + 300, at + 301].map(fate)).toEqual(["old", "right", "right", "old"]);
    expect(checked(kind, sample, header, stamp(sample.body, name, Number.NaN))).toBe("old");
  });
});

describe("a signature of Netlify", () => {
  it("is wrong by another algorithm, or from somebody else", () => {
    const sample = sampleOf("netlify");
    for (const other of [
      jws(sample.body, { iss: "other" }),
      jws(sample.body, {}, { alg: "none" }),
      jws(sample.body, {}, { alg: "HS512" }),
    ]) {
      expect(checked("netlify", sample, "x-webhook-signature", other)).toBe("wrong");
    }
  });
});

describe("a signature of Segment of the first of several events", () => {
  it("is wrong: it says nothing of the others", () => {
    const sample = sampleOf("segment-batch");
    const [first] = JSON.parse(textOf(sample));
    const ofFirst = createHmac("sha1", secret).update(JSON.stringify(first)).digest("hex");
    expect(checked("segment", sample, "x-signature", ofFirst)).toBe("wrong");
  });
});
